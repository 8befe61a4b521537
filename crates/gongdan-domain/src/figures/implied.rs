//! What a count cannot be without.

use super::count::Count;

use Count as C;

impl Count {
    /// Of a cohort's tickets: the count that a ticket has whenever it has this one. Who has not that one need not be
    /// asked for this one.
    #[must_use]
    pub fn only_where(self) -> Option<Self> {
        Some(match self {
            C::ReworkTimes => C::ReworkTickets,
            C::SentBackTimes => C::SentBackTickets,
            C::ReturnTimes => C::Returned,
            C::RedispatchTimes => C::Redispatched,
            C::ExtensionsGranted => C::Extended,
            C::UrgeTimes => C::Urged,
            C::Timed
            | C::HandlingMinutes
            | C::Within1
            | C::Within2
            | C::Within3
            | C::Within5
            | C::Within7
            | C::Within10
            | C::Within15 => C::Handled,
            C::PendingInTime | C::OpenLate => C::Pending,
            C::Handled
            | C::HandledLate
            | C::Pending
            | C::AtCentre
            | C::EndedUnreplied
            | C::ReplyUnknown
            | C::HandlingUnknown
            | C::InRework
            | C::ReworkTickets
            | C::SentBackTickets
            | C::Returned
            | C::Redispatched
            | C::Extended
            | C::ExtensionsAsked
            | C::ExtensionsDenied
            | C::Undecided
            | C::DecidedLate
            | C::Exempt
            | C::ExemptionsUndecided => C::Transferred,
            _ => return None,
        })
    }

    /// Whether a ticket that no unit ever had has none of it.
    #[must_use]
    pub fn is_of_transferred(self) -> bool {
        self.only_where().is_some_and(|of| of == C::Transferred || of.is_of_transferred())
    }
}
