//! Publication: an issue's figures are frozen, can be opened again, verified, and compared with
//! what the same question answers today (更正).

use std::collections::BTreeMap;

use gongdan_domain::{
    Count, Imprint, MEASURES, Moment, OfficeCommand, OfficeEvent, Period, Problem, Published,
    Stamp, Tally, TextField, TicketEvent, TicketId,
};
use gongdan_domain::{FrozenRow, FrozenTable};
use serde::{Deserialize, Serialize};

use super::answer::{Figures, Row, TicketRef};
use super::corrected::CorrectedFact;
use super::question::Question;
use crate::hotline::Hotline;
use crate::words::Grouping;
use crate::words::{Error, ErrorKind, Result};

/// The tables that an issue freezes.
const TABLES: &[&[Grouping]] = &[
    &[Grouping::All],
    &[Grouping::Category],
    &[Grouping::Unit],
    &[Grouping::Channel, Grouping::Unit],
];

/// An issue about to be published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewIssue {
    /// The year it is numbered in.
    pub year: i32,
    /// Its number within the year.
    pub number: u32,
    /// The period it is about.
    pub period: Period,
    /// Its cut-off.
    pub as_of: Moment,
    /// Who answers for publishing figures that should agree and do not.
    pub answers_for: Option<String>,
    /// The words that are printed with the figures, and the format; nothing for figures alone.
    #[serde(default)]
    pub imprint: Option<Imprint>,
}

/// A published issue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Issue {
    /// Its event in the journal.
    pub seq: u64,
    /// When it was published.
    pub at: Moment,
    /// Who published it.
    pub by: String,
    /// What was frozen.
    pub published: Published,
}

/// A figure that would be printed otherwise today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Correction {
    /// By what its table is broken down.
    pub by: String,
    /// The row's key.
    pub key: String,
    /// The count.
    pub count: Count,
    /// As it was printed.
    pub printed: i64,
    /// As it would be today.
    pub today: i64,
    /// Tickets counted today that were not.
    pub appeared: Vec<TicketRef>,
    /// Tickets that were counted and no longer are.
    pub gone: Vec<TicketRef>,
}

/// A ticket that an issue tells of, and that is told no longer as it was: some of its texts were
/// erased since, or it was made confidential.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Withheld {
    /// The ticket.
    pub ticket: TicketRef,
    /// Since when.
    pub at: Moment,
    /// Who saw to it.
    pub by: String,
    /// The texts that were erased; none where the ticket was made confidential.
    pub fields: Vec<TextField>,
}

/// An issue held against the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Compared {
    /// The issue.
    pub issue: Issue,
    /// Whether the journal up to the issue still has the printed hash, and the figures reckoned
    /// from it are the frozen ones.
    pub intact: bool,
    /// What would be printed otherwise today, with the tickets that make the difference.
    pub corrections: Vec<Correction>,
    /// The facts that were corrected since, from or to a moment that it sees.
    #[serde(default)]
    pub corrected: Vec<CorrectedFact>,
    /// What it told of tickets and tells no longer.
    #[serde(default)]
    pub withheld: Vec<Withheld>,
}

impl Hotline {
    /// Publishes an issue: its figures, rules, difficult tickets and the journal's head are
    /// frozen in one event. Whoever prints a document publishes with `Bulletin::publish` of
    /// `gongdan-bulletin`, which holds every figure of it against the others.
    ///
    /// # Errors
    /// `Exists` when the number is taken; `InvalidInput` names `answers_for` when figures that
    /// should agree differ and nobody answers for it; `ReadOnly`, `Busy`, `Io`.
    pub fn publish(&mut self, stamp: &Stamp, new: &NewIssue) -> Result<Issue> {
        self.publish_if(stamp, new, |_| Ok(true))
    }

