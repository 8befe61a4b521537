//! Questions: everything a hotline answers without changing anything.

use std::path::Path;

use gongdan_domain::{
    Calendar, Clock, Count, Limit, Moment, Period, RegionId, Register, Rounding, Rulebook, Species,
    Tally, TextField, Ticket, TicketId, UnitId,
};

use crate::answer::{Figures, Key, Naming, Row, TicketRef};
use crate::error::{Error, Result};
use crate::filter::{Filter, Page, Tickets};
use crate::history::{Explained, HistoryEntry, TicketText};
use crate::hotline::Hotline;
use crate::question::{Basis, Grouping, Question};
use crate::store::{Found, Grouped, Held, Recorded, Source, Verified};
use crate::view::TicketView;

impl Hotline {
    /// One state of the file for several questions.
    pub(crate) fn ask<T>(&self, ask: impl FnOnce(RegionId, &Rulebook) -> Result<T>) -> Result<T> {
        self.settle()?;
        self.store.read(|_| {
            let head = self.current_head()?;
            let rules = self.rules.borrow();
            ask(head.region, &rules.book)
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
        self.ask(|region, rules| {
            let held = self.store.load(id)?;
            self.view(region, &rules.register, &held)
        })
    }

    fn view(&self, region: RegionId, register: &Register, held: &Held) -> Result<TicketView> {
        let matter = self.store.text(region, held.matter_seq, TextField::Matter)?;
        Ok(TicketView::new(&held.ticket, register, matter))
    }

    /// The ticket that bears a printed number.
    ///
    /// # Errors
    /// `NotFound`; `Io`, `Corrupt`.
    pub fn ticket_by_number(&self, number: &str) -> Result<TicketView> {
        let id = self.ask(|_, _| self.store.id_of_number(number.trim()))?;
        let given: String = number.trim().chars().take(40).collect();
        self.ticket(id.ok_or_else(|| Error::not_found("ticket", given))?)
    }

    /// What happened to a ticket, in order, without the caller's data.
    ///
    /// # Errors
    /// `NotFound`; `Io`, `Corrupt`.
    pub fn history(&self, id: TicketId) -> Result<Vec<HistoryEntry>> {
        self.ask(|region, rules| {
            let events = self.store.events_of(region, id.0)?;
            if events.is_empty() {
                return Err(Error::not_found("ticket", id));
            }
            let texts = self.texts_without_caller(region, id)?;
            events.iter().map(|event| history_entry(event, &texts, &rules.register)).collect()
        })
    }

    /// The texts of a ticket, in the order of its events, without the caller's data.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn texts(&self, id: TicketId) -> Result<Vec<TicketText>> {
        self.ask(|region, _| self.texts_without_caller(region, id))
    }

    fn texts_without_caller(&self, region: RegionId, id: TicketId) -> Result<Vec<TicketText>> {
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
    /// `InvalidInput` names a channel, category or unit that nobody knows; `Io`, `Corrupt`.
    pub fn find(&self, filter: &Filter, page: Page) -> Result<Tickets> {
        self.ask(|region, rules| {
            let found = look_up(filter, &rules.register)?;
            let (total, ids) = self.store.find(region, &found, page.offset, page.limit)?;
            let view = |id| self.view(region, &rules.register, &self.store.load(id)?);
            let tickets = ids.into_iter().map(view).collect::<Result<_>>()?;
            Ok(Tickets { total, tickets })
        })
    }

    /// The figures of a question.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn figures(&self, question: &Question) -> Result<Figures> {
        self.ask(|region, rules| {
            self.store.prepare_figures(region, &question.period, question.as_of, question.basis)?;
            self.answer(region, &rules.register, question)
        })
    }

    /// The answers to several questions of one period and moment: the past is looked up once.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn figures_of(&self, questions: &[Question]) -> Result<Vec<Figures>> {
        let Some(first) = questions.first() else { return Ok(Vec::new()) };
        let same = |each: &Question| {
            (each.period, each.as_of, each.basis) == (first.period, first.as_of, first.basis)
        };
        if !questions.iter().all(same) {
            return questions.iter().map(|question| self.figures(question)).collect();
        }
        self.ask(|region, rules| {
            self.store.prepare_figures(region, &first.period, first.as_of, first.basis)?;
            questions.iter().map(|each| self.answer(region, &rules.register, each)).collect()
        })
    }

