//! Numbers of persons inside texts that people typed: found in whatever digits, and hidden.

use std::borrow::Cow;
use std::ops::Range;

use crate::day::Day;

/// Rows of digits in Unicode: the first character, the value it has, and how many follow one
/// another. Every character whose compatibility form (UAX #15, NFKC) is one decimal digit, with or
/// without brackets or a point, and those that mean the same to a reader.
const ROWS: &[(char, u8, u32)] = &[
    ('0', 0, 10),
    ('０', 0, 10),
    ('\u{b2}', 2, 2),
    ('\u{b9}', 1, 1),
    ('\u{660}', 0, 10),
    ('\u{6f0}', 0, 10),
    ('\u{966}', 0, 10),
    ('\u{2070}', 0, 1),
    ('\u{2074}', 4, 6),
    ('\u{2080}', 0, 10),
    ('\u{2460}', 1, 9),
    ('\u{2474}', 1, 9),
    ('\u{2488}', 1, 9),
    ('\u{24ea}', 0, 1),
    ('\u{24f5}', 1, 9),
    ('\u{24ff}', 0, 1),
    ('\u{2776}', 1, 9),
    ('\u{2780}', 1, 9),
    ('\u{278a}', 1, 9),
    ('\u{3021}', 1, 9),
    ('\u{3220}', 1, 9),
    ('\u{3280}', 1, 9),
    ('\u{1d7ce}', 0, 10),
    ('\u{1d7d8}', 0, 10),
    ('\u{1d7e2}', 0, 10),
    ('\u{1d7ec}', 0, 10),
    ('\u{1d7f6}', 0, 10),
    ('\u{1f100}', 0, 1),
    ('\u{1f101}', 0, 10),
    ('\u{1fbf0}', 0, 10),
];

/// Digits as they are spoken and written out.
fn spoken(c: char) -> Option<u8> {
    let value = match c {
        '〇' | '零' | '○' => 0,
        '一' | '壹' | '幺' => 1,
        '二' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    };
    Some(value)
}

/// The value of a digit: plain, full-width, of another script, raised, in a circle, or spoken.
pub fn digit_of(c: char) -> Option<u8> {
    if c.is_ascii() {
        return c.to_digit(10).and_then(|digit| u8::try_from(digit).ok());
    }
    if ('\u{4e00}'..='\u{9fff}').contains(&c) {
        return spoken(c); // most of what is typed: no row begins here
    }
    let in_row = |(first, value, many): &(char, u8, u32)| {
        let place = u32::from(c).checked_sub(u32::from(*first)).filter(|place| place < many)?;
        u8::try_from(place).ok().map(|place| value + place)
    };
    spoken(c).or_else(|| ROWS.iter().find_map(in_row))
}

/// Characters that nobody sees: what stands on either side of them stands together.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0100}'..='\u{e01ef}')
}

/// Characters by which a number is written in groups.
fn is_between_groups(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '-' | '.'
                | '('
                | ')'
                | '+'
                | '_'
                | '/'
                | '（'
                | '）'
                | '－'
                | '．'
                | '＋'
                | '＿'
                | '／'
                | '·'
                | '・'
                | '•'
                | '‐'..='―' | '−' | '﹣' | '～' | '~'
        )
}

/// The most separators between two groups of one number.
const FAR: usize = 3;
/// From so many digits in a row on, a number may be a telephone number.
const LONG: usize = 7;

/// Digits that stand together: their places in the text, and their values.
#[derive(Default)]
struct Group {
    digits: Vec<(Range<usize>, u8)>,
    /// How many separators stand before it; nothing when something else does.
    after: Option<usize>,
    /// Whether an X follows, the last place of some identity numbers.
    ends_in_x: bool,
}

/// The text with a `*` for every digit of what may be a telephone, identity or card number,
/// whatever digits it is written in, with invisible characters or in groups. Days (20200901,
/// 2020-09-01) and ticket numbers (20200901-0001) stay. A name cannot be told from other words, and
/// stays.
///
/// ```
/// use gongdan_domain::without_numbers;
///
/// assert_eq!(without_numbers("请回电１３８-0734 0417"), "请回电***-**** ****");
/// assert_eq!(without_numbers("工单20200901-0001,2020年9月1日"), "工单20200901-0001,2020年9月1日");
/// ```
pub fn without_numbers(text: &str) -> Cow<'_, str> {
    if text.chars().filter(|c| digit_of(*c).is_some()).take(LONG).count() < LONG {
        return Cow::Borrowed(text);
    }
    let groups = groups(text);
    let mut hidden = vec![false; groups.len()];
    for first in 0..groups.len() {
        hidden[first] |= groups[first].is_long();
        for last in first..groups.len().min(first + 19) {
            if last > first && groups[last].after.is_none() {
                break;
            }
            if is_number_in_groups(&groups[first..=last]) {
                hidden[first..=last].fill(true);
            }
        }
    }
    let places = groups.iter().zip(&hidden).filter(|(_, hidden)| **hidden);
    let digits = places.flat_map(|(group, _)| group.digits.iter().map(|(place, _)| place.clone()));
    starred(text, digits)
}

fn starred(text: &str, digits: impl Iterator<Item = Range<usize>>) -> Cow<'_, str> {
    let (mut shown, mut from) = (String::new(), 0);
    for place in digits {
        shown.push_str(&text[from..place.start]);
        shown.push('*');
        from = place.end;
    }
    match from {
        0 => Cow::Borrowed(text),
        _ => Cow::Owned(shown + &text[from..]),
    }
}

