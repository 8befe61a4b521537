//! What was asked of the figures, answered.

use gongdan::{Figures, Grouping, Key, Rounding};

/// The figures of one question, and what is printed beside them.
pub(crate) struct Answered {
    /// The figures.
    pub(crate) figures: Figures,
    /// By what, from the outer to the inner grouping.
    pub(crate) by: Vec<Grouping>,
    /// For each channel, how many of its tickets each unit leads; only by channel.
    pub(crate) units: Option<Figures>,
    /// Contacts by channel.
    pub(crate) contacts: Vec<(Key, i64)>,
    /// How rates are printed.
    pub(crate) rounding: Rounding,
}
