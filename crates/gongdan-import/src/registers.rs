//! What an office keeps beside its tickets, from a sheet: its registers (登记簿), contacts by day (诉求量) and notices
//! (放假通知). All of a sheet or nothing.

use gongdan::{Hotline, Invalid, Species, Stamp};

use crate::contacts;
use crate::entries::{self, Entry};
use crate::error::ImportError;
use crate::headed::{Columns, Field, Headed, Stopped};
use crate::import::Report;
use crate::notices;
use crate::sheet::Sheet;

/// What the rows of a sheet are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetOf {
    /// Entries of a register, one a row.
    Entries(Species),
    /// How many contacts a channel had on a day.
    Contacts,
    /// Days that notices name, one a row.
    Notices,
}

/// What is no register has its name, and the office's own word for it.
const BESIDE: [(SheetOf, &str, &str); 2] =
    [(SheetOf::Contacts, "contacts", "诉求量"), (SheetOf::Notices, "notices", "放假通知")];

impl SheetOf {
    /// By its name: `unit`, `category`, `channel`, `area`, `contacts` or `notices`, or as the office says it.
    ///
    /// # Errors
    /// As [`Species::parse`].
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let beside = BESIDE.iter().find(|(_, word, term)| [*word, *term].contains(&text.trim()));
        beside.map_or_else(|| Species::parse(text).map(Self::Entries), |(of, ..)| Ok(*of))
    }

    fn fields(self) -> (&'static [Field], &'static [&'static str]) {
        match self {
            Self::Entries(_) => (&entries::FIELDS, &["name"]),
            Self::Contacts => (&contacts::FIELDS, &["day", "channel", "count"]),
            Self::Notices => (&notices::FIELDS, &notices::NEEDED),
        }
    }
}

/// Imports a sheet of registers, contacts or notices, in one commit: `taken` of its entries are new, `added` ones got
/// more, `repeated` ones stood as they are; the same sheet twice adds nothing.
///
/// A category or area may be a path (`城市管理>路灯`), whose steps are added from the top down; names of one cell are parted
/// by 、, codes are written SCHEME:CODE. A row of contacts says how many a channel had on a day in all: what was
/// counted before is corrected to it. Rows of notices that have year, day of publication and source in common, an empty
/// cell repeating the one above it, are one notice.
///
/// # Errors
/// What of the sheet as a whole cannot be read, and failures of the machine. What is wrong with rows stands in the
/// report, and nothing is written then.
pub fn import_register(
    hotline: &mut Hotline,
    stamp: &Stamp,
    (of, sheet): (SheetOf, &Sheet),
    dry: bool,
) -> Result<Report, ImportError> {
    let (fields, needed) = of.fields();
    let columns = Columns::find(sheet, fields, needed)?;
    let mut report = Report { header: columns.header, ..Report::default() };
    hotline.begin()?;
    let below = sheet.rows.iter().filter(|row| row.number > columns.header);
    let rows: Vec<Headed<'_>> = below.map(|row| Headed { columns: &columns, sheet, row }).collect();
    if let Err(error) = enter(hotline, stamp, (of, &rows), &mut report) {
        hotline.roll_back()?;
        return Err((*error).into());
    }
    report.written = !dry && report.errors.is_empty();
    match report.written {
        true => hotline.commit()?,
        false => hotline.roll_back()?,
    }
    Ok(report)
}

/// Enters what can be entered; what is wrong with rows is told.
fn enter(
    hotline: &mut Hotline,
    stamp: &Stamp,
    (of, rows): (SheetOf, &[Headed<'_>]),
    report: &mut Report,
) -> Result<(), Box<gongdan::Error>> {
    if of == SheetOf::Notices {
        return notices::enter(hotline, stamp, rows, report);
    }
    for row in rows {
        let done = match of {
            SheetOf::Entries(species) => Entry { row: *row, species }.enter(hotline, stamp, report),
            _ => contacts::enter(*row, hotline, stamp, report),
        };
        match done {
            Ok(()) => {}
            Err(Stopped::Row(error)) => report.errors.push(*error),
            Err(Stopped::Machine(error)) => return Err(error),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_sheet_is_of_is_said_in_both_languages() {
        for (text, of) in [
            ("unit", SheetOf::Entries(Species::Unit)),
            ("contacts", SheetOf::Contacts),
            ("放假通知", SheetOf::Notices),
        ] {
            assert_eq!(SheetOf::parse(text), Ok(of), "{text}");
        }
        assert!(SheetOf::parse("contact").is_err_and(|wrong| wrong.argument == "species"));
    }
}
