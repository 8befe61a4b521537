//! One event of a ticket, as people read it and as a table has it.

use gongdan_domain::{EventKind, Moment, Role, Species, TicketEvent};

use super::field::FieldKind::{Flag, Id, Moment as At, Name, Text, Texts, Word};
use super::made::fields;
use super::text::TicketText;

const NUMBER: &str = "(SELECT ticket.number FROM ticket \
    WHERE ticket.region_id = event.region_id AND ticket.ticket_id = event.subject)";

const COUNTS_AT: &str = "(CASE WHEN event.later <> 0 THEN event.at + event.later END)";

fields! {
    /// One event of a ticket, as people read it.
    HistoryEntry: EVENT in "event" {
        /// Its place in the journal.
        seq: u64, "事件序号", Id, Internal, stored;
        /// When.
        at: Moment, "时间", At, Internal, stored;
        /// From when it counts, where that is another moment: of the fact it answers, or its true one.
        counts_at: Option<Moment>, "计算时间", At, Internal, sql(COUNTS_AT);
        /// The ticket it belongs to.
        ticket_id, "工单标识", Id, Internal, stored("subject");
        /// The number printed on that ticket.
        number, "工单编号", Text, Internal, sql(NUMBER);
        /// What happened.
        event: TicketEvent, "事件", Word(EventKind::LIST), Internal, stored("kind");
        /// Who did it.
        by: String, "经办人", Text, Internal, stored;
        /// In which declared role.
        role: Role, "身份", Word(Role::LIST), Internal, stored;
        /// For which unit, in the role of a unit.
        acting_unit: Option<String>, "经办单位", Name(Species::Unit), Internal, stored("actor_unit");
        /// The unit the event concerns.
        unit: Option<String>, "承办单位", Name(Species::Unit), Internal, stored("unit_id");
        /// Whether it came after the promise it answers.
        late: bool, "超期", Flag, Internal, stored;
        /// The texts that stand beside it, by what they are; never the caller's data.
        texts: Vec<TicketText>, "文字", Texts, Personal, folded;
        /// What it says, as it stands in the journal.
        body, "内容", Text, Internal, stored;
    }
}

impl std::fmt::Debug for HistoryEntry {
    /// Never shows the texts: they can hold personal data.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "HistoryEntry({}, {}, {:?})", self.seq, self.event.word(), self.texts)
    }
}
