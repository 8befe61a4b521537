//! A tally: every count of one row of a table.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::count::{Count, CountOf};
use super::fraction::Fraction;
use super::measure::Measure;
use super::times::Times;

/// The counts of one row: those over tickets, and those over assignments. A count that the question's
/// basis does not define is absent, not zero.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Told", into = "Told")]
pub struct Tally {
    tickets: [Option<i64>; Count::ROOM],
    assignments: [Option<i64>; Count::ROOM],
    /// The handling times of tickets, and of assignments: they do not add up.
    times: [Option<Times>; 2],
    /// What of it no assessed measure has (不计入考核): mostly nothing.
    exempt: Option<Box<Exempt>>,
}

/// What of a row is exempt.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Exempt {
    tickets: [i64; Count::ROOM],
    assignments: [i64; Count::ROOM],
    /// The handling times of the others.
    times: [Option<Times>; 2],
}

impl Exempt {
    fn of(&mut self, of: CountOf) -> &mut [i64; Count::ROOM] {
        match of {
            CountOf::Tickets => &mut self.tickets,
            CountOf::Assignments => &mut self.assignments,
        }
    }
}

impl Default for Exempt {
    fn default() -> Self {
        let none = [0; Count::ROOM];
        Self { tickets: none, assignments: none, times: [None; 2] }
    }
}

/// A tally as data: the counts of each list that are present, by name.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    #[serde(default)]
    tickets: BTreeMap<Count, i64>,
    #[serde(default)]
    assignments: BTreeMap<Count, i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ticket_times: Option<Times>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    assignment_times: Option<Times>,
    /// What of the counts no assessed measure has.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    exempt_tickets: BTreeMap<Count, i64>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    exempt_assignments: BTreeMap<Count, i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    assessed_ticket_times: Option<Times>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    assessed_assignment_times: Option<Times>,
}

impl From<Tally> for Told {
    fn from(tally: Tally) -> Self {
        let of = |of| {
            let present = |count: &Count| tally.of(of, *count).map(|value| (*count, value));
            Count::ALL.iter().filter_map(present).collect()
        };
        let [ticket_times, assignment_times] = tally.times;
        let (tickets, assignments) = (of(CountOf::Tickets), of(CountOf::Assignments));
        let exempt = tally.exempt.clone().unwrap_or_default();
        let [assessed_ticket_times, assessed_assignment_times] = exempt.times;
        Self {
            tickets,
            assignments,
            ticket_times,
            assignment_times,
            exempt_tickets: told(&exempt.tickets),
            exempt_assignments: told(&exempt.assignments),
            assessed_ticket_times,
            assessed_assignment_times,
        }
    }
}

/// Those that are not 0.
fn told(counts: &[i64; Count::ROOM]) -> BTreeMap<Count, i64> {
    let of = |count: &Count| (*count, counts[*count as usize]);
    Count::ALL.iter().map(of).filter(|(_, value)| *value != 0).collect()
}

impl From<Told> for Tally {
    fn from(told: Told) -> Self {
        let mut tally = Self::default();
        told.tickets.iter().for_each(|(count, value)| tally.set(*count, *value));
        let assignments = told.assignments.iter();
        assignments.for_each(|(count, value)| tally.put(CountOf::Assignments, *count, *value));
        tally.times = [told.ticket_times, told.assignment_times];
        let exempt = [
            (CountOf::Tickets, told.exempt_tickets),
            (CountOf::Assignments, told.exempt_assignments),
        ];
        for (of, counts) in exempt {
            counts.into_iter().for_each(|(count, value)| tally.add_exempt(of, count, value));
        }
        let times = [told.assessed_ticket_times, told.assessed_assignment_times];
        if let Some(exempt) = &mut tally.exempt {
            exempt.times = times;
        }
        tally
    }
}

impl Default for Tally {
    fn default() -> Self {
        let none = [None; Count::ROOM];
        Self { tickets: none, assignments: none, times: [None; 2], exempt: None }
    }
}

impl Tally {
    /// The count, if the basis defines it: over tickets, or else over assignments.
    pub fn get(&self, count: Count) -> Option<i64> {
        self.tickets[count as usize].or(self.assignments[count as usize])
    }

    /// The count over tickets or over assignments, if the basis defines it.
    pub fn of(&self, of: CountOf, count: Count) -> Option<i64> {
        match of {
            CountOf::Tickets => self.tickets[count as usize],
            CountOf::Assignments => self.assignments[count as usize],
        }
    }

    /// The count, zero where the basis does not define it.
    pub fn count(&self, count: Count) -> i64 {
        self.get(count).unwrap_or(0)
    }

