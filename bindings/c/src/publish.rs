//! Publication: an issue is frozen, listed, and held against the file.

use std::ffi::c_char;

use gongdan::{CorrectedFact, Datum, Issue, Problem, TicketRef, Withheld};
use gongdan_bulletin::{Bulletin, BulletinQuestion, Edition, Format};

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
use crate::written::bulletin::{gd_bulletin, printed};

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

/// The edition, and who answers for it.
fn new_issue(
    reader: Reader,
    given: *const gd_new_issue,
) -> Result<(Edition, Option<String>), Fault> {
    let given = sized::read(given)?;
    let (period, as_of) = (reader.period("period", given.period)?, moment("as_of", given.as_of)?);
    let asked = BulletinQuestion::new(period, as_of).year(given.year).number(given.number);
    Ok((asked.issue()?, reader.optional("answers_for", given.answers_for)?))
}

/// Publishes an issue with its usual words in the usual format: its figures, rules, difficult tickets
/// and the journal's head are frozen in one event, and its number prints this from then on;
/// gd_bulletin_publish takes other words. *seq, which may be NULL, is that event's place in the
/// journal.
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
        let (edition, answers_for) = new_issue(desk.reader(), issue)?;
        let answers_for = answers_for.as_deref();
        let done = Bulletin::publish(&mut desk.hotline, &stamp, (&edition, None), answers_for)?;
        sized::put(seq, done.seq);
        Ok(())
    })
}

/// Publishes a bulletin with its words, in a format or in the usual one (`format` is NULL then), under
/// its number, which has to be given: from then on gd_issue_save prints this and nothing else.
/// `answers_for` is who answers for figures that should agree and do not; or NULL. *seq, which may be
/// NULL, is the event's place in the journal.
///
/// Errors: as gd_hotline_publish and gd_bulletin_save.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_bulletin_publish(
    hotline: *mut gd_hotline,
    stamp: *const gd_stamp,
    bulletin: *const gd_bulletin,
    format: *const c_char,
    answers_for: *const c_char,
    seq: *mut u64,
) -> gd_status {
    on(hotline, |desk| {
        let (stamp, reader) = (crate::stamp::read(desk.reader(), stamp)?, desk.reader());
        let asked = printed(reader, &sized::read(bulletin)?)?;
        if asked.number.is_none() {
            return Err(Fault::argument("number", Problem::Empty));
        }
        let format = reader.optional("format", format)?;
        let format = format.as_deref().map(Format::find).transpose()?;
        let answers_for = reader.optional("answers_for", answers_for)?;
        let edition = asked.issue()?;
        let edition = format.as_ref().map_or(edition.clone(), |format| format.of_issue(edition));
        let printed = (&edition, format.as_ref());
        let hotline = &mut desk.hotline;
        sized::put(seq, Bulletin::publish(hotline, &stamp, printed, answers_for.as_deref())?.seq);
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

/// The facts that were corrected since an issue was published, from or to a moment that it sees: rows of
/// `ticket` (its printed number), `fact`, `from`, `to`, `at` (when that was said) and `by`. Free
/// *corrected with gd_rows_free.
///
/// Errors: GD_E_NOT_FOUND, GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_corrected(
    hotline: *mut gd_hotline,
    year: i32,
    number: u32,
    corrected: *mut *mut gd_rows,
) -> gd_status {
    const COLUMNS: &[&str] = &["ticket", "fact", "from", "to", "at", "by"];
    make(hotline, corrected, |desk| {
        let found = desk.hotline.compare(year, number)?.corrected;
        table(COLUMNS, found.iter().map(corrected_row).collect(), desk.encoding)
    })
}

fn corrected_row(each: &CorrectedFact) -> Vec<Datum> {
    vec![
        text(&each.ticket.number),
        text(each.fact.word()),
        Datum::Integer(each.from.ms()),
        Datum::Integer(each.to.ms()),
        Datum::Integer(each.at.ms()),
        text(&each.by),
    ]
}

/// What an issue told of tickets and tells no longer: rows of `ticket` (its printed number), `at`, `by`
/// and `fields` (the texts that were erased, joined by blanks; none where the ticket was made
/// confidential). Free *withheld with gd_rows_free.
///
/// Errors: GD_E_NOT_FOUND, GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_withheld(
    hotline: *mut gd_hotline,
    year: i32,
    number: u32,
    withheld: *mut *mut gd_rows,
) -> gd_status {
    make(hotline, withheld, |desk| {
        let found = desk.hotline.compare(year, number)?.withheld;
        table(
            &["ticket", "at", "by", "fields"],
            found.iter().map(withheld_row).collect(),
            desk.encoding,
        )
    })
}

fn withheld_row(each: &Withheld) -> Vec<Datum> {
    let fields: Vec<&str> = each.fields.iter().map(|field| field.word()).collect();
    vec![
        text(&each.ticket.number),
        Datum::Integer(each.at.ms()),
        text(&each.by),
        text(&fields.join(" ")),
    ]
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
