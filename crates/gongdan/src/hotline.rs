//! The hotline: one door to write. Load, decide, apply, store: the only file that calls both the
//! store and `decide`.

use std::cell::{Cell, RefCell};
use std::path::Path;
use std::time::Duration;

use gongdan_domain::{
    Command, Decided, Founding, Intake, Invalid, Moment, OfficeCommand, OfficeEvent, Problem,
    Provision, RegionId, Rulebook, Species, Stamp, TicketEvent, TicketId, UnitId, china_notices,
    decide, decide_intake, decide_office,
};
use serde::Serialize;

use crate::error::{Error, Result};
use crate::guard::Guard;
use crate::patience;
use crate::receipt::{Entry, Receipt};
use crate::shelf::Shelf;
use crate::store::{
    Answered, CONTACTS, Head, Held, ISSUES, NewEvent, OFFICE, Recorded, Salts, Store,
};

/// How sure an acknowledged command is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Durability {
    /// On disk before it is acknowledged: survives a crash and a power cut.
    #[default]
    Full,
    /// Survives a crash of the program; a power cut may take the last commands.
    Normal,
}

/// How a file is opened.
#[derive(Clone, Debug)]
pub struct Options {
    pub(crate) read_only: bool,
    pub(crate) durability: Durability,
    pub(crate) patience: Duration,
    pub(crate) reading: Duration,
    pub(crate) salts: Salts,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            read_only: false,
            durability: Durability::Full,
            patience: patience::DEFAULT,
            reading: patience::READING,
            salts: Salts::System,
        }
    }
}

impl Options {
    /// To read and write, every command on disk before it is acknowledged.
    pub fn new() -> Self {
        Self::default()
    }

    /// To read only.
    #[must_use]
    pub fn read_only(mut self) -> Self {
        self.read_only = true;
        self
    }

    /// With another durability.
    #[must_use]
    pub fn durability(mut self, durability: Durability) -> Self {
        self.durability = durability;
        self
    }

    /// Waiting at most this long for others who write; 10 seconds by default.
    #[must_use]
    pub fn patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Giving one question at most this long; 30 seconds by default. A question that takes longer
    /// is stopped and answered with `InvalidInput`: while it runs, the log cannot be emptied.
    /// Verification and backup are not stopped.
    #[must_use]
    pub fn reading_deadline(mut self, deadline: Duration) -> Self {
        self.reading = deadline;
        self
    }

    /// Salts from a seed, so that the same commands give the same file on every machine. For
    /// invented data only: whoever knows the seed can test guesses at erased texts.
    #[must_use]
    pub fn seeded_salts(mut self, seed: u64) -> Self {
        self.salts = Salts::Seeded(seed);
        self
    }
}

/// What a request asked about a ticket whose texts were erased: nobody knows any more.
const ERASED_DIGEST: [u8; 32] = [0; 32];

/// The rules in force as far as this handle has read them.
#[derive(Default)]
pub(crate) struct Rules {
    pub(crate) book: Rulebook,
    pub(crate) seq: u64,
}

/// What is being written.
struct Open {
    head: Head,
    first_seq: u64,
    /// What was erased so far; nothing when no text was.
    erased: Option<Erased>,
}

impl Open {
    fn new(head: Head) -> Self {
        let first_seq = head.last_seq + 1;
        Self { head, first_seq, erased: None }
    }
}

/// An erasure in the open batch.
#[derive(Clone, Copy)]
struct Erased {
    /// The event under which the person is counted from now on.
    citizen: u64,
    texts: u64,
}

/// One hotline on one file. `&mut self` changes, `&self` asks. It is `Send`, not `Sync`: a second
/// handle on the same file is the way to share.
pub struct Hotline {
    pub(crate) store: Store,
    pub(crate) rules: RefCell<Rules>,
    shelf: RefCell<Shelf>,
    open: RefCell<Option<Open>>,
    /// An erasure of one person on several tickets runs.
    one_citizen: Cell<bool>,
    log_emptied: Cell<bool>,
    salts: Salts,
}

