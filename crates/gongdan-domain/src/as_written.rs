//! Days, times and numbers as people write them: `2020/9/1 8:30`, `2020年9月1日`, full-width digits.

use std::borrow::Cow;

use chrono::{NaiveDateTime, NaiveTime};

use crate::day::Day;

/// How far the full-width forms (`０` to `～`) stand from the plain ones.
const FULL_WIDTH: u32 = 0xFEE0;

/// The text without blanks around it, its full-width letters, digits and signs made plain.
pub(crate) fn plainly(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    match text.is_ascii() {
        true => Cow::Borrowed(text),
        false => Cow::Owned(text.chars().map(narrow).collect()),
    }
}

/// Whether two texts are the same but for blanks around them and the width of their signs.
pub fn same_text(one: &str, other: &str) -> bool {
    plainly(one) == plainly(other)
}

fn narrow(sign: char) -> char {
    match sign {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(sign as u32 - FULL_WIDTH).unwrap_or(sign),
        _ => sign,
    }
}

/// A day: `2020-09-01`, `2020-9-1`, `2020/9/1`, `2020.9.1`, `2020年9月1日`, `20200901`.
pub(crate) fn day(text: &str) -> Option<Day> {
    let text = plainly(text);
    let compact = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    if compact {
        return of_numbers(&text[..4], &text[4..6], &text[6..]);
    }
    if let Some((year, rest)) = text.split_once('年') {
        let (month, day) = rest.split_once('月')?;
        let day = day.trim().strip_suffix(['日', '号']).unwrap_or(day);
        return of_numbers(year, month, day);
    }
    let between = ['-', '/', '.'].into_iter().find(|sign| text.contains(*sign))?;
    let parts: Vec<&str> = text.split(between).collect();
    let [year, month, day] = parts[..] else { return None };
    of_numbers(year, month, day)
}

/// A year has four digits, so that no text is read in two ways.
fn of_numbers(year: &str, month: &str, day: &str) -> Option<Day> {
    let year = Some(year.trim()).filter(|year| year.len() == 4)?;
    Day::from_ymd_opt(digits(year)?.try_into().ok()?, two_digits(month)?, two_digits(day)?)
}

fn two_digits(text: &str) -> Option<u32> {
    digits(Some(text.trim()).filter(|text| text.len() <= 2)?)
}

fn digits(text: &str) -> Option<u32> {
    let only = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    only.then(|| text.parse().ok()).flatten()
}

/// A day and a time of it: `2020/9/1 8:30`, `2020-09-01T08:30:00.250`, `2020年9月1日 8时30分`.
pub(crate) fn day_and_time(text: &str) -> Option<NaiveDateTime> {
    let text = plainly(text);
    let (date, rest) = match text.find(['日', '号']) {
        Some(end) => text.split_at(end + '日'.len_utf8()),
        None => text.split_once([' ', 'T'])?,
    };
    Some(day(date)?.and_time(time(rest.trim())?))
}

fn time(text: &str) -> Option<NaiveTime> {
    let colons = text.replace(['时', '点'], ":").replace('分', ":").replace('秒', "");
    let (clock, ms) = match colons.split_once('.') {
        Some((clock, ms)) if ms.len() == 3 => (clock, digits(ms)?),
        Some(_) => return None,
        None => (colons.as_str(), 0),
    };
    let parts: Vec<&str> = clock.trim_end_matches(':').split(':').collect();
    let (hour, minute, second) = match parts[..] {
        [hour, minute, second] => (two_digits(hour)?, two_digits(minute)?, two_digits(second)?),
        [hour, minute] => (two_digits(hour)?, two_digits(minute)?, 0),
        [hour] if text.contains(['时', '点']) => (two_digits(hour)?, 0, 0),
        _ => return None,
    };
    NaiveTime::from_hms_milli_opt(hour, minute, second, ms)
}

/// A period in the form that [`Period::parse`](crate::Period::parse) takes apart: `2020年9月` is
/// `2020-9`, `2020年第三季度` and `2020Q3` are `2020-Q3`, `2020年第36周` is `2020-W36`, `至` and `~` join as `..`
/// does. A day that a machine wrote as its first moment is that day.
pub(crate) fn period(text: &str) -> String {
    let mut text = plainly(text).replace(['至', '~'], "..");
    for (quarter, sign) in ["一", "二", "三", "四"].into_iter().zip('1'..) {
        text = text.replace(&format!("{quarter}季"), &format!("{sign}季"));
    }
    let parts = text.split("..").map(|part| part.trim().trim_end_matches('度'));
    parts.map(one_period).collect::<Vec<_>>().join("..")
}

/// The first moment of a day, as machines write it.
const MIDNIGHTS: &[&str] = &["T00:00:00.000", "T00:00:00.000+08:00"];

