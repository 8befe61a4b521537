//! The facts of a ticket's life whose moment can have been entered wrong or late.

use crate::vocabulary::vocabulary;

use super::event::TicketEvent;

vocabulary! {
    /// A fact whose true moment a correction can state.
    Fact, "fact" {
        /// It was taken in.
        Intake = 1, "intake", "受理";
        /// Units got it.
        Transfer = 2, "transfer", "转办";
        /// A unit signed for it.
        SignOff = 3, "sign_off", "签收";
        /// An assisting unit reported.
        Report = 4, "report", "协办反馈";
        /// The unit that leads replied.
        Handle = 5, "handle", "办结";
        /// The centre tried to call the citizen back.
        Callback = 6, "callback", "回访";
        /// It was closed: answered by the desk, by the centre after a callback, or terminated.
        Close = 7, "close", "结案";
    }
}

crate::words_are_taken!(Fact);

impl Fact {
    /// Whether an event is such a fact.
    pub fn is(self, event: &TicketEvent) -> bool {
        use TicketEvent as E;
        match self {
            Self::Intake => matches!(event, E::TakenIn(_)),
            Self::Transfer => matches!(event, E::Transferred { .. }),
            Self::SignOff => matches!(event, E::SignedOff { .. }),
            Self::Report => matches!(event, E::Reported { .. }),
            Self::Handle => matches!(event, E::Handled { .. }),
            Self::Callback => matches!(event, E::CalledBack { .. }),
            Self::Close => {
                matches!(event, E::Closed { .. } | E::ResolvedOnline | E::Terminated)
            }
        }
    }
}

impl TicketEvent {
    /// The leg that it alone is about: what one unit does with it, or asks, and what it is answered.
    pub(super) fn own_leg(&self) -> Option<u32> {
        match self {
            Self::SignedOff { leg }
            | Self::ReturnRequested { leg, .. }
            | Self::ReturnGranted { leg }
            | Self::ReturnDenied { leg, .. }
            | Self::ExtensionRequested { leg, .. }
            | Self::ExtensionDenied { leg }
            | Self::Reported { leg }
            | Self::Excused { leg }
            | Self::Forwarded { leg, .. }
            | Self::Unforwarded { leg } => Some(*leg),
            Self::ExtensionGranted { limits, .. } => Some(limits.leg),
            Self::Transferred { legs, .. } => match legs.iter().any(|leg| leg.leads()) {
                true => None,
                false => legs.first().map(|leg| leg.leg),
            },
            _ => None,
        }
    }

    /// The leg that it is about, also where the whole ticket goes on with it.
    pub(super) fn leg(&self) -> Option<u32> {
        match self {
            Self::Handled { leg, .. } => Some(*leg),
            Self::Transferred { legs, .. } => legs.first().map(|leg| leg.leg),
            event => event.own_leg(),
        }
    }

    /// Whether it stands beside the life of its ticket: nothing in it waits for it or answers it.
    fn stands_beside(&self) -> bool {
        use TicketEvent as E;
        matches!(
            self,
            E::MarkedRepeat { .. }
                | E::UnmarkedRepeat
                | E::Related { .. }
                | E::Unrelated
                | E::Urged
                | E::Supervised { .. }
                | E::SupervisionAnswered { .. }
                | E::SupervisionLifted { .. }
                | E::Reminded { .. }
                | E::Consulted
                | E::Carded { .. }
                | E::Featured { .. }
                | E::Rated { .. }
                | E::Inspected { .. }
                | E::ExemptionAsked { .. }
                | E::Exempted { .. }
                | E::Unexempted { .. }
        )
    }

    /// Whether the order of this fact and another event of its ticket says anything: of the intake and
    /// what came after it, always; of what one unit did and what another did, never; of what the ticket
    /// is about, where the fact is judged by it.
    pub(super) fn is_ordered_with(&self, other: &Self) -> bool {
        use TicketEvent as E;
        if !other.kind().depends_on_order() {
            return false;
        }
        let judged = matches!(self, E::Transferred { .. } | E::CalledBack { .. });
        match (self, other) {
            (E::TakenIn(_), _) => true,
            (_, E::Reclassified { .. } | E::Amended { .. }) => judged,
            (_, other) if other.stands_beside() => false,
            _ => self.own_leg().zip(other.own_leg()).is_none_or(|(own, others)| own == others),
        }
    }
}
