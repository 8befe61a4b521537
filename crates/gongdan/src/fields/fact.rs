//! The dated facts of a ticket: attempts to call back, closings, reworks, demands; and contacts.

use gongdan_domain::{CallbackOutcome, CloseOutcome, Satisfaction, Species, SupervisionKind};

use super::field::FieldKind::{Day, Flag, Id, Moment as At, Name, Number, Text, Word};
use super::made::fields;

const CALLBACK_NUMBER: &str = "(SELECT ticket.number FROM ticket \
    WHERE ticket.region_id = callback.region_id AND ticket.ticket_id = callback.ticket_id)";
const CLOSURE_NUMBER: &str = "(SELECT ticket.number FROM ticket \
    WHERE ticket.region_id = closure.region_id AND ticket.ticket_id = closure.ticket_id)";
const REWORK_NUMBER: &str = "(SELECT ticket.number FROM ticket \
    WHERE ticket.region_id = rework.region_id AND ticket.ticket_id = rework.ticket_id)";
const SUPERVISION_NUMBER: &str = "(SELECT ticket.number FROM ticket \
    WHERE ticket.region_id = supervision.region_id AND ticket.ticket_id = supervision.ticket_id)";

fields! {
    CALLBACK in "callback" {
        /// The ticket it belongs to.
        ticket_id "工单标识", Id, Internal, stored;
        /// The number printed on that ticket.
        number "工单编号", Text, Internal, sql(CALLBACK_NUMBER);
        /// Which attempt, or rating of the citizen's own, it was, from 1.
        attempt "回访序次", Number, Internal, stored;
        /// When.
        at "时间", At, Internal, stored;
        /// How the attempt went; own where the citizen rated it unasked and nobody called.
        callback_outcome "回访结果", Word(CallbackOutcome::LIST), Internal, stored("outcome");
        /// The citizen's rating of the result.
        satisfaction "满意度", Word(Satisfaction::LIST), Internal, stored;
        /// The citizen's rating of the manner.
        attitude "态度满意度", Word(Satisfaction::LIST), Internal, stored;
        /// Whether the citizen says that the matter is solved.
        solved "解决", Flag, Internal, stored;
        /// Whether the rating counts as satisfied under the policy of the moment.
        satisfied "满意", Flag, Internal, stored;
        /// The unit whose reply the citizen was asked about.
        unit "承办单位", Name(Species::Unit), Internal, stored("unit_id");
    }
}

fields! {
    CLOSURE in "closure" {
        /// The ticket it belongs to.
        ticket_id "工单标识", Id, Internal, stored;
        /// The number printed on that ticket.
        number "工单编号", Text, Internal, sql(CLOSURE_NUMBER);
        /// Which closing of the ticket it was, from 1.
        closing "结案序次", Number, Internal, stored("round");
        /// When.
        at "时间", At, Internal, stored;
        /// With what outcome.
        close_outcome "结案结果", Word(CloseOutcome::LIST), Internal, stored("outcome");
        /// Whether the handling had been late.
        late "超期", Flag, Internal, stored;
    }
}

fields! {
    REWORK in "rework" {
        /// The ticket it belongs to.
        ticket_id "工单标识", Id, Internal, stored;
        /// The number printed on that ticket.
        number "工单编号", Text, Internal, sql(REWORK_NUMBER);
        /// Which rework of the ticket it was, from 1.
        rework "重办序次", Number, Internal, stored("round");
        /// When it was ordered.
        ordered_at "发回时间", At, Internal, stored;
        /// The unit that has to do it again.
        unit "承办单位", Name(Species::Unit), Internal, stored("unit_id");
        /// Its limit.
        rework_by "重办时限", At, Internal, stored;
        /// When the unit replied.
        handled_at "办结时间", At, Internal, stored;
        /// Whether that reply came late.
        late "超期", Flag, Internal, stored;
        /// Whether it began with a reopening.
        reopened "重新受理", Flag, Internal, stored;
    }
}

fields! {
    SUPERVISION in "supervision" {
        /// The ticket it belongs to.
        ticket_id "工单标识", Id, Internal, stored;
        /// The number printed on that ticket.
        number "工单编号", Text, Internal, sql(SUPERVISION_NUMBER);
        /// Which demand on the ticket it was, from 1.
        no "督办序次", Number, Internal, stored;
        /// When.
        at "时间", At, Internal, stored;
        /// Whose demand it is.
        supervision_kind "督办类别", Word(SupervisionKind::LIST), Internal, stored("kind");
        /// The unit it is demanded of.
        unit "承办单位", Name(Species::Unit), Internal, stored("unit_id");
        /// Until when it is to be answered.
        answer_by "答复时限", At, Internal, stored;
        /// When it was answered.
        answered_at "答复时间", At, Internal, stored;
        /// Whether that answer came late.
        late "超期", Flag, Internal, stored;
        /// How often somebody was reminded of it.
        reminders "催复次数", Number, Internal, stored;
        /// When it was taken back, as made by mistake.
        lifted_at "撤销时间", At, Internal, stored;
    }
}

fields! {
    CONTACT in "contact" {
        /// The event that counted them.
        seq "事件序号", Id, Public, stored;
        /// When they were counted.
        recorded_at "登记时间", At, Public, stored("at");
        /// The channel they came by.
        channel "来源渠道", Name(Species::Channel), Public, stored("channel_id");
        /// The day on which they came.
        day "日期", Day, Public, stored;
        /// How many; a correction may be below zero.
        contacts "诉求量", Number, Public, stored;
    }
}
