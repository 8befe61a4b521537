//! How the rows of fields become lists and objects.

/// Makes the rows of fields of one thing, kept in a table of the file, and where it says so the
/// object that shows them. A row: what it says, its name, the type of its value in the object (and how the
/// value is made of what the object is made of), heading, kind, class, and where it stands:
/// `stored` (in a column of its name, or `as` another), `sql` (an expression), or `folded`.
macro_rules! fields {
    ($list:ident in $table:literal {
        $(#[doc = $note:literal] $name:ident
            $heading:literal, $kind:expr, $class:ident, $source:ident $(($($from:tt)+))?;)+
    }) => {
        pub(super) const $list: &[$crate::fields::field::Field] = &[$($crate::fields::field::Field {
            name: stringify!($name),
            heading: $heading,
            kind: $kind,
            class: $crate::words::Class::$class,
            note: $note.trim_ascii(),
            optional: true,
            shown: false,
            source: $crate::fields::made::source!($table $name $source $(($($from)+))?),
        }),+];
    };
    ($(#[doc = $doc:literal])+ $object:ident: $list:ident in $table:literal {
        $(#[doc = $note:literal] $name:ident $(: $type:ty)?,
            $heading:literal, $kind:expr, $class:ident, $source:ident $(($($from:tt)+))?;)+
    }) => {
        $(#[doc = $doc])+
        #[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[non_exhaustive]
        pub struct $object {
            $($(#[doc = $note] pub $name: $type,)?)+
        }

        pub(super) const $list: &[$crate::fields::field::Field] = &[$($crate::fields::field::Field {
            name: stringify!($name),
            heading: $heading,
            kind: $kind,
            class: $crate::words::Class::$class,
            note: $note.trim_ascii(),
            optional: $crate::fields::made::optional!($($type)?),
            shown: $crate::fields::made::given!($($type)?),
            source: $crate::fields::made::source!($table $name $source $(($($from)+))?),
        }),+];

        impl $object {
            /// Its fields, in order.
            pub fn fields() -> impl Iterator<Item = &'static $crate::fields::field::Field> {
                $list.iter().filter(|field| field.shown)
            }

            /// Its fields with their values, in order.
            pub fn values(
                &self,
            ) -> impl Iterator<Item = (&'static $crate::fields::field::Field, $crate::fields::shown::Shown<'_>)> {
                let values = [$($(<$type as $crate::fields::shown::Show>::show(&self.$name),)?)+];
                Self::fields().zip(values)
            }
        }
    };
    ($(#[doc = $doc:literal])+ $object:ident($of:ident: $from:ty): $list:ident in $table:literal {
        $(#[doc = $note:literal] $name:ident $(: $type:ty = $value:expr)?,
            $heading:literal, $kind:expr, $class:ident, $source:ident $(($($origin:tt)+))?;)+
    }) => {
        $crate::fields::made::fields! {
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
                mut cells: impl Iterator<Item = $crate::fields::read::Stored<'a>>,
                reading: $crate::fields::read::Reading<'_>,
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
        $crate::fields::field::Source::kept($table, stringify!($name))
    };
    ($table:literal $name:ident stored ($column:literal)) => {
        $crate::fields::field::Source::Stored($table, $column)
    };
    ($table:literal $name:ident sql ($text:expr)) => {
        $crate::fields::field::Source::Sql($text)
    };
    ($table:literal $name:ident folded) => {
        $crate::fields::field::Source::Folded
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
