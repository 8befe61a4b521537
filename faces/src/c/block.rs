//! A part of the header: a type, a constant or a function with its comment, as C89 has it.

/// The longest line of a function.
const WIDTH: usize = 100;

/// One declaration with its comment.
pub(super) struct Block {
    name: String,
    /// It and a blank line.
    pub(super) text: String,
}

/// The declarations that cbindgen wrote.
pub(super) fn blocks(header: &str) -> Vec<Block> {
    header.split("\n\n").filter_map(|part| Block::of(part.trim_matches('\n'))).collect()
}

impl Block {
    fn of(part: &str) -> Option<Self> {
        let code = part.lines().find(|line| !line.trim_start().starts_with("//"))?;
        let name = match code.strip_prefix("typedef ") {
            Some(callback) if callback.contains("(*") => callback.split(['*', ')']).nth(1),
            Some(_) | None if !code.contains('(') => {
                code.split([' ', ';']).find(|word| word.to_ascii_lowercase().starts_with("gd_"))
            }
            _ => code.split('(').next().and_then(|head| head.split([' ', '*']).next_back()),
        }?;
        let text = commented(part) + &init(part, name) + "\n";
        Some(Self { name: name.to_owned(), text })
    }

    /// The name of a function that is exported.
    pub(super) fn symbol(&self) -> Option<&str> {
        self.text.contains("GD_API").then_some(self.name.as_str())
    }

    /// Whether it is a number or a struct that nobody looks into: such types stand before all else.
    pub(super) fn is_type(&self) -> bool {
        let line = self.text.lines().find(|line| line.starts_with("typedef ")).unwrap_or_default();
        line.ends_with(';') && !line.contains('(')
    }

    /// Whether a source in Rust declares it.
    pub(super) fn is_of(&self, source: &str) -> bool {
        let declared = [("fn", "("), ("const", ":"), ("struct", " "), ("type", " ")];
        let mut declared =
            declared.iter().map(|(word, then)| format!(" {word} {}{then}", self.name));
        declared.any(|it| source.contains(&it))
    }
}

/// Comments and lines of code as C89 has them.
fn commented(part: &str) -> String {
    let (mut out, mut said) = (String::new(), Vec::new());
    for line in part.lines() {
        let code = line.trim_start();
        let indent = &line[..line.len() - code.len()];
        if let Some(words) = code.strip_prefix("//") {
            said.push(words.trim());
            continue;
        }
        match std::mem::take(&mut said).as_slice() {
            [] => {}
            [only] => out += &format!("{indent}/* {only} */\n"),
            lines => {
                let lines = lines
                    .iter()
                    .map(|line| format!("{indent} * {line}").trim_end().to_owned() + "\n");
                out += &format!("{indent}/*\n{}{indent} */\n", lines.collect::<String>());
            }
        }
        out += &declared(line);
    }
    out
}

fn declared(line: &str) -> String {
    if line.starts_with("typedef struct") {
        return format!("{line}\n");
    }
    let line = line.replace("struct gd_", "gd_").replace("(*gd_", "(GD_CALL *gd_");
    match line.split_once('(') {
        Some((head, rest)) if !line.starts_with([' ', '#', 't']) => function(head, rest),
        _ => format!("{line}\n"),
    }
}

fn function(head: &str, rest: &str) -> String {
    let (kind, name) = head.split_at(head.rfind([' ', '*']).map_or(0, |at| at + 1));
    let whole = format!("GD_API {kind}GD_CALL {name}({rest}\n");
    match whole.len() > WIDTH {
        true => whole.replacen('(', "(\n    ", 1).replace(", ", ",\n    "),
        false => whole,
    }
}

/// What a struct that says its size is set to before anything else: what its members' comments
/// preset, else 0.
fn init(part: &str, name: &str) -> String {
    if !part.contains(" uint32_t size;") {
        return String::new();
    }
    let (mut values, mut preset) = (vec![format!("sizeof({name})")], None);
    for line in part.lines().skip_while(|line| !line.ends_with(" size;")).skip(1) {
        if line.trim_start().starts_with("//") {
            let said = line.split_once("Preset: ").map(|(_, rest)| rest.trim_end_matches('.'));
            preset = said.map(str::to_owned).or(preset);
        } else if line.starts_with(' ') {
            let nothing = if line.ends_with("];") { "\"\"" } else { "0" };
            values.push(preset.take().unwrap_or(nothing.to_owned()));
        }
    }
    format!("\n#define {}_INIT {{ {} }}\n", name.to_uppercase(), values.join(", "))
}
