//! A ticket as people see it: names instead of numbers, no personal data but the matter's title.

use gongdan_domain::{
    Callback, CloseOutcome, EntryId, Forwarding, Kind, Leg, Moment, Part, Satisfaction, Species,
    Stage, Ticket, TicketId, Urgency,
};

use super::field::FieldKind::{Flag, Id, Moment as At, Name, Names, Number, Text, Word};
use super::made::fields;
use super::read::Reading;
use crate::words::named::sql;

/// What a view is made of: a folded ticket, its matter, and the names of a moment.
pub(crate) struct Seen<'a> {
    pub(crate) ticket: &'a Ticket,
    pub(crate) matter: Option<String>,
    pub(crate) reading: Reading<'a>,
}

impl Seen<'_> {
    fn name(&self, species: Species, id: EntryId) -> String {
        self.reading.name(species, id)
    }

    /// The section of the unit that leads which works on it now.
    fn section(&self) -> Option<Forwarding> {
        self.ticket.forwarding_of(self.lead()?)
    }

    fn lead(&self) -> Option<&Leg> {
        self.ticket.lead()
    }

    /// The units that assist now.
    fn assisting(&self) -> impl Iterator<Item = String> {
        let assists = |leg: &&Leg| self.ticket.holds(leg) && leg.part == Part::Assisting;
        self.ticket.legs.iter().filter(assists).map(|leg| self.name(Species::Unit, leg.unit))
    }
}

/// The numbers of the units that assist now, joined by commas.
const ASSISTING: &str = sql!(
    "CASE WHEN ticket.flags & {ticket.transferred} > 0 THEN \
         (SELECT group_concat(unit_id) FROM \
              (SELECT assignment.unit_id FROM assignment \
               WHERE assignment.region_id = ticket.region_id \
                 AND assignment.ticket_id = ticket.ticket_id \
                 AND assignment.part = {part.assisting} AND assignment.flags & {assignment.in_hand} > 0 \
               ORDER BY assignment.leg)) END"
);

/// The files that were not taken off.
const ATTACHMENTS: &str = "(SELECT COUNT(*) FROM attachment \
    WHERE attachment.region_id = ticket.region_id AND attachment.ticket_id = ticket.ticket_id \
      AND attachment.detached_at IS NULL)";

/// The matter in a line, and after U+001F, which no text has, the name that is masked in it.
const MATTER: &str = sql!(
    "(SELECT text.content || COALESCE(char(31) || \
        (SELECT name.content FROM text AS name WHERE name.region_id = ticket.region_id \
            AND name.seq = ticket.first_seq AND name.field = {text_field.caller_name}), '') \
        FROM text WHERE text.region_id = ticket.region_id \
        AND text.seq = ticket.matter_seq AND text.field = {text_field.matter})"
);