    fn answer(
        &self,
        region: RegionId,
        register: &Register,
        question: &Question,
    ) -> Result<Figures> {
        let by = match question.by.is_empty() {
            true => vec![Grouping::All],
            false => question.by.clone(),
        };
        let naming = Naming { register, as_of: question.as_of };
        let mut rows = Rows { by: &by, naming, rows: Vec::new() };
        for source in sources(question) {
            let (period, as_of) = (&question.period, question.as_of);
            let counts = counts_taken(source, question);
            for grouped in self.store.tally(region, source, period, as_of, &by)? {
                rows.take(grouped, &counts);
            }
        }
        let rows = rows.printed();
        let mut total = Tally::default();
        rows.iter().for_each(|row| total.add(&row.tally));
        Ok(Figures { question: question.clone(), rows, total })
    }

    /// The tickets behind one figure: a count of a row, or of the total where `row` is nothing.
    /// There are exactly as many as the count says, but for counts of times.
    ///
    /// # Errors
    /// `InvalidInput` when the basis does not define the count; `Io`, `Corrupt`.
    pub fn behind(
        &self,
        figures: &Figures,
        row: Option<&Row>,
        count: Count,
    ) -> Result<Vec<TicketRef>> {
        let question = &figures.question;
        let taken = |source: &Source| counts_taken(*source, question).contains(&count);
        let source = sources(question).into_iter().find(taken).ok_or_else(|| {
            let rule = "this basis does not define the count";
            Error::invalid_input("count", gongdan_domain::Problem::Rule { rule })
        })?;
        self.ask(|region, _| {
            let (period, as_of) = (&question.period, question.as_of);
            self.store.prepare_figures(region, period, as_of, question.basis)?;
            let keys = keys_behind(figures, row);
            let ids = self.store.behind(region, source, period, as_of, &keys, count)?;
            ids.into_iter().map(|id| self.reference(id)).collect()
        })
    }

    pub(crate) fn reference(&self, id: TicketId) -> Result<TicketRef> {
        let number = self.store.number_of(id)?;
        Ok(TicketRef { id, number: number.ok_or_else(|| Error::not_found("ticket", id))? })
    }

    /// Contacts (calls, letters) of a period by channel, as known at a moment, in printed order.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn contacts(&self, period: &Period, as_of: Moment) -> Result<Vec<(Key, i64)>> {
        self.ask(|region, rules| {
            let naming = Naming { register: &rules.register, as_of };
            let mut contacts: Vec<(Key, i64)> = Vec::new();
            for (channel, count) in self.store.contacts(region, period, as_of)? {
                let key = naming.key(Grouping::Channel, i64::from(channel.0));
                match contacts.iter_mut().find(|(other, _)| *other == key) {
                    Some((_, sum)) => *sum += count,
                    None => contacts.push((key, count)),
                }
            }
            contacts.sort_by(|a, b| naming.order(Grouping::Channel, &a.0, &b.0));
            Ok(contacts)
        })
    }

    /// The typical cases of a period and the difficult tickets, as they stood at a moment.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn cases(
        &self,
        period: &Period,
        as_of: Moment,
    ) -> Result<(Vec<TicketView>, Vec<TicketView>)> {
        self.ask(|region, rules| {
            self.store.prepare_figures(region, period, as_of, Basis::Flow)?;
            let (typical, difficult) = self.store.cases(region, period.from(), period.to())?;
            let view = |id| self.view(region, &rules.register, &self.store.load(id)?);
            let views = |ids: Vec<TicketId>| ids.into_iter().map(view).collect::<Result<_>>();
            Ok((views(typical)?, views(difficult)?))
        })
    }

    /// How rates are printed at a moment.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn rounding(&self, at: Moment) -> Result<Rounding> {
        self.ask(|_, rules| Ok(rules.policy.rounding(at)))
    }

    /// Checks the file: pages and keys, the journal's chain, every text's salted hash, and every
    /// row against the replay of its events. It reads only; `progress` hears (done, of).
    ///
    /// # Errors
    /// Only when the head itself cannot be read: what does not agree is a finding, not an error.
    pub fn verify(&self, progress: &mut dyn FnMut(u64, u64)) -> Result<Verified> {
        self.settle()?;
        self.store.read(|_| {
            let head = self.current_head()?;
            self.store.verify(&head, progress)
        })
    }

    /// Copies the file, complete and consistent, while others read and write it.
    ///
    /// # Errors
    /// `Exists` when the path holds anything; `Io`.
    pub fn backup_to(&self, path: impl AsRef<Path>) -> Result<()> {
        self.store.backup_to(path.as_ref())
    }
}

/// Which statements answer a question.
fn sources(question: &Question) -> Vec<Source> {
    let tickets = Source::for_basis(question.basis);
    match question.basis {
        Basis::Cohort => vec![tickets, Source::CohortAssignments],
        Basis::Flow => vec![tickets],
    }
}

