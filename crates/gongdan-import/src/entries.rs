//! Entries of a register from a sheet (登记簿): units, categories, channels or areas, one a row. What stands already gets what
//! the sheet has more.

use gongdan::{
    ChannelKind, Hotline, Invalid, NewEntry, OfficeCommand, Problem as Wrong, Register, Species,
    Stamp,
};

use crate::headed::{Field, Headed, Stopped};
use crate::import::Report;

/// What a sheet can say of an entry, and the headings under which it does.
pub(crate) const FIELDS: [Field; 7] = [
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

/// The names and the codes of an entry.
type Stands = (Vec<String>, Vec<(String, String)>);

/// A row that is an entry.
pub(crate) struct Entry<'a> {
    pub(crate) row: Headed<'a>,
    pub(crate) species: Species,
}

impl Entry<'_> {
    /// Adds what the register does not have, and counts what became of it.
    pub(crate) fn enter(
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
                self.row.office(hotline, stamp, OfficeCommand::Add(entry))?;
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
        let name = self.row.needed("name")?;
        let path: Vec<String> = match self.species {
            Species::Category | Species::Area => parted(&name.replace("->", ">"), &['>', '→']),
            _ => vec![name],
        };
        let above =
            self.row.text("parent").map(|parent| parted(&parent.replace("->", ">"), &['>', '→']));
        Ok(above.unwrap_or_default().into_iter().chain(path).collect())
    }

    fn entry(&self, steps: &[String], last: bool) -> Result<NewEntry, Stopped> {
        let own = |field| self.row.text(field).filter(|_| last);
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
            channel_kind: kind
                .map_err(|wrong| self.row.wrong(Some("channel_kind"), wrong.into()))?,
            parent,
            group: own("group"),
            order: order
                .transpose()
                .map_err(|wrong| self.row.wrong(Some("order"), wrong.into()))?,
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
            let (scheme, code) =
                parts.map_err(|wrong| self.row.wrong(Some("codes"), wrong.into()))?;
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
        for command in commands {
            self.row.office(hotline, stamp, command)?;
        }
        Ok(more)
    }

    /// What a cell says that says several things.
    fn parts(&self, field: &str) -> Vec<String> {
        let signs = ['、', ';', '\u{ff1b}', ',', '\u{ff0c}'];
        parted(&self.row.text(field).unwrap_or_default(), &signs)
    }

    fn known(&self, hotline: &Hotline, path: &str) -> Result<bool, Stopped> {
        Ok(self.register(hotline)?.find(self.species, path).is_ok())
    }

    /// All names and codes of an entry, as they stand.
    fn stands(&self, hotline: &Hotline, path: &str) -> Result<Stands, Stopped> {
        let register = self.register(hotline)?;
        let found = register.find(self.species, path);
        let entry = found.map_err(|wrong| self.row.wrong(Some("name"), wrong.into()))?;
        let names = entry.names().iter().map(|(_, name)| name.clone());
        Ok((names.chain(entry.aliases.iter().cloned()).collect(), entry.codes().to_vec()))
    }

    fn register(&self, hotline: &Hotline) -> Result<Register, Stopped> {
        let rules = hotline.rulebook().map_err(|error| self.row.wrong(None, error))?;
        Ok(rules.register)
    }
}

/// The parts of a cell that says several things.
fn parted(text: &str, signs: &[char]) -> Vec<String> {
    let parts = text.split(|c| signs.contains(&c)).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
