//! A command on a ticket: load, decide, apply, append.

use std::sync::Arc;

use gongdan_domain::{
    Beside, Clocks, Command, Decided, Intake, Invalid, Keeping, Moment, Problem, Role, Species,
    Stage, Stamp, Text, TextField, TicketEvent, TicketId, UnitId, Verb, decide, decide_in_full,
    decide_intake, same_text, without_numbers,
};

use super::commit::no_batch;
use super::door::{Erased, FilesBeside, Hotline};
use crate::fields::Receipt;
use crate::fields::Written;
use crate::store::{Held, NewEvent, Recorded, body_of, keeping};
use crate::words::{Error, Result};

/// What stands beside an event for the flow figures.
#[derive(Default)]
struct Concerned {
    unit: Option<UnitId>,
    late: bool,
    later: i64,
}

impl Hotline {
    pub(super) fn write_intake(&mut self, stamp: &Stamp, intake: &Intake) -> Result<Receipt> {
        // To a unit no ticket stands that another platform's number would find.
        let centre = stamp.role() != Role::Unit;
        if let Some(id) = centre.then(|| self.known_external(intake)).transpose()?.flatten() {
            let mut receipt = self.receipt(id, Vec::new())?;
            receipt.repeated = true;
            return Ok(receipt);
        }
        let day = stamp.at().day_key();
        let ordinal = self.shelf.borrow_mut().next_of_day(&self.store, day)?;
        let decided = decide_intake(&self.rules.borrow().book, intake, stamp, ordinal)?;
        self.check_leap(stamp, Verb::Intake, Stage::Accepted)?;
        let head = self.open_head()?;
        let id = TicketId::new(head.region, head.tickets + 1);
        let recorded = self.append(stamp, id, Concerned::default(), &decided)?;
        let TicketEvent::TakenIn(taken) = &decided.event else { return Err(no_batch()) };
        let ticket = gongdan_domain::Ticket::taken_in(id, stamp.at(), taken);
        let mut shelf = self.shelf.borrow_mut();
        shelf.put(Held::taken_in(ticket, recorded.seq, &decided.texts));
        shelf.count_day(day, ordinal);
        drop(shelf);
        self.receipt(id, vec![Written { seq: recorded.seq, event: decided.event.word() }])
    }

    fn known_external(&self, intake: &Intake) -> Result<Option<TicketId>> {
        let external = intake.external.as_deref().map(str::trim).filter(|given| !given.is_empty());
        let Some(external) = external else { return Ok(None) };
        let channel =
            match self.rules.borrow().book.register.find(Species::Channel, &intake.channel) {
                Ok(channel) => channel.id,
                // The decision says that nobody knows it.
                Err(_) => return Ok(None),
            };
        self.settle()?;
        let known = self.store.ids_of_external(external, Some(channel))?.first().copied();
        known.map_or(Ok(()), |id| self.ensure_same_matter(id, intake))?;
        Ok(known)
    }

    /// A number that comes again with another matter is no repetition: the citizen added something.
    /// After an erasure there is nothing to compare.
    fn ensure_same_matter(&self, id: TicketId, intake: &Intake) -> Result<()> {
        let region = self.open_head()?.region;
        let texts = self.store.texts_of(region, id)?;
        let mut matters =
            texts.iter().filter(|(_, text)| text.field == TextField::Matter).peekable();
        let same = |(_, text): &(u64, Text)| same_text(&text.content, &intake.matter);
        if matters.peek().is_none() || matters.any(same) {
            return Ok(());
        }
        let number = self.store.number_of(id)?.unwrap_or_default();
        let (channel, external) =
            (intake.channel.trim(), intake.external.as_deref().unwrap_or_default().trim());
        let external = without_numbers(external);
        Err(Error::plain(
            crate::ErrorKind::Conflict,
            format!(
                "{channel} {external} is ticket {number} already, with another matter: amend that \
                 ticket if the citizen added something"
            ),
        ))
    }

    pub(super) fn write_command(
        &mut self,
        id: TicketId,
        stamp: &Stamp,
        command: &Command,
    ) -> Result<Receipt> {
        self.write_decided(id, stamp, command, None)
    }

    /// A file is kept with its bytes, and the event that tells of it.
    pub(super) fn write_file(
        &mut self,
        id: TicketId,
        stamp: &Stamp,
        command: &Command,
        bytes: &[u8],
    ) -> Result<Receipt> {
        let receipt = self.write_decided(id, stamp, command, Some(keeping(bytes)))?;
        let region = self.open_head()?.region;
        let attached = receipt.entries.last().map_or(0, |entry| entry.seq);
        if keeping(bytes) == Keeping::Beside {
            self.note_beside(|beside| beside.put.push(attached))?;
        }
        self.store.put_file(region, attached, bytes)?;
        Ok(receipt)
    }

