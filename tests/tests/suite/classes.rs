//! Every column has a class, and what leaves the file by itself is at most internal.

use std::collections::BTreeSet;
use std::path::Path;

use gongdan::{Caller, Cells, Class, Filter, Hotline, Intake, ScanOptions, Stamp, Table};
use gongdan_tests::{Folder, at, found};
use rusqlite::Connection;

/// Every column of the file's tables and views, as SQLite has them, and of the tables that leave.
fn real(path: &Path) -> BTreeSet<(String, String)> {
    let conn = Connection::open(path).expect("SQLite opens it");
    let sql = "SELECT owner.name, field.name FROM sqlite_schema AS owner \
               JOIN pragma_table_xinfo(owner.name) AS field WHERE owner.type IN ('table', 'view')";
    let mut ask = conn.prepare(sql).expect("a question");
    let rows = ask.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("an answer");
    let mut all: BTreeSet<_> = rows.map(|row| row.expect("a column")).collect();
    for table in Table::ALL {
        let columns = table.columns().iter();
        all.extend(columns.map(|column| (table.word().to_owned(), column.name.to_owned())));
    }
    all
}

#[test]
fn every_column_has_a_class_and_every_class_a_column() {
    let folder = Folder::new("classes");
    let path = folder.file("h.db");
    drop(found(&path).expect("a file"));
    let listed: Vec<_> = Class::columns().map(|(t, c, _)| (t.to_owned(), c.to_owned())).collect();
    let classed: BTreeSet<_> = listed.iter().cloned().collect();
    assert_eq!(classed.len(), listed.len(), "no column is classed twice");
    let real = real(&path);
    let without: Vec<_> = real.difference(&classed).collect();
    assert!(without.is_empty(), "columns without a class (see fields/classes.rs): {without:?}");
    let gone: Vec<_> = classed.difference(&real).collect();
    assert!(gone.is_empty(), "classes of columns that are no more: {gone:?}");
    assert_eq!(Class::of("ticket", "a column of tomorrow"), Class::Sensitive);
}

#[test]
fn views_and_tables_show_at_most_internal_columns() {
    let views = Class::columns().filter(|(place, _, _)| {
        place.starts_with("v1_") || !place.is_ascii() // the views that any query may read
    });
    let mut seen = 0;
    for (view, column, class) in views {
        assert!(class <= Class::Internal, "{view}.{column} is {}", class.word());
        seen += 1;
    }
    assert!(seen > 40, "{seen} columns of views");
    for table in Table::ALL {
        assert!(table.shown().all(|column| column.class <= Class::Internal));
        let withheld = table.columns().len() - table.shown().count();
        let personal = match table {
            Table::Tickets => 1,
            Table::Attachments => 3,
            _ => 0,
        };
        assert_eq!(withheld, personal, "{table:?}");
    }
}

fn texts(hotline: &Hotline, options: &ScanOptions) -> (Vec<&'static str>, Vec<String>) {
    let mut scan = hotline.scan(Table::Tickets, &Filter::new(), options).expect("a table");
    let names = scan.columns().iter().map(|column| column.name).collect();
    let chunk = scan.next().expect("a batch").expect("rows");
    let texts = chunk.columns.iter().flat_map(|cells| match cells {
        Cells::Texts(texts) => texts.iter().flatten().cloned().collect(),
        _ => Vec::new(),
    });
    (names, texts.collect())
}

#[test]
fn a_table_has_the_matter_only_when_asked_and_never_a_telephone_number() {
    let folder = Folder::new("shown");
    let mut hotline = found(&folder.file("h.db")).expect("a file");
    let desk = Stamp::centre("坐席07", at("2020-09-01 09:00"));
    let intake = Intake::new("来电", "路灯不亮,请回电１３８-0734 0417");
    let caller = Caller::named("陶渊明").phone("13807340417");
    hotline.intake(&desk, &intake.caller(caller)).expect("a ticket");
    let (names, shown) = texts(&hotline, &ScanOptions::default());
    assert!(!names.contains(&"matter") && names.contains(&"number"), "{names:?}");
    assert!(!shown.iter().any(|text| text.contains("路灯")), "{shown:?}");
    let columns = Some(vec!["matter".to_owned()]);
    let (_, asked) = texts(&hotline, &ScanOptions { columns, ..ScanOptions::default() });
    assert_eq!(asked, ["路灯不亮,请回电***-**** ****"]);
}
