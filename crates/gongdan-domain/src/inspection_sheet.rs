//! 质检表: the points that a ticket is scored against, a setting of the policy.

use serde::{Deserialize, Serialize};

use crate::invalid::{Invalid, Problem};
use crate::text;

/// The most points that one sheet has, and the most that one of them can be given.
const MOST: (usize, u32) = (50, 1_000);

/// One point of a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InspectionPoint {
    /// Its name, as printed: 规范用语.
    pub name: String,
    /// How much it can be given.
    pub most: u32,
}

impl InspectionPoint {
    /// Checks a sheet: one to fifty points, each with a name of its own and something to be given.
    ///
    /// # Errors
    /// Names `value`.
    pub(crate) fn check(sheet: &[Self]) -> Result<(), Invalid> {
        within(sheet.len() as u64, MOST.0 as u32)?;
        for (nth, point) in sheet.iter().enumerate() {
            text::required("value", &point.name, text::MAX_NAME)?;
            within(u64::from(point.most), MOST.1)?;
            if point.name.trim() != point.name || point.name.contains(['=', '=']) {
                let expected = "names without an equals sign, and no space around them";
                return Err(Invalid::new("value", Problem::Malformed { expected }));
            }
            if sheet[..nth].iter().any(|other| other.name == point.name) {
                let given = point.name.clone();
                return Err(Invalid::new("value", Problem::Duplicate { given }));
            }
        }
        Ok(())
    }
}

/// Between one and so many.
fn within(number: u64, to: u32) -> Result<(), Invalid> {
    match (1..=u64::from(to)).contains(&number) {
        true => Ok(()),
        false => Err(Invalid::new("value", Problem::OutOfRange { from: 1, to: i64::from(to) })),
    }
}
