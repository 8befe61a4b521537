//! What a paper's template sees of a ticket, as whoever asks may see it. The list is in `papers/README.md`.

use std::collections::BTreeMap;

use gongdan::{
    Caller, Class, Day, HistoryEntry, Hotline, MaskedCaller, Moment, Result, Shown, TextField,
    TicketEvent, TicketId, TicketView,
};
use minijinja::value::Value;

use super::ink::text;
use crate::names::day;
use crate::paper::PaperNeeds;

type Names = BTreeMap<&'static str, Value>;

/// The office that gives the paper out, and the day that is printed on it.
pub(super) struct Office {
    region: String,
    pub(super) organ: String,
    printed_on: Day,
}

impl Office {
    pub(super) fn of(hotline: &Hotline, printed_on: Day) -> Result<Self> {
        let founding = hotline.rulebook()?.founding;
        let (region, organ) = founding.map(|each| (each.name, each.office)).unwrap_or_default();
        Ok(Self { region, organ, printed_on })
    }
}

/// A ticket, with its caller and what happened to it.
pub(super) struct Told {
    pub(super) number: String,
    ticket: TicketView,
    masked: MaskedCaller,
    caller: Option<Caller>,
    history: Vec<HistoryEntry>,
}

impl Told {
    pub(super) fn of(hotline: &Hotline, id: TicketId, caller: Option<&Caller>) -> Result<Self> {
        let ticket = hotline.ticket(id)?;
        Ok(Self {
            number: ticket.number.clone(),
            masked: hotline.caller(id)?,
            caller: caller.cloned(),
            history: hotline.history(id)?,
            ticket,
        })
    }

    /// Whether the ticket has what a paper is about.
    pub(super) fn has(&self, needs: PaperNeeds) -> bool {
        match needs {
            PaperNeeds::Unit => self.ticket.unit.is_some(),
            PaperNeeds::Demand => self.demands().next().is_some(),
            PaperNeeds::Urging => self.urgings().next().is_some(),
        }
    }

    /// Everything.
    pub(super) fn seen(&self, office: &Office) -> Value {
        let names = Names::from([
            ("region", text(&office.region)),
            ("organ", text(&office.organ)),
            ("date", text(&day(office.printed_on))),
            ("number", text(&self.number)),
            ("ticket", self.fields()),
            ("texts", self.texts()),
            ("caller", self.caller()),
            ("history", self.history.iter().map(entry).collect()),
            ("demands", self.demands().map(|(at, what)| self.demand(at, what)).collect()),
            ("urgings", self.urgings().map(entry).collect()),
            ("attachments", self.attachments().collect()),
        ]);
        Value::from(names)
    }

    /// The fields of the ticket, in the office's words.
    fn fields(&self) -> Value {
        let told = self.ticket.values().filter(|(field, _)| field.class < Class::Sensitive);
        told.map(|(field, shown)| (field.name, text(&words(&shown)))).collect::<Names>().into()
    }

    /// The latest of each text that may be seen; nothing of those that nobody wrote.
    fn texts(&self) -> Value {
        let nothing = TextField::ALL.iter().map(|field| (field.word(), text("")));
        let mut texts: Names = nothing.collect();
        for each in self.history.iter().flat_map(|entry| &entry.texts) {
            texts.insert(each.field.word(), text(&each.content));
        }
        Value::from(texts)
    }

    /// The caller, in full or masked.
    fn caller(&self) -> Value {
        let masked = &self.masked;
        let known = |known: bool| if known { "已登记" } else { "" };
        let told = match (&self.caller, masked.withheld) {
            (Some(caller), _) => [&caller.name, &caller.phone, &caller.address]
                .map(|each| each.clone().unwrap_or_default()),
            (None, true) => ["保密", "", ""].map(str::to_owned),
            (None, false) => [
                masked.name.clone().unwrap_or_default(),
                known(masked.has_phone).to_owned(),
                known(masked.has_address).to_owned(),
            ],
        };
        let names = ["name", "phone", "address"].into_iter().zip(told);
        names.map(|(name, told)| (name, text(&told))).collect::<Names>().into()
    }

