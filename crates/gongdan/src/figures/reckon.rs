//! Figures: counts by any grouping as of any moment.

use std::borrow::Cow;

use gongdan_domain::{Count, Moment, OfficeEvent, Period, RegionId, Rulebook, TicketId};

use super::answer::{Figures, Naming};
use super::defined::{counts_citizens, sources};
use super::key::Key;
use super::question::Question;
use super::rows::{Rows, add_zeros, total};
use super::tabulation::Tabulation;
use crate::hotline::Hotline;
use crate::store::{Heard, Pass, Past, Source};
use crate::words::{Basis, Grouping};
use crate::words::{Error, ErrorKind, Result};

impl Hotline {
    /// The figures of a question.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn figures(&self, question: &Question) -> Result<Figures> {
        self.ask_now(|region, rules, _| self.reckon(region, rules, question, None))
    }

    /// The answers to several questions of one period and moment: the past is looked up once.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn figures_of(&self, questions: &[Question]) -> Result<Vec<Figures>> {
        let Some(first) = questions.first() else { return Ok(Vec::new()) };
        let same = |each: &Question| {
            Question { by: Vec::new(), level: None, ..each.clone() }
                == Question { by: Vec::new(), level: None, ..first.clone() }
        };
        if !questions.iter().all(same) {
            return questions.iter().map(|question| self.figures(question)).collect();
        }
        self.ask_now(|region, rules, _| {
            let view = view_of(region, first, None);
            self.store.look_back(&view)?;
            let known = self.known(region, rules, first)?;
            let questions: Vec<&Question> = questions.iter().collect();
            let mut figures = self.answers(&view, &known, &questions)?;
            figures.iter_mut().try_for_each(|each| self.carry_in(region, each))?;
            Ok(figures)
        })
    }

    /// Looks back and answers; `rules` are those of another world, for a what-if.
    pub(crate) fn reckon(
        &self,
        region: RegionId,
        rules: &Rulebook,
        question: &Question,
        instead: Option<&Rulebook>,
    ) -> Result<Figures> {
        let view = view_of(region, question, instead);
        self.store.look_back(&view)?;
        let known = self.known(region, rules, question)?;
        let mut figures = self.answers(&view, &known, &[question])?;
        figures.iter_mut().try_for_each(|each| self.carry_in(region, each))?;
        figures.pop().ok_or_else(|| Error::plain(ErrorKind::Bug, "a question was not answered"))
    }

    /// A flow over all tickets also says how many were open when the period began, and how many more
    /// came back in it.
    fn carry_in(&self, region: RegionId, figures: &mut Figures) -> Result<()> {
        if !figures.question.carries() {
            return Ok(());
        }
        let before = self.before(region, &figures.question)?;
        let counts = [(Count::CarriedIn, before.open), (Count::BroughtBack, before.brought_back)];
        for (count, tickets) in counts {
            let tickets = tickets.len() as i64;
            figures.total.set(count, tickets);
            figures.rows.iter_mut().for_each(|row| row.tally.set(count, tickets));
        }
        Ok(())
    }

    /// The tickets that were there before a question's period: those open when it began, and those
    /// that were not and came back in it.
    pub(crate) fn before(&self, region: RegionId, question: &Question) -> Result<Before> {
        self.store.look_back(&view_of(region, question, None))?;
        let mut brought_back = self.store.brought_back(&view_of(region, question, None))?;
        let open = self.open_before(region, question)?;
        brought_back.retain(|ticket| !open.contains(ticket));
        Ok(Before { open, brought_back })
    }

    /// The tickets that were open when a question's period began.
    pub(crate) fn open_before(
        &self,
        region: RegionId,
        question: &Question,
    ) -> Result<Vec<TicketId>> {
        let began = question.period.from().plus_ms(-1);
        let (period, as_of) = (question.period.before(), question.as_of.min(began));
        let before = Question { period, as_of, basis: Basis::Flow, ..question.clone() };
        let since = as_of.plus_ms(1);
        let view = Past { carried: Some(since), ..view_of(region, &before, None) };
        self.store.look_back(&view)?;
        self.store.open_tickets(&view)
    }

    /// The rules as far as the question sees them: an issue's names are those of its day.
    pub(crate) fn known<'a>(
        &self,
        region: RegionId,
        rules: &'a Rulebook,
        question: &Question,
    ) -> Result<Cow<'a, Rulebook>> {
        let Some(seen) = question.seen else { return Ok(Cow::Borrowed(rules)) };
        let events = self.store.events_of(region, crate::store::OFFICE)?;
        let seen = events.iter().filter(|event| event.seq <= seen);
        let events: Result<Vec<OfficeEvent>> = seen.map(|event| event.office_event()).collect();
        Ok(Cow::Owned(Rulebook::fold(events?)))
    }

    /// Answers several questions of one view: what they ask of a source is heard in one pass.
    fn answers<'a>(
        &self,
        view: &Past<'_>,
        rules: &'a Rulebook,
        questions: &[&'a Question],
    ) -> Result<Vec<Figures>> {
        questions.iter().try_for_each(|question| question.check())?;
        let asked: Vec<Asked<'a>> = questions.iter().map(|each| Asked::new(each)).collect();
        let naming = |each: &Asked<'a>| Naming::new(rules, each.question);
        let rows =
            |each: &Asked<'a>| Rows::new(each.by.clone(), naming(each), each.question.nothing());
        let mut rows: Vec<Rows<'a>> = asked.iter().map(rows).collect();
        for source in distinct(asked.iter().flat_map(Asked::sources)) {
            let takes = |each: &&Asked<'_>| each.sources().contains(&source);
            let taking: Vec<&Asked<'_>> = asked.iter().filter(takes).collect();
            let tables = self.tables(view, source, &taking)?;
            let rows = rows.iter_mut().zip(&asked).filter(|(_, each)| takes(each));
            for ((rows, _), table) in rows.zip(tables) {
                table.rows().into_iter().for_each(|grouped| rows.take(grouped, source));
            }
        }
        let answer = |(asked, rows): (&Asked<'a>, Rows<'a>)| {
            self.answer(view, asked, rows, &Naming::new(rules, asked.question))
        };
        asked.iter().zip(rows).map(answer).collect()
    }

    /// One table for each question, out of one pass over a source.
    fn tables(
        &self,
        view: &Past<'_>,
        source: Source,
        asked: &[&Asked<'_>],
    ) -> Result<Vec<Tabulation>> {
        let keys = distinct(asked.iter().flat_map(|each| each.by.clone()));
        let counts = source.counts();
        let table = |each: &&Asked<'_>| Tabulation::new(&each.by, counts, (&keys, counts));
        let mut tables: Vec<Tabulation> = asked.iter().map(table).collect();
        let effective = asked.iter().any(|each| each.question.effective);
        let pass = Pass { view, source, heard: Heard::All, keys: &keys, counts, effective };
        self.store.walk(&pass, &mut |standing| {
            tables.iter_mut().for_each(|table| table.take(standing));
        })?;
        Ok(tables)
    }

    fn answer(
        &self,
        view: &Past<'_>,
        asked: &Asked<'_>,
        rows: Rows<'_>,
        naming: &Naming<'_>,
    ) -> Result<Figures> {
        let (question, by) = (asked.question, &asked.by);
        let (mut rows, times) = rows.printed();
        if question.zeros {
            add_zeros(&mut rows, by, naming, &question.nothing());
        }
        if counts_citizens(question.basis, by) {
            let citizens = self.store.citizens(view, question.effective)?;
            rows.iter_mut().for_each(|row| row.tally.set(Count::Citizens, citizens));
        }
        let total = total(question.nothing(), &rows, times);
        Ok(Figures { question: question.clone(), rows, total })
    }

    /// Contacts (calls, letters) of a period by channel, as known at a moment, in printed order.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn contacts(&self, period: &Period, as_of: Moment) -> Result<Vec<(Key, i64)>> {
        self.contacts_of(&Question::new(*period, as_of))
    }
}

