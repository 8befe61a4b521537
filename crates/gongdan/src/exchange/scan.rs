//! Whole tables, batch by batch: what analysts' tools read. The columns, their sorts and headings
//! are one list a table; the filter and the choice of columns are pushed into SQLite.

use serde::{Deserialize, Serialize};
use std::sync::Arc;

use gongdan_domain::{Language, List, Problem, Word};

use super::ahead::{Taker, ahead};
use crate::asking::{Filter, look_up};
use crate::fields::{Field, FieldKind};
use crate::hotline::Hotline;
use crate::store::{Chunk, Found, Names, Sheet};
use crate::words::{Class, Error, Result, Table};

/// What of a table is read, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ScanOptions {
    /// The columns by name, in this order; nothing means all but the personal ones (see
    /// [`Class`](crate::Class)). A personal one is read without telephone numbers.
    pub columns: Option<Vec<String>>,
    /// How many rows a batch has at most; at least 1.
    pub batch: usize,
    /// The language of the words in it; names are what they are.
    pub language: Language,
    /// Tickets from the newest intake on, as [`Hotline::find`] lists them; other tables have an order of their own.
    pub newest_first: bool,
}

impl Default for ScanOptions {
    /// All columns but the personal ones, 16,384 rows a batch, words as every face spells them.
    fn default() -> Self {
        let language = Language::English;
        Self { columns: None, batch: 16_384, language, newest_first: false }
    }
}

/// A table on its way out: one state of the file, read on its own connection by its own thread,
/// at most two batches ahead. Dropping it ends the reading. Forgetting it does so, too: when no
/// batch is taken for as long as the reading deadline ([`Options`](crate::Options)), the file is
/// let go, and what comes after the batches that are ready is an error. A table may take longer
/// in all.
pub struct Scan {
    columns: Vec<&'static Field>,
    words: Vec<Arc<Vec<String>>>,
    chunks: Taker,
}

impl Scan {
    /// Its columns.
    pub fn columns(&self) -> &[&'static Field] {
        &self.columns
    }

    /// The dictionary of each column; empty where the column is none of words.
    pub fn words(&self) -> &[Arc<Vec<String>>] {
        &self.words
    }
}

impl Iterator for Scan {
    type Item = Result<Chunk>;

    fn next(&mut self) -> Option<Self::Item> {
        self.chunks.take()
    }
}

impl Hotline {
    /// Reads a table as the file was last committed (what an open batch did is not seen). The
    /// filter narrows it to the tickets it finds, and to what belongs to them.
    ///
    /// ```
    /// # use gongdan::{ChannelKind, Founding, Hotline, Intake, Moment, NewEntry, OfficeCommand};
    /// # use gongdan::{Filter, RegionId, ScanOptions, Stamp, Table};
    /// # fn main() -> gongdan::Result<()> {
    /// # let folder = std::env::temp_dir().join(format!("gongdan-scan-{}", std::process::id()));
    /// # std::fs::create_dir_all(&folder).ok();
    /// # let path = folder.join("scan.db");
    /// # let (name, office) = ("衡东县".into(), "衡东县行政审批服务局".into());
    /// # let founding = Founding { region: RegionId(430424), name, office };
    /// # let desk = Stamp::centre("坐席07", Moment::parse("at", "2020-09-01 09:12")?);
    /// # let mut hotline = Hotline::create(&path, &founding, &desk)?;
    /// # hotline.office(&desk, OfficeCommand::Add(NewEntry::channel("来电", ChannelKind::Call)))?;
    /// hotline.intake(&desk, &Intake::new("来电", "路灯不亮"))?;
    /// let columns = Some(vec!["number".to_owned(), "stage".to_owned()]);
    /// let options = ScanOptions { columns, ..ScanOptions::default() };
    /// let mut scan = hotline.scan(Table::Tickets, &Filter::new(), &options)?;
    /// assert_eq!(scan.next().transpose()?.map(|chunk| chunk.rows), Some(1));
    /// assert!(scan.next().is_none());
    /// # drop((scan, hotline));
    /// # std::fs::remove_dir_all(&folder).ok();
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// `InvalidInput` names an unknown column or that there is none, an unknown channel, category or unit, or a filter that the
    /// table cannot have; `Busy`, `Io`. What fails later comes as an item, `InvalidInput` when no
    /// batch was taken, or none could be read, within the reading deadline.
    pub fn scan(&self, table: Table, filter: &Filter, options: &ScanOptions) -> Result<Scan> {
        let columns = chosen(table, options.columns.as_deref())?;
        self.ensure_may_read(&columns)?;
        self.ensure_may_search(filter)?;
        let now = self.last_at()?;
        if filter.as_of.is_some() {
            let rule = "tables are as things stand now; find lists those of an earlier moment";
            return Err(Error::invalid_input("as_of", Problem::Rule { rule }));
        }
        let (found, names) = self.ask_now(|region, rules, reading| {
            let name = |column: &&Field| match column.kind {
                FieldKind::Name(species) | FieldKind::Names(species) => {
                    Names::of(rules.register.all(species).map(|entry| {
                        (i64::from(entry.id.0), rules.register.path(species, entry.id, now))
                    }))
                }
                FieldKind::Word(list) => words(list, options.language),
                _ => Names::default(),
            };
            let names: Vec<Names> = columns.iter().map(name).collect();
            let found = Found {
                related: self.named(filter.related.as_deref())?,
                sight: self.store.sight(),
                ..look_up(filter, reading)?
            };
            Ok((self.narrowed(region, filter, reading, found)?, names))
        })?;
        let words = names.iter().map(Names::words).collect();
        let order = (table, options.newest_first);
        let sheet = Sheet::open(&self.store, order, &columns, names, &found)?;
        let (giver, chunks) = ahead();
        let batch = options.batch.max(1);
        let read = move || {
            let read = sheet.read(batch, &mut |chunk, limit| giver.give(chunk, limit));
            read.err().into_iter().for_each(|error| giver.fail(error));
        };
        let reader = std::thread::Builder::new().name("gongdan-scan".to_owned()).spawn(read);
        reader.map_err(|error| Error::plain(crate::ErrorKind::Io, error.to_string()))?;
        Ok(Scan { columns, words, chunks })
    }

    /// Whoever sees no texts is given none.
    fn ensure_may_read(&self, columns: &[&'static Field]) -> Result<()> {
        let personal = columns.iter().any(|column| column.class >= Class::Personal);
        match personal && self.store.sight().is_textless() {
            false => Ok(()),
            true => {
                let rule = "an analyst sees no texts";
                Err(Error::invalid_input("columns", Problem::Rule { rule }))
            }
        }
    }
}

fn chosen(table: Table, names: Option<&[String]>) -> Result<Vec<&'static Field>> {
    let all = table.columns();
    let Some(names) = names else { return Ok(table.shown().collect()) };
    if names.is_empty() {
        return Err(Error::invalid_input("columns", Problem::Empty));
    }
    let find = |name: &String| {
        all.iter().find(|column| column.name == name).ok_or_else(|| {
            let given = name.chars().take(40).collect();
            let nearest = all.iter().map(|column| column.name.to_owned()).collect();
            Error::invalid_input("columns", Problem::Unknown { given, nearest })
        })
    };
    names.iter().map(find).collect()
}

/// The dictionary of a closed list: code, and word or office term.
fn words(list: &List, language: Language) -> Names {
    let word = |word: &Word| match language {
        Language::Chinese => word.term,
        Language::English => word.word,
    };
    Names::of(list.words.iter().map(|each| (each.code, word(each).to_owned())))
}
