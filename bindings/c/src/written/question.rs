//! A question to the figures.

use std::ffi::c_char;

use gongdan::{Basis, Grouping, Question};

use crate::fault::Fault;
use crate::strings::Reader;
use crate::written::words::{GD_BASIS_COHORT, gd_basis, gd_grouping};
use crate::{numbers, sized};

/// A question to the figures. Set it to GD_QUESTION_INIT first.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_question {
    /// The size of this struct.
    pub size: u32,
    /// The days it is about (as `2020-09`, `2020-Q3`, `2020-W36`, `2020`, or two days joined by
    /// `..`).
    pub period: *const c_char,
    /// The cut-off: nothing later is seen (milliseconds since 1970).
    pub as_of: i64,
    /// Which tickets (one of GD_BASIS_). Preset: GD_BASIS_COHORT.
    pub basis: gd_basis,
    /// By what, from the outer to the inner grouping; none means all together (each one of
    /// GD_GROUPING_, `by_count` of them, or none).
    pub by: *const gd_grouping,
    /// How many there are in `by`.
    pub by_count: u32,
    /// At which level of their trees categories, units and areas are counted: 1 gathers all below
    /// the topmost; left out, each by itself (or 0).
    pub level: u64,
    /// How many events of the journal are seen; left out, all (or 0).
    pub seen: u64,
    /// Whether what is in use and has no ticket gets a row of zeros; for one grouping only
    /// (GD_YES, or GD_NO or 0).
    pub zeros: i32,
    /// By age: up to how many working days each band reaches, rising; none means 3, 5, 10 and 20
    /// (`bands_count` of them, or none).
    pub bands: *const u64,
    /// How many there are in `bands`.
    pub bands_count: u32,
    /// Over tickets alone that are neither rejected nor merged at the cut-off, in all figures:
    /// the parts of an overview add up then (GD_YES, or GD_NO or 0).
    pub effective: i32,
}

sized::sized!(gd_question, "question", size_of::<gd_question>());

/// Reads it.
pub(crate) fn asked(given: Reader, question: &gd_question) -> Result<Question, Fault> {
    let mut wanted = Question::new(
        given.period("period", question.period)?,
        numbers::moment("as_of", question.as_of)?,
    );
    wanted.basis = numbers::code!(Basis, "basis", numbers::or(question.basis, GD_BASIS_COHORT))?;
    wanted.by = numbers::codes!(Grouping, "by", question.by, question.by_count)?;
    wanted.level = numbers::number_any("level", question.level)?;
    wanted.seen = numbers::number_any("seen", question.seen)?;
    wanted.zeros = numbers::flag("zeros", question.zeros)?;
    wanted.bands = numbers::numbers("bands", question.bands, question.bands_count)?;
    wanted.effective = numbers::flag("effective", question.effective)?;
    Ok(wanted)
}
