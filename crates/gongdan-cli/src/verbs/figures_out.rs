//! The tickets behind figures on their way out.

use gongdan::{Count, TicketRef};
use gongdan_lists::{OutCell, OutTable};

use crate::words;

/// A figure, and the tickets behind it.
pub(crate) struct Behind {
    /// Which.
    pub(crate) count: Count,
    /// How many.
    pub(crate) number: i64,
    /// The tickets.
    pub(crate) tickets: Vec<TicketRef>,
}

/// The tickets behind figures, each with the figure that it stands behind.
pub(crate) fn tickets(listed: &[Behind]) -> OutTable<'_> {
    let mut table = OutTable::new([
        ("figure", words::COUNT.0),
        ("number", words::NUMBER.0),
        ("id", "工单标识"),
    ]);
    for behind in listed {
        for ticket in &behind.tickets {
            let figure = OutCell::text(behind.count.term());
            table.row([figure, OutCell::text(&ticket.number), OutCell::Id(ticket.id.0)]);
        }
    }
    table
}
