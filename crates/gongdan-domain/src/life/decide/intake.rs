//! Intake (受理): a ticket comes into being, with its number.

use crate::invalid::Invalid;
use crate::moment::Moment;
use crate::office::Rulebook;
use crate::stamp::Stamp;
use crate::text::{self, Text};
use crate::vocabulary::{Role, Species, TextField};
use crate::{Problem, ids::EntryId};

use super::verdict::Decided;
use crate::life::command::Intake;
use crate::life::event::{TakenIn, TicketEvent};

/// The longest short text that stands in the journal itself, in characters.
const MAX_LABEL: usize = 64;

/// The number printed on the `ordinal`-th ticket of a day, from 1: `20200901-0001`.
pub fn ticket_number(at: Moment, ordinal: u32) -> String {
    format!("{}-{ordinal:04}", at.day_key())
}

/// Decides an intake. `ordinal` is the number of this ticket within its day, from 1, taken by the
/// store in the same transaction.
///
/// # Errors
/// Names the argument: no matter, an unknown channel, category or area, a text too long.
pub fn decide_intake(
    rules: &Rulebook,
    intake: &Intake,
    stamp: &Stamp,
    ordinal: u32,
) -> Result<Decided, Invalid> {
    stamp.check()?;
    if stamp.role() != Role::Centre {
        return Err(Invalid::new("role", Problem::Rule { rule: "the centre takes tickets in" }));
    }
    let texts = texts(intake)?;
    let find = |species, name: &str| {
        rules.register.find_active(species, name, stamp.at()).map(|entry| entry.id)
    };
    let optional = |species, name: &Option<String>| -> Result<Option<EntryId>, Invalid> {
        name.as_deref().map(|name| find(species, name)).transpose()
    };
    let event = TicketEvent::TakenIn(TakenIn {
        number: ticket_number(stamp.at(), ordinal),
        channel: find(Species::Channel, &intake.channel)?,
        category: optional(Species::Category, &intake.category)?,
        kind: intake.kind,
        urgency: intake.urgency,
        area: optional(Species::Area, &intake.area)?,
        confidential: intake.confidential,
        external: label("external", intake.external.as_deref())?,
    });
    Ok(Decided { event, texts, at: None })
}

/// A short text that stands in the journal itself; blank is nothing.
pub(super) fn label(
    argument: &'static str,
    given: Option<&str>,
) -> Result<Option<String>, Invalid> {
    let given = given.map(str::trim).filter(|given| !given.is_empty());
    given.map_or(Ok(()), |given| text::required(argument, given, MAX_LABEL))?;
    Ok(given.map(str::to_owned))
}

fn texts(intake: &Intake) -> Result<Vec<Text>, Invalid> {
    text::required("matter", &intake.matter, 200)?;
    let rows = [
        ("matter", TextField::Matter, Some(&intake.matter), 200),
        ("appeal", TextField::Appeal, intake.appeal.as_ref(), text::MAX_TEXT),
        ("caller_name", TextField::CallerName, intake.caller_name.as_ref(), text::MAX_NAME),
        ("caller_phone", TextField::CallerPhone, intake.caller_phone.as_ref(), 40),
        ("caller_address", TextField::CallerAddress, intake.caller_address.as_ref(), 200),
    ];
    let mut texts = Vec::with_capacity(rows.len());
    for (argument, field, content, max) in rows {
        let Some(content) = content.filter(|content| !content.trim().is_empty()) else { continue };
        text::optional(argument, content, max)?;
        texts.push(Text { field, content: content.clone() });
    }
    Ok(texts)
}
