//! Whoever reckons for a format: any figure of any row, by its name.

use std::sync::Arc;

use gongdan::{Count, CountOf, Grouping, MEASURES, Measure, Rounding, Row, Species, Tally};

use super::formula::Formula;
use super::given::Given;
use super::ink::Ink;
use super::own::{MeasureSpec, PartSpec, PrintSpec, channel_kind, code};
use super::slice::{Of, Slice};
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
}

/// What the format says for itself.
#[derive(Clone, Debug, Default)]
pub(super) struct Own {
    pub(super) measures: Vec<MeasureSpec>,
    pub(super) parts: Vec<PartSpec>,
    /// How single figures print, by name.
    pub(super) prints: Vec<(String, PrintSpec)>,
    /// How all others do.
    pub(super) usual: PrintSpec,
}

/// Why there is no such figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    /// Nobody counts it.
    Unknown,
    /// Not on this basis, or not by this.
    NotDefined,
    /// It was not asked for.
    NotCollected,
    /// Too large for exact numbers.
    TooLarge,
    /// A value from outside that was not given.
    NotGiven,
}

/// What a name of a figure means.
#[derive(Clone, Copy, Debug)]
pub(super) enum Named<'a> {
    Late,
    Count(Count),
    Measure(&'static Measure),
    Own(&'a MeasureSpec),
}

impl Own {
    /// What a name means: the word of a count or measure, a name of the format, or an office term.
    pub(super) fn named(&self, name: &str) -> Option<Named<'_>> {
        if let Some(own) = self.measures.iter().find(|each| each.name == name) {
            return Some(Named::Own(own));
        }
        match name {
            "late" | "超期件数" => return Some(Named::Late),
            _ => {}
        }
        let count = |fits: fn(&Count, &str) -> bool| {
            Count::ALL.iter().find(|each| fits(each, name)).map(|each| Named::Count(*each))
        };
        let measure = |fits: fn(&Measure, &str) -> bool| {
            MEASURES.iter().find(|each| fits(each, name)).map(Named::Measure)
        };
        count(|each, name| each.word() == name)
            .or_else(|| measure(|each, name| each.name == name))
            .or_else(|| count(|each, name| each.term() == name))
            .or_else(|| measure(|each, name| each.term == name))
    }

    /// The part of a name.
    pub(super) fn part(&self, name: &str) -> Option<usize> {
        self.parts.iter().position(|part| part.name == name)
    }

    /// Where a word before a figure's name leads: to a part, or to other days or tickets.
    pub(super) fn sliced(&self, slice: Slice, word: &str) -> Option<Slice> {
        match self.part(word) {
            Some(part) => slice.part.is_none().then_some(Slice { part: Some(part), ..slice }),
            None => slice.with(word),
        }
    }

    /// The names that a figure may be called by, for whoever misspelt one.
    pub(super) fn names(&self) -> Vec<&str> {
        let counts = Count::ALL.iter().flat_map(|count| [count.word(), count.term()]);
        let measures = MEASURES.iter().flat_map(|measure| [measure.name, measure.term]);
        let own = self.measures.iter().map(|own| own.name.as_str());
        let parts = self.parts.iter().map(|part| part.name.as_str());
        counts.chain(measures).chain(["late"]).chain(own).chain(parts).collect()
    }

    /// How a figure of a name prints.
    pub(super) fn print(&self, name: &str) -> PrintSpec {
        let own = self.prints.iter().find(|(each, _)| self.same(each, name));
        own.map(|(_, print)| *print).unwrap_or_default().or(self.usual)
    }

    fn same(&self, told: &str, name: &str) -> bool {
        let word = |named: Named<'_>| match named {
            Named::Late => "late".to_owned(),
            Named::Count(count) => count.word().to_owned(),
            Named::Measure(measure) => measure.name.to_owned(),
            Named::Own(own) => own.name.clone(),
        };
        told == name || self.named(told).is_some_and(|named| word(named) == name)
    }
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
        names.iter().find(|name| !has(name)).cloned()
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
