//! Tickets as lists show them: read from the rows.

use std::sync::LazyLock;

use gongdan_domain::{RegionId, TicketId};
use rusqlite::types::ValueRef;
use rusqlite::{Error, OptionalExtension, Row, params};

use super::connection::Store;
use crate::fields::{Reading, Stored, TicketView};
use crate::words::Result;

/// A ticket as a list shows it: its fields in their order. The parameters stand in the last line
/// only: inside a subquery they would have SQLite plan the statement again each time they are bound.
static SHOWN: LazyLock<String> = LazyLock::new(|| {
    let fields: Vec<String> = TicketView::fields().filter_map(|field| field.sql()).collect();
    let fields = fields.join(", ");
    format!("SELECT {fields} FROM ticket WHERE ticket.region_id = ?1 AND ticket.ticket_id = ?2")
});

impl Store {
    /// A ticket's view from its rows.
    pub(crate) fn shown(
        &self,
        region: RegionId,
        id: TicketId,
        reading: Reading<'_>,
    ) -> Result<TicketView> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(&SHOWN)?;
        let found = ask.query_row(params![region.0, id.0], |row| view(row, reading)).optional()?;
        found.ok_or_else(|| crate::words::Error::no_ticket(id))
    }
}

fn view(row: &Row<'_>, reading: Reading<'_>) -> rusqlite::Result<TicketView> {
    let cells = (0..).map_while(|column| stored(row.get_ref(column).ok()?));
    TicketView::read(cells, reading).ok_or(Error::InvalidQuery)
}

fn stored(value: ValueRef<'_>) -> Option<Stored<'_>> {
    match value {
        ValueRef::Null => Some(Stored::Nothing),
        ValueRef::Integer(number) => Some(Stored::Number(number)),
        ValueRef::Text(text) => std::str::from_utf8(text).ok().map(Stored::Text),
        ValueRef::Real(_) | ValueRef::Blob(_) => None,
    }
}
