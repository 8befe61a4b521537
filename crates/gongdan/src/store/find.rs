//! Finding tickets: a filter becomes constant pieces of SQL with parameters, never text of the
//! caller's.

use std::sync::Arc;

use gongdan_domain::{Moment, RegionId, Stage, TicketId};
use rusqlite::types::Value;
use rusqlite::{named_params, params_from_iter};

use super::connection::Store;
use super::sight::{among, seen_by, tells};
use crate::fields::Sight;
use crate::words::named::sql;
use crate::words::{LimitOf, Queue, Result};

/// A filter whose names have been looked up.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) stages: Vec<Stage>,
    pub(crate) channel: Option<Vec<u32>>,
    pub(crate) category: Option<Vec<u32>>,
    pub(crate) unit: Option<Vec<u32>>,
    pub(crate) area: Option<Vec<u32>>,
    pub(crate) external: Option<String>,
    pub(crate) accepted_from: Option<Moment>,
    pub(crate) accepted_to: Option<Moment>,
    pub(crate) overdue_at: Option<Moment>,
    pub(crate) due_from: Option<Moment>,
    pub(crate) due_by: Option<Moment>,
    pub(crate) open: bool,
    pub(crate) difficult: bool,
    pub(crate) featured: bool,
    pub(crate) text: Option<String>,
    pub(crate) limit_of: LimitOf,
    pub(crate) queue: Option<Queue>,
    pub(crate) related: Option<TicketId>,
    /// Only what has ended, and lives on in no other ticket.
    pub(crate) ended: bool,
    /// Only these, where a sample was drawn.
    pub(crate) drawn: Option<Vec<TicketId>>,
    /// The moment whose tables are asked; nothing for those of now.
    pub(crate) past: Option<Moment>,
    /// What whoever asks may see.
    pub(crate) sight: Arc<Sight>,
}

impl Found {
    /// The conditions and their values, in one order. The ticket's table is called `ticket`.
    pub(super) fn conditions(&self) -> (Vec<String>, Vec<Value>) {
        let (mut conditions, values) = self.asked();
        conditions.extend(seen_by(&self.sight, "ticket.ticket_id"));
        (conditions, values)
    }

    /// What the filter asks for.
    fn asked(&self) -> (Vec<String>, Vec<Value>) {
        let mut conditions = Vec::new();
        let mut values = Vec::new();
        let asked = [
            ("accepted_at >= ?", self.accepted_from),
            ("accepted_at < ?", self.accepted_to),
            ("late_by < ?", self.overdue_at.filter(|_| self.limit_of.is_of_a_reply())),
        ];
        for (condition, moment) in asked {
            let Some(moment) = moment else { continue };
            conditions.push(condition.to_owned());
            values.push(Value::Integer(moment.ms()));
        }
        if let Some(external) = &self.external {
            conditions.push("external = ?".to_owned());
            values.push(Value::Text(external.clone()));
        }
        if self.asks_limit() {
            let (condition, moments) = self.limit();
            conditions.push(condition);
            values.extend(moments.into_iter().map(|moment| Value::Integer(moment.ms())));
        }
        match &self.text {
            // SQLite's LIKE ends a pattern at its first zero byte, and no text has one.
            Some(text) if text.contains('\0') => conditions.push("FALSE".to_owned()),
            Some(text) => {
                conditions.push(self.has_text());
                let times = if self.sight.units().is_some() { 3 } else { 2 };
                values.extend(vec![Value::Text(like(text)); times]);
            }
            None => {}
        }
        conditions.extend(self.fixed());
        (conditions, values)
    }

    /// Whether nothing narrows but the channel and the days.
    pub(super) fn is_of_channel_and_days(&self) -> bool {
        let days = [self.accepted_from, self.accepted_to].iter().flatten().count();
        let channel = usize::from(self.channel.is_some());
        self.asked().0.len() == days + channel
    }

    /// A text that may be seen is in the number or in what was typed.
    fn has_text(&self) -> String {
        let (typed, told) = (sql!(file "sql/has_text.sql"), tells(&self.sight));
        format!("(number LIKE ? ESCAPE '\\' OR ticket_id IN ({typed}{told}))")
    }

    fn asks_limit(&self) -> bool {
        [self.overdue_at, self.due_from, self.due_by].iter().any(Option::is_some)
    }

