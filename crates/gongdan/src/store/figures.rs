//! Figures: one statement a table answers each ticket (or assignment) with 0 or 1 for each count.
//! The counts are the sums of its columns and the lists behind them are its rows, so a count and
//! its list cannot differ.

use gongdan_domain::{Count, CountOf, Satisfaction, TicketId};
use rusqlite::params;

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
        let (numbers, flags) = (pass.numbers(), pass.flags());
        let packs = flags.len().div_ceil(PACK);
        let mut answers = vec![0; pass.keys.len() + numbers.len() + packs];
        let told = |count: &Count| Told::new(*count, &numbers, &flags);
        let told: Vec<Told> = pass.counts.iter().map(told).collect();
        let mut counts = vec![0; told.len()];
        while let Some(row) = rows.next()? {
            for (index, answer) in answers.iter_mut().enumerate() {
                *answer = row.get(index + 2)?;
            }
            let (keys, numbers) = answers.split_at(pass.keys.len());
            counts.iter_mut().zip(&told).for_each(|(count, told)| *count = told.of(numbers));
            let (ticket, exempt) = (TicketId(row.get(0)?), row.get(1)?);
            hear(&Standing { ticket, keys, counts: &counts, exempt });
        }
        Ok(())
    }
}

/// How many flags are packed into one number: reading a number costs more than making it of flags.
const PACK: usize = 62;

/// How a count is read from the numbers that a statement answers.
struct Told {
    place: usize,
    part: Taken,
}

/// What is taken of a number.
enum Taken {
    /// All of it.
    Whole,
    /// A bit.
    Flag(usize),
    /// What is said there.
    Part(Part),
}

impl Told {
    fn new(count: Count, numbers: &[&'static str], flags: &[&'static str]) -> Self {
        let column = number(count);
        let flag = flags.iter().position(|each| *each == column);
        let place = numbers.iter().position(|each| *each == column).unwrap_or(0);
        match (flag, shared(count)) {
            (Some(flag), _) => {
                Self { place: numbers.len() + flag / PACK, part: Taken::Flag(flag % PACK) }
            }
            (None, Some((_, part))) => Self { place, part: Taken::Part(part) },
            (None, None) => Self { place, part: Taken::Whole },
        }
    }

    fn of(&self, numbers: &[i64]) -> i64 {
        let number = numbers[self.place];
        match self.part {
            Taken::Whole => number,
            Taken::Flag(bit) => number >> bit & 1,
            Taken::Part(Part::Between(from, to)) => i64::from(from <= number && number <= to),
            Taken::Part(Part::LessOne) => (number - 1).max(0),
        }
    }
}

/// Whether a count is told by a column of its own that is 0 or 1.
fn is_flag(count: Count) -> bool {
    shared(count).is_none() && !count.is_times()
}

/// Flags as one number. (SQLite multiplies and adds in half the steps that it shifts and joins bits in.)
fn packed(flags: &[&'static str]) -> String {
    let bits = flags.iter().enumerate().map(|(bit, flag)| format!("{flag} * {}", 1_i64 << bit));
    bits.collect::<Vec<_>>().join(" + ")
}

/// The column that tells a count, alone or with others.
fn number(count: Count) -> &'static str {
    shared(count).map_or(count.word(), |(column, _)| column)
}

/// What asks in SQL whether a count counts.
fn counts(count: Count) -> String {
    match shared(count) {
        None => format!("{count} > 0"),
        Some((column, Part::Between(from, to))) => format!("{column} BETWEEN {from} AND {to}"),
        Some((column, Part::LessOne)) => format!("{column} > 1"),
    }
}

impl Pass<'_> {
    /// The columns that tell those of the counts, each once.
    fn columns(&self, which: impl Fn(Count) -> bool) -> Vec<&'static str> {
        let mut columns = Vec::new();
        for column in self.counts.iter().filter(|count| which(**count)).map(|count| number(*count))
        {
            if !columns.contains(&column) {
                columns.push(column);
            }
        }
        columns
    }

    /// The columns that are 0 or 1.
    fn flags(&self) -> Vec<&'static str> {
        self.columns(is_flag)
    }

    /// The other ones.
    fn numbers(&self) -> Vec<&'static str> {
        self.columns(|count| !is_flag(count))
    }

    fn statement(&self) -> String {
        let keys = self.keys.iter().map(|grouping| column(*grouping).to_owned());
        let numbers = self.numbers().into_iter().map(str::to_owned);
        let flags = self.flags();
        let packs = flags.chunks(PACK).map(packed);
        let answers = ["ticket_id", "exempt_key"].map(str::to_owned).into_iter();
        let answers = answers.chain(keys).chain(numbers).chain(packs);
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
        match self.heard {
            Heard::All if !self.source.tells_idle() => "1 = 1".to_owned(),
            Heard::Between(counted, not_counted) => {
                format!("{} AND NOT ({})", counts(counted), counts(not_counted))
            }
            Heard::All | Heard::Counted => {
                let counted =
                    self.columns(|_| true).into_iter().map(|column| format!("{column} > 0"));
                counted.collect::<Vec<_>>().join(" OR ")
            }
        }
    }
}
