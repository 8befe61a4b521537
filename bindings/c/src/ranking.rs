//! Ranking: the units of a period by a formula, each group apart.

use std::ffi::c_char;

use gongdan::{Datum, Formula, Hotline, Problem, Question, RankedUnit, Rounding};

use crate::desk::gd_hotline;
use crate::door::make;
use crate::fault::Fault;
use crate::numbers::{moment, number_any};
use crate::query::{gd_rows, table};
use crate::sized;
use crate::status::gd_status;
use crate::strings::Reader;

/// What is ranked, and how. Set it to GD_RANKING_INIT first.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_ranking {
    /// The size of this struct.
    pub size: u32,
    /// The days it is about (as `2020-09`, `2020-Q3`, `2020-W36`, `2020`, or two days joined by `..`).
    pub period: *const c_char,
    /// The cut-off: nothing later is seen (milliseconds since 1970).
    pub as_of: i64,
    /// The formula as JSON, as gd_hotline_office_json sets one; NULL means the one in force.
    pub formula: *const c_char,
    /// How many events of the journal are seen; 0 means all.
    pub seen: u64,
}

sized::sized!(gd_ranking, "ranking", size_of::<gd_ranking>());

fn asked(reader: Reader, given: &gd_ranking) -> Result<(Question, Option<Formula>), Fault> {
    let period = reader.period("period", given.period)?;
    let question = Question::new(period, moment("as_of", given.as_of)?);
    let question = Question { seen: number_any("seen", given.seen)?, ..question };
    Ok((question, reader.json_any("formula", given.formula)?))
}

fn in_force(hotline: &Hotline, question: &Question) -> Result<Formula, Fault> {
    let rules = hotline.rulebook_of(question)?;
    let rule = "the file has no ranking formula at this moment: name one";
    let missing = || Fault::argument("formula", Problem::Rule { rule });
    rules.formula(question.as_of).cloned().ok_or_else(missing)
}

fn row(group: Option<&str>, unit: &RankedUnit, rounding: Rounding) -> Vec<Datum> {
    let text = |text: &str| Datum::Text(text.to_owned());
    let mut row = vec![
        group.map_or(Datum::Null, text),
        Datum::Integer(unit.key.id),
        text(&unit.key.name),
        unit.rank.map_or(Datum::Null, |rank| Datum::Integer(rank.into())),
        Datum::Text(unit.score.total.printed(rounding)),
    ];
    row.extend(unit.score.terms.iter().map(|term| Datum::Text(term.points.printed(rounding))));
    row
}

/// The units of a period ranked, each group apart, best first; units without tickets come last in
/// their group, without a rank. The columns of the rows: `group` (or nothing), `id`, `unit`, `rank`
/// (or nothing), `points`, and the points of each term of the formula, by the name of its figure.
/// Free *units with gd_rows_free.
///
/// Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_rank(
    hotline: *mut gd_hotline,
    ranking: *const gd_ranking,
    units: *mut *mut gd_rows,
) -> gd_status {
    make(hotline, units, |desk| {
        let (question, formula) = asked(desk.reader(), &sized::read(ranking)?)?;
        let formula = formula.map_or_else(|| in_force(&desk.hotline, &question), Ok)?;
        let rounding = desk.hotline.rounding(question.as_of)?;
        let ranking = desk.hotline.rank(&question, &formula)?;
        let mut columns = vec!["group", "id", "unit", "rank", "points"];
        columns.extend(formula.terms.iter().map(|term| term.figure.as_str()));
        let rows = ranking.groups.iter().flat_map(|group| {
            let name = group.group.as_deref();
            group.units.iter().map(move |unit| row(name, unit, rounding))
        });
        table(&columns, rows.collect(), desk.encoding)
    })
}
