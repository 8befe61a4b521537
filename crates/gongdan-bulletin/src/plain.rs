//! What people typed, as one line of plain text, and that line inside XML or HTML.

/// Text on one line: every run of line breaks, blanks and what would act unseen is one blank.
pub(crate) fn plain(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        match c.is_whitespace() || is_hidden(c) {
            true if line.ends_with(' ') => {}
            true => line.push(' '),
            false => line.push(c),
        }
    }
    line
}

/// Plain text as the content of an XML or HTML element or of a quoted attribute.
pub(crate) fn xml(text: &str) -> String {
    let text = plain(text);
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// Characters that turn the direction of what follows, break lines unseen, stand for nothing, or
/// that XML cannot hold: a printed text must not be able to rearrange the sentence around it.
fn is_hidden(c: char) -> bool {
    let turns =
        matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let mark = matches!(c, '\u{e000}' | '\u{e001}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}');
    turns || mark || c.is_control()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_stays_text_on_one_line() {
        assert_eq!(xml("<b a='\"'>&\r\n\u{2028}x"), "&lt;b a=&#39;&quot;&#39;&gt;&amp; x");
        assert_eq!(plain("\u{0}一\u{b}\u{fffe}二\u{202e}"), " 一 二 ");
    }
}
