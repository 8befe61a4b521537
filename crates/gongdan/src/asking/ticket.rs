//! Questions: everything a hotline answers without changing anything.

use std::path::Path;

use gongdan_domain::{
    Calendar, Clock, DayLine, Entry, Invalid, Limit, Moment, Period, Problem, RegionId, Rounding,
    Rulebook, Species, TextField, Ticket, TicketId, UnitId, without_numbers,
};

use super::filter::{Filter, LimitOf, Page, Tickets};
use super::history::{Explained, TicketText};
use crate::fields::{HistoryEntry, Reading, Seen, TicketView};
use crate::figures::question::Question;
use crate::figures::reckon::view_of;
use crate::hotline::Hotline;
use crate::store::Options;
use crate::store::{Datum, Found, Health, Held, Recorded, Rows, SHORTEST, Verified};
use crate::words::{Error, Result};

impl Hotline {
    /// One state of the file for several questions.
    pub(crate) fn ask<T>(&self, ask: impl FnOnce(RegionId, &Rulebook) -> Result<T>) -> Result<T> {
        self.ask_now(|region, rules, _| ask(region, rules))
    }

    /// One state of the file, with the names of now: those in force at its latest moment.
    pub(crate) fn ask_now<T>(
        &self,
        ask: impl FnOnce(RegionId, &Rulebook, Reading<'_>) -> Result<T>,
    ) -> Result<T> {
        self.settle()?;
        self.store.read(|_| {
            let head = self.current_head()?;
            let rules = self.rules.borrow();
            let reading = Reading { register: &rules.book.register, at: head.last_at };
            ask(head.region, &rules.book, reading)
        })
    }

    /// The rules in force: founding, register, policy, calendar.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn rulebook(&self) -> Result<Rulebook> {
        self.ask(|_, rules| Ok(rules.clone()))
    }

