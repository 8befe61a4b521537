//! Foreign hands: somebody opens the file with another SQLite tool. Accidents are stopped by the
//! file itself, persons are not in the journal, and the views say what the figures say.

use gongdan::{
    Caller, Command, Count, Figures, Grouping, Hotline, Intake, Moment, Period, Question, Stamp,
};
use gongdan_tests::{Folder, at, found};
use rusqlite::Connection;
use rusqlite::types::Value;

use crate::lived::Lived;

/// Statements that would change what has happened; each must fail and change nothing.
const ACCIDENTS: &[&str] = &[
    "UPDATE event SET body = '{}' WHERE seq = 40",
    "UPDATE event SET late = 1 - late",
    "UPDATE event SET at = at + 1",
    "DELETE FROM event",
    "DELETE FROM event WHERE seq = (SELECT MAX(seq) FROM event)",
    "REPLACE INTO event SELECT * FROM event WHERE seq = 40",
    "UPDATE ticket SET stage = 7",
    "UPDATE ticket SET closed = 1 - closed",
    "UPDATE ticket SET handled_late = 0 WHERE handled_late = 1",
    "UPDATE ticket SET version = version + 1",
    "DELETE FROM ticket",
    "UPDATE assignment SET handle_by = handle_by + 86400000",
    "UPDATE assignment SET unit_id = 1",
    "DELETE FROM assignment",
    "UPDATE text SET content = '改过的内容'",
    "UPDATE text SET salt = zeroblob(16)",
    "DELETE FROM text",
    "UPDATE region SET last_seq = last_seq - 1",
    "UPDATE region SET secret = zeroblob(32)",
    "UPDATE region SET last_hash = zeroblob(32)",
    "DELETE FROM region",
    "UPDATE entry SET name = '改名' WHERE species = 1",
    "DELETE FROM entry",
    "DELETE FROM entry_name",
    "UPDATE callback SET satisfaction = 1",
    "DELETE FROM callback",
    "UPDATE closure SET late = 0, at = 1",
    "DELETE FROM closure",
    "UPDATE rework SET late = 0",
    "DELETE FROM rework",
    "UPDATE supervision SET answered_at = 1",
    "DELETE FROM supervision",
    "UPDATE contact SET contacts = contacts + 1",
    "DELETE FROM contact",
    "DELETE FROM request",
    "UPDATE request SET digest = zeroblob(32)",
];

/// Tables whose every row must be as it was.
const TABLES: &[&str] = &[
    "event",
    "text",
    "ticket",
    "assignment",
    "callback",
    "rework",
    "closure",
    "supervision",
    "contact",
    "entry",
    "entry_name",
    "region",
    "request",
    "day_counter",
];

fn contents(conn: &Connection) -> Vec<(String, Vec<Vec<Value>>)> {
    TABLES.iter().map(|table| ((*table).to_owned(), all_rows(conn, table))).collect()
}

fn all_rows(conn: &Connection, table: &str) -> Vec<Vec<Value>> {
    let mut ask = conn.prepare(&format!("SELECT * FROM \"{table}\"")).expect("a table");
    let columns = ask.column_count();
    let rows = ask.query_map([], |row| (0..columns).map(|index| row.get(index)).collect());
    rows.expect("rows").collect::<rusqlite::Result<_>>().expect("values")
}

/// A file with something in every table.
fn full(lived: &mut Lived) -> Connection {
    let stamp = Stamp::centre("坐席07", lived.now);
    let guard = |stamp: &Stamp| stamp.clone().request("once");
    let intake = Intake::new("来电", "路灯不亮");
    lived.hotline.intake(&guard(&stamp), &intake).expect("a ticket");
    Connection::open(lived.folder.file("lived.db")).expect("SQLite opens it")
}

#[test]
fn accidents_with_another_tool_change_nothing() {
    let mut lived = Lived::new(81, 1500);
    let conn = full(&mut lived);
    let before = contents(&conn);
    for (table, rows) in &before {
        assert!(!rows.is_empty(), "{table} is empty, so nothing is shown about it");
    }
    for accident in ACCIDENTS {
        assert!(conn.execute(accident, []).is_err(), "{accident} went through");
        assert!(contents(&conn) == before, "{accident} changed something");
    }
    lived.verify(81);
}

