//! The rows of an answer: named, ordered as they are printed, with zeros where an office wants them.

use gongdan_domain::{CountOf, Species, Tally, Times};

use super::answer::{Naming, Row};
use super::key::Key;
use super::tabulation::Grouped;
use crate::store::Source;
use crate::words::Grouping;

/// The rows of an answer while its statements come in.
pub(crate) struct Rows<'a> {
    by: Vec<Grouping>,
    pub(crate) naming: Naming<'a>,
    /// Nothing, in every count: what a row begins with.
    zeros: Tally,
    rows: Vec<(Row, Minutes)>,
}

/// The handling times behind a row: of tickets, and of assignments; those of what is exempt apart.
#[derive(Default)]
struct Minutes {
    assessed: [Vec<i64>; 2],
    exempt: [Vec<i64>; 2],
}

impl Minutes {
    fn take(&mut self, of: usize, assessed: &[i64], exempt: &[i64]) {
        self.assessed[of].extend_from_slice(assessed);
        self.exempt[of].extend_from_slice(exempt);
    }

    /// All of them, and those that are assessed.
    fn times(self) -> [(Times, Times); 2] {
        let [tickets, assignments] = self.assessed;
        let [exempt_tickets, exempt_assignments] = self.exempt;
        let of = |assessed: Vec<i64>, exempt: Vec<i64>| {
            (Times::of([&assessed[..], &exempt].concat()), Times::of(assessed))
        };
        [of(tickets, exempt_tickets), of(assignments, exempt_assignments)]
    }
}

/// The lists that handling times run over.
const LISTS: [CountOf; 2] = [CountOf::Tickets, CountOf::Assignments];

impl<'a> Rows<'a> {
    /// No row yet.
    pub(crate) fn new(by: Vec<Grouping>, naming: Naming<'a>, zeros: Tally) -> Self {
        Self { by, naming, zeros, rows: Vec::new() }
    }

    /// Takes one grouped row in: rows whose keys mean the same are added up.
    pub(crate) fn take(&mut self, grouped: Grouped, source: Source) {
        let keys: Vec<Key> = self
            .by
            .iter()
            .zip(&grouped.keys)
            .map(|(by, stored)| self.naming.key(*by, *stored))
            .collect();
        let index = self.rows.iter().position(|(row, _)| row.keys == keys).unwrap_or_else(|| {
            let stored = vec![Vec::new(); keys.len()];
            let row = Row { keys, tally: self.zeros.clone(), stored };
            self.rows.push((row, Minutes::default()));
            self.rows.len() - 1
        });
        let (row, minutes) = &mut self.rows[index];
        minutes.take(source.of() as usize, &grouped.minutes, &grouped.exempt_minutes);
        for (own, stored) in row.stored.iter_mut().zip(&grouped.keys) {
            if !own.contains(stored) {
                own.push(*stored);
            }
        }
        for (count, sum) in grouped.sums {
            row.add(source.of(), count, sum);
        }
        for (count, sum) in grouped.exempt {
            row.tally.add_exempt(source.of(), count, sum);
        }
    }

    /// The rows in printed order, and the handling times of all together.
    pub(crate) fn printed(self) -> (Vec<Row>, [(Times, Times); 2]) {
        let (by, naming) = (self.by, self.naming);
        let (mut rows, mut all) = (Vec::new(), Minutes::default());
        for (mut row, minutes) in self.rows {
            for of in [0, 1] {
                all.take(of, &minutes.assessed[of], &minutes.exempt[of]);
            }
            put(&mut row.tally, minutes.times());
            rows.push(row);
        }
        rows.sort_by(|a: &Row, b: &Row| {
            let order = by.iter().zip(a.keys.iter().zip(&b.keys));
            order.fold(std::cmp::Ordering::Equal, |done, (by, (a, b))| {
                done.then_with(|| naming.order(*by, a, b))
            })
        });
        (rows, all.times())
    }
}

/// Puts handling times in where they are defined.
fn put(tally: &mut Tally, times: [(Times, Times); 2]) {
    for (of, (all, assessed)) in LISTS.into_iter().zip(times) {
        if tally.times(of).is_some() {
            tally.set_times(of, all);
            tally.set_assessed_times(of, assessed);
        }
    }
}

/// The total of some rows, whose handling times are told beside them.
pub(crate) fn total(nothing: Tally, rows: &[Row], times: [(Times, Times); 2]) -> Tally {
    let mut total = nothing.clone();
    rows.iter().for_each(|row| total.add(&row.tally));
    for (of, (all, assessed)) in LISTS.into_iter().zip(times) {
        if nothing.times(of).is_some() {
            total.set_times(of, all);
            total.set_assessed_times(of, assessed);
        }
    }
    total
}

/// A row of zeros for every entry in use that has none: an office may print all its units.
pub(crate) fn add_zeros(rows: &mut Vec<Row>, by: &[Grouping], naming: &Naming<'_>, zeros: &Tally) {
    let [grouping] = by else { return };
    let species = match grouping {
        Grouping::Unit => Species::Unit,
        Grouping::Category => Species::Category,
        Grouping::Channel => Species::Channel,
        Grouping::Area => Species::Area,
        _ => return,
    };
    for entry in naming.in_use(species) {
        let key = naming.key(*grouping, i64::from(entry.id.0));
        if !rows.iter().any(|row| row.keys[0] == key) {
            let (stored, tally) = (vec![vec![key.id]], zeros.clone());
            rows.push(Row { stored, keys: vec![key], tally });
        }
    }
    rows.sort_by(|a, b| naming.order(*grouping, &a.keys[0], &b.keys[0]));
}
