//! Exposure: who looked at whose data, when and why.

use gongdan_domain::{Moment, Role, TicketId};
use serde::{Deserialize, Serialize};

/// Personal data of one ticket, shown to one person once (PIPL, articles 51 and 57).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Exposure {
    /// The event that says so.
    pub seq: u64,
    /// When.
    pub at: Moment,
    /// To whom.
    pub by: String,
    /// In which declared role.
    pub role: Role,
    /// Whose: the caller, or the texts, of this ticket.
    pub ticket: TicketId,
    /// The number printed on it.
    pub number: String,
    /// Why, without telephone numbers; nothing when the ticket's texts were erased since.
    pub reason: Option<String>,
}

impl std::fmt::Debug for Exposure {
    /// Never shows the reason: somebody may have named the person in it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Exposure(event {}, {} to {})", self.seq, self.number, self.by)
    }
}
