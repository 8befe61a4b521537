//! Listings: the tickets behind figures, and those between two of them.

use gongdan_domain::{Count, TicketId};

use super::answer::{Figures, Row, TicketRef};
use super::defined::{not_defined, sources};
use super::question::Question;
use super::reckon::{distinct, view_of};
use crate::hotline::Hotline;
use crate::store::{Heard, Pass, Past, Source, Standing};
use crate::words::Grouping;
use crate::words::{Error, Result};

/// One figure of an answer: a count of a row, or of the total where there is no row.
pub type Cell<'a> = (Option<&'a Row>, Count);

impl Hotline {
    /// The tickets behind one figure: a count of a row, or of the total where `row` is nothing.
    /// There are exactly as many as the count says, but for counts of times: a ticket with two
    /// assisting units stands twice among the assisting.
    ///
    /// # Errors
    /// `InvalidInput` when the basis does not define the count; `Io`, `Corrupt`.
    pub fn behind(
        &self,
        figures: &Figures,
        row: Option<&Row>,
        count: Count,
    ) -> Result<Vec<TicketRef>> {
        Ok(self.behind_each(figures, &[(row, count)])?.pop().unwrap_or_default())
    }

    /// The tickets behind several figures of one answer, in their order, out of one look at the
    /// file: what [`Hotline::behind`] says of each.
    ///
    /// # Errors
    /// `InvalidInput` when the basis does not define a count; `Io`, `Corrupt`.
    pub fn behind_each(
        &self,
        figures: &Figures,
        cells: &[Cell<'_>],
    ) -> Result<Vec<Vec<TicketRef>>> {
        let question = &figures.question;
        let mut lists: Vec<Listing> =
            cells.iter().map(|cell| Listing::new(figures, cell)).collect::<Result<_>>()?;
        self.ask_now(|region, _, _| {
            for source in distinct(lists.iter().filter_map(|list| list.source)) {
                let view = view_of(region, question, None);
                self.store.look_back(&view)?;
                self.fill(&view, source, &mut lists)?;
            }
            for list in lists.iter_mut().filter(|list| list.source.is_none()) {
                let before = self.before(region, question)?;
                list.tickets = match list.count {
                    Count::CarriedIn => before.open,
                    _ => before.brought_back,
                };
            }
            lists.into_iter().map(|list| self.numbered(list.tickets)).collect()
        })
    }

    /// Fills the lists of one source in one pass.
    fn fill(&self, view: &Past<'_>, source: Source, lists: &mut [Listing]) -> Result<()> {
        let mut lists: Vec<&mut Listing> =
            lists.iter_mut().filter(|list| list.source == Some(source)).collect();
        let keys = distinct(lists.iter().flat_map(|list| list.keys.iter().map(|(by, _)| *by)));
        let counts = distinct(lists.iter().map(|list| list.count));
        let (heard, effective) = (Heard::Counted, lists.iter().any(|list| list.effective));
        let pass = Pass { view, source, heard, keys: &keys, counts: &counts, effective };
        self.store.walk(&pass, &mut |standing| {
            lists.iter_mut().for_each(|list| list.take(standing, &keys, &counts));
        })
    }

    /// The tickets that one count over tickets counts and another does not: what stands between
    /// two figures that differ. The question's grouping does not matter.
    ///
    /// # Errors
    /// `InvalidInput` when the basis does not define one of the counts over tickets; `Io`,
    /// `Corrupt`.
    pub fn between(
        &self,
        question: &Question,
        counted: Count,
        not_counted: Count,
    ) -> Result<Vec<TicketRef>> {
        let source = Source::for_basis(question.basis);
        for count in [counted, not_counted] {
            if !source.counts().contains(&count) {
                return Err(not_defined(question, count));
            }
        }
        self.ask_now(|region, _, _| {
            let view = &view_of(region, question, None);
            self.store.look_back(view)?;
            let heard = Heard::Between(counted, not_counted);
            let effective = question.effective;
            let pass = Pass { view, source, heard, keys: &[], counts: &[], effective };
            let mut tickets = Vec::new();
            self.store.walk(&pass, &mut |standing| tickets.push(standing.ticket))?;
            self.numbered(tickets)
        })
    }

    /// Tickets in the order of their ids, with their printed numbers.
    fn numbered(&self, mut tickets: Vec<TicketId>) -> Result<Vec<TicketRef>> {
        tickets.sort_unstable();
        tickets.into_iter().map(|id| self.reference(id)).collect()
    }

    /// Tickets with their printed numbers.
    ///
    /// # Errors
    /// `NotFound`; `Io`.
    pub fn references(&self, ids: &[TicketId]) -> Result<Vec<TicketRef>> {
        self.ask_now(|_, _, _| ids.iter().map(|id| self.reference(*id)).collect())
    }

    pub(crate) fn reference(&self, id: TicketId) -> Result<TicketRef> {
        let number = self.store.number_of(id)?;
        Ok(TicketRef { id, number: number.ok_or_else(|| Error::no_ticket(id))? })
    }
}

/// A list in the making.
struct Listing {
    /// Which statement answers the count; nothing for what was open before the period.
    source: Option<Source>,
    count: Count,
    /// Which stored keys its tickets have.
    keys: Vec<(Grouping, Vec<i64>)>,
    /// Whether only tickets are listed that are neither rejected nor merged.
    effective: bool,
    tickets: Vec<TicketId>,
}

impl Listing {
    fn new(figures: &Figures, (row, count): &Cell<'_>) -> Result<Self> {
        let question = &figures.question;
        let taken = |source: &Source| source.counts().contains(count);
        let source = sources(question.basis, &question.by).into_iter().find(taken);
        let carried = Count::CARRIED.contains(count) && question.carries();
        if source.is_none() && !carried {
            return Err(not_defined(question, *count));
        }
        let (count, keys, effective) = (*count, keys_behind(figures, *row), question.effective);
        Ok(Self { source, count, keys, effective, tickets: Vec::new() })
    }

    /// Takes a ticket in that the count counts and that has the keys.
    fn take(&mut self, standing: &Standing<'_>, keys: &[Grouping], counts: &[Count]) {
        let counted = counts.iter().position(|count| *count == self.count);
        let counted = counted.is_some_and(|place| standing.counts[place] > 0);
        let fits = |(by, allowed): &(Grouping, Vec<i64>)| {
            let place = keys.iter().position(|key| key == by);
            place.is_some_and(|place| allowed.contains(&standing.keys[place]))
        };
        if counted && self.keys.iter().all(fits) {
            self.tickets.push(standing.ticket);
        }
    }
}

/// The stored keys behind a row; a total has all.
fn keys_behind(figures: &Figures, row: Option<&Row>) -> Vec<(Grouping, Vec<i64>)> {
    let by = figures.question.by.iter().copied();
    row.map_or_else(Vec::new, |row| by.zip(row.stored.iter().cloned()).collect())
}
