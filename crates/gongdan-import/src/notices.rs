//! Notices of days off and make-up days from a sheet (放假通知), a day a row.

use gongdan::{Day, DayKind, Error, Hotline, Invalid, Notice, OfficeCommand, SpecialDay, Stamp};

use crate::headed::{Field, Headed, Stopped};
use crate::import::Report;

/// What a row says.
pub(crate) const FIELDS: [Field; 6] = [
    ("year", &["年份", "年度", "year"]),
    ("published", &["发布日期", "印发日期", "发文日期", "published"]),
    ("source", &["文件", "文号", "来源", "source"]),
    ("date", &["日期", "date"]),
    ("kind", &["安排", "类别", "放假或上班", "kind"]),
    ("name", &["节日", "名称", "name"]),
];

/// All of it.
pub(crate) const NEEDED: [&str; 6] = ["year", "published", "source", "date", "kind", "name"];

/// As offices write it beside the word and the term.
const OTHERWISE: [(&str, DayKind); 5] = [
    ("休息", DayKind::Holiday),
    ("休", DayKind::Holiday),
    ("上班", DayKind::Workday),
    ("补班", DayKind::Workday),
    ("班", DayKind::Workday),
];

/// What a notice is known by.
#[derive(Clone, PartialEq, Eq)]
struct Known {
    year: i64,
    published: Day,
    source: String,
}

/// A notice on its way, with the row it began in.
struct Begun<'a> {
    known: Known,
    row: Headed<'a>,
    days: Vec<SpecialDay>,
}

/// Adopts the notices of the rows; one that stands already is repeated.
pub(crate) fn enter(
    hotline: &mut Hotline,
    stamp: &Stamp,
    rows: &[Headed<'_>],
    report: &mut Report,
) -> Result<(), Box<Error>> {
    let mut begun: Vec<Begun<'_>> = Vec::new();
    for row in rows {
        told(read(*row, &mut begun), report)?;
    }
    for notice in begun {
        match notice.adopted(hotline, stamp) {
            Ok(true) => report.taken += 1,
            Ok(false) => report.repeated += 1,
            Err(stopped) => told(Err(stopped), report)?,
        }
    }
    Ok(())
}

/// Tells what is wrong with a row; a failure of the machine ends it.
fn told(done: Result<(), Stopped>, report: &mut Report) -> Result<(), Box<Error>> {
    match done {
        Ok(()) => Ok(()),
        Err(Stopped::Machine(error)) => Err(error),
        Err(Stopped::Row(error)) => {
            report.errors.push(*error);
            Ok(())
        }
    }
}

/// Adds the day of a row to its notice.
fn read<'a>(row: Headed<'a>, begun: &mut Vec<Begun<'a>>) -> Result<(), Stopped> {
    let known = known(row, begun.last().map(|last| &last.known))?;
    let (date, name) = (row.day("date")?, row.needed("name")?);
    let day = SpecialDay { date, kind: kind(row)?, name };
    match begun.iter_mut().find(|notice| notice.known == known) {
        Some(notice) => notice.days.push(day),
        None => begun.push(Begun { known, row, days: vec![day] }),
    }
    Ok(())
}

/// Which notice a row is of; an empty cell repeats the one above it, as merged cells leave it.
fn known(row: Headed<'_>, above: Option<&Known>) -> Result<Known, Stopped> {
    let said = |field| row.text(field).is_some();
    Ok(Known {
        year: match above.filter(|_| !said("year")) {
            Some(above) => above.year,
            None => row.number("year")?,
        },
        published: match above.filter(|_| !said("published")) {
            Some(above) => above.published,
            None => row.day("published")?,
        },
        source: match above.filter(|_| !said("source")) {
            Some(above) => above.source.clone(),
            None => row.needed("source")?,
        },
    })
}

fn kind(row: Headed<'_>) -> Result<DayKind, Stopped> {
    let text = row.needed("kind")?;
    let otherwise = OTHERWISE.iter().find(|(said, _)| *said == text).map(|(_, kind)| *kind);
    let read = otherwise.map_or_else(|| DayKind::parse(&text), Ok);
    read.map_err(|wrong: Invalid| row.wrong(Some("kind"), wrong.into()))
}

impl Begun<'_> {
    /// Whether it was new.
    fn adopted(self, hotline: &mut Hotline, stamp: &Stamp) -> Result<bool, Stopped> {
        let Known { year, published, source } = self.known;
        // (A year beyond all numbers is refused as one that is none of the calendar's.)
        let year = i32::try_from(year).unwrap_or(i32::MAX);
        let notice = Notice { year, published, source, days: self.days };
        self.row.office(hotline, stamp, OfficeCommand::AdoptNotice(notice))
    }
}
