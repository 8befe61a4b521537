//! What is reckoned or compared in a template: each operand goes through the filter `amount`, which makes
//! the number of a figure and leaves everything else as it is.

use std::ops::Range;

/// Statement or expression, without its closing mark, in which every name beside an operator, and
/// whatever ends with a bracket there, is taken for the number it is.
pub(super) fn amounts(text: &str) -> String {
    let tokens = tokens(text);
    let operates = |at: Option<usize>| at.is_some_and(|at| tokens[at].0 == Sort::Operator);
    let mut opened: Vec<bool> = Vec::new();
    let mut made = String::with_capacity(text.len());
    let mut copied = 0;
    for (at, (sort, range)) in tokens.iter().enumerate() {
        let before = operates(at.checked_sub(1));
        let after = operates((at + 1 < tokens.len()).then_some(at + 1));
        let goes_on = tokens.get(at + 1).is_some_and(|(sort, _)| *sort == Sort::Open);
        let taken = match sort {
            Sort::Name => !goes_on && (before || after),
            Sort::Close => !goes_on && (opened.pop().unwrap_or(false) || after),
            Sort::Open => {
                let named = at > 0 && tokens[at - 1].0 == Sort::Name;
                opened.push(before || (named && operates(at.checked_sub(2))));
                false
            }
            Sort::Operator | Sort::Other => false,
        };
        made.push_str(&text[copied..range.end]);
        made.push_str(if taken { "|amount" } else { "" });
        copied = range.end;
    }
    made.push_str(&text[copied..]);
    made
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// A name, with those behind its dots.
    Name,
    Operator,
    Open,
    Close,
    Other,
}

const OPERATORS: [&str; 13] =
    ["==", "!=", "<=", ">=", "//", "**", "<", ">", "+", "-", "*", "/", "%"];
/// What is no name.
const WORDS: [&str; 9] = ["and", "or", "not", "in", "is", "if", "else", "elif", "for"];

/// What a statement is made of, blanks left out. The marks beside its brackets (`{%-`) are no operators.
fn tokens(text: &str) -> Vec<(Sort, Range<usize>)> {
    let marks = ['-', '+'];
    let begin = text.len().min(2);
    let begin = begin + usize::from(text[begin..].starts_with(marks));
    let end = text.len() - usize::from(text.ends_with(marks) && text.len() > begin);
    let (mut tokens, mut at) = (Vec::new(), begin);
    while at < end {
        let (sort, length) = token(&text[at..end]);
        tokens.extend(sort.map(|sort| (sort, at..at + length)));
        at += length;
    }
    tokens
}

/// The first thing of a text, and how long it is; a blank is nothing.
fn token(text: &str) -> (Option<Sort>, usize) {
    let first = text.chars().next().unwrap_or(' ');
    if let Some(operator) = OPERATORS.iter().find(|operator| text.starts_with(**operator)) {
        return (Some(Sort::Operator), operator.len());
    }
    match first {
        '"' | '\'' => {
            let end = text[1..].find(first).map_or(text.len(), |end| end + 2);
            (Some(Sort::Other), end)
        }
        '(' | '[' => (Some(Sort::Open), 1),
        ')' | ']' => (Some(Sort::Close), 1),
        letter if letter.is_alphabetic() || letter == '_' => {
            let of_name = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
            let end = text.find(|c| !of_name(c)).unwrap_or(text.len());
            let word = WORDS.contains(&&text[..end]);
            (Some(if word { Sort::Other } else { Sort::Name }), end)
        }
        digit if digit.is_ascii_digit() => {
            let of_number = |c: char| c.is_ascii_digit() || c == '.';
            (Some(Sort::Other), text.find(|c| !of_number(c)).unwrap_or(text.len()))
        }
        blank if blank.is_whitespace() => (None, blank.len_utf8()),
        other => (Some(Sort::Other), other.len_utf8()),
    }
}

#[cfg(test)]
mod tests {
    use super::amounts;

    #[test]
    fn what_stands_beside_an_operator_is_its_amount() {
        for (told, made) in [
            ("{{ all.closed + all.open ", "{{ all.closed|amount + all.open|amount "),
            ("{{ (all.closed + 1) * 2 ", "{{ (all.closed|amount + 1)|amount * 2 "),
            ("{% if units|length > 3 ", "{% if units|length|amount > 3 "),
            ("{% if 3 < rows[0] ", "{% if 3 < rows[0]|amount "),
            ("{% if f > -5 ", "{% if f|amount > -5 "),
            (
                "{{ '多' if all.closed >= 5 else '少' ",
                "{{ '多' if all.closed|amount >= 5 else '少' ",
            ),
        ] {
            assert_eq!(amounts(told), made);
        }
    }

    #[test]
    fn what_stands_beside_none_is_left_alone() {
        for kept in [
            "{{ all.closed ",
            "{{- all.closed -",
            "{%- for each in contacts if each.kind -",
            "{{ units|sort(attribute=\"closed\", reverse=true)|first ",
            "{{ 'a-b' ~ name ",
            "{",
            "{{-",
            "",
        ] {
            assert_eq!(amounts(kept), kept);
        }
    }
}