    /// Notes what changes in the folder beside with the open commit.
    fn note_beside(&self, note: impl FnOnce(&mut FilesBeside)) -> Result<()> {
        note(&mut self.open.borrow_mut().as_mut().ok_or_else(no_batch)?.beside);
        Ok(())
    }

    fn write_decided(
        &mut self,
        id: TicketId,
        stamp: &Stamp,
        command: &Command,
        kept: Option<Keeping>,
    ) -> Result<Receipt> {
        let decided = self.decide(id, stamp, command, kept)?;
        let mut entries = Vec::with_capacity(decided.len());
        for each in &decided {
            let concerned = self.concern(id, stamp, each)?;
            let recorded = self.append(stamp, id, concerned, each)?;
            self.follow(id, &each.event, &recorded)?;
            self.erase_as_decided(id, &each.event, recorded.seq)?;
            entries.push(Written { seq: recorded.seq, event: each.event.word() });
        }
        let adds_nothing = entries.is_empty();
        let mut receipt = self.receipt(id, entries)?;
        receipt.repeated = adds_nothing;
        Ok(receipt)
    }

    /// Has the ticket in hand follow its event.
    fn follow(&self, id: TicketId, event: &TicketEvent, recorded: &Recorded) -> Result<()> {
        let mut shelf = self.shelf.borrow_mut();
        shelf.touch(id);
        let held = shelf.get(&self.store, id)?;
        match event {
            TicketEvent::Corrected { .. } => self.fold_anew(held),
            event => {
                held.follow(event, &recorded.lent());
                Ok(())
            }
        }
    }

    /// After a correction the whole life of the ticket is folded anew, and the newest fact of the file
    /// can be an earlier one.
    fn fold_anew(&self, held: &mut Held) -> Result<()> {
        let (id, before) = (held.ticket.id, held.ticket.newest_fact);
        let mut open = self.open.borrow_mut();
        let head = &mut open.as_mut().ok_or_else(no_batch)?.head;
        let anew = self.store.fold_anew(head.region, id)?.ok_or_else(|| Error::no_ticket(id))?;
        let now = anew.ticket.newest_fact;
        held.folded_anew(anew);
        if now < before && before == head.fact_at {
            head.fact_at = self.store.newest_fact(head.region)?.unwrap_or(now);
        }
        head.fact_at = head.fact_at.max(now);
        Ok(())
    }