    /// Between which moments the limit lies.
    fn bounds(&self) -> Vec<(&'static str, Moment)> {
        let bounds = [("<", self.overdue_at), (">=", self.due_from), ("<=", self.due_by)];
        bounds.into_iter().filter_map(|(sign, at)| at.map(|at| (sign, at))).collect()
    }

    /// The citizen's own limit, and what is demanded about it, are the ticket's, whoever has it.
    fn of_ticket(&self, column: &str) -> (String, Vec<Moment>) {
        let bounds = self.bounds();
        let all: Vec<String> =
            bounds.iter().map(|(sign, _)| format!("{column} {sign} ?")).collect();
        (all.join(" AND "), bounds.into_iter().map(|(_, moment)| moment).collect())
    }

    /// An assignment has such a limit: the predicate of the figure of the same name.
    fn limit(&self) -> (String, Vec<Moment>) {
        let columns: &[&str] = match self.limit_of {
            LimitOf::Total => return self.of_ticket("total_open_by"),
            LimitOf::Demand => return self.of_ticket("demand_open_by"),
            LimitOf::Handle => &["pending_by"],
            LimitOf::Rework => &["rework_open_by"],
            LimitOf::SignOff => &["unsigned_by"],
            LimitOf::Report => &["report_open_by"],
            LimitOf::Section => &["section_by"],
            LimitOf::LateNow => &["pending_by", "rework_open_by", "report_open_by"],
        };
        let bounds = self.bounds();
        let of = |column: &&str| {
            let all = bounds.iter().map(|(sign, _)| format!("leg.{column} {sign} ?"));
            all.collect::<Vec<_>>().join(" AND ")
        };
        let any: Vec<String> = columns.iter().map(|column| format!("({})", of(column))).collect();
        let unit = self.unit.as_ref().map(|unit| format!(" AND leg.unit_id {}", among(unit)));
        let legs = self.table("assignment");
        let condition = format!(
            "EXISTS (SELECT 1 FROM {legs} AS leg WHERE leg.region_id = ticket.region_id \
             AND leg.ticket_id = ticket.ticket_id AND ({}){})",
            any.join(" OR "),
            unit.unwrap_or_default()
        );
        let moments = vec![bounds; columns.len()].concat();
        (condition, moments.into_iter().map(|(_, moment)| moment).collect())
    }

    /// Something of the queue waits: the predicate of the figure of the same name.
    fn waits(&self) -> Option<String> {
        Some(match self.queue? {
            Queue::Undecided => sql!("flags & {ticket.undecided} > 0").to_owned(),
            Queue::AwaitingCallback => sql!("flags & {ticket.awaiting_callback} > 0").to_owned(),
            Queue::SupervisionsUnanswered => "supervisions_unanswered > 0".to_owned(),
            Queue::Unsigned => self.unsigned(),
            Queue::ExemptionsUndecided => {
                sql!("flags & {ticket.exemptions_undecided} > 0").to_owned()
            }
            Queue::AwaitingReview => sql!("flags & {ticket.awaiting_review} > 0").to_owned(),
        })
    }

    fn unsigned(&self) -> String {
        let unit = self.unit.as_ref().map(|unit| format!(" AND leg.unit_id {}", among(unit)));
        format!(
            "EXISTS (SELECT 1 FROM {} AS leg WHERE leg.region_id = ticket.region_id \
             AND leg.ticket_id = ticket.ticket_id AND {UNSIGNED}{})",
            self.table("assignment"),
            unit.unwrap_or_default()
        )
    }

    /// Of one contact: whatever points at one of them, and what one of them points at.
    fn of_one_contact(&self, id: TicketId) -> String {
        let (tickets, id) = (self.table("ticket"), id.0);
        format!(
            "ticket.ticket_id IN (WITH RECURSIVE contact (id) AS (SELECT {id} UNION SELECT near.id FROM contact \
             JOIN (SELECT ticket_id AS id, related_to AS other FROM {tickets} WHERE related_to IS NOT NULL \
                   UNION ALL SELECT related_to, ticket_id FROM {tickets} WHERE related_to IS NOT NULL) AS near \
               ON near.other = contact.id) SELECT id FROM contact)"
        )
    }

