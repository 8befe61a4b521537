//! A ticket in hand: folded from its events.

use gongdan_domain::{Keeping, TakenIn, Text, TextField, Ticket, TicketEvent, TicketId};

use super::event::{Lent, Recorded, corrupt};
use super::row::Shown;
use super::seal;
use crate::words::Result;

/// A ticket in hand, with the sequences that the fold itself does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Held {
    pub(crate) ticket: Ticket,
    /// The sequence of its intake.
    pub(crate) first_seq: u64,
    /// The sequence of its last event.
    pub(crate) last_seq: u64,
    /// The event whose text is its matter now.
    pub(crate) matter_seq: u64,
    /// The event whose text is its appeal now.
    pub(crate) appeal_seq: Option<u64>,
    /// The event whose text is its last result.
    pub(crate) result_seq: Option<u64>,
    /// The event of each file kept with it.
    pub(super) attached: Vec<u64>,
    /// What the rows show; nothing when there are none, or nobody has looked.
    pub(super) saved: Option<Saved>,
    /// Whether a correction changed what rows of facts show that no other event would.
    pub(super) anew: bool,
}

/// What the rows of a ticket show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Saved {
    /// The version.
    pub(super) version: u32,
    /// Its own row.
    pub(super) ticket: Shown,
    /// Its assignments.
    pub(super) legs: Vec<Shown>,
}

impl Held {
    /// A ticket just taken in.
    pub(crate) fn taken_in(ticket: Ticket, seq: u64, texts: &[Text]) -> Self {
        let mut held = Self {
            ticket,
            first_seq: seq,
            last_seq: seq,
            matter_seq: seq,
            appeal_seq: None,
            result_seq: None,
            attached: Vec::new(),
            saved: None,
            anew: false,
        };
        held.note_texts(seq, texts.iter().map(|text| text.field));
        held
    }

    /// The ticket that a recorded intake makes.
    pub(super) fn begin(id: TicketId, taken: &TakenIn, recorded: &Lent<'_>) -> Self {
        let ticket = Ticket::taken_in(id, recorded.at, taken);
        let mut held = Self::taken_in(ticket, recorded.seq, &[]);
        held.note_texts(recorded.seq, seal::committed_fields(recorded.commitments));
        held
    }

    /// Follows one more event.
    pub(crate) fn follow(&mut self, event: &TicketEvent, recorded: &Lent<'_>) {
        self.ticket.apply(recorded.at, event);
        self.last_seq = recorded.seq;
        if let TicketEvent::Attached { .. } = event {
            self.attached.push(recorded.seq);
        }
        if !matches!(event, TicketEvent::Featured { .. }) {
            self.note_texts(recorded.seq, seal::committed_fields(recorded.commitments));
        }
    }

    fn note_texts(&mut self, seq: u64, fields: impl Iterator<Item = TextField>) {
        for field in fields {
            match field {
                TextField::Matter => self.matter_seq = seq,
                TextField::Appeal => self.appeal_seq = Some(seq),
                TextField::Result | TextField::Answer => self.result_seq = Some(seq),
                _ => {}
            }
        }
    }

    /// The event that attached a file whose bytes are kept, by its number, and where.
    pub(crate) fn file(&self, no: u32) -> Option<(u64, Keeping)> {
        let mut attached = self.ticket.attachments.iter().zip(&self.attached);
        let (found, seq) = attached.find(|(each, _)| each.no == no)?;
        found.kept.map(|kept| (*seq, kept))
    }

    /// The ticket that recorded events make, as they stand corrected; nothing when there are none.
    pub(crate) fn fold(id: TicketId, events: &[Recorded]) -> Result<Option<Self>> {
        let Some((first, rest)) = events.split_first() else { return Ok(None) };
        let TicketEvent::TakenIn(taken) = first.ticket_event()? else {
            return Err(corrupt("a ticket's first event is no intake"));
        };
        let mut held = Self::begin(id, &taken, &first.lent());
        for event in rest {
            held.follow(&event.ticket_event()?, &event.lent());
        }
        Ok(Some(held))
    }

    /// The ticket, whose rows show it as it stands.
    pub(crate) fn with_its_rows(mut self) -> Self {
        self.saved = Some(self.rows().1);
        self
    }

    /// Notes what the rows show.
    pub(crate) fn note_saved(&mut self, saved: Saved) {
        (self.saved, self.anew) = (Some(saved), false);
    }

    /// Puts the ticket in its place as it was folded anew: its rows show what it was before.
    pub(crate) fn folded_anew(&mut self, anew: Self) {
        let saved = self.saved.take();
        *self = Self { saved, anew: true, ..anew };
    }

    /// The version that the rows show.
    pub(super) fn saved_version(&self) -> u32 {
        self.saved.as_ref().map_or(0, |saved| saved.version)
    }

    /// Whether the rows lag behind.
    pub(crate) fn is_unsaved(&self) -> bool {
        self.saved_version() < self.ticket.version
    }
}
