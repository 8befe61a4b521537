//! What became of the difficult tickets of the issue before (上期疑难工单督办处理情况): what was
//! demanded, what was answered, and where each ticket stands at the cut-off.

use gongdan::{Hotline, Moment, Question, Result, Stage, TextField, TicketEvent};
use serde::Serialize;

use crate::case::{Story, TypicalCase};
use crate::names;
use crate::shown::shown;

/// A demand of those who supervise (督办), and its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Demand {
    /// When.
    #[serde(serialize_with = "shown")]
    pub at: Moment,
    /// Who demanded it.
    pub by: String,
    /// Of which unit; nothing means the centre itself.
    pub unit: Option<String>,
    /// What was demanded; nothing when it was erased or withheld.
    pub demanded: Option<String>,
    /// Whether it was answered.
    pub answered: bool,
    /// The answer; nothing when there is none, or it was erased or withheld.
    pub answer: Option<String>,
}

/// A ticket that was difficult in the issue before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FollowedUp {
    /// The case as it is told.
    #[serde(flatten)]
    pub case: TypicalCase,
    /// Every demand so far, in order.
    pub demands: Vec<Demand>,
    /// Where it stands at the cut-off.
    pub stage: Stage,
    /// The unit that has it.
    pub unit: Option<String>,
}

/// The difficult tickets of the issue before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FollowUp {
    /// That issue's number as printed, `〔2020〕第8期`.
    pub issue: String,
    /// Its difficult tickets.
    pub tickets: Vec<FollowedUp>,
}

impl FollowUp {
    /// What the question sees of the issue before; nothing when none was published, or it named no
    /// difficult ticket.
    pub(crate) fn of(hotline: &Hotline, question: &Question) -> Result<Option<Self>> {
        let before = hotline.issue_before(question)?;
        let Some(before) = before.filter(|issue| !issue.published.difficult.is_empty()) else {
            return Ok(None);
        };
        let tickets = before.published.difficult.iter().map(|id| {
            let view = hotline.ticket_of(*id, question)?;
            let story = Story::read(hotline, question, &view)?;
            let (case, demands) = (story.typical(&view.number), story.demands());
            Ok(FollowedUp { case, demands, stage: view.stage, unit: view.unit })
        });
        let issue = names::number(before.published.year, before.published.number);
        Ok(Some(Self { issue, tickets: tickets.collect::<Result<_>>()? }))
    }
}

impl Story {
    fn demands(&self) -> Vec<Demand> {
        let mut demands: Vec<(u32, Demand)> = Vec::new();
        for entry in self.history() {
            match entry.event {
                TicketEvent::Supervised { no, .. } => {
                    let demanded = self.said(entry, TextField::Demand);
                    let (at, by, unit) = (entry.at, entry.by.clone(), entry.unit.clone());
                    let (answered, answer) = (false, None);
                    demands.push((no, Demand { at, by, unit, demanded, answered, answer }));
                }
                TicketEvent::SupervisionAnswered { no } => {
                    let answer = self.said(entry, TextField::Result);
                    let found = demands.iter_mut().find(|(number, _)| *number == no);
                    if let Some((_, demand)) = found {
                        (demand.answered, demand.answer) = (true, answer);
                    }
                }
                _ => {}
            }
        }
        demands.into_iter().map(|(_, demand)| demand).collect()
    }
}
