//! A city of any number of tickets: each life follows from the seed and its number alone.

use gongdan_domain::{Calendar, Invalid, Moment, Period, china_notices};

use crate::account::{NO_CATEGORY, printed};
use crate::course::{self, Fate, Transfer};
use crate::day_curve::{CURVE, DAY_OFF, WORKING_DAY, second_at};
use crate::dice::Dice;
use crate::intake::{self, Contact};
use crate::life::{Life, Path, PlannedLeg};
use crate::matters;
use crate::office::Office;
use crate::office_book::{CALLS, channels};
use crate::rows::UnitRow;

/// How a city's tickets are mixed; every share counts in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mix {
    /// Of all tickets: handed to a unit; the others are resolved at once.
    pub transferred: u32,
    /// Of all tickets: came by letter or platform, not by telephone.
    pub letters: u32,
    /// Of the transferred: handled after the limit.
    pub late: u32,
    /// Of the transferred: not handled even after the limit.
    pub open_late: u32,
    /// Of the transferred: sent back to the unit by an unsatisfied citizen.
    pub rework: u32,
    /// Of the transferred: unsatisfied, explained and closed.
    pub explained: u32,
    /// Of the transferred: signed off after the limit of one working day.
    pub sign_off_late: u32,
}

impl Default for Mix {
    /// 350 transferred, of which 20 late, 3 open late, 15 reworked, 5 explained, 10 signed late;
    /// 20 letters.
    fn default() -> Self {
        let (transferred, letters) = (350, 20);
        let (late, open_late, rework, explained, sign_off_late) = (20, 3, 15, 5, 10);
        Self { transferred, letters, late, open_late, rework, explained, sign_off_late }
    }
}

/// A city: its seed, how many tickets in which period, and their mix.
///
/// ```
/// use gongdan_domain::Period;
/// use gongdan_sample::City;
/// let city = City::new(7, 1_000, Period::month(2020, 9)?)?;
/// assert_eq!(city.lives().count(), 1_000);
/// assert_eq!(city.life(999), City::new(7, 1_000, city.period())?.life(999));
/// # Ok::<(), gongdan_domain::Invalid>(())
/// ```
#[derive(Clone, Debug)]
pub struct City {
    seed: u64,
    tickets: u64,
    period: Period,
    mix: Mix,
    office: Office,
    /// Calls before each day, in proportion; one more than there are days.
    busy: Vec<u64>,
    /// The golden month's transferred tickets: a die's faces.
    asked: Vec<(&'static UnitRow, &'static str)>,
    /// The golden month's other tickets by category.
    answered: Vec<Option<&'static str>>,
    letters: Vec<&'static str>,
}

impl City {
    /// A city of `tickets` tickets taken in during `period`, with the default [`Mix`].
    ///
    /// The plan ends with the period: what would happen later is left out, so some tickets are
    /// pending at the end.
    ///
    /// # Errors
    /// [`gongdan_domain::Problem::UnknownYear`] names `calendar` when the built-in calendar does
    /// not cover the period.
    pub fn new(seed: u64, tickets: u64, period: Period) -> Result<Self, Invalid> {
        let office = Office::new(&Calendar::new(china_notices()), period.first(), period.last())?;
        let mut busy = vec![0];
        for day in 0..office.days() {
            let weight = if office.works_on(day) { WORKING_DAY } else { DAY_OFF };
            busy.push(busy.last().copied().unwrap_or(0) + weight * CURVE);
        }
        let mix = Mix::default();
        let (asked, answered, letters) = (asked(), answered(), channels().split_off(1));
        Ok(Self { seed, tickets, period, mix, office, busy, asked, answered, letters })
    }

    /// The same city with another mix.
    pub fn with_mix(self, mix: Mix) -> Self {
        Self { mix, ..self }
    }

