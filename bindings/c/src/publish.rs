//! Publication: an issue is frozen, listed, and held against the file.

use std::ffi::c_char;

use gongdan::{Datum, Issue, NewIssue, TicketRef};

use crate::desk::gd_hotline;
use crate::door::{make, on};
use crate::fault::Fault;
use crate::figures::of_period;
use crate::find::gd_tickets;
use crate::numbers::moment;
use crate::query::{gd_rows, table};
use crate::sized;
use crate::stamp::gd_stamp;
use crate::status::gd_status;
use crate::strings::{Encoding, Reader};
use crate::ticket::gd_ticket;

/// An issue about to be published. Set it to GD_NEW_ISSUE_INIT first.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_new_issue {
    /// The size of this struct.
    pub size: u32,
    /// The year it is numbered in.
    pub year: i32,
    /// Its number within the year.
    pub number: u32,
    /// Not used; 0.
    pub reserved: i32,
    /// The period it is about.
    pub period: *const c_char,
    /// Its cut-off.
    pub as_of: i64,
    /// Who answers for publishing figures that should agree and do not; or NULL.
    pub answers_for: *const c_char,
}

sized::sized!(gd_new_issue, "issue", size_of::<gd_new_issue>());

fn new_issue(reader: Reader, given: *const gd_new_issue) -> Result<NewIssue, Fault> {
    let given = sized::read(given)?;
    Ok(NewIssue {
        year: given.year,
        number: given.number,
        period: reader.period("period", given.period)?,
        as_of: moment("as_of", given.as_of)?,
        answers_for: reader.optional("answers_for", given.answers_for)?,
    })
}

/// Publishes an issue: its figures, rules, difficult tickets and the journal's head are frozen in
/// one event. *seq, which may be NULL, is that event's place in the journal.
///
/// Errors: GD_E_EXISTS when the number is taken; GD_E_INVALID_INPUT names `answers_for` when
/// figures that should agree differ and nobody answers for it; GD_E_READ_ONLY, GD_E_BUSY, GD_E_IO.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_publish(
    hotline: *mut gd_hotline,
    stamp: *const gd_stamp,
    issue: *const gd_new_issue,
    seq: *mut u64,
) -> gd_status {
    on(hotline, |desk| {
        let stamp = crate::stamp::read(desk.reader(), stamp)?;
        let new = new_issue(desk.reader(), issue)?;
        sized::put(seq, desk.hotline.publish(&stamp, &new)?.seq);
        Ok(())
    })
}

fn text(text: &str) -> Datum {
    Datum::Text(text.to_owned())
}

fn number(number: u64) -> Datum {
    Datum::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}

fn issue_row(issue: Issue) -> Vec<Datum> {
    let frozen = issue.published;
    let any = |words: Option<&str>| words.map_or(Datum::Null, text);
    vec![
        Datum::Integer(i64::from(frozen.year)),
        Datum::Integer(i64::from(frozen.number)),
        text(&frozen.period),
        Datum::Integer(frozen.as_of.ms()),
        Datum::Integer(issue.at.ms()),
        text(&issue.by),
        number(issue.seq),
        number(frozen.seen),
        text(&frozen.head),
        any(frozen.formula.as_deref()),
        any(frozen.answers_for.as_deref()),
        number(frozen.difficult.len() as u64),
        number(frozen.tables.len() as u64),
    ]
}

/// Issues as rows.
pub(crate) fn issues(issues: Vec<Issue>, encoding: Encoding) -> Result<gd_rows, Fault> {
    const COLUMNS: &[&str] = &[
        "year",
        "number",
        "period",
        "as_of",
        "at",
        "by",
        "seq",
        "seen",
        "head",
        "formula",
        "answers_for",
        "difficult",
        "tables",
    ];
    table(COLUMNS, issues.into_iter().map(issue_row).collect(), encoding)
}

/// Every published issue, in the order of publication. The columns of the rows: `year`, `number`,
/// `period`, `as_of`, `at`, `by`, `seq`, `seen`, `head`, `formula`, `answers_for`, `difficult` (how
/// many it named) and `tables` (how many it froze). Free *issues
/// with gd_rows_free.
///
/// Errors: GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_issues(
    hotline: *mut gd_hotline,
    issues: *mut *mut gd_rows,
) -> gd_status {
    make(hotline, issues, |desk| self::issues(desk.hotline.issues()?, desk.encoding))
}

