//! Whoever reckons for a format: any figure of any row, by its name.

use std::sync::Arc;

use gongdan::{Count, CountOf, Grouping, Rounding, Row, Species, Tally};

use super::definitions::{Missing, Named, Own};
use super::formula::Formula;
use super::given::Given;
use super::ink::Ink;
use super::own::{MeasureSpec, PartSpec, channel_kind, code};
use super::slice::Of;
use crate::answers::Answers;
use crate::exact::Exact;
use crate::figure::{Amount, Figure, FigureForm};

/// What is printed in a format, and from what.
#[derive(Debug)]
pub(super) struct Desk {
    pub(super) answers: Arc<Answers>,
    pub(super) rounding: Rounding,
    pub(super) ink: Arc<Ink>,
    pub(super) own: Own,
    pub(super) given: Given,
    /// The text of `format.toml`, to say in which line something stands.
    pub(super) toml: String,
    /// Whether it is only tried: a group or part that nothing is of yet, and a value that nobody gave, are
    /// no mistakes then.
    pub(super) tried: bool,
}

impl Desk {
    /// The counts of a row.
    pub(super) fn tally(&self, of: &Of) -> Result<Tally, Missing> {
        match of.slice.part {
            Some(part) => self.part_of(of, part),
            None => self.plain(of),
        }
    }

    fn plain(&self, of: &Of) -> Result<Tally, Missing> {
        let mut cut = of.slice.cut;
        if cut == crate::needs::Cut::OWN.of_all_taken() && of.by == Grouping::All {
            return Ok(self.answers.taken_in.total.clone());
        }
        cut.taken &= !matches!(of.by, Grouping::Unit | Grouping::UnitGroup);
        let sheet = self.answers.sheet(cut, &[of.by], of.level).ok_or(Missing::NotCollected)?;
        let Some(keys) = &of.keys else { return Ok(sheet.figures.total.clone()) };
        let mut rows = keys.iter().flat_map(|key| sheet.rows(*key));
        match (rows.next(), rows.next()) {
            (None, _) => Ok(sheet.figures.total.clone().zeroed()),
            (Some(row), None) => Ok(row.tally.clone()),
            (Some(row), Some(second)) => {
                let mut sum = row.tally.clone();
                std::iter::once(second).chain(rows).for_each(|row| sum.add(&row.tally));
                Ok(sum)
            }
        }
    }

    /// Of a row, what is of a part.
    fn part_of(&self, of: &Of, part: usize) -> Result<Tally, Missing> {
        let part = &self.own.parts[part];
        let (by, names) = part.by().ok_or(Missing::NotDefined)?;
        let list: Vec<Grouping> = match of.by {
            Grouping::All => vec![by],
            own if own == by => vec![by],
            own => vec![own, by],
        };
        let mut cut = of.slice.cut;
        let units = |by: &Grouping| matches!(by, Grouping::Unit | Grouping::UnitGroup);
        cut.taken &= !list.iter().any(units);
        let sheet = self.answers.sheet(cut, &list, of.level).ok_or(Missing::NotCollected)?;
        let mut sum = sheet.figures.total.clone().zeroed();
        let mut add = |row: &Row| {
            if row.keys.last().is_some_and(|key| self.holds(part, by, names, key)) {
                sum.add(&row.tally);
            }
        };
        match &of.keys {
            Some(keys) => keys.iter().flat_map(|key| sheet.rows(*key)).for_each(add),
            None => sheet.figures.rows.iter().for_each(&mut add),
        }
        Ok(sum)
    }

    /// Whether a key is of a part: by its name, that of one above it, or its sort.
    fn holds(&self, part: &PartSpec, by: Grouping, names: &[String], key: &gongdan::Key) -> bool {
        if part.is_of_kinds() {
            let entries = self.answers.entries(Species::Channel);
            let kind = entries.iter().find(|entry| entry.id == key.id).and_then(|entry| entry.kind);
            return names.iter().any(|name| kind.is_some() && channel_kind(name) == kind);
        }
        names.iter().any(|name| {
            let below = key.name.strip_prefix(name.as_str());
            below.is_some_and(|rest| rest.is_empty() || rest.starts_with('>'))
                || code(by, name) == Some(key.id)
        })
    }

