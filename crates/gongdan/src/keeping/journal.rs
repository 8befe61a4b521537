//! The whole history as lines of JSON, and back: the same journal, texts and all, for whoever keeps or reads it with
//! other tools.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::hotline::Hotline;
use crate::machine::watch;
use crate::store::{Finding, LinesIn, Options, Store, Verified, hex};
use crate::words::{Error, ErrorKind, Result};

type Progress<'a> = &'a mut dyn FnMut(u64, u64);

impl Hotline {
    /// Writes the whole journal into a new file of JSON Lines (docs/FILE.md): a line an event, with its texts and
    /// salts, and with all that a request id stands for. It is the whole record, personal data, keys and all, and is for
    /// whoever may copy the file ([`Hotline::backup_to`]); attached files in the folder beside are copied beside it.
    /// The same file has the same bytes whenever it is written, and [`Hotline::from_journal`] makes the same
    /// file of them. Answers the head that it was written up to; `progress` hears (done, of).
    ///
    /// # Errors
    /// `Exists` when the path, or the folder that would be beside it, holds anything; `InvalidInput` inside a batch, or to
    /// whoever does not see everything; `Corrupt` where the chain or a text does not agree; `Interrupted`, `Io`. No file
    /// stands there then.
    pub fn journal_to(
        &self,
        path: impl AsRef<Path>,
        progress: Progress<'_>,
    ) -> Result<(u64, String)> {
        let path = path.as_ref();
        self.ensure_everything()?;
        self.store.ensure_committed()?;
        Store::ensure_nothing_beside(path)?;
        let part = Part::beside(path)?;
        let mut told = |done, of| gongdan_process::outside(|| progress(done, of));
        let head = self.store.read_unhurried(|_| {
            let head = self.current_head()?;
            let mut to = BufWriter::new(&part.file);
            self.store.write_lines(&head, &mut to, &mut told)?;
            to.flush().map_err(failed)?;
            go_on()?;
            Ok((head.last_seq, hex(&head.last_hash)))
        })?;
        part.finish(path)?;
        self.store.copy_beside(path)?;
        Ok(head)
    }

    /// Makes a new file of a journal's lines: every line is checked as it is read, every row folded anew, and the whole
    /// verified; its report names the head. What a file holds beside its journal (request ids, attached files) comes
    /// back too, those in the folder beside the lines as well.
    ///
    /// # Errors
    /// `Exists` when the new path holds anything; `NotAHotline` when the first line is none of a journal, `FileTooNew` of a
    /// later form; `Corrupt` names the first line that is damaged, missing or was altered; `NotFound`,
    /// `Interrupted`, `Io`. No file stands at the new path then.
    pub fn from_journal(
        lines: impl AsRef<Path>,
        to: impl AsRef<Path>,
        progress: Progress<'_>,
    ) -> Result<Verified> {
        let (lines, to) = (lines.as_ref(), to.as_ref());
        let from = File::open(lines).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Error::not_found("file", lines.display()),
            _ => failed(error),
        })?;
        Store::ensure_nothing_beside(to)?;
        let store = Store::create(to, &Options::new())?;
        let made = Made(Some(to));
        taken(store, (LinesIn::new(BufReader::new(from)), lines), progress)?;
        // (Opened to write, so that no log stays beside it.)
        let hotline = Self::open(to)?;
        let report = hotline.verify(progress)?;
        drop(hotline);
        go_on()?;
        match report.findings.first() {
            None => made.keep(),
            Some(found) => return Err(doctored(found)),
        }
        Ok(report)
    }
}

fn taken(
    store: Store,
    (mut lines, from): (LinesIn<BufReader<File>>, &Path),
    progress: Progress<'_>,
) -> Result<()> {
    let mut told = |done, of| gongdan_process::outside(|| progress(done, of));
    store.begin()?;
    let taken = store.create_schema().and_then(|()| store.take_lines(&mut lines, &mut told));
    let taken = taken.and_then(|()| store.copy_from_beside(from)).and_then(|()| store.commit());
    match taken {
        Ok(()) => store.settle(Options::new().durability),
        Err(error) => store.roll_back().and(Err(error)),
    }
}

/// Ends here where whoever watches wants it.
fn go_on() -> Result<()> {
    match watch::wants_to_stop() {
        true => Err(Error::plain(ErrorKind::Interrupted, "the work was stopped")),
        false => Ok(()),
    }
}

/// What the lines say hangs together, and yet is not what a life leads to: whoever wrote them did not fold it.
fn doctored(found: &Finding) -> Error {
    let chinese = "与全部记录不符";
    match found.seq {
        // The first line stands before the first event's.
        Some(seq) => Error::line(seq + 1, (format!("{}: {}", found.kind, found.what), chinese)),
        None => Error::plain(ErrorKind::Corrupt, format!("the lines do not agree: {found}")),
    }
}

/// Lines that are not whole yet, under another name; gone when they do not become so.
struct Part {
    file: File,
    place: PathBuf,
}

impl Part {
    fn beside(path: &Path) -> Result<Self> {
        stands(path)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let place = path.with_file_name(format!(".{name}.{}.part", std::process::id()));
        let file = OpenOptions::new().write(true).create_new(true).open(&place).map_err(failed)?;
        Ok(Self { file, place })
    }

    /// Puts them under their name, where still nothing stands.
    fn finish(self, path: &Path) -> Result<()> {
        self.file.sync_all().map_err(failed)?;
        stands(path)?;
        fs::rename(&self.place, path).map_err(failed)
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // (Of what has its name by now nothing stands there.)
        let _ = fs::remove_file(&self.place);
    }
}

fn stands(path: &Path) -> Result<()> {
    let message = || format!("{} stands already and is not overwritten", path.display());
    match path.exists() {
        true => Err(Error::plain(ErrorKind::Exists, message())),
        false => Ok(()),
    }
}

/// A new file with its log and its folder: gone again unless it is kept.
struct Made<'a>(Option<&'a Path>);

impl Made<'_> {
    fn keep(mut self) {
        self.0 = None;
    }
}

impl Drop for Made<'_> {
    fn drop(&mut self) {
        let Some(path) = self.0 else { return };
        for ending in ["", "-wal", "-shm"] {
            let mut name = path.as_os_str().to_owned();
            name.push(ending);
            let _ = fs::remove_file(name);
        }
        Store::take_folder_away(path);
    }
}

fn failed(error: io::Error) -> Error {
    Error::plain(ErrorKind::Io, error.to_string())
}
