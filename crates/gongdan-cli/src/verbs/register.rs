//! `gongdan register`: units, categories, channels and areas, listed, added or changed.

use std::path::{Path, PathBuf};

use clap::Args;
use gongdan::{
    ChannelKind, Hotline, Invalid, Moment, NewEntry, OfficeCommand, Place, Problem, Register,
    Result, Species, Stamp, now,
};
use gongdan_import::{ImportError, Sheet, SheetOf, import_register};
use serde_json::{Value, json};

use super::{import, open, receipt};
use crate::exit::{Exit, Failure, Outcome};
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
    #[arg(help = listed("What sort of entry; with --sheet also contacts 诉求量, notices 放假通知", Species::ALL.iter().map(|each| (each.word(), each.term()))))]
    species: String,
    /// The entry's name; a new one is added. Without a name, all are listed
    name: Option<String>,
    /// Add what a sheet has, an entry a row (.xlsx, .xls, CSV or TSV), under the headings 名称, 别名, 分组, 上级, 次序, 编码,
    /// 类别: all of it or nothing; what stands gets what the sheet has more. Contacts by day stand under 日期, 渠道, 诉求量,
    /// the whole day's, and correct what was counted; the days of notices under 年份, 发布日期, 文件, 日期, 安排, 节日
    #[arg(long, value_name = "FILE", conflicts_with_all = ["name", "change"])]
    sheet: Option<PathBuf>,
    /// Another name by which it is found (别名)
    #[arg(long)]
    alias: Vec<String>,
    /// A code of a scheme that it bears beside its names, for example GB/T39666:010203; SCHEME: alone takes it away (编码)
    #[arg(long, value_name = "SCHEME:CODE")]
    code: Vec<String>,
    #[arg(long, help = listed("For a new channel", ChannelKind::ALL.iter().map(|kind| (kind.word(), kind.term()))))]
    kind: Option<String>,
    /// For a new entry, or one that moves: the group it is listed and ranked in (分组)
    #[arg(long)]
    group: Option<String>,
    /// For a new entry, or one that moves: the entry above it (上级)
    #[arg(long)]
    parent: Option<String>,
    /// For a new entry, or one that moves: its place in printed tables
    #[arg(long)]
    order: Option<u32>,
    /// Move it in tree, group or order from a moment on; what is not told stays
    #[arg(long = "move", group = "change")]
    moves: bool,
    /// With --move: put it at the top of the tree
    #[arg(long, requires = "moves", conflicts_with = "parent")]
    top: bool,
    /// Call it otherwise from a moment on
    #[arg(long, value_name = "NAME", group = "change")]
    rename: Option<String>,
    /// Give it nothing new from a moment on
    #[arg(long, group = "change")]
    retire: bool,
    /// Let another entry take it over from a moment on
    #[arg(long, value_name = "NAME", group = "change")]
    merge_into: Option<String>,
    /// From when a rename, move, retirement or merger holds, a date means its beginning; the moment of the command if left out
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
        if let Some(sheet) = &self.sheet {
            return self.of_sheet(screen, SheetOf::parse(&word(&self.species))?, sheet);
        }
        let species = Species::parse(&word(&self.species))?;
        let Some(name) = self.name.clone() else { return self.list(screen, species) };
        let stamp = Stamp::centre(&self.by, moment(self.at.as_deref())?);
        let mut hotline = Hotline::open(&self.file)?;
        let register = hotline.rulebook()?.register;
        let known = self.parent.is_none() && register.find(species, &name).is_ok();
        let commands = match self.change(&register, species, &name, stamp.at())? {
            Some(change) => vec![change],
            None if known && self.tells_more() => self.aliases(species, &name),
            None => vec![OfficeCommand::Add(self.entry(species, name.clone())?)],
        };
        let path = self.parent.iter().fold(name.clone(), |name, parent| format!("{parent}>{name}"));
        let coded = if known { &name } else { &path };
        let codes = self.codes(species, coded)?;
        let commands = commands.into_iter().chain(codes).collect();
        receipt::run_office(screen, &mut hotline, &stamp, commands, self.dry_run)
    }

    /// Adds what a sheet has.
    fn of_sheet(&self, screen: &Screen, of: SheetOf, path: &Path) -> Outcome {
        let bytes = std::fs::read(path).map_err(Failure::file(path))?;
        let sheet = Sheet::open(&bytes, None).map_err(import::of_sheet)?;
        let stamp = Stamp::centre(&self.by, moment(self.at.as_deref())?);
        let mut hotline = Hotline::open(&self.file)?;
        let report = import_register(&mut hotline, &stamp, (of, &sheet), self.dry_run);
        let report = report.map_err(|error| match error {
            ImportError::Hotline(error) => error.into(),
            ImportError::Sheet(wrong) => import::of_sheet(wrong),
        })?;
        import::tell(screen, words::NEW_ENTRIES, &report)?;
        Ok(if report.errors.is_empty() { Exit::Done } else { Exit::Refused })
    }

    /// A dated change of an entry that stands.
    fn change(
        &self,
        register: &Register,
        species: Species,
        name: &str,
        at: Moment,
    ) -> Result<Option<OfficeCommand>> {
        let from = self.from.as_deref().map_or(Ok(at), |from| dated("from", from))?;
        if self.moves {
            let (place, name) = (self.moved(register, species, name, from)?, name.to_owned());
            return Ok(Some(OfficeCommand::Place { species, name, place, from }));
        }
        let name = name.to_owned();
        Ok(match (&self.rename, self.retire, &self.merge_into) {
            (Some(to), ..) => Some(OfficeCommand::Rename { species, name, to: to.clone(), from }),
            (_, true, _) => Some(OfficeCommand::Retire { species, name, from }),
            (.., Some(into)) => {
                Some(OfficeCommand::Merge { species, name, into: into.clone(), from })
            }
            (None, false, None) => None,
        })
    }

    /// Where an entry stands from a moment on: as before, but for what is told.
    fn moved(
        &self,
        register: &Register,
        species: Species,
        name: &str,
        from: Moment,
    ) -> Result<Place> {
        let stands = register.find(species, name)?.place(from);
        let above = self.parent.as_deref();
        let above = above.map(|parent| register.find(species, parent).map(|entry| entry.id));
        let above = above.transpose().map_err(|wrong| wrong.named("parent"))?;
        Ok(Place {
            parent: above.or(stands.parent).filter(|_| !self.top),
            group: self.group.clone().or(stands.group),
            order: self.order.unwrap_or(stands.order),
        })
    }

    /// Whether something is told that an entry can have more of.
    fn tells_more(&self) -> bool {
        !self.alias.is_empty() || !self.code.is_empty()
    }

    fn codes(&self, species: Species, name: &str) -> Result<Vec<OfficeCommand>> {
        let expected = "SCHEME:CODE";
        let malformed = || Invalid::new("code", Problem::Malformed { expected });
        let code = |given: &String| {
            let (scheme, code) = given.split_once([':', '：']).ok_or_else(malformed)?;
            let (scheme, name) = (scheme.to_owned(), name.to_owned());
            let code = Some(code.to_owned()).filter(|code| !code.trim().is_empty());
            Ok(OfficeCommand::Code { species, name, scheme, code })
        };
        self.code.iter().map(code).collect()
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
            ("codes", words::CODES),
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
            "codes": entry.codes().iter().map(|(scheme, code)| format!("{scheme}:{code}")).collect::<Vec<_>>(),
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