/// The tickets that were there before a period.
pub(crate) struct Before {
    /// Open when it began.
    pub(crate) open: Vec<TicketId>,
    /// Ended then, and opened again or unmerged in the period.
    pub(crate) brought_back: Vec<TicketId>,
}

/// A question, and by what its rows stand.
struct Asked<'a> {
    question: &'a Question,
    by: Vec<Grouping>,
}

impl<'a> Asked<'a> {
    fn new(question: &'a Question) -> Self {
        let by = match question.by.is_empty() {
            true => vec![Grouping::All],
            false => question.by.clone(),
        };
        Self { question, by }
    }

    fn sources(&self) -> Vec<Source> {
        sources(self.question.basis, &self.by)
    }
}

/// Each once, in the order of their first appearance.
pub(crate) fn distinct<T: PartialEq>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut distinct = Vec::new();
    for each in all {
        if !distinct.contains(&each) {
            distinct.push(each);
        }
    }
    distinct
}

/// What a question looks at.
pub(crate) fn view_of<'a>(
    region: RegionId,
    question: &'a Question,
    rules: Option<&'a Rulebook>,
) -> Past<'a> {
    let (period, as_of, seen) = (&question.period, question.as_of, question.seen);
    let carried = match question.basis {
        Basis::Flow => Some(period.from().min(as_of.plus_ms(1))),
        Basis::Cohort => None,
    };
    Past { region, period, as_of, seen, rules, carried }
}