    /// Who founded the file: the name on its first event.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn founder(&self) -> Result<String> {
        let first = self.ask(|region, _| self.store.events_between(region, 1, 1))?;
        let missing = || Error::plain(crate::ErrorKind::Corrupt, "the first event is missing");
        first.into_iter().next().map(|event| event.by).ok_or_else(missing)
    }

    /// A ticket.
    ///
    /// # Errors
    /// `NotFound`; `Io`, `Corrupt`.
    pub fn ticket(&self, id: TicketId) -> Result<TicketView> {
        if let Some((region, at, held)) = self.in_hand(id)? {
            let rules = self.rules.borrow();
            return self.view(region, Reading { register: &rules.book.register, at }, &held);
        }
        self.ask_now(|region, _, reading| self.view(region, reading, &self.store.load(id)?))
    }

    pub(crate) fn view(
        &self,
        region: RegionId,
        reading: Reading<'_>,
        held: &Held,
    ) -> Result<TicketView> {
        let matter = self.store.text(region, held.matter_seq, TextField::Matter)?;
        let matter = matter.map(|matter| without_numbers(&matter).into_owned());
        Ok(TicketView::new(&Seen { ticket: &held.ticket, matter, reading }))
    }

    /// The ticket that bears a printed number, or came in under this number of another platform;
    /// where several platforms have it, `CHANNEL:NUMBER` says whose.
    ///
    /// # Errors
    /// `NotFound`; `InvalidInput` when several platforms have the number; `Io`, `Corrupt`.
    pub fn ticket_by_number(&self, number: &str) -> Result<TicketView> {
        let own = self.ask(|_, _| self.store.id_of_number(number.trim()))?;
        let id = own.map_or_else(|| self.by_external(number.trim()), |id| Ok(Some(id)))?;
        let given: String = without_numbers(number.trim()).chars().take(40).collect();
        self.ticket(id.ok_or_else(|| Error::not_found("ticket", given))?)
    }

    fn by_external(&self, number: &str) -> Result<Option<TicketId>> {
        self.ask(|_, rules| {
            let of_channel = number.split_once([':', '：']).and_then(|(channel, number)| {
                let channel = rules.register.find(Species::Channel, channel).ok()?;
                Some((Some(channel.id), number.trim()))
            });
            let (channel, number) = of_channel.unwrap_or((None, number));
            let found = self.store.ids_of_external(number, channel)?;
            match found[..] {
                [] | [_] => Ok(found.first().copied()),
                _ => {
                    let rule = "several channels have this number: CHANNEL:NUMBER says whose";
                    Err(Error::invalid_input("number", Problem::Rule { rule }))
                }
            }
        })
    }

    /// What happened to a ticket, in order, without the caller's data and without telephone
    /// numbers in its texts.
    ///
    /// # Errors
    /// `NotFound`; `Io`, `Corrupt`.
    pub fn history(&self, id: TicketId) -> Result<Vec<HistoryEntry>> {
        let shown = self.ask(|region, _| self.texts_without_caller(region, id))?;
        self.history_with(id, &shown)
    }

    pub(crate) fn history_with(
        &self,
        id: TicketId,
        texts: &[TicketText],
    ) -> Result<Vec<HistoryEntry>> {
        self.ask_now(|region, _, reading| {
            // The journal's other subjects (the office, contacts, issues) are no tickets.
            let events = match id.region() == region {
                true => self.store.events_of(region, id.0)?,
                false => Vec::new(),
            };
            if events.is_empty() {
                return Err(Error::no_ticket(id));
            }
            events.iter().map(|event| history_entry(event, texts, reading)).collect()
        })
    }

    /// The texts of a ticket, in the order of its events, without the caller's data and without
    /// telephone numbers; [`Hotline::reveal_history`] gives them as they were typed.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn texts(&self, id: TicketId) -> Result<Vec<TicketText>> {
        self.ask(|region, _| self.texts_without_caller(region, id))
    }

    pub(crate) fn texts_without_caller(
        &self,
        region: RegionId,
        id: TicketId,
    ) -> Result<Vec<TicketText>> {
        let mut texts = self.texts_as_typed(region, id)?;
        for text in &mut texts {
            text.content = without_numbers(&text.content).into_owned();
        }
        Ok(texts)
    }

    pub(crate) fn texts_as_typed(&self, region: RegionId, id: TicketId) -> Result<Vec<TicketText>> {
        let withheld = [TextField::CallerName, TextField::CallerPhone, TextField::CallerAddress];
        let texts = self.store.texts_of(region, id)?.into_iter();
        let kept = texts.filter(|(_, text)| !withheld.contains(&text.field));
        Ok(kept
            .map(|(seq, text)| TicketText { seq, field: text.field, content: text.content })
            .collect())
    }

    /// The running promises of a ticket, day by day: which days counted, which were skipped, and
    /// why, under the calendar of the moment they were given.
    ///
    /// # Errors
    /// `NotFound`; `Io`, `Corrupt`.
    pub fn explain(&self, id: TicketId) -> Result<Vec<Explained>> {
        self.ask(|_, rules| {
            let held = self.store.load(id)?;
            explained(&held.ticket, rules)
        })
    }

    /// The tickets a filter finds, newest intake first.
    ///
    /// # Errors
    /// `InvalidInput` names a channel, category or unit that nobody knows, or a text of more than
    /// 1,000 characters; `Io`, `Corrupt`.
    pub fn find(&self, filter: &Filter, page: Page) -> Result<Tickets> {
        self.ask_now(|region, _, reading| {
            let past = filter.as_of.or(filter.overdue_on).filter(|as_of| *as_of < reading.at);
            let reading = Reading { at: past.unwrap_or(reading.at), ..reading };
            let found = Found { past, ..look_up(filter, reading)? };
            past.map_or(Ok(()), |as_of| self.show_all(region, as_of))?;
            let (total, ids) = self.store.find(region, &found, page.offset, page.limit)?;
            let view = |id| match past {
                Some(as_of) => self.stood(region, id, Reading { at: as_of, ..reading }),
                None => self.store.shown(region, id, reading),
            };
            let tickets = ids.into_iter().map(view).collect::<Result<_>>()?;
            Ok(Tickets { total, tickets })
        })
    }

    /// Makes the tables of a moment show every ticket of then.
    fn show_all(&self, region: RegionId, as_of: Moment) -> Result<()> {
        let period = Period::days(Moment::MIN.day(), as_of.day())?;
        let question = Question::new(period, as_of);
        self.store.look_back(&view_of(region, &question, None))
    }

    /// A ticket as it stood at the moment of a reading.
    fn stood(&self, region: RegionId, id: TicketId, reading: Reading<'_>) -> Result<TicketView> {
        let mut events = self.store.events_of(region, id.0)?;
        events.retain(|event| event.at <= reading.at);
        let held = Held::fold(id, &events)?.ok_or_else(|| Error::no_ticket(id))?;
        self.view(region, reading, &held)
    }

    /// How rates are printed at a moment.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn rounding(&self, at: Moment) -> Result<Rounding> {
        self.ask(|_, rules| Ok(rules.policy.rounding(at)))
    }

    /// When a limit that is given at a moment ends, by the calendar and office hours of then.
    ///
    /// # Errors
    /// `InvalidInput` for a limit out of range, or a year that nobody has published; `Io`.
    pub fn end_of(&self, limit: Limit, given: Moment) -> Result<Moment> {
        self.ask(|_, rules| {
            let hours = rules.policy.hours(given);
            let clock = Clock { days: rules.calendar.known_at(given), hours: &hours };
            Ok(clock.limit(given, limit)?)
        })
    }

    /// Checks the file: pages and keys, the journal's chain, every text's salted hash, and every
    /// row against the replay of its events. It reads only; `progress` hears (done, of). A large
    /// file is read by two threads of this process, on a machine that has two cores.
    ///
    /// # Errors
    /// `InvalidInput` inside a batch; `Interrupted` when whoever watches it stops it (see
    /// [`watched`](crate::watched)); else only when the head itself cannot be read: what does not
    /// agree is a finding, not an error.
    pub fn verify(&self, progress: &mut dyn FnMut(u64, u64)) -> Result<Verified> {
        self.verify_against(&[], progress)
    }

    /// [`Hotline::verify`] against anchors: events and their hashes as they stand elsewhere, for
    /// example in printed issues (sequence, and at least the hash's first 16 hexadecimal
    /// characters). They find a tail cut off and a journal rewritten whole, which the file alone
    /// cannot show.
    ///
    /// # Errors
    /// `InvalidInput` for an anchor that is no hash; else as [`Hotline::verify`].
    pub fn verify_against(
        &self,
        anchors: &[(u64, String)],
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<Verified> {
        let hash = |text: &str| {
            (SHORTEST..=64).contains(&text.len()) && text.chars().all(|c| c.is_ascii_hexdigit())
        };
        if !anchors.iter().all(|(_, text)| hash(text.trim())) {
            let expected = "16 to 64 hexadecimal characters";
            return Err(Error::invalid_input("anchor", Problem::Malformed { expected }));
        }
        self.store.ensure_committed()?;
        self.store.read_damaged(|_| {
            let head = self.current_head()?;
            // Whoever hears of the progress may take long over it, and may fork.
            let mut told = |done, of| gongdan_process::outside(|| progress(done, of));
            self.store.verify(head, anchors, &mut told)
        })
    }

    /// Answers one SELECT on the documented views `v1_…` (see schema.sql), read-only, as the file
    /// was last committed. A query that takes more than `steps` instructions of SQLite's virtual
    /// machine is stopped; ten million are about a second.
    ///
    /// # Errors
    /// `InvalidInput` for anything but such a SELECT, or when the steps are used up; `Busy`.
    pub fn query(&self, sql: &str, values: &[Datum], steps: u64) -> Result<Rows> {
        self.store.query(sql, values, steps)
    }

    /// Copies the file, complete and consistent, while others read and write it.
    ///
    /// # Errors
    /// `Exists` when the path holds anything; `InvalidInput` inside a batch; `Io`.
    pub fn backup_to(&self, path: impl AsRef<Path>) -> Result<()> {
        self.store.backup_to(path.as_ref())
    }

    /// [`Hotline::backup_to`], and then opens the copy and verifies it whole; its report names the
    /// head, to be kept elsewhere as an anchor.
    ///
    /// # Errors
    /// As [`Hotline::backup_to`]; `Corrupt` when the copy is not sound. It is left where it is.
    pub fn backup_verified(&self, path: impl AsRef<Path>) -> Result<Verified> {
        self.backup_to(path.as_ref())?;
        let copy = Self::open_with(path.as_ref(), &Options::new().read_only())?;
        let report = copy.verify(&mut |_, _| {})?;
        match report.findings.first() {
            None => Ok(report),
            Some(found) => {
                let message = format!("the copy is not sound: {found}");
                Err(Error::plain(crate::ErrorKind::Corrupt, message))
            }
        }
    }

    /// How the file stands: its size, its log, its free pages.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn health(&self) -> Result<Health> {
        self.store.health()
    }
}