    /// As [`Hotline::publish`], where whoever prints the figures also says whether they agree, asked
    /// of the very state that is frozen.
    ///
    /// # Errors
    /// As there, and what `agree` answers.
    pub fn publish_if(
        &mut self,
        stamp: &Stamp,
        new: &NewIssue,
        agree: impl FnOnce(&Self) -> Result<bool>,
    ) -> Result<Issue> {
        let _no_fork = gongdan_process::entered();
        let own = self.begin_unless_open()?;
        let done = self
            .freeze(new, agree)
            .and_then(|published| self.office(stamp, OfficeCommand::Publish(Box::new(published))))
            .and_then(|entries| self.issue_at(entries.first().map_or(0, |entry| entry.seq)));
        self.finish_if(own, done)
    }

    /// The issue of an event, read before its commit: what is committed cannot fail any more.
    fn issue_at(&self, seq: u64) -> Result<Issue> {
        self.issues()?.into_iter().find(|issue| issue.seq == seq).ok_or_else(|| {
            Error::plain(ErrorKind::Bug, "the issue was published and cannot be found")
        })
    }

    fn freeze(
        &self,
        new: &NewIssue,
        agree: impl FnOnce(&Self) -> Result<bool>,
    ) -> Result<Published> {
        if self.issue(new.year, new.number).is_ok() {
            let message = format!("〔{}〕第{}期 is published already", new.year, new.number);
            return Err(Error::plain(ErrorKind::Exists, message));
        }
        let (seen, head) = self.head_being_written()?;
        let question = Question::new(new.period, new.as_of).seen(seen);
        let tables = self.frozen(&question)?;
        let agreed = tables.iter().all(agrees) && agree(self)?;
        if !agreed && new.answers_for.is_none() {
            let rule = "figures that should agree differ: somebody must answer for it by name";
            return Err(Error::invalid_input("answers_for", Problem::Rule { rule }));
        }
        let (_, difficult) = self.cases(&new.period, new.as_of)?;
        let rules = MEASURES.iter().map(|each| (each.name.to_owned(), each.rule.to_owned()));
        let formula = self.rulebook()?.formula(new.as_of).map(|formula| formula.name.clone());
        Ok(Published {
            year: new.year,
            number: new.number,
            period: new.period.to_string(),
            as_of: new.as_of,
            seen,
            head,
            rules: rules.collect(),
            formula,
            tables,
            difficult: difficult.into_iter().map(|ticket| ticket.id).collect(),
            answers_for: new.answers_for.clone(),
            imprint: new.imprint.clone(),
        })
    }

    fn frozen(&self, question: &Question) -> Result<Vec<FrozenTable>> {
        let questions: Vec<Question> =
            TABLES.iter().map(|by| Question { by: by.to_vec(), ..question.clone() }).collect();
        let figures = self.figures_of(&questions)?;
        Ok(figures.iter().map(frozen_table).collect())
    }

