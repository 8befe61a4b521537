//! Ranking: the units of a period by a formula, each group apart.

use gongdan::{Datum, RankedUnit, Rounding};

use crate::desk::gd_hotline;
use crate::door::make;
use crate::query::{gd_rows, table};
use crate::sized;
use crate::status::gd_status;
use crate::written::ranking::{contest, gd_ranking};

fn row(group: Option<&str>, unit: &RankedUnit, rounding: Rounding) -> Vec<Datum> {
    let text = |text: &str| Datum::Text(text.to_owned());
    let mut row = vec![
        group.map_or(Datum::Null, text),
        Datum::Integer(unit.key.id),
        text(&unit.key.name),
        unit.rank.map_or(Datum::Null, |rank| Datum::Integer(rank.into())),
        Datum::Text(unit.score.total.printed(rounding)),
        unit.grade.as_deref().map_or(Datum::Null, text),
    ];
    row.extend(unit.score.terms.iter().map(|term| Datum::Text(term.points.printed(rounding))));
    row
}

/// The units of a period ranked, each group apart, best first; units without tickets come last in
/// their group, without a rank. The columns of the rows: `group` (or nothing), `id`, `unit`, `rank`
/// (or nothing), `points`, `grade` (or nothing), and the points of each term of the formula, by the
/// name of its figure.
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
        let question = contest(desk.reader(), &sized::read(ranking)?)?;
        let rounding = desk.hotline.rounding(question.as_of)?;
        let ranking = desk.hotline.rank(&question)?;
        let mut columns = vec!["group", "id", "unit", "rank", "points", "grade"];
        columns.extend(ranking.formula.terms.iter().map(|term| term.figure.as_str()));
        let rows = ranking.groups.iter().flat_map(|group| {
            let name = group.group.as_deref();
            group.units.iter().map(move |unit| row(name, unit, rounding))
        });
        table(&columns, rows.collect(), desk.encoding)
    })
}
