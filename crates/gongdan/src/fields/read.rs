//! A field's value from the rows of the file: one way for each type, whatever the field.

use gongdan_domain::{
    CloseOutcome, EntryId, Kind, Moment, Register, Satisfaction, Species, Stage, TicketId, Urgency,
    without_person,
};

use super::field::{Field, FieldKind};
use crate::words::Class;

/// What stands in a cell of the file.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Stored<'a> {
    Nothing,
    Number(i64),
    Text(&'a str),
}

/// How values are read: by which register, and under the names of which moment.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'a> {
    pub(crate) register: &'a Register,
    pub(crate) at: Moment,
}

impl Reading<'_> {
    pub(crate) fn name(&self, species: Species, id: EntryId) -> String {
        self.register.path(species, id, self.at)
    }
}

/// What can be read from a cell.
pub(crate) trait FromStored: Sized {
    /// Nothing when the cell holds what was never written so.
    fn read(stored: Stored<'_>, field: &Field, reading: Reading<'_>) -> Option<Self>;
}

/// The value of the next field.
pub(super) fn next<'a, T: FromStored>(
    field: &Field,
    cells: &mut impl Iterator<Item = Stored<'a>>,
    reading: Reading<'_>,
) -> Option<T> {
    T::read(cells.next()?, field, reading)
}

impl<T: FromStored> FromStored for Option<T> {
    fn read(stored: Stored<'_>, field: &Field, reading: Reading<'_>) -> Option<Self> {
        match stored {
            Stored::Nothing => Some(None),
            _ => T::read(stored, field, reading).map(Some),
        }
    }
}

/// Makes a type read from a number.
macro_rules! numbers {
    ($($type:ty: $number:ident => $read:expr;)+) => {
        $(impl FromStored for $type {
            fn read(stored: Stored<'_>, _: &Field, _: Reading<'_>) -> Option<Self> {
                let Stored::Number($number) = stored else { return None };
                $read
            }
        })+
    };
}

numbers! {
    bool: flag => Some(flag != 0);
    u32: number => Self::try_from(number).ok();
    TicketId: id => Some(Self(id));
    Moment: ms => Self::from_ms("at", ms).ok();
    Stage: code => Self::from_code(code);
    Kind: code => Self::from_code(code);
    Urgency: code => Self::from_code(code);
    Satisfaction: code => Self::from_code(code);
    CloseOutcome: code => Self::from_code(code);
}

impl FromStored for String {
    /// A name, or a text; one that can name a citizen is read without telephone numbers.
    fn read(stored: Stored<'_>, field: &Field, reading: Reading<'_>) -> Option<Self> {
        match (field.kind, stored) {
            (FieldKind::Name(species), Stored::Number(id)) => {
                Some(reading.name(species, EntryId(u32::try_from(id).ok()?)))
            }
            (_, Stored::Text(text)) if field.class >= Class::Personal => Some(shown(text)),
            (_, Stored::Text(text)) => Some(text.to_owned()),
            _ => None,
        }
    }
}

/// A text as whoever may not see the caller reads it; the caller's name may stand after U+001F.
pub(crate) fn shown(stored: &str) -> String {
    let (text, name) = match stored.split_once('\u{1f}') {
        Some((text, name)) => (text, Some(name)),
        None => (stored, None),
    };
    without_person(text, name).into_owned()
}

impl FromStored for Vec<String> {
    /// Several names: their numbers joined by commas.
    fn read(stored: Stored<'_>, field: &Field, reading: Reading<'_>) -> Option<Self> {
        let FieldKind::Names(species) = field.kind else { return None };
        let name = |id: &str| Some(reading.name(species, EntryId(id.parse().ok()?)));
        match stored {
            Stored::Nothing => Some(Self::new()),
            Stored::Text(joined) => joined.split(',').map(name).collect(),
            Stored::Number(_) => None,
        }
    }
}