    /// Every published issue, in the order of publication.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn issues(&self) -> Result<Vec<Issue>> {
        self.ask(|region, _| {
            let events = self.store.events_of(region, crate::store::ISSUES)?;
            let issue = |event: &crate::store::Recorded| match event.office_event()? {
                OfficeEvent::IssuePublished(published) => Ok(Some(Issue {
                    seq: event.seq,
                    at: event.at,
                    by: event.by.clone(),
                    published: *published,
                })),
                _ => Ok(None),
            };
            events.iter().filter_map(|event| issue(event).transpose()).collect()
        })
    }

    /// One published issue.
    ///
    /// # Errors
    /// `NotFound`; `Io`, `Corrupt`.
    pub fn issue(&self, year: i32, number: u32) -> Result<Issue> {
        let fits = |issue: &Issue| issue.published.year == year && issue.published.number == number;
        let found = self.issues()?.into_iter().find(fits);
        found.ok_or_else(|| Error::not_found("issue", format!("{year}-{number}")))
    }

    /// Holds an issue against the file: whether what it froze still stands, and what the same
    /// question would answer today. Every event the issue saw is hashed again.
    ///
    /// # Errors
    /// `NotFound`; `Io`, `Corrupt`.
    pub fn compare(&self, year: i32, number: u32) -> Result<Compared> {
        let issue = self.issue(year, number)?;
        let published = &issue.published;
        let then =
            Question::new(Period::parse(&published.period)?, published.as_of).seen(published.seen);
        let intact = self.rehashed(published.seen)?.as_ref() == Some(&published.head)
            && self.frozen(&then)? == published.tables;
        let mut corrections = Vec::new();
        for by in TABLES {
            self.corrections(&Question { by: by.to_vec(), ..then.clone() }, &mut corrections)?;
        }
        let (corrected, withheld) = (self.corrected(&then)?, self.withheld(&then)?);
        Ok(Compared { issue, intact, corrections, corrected, withheld })
    }

    /// What the tickets that an issue tells of have lost since it was seen.
    fn withheld(&self, then: &Question) -> Result<Vec<Withheld>> {
        let (typical, difficult) = self.cases_of(then)?;
        let before = self.issue_before(then)?.map(|issue| issue.published.difficult);
        let mut told: Vec<TicketId> =
            typical.iter().chain(&difficult).map(|ticket| ticket.id).collect();
        told.extend(before.unwrap_or_default());
        told.sort();
        told.dedup();
        let lost = self.references(&told)?.into_iter().map(|ticket| self.lost(ticket, then.seen));
        Ok(lost.collect::<Result<Vec<_>>>()?.concat())
    }

    /// What a ticket has lost after the first `seen` events.
    fn lost(&self, ticket: TicketRef, seen: Option<u64>) -> Result<Vec<Withheld>> {
        let since = self.history(ticket.id)?.into_iter();
        let since = since.filter(|entry| seen.is_none_or(|seen| entry.seq > seen));
        let lost = since.filter_map(|entry| {
            let fields = match entry.event {
                TicketEvent::Erased { fields } => fields,
                TicketEvent::ConfidentialitySet { confidential: true } => Vec::new(),
                _ => return None,
            };
            Some(Withheld { ticket: ticket.clone(), at: entry.at, by: entry.by, fields })
        });
        Ok(lost.collect())
    }

    /// What differs between a question as it was seen and the same question now.
    fn corrections(&self, then: &Question, found: &mut Vec<Correction>) -> Result<()> {
        let before = self.figures(then)?;
        let after = self.figures(&Question { seen: None, ..then.clone() })?;
        let differing = differing(&before, &after);
        let was = self.lists(&before, differing.iter().map(|each| (each.old, each.count)))?;
        let is = self.lists(&after, differing.iter().map(|each| (each.new, each.count)))?;
        for (each, (was, is)) in differing.iter().zip(was.into_iter().zip(is)) {
            found.push(Correction {
                by: table_name(&then.by),
                key: each.key.join(" / "),
                count: each.count,
                printed: each.old.map_or(0, |row| row.tally.count(each.count)),
                today: each.new.map_or(0, |row| row.tally.count(each.count)),
                appeared: is.iter().filter(|each| !was.contains(each)).cloned().collect(),
                gone: was.iter().filter(|each| !is.contains(each)).cloned().collect(),
            });
        }
        Ok(())
    }

    /// The tickets behind counts of rows; none behind a row that is not there, nor behind citizens,
    /// who are no tickets.
    fn lists<'a>(
        &self,
        figures: &Figures,
        cells: impl Iterator<Item = (Option<&'a Row>, Count)>,
    ) -> Result<Vec<Vec<TicketRef>>> {
        let cells: Vec<_> = cells.collect();
        let listed =
            |(row, count): &(Option<&Row>, Count)| row.is_some() && *count != Count::Citizens;
        let asked: Vec<_> = cells.iter().filter(|cell| listed(cell)).copied().collect();
        let mut lists = self.behind_each(figures, &asked)?.into_iter();
        let list = |cell| if listed(cell) { lists.next() } else { None };
        Ok(cells.iter().map(list).map(Option::unwrap_or_default).collect())
    }

    /// The difficult tickets of the last issue before a moment: what the next issue follows up
    /// (上期疑难工单督办处理情况).
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn followed_up(&self, as_of: Moment) -> Result<Vec<TicketId>> {
        let before = self.issues()?.into_iter().rfind(|issue| issue.published.as_of < as_of);
        Ok(before.map(|issue| issue.published.difficult).unwrap_or_default())
    }

    /// The last issue that a question sees of an earlier cut-off.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn issue_before(&self, question: &Question) -> Result<Option<Issue>> {
        let earlier = |issue: &Issue| {
            issue.published.as_of < question.as_of
                && question.seen.is_none_or(|seen| issue.seq <= seen)
        };
        Ok(self.issues()?.into_iter().rfind(earlier))
    }

    /// The hash of the journal's first events, worked out anew, in hexadecimal.
    fn rehashed(&self, events: u64) -> Result<Option<String>> {
        let hash = self.ask(|region, _| self.store.rehashed(region, events))?;
        Ok(hash.map(|hash| crate::store::hex(&hash)))
    }
}

