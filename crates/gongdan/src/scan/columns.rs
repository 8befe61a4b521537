//! The columns of the tables that leave the file whole: name, heading, sort, and where from.

use gongdan_domain::{Species, vocabulary};

use crate::class::Class;
use crate::store::named::sql;

vocabulary! {
    /// A table that can be read whole.
    Table, "table" {
        /// Tickets as they stand now, one row each.
        Tickets = 1, "tickets", "工单";
        /// Assignments as they stand now, one row for each unit a ticket was given to.
        Assignments = 2, "assignments", "转办";
        /// What happened to tickets, one row an event.
        Events = 3, "events", "办理过程";
        /// Contacts by channel and day, as they were recorded.
        Contacts = 4, "contacts", "诉求量";
        /// Attempts to call citizens back.
        Callbacks = 5, "callbacks", "回访";
    }
}

/// Of what sort the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Whole numbers.
    Number,
    /// Yes or no.
    Flag,
    /// Milliseconds since 1970 UTC.
    Moment,
    /// A Beijing day.
    Day,
    /// Text.
    Text,
    /// A name of the register.
    Name(Species),
    /// A word of [`Stage`](crate::Stage).
    Stage,
    /// A word of [`Kind`](crate::Kind).
    Kind,
    /// A word of [`Urgency`](crate::Urgency).
    Urgency,
    /// A word of [`Satisfaction`](crate::Satisfaction).
    Satisfaction,
    /// A word of [`CloseOutcome`](crate::CloseOutcome).
    CloseOutcome,
    /// A word of [`CallbackOutcome`](crate::CallbackOutcome).
    CallbackOutcome,
    /// A word of [`Part`](crate::Part).
    Part,
    /// How an assignment ended before the ticket did.
    LegEnd,
    /// A word of [`Role`](crate::Role).
    Role,
    /// The name of an event.
    Event,
}

/// One column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name in every face.
    pub name: &'static str,
    /// The heading printed over it.
    pub heading: &'static str,
    /// Of what sort its cells are.
    pub sort: Sort,
    /// Where it comes from.
    pub(crate) from: &'static str,
}

const fn column(
    name: &'static str,
    heading: &'static str,
    sort: Sort,
    from: &'static str,
) -> Column {
    Column { name, heading, sort, from }
}

impl Table {
    /// Its columns, in order.
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Tickets => TICKETS,
            Self::Assignments => ASSIGNMENTS,
            Self::Events => EVENTS,
            Self::Contacts => CONTACTS,
            Self::Callbacks => CALLBACKS,
        }
    }

    /// How far one of its columns may go.
    pub fn class(self, column: &Column) -> Class {
        Class::of(self.word(), column.name)
    }

    /// The columns that are read when nobody names any: all but the personal ones.
    pub fn shown(self) -> impl Iterator<Item = &'static Column> {
        self.columns().iter().filter(move |column| self.class(column) < Class::Personal)
    }
}

const MATTER: &str = sql!(
    "(SELECT text.content FROM text WHERE text.region_id = ticket.region_id \
    AND text.seq = ticket.matter_seq AND text.field = {text_field.matter})"
);
const ASSIGNMENTS_NUMBER: &str = "(SELECT ticket.number FROM ticket \
    WHERE ticket.region_id = assignment.region_id AND ticket.ticket_id = assignment.ticket_id)";
const CALLBACKS_NUMBER: &str = "(SELECT ticket.number FROM ticket \
    WHERE ticket.region_id = callback.region_id AND ticket.ticket_id = callback.ticket_id)";
const EVENTS_NUMBER: &str = "(SELECT ticket.number FROM ticket \
    WHERE ticket.region_id = event.region_id AND ticket.ticket_id = event.subject)";

