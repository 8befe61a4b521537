//! Pages: files, or parts of files, that are written from the tables.

use std::io::Write;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A file that is written, or the parts of it that are: those between `written:begin NAME` and
/// `written:end NAME`, where the text has such marks.
pub(crate) struct Page {
    /// Its path from the root of the repository.
    pub(crate) path: String,
    /// What is written.
    pub(crate) text: String,
    /// Whether all but a word of it is written by hand.
    pub(crate) by_hand: bool,
}

impl Page {
    /// A page at a path from the root of the repository.
    pub(crate) fn new(path: impl Into<String>, text: String) -> Self {
        Self { path: path.into(), text, by_hand: false }
    }

    /// The same page, of which all but a word is written by hand.
    pub(crate) fn by_hand(self) -> Self {
        Self { by_hand: true, ..self }
    }

    /// The file as it has to be.
    fn file(&self) -> Result<String, String> {
        if self.path.ends_with(".rs") {
            return laid_out(&self.text).map_err(|wrong| format!("{}: {wrong}", self.path));
        }
        let mut parts = self.text.split("written:begin ").skip(1).peekable();
        let mut file = if parts.peek().is_some() { self.stands() } else { self.text.clone() };
        for name in parts.filter_map(|part| part.lines().next()) {
            let marked = between(&file, name).zip(between(&self.text, name));
            let missing = format!("{}: the marks of {name} are missing", self.path);
            let (there, here) = marked.ok_or(missing)?;
            file.replace_range(there, &self.text[here]);
        }
        Ok(file)
    }

    fn place(&self) -> PathBuf {
        root().join(&self.path)
    }

    /// The file as it stands; nothing where there is none.
    fn stands(&self) -> String {
        std::fs::read_to_string(self.place()).unwrap_or_default().replace("\r\n", "\n")
    }

    /// Whether the file stands otherwise than it has to be.
    pub(crate) fn stale(&self) -> Result<bool, String> {
        Ok(self.stands() != self.file()?)
    }

    /// Writes the file.
    pub(crate) fn write(&self) -> Result<(), String> {
        let written = std::fs::write(self.place(), self.file()?);
        written.map_err(|error| format!("{}: {error}", self.path))
    }
}

/// Where a part stands between its marks.
fn between(text: &str, name: &str) -> Option<Range<usize>> {
    let begin = format!("written:begin {name}\n");
    let from = text.find(&begin)? + begin.len();
    let to = from + text[from..].find(&format!("written:end {name}\n"))?;
    Some(from..text[..to].rfind('\n')? + 1)
}

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Rust as rustfmt lays it out.
fn laid_out(text: &str) -> Result<String, String> {
    let failed = |error: std::io::Error| format!("rustfmt: {error}");
    let mut child = Command::new("rustfmt")
        .args(["--edition", "2024", "--config-path"])
        .arg(root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(failed)?;
    if let Some(mut to) = child.stdin.take() {
        to.write_all(text.as_bytes()).map_err(failed)?;
    }
    let done = child.wait_with_output().map_err(failed)?;
    match done.status.success() {
        true => String::from_utf8(done.stdout).map_err(|error| error.to_string()),
        false => Err("rustfmt does not take it".to_owned()),
    }
}
