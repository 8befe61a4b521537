//! Tickets as lists show them: read from the rows, where the rows say all; folded where not.

use gongdan_domain::{
    CloseOutcome, EntryId, Kind, Moment, RegionId, Register, Satisfaction, Species, Stage,
    TicketId, Urgency, without_numbers,
};
use rusqlite::types::FromSql;
use rusqlite::{Error, OptionalExtension, Row, params};

use super::connection::Store;
use super::named::sql;
use crate::error::Result;
use crate::view::TicketView;

/// The columns of a row, one after the other in the order of `shown.sql`: a page has thousands,
/// and finding each by its name would cost more than reading it.
struct Columns<'a> {
    row: &'a Row<'a>,
    next: usize,
}

impl Columns<'_> {
    fn take<T: FromSql>(&mut self) -> rusqlite::Result<T> {
        self.next += 1;
        self.row.get(self.next - 1)
    }

    /// A word of a closed list.
    fn word<T>(&mut self, of: fn(i64) -> Option<T>) -> rusqlite::Result<Option<T>> {
        let code: Option<i64> = self.take()?;
        code.map(|code| of(code).ok_or(Error::InvalidQuery)).transpose()
    }

    fn must<T>(&mut self, of: fn(i64) -> Option<T>) -> rusqlite::Result<T> {
        self.word(of)?.ok_or(Error::InvalidQuery)
    }

    fn moment(&mut self) -> rusqlite::Result<Option<Moment>> {
        self.word(|ms| Moment::from_ms("at", ms).ok())
    }

    fn ticket(&mut self) -> rusqlite::Result<Option<TicketId>> {
        Ok(self.take::<Option<i64>>()?.map(TicketId))
    }
}

impl Store {
    /// A ticket's view from its rows; nothing when they do not say all of it.
    pub(crate) fn shown(
        &self,
        region: RegionId,
        id: TicketId,
        register: &Register,
    ) -> Result<Option<TicketView>> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/shown.sql"))?;
        let found = ask.query_row(params![region.0, id.0], |row| view(row, id, register));
        Ok(found.optional()?.flatten())
    }
}

/// The fields in the order of the columns.
fn view(row: &Row<'_>, id: TicketId, register: &Register) -> rusqlite::Result<Option<TicketView>> {
    let mut columns = Columns { row, next: 0 };
    let row = &mut columns;
    let (number, version, stage) = (row.take()?, row.take()?, row.must(Stage::from_code)?);
    let last_at = row.moment()?.ok_or(Error::InvalidQuery)?;
    let name = |species, id| register.name(species, id, last_at).to_owned();
    let view = TicketView {
        id,
        number,
        version,
        stage,
        last_at,
        matter: row.take::<Option<String>>()?.map(|text| without_numbers(&text).into_owned()),
        channel: name(Species::Channel, EntryId(row.take()?)),
        category: row.take::<Option<_>>()?.map(|id| name(Species::Category, EntryId(id))),
        kind: row.must(Kind::from_code)?,
        urgency: row.must(Urgency::from_code)?,
        area: row.take::<Option<_>>()?.map(|id| name(Species::Area, EntryId(id))),
        confidential: row.take()?,
        external: row.take()?,
        accepted_at: row.moment()?.ok_or(Error::InvalidQuery)?,
        unit: row.take::<Option<_>>()?.map(|id| name(Species::Unit, EntryId(id))),
        assisting: units(row.take()?)?.map(|id| name(Species::Unit, id)).collect(),
        transferred_at: row.moment()?,
        sign_off_by: row.moment()?,
        signed_off_at: row.moment()?,
        first_handle_by: row.moment()?,
        handle_by: row.moment()?,
        total_by: row.moment()?,
        rework_by: row.moment()?,
        running_by: row.moment()?,
        handled_at: row.moment()?,
        handled_late: row.take()?,
        callbacks: row.take()?,
        satisfaction: row.word(Satisfaction::from_code)?,
        closed_at: row.moment()?,
        close_outcome: row.word(CloseOutcome::from_code)?,
        suspended_at: row.moment()?,
        featured: row.take()?,
        merged_into: row.ticket()?,
        repeat_of: row.ticket()?,
        return_pending: false,
        extension_pending: None,
    };
    let asked: bool = row.take()?;
    Ok((!asked).then_some(view))
}

/// Units joined by commas.
fn units(joined: Option<String>) -> rusqlite::Result<impl Iterator<Item = EntryId>> {
    let units: std::result::Result<Vec<u32>, _> =
        joined.iter().flat_map(|all| all.split(',')).map(str::parse).collect();
    Ok(units.map_err(|_| Error::InvalidQuery)?.into_iter().map(EntryId))
}