    /// The first of some groups that no unit is in.
    pub(super) fn no_group(&self, groups: &[String]) -> Option<String> {
        groups.iter().find(|group| !self.tried && !self.answers.has_group(group)).cloned()
    }

    /// A name of a part that the register does not have.
    pub(super) fn unknown_of(&self, part: &PartSpec) -> Option<String> {
        let (by, names) = part.by()?;
        let has = |name: &String| match (by, species(by)) {
            _ if part.is_of_kinds() => true,
            (Grouping::UnitGroup, _) => self.no_group(std::slice::from_ref(name)).is_none(),
            (_, Some(species)) => {
                let last = name.rsplit('>').next().unwrap_or(name);
                self.answers.entries(species).iter().any(|entry| entry.name == last)
            }
            _ => true,
        };
        names.iter().find(|name| !self.tried && !has(name)).cloned()
    }

    /// A figure of a row, by its name and the words before its dots.
    pub(super) fn figure(&self, of: &Of, path: &[&str]) -> Result<Figure, Missing> {
        let (name, before) = path.split_last().ok_or(Missing::Unknown)?;
        let mut slice = of.slice;
        for word in before {
            slice = self.own.sliced(slice, word).ok_or(Missing::Unknown)?;
        }
        self.named(&of.sliced(slice), name)
    }

    fn named(&self, of: &Of, name: &str) -> Result<Figure, Missing> {
        let tally = || self.tally(of);
        let figure = match self.own.named(name).ok_or(Missing::Unknown)? {
            Named::Late => {
                let tally = tally()?;
                let parts = [Count::HandledLate, Count::OpenLate];
                parts.iter().try_for_each(|count| {
                    tally.get(*count).map(|_| ()).ok_or(Missing::NotDefined)
                })?;
                crate::late::sum(&tally)
            }
            Named::Count(count) => {
                let tally = tally()?;
                tally.get(count).ok_or(Missing::NotDefined)?;
                Figure::count(count, &tally)
            }
            Named::Measure(measure) => {
                let tally = tally()?;
                tally.measure(measure).ok_or(Missing::NotDefined)?;
                Figure::measure(measure, &tally, self.rounding)
            }
            Named::Own(own) => return self.of_own(of, own),
        };
        let print = self.own.print(&figure.name).of(figure.print.form);
        Ok(Figure { print, ..figure })
    }

    /// A place's own measure: over tickets where all its counts are defined for them, else over
    /// assignments.
    fn of_own(&self, of: &Of, own: &MeasureSpec) -> Result<Figure, Missing> {
        let formula = own.read.as_ref().ok_or(Missing::Unknown)?;
        let over = |list| self.value(of, formula, (own.assessed, list));
        let value = match over(CountOf::Tickets) {
            Err(Missing::NotDefined) => over(CountOf::Assignments)?,
            value => value?,
        };
        let value = own.bounded(value);
        let amount = match (formula.counts(), value.whole) {
            (true, 1) => Amount::Count(i64::try_from(value.part).map_err(|_| Missing::TooLarge)?),
            _ => Amount::Rate(value.fraction().ok_or(Missing::TooLarge)?, self.rounding),
        };
        let print = own.print(self.own.print(&own.name));
        Ok(Figure {
            name: own.name.clone().into(),
            rule: own.formula.clone().into(),
            amount,
            print,
        })
    }

    fn value(&self, of: &Of, formula: &Formula, how: (bool, CountOf)) -> Result<Exact, Missing> {
        let value = |formula: &Formula| self.value(of, formula, how);
        match formula {
            Formula::Number(number) => Ok(*number),
            Formula::Figure(path) => self.term(of, path, how),
            Formula::Two(operator, one, other) => {
                let (one, other) = (value(one)?, value(other)?);
                let made = match operator {
                    '+' => one.plus(other),
                    '-' => one.minus(other),
                    '*' => one.times(other),
                    _ => one.over(other),
                };
                made.ok_or(Missing::TooLarge)
            }
            Formula::Bound(smaller, all) => {
                let all = all.iter().map(value).collect::<Result<Vec<_>, _>>()?;
                let compared = |a: &Exact, b: &Exact| a.compared(*b);
                let found = match smaller {
                    true => all.into_iter().min_by(compared),
                    false => all.into_iter().max_by(compared),
                };
                found.ok_or(Missing::Unknown)
            }
        }
    }

