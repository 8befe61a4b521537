//! A text of a ticket.

use gongdan_domain::TextField;
use serde::{Deserialize, Serialize};

/// A text of a ticket.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TicketText {
    /// The event it belongs to.
    pub seq: u64,
    /// What it is.
    pub field: TextField,
    /// What was typed.
    pub content: String,
}

impl std::fmt::Debug for TicketText {
    /// Never shows the content: it can hold personal data.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "TicketText({}, event {})", self.field, self.seq)
    }
}
