//! Pages: files, or parts of files, that are written from the tables.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A file that is written, or the part of it that is.
pub(crate) struct Page {
    path: String,
    part: Option<&'static str>,
    text: String,
}

impl Page {
    /// A whole file, its path from the root of the repository.
    pub(crate) fn whole(path: impl Into<String>, text: String) -> Self {
        Self { path: path.into(), part: None, text }
    }

    /// What stands between the marks `written:begin NAME` and `written:end NAME` of a file.
    pub(crate) fn part(path: impl Into<String>, name: &'static str, text: String) -> Self {
        Self { path: path.into(), part: Some(name), text }
    }

    /// Its path from the root of the repository.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// The file as it has to be.
    pub(crate) fn file(&self) -> Result<String, String> {
        let text = match self.part {
            None => self.text.clone(),
            Some(name) => self.within(name)?,
        };
        match Path::new(&self.path).extension().is_some_and(|kind| kind == "rs") {
            true => laid_out(&text).map_err(|wrong| format!("{}: {wrong}", self.path)),
            false => Ok(text),
        }
    }

    /// How many lines of it are written.
    pub(crate) fn lines(&self) -> usize {
        self.text.lines().count()
    }

    fn within(&self, name: &str) -> Result<String, String> {
        let stands = std::fs::read_to_string(self.place())
            .map_err(|error| format!("{}: {error}", self.path))?;
        let (begin, end) = (format!("written:begin {name}"), format!("written:end {name}"));
        let mut lines = stands.lines();
        let mut out = String::new();
        let mut keep = |out: &mut String, until: &str| {
            for line in lines.by_ref() {
                out.push_str(line);
                out.push('\n');
                if line.trim_end().ends_with(until) {
                    return true;
                }
            }
            false
        };
        let mut gone = String::new();
        let marked = keep(&mut out, &begin) && keep(&mut gone, &end);
        if !marked {
            return Err(format!("{}: the marks of {name} are missing", self.path));
        }
        out.push_str(&self.text);
        out.push_str(gone.lines().last().unwrap_or_default());
        out.push('\n');
        out.extend(lines.flat_map(|line| [line, "\n"]));
        Ok(out)
    }

    fn place(&self) -> PathBuf {
        root().join(&self.path)
    }

    /// Whether the file stands as it has to be.
    pub(crate) fn stands(&self) -> Result<bool, String> {
        let stands = std::fs::read_to_string(self.place()).unwrap_or_default();
        Ok(stands.replace("\r\n", "\n") == self.file()?)
    }

    /// Writes the file.
    pub(crate) fn write(&self) -> Result<(), String> {
        let (place, text) = (self.place(), self.file()?);
        let folder = place.parent().map_or(Ok(()), std::fs::create_dir_all);
        folder
            .and_then(|()| std::fs::write(&place, text))
            .map_err(|error| format!("{}: {error}", self.path))
    }
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