    /// Whether the unit is that of an assignment, not whoever leads.
    fn asks_a_leg(&self) -> bool {
        let of_ticket = matches!(self.limit_of, LimitOf::Total | LimitOf::Demand);
        let of_a_limit = self.asks_limit() && !of_ticket;
        of_a_limit || self.queue == Some(Queue::Unsigned)
    }

    /// What needs no value of the caller's.
    fn fixed(&self) -> Vec<String> {
        let mut fixed = Vec::new();
        let led = self.unit.as_ref().filter(|_| !self.asks_a_leg());
        fixed.extend(self.waits());
        fixed.extend(self.related.map(|id| self.of_one_contact(id)));
        for (column, ids) in [
            ("channel_id", self.channel.as_ref()),
            ("category_id", self.category.as_ref()),
            ("lead_unit_id", led),
            ("area_id", self.area.as_ref()),
        ] {
            fixed.extend(ids.map(|ids| format!("{column} {}", among(ids))));
        }
        fixed.extend(self.open.then(|| {
            sql!("stage NOT IN ({stage.closed}, {stage.rejected}, {stage.merged})").to_owned()
        }));
        fixed.extend(
            self.ended.then(|| sql!("stage IN ({stage.closed}, {stage.rejected})").to_owned()),
        );
        fixed.extend(self.drawn.as_ref().map(|drawn| {
            let drawn: Vec<String> = drawn.iter().map(|ticket| ticket.0.to_string()).collect();
            format!("ticket.ticket_id IN ({})", drawn.join(", "))
        }));
        fixed.extend(self.difficult.then(|| sql!("flags & {ticket.difficult} > 0").to_owned()));
        fixed.extend(self.featured.then(|| sql!("flags & {ticket.featured} > 0").to_owned()));
        let stages: Vec<String> = self.stages.iter().map(|s| s.code().to_string()).collect();
        fixed.extend((!stages.is_empty()).then(|| format!("stage IN ({})", stages.join(", "))));
        fixed
    }

    /// A table as of the moment asked.
    fn table(&self, name: &str) -> String {
        match self.past {
            Some(_) => format!("temp.{name}_as_of"),
            None => format!("main.{name}"),
        }
    }
}

/// Of an assignment: its unit has not signed for it.
const UNSIGNED: &str = sql!(
    "leg.signed_off_at IS NULL AND leg.flags & {assignment.sign_off_unknown} = 0 AND leg.ended_at IS NULL"
);

/// A substring pattern in which nothing of the caller's is a wildcard.
fn like(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    format!("%{escaped}%")
}

impl Store {
    /// Each ticket that a filter finds, with the unit that leads it.
    pub(crate) fn led(
        &self,
        region: RegionId,
        found: &Found,
    ) -> Result<Vec<(TicketId, Option<u32>)>> {
        let (conditions, values) = found.conditions();
        let filter: String =
            conditions.iter().map(|condition| format!(" AND {condition}")).collect();
        let tickets = found.table("ticket");
        let statement = format!(
            "SELECT ticket_id, lead_unit_id FROM {tickets} AS ticket WHERE region_id = ?{filter}"
        );
        let values = std::iter::once(Value::Integer(i64::from(region.0))).chain(values);
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(&statement)?;
        let rows = ask
            .query_map(params_from_iter(values), |row| Ok((TicketId(row.get(0)?), row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

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
        let tickets = found.table("ticket");
        let count = format!("SELECT COUNT(*) FROM {tickets} AS ticket WHERE region_id = ?{filter}");
        let conn = self.conn()?;
        let total: i64 =
            conn.prepare_cached(&count)?.query_row(params_from_iter(values()), |row| row.get(0))?;
        // Few have a limit in a stretch: they are found by it and sorted. Of all others the newest are met
        // first, in the order of their intake.
        let newest = if found.asks_limit() { "+accepted_at" } else { "accepted_at" };
        let page = format!(
            "SELECT ticket_id FROM {tickets} AS ticket WHERE region_id = ?{filter} \
             ORDER BY {newest} DESC, ticket_id DESC LIMIT ? OFFSET ?"
        );
        let bounds = [limit, offset].map(|n| Value::Integer(i64::try_from(n).unwrap_or(i64::MAX)));
        let mut ask = conn.prepare_cached(&page)?;
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
        let typical = self.in_sight(ids(sql!(file "sql/typical_cases.sql"))?)?;
        Ok((typical, self.in_sight(ids(sql!(file "sql/difficult_tickets.sql"))?)?))
    }
}
