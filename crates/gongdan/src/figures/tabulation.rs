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
    /// What of each group no assessed measure has, by where its sums begin: mostly of none.
    exempt: HashMap<usize, Exempt>,
}

/// What of a group no assessed measure has.
#[derive(Default)]
struct Exempt {
    sums: Vec<i64>,
    minutes: Vec<i64>,
}

/// One row of a table: the keys of its group, and the sums of its counts.
pub(crate) struct Grouped {
    pub(crate) keys: Vec<i64>,
    pub(crate) sums: Vec<(Count, i64)>,
    /// The handling times behind it, in no order; those of what is exempt apart.
    pub(crate) minutes: Vec<i64>,
    /// What of the sums no assessed measure has; nothing where that is nothing.
    pub(crate) exempt: Vec<(Count, i64)>,
    /// The handling times of that.
    pub(crate) exempt_minutes: Vec<i64>,
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
            exempt: HashMap::new(),
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
        if standing.exempt {
            let room = self.counts.len();
            let sums = &mut self.exempt.entry(start).or_default().sums;
            sums.resize(room, 0);
            sums.iter_mut().zip(&self.counts).for_each(|(sum, (_, place))| {
                *sum += standing.counts[*place];
            });
        }
        self.time(start, standing);
    }

    /// Notes how long a reply took, where that is known.
    fn time(&mut self, start: usize, standing: &Standing<'_>) {
        let Some((timed, minutes)) = self.time else { return };
        if standing.counts[timed] == 0 {
            return;
        }
        let group = start.checked_div(self.counts.len()).unwrap_or(0);
        let list = match standing.exempt {
            true => &mut self.exempt.entry(start).or_default().minutes,
            false => &mut self.minutes[group],
        };
        list.push(standing.counts[minutes]);
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
        let told = |sums: &[i64]| {
            let sums = sums.iter().zip(&self.counts);
            sums.map(|(sum, (count, _))| (*count, *sum)).collect()
        };
        let each = self.counts.len().max(1);
        let mut grouped = |(keys, start): (Vec<i64>, usize)| {
            let minutes = std::mem::take(&mut self.minutes[start / each]);
            let Exempt { sums, minutes: exempt_minutes } =
                self.exempt.remove(&start).unwrap_or_default();
            let (sums, exempt) = (told(&self.sums[start..]), told(&sums));
            Grouped { keys, sums, minutes, exempt, exempt_minutes }
        };
        groups.into_iter().map(&mut grouped).collect()
    }
}