    /// What was demanded, the latest last.
    fn demands(&self) -> impl Iterator<Item = (&HistoryEntry, Demand<'_>)> {
        self.history.iter().filter_map(|entry| match &entry.event {
            TicketEvent::Supervised { no, kind, answer_by, .. } => {
                Some((entry, Demand { no: *no, kind: kind.term(), answer_by: answer_by.as_ref() }))
            }
            _ => None,
        })
    }

    fn demand(&self, entry: &HistoryEntry, demand: Demand<'_>) -> Value {
        let answered = self.history.iter().any(|each| match &each.event {
            TicketEvent::SupervisionAnswered { no, .. } | TicketEvent::SupervisionLifted { no } => {
                *no == demand.no
            }
            _ => false,
        });
        Value::from(Names::from([
            ("no", Value::from(demand.no)),
            ("at", text(&minute(&entry.at))),
            ("by", text(&entry.by)),
            ("unit", text(entry.unit.as_deref().unwrap_or_default())),
            ("kind", text(demand.kind)),
            ("answer_by", text(&demand.answer_by.map(minute).unwrap_or_default())),
            ("instructed_by", text(said(entry, TextField::InstructedBy))),
            ("demand", text(said(entry, TextField::Demand))),
            ("is_done", Value::from(answered)),
        ]))
    }

    /// The files kept with it, by what sort they are: their names can name a person.
    fn attachments(&self) -> impl Iterator<Item = Value> {
        let taken_off = |wanted: u32| {
            let event = |entry: &HistoryEntry| matches!(entry.event, TicketEvent::Detached { no } if no == wanted);
            self.history.iter().any(event)
        };
        self.history.iter().filter_map(move |entry| match &entry.event {
            TicketEvent::Attached { no, kind, .. } if !taken_off(*no) => {
                let said = [
                    ("no", Value::from(*no)),
                    ("kind", text(kind.term())),
                    ("at", text(&minute(&entry.at))),
                ];
                Some(Value::from(Names::from(said)))
            }
            _ => None,
        })
    }

    fn urgings(&self) -> impl Iterator<Item = &HistoryEntry> {
        self.history.iter().filter(|entry| matches!(entry.event, TicketEvent::Urged))
    }
}

/// A demand, as its event says it.
struct Demand<'a> {
    no: u32,
    kind: &'static str,
    answer_by: Option<&'a Moment>,
}

fn said(entry: &HistoryEntry, field: TextField) -> &str {
    let found = entry.texts.iter().find(|text| text.field == field);
    found.map_or("", |text| text.content.as_str())
}

/// An event, in a line.
fn entry(entry: &HistoryEntry) -> Value {
    let texts: Vec<&str> = entry.texts.iter().map(|text| text.content.as_str()).collect();
    Value::from(Names::from([
        ("at", text(&minute(&entry.at))),
        ("event", text(entry.event.term())),
        ("by", text(&entry.by)),
        ("role", text(entry.role.term())),
        ("unit", text(entry.unit.as_deref().unwrap_or_default())),
        ("acting_unit", text(entry.acting_unit.as_deref().unwrap_or_default())),
        ("late", Value::from(entry.late)),
        ("text", text(&texts.join(" "))),
    ]))
}

/// A value in the office's words.
fn words(shown: &Shown<'_>) -> String {
    match shown {
        Shown::Nothing | Shown::Flag(false) | Shown::Texts(_) | Shown::Entries(_) => String::new(),
        Shown::Flag(true) => "是".to_owned(),
        Shown::Number(number) => number.to_string(),
        Shown::Text(text) => (*text).to_owned(),
        Shown::Word(word) => word.term.to_owned(),
        Shown::Moment(at) => minute(at),
        Shown::Names(names) => names.join("、"),
    }
}

/// A moment as it stands on paper: a whole minute has no seconds.
fn minute(at: &Moment) -> String {
    let told = at.to_string();
    match told.strip_suffix(":00").filter(|rest| rest.matches(':').count() == 1) {
        Some(rest) => rest.to_owned(),
        None => told,
    }
}
