//! A sample (抽样): so many per cent of each unit's tickets that have ended, drawn by a number that anybody can draw
//! by again.

use std::collections::BTreeMap;

use gongdan_domain::{EntryId, Problem, RegionId, Species, TicketId};
use sha2::{Digest, Sha256};

use super::filter::Filter;
use crate::fields::Reading;
use crate::hotline::Hotline;
use crate::store::Found;
use crate::words::{Error, Result};

/// The largest sample.
const MOST: usize = 10_000;

impl Hotline {
    /// What was looked up, narrowed to the sample where one is asked for. It is drawn of all that the filter finds.
    pub(crate) fn narrowed(
        &self,
        region: RegionId,
        filter: &Filter,
        reading: Reading<'_>,
        mut found: Found,
    ) -> Result<Found> {
        let Some(share) = filter.sample else { return Ok(found) };
        if !(1..=100).contains(&share) {
            return Err(Error::invalid_input("sample", Problem::OutOfRange { from: 1, to: 100 }));
        }
        found.ended = true;
        let mut strata: BTreeMap<Option<EntryId>, Vec<TicketId>> = BTreeMap::new();
        for (ticket, unit) in self.store.led(region, &found)? {
            let stands = |unit| reading.register.standing(Species::Unit, unit, reading.at);
            strata.entry(unit.map(EntryId).map(stands)).or_default().push(ticket);
        }
        let (seed, share) = (filter.seed.unwrap_or(0), share as usize);
        let drawn: Vec<TicketId> =
            strata.into_values().flat_map(|tickets| drawn(tickets, share, seed)).collect();
        if drawn.len() > MOST {
            let rule =
                "a sample has at most 10,000 tickets: ask of fewer days, or for a smaller share";
            return Err(Error::invalid_input("sample", Problem::Rule { rule }));
        }
        found.drawn = Some(drawn);
        Ok(found)
    }
}

/// So many per cent of some tickets, and at least one: those whose lots come first. A ticket's lot is the hash of the
/// number drawn by and of its own: it hangs on nothing else, so that another filter moves nobody's.
fn drawn(mut tickets: Vec<TicketId>, share: usize, seed: u32) -> Vec<TicketId> {
    tickets.sort_by_cached_key(|ticket| {
        let numbers = [u64::from(seed), ticket.0 as u64].map(u64::to_be_bytes);
        <[u8; 32]>::from(Sha256::digest(numbers.as_flattened()))
    });
    tickets.truncate((tickets.len() * share).div_ceil(100));
    tickets
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_up_and_drawn_alike_by_the_same_number_alone() {
        let all: Vec<TicketId> = (1..=150).map(TicketId).collect();
        let of = |share, seed| drawn(all.clone(), share, seed);
        assert_eq!([of(1, 7).len(), of(5, 7).len(), of(100, 7).len()], [2, 8, 150]);
        assert_eq!(of(10, 7), of(10, 7));
        assert_ne!(of(10, 7), of(10, 8));
        let (small, large) = (of(5, 7), of(20, 7));
        assert_eq!(small[..], large[..small.len()]);
        assert!(drawn(Vec::new(), 50, 7).is_empty());
    }
}
