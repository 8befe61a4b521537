//! A ticket's caller, as one viewer may see it.

use gongdan_domain::TicketId;

use super::privacy::MaskedCaller;
use crate::asking::View;
use crate::words::Result;

impl View<'_> {
    /// As [`Hotline::caller`](crate::Hotline::caller): masked, and withheld from an analyst, and from a
    /// unit where the ticket is confidential.
    ///
    /// # Errors
    /// As there.
    pub fn caller(&self, id: TicketId) -> Result<MaskedCaller> {
        self.ask(|hotline| hotline.caller(id))
    }
}