fn one_period(text: &str) -> String {
    let text = MIDNIGHTS.iter().find_map(|midnight| text.strip_suffix(midnight)).unwrap_or(text);
    let quarter = text.strip_suffix('季').map(|text| numbered(text, 'Q'));
    let week = || text.strip_suffix('周').map(|text| numbered(text, 'W'));
    let text = quarter.or_else(week).unwrap_or_else(|| text.replace('年', "-"));
    let months = text.trim_end_matches(['日', '号']).replace(['月', '/'], "-");
    apart(months.trim_end_matches('-'))
}

/// `2020年第3` is `2020-Q3`, whether or not 第 is said: never its third month.
fn numbered(text: &str, letter: char) -> String {
    let (year, number) = text.split_once(['年', '第']).unwrap_or((text, ""));
    format!("{}-{letter}{}", year.trim(), number.trim().trim_start_matches('第').trim())
}

/// `2020Q3` is `2020-Q3`.
fn apart(text: &str) -> String {
    let of_year = |year: &str| year.bytes().all(|digit| digit.is_ascii_digit());
    match text.split_at_checked(4) {
        Some((year, part))
            if of_year(year) && part.starts_with(|c: char| c.is_ascii_alphabetic()) =>
        {
            format!("{year}-{part}")
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{day, day_and_time, period, plainly};

    #[test]
    fn a_period_is_read_as_people_write_it() {
        for (text, expected) in [
            ("2020年9月", "2020-9"),
            ("2020/9", "2020-9"),
            ("２０２０年", "2020"),
            ("2020年度", "2020"),
            ("2020年第三季度", "2020-Q3"),
            ("2020年第3季度", "2020-Q3"),
            ("2020年三季度", "2020-Q3"),
            ("2020年3季度", "2020-Q3"),
            ("2020第四季", "2020-Q4"),
            ("2020Q3", "2020-Q3"),
            ("２０２０ｑ１至2020Q2", "2020-q1..2020-Q2"),
            ("2020年9周", "2020-W9"),
            ("2020W36", "2020-W36"),
            ("2020年第36周", "2020-W36"),
            ("2020-09-01T00:00:00.000", "2020-09-01"),
            ("2020年7月至2020年8月", "2020-7..2020-8"),
            ("2020-07 ~ 2020-08", "2020-07..2020-08"),
            ("2020年9月1日", "2020-9-1"),
            ("2020-09", "2020-09"),
        ] {
            assert_eq!(period(text), expected, "{text}");
        }
    }

    #[test]
    fn a_day_is_read_as_people_write_it() {
        let expected = "2020-09-01";
        for text in [
            "2020-09-01",
            "2020-9-1",
            "2020/9/1",
            "2020/09/01",
            "2020.9.1",
            "20200901",
            "2020年9月1日",
            "2020年09月01日",
            "2020 年 9 月 1 日",
            "２０２０年９月１日",
            "２０２０-０９-０１",
            "2020／9／1",
            " 2020-09-01 ",
            "2020年9月1号",
        ] {
            assert_eq!(day(text).map(|day| day.to_string()).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_could_be_read_in_two_ways_is_no_day() {
        for text in [
            "",
            "9/1/2020",
            "1.9.2020",
            "20-09-01",
            "2020-13-01",
            "2020-02-30",
            "2020-9",
            "2020901",
            "2020-09/01",
            "2020-09-01-01",
            "+2020-9-1",
            "2020-+9-1",
            "2020年9月",
            "二〇二〇年九月一日",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn a_time_is_read_as_people_write_it() {
        let read = |text| day_and_time(text).map(|moment| moment.to_string());
        for text in [
            "2020-09-01 08:30",
            "2020/9/1 8:30",
            "2020年9月1日 8:30",
            "2020年9月1日8时30分",
            "2020年9月1日 8点30分",
            "２０２０／９／１　８：３０",
            "2020-09-01T08:30:00",
            "2020-09-01 8:30:00.000",
            "20200901 08:30",
        ] {
            assert_eq!(read(text).as_deref(), Some("2020-09-01 08:30:00"), "{text}");
        }
        assert_eq!(read("2020年9月1日8时").as_deref(), Some("2020-09-01 08:00:00"));
        assert_eq!(read("2020-09-01 23:59:59.999").as_deref(), Some("2020-09-01 23:59:59.999"));
        for text in ["2020-09-01 24:00", "2020-09-01 8", "2020-09-01 8:3x", "2020-09-01", "8:30"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn full_width_signs_are_made_plain_and_nothing_else() {
        assert_eq!(plainly("ＨＤ２０２０－１（张三）路灯"), "HD2020-1(张三)路灯");
        assert_eq!(plainly(" ２０２０／９／１　８：３０ "), "2020/9/1 8:30");
    }
}
