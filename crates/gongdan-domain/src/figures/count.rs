//! The counts: each a named predicate over tickets or over assignments (statistics.md).

use crate::vocabulary::vocabulary;

vocabulary! {
    /// A count. The term is the heading printed over it.
    Count, "count" {
        /// Tickets taken in; for a unit, the assignments it leads.
        Accepted = 1, "accepted", "受理件数";
        /// Answered by the desk, no unit ever had it.
        ResolvedOnline = 2, "resolved_online", "在线办结数";
        /// With at least one assignment.
        Transferred = 3, "transferred", "转办数";
        /// 不予受理.
        Rejected = 4, "rejected", "不予受理数";
        /// 并单: points at a main ticket.
        Merged = 5, "merged", "并单数";
        /// At the centre, no unit ever had it, not ended.
        Waiting = 6, "waiting", "待派数";
        /// Rejected or merged before any unit had it.
        EndedAtCentre = 7, "ended_at_centre", "中心终结数";
        /// 结案 by the centre.
        Closed = 8, "closed", "综合结案数";
        /// Closed, and the handling had been late.
        ClosedLate = 9, "closed_late", "超期结案数";
        /// Closed as solved.
        ClosedSolved = 10, "closed_solved", "实际解决数";
        /// Closed with an explanation.
        ClosedExplained = 11, "closed_explained", "解释说明数";
        /// With the unit's standing reply.
        Handled = 12, "handled", "已办结数";
        /// Replied after the limit: once true, for ever.
        HandledLate = 13, "handled_late", "超期已办结";
        /// A unit has it and owes its first reply; open-late ones included.
        Pending = 14, "pending", "待办理数";
        /// Pending, limit not passed.
        PendingInTime = 15, "pending_in_time", "未到期待办数";
        /// Pending, limit passed.
        OpenLate = 16, "open_late", "超期未办理";
        /// Back in the centre's hands after some unit had it, difficult or not.
        AtCentre = 17, "at_centre", "退回中心数";
        /// Ended after some unit had it, with no standing reply.
        EndedUnreplied = 18, "ended_unreplied", "未复终结数";
        /// Replied, and the citizen not yet called back since.
        AwaitingCallback = 19, "awaiting_callback", "待回访数";
        /// 发回重办, reply outstanding.
        InRework = 20, "in_rework", "重办中";
        /// 疑难: no unit takes it.
        Difficult = 21, "difficult", "疑难数";
        /// With at least one attempt to call back.
        CalledBack = 22, "called_back", "回访数";
        /// Reached in at least one attempt.
        Reached = 23, "reached", "接通数";
        /// With an answer that rates the result.
        Rated = 24, "rated", "评价数";
        /// Whose last rating counts as satisfied.
        Satisfied = 25, "satisfied", "满意数";
        /// Whose last rating does not.
        Unsatisfied = 26, "unsatisfied", "不满意数";
        /// With an answer whether the matter is solved.
        Assessed = 27, "assessed", "评估数";
        /// Whose last such answer is yes.
        Solved = 28, "solved", "解决数";
        /// Sent for rework at least once.
        ReworkTickets = 29, "rework_tickets", "发回重办件数";
        /// Times sent for rework.
        ReworkTimes = 30, "rework_times", "发回重办次数";
        /// Returned by a unit at least once.
        Returned = 31, "returned", "退件数";
        /// Times returned.
        ReturnTimes = 32, "return_times", "退件次数";
        /// Returned after the limit.
        ReturnedLate = 33, "returned_late", "超期退件数";
        /// With at least one extension granted.
        Extended = 34, "extended", "延期数";
        /// Urged at least once.
        Urged = 35, "urged", "催办数";
        /// Supervised at least once.
        Supervised = 36, "supervised", "督办数";
        /// 保密.
        Confidential = 37, "confidential", "保密数";
        /// The same matter as another ticket.
        Repeats = 38, "repeats", "重复投诉数";
        /// Neither merged nor a repeat.
        DistinctMatters = 39, "distinct_matters", "独立事项数";
        /// Opened again at least once.
        Reopened = 40, "reopened", "重新受理数";
        /// Signed after the limit: once true, for ever.
        SignOffLate = 41, "sign_off_late", "超期签收数";
        /// Unsigned, limit passed.
        SignOffMissing = 42, "sign_off_missing", "未签收数";
        /// Signed by the lead.
        SignedOff = 43, "signed_off", "已签收数";
        /// Assignments in which the unit assists.
        Assisting = 44, "assisting", "协办件数";
        /// Times closed, every closing counted.
        CloseTimes = 45, "close_times", "结案次数";
        /// Distinct citizens by telephone number.
        Citizens = 46, "citizens", "诉求人数";
        /// Neither closed, rejected nor merged: what is carried over.
        Open = 47, "open", "未结数";
        /// Working minutes from transfer to standing reply, a working day being 1 440 of them.
        HandlingMinutes = 48, "handling_minutes", "办理用时(分钟)";
        /// Transferred, and the handling promise ends in the period.
        Due = 49, "due", "应结数";
        /// Of the due, closed.
        DueClosed = 50, "due_closed", "应结已结数";
        /// Of the due, closed with no late handling.
        DueInTime = 51, "due_in_time", "按期结案数";
        /// Open when the period began.
        CarriedIn = 52, "carried_in", "上期结转数";
    }
}

