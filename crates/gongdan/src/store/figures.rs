//! Figures: one statement a table answers each ticket (or assignment) with 0 or 1 for each count.
//! The counts are the sums of its columns and the lists behind them are its rows, so a count and
//! its list cannot differ.

use gongdan_domain::{Count, CountOf, TicketId};
use rusqlite::params;

use super::connection::Store;
use super::past::View;
use crate::words::Result;
use crate::words::named::sql;
use crate::words::{Basis, Grouping};

/// What a statement runs over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// Tickets taken in during the period, however they ended.
    CohortTickets,
    /// Assignments of tickets taken in during the period.
    CohortAssignments,
    /// Tickets to which something happened during the period.
    FlowTickets,
    /// Assignments to which something happened during the period.
    FlowAssignments,
    /// Tickets whose handling promise ends in the period.
    DueTickets,
}

impl Source {
    /// The whole inner statement; parameters in the one fixed order (?1 region from, ?2 region
    /// to, ?3 from, ?4 to, ?5 as of).
    fn statement(self) -> &'static str {
        match self {
            Self::CohortTickets => sql!(file "sql/cohort_tickets.sql"),
            Self::CohortAssignments => sql!(file "sql/cohort_assignments.sql"),
            Self::FlowTickets => sql!(file "sql/flow_tickets.sql"),
            Self::FlowAssignments => sql!(file "sql/flow_assignments.sql"),
            Self::DueTickets => sql!(file "sql/due_tickets.sql"),
        }
    }

    /// The counts that the statement answers, each by a column of its name.
    pub(crate) fn counts(self) -> &'static [Count] {
        match self {
            Self::CohortTickets => Count::TICKETS,
            Self::CohortAssignments => Count::ASSIGNMENTS,
            Self::FlowTickets => Count::FLOW,
            Self::FlowAssignments => Count::ASSIGNMENT_FLOW,
            Self::DueTickets => Count::DUE,
        }
    }

    /// What its counts run over.
    pub(crate) fn of(self) -> CountOf {
        match self {
            Self::CohortTickets | Self::FlowTickets | Self::DueTickets => CountOf::Tickets,
            Self::CohortAssignments | Self::FlowAssignments => CountOf::Assignments,
        }
    }

    /// Whether it tells of tickets (or assignments) to which nothing happened, too.
    fn tells_idle(self) -> bool {
        matches!(self, Self::FlowTickets | Self::FlowAssignments)
    }

    /// Where the tickets of a question are looked for.
    pub(crate) fn for_basis(basis: Basis) -> Self {
        match basis {
            Basis::Cohort => Self::CohortTickets,
            Basis::Flow => Self::FlowTickets,
        }
    }
}

/// The column that a grouping reads.
fn column(grouping: Grouping) -> &'static str {
    match grouping {
        Grouping::All => "all_key",
        Grouping::Channel => "channel_key",
        Grouping::Category => "category_key",
        Grouping::Kind => "kind_key",
        Grouping::Urgency => "urgency_key",
        Grouping::Unit | Grouping::UnitGroup => "unit_key",
        Grouping::Area => "area_key",
        Grouping::Day => "day_key",
        Grouping::Month => "month_key",
    }
}

/// Which tickets (or assignments) of a source a pass hears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Heard {
    /// All.
    All,
    /// Those that any of the counts asked for counts.
    Counted,
    /// Those that the first count counts and the second does not.
    Between(Count, Count),
}

/// What is asked of a source in one pass over its tickets.
pub(crate) struct Pass<'a> {
    /// Through which glass.
    pub(crate) view: &'a View<'a>,
    /// Over what.
    pub(crate) source: Source,
    /// Of whom.
    pub(crate) heard: Heard,
    /// The keys that are answered for each ticket, in this order.
    pub(crate) keys: &'a [Grouping],
    /// The counts that are answered for each ticket, in this order.
    pub(crate) counts: &'a [Count],
    /// Whether only tickets are heard that are neither rejected nor merged.
    pub(crate) effective: bool,
}

/// How one ticket (or assignment) stands.
pub(crate) struct Standing<'a> {
    pub(crate) ticket: TicketId,
    pub(crate) keys: &'a [i64],
    pub(crate) counts: &'a [i64],
}

impl Store {
    /// Hears how the tickets (or assignments) of a source stand, one after the other, in no order.
    pub(crate) fn walk(&self, pass: &Pass<'_>, hear: &mut dyn FnMut(&Standing<'_>)) -> Result<()> {
        let conn = self.conn()?;
        let mut statement = pass.statement();
        let seen = self.seen_by("answered.ticket_id");
        seen.iter().for_each(|seen| statement.push_str(&format!(" AND {seen}")));
        let mut ask = conn.prepare_cached(&statement)?;
        let View { region, period, as_of, .. } = pass.view;
        let (from, to) = (period.from().ms(), period.to().ms());
        let mut rows = ask.query(params![region.0, region.0, from, to, as_of.ms()])?;
        let mut answers = vec![0; pass.keys.len() + pass.counts.len()];
        while let Some(row) = rows.next()? {
            for (index, answer) in answers.iter_mut().enumerate() {
                *answer = row.get(index + 1)?;
            }
            let (keys, counts) = answers.split_at(pass.keys.len());
            hear(&Standing { ticket: TicketId(row.get(0)?), keys, counts });
        }
        Ok(())
    }
}

impl Pass<'_> {
    fn statement(&self) -> String {
        let keys = self.keys.iter().map(|grouping| column(*grouping));
        let counts = self.counts.iter().map(|count| count.word());
        let answers: Vec<&str> = ["ticket_id"].into_iter().chain(keys).chain(counts).collect();
        let (answers, from) = (answers.join(", "), self.source.statement());
        format!("SELECT {answers} FROM ({from}) AS answered WHERE ({})", self.condition())
    }

    fn condition(&self) -> String {
        match self.effective {
            true => format!("effective_key = 1 AND ({})", self.heard_of()),
            false => self.heard_of(),
        }
    }

    fn heard_of(&self) -> String {
        match self.heard {
            Heard::All if !self.source.tells_idle() => "1 = 1".to_owned(),
            Heard::Between(counted, not_counted) => format!("{counted} > 0 AND {not_counted} = 0"),
            Heard::All | Heard::Counted => {
                let counted: Vec<String> =
                    self.counts.iter().map(|count| format!("{count} > 0")).collect();
                counted.join(" OR ")
            }
        }
    }
}
