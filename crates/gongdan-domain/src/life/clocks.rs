//! Clocks of two desks that never quite agree, and one that is wrong by years: what is taken, from
//! when it counts, and what no clock may block.

use crate::moment::Moment;
use crate::office::Rulebook;
use crate::policy::{Scope, Setting};
use crate::stamp::Stamp;
use crate::vocabulary::{Part, Stage};

use super::command::Verb;
use super::event::TicketEvent;
use super::event_kind::EventKind;
use super::refusal::{Bound, Denied, Refusal, RefusalCode};
use super::ticket::Ticket;

const DAY_MS: i64 = 86_400_000;

impl Verb {
    /// Whether it has a place in the order of a ticket's life. What has none (a note, a disclosure,
    /// an erasure, confidentiality) is a duty that no clock blocks.
    pub fn depends_on_order(self) -> bool {
        !matches!(self, Self::Note | Self::Confidential | Self::Reveal | Self::Erase)
    }
}

impl EventKind {
    /// Whether it has a place in the order of a ticket's life, as [`Verb::depends_on_order`].
    pub fn depends_on_order(self) -> bool {
        use EventKind::{ConfidentialitySet, Erased, Noted, Revealed};
        !matches!(self, Noted | ConfidentialitySet | Revealed | Erased)
    }
}

/// What the clocks of a file have shown so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clocks {
    /// The newest fact of any ticket, once there is one.
    pub newest: Option<Moment>,
    /// When the file was founded.
    pub founded: Moment,
}

impl Clocks {
    /// Refuses a command whose moment lies further from the newest one than the policy lets it, and
    /// whose caller does not say that it is meant: one PC with a wrong year locks nothing.
    ///
    /// # Errors
    /// [`RefusalCode::TimeLeap`] with both moments.
    pub fn check(
        &self,
        rules: &Rulebook,
        stamp: &Stamp,
        (verb, stage): (Verb, Stage),
    ) -> Result<(), Denied> {
        let (newest, given) = (self.newest.unwrap_or(self.founded), stamp.at());
        let setting = match self.newest {
            Some(_) => Setting::LeapDays,
            None => Setting::FirstLeapDays,
        };
        let days = rules.policy.number(setting, &Scope::default(), newest);
        let far = i64::from(days) * DAY_MS;
        let ahead = given > newest.plus_ms(far);
        let behind = verb == Verb::Intake && self.newest.is_some() && given < newest.plus_ms(-far);
        if days == 0 || stamp.is_meant() || !verb.depends_on_order() || !(ahead || behind) {
            return Ok(());
        }
        let bound = Some(Bound::Leap { given, newest });
        let (code, asked, allowed) = (RefusalCode::TimeLeap, verb, Vec::new());
        Err(Denied::Refused(Box::new(Refusal { code, stage, asked, allowed, bound })))
    }
}

impl Ticket {
    /// From when an event counts: its own moment, or that of the fact it answers where the clock of
    /// whoever stated it was behind. Other units' facts and overlays delay nothing.
    pub fn counts_from(&self, at: Moment, event: &TicketEvent) -> Moment {
        self.answered(event).map_or(at, |answered| at.max(answered)).max(self.accepted_at)
    }

    /// The moment of the fact that an event answers.
    fn answered(&self, event: &TicketEvent) -> Option<Moment> {
        match event {
            TicketEvent::SignedOff { leg }
            | TicketEvent::ReturnRequested { leg, .. }
            | TicketEvent::ReturnGranted { leg }
            | TicketEvent::ReturnDenied { leg, .. }
            | TicketEvent::Excused { leg } => self.leg(*leg).map(|leg| leg.transferred_at),
            TicketEvent::Handled { leg, .. } if self.stage != Stage::Rework => self.signed(*leg),
            TicketEvent::Reported { leg } => self.signed(*leg),
            TicketEvent::Handled { .. } => self.reworks.last().map(|rework| rework.ordered_at),
            TicketEvent::CalledBack { .. } | TicketEvent::SentBack { .. } => self.replied_at(),
            TicketEvent::ReworkOrdered(_) | TicketEvent::Closed { .. } => {
                self.replied_at().max(self.callbacks.last().map(|callback| callback.at))
            }
            TicketEvent::Reopened { .. } => self.closures.last().map(|closure| closure.at),
            TicketEvent::Resumed { .. } => self.suspended_at,
            TicketEvent::Unmerged { .. } => self.merged_at,
            TicketEvent::SupervisionAnswered { no } => {
                self.supervisions.iter().find(|each| each.no == *no).map(|demand| demand.at)
            }
            _ => None,
        }
    }

    fn signed(&self, leg: u32) -> Option<Moment> {
        self.leg(leg).map(|leg| leg.signed_off_at.unwrap_or(leg.transferred_at))
    }

    /// The moment of the standing reply: of the rework, or of the lead.
    fn replied_at(&self) -> Option<Moment> {
        let rework = self.reworks.last().and_then(|rework| rework.handled_at);
        let lead = self.legs.iter().rev().find(|leg| leg.part == Part::Lead && leg.is_current());
        rework.max(lead.and_then(|leg| leg.handled_at))
    }
}
