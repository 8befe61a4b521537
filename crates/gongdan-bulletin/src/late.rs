//! Units that were late (超期): with replies after the limit, or owing one past it.

use gongdan::{Count, Figures, Row, Tally};
use serde::Serialize;

use crate::figure::Figure;

/// A unit that was late.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LateUnit {
    /// The unit's name.
    pub unit: String,
    /// 超期已办结.
    pub handled_late: Figure,
    /// 超期未办理.
    pub open_late: Figure,
    /// Both together: what units are ranked by.
    pub late: Figure,
}

/// All lateness of the period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Late {
    /// 超期已办结 of all units.
    pub handled_late: Figure,
    /// 超期未办理 of all units.
    pub open_late: Figure,
    /// The late units, in printed order.
    pub units: Vec<LateUnit>,
}

impl Late {
    /// The lateness of an answer by unit.
    pub(crate) fn of(by_unit: &Figures) -> Self {
        let units = by_unit.rows.iter().map(unit);
        Self {
            handled_late: Figure::count(Count::HandledLate, &by_unit.total),
            open_late: Figure::count(Count::OpenLate, &by_unit.total),
            units: units.filter(|unit| unit.late.number() > 0).collect(),
        }
    }

    /// The late units with their ranks, from 1: by tickets late, then in printed order. Equal
    /// numbers share a rank.
    pub fn ranked(&self) -> Vec<(usize, &LateUnit)> {
        let late = |unit: &LateUnit| unit.late.number();
        let mut units: Vec<&LateUnit> = self.units.iter().collect();
        units.sort_by_key(|unit| std::cmp::Reverse(late(unit)));
        let worse = |than| self.units.iter().filter(move |each| late(each) > late(than)).count();
        units.into_iter().map(|unit| (worse(unit) + 1, unit)).collect()
    }
}

fn unit(row: &Row) -> LateUnit {
    LateUnit {
        unit: row.keys[0].name.clone(),
        handled_late: Figure::count(Count::HandledLate, &row.tally),
        open_late: Figure::count(Count::OpenLate, &row.tally),
        late: sum(&row.tally),
    }
}

/// 超期件数: handled late or open late.
pub(crate) fn sum(tally: &Tally) -> Figure {
    let number = tally.count(Count::HandledLate) + tally.count(Count::OpenLate);
    Figure::counted("late", "handled_late + open_late", number)
}
