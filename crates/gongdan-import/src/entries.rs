//! Registers from a sheet (登记簿): units, categories, channels or areas, an entry a row. All of it or nothing; what stands
//! already gets what the sheet has more.

use std::collections::BTreeMap;

use gongdan::{
    ChannelKind, Error, ErrorKind, Hotline, Invalid, Language, NewEntry, OfficeCommand,
    Problem as Wrong, Register, Species, Stamp,
};

use crate::cell::letters;
use crate::error::{ImportError, SheetError, SheetProblem};
use crate::import::{Report, RowError};
use crate::placed::plain;
use crate::row::SheetRow;
use crate::sheet::Sheet;

/// What a sheet can say of an entry, and the headings under which it does.
const FIELDS: [(&str, &[&str]); 7] = [
    (
        "name",
        &[
            "名称",
            "单位名称",
            "单位",
            "成员单位",
            "分类名称",
            "问题分类",
            "分类",
            "渠道名称",
            "渠道",
            "区域名称",
            "区域",
            "name",
        ],
    ),
    ("aliases", &["别名", "简称", "曾用名", "aliases"]),
    ("group", &["分组", "组别", "group"]),
    ("parent", &["上级", "上级单位", "上级分类", "上级区域", "parent"]),
    ("order", &["次序", "排序", "序号", "order"]),
    ("codes", &["编码", "codes"]),
    ("channel_kind", &["类别", "渠道类别", "kind"]),
];

/// In how many rows from the top the headings are looked for.
const TOP: usize = 20;

/// Where the fields stand.
struct Columns {
    header: u32,
    of: BTreeMap<&'static str, (u32, String)>,
}

/// The names and the codes of an entry.
type Stands = (Vec<String>, Vec<(String, String)>);

/// Why a row is refused, or why nothing goes on.
enum Stopped {
    Row(Box<RowError>),
    Machine(Box<Error>),
}

/// Imports a register, in one commit: `taken` entries are new, `added` ones got another name or code, `repeated` ones
/// stood as they are. A category or area may be a path (`城市管理>路灯`), whose steps are added from the top down; names
/// of one cell are parted by 、, codes are written SCHEME:CODE.
///
/// # Errors
/// What of the sheet as a whole cannot be read, and failures of the machine. What is wrong with rows stands in the
/// report, and nothing is written then.
pub fn import_register(
    hotline: &mut Hotline,
    stamp: &Stamp,
    (species, sheet): (Species, &Sheet),
    dry: bool,
) -> Result<Report, ImportError> {
    let columns = Columns::find(sheet)?;
    let mut report = Report { header: columns.header, ..Report::default() };
    hotline.begin()?;
    for row in sheet.rows.iter().filter(|row| row.number > columns.header) {
        match (Entry { columns: &columns, sheet, row, species }).enter(hotline, stamp, &mut report)
        {
            Ok(()) => {}
            Err(Stopped::Row(error)) => report.errors.push(*error),
            Err(Stopped::Machine(error)) => {
                hotline.roll_back()?;
                return Err((*error).into());
            }
        }
    }
    report.written = !dry && report.errors.is_empty();
    match report.written {
        true => hotline.commit()?,
        false => hotline.roll_back()?,
    }
    Ok(report)
}

impl Columns {
    fn find(sheet: &Sheet) -> Result<Self, SheetError> {
        let placed = sheet.rows.iter().take(TOP).map(Self::of);
        let best =
            placed.reduce(|best, next| if next.of.len() > best.of.len() { next } else { best });
        best.filter(|best| best.of.contains_key("name")).ok_or_else(|| {
            SheetError::new(
                "表格没有名称一列(可写:名称、单位名称、分类名称、渠道名称、区域名称)",
                "the sheet has no column of names (name, 名称, 单位名称, 分类名称, 渠道名称, 区域名称)",
            )
        })
    }

    fn of(row: &SheetRow) -> Self {
        let field = |wanted: &[&str]| {
            let found =
                row.cells.iter().find(|(_, cell)| wanted.contains(&plain(&cell.shown()).as_str()));
            found.map(|(column, cell)| (*column, cell.shown()))
        };
        let of = FIELDS.iter().filter_map(|(name, wanted)| Some((*name, field(wanted)?)));
        Self { header: row.number, of: of.collect() }
    }
}

/// A row that is an entry.
struct Entry<'a> {
    columns: &'a Columns,
    sheet: &'a Sheet,
    row: &'a SheetRow,
    species: Species,
}

