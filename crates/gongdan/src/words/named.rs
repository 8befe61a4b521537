//! Codes in SQL by name: `{event.closed}` stands for the code of the word `closed` of the list
//! `event`, and `{ticket.closed}` for the bit of the flag `closed` in the `flags` of a ticket's row. Texts are resolved while the library is compiled, so a statement costs nothing more
//! when it is asked, and a name that no list has does not compile.

use super::flags::bit_of;
use super::lists::LISTS;

/// The text of a statement with its codes: a literal, or a file named from the file that names it.
macro_rules! sql {
    (file $path:literal) => {
        $crate::words::named::sql!(include_str!($path))
    };
    ($text:expr) => {{
        const TEXT: &[u8] = $text.as_bytes();
        const LENGTH: usize = $crate::words::named::length(TEXT);
        const RESOLVED: [u8; LENGTH] = $crate::words::named::resolved(TEXT);
        const STATEMENT: &str = match std::str::from_utf8(&RESOLVED) {
            Ok(statement) => statement,
            Err(_) => panic!("a statement is text"),
        };
        STATEMENT
    }};
}
pub(crate) use sql;

/// How long a text is once its codes stand in it.
pub(crate) const fn length(text: &[u8]) -> usize {
    let (mut at, mut length) = (0, 0);
    while at < text.len() {
        if text[at] == b'{' {
            let name = Name::at(text, at);
            length += digits(name.code()).1;
            at = name.end;
        } else {
            length += 1;
            at += 1;
        }
    }
    length
}

/// A text with its codes.
pub(crate) const fn resolved<const LENGTH: usize>(text: &[u8]) -> [u8; LENGTH] {
    let mut made = [0; LENGTH];
    let (mut at, mut place) = (0, 0);
    while at < text.len() {
        if text[at] == b'{' {
            let name = Name::at(text, at);
            let (number, count) = digits(name.code());
            let mut digit = 0;
            while digit < count {
                made[place] = number[digit];
                place += 1;
                digit += 1;
            }
            at = name.end;
        } else {
            made[place] = text[at];
            place += 1;
            at += 1;
        }
    }
    made
}

/// A name inside braces: where its list begins, where the point is, where the word ends.
struct Name<'a> {
    text: &'a [u8],
    list: usize,
    point: usize,
    /// Behind the closing brace.
    end: usize,
}

impl<'a> Name<'a> {
    /// The name whose brace stands at a place.
    const fn at(text: &'a [u8], brace: usize) -> Self {
        let (mut end, mut point) = (brace + 1, 0);
        while text[end] != b'}' {
            point = if text[end] == b'.' { end } else { point };
            end += 1;
        }
        assert!(point > 0, "a code is named {{list.word}}");
        Self { text, list: brace + 1, point, end: end + 1 }
    }

    #[expect(clippy::panic, reason = "it ends the compilation, and no program")]
    const fn code(&self) -> i64 {
        let mut list = 0;
        while list < LISTS.len() {
            if self.is(self.list, self.point, LISTS[list].1.name) {
                let words = LISTS[list].1.words;
                let mut word = 0;
                while word < words.len() {
                    if self.is(self.point + 1, self.end - 1, words[word].word) {
                        return words[word].code;
                    }
                    word += 1;
                }
            }
            list += 1;
        }
        match self.flag() {
            Some(bit) => 1 << bit,
            None => panic!("a statement names what no list and no table's flags have"),
        }
    }

    /// Which bit of the rows of a table is called so.
    const fn flag(&self) -> Option<u32> {
        let (before, word) = self.text.split_at(self.point);
        bit_of(
            before.split_at(self.list).1,
            word.split_at(self.end - 1 - self.point).0.split_at(1).1,
        )
    }

    /// Whether a stretch of the text is this word.
    const fn is(&self, from: usize, to: usize, word: &str) -> bool {
        let word = word.as_bytes();
        if to - from != word.len() {
            return false;
        }
        let mut at = 0;
        while at < word.len() {
            if self.text[from + at] != word[at] {
                return false;
            }
            at += 1;
        }
        true
    }
}

/// The digits of a code, and how many there are.
const fn digits(code: i64) -> ([u8; 19], usize) {
    assert!(code >= 0, "no code is negative");
    let (mut rest, mut count) = (code, 1);
    while rest >= 10 {
        rest /= 10;
        count += 1;
    }
    let (mut made, mut at, mut rest) = ([0; 19], count, code);
    while at > 0 {
        at -= 1;
        made[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    (made, count)
}

#[cfg(test)]
mod tests {
    #[test]
    fn codes_stand_where_their_names_stood() {
        assert_eq!(sql!("kind IN ({event.taken_in}, {event.erased})"), "kind IN (1, 39)");
        assert_eq!(sql!("stage = {stage.closed}"), "stage = 7");
        assert_eq!(sql!("flags & {ticket.open} > 0"), "flags & 2 > 0");
        assert_eq!(sql!("flags & {assignment.designated} = 0"), "flags & 2199023255552 = 0");
        assert_eq!(sql!("没有代码"), "没有代码");
    }
}
