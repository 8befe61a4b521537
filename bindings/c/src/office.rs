//! The office: contacts, and policy, calendar and ranking as JSON; the questions about them.

use std::ffi::c_char;

use gongdan::{Against, Datum, Limit, LimitWarning, OfficeCommand, OtherRules, Provision, Seat};

use crate::batch::gd_entries;
use crate::desk::gd_hotline;
use crate::door::{ask, make, make_two};
use crate::explain::{GD_LIMIT_CLOCK_MINUTES, GD_LIMIT_WORKING_DAYS, GD_LIMIT_WORKING_MINUTES};
use crate::figures::{gd_figures, of_period};
use crate::numbers::{code, moment, unknown_code};
use crate::query::{gd_rows, table};
use crate::register::office;
use crate::sized;
use crate::stamp::gd_stamp;
use crate::status::gd_status;
use crate::written::question::{asked, gd_question};
use crate::written::words::{gd_against, gd_rounding};

/// Counts contacts (calls, letters) by a channel on a day, `YYYY-MM-DD`; a negative count corrects
/// an earlier one.
///
/// Errors: GD_E_INVALID_INPUT, GD_E_BUSY, GD_E_READ_ONLY, GD_E_IO.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_record_contacts(
    hotline: *mut gd_hotline,
    stamp: *const gd_stamp,
    channel: *const c_char,
    day: *const c_char,
    count: i64,
    written: *mut *mut gd_entries,
) -> gd_status {
    office(hotline, stamp, written, |desk| {
        Ok(OfficeCommand::RecordContacts {
            channel: desk.reader().required("channel", channel)?,
            day: desk.reader().day("day", day)?,
            count,
        })
    })
}

/// Contacts of a period by channel, as known at a moment, as far as the first `seen` events of the
/// journal tell (0: all), in printed order. The columns of the rows: `id` (of the channel), `channel`, `contacts`. Free *contacts with gd_rows_free.
///
/// Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_contacts(
    hotline: *mut gd_hotline,
    period: *const c_char,
    as_of: i64,
    seen: u64,
    contacts: *mut *mut gd_rows,
) -> gd_status {
    make(hotline, contacts, |desk| {
        let question = of_period(desk.reader(), period, as_of, seen)?;
        let found = desk.hotline.contacts_of(&question)?.into_iter();
        let row = |(key, count): (gongdan::Key, i64)| {
            vec![Datum::Integer(key.id), Datum::Text(key.name), Datum::Integer(count)]
        };
        table(&["id", "channel", "contacts"], found.map(row).collect(), desk.encoding)
    })
}

/// Executes any command to the office, given as JSON: the way to set the policy
/// (`{"provide": {"setting": "handle_limit", "from": 1598889600000, "value": {"limit":
/// {"working_days": 3}}}}`), to adopt a calendar's notice (`{"adopt_notice": ...}`) and to set a
/// ranking formula (`{"set_formula": ...}`). Moments are milliseconds since 1970, days
/// `YYYY-MM-DD`.
///
/// Errors: GD_E_INVALID_INPUT, GD_E_BUSY, GD_E_READ_ONLY, GD_E_IO.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_office_json(
    hotline: *mut gd_hotline,
    stamp: *const gd_stamp,
    command: *const c_char,
    written: *mut *mut gd_entries,
) -> gd_status {
    office(hotline, stamp, written, |desk| desk.reader().json("command", command))
}

/// The figures of a question as they were and as they would have been under other rules: what
/// people did stays, every promise is worked out anew, the file is not changed. `provisions`
/// is a list of provisions of the policy that hold from their own dates on, `throughout` one of such
/// that hold at every date whatever the file's own say, `notices` one of notices of holidays and make-up
/// days, all as in gd_hotline_office_json; each may be NULL. Free both answers with
/// gd_figures_free.
///
/// Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_what_if(
    hotline: *mut gd_hotline,
    question: *const gd_question,
    provisions: *const c_char,
    throughout: *const c_char,
    notices: *const c_char,
    as_it_was: *mut *mut gd_figures,
    as_if: *mut *mut gd_figures,
) -> gd_status {
    make_two(hotline, as_it_was, as_if, |desk| {
        let reader = desk.reader();
        let mut other = OtherRules {
            provisions: reader.json_any("provisions", provisions)?.unwrap_or_default(),
            notices: reader.json_any("notices", notices)?.unwrap_or_default(),
        };
        let always: Option<Vec<Provision>> = reader.json_any("throughout", throughout)?;
        let policy = desk.hotline.rulebook()?.policy;
        for each in always.unwrap_or_default() {
            other = other.throughout(&policy, each.setting, each.scope, each.value);
        }
        let both = desk.hotline.what_if(&asked(reader, &sized::read(question)?)?, &other)?;
        Ok((gd_figures::new(desk, both.as_it_was)?, gd_figures::new(desk, both.as_if)?))
    })
}

/// The figures of a question and of the same question of an earlier period. Where an issue of that
/// period was published its frozen figures are taken, and *year and *number, which may be NULL, name
/// it; else they are 0. Free both answers with gd_figures_free.
///
/// Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_since(
    hotline: *mut gd_hotline,
    question: *const gd_question,
    against: gd_against,
    now: *mut *mut gd_figures,
    before: *mut *mut gd_figures,
    year: *mut i32,
    number: *mut u32,
) -> gd_status {
    make_two(hotline, now, before, |desk| {
        let against = code!(Against, "against", against)?;
        let since = desk.hotline.since(&asked(desk.reader(), &sized::read(question)?)?, against)?;
        let both = (gd_figures::new(desk, since.now)?, gd_figures::new(desk, since.before)?);
        let issue = since.published.map(|issue| (issue.published.year, issue.published.number));
        let (of, no) = issue.unwrap_or_default();
        sized::put(year, of);
        sized::put(number, no);
        Ok(both)
    })
}

