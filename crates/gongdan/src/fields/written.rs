//! What a command wrote.

use gongdan_domain::{EventKind, OfficeEventKind};
use serde::{Deserialize, Deserializer, Serialize};

use crate::words::known::{Known, known};

/// One event that was (or, in a dry run, would be) written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Written {
    /// Its place in the journal.
    pub seq: u64,
    /// Its name, as in the table of events.
    #[serde(deserialize_with = "event")]
    pub event: Known,
}

fn event<'de, D: Deserializer<'de>>(from: D) -> Result<Known, D::Error> {
    let office = OfficeEventKind::ALL.iter().map(|kind| kind.word());
    known(from, EventKind::ALL.iter().map(|kind| kind.word()).chain(office))
}
