//! Retention (保存期限): whose data has been kept for long enough.

use std::collections::HashMap;

use gongdan_domain::{Day, Moment, Problem, TicketId};
use serde::{Deserialize, Serialize};

use crate::hotline::Hotline;
use crate::store::Ended;
use crate::words::{Error, Result};

/// The longest time of keeping that can be asked for, in months.
const LONGEST: u32 = 1_200;

/// A ticket whose texts have been kept for long enough (PIPL, article 47).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Expired {
    /// The ticket: what [`Hotline::erase`](crate::Hotline::erase) takes.
    pub ticket: TicketId,
    /// The number printed on it.
    pub number: String,
    /// When it ended; a merged ticket ends with its main ticket.
    pub ended_at: Moment,
    /// The Beijing day from which on it may be erased: so many months after the end, or the last
    /// day of a month that has no such day.
    #[serde(serialize_with = "as_text", deserialize_with = "of_text")]
    pub erasable_from: Day,
}

fn as_text<S: serde::Serializer>(day: &Day, to: S) -> std::result::Result<S::Ok, S::Error> {
    to.collect_str(day)
}

fn of_text<'de, D: serde::Deserializer<'de>>(from: D) -> std::result::Result<Day, D::Error> {
    let text = String::deserialize(from)?;
    gongdan_domain::parse_day("erasable_from", &text).map_err(serde::de::Error::custom)
}

impl Hotline {
    /// The tickets whose callers' data and other texts may be erased at a moment, when they are kept
    /// for so many months (1 to 1,200) after a ticket's end; the first that ended first. Tickets
    /// as they stand now: one that runs, was opened again, or was merged into one that runs is not
    /// among them, nor one that is erased already. Nothing is written. How long data has to be
    /// kept is the office's to decide, and whether a law asks for longer is not known here.
    ///
    /// # Errors
    /// `InvalidInput` names `months`; `Io`, `Corrupt`.
    pub fn retention(&self, as_of: Moment, months: u32) -> Result<Vec<Expired>> {
        if !(1..=LONGEST).contains(&months) {
            let to = i64::from(LONGEST);
            return Err(Error::invalid_input("months", Problem::OutOfRange { from: 1, to }));
        }
        let ended = self.ask(|region, _| self.store.ended(region))?;
        let by_id: HashMap<TicketId, &Ended> =
            ended.iter().map(|each| (each.ticket, each)).collect();
        let kept = ended.iter().filter(|each| each.has_texts);
        let expired = kept.filter_map(|each| {
            let ended_at = end_with_main(each, &by_id)?;
            let erasable_from = ended_at.months_later(months)?;
            let (ticket, number) = (each.ticket, each.number.clone());
            let expired = Expired { ticket, number, ended_at, erasable_from };
            (erasable_from <= as_of.day()).then_some(expired)
        });
        let mut expired: Vec<Expired> = expired.collect();
        expired.sort_by_key(|each| (each.ended_at, each.ticket));
        Ok(expired)
    }
}

/// When a ticket and the main tickets it was merged into had all ended; nothing while one runs.
fn end_with_main(ticket: &Ended, ended: &HashMap<TicketId, &Ended>) -> Option<Moment> {
    let (mut at, mut main) = (ticket.at, ticket.merged_into);
    for _ in 0..ended.len() {
        let Some(id) = main else { return Some(at) };
        let next = ended.get(&id)?;
        (at, main) = (at.max(next.at), next.merged_into);
    }
    main.is_none().then_some(at)
}