/// The longest text that is looked for, in characters.
const LONGEST_SEARCH: usize = 1_000;

/// A filter with its names looked up: whatever stands for the same at the moment is meant.
pub(crate) fn look_up(filter: &Filter, reading: Reading<'_>) -> Result<Found> {
    if filter.text.as_ref().is_some_and(|text| text.chars().count() > LONGEST_SEARCH) {
        return Err(Error::invalid_input("text", Problem::TooLong { max: LONGEST_SEARCH }));
    }
    let Reading { register, at } = reading;
    let find = |species, name: &Option<String>| -> Result<Option<Vec<u32>>> {
        let found = name.as_deref().map(|name| register.find(species, name)).transpose()?;
        let stands = |id| register.standing(species, id, at);
        let same = |entry: &Entry| {
            let now = stands(entry.id);
            let all = register.all(species).filter(|each| stands(each.id) == now);
            all.map(|each| each.id.0).collect()
        };
        Ok(found.map(same))
    };
    Ok(Found {
        stages: filter.stage.clone(),
        channel: find(Species::Channel, &filter.channel)?,
        category: find(Species::Category, &filter.category)?,
        unit: find(Species::Unit, &filter.unit)?,
        accepted_from: filter.accepted.map(|period| period.from()),
        accepted_to: filter.accepted.map(|period| period.to()),
        overdue_at: filter.overdue_on,
        due_from: filter.due_from,
        due_by: filter.due_by,
        open: filter.open,
        difficult: filter.difficult,
        featured: filter.featured,
        text: filter.wanted_text().map(str::to_owned),
        limit_of: filter.limit_of.unwrap_or(LimitOf::LateNow),
        past: None,
    })
}

