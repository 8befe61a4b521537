//! What a decision is: events, or why not.

use crate::life::event::TicketEvent;
use crate::life::refusal::Denied;
use crate::moment::Moment;
use crate::text::{self, Text};
use crate::vocabulary::TextField;

/// One event that a command leads to, with the texts that stand beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// What happened.
    pub event: TicketEvent,
    /// What was typed; it never enters the journal itself.
    pub texts: Vec<Text>,
    /// When it was, where that is not the moment at which it is said.
    pub at: Option<Moment>,
}

impl From<TicketEvent> for Decided {
    fn from(event: TicketEvent) -> Self {
        Self { event, texts: Vec::new(), at: None }
    }
}

/// What `decide` answers: the events, or why not.
pub type Verdict = Result<Vec<Decided>, Denied>;

/// One event alone.
pub(super) fn one(event: TicketEvent) -> Verdict {
    Ok(vec![event.into()])
}

/// A text as it may be given: its argument, what it is, and how long at most.
pub(super) type Given<'a> = (&'static str, TextField, Option<&'a str>, usize);

/// The texts that are given, each of which says something and can be kept.
pub(super) fn texts_of<const N: usize>(given: [Given<'_>; N]) -> Result<Vec<Text>, Denied> {
    let mut texts = Vec::new();
    for (argument, field, content, longest) in given {
        let Some(content) = content else { continue };
        text::required(argument, content, longest)?;
        texts.push(Text { field, content: content.to_owned() });
    }
    Ok(texts)
}
