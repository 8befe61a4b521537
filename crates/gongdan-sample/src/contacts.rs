//! Contacts: the calls and letters that reached the centre, whether or not a ticket came of them.

use std::collections::BTreeMap;

use gongdan_domain::Day;

use crate::day_curve::{DAY_OFF, WORKING_DAY, shared};
use crate::life::Life;
use crate::office::Office;
use crate::office_book::CALLS;

/// The contacts of one channel on one day (来电, 来信).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayContacts {
    /// The day.
    pub day: Day,
    /// The channel.
    pub channel: &'static str,
    /// How many.
    pub count: u32,
}

/// Tickets taken in, by day (counted from the first) and channel.
#[derive(Debug, Default)]
pub(crate) struct Arrivals(BTreeMap<(i64, &'static str), u32>);

impl Arrivals {
    pub(crate) fn add(&mut self, office: &Office, life: &Life) {
        let (day, _) = office.day_and_second(life.accepted_at);
        *self.0.entry((day, life.channel)).or_default() += 1;
    }

    /// How many of them were calls.
    pub(crate) fn calls(&self) -> u32 {
        self.0.iter().filter(|((_, channel), _)| *channel == CALLS).map(|(_, count)| count).sum()
    }

    /// The contacts of the office's first `days` days: every ticket was one, and the calls that
    /// made no ticket are spread over the days like all calls.
    pub(crate) fn contacts(mut self, office: &Office, days: i64, calls: u32) -> Vec<DayContacts> {
        let others = shared(calls.saturating_sub(self.calls()), &weights(office, days));
        for (day, other) in (0..).zip(others) {
            *self.0.entry((day, CALLS)).or_default() += other;
        }
        let some = self.0.into_iter().filter(|(_, count)| *count > 0);
        some.map(|((day, channel), count)| DayContacts {
            day: office.at(day, 0).day(),
            channel,
            count,
        })
        .collect()
    }
}

/// How busy each of the office's first `days` days is, in proportion.
pub(crate) fn weights(office: &Office, days: i64) -> Vec<u64> {
    (0..days).map(|day| if office.works_on(day) { WORKING_DAY } else { DAY_OFF }).collect()
}
