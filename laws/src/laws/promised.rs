//! Promises: broken at one moment, broken at every later one, and under one name at each.

use std::collections::BTreeMap;

use gongdan::{Basis, Count, Grouping, Moment, Question, Result, TicketId};

use super::{Law, Life};

/// The names that a broken promise has, and of what no name is given twice.
const PROMISES: [(&[Count], Count); 4] = [
    (&[Count::TotalLate, Count::TotalOpenLate], Count::Transferred),
    (&[Count::SignOffLate, Count::SignOffMissing], Count::GivenAny),
    (&[Count::OpenLate, Count::HandledLate, Count::HandlingMissed], Count::Given),
    (&[Count::ReportOpenLate, Count::ReportLate, Count::ReportMissed], Count::GivenAny),
];

type Times = BTreeMap<TicketId, usize>;

pub(super) fn stays_broken(life: &mut Life<'_>, law: &mut Law) -> Result<()> {
    let mut before: Vec<Times> = vec![Times::new(); PROMISES.len()];
    for as_of in life.moments() {
        for ((names, all), earlier) in PROMISES.iter().zip(&mut before) {
            let broken = times(life, as_of, names)?;
            let given = times(life, as_of, &[*all])?;
            for (ticket, times) in &*earlier {
                let so = broken.get(ticket).is_some_and(|now| now >= times);
                law.holds(so, || told(life, as_of, *ticket, names, "is mended"));
            }
            for (ticket, times) in &broken {
                let so = given.get(ticket).is_some_and(|legs| legs >= times);
                law.holds(so, || told(life, as_of, *ticket, names, "has two names"));
            }
            *earlier = broken;
        }
        reworks(life, law, as_of)?;
    }
    Ok(())
}

/// How often each ticket stands in the lists behind some counts.
fn times(life: &Life<'_>, as_of: Moment, names: &[Count]) -> Result<Times> {
    let mut times = Times::new();
    for name in names {
        let of_legs = Count::ASSIGNMENTS.contains(name);
        let by = if of_legs { Grouping::Unit } else { Grouping::All };
        let question = Question::new(life.whole(), as_of).basis(Basis::Cohort).by(by);
        let figures = life.hotline.figures(&question)?;
        for ticket in life.behind(&figures, None, *name)? {
            *times.entry(ticket).or_default() += 1;
        }
    }
    Ok(times)
}

fn told(life: &Life<'_>, as_of: Moment, ticket: TicketId, names: &[Count], what: &str) -> String {
    format!("seed {}: as of {as_of}: {names:?} of {} {what}", life.seed, ticket.0)
}

/// A running rework is late once at most, and only while it runs.
fn reworks(life: &Life<'_>, law: &mut Law, as_of: Moment) -> Result<()> {
    let late = times(life, as_of, &[Count::ReworkOpenLate])?;
    let running = times(life, as_of, &[Count::InRework])?;
    for (ticket, times) in late {
        let so = times == 1 && running.get(&ticket) == Some(&1);
        law.holds(so, || told(life, as_of, ticket, &[Count::ReworkOpenLate], "runs not"));
    }
    Ok(())
}