/// When a limit that is given at a moment ends: `limit` days or minutes by the clock `limit_kind`, one
/// of GD_LIMIT_.
///
/// Errors: GD_E_INVALID_INPUT, also for a year without a notice; GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_end_of(
    hotline: *mut gd_hotline,
    limit_kind: i32,
    limit: u32,
    given: i64,
    end: *mut i64,
) -> gd_status {
    ask(hotline, |desk| {
        let limit = match limit_kind {
            GD_LIMIT_WORKING_DAYS => Limit::WorkingDays(limit),
            GD_LIMIT_WORKING_MINUTES => Limit::WorkingMinutes(limit),
            GD_LIMIT_CLOCK_MINUTES => Limit::ClockMinutes(limit),
            _ => return Err(unknown_code("limit_kind", 3)),
        };
        sized::put(end, desk.hotline.end_of(limit, moment("given", given)?)?.ms());
        Ok(())
    })
}

/// How rates are printed at a moment, one of GD_ROUNDING_.
///
/// Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_rounding(
    hotline: *mut gd_hotline,
    at: i64,
    rounding: *mut gd_rounding,
) -> gd_status {
    ask(hotline, |desk| {
        sized::put(rounding, desk.hotline.rounding(moment("at", at)?)?.code() as i32);
        Ok(())
    })
}

/// The carry-over account of a period, ticket by ticket. The columns of the rows: `part`
/// (`opening`, `taken_in`, `reopened`, `ended` or `carried_out`) and `id`. The first three have as
/// many tickets as the last two. Free *account with gd_rows_free.
///
/// Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_account(
    hotline: *mut gd_hotline,
    period: *const c_char,
    as_of: i64,
    account: *mut *mut gd_rows,
) -> gd_status {
    make(hotline, account, |desk| {
        let period = desk.reader().period("period", period)?;
        let account = desk.hotline.account(&period, moment("as_of", as_of)?)?;
        let parts = [
            ("opening", account.opening),
            ("taken_in", account.taken_in),
            ("reopened", account.reopened),
            ("ended", account.ended),
            ("carried_out", account.carried_out),
        ];
        let rows = parts.into_iter().flat_map(|(part, ids)| {
            ids.into_iter().map(move |id| vec![Datum::Text(part.to_owned()), Datum::Integer(id.0)])
        });
        table(&["part", "id"], rows.collect(), desk.encoding)
    })
}

/// Each seat (whoever took tickets in) of a period, by name. The columns of the rows: `by`, `accepted`, `inspected`
/// (of these, scored against a sheet of points), `inspection_points`, `inspection_most` (what the last inspections
/// gave, and could have given). Free *seats with gd_rows_free.
///
/// Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_seats(
    hotline: *mut gd_hotline,
    period: *const c_char,
    as_of: i64,
    seats: *mut *mut gd_rows,
) -> gd_status {
    make(hotline, seats, |desk| {
        let period = desk.reader().period("period", period)?;
        let found = desk.hotline.seats(&period, moment("as_of", as_of)?)?.into_iter();
        let columns = ["by", "accepted", "inspected", "inspection_points", "inspection_most"];
        let row = |seat: Seat| {
            let Seat { accepted, inspected, inspection_points, inspection_most, .. } = seat;
            let numbers = [accepted, inspected, inspection_points, inspection_most];
            let by = std::iter::once(Datum::Text(seat.by));
            by.chain(numbers.map(Datum::Integer)).collect()
        };
        table(&columns, found.map(row).collect(), desk.encoding)
    })
}

/// The limits that run at a moment and of which a share has passed, as the setting `warn_at` says; the first to end
/// comes first. The columns of the rows: `id`, `number`, `promise` (`sign_off`, `handle`, `report`, `rework` or
/// `total`), `unit` (who is to be warned; nothing for the citizen's own limit), `from`, `by`, `share` (the largest
/// that has passed, in per cent), `run_minutes`, `whole_minutes` (of its working time; a day of a day limit is worth
/// 1,440). Free *warnings with gd_rows_free.
///
/// Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_warnings(
    hotline: *mut gd_hotline,
    as_of: i64,
    warnings: *mut *mut gd_rows,
) -> gd_status {
    make(hotline, warnings, |desk| {
        let found = desk.hotline.warnings(moment("as_of", as_of)?)?.into_iter();
        table(WARNED, found.map(warned).collect(), desk.encoding)
    })
}

/// The columns of a warning.
const WARNED: &[&str] =
    &["id", "number", "promise", "unit", "from", "by", "share", "run_minutes", "whole_minutes"];

fn warned(each: LimitWarning) -> Vec<Datum> {
    vec![
        Datum::Integer(each.ticket.0),
        Datum::Text(each.number),
        Datum::Text(each.promise.to_owned()),
        each.unit.map_or(Datum::Null, Datum::Text),
        Datum::Integer(each.from.ms()),
        Datum::Integer(each.by.ms()),
        Datum::Integer(i64::from(each.share)),
        Datum::Integer(each.run_minutes),
        Datum::Integer(each.whole_minutes),
    ]
}