#[test]
fn an_event_is_added_at_the_end_or_not_at_all() {
    let lived = Lived::new(82, 30);
    let conn = Connection::open(lived.folder.file("lived.db")).expect("SQLite opens it");
    let (last, _) = lived.hotline.head().expect("a head");
    for seq in [last, last + 2, 0] {
        let inserted = conn.execute(
            "INSERT INTO event SELECT region_id, ?1, subject, at, kind, by, role, actor_unit, \
             unit_id, late, later, body, commitments, hash FROM event WHERE seq = ?2",
            [seq as i64, last as i64],
        );
        assert!(inserted.is_err(), "an event went in at {seq} after {last}");
    }
    let ghost = "INSERT INTO ticket SELECT region_id, ticket_id + 1, number || 'x', version, last_seq, \
                 last_at, stage, channel_id, category_id, kind, urgency, area_id, external, accepted_at, \
                 accepted_day, accepted_month, matter_seq, appeal_seq, result_seq, lead_unit_id";
    assert!(conn.prepare(ghost).is_err(), "half a row is no row");
    lived.verify(82);
}

#[test]
fn a_text_that_somebody_emptied_is_found() {
    let folder = Folder::new("emptied");
    let path = folder.file("emptied.db");
    let mut hotline = found(&path).expect("a file");
    let desk = Stamp::centre("坐席07", at("2020-09-01 09:00"));
    let intake = Intake::new("来电", "路灯").appeal("不亮");
    hotline.intake(&desk, &intake).expect("a ticket");
    drop(hotline);
    let conn = rusqlite::Connection::open(&path).expect("a connection");
    let emptied = conn.execute("UPDATE text SET content = NULL, salt = NULL", []).expect("emptied");
    drop(conn);
    let report = Hotline::open(&path).expect("opens").verify(&mut |_, _| {}).expect("a report");
    let found = report.findings.iter().filter(|finding| finding.kind == "text").count();
    assert_eq!(found, emptied, "{:?}", report.findings);
}

#[test]
fn no_person_is_in_the_journal() {
    let folder = Folder::new("person");
    let mut hotline = found(&folder.file("person.db")).expect("a file");
    let desk = Stamp::centre("坐席07", at("2020-09-01 09:00"));
    let caller = Caller::named("欧阳青禾").phone("13912345678").address("洣水镇永安街9号");
    let intake =
        Intake::new("来电", "永安街9号门前积水").appeal("欧阳青禾反映门前积水").caller(caller);
    let ticket = hotline.intake(&desk, &intake).expect("a ticket").ticket;
    let remark = Some("请联系欧阳青禾13912345678".to_owned());
    let transfer = Command::Transfer { lead: "洣水镇".into(), assisting: Vec::new(), remark };
    hotline.execute(ticket, &desk, &transfer).expect("a transfer");
    drop(hotline);

    let conn = Connection::open(folder.file("person.db")).expect("SQLite opens it");
    let persons = ["欧阳青禾", "13912345678", "永安街9号"];
    let holds = |value: &Value, person: &str| match value {
        Value::Text(text) => text.contains(person),
        Value::Blob(bytes) => bytes.windows(person.len()).any(|part| part == person.as_bytes()),
        _ => false,
    };
    for table in TABLES {
        let rows = all_rows(&conn, table);
        for person in persons {
            let found = rows.iter().flatten().any(|value| holds(value, person));
            assert_eq!(found, *table == "text", "{person} in {table}");
        }
    }
}

/// A printed table: its rows' names, each with its figures.
type Table = Vec<(String, Vec<i64>)>;

fn view(conn: &Connection, name: &str, figures: usize) -> Table {
    let sql = format!("SELECT * FROM \"{name}\" WHERE month = '2020-09'");
    let mut ask = conn.prepare(&sql).expect("a view");
    let rows = ask.query_map([], |row| {
        let figures = (0..figures).map(|index| row.get(2 + index));
        Ok((row.get(1)?, figures.collect::<rusqlite::Result<Vec<i64>>>()?))
    });
    let mut table: Table = rows.expect("rows").collect::<rusqlite::Result<_>>().expect("figures");
    table.sort();
    table
}

fn table(figures: &Figures, counts: &[Count]) -> Table {
    let cells = |tally: &gongdan::Tally| counts.iter().map(|count| tally.count(*count)).collect();
    let rows = figures.rows.iter().map(|row| (row.keys[0].name.clone(), cells(&row.tally)));
    let mut table: Table = rows.collect();
    table.push(("合计".into(), cells(&figures.total)));
    table.retain(|(name, cells): &(String, Vec<i64>)| {
        name == "合计" || cells.iter().any(|c| *c != 0)
    });
    table.sort();
    table
}

/// The month, asked as of the last event of the file: what the views show.
fn september(hotline: &Hotline, by: Grouping) -> Figures {
    let last: Moment = hotline.last_at().expect("a moment");
    let month = Period::month(2020, 9).expect("a month");
    hotline.figures(&Question::new(month, last).by(by)).expect("figures")
}

