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
    let mut lines = String::new();
    let mut line = first.to_owned();
    let mut fresh = true;
    for word in text.split_whitespace() {
        if !fresh && line.chars().count() + 1 + word.chars().count() > WIDTH {
            lines.push_str(&line);
            lines.push('\n');
            next.clone_into(&mut line);
            fresh = true;
        }
        if !fresh {
            line.push(' ');
        }
        line.push_str(word);
        fresh = false;
    }
    lines + &line + "\n"
}

/// A docstring of paragraphs; the last one may be a list, a line each.
pub(super) fn docstring(indent: usize, paragraphs: &[String], list: &[String]) -> String {
    let pad = " ".repeat(indent);
    let (first, rest) =
        paragraphs.split_first().map_or(("", &[][..]), |(first, rest)| (first.as_str(), rest));
    if rest.is_empty() && list.is_empty() {
        let line = format!("{pad}\"\"\"{first}\"\"\"\n");
        if line.chars().count() <= WIDTH {
            return line;
        }
    }
    let mut text = wrapped(&format!("{pad}\"\"\""), &pad, first);
    for paragraph in rest {
        text = text + "\n" + &wrapped(&pad, &pad, paragraph);
    }
    if !list.is_empty() {
        text.push('\n');
    }
    for each in list {
        text += &wrapped(&pad, &format!("{pad}    "), each);
    }
    format!("{text}{pad}\"\"\"\n")
}
