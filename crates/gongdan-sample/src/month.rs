//! The golden month: September 2020, invented ticket by ticket, printed figure by figure.

use gongdan_domain::{Calendar, Invalid, Moment, Period, Satisfaction, china_notices};

use crate::account::printed;
use crate::contacts::{Arrivals, DayContacts};
use crate::course::{self, Fate, Transfer};
use crate::day_curve::{CURVE, second_at};
use crate::dice::Dice;
use crate::difficult;
use crate::intake::{self, Contact};
use crate::life::{Life, Path, PlannedCase};
use crate::matters;
use crate::month_days::{self, Answered, Asked, DAYS};
use crate::office::Office;
use crate::office_book::{CALLS, channels};

const SEED: u64 = 202_009;
/// People who might call in the month: few enough that some call again.
const PEOPLE: u64 = 9_000;

/// A month as planned: every ticket, and how many contacts reached the centre.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month {
    /// The month.
    pub period: Period,
    /// The bulletin's cut-off, the end of 9 October 2020; nothing happens after 17:30 that day.
    pub as_of: Moment,
    /// The channels: calls first, then as the bulletin names them.
    pub channels: Vec<&'static str>,
    /// All tickets, in order of intake.
    pub lives: Vec<Life>,
    /// A ticket of August that no unit took; the issue tells of it, no figure counts it.
    pub carried: Life,
    /// Calls and letters by day; most, not all, became tickets.
    pub contacts: Vec<DayContacts>,
}

/// The golden month. Lived through the hotline's commands up to its cut-off it gives every figure
/// that the bulletin of September 2020 prints (see [`crate::printed`]).
///
/// # Errors
/// [`gongdan_domain::Problem::UnknownYear`] if the built-in calendar did not know 2020.
pub fn golden_month() -> Result<Month, Invalid> {
    let period = Period::month(2020, 9)?;
    let as_of = Moment::parse_as_of("2020-10-09")?;
    let office = Office::new(&Calendar::new(china_notices()), period.first(), as_of.day())?;
    let mut dice = Dice::new(SEED, 0);
    let asked = month_days::asked(&mut dice, &office);
    let answered = month_days::answered(&mut dice, &office, &asked);
    let numbers = 1..;
    let mut lives: Vec<Life> =
        asked.iter().zip(numbers).map(|(ticket, n)| asked_life(&office, ticket, n)).collect();
    lives.extend(answered.iter().zip(1000..).map(|(one, n)| answered_life(&office, one, n)));
    lives.sort_by_key(|life| life.accepted_at);
    let mut arrivals = Arrivals::default();
    lives.iter().for_each(|life| arrivals.add(&office, life));
    let calls = printed().figure("calls").and_then(|text| text.parse().ok()).unwrap_or(0);
    let contacts = arrivals.contacts(&office, DAYS, calls);
    Ok(Month { period, as_of, channels: channels(), lives, carried: difficult::life()?, contacts })
}

fn asked_life(office: &Office, ticket: &Asked, number: u64) -> Life {
    let dice = &mut Dice::new(SEED, number);
    let short = ticket.fate == Fate::InTime && ticket.typical.is_none();
    let matter = matters::for_unit(dice, ticket.category, ticket.unit, short);
    let at = intake_time(dice, office, ticket.day, ticket.channel);
    let (category, unit) = (Some(ticket.category), Some(ticket.unit));
    let contact = Contact { at, channel: ticket.channel, category, unit, people: PEOPLE };
    let (mut life, blanks) = intake::open(dice, &contact, matter);
    let transfer = Transfer {
        office,
        unit: ticket.unit,
        at: intake::transferred_at(dice, at),
        limit_days: intake::limit_days(matter.kind),
        fate: ticket.fate,
        reply_from: if ticket.fate == Fate::Rework { office.position(office.at(23, 0)) } else { 0 },
        reply_before: office.position(office.at(DAYS, 0)),
        sign_off_late: false,
    };
    life.path =
        Path::Transferred(Box::new(course::run(dice, &transfer, blanks.fill(matter.result))));
    feature(office, ticket, &mut life);
    life
}

/// What the editor picked is told in the editor's words, and ends very well.
fn feature(office: &Office, ticket: &Asked, life: &mut Life) {
    let Some((number, case)) = ticket.typical else { return };
    life.kind = case.kind;
    life.confidential = false;
    life.matter = case.title.trim_end_matches("事宜").to_owned();
    life.appeal = case.appeal.to_owned();
    if let Path::Transferred(leg) = &mut life.path {
        leg.handled.iter_mut().for_each(|handling| handling.result = case.handling.to_owned());
        if let Some(callback) = leg.callbacks.last_mut() {
            let best = Satisfaction::VerySatisfied;
            callback.attempt = course::reached(best, best, true);
        }
        leg.closed.iter_mut().for_each(|closing| closing.solved = true);
    }
    life.typical = Some(PlannedCase {
        featured_at: office.at(DAYS + 8, 15 * 3600 + number * 240),
        title: case.title,
        appeal: case.appeal,
        handling: case.handling,
    });
}

fn answered_life(office: &Office, ticket: &Answered, number: u64) -> Life {
    let dice = &mut Dice::new(SEED, number);
    let matter = matters::any(dice, ticket.category);
    let at = intake_time(dice, office, ticket.day, ticket.channel);
    let (channel, category) = (ticket.channel, ticket.category);
    let contact = Contact { at, channel, category, unit: None, people: PEOPLE };
    let (mut life, blanks) = intake::open(dice, &contact, matter);
    let answer = blanks.fill(matter.answer);
    life.path = Path::ResolvedOnline { at: intake::answered_at(dice, at), answer };
    life
}

/// Calls come around the clock; letters are opened between 8:30 and 17:30.
fn intake_time(dice: &mut Dice, office: &Office, day: i64, channel: &str) -> Moment {
    let second = match channel {
        CALLS => second_at(dice.below(CURVE)),
        _ => dice.between(17 * 1800, 35 * 1800),
    };
    office.at(day, second)
}
