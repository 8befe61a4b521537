//! Foreign hands: somebody opens the file with another SQLite tool. Accidents are stopped by the
//! file itself, persons are not in the journal, and the views say what the figures say.

use gongdan::{
    Caller, Command, Count, Figures, Grouping, Hotline, Intake, Moment, Period, Question, Stamp,
};
use gongdan_tests::{Folder, at, found};
use rusqlite::Connection;
use rusqlite::types::Value;

use crate::in_every_table::{columns, in_every_table, tables};
use crate::lived::Lived;

fn contents(conn: &Connection) -> Vec<(String, Vec<Vec<Value>>)> {
    let rows = |table: String| (table.clone(), all_rows(conn, &table));
    tables(conn).into_iter().map(rows).collect()
}

fn all_rows(conn: &Connection, table: &str) -> Vec<Vec<Value>> {
    let mut ask = conn.prepare(&format!("SELECT * FROM \"{table}\"")).expect("a table");
    let columns = ask.column_count();
    let rows = ask.query_map([], |row| (0..columns).map(|index| row.get(index)).collect());
    rows.expect("rows").collect::<rusqlite::Result<_>>().expect("values")
}

#[test]
fn another_tool_adds_changes_and_deletes_nothing() {
    let mut lived = Lived::new(81, 1500);
    let conn = in_every_table(&mut lived);
    let before = contents(&conn);
    for table in tables(&conn) {
        for accident in accidents(&conn, &table) {
            let done = conn.execute(&accident, []);
            let said = done.err().map(|error| error.to_string()).unwrap_or_default();
            assert!(said.contains("nobody else writes here"), "{accident}: {said:?}");
        }
    }
    assert!(contents(&conn) == before, "something went through");
    lived.verify(81);
}

/// Everything that another tool can do to a row, in every manner of SQLite's.
fn accidents(conn: &Connection, table: &str) -> Vec<String> {
    let names: Vec<String> = columns(conn, table).into_iter().map(|column| column.name).collect();
    let one = format!("SELECT {} FROM {table} LIMIT 1", names.join(", "));
    let mut all = vec![
        format!("DELETE FROM {table}"),
        format!("INSERT INTO {table} {one}"),
        format!("INSERT OR IGNORE INTO {table} {one}"),
        format!("REPLACE INTO {table} {one}"),
        format!("INSERT INTO {table} {one} ON CONFLICT DO NOTHING")
            .replace("LIMIT 1 ON", "WHERE 1 ON"),
    ];
    for column in columns(conn, table) {
        let (name, other) = (&column.name, column.altered());
        all.push(format!("UPDATE {table} SET {name} = {name}"));
        all.push(format!("UPDATE OR REPLACE {table} SET {name} = {other}"));
        // A row that meets another one by its number or its key alone.
        let others = columns(conn, table).into_iter();
        let cells = others.map(|each| if each.name == *name { each.altered() } else { each.name });
        let cells = cells.collect::<Vec<_>>().join(", ");
        all.push(format!("REPLACE INTO {table} SELECT {cells} FROM {table}"));
    }
    all
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
    for table in tables(&conn) {
        let rows = all_rows(&conn, &table);
        for person in persons {
            let found = rows.iter().flatten().any(|value| holds(value, person));
            assert_eq!(found, table == "text", "{person} in {table}");
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
