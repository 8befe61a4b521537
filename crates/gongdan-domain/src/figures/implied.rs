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
            C::ExtensionsAsked | C::ExtensionsDenied | C::DecidedLate => C::Transferred,
            _ => return None,
        })
    }
}
