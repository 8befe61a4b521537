//! Questions about one ticket look at that ticket: SQLite's plan for them walks no whole table,
//! with or without statistics.

use std::path::Path;

use gongdan::{LISTS, Table};
use gongdan_tests::{Folder, found};
use rusqlite::Connection;
use rusqlite::config::DbConfig;

/// The questions that are asked for one ticket, one text, one request or one day.
const QUESTIONS: &[(&str, &str)] = &[
    ("events_of", include_str!("../../../crates/gongdan/src/store/sql/events_of.sql")),
    ("events_between", include_str!("../../../crates/gongdan/src/store/sql/events_between.sql")),
    ("texts_of", include_str!("../../../crates/gongdan/src/store/sql/texts_of.sql")),
    ("matter_and_name", include_str!("../../../crates/gongdan/src/store/sql/matter_and_name.sql")),
    ("seen", include_str!("../../../crates/gongdan/src/store/sql/seen.sql")),
    ("number_of", include_str!("../../../crates/gongdan/src/store/sql/number_of.sql")),
    ("id_of_number", include_str!("../../../crates/gongdan/src/store/sql/id_of_number.sql")),
    ("id_of_external", include_str!("../../../crates/gongdan/src/store/sql/id_of_external.sql")),
    ("tickets_of_day", include_str!("../../../crates/gongdan/src/store/sql/tickets_of_day.sql")),
    ("contacts_on", include_str!("../../../crates/gongdan/src/store/sql/contacts_on.sql")),
];

/// The questions that are asked of a period: they look at the span of its tickets.
const FIGURES: &[(&str, &str)] = &[
    ("cohort_tickets", include_str!("../../../crates/gongdan/src/store/sql/cohort_tickets.sql")),
    (
        "cohort_assignments",
        include_str!("../../../crates/gongdan/src/store/sql/cohort_assignments.sql"),
    ),
    ("alive", include_str!("../../../crates/gongdan/src/store/sql/alive.sql")),
    ("changed_since", include_str!("../../../crates/gongdan/src/store/sql/changed_since.sql")),
    ("citizens", include_str!("../../../crates/gongdan/src/store/sql/citizens.sql")),
];

/// The questions that are asked of a flow: they look at the few tickets that matter to it.
const FLOWS: &[(&str, &str)] = &[
    ("flow_tickets", include_str!("../../../crates/gongdan/src/store/sql/flow_tickets.sql")),
    ("due_tickets", include_str!("../../../crates/gongdan/src/store/sql/due_tickets.sql")),
    ("open_tickets", include_str!("../../../crates/gongdan/src/store/sql/open_tickets.sql")),
    (
        "changed_since_alive",
        include_str!("../../../crates/gongdan/src/store/sql/changed_since_alive.sql"),
    ),
];

/// A text with the codes that its names stand for.
fn with_codes(sql: &str) -> String {
    let mut sql = sql.to_owned();
    for (list, word) in LISTS.iter().flat_map(|(_, list)| list.words.iter().map(move |w| (list, w)))
    {
        sql = sql.replace(&format!("{{{}.{}}}", list.name, word.word), &word.code.to_string());
    }
    for table in [Table::Tickets, Table::Assignments] {
        for (bit, flag) in table.flags().into_iter().enumerate() {
            sql =
                sql.replace(&format!("{{{}.{flag}}}", table.stored()), &(1_u64 << bit).to_string());
        }
    }
    sql
}

/// A connection on which no plan depends on a value that is bound, as the library's are.
fn connection(path: &Path) -> Connection {
    let conn = Connection::open(path).expect("SQLite opens it");
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).expect("a setting");
    conn
}

fn plan(conn: &Connection, sql: &str) -> Vec<String> {
    let sql = with_codes(sql);
    let mut ask = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect("a question");
    for index in 1..=ask.parameter_count() {
        ask.raw_bind_parameter(index, 1).expect("a parameter");
    }
    let mut rows = ask.raw_query();
    let mut lines = Vec::new();
    while let Some(row) = rows.next().expect("a plan") {
        lines.push(row.get("detail").expect("a line"));
    }
    lines
}

/// Whether a line of a plan walks all there is, or all there is of a region.
fn walks(line: &str) -> bool {
    let region = line.ends_with("(region_id=?)") && !line.starts_with("SEARCH region");
    let of_one_row = ["SCAN region", "SCAN CONSTANT ROW"].contains(&line);
    line.starts_with("SCAN") && !of_one_row || region
}

#[test]
fn a_question_about_one_ticket_walks_no_table() {
    let folder = Folder::new("plans");
    let path = folder.file("plans.db");
    drop(found(&path).expect("a file"));
    let conn = connection(&path);
    for statistics in [false, true] {
        if statistics {
            conn.execute_batch("ANALYZE").expect("statistics");
        }
        for (name, sql) in QUESTIONS {
            let lines = plan(&conn, sql);
            let walking: Vec<&String> = lines.iter().filter(|line| walks(line)).collect();
            assert!(walking.is_empty(), "{name}, statistics {statistics}: {walking:?}");
        }
    }
}

/// Whether a line of a plan looks at tickets or events outside the span of the period.
fn leaves_the_span(line: &str) -> bool {
    let tables = ["main.ticket", "main.assignment", "ticket", "assignment", "event", "text"];
    let mut words = line.split(' ');
    let looks = matches!(words.next(), Some("SCAN" | "SEARCH"));
    let table = words.next().unwrap_or_default();
    let narrow = ["(rowid=?)", "(ticket_id=?", "(subject=?", "region_id=? AND "];
    let narrow = narrow.iter().any(|way| line.contains(way)) || walks_a_span(line);
    looks && tables.contains(&table) && !narrow
}

/// Whether a line of a plan walks from one ticket to another.
fn walks_a_span(line: &str) -> bool {
    ["(rowid>? AND rowid<?)", "(ticket_id>? AND ticket_id<?)"].iter().any(|way| line.contains(way))
}

#[test]
fn figures_of_a_period_walk_its_span_and_not_the_table() {
    let folder = Folder::new("spans");
    let path = folder.file("spans.db");
    drop(found(&path).expect("a file"));
    let conn = connection(&path);
    let past = include_str!("../../../crates/gongdan/src/store/sql/past.sql");
    conn.execute_batch(&with_codes(past)).expect("the past");
    for statistics in [false, true] {
        if statistics {
            conn.execute_batch("ANALYZE").expect("statistics");
        }
        for (name, sql) in FIGURES {
            let lines = plan(&conn, sql);
            assert!(lines.iter().any(|line| walks_a_span(line)), "{lines:?}");
            let leaving: Vec<&String> = lines.iter().filter(|line| leaves_the_span(line)).collect();
            assert!(leaving.is_empty(), "{name}, statistics {statistics}: {leaving:?}");
        }
        for (name, sql) in FLOWS {
            let lines = plan(&conn, sql);
            assert!(lines.iter().any(|line| line.contains("temp.alive")), "{name}: {lines:?}");
            let walking = |line: &&String| walks_a_span(line) || leaves_the_span(line);
            let leaving: Vec<&String> = lines.iter().filter(walking).collect();
            assert!(leaving.is_empty(), "{name}, statistics {statistics}: {leaving:?}");
        }
    }
}
