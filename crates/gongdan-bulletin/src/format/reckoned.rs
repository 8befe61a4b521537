//! Figures inside the statements of a template: there each is the number it is, so that it compares,
//! sorts and adds; where one is printed it stays a figure.

use super::ink::is_figure;
use super::operand::amounts;

/// A template in whose statements (`{% if %}`, `{% elif %}`, `{% set %}` and their like) every figure
/// stands for its number, and in whose expressions (`{{ }}`) what is reckoned or compared does. Lines
/// stay where they were.
pub(super) fn reckoned(template: &str) -> String {
    let mut made = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(begin) = rest.find("{%").into_iter().chain(rest.find("{{")).min() {
        let of_words = rest[begin..].starts_with("{{");
        let close = if of_words { "}}" } else { "%}" };
        let end = rest[begin..].find(close).map_or(rest.len(), |end| begin + end);
        made.push_str(&rest[..begin]);
        made.push_str(&match of_words {
            true => amounts(&rest[begin..end]),
            false => amounts(&statement(&rest[begin..end])),
        });
        rest = &rest[end..];
    }
    made.push_str(rest);
    made
}

/// One statement: `.name` becomes `.name.value` where it names a figure and no more of it is asked.
/// In a list of things, which a loop may print, it stays itself.
fn statement(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    let (mut quoted, mut lists): (Option<char>, usize) = (None, 0);
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        made.push(next);
        rest = &rest[next.len_utf8()..];
        match quoted {
            Some(mark) => quoted = quoted.filter(|_| next != mark),
            None if matches!(next, '"' | '\'') => quoted = Some(next),
            None if next == '[' => lists += 1,
            None if next == ']' => lists = lists.saturating_sub(1),
            None if next == '.' => {
                let end = rest.find(|c: char| !is_of_name(c)).unwrap_or(rest.len());
                let (name, after) = rest.split_at(end);
                made.push_str(name);
                rest = after;
                if lists == 0 && is_figure(name) && !after.starts_with(['.', '(', '[']) {
                    made.push_str(".value");
                }
            }
            None => {}
        }
    }
    made
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_in_a_statement_is_its_number_and_elsewhere_itself() {
        let told = "{% if all.handled_late > 5 %}{{ all.handled_late }}{% endif %}";
        let made = "{% if all.handled_late.value|amount > 5 %}{{ all.handled_late }}{% endif %}";
        assert_eq!(reckoned(told), made);
        let quoted = "{% if unit.name == \"a.closed\" %}";
        assert_eq!(reckoned(quoted), "{% if unit.name|amount == \"a.closed\" %}");
        for kept in [
            "{% if all.waiting.number %}",
            "{% for unit in units %}",
            "{% for each in [all.waiting, taken_in.merged] if each.number %}",
            "{%- if all.waiting.number -%}",
            "一.closed",
        ] {
            assert_eq!(reckoned(kept), kept);
        }
    }
}
