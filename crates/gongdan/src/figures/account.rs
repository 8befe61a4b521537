//! The carry-over account between periods: opening + taken in + reopened = ended + carried out,
//! by ticket.

use std::collections::BTreeSet;

use gongdan_domain::{Moment, Period, TicketId};
use serde::{Deserialize, Serialize};

use super::question::Question;
use super::reckon::view_of;
use crate::hotline::Hotline;
use crate::words::Basis;
use crate::words::Result;

/// The account of a period. For two adjoining periods, what the first carries out is what the
/// second opens with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Account {
    /// Taken in before the period and open when it began.
    pub opening: Vec<TicketId>,
    /// Taken in during the period.
    pub taken_in: Vec<TicketId>,
    /// Ended before the period, opened again during it, and open at its end.
    pub reopened: Vec<TicketId>,
    /// Of these, closed, rejected or merged at its end.
    pub ended: Vec<TicketId>,
    /// Of these, open at its end.
    pub carried_out: Vec<TicketId>,
}

impl Account {
    /// opening + taken in + reopened = ended + carried out.
    pub fn balances(&self) -> bool {
        let into = self.opening.len() + self.taken_in.len() + self.reopened.len();
        into == self.ended.len() + self.carried_out.len()
    }
}

impl Hotline {
    /// The carry-over account of a period, up to its end or the cut-off, whichever comes first.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn account(&self, period: &Period, as_of: Moment) -> Result<Account> {
        let end = as_of.min(period.to().plus_ms(-1));
        let opening = self.open_at(&period.before(), as_of.min(period.from().plus_ms(-1)))?;
        let carried_out = self.open_at(period, end)?;
        let question = Question::new(*period, end);
        let taken_in: BTreeSet<TicketId> = {
            let figures = self.figures(&question)?;
            let behind = self.behind(&figures, None, gongdan_domain::Count::Accepted)?;
            behind.into_iter().map(|ticket| ticket.id).collect()
        };
        let known: BTreeSet<TicketId> = opening.union(&taken_in).copied().collect();
        Ok(Account {
            reopened: carried_out.difference(&known).copied().collect(),
            ended: known.difference(&carried_out).copied().collect(),
            opening: opening.into_iter().collect(),
            taken_in: taken_in.into_iter().collect(),
            carried_out: carried_out.into_iter().collect(),
        })
    }

    /// The tickets taken in before a period's end that are open at a moment.
    fn open_at(&self, period: &Period, as_of: Moment) -> Result<BTreeSet<TicketId>> {
        let question = Question::new(*period, as_of).basis(Basis::Flow);
        self.ask(|region, _| {
            let view = view_of(region, &question, None);
            self.store.look_back(&view)?;
            Ok(self.store.open_tickets(&view)?.into_iter().collect())
        })
    }
}
