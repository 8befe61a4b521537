//! `gongdan register`: units, categories, channels and areas, listed, added or changed.

use std::path::PathBuf;

use clap::Args;
use gongdan::{
    ChannelKind, Hotline, Moment, NewEntry, OfficeCommand, Register, Result, Species, Stamp, now,
};
use serde_json::{Value, json};

use super::{open, receipt};
use crate::exit::{Exit, Outcome};
use crate::grid::Grid;
use crate::listed::{listed, word};
use crate::moments::{dated, moment};
use crate::screen::Screen;
use crate::shown::stamped;
use crate::words;

/// Which entry, and what is done to it.
#[derive(Args, Debug)]
pub(crate) struct Change {
    /// The hotline's file
    file: PathBuf,
    #[arg(help = listed("What sort of entry", Species::ALL.iter().map(|each| (each.word(), each.term()))))]
    species: String,
    /// The entry's name; a new one is added. Without a name, all are listed
    name: Option<String>,
    /// Another name by which it is found (别名)
    #[arg(long)]
    alias: Vec<String>,
    #[arg(long, help = listed("For a new channel", ChannelKind::ALL.iter().map(|kind| (kind.word(), kind.term()))))]
    kind: Option<String>,
    /// For a new entry: the group it is listed and ranked in (分组)
    #[arg(long)]
    group: Option<String>,
    /// For a new entry: the entry above it (上级)
    #[arg(long)]
    parent: Option<String>,
    /// For a new entry: its place in printed tables
    #[arg(long)]
    order: Option<u32>,
    /// Call it otherwise from a moment on
    #[arg(long, value_name = "NAME", group = "change")]
    rename: Option<String>,
    /// Give it nothing new from a moment on
    #[arg(long, group = "change")]
    retire: bool,
    /// Let another entry take it over from a moment on
    #[arg(long, value_name = "NAME", group = "change")]
    merge_into: Option<String>,
    /// From when a rename, retirement or merger holds, a date means its beginning; the moment of the command if left out
    #[arg(long, value_name = "MOMENT", requires = "change")]
    from: Option<String>,
    /// Who does it (经办人)
    #[arg(long, value_name = "NAME", default_value = words::FOUNDER)]
    by: String,
    /// When, in Beijing time; now if left out
    #[arg(long, value_name = "MOMENT")]
    at: Option<String>,
    /// Print the events that would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl Change {
    /// Lists the entries, or writes the change.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let species = Species::parse(&word(&self.species))?;
        let Some(name) = self.name.clone() else { return self.list(screen, species) };
        let stamp = Stamp::centre(&self.by, moment(self.at.as_deref())?);
        let mut hotline = Hotline::open(&self.file)?;
        let known =
            self.parent.is_none() && hotline.rulebook()?.register.find(species, &name).is_ok();
        let commands = match self.change(species, &name, stamp.at())? {
            Some(change) => vec![change],
            None if known && !self.alias.is_empty() => self.aliases(species, &name),
            None => vec![OfficeCommand::Add(self.entry(species, name)?)],
        };
        receipt::run_office(screen, &mut hotline, &stamp, commands, self.dry_run)
    }

    /// A dated change of an entry that stands.
    fn change(&self, species: Species, name: &str, at: Moment) -> Result<Option<OfficeCommand>> {
        let name = name.to_owned();
        let from = self.from.as_deref().map_or(Ok(at), dated)?;
        Ok(match (&self.rename, self.retire, &self.merge_into) {
            (Some(to), ..) => Some(OfficeCommand::Rename { species, name, to: to.clone(), from }),
            (_, true, _) => Some(OfficeCommand::Retire { species, name, from }),
            (.., Some(into)) => {
                Some(OfficeCommand::Merge { species, name, into: into.clone(), from })
            }
            (None, false, None) => None,
        })
    }

    fn aliases(&self, species: Species, name: &str) -> Vec<OfficeCommand> {
        let aliases = self.alias.iter().cloned();
        aliases
            .map(|alias| OfficeCommand::Alias { species, name: name.to_owned(), alias })
            .collect()
    }

    fn entry(&self, species: Species, name: String) -> Result<NewEntry> {
        let kind = self.kind.as_deref().map(|kind| ChannelKind::parse(&word(kind))).transpose()?;
        Ok(NewEntry {
            species,
            name,
            aliases: self.alias.clone(),
            channel_kind: kind,
            parent: self.parent.clone(),
            group: self.group.clone(),
            order: self.order,
        })
    }

    fn list(&self, screen: &Screen, species: Species) -> Outcome {
        let rules = open::reading(&self.file)?.rulebook()?;
        let lines = lines(&rules.register, species);
        if screen.json {
            screen.value(&json!({ "species": species.word(), "entries": lines }))?;
            return Ok(Exit::Done);
        }
        let columns = [
            ("id", words::SEQ),
            ("name", words::NAME),
            ("aliases", words::ALIASES),
            ("kind", words::KIND),
            ("parent", words::PARENT),
            ("group", words::GROUP),
            ("order", words::ORDER),
            ("retired_at", words::RETIRED),
            ("merged_into", words::MERGED),
        ];
        let empty = Grid::new();
        let mut grid = columns.iter().fold(empty, |grid, (_, pair)| grid.text(screen.word(*pair)));
        for line in &lines {
            grid.row(columns.iter().map(|(name, _)| cell(&line[*name])));
        }
        screen.table(&grid)?;
        Ok(Exit::Done)
    }
}

/// The entries as they stand now.
fn lines(register: &Register, species: Species) -> Vec<Value> {
    let at = now();
    let name = |id| register.path(species, id, at);
    let lines = register.all(species).map(|entry| {
        let place = entry.place(at);
        json!({
            "id": entry.id.0,
            "name": name(entry.id),
            "aliases": entry.aliases,
            "kind": entry.channel_kind.map(ChannelKind::word),
            "parent": place.parent.map(name),
            "group": place.group,
            "order": place.order,
            "retired_at": entry.retired_at.map(stamped),
            "merged_into": entry.merged.map(|(_, into)| name(into)),
        })
    });
    lines.collect()
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(texts) => texts.iter().map(cell).collect::<Vec<_>>().join("、"),
        other => other.to_string(),
    }
}
