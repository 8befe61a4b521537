//! What a verification says: what was checked, and what does not agree.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};

use crate::words::known::{Known, known};

/// No more findings than this are listed: a wrecked file would list every row.
pub(super) const ENOUGH: usize = 1_000;

/// Something that does not agree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Finding {
    /// What sort of disagreement: `page`, `key`, `schema`, `hash`, `gap`, `body`, `head`, `text`,
    /// `file`, `row`, `missing`, `extra`, `anchor`.
    #[serde(deserialize_with = "kind")]
    pub kind: Known,
    /// The event it was found at, where there is one.
    pub seq: Option<u64>,
    /// The ticket's printed number, where there is one.
    pub ticket: Option<String>,
    /// What does not agree, in a sentence without personal data.
    pub what: String,
}

/// The sorts of disagreement.
const KINDS: [Known; 13] = [
    "page", "key", "schema", "hash", "gap", "body", "head", "text", "file", "row", "missing",
    "extra", "anchor",
];

fn kind<'de, D: Deserializer<'de>>(from: D) -> Result<Known, D::Error> {
    known(from, KINDS.into_iter())
}

impl Finding {
    /// Of the file as a whole.
    pub fn new(kind: Known, what: impl Into<String>) -> Self {
        Self { kind, seq: None, ticket: None, what: what.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.kind)?;
        self.seq.map_or(Ok(()), |seq| write!(f, ", event {seq}"))?;
        self.ticket.as_ref().map_or(Ok(()), |number| write!(f, ", ticket {number}"))?;
        write!(f, ": {}", self.what)
    }
}

/// What was checked, and what was found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Verified {
    /// Events replayed, their chain checked.
    pub events: u64,
    /// Tickets folded and compared with their rows.
    pub tickets: u64,
    /// Rows compared, column by column.
    pub rows: u64,
    /// Texts whose salted hash was checked.
    pub texts: u64,
    /// Texts among them that were erased: of these only the event is left to check.
    pub erased: u64,
    /// Anchors held against the journal: the caller's, and the heads in the file's own issues.
    pub anchors: u64,
    /// What was not, or cannot be, checked; one sentence each.
    pub not_checked: Vec<String>,
    /// The last event's sequence and hash, to be compared with one printed elsewhere.
    pub head: (u64, String),
    /// Everything that does not agree; empty when the file is sound.
    pub findings: Vec<Finding>,
}

impl Verified {
    /// Whether nothing was found.
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }

    pub(super) fn find(&mut self, kind: &'static str, what: impl Into<String>) {
        self.findings.push(Finding::new(kind, what));
    }

    pub(super) fn find_at(&mut self, kind: &'static str, seq: u64, what: impl Into<String>) {
        self.findings.push(Finding { seq: Some(seq), ..Finding::new(kind, what) });
    }

    /// Takes over what was found of a part. That the same could not be read is said once.
    pub(super) fn add(&mut self, part: Self) {
        self.add_some(part, usize::MAX);
    }

    /// [`Verified::add`], no more findings than there is room for in so many.
    pub(super) fn add_some(&mut self, part: Self, most: usize) {
        self.events += part.events;
        self.tickets += part.tickets;
        self.rows += part.rows;
        self.texts += part.texts;
        self.erased += part.erased;
        self.anchors += part.anchors;
        let room = most.saturating_sub(self.findings.len());
        for finding in part.findings.into_iter().take(room) {
            let again = finding.kind == "page" && self.findings.contains(&finding);
            (!again).then(|| self.findings.push(finding));
        }
    }

    pub(super) fn find_of(&mut self, kind: &'static str, number: &str, what: impl Into<String>) {
        let ticket = Some(number.to_owned());
        self.findings.push(Finding { ticket, ..Finding::new(kind, what) });
    }
}
