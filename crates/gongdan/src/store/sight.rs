//! What whoever asks may see, in the file: the one place that narrows every question to it.

use std::sync::Arc;

use gongdan_domain::{RegionId, TicketId, UnitId};
use rusqlite::{OptionalExtension, params};

use super::connection::Store;
use super::event::Recorded;
use crate::fields::{Field, OF_TICKET, Sight};
use crate::words::Result;
use crate::words::named::sql;

/// A sight while it lasts; then the one before it is back.
pub(crate) struct Through<'a> {
    store: &'a Store,
    before: Arc<Sight>,
}

impl Drop for Through<'_> {
    fn drop(&mut self) {
        self.store.sight.replace(Arc::clone(&self.before));
    }
}

impl Store {
    /// Has everything seen through a sight, for as long as the answer is kept.
    pub(crate) fn through(&self, sight: Sight) -> Through<'_> {
        Through { store: self, before: self.sight.replace(Arc::new(sight)) }
    }

    /// What may be seen now.
    pub(crate) fn sight(&self) -> Arc<Sight> {
        Arc::clone(&self.sight.borrow())
    }

    /// The condition that a ticket may be seen, by the column that has its id; nothing when all may.
    pub(super) fn seen_by(&self, column: &str) -> Option<String> {
        seen_by(&self.sight(), column)
    }

    /// Whether a ticket may be seen.
    pub(crate) fn sees(&self, id: TicketId) -> Result<bool> {
        let Some(condition) = self.seen_by("?1") else { return Ok(true) };
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(&format!("SELECT {condition}"))?;
        Ok(ask.query_row([id.0], |row| row.get(0))?)
    }

    /// Those of these tickets that may be seen.
    pub(crate) fn in_sight(&self, ids: Vec<TicketId>) -> Result<Vec<TicketId>> {
        let mut seen = Vec::with_capacity(ids.len());
        for id in ids {
            if self.sees(id)? {
                seen.push(id);
            }
        }
        Ok(seen)
    }

    /// A pointer to a ticket, if it may be seen.
    pub(crate) fn pointer(&self, to: Option<TicketId>) -> Result<Option<TicketId>> {
        Ok(self.in_sight(to.into_iter().collect())?.pop())
    }

    /// Every event of a ticket that may be seen, in order; none of another.
    pub(crate) fn events_in_sight(&self, region: RegionId, id: TicketId) -> Result<Vec<Recorded>> {
        match self.sees(id)? {
            true => self.events_of(region, id.0),
            false => Ok(Vec::new()),
        }
    }

    /// Whether nothing that was typed is told of a ticket: to a unit of one that is confidential now,
    /// or may not be seen.
    pub(crate) fn withholds_texts(&self, id: TicketId) -> Result<bool> {
        let sight = self.sight();
        if sight.is_whole() || sight.is_textless() {
            return Ok(sight.is_textless());
        }
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/is_confidential.sql"))?;
        let confidential = ask.query_row(params![id.region().0, id.0], |row| row.get(0));
        Ok(confidential.optional()?.unwrap_or(true) || !self.sees(id)?)
    }
}

/// The condition that a ticket may be seen, by the column that has its id; nothing when all may. A unit
/// sees what it ever had a leg of, and what something was demanded of it about.
pub(super) fn seen_by(sight: &Sight, column: &str) -> Option<String> {
    let units = numbers(sight.units()?);
    let concerned = |table: &str| {
        format!(
            "EXISTS (SELECT 1 FROM main.{table} AS own \
             WHERE own.region_id = (SELECT region_id FROM main.region) \
             AND own.ticket_id = {column} AND own.unit_id {units})"
        )
    };
    Some(format!("({} OR {})", concerned("assignment"), concerned("supervision")))
}

/// The condition that a text of an event may be seen and is as it is looked for, as an addition: a
/// pattern then finds nothing else, and no number or name that is masked to whoever asks. It takes the
/// pattern once more. The tables are called `event` and `text`.
pub(super) fn tells(sight: &Sight) -> String {
    let Some(units) = sight.units().map(numbers) else { return String::new() };
    let fields = OF_TICKET.iter().filter_map(|field| u32::try_from(field.code()).ok());
    let of_ticket = among(&fields.collect::<Vec<u32>>());
    let masked = sql!(file "sql/has_masked_text.sql");
    format!(
        " AND (text.field {of_ticket} OR (event.unit_id IS NULL OR event.unit_id {units}) \
               AND (event.actor_unit IS NULL OR event.actor_unit {units})) \
          AND NOT EXISTS (SELECT 1 FROM main.ticket AS asked \
               WHERE asked.region_id = event.region_id AND asked.ticket_id = event.subject \
                 AND {CONFIDENTIAL}) AND {masked}"
    )
}

/// That the ticket called `asked` is confidential.
const CONFIDENTIAL: &str = sql!("asked.flags & {ticket.confidential} > 0");

/// Numbers of entries, as a condition.
pub(super) fn among(ids: &[u32]) -> String {
    let ids: Vec<String> = ids.iter().map(u32::to_string).collect();
    format!("IN ({})", ids.join(", "))
}

/// Where a column of a table comes from, as it may be seen: a unit sees no matter of a confidential
/// ticket, and no pointer to a ticket that it may not see.
pub(super) fn shown(sight: &Sight, column: &Field) -> Option<String> {
    let from = column.sql()?;
    if sight.units().is_none() {
        return Some(from);
    }
    let condition = match column.name {
        "matter" => sql!("ticket.flags & {ticket.confidential} = 0").to_owned(),
        "file_name" | "file_digest" | "file_place" => file_tells(sight.units().unwrap_or_default()),
        "body" => {
            sql!("event.kind NOT IN ({event.merged}, {event.marked_repeat}, {event.related})")
                .to_owned()
        }
        "merged_into" | "repeat_of" | "related_to" => seen_by(sight, &from)?,
        _ => return Some(from),
    };
    Some(format!("CASE WHEN {condition} THEN {from} END"))
}

/// The condition that what is told of a file may be seen: a unit's own, or the centre's, of a ticket that is
/// not confidential.
fn file_tells(units: &[UnitId]) -> String {
    format!(
        "(attachment.unit_id IS NULL OR attachment.unit_id {}) AND NOT EXISTS \
         (SELECT 1 FROM main.ticket AS asked WHERE asked.region_id = attachment.region_id \
            AND asked.ticket_id = attachment.ticket_id AND {CONFIDENTIAL})",
        numbers(units)
    )
}

fn numbers(units: &[UnitId]) -> String {
    among(&units.iter().map(|unit| unit.0).collect::<Vec<u32>>())
}