pub(crate) fn history_entry(
    event: &Recorded,
    texts: &[TicketText],
    reading: Reading<'_>,
) -> Result<HistoryEntry> {
    let name = |unit: UnitId| reading.name(Species::Unit, unit);
    Ok(HistoryEntry {
        seq: event.seq,
        at: event.at,
        by: event.by.clone(),
        role: event.role,
        acting_unit: event.actor_unit.map(name),
        unit: event.unit.map(name),
        event: event.ticket_event()?,
        late: event.late,
        texts: texts.iter().filter(|text| text.seq == event.seq).cloned().collect(),
    })
}

/// Every promise of the legs in hand, and of the running rework.
fn explained(ticket: &Ticket, rules: &Rulebook) -> Result<Vec<Explained>> {
    let mut promises = Vec::new();
    for leg in ticket.legs.iter().filter(|leg| leg.is_current()) {
        let given = Given { from: leg.transferred_at, calendar: leg.calendar, unit: leg.unit };
        let sign = (leg.sign_off_limit, leg.sign_off_by);
        promises.push(given.explain("sign_off", sign, leg.sign_off_by, rules)?);
        let handle = (leg.handle_limit, leg.handle_by);
        promises.push(given.explain("handle", handle, leg.first_handle_by, rules)?);
    }
    if let Some(rework) = ticket.rework() {
        let given = Given { from: rework.ordered_at, calendar: rework.calendar, unit: rework.unit };
        let promise = (rework.limit, rework.rework_by);
        promises.push(given.explain("rework", promise, rework.rework_by, rules)?);
    }
    Ok(promises)
}

/// When a promise was given, under which calendar, to whom.
struct Given {
    from: Moment,
    calendar: u32,
    unit: UnitId,
}

impl Given {
    fn explain(
        &self,
        promise: &'static str,
        (limit, by): (Limit, Moment),
        first_by: Moment,
        rules: &Rulebook,
    ) -> Result<Explained> {
        let known = rules.calendar.notices().iter().take(self.calendar as usize).cloned();
        let calendar = Calendar::new(known.collect());
        let hours = rules.policy.hours(self.from);
        let clock = Clock { days: calendar.known_at(self.from), hours: &hours };
        Ok(Explained {
            promise,
            unit: rules.register.name(Species::Unit, self.unit, self.from).to_owned(),
            from: self.from,
            limit,
            calendar: self.calendar,
            days: days_of(clock.explain(self.from, limit))?,
            first_by,
            by,
        })
    }
}

/// A sign-off that was due with its reply, since nobody had published the year, has no days of its
/// own to show.
fn days_of(explained: std::result::Result<Vec<DayLine>, Invalid>) -> Result<Vec<DayLine>> {
    match explained {
        Err(Invalid { problem: Problem::UnknownYear { .. }, .. }) => Ok(Vec::new()),
        known => Ok(known?),
    }
}
