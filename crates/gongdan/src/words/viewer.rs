//! Who asks. Who acts stands in the [`Stamp`](gongdan_domain::Stamp) of every command.

use gongdan_domain::{Invalid, Problem, Role, Stamp};
use serde::{Deserialize, Serialize};

/// Who asks. The embedding program decides who its viewer is, since a library within it cannot prove
/// it; what the library tells is never more than this viewer may see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Viewer {
    /// The hotline's centre: everything, callers masked. Whoever asks without saying who is the centre.
    #[default]
    Centre,
    /// A unit, by any of its names: the tickets it has or ever had, as lead or assisting, and those that
    /// something was demanded of it about, without the texts of other units' legs, and without any text
    /// of a confidential ticket. To it no other ticket exists.
    Unit(String),
    /// Whoever supervises the units: as the centre.
    Supervisor,
    /// Whoever works with figures and tables: every ticket, no text, and no caller, not even masked.
    Analyst,
}

impl Viewer {
    /// A unit, named by any of its names.
    pub fn unit(name: impl Into<String>) -> Self {
        Self::Unit(name.into())
    }

    /// Reads `centre`, `supervisor`, `analyst` or `unit:NAME`, or the office's own words for them.
    ///
    /// # Errors
    /// Names `viewer`.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let whole = text.trim();
        if let Some((role, name)) = whole.split_once([':', '：'])
            && is(Role::Unit, role)
        {
            return match name.trim() {
                "" => Err(Invalid::new("viewer", Problem::Empty)),
                name => Ok(Self::unit(name)),
            };
        }
        match whole {
            _ if is(Role::Centre, whole) => Ok(Self::Centre),
            _ if is(Role::Supervisor, whole) => Ok(Self::Supervisor),
            "analyst" | "统计分析人员" => Ok(Self::Analyst),
            _ => {
                let given = whole.chars().take(40).collect();
                let nearest = ["centre", "supervisor", "analyst", "unit:NAME"];
                let nearest = nearest.map(str::to_owned).to_vec();
                Err(Invalid::new("viewer", Problem::Unknown { given, nearest }))
            }
        }
    }
}

impl From<&Stamp> for Viewer {
    /// Whoever acts: what a command answers is as this viewer may see it.
    fn from(stamp: &Stamp) -> Self {
        match (stamp.role(), stamp.unit_name()) {
            (Role::Unit, name) => Self::unit(name.unwrap_or_default()),
            (Role::Supervisor, _) => Self::Supervisor,
            (Role::Centre, _) => Self::Centre,
        }
    }
}

/// Whether a word stands for a role.
fn is(role: Role, text: &str) -> bool {
    let text = text.trim();
    text == role.word() || text == role.term()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_viewer_is_read_in_both_languages() {
        for (text, viewer) in [
            ("centre", Viewer::Centre),
            (" 热线中心", Viewer::Centre),
            ("督查部门", Viewer::Supervisor),
            ("analyst", Viewer::Analyst),
            ("unit:县教育局", Viewer::unit("县教育局")),
            ("承办单位： 县教育局", Viewer::unit("县教育局")),
        ] {
            assert_eq!(Viewer::parse(text), Ok(viewer), "{text}");
        }
        for text in ["", "unit", "unit: ", "县教育局", "centre:县教育局"] {
            assert!(Viewer::parse(text).is_err(), "{text}");
        }
    }
}
