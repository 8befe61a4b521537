//! The flags of a row: what is yes or no of a ticket, or of an assignment, is a bit of one number, its column `flags`.
//!
//! A bit keeps its place for ever: a new flag is added behind the last, and rows that stand say no to it. Those that
//! few tickets have stand last, so that most rows' number is short.

use gongdan_domain::{Count, Leg, Standing, Ticket};

/// A flag of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flag<Says> {
    /// Whether a count counts it.
    Of(Count),
    /// The same under another name, where the count asks of a moment as well.
    Kept(&'static str, Count),
    /// What no count says: its name, and who says it.
    Own(&'static str, Says),
}

/// Who says a flag of a ticket.
pub(crate) type OfTicket = fn(&Ticket) -> bool;
/// Who says a flag of an assignment.
pub(crate) type OfLeg = fn(&Ticket, &Leg) -> bool;

use Count as C;
use Flag::{Kept, Of, Own};

/// The flags of a ticket's row, from the lowest bit.
pub(crate) const TICKET_FLAGS: &[Flag<OfTicket>] = &[
    Of(C::Effective),
    Of(C::Open),
    Of(C::Transferred),
    Of(C::ResolvedOnline),
    Of(C::Waiting),
    Of(C::WayUnknown),
    Of(C::EndedAtCentre),
    Of(C::Pending),
    Of(C::Handled),
    Of(C::AtCentre),
    Of(C::EndedUnreplied),
    Of(C::ReplyUnknown),
    Of(C::HandledLate),
    Of(C::HandlingUnknown),
    Of(C::Timed),
    Of(C::AwaitingReview),
    Of(C::AwaitingCallback),
    Of(C::InRework),
    Of(C::Difficult),
    Of(C::CalledBack),
    Of(C::Reached),
    Of(C::Rated),
    Of(C::Satisfied),
    Of(C::Unsatisfied),
    Of(C::FirstSatisfied),
    Of(C::AskedSolved),
    Of(C::Solved),
    Of(C::OwnSatisfied),
    Of(C::Closed),
    Of(C::ClosedLate),
    Of(C::ClosedUnknown),
    Of(C::DistinctMatters),
    Of(C::Repeats),
    Of(C::Related),
    Of(C::Confidential),
    Of(C::ReworkTickets),
    Of(C::SentBackTickets),
    Of(C::Returned),
    Of(C::Redispatched),
    Of(C::Extended),
    Of(C::Urged),
    Of(C::Supervised),
    Of(C::Reopened),
    Of(C::Rejected),
    Of(C::Merged),
    Own("featured", |ticket| ticket.featured),
    Own("return_pending", Ticket::return_pending),
    Of(C::Undecided),
    Own("unassessed", Standing::is_unassessed),
    Of(C::Exempt),
    Of(C::ExemptionsUndecided),
    Of(C::Corrected),
    Of(C::Imported),
];

/// The flags of an assignment's row, from the lowest bit.
pub(crate) const LEG_FLAGS: &[Flag<OfLeg>] = &[
    Own("effective", |ticket, _| Standing::is_effective(ticket)),
    Own("open", |ticket, _| !ticket.is_ended()),
    Own("in_hand", Ticket::holds),
    Of(C::Accepted),
    Of(C::Returned),
    Of(C::TakenBack),
    Of(C::Ended),
    Of(C::Assisting),
    Of(C::SignedInTime),
    Of(C::SignOffLate),
    Of(C::SignOffUnknown),
    Kept("sign_off_missed", C::SignOffMissing),
    Of(C::Pending),
    Of(C::Handled),
    Of(C::ReplyUnknown),
    Of(C::HandledLate),
    Of(C::HandlingUnknown),
    Of(C::HandlingMissed),
    Of(C::Timed),
    Of(C::AwaitingReview),
    Of(C::PassedFirst),
    Of(C::AwaitingCallback),
    Of(C::CalledBack),
    Of(C::Reached),
    Of(C::Rated),
    Of(C::Satisfied),
    Of(C::Unsatisfied),
    Of(C::FirstSatisfied),
    Of(C::AskedSolved),
    Of(C::Solved),
    Of(C::OwnSatisfied),
    Of(C::Closed),
    Of(C::ClosedLate),
    Of(C::ClosedUnknown),
    Of(C::ReworkTickets),
    Of(C::InRework),
    Of(C::SentBackTickets),
    Of(C::Extended),
    Of(C::ReportLate),
    Of(C::ReportMissed),
    Of(C::Exempt),
    Own("designated", |_, leg| leg.designated),
];

// A number of SQLite has 63 bits beside its sign.
const _: () = assert!(TICKET_FLAGS.len() <= 63 && LEG_FLAGS.len() <= 63);

impl<Says> Flag<Says> {
    /// Its name: that of the count, or its own.
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::Of(count) => count.word(),
            Self::Kept(name, _) | Self::Own(name, _) => name,
        }
    }
}

/// Which bit of a table's rows a flag is; nothing where the rows have none of that name.
pub(crate) const fn bit_of(table: &[u8], name: &[u8]) -> Option<u32> {
    if is(table, b"ticket") {
        place_of(TICKET_FLAGS, name)
    } else if is(table, b"assignment") {
        place_of(LEG_FLAGS, name)
    } else {
        None
    }
}

const fn place_of<Says>(flags: &[Flag<Says>], name: &[u8]) -> Option<u32> {
    let mut bit = 0;
    while bit < flags.len() {
        if is(flags[bit].name().as_bytes(), name) {
            return Some(bit as u32);
        }
        bit += 1;
    }
    None
}

/// Whether two texts are the same, while the library is compiled.
const fn is(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}