impl Hotline {
    /// Makes a new file of a region, with the published calendar and the default policy, all by
    /// events under `stamp`.
    ///
    /// # Errors
    /// `Exists` when the path holds anything, `InvalidInput` for a bad founding or stamp, `Io`.
    pub fn create(path: impl AsRef<Path>, founding: &Founding, stamp: &Stamp) -> Result<Self> {
        Self::create_with(path, founding, stamp, &Options::default())
    }

    /// [`Hotline::create`] with options.
    ///
    /// # Errors
    /// As [`Hotline::create`].
    pub fn create_with(
        path: impl AsRef<Path>,
        founding: &Founding,
        stamp: &Stamp,
        options: &Options,
    ) -> Result<Self> {
        decide_office(&Rulebook::default(), &OfficeCommand::Found(founding.clone()), stamp)?;
        let _no_fork = gongdan_process::entered();
        let store = Store::create(path.as_ref(), options)?;
        let mut hotline = Self::on(store, options);
        hotline.store.begin()?;
        let founded = hotline.found(founding, stamp);
        hotline.finish(founded)?;
        hotline.store.settle(options.durability)?;
        Ok(hotline)
    }

    /// Opens a file, to read and write.
    ///
    /// # Errors
    /// `NotFound`, `NotAHotline`, `FileTooNew`, `Corrupt` or `Io`; the file stays as it is.
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        Self::open_with(path, &Options::default())
    }

    /// Opens a file with options.
    ///
    /// # Errors
    /// As [`Hotline::open`].
    pub fn open_with(path: impl AsRef<Path>, options: &Options) -> Result<Self> {
        let hotline = Self::on(Store::open(path.as_ref(), options)?, options);
        hotline.store.read(|_| hotline.current_head().map(|_| ()))?;
        Ok(hotline)
    }

    fn on(store: Store, options: &Options) -> Self {
        Self {
            store,
            rules: RefCell::default(),
            shelf: RefCell::default(),
            open: RefCell::default(),
            one_citizen: Cell::new(false),
            log_emptied: Cell::new(true),
            salts: options.salts.clone(),
        }
    }

    fn found(&mut self, founding: &Founding, stamp: &Stamp) -> Result<()> {
        self.store.create_schema()?;
        let head = Head::new(founding.region, self.salts.secret()?);
        self.store.found(&head, &founding.name, &founding.office)?;
        self.open.replace(Some(Open::new(head)));
        self.write_office(stamp, &OfficeCommand::Found(founding.clone()))?;
        for notice in china_notices() {
            self.write_office(stamp, &OfficeCommand::AdoptNotice(notice))?;
        }
        let defaults: Vec<Provision> = gongdan_domain::Policy::defaults();
        defaults.into_iter().try_for_each(|provision| {
            self.write_office(stamp, &OfficeCommand::Provide(provision)).map(|_| ())
        })
    }

    /// Takes a ticket in (受理).
    ///
    /// An external number that was seen before answers with the ticket that stands, and writes
    /// nothing.
    ///
    /// # Errors
    /// `InvalidInput` names the argument; `Busy`, `ReadOnly`, `Io`.
    pub fn intake(&mut self, stamp: &Stamp, intake: &Intake) -> Result<Receipt> {
        self.intake_guarded(&Guard::default(), stamp, intake)
    }

    /// [`Hotline::intake`] under a request id.
    ///
    /// # Errors
    /// As [`Hotline::intake`]; `Conflict` when the request id stands for another command.
    pub fn intake_guarded(
        &mut self,
        guard: &Guard,
        stamp: &Stamp,
        intake: &Intake,
    ) -> Result<Receipt> {
        guard.check()?;
        self.write(|hotline| {
            hotline.once(guard, stamp, &intake, |hotline| hotline.write_intake(stamp, intake))
        })
    }

    /// Executes a command on a ticket.
    ///
    /// # Errors
    /// `Refused` with the broken rule, `InvalidInput` with the argument, `NotFound`; `Busy`,
    /// `ReadOnly`, `Io`. Nothing of the command was written unless [`Error::outcome`] says that it
    /// is not known.
    pub fn execute(
        &mut self,
        ticket: TicketId,
        stamp: &Stamp,
        command: &Command,
    ) -> Result<Receipt> {
        self.execute_guarded(ticket, &Guard::default(), stamp, command)
    }

    /// [`Hotline::execute`] for a caller who says what they have seen, or under a request id.
    ///
    /// # Errors
    /// As [`Hotline::execute`]; `Conflict` when the ticket has changed since, or when the request
    /// id stands for another command.
    pub fn execute_guarded(
        &mut self,
        ticket: TicketId,
        guard: &Guard,
        stamp: &Stamp,
        command: &Command,
    ) -> Result<Receipt> {
        guard.check()?;
        self.write(|hotline| {
            hotline.once(guard, stamp, &(ticket, command), |hotline| {
                hotline.write_command(ticket, guard, stamp, command)
            })
        })
    }

    /// Executes a command to the office: reference data, policy, calendar, contacts.
    ///
    /// # Errors
    /// `InvalidInput` names the argument; `Busy`, `ReadOnly`, `Io`.
    pub fn office(&mut self, stamp: &Stamp, command: OfficeCommand) -> Result<Vec<Entry>> {
        self.write(|hotline| hotline.write_office(stamp, &command))
    }

    /// Runs several commands in one commit, all or nothing: an error that leaves the closure
    /// takes everything back.
    ///
    /// # Errors
    /// The closure's error, or that of the commit.
    pub fn batch<T>(&mut self, work: impl FnOnce(&mut Batch<'_>) -> Result<T>) -> Result<T> {
        self.begin()?;
        let done = work(&mut Batch { hotline: self });
        self.finish(done)
    }

    /// Runs commands as [`Hotline::batch`] does, takes all back, and says what they would write.
    ///
    /// # Errors
    /// The closure's error: what would be refused is refused here.
    pub fn dry_run<T>(
        &mut self,
        work: impl FnOnce(&mut Batch<'_>) -> Result<T>,
    ) -> Result<(T, Vec<Entry>)> {
        self.begin()?;
        let done = work(&mut Batch { hotline: self });
        let entries = done.and_then(|done| Ok((done, self.pending()?)));
        self.roll_back()?;
        entries
    }

    /// Begins a batch by hand: every command until [`Hotline::commit`] shares one commit. For
    /// bindings; Rust callers use [`Hotline::batch`].
    ///
    /// # Errors
    /// `InvalidInput` when a batch is open; `Busy`, `ReadOnly`, `Io`.
    pub fn begin(&mut self) -> Result<()> {
        if self.open.borrow().is_some() {
            let rule = "a batch is open already";
            return Err(Error::invalid_input("batch", Problem::Rule { rule }));
        }
        self.store.begin()?;
        let begun = self.begin_writing();
        if begun.is_err() {
            self.forget()?;
        }
        begun
    }

    /// Puts the open batch on disk.
    ///
    /// # Errors
    /// `InvalidInput` when none is open; `Io`, and then [`Error::outcome`] says whether the batch
    /// may be on disk all the same.
    pub fn commit(&mut self) -> Result<()> {
        self.finish(Ok(()))
    }

    /// Takes the open batch back; nothing happens when none is open.
    ///
    /// # Errors
    /// `Io`.
    pub fn roll_back(&mut self) -> Result<()> {
        match self.open.borrow().is_some() {
            true => {}
            false => return Ok(()),
        }
        self.forget()
    }

    /// Begins a commit of its own unless a batch is open; says whether it did.
    pub(crate) fn begin_unless_open(&mut self) -> Result<bool> {
        let own = self.open.borrow().is_none();
        if own {
            self.begin()?;
        }
        Ok(own)
    }

    /// Finishes a commit of its own; an open batch goes on.
    pub(crate) fn finish_if<T>(&mut self, own: bool, done: Result<T>) -> Result<T> {
        if own { self.finish(done) } else { done }
    }

    /// The head as the open batch has moved it: its sequence and hash.
    pub(crate) fn head_being_written(&self) -> Result<(u64, String)> {
        let head = self.open_head()?;
        Ok((head.last_seq, crate::store::hex(&head.last_hash)))
    }

    fn begin_writing(&mut self) -> Result<()> {
        let head = self.current_head()?;
        self.shelf.borrow_mut().open(&head);
        self.open.replace(Some(Open::new(head)));
        Ok(())
    }

    /// Commits what was done, or takes it all back.
    fn finish<T>(&mut self, done: Result<T>) -> Result<T> {
        let done = done.and_then(|done| self.put_on_disk().map(|()| done));
        if done.is_err() {
            self.forget()?;
        }
        done
    }

    fn put_on_disk(&mut self) -> Result<()> {
        self.settle()?;
        let Some(open) = self.open.take() else {
            let rule = "no batch is open";
            return Err(Error::invalid_input("batch", Problem::Rule { rule }));
        };
        if open.head.last_seq >= open.first_seq {
            self.store.save_head(&open.head)?;
        }
        self.store.commit().map_err(Error::while_committing)?;
        self.shelf.borrow_mut().close(&open.head);
        if open.erased.is_some() {
            // The erasure stands whether or not the log can be emptied now.
            self.log_emptied.set(self.store.empty_log().unwrap_or(false));
        }
        Ok(())
    }

    fn forget(&mut self) -> Result<()> {
        self.open.take();
        self.shelf.borrow_mut().clear();
        self.rules.replace(Rules::default());
        self.store.roll_back()
    }

    /// A ticket as the open batch has it in hand; nothing when no batch is open.
    pub(crate) fn in_hand(&self, id: TicketId) -> Result<Option<(RegionId, Held)>> {
        let open = self.open.borrow();
        let Some(open) = open.as_ref() else { return Ok(None) };
        let mut shelf = self.shelf.borrow_mut();
        Ok(Some((open.head.region, shelf.get(&self.store, id)?.clone())))
    }

    /// Turns the events of an open batch into rows, so that questions see them.
    pub(crate) fn settle(&self) -> Result<()> {
        match &*self.open.borrow() {
            Some(open) => self.shelf.borrow_mut().save(&self.store, &open.head),
            None => Ok(()),
        }
    }

    /// Inside the open batch, or in a commit of its own. A command that is refused leaves an open
    /// batch as it was; a failing machine ends it.
    fn write<T>(&mut self, work: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        if self.open.borrow().is_some() {
            let done = work(self);
            if done.as_ref().is_err_and(Error::is_of_the_machine) {
                self.forget()?;
            }
            return done;
        }
        let _no_fork = gongdan_process::entered();
        self.begin()?;
        let done = work(self);
        match done {
            Err(error) if !error.is_of_the_machine() => self.leave_unchanged(error),
            done => self.finish(done),
        }
    }

    /// A refusal outside a batch: nothing was written, and what is in hand is still good.
    fn leave_unchanged<T>(&mut self, error: Error) -> Result<T> {
        let unchanged =
            self.open.borrow().as_ref().is_some_and(|open| open.head.last_seq < open.first_seq);
        match unchanged {
            true => {
                let head = self.open.take().map(|open| open.head);
                head.iter().for_each(|head| self.shelf.borrow_mut().close(head));
                self.store.roll_back()?;
            }
            false => self.forget()?,
        }
        Err(error)
    }

    /// The head of the journal, and the rules brought up to it.
    pub(crate) fn current_head(&self) -> Result<Head> {
        let Some(head) = self.store.head()? else {
            let message = "the file was never founded";
            return Err(Error::plain(crate::ErrorKind::NotAHotline, message));
        };
        let mut rules = self.rules.borrow_mut();
        if rules.seq < head.office_seq {
            for event in self.store.events_of_after(head.region, OFFICE, rules.seq)? {
                rules.book.apply(event.office_event()?);
                rules.seq = event.seq;
            }
        }
        Ok(head)
    }

    /// Runs a request at most once: a request id that was seen answers as it did then.
    fn once(
        &mut self,
        guard: &Guard,
        stamp: &Stamp,
        asked: &impl Serialize,
        work: impl FnOnce(&mut Self) -> Result<Receipt>,
    ) -> Result<Receipt> {
        let Some(request) = &guard.request else { return work(self) };
        let head = self.open_head()?;
        let digest = self.digest(&head, stamp, asked)?;
        if let Some(answered) = self.store.seen(head.region, request)? {
            let same = answered.digest == digest || answered.digest == ERASED_DIGEST;
            return match same {
                true => self.answer_again(&head, &answered),
                false => Err(Error::request_reused()),
            };
        }
        let receipt = work(self)?;
        let last_seq = self.open_head()?.last_seq;
        let (subject, first_seq) = (receipt.ticket.0, head.last_seq + 1);
        let answered = Answered { digest, subject, first_seq, last_seq };
        self.store.keep_request(head.region, request, &answered)?;
        Ok(receipt)
    }

    /// What a request asks, as a keyed hash: it can hold personal data. The moment is left out,
    /// since a caller who tries again does so later.
    fn digest(&self, head: &Head, stamp: &Stamp, asked: &impl Serialize) -> Result<[u8; 32]> {
        let who = (stamp.by(), stamp.role(), stamp.unit_name());
        let asked = serde_json::to_vec(&(who, asked))?;
        Ok(self.store.keyed(&head.secret, &asked))
    }

    fn answer_again(&mut self, head: &Head, answered: &Answered) -> Result<Receipt> {
        let (first, last) = (answered.first_seq, answered.last_seq);
        let events = match first <= last {
            true => self.store.events_between(head.region, first, last)?,
            false => Vec::new(),
        };
        let mut receipt = self.receipt(TicketId(answered.subject), entries(&events)?)?;
        receipt.repeated = true;
        Ok(receipt)
    }

    fn receipt(&self, id: TicketId, entries: Vec<Entry>) -> Result<Receipt> {
        let mut shelf = self.shelf.borrow_mut();
        let ticket = &shelf.get(&self.store, id)?.ticket;
        Ok(Receipt {
            ticket: id,
            number: ticket.number.clone(),
            version: ticket.version,
            stage: ticket.stage,
            entries,
            repeated: false,
        })
    }

    fn open_head(&self) -> Result<Head> {
        let open = self.open.borrow();
        open.as_ref().map(|open| open.head.clone()).ok_or_else(no_batch)
    }

    /// What the open batch would write if it were committed now, in order.
    ///
    /// # Errors
    /// `InvalidInput` when no batch is open.
    pub fn pending(&self) -> Result<Vec<Entry>> {
        let open = self.open.borrow();
        let Some(open) = open.as_ref() else {
            let rule = "no batch is open";
            return Err(Error::invalid_input("batch", Problem::Rule { rule }));
        };
        let (first, last) = (open.first_seq, open.head.last_seq);
        entries(&self.store.events_between(open.head.region, first, last)?)
    }

    fn write_intake(&mut self, stamp: &Stamp, intake: &Intake) -> Result<Receipt> {
        if let Some(id) = self.known_external(intake)? {
            let mut receipt = self.receipt(id, Vec::new())?;
            receipt.repeated = true;
            return Ok(receipt);
        }
        let day = stamp.at().day_key();
        let ordinal = self.shelf.borrow_mut().next_of_day(&self.store, day)?;
        let decided = decide_intake(&self.rules.borrow().book, intake, stamp, ordinal)?;
        let head = self.open_head()?;
        let id = TicketId::new(head.region, head.last_seq + 1);
        let recorded = self.append(stamp, id, Concerned::default(), &decided)?;
        let TicketEvent::TakenIn(taken) = &decided.event else { return Err(no_batch()) };
        let ticket = gongdan_domain::Ticket::taken_in(id, stamp.at(), taken);
        let mut shelf = self.shelf.borrow_mut();
        shelf.put(Held::taken_in(ticket, recorded.seq, &decided.texts));
        shelf.count_day(day, ordinal);
        drop(shelf);
        self.receipt(id, vec![Entry { seq: recorded.seq, event: decided.event.word() }])
    }

    fn known_external(&self, intake: &Intake) -> Result<Option<TicketId>> {
        let external = intake.external.as_deref().map(str::trim).filter(|given| !given.is_empty());
        let Some(external) = external else { return Ok(None) };
        self.settle()?;
        self.store.id_of_external(external)
    }

    fn write_command(
        &mut self,
        id: TicketId,
        guard: &Guard,
        stamp: &Stamp,
        command: &Command,
    ) -> Result<Receipt> {
        let decided = self.decide(id, guard, stamp, command)?;
        let mut entries = Vec::with_capacity(decided.len());
        for each in &decided {
            let concerned = self.concern(id, stamp, each)?;
            let recorded = self.append(stamp, id, concerned, each)?;
            let mut shelf = self.shelf.borrow_mut();
            shelf.get(&self.store, id)?.follow(&each.event, &recorded);
            shelf.touch(id);
            drop(shelf);
            self.erase_as_decided(id, &each.event, recorded.seq)?;
            entries.push(Entry { seq: recorded.seq, event: each.event.word() });
        }
        self.receipt(id, entries)
    }

    /// Removes the texts that an event says were removed, in the same commit.
    fn erase_as_decided(&self, id: TicketId, event: &TicketEvent, seq: u64) -> Result<()> {
        let TicketEvent::Erased { fields } = event else { return Ok(()) };
        let mut open = self.open.borrow_mut();
        let open = open.as_mut().ok_or_else(no_batch)?;
        let so_far = open.erased.unwrap_or(Erased { citizen: seq, texts: 0 });
        let citizen = if self.one_citizen.get() { so_far.citizen } else { seq };
        let region = open.head.region;
        let texts = self.store.erase_texts(region, id, seq, fields, citizen)?;
        open.erased = Some(Erased { citizen: so_far.citizen, texts: so_far.texts + texts });
        Ok(())
    }

    /// Begins a commit that erases one person on several tickets.
    pub(crate) fn begin_erasing(&mut self) -> Result<()> {
        self.begin()?;
        self.one_citizen.set(true);
        Ok(())
    }

    /// Finishes it, and says how many texts were emptied.
    pub(crate) fn finish_erasing(&mut self, done: Result<()>) -> Result<u64> {
        self.one_citizen.set(false);
        let erased = self.open.borrow().as_ref().and_then(|open| open.erased);
        self.finish(done)?;
        Ok(erased.map_or(0, |erased| erased.texts))
    }

    /// Whether the last erasure has left the log.
    pub(crate) fn log_is_empty(&self) -> bool {
        self.log_emptied.get()
    }

    /// Whether a batch is open.
    pub(crate) fn is_writing(&self) -> bool {
        self.open.borrow().is_some()
    }

    fn decide(
        &mut self,
        id: TicketId,
        guard: &Guard,
        stamp: &Stamp,
        command: &Command,
    ) -> Result<Vec<Decided>> {
        let main = self.main_ticket(command)?;
        let mut shelf = self.shelf.borrow_mut();
        let ticket = &shelf.get(&self.store, id)?.ticket;
        if let Some(expected) = guard.seen.filter(|seen| *seen != ticket.version) {
            return Err(Error::conflict(expected, ticket.version));
        }
        let rules = self.rules.borrow();
        Ok(decide(ticket, command, stamp, &rules.book, main.as_ref().map(|held| &held.ticket))?)
    }

    /// The other ticket that a command names.
    fn main_ticket(&self, command: &Command) -> Result<Option<Held>> {
        let (Command::Merge { main } | Command::Repeat { main }) = command else {
            return Ok(None);
        };
        let mut shelf = self.shelf.borrow_mut();
        shelf.get(&self.store, *main).map(|held| Some(held.clone()))
    }

    fn concern(&self, id: TicketId, stamp: &Stamp, decided: &Decided) -> Result<Concerned> {
        let mut shelf = self.shelf.borrow_mut();
        let ticket = &shelf.get(&self.store, id)?.ticket;
        let concern = ticket.concern(stamp.at(), &decided.event);
        Ok(Concerned { unit: concern.unit, late: concern.late, satisfied: concern.satisfied })
    }

    fn append(
        &mut self,
        stamp: &Stamp,
        id: TicketId,
        concerned: Concerned,
        decided: &Decided,
    ) -> Result<Recorded> {
        let body = serde_json::to_string(&decided.event)?;
        let actor_unit = self.acting_unit(stamp)?;
        let mut open = self.open.borrow_mut();
        let open = open.as_mut().ok_or_else(no_batch)?;
        let new = NewEvent {
            subject: id.0,
            at: stamp.at(),
            kind: decided.event.code(),
            by: stamp.by().trim(),
            role: stamp.role(),
            actor_unit,
            unit: concerned.unit,
            late: concerned.late,
            satisfied: concerned.satisfied,
            body,
            texts: &decided.texts,
        };
        self.store.append(&mut open.head, new, &self.salts)
    }

    fn acting_unit(&self, stamp: &Stamp) -> std::result::Result<Option<UnitId>, Invalid> {
        let rules = self.rules.borrow();
        let find = |name| rules.book.register.find(Species::Unit, name).map(|unit| unit.id);
        stamp.unit_name().map(find).transpose()
    }

    fn write_office(&mut self, stamp: &Stamp, command: &OfficeCommand) -> Result<Vec<Entry>> {
        let events = decide_office(&self.rules.borrow().book, command, stamp)?;
        let mut entries = Vec::with_capacity(events.len());
        for event in events {
            self.check_contacts(&event)?;
            let recorded = self.append_office(stamp, &event)?;
            let mut rules = self.rules.borrow_mut();
            rules.book.apply(event.clone());
            let open = self.open.borrow();
            let region = open.as_ref().ok_or_else(no_batch)?.head.region;
            match &event {
                OfficeEvent::ContactsRecorded(contacts) => {
                    self.store.save_contacts(region, &recorded, contacts)?;
                }
                OfficeEvent::IssuePublished(_) => {}
                _ => {
                    rules.seq = recorded.seq;
                    self.store.save_office(region, recorded.seq, &event, &rules.book)?;
                }
            }
            entries.push(Entry { seq: recorded.seq, event: event.word() });
        }
        Ok(entries)
    }

    /// A correction may not take more contacts away than were counted.
    fn check_contacts(&self, event: &OfficeEvent) -> Result<()> {
        let OfficeEvent::ContactsRecorded(contacts) = event else { return Ok(()) };
        let region = self.open_head()?.region;
        let so_far = self.store.contacts_on(region, contacts.channel, contacts.day)?;
        match so_far + contacts.count < 0 {
            true => {
                let problem = Problem::OutOfRange { from: -so_far, to: i64::from(i32::MAX) };
                Err(Error::invalid_input("count", problem))
            }
            false => Ok(()),
        }
    }

    fn append_office(&mut self, stamp: &Stamp, event: &OfficeEvent) -> Result<Recorded> {
        let body = serde_json::to_string(event)?;
        let actor_unit = self.acting_unit(stamp)?;
        let subject = match event {
            OfficeEvent::ContactsRecorded(_) => CONTACTS,
            OfficeEvent::IssuePublished(_) => ISSUES,
            _ => OFFICE,
        };
        let mut open = self.open.borrow_mut();
        let open = open.as_mut().ok_or_else(no_batch)?;
        let new = NewEvent {
            subject,
            at: stamp.at(),
            kind: 0,
            by: stamp.by().trim(),
            role: stamp.role(),
            actor_unit,
            unit: None,
            late: false,
            satisfied: false,
            body,
            texts: &[],
        };
        self.store.append(&mut open.head, new, &self.salts)
    }

    /// The moment of the latest event in the file.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn last_at(&self) -> Result<Moment> {
        Ok(self.store.read(|_| self.current_head())?.last_at)
    }
}

