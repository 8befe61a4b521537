//! Lines: where Chinese text may be broken, and how wide words are.

use crate::font::{Fonts, Role};

/// Never at the beginning of a line.
const CLOSING: &str =
    "\u{ff0c}\u{ff1b}\u{ff1a}\u{ff1f}\u{ff01}\u{ff09},。、;:!?)》〉」』】〕”’%‰℃…—·~,.;:!?)]}%";
/// Never at the end of a line.
const OPENING: &str = "\u{ff08}(《〈「『【〔“‘([{¥$№";

/// A line of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Broken {
    pub(super) text: String,
    pub(super) width: i64,
    /// Left of the first line.
    pub(super) indent: i64,
    /// Whether it is the last line.
    pub(super) last: bool,
}

/// How wide words are.
pub(super) fn width(fonts: &Fonts, (role, size): (Role, i64), words: &str) -> i64 {
    words.chars().map(|letter| fonts.glyph(role, letter).1.width * size / 1_000).sum()
}

/// The lines of a text in so much room, of which the first line has less.
pub(super) fn broken(
    fonts: &Fonts,
    letter: (Role, i64),
    (room, indent): (i64, i64),
    text: &str,
) -> Vec<Broken> {
    let text = crate::plain::plain(text);
    let mut lines: Vec<Broken> = Vec::new();
    let mut line: Vec<(String, i64)> = Vec::new();
    for word in words(text.trim()) {
        for part in parts(fonts, letter, room - indent, word) {
            let taken: i64 = line.iter().map(|(_, width)| width).sum();
            let indent = if lines.is_empty() { indent } else { 0 };
            if !line.is_empty() && taken + part.1 > room - indent {
                let rest = carried(&mut line, &part.0);
                lines.push(joined(&line, indent, false));
                line = rest;
            }
            line.push(part);
        }
    }
    let indent = if lines.is_empty() { indent } else { 0 };
    lines.push(joined(&line, indent, true));
    lines
}

/// Words: a Chinese letter each, and runs of Latin letters and digits.
fn words(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = Vec::new();
    let mut begin = 0;
    let mut before: Option<char> = None;
    for (at, letter) in text.char_indices() {
        let joins = before.is_some_and(|before| run(before) && (run(letter) || letter == '%'));
        if at > 0 && !joins {
            words.push(&text[begin..at]);
            begin = at;
        }
        before = Some(letter);
    }
    words.push(&text[begin..]);
    words
}

fn run(letter: char) -> bool {
    letter.is_ascii_graphic() && !"()[]{},;%".contains(letter)
}

/// A word with its width; one that is wider than a line in pieces.
fn parts(fonts: &Fonts, letter: (Role, i64), room: i64, word: &str) -> Vec<(String, i64)> {
    let wide = width(fonts, letter, word);
    if wide <= room {
        return vec![(word.to_owned(), wide)];
    }
    let letters = word.chars().map(String::from);
    letters.map(|each| (each.clone(), width(fonts, letter, &each))).collect()
}

/// What goes to the next line with a word that begins it: what must not end this line, and what
/// must not be parted from the word. A line keeps its first word.
fn carried(line: &mut Vec<(String, i64)>, next: &str) -> Vec<(String, i64)> {
    let mut from = line.len();
    let mut begins = next.to_owned();
    while from > 1 && (stands(CLOSING, &begins) || stands(OPENING, &line[from - 1].0)) {
        from -= 1;
        begins.clone_from(&line[from].0);
    }
    line.split_off(from)
}

fn stands(among: &str, word: &str) -> bool {
    word.chars().next().is_some_and(|letter| among.contains(letter)) && word.chars().count() == 1
}

fn joined(line: &[(String, i64)], indent: i64, last: bool) -> Broken {
    let text: String = line.iter().map(|(text, _)| text.as_str()).collect();
    Broken { text, width: line.iter().map(|(_, width)| width).sum(), indent, last }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_letters_or_runs() {
        assert_eq!(words("共98.41%,(a1)"), ["共", "98.41%", ",", "(", "a1", ")"]);
        assert_eq!(words(""), [""]);
    }

    #[test]
    fn no_line_begins_with_a_closing_or_ends_with_an_opening_mark() {
        let line =
            |words: &[&str]| words.iter().map(|word| ((*word).to_owned(), 1)).collect::<Vec<_>>();
        let mut one = line(&["办", "结"]);
        assert_eq!(carried(&mut one, "。"), line(&["结"]));
        let mut two = line(&["见", "《"]);
        assert_eq!(carried(&mut two, "通"), line(&["《"]));
        let mut three = line(&["。"]);
        assert!(carried(&mut three, "。").is_empty(), "a line keeps its first word");
    }
}