const TICKETS: &[Column] = &[
    column("ticket_id", "工单标识", Sort::Number, "ticket.ticket_id"),
    column("number", "工单编号", Sort::Text, "ticket.number"),
    column("version", "版次", Sort::Number, "ticket.version"),
    column("stage", "办理阶段", Sort::Stage, "ticket.stage"),
    column("matter", "诉求标题", Sort::Text, MATTER),
    column("channel", "来源渠道", Sort::Name(Species::Channel), "ticket.channel_id"),
    column("category", "问题分类", Sort::Name(Species::Category), "ticket.category_id"),
    column("kind", "诉求类型", Sort::Kind, "ticket.kind"),
    column("urgency", "紧急程度", Sort::Urgency, "ticket.urgency"),
    column("area", "所属区域", Sort::Name(Species::Area), "ticket.area_id"),
    column("external", "外部编号", Sort::Text, "ticket.external"),
    column("confidential", "保密", Sort::Flag, "ticket.confidential"),
    column("accepted_at", "受理时间", Sort::Moment, "ticket.accepted_at"),
    column("unit", "承办单位", Sort::Name(Species::Unit), "ticket.lead_unit_id"),
    column("transferred_at", "转办时间", Sort::Moment, "ticket.transferred_at"),
    column("sign_off_by", "签收时限", Sort::Moment, "ticket.sign_off_by"),
    column("signed_off_at", "签收时间", Sort::Moment, "ticket.signed_off_at"),
    column("first_handle_by", "首次办理时限", Sort::Moment, "ticket.first_handle_by"),
    column("handle_by", "办理时限", Sort::Moment, "ticket.handle_by"),
    column("total_by", "总时限", Sort::Moment, "ticket.total_by"),
    column("handled_at", "办结时间", Sort::Moment, "ticket.handled_at"),
    column("rework_by", "重办时限", Sort::Moment, "ticket.rework_by"),
    column("running_by", "当前时限", Sort::Moment, "ticket.running_by"),
    column("suspended_at", "挂账时间", Sort::Moment, "ticket.suspended_at"),
    column("difficult_at", "列为疑难时间", Sort::Moment, "ticket.difficult_at"),
    column("called_back_at", "回访时间", Sort::Moment, "ticket.called_back_at"),
    column("satisfaction", "满意度", Sort::Satisfaction, "ticket.satisfaction"),
    column("attitude", "态度满意度", Sort::Satisfaction, "ticket.attitude"),
    column("first_closed_at", "首次结案时间", Sort::Moment, "ticket.first_closed_at"),
    column("closed_at", "结案时间", Sort::Moment, "ticket.closed_at"),
    column("close_outcome", "结案结果", Sort::CloseOutcome, "ticket.close_outcome"),
    column("merged_into", "并入工单", Sort::Number, "ticket.merged_into"),
    column("repeat_of", "重复于工单", Sort::Number, "ticket.repeat_of"),
    column("featured", "典型案例", Sort::Flag, "ticket.featured"),
    column("resolved_online", "在线办结", Sort::Flag, "ticket.resolved_online"),
    column("transferred", "转办", Sort::Flag, "ticket.transferred"),
    column("rejected", "不予受理", Sort::Flag, "ticket.rejected"),
    column("merged", "并单", Sort::Flag, "ticket.merged"),
    column("waiting", "待派", Sort::Flag, "ticket.waiting"),
    column("ended_at_centre", "中心终结", Sort::Flag, "ticket.ended_at_centre"),
    column("closed", "综合结案", Sort::Flag, "ticket.closed"),
    column("closed_late", "超期结案", Sort::Flag, "ticket.closed_late"),
    column("closed_solved", "实际解决", Sort::Flag, "ticket.closed_solved"),
    column("closed_explained", "解释说明", Sort::Flag, "ticket.closed_explained"),
    column("handled", "已办结", Sort::Flag, "ticket.handled"),
    column("handled_late", "超期已办结", Sort::Flag, "ticket.handled_late"),
    column("pending", "待办理", Sort::Flag, "ticket.pending"),
    column("at_centre", "退回中心", Sort::Flag, "ticket.at_centre"),
    column("ended_unreplied", "未复终结", Sort::Flag, "ticket.ended_unreplied"),
    column("awaiting_callback", "待回访", Sort::Flag, "ticket.awaiting_callback"),
    column("in_rework", "重办中", Sort::Flag, "ticket.in_rework"),
    column("difficult", "疑难", Sort::Flag, "ticket.difficult"),
    column("called_back", "回访", Sort::Flag, "ticket.called_back"),
    column("reached", "接通", Sort::Flag, "ticket.reached"),
    column("rated", "评价", Sort::Flag, "ticket.rated"),
    column("satisfied", "满意", Sort::Flag, "ticket.satisfied"),
    column("unsatisfied", "不满意", Sort::Flag, "ticket.unsatisfied"),
    column("assessed", "评估", Sort::Flag, "ticket.assessed"),
    column("solved", "解决", Sort::Flag, "ticket.solved"),
    column("rework_tickets", "发回重办件", Sort::Flag, "ticket.rework_tickets"),
    column("rework_times", "发回重办次数", Sort::Number, "ticket.rework_times"),
    column("returned", "退件", Sort::Flag, "ticket.returned"),
    column("return_times", "退件次数", Sort::Number, "ticket.return_times"),
    column("extended", "延期", Sort::Flag, "ticket.extended"),
    column("urged", "催办", Sort::Flag, "ticket.urged"),
    column("supervised", "督办", Sort::Flag, "ticket.supervised"),
    column("repeats", "重复投诉", Sort::Flag, "ticket.repeats"),
    column("distinct_matters", "独立事项", Sort::Flag, "ticket.distinct_matters"),
    column("reopened", "重新受理", Sort::Flag, "ticket.reopened"),
    column("close_times", "结案次数", Sort::Number, "ticket.close_times"),
    column("open", "未结", Sort::Flag, "ticket.open"),
];

