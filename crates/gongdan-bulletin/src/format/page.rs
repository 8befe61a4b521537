//! What a template sees: the model's names, figures, rows and cases. The list is in `formats/README.md`.

use std::collections::BTreeMap;
use std::sync::Arc;

use gongdan::{Grouping, Measure, Row, Stage, Tally};
use minijinja::value::Value;

use super::ink::{Ink, RowOf, Shown, text};
use super::setting::Setting;
use crate::case::{DifficultTicket, TypicalCase};
use crate::channel::{ChannelAccount, ChannelContacts, ChannelPart, Hands};
use crate::figure::Figure;
use crate::follow_up::{FollowUp, FollowedUp};
use crate::names::{day, period_words};

type Names = BTreeMap<&'static str, Value>;

/// Everything, for one format.
pub(super) fn seen(setting: &Setting<'_>) -> Value {
    let (bulletin, ink) = (setting.bulletin, &setting.ink);
    let mut names = Names::from([
        ("region", text(&bulletin.region)),
        ("period", text(&period_words(&bulletin.period))),
        ("first_day", text(&day(bulletin.period.first()))),
        ("last_day", text(&day(bulletin.period.last()))),
        ("number", text(&bulletin.number)),
        ("organ", text(&bulletin.organ)),
        ("date", text(&day(bulletin.printed_on))),
        ("as_of", text(&bulletin.as_of.to_string())),
        ("calls", Shown::value(&bulletin.overview.calls, ink)),
        ("satisfaction", Shown::value(&satisfaction(setting), ink)),
        ("all", whole(setting)),
        ("taken_in", taken_in(setting)),
        ("units_all", total(setting, Grouping::Unit)),
        ("categories", rows(setting, Grouping::Category)),
        ("units", rows(setting, Grouping::Unit)),
        ("contacts", list(&bulletin.contacts, |each| contacts(each, ink))),
        ("channels", list(&bulletin.channels, |each| channel(each, ink))),
        ("remarks", list(&bulletin.remarks, |remark| text(remark))),
        ("typical", list(&bulletin.typical, |case| Value::from(told(case)))),
        ("difficult", list(&bulletin.difficult, difficult)),
    ]);
    names.insert("follow_up", bulletin.followed_up.as_ref().map_or(Value::from(()), follow_up));
    Value::from(names)
}

fn list<T>(of: &[T], value: impl Fn(&T) -> Value) -> Value {
    Value::from(of.iter().map(value).collect::<Vec<_>>())
}

/// 满意率 by the format's rule, else by the policy's.
fn satisfaction(setting: &Setting<'_>) -> Figure {
    let own = setting.satisfaction.and_then(Measure::named);
    let all = setting.bulletin.answers.by(Grouping::All);
    match (own, all) {
        (Some(measure), Some(all)) => Figure::measure(measure, &all.total, setting.rounding),
        _ => setting.bulletin.overview.satisfaction_rate.clone(),
    }
}

fn whole(setting: &Setting<'_>) -> Value {
    total(setting, Grouping::All)
}

fn taken_in(setting: &Setting<'_>) -> Value {
    of_tally(setting, setting.bulletin.answers.taken_in.total.clone())
}

fn total(setting: &Setting<'_>, grouping: Grouping) -> Value {
    let figures = setting.bulletin.answers.by(grouping);
    of_tally(setting, figures.map(|figures| figures.total.clone()).unwrap_or_default())
}

fn of_tally(setting: &Setting<'_>, tally: Tally) -> Value {
    let (rounding, ink) = (setting.rounding, Arc::clone(&setting.ink));
    Value::from_object(RowOf { name: String::new(), group: String::new(), tally, rounding, ink })
}

fn rows(setting: &Setting<'_>, grouping: Grouping) -> Value {
    let answers = &setting.bulletin.answers;
    let row = |row: &Row| {
        let key = row.keys.first();
        let group = key.and_then(|key| answers.group(grouping, key));
        Value::from_object(RowOf {
            name: key.map(|key| key.name.clone()).unwrap_or_default(),
            group: group.unwrap_or_default().to_owned(),
            tally: row.tally.clone(),
            rounding: setting.rounding,
            ink: Arc::clone(&setting.ink),
        })
    };
    let figures = answers.by(grouping);
    Value::from(figures.iter().flat_map(|each| &each.rows).map(row).collect::<Vec<_>>())
}

fn contacts(channel: &ChannelContacts, ink: &Arc<Ink>) -> Value {
    Value::from(Names::from([
        ("channel", text(&channel.channel)),
        ("kind", Value::from(channel.kind.word())),
        ("contacts", Shown::value(&channel.contacts, ink)),
    ]))
}

fn channel(channel: &ChannelAccount, ink: &Arc<Ink>) -> Value {
    let part = |part: &ChannelPart| {
        let (hands, unit) = match &part.hands {
            Hands::Unit(unit) => ("unit", unit.as_str()),
            Hands::Online => ("online", ""),
            Hands::Waiting => ("waiting", ""),
            Hands::EndedAtCentre => ("ended_at_centre", ""),
            Hands::NoUnit => ("no_unit", ""),
            Hands::Unreplied => ("unreplied", ""),
            Hands::Unknown => ("unknown", ""),
        };
        let tickets = Shown::value(&part.tickets, ink);
        let names = [("hands", Value::from(hands)), ("unit", text(unit)), ("tickets", tickets)];
        Value::from(Names::from(names))
    };
    Value::from(Names::from([
        ("name", text(&channel.channel)),
        ("kind", Value::from(channel.kind.word())),
        ("accepted", Shown::value(&channel.accepted, ink)),
        ("parts", list(&channel.parts, part)),
    ]))
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
