//! A figure of a unit is about that unit's own legs.

use std::collections::{BTreeMap, BTreeSet};

use gongdan::{Basis, Count, EntryId, Grouping, Moment, Question, Register, Result, Row, Species};
use gongdan_domain::{Leg, Ticket};

use super::{Law, Life};

/// Verdicts that name a unit, on both bases.
const VERDICTS: [Count; 6] = [
    Count::SignOffLate,
    Count::HandledLate,
    Count::HandlingMissed,
    Count::ReportLate,
    Count::ReportMissed,
    Count::ReworkLate,
];

pub(super) fn of_its_own(life: &mut Life<'_>, law: &mut Law) -> Result<()> {
    let register = life.hotline.rulebook()?.register;
    let (moments, periods) = (life.moments(), life.periods());
    for (as_of, period) in moments.into_iter().zip(periods.into_iter().cycle()) {
        let holders = holders(life.known, &register, as_of);
        for basis in Basis::ALL {
            let question = Question::new(period, as_of).basis(*basis).by(Grouping::Unit);
            let figures = life.hotline.figures(&question)?;
            for row in &figures.rows {
                let unit = row.keys[0].id;
                let idle = row.tally.iter().all(|(_, value)| value == 0);
                let so = idle || holders.contains_key(&unit);
                law.holds(so, || format!("{}: {unit} held nothing", life.told(&question)));
                verdicts(life, law, (&question, &figures, row), &holders)?;
            }
        }
    }
    Ok(())
}

/// The tickets that each unit was ever given by a moment, under the name it goes by then.
fn holders(
    known: &[Ticket],
    register: &Register,
    as_of: Moment,
) -> BTreeMap<i64, BTreeSet<gongdan::TicketId>> {
    let mut holders = BTreeMap::<i64, BTreeSet<_>>::new();
    for ticket in known {
        let given = |leg: &&Leg| leg.transferred_at <= as_of;
        for leg in ticket.legs.iter().filter(given) {
            let EntryId(unit) = register.standing(Species::Unit, leg.unit, as_of);
            holders.entry(i64::from(unit)).or_default().insert(ticket.id);
        }
    }
    holders
}

/// A verdict names a unit that had the ticket, and whose limit had passed.
fn verdicts(
    life: &Life<'_>,
    law: &mut Law,
    (question, figures, row): (&Question, &gongdan::Figures, &Row),
    holders: &BTreeMap<i64, BTreeSet<gongdan::TicketId>>,
) -> Result<()> {
    let unit = row.keys[0].id;
    for count in VERDICTS {
        if row.tally.get(count).is_none_or(|value| value == 0) {
            continue;
        }
        for ticket in life.behind(figures, Some(row), count)? {
            let so = holders.get(&unit).is_some_and(|own| own.contains(&ticket));
            law.holds(so, || format!("{}: {count} of {unit}: {}", life.told(question), ticket.0));
        }
    }
    Ok(())
}
