//! What is ranked, and how.

use std::ffi::c_char;

use gongdan::{Basis, RankingQuestion};

use crate::fault::Fault;
use crate::strings::Reader;
use crate::written::words::{GD_BASIS_COHORT, gd_basis};
use crate::{numbers, sized};

/// What is ranked, and how. Set it to GD_RANKING_INIT first.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_ranking {
    /// The size of this struct.
    pub size: u32,
    /// The days it is about (as `2020-09`, `2020-Q3`, `2020-W36`, `2020`, or two days joined by
    /// `..`).
    pub period: *const c_char,
    /// The cut-off: nothing later is seen (milliseconds since 1970).
    pub as_of: i64,
    /// Which tickets (one of GD_BASIS_). Preset: GD_BASIS_COHORT.
    pub basis: gd_basis,
    /// How many events of the journal are seen; left out, all (or 0).
    pub seen: u64,
    /// Over tickets alone that are neither rejected nor merged at the cut-off (GD_YES, or GD_NO
    /// or 0).
    pub effective: i32,
    /// The name of a formula of the file, or a formula; left out, the one in force at the cut-off
    /// (as JSON, or NULL).
    pub formula: *const c_char,
    /// At which level of their tree units are ranked: 1 gathers all below each top entry; left
    /// out, each by itself (or 0).
    pub level: u64,
}

sized::sized!(gd_ranking, "ranking", size_of::<gd_ranking>());

/// Reads it.
pub(crate) fn contest(given: Reader, ranking: &gd_ranking) -> Result<RankingQuestion, Fault> {
    let mut wanted = RankingQuestion::new(
        given.period("period", ranking.period)?,
        numbers::moment("as_of", ranking.as_of)?,
    );
    wanted.basis = numbers::code!(Basis, "basis", numbers::or(ranking.basis, GD_BASIS_COHORT))?;
    wanted.seen = numbers::number_any("seen", ranking.seen)?;
    wanted.effective = numbers::flag("effective", ranking.effective)?;
    wanted.formula = given.structure_any("formula", ranking.formula)?;
    wanted.level = numbers::number_any("level", ranking.level)?;
    Ok(wanted)
}
