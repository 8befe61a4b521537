//! A field: its name, heading, kind, class, what it says, and where it comes from.

use gongdan_domain::{List, Species};
use serde::Serialize;

use crate::words::Class;
use crate::words::flags::bit_of;

/// Of what kind the values of a field are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "kind", content = "of", rename_all = "snake_case")]
pub enum FieldKind {
    /// What something is called by in the file; below 2^53.
    Id,
    /// A number of something.
    Number,
    /// Yes or no.
    Flag,
    /// Milliseconds since 1970 UTC.
    Moment,
    /// A Beijing day.
    Day,
    /// Text.
    Text,
    /// A name of the register.
    Name(Species),
    /// Several names of the register.
    Names(Species),
    /// A word of a closed list.
    Word(#[serde(serialize_with = "List::serialize_name")] &'static List),
    /// The texts that stand beside an event.
    Texts,
    /// The events that a command wrote.
    Entries,
}

/// One field: the same in every face that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Field {
    /// Its name in every face.
    pub name: &'static str,
    /// The heading printed over it.
    pub heading: &'static str,
    /// Of what kind its values are.
    #[serde(flatten)]
    pub kind: FieldKind,
    /// How far it may go.
    pub class: Class,
    /// What it says, in an English sentence.
    pub note: &'static str,
    /// Whether there may be nothing.
    pub optional: bool,
    /// Whether the object of Rust, Python, C and the terminal has it, and not a table alone.
    pub shown: bool,
    #[serde(skip)]
    pub(crate) source: Source,
}

/// Where the values of a field come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Source {
    /// A column of a table of the file.
    Stored(&'static str, &'static str),
    /// A flag of a table of the file: which bit of its `flags`.
    Flag(&'static str, u32),
    /// An expression over the tables of the file.
    Sql(&'static str),
    /// The fold of the events alone: no row says it.
    Folded,
}

impl Source {
    /// Where a table keeps what bears a name: among its flags, or in a column.
    pub(crate) const fn kept(table: &'static str, name: &'static str) -> Self {
        match bit_of(table.as_bytes(), name.as_bytes()) {
            Some(bit) => Self::Flag(table, bit),
            None => Self::Stored(table, name),
        }
    }
}

impl Field {
    /// Where it comes from in SQL: a column or an expression over the file's tables; nothing when no
    /// row says it, so that no table has it.
    pub fn sql(&self) -> Option<String> {
        match self.source {
            Source::Stored(table, column) => Some(format!("{table}.{column}")),
            Source::Flag(table, bit) => Some(format!("({table}.flags >> {bit} & 1)")),
            Source::Sql(text) => Some(text.to_owned()),
            Source::Folded => None,
        }
    }

    /// Whether a list can be put into its order by the file alone.
    pub fn sorts(&self) -> bool {
        let ordered = !matches!(self.kind, FieldKind::Name(_) | FieldKind::Names(_));
        ordered && matches!(self.source, Source::Stored(..) | Source::Flag(..))
    }
}
