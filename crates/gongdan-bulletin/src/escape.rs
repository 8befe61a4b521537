//! What people typed, as Markdown that shows exactly that and does nothing.

use crate::plain::plain;

/// Text as inline Markdown: no markup, no HTML, no links, on one line.
///
/// Line breaks become blanks; `<`, `>` and `&` become entities; what CommonMark, tables,
/// strikethrough or formulas could read is escaped with a backslash.
pub(crate) fn inline(text: &str) -> String {
    let text = plain(text);
    let text = text.trim();
    let mut escaped = String::with_capacity(text.len());
    let mut word = 0;
    for (at, c) in text.char_indices() {
        if c == ' ' {
            word = at + 1;
        }
        push(&mut escaped, &text[word.min(at)..at], c);
    }
    escaped
}

fn push(escaped: &mut String, before: &str, c: char) {
    match c {
        '<' => escaped.push_str("&lt;"),
        '>' => escaped.push_str("&gt;"),
        '&' => escaped.push_str("&amp;"),
        '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '$' | '@' => {
            escaped.extend(['\\', c]);
        }
        '/' if before.ends_with([':', '/']) => escaped.extend(['\\', c]),
        '.' if before.to_ascii_lowercase().ends_with("www") => escaped.extend(['\\', c]),
        _ => escaped.push(c),
    }
}

/// A paragraph's Markdown, so that its first characters begin no heading, list or quotation.
pub(crate) fn paragraph(inline: &str) -> String {
    let digits = inline.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = inline.split_at(digits);
    let begins = match digits {
        0 => rest.starts_with(['-', '+', '=', ':']),
        _ => rest.starts_with(['.', ')']),
    };
    if begins { format!("{number}\\{rest}") } else { inline.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_stays_text() {
        assert_eq!(inline("<script>alert(1)</script>"), "&lt;script&gt;alert(1)&lt;/script&gt;");
        assert_eq!(
            inline("a|b `c` *d* _e_ [f](g) ~h~ $i$"),
            r"a\|b \`c\` \*d\* \_e\_ \[f\](g) \~h\~ \$i\$"
        );
        assert_eq!(inline("行一\n\n# 行二\r\n- 三\u{2028}四"), "行一 \\# 行二 - 三 四");
        assert_eq!(inline("http://a www.b c@d"), r"http:\/\/a www\.b c\@d");
        assert_eq!(inline("\u{202e}倒\u{202c}"), "倒");
    }

    #[test]
    fn a_paragraph_begins_no_block() {
        assert_eq!(paragraph("1. 一"), "1\\. 一");
        assert_eq!(paragraph("- 一"), "\\- 一");
        assert_eq!(paragraph("1、一"), "1、一");
        assert_eq!(paragraph("2020年"), "2020年");
    }
}
