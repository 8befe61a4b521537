//! What a template sees: the model's names, figures, rows and cases. The list is in `formats/README.md`.

use std::collections::BTreeMap;
use std::sync::Arc;

use gongdan::{ChannelKind, Grouping, Measure};
use minijinja::value::{Object, Value};

use super::by::{LISTS, Wanted};
use super::cases;
use super::definitions::Missing;
use super::desk::Desk;
use super::ink::text;
use super::known::NAMES;
use super::pattern::PAGE;
use super::rows::{RowOf, rows, values};
use super::setting::Setting;
use super::shown::{Shown, found};
use super::slice::{Of, Slice};
use super::token::demangled;
use crate::channel::{ChannelAccount, ChannelContacts};
use crate::figure::Figure;
use crate::names::{self, day, period_words};
use crate::needs::SpanOf;

/// Everything, for one format.
#[derive(Debug)]
struct Page {
    names: BTreeMap<&'static str, Value>,
    /// Rows under the format's own names.
    rows: Vec<(String, Value)>,
    all: RowOf,
    desk: Arc<Desk>,
}

/// Everything, for one format.
pub(super) fn seen(setting: &Setting<'_>) -> Value {
    let desk = &setting.desk;
    let mut names = words(setting);
    names.extend(figures(setting));
    names.extend(lists(setting));
    let own = setting.rows.iter();
    let own = own.filter_map(|(name, wanted)| Some((name.clone(), values(rows(desk, wanted)?))));
    let all = RowOf::all(Of::all(Slice::OWN), desk);
    Value::from_object(Page { names, rows: own.collect(), all, desk: Arc::clone(desk) })
}

