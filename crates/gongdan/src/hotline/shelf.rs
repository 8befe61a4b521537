//! The shelf: tickets in hand while a transaction writes, and the events not yet turned to rows.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use gongdan_domain::TicketId;

use crate::store::{Head, Held, Store};
use crate::words::Result;

/// The most tickets kept in hand between two transactions.
const ROOM: usize = 4_096;

/// How many tickets' rows are made before they are written.
const TOGETHER: usize = 32;

/// Tickets in hand. They are good as long as nobody else has written.
#[derive(Default)]
pub(crate) struct Shelf {
    held: BTreeMap<TicketId, Box<Held>>,
    unsaved: BTreeSet<TicketId>,
    days: BTreeMap<i64, u32>,
    new_days: BTreeSet<i64>,
    good_at: Option<u64>,
}

impl Shelf {
    /// Opens the shelf for a transaction: what others may have changed is put back.
    pub(crate) fn open(&mut self, head: &Head) {
        if self.good_at != Some(head.last_seq) || self.held.len() > ROOM {
            self.clear();
        }
    }

    /// Forgets everything in hand.
    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Marks what is in hand as good up to a head.
    pub(crate) fn close(&mut self, head: &Head) {
        self.good_at = Some(head.last_seq);
    }

    /// A ticket, from the shelf or the file.
    pub(crate) fn get(&mut self, store: &Store, id: TicketId) -> Result<&mut Held> {
        match self.held.entry(id) {
            Entry::Occupied(entry) => Ok(entry.into_mut()),
            Entry::Vacant(entry) => Ok(entry.insert(Box::new(store.load(id)?.with_its_rows()))),
        }
    }

    /// Puts a new ticket on the shelf.
    pub(crate) fn put(&mut self, held: Held) {
        self.unsaved.insert(held.ticket.id);
        self.held.insert(held.ticket.id, Box::new(held));
    }

    /// Notes that a ticket's rows lag behind.
    pub(crate) fn touch(&mut self, id: TicketId) {
        self.unsaved.insert(id);
    }

    /// The number a day's next ticket gets, from 1.
    pub(crate) fn next_of_day(&mut self, store: &Store, day: i64) -> Result<u32> {
        if let Some(tickets) = self.days.get(&day) {
            return Ok(tickets + 1);
        }
        let tickets = store.tickets_of_day(day)?;
        self.days.insert(day, tickets);
        Ok(tickets + 1)
    }

    /// Notes that a day has so many tickets now.
    pub(crate) fn count_day(&mut self, day: i64, tickets: u32) {
        self.days.insert(day, tickets);
        self.new_days.insert(day);
    }

    /// Writes every row that lags behind, in the order of the tickets' ids. What a failure leaves
    /// unwritten lags on.
    pub(crate) fn save(&mut self, store: &Store, head: &Head) -> Result<()> {
        let ids: Vec<TicketId> = self.unsaved.iter().copied().collect();
        ids.chunks(TOGETHER).try_for_each(|ids| self.save_together(store, ids))?;
        for day in &self.new_days {
            let tickets = self.days.get(day).copied().unwrap_or(1);
            store.count_ticket_of_day(head.region.0, *day, tickets)?;
        }
        self.new_days.clear();
        Ok(())
    }

    fn save_together(&mut self, store: &Store, ids: &[TicketId]) -> Result<()> {
        let held = ids.iter().filter_map(|id| self.held.get(id));
        let lagging: Vec<&Held> = held.map(|held| &**held).filter(|h| h.is_unsaved()).collect();
        let saved = store.save(&lagging)?;
        let lagging: Vec<TicketId> = lagging.iter().map(|held| held.ticket.id).collect();
        for (id, saved) in lagging.iter().zip(saved) {
            if let Some(held) = self.held.get_mut(id) {
                held.note_saved(saved);
            }
        }
        for id in ids {
            self.unsaved.remove(id);
        }
        Ok(())
    }
}
