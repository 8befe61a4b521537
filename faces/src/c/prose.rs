//! Prose: the sentences of the tables as comments of Rust, from which those of the header are made.

/// The longest line of a comment.
const WIDTH: usize = 98;

/// A comment of paragraphs and list items, one each; an item begins with a dash.
pub(super) fn comment(indent: &str, paragraphs: &[String]) -> String {
    let mut out = String::new();
    let mut last: Option<&String> = None;
    for paragraph in paragraphs {
        let item = |text: &String| text.starts_with("- ");
        if last.is_some_and(|last| !(item(last) && item(paragraph))) {
            out.push_str(&format!("{indent}///\n"));
        }
        let hang = if item(paragraph) { "  " } else { "" };
        for (nth, line) in
            wrapped(paragraph, WIDTH - indent.len() - 4 - hang.len()).iter().enumerate()
        {
            let hang = if nth == 0 { "" } else { hang };
            out.push_str(&format!("{indent}/// {hang}{line}\n"));
        }
        last = Some(paragraph);
    }
    out
}

fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line =
            lines.last_mut().filter(|line| line.len() + word.len() < width || line.is_empty());
        match line {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) => line.push_str(&format!(" {word}")),
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A sentence without the Chinese terms that stand in brackets: the header is plain ASCII.
pub(super) fn ascii(text: &str) -> String {
    let mut out = String::new();
    for part in text.split(" (") {
        match part.split_once(')') {
            Some((bracket, rest)) if !bracket.is_ascii() => out.push_str(rest),
            _ if out.is_empty() => out.push_str(part),
            _ => out.push_str(&format!(" ({part}")),
        }
    }
    out
}

/// A phrase inside a sentence.
pub(super) fn inside(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}
