//! Personal data on its way out, in JSON: shown with an event, exported for one person, erased.

use gongdan::{Command, Hotline, Problem, Result, Stamp, Subject, TicketId};
use serde::Deserialize;

use crate::ask::text;

/// Whose data is meant, as it crosses: one of the two.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Whose {
    /// Whoever called about a ticket.
    Ticket(i64),
    /// Whoever called from a telephone number.
    Phone(String),
}

impl Whose {
    fn subject(self) -> Subject {
        match self {
            Self::Ticket(id) => Subject::Ticket(TicketId(id)),
            Self::Phone(phone) => Subject::Phone(phone),
        }
    }
}

/// Executes a command that shows a caller in full.
pub(crate) fn show(
    hotline: &mut Hotline,
    stamp: &Stamp,
    ticket: i64,
    command: &Command,
) -> Result<String> {
    match command {
        Command::Reveal { reason } => text(&hotline.reveal(stamp, TicketId(ticket), reason)?),
        _ => {
            let rule = "this command shows nobody";
            Err(gongdan::Invalid::new("command", Problem::Rule { rule }).into())
        }
    }
}

/// Shows a ticket's history with its texts as they were typed, with an event.
pub(crate) fn reveal_history(
    hotline: &mut Hotline,
    stamp: &Stamp,
    ticket: i64,
    reason: &str,
) -> Result<String> {
    text(&hotline.reveal_history(stamp, TicketId(ticket), reason)?)
}

/// Everything known of one person, with an event on each ticket.
pub(crate) fn export(
    hotline: &mut Hotline,
    stamp: &Stamp,
    phone: &str,
    reason: &str,
) -> Result<String> {
    text(&hotline.subject_export(stamp, phone, reason)?)
}

/// Erases a person.
pub(crate) fn erase_person(
    hotline: &mut Hotline,
    stamp: &Stamp,
    whose: Whose,
    reason: &str,
) -> Result<String> {
    text(&hotline.erase(stamp, &whose.subject(), reason)?)
}
