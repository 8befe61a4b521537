//! `gongdan attach-file` and `attached-file`: a file kept with a ticket, bytes and all, and given out again.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use gongdan::{FileKind, Hotline, NewFile, Result, Verb, Viewer};
use serde_json::json;

use super::viewing::Viewing;
use super::{open, receipt};
use crate::exit::{Exit, Failure, Outcome};
use crate::listed::{listed, word};
use crate::screen::Screen;
use crate::who::Desk;
use crate::words;

/// Which file is kept with which ticket.
#[derive(Args, Debug)]
pub(crate) struct AttachFile {
    /// The hotline's file
    file: PathBuf,
    /// The ticket's printed number, or its id
    number: String,
    /// The file to keep
    path: PathBuf,
    /// Its name on the ticket; that of the file if left out
    #[arg(long)]
    name: Option<String>,
    #[arg(long, help = listed("What sort of file it is; by its ending if left out", FileKind::ALL.iter().map(|each| (each.word(), each.term()))))]
    file_kind: Option<String>,
    /// On behalf of this unit; else the centre (承办单位)
    #[arg(long, value_name = "NAME")]
    unit: Option<String>,
    #[command(flatten)]
    who: Desk,
}

/// Which file is given out, and where to.
#[derive(Args, Debug)]
pub(crate) struct AttachedFile {
    /// The hotline's file
    file: PathBuf,
    /// The ticket's printed number, or its id
    number: String,
    /// The number of the attachment on the ticket, from 1
    no: u32,
    /// Where to; what stands there is not overwritten
    out: PathBuf,
    #[command(flatten)]
    viewing: Viewing,
}

impl AttachFile {
    /// Keeps the file.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let stamp = self.who.stamp_for(self.unit.as_deref())?;
        let mut hotline = Hotline::open(&self.file)?;
        let find = |hotline: &Hotline| open::ticket(hotline, &self.number);
        let ticket = hotline.viewed_by(Viewer::from(&stamp)).ask(find)?;
        let bytes = std::fs::read(&self.path).map_err(Failure::file(&self.path))?;
        let attached = hotline.attach_file(ticket.id, &stamp, &self.told()?, &bytes)?;
        receipt::of_ticket(screen, Verb::Attach, &attached, false)
    }

    fn told(&self) -> Result<NewFile> {
        let own = || self.path.file_name().map(|name| name.to_string_lossy().into_owned());
        let kind = match &self.file_kind {
            Some(kind) => FileKind::parse(&word(kind))?,
            None => by_ending(&self.path),
        };
        Ok(NewFile::new(self.name.clone().or_else(own).unwrap_or_default(), kind))
    }
}

impl AttachedFile {
    /// Writes the bytes where they are wanted.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let bytes = self.viewing.reading(&self.file, |hotline| {
            hotline.attached_file(open::ticket(hotline, &self.number)?.id, self.no)
        })?;
        let made = std::fs::File::create_new(&self.out);
        let written = made.and_then(|mut out| out.write_all(&bytes));
        written.map_err(Failure::file(&self.out))?;
        let out = self.out.display();
        match screen.json {
            true => screen.value(&json!({ "out": out.to_string(), "bytes": bytes.len() }))?,
            false => screen.line(format_args!("{} {out}", screen.word(words::MADE)))?,
        }
        Ok(Exit::Done)
    }
}

/// The sort of a file by its ending.
fn by_ending(path: &Path) -> FileKind {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    match ending.as_str() {
        "jpg" | "jpeg" | "png" | "heic" | "webp" | "bmp" | "tif" | "tiff" => FileKind::Photo,
        "wav" | "mp3" | "m4a" | "amr" | "ogg" => FileKind::Recording,
        "mp4" | "mov" | "avi" | "mkv" => FileKind::Video,
        "pdf" | "doc" | "docx" | "wps" | "txt" | "xls" | "xlsx" | "ofd" => FileKind::Paper,
        _ => FileKind::Other,
    }
}