fields! {
    /// A ticket with names.
    TicketView(of: &Seen<'_>): TICKET in "ticket" {
        /// Its number in the file.
        id: TicketId = of.ticket.id,
            "工单标识", Id, Internal, stored("ticket_id");
        /// The number printed on it.
        number: String = of.ticket.number.as_str(),
            "工单编号", Text, Internal, stored;
        /// How many events it has: pass it along with the next command.
        version: u32 = of.ticket.version,
            "版次", Number, Internal, stored;
        /// Where it stands.
        stage: Stage = of.ticket.stage,
            "办理阶段", Word(Stage::LIST), Internal, stored;
        /// The moment of its last event.
        last_at: Moment = of.ticket.last_at,
            "最近动态", At, Internal, stored;
        /// The matter in a line, without the caller's name and telephone numbers; nothing once erased.
        matter: Option<String> = of.matter.clone(),
            "诉求标题", Text, Personal, sql(MATTER);
        /// The channel's name.
        channel: String = of.name(Species::Channel, of.ticket.channel),
            "来源渠道", Name(Species::Channel), Internal, stored("channel_id");
        /// The category's name.
        category: Option<String> = of.ticket.category.map(|id| of.name(Species::Category, id)),
            "问题分类", Name(Species::Category), Internal, stored("category_id");
        /// What the citizen wants.
        kind: Kind = of.ticket.kind,
            "诉求类型", Word(Kind::LIST), Internal, stored;
        /// How pressing it is.
        urgency: Urgency = of.ticket.urgency,
            "紧急程度", Word(Urgency::LIST), Internal, stored;
        /// The area's name.
        area: Option<String> = of.ticket.area.map(|id| of.name(Species::Area, id)),
            "所属区域", Name(Species::Area), Internal, stored("area_id");
        /// Whether the caller's data is withheld.
        confidential: bool = of.ticket.confidential,
            "保密", Flag, Internal, stored;
        /// The number another platform gave it.
        external: Option<String> = of.ticket.external.clone(),
            "外部编号", Text, Internal, stored;
        /// When it was taken in.
        accepted_at: Moment = of.ticket.accepted_at,
            "受理时间", At, Internal, stored;
        /// The unit that leads it now.
        unit: Option<String> = of.lead().map(|leg| of.name(Species::Unit, leg.unit)),
            "承办单位", Name(Species::Unit), Internal, stored("lead_unit_id");
        /// The section of that unit which works on it now.
        section: Option<String> = of.section().map(|section| of.name(Species::Unit, section.section)),
            "加派科室", Name(Species::Unit), Internal, stored("section_id");
        /// The section's own limit, inside the unit's.
        section_by: Option<Moment> = of.section().map(|section| section.by),
            "加派时限", At, Internal, stored;
        /// The units that assist now.
        assistants: Vec<String> = of.assisting().collect::<Vec<_>>(),
            "协办单位", Names(Species::Unit), Internal, sql(ASSISTING);
        /// When any unit got it first.
        first_transferred_at: Option<Moment> = of.ticket.legs.first().map(|leg| leg.transferred_at),
            "首次转办时间", At, Internal, stored;
        /// When the unit that leads now got it.
        transferred_at: Option<Moment> = of.lead().map(|leg| leg.transferred_at),
            "转办时间", At, Internal, stored;
        /// The sign-off promise of the unit that leads now.
        sign_off_by: Option<Moment> = of.lead().and_then(Leg::sign_off_limit_at),
            "签收时限", At, Internal, stored;
        /// When that unit signed.
        signed_off_at: Option<Moment> = of.lead().and_then(|leg| leg.signed_off_at),
            "签收时间", At, Internal, stored;
        /// Its handling promise as first given.
        first_handle_by: Option<Moment> = of.lead().and_then(Leg::first_handle_limit_at),
            "原办理时限", At, Internal, stored;
        /// Its handling promise now.
        handle_by: Option<Moment> = of.lead().and_then(Leg::handle_limit_at),
            "办理时限", At, Internal, stored;
        /// The citizen's own limit, where the policy sets one.
        total_by: Option<Moment> = of.ticket.total_by,
            "总时限", At, Internal, stored;
        /// The limit of the running rework.
        rework_by: Option<Moment> = of.ticket.rework().map(|rework| rework.rework_by),
            "重办时限", At, Internal, stored;
        /// The limit that runs now, of the handling or the rework.
        running_by: Option<Moment> = of.ticket.running_limit(),
            "当前时限", At, Internal, stored;
        /// Since when it is off the clock.
        suspended_at: Option<Moment> = of.ticket.suspended_at,
            "挂账时间", At, Internal, stored;
        /// Whether a return is asked for and waits.
        return_pending: bool = of.ticket.return_pending(),
            "退件待决", Flag, Internal, stored;
        /// The working days asked for as an extension that waits.
        extension_pending: Option<u32> = of.lead().and_then(|leg| leg.extension_pending),
            "延期待决天数", Number, Internal, stored;
        /// Since when no unit takes it.
        difficult_at: Option<Moment> = of.ticket.difficult_at,
            "列为疑难时间", At, Internal, stored;
        /// When the standing reply of the unit that leads now came.
        handled_at: Option<Moment> = of.lead().and_then(|leg| leg.handled_at),
            "办结时间", At, Internal, stored;
        /// Whether a reply came late: once true, for ever.
        handled_late: bool = of.ticket.handled_late(),
            "超期已办结", Flag, Internal, stored;
        /// How many attempts were made to call back.
        callbacks: u32 = u32::try_from(of.ticket.calls().count()).unwrap_or(u32::MAX),
            "回访次数", Number, Internal, stored;
        /// When the first attempt was made to call back.
        first_called_back_at: Option<Moment> = of.ticket.calls().next().map(|each| each.at),
            "首次回访时间", At, Internal, stored;
        /// The citizen's last rating of the result.
        satisfaction: Option<Satisfaction> =
            of.ticket.rating().and_then(|rating| rating.satisfaction),
            "满意度", Word(Satisfaction::LIST), Internal, stored;
        /// The citizen's last rating of the manner.
        attitude: Option<Satisfaction> =
            of.ticket.calls().rev().find_map(Callback::manner),
            "态度满意度", Word(Satisfaction::LIST), Internal, stored;
        /// The citizen's first rating of the result.
        first_satisfaction: Option<Satisfaction> =
            of.ticket.first_rating().and_then(|rating| rating.satisfaction),
            "首次满意度", Word(Satisfaction::LIST), Internal, stored;
        /// The citizen's last rating of the result that was given unasked.
        own_satisfaction: Option<Satisfaction> =
            of.ticket.own_rating().and_then(|rating| rating.satisfaction),
            "群众自评满意度", Word(Satisfaction::LIST), Internal, stored;
        /// When the centre closed it first, whether that stands or not.
        first_closed_at: Option<Moment> = of.ticket.closures.first().map(|each| each.at),
            "首次结案时间", At, Internal, stored;
        /// When the centre closed it; nothing while it is open, after a reopening too.
        closed_at: Option<Moment> = of.ticket.closure().map(|closure| closure.at),
            "结案时间", At, Internal, stored;
        /// With what outcome it is closed; nothing while it is open.
        close_outcome: Option<CloseOutcome> = of.ticket.closure().map(|closure| closure.outcome),
            "结案结果", Word(CloseOutcome::LIST), Internal, stored;
        /// When the centre closed it last, whether that stands or not.
        last_closed_at: Option<Moment> = of.ticket.closures.last().map(|each| each.at),
            "最近结案时间", At, Internal, stored;
        /// With what outcome the centre closed it last, whether that stands or not.
        last_close_outcome: Option<CloseOutcome> =
            of.ticket.closures.last().map(|each| each.outcome),
            "最近结案结果", Word(CloseOutcome::LIST), Internal, stored;
        /// Whether any unit is not judged by it.
        exempt: bool = of.ticket.legs.iter().any(|leg| leg.exempt),
            "不计入考核", Flag, Internal, stored;
        /// Whether an editor picked it for the bulletin.
        featured: bool = of.ticket.featured,
            "典型案例", Flag, Internal, stored;
        /// How many files are kept with it.
        attachments: u32 = u32::try_from(of.ticket.attached().count()).unwrap_or(u32::MAX),
            "附件数", Number, Internal, sql(ATTACHMENTS);
        /// The main ticket it was merged into.
        merged_into: Option<TicketId> = of.ticket.merged_into,
            "并入工单", Id, Internal, stored;
        /// The first ticket of the same matter.
        repeat_of: Option<TicketId> = of.ticket.repeat_of,
            "重复于工单", Id, Internal, stored;
        /// The first ticket of the contact from which it came, where that is another one.
        related_to: Option<TicketId> = of.ticket.related_to,
            "同一来电首件", Id, Internal, stored;
    }
}

impl std::fmt::Debug for TicketView {
    /// Never shows the matter: it can hold personal data.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let stage = self.stage.word();
        write!(f, "TicketView({}, {stage}, version {})", self.number, self.version)
    }
}

impl TicketView {
    /// Whether its running limit had passed at a moment.
    pub fn overdue(&self, as_of: Moment) -> bool {
        self.running_by.is_some_and(|by| as_of > by)
    }
}
