//! What an expression is made of.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Name,
    Number,
    /// In quotation marks.
    Text,
    /// An operator, a bracket, anything else.
    Mark,
}

/// A part of an expression, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    pub(super) sort: Sort,
    pub(super) text: &'a str,
    pub(super) at: usize,
}

impl Token<'_> {
    /// As the engine reads it.
    pub(super) fn written(&self) -> String {
        match self.sort {
            Sort::Name => mangled(self.text),
            _ => self.text.to_owned(),
        }
    }
}

const LONG: [&str; 6] = ["==", "!=", "<=", ">=", "//", "**"];

/// The tokens of an expression, blanks left out.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let (mut tokens, mut at) = (Vec::new(), 0);
    while let Some(first) = text[at..].chars().next() {
        let (sort, length) = token(&text[at..], first);
        if let Some(sort) = sort {
            tokens.push(Token { sort, text: &text[at..at + length], at });
        }
        at += length;
    }
    tokens
}

fn token(text: &str, first: char) -> (Option<Sort>, usize) {
    let until = |end: fn(char) -> bool| text.find(|c| !end(c)).unwrap_or(text.len());
    match first {
        '"' | '\'' => (Some(Sort::Text), quoted(text, first)),
        digit if digit.is_ascii_digit() => {
            (Some(Sort::Number), until(|c| c.is_ascii_digit() || c == '.'))
        }
        letter if letter.is_alphabetic() || letter == '_' => {
            (Some(Sort::Name), until(|c| c.is_alphanumeric() || c == '_'))
        }
        blank if blank.is_whitespace() => (None, blank.len_utf8()),
        other => {
            let long = LONG.iter().any(|long| text.starts_with(long));
            (Some(Sort::Mark), if long { 2 } else { other.len_utf8() })
        }
    }
}

/// How long a text in quotation marks is; a mark after `\` does not end it.
fn quoted(text: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            letter if letter == mark => return at + letter.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

/// Before and after the number of a letter that the engine cannot read in a name.
const BEFORE: &str = "_u";
const AFTER: char = '_';

/// A name in letters that the engine can read.
pub(super) fn mangled(name: &str) -> String {
    let mut made = String::with_capacity(name.len());
    for letter in name.chars() {
        match letter.is_ascii() {
            true => made.push(letter),
            false => made.push_str(&format!("{BEFORE}{:x}{AFTER}", u32::from(letter))),
        }
    }
    made
}

/// The name that was meant; also inside a message.
pub(super) fn demangled(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(begin) = rest.find(BEFORE) {
        let code = &rest[begin + BEFORE.len()..];
        let end = code.find(AFTER).filter(|end| (4..=6).contains(end));
        let letter = end.and_then(|end| u32::from_str_radix(&code[..end], 16).ok());
        match end.zip(letter.and_then(char::from_u32)).filter(|(_, letter)| !letter.is_ascii()) {
            Some((end, letter)) => {
                made.push_str(&rest[..begin]);
                made.push(letter);
                rest = &code[end + AFTER.len_utf8()..];
            }
            None => {
                made.push_str(&rest[..begin + BEFORE.len()]);
                rest = code;
            }
        }
    }
    made + rest
}
