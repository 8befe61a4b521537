//! Values as people and programs see them, and a ticket's fields in one list for both.

use gongdan::{Language, Moment, TicketView};
use serde_json::{Map, Value, json};

/// One value of a field.
#[derive(Clone, Debug)]
pub(crate) enum Shown {
    /// Nothing there.
    Nothing,
    /// Yes or no.
    Flag(bool),
    /// A number.
    Number(i64),
    /// A text.
    Text(String),
    /// A word of a closed list, with its office term.
    Term(&'static str, &'static str),
    /// A moment.
    Moment(Moment),
    /// Several texts.
    Texts(Vec<String>),
}

impl Shown {
    /// For programs.
    pub(crate) fn value(&self) -> Value {
        match self {
            Self::Nothing => Value::Null,
            Self::Flag(flag) => json!(flag),
            Self::Number(number) => json!(number),
            Self::Text(text) => json!(text),
            Self::Term(word, _) => json!(word),
            Self::Moment(at) => json!(stamped(*at)),
            Self::Texts(texts) => json!(texts),
        }
    }

    /// For people; empty when there is nothing to say.
    pub(crate) fn text(&self, language: Language) -> String {
        match (self, language) {
            (Self::Nothing | Self::Flag(false), _) => String::new(),
            (Self::Flag(true), Language::Chinese) => "是".to_owned(),
            (Self::Flag(true), Language::English) => "yes".to_owned(),
            (Self::Number(number), _) => number.to_string(),
            (Self::Text(text), _) => text.clone(),
            (Self::Term(_, term), Language::Chinese) => (*term).to_owned(),
            (Self::Term(word, _), Language::English) => (*word).to_owned(),
            (Self::Moment(at), _) => at.to_string(),
            (Self::Texts(texts), _) => texts.join("、"),
        }
    }
}

/// A moment for programs: RFC 3339 in Beijing time, to the millisecond where it is not zero.
pub(crate) fn stamped(at: Moment) -> String {
    at.local().format("%Y-%m-%dT%H:%M:%S%.f+08:00").to_string()
}

impl From<Option<Moment>> for Shown {
    fn from(at: Option<Moment>) -> Self {
        at.map_or(Self::Nothing, Self::Moment)
    }
}

impl From<Option<String>> for Shown {
    fn from(text: Option<String>) -> Self {
        text.map_or(Self::Nothing, Self::Text)
    }
}

/// A field: its name for programs, its office term, its value.
pub(crate) type Field = (&'static str, &'static str, Shown);

/// The fields of a ticket, in the order in which they are shown.
pub(crate) fn fields(ticket: &TicketView) -> Vec<Field> {
    let mut fields = what(ticket);
    fields.extend(promises(ticket));
    fields.extend(course(ticket));
    fields
}

/// What it is and where it stands.
fn what(ticket: &TicketView) -> Vec<Field> {
    let (stage, kind, urgency) = (ticket.stage, ticket.kind, ticket.urgency);
    vec![
        ("id", "序号", Shown::Number(ticket.id.0)),
        ("number", "工单编号", Shown::Text(ticket.number.clone())),
        ("version", "版本", Shown::Number(ticket.version.into())),
        ("stage", "阶段", Shown::Term(stage.word(), stage.term())),
        ("matter", "诉求标题", ticket.matter.clone().into()),
        ("channel", "渠道", Shown::Text(ticket.channel.clone())),
        ("category", "问题分类", ticket.category.clone().into()),
        ("kind", "诉求类型", Shown::Term(kind.word(), kind.term())),
        ("urgency", "紧急程度", Shown::Term(urgency.word(), urgency.term())),
        ("area", "区域", ticket.area.clone().into()),
        ("confidential", "保密", Shown::Flag(ticket.confidential)),
        ("external", "外部编号", ticket.external.clone().into()),
        ("accepted_at", "受理时间", Shown::Moment(ticket.accepted_at)),
        ("last_at", "最近动态", Shown::Moment(ticket.last_at)),
    ]
}

/// Who has it, and what was promised.
fn promises(ticket: &TicketView) -> Vec<Field> {
    let days = ticket.extension_pending.map_or(Shown::Nothing, |days| Shown::Number(days.into()));
    vec![
        ("unit", "主办单位", ticket.unit.clone().into()),
        ("assisting", "协办单位", Shown::Texts(ticket.assisting.clone())),
        ("transferred_at", "转办时间", ticket.transferred_at.into()),
        ("sign_off_by", "签收时限", ticket.sign_off_by.into()),
        ("signed_off_at", "签收时间", ticket.signed_off_at.into()),
        ("first_handle_by", "原办理时限", ticket.first_handle_by.into()),
        ("handle_by", "办理时限", ticket.handle_by.into()),
        ("total_by", "总时限", ticket.total_by.into()),
        ("rework_by", "重办时限", ticket.rework_by.into()),
        ("running_by", "当前时限", ticket.running_by.into()),
        ("suspended_at", "挂账时间", ticket.suspended_at.into()),
        ("return_pending", "退件待决", Shown::Flag(ticket.return_pending)),
        ("extension_pending", "延期待决天数", days),
    ]
}

/// What came of it.
fn course(ticket: &TicketView) -> Vec<Field> {
    let answer = ticket.satisfaction.map(|answer| Shown::Term(answer.word(), answer.term()));
    let outcome = ticket.close_outcome.map(|outcome| Shown::Term(outcome.word(), outcome.term()));
    let other = |id: Option<gongdan::TicketId>| id.map_or(Shown::Nothing, |id| Shown::Number(id.0));
    vec![
        ("handled_at", "办结时间", ticket.handled_at.into()),
        ("handled_late", "超期办结", Shown::Flag(ticket.handled_late)),
        ("callbacks", "回访次数", Shown::Number(ticket.callbacks.into())),
        ("satisfaction", "满意度", answer.unwrap_or(Shown::Nothing)),
        ("closed_at", "结案时间", ticket.closed_at.into()),
        ("close_outcome", "结案方式", outcome.unwrap_or(Shown::Nothing)),
        ("featured", "典型案例", Shown::Flag(ticket.featured)),
        ("merged_into", "并入", other(ticket.merged_into)),
        ("repeat_of", "重复于", other(ticket.repeat_of)),
    ]
}

/// Fields as a JSON object.
pub(crate) fn object(fields: &[Field]) -> Value {
    let pairs = fields.iter().map(|(name, _, shown)| ((*name).to_owned(), shown.value()));
    Value::Object(pairs.collect::<Map<_, _>>())
}
