//! Tabulations: how tickets stand, added up by groups.

use std::collections::HashMap;

use gongdan_domain::Count;

use crate::store::Standing;
use crate::words::Grouping;

/// One table in the making: it takes one ticket after the other in.
pub(crate) struct Tabulation {
    /// Where its keys stand among the keys that are told.
    keys: Vec<usize>,
    /// Its counts, and where they stand among the counts that are told.
    counts: Vec<(Count, usize)>,
    /// Where the sums of each group begin.
    groups: HashMap<Vec<i64>, usize>,
    sums: Vec<i64>,
    group: Vec<i64>,
    /// Where a known handling time is told of, and how long it was; and those of each group.
    time: Option<(usize, usize)>,
    minutes: Vec<Vec<i64>>,
}

/// One row of a table: the keys of its group, and the sums of its counts.
pub(crate) struct Grouped {
    pub(crate) keys: Vec<i64>,
    pub(crate) sums: Vec<(Count, i64)>,
    /// The handling times behind it, in no order.
    pub(crate) minutes: Vec<i64>,
}

impl Tabulation {
    /// A table by some of the keys, of some of the counts that are told.
    pub(crate) fn new(by: &[Grouping], taken: &[Count], told: (&[Grouping], &[Count])) -> Self {
        let place = |by: &Grouping| told.0.iter().position(|each| each == by);
        let count = |count| told.1.iter().position(|each| *each == count);
        let counts = told.1.iter().enumerate().filter(|(_, count)| taken.contains(count));
        Self {
            keys: by.iter().filter_map(place).collect(),
            counts: counts.map(|(place, count)| (*count, place)).collect(),
            groups: HashMap::new(),
            sums: Vec::new(),
            group: Vec::new(),
            time: count(Count::Timed).zip(count(Count::HandlingMinutes)),
            minutes: Vec::new(),
        }
    }

    /// Adds one ticket (or assignment).
    pub(crate) fn take(&mut self, standing: &Standing<'_>) {
        self.group.clear();
        self.group.extend(self.keys.iter().map(|key| standing.keys[*key]));
        let start = self.start();
        let sums = self.sums[start..].iter_mut();
        for (sum, (_, place)) in sums.zip(&self.counts) {
            *sum += standing.counts[*place];
        }
        if let Some((timed, minutes)) = self.time
            && standing.counts[timed] > 0
        {
            let group = start.checked_div(self.counts.len()).unwrap_or(0);
            self.minutes[group].push(standing.counts[minutes]);
        }
    }

    /// Where the sums of the group begin; a new group begins with zeros.
    fn start(&mut self) -> usize {
        if let Some(start) = self.groups.get(&self.group) {
            return *start;
        }
        let start = self.sums.len();
        self.sums.resize(start + self.counts.len(), 0);
        self.minutes.push(Vec::new());
        self.groups.insert(self.group.clone(), start);
        start
    }

    /// The rows, in the order of their keys.
    pub(crate) fn rows(mut self) -> Vec<Grouped> {
        let mut groups: Vec<(Vec<i64>, usize)> = self.groups.into_iter().collect();
        groups.sort_unstable();
        let sums = |start: usize| {
            let sums = self.sums[start..].iter().zip(&self.counts);
            sums.map(|(sum, (count, _))| (*count, *sum)).collect()
        };
        let each = self.counts.len().max(1);
        let mut grouped = |(keys, start): (Vec<i64>, usize)| {
            let minutes = std::mem::take(&mut self.minutes[start / each]);
            Grouped { keys, sums: sums(start), minutes }
        };
        groups.into_iter().map(&mut grouped).collect()
    }
}