/// One published issue: one row, as gd_hotline_issues has it. Free *issue with gd_rows_free.
///
/// Errors: GD_E_NOT_FOUND, GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_issue(
    hotline: *mut gd_hotline,
    year: i32,
    number: u32,
    issue: *mut *mut gd_rows,
) -> gd_status {
    make(hotline, issue, |desk| issues(vec![desk.hotline.issue(year, number)?], desk.encoding))
}

fn numbers(tickets: &[TicketRef]) -> Datum {
    let numbers: Vec<&str> = tickets.iter().map(|ticket| ticket.number.as_str()).collect();
    text(&numbers.join(" "))
}

/// Holds an issue against the file. *intact, which may be NULL, is 1 when the journal up to the
/// issue still has the printed hash and the figures reckoned from it are the frozen ones. The rows
/// are what would be printed otherwise today: `by` (the table), `key`, `count`, `printed`, `today`,
/// `appeared` and `gone` (the printed numbers of the tickets that make the difference, joined by
/// blanks). Free *corrections with gd_rows_free.
///
/// Errors: GD_E_NOT_FOUND, GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_compare(
    hotline: *mut gd_hotline,
    year: i32,
    number: u32,
    intact: *mut i32,
    corrections: *mut *mut gd_rows,
) -> gd_status {
    const COLUMNS: &[&str] = &["by", "key", "count", "printed", "today", "appeared", "gone"];
    make(hotline, corrections, |desk| {
        let compared = desk.hotline.compare(year, number)?;
        let rows = compared.corrections.iter().map(|each| {
            vec![
                text(&each.by),
                text(&each.key),
                text(each.count.word()),
                Datum::Integer(each.printed),
                Datum::Integer(each.today),
                numbers(&each.appeared),
                numbers(&each.gone),
            ]
        });
        let rows = table(COLUMNS, rows.collect(), desk.encoding)?;
        sized::put(intact, i32::from(compared.intact));
        Ok(rows)
    })
}

fn tickets(found: Vec<gongdan::TicketView>, encoding: Encoding) -> Result<gd_tickets, Fault> {
    let total = found.len() as u64;
    let tickets = found.into_iter().map(|view| gd_ticket::new(view, encoding));
    Ok(gd_tickets::new(total, tickets.collect::<Result<_, _>>()?))
}

/// The typical cases of a period, as they stood at a moment, as far as the first `seen` events of the
/// journal tell (0: all). Free *typical with gd_tickets_free.
///
/// Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_typical_cases(
    hotline: *mut gd_hotline,
    period: *const c_char,
    as_of: i64,
    seen: u64,
    typical: *mut *mut gd_tickets,
) -> gd_status {
    make(hotline, typical, |desk| {
        let question = of_period(desk.reader(), period, as_of, seen)?;
        let (typical, _) = desk.hotline.cases_of(&question)?;
        tickets(typical, desk.encoding)
    })
}

/// The difficult tickets of a period, as they stood at a moment, as far as the first `seen` events
/// of the journal tell (0: all). Free *difficult with gd_tickets_free.
///
/// Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_difficult_cases(
    hotline: *mut gd_hotline,
    period: *const c_char,
    as_of: i64,
    seen: u64,
    difficult: *mut *mut gd_tickets,
) -> gd_status {
    make(hotline, difficult, |desk| {
        let question = of_period(desk.reader(), period, as_of, seen)?;
        let (_, difficult) = desk.hotline.cases_of(&question)?;
        tickets(difficult, desk.encoding)
    })
}

/// The difficult tickets of the last issue before a moment: what the next issue follows up. The
/// rows have one column, `id`. Free *tickets with gd_rows_free.
///
/// Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_followed_up(
    hotline: *mut gd_hotline,
    as_of: i64,
    tickets: *mut *mut gd_rows,
) -> gd_status {
    make(hotline, tickets, |desk| {
        let found = desk.hotline.followed_up(moment("as_of", as_of)?)?;
        let rows = found.into_iter().map(|id| vec![Datum::Integer(id.0)]);
        table(&["id"], rows.collect(), desk.encoding)
    })
}
