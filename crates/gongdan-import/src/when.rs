//! Moments as sheets have them: date cells, serial numbers, digits, and what people write.

use calamine::{ExcelDateTime, ExcelDateTimeType};
use chrono::{NaiveTime, Timelike};
use gongdan::{Moment, parse_day};

use crate::book::rounded;
use crate::cell::SheetCell;
use crate::error::SheetProblem;

/// What a day without a time of day means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bare {
    /// Its beginning.
    Beginning,
    /// Its end.
    End,
}

/// The moment of a cell.
pub(crate) fn moment(cell: &SheetCell, bare: Bare) -> Result<Moment, SheetProblem> {
    match cell {
        SheetCell::When(when) if when.time() == NaiveTime::MIN => Ok(of_day(when.date(), bare)),
        SheetCell::When(when) => Ok(Moment::from_local(*when)),
        SheetCell::Number(number) => of_number(number, bare).ok_or_else(|| no_moment(number)),
        SheetCell::Text(text) => of_text(text, bare).ok_or_else(|| no_moment(text)),
        SheetCell::Flag(_) | SheetCell::Error(_) => Err(no_moment(&cell.shown())),
    }
}

fn no_moment(text: &str) -> SheetProblem {
    let short: String = text.chars().take(40).collect();
    SheetProblem::new(
        format!(
            "“{short}”不是时间(可写 2020-09-01 10:00、2020年9月1日、20200901100000,或日期单元格)"
        ),
        format!(
            "{short} is no moment (2020-09-01 10:00, 2020年9月1日, 20200901100000, or a date cell)"
        ),
    )
}

fn of_day(day: gongdan::Day, bare: Bare) -> Moment {
    match bare {
        Bare::Beginning => Moment::start_of(day),
        Bare::End => Moment::end_of(day),
    }
}

/// Eight, twelve or fourteen digits, or a serial number of a day in this century.
fn of_number(number: &str, bare: Bare) -> Option<Moment> {
    if number.bytes().all(|byte| byte.is_ascii_digit()) && number.len() >= 8 {
        return of_digits(number, bare);
    }
    let value: f64 = number.parse().ok()?;
    (36_526.0..73_051.0).contains(&value).then_some(())?;
    let serial = ExcelDateTime::new(value, ExcelDateTimeType::DateTime, false);
    moment(&SheetCell::When(rounded(serial.as_datetime()?)), bare).ok()
}

fn of_digits(digits: &str, bare: Bare) -> Option<Moment> {
    if digits.len() == 8 {
        return parse_day("at", digits).ok().map(|day| of_day(day, bare));
    }
    let seconds = match digits.len() {
        12 => "00",
        14 => &digits[12..],
        _ => return None,
    };
    let (day, hour, minute) = (&digits[..8], &digits[8..10], &digits[10..12]);
    let day = parse_day("at", day).ok()?;
    Moment::parse("at", &format!("{day} {hour}:{minute}:{seconds}")).ok()
}

fn of_text(text: &str, bare: Bare) -> Option<Moment> {
    if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && !text.contains("..") {
        let day = || parse_day("at", text).ok().map(|day| of_day(day, bare));
        return of_number(text, bare).or_else(day);
    }
    if let Ok(moment) = Moment::parse("at", text) {
        return Some(moment);
    }
    if let Ok(day) = parse_day("at", text) {
        return Some(of_day(day, bare));
    }
    of_half_day(text)
}

/// `2020/9/1 下午 3:05`.
fn of_half_day(text: &str) -> Option<Moment> {
    let halves =
        [("上午", false), ("下午", true), ("AM", false), ("PM", true), ("am", false), ("pm", true)];
    let (mark, after_noon) = halves.into_iter().find(|(mark, _)| text.contains(mark))?;
    let (before, after) = text.split_once(mark)?;
    let plain = format!("{} {}", before.trim(), after.trim());
    let local = Moment::parse("at", plain.trim()).ok()?.local();
    let hour = match (local.hour(), after_noon) {
        (12, false) => 0,
        (hour @ 1..=11, true) => hour + 12,
        (hour @ 0..=12, _) => hour,
        _ => return None,
    };
    local.with_hour(hour).map(Moment::from_local)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<String> {
        let cell = SheetCell::Text(text.to_owned());
        moment(&cell, Bare::End).ok().map(|moment| moment.to_string())
    }

    #[test]
    fn moments_as_people_write_them() {
        for (text, moment) in [
            ("2020-09-01 10:05", "2020-09-01 10:05:00"),
            ("2020/9/1 10:05:07", "2020-09-01 10:05:07"),
            ("2020年9月1日", "2020-09-01 23:59:59"),
            ("20200901", "2020-09-01 23:59:59"),
            ("202009011005", "2020-09-01 10:05:00"),
            ("20200901100507", "2020-09-01 10:05:07"),
            ("2020/9/1 下午 3:05", "2020-09-01 15:05:00"),
            ("2020-09-01 上午12:05", "2020-09-01 00:05:00"),
            ("2020-09-01 3:05 PM", "2020-09-01 15:05:00"),
            ("44075.5", "2020-09-01 12:00:00"),
        ] {
            assert_eq!(told(text).as_deref(), Some(moment), "{text}");
        }
    }

    #[test]
    fn what_is_no_moment_is_none() {
        let none =
            ["2020-02-30", "1598925600000", "-3", "44075.5.1", "昨天", "25:00", "2020-13-01", "7"];
        for text in none {
            assert_eq!(told(text), None, "{text}");
        }
        let number = SheetCell::Number("1598925600000".to_owned());
        assert!(moment(&number, Bare::End).is_err());
    }
}
