//! The laws of the figures, each held over wild lives: how often what a law speaks of was met, and where
//! it was broken. A law of which nothing was met has shown nothing.

mod counted;
mod defined;
mod kept;
mod listed;
mod moved;
mod own;
mod promised;
mod proportion;
mod summed;

use std::path::Path;

use gongdan::{
    Basis, Count, Figures, Grouping, Hotline, Moment, Period, Question, Result, Row, TicketId,
};
use gongdan_domain::Ticket;
use gongdan_tests::{Dice, Folder};

use crate::wild::{DAY, Wild};

/// What came of one law.
pub struct Law {
    /// Its number on the page.
    pub number: usize,
    /// What it says.
    pub says: &'static str,
    /// How often what it speaks of was met.
    pub met: u64,
    /// Where it was broken, the first few; with how many in all.
    pub broken: Vec<String>,
    /// In how many places.
    pub times: u64,
}

const SHOWN: usize = 5;

impl Law {
    const fn new(number: usize, says: &'static str) -> Self {
        Self { number, says, met: 0, broken: Vec::new(), times: 0 }
    }

    /// Something that the law speaks of, and whether it is so.
    fn holds(&mut self, so: bool, tell: impl FnOnce() -> String) {
        self.met += 1;
        if !so {
            self.times += 1;
            if self.broken.len() < SHOWN {
                self.broken.push(tell());
            }
        }
    }
}

/// A life with what the laws look at.
pub(crate) struct Life<'a> {
    pub(crate) seed: u64,
    pub(crate) path: &'a Path,
    pub(crate) hotline: &'a mut Hotline,
    pub(crate) known: &'a [Ticket],
    pub(crate) now: Moment,
    pub(crate) dice: Dice,
    /// By what figures are asked.
    groupings: Vec<Grouping>,
}

impl Life<'_> {
    /// Moments of its life: any, at the end of a day, on a limit's own millisecond, and now.
    pub(crate) fn moments(&mut self) -> Vec<Moment> {
        let first = self.known.first().map_or(self.now, |ticket| ticket.accepted_at);
        let span = (self.now.ms() - first.ms()).max(1) as usize;
        let any = first.plus_ms(self.dice.below(span) as i64);
        let end = Moment::end_of(first.plus_ms(self.dice.below(span) as i64).day());
        let limits: Vec<Moment> =
            self.known.iter().flat_map(|ticket| &ticket.legs).map(|leg| leg.handle_by).collect();
        let limit = if limits.is_empty() { any } else { *self.dice.one_of(&limits) };
        let mut moments = vec![any, end, limit.min(self.now), self.now];
        moments.sort_unstable();
        moments
    }

    /// The whole of its life, and a month of it.
    pub(crate) fn periods(&mut self) -> [Period; 2] {
        let first = self.known.first().map_or(self.now, |ticket| ticket.accepted_at);
        let days = ((self.now.ms() - first.ms()) / DAY).max(1) as usize;
        let begin = first.plus_ms(self.dice.below(days) as i64 * DAY);
        let end = begin.plus_ms(30 * DAY).min(self.now);
        let whole = Period::days(first.day(), self.now.day()).expect("a period");
        [whole, Period::days(begin.day(), end.day()).expect("a period")]
    }

    /// A question on each basis by each grouping.
    pub(crate) fn questions(&self, period: Period, as_of: Moment) -> Vec<Question> {
        let mut questions = Vec::new();
        for basis in Basis::ALL {
            let one = |by: &Grouping| Question::new(period, as_of).basis(*basis).by(*by);
            questions.extend(self.groupings.iter().map(one));
        }
        questions
    }

    /// The whole of its life, also of what was corrected to have been before it.
    pub(crate) fn whole(&self) -> Period {
        Period::parse("2019-01-01..2030-12-31").expect("a period")
    }

    pub(crate) fn told(&self, question: &Question) -> String {
        let Question { period, as_of, basis, by, effective, .. } = question;
        format!(
            "seed {}: {period} as of {as_of}, {basis}, {by:?}, effective {effective}",
            self.seed
        )
    }

    /// The tickets behind a count: each as often as it is counted.
    pub(crate) fn behind(
        &self,
        figures: &Figures,
        row: Option<&Row>,
        count: Count,
    ) -> Result<Vec<TicketId>> {
        let list = self.hotline.behind(figures, row, count)?;
        Ok(list.into_iter().map(|ticket| ticket.id).collect())
    }
}

/// By what the laws are tried.
const GROUPINGS: [Grouping; 10] = [
    Grouping::All,
    Grouping::Channel,
    Grouping::Category,
    Grouping::Kind,
    Grouping::Urgency,
    Grouping::Unit,
    Grouping::UnitGroup,
    Grouping::Area,
    Grouping::Day,
    Grouping::Age,
];

type Held = fn(&mut Life<'_>, &mut Law) -> Result<()>;

const LAWS: [(usize, &str, Held); 10] = [
    (0, "the identities hold at any moment", summed::identities),
    (1, "a count is the length of its list", counted::count_is_list),
    (2, "the rows add up to the total", summed::rows_add_up),
    (3, "a proportion lies between nothing and all", proportion::between),
    (4, "a broken promise stays broken, under one name", promised::stays_broken),
    (5, "a figure is of the unit's own legs", own::of_its_own),
    (6, "the lists and views are the figures", listed::lists_are_figures),
    (7, "what is not defined is refused by name", defined::refused),
    (8, "names and mergers move figures and keep totals", moved::conserved),
    (10, "the same question with the same journal has the same bytes", kept::same_bytes),
];

/// How large a life is on which the laws are tried.
const TICKETS: usize = 120;
/// … and where only whether all hold is asked: what is planted to be found is found soon.
const FEW: usize = 5;

/// All of them; where what is planted is to be found soon, all together, the units, and two others.
fn groupings(mut dice: Dice, first_only: bool) -> Vec<Grouping> {
    let mut groupings = GROUPINGS.to_vec();
    let asked = |by: &Grouping| matches!(by, Grouping::All | Grouping::Unit);
    while first_only && groupings.len() > 4 {
        let nth = dice.below(groupings.len());
        if !asked(&groupings[nth]) {
            groupings.remove(nth);
        }
    }
    groupings
}

/// Tries every law on so many lives; where only whether all hold is asked, until one does not.
///
/// # Errors
/// When the machine fails.
pub fn try_all(lives: u64, seed: u64, first_only: bool) -> Result<Vec<Law>> {
    let mut laws: Vec<Law> = LAWS.iter().map(|(number, says, _)| Law::new(*number, says)).collect();
    for seed in seed..seed + lives {
        let folder = Folder::new("laws");
        let path = folder.file("life.db");
        let tickets = if first_only { FEW } else { TICKETS };
        let (mut hotline, wild) = Wild::live(&path, seed, tickets)?;
        let (known, now, dice) = (&wild.known[..], wild.now, Dice::new(seed));
        let hotline = &mut hotline;
        let groupings = groupings(dice.clone(), first_only);
        let mut life = Life { seed, path: &path, hotline, known, now, dice, groupings };
        for ((_, _, held), law) in LAWS.iter().zip(&mut laws) {
            held(&mut life, law)?;
            if first_only && law.times > 0 {
                return Ok(laws);
            }
        }
    }
    Ok(laws)
}