impl Entry<'_> {
    fn enter(
        &self,
        hotline: &mut Hotline,
        stamp: &Stamp,
        report: &mut Report,
    ) -> Result<(), Stopped> {
        let steps = self.steps()?;
        let mut more = 0;
        for depth in 1..=steps.len() {
            let (path, last) = (steps[..depth].join(">"), depth == steps.len());
            let known = self.known(hotline, &path)?;
            if known && !last {
                continue;
            }
            if !known {
                let entry = self.entry(&steps[..depth], last)?;
                self.office(hotline, stamp, OfficeCommand::Add(entry))?;
                report.taken += 1;
            }
            more += if last { self.more(hotline, stamp, &path)? } else { 0 };
            match (known, more) {
                (false, _) => {}
                (true, 0) => report.repeated += 1,
                (true, _) => report.added += 1,
            }
        }
        Ok(())
    }

    /// The names from the top down.
    fn steps(&self) -> Result<Vec<String>, Stopped> {
        let empty = || self.wrong(Some("name"), Invalid::new("name", Wrong::Empty).into());
        let name = self.text("name").ok_or_else(empty)?;
        let path: Vec<String> = match self.species {
            Species::Category | Species::Area => parted(&name.replace("->", ">"), &['>', '→']),
            _ => vec![name],
        };
        let above =
            self.text("parent").map(|parent| parted(&parent.replace("->", ">"), &['>', '→']));
        Ok(above.unwrap_or_default().into_iter().chain(path).collect())
    }

    fn entry(&self, steps: &[String], last: bool) -> Result<NewEntry, Stopped> {
        let own = |field| self.text(field).filter(|_| last);
        let kind = own("channel_kind").map(|kind| ChannelKind::parse(&kind)).transpose();
        let order = own("order").map(|order| {
            let expected = "a whole number";
            order.parse().map_err(|_| Invalid::new("order", Wrong::Malformed { expected }))
        });
        let parent = steps.len().checked_sub(2).map(|above| steps[..=above].join(">"));
        Ok(NewEntry {
            species: self.species,
            name: steps.last().cloned().unwrap_or_default(),
            aliases: Vec::new(),
            channel_kind: kind.map_err(|wrong| self.wrong(Some("channel_kind"), wrong.into()))?,
            parent,
            group: own("group"),
            order: order.transpose().map_err(|wrong| self.wrong(Some("order"), wrong.into()))?,
        })
    }

    /// Other names and codes that the entry does not have yet.
    fn more(&self, hotline: &mut Hotline, stamp: &Stamp, path: &str) -> Result<u64, Stopped> {
        let (species, name) = (self.species, || path.to_owned());
        let (names, codes) = self.stands(hotline, path)?;
        let mut commands = Vec::new();
        for alias in self.parts("aliases").into_iter().filter(|alias| !names.contains(alias)) {
            commands.push(OfficeCommand::Alias { species, name: name(), alias });
        }
        for told in self.parts("codes") {
            let expected = "SCHEME:CODE";
            let malformed = || Invalid::new("code", Wrong::Malformed { expected });
            let parts = told.split_once([':', '\u{ff1a}']).ok_or_else(malformed);
            let (scheme, code) = parts.map_err(|wrong| self.wrong(Some("codes"), wrong.into()))?;
            let (scheme, code) = (scheme.trim().to_owned(), code.trim().to_owned());
            if !codes.contains(&(scheme.clone(), code.clone())) {
                commands.push(OfficeCommand::Code {
                    species,
                    name: name(),
                    scheme,
                    code: Some(code),
                });
            }
        }
        let more = commands.len() as u64;
        commands.into_iter().try_for_each(|command| self.office(hotline, stamp, command))?;
        Ok(more)
    }

    /// What a cell says that says several things.
    fn parts(&self, field: &str) -> Vec<String> {
        let signs = ['、', ';', '\u{ff1b}', ',', '\u{ff0c}'];
        parted(&self.text(field).unwrap_or_default(), &signs)
    }

    fn known(&self, hotline: &Hotline, path: &str) -> Result<bool, Stopped> {
        Ok(self.register(hotline)?.find(self.species, path).is_ok())
    }

    /// All names and codes of an entry, as they stand.
    fn stands(&self, hotline: &Hotline, path: &str) -> Result<Stands, Stopped> {
        let register = self.register(hotline)?;
        let found = register.find(self.species, path);
        let entry = found.map_err(|wrong| self.wrong(Some("name"), wrong.into()))?;
        let names = entry.names().iter().map(|(_, name)| name.clone());
        Ok((names.chain(entry.aliases.iter().cloned()).collect(), entry.codes().to_vec()))
    }

    fn register(&self, hotline: &Hotline) -> Result<Register, Stopped> {
        let rules = hotline.rulebook().map_err(|error| self.wrong(None, error))?;
        Ok(rules.register)
    }

    fn office(
        &self,
        hotline: &mut Hotline,
        stamp: &Stamp,
        command: OfficeCommand,
    ) -> Result<(), Stopped> {
        let done = hotline.office(stamp, command).map(|_| ());
        done.map_err(|error| {
            let field = error.invalid().map(|wrong| wrong.argument.to_owned());
            self.wrong(field.as_deref(), error)
        })
    }

    fn text(&self, field: &str) -> Option<String> {
        let (column, _) = self.columns.of.get(field)?;
        self.row.cell(*column).map(|cell| cell.shown())
    }

    /// What the library refuses is of this row; a failure of the machine is of none.
    fn wrong(&self, field: Option<&str>, error: Error) -> Stopped {
        use ErrorKind::{Conflict, InvalidInput, NotFound, Refused};
        if !matches!(error.kind(), Conflict | InvalidInput | NotFound | Refused) {
            return Stopped::Machine(Box::new(error));
        }
        let place = field.and_then(|field| self.columns.of.get(field));
        let (column, heading) = match place {
            Some((column, heading)) => (Some(letters(*column)), Some(heading.clone())),
            None => (None, None),
        };
        let (chinese, english) =
            (error.message(Language::Chinese), error.message(Language::English));
        let (sheet, row, field) =
            (self.sheet.name.clone(), self.row.number, field.map(str::to_owned));
        let problem = SheetProblem::new(chinese, english);
        Stopped::Row(Box::new(RowError { sheet, row, column, heading, field, problem }))
    }
}

/// The parts of a cell that says several things.
fn parted(text: &str, signs: &[char]) -> Vec<String> {
    let parts = text.split(|c| signs.contains(&c)).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