/// The counts a question takes from a statement, each from one only: by unit, what an assignment
/// answers is the unit's own; elsewhere the ticket answers first.
fn counts_taken(source: Source, question: &Question) -> Vec<Count> {
    let assignments = Source::CohortAssignments.counts();
    let elsewhere = match (question.basis, source) {
        (Basis::Flow, _) => &[],
        (_, Source::CohortAssignments) if question.by_unit() => &[],
        (_, Source::CohortAssignments) => Source::CohortTickets.counts(),
        (_, _) if question.by_unit() => assignments,
        (_, _) => &[],
    };
    let all = source.counts().iter().copied();
    all.filter(|count| !elsewhere.contains(count)).collect()
}

fn keys_behind(figures: &Figures, row: Option<&Row>) -> Vec<(Grouping, Vec<i64>)> {
    let by = figures.question.by.iter().copied();
    match row {
        Some(row) => by.zip(row.stored.iter().cloned()).collect(),
        None if figures.question.by_unit() => {
            let mut units: Vec<i64> =
                figures.rows.iter().flat_map(|row| row.stored.iter().flatten().copied()).collect();
            units.sort_unstable();
            units.dedup();
            let unit = by.clone().find(|by| matches!(by, Grouping::Unit | Grouping::UnitGroup));
            unit.filter(|_| figures.question.by.len() == 1)
                .map(|unit| vec![(unit, units)])
                .unwrap_or_default()
        }
        None => Vec::new(),
    }
}

/// The rows of an answer while its statements come in.
struct Rows<'a> {
    by: &'a [Grouping],
    naming: Naming<'a>,
    rows: Vec<Row>,
}

impl Rows<'_> {
    /// Takes one grouped row in: rows whose keys mean the same are added up.
    fn take(&mut self, grouped: Grouped, counts: &[Count]) {
        let keys: Vec<Key> = self
            .by
            .iter()
            .zip(&grouped.keys)
            .map(|(by, stored)| self.naming.key(*by, *stored))
            .collect();
        let index = self.rows.iter().position(|row| row.keys == keys).unwrap_or_else(|| {
            let stored = vec![Vec::new(); keys.len()];
            self.rows.push(Row { keys, tally: Tally::default(), stored });
            self.rows.len() - 1
        });
        let row = &mut self.rows[index];
        for (own, stored) in row.stored.iter_mut().zip(&grouped.keys) {
            if !own.contains(stored) {
                own.push(*stored);
            }
        }
        for count in counts {
            row.add(*count, grouped.tally.count(*count));
        }
    }

    /// The rows in printed order. By unit, what no unit has is not printed.
    fn printed(mut self) -> Vec<Row> {
        let (by, naming) = (self.by, self.naming);
        let unit = by.iter().position(|by| matches!(by, Grouping::Unit | Grouping::UnitGroup));
        if let (Some(unit), 1) = (unit, by.len()) {
            self.rows.retain(|row| row.keys[unit].id != Key::NONE);
        }
        self.rows.sort_by(|a, b| {
            let order = by.iter().zip(a.keys.iter().zip(&b.keys));
            order.fold(std::cmp::Ordering::Equal, |done, (by, (a, b))| {
                done.then_with(|| naming.order(*by, a, b))
            })
        });
        self.rows
    }
}

fn look_up(filter: &Filter, register: &Register) -> Result<Found> {
    let find = |species, name: &Option<String>| -> Result<Option<u32>> {
        let found = name.as_deref().map(|name| register.find(species, name)).transpose()?;
        Ok(found.map(|entry| entry.id.0))
    };
    Ok(Found {
        stages: filter.stages.clone(),
        channel: find(Species::Channel, &filter.channel)?,
        category: find(Species::Category, &filter.category)?,
        unit: find(Species::Unit, &filter.unit)?,
        accepted_from: filter.accepted.map(|period| period.from()),
        accepted_to: filter.accepted.map(|period| period.to()),
        overdue_at: filter.overdue_at,
        due_by: filter.due_by,
        open: filter.open,
        difficult: filter.difficult,
        featured: filter.featured,
        text: filter.text.clone(),
    })
}

fn history_entry(
    event: &Recorded,
    texts: &[TicketText],
    register: &Register,
) -> Result<HistoryEntry> {
    let name = |unit: UnitId| register.name(Species::Unit, unit, event.at).to_owned();
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
            days: clock.explain(self.from, limit)?,
            first_by,
            by,
        })
    }
}
