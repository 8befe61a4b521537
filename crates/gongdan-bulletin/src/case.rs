//! Cases that are told (典型案例, 疑难工单): the editor's texts, or the ticket's own.
//!
//! A ticket's own texts can name people: an editor's texts always go before them, and of a
//! confidential ticket (保密) nothing but an editor's texts is printed.

use gongdan::{HistoryEntry, Hotline, Question, Result, TextField, TicketEvent, TicketView};
use serde::Serialize;

/// A ticket an editor picked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TypicalCase {
    /// The ticket's printed number.
    pub number: String,
    /// Its title; nothing when all was erased or withheld.
    pub title: Option<String>,
    /// What the citizen said.
    pub appeal: Option<String>,
    /// What was done (办理情况).
    pub handling: Option<String>,
}

/// What a unit said when it returned a ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Statement {
    /// The unit.
    pub unit: String,
    /// Its reason; nothing when it was erased or withheld.
    pub said: Option<String>,
}

/// A ticket that no unit takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DifficultTicket {
    /// The case as it is told; `handling` is the editor's account of what was tried.
    #[serde(flatten)]
    pub case: TypicalCase,
    /// Whether it was taken in before the period.
    pub carried_over: bool,
    /// What the units said, in the order in which they returned it.
    pub statements: Vec<Statement>,
    /// Why the centre holds it for difficult.
    pub reason: Option<String>,
}

/// The typical cases and the difficult tickets of an issue.
pub(crate) fn cases(
    hotline: &Hotline,
    question: &Question,
) -> Result<(Vec<TypicalCase>, Vec<DifficultTicket>)> {
    let (typical, difficult) = hotline.cases_of(question)?;
    let told_below = |view: &&TicketView| !difficult.iter().any(|other| other.id == view.id);
    let typical = typical
        .iter()
        .filter(told_below)
        .map(|view| Ok(Story::read(hotline, question, view)?.typical(&view.number)));
    let typical = typical.collect::<Result<_>>()?;
    let difficult = difficult.iter().map(|view| {
        let carried_over = view.accepted_at < question.period.from();
        Ok(Story::read(hotline, question, view)?.difficult(&view.number, carried_over))
    });
    Ok((typical, difficult.collect::<Result<_>>()?))
}

/// A ticket's history up to the cut-off.
pub(crate) struct Story {
    history: Vec<HistoryEntry>,
    confidential: bool,
}

impl Story {
    /// Reads what the question sees of a ticket. One that was made confidential since is told as
    /// a confidential one: an issue that is printed again must not tell what is withheld today.
    pub(crate) fn read(hotline: &Hotline, question: &Question, view: &TicketView) -> Result<Self> {
        let confidential = view.confidential || hotline.ticket(view.id)?.confidential;
        Ok(Self { history: hotline.history_of(view.id, question)?, confidential })
    }

    /// The events of the ticket.
    pub(crate) fn history(&self) -> &[HistoryEntry] {
        &self.history
    }

    /// A text beside an event, unless the ticket is confidential.
    pub(crate) fn said(&self, entry: &HistoryEntry, field: TextField) -> Option<String> {
        text(entry, field).filter(|_| !self.confidential)
    }

    pub(crate) fn typical(&self, number: &str) -> TypicalCase {
        let own = |field, events: fn(&TicketEvent) -> bool| self.own(field, events);
        let taken = |event: &TicketEvent| {
            matches!(event, TicketEvent::TakenIn(_) | TicketEvent::Amended { .. })
        };
        let handled = |event: &TicketEvent| matches!(event, TicketEvent::Handled { .. });
        let online = |event: &TicketEvent| matches!(event, TicketEvent::ResolvedOnline);
        let handling = || own(TextField::Result, handled).or(own(TextField::Answer, online));
        TypicalCase {
            number: number.to_owned(),
            title: self.edited(TextField::Title).or_else(|| own(TextField::Matter, taken)),
            appeal: self.edited(TextField::Appeal).or_else(|| own(TextField::Appeal, taken)),
            handling: self.edited(TextField::Outcome).or_else(handling),
        }
    }

    fn difficult(&self, number: &str, carried_over: bool) -> DifficultTicket {
        let mut case = self.typical(number);
        case.handling = self.edited(TextField::Outcome);
        let marked = |event: &TicketEvent| matches!(event, TicketEvent::MarkedDifficult);
        DifficultTicket {
            case,
            carried_over,
            statements: self.statements(),
            reason: self.own(TextField::Reason, marked),
        }
    }

    fn statements(&self) -> Vec<Statement> {
        let asked = self
            .history
            .iter()
            .filter(|entry| matches!(entry.event, TicketEvent::ReturnRequested { .. }));
        let statements = asked.map(|entry| Statement {
            unit: entry.unit.clone().or(entry.acting_unit.clone()).unwrap_or_default(),
            said: self.said(entry, TextField::Reason),
        });
        statements.collect()
    }

    /// What the editor wrote when the ticket was picked last.
    fn edited(&self, field: TextField) -> Option<String> {
        let picked =
            |entry: &&HistoryEntry| matches!(entry.event, TicketEvent::Featured { featured: true });
        self.history.iter().rev().find(picked).and_then(|entry| text(entry, field))
    }

    /// The ticket's own text, the latest of such events; withheld when it is confidential.
    fn own(&self, field: TextField, events: fn(&TicketEvent) -> bool) -> Option<String> {
        let entries = self.history.iter().rev().filter(|entry| events(&entry.event));
        entries.filter(|_| !self.confidential).find_map(|entry| text(entry, field))
    }
}

fn text(entry: &HistoryEntry, field: TextField) -> Option<String> {
    let text = entry.texts.iter().find(|text| text.field == field)?;
    Some(text.content.trim().to_owned()).filter(|content| !content.is_empty())
}
