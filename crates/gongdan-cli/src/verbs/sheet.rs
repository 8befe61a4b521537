//! `gongdan sheet`: a ticket's own sheet (工单), and the papers that go with it (转办单、督办单、催办单).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::Args;
use gongdan::{Caller, Day, Form, Hotline, Invalid, Problem, Stamp, TicketId, Viewer, parse_day};
use gongdan_bulletin::{Paper, PaperFormat};
use serde_json::json;

use super::forms::fonts;
use super::open;
use super::printing::save;
use super::viewing::Viewing;
use crate::exit::{Exit, Failure, Outcome};
use crate::moments::moment;
use crate::screen::Screen;
use crate::words;

/// Which tickets, on which paper.
#[derive(Args, Debug)]
pub(crate) struct Sheet {
    /// The hotline's file
    file: PathBuf,
    /// The tickets' printed numbers, or their ids; a sheet each
    #[arg(required = true, value_name = "TICKET")]
    tickets: Vec<String>,
    /// The file to write, as its name ends: .docx (Word, WPS) or .pdf
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Which paper: 工单, 转办单, 督办单, 催办单, or a folder with a format.toml and templates
    #[arg(long, value_name = "NAME|DIR", default_value = "工单")]
    format: String,
    /// The day that is printed on it; today if left out
    #[arg(long, value_name = "DAY")]
    date: Option<String>,
    /// The folder of the fonts for PDF; the system's if left out
    #[arg(long, value_name = "DIR")]
    fonts: Option<PathBuf>,
    /// Replace the file where one stands there
    #[arg(long)]
    overwrite: bool,
    /// With the callers in full: who prints it (经办人)
    #[arg(id = "printed_by", long = "by", value_name = "NAME", requires = "printed_why")]
    by: Option<String>,
    /// With the callers in full: why; each ticket gets the event of reveal (理由)
    #[arg(id = "printed_why", long = "reason", value_name = "TEXT", requires = "printed_by")]
    reason: Option<String>,
    #[command(flatten)]
    viewing: Viewing,
}

impl Sheet {
    /// Prints the sheets into the file.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let form = Form::of(&self.out).filter(|form| matches!(form, Form::Docx | Form::Pdf));
        let form = form.ok_or_else(|| unknown_ending(&self.out))?;
        if !self.overwrite && self.out.exists() {
            return Err(Failure::InTheWay(self.out, words::IN_THE_WAY));
        }
        let format = PaperFormat::find(&self.format)?;
        let tickets = self.tickets()?;
        let callers = self.callers(&tickets)?;
        let day = self.day()?;
        let paper = self.viewing.reading(&self.file, |hotline| {
            format.lay_out(hotline, &tickets, &callers, day).map_err(Failure::from)
        })?;
        let bytes = self.printed(screen, form, &paper)?;
        save(&self.out, &bytes, self.overwrite)?;
        let (name, sheets) = (self.out.display(), paper.sheets.len());
        match screen.json {
            true => screen.value(&json!({ "written": name.to_string(), "sheets": sheets }))?,
            false => {
                let (written, all) = (screen.word(words::WRITTEN), screen.word(words::SHEETS));
                screen.line(format_args!("{written}: {name}, {all} {sheets}"))?;
            }
        }
        Ok(Exit::Done)
    }

    /// The tickets, each as whoever looks may see it.
    fn tickets(&self) -> Result<Vec<TicketId>, Failure> {
        self.viewing.reading(&self.file, |hotline| {
            let found = self.tickets.iter().map(|given| open::ticket(hotline, given));
            found.map(|ticket| Ok(ticket?.id)).collect::<Result<_, Failure>>()
        })
    }

    /// The callers in full, where a reason is given: each look is written down before anything is printed. A unit is
    /// shown the number that it has to ring.
    fn callers(&self, tickets: &[TicketId]) -> Result<BTreeMap<TicketId, Caller>, Failure> {
        let (Some(by), Some(reason)) = (&self.by, &self.reason) else { return Ok(BTreeMap::new()) };
        let (at, mut hotline) = (moment(None)?, Hotline::open(&self.file)?);
        let stamp = match self.viewing.viewer()? {
            Viewer::Centre => Stamp::centre(by, at),
            Viewer::Unit(unit) => Stamp::unit(unit, by, at),
            _ => {
                let rule =
                    "callers are printed for the centre, and for the unit that has the ticket";
                return Err(Invalid::new("reason", Problem::Rule { rule }).into());
            }
        };
        let reveal = |id: &TicketId| Ok((*id, hotline.reveal(&stamp, *id, reason)?));
        tickets.iter().map(reveal).collect()
    }

    fn day(&self) -> Result<Day, Failure> {
        match &self.date {
            Some(day) => Ok(parse_day("date", day)?),
            None => Ok(moment(None)?.local().date()),
        }
    }

    fn printed(&self, screen: &Screen, form: Form, paper: &Paper) -> Result<Vec<u8>, Failure> {
        let bytes = match form {
            Form::Docx => paper.docx(),
            _ => {
                let fonts = fonts(self.fonts.as_deref()).map_err(Failure::Font)?;
                for substitute in fonts.substitutes(&paper.look) {
                    screen.note(words::PDF, &substitute.message(screen.language));
                }
                paper.pdf(&fonts)
            }
        };
        bytes.map_err(Failure::file(&self.out))
    }
}

fn unknown_ending(path: &Path) -> Invalid {
    let given = path.extension().unwrap_or_default().to_string_lossy().chars().take(40).collect();
    let nearest = [".docx", ".pdf"].map(str::to_owned).to_vec();
    Invalid::new("out", Problem::Unknown { given, nearest })
}
