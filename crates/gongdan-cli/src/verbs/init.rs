//! `gongdan init`: a new file.

use std::path::PathBuf;

use clap::Args;
use gongdan::{
    ChannelKind, Founding, Hotline, NewEntry, OfficeCommand, RegionId, Result, Species, Stamp, now,
};
use serde_json::json;

use crate::exit::{Exit, Failure, Outcome};
use crate::moments::dated;
use crate::screen::Screen;
use crate::words;

/// The usual channels, and a first list of categories.
const FIRST: &str = include_str!("../first_register.csv");

/// A new file's arguments.
#[derive(Args, Debug)]
pub(crate) struct Init {
    /// The file to make
    file: PathBuf,
    /// The region's code after GB/T 2260, six digits
    #[arg(long, value_name = "CODE")]
    region: u32,
    /// The region's name as printed, for example 衡东县
    #[arg(long)]
    name: String,
    /// The office that publishes the bulletin (主办机关)
    #[arg(long)]
    office: String,
    /// Leave the register empty: else it begins with the usual channels and a first list of categories
    #[arg(long)]
    bare: bool,
    /// Who founds it (经办人)
    #[arg(long, value_name = "NAME", default_value = words::FOUNDER)]
    by: String,
    /// When, in Beijing time, a date means its beginning; now if left out
    #[arg(long, value_name = "MOMENT")]
    at: Option<String>,
}

impl Init {
    /// Makes the file.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let at = self.at.as_deref().map_or_else(|| Ok(now()), |at| dated("at", at))?;
        let stamp = Stamp::centre(self.by, at);
        let region = RegionId(self.region);
        let founding = Founding { region, name: self.name, office: self.office };
        let mut hotline = Hotline::create(&self.file, &founding, &stamp)?;
        let entries = if self.bare { Vec::new() } else { first()? };
        hotline.batch(|batch| {
            entries.iter().try_for_each(|entry| {
                batch.office(&stamp, OfficeCommand::Add(entry.clone())).map(|_| ())
            })
        })?;
        let notices = hotline.rulebook()?.calendar.notices().len();
        let file = self.file.display();
        match screen.json {
            true => screen.value(&json!({
                "file": file.to_string(),
                "region": region.0,
                "name": founding.name,
                "office": founding.office,
                "notices": notices,
                "entries": entries.len(),
            }))?,
            false => told(screen, &file.to_string(), &founding, &entries)?,
        }
        Ok(Exit::Done)
    }
}

/// The usual channels, and a first list of categories.
fn first() -> Result<Vec<NewEntry>> {
    let lines = FIRST.lines().skip(1).map(|line| {
        let (species, rest) = line.split_once(',').unwrap_or_default();
        let (name, kind) = rest.split_once(',').unwrap_or_default();
        Ok(match Species::parse(species)? {
            Species::Channel => NewEntry::channel(name, ChannelKind::parse(kind)?),
            _ => NewEntry::category(name),
        })
    });
    lines.collect()
}

/// Says what was made, and what comes next.
fn told(
    screen: &Screen,
    file: &str,
    founding: &Founding,
    entries: &[NewEntry],
) -> std::result::Result<(), Failure> {
    let made = screen.word(words::MADE);
    screen.line(format_args!("{made} {file}: {} {}", founding.region.0, founding.name))?;
    for (species, word) in [(Species::Channel, "channel"), (Species::Category, "category")] {
        let names = entries.iter().filter(|entry| entry.species == species);
        let names: Vec<&str> = names.map(|entry| entry.name.as_str()).collect();
        if !names.is_empty() {
            screen.line(format_args!(
                "{}: {}",
                screen.word((species.term(), word)),
                names.join("、")
            ))?;
        }
    }
    let next = screen.word(words::NEXT);
    screen
        .line(format_args!("{next}: gongdan register {file} unit --sheet 单位.xlsx --dry-run"))?;
    screen.line(format_args!("{next}: gongdan import {file} 旧工单.xlsx --by 姓名 --dry-run"))
}
