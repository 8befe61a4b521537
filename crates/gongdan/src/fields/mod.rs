//! The fields that are shown: one row each says its name, heading, kind and class, what it means, and
//! where it comes from. Tables, views, lists, `show`, C, Python and the classes follow these rows.

use gongdan_domain::{List, Species};
use serde::Serialize;

use crate::words::Class;

mod classes;
mod entry;
mod event;
mod fact;
mod leg;
mod read;
mod receipt;
mod shown;
mod table;
mod ticket;

pub use entry::Entry;
pub use event::HistoryEntry;
pub use receipt::Receipt;
pub use shown::Shown;
pub use table::Table;
pub use ticket::TicketView;

pub(crate) use read::{Reading, Stored};
pub(crate) use ticket::Seen;

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
    /// An expression over the tables of the file.
    Sql(&'static str),
    /// The fold of the events alone: no row says it.
    Folded,
}

impl Field {
    /// Where it comes from in SQL: a column or an expression over the file's tables; nothing when no
    /// row says it, so that no table has it.
    pub fn sql(&self) -> Option<String> {
        match self.source {
            Source::Stored(table, column) => Some(format!("{table}.{column}")),
            Source::Sql(text) => Some(text.to_owned()),
            Source::Folded => None,
        }
    }

    /// Whether a list can be put into its order by the file alone.
    pub fn sorts(&self) -> bool {
        let ordered = !matches!(self.kind, FieldKind::Name(_) | FieldKind::Names(_));
        ordered && matches!(self.source, Source::Stored(..))
    }
}

/// Makes the rows of fields of one thing, kept in a table of the file, and where it says so the
/// object that shows them. A row: what it says, its name, the type of its value in the object (and how the
/// value is made of what the object is made of), heading, kind, class, and where it stands:
/// `stored` (in a column of its name, or `as` another), `sql` (an expression), or `folded`.
macro_rules! fields {
    ($list:ident in $table:literal {
        $(#[doc = $note:literal] $name:ident
            $heading:literal, $kind:expr, $class:ident, $source:ident $(($($from:tt)+))?;)+
    }) => {
        pub(super) const $list: &[$crate::fields::Field] = &[$($crate::fields::Field {
            name: stringify!($name),
            heading: $heading,
            kind: $kind,
            class: $crate::words::Class::$class,
            note: $note.trim_ascii(),
            optional: true,
            shown: false,
            source: $crate::fields::source!($table $name $source $(($($from)+))?),
        }),+];
    };
    ($(#[doc = $doc:literal])+ $object:ident: $list:ident in $table:literal {
        $(#[doc = $note:literal] $name:ident $(: $type:ty)?,
            $heading:literal, $kind:expr, $class:ident, $source:ident $(($($from:tt)+))?;)+
    }) => {
        $(#[doc = $doc])+
        #[derive(Clone, PartialEq, Eq, serde::Serialize)]
        pub struct $object {
            $($(#[doc = $note] pub $name: $type,)?)+
        }

        pub(super) const $list: &[$crate::fields::Field] = &[$($crate::fields::Field {
            name: stringify!($name),
            heading: $heading,
            kind: $kind,
            class: $crate::words::Class::$class,
            note: $note.trim_ascii(),
            optional: $crate::fields::optional!($($type)?),
            shown: $crate::fields::given!($($type)?),
            source: $crate::fields::source!($table $name $source $(($($from)+))?),
        }),+];

        impl $object {
            /// Its fields, in order.
            pub fn fields() -> impl Iterator<Item = &'static $crate::fields::Field> {
                $list.iter().filter(|field| field.shown)
            }

            /// Its fields with their values, in order.
            pub fn values(
                &self,
            ) -> impl Iterator<Item = (&'static $crate::fields::Field, $crate::fields::Shown<'_>)> {
                let values = [$($(<$type as $crate::fields::shown::Show>::show(&self.$name),)?)+];
                Self::fields().zip(values)
            }
        }
    };
    ($(#[doc = $doc:literal])+ $object:ident($of:ident: $from:ty): $list:ident in $table:literal {
        $(#[doc = $note:literal] $name:ident $(: $type:ty = $value:expr)?,
            $heading:literal, $kind:expr, $class:ident, $source:ident $(($($origin:tt)+))?;)+
    }) => {
        $crate::fields::fields! {
            $(#[doc = $doc])+
            $object: $list in $table {
                $(#[doc = $note] $name $(: $type)?,
                    $heading, $kind, $class, $source $(($($origin)+))?;)+
            }
        }

        impl $object {
            pub(crate) fn new($of: $from) -> Self {
                Self { $($($name: <$type>::from($value),)?)+ }
            }

            /// From the cells of its fields, in their order; nothing when one holds what was never
            /// written.
            pub(crate) fn read<'a>(
                mut cells: impl Iterator<Item = $crate::fields::Stored<'a>>,
                reading: $crate::fields::Reading<'_>,
            ) -> Option<Self> {
                let mut fields = Self::fields();
                Some(Self {
                    $($($name: $crate::fields::read::next::<$type>(
                        fields.next()?, &mut cells, reading,
                    )?,)?)+
                })
            }
        }
    };
}
pub(crate) use fields;

/// Where a field stands.
macro_rules! source {
    ($table:literal $name:ident stored) => {
        $crate::fields::Source::Stored($table, stringify!($name))
    };
    ($table:literal $name:ident stored ($column:literal)) => {
        $crate::fields::Source::Stored($table, $column)
    };
    ($table:literal $name:ident sql ($text:expr)) => {
        $crate::fields::Source::Sql($text)
    };
    ($table:literal $name:ident folded) => {
        $crate::fields::Source::Folded
    };
}
pub(crate) use source;

/// Whether there may be nothing: a column of a table may always be empty.
macro_rules! optional {
    () => {
        true
    };
    ($type:ty) => {
        <$type as $crate::fields::shown::Show>::OPTIONAL
    };
}
pub(crate) use optional;

/// Whether there is anything.
macro_rules! given {
    () => {
        false
    };
    ($type:ty) => {
        true
    };
}
pub(crate) use given;
