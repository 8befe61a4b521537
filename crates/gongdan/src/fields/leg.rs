//! An assignment (一次转办): one ticket at one unit, from one moment.

use gongdan_domain::{Kind, LegEnd, Part, Species, Urgency};

use super::field::FieldKind::{Flag, Id, Moment as At, Name, Number, Text, Word};
use super::made::fields;

const NUMBER: &str = "(SELECT ticket.number FROM ticket \
    WHERE ticket.region_id = assignment.region_id AND ticket.ticket_id = assignment.ticket_id)";

fields! {
    LEG in "assignment" {
        /// The ticket it belongs to.
        ticket_id "工单标识", Id, Internal, stored;
        /// The number printed on that ticket.
        number "工单编号", Text, Internal, sql(NUMBER);
        /// Its number on the ticket, from 1.
        leg "转办序次", Number, Internal, stored;
        /// The unit that has it, or had it.
        unit "承办单位", Name(Species::Unit), Internal, stored("unit_id");
        /// The section of that unit which works on it now.
        section "加派科室", Name(Species::Unit), Internal, stored("section_id");
        /// The section's own limit, inside the unit's.
        section_by "加派时限", At, Internal, stored;
        /// Whether that unit leads or assists.
        part "承办方式", Word(Part::LIST), Internal, stored;
        /// Whether the unit was designated and may not return it.
        designated "指定承办", Flag, Internal, stored;
        /// The channel's name.
        channel "来源渠道", Name(Species::Channel), Internal, stored("channel_id");
        /// The category's name.
        category "问题分类", Name(Species::Category), Internal, stored("category_id");
        /// What the citizen wants.
        kind "诉求类型", Word(Kind::LIST), Internal, stored;
        /// How pressing it is.
        urgency "紧急程度", Word(Urgency::LIST), Internal, stored;
        /// The area's name.
        area "所属区域", Name(Species::Area), Internal, stored("area_id");
        /// When the ticket was taken in.
        accepted_at "受理时间", At, Internal, stored;
        /// When this unit got it.
        transferred_at "转办时间", At, Internal, stored;
        /// The unit's sign-off promise.
        sign_off_by "签收时限", At, Internal, stored;
        /// When the unit signed.
        signed_off_at "签收时间", At, Internal, stored;
        /// The unit's handling promise as first given.
        first_handle_by "原办理时限", At, Internal, stored;
        /// The unit's handling promise now.
        handle_by "办理时限", At, Internal, stored;
        /// When the unit's standing reply came, or its report.
        handled_at "办结时间", At, Internal, stored;
        /// When its first reply that the centre reviewed was reviewed.
        reviewed_at "首次审核时间", At, Internal, stored;
        /// When it ended before its ticket did.
        ended_at "终止时间", At, Internal, stored;
        /// How it ended before its ticket did.
        ended_how "终止方式", Word(LegEnd::LIST), Internal, stored;
    }
}
