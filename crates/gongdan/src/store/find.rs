//! Finding tickets: a filter becomes constant pieces of SQL with parameters, never text of the
//! caller's.

use gongdan_domain::{Moment, RegionId, Stage, TicketId};
use rusqlite::types::Value;
use rusqlite::{named_params, params_from_iter};

use super::connection::Store;
use super::named::sql;
use crate::error::Result;

/// A filter whose names have been looked up.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    pub(crate) stages: Vec<Stage>,
    pub(crate) channel: Option<u32>,
    pub(crate) category: Option<u32>,
    pub(crate) unit: Option<u32>,
    pub(crate) accepted_from: Option<Moment>,
    pub(crate) accepted_to: Option<Moment>,
    pub(crate) overdue_at: Option<Moment>,
    pub(crate) due_from: Option<Moment>,
    pub(crate) due_by: Option<Moment>,
    pub(crate) open: bool,
    pub(crate) difficult: bool,
    pub(crate) featured: bool,
    pub(crate) text: Option<String>,
}

impl Found {
    /// The conditions and their values, in one order.
    pub(super) fn conditions(&self) -> (Vec<String>, Vec<Value>) {
        let mut conditions = Vec::new();
        let mut values = Vec::new();
        let mut add = |condition: &str, value: Value| {
            conditions.push(condition.to_owned());
            values.push(value);
        };
        let number = |value: Option<u32>| value.map(|value| Value::Integer(i64::from(value)));
        let moment = |value: Option<Moment>| value.map(|value| Value::Integer(value.ms()));
        for (condition, value) in [
            ("channel_id = ?", number(self.channel)),
            ("category_id = ?", number(self.category)),
            ("lead_unit_id = ?", number(self.unit)),
            ("accepted_at >= ?", moment(self.accepted_from)),
            ("accepted_at < ?", moment(self.accepted_to)),
            ("running_by < ?", moment(self.overdue_at)),
            ("running_by >= ?", moment(self.due_from)),
            ("running_by <= ?", moment(self.due_by)),
        ] {
            value.into_iter().for_each(|value| add(condition, value));
        }
        match &self.text {
            // SQLite's LIKE ends a pattern at its first zero byte, and no text has one.
            Some(text) if text.contains('\0') => conditions.push("FALSE".to_owned()),
            Some(text) => {
                conditions.push(sql!(file "sql/has_text.sql").to_owned());
                values.extend([Value::Text(like(text)), Value::Text(like(text))]);
            }
            None => {}
        }
        let mut fixed = Vec::new();
        fixed.extend(self.open.then(|| {
            sql!("stage NOT IN ({stage.closed}, {stage.rejected}, {stage.merged})").to_owned()
        }));
        fixed.extend(self.difficult.then(|| "difficult = 1".to_owned()));
        fixed.extend(self.featured.then(|| "featured = 1".to_owned()));
        let stages: Vec<String> = self.stages.iter().map(|s| s.code().to_string()).collect();
        fixed.extend((!stages.is_empty()).then(|| format!("stage IN ({})", stages.join(", "))));
        conditions.extend(fixed);
        (conditions, values)
    }
}

/// A substring pattern in which nothing of the caller's is a wildcard.
fn like(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    format!("%{escaped}%")
}

impl Store {
    /// How many tickets a filter finds, and one page of them, newest intake first.
    pub(crate) fn find(
        &self,
        region: RegionId,
        found: &Found,
        offset: u64,
        limit: u64,
    ) -> Result<(u64, Vec<TicketId>)> {
        let (conditions, values) = found.conditions();
        let filter: String =
            conditions.iter().map(|condition| format!(" AND {condition}")).collect();
        let values = || {
            let region = Value::Integer(i64::from(region.0));
            std::iter::once(region).chain(values.iter().cloned())
        };
        let count = format!("SELECT COUNT(*) FROM ticket WHERE region_id = ?{filter}");
        let conn = self.conn()?;
        let total: i64 =
            conn.prepare(&count)?.query_row(params_from_iter(values()), |row| row.get(0))?;
        let page = format!(
            "SELECT ticket_id FROM ticket WHERE region_id = ?{filter} \
             ORDER BY accepted_at DESC, ticket_id DESC LIMIT ? OFFSET ?"
        );
        let bounds = [limit, offset].map(|n| Value::Integer(i64::try_from(n).unwrap_or(i64::MAX)));
        let mut ask = conn.prepare(&page)?;
        let rows = ask
            .query_map(params_from_iter(values().chain(bounds)), |row| row.get(0).map(TicketId))?;
        Ok((total as u64, rows.collect::<rusqlite::Result<_>>()?))
    }

    /// Tickets that an editor picked and that were taken in or closed during the period, and
    /// tickets that no unit takes, as the tables of a moment show them.
    pub(crate) fn cases(
        &self,
        region: RegionId,
        from: Moment,
        to: Moment,
    ) -> Result<(Vec<TicketId>, Vec<TicketId>)> {
        let ids = |statement: &str| -> Result<Vec<TicketId>> {
            let conn = self.conn()?;
            let mut ask = conn.prepare_cached(statement)?;
            let rows = ask.query_map(
                named_params! { ":region": region.0, ":from": from.ms(), ":to": to.ms() },
                |row| row.get(0).map(TicketId),
            )?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        };
        Ok((ids(sql!(file "sql/typical_cases.sql"))?, ids(sql!(file "sql/difficult_tickets.sql"))?))
    }
}
