//! The counts that rows of the file store; the others are asked of a moment.

use gongdan_domain::Count;

/// The counts that a ticket's row stores.
pub(crate) fn stored_ticket_counts() -> impl Iterator<Item = Count> {
    let asked = [Count::Accepted, Count::PendingInTime, Count::OpenLate];
    Count::TICKETS.iter().copied().filter(move |count| !asked.contains(count))
}

/// The counts that an assignment's row stores.
pub(crate) fn stored_assignment_counts() -> impl Iterator<Item = Count> {
    let asked = [
        Count::Given,
        Count::GivenAny,
        Count::Transferred,
        Count::Known,
        Count::Effective,
        Count::Signed,
        Count::ReturnedLate,
        Count::PendingInTime,
        Count::OpenLate,
        Count::SignOffMissing,
        Count::NotSignedInTime,
        Count::ReworkOpenLate,
        Count::ReportOpenLate,
        Count::LateNow,
    ];
    Count::ASSIGNMENTS.iter().copied().filter(move |count| !asked.contains(count))
}