/// What stands beside an event for the flow figures.
#[derive(Default)]
struct Concerned {
    unit: Option<UnitId>,
    late: bool,
    satisfied: bool,
}

fn no_batch() -> Error {
    Error::plain(crate::ErrorKind::Bug, "nothing is being written")
}

fn entries(events: &[Recorded]) -> Result<Vec<Entry>> {
    let entry = |event: &Recorded| {
        let word = match event.subject {
            OFFICE | CONTACTS | ISSUES => event.office_event()?.word(),
            _ => event.ticket_event()?.word(),
        };
        Ok(Entry { seq: event.seq, event: word })
    };
    events.iter().map(entry).collect()
}

/// Several commands in one commit.
pub struct Batch<'a> {
    hotline: &'a mut Hotline,
}

impl Batch<'_> {
    /// The hotline, while the batch goes on: a failure of the machine has ended it, and what
    /// comes after must not begin a commit of its own.
    fn going(&mut self) -> Result<&mut Hotline> {
        let goes_on = self.hotline.open.borrow().is_some();
        match goes_on {
            true => Ok(self.hotline),
            false => {
                let message = "the batch was ended by a failure; nothing of it was kept";
                Err(Error::plain(crate::ErrorKind::Io, message))
            }
        }
    }

    /// As [`Hotline::intake`].
    ///
    /// # Errors
    /// As there; a refusal leaves the batch as it was.
    pub fn intake(&mut self, stamp: &Stamp, intake: &Intake) -> Result<Receipt> {
        self.going()?.intake(stamp, intake)
    }

    /// As [`Hotline::intake_guarded`].
    ///
    /// # Errors
    /// As there; a refusal leaves the batch as it was.
    pub fn intake_guarded(
        &mut self,
        guard: &Guard,
        stamp: &Stamp,
        intake: &Intake,
    ) -> Result<Receipt> {
        self.going()?.intake_guarded(guard, stamp, intake)
    }

    /// As [`Hotline::execute`].
    ///
    /// # Errors
    /// As there; a refusal leaves the batch as it was.
    pub fn execute(
        &mut self,
        ticket: TicketId,
        stamp: &Stamp,
        command: &Command,
    ) -> Result<Receipt> {
        self.going()?.execute(ticket, stamp, command)
    }

    /// As [`Hotline::execute_guarded`].
    ///
    /// # Errors
    /// As there; a refusal leaves the batch as it was.
    pub fn execute_guarded(
        &mut self,
        ticket: TicketId,
        guard: &Guard,
        stamp: &Stamp,
        command: &Command,
    ) -> Result<Receipt> {
        self.going()?.execute_guarded(ticket, guard, stamp, command)
    }

    /// As [`Hotline::office`].
    ///
    /// # Errors
    /// As there; a refusal leaves the batch as it was.
    pub fn office(&mut self, stamp: &Stamp, command: OfficeCommand) -> Result<Vec<Entry>> {
        self.going()?.office(stamp, command)
    }

    /// The hotline as the batch sees it: questions asked of it include what the batch did.
    pub fn hotline(&self) -> &Hotline {
        self.hotline
    }
}
