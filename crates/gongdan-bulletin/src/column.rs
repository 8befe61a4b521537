//! A column of a table: which figure, under which heading.

use gongdan::{Argument, Invalid, Problem, Taken, Typed};
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

/// The columns of a table, as they are asked for: each a figure and its heading, and where it has one
/// the heading that it shares with its neighbours. JSON may name these three, or list them.
///
/// ```
/// let told = r#"[["accepted", "受理"], {"figure": "closed", "head": "结案", "over": "办理"}]"#;
/// let columns: gongdan_bulletin::Columns = serde_json::from_str(told)?;
/// assert_eq!(columns.0[1].over.as_deref(), Some("办理"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Columns(pub Vec<Column>);

impl From<Vec<Column>> for Columns {
    fn from(columns: Vec<Column>) -> Self {
        Self(columns)
    }
}

impl Taken for Columns {
    fn taken(argument: &Argument, typed: Typed) -> Result<Self, Invalid> {
        let told = match typed {
            Typed::Text(json) => serde_json::from_str(&json).ok(),
            Typed::Several(all) => all.into_iter().map(column).collect(),
            _ => None,
        };
        let expected = r#"[["accepted", "受理件数"], ...]: figures, each with its heading"#;
        told.map(Self).ok_or_else(|| argument.wrong(Problem::Malformed { expected }))
    }
}

/// One column, as a list of its texts or as a structure.
fn column(typed: Typed) -> Option<Column> {
    let parts = match typed {
        Typed::Several(parts) => parts,
        Typed::Structure(json) => return serde_json::from_str(&json).ok(),
        _ => return None,
    };
    let texts: Option<Vec<String>> = parts.into_iter().map(text).collect();
    match texts?.as_slice() {
        [figure, head] => Some(Column::new(figure, head)),
        [figure, head, over] => Some(Column::new(figure, head).under(over)),
        _ => None,
    }
}

fn text(typed: Typed) -> Option<String> {
    match typed {
        Typed::Text(text) => Some(text),
        _ => None,
    }
}
