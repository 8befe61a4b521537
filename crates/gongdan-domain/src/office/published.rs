//! A published issue: number, period, cut-off, figures and journal head, frozen.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ids::TicketId;
use crate::invalid::{Invalid, Problem};
use crate::moment::Moment;
use crate::text;

use super::imprint::Imprint;

/// One row of a frozen table: the counts that are not zero, by their names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenRow {
    /// The key's name as printed.
    pub key: String,
    /// The key's number.
    pub id: i64,
    /// Count by name.
    pub counts: BTreeMap<String, i64>,
}

/// One frozen table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenTable {
    /// By what it is broken down, as every face spells it.
    pub by: String,
    /// Its rows.
    pub rows: Vec<FrozenRow>,
}

/// An issue (期) as it was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// The year it is numbered in.
    pub year: i32,
    /// Its number within the year: 9 for 〔2020〕第9期.
    pub number: u32,
    /// The period it is about, as every face spells it.
    pub period: String,
    /// Its cut-off.
    pub as_of: Moment,
    /// How many events the journal had: nothing after them was seen.
    pub seen: u64,
    /// The hash of the last of these events, in hexadecimal.
    pub head: String,
    /// The measures it printed, each with the name of its rule.
    pub rules: BTreeMap<String, String>,
    /// The ranking formula it used, by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formula: Option<String>,
    /// Its tables.
    pub tables: Vec<FrozenTable>,
    /// The difficult tickets it named: the next issue follows them up.
    pub difficult: Vec<TicketId>,
    /// Who answers for publishing it with a difference that nothing explains, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers_for: Option<String>,
    /// The words that are printed with the figures; nothing where figures alone were published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub imprint: Option<Imprint>,
}

impl Published {
    /// Checks number, year, the name that answers for a difference, and the imprint.
    pub(super) fn check(&self) -> Result<(), Invalid> {
        if !(1..=9_999).contains(&self.number) {
            return Err(Invalid::new("number", Problem::OutOfRange { from: 1, to: 9_999 }));
        }
        if !(1_949..=9_999).contains(&self.year) {
            return Err(Invalid::new("year", Problem::OutOfRange { from: 1_949, to: 9_999 }));
        }
        if let Some(who) = &self.answers_for {
            text::required("answers_for", who, text::MAX_NAME)?;
        }
        self.imprint.as_ref().map_or(Ok(()), Imprint::check)
    }
}
