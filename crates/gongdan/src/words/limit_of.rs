//! The promise whose limit a list is about.

use gongdan_domain::{vocabulary, words_are_taken};

vocabulary! {
    /// A promise whose limit a list is about.
    LimitOf, "limit_of" {
        /// The lead's first reply.
        Handle = 1, "handle", "办理时限";
        /// A rework.
        Rework = 2, "rework", "重办时限";
        /// A sign-off, of any unit.
        SignOff = 3, "sign_off", "签收时限";
        /// An assisting unit's report.
        Report = 4, "report", "协办反馈时限";
        /// A reply, a rework or a report.
        LateNow = 5, "late_now", "办理、重办或反馈时限";
        /// The citizen's own, whoever has the ticket.
        Total = 6, "total", "总时限";
        /// A section's, inside that of its unit.
        Section = 7, "section", "加派时限";
        /// The first that runs of the demands that nobody has answered.
        Demand = 8, "demand", "督办答复时限";
    }
}

impl LimitOf {
    /// Whether a ticket's `late_by` is one of these limits, or an earlier one.
    pub(crate) fn is_of_a_reply(self) -> bool {
        !matches!(self, Self::SignOff | Self::Total | Self::Section | Self::Demand)
    }
}

words_are_taken!(LimitOf);
