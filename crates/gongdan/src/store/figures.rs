//! Figures: one statement a table answers each ticket (or assignment) with 0 or 1 for each count.
//! The counts are the sums of its columns and the lists behind them are its rows, so a count and
//! its list cannot differ.

use gongdan_domain::{Count, CountOf, Satisfaction, TicketId};
use rusqlite::{Row, params};

use super::answered::{Bit, Number, Pack, Told, column_of, is_flag};
use super::connection::Store;
use super::past::Past;
use crate::fields::{Part, shared};
use crate::words::Result;
use crate::words::named::sql;
use crate::words::{Basis, Grouping};

/// A flow keeps the grade of the last answer in three bits, beneath whether it satisfied.
const _: () = {
    let mut grades = Satisfaction::LIST.words;
    while let [grade, rest @ ..] = grades {
        assert!(grade.code < 8);
        grades = rest;
    }
};

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

    /// The counts that the statement answers, each by a column of its name or by one that several share.
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

    /// The flags of its rows, where it answers them as they stand.
    fn stored(self) -> Option<Pack> {
        match self {
            Self::CohortTickets => Some(Pack::OfTicket),
            Self::CohortAssignments => Some(Pack::OfLeg),
            Self::FlowTickets | Self::FlowAssignments | Self::DueTickets => None,
        }
    }

    /// Whether a count stands there only beside the one that it implies (`Count::only_where`).
    fn implies(self) -> bool {
        self == Self::CohortTickets
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
        Grouping::Age => "age_key",
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
    pub(crate) view: &'a Past<'a>,
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
    /// Whether no assessed measure has it.
    pub(crate) exempt: bool,
}

impl Store {
    /// Hears how the tickets (or assignments) of a source stand, one after the other, in no order.
    pub(crate) fn walk(&self, pass: &Pass<'_>, hear: &mut dyn FnMut(&Standing<'_>)) -> Result<()> {
        let conn = self.conn()?;
        let mut statement = pass.statement();
        let seen = self.seen_by("answered.ticket_id");
        seen.iter().for_each(|seen| statement.push_str(&format!(" AND {seen}")));
        let mut ask = conn.prepare_cached(&statement)?;
        let Past { region, period, as_of, .. } = pass.view;
        let (from, to) = (period.from().ms(), period.to().ms());
        let mut rows = ask.query(params![region.0, region.0, from, to, as_of.ms()])?;
        let packs = pass.packs();
        let numbers = pass.numbers(&packs);
        let told = |count: &Count| Told::new(*count, &numbers, &packs);
        let told: Vec<Told> = pass.counts.iter().map(told).collect();
        let (mut keys, mut counts) = (vec![0; pass.keys.len()], vec![0; told.len()]);
        let mut answers = vec![0; packs.len() + numbers.len()];
        while let Some(row) = rows.next()? {
            fetch(row, FIRST, &mut keys)?;
            fetch(row, FIRST + keys.len(), &mut answers[..packs.len()])?;
            for (nth, number) in numbers.iter().enumerate() {
                let place = packs.len() + nth;
                let some = number.only_where.is_none_or(|bit| bit.of(&answers) == 1);
                answers[place] = if some { row.get(FIRST + keys.len() + place)? } else { 0 };
            }
            counts.iter_mut().zip(&told).for_each(|(count, told)| *count = told.of(&answers));
            let (ticket, exempt) = (TicketId(row.get(0)?), row.get(1)?);
            hear(&Standing { ticket, keys: &keys, counts: &counts, exempt });
        }
        Ok(())
    }
}

/// Where the keys of an answer begin: before them stand the ticket and whether it is exempt.
const FIRST: usize = 2;

/// Numbers of a row from a column on.
fn fetch(row: &Row<'_>, from: usize, into: &mut [i64]) -> rusqlite::Result<()> {
    for (nth, number) in into.iter_mut().enumerate() {
        *number = row.get(from + nth)?;
    }
    Ok(())
}

impl Pass<'_> {
    /// The columns that tell the counts which are no flags, each once.
    fn columns(&self) -> Vec<&'static str> {
        let mut columns = Vec::new();
        for column in
            self.counts.iter().filter(|count| !is_flag(**count)).map(|count| column_of(*count))
        {
            if !columns.contains(&column) {
                columns.push(column);
            }
        }
        columns
    }

    /// The counts that are 0 or 1, in packs: those of the rows, and those that the statement works out.
    fn packs(&self) -> Vec<Pack> {
        let mut packs: Vec<Pack> = self.source.stored().into_iter().collect();
        let flags = self.counts.iter().copied().filter(|each| is_flag(*each));
        let made: Vec<Count> = flags.filter(|flag| Pack::bit_of(*flag, &packs).is_none()).collect();
        packs.extend(made.chunks(Pack::ROOM).map(|flags| Pack::Made(flags.to_vec())));
        packs
    }

    /// The columns that tell the others.
    fn numbers(&self, packs: &[Pack]) -> Vec<Number> {
        let columns = self.columns().into_iter();
        columns
            .map(|column| Number { column, only_where: self.only_where(column, packs) })
            .collect()
    }

    /// The flag that whoever has anything in a column has.
    fn only_where(&self, column: &str, packs: &[Pack]) -> Option<Bit> {
        let mut told = self.counts.iter().filter(|count| column_of(**count) == column);
        let first = told.next().filter(|_| self.source.implies())?.only_where()?;
        let same = told.all(|count| count.only_where() == Some(first));
        Pack::bit_of(first, packs).filter(|_| same)
    }

    fn statement(&self) -> String {
        let keys = self.keys.iter().map(|grouping| column(*grouping).to_owned());
        let packs = self.packs();
        let numbers = self.numbers(&packs).into_iter().map(|number| number.column.to_owned());
        let answers = ["ticket_id", "exempt_key"].map(str::to_owned).into_iter();
        let answers = answers.chain(keys).chain(packs.iter().map(Pack::number)).chain(numbers);
        let (answers, from) = (answers.collect::<Vec<_>>().join(", "), self.source.statement());
        format!("SELECT {answers} FROM ({from}) AS answered WHERE ({})", self.condition())
    }

    fn condition(&self) -> String {
        match self.effective {
            true => format!("effective_key = 1 AND ({})", self.heard_of()),
            false => self.heard_of(),
        }
    }

    fn heard_of(&self) -> String {
        let packs = self.packs();
        match self.heard {
            Heard::All if !self.source.tells_idle() => "1 = 1".to_owned(),
            Heard::Between(counted, not_counted) => {
                format!("{} AND NOT ({})", tells(counted, &packs), tells(not_counted, &packs))
            }
            Heard::All | Heard::Counted => {
                let mut counted = Vec::new();
                for tells in self.counts.iter().map(|count| tells(*count, &packs)) {
                    if !counted.contains(&tells) {
                        counted.push(tells);
                    }
                }
                counted.join(" OR ")
            }
        }
    }
}

/// What asks in SQL whether a count counts.
fn tells(count: Count, packs: &[Pack]) -> String {
    let flag = || packs.iter().find_map(|pack| pack.counts(count));
    match shared(count) {
        Some((column, Part::Between(from, to))) => format!("{column} BETWEEN {from} AND {to}"),
        Some((column, Part::LessOne)) => format!("{column} > 1"),
        None => flag().unwrap_or_else(|| format!("{count} > 0")),
    }
}
