//! The rows of an answer: named, ordered as they are printed, with zeros where an office wants them.

use gongdan_domain::{Moment, Species, Tally};

use super::answer::{Key, Naming, Row};
use super::tabulation::Grouped;
use crate::store::Source;
use crate::words::Grouping;

/// The rows of an answer while its statements come in.
pub(crate) struct Rows<'a> {
    by: Vec<Grouping>,
    pub(crate) naming: Naming<'a>,
    /// Nothing, in every count: what a row begins with.
    zeros: Tally,
    rows: Vec<Row>,
}

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
        let index = self.rows.iter().position(|row| row.keys == keys).unwrap_or_else(|| {
            let stored = vec![Vec::new(); keys.len()];
            self.rows.push(Row { keys, tally: self.zeros.clone(), stored });
            self.rows.len() - 1
        });
        let row = &mut self.rows[index];
        for (own, stored) in row.stored.iter_mut().zip(&grouped.keys) {
            if !own.contains(stored) {
                own.push(*stored);
            }
        }
        for (count, sum) in grouped.sums {
            row.add(source.of(), count, sum);
        }
    }

    /// The rows in printed order.
    pub(crate) fn printed(mut self) -> Vec<Row> {
        let (by, naming) = (self.by, self.naming);
        self.rows.sort_by(|a, b| {
            let order = by.iter().zip(a.keys.iter().zip(&b.keys));
            order.fold(std::cmp::Ordering::Equal, |done, (by, (a, b))| {
                done.then_with(|| naming.order(*by, a, b))
            })
        });
        self.rows
    }
}

/// A row of zeros for every entry in use that has none: an office may print all its units.
pub(crate) fn add_zeros(rows: &mut Vec<Row>, by: &[Grouping], naming: Naming<'_>, zeros: &Tally) {
    let [grouping] = by else { return };
    let species = match grouping {
        Grouping::Unit => Species::Unit,
        Grouping::Category => Species::Category,
        Grouping::Channel => Species::Channel,
        Grouping::Area => Species::Area,
        _ => return,
    };
    let ended = |at: Option<Moment>| at.is_some_and(|at| at <= naming.as_of);
    let in_use = naming
        .register
        .all(species)
        .filter(|entry| !ended(entry.retired_at) && !ended(entry.merged.map(|(at, _)| at)));
    for entry in in_use {
        let key = naming.key(*grouping, i64::from(entry.id.0));
        if !rows.iter().any(|row| row.keys[0] == key) {
            let (stored, tally) = (vec![vec![key.id]], zeros.clone());
            rows.push(Row { stored, keys: vec![key], tally });
        }
    }
    rows.sort_by(|a, b| naming.order(*grouping, &a.keys[0], &b.keys[0]));
}
