//! Opening a file to read, and finding the ticket that a person means.

use std::path::Path;

use gongdan::{ErrorKind, Hotline, Options, Result, TicketId, TicketView};

/// Opens a file to read only.
pub(crate) fn reading(path: &Path) -> Result<Hotline> {
    Hotline::open_with(path, &Options::new().read_only())
}

/// The ticket of a printed number, or else of an id.
pub(crate) fn ticket(hotline: &Hotline, given: &str) -> Result<TicketView> {
    let found = hotline.ticket_by_number(given);
    match (&found, given.trim().parse()) {
        (Err(error), Ok(id)) if error.kind() == ErrorKind::NotFound => hotline.ticket(TicketId(id)),
        _ => found,
    }
}