#[test]
fn the_views_show_the_same_tables_as_the_figures() {
    let folder = Folder::new("views");
    let mut hotline = found(&folder.file("views.db")).expect("a file");
    live_plainly(&mut hotline);
    let conn = Connection::open(folder.file("views.db")).expect("SQLite opens it");

    let counts = [Count::Accepted, Count::Closed, Count::ClosedLate];
    let categories = september(&hotline, Grouping::Category);
    assert!(categories.rows.len() > 5);
    assert_eq!(view(&conn, "v1_by_category", 3), table(&categories, &counts));

    let counts = [
        Count::Accepted,
        Count::Pending,
        Count::SignOffLate,
        Count::NotSignedInTime,
        Count::HandledLate,
        Count::OpenLate,
    ];
    let units = september(&hotline, Grouping::Unit);
    assert!(units.total.count(Count::OpenLate) > 0 && units.total.count(Count::HandledLate) > 0);
    let mut shown = view(&conn, "v1_by_unit", 6);
    shown.retain(|(name, cells)| name == "合计" || cells.iter().any(|c| *c != 0));
    assert_eq!(shown, table(&units, &counts));
}

#[test]
fn every_view_knows_the_month() {
    let folder = Folder::new("months");
    let mut hotline = found(&folder.file("months.db")).expect("a file");
    live_plainly(&mut hotline);
    let channel = "来电".to_owned();
    let day = at("2020-09-07 00:00").day();
    let contacts = gongdan::OfficeCommand::RecordContacts { channel, day, count: 42 };
    hotline.office(&Stamp::centre("管理员", at("2020-09-08 09:00")), contacts).expect("contacts");
    let conn = Connection::open(folder.file("months.db")).expect("SQLite opens it");
    let count = |sql: &str| conn.query_row(sql, [], |row| row.get::<_, i64>(0)).expect("a number");
    assert_eq!(count("SELECT COUNT(*) FROM v1_tickets WHERE accepted_at LIKE '2020-09-%'"), 120);
    assert_eq!(count("SELECT contacts FROM v1_by_channel WHERE month = '2020-09'"), 42);
    for (view, column) in [("问题分类统计", "受理件数"), ("成员单位工单办理情况", "受理案件数")]
    {
        let months = format!("SELECT COUNT(*) FROM {view} WHERE 月份 <> '2020-09'");
        assert_eq!(count(&months), 0, "{view}");
        let rows = format!("SELECT SUM({column}) FROM {view}");
        assert!(count(&rows) > 100, "{view}");
    }
    assert!(count("SELECT COUNT(*) FROM v1_events WHERE at LIKE '2020-%'") > 300);
}

/// Tickets of September without mergers of units, so that a name is one unit.
fn live_plainly(hotline: &mut Hotline) {
    let units = gongdan_tests::County::UNITS;
    hotline
        .batch(|batch| {
            for n in 0..120_usize {
                let day = 1 + n % 28;
                let moment = at(&format!("2020-09-{day:02} 09:{:02}", n % 60));
                let after = |hours: usize| moment.plus_ms(hours as i64 * 3_600_000);
                let desk = |at| Stamp::centre("坐席07", at);
                let mut intake = Intake::new("来电", format!("第{n}件"));
                let category = gongdan_tests::County::CATEGORIES.get(n % 8);
                intake.category = category.map(|name| (*name).to_owned());
                let ticket = batch.intake(&desk(moment), &intake)?.ticket;
                if n % 3 == 0 {
                    batch.execute(
                        ticket,
                        &desk(moment),
                        &Command::ResolveOnline { answer: None },
                    )?;
                    continue;
                }
                let unit = units[n % 7];
                batch.execute(ticket, &desk(after(1)), &Command::transfer(unit))?;
                if n % 5 == 0 {
                    continue;
                }
                let clerk = |hours| Stamp::unit(unit, "经办人", after(hours));
                batch.execute(ticket, &clerk(2 + n % 90), &Command::SignOff)?;
                let handled = 100 + n * 2;
                batch.execute(ticket, &clerk(handled), &Command::handle("已办"))?;
                let reached = Command::reached(gongdan::Satisfaction::Satisfied);
                batch.execute(ticket, &desk(after(handled + 1)), &reached)?;
                let close = Command::close(gongdan::CloseOutcome::Solved);
                batch.execute(ticket, &desk(after(handled + 2)), &close)?;
            }
            Ok(())
        })
        .expect("a month");
}