/// What a count runs over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountOf {
    /// Tickets, attributed to their lead unit where grouped by unit.
    Tickets,
    /// Assignments, attributed to the unit that has (or had) them.
    Assignments,
}

impl Count {
    /// How many places a row has that has one for every count: a new count makes it longer.
    pub(crate) const ROOM: usize = Self::LIST.room();

    /// The counts over tickets that one column of the flat row answers.
    pub const TICKETS: &[Self] = &[
        Self::Accepted,
        Self::ResolvedOnline,
        Self::Transferred,
        Self::Rejected,
        Self::Merged,
        Self::Waiting,
        Self::EndedAtCentre,
        Self::Closed,
        Self::ClosedLate,
        Self::ClosedSolved,
        Self::ClosedExplained,
        Self::Handled,
        Self::HandledLate,
        Self::Pending,
        Self::PendingInTime,
        Self::OpenLate,
        Self::AtCentre,
        Self::EndedUnreplied,
        Self::AwaitingCallback,
        Self::InRework,
        Self::Difficult,
        Self::CalledBack,
        Self::Reached,
        Self::Rated,
        Self::Satisfied,
        Self::Unsatisfied,
        Self::Assessed,
        Self::Solved,
        Self::ReworkTickets,
        Self::ReworkTimes,
        Self::Returned,
        Self::ReturnTimes,
        Self::Extended,
        Self::Urged,
        Self::Supervised,
        Self::Confidential,
        Self::Repeats,
        Self::DistinctMatters,
        Self::Reopened,
        Self::CloseTimes,
        Self::Open,
        Self::HandlingMinutes,
    ];

    /// The counts over assignments: a unit's own.
    pub const ASSIGNMENTS: &[Self] = &[
        Self::Accepted,
        Self::Pending,
        Self::PendingInTime,
        Self::OpenLate,
        Self::SignedOff,
        Self::SignOffLate,
        Self::SignOffMissing,
        Self::Handled,
        Self::HandledLate,
        Self::Assisting,
        Self::Returned,
        Self::ReturnedLate,
        Self::Extended,
        Self::ReworkTickets,
        Self::ReworkTimes,
    ];

    /// Whether the count adds events or minutes rather than tickets: its list may be shorter.
    pub fn is_times(self) -> bool {
        matches!(
            self,
            Self::ReworkTimes | Self::ReturnTimes | Self::CloseTimes | Self::HandlingMinutes
        )
    }
}
