//! Figures: one inner statement a table answers each ticket (or assignment) with 0 or 1 for each
//! count. The counts are the sums of its columns and the lists behind them are its rows, so a
//! count and its list cannot differ.

use gongdan_domain::{Count, Tally, TicketId};
use rusqlite::params;

use super::connection::Store;
use super::past::View;
use crate::error::Result;
use crate::question::{Basis, Grouping};

/// What a statement runs over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// Tickets taken in during the period, however they ended.
    CohortTickets,
    /// Assignments of tickets taken in during the period.
    CohortAssignments,
    /// Tickets to which something happened during the period.
    FlowTickets,
    /// Tickets whose handling promise ends in the period.
    DueTickets,
}

/// One row of an answer: the keys of its groups and its counts.
pub(crate) struct Grouped {
    pub(crate) keys: Vec<i64>,
    pub(crate) tally: Tally,
}

impl Source {
    /// The whole inner statement; parameters in the one fixed order (?1 region from, ?2 region
    /// to, ?3 from, ?4 to, ?5 as of).
    fn statement(self) -> &'static str {
        match self {
            Self::CohortTickets => include_str!("sql/cohort_tickets.sql"),
            Self::CohortAssignments => include_str!("sql/cohort_assignments.sql"),
            Self::FlowTickets => include_str!("sql/flow_tickets.sql"),
            Self::DueTickets => include_str!("sql/due_tickets.sql"),
        }
    }

    /// The counts that the statement answers, each by a column of its name.
    pub(crate) fn counts(self) -> &'static [Count] {
        match self {
            Self::CohortTickets => Count::TICKETS,
            Self::CohortAssignments => Count::ASSIGNMENTS,
            Self::FlowTickets => FLOW,
            Self::DueTickets => &[Count::Due, Count::DueClosed, Count::DueInTime],
        }
    }

    /// Where the tickets of a question are looked for.
    pub(crate) fn for_basis(basis: Basis) -> Self {
        match basis {
            Basis::Cohort => Self::CohortTickets,
            Basis::Flow => Self::FlowTickets,
        }
    }
}

/// The counts that a flow defines: what happened, not how things stand.
const FLOW: &[Count] = &[
    Count::Accepted,
    Count::ResolvedOnline,
    Count::Transferred,
    Count::Rejected,
    Count::Merged,
    Count::SignedOff,
    Count::SignOffLate,
    Count::Handled,
    Count::HandledLate,
    Count::CalledBack,
    Count::Satisfied,
    Count::Closed,
    Count::ClosedLate,
    Count::CloseTimes,
    Count::ReworkTickets,
    Count::ReworkTimes,
    Count::Returned,
    Count::ReturnTimes,
    Count::ReturnedLate,
    Count::Extended,
    Count::Urged,
    Count::Supervised,
    Count::Reopened,
    Count::Difficult,
];

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

impl Store {
    /// The counts of a source by groups, in the order of their keys.
    pub(crate) fn tally(
        &self,
        view: &View<'_>,
        source: Source,
        groupings: &[Grouping],
    ) -> Result<Vec<Grouped>> {
        let keys: Vec<&str> = groupings.iter().map(|grouping| column(*grouping)).collect();
        let keys = keys.join(", ");
        let sums: Vec<String> =
            source.counts().iter().map(|count| format!("SUM({count})")).collect();
        let statement = format!(
            "SELECT {keys}, {} FROM ({}) AS answered GROUP BY {keys} ORDER BY {keys}",
            sums.join(", "),
            source.statement()
        );
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(&statement)?;
        let (from, to) = (view.period.from().ms(), view.period.to().ms());
        let parameters = params![view.region.0, view.region.0, from, to, view.as_of.ms()];
        let rows = ask.query_map(parameters, |row| grouped(row, groupings.len(), source))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The tickets behind a count, in the order of their ids. A ticket stands there as often as
    /// the count counts it: with two assisting units, twice among the assisting.
    pub(crate) fn behind(
        &self,
        view: &View<'_>,
        source: Source,
        keys: &[(Grouping, Vec<i64>)],
        count: Count,
    ) -> Result<Vec<TicketId>> {
        let mut filters = vec![format!("{count} > 0")];
        for (grouping, keys) in keys {
            let keys: Vec<String> = keys.iter().map(i64::to_string).collect();
            filters.push(format!("{} IN ({})", column(*grouping), keys.join(", ")));
        }
        self.listed(view, source, &filters)
    }

    /// The tickets that one count of a source counts and another does not, in the order of their
    /// ids.
    pub(crate) fn between(
        &self,
        view: &View<'_>,
        source: Source,
        counts: (Count, Count),
    ) -> Result<Vec<TicketId>> {
        let filters = [format!("{} > 0", counts.0), format!("{} = 0", counts.1)];
        self.listed(view, source, &filters)
    }

    fn listed(&self, view: &View<'_>, source: Source, filters: &[String]) -> Result<Vec<TicketId>> {
        let statement = format!(
            "SELECT ticket_id FROM ({}) AS answered WHERE {} ORDER BY ticket_id",
            source.statement(),
            filters.join(" AND ")
        );
        let conn = self.conn()?;
        let mut ask = conn.prepare(&statement)?;
        let (from, to) = (view.period.from().ms(), view.period.to().ms());
        let parameters = params![view.region.0, view.region.0, from, to, view.as_of.ms()];
        let rows = ask.query_map(parameters, |row| row.get(0).map(TicketId))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

fn grouped(row: &rusqlite::Row<'_>, keys: usize, source: Source) -> rusqlite::Result<Grouped> {
    let mut tally = Tally::default();
    for (index, count) in source.counts().iter().enumerate() {
        tally.set(*count, row.get(keys + index)?);
    }
    let keys = (0..keys).map(|index| row.get(index)).collect::<rusqlite::Result<_>>()?;
    Ok(Grouped { keys, tally })
}