/// The digits of a text in groups.
fn groups(text: &str) -> Vec<Group> {
    let (mut groups, mut group, mut after) = (Vec::new(), Group::default(), None);
    for (at, c) in text.char_indices() {
        let place = at..at + c.len_utf8();
        if let Some(value) = digit_of(c) {
            group.digits.push((place, value));
            continue;
        }
        if is_invisible(c) {
            continue;
        }
        if !group.digits.is_empty() {
            group.ends_in_x = matches!(c, 'x' | 'X' | 'ｘ' | 'Ｘ');
            group.after = after;
            groups.push(std::mem::take(&mut group));
            after = Some(0);
        }
        after = after.filter(|many| is_between_groups(c) && *many < FAR).map(|many| many + 1);
    }
    group.after = after;
    groups.extend((!group.digits.is_empty()).then_some(group));
    groups
}

impl Group {
    fn value(&self) -> u64 {
        self.digits.iter().fold(0, |sum: u64, (_, digit)| {
            sum.saturating_mul(10).saturating_add(u64::from(*digit))
        })
    }

    /// A day written without separators: 20200901.
    fn is_day(&self) -> bool {
        let value = self.value();
        let part = |part: u64| u32::try_from(part % 100).unwrap_or_default();
        let year = i32::try_from(value / 10_000).unwrap_or_default();
        self.digits.len() == 8
            && (1_900..2_100).contains(&year)
            && Day::from_ymd_opt(year, part(value / 100), part(value)).is_some()
    }

    fn is_long(&self) -> bool {
        self.digits.len() >= LONG && !self.is_day()
    }

    /// An area code: 010, 02x, 0734.
    fn is_area_code(&self) -> bool {
        matches!((self.digits.len(), self.value()), (3, 10 | 20..=29) | (4, 300..=999))
            && self.digits[0].1 == 0
    }
}

/// Whether groups that follow one another are one number: a mobile telephone's eleven digits, an
/// area code and seven or eight digits, or sixteen to nineteen digits of an identity or a card.
fn is_number_in_groups(groups: &[Group]) -> bool {
    let Some(first) = groups.first() else { return false };
    let digits: Vec<u8> = groups.iter().flat_map(|g| g.digits.iter().map(|d| d.1)).collect();
    let x = usize::from(groups.last().is_some_and(|last| last.ends_in_x));
    let mobile = |digits: &[u8]| matches!(digits, [1, 3..=9, ..] if digits.len() == 11);
    let abroad = |digits: &[u8]| {
        [&[8, 6][..], &[0, 0, 8, 6]]
            .iter()
            .any(|code| digits.strip_prefix(*code).is_some_and(mobile))
    };
    let after_area = digits.len() - first.digits.len();
    let landline = first.is_area_code()
        && matches!(after_area, 7 | 8)
        && !groups[1..].iter().any(Group::is_day);
    let card = groups.len() <= 5
        && matches!(digits.len() + x, 16..=19)
        && digits.first() != Some(&0)
        && !first.is_day();
    mobile(&digits) || abroad(&digits) || landline || card
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_digit_of_the_rows_has_its_value() {
        for (c, value) in [('０', 0), ('９', 9), ('³', 3), ('⁴', 4), ('⓪', 0), ('⑨', 9), ('𝟗', 9)]
        {
            assert_eq!(digit_of(c), Some(value), "{c}");
        }
        for (c, value) in [('𝟘', 0), ('〇', 0), ('幺', 1), ('陆', 6), ('九', 9), ('٣', 3)] {
            assert_eq!(digit_of(c), Some(value), "{c}");
        }
        assert!(['十', 'a', '百', '½', ' ', '-'].iter().all(|c| digit_of(*c).is_none()));
    }

    #[test]
    fn numbers_of_persons_are_hidden() {
        for text in [
            "13807340417",
            "联系电话:138 0734 0417。",
            "+86-138-0734-0417",
            "1-3-8-0-7-3-4-0-4-1-7",
            "1\u{200b}3\u{feff}8\u{2060}07340417",
            "一三八零七三四零四一七",
            "幺三八〇七三四〇四幺七",
            "1️⃣3️⃣8️⃣0️⃣7️⃣3️⃣4️⃣0️⃣4️⃣1️⃣7️⃣",
            "0734-5222712",
            "（010）6655 4433",
            "5222712",
            "430424198001011234",
            "430424 19800101 123X",
            "6222 0212 3456 7890 123",
        ] {
            let shown = without_numbers(text);
            assert!(shown.chars().all(|c| digit_of(c).is_none()), "{text}: {shown}");
        }
    }

    #[test]
    fn days_and_counts_and_ticket_numbers_stay() {
        for text in [
            "20200901-0001",
            "20200913-0001 20200914-0002 20200915-0345",
            "2020-09-01 09:12至2020-09-05 17:30",
            "2020-09-01 2020-09-02",
            "2020.9.1 - 2020.12.31",
            "12345热线,12319,110",
            "3栋2单元501室,共13户,补偿120000元",
            "20200901",
            "二〇二〇年九月一日",
            "",
        ] {
            assert_eq!(without_numbers(text), text);
        }
    }
}
