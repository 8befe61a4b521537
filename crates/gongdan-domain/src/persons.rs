//! Names of persons: how a caller's name is shown, and how it is hidden in what was typed.

use std::borrow::Cow;

use crate::masking::without_numbers;

/// Family names of two characters.
const COMPOUND: [&str; 12] = [
    "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯",
];
/// How people are addressed.
const TITLES: [&str; 6] = ["先生", "女士", "小姐", "同志", "老师", "师傅"];

/// The family name with the form of address that was told, or with 某; whatever does not begin
/// with a Chinese character is 某 alone.
///
/// ```
/// use gongdan_domain::masked_name;
/// assert_eq!((masked_name("陶渊明"), masked_name("欧阳女士")), ("陶某".into(), "欧阳女士".into()));
/// ```
pub fn masked_name(name: &str) -> String {
    let name = name.trim();
    let compound = COMPOUND.iter().find(|family| name.starts_with(**family));
    let first = name.chars().next().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c));
    let family = compound.map(|family| (*family).to_owned()).or(first.map(String::from));
    let rest = family.as_deref().and_then(|family| name.strip_prefix(family)).unwrap_or_default();
    let title = TITLES.into_iter().find(|title| rest.ends_with(title)).unwrap_or("某");
    format!("{}{title}", family.unwrap_or_default())
}

/// A text as whoever may not see the caller reads it: the caller's recorded name masked wherever it
/// stands, and without the numbers of persons.
///
/// ```
/// use gongdan_domain::without_person;
/// let said = without_person("陶 渊明来电,电话13807340417", Some("陶渊明先生"));
/// assert_eq!(said, "陶某来电,电话***********");
/// ```
pub fn without_person<'a>(text: &'a str, name: Option<&str>) -> Cow<'a, str> {
    let Some(name) = name else { return without_numbers(text) };
    match without_name(text, name) {
        Cow::Borrowed(text) => without_numbers(text),
        Cow::Owned(text) => Cow::Owned(without_numbers(&text).into_owned()),
    }
}

/// The text with a person's name masked; the name may be written with blanks in it, with or without
/// its form of address, in letters large or small, half or full in width.
fn without_name<'a>(text: &'a str, name: &str) -> Cow<'a, str> {
    let letters = folded(name);
    let title = TITLES.into_iter().find(|title| name.trim().ends_with(title)).unwrap_or_default();
    let bare = &letters[..letters.len().saturating_sub(title.chars().count())];
    // A family name alone is no name: what it would hide are other words.
    match bare.len() > family_length(name) {
        true => hidden(text, bare, &masked_name(&bare.iter().collect::<String>())),
        false => Cow::Borrowed(text),
    }
}

fn family_length(name: &str) -> usize {
    match COMPOUND.iter().any(|family| name.trim().starts_with(family)) {
        true => 2,
        false => 1,
    }
}

/// The characters of a name that count.
fn folded(name: &str) -> Vec<char> {
    name.chars().filter(|c| !is_nothing(*c)).map(fold).collect()
}

/// One form for letters of any size and width.
fn fold(c: char) -> char {
    let narrow = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    };
    narrow.to_lowercase().next().unwrap_or(narrow)
}

/// What may stand inside a name and says nothing.
fn is_nothing(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '·' | '・' | '•'
        )
}

fn hidden<'a>(text: &'a str, letters: &[char], mask: &str) -> Cow<'a, str> {
    let (mut shown, mut from) = (String::new(), 0);
    let mut rest = text.char_indices();
    while let Some((at, c)) = rest.next() {
        let Some(end) = (!is_nothing(c)).then(|| end_of(&text[at..], letters)).flatten() else {
            continue;
        };
        shown.push_str(&text[from..at]);
        shown.push_str(mask);
        from = at + end;
        while rest.clone().next().is_some_and(|(next, _)| next < from) {
            rest.next();
        }
    }
    match from {
        0 => Cow::Borrowed(text),
        _ => Cow::Owned(shown + &text[from..]),
    }
}

/// Where a text that begins with these letters goes on after them.
fn end_of(text: &str, letters: &[char]) -> Option<usize> {
    let mut letters = letters.iter();
    let mut wanted = letters.next()?;
    for (at, c) in text.char_indices().filter(|(_, c)| !is_nothing(*c)) {
        if fold(c) != *wanted {
            return None;
        }
        match letters.next() {
            Some(next) => wanted = next,
            None => return Some(at + c.len_utf8()),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_masked_name_keeps_the_family_name_and_the_address() {
        for (name, masked) in [
            ("陶女士", "陶女士"),
            ("陶渊明", "陶某"),
            ("陶渊明先生", "陶先生"),
            ("欧阳修", "欧阳某"),
            ("欧阳女士", "欧阳女士"),
            (" 王 五 ", "王某"),
            ("Tom Smith", "某"),
            ("13812345678", "某"),
            ("", "某"),
        ] {
            assert_eq!(masked_name(name), masked, "{name}");
        }
    }

    #[test]
    fn a_name_is_hidden_however_it_is_written_and_nothing_else_is() {
        for (name, text, shown) in [
            ("陶渊明", "陶渊明和陶渊明的邻居", "陶某和陶某的邻居"),
            ("陶渊明", "陶 渊\u{200b}明", "陶某"),
            ("陶渊明女士", "陶渊明来电", "陶某来电"),
            ("陶渊明女士", "陶渊明女士来电", "陶某女士来电"),
            ("欧阳修", "欧阳修路灯", "欧阳某路灯"),
            ("Tom Smith", "call ＴＯＭ smith, Tom", "call 某, Tom"),
            ("买买提·艾力", "买买提艾力", "买某"),
            ("明明", "明明明", "明某明"),
            ("陶女士", "陶女士住陶家村", "陶女士住陶家村"),
            ("欧阳先生", "欧阳海大道", "欧阳海大道"),
            ("陶", "陶家村", "陶家村"),
            (" ", "陶 家村", "陶 家村"),
            ("", "", ""),
        ] {
            assert_eq!(without_person(text, Some(name)), shown, "{name}");
        }
    }
}