    /// Puts a count over tickets in.
    pub fn set(&mut self, count: Count, value: i64) {
        self.put(CountOf::Tickets, count, value);
    }

    /// Puts a count over tickets or over assignments in.
    pub fn put(&mut self, of: CountOf, count: Count, value: i64) {
        match of {
            CountOf::Tickets => self.tickets[count as usize] = Some(value),
            CountOf::Assignments => self.assignments[count as usize] = Some(value),
        }
    }

    /// The handling times of tickets or of assignments, if the basis defines them.
    pub fn times(&self, of: CountOf) -> Option<Times> {
        self.times[of as usize]
    }

    /// Puts handling times in.
    pub fn set_times(&mut self, of: CountOf, times: Times) {
        self.times[of as usize] = Some(times);
    }

    /// Adds to what of a count no assessed measure has.
    pub fn add_exempt(&mut self, of: CountOf, count: Count, value: i64) {
        if value != 0 {
            self.exempt.get_or_insert_default().of(of)[count as usize] += value;
        }
    }

    /// Puts the handling times in of those that measures are assessed by, where some are exempt.
    pub fn set_assessed_times(&mut self, of: CountOf, times: Times) {
        if let Some(exempt) = &mut self.exempt {
            exempt.times[of as usize] = Some(times);
        }
    }

    /// The same without what is exempt (不计入考核): what units are judged by.
    #[must_use]
    pub fn assessed(mut self) -> Self {
        let Some(exempt) = self.exempt.take() else { return self };
        let counts = self.tickets.iter_mut().zip(exempt.tickets);
        for (count, exempt) in counts.chain(self.assignments.iter_mut().zip(exempt.assignments)) {
            *count = count.map(|count| count - exempt);
        }
        for (times, assessed) in self.times.iter_mut().zip(exempt.times) {
            *times = times.and(assessed.or(*times));
        }
        self
    }

    /// Adds another row, count by count. Handling times do not add up: a sum has none until they are put
    /// in.
    pub fn add(&mut self, other: &Self) {
        self.times = [None; 2];
        let pairs = self.tickets.iter_mut().zip(other.tickets);
        for (own, other) in pairs.chain(self.assignments.iter_mut().zip(other.assignments)) {
            *own = match (*own, other) {
                (None, None) => None,
                (own, other) => Some(own.unwrap_or(0) + other.unwrap_or(0)),
            };
        }
        if let Some(other) = &other.exempt {
            let own = self.exempt.get_or_insert_default();
            own.times = [None; 2];
            let tickets = own.tickets.iter_mut().zip(other.tickets);
            let assignments = own.assignments.iter_mut().zip(other.assignments);
            tickets.chain(assignments).for_each(|(own, other)| *own += other);
        }
    }

    /// What adds up: the counts without the handling times.
    #[must_use]
    pub fn without_times(mut self) -> Self {
        self.times = [None; 2];
        self.exempt.iter_mut().for_each(|exempt| exempt.times = [None; 2]);
        self
    }

    /// The same counts, each of nothing.
    #[must_use]
    pub fn zeroed(mut self) -> Self {
        let counts = self.tickets.iter_mut().chain(&mut self.assignments);
        counts.for_each(|count| *count = count.map(|_| 0));
        self.times = self.times.map(|times| times.map(|_| Times::default()));
        self.exempt = None;
        self
    }

    /// Every count that is present, in the order of the table of counts.
    pub fn iter(&self) -> impl Iterator<Item = (Count, i64)> + '_ {
        Count::ALL.iter().filter_map(|count| self.get(*count).map(|value| (*count, value)))
    }

    /// A measure over these counts, if all its counts are present: both terms are taken from one
    /// list, tickets with tickets and assignments with assignments. By unit there are assignments
    /// only. An assessed one leaves out of both what is exempt.
    pub fn measure(&self, measure: &Measure) -> Option<Fraction> {
        if measure.assessed && self.exempt.is_some() {
            return self.clone().assessed().measure(measure);
        }
        let sum = |of, terms| self.sum(of, terms);
        let over = |of| match measure.quantile {
            Some(quantile) => self.times(of).map(|times| times.quantile(quantile)),
            None => Some(Fraction::new(sum(of, measure.numerator)?, sum(of, measure.denominator)?)),
        };
        let tickets = self.tickets.iter().any(Option::is_some);
        match measure.over {
            CountOf::Tickets if tickets => over(CountOf::Tickets),
            _ => over(CountOf::Assignments),
        }
    }

    fn sum(&self, of: CountOf, terms: &[(i64, Count)]) -> Option<i64> {
        terms.iter().try_fold(0, |sum, (sign, count)| Some(sum + sign * self.of(of, *count)?))
    }
}
