//! A list as JSON Lines: an object a row, under the names of every face.

use std::io::{self, Write};

use gongdan::Language;
use serde_json::{Value, json};

use crate::wording::{dated, spoken, stamped};
use crate::{OutCell, OutColumn};

/// Writes a row.
pub(crate) fn row(
    to: &mut impl Write,
    columns: &[OutColumn],
    cells: &[OutCell<'_>],
) -> io::Result<()> {
    to.write_all(b"{")?;
    for (nth, (column, cell)) in columns.iter().zip(cells).enumerate() {
        if nth > 0 {
            to.write_all(b",")?;
        }
        serde_json::to_writer(&mut *to, &column.name)?;
        to.write_all(b":")?;
        match cell {
            OutCell::Text(text) => serde_json::to_writer(&mut *to, text)?,
            cell => serde_json::to_writer(&mut *to, &value(cell))?,
        }
    }
    to.write_all(b"}\n")
}

fn value(cell: &OutCell<'_>) -> Value {
    match cell {
        OutCell::Nothing => Value::Null,
        OutCell::Text(text) => json!(text),
        OutCell::Id(number) | OutCell::Number(number) => json!(number),
        OutCell::Real(number) => json!(number),
        OutCell::Printed(text) if text == "—" => Value::Null,
        OutCell::Printed(text) => json!(text),
        OutCell::Flag(flag) => json!(flag),
        OutCell::Word(word) => json!(spoken(word, Language::English)),
        OutCell::Names(names) => json!(names),
        OutCell::Moment(at) => json!(stamped(*at)),
        OutCell::Day(day) => json!(dated(*day)),
    }
}
