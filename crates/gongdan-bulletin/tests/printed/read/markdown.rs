//! The printed Markdown read back: tables as cells, paragraphs as text.
#![allow(dead_code, clippy::unwrap_used, clippy::panic, reason = "shared by several tests")]

/// Text as a reader sees it.
pub(crate) fn unescaped(markdown: &str) -> String {
    let mut text = String::new();
    let mut chars = markdown.chars();
    while let Some(c) = chars.next() {
        text.extend(if c == '\\' { chars.next() } else { Some(c) });
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// The cells of a table's line, split at the pipes that are not escaped.
pub(crate) fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut escaped) = (vec![String::new()], false);
    for c in line.trim().trim_matches('|').chars() {
        match c {
            '|' if !escaped => cells.push(String::new()),
            _ => cells.last_mut().unwrap().push(c),
        }
        escaped = c == '\\' && !escaped;
    }
    cells.iter().map(|cell| unescaped(cell.trim())).collect()
}

/// The first table below the heading that contains `heading`, without its heading rows.
pub(crate) fn table(markdown: &str, heading: &str) -> Vec<Vec<String>> {
    let below = markdown.lines().skip_while(|line| !is_heading(line, heading)).skip(1);
    let lines = below.skip_while(|line| !line.starts_with('|'));
    lines.take_while(|line| line.starts_with('|')).skip(2).map(cells).collect()
}

fn is_heading(line: &str, heading: &str) -> bool {
    line.starts_with("## ") && unescaped(line).contains(heading)
}

/// The number that stands right after `words`.
pub(crate) fn number_after(markdown: &str, words: &str) -> String {
    let text = unescaped(markdown);
    let rest = text.split_once(words).unwrap_or_else(|| panic!("{words} is not said")).1;
    rest.chars().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | '%')).collect()
}

/// `name` and number of every `name` + number + `件` in a list that follows `words`.
pub(crate) fn list_after(markdown: &str, words: &str) -> Vec<(String, String)> {
    let text = unescaped(markdown);
    let rest = text.split_once(words).unwrap_or_else(|| panic!("{words} is not said")).1;
    let list = rest.split_once("具体承办单位为:").unwrap().1;
    let list = &list[..list.find([';', '。']).unwrap()];
    let pairs = list.split('、').map(|part| {
        let at = part.find(|c: char| c.is_ascii_digit()).unwrap();
        (part[..at].to_owned(), part[at..].trim_end_matches('件').to_owned())
    });
    pairs.collect()
}
