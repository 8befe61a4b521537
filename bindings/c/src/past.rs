//! The past: a ticket, its history and the rules as they stood, or as far as the journal told them.

use gongdan::{ErrorKind, Moment, Period, Question, TicketId};

use crate::desk::gd_hotline;
use crate::document::gd_document;
use crate::door::make;
use crate::fault::Fault;
use crate::history::{gd_history, history};
use crate::numbers::{moment_any, number_any};
use crate::publish::issues;
use crate::query::gd_rows;
use crate::status::gd_status;
use crate::ticket::gd_ticket;

/// A question of which only the view counts: until when, and how many events are seen.
fn view(as_of: i64, seen: u64) -> Result<Question, Fault> {
    let end = || Ok::<_, Fault>(Moment::parse_as_of("9999-12-31")?);
    let as_of = moment_any("as_of", as_of)?.map_or_else(end, Ok)?;
    let mut question = Question::new(Period::parse("0001")?, as_of);
    question.seen = number_any("seen", seen)?;
    Ok(question)
}

/// A ticket as it stood at a moment (0: now), as far as the first `seen` events of the journal tell
/// (0: all). Free *ticket with gd_ticket_free.
///
/// Errors: GD_E_NOT_FOUND also when it had not been taken in; GD_E_INVALID_INPUT, GD_E_IO,
/// GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_get_as_of(
    hotline: *mut gd_hotline,
    id: i64,
    as_of: i64,
    seen: u64,
    ticket: *mut *mut gd_ticket,
) -> gd_status {
    make(hotline, ticket, |desk| {
        let found = desk.hotline.ticket_of(TicketId(id), &view(as_of, seen)?)?;
        gd_ticket::new(found, desk.encoding)
    })
}

/// What had happened to a ticket by a moment (0: now), as far as the first `seen` events of the
/// journal tell (0: all). Free *history_of with gd_history_free.
///
/// Errors: as gd_ticket_get_as_of.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_ticket_history_as_of(
    hotline: *mut gd_hotline,
    id: i64,
    as_of: i64,
    seen: u64,
    history_of: *mut *mut gd_history,
) -> gd_status {
    make(hotline, history_of, |desk| {
        history(desk.hotline.history_of(TicketId(id), &view(as_of, seen)?)?, desk.encoding)
    })
}

/// The last published issue of an earlier cut-off than `as_of` (0: any), as gd_hotline_issues has it:
/// one row, or none. Free *issue with gd_rows_free.
///
/// Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_issue_before(
    hotline: *mut gd_hotline,
    as_of: i64,
    seen: u64,
    issue: *mut *mut gd_rows,
) -> gd_status {
    make(hotline, issue, |desk| {
        let found = desk.hotline.issue_before(&view(as_of, seen)?)?;
        issues(found.into_iter().collect(), desk.encoding)
    })
}

/// The rules as JSON: founding, register, provisions, notices and formulas, as far as the first `seen`
/// events of the journal tell (0: all). Free *rules with gd_document_free.
///
/// Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_rulebook(
    hotline: *mut gd_hotline,
    seen: u64,
    rules: *mut *mut gd_document,
) -> gd_status {
    make(hotline, rules, |desk| {
        let found = desk.hotline.rulebook_of(&view(0, seen)?)?;
        let failed = |_| Fault::Door(ErrorKind::Bug, "the rules cannot be written as JSON");
        let text = serde_json::to_vec(&gongdan::rulebook_told(&found)).map_err(failed)?;
        Ok(gd_document::new(text))
    })
}
