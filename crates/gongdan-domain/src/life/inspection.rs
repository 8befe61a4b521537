//! 质检: a ticket that has ended is scored against a sheet of points.

use crate::moment::Moment;

use super::event::PointScore;

/// One inspection of a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inspection {
    /// When.
    pub at: Moment,
    /// The leg that led then.
    pub leg: Option<u32>,
    /// What it was given, over all points.
    pub given: u32,
    /// What it could have been given.
    pub most: u32,
}

impl Inspection {
    /// An inspection with its scores.
    pub(super) fn of(at: Moment, leg: Option<u32>, scores: &[PointScore]) -> Self {
        let sum = |of: fn(&PointScore) -> u32| scores.iter().map(of).fold(0, u32::saturating_add);
        Self { at, leg, given: sum(|score| score.given), most: sum(|score| score.most) }
    }
}
