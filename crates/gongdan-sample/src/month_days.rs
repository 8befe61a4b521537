//! Which of the golden month's tickets comes in on which day, and through which channel.

use crate::account::{NO_CATEGORY, printed};
use crate::contacts::weights;
use crate::course::Fate;
use crate::day_curve::shared;
use crate::dice::Dice;
use crate::office::Office;
use crate::office_book::CALLS;
use crate::rows::UnitRow;
use crate::typical;

/// Days of September.
pub(crate) const DAYS: i64 = 30;

/// A ticket that a unit will be asked about.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    pub(crate) unit: &'static UnitRow,
    pub(crate) category: &'static str,
    pub(crate) fate: Fate,
    /// The day of intake, counted from 1 September as 0.
    pub(crate) day: i64,
    pub(crate) channel: &'static str,
    pub(crate) typical: Option<(i64, typical::Case)>,
}

/// A ticket that the desk will answer at once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Answered {
    pub(crate) category: Option<&'static str>,
    pub(crate) day: i64,
    pub(crate) channel: &'static str,
}

/// The tickets that go to units: unit, category and end as the account says.
pub(crate) fn asked(dice: &mut Dice, office: &Office) -> Vec<Asked> {
    let mut tickets: Vec<Asked> = Vec::new();
    for pair in &printed().pairs {
        for (fate, count) in pair.tickets {
            let (unit, category) = (pair.unit, pair.category);
            let one = Asked { unit, category, fate, day: 0, channel: CALLS, typical: None };
            tickets.extend((0..count).map(|_| one));
        }
    }
    dice.shuffle(&mut tickets);
    give_days(dice, office, &mut tickets);
    give_letters(&mut tickets);
    give_cases(&mut tickets);
    tickets
}

/// Ends that depend on the cut-off get their days first, all others what is left of each day.
fn give_days(dice: &mut Dice, office: &Office, tickets: &mut [Asked]) {
    let mut left = shared(tickets.len() as u32, &weights(office, DAYS));
    let mut pending = pending_days(&left).into_iter();
    for ticket in tickets.iter_mut() {
        ticket.day = match ticket.fate {
            Fate::Pending => pending.next().unwrap_or(DAYS - 1),
            Fate::OpenLate => dice.between(7, 18),
            Fate::Late => dice.between(0, 18),
            Fate::Rework => dice.between(17, 23),
            _ => continue,
        };
        if let Some(left) = left.get_mut(ticket.day as usize) {
            *left = left.saturating_sub(1);
        }
    }
    let mut days: Vec<i64> = spread(&left);
    dice.shuffle(&mut days);
    let others = tickets.iter_mut().filter(|t| matches!(t.fate, Fate::InTime | Fate::Explained));
    others.zip(days).for_each(|(ticket, day)| ticket.day = day);
}

/// Replies still due in time on 9 October belong to tickets of 25 September and later: all of
/// the 30th, and a growing part of the days before.
fn pending_days(quota: &[u32]) -> Vec<i64> {
    let counted = printed().pairs.iter().flat_map(|pair| pair.tickets);
    let all: u32 = counted.filter(|(fate, _)| *fate == Fate::Pending).map(|(_, n)| n).sum();
    let last = quota.last().copied().unwrap_or(0).min(all);
    let mut days = vec![0; 24];
    days.extend(shared(all - last, &[2, 2, 6, 7, 9]));
    days.push(last);
    spread(&days)
}

/// Each day as often as its count says.
fn spread(counts: &[u32]) -> Vec<i64> {
    let days = counts.iter().enumerate();
    days.flat_map(|(day, count)| (0..*count).map(move |_| day as i64)).collect()
}

/// The letters and the tickets of the city platform, as the channel paragraph lists them.
fn give_letters(tickets: &mut [Asked]) {
    for row in &printed().channels {
        let Some(unit) = printed().unit(row.handled_by) else { continue };
        let fits = |t: &&mut Asked| t.unit == unit && t.channel == CALLS && t.fate == Fate::InTime;
        let letters = tickets.iter_mut().filter(fits).take(row.tickets as usize);
        letters.for_each(|ticket| ticket.channel = row.channel);
    }
}

fn give_cases(tickets: &mut [Asked]) {
    for (number, case) in (0..).zip(typical::cases()) {
        let fits = |t: &&mut Asked| {
            let called = t.channel == CALLS && t.typical.is_none() && t.fate == Fate::InTime;
            called && t.unit.name == case.unit && t.category == case.category
        };
        if let Some(ticket) = tickets.iter_mut().find(fits) {
            ticket.typical = Some((number, case));
        }
    }
}

/// The tickets that the desk answers: what each category has left, and those without one.
pub(crate) fn answered(dice: &mut Dice, office: &Office, asked: &[Asked]) -> Vec<Answered> {
    let mut categories: Vec<Option<&'static str>> = Vec::new();
    for row in &printed().categories {
        let gone = asked.iter().filter(|ticket| ticket.category == row.name).count();
        let category = (row.name != NO_CATEGORY).then_some(row.name);
        categories.extend((gone..row.accepted as usize).map(|_| category));
    }
    let mut days = spread(&shared(categories.len() as u32, &weights(office, DAYS)));
    dice.shuffle(&mut categories);
    dice.shuffle(&mut days);
    let tickets = categories.into_iter().zip(days);
    let mut tickets: Vec<Answered> =
        tickets.map(|(category, day)| Answered { category, day, channel: CALLS }).collect();
    answer_letters(&mut tickets);
    tickets
}

fn answer_letters(tickets: &mut [Answered]) {
    let mut classified = tickets.iter_mut().filter(|ticket| ticket.category.is_some());
    for row in printed().channels.iter().filter(|row| row.handled_by == NO_CATEGORY) {
        let letters = classified.by_ref().take(row.tickets as usize);
        letters.for_each(|ticket| ticket.channel = row.channel);
    }
}
