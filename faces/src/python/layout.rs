//! Python laid out: lines of at most a hundred characters, as a formatter would break them.

const WIDTH: usize = 100;

/// What stands in brackets, in one line if it fits, else a line each.
pub(super) fn bracketed(indent: usize, head: &str, parts: &[String], tail: &str) -> String {
    let pad = " ".repeat(indent);
    let line = format!("{pad}{head}{}{tail}", parts.join(", "));
    if line.chars().count() <= WIDTH {
        return format!("{line}\n");
    }
    let lines: String = parts.iter().map(|part| format!("{pad}    {part},\n")).collect();
    format!("{pad}{head}\n{lines}{pad}{tail}\n")
}

/// A text in lines that begin with `first`, and go on with `next`.
pub(super) fn wrapped(first: &str, next: &str, text: &str) -> String {
    let (mut lines, mut line) = (String::new(), String::new());
    for word in text.split_whitespace() {
        let before = if lines.is_empty() { first } else { next };
        let width = before.chars().count() + line.chars().count() + 1 + word.chars().count();
        if !line.is_empty() && width > WIDTH {
            lines += &format!("{before}{line}\n");
            line.clear();
        }
        line = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
    }
    let before = if lines.is_empty() { first } else { next };
    lines + before + &line + "\n"
}

/// A docstring of paragraphs; the last one may be a list, a line each.
pub(super) fn docstring(indent: usize, paragraphs: &[String], list: &[String]) -> String {
    let pad = " ".repeat(indent);
    let all = paragraphs.join(" ");
    if list.is_empty() && paragraphs.len() < 2 && indent + 6 + all.chars().count() <= WIDTH {
        return format!("{pad}\"\"\"{all}\"\"\"\n");
    }
    let first = |nth| if nth == 0 { format!("{pad}\"\"\"") } else { format!("\n{pad}") };
    let paragraphs = paragraphs.iter().enumerate();
    let text: String = paragraphs.map(|(nth, each)| wrapped(&first(nth), &pad, each)).collect();
    let next = format!("{pad}    ");
    let list: String = list.iter().map(|each| wrapped(&pad, &next, each)).collect();
    let between = if list.is_empty() { "" } else { "\n" };
    format!("{text}{between}{list}{pad}\"\"\"\n")
}
