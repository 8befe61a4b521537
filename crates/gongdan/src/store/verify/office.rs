//! Verify the office: its tables are rebuilt in memory from its events, and compared whole.

use std::collections::{BTreeMap, HashSet};

use gongdan_domain::{Moment, OfficeEvent, Rulebook};
use rusqlite::types::Value;
use rusqlite::{Connection, params};

use super::events::Sum;
use super::report::Verified;
use crate::store::event::{CONTACTS, OFFICE, corrupt, moment};
use crate::store::head::Head;
use crate::store::lineage::OURS;
use crate::store::{Store, schema};
use crate::words::Result;
use crate::words::named::sql;

/// The tables that the office's events and the intakes make.
const TABLES: [&str; 5] = ["entry", "entry_name", "entry_code", "contact", "day_counter"];

impl Store {
    /// The file's tables, indexes, triggers and views are those of its version, and no others.
    pub(super) fn verify_schema(&self, report: &mut Verified) -> Result<()> {
        let conn = self.conn()?;
        let wanted = OURS.wanted(schema::version(&conn)?)?;
        let differences = schema::differences(&schema::objects(&conn)?, &wanted);
        differences.into_iter().for_each(|what| report.find("schema", what));
        Ok(())
    }

    /// Rebuilds the office's tables and compares them, row by row.
    pub(super) fn verify_office(
        &self,
        head: &Head,
        sum: Option<Sum>,
        report: &mut Verified,
    ) -> Result<()> {
        let sum = sum.map_or_else(|| self.sum(head), Ok)?;
        let rebuilt = Self::in_memory()?;
        let rulebook = self.rebuild_office(head, &sum.days, &rebuilt)?;
        for table in TABLES {
            let conn = self.conn()?;
            let (stored, wanted) = (whole(&conn, table)?, whole(&*rebuilt.conn()?, table)?);
            report.rows += wanted.len() as u64;
            for row in without(&stored, &wanted) {
                disagree(report, "row", table, row, "is not what the events say");
            }
            for row in without(&wanted, &stored) {
                disagree(report, "missing", table, row, "is what the events say, and is not there");
            }
        }
        let tickets: u64 = sum.days.values().map(|tickets| u64::from(*tickets)).sum();
        let moments = (Some(head.last_at), head.fact_at);
        let agrees = moments == (sum.last_at, sum.fact_at.unwrap_or(Moment::MIN))
            && (head.office_seq, head.tickets) == (sum.office_seq, tickets);
        let what = "the head's moments, tickets or rules are not those of the journal";
        (!agrees).then(|| report.find("head", what));
        self.verify_founding(head, &rulebook, report)
    }

    /// Writes the office's tables from the journal's events, into this or another store.
    pub(in crate::store) fn rebuild_office(
        &self,
        head: &Head,
        intakes: &BTreeMap<i64, u32>,
        rebuilt: &Self,
    ) -> Result<Rulebook> {
        let mut rulebook = Rulebook::default();
        for recorded in self.events_of(head.region, OFFICE)? {
            let event = recorded.office_event()?;
            rulebook.apply(event.clone());
            rebuilt.save_office(head.region, recorded.seq, &event, &rulebook)?;
        }
        for recorded in self.events_of(head.region, CONTACTS)? {
            let OfficeEvent::ContactsRecorded(contacts) = recorded.office_event()? else {
                return Err(corrupt("no contacts where contacts should be"));
            };
            rebuilt.save_contacts(head.region, &recorded, &contacts)?;
        }
        for (day, tickets) in intakes {
            rebuilt.count_ticket_of_day(head.region.0, *day, *tickets)?;
        }
        Ok(rulebook)
    }

    /// How many tickets the journal takes in on each day.
    pub(in crate::store) fn intakes_by_day(&self, head: &Head) -> Result<BTreeMap<i64, u32>> {
        let mut days = BTreeMap::new();
        let conn = self.conn()?;
        let mut ask = conn.prepare(sql!(file "../sql/intakes.sql"))?;
        let mut rows = ask.query([head.region.0])?;
        while let Some(row) = rows.next()? {
            *days.entry(moment(row.get(0)?)?.day_key()).or_insert(0) += 1;
        }
        Ok(days)
    }

    /// What the journal adds up to, where the walk through it cannot be relied on.
    fn sum(&self, head: &Head) -> Result<Sum> {
        let (days, fact_at) = (self.intakes_by_day(head)?, self.newest_fact(head.region)?);
        let conn = self.conn()?;
        let mut ask = conn.prepare(sql!(file "../sql/head_of_journal.sql"))?;
        Ok(ask.query_row(params![head.region.0, OFFICE], |row| {
            let (last_at, office_seq) = (moment(row.get(0)?)?, row.get::<_, i64>(1)? as u64);
            Ok(Sum { days, last_at: Some(last_at), fact_at, office_seq })
        })?)
    }

    /// The file's name and office are those it was founded with.
    fn verify_founding(&self, head: &Head, rules: &Rulebook, report: &mut Verified) -> Result<()> {
        let conn = self.conn()?;
        let sql = sql!(file "../sql/founded_as.sql");
        let stored: (String, String) =
            conn.query_row(sql, [head.region.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let founding = rules.founding.as_ref();
        let wanted = founding.map(|each| (each.name.clone(), each.office.trim().to_owned()));
        let same = wanted.is_some_and(|(name, office)| (name, office) == (stored.0, stored.1));
        (!same).then(|| report.find("head", "the file's name is not that of its founding"));
        Ok(())
    }
}

/// Every row of a table, in one order.
fn whole(conn: &Connection, table: &str) -> Result<Vec<Vec<Value>>> {
    let mut ask = conn.prepare(&format!("SELECT * FROM {table}"))?;
    let columns = ask.column_count();
    let rows = ask.query_map([], |row| (0..columns).map(|index| row.get(index)).collect())?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The rows of one list that another lacks. Both are in the order of their keys, and mostly the same.
fn without<'a>(own: &'a [Vec<Value>], other: &[Vec<Value>]) -> Vec<&'a Vec<Value>> {
    if own == other {
        return Vec::new();
    }
    let shown = |row: &Vec<Value>| format!("{row:?}");
    let other: HashSet<String> = other.iter().map(shown).collect();
    own.iter().filter(|row| !other.contains(&shown(row))).collect()
}

/// Names a row by its key; a contact's is its event.
fn disagree(report: &mut Verified, kind: &'static str, table: &str, row: &[Value], what: &str) {
    let key: Vec<String> = row.iter().skip(1).take(2).map(shown).collect();
    let what = format!("the row {} of {table} {what}", key.join("-"));
    match (table, row.get(1)) {
        ("contact", Some(Value::Integer(seq))) => report.find_at(kind, *seq as u64, what),
        _ => report.find(kind, what),
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::Integer(number) => number.to_string(),
        _ => "?".to_owned(),
    }
}
