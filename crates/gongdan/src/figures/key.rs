//! The key of a row: what it stands for, and how it is called.

use serde::{Deserialize, Serialize};

/// The key of a row in one grouping.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Key {
    /// Its number; [`Key::ONLINE`] and [`Key::NONE`] are no numbers of the register.
    pub id: i64,
    /// Its name as of the cut-off.
    pub name: String,
}

impl Key {
    /// Answered online without a category.
    pub const ONLINE: i64 = -1;
    /// None: no unit, no area, no category; of ages, those of tickets that have ended.
    pub const NONE: i64 = -2;
    /// Not known: an age over a year whose working days nobody has published.
    pub const UNKNOWN: i64 = -3;

    /// One with a name of its own.
    pub(crate) fn plain(id: i64, name: &str) -> Self {
        Self { id, name: name.to_owned() }
    }
}

/// A day, or a month, as it is written.
pub(crate) fn dashed(key: i64, day: bool) -> String {
    match day {
        true => format!("{:04}-{:02}-{:02}", key / 10_000, key / 100 % 100, key % 100),
        false => format!("{:04}-{:02}", key / 100, key % 100),
    }
}