    /// One figure of a formula.
    fn term(
        &self,
        of: &Of,
        path: &[String],
        (assessed, list): (bool, CountOf),
    ) -> Result<Exact, Missing> {
        let (name, before) = path.split_last().ok_or(Missing::Unknown)?;
        let mut slice = of.slice;
        for word in before {
            slice = self.own.sliced(slice, word).ok_or(Missing::Unknown)?;
        }
        let of = of.sliced(slice);
        if let Some(Named::Count(count)) = self.own.named(name) {
            let tally = self.tally(&of)?;
            let tally = if assessed { tally.assessed() } else { tally };
            return tally.of(list, count).map(Exact::whole).ok_or(Missing::NotDefined);
        }
        if let Some(given) = self.given_of(&of, name) {
            return Ok(given.exact());
        }
        self.named(&of, name).map(|figure| figure.exact())
    }

    /// What was given from outside: of a row, by the row's name, else of the whole.
    pub(super) fn given_of(&self, of: &Of, name: &str) -> Option<Figure> {
        let row = of.keys.as_deref().and_then(|keys| keys.first());
        let row = row.and_then(|key| self.name_of(of.by, *key));
        self.given.figure(name, row.as_deref(), self.rounding)
    }

    fn name_of(&self, by: Grouping, key: i64) -> Option<String> {
        let figures = self.answers.by(by);
        let row = figures.and_then(|figures| {
            figures.rows.iter().find(|row| row.keys.first().is_some_and(|each| each.id == key))
        });
        let species = species(by)?;
        let entry = || self.answers.entries(species).iter().find(|entry| entry.id == key);
        row.map(|row| row.keys[0].name.clone()).or_else(|| entry().map(|entry| entry.name.clone()))
    }

    /// A part of a whole, as an exact rate.
    pub(super) fn share(&self, part: &Figure, whole: &Figure) -> Option<Figure> {
        let value = part.exact().over(whole.exact())?;
        self.rate(("share", format!("{} / {}", part.name, whole.name)), value, FigureForm::Percent)
    }

    /// By how much a count has grown, or by how many points a rate has.
    pub(super) fn growth(&self, now: &Figure, then: &Figure) -> Option<Figure> {
        let difference = now.exact().minus(then.exact())?;
        let rule = format!("({0} - {0} then) / {0} then", now.name);
        match now.is_count() {
            true => {
                self.rate(("growth", rule), difference.over(then.exact())?, FigureForm::Percent)
            }
            false => {
                let form = if now.is_percent() { FigureForm::Points } else { FigureForm::Number };
                self.rate(("difference", format!("{0} - {0} then", now.name)), difference, form)
            }
        }
    }

    /// A figure that is reckoned from others.
    pub(super) fn rate(
        &self,
        (name, rule): (&'static str, String),
        value: Exact,
        form: FigureForm,
    ) -> Option<Figure> {
        let rule: String = rule.chars().take(200).collect();
        let amount = Amount::Rate(value.fraction()?, self.rounding);
        let print = self.own.print(name).of(form);
        Some(Figure { name: name.into(), rule: rule.into(), amount, print })
    }
}

impl MeasureSpec {
    fn bounded(&self, value: Exact) -> Exact {
        let bound = |bound: Option<f64>| bound.and_then(|bound| Exact::parse(&bound.to_string()));
        match (bound(self.at_least), bound(self.at_most)) {
            _ if value.whole == 0 => value,
            (Some(least), _) if value.compared(least).is_lt() => least,
            (_, Some(most)) if value.compared(most).is_gt() => most,
            _ => value,
        }
    }

    /// The grade of a value: the first that it reaches.
    pub(super) fn grade(&self, value: Exact) -> Option<&str> {
        let reaches = |from: f64| {
            let from = Exact::parse(&from.to_string());
            value.whole != 0 && from.is_some_and(|from| value.compared(from).is_ge())
        };
        self.grades.iter().find(|grade| reaches(grade.from)).map(|grade| grade.name.as_str())
    }
}

/// The species that rows of a grouping are.
pub(super) fn species(by: Grouping) -> Option<Species> {
    match by {
        Grouping::Unit => Some(Species::Unit),
        Grouping::Category => Some(Species::Category),
        Grouping::Channel => Some(Species::Channel),
        Grouping::Area => Some(Species::Area),
        _ => None,
    }
}