    /// The seed.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    pub(crate) fn office(&self) -> &Office {
        &self.office
    }

    /// The period in which tickets are taken in.
    pub fn period(&self) -> Period {
        self.period
    }

    /// The last moment of the plan: the end of the period's last day.
    pub fn until(&self) -> Moment {
        Moment::end_of(self.period.last())
    }

    /// How many tickets there are.
    pub fn tickets(&self) -> u64 {
        self.tickets
    }

    /// The channels that the tickets come through, calls first.
    pub fn channels(&self) -> Vec<&'static str> {
        channels()
    }

    /// All lives in order of intake, made one by one.
    pub fn lives(&self) -> impl Iterator<Item = Life> + '_ {
        (0..self.tickets).map(|index| self.life(index))
    }

    /// Life `index`, from 0 to [`City::tickets`] − 1.
    pub fn life(&self, index: u64) -> Life {
        let dice = &mut Dice::new(self.seed, index);
        let at = self.intake_time(dice, index);
        let letter = dice.per_mille(self.mix.letters);
        let channel = if letter { dice.word(&self.letters) } else { CALLS };
        let people = self.tickets / 5 * 4 + 1;
        let contact = Contact { at, channel, category: None, unit: None, people };
        if dice.per_mille(self.mix.transferred) {
            self.asked_life(dice, contact)
        } else {
            self.answered_life(dice, contact)
        }
    }

    /// The tickets stand in a row along the busy hours, each somewhere within its own share.
    fn intake_time(&self, dice: &mut Dice, index: u64) -> Moment {
        let whole = self.busy.last().copied().unwrap_or(0);
        let place = (u128::from(index) << 16) + u128::from(dice.below(1 << 16));
        let point = place * u128::from(whole) / (u128::from(self.tickets.max(1)) << 16);
        let point = u64::try_from(point).unwrap_or(whole);
        let day = self.busy.partition_point(|before| *before <= point).max(1) - 1;
        let from = self.busy.get(day).copied().unwrap_or(0);
        let to = self.busy.get(day + 1).copied().unwrap_or(from + CURVE);
        self.office.at(day as i64, second_at((point - from) / ((to - from) / CURVE).max(1)))
    }

    fn answered_life(&self, dice: &mut Dice, contact: Contact) -> Life {
        let category = dice.pick(&self.answered).copied().flatten();
        let matter = matters::any(dice, category);
        let (mut life, blanks) = intake::open(dice, &Contact { category, ..contact }, matter);
        let at = intake::answered_at(dice, contact.at);
        if at <= self.until() {
            life.path = Path::ResolvedOnline { at, answer: blanks.fill(matter.answer) };
        }
        life
    }

    fn asked_life(&self, dice: &mut Dice, contact: Contact) -> Life {
        let Some((unit, category)) = dice.pick(&self.asked).copied() else {
            return self.answered_life(dice, contact);
        };
        let matter = matters::for_unit(dice, category, unit, true);
        let contact = Contact { category: Some(category), unit: Some(unit), ..contact };
        let (mut life, blanks) = intake::open(dice, &contact, matter);
        let transfer = Transfer {
            office: &self.office,
            unit,
            at: intake::transferred_at(dice, contact.at),
            limit_days: intake::limit_days(matter.kind),
            fate: self.fate(dice),
            reply_from: 0,
            reply_before: i64::MAX,
            sign_off_late: dice.per_mille(self.mix.sign_off_late),
        };
        if transfer.at <= self.until() {
            let leg = course::run(dice, &transfer, blanks.fill(matter.result));
            life.path = Path::Transferred(Box::new(cut(leg, self.until())));
        }
        life
    }

    fn fate(&self, dice: &mut Dice) -> Fate {
        let mut left = dice.below(1000) as u32;
        let mix = &self.mix;
        let shares = [
            (Fate::Late, mix.late),
            (Fate::OpenLate, mix.open_late),
            (Fate::Reworked, mix.rework),
            (Fate::Explained, mix.explained),
        ];
        for (fate, share) in shares {
            if left < share {
                return fate;
            }
            left -= share;
        }
        Fate::InTime
    }
}

/// The leg as far as it is lived until a moment.
fn cut(mut leg: PlannedLeg, until: Moment) -> PlannedLeg {
    leg.callbacks.retain(|callback| callback.at <= until);
    leg.rework = leg.rework.filter(|rework| rework.at <= until);
    if let Some(rework) = &mut leg.rework {
        rework.callback = rework.callback.filter(|callback| callback.at <= until);
    }
    leg.closed = leg.closed.filter(|closing| closing.at <= until);
    leg
}

fn asked() -> Vec<(&'static UnitRow, &'static str)> {
    let all = printed().pairs.iter().flat_map(|pair| {
        let count = pair.tickets.iter().map(|(_, count)| count).sum::<u32>();
        (0..count).map(move |_| (pair.unit, pair.category))
    });
    all.collect()
}

fn answered() -> Vec<Option<&'static str>> {
    let transferred = asked();
    let all = printed().categories.iter().flat_map(|row| {
        let gone = transferred.iter().filter(|(_, category)| *category == row.name).count();
        let category = (row.name != NO_CATEGORY).then_some(row.name);
        (gone..row.accepted as usize).map(move |_| category)
    });
    all.collect()
}