/// A count of a row that two answers give otherwise.
struct Differing<'a> {
    key: Vec<String>,
    count: Count,
    old: Option<&'a Row>,
    new: Option<&'a Row>,
}

fn differing<'a>(before: &'a Figures, after: &'a Figures) -> Vec<Differing<'a>> {
    let mut differing = Vec::new();
    for key in keys(before, after) {
        let (old, new) = (row(before, &key), row(after, &key));
        let count_of = |row: Option<&Row>, count| row.map_or(0, |row| row.tally.count(count));
        let counts =
            Count::ALL.iter().filter(|count| count_of(old, **count) != count_of(new, **count));
        differing.extend(counts.map(|count| Differing {
            key: key.clone(),
            count: *count,
            old,
            new,
        }));
    }
    differing
}

fn frozen_table(figures: &Figures) -> FrozenTable {
    let counts = |tally: &Tally| -> BTreeMap<String, i64> {
        let printed = tally.iter().filter(|(_, value)| *value != 0);
        printed.map(|(count, value)| (count.word().to_owned(), value)).collect()
    };
    let row = |row: &Row| FrozenRow {
        key: names(row).join(" / "),
        id: row.keys.first().map_or(0, |key| key.id),
        counts: counts(&row.tally),
    };
    FrozenTable {
        by: table_name(&figures.question.by),
        rows: figures.rows.iter().map(row).collect(),
    }
}

fn table_name(by: &[Grouping]) -> String {
    by.iter().map(|each| each.word()).collect::<Vec<_>>().join(",")
}

fn names(row: &Row) -> Vec<String> {
    row.keys.iter().map(|key| key.name.clone()).collect()
}

fn row<'a>(figures: &'a Figures, key: &[String]) -> Option<&'a Row> {
    figures.rows.iter().find(|row| names(row) == key)
}

/// Every key of either answer, in the order of the later one.
fn keys(before: &Figures, after: &Figures) -> Vec<Vec<String>> {
    let mut keys: Vec<Vec<String>> = after.rows.iter().map(names).collect();
    let gone: Vec<Vec<String>> =
        before.rows.iter().map(names).filter(|key| !keys.contains(key)).collect();
    keys.extend(gone);
    keys
}

/// Whether a table's rows keep the identities of the counts (statistics.md, reconciliation).
fn agrees(table: &FrozenTable) -> bool {
    let tickets = !table.by.contains(Grouping::Unit.word());
    table.rows.iter().all(|row| {
        let count = |count: Count| row.counts.get(count.word()).copied().unwrap_or(0);
        let ways = count(Count::ResolvedOnline)
            + count(Count::Transferred)
            + count(Count::EndedAtCentre)
            + count(Count::Waiting)
            + count(Count::WayUnknown);
        let standing = count(Count::Handled)
            + count(Count::Pending)
            + count(Count::AtCentre)
            + count(Count::EndedUnreplied)
            + count(Count::ReplyUnknown);
        !tickets || (count(Count::Accepted) == ways && count(Count::Transferred) == standing)
    })
}
