//! A file with something in every table, and what its tables are: read from the file, so that a table that
//! comes later is covered.

use gongdan::{Command, FileKind, Intake, NewFile, OfficeCommand, Species, Stamp};
use gongdan_tests::County;
use rusqlite::Connection;

use crate::lived::Lived;

/// A column of a table.
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) can_be_nothing: bool,
    sort: String,
}

impl Column {
    pub(crate) fn is_text(&self) -> bool {
        self.sort == "TEXT"
    }

    /// Another value than that of the row, as an expression.
    pub(crate) fn altered(&self) -> String {
        let name = &self.name;
        match self.sort.as_str() {
            "INTEGER" => format!("COALESCE({name}, 0) + 1"),
            "TEXT" => format!("COALESCE({name}, '') || '9'"),
            _ => format!("COALESCE(zeroblob(length({name})), x'09')"),
        }
    }
}

/// Has something happen in every table, and opens the file with SQLite.
pub(crate) fn in_every_table(lived: &mut Lived) -> Connection {
    let stamp = Stamp::centre("坐席07", lived.now);
    let intake = Intake::new("来电", "路灯不亮");
    let taken = lived.hotline.intake(&stamp.clone().request("once"), &intake).expect("a ticket");
    let photo = NewFile::new("现场.jpg", FileKind::Photo);
    for picture in [b"a picture", b"another 1"] {
        lived.hotline.attach_file(taken.ticket, &stamp, &photo, picture).expect("a file");
    }
    let code = OfficeCommand::Code {
        species: Species::Category,
        name: County::CATEGORIES[1].into(),
        scheme: "GB/T 39666".into(),
        code: Some("020000".into()),
    };
    lived.hotline.office(&stamp, code).expect("a code");
    let off = Command::Detach { no: 2 };
    lived.hotline.execute(taken.ticket, &stamp, &off).expect("taken off");
    let conn = Connection::open(lived.folder.file("lived.db")).expect("SQLite opens it");
    for table in tables(&conn) {
        let sql = format!("SELECT COUNT(*) FROM {table}");
        let rows: i64 = conn.query_row(&sql, [], |row| row.get(0)).expect("a count");
        assert!(rows > 0, "{table} is empty, so nothing is shown about it");
    }
    conn
}

/// Every table of a file.
pub(crate) fn tables(conn: &Connection) -> Vec<String> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    let mut ask = conn.prepare(sql).expect("the schema");
    let names = ask.query_map([], |row| row.get(0)).expect("names");
    names.collect::<rusqlite::Result<_>>().expect("names")
}

/// Every column of a table.
pub(crate) fn columns(conn: &Connection, table: &str) -> Vec<Column> {
    let sql = "SELECT name, type, \"notnull\" = 0 AND pk = 0 FROM pragma_table_info(?1)";
    let mut ask = conn.prepare(sql).expect("a table");
    let columns = ask.query_map([table], |row| {
        Ok(Column { name: row.get(0)?, sort: row.get(1)?, can_be_nothing: row.get(2)? })
    });
    columns.expect("columns").collect::<rusqlite::Result<_>>().expect("columns")
}
