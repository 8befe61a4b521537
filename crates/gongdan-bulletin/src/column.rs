//! A column of a table: which figure, under which heading.

use serde::{Deserialize, Serialize};

/// A column of a table: a count or measure, and the heading over it. Columns are data: places
/// differ in them, and change them from year to year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// The name of a count or measure, for example `closed_late_rate`.
    pub figure: String,
    /// The heading printed over it.
    pub head: String,
    /// The heading over this one and its neighbours of the same (超期工单 over 超期已办结 and
    /// 超期未办理); forms with one row of headings leave it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub over: Option<String>,
}

impl Column {
    /// A column of a count or measure under a heading.
    pub fn new(figure: impl Into<String>, head: impl Into<String>) -> Self {
        Self { figure: figure.into(), head: head.into(), over: None }
    }

    /// The column under a heading that it shares with its neighbours.
    #[must_use]
    pub fn under(mut self, over: impl Into<String>) -> Self {
        self.over = Some(over.into());
        self
    }
}