    /// Removes the texts that an event says were removed, in the same commit.
    fn erase_as_decided(&self, id: TicketId, event: &TicketEvent, seq: u64) -> Result<()> {
        let TicketEvent::Erased { fields } = event else { return Ok(()) };
        let mut open = self.open.borrow_mut();
        let open = open.as_mut().ok_or_else(no_batch)?;
        let so_far = open.erased.unwrap_or(Erased { citizen: seq, texts: 0 });
        let citizen = if self.one_citizen.get() { so_far.citizen } else { seq };
        let texts = self.store.erase_texts(&open.head, id, seq, fields, citizen)?;
        if fields.contains(&TextField::FileDigest) {
            open.beside.erased.extend(self.store.erase_files(open.head.region, id, seq)?);
        }
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

    /// Refuses a moment that lies further from all that happened so far than the policy lets it.
    fn check_leap(&self, stamp: &Stamp, verb: Verb, stage: Stage) -> Result<()> {
        let head = self.open_head()?;
        let newest = (head.tickets > 0).then_some(head.fact_at);
        let founded = match newest {
            Some(newest) => newest,
            None => {
                self.store.events_between(head.region, 1, 1)?.first().map_or(stamp.at(), |e| e.at)
            }
        };
        Ok(Clocks { newest, founded }.check(&self.rules.borrow().book, stamp, (verb, stage))?)
    }

    pub(super) fn decide(
        &mut self,
        id: TicketId,
        stamp: &Stamp,
        command: &Command,
        kept: Option<Keeping>,
    ) -> Result<Vec<Decided>> {
        self.ensure_known_to(stamp, id)?;
        let main = match stamp.role() {
            // No command of a unit names another ticket: whether that one stands is not told.
            Role::Unit => None,
            Role::Centre | Role::Supervisor => self.main_ticket(command)?,
        };
        let facts = self.facts(id, command)?;
        let mut shelf = self.shelf.borrow_mut();
        let ticket = &shelf.get(&self.store, id)?.ticket;
        if let Some(expected) = stamp.seen_version().filter(|seen| *seen != ticket.version) {
            return Err(Error::conflict(expected, ticket.version));
        }
        let rules = self.rules.borrow();
        let beside = Beside { main: main.as_ref().map(|held| &held.ticket), facts: &facts, kept };
        let decided = decide(ticket, command, stamp, &rules.book, beside)?;
        self.check_leap(stamp, command.verb(), ticket.stage)?;
        Clocks::check_correction(&rules.book, stamp, ticket.stage, command)?;
        Ok(decided)
    }

    /// All that happened to a ticket, where a command looks at it.
    fn facts(&self, id: TicketId, command: &Command) -> Result<Vec<(Moment, TicketEvent)>> {
        let Command::Correct { .. } = command else { return Ok(Vec::new()) };
        let events = self.store.events_of(id.region(), id.0)?;
        events.iter().map(|event| Ok((event.at, event.ticket_event()?))).collect()
    }

    /// Refuses to show a ticket as it was typed to whoever may not see it so.
    pub(crate) fn ensure_in_full(&self, id: TicketId, stamp: &Stamp) -> Result<()> {
        self.ensure_known_to(stamp, id)?;
        let mut shelf = self.shelf.borrow_mut();
        let ticket = &shelf.get(&self.store, id)?.ticket;
        Ok(decide_in_full(ticket, stamp, &self.rules.borrow().book)?)
    }

    /// To a unit a ticket that it never had does not exist: it is told so before any rule that would
    /// tell where the ticket stands. One that something is demanded of it about does: it may answer.
    fn ensure_known_to(&self, stamp: &Stamp, id: TicketId) -> Result<()> {
        let (Role::Unit, Some(unit)) = (stamp.role(), self.acting_unit(stamp)?) else {
            return Ok(());
        };
        let rules = self.rules.borrow();
        let standing = |unit| rules.book.register.standing(Species::Unit, unit, stamp.at());
        let own = |other: UnitId| standing(other) == standing(unit);
        let mut shelf = self.shelf.borrow_mut();
        let ticket = &shelf.get(&self.store, id)?.ticket;
        let demanded = || ticket.supervisions.iter().filter_map(|each| each.unit).any(own);
        match ticket.legs.iter().any(|leg| own(leg.unit)) || demanded() {
            true => Ok(()),
            false => Err(Error::no_ticket(id)),
        }
    }

    /// The other ticket that a command names.
    fn main_ticket(&self, command: &Command) -> Result<Option<Held>> {
        let (Command::Merge { main } | Command::Repeat { main } | Command::Relate { main }) =
            command
        else {
            return Ok(None);
        };
        let mut found = self.named_ticket(*main)?;
        // A contact is known by its first ticket, whichever of its tickets is named; no circle can come about so.
        while let (Command::Relate { .. }, Some(before)) = (command, found.ticket.related_to) {
            found = self.named_ticket(before)?;
        }
        Ok(Some(found))
    }

    fn named_ticket(&self, main: TicketId) -> Result<Held> {
        let mut shelf = self.shelf.borrow_mut();
        let found = shelf.get(&self.store, main).map(|held| held.clone());
        found.map_err(|error| match error.kind() {
            crate::ErrorKind::NotFound => {
                let problem = Problem::Unknown { given: main.0.to_string(), nearest: Vec::new() };
                Error::invalid_input("main", problem)
            }
            _ => error,
        })
    }

    fn concern(&self, id: TicketId, stamp: &Stamp, decided: &Decided) -> Result<Concerned> {
        let mut shelf = self.shelf.borrow_mut();
        let ticket = &shelf.get(&self.store, id)?.ticket;
        let concern = ticket.concern(decided.at.unwrap_or(stamp.at()), &decided.event);
        Ok(Concerned { unit: concern.unit, late: concern.late, later: concern.later })
    }

    fn append(
        &mut self,
        stamp: &Stamp,
        id: TicketId,
        concerned: Concerned,
        decided: &Decided,
    ) -> Result<Arc<Recorded>> {
        let body = body_of(&decided.event)?;
        let actor_unit = self.acting_unit(stamp)?;
        let mut open = self.open.borrow_mut();
        let open = open.as_mut().ok_or_else(no_batch)?;
        let new = NewEvent {
            subject: id.0,
            at: decided.at.unwrap_or(stamp.at()),
            kind: decided.event.code(),
            by: stamp.by().trim(),
            role: stamp.role(),
            actor_unit,
            unit: concerned.unit,
            late: concerned.late,
            later: concerned.later,
            body,
            texts: &decided.texts,
        };
        let salts = self.salts.salts(&mut open.pool, open.head.last_seq + 1, new.texts)?;
        self.store.append(&mut open.head, new, salts)
    }

    pub(super) fn acting_unit(
        &self,
        stamp: &Stamp,
    ) -> std::result::Result<Option<UnitId>, Invalid> {
        let rules = self.rules.borrow();
        let find = |name| rules.book.register.find(Species::Unit, name).map(|unit| unit.id);
        stamp.unit_name().map(find).transpose()
    }
}
