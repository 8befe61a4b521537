//! What each seat (坐席) took in, and what its tickets were given when they were inspected (质检).

use gongdan_domain::{Moment, Period};
use serde::{Deserialize, Serialize};

use super::question::Question;
use super::reckon::view_of;
use crate::hotline::Hotline;
use crate::words::Result;

/// A seat: whoever took tickets in, as the stamp of the intake names them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Seat {
    /// The name in the stamp.
    pub by: String,
    /// Tickets taken in during the period.
    pub accepted: i64,
    /// Of these, inspected.
    pub inspected: i64,
    /// What the last inspection of each gave.
    pub inspection_points: i64,
    /// What it could have given.
    pub inspection_most: i64,
}

impl Hotline {
    /// Each seat that took tickets in during a period, by name, as of a moment: how many, and what their inspections
    /// gave. By unit the figures tell it.
    ///
    /// # Errors
    /// `InvalidInput` names `viewer` where a unit asks; `Io`, `Corrupt`.
    pub fn seats(&self, period: &Period, as_of: Moment) -> Result<Vec<Seat>> {
        let question = Question::new(*period, as_of);
        self.ask(|region, _| {
            let view = view_of(region, &question, None);
            self.store.look_back(&view)?;
            self.store.seats(&view, |[accepted, inspected, given, most], by| Seat {
                by,
                accepted,
                inspected,
                inspection_points: given,
                inspection_most: most,
            })
        })
    }
}
