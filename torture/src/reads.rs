//! Questions under faults: each answers what it would have answered, or with an error, never with
//! something else; and the handle that failed answers when the fault is gone.

use gongdan::{
    Filter, Grouping, Hotline, Options, Page, Period, Question, Result, Species, TicketId,
};
use gongdan_tests::{Dice, at};

use crate::report::{Report, Trouble};
use crate::standing::Standing;
use crate::sweep::Looseable;
use crate::writes::{Write, options};

/// A question and how its answer reads.
type Asked = (&'static str, fn(&Hotline, &[TicketId]) -> Result<String>);

const QUESTIONS: [Asked; 7] = [
    ("ticket", |hotline, ids| Ok(format!("{:?}", hotline.ticket(ids[3])?))),
    ("history", |hotline, ids| Ok(format!("{:?}", hotline.history(ids[4])?))),
    ("texts", |hotline, ids| Ok(format!("{:?}", hotline.texts(ids[3])?))),
    ("find", |hotline, _| Ok(format!("{:?}", hotline.find(&Filter::new(), Page::all())?))),
    ("figures", |hotline, _| Ok(format!("{:?}", hotline.figures(&question()?)?))),
    ("query", |hotline, _| {
        Ok(format!("{:?}", hotline.query("SELECT * FROM v1_by_unit", &[], 10_000_000)?))
    }),
    ("rulebook", |hotline, _| {
        let register = hotline.rulebook()?.register;
        Ok(format!("{:?}", register.find(Species::Unit, "县城管执法局")?))
    }),
];

fn question() -> Result<Question> {
    let period = Period::parse("2020-09")?;
    Ok(Question::new(period, at("2020-10-01 00:00")).by(Grouping::Unit))
}

/// Asks every question with the fault at its first call, its second, and so on.
///
/// # Errors
/// When the harness itself fails.
pub fn sweep(
    standing: &Standing,
    fault: &dyn Looseable,
    one_in: u64,
    dice: &mut Dice,
    report: &mut Report,
) -> std::result::Result<(), Trouble> {
    let file = standing.put(Write::Intake)?;
    // A second handle keeps the log, so that reading has both of them to read.
    let mut beside = Hotline::open_with(&file, &options())?;
    standing.perform(Write::Intake, &mut beside, &file)?;
    for (name, ask) in QUESTIONS {
        let truth = ask(&beside, standing.tickets())?;
        let mut nth = 1 + dice.below(one_in as usize) as u64;
        loop {
            let hotline = Hotline::open_with(&file, &Options::new().read_only())?;
            fault.loose(nth);
            let answer = ask(&hotline, standing.tickets());
            let struck = fault.take_away() > 0;
            let what = || format!("{name}, {} at call {nth}", fault.name());
            report.rounds += 1;
            report.acknowledged += u64::from(answer.is_ok());
            let honest = answer.map_or(struck, |answer| answer == truth);
            report.demand(honest, || format!("{}: another answer", what()));
            let again = ask(&hotline, standing.tickets());
            let goes_on = again.as_ref().is_ok_and(|answer| *answer == truth);
            report.demand(goes_on, || format!("{}: and again: {:?}", what(), again.err()));
            if !struck {
                break;
            }
            nth += 1 + dice.below(2 * one_in as usize - 1) as u64;
        }
    }
    Ok(())
}