impl Page {
    fn said(&self, key: &str) -> Option<Value> {
        let english =
            |(english, chinese): &(&'static str, &str)| (*chinese == key).then_some(*english);
        let list = LISTS.iter().find_map(|(english, chinese, _)| english_of(key, english, chinese));
        let alias = NAMES.iter().find_map(english).or(list).unwrap_or(key);
        let own = || self.rows.iter().find(|(name, _)| name == key).map(|(_, rows)| rows.clone());
        self.names.get(alias).cloned().or_else(own)
    }

    fn asked(&self, key: &str) -> Result<Option<Value>, Missing> {
        let given = &self.desk.given;
        if let Some(words) = given.text(key) {
            return Ok(Some(text(words)));
        }
        if given.lacks(key) {
            return Err(Missing::NotGiven);
        }
        // An English name of a count says of what it is: `all.closed`.
        let own = self.desk.own.measures.iter().any(|measure| measure.name == key);
        match self.desk.own.named(key).is_some() && key.is_ascii() && !own {
            true => Ok(None),
            false => self.all.asked(key),
        }
    }
}

fn english_of(key: &str, english: &'static str, chinese: &str) -> Option<&'static str> {
    (key == chinese).then_some(english)
}

impl Object for Page {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let name = demangled(key.as_str()?);
        if name == PAGE {
            return Some(Value::from_dyn_object(Arc::clone(self)));
        }
        if let Some(said) = self.said(&name) {
            return Some(said);
        }
        match self.asked(&name) {
            Ok(Some(value)) => Some(value),
            // It may be a function, or a name of the template's own.
            Ok(None) | Err(Missing::Unknown) => {
                self.desk.ink.missed(&name);
                None
            }
            Err(missing) => found(&self.desk, &name, Err(missing)),
        }
    }
}

type Names = BTreeMap<&'static str, Value>;

/// Words that are no figures.
fn words(setting: &Setting<'_>) -> Names {
    use chrono::Datelike;
    let bulletin = setting.bulletin;
    let (first, last) = (bulletin.period.first(), bulletin.period.last());
    let short = |day: gongdan::Day| format!("{}月{}日", day.month(), day.day());
    let span = |of: SpanOf| {
        let span = setting.desk.answers.span(of);
        text(&span.map(|span| names::dated_name(&span.period)).unwrap_or_default())
    };
    Names::from([
        ("region", text(&bulletin.region)),
        ("period", text(&period_words(&bulletin.period))),
        ("period_name", text(&names::period_name(&bulletin.period))),
        ("before_name", span(SpanOf::Before)),
        ("year_before_name", span(SpanOf::YearBefore)),
        ("first_day", text(&day(first))),
        ("last_day", text(&day(last))),
        ("first_date", text(&short(first))),
        ("last_date", text(&short(last))),
        ("year", Value::from(last.year())),
        ("month", Value::from(last.month())),
        ("number", text(&bulletin.number)),
        ("organ", text(&bulletin.organ)),
        ("date", text(&day(bulletin.printed_on))),
        ("as_of", text(&bulletin.as_of.to_string())),
        ("title", text(&bulletin.title)),
        ("given_by", text(bulletin.given_by.as_deref().unwrap_or_default())),
        ("line", Value::from("\n")),
    ])
}

fn figures(setting: &Setting<'_>) -> Names {
    use chrono::Datelike;
    let (bulletin, desk) = (setting.bulletin, &setting.desk);
    let days =
        bulletin.period.last().num_days_from_ce() - bulletin.period.first().num_days_from_ce();
    let days = Figure::counted("days", "days of the period", i64::from(days) + 1);
    let others = bulletin.contacts.iter().filter(|each| each.kind != ChannelKind::Call);
    let others = Figure::contacts(others.map(|each| each.contacts.number()).sum());
    let row = |of| Value::from_object(RowOf::all(of, desk));
    let taken = Slice { cut: crate::needs::Cut::OWN.of_all_taken(), part: None };
    let units = Of { by: Grouping::Unit, ..Of::all(Slice::OWN) };
    Names::from([
        ("calls", Shown::value(&bulletin.overview.calls, desk)),
        ("other_contacts", Shown::value(&others, desk)),
        ("days", Shown::value(&days, desk)),
        ("satisfaction", Shown::value(&satisfaction(setting), desk)),
        ("all", row(Of::all(Slice::OWN))),
        ("taken_in", row(Of::all(taken))),
        ("units_all", row(units)),
    ])
}

fn lists(setting: &Setting<'_>) -> Names {
    let (bulletin, desk) = (setting.bulletin, &setting.desk);
    let mut names = cases::names(bulletin);
    for (english, _, by) in LISTS {
        if let Some(rows) = rows(desk, &Wanted::by(by)) {
            names.insert(english, values(rows.into_iter().map(|row| with_channel(row, setting))));
        }
    }
    let contacts = bulletin.contacts.iter().map(|each| contacts(each, desk));
    names.insert("contacts", Value::from(contacts.collect::<Vec<_>>()));
    names
}

/// 满意率 by the format's rule, else by the policy's.
fn satisfaction(setting: &Setting<'_>) -> Figure {
    let own = setting.satisfaction.and_then(Measure::named);
    let all = setting.bulletin.answers.by(Grouping::All);
    match (own, all) {
        (Some(measure), Some(all)) => {
            let figure = Figure::measure(measure, &all.total, setting.desk.rounding);
            let print = setting.desk.own.print(&figure.name).of(figure.print.form);
            Figure { print, ..figure }
        }
        _ => setting.bulletin.overview.satisfaction_rate.clone(),
    }
}

fn contacts(channel: &ChannelContacts, desk: &Arc<Desk>) -> Value {
    Value::from(Names::from([
        ("channel", text(&channel.channel)),
        ("kind", Value::from(channel.kind.word())),
        ("contacts", Shown::value(&channel.contacts, desk)),
    ]))
}

/// A channel's row also says of what sort it is, and in whose hands its tickets are.
fn with_channel(mut row: RowOf, setting: &Setting<'_>) -> RowOf {
    let is = |each: &&ChannelAccount| each.channel == row.name;
    if row.of.by != Grouping::Channel {
        return row;
    }
    if let Some(account) = setting.bulletin.channels.iter().find(is) {
        let parts = account.parts.iter().map(|part| cases::part(part, &setting.desk));
        row.more.insert("kind", Value::from(account.kind.word()));
        row.more.insert("parts", Value::from(parts.collect::<Vec<_>>()));
    }
    row
}
