//! The hours of a working day during which a working-hours limit runs.

use serde::{Deserialize, Deserializer, Serialize, de::Error};

use crate::invalid::{Invalid, Problem};

/// Office hours as stretches `(from, to)` in minutes of the day, in order and apart.
///
/// ```
/// use gongdan_domain::OfficeHours;
/// assert_eq!(OfficeHours::default().minutes_a_day(), 390);
/// assert!(OfficeHours::new(vec![(540, 1020), (600, 660)]).is_err());
/// # Ok::<(), gongdan_domain::Invalid>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct OfficeHours(Vec<(u16, u16)>);

const MAX_STRETCHES: usize = 8;
const DAY_MINUTES: u16 = 1440;
const RULE: &str = "office hours are 1 to 8 stretches within 0 to 1440 minutes, in order and apart";

impl OfficeHours {
    /// Office hours of these stretches; one may begin at the minute where another ends.
    ///
    /// # Errors
    /// [`Problem::Rule`] names `office_hours`: one to eight stretches, each longer than
    /// nothing, within 0 to 1440, in order, none inside another.
    pub fn new(stretches: Vec<(u16, u16)>) -> Result<Self, Invalid> {
        let each = stretches.iter().all(|(from, to)| from < to && *to <= DAY_MINUTES);
        let apart = stretches.windows(2).all(|pair| matches!(pair, [(_, a), (b, _)] if a <= b));
        if each && apart && (1..=MAX_STRETCHES).contains(&stretches.len()) {
            return Ok(Self(stretches));
        }
        Err(Invalid::new("office_hours", Problem::Rule { rule: RULE }))
    }

    /// The stretches, in minutes of the day.
    pub fn stretches(&self) -> &[(u16, u16)] {
        &self.0
    }

    /// How many minutes of a working day are office hours.
    pub fn minutes_a_day(&self) -> u32 {
        self.0.iter().map(|(from, to)| u32::from(to - from)).sum()
    }
}

impl Default for OfficeHours {
    /// 08:30 to 12:00 and 14:30 to 17:30.
    fn default() -> Self {
        Self(vec![(510, 720), (870, 1050)])
    }
}

impl<'de> Deserialize<'de> for OfficeHours {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(Vec::deserialize(deserializer)?).map_err(|_| D::Error::custom(RULE))
    }
}