const ASSIGNMENTS: &[Column] = &[
    column("ticket_id", "工单标识", Sort::Number, "assignment.ticket_id"),
    column("number", "工单编号", Sort::Text, ASSIGNMENTS_NUMBER),
    column("leg", "转办序次", Sort::Number, "assignment.leg"),
    column("unit", "承办单位", Sort::Name(Species::Unit), "assignment.unit_id"),
    column("part", "承办方式", Sort::Part, "assignment.part"),
    column("designated", "指定承办", Sort::Flag, "assignment.designated"),
    column("channel", "来源渠道", Sort::Name(Species::Channel), "assignment.channel_id"),
    column("category", "问题分类", Sort::Name(Species::Category), "assignment.category_id"),
    column("kind", "诉求类型", Sort::Kind, "assignment.kind"),
    column("urgency", "紧急程度", Sort::Urgency, "assignment.urgency"),
    column("area", "所属区域", Sort::Name(Species::Area), "assignment.area_id"),
    column("accepted_at", "受理时间", Sort::Moment, "assignment.accepted_at"),
    column("transferred_at", "转办时间", Sort::Moment, "assignment.transferred_at"),
    column("sign_off_by", "签收时限", Sort::Moment, "assignment.sign_off_by"),
    column("signed_off_at", "签收时间", Sort::Moment, "assignment.signed_off_at"),
    column("first_handle_by", "首次办理时限", Sort::Moment, "assignment.first_handle_by"),
    column("handle_by", "办理时限", Sort::Moment, "assignment.handle_by"),
    column("handled_at", "办结时间", Sort::Moment, "assignment.handled_at"),
    column("ended_at", "终止时间", Sort::Moment, "assignment.ended_at"),
    column("ended_how", "终止方式", Sort::LegEnd, "assignment.ended_how"),
    column("accepted", "受理件", Sort::Flag, "assignment.accepted"),
    column("pending", "待办理", Sort::Flag, "assignment.pending"),
    column("signed_off", "已签收", Sort::Flag, "assignment.signed_off"),
    column("sign_off_late", "超期签收", Sort::Flag, "assignment.sign_off_late"),
    column("handled", "已办结", Sort::Flag, "assignment.handled"),
    column("handled_late", "超期已办结", Sort::Flag, "assignment.handled_late"),
    column("assisting", "协办件", Sort::Flag, "assignment.assisting"),
    column("returned", "退件", Sort::Flag, "assignment.returned"),
    column("returned_late", "超期退件", Sort::Flag, "assignment.returned_late"),
    column("extended", "延期", Sort::Flag, "assignment.extended"),
    column("rework_tickets", "发回重办件", Sort::Flag, "assignment.rework_tickets"),
    column("rework_times", "发回重办次数", Sort::Number, "assignment.rework_times"),
];

const EVENTS: &[Column] = &[
    column("seq", "事件序号", Sort::Number, "event.seq"),
    column("at", "时间", Sort::Moment, "event.at"),
    column("ticket_id", "工单标识", Sort::Number, "event.subject"),
    column("number", "工单编号", Sort::Text, EVENTS_NUMBER),
    column("event", "事件", Sort::Event, "event.kind"),
    column("by", "经办人", Sort::Text, "event.by"),
    column("role", "身份", Sort::Role, "event.role"),
    column("acting_unit", "经办单位", Sort::Name(Species::Unit), "event.actor_unit"),
    column("unit", "涉及单位", Sort::Name(Species::Unit), "event.unit_id"),
    column("late", "超期", Sort::Flag, "event.late"),
    column("body", "内容", Sort::Text, "event.body"),
];

const CONTACTS: &[Column] = &[
    column("seq", "事件序号", Sort::Number, "contact.seq"),
    column("recorded_at", "登记时间", Sort::Moment, "contact.at"),
    column("channel", "来源渠道", Sort::Name(Species::Channel), "contact.channel_id"),
    column("day", "日期", Sort::Day, "contact.day"),
    column("contacts", "诉求数", Sort::Number, "contact.contacts"),
];

const CALLBACKS: &[Column] = &[
    column("ticket_id", "工单标识", Sort::Number, "callback.ticket_id"),
    column("number", "工单编号", Sort::Text, CALLBACKS_NUMBER),
    column("attempt", "回访次序", Sort::Number, "callback.attempt"),
    column("at", "回访时间", Sort::Moment, "callback.at"),
    column("outcome", "回访结果", Sort::CallbackOutcome, "callback.outcome"),
    column("satisfaction", "满意度", Sort::Satisfaction, "callback.satisfaction"),
    column("attitude", "态度满意度", Sort::Satisfaction, "callback.attitude"),
    column("solved", "是否解决", Sort::Flag, "callback.solved"),
    column("satisfied", "计为满意", Sort::Flag, "callback.satisfied"),
    column("unit", "承办单位", Sort::Name(Species::Unit), "callback.unit_id"),
];
