//! Cases and channels as templates see them.

use std::collections::BTreeMap;
use std::sync::Arc;

use gongdan::Stage;
use minijinja::value::Value;

use super::desk::Desk;
use super::ink::text;
use super::shown::Shown;
use crate::case::{DifficultTicket, TypicalCase};
use crate::channel::{ChannelPart, Hands};
use crate::follow_up::{FollowUp, FollowedUp};
use crate::model::Bulletin;
use crate::names::day;

type Names = BTreeMap<&'static str, Value>;

/// The editor's words and the cases.
pub(super) fn names(bulletin: &Bulletin) -> Names {
    let followed = bulletin.followed_up.as_ref();
    Names::from([
        ("remarks", list(&bulletin.remarks, |remark| text(remark))),
        ("typical", list(&bulletin.typical, |case| Value::from(told(case)))),
        ("difficult", list(&bulletin.difficult, difficult)),
        ("follow_up", followed.map_or(Value::from(()), follow_up)),
    ])
}

fn list<T>(of: &[T], value: impl Fn(&T) -> Value) -> Value {
    Value::from(of.iter().map(value).collect::<Vec<_>>())
}

/// A part of a channel's tickets.
pub(super) fn part(part: &ChannelPart, desk: &Arc<Desk>) -> Value {
    let (hands, unit) = match &part.hands {
        Hands::Unit(unit) => ("unit", unit.as_str()),
        Hands::Online => ("online", ""),
        Hands::Waiting => ("waiting", ""),
        Hands::EndedAtCentre => ("ended_at_centre", ""),
        Hands::NoUnit => ("no_unit", ""),
        Hands::Unreplied => ("unreplied", ""),
        Hands::Unknown => ("unknown", ""),
    };
    let tickets = Shown::value(&part.tickets, desk);
    let names = [("hands", Value::from(hands)), ("unit", text(unit)), ("tickets", tickets)];
    Value::from(Names::from(names))
}

fn told(case: &TypicalCase) -> Names {
    let said = |said: &Option<String>| text(said.as_deref().unwrap_or_default());
    Names::from([
        ("number", text(&case.number)),
        ("title", said(&case.title)),
        ("appeal", said(&case.appeal)),
        ("handling", said(&case.handling)),
    ])
}

fn difficult(ticket: &DifficultTicket) -> Value {
    let mut names = told(&ticket.case);
    let statement = |statement: &crate::case::Statement| {
        let said = text(statement.said.as_deref().unwrap_or_default());
        Value::from(Names::from([("unit", text(&statement.unit)), ("said", said)]))
    };
    names.insert("carried_over", Value::from(ticket.carried_over));
    names.insert("statements", list(&ticket.statements, statement));
    names.insert("reason", text(ticket.reason.as_deref().unwrap_or_default()));
    Value::from(names)
}

fn follow_up(follow_up: &FollowUp) -> Value {
    let tickets = list(&follow_up.tickets, followed_up);
    Value::from(Names::from([("issue", text(&follow_up.issue)), ("tickets", tickets)]))
}

fn followed_up(ticket: &FollowedUp) -> Value {
    let mut names = told(&ticket.case);
    let ended = matches!(ticket.stage, Stage::Closed | Stage::Rejected | Stage::Merged);
    let demand = |demand: &crate::follow_up::Demand| {
        let said = |said: &Option<String>| text(said.as_deref().unwrap_or_default());
        Value::from(Names::from([
            ("date", text(&day(demand.at.day()))),
            ("by", text(&demand.by)),
            ("unit", said(&demand.unit)),
            ("demanded", said(&demand.demanded)),
            ("answered", Value::from(demand.answered)),
            ("answer", said(&demand.answer)),
        ]))
    };
    names.insert("stage", Value::from(ticket.stage.word()));
    names.insert("stage_term", Value::from(ticket.stage.term()));
    names.insert("has_ended", Value::from(ended));
    names.insert("unit", text(ticket.unit.as_deref().unwrap_or_default()));
    names.insert("demands", list(&ticket.demands, demand));
    Value::from(names)
}
