//! The counts: each a named predicate over tickets or over assignments (statistics.md).

use crate::vocabulary::vocabulary;

use Count as C;

vocabulary! {
    /// A count. The term is the heading printed over it.
    Count, "count" {
        /// Tickets taken in; for a unit, the assignments it leads or led to the end.
        Accepted = 1, "accepted", "受理件数";
        /// Answered by the desk, no unit ever had it.
        ResolvedOnline = 2, "resolved_online", "在线办结数";
        /// With at least one assignment; for a unit, those it was given to lead.
        Transferred = 3, "transferred", "转办数";
        /// 不予受理.
        Rejected = 4, "rejected", "不予受理数";
        /// 并单: points at a main ticket.
        Merged = 5, "merged", "并单数";
        /// At the centre, no unit ever had it, not ended.
        Waiting = 6, "waiting", "待派数";
        /// Rejected, merged or withdrawn before any unit had it.
        EndedAtCentre = 7, "ended_at_centre", "中心终结数";
        /// 结案 by the centre.
        Closed = 8, "closed", "综合结案数";
        /// Closed on a reply that had been late.
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
        /// Replied, fit to be asked about, and the citizen not yet called back since.
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
        AskedSolved = 27, "asked_solved", "解决情况答复数";
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
        /// A return asked for after the window, whatever was decided.
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
        /// Unsigned past the limit, now or when the unit gave it away.
        SignOffMissing = 42, "sign_off_missing", "未签收数";
        /// Signed, or returned with leave, which counts as signed when it was asked for.
        Signed = 43, "signed", "已签收数";
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
        /// 有效工单: neither rejected nor merged; for a unit, the accepted assignments of such tickets.
        Effective = 53, "effective", "有效工单数";
        /// 派单数: every assignment that was ever given to lead.
        Given = 54, "given", "派单数";
        /// Every assignment that was ever given, to lead or to assist.
        GivenAny = 55, "given_any", "派单数(含协办)";
        /// Taken back by the centre (撤回, 改派), or from the unit when the ticket was opened again.
        TakenBack = 56, "taken_back", "收回数";
        /// Ended with a ticket that was merged, withdrawn or terminated before a standing reply.
        Ended = 57, "ended", "随单终结数";
        /// Signed by the limit.
        SignedInTime = 58, "signed_in_time", "及时签收数";
        /// Signed late, or unsigned past the limit.
        NotSignedInTime = 59, "not_signed_in_time", "未及时签收数";
        /// Whose handling verdict is known.
        Known = 60, "known", "可核时限数";
        /// Gone unanswered past the limit.
        HandlingMissed = 61, "handling_missed", "超期未办离手数";
        /// A rework (or the promise of a reopening) that is owed past its limit.
        ReworkOpenLate = 62, "rework_open_late", "重办超期未办理";
        /// Reworks replied to after their limit.
        ReworkLate = 63, "rework_late", "重办超期已办结";
        /// Reworks that ended with their ticket, past their limit.
        ReworkMissed = 64, "rework_missed", "重办超期终结数";
        /// A report that is owed past its limit.
        ReportOpenLate = 65, "report_open_late", "协办超期未反馈";
        /// Reported after the limit.
        ReportLate = 66, "report_late", "协办超期反馈";
        /// Gone, or ended with the ticket, unreported past the limit.
        ReportMissed = 67, "report_missed", "协办超期未反馈终结数";
        /// A reply, a rework or a report is owed past its limit.
        LateNow = 68, "late_now", "当前超期数";
        /// With at least one reply that the centre sent back.
        SentBackTickets = 69, "sent_back_tickets", "退回重办件数";
        /// Replies that the centre sent back.
        SentBackTimes = 70, "sent_back_times", "退回重办次数";
        /// Closed without the citizen having been reached.
        ClosedUnreachable = 71, "closed_unreachable", "无法回访结案数";
        /// Closed since the appeal did not stand.
        ClosedNotAccepted = 72, "closed_not_accepted", "诉求不成立结案数";
        /// Closed as the same appeal as another.
        ClosedDuplicate = 73, "closed_duplicate", "重复诉求结案数";
        /// Closed since the citizen took it back.
        ClosedWithdrawn = 74, "closed_withdrawn", "诉求撤回结案数";
        /// Ended by the centre without a reply.
        ClosedTerminated = 75, "closed_terminated", "终止办理数";
        /// Extensions asked for.
        ExtensionsAsked = 76, "extensions_asked", "申请延期次数";
        /// Extensions granted.
        ExtensionsGranted = 77, "extensions_granted", "同意延期次数";
        /// Extensions denied.
        ExtensionsDenied = 78, "extensions_denied", "不同意延期次数";
        /// Times urged.
        UrgeTimes = 79, "urge_times", "催办次数";
        /// Demands of a supervisor that wait for an answer.
        SupervisionsUnanswered = 80, "supervisions_unanswered", "督办未答复数";
        /// Yellow cards shown.
        YellowCards = 81, "yellow_cards", "黄牌数";
        /// Red cards shown.
        RedCards = 82, "red_cards", "红牌数";
        /// With a return or an extension that waits for the centre.
        Undecided = 83, "undecided", "待审批数";
        /// Returns and extensions decided after the centre's own limit.
        DecidedLate = 84, "decided_late", "超期审批次数";
        /// Assignments whose handling promise ends in the period.
        FellDue = 85, "fell_due", "到期派单数";
        /// Of these, answered in time.
        FellDueInTime = 86, "fell_due_in_time", "到期按时办结数";
        /// Ended before the period, opened again or unmerged in it.
        BroughtBack = 87, "brought_back", "恢复办理数";
        /// Whose first rating counts as satisfied.
        FirstSatisfied = 88, "first_satisfied", "首次满意数";
        /// Whose last rating of the result is: very satisfied.
        RatedVerySatisfied = 89, "rated_very_satisfied", "评价“非常满意”数";
        /// Whose last rating of the result is: satisfied.
        RatedSatisfied = 90, "rated_satisfied", "评价“满意”数";
        /// Whose last rating of the result is: basically satisfied.
        RatedBasicallySatisfied = 91, "rated_basically_satisfied", "评价“基本满意”数";
        /// Whose last rating of the result is: dissatisfied.
        RatedDissatisfied = 92, "rated_dissatisfied", "评价“不满意”数";
        /// Whose last rating of the result is: very dissatisfied.
        RatedVeryDissatisfied = 93, "rated_very_dissatisfied", "评价“非常不满意”数";
        /// With an answer that rates the manner.
        MannerRated = 94, "manner_rated", "态度评价数";
        /// Whose last rating of the manner is: very satisfied.
        MannerVerySatisfied = 95, "manner_very_satisfied", "态度“非常满意”数";
        /// Whose last rating of the manner is: satisfied.
        MannerSatisfied = 96, "manner_satisfied", "态度“满意”数";
        /// Whose last rating of the manner is: basically satisfied.
        MannerBasicallySatisfied = 97, "manner_basically_satisfied", "态度“基本满意”数";
        /// Whose last rating of the manner is: dissatisfied.
        MannerDissatisfied = 98, "manner_dissatisfied", "态度“不满意”数";
        /// Whose last rating of the manner is: very dissatisfied.
        MannerVeryDissatisfied = 99, "manner_very_dissatisfied", "态度“非常不满意”数";
        /// Closed as answered by the desk, whether a unit had it before or not.
        ClosedAnsweredOnline = 100, "closed_answered_online", "在线办结结案数";
        /// The citizen's own limit passed before the standing reply came, or before it ended without one.
        TotalLate = 101, "total_late", "总时限超期数";
        /// The citizen's own limit has passed, and no reply stands, whoever has it.
        TotalOpenLate = 102, "total_open_late", "总时限超期未办理";
        /// With a standing reply whose working time is known.
        Timed = 103, "timed", "可计时长数";
        /// With a standing reply within 1 working day of the transfer.
        Within1 = 104, "within_1", "1个工作日内办结数";
        /// With a standing reply within 2 working days of the transfer.
        Within2 = 105, "within_2", "2个工作日内办结数";
        /// With a standing reply within 3 working days of the transfer.
        Within3 = 106, "within_3", "3个工作日内办结数";
        /// With a standing reply within 5 working days of the transfer.
        Within5 = 107, "within_5", "5个工作日内办结数";
        /// With a standing reply within 7 working days of the transfer.
        Within7 = 108, "within_7", "7个工作日内办结数";
        /// With a standing reply within 10 working days of the transfer.
        Within10 = 109, "within_10", "10个工作日内办结数";
        /// With a standing reply within 15 working days of the transfer.
        Within15 = 110, "within_15", "15个工作日内办结数";
        /// In the unit's hands and not signed yet, in time or not.
        Unsigned = 111, "unsigned", "待签收数";
        /// With at least one fact whose true moment was stated afterwards.
        Corrected = 112, "corrected", "更正数";
        /// Given to another unit by the centre (改派) at least once.
        Redispatched = 113, "redispatched", "改派数";
        /// Times given to another unit by the centre.
        RedispatchTimes = 114, "redispatch_times", "改派次数";
        /// 不计入考核: by which a unit is not judged; it is in every count, and in no assessed measure.
        Exempt = 115, "exempt", "不计入考核数";
        /// A unit asked not to be judged by it, and nobody has decided.
        ExemptionsUndecided = 116, "exemptions_undecided", "不计入考核待审批数";
        /// Of which an old register told.
        Imported = 117, "imported", "历史导入数";
        /// From an old register that does not say which way they went: by the desk, or to which unit.
        WayUnknown = 118, "way_unknown", "去向不详数";
        /// With a unit of an old register that does not say whether it replied.
        ReplyUnknown = 119, "reply_unknown", "办理情况不详数";
        /// Whose sign-off nobody knows to have been in time or late.
        SignOffUnknown = 120, "sign_off_unknown", "签收时限不详数";
        /// Whose reply nobody knows to be in time or late.
        HandlingUnknown = 121, "handling_unknown", "办理时限不详数";
        /// Closed on a reply that nobody knows to have been in time or late.
        ClosedUnknown = 122, "closed_unknown", "结案时限不详数";
        /// Closed, and an old register does not say how.
        ClosedUnstated = 123, "closed_unstated", "结案方式不详数";
        /// Replied, and the centre has not reviewed the reply yet.
        AwaitingReview = 124, "awaiting_review", "待审核数";
        /// With a reply that was reviewed.
        Reviewed = 125, "reviewed", "审核件数";
        /// Whose first reply that was reviewed passed.
        PassedFirst = 126, "passed_first", "一次审核通过数";
        /// Demands (督办) that were answered.
        SupervisionsAnswered = 127, "supervisions_answered", "督办答复数";
        /// Demands that were answered after the limit that was set.
        SupervisionsAnsweredLate = 128, "supervisions_answered_late", "督办逾期答复数";
        /// With a demand whose limit has passed without an answer.
        SupervisionsOpenLate = 129, "supervisions_open_late", "督办逾期未答复数";
        /// Of a contact from which another ticket came already: without them, a contact is counted once.
        Related = 130, "related", "多诉求关联数";
        /// Rated by the citizen unasked.
        OwnRated = 131, "own_rated", "群众自评数";
        /// Whose last rating of the citizen's own satisfied, as the policy had it then.
        OwnSatisfied = 132, "own_satisfied", "群众自评满意数";
        /// Rated by the citizen, unasked or when called.
        EitherRated = 133, "either_rated", "评价数(自评优先)";
        /// Satisfied by the last rating of the citizen's own, or where there is none by that of the callback.
        EitherSatisfied = 134, "either_satisfied", "评价满意数(自评优先)";
        /// Scored against a sheet of points after they had ended.
        Inspected = 135, "inspected", "质检数";
        /// What the last inspection of each gave.
        InspectionPoints = 136, "inspection_points", "质检得分";
        /// What it could have given.
        InspectionMost = 137, "inspection_most", "质检满分";
    }
}

/// What a count runs over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CountOf {
    /// Tickets.
    Tickets,
    /// Assignments, each the own of the unit that has (or had) it.
    Assignments,
}

impl Count {
    /// How many places a row has that has one for every count: a new count makes it longer.
    pub(crate) const ROOM: usize = Self::LIST.room();

    /// The counts over tickets of a cohort, each a column of the flat row.
    pub const TICKETS: &[Self] = &[
        C::Accepted,
        C::Effective,
        C::ResolvedOnline,
        C::Transferred,
        C::Rejected,
        C::Merged,
        C::Waiting,
        C::WayUnknown,
        C::EndedAtCentre,
        C::Closed,
        C::ClosedLate,
        C::ClosedUnknown,
        C::ClosedSolved,
        C::ClosedExplained,
        C::ClosedUnreachable,
        C::ClosedNotAccepted,
        C::ClosedDuplicate,
        C::ClosedWithdrawn,
        C::ClosedTerminated,
        C::ClosedAnsweredOnline,
        C::ClosedUnstated,
        C::Handled,
        C::HandledLate,
        C::Pending,
        C::PendingInTime,
        C::OpenLate,
        C::TotalLate,
        C::TotalOpenLate,
        C::AtCentre,
        C::EndedUnreplied,
        C::ReplyUnknown,
        C::HandlingUnknown,
        C::AwaitingReview,
        C::AwaitingCallback,
        C::InRework,
        C::Difficult,
        C::CalledBack,
        C::Reached,
        C::Rated,
        C::Satisfied,
        C::Unsatisfied,
        C::FirstSatisfied,
        C::RatedVerySatisfied,
        C::RatedSatisfied,
        C::RatedBasicallySatisfied,
        C::RatedDissatisfied,
        C::RatedVeryDissatisfied,
        C::MannerRated,
        C::MannerVerySatisfied,
        C::MannerSatisfied,
        C::MannerBasicallySatisfied,
        C::MannerDissatisfied,
        C::MannerVeryDissatisfied,
        C::AskedSolved,
        C::Solved,
        C::OwnRated,
        C::OwnSatisfied,
        C::EitherRated,
        C::EitherSatisfied,
        C::Inspected,
        C::InspectionPoints,
        C::InspectionMost,
        C::ReworkTickets,
        C::ReworkTimes,
        C::SentBackTickets,
        C::SentBackTimes,
        C::Returned,
        C::ReturnTimes,
        C::Redispatched,
        C::RedispatchTimes,
        C::Extended,
        C::ExtensionsAsked,
        C::ExtensionsGranted,
        C::ExtensionsDenied,
        C::Urged,
        C::UrgeTimes,
        C::Supervised,
        C::SupervisionsUnanswered,
        C::SupervisionsAnswered,
        C::SupervisionsAnsweredLate,
        C::SupervisionsOpenLate,
        C::YellowCards,
        C::RedCards,
        C::Undecided,
        C::DecidedLate,
        C::Exempt,
        C::ExemptionsUndecided,
        C::Confidential,
        C::Repeats,
        C::Related,
        C::DistinctMatters,
        C::Reopened,
        C::Corrected,
        C::Imported,
        C::CloseTimes,
        C::Open,
        C::HandlingMinutes,
        C::Timed,
        C::Within1,
        C::Within2,
        C::Within3,
        C::Within5,
        C::Within7,
        C::Within10,
        C::Within15,
    ];

    /// The counts over assignments of a cohort: a unit's own.
    pub const ASSIGNMENTS: &[Self] = &[
        C::Given,
        C::GivenAny,
        C::Accepted,
        C::Effective,
        C::Transferred,
        C::Returned,
        C::TakenBack,
        C::Ended,
        C::Pending,
        C::PendingInTime,
        C::OpenLate,
        C::Signed,
        C::SignedInTime,
        C::SignOffLate,
        C::Unsigned,
        C::SignOffMissing,
        C::NotSignedInTime,
        C::SignOffUnknown,
        C::Known,
        C::HandlingUnknown,
        C::ReplyUnknown,
        C::Handled,
        C::HandledLate,
        C::HandlingMissed,
        C::HandlingMinutes,
        C::Timed,
        C::Within1,
        C::Within2,
        C::Within3,
        C::Within5,
        C::Within7,
        C::Within10,
        C::Within15,
        C::ReturnedLate,
        C::Extended,
        C::Exempt,
        C::Assisting,
        C::ReportOpenLate,
        C::ReportLate,
        C::ReportMissed,
        C::ReworkTickets,
        C::ReworkTimes,
        C::ReworkOpenLate,
        C::ReworkLate,
        C::ReworkMissed,
        C::InRework,
        C::LateNow,
        C::SentBackTickets,
        C::SentBackTimes,
        C::AwaitingReview,
        C::Reviewed,
        C::PassedFirst,
        C::AwaitingCallback,
        C::CalledBack,
        C::Reached,
        C::Rated,
        C::Satisfied,
        C::Unsatisfied,
        C::FirstSatisfied,
        C::RatedVerySatisfied,
        C::RatedSatisfied,
        C::RatedBasicallySatisfied,
        C::RatedDissatisfied,
        C::RatedVeryDissatisfied,
        C::MannerRated,
        C::MannerVerySatisfied,
        C::MannerSatisfied,
        C::MannerBasicallySatisfied,
        C::MannerDissatisfied,
        C::MannerVeryDissatisfied,
        C::AskedSolved,
        C::Solved,
        C::OwnRated,
        C::OwnSatisfied,
        C::EitherRated,
        C::EitherSatisfied,
        C::Inspected,
        C::InspectionPoints,
        C::InspectionMost,
        C::Closed,
        C::ClosedLate,
        C::ClosedUnknown,
    ];

    /// What a flow counts of tickets: what happened during the period.
    pub const FLOW: &[Self] = &[
        C::Accepted,
        C::ResolvedOnline,
        C::Transferred,
        C::Rejected,
        C::Merged,
        C::Signed,
        C::SignOffLate,
        C::Handled,
        C::HandledLate,
        C::TotalLate,
        C::CalledBack,
        C::Reached,
        C::Rated,
        C::Satisfied,
        C::Unsatisfied,
        C::FirstSatisfied,
        C::RatedVerySatisfied,
        C::RatedSatisfied,
        C::RatedBasicallySatisfied,
        C::RatedDissatisfied,
        C::RatedVeryDissatisfied,
        C::MannerRated,
        C::MannerVerySatisfied,
        C::MannerSatisfied,
        C::MannerBasicallySatisfied,
        C::MannerDissatisfied,
        C::MannerVeryDissatisfied,
        C::AskedSolved,
        C::Solved,
        C::OwnRated,
        C::OwnSatisfied,
        C::EitherRated,
        C::EitherSatisfied,
        C::Closed,
        C::ClosedLate,
        C::ClosedUnknown,
        C::ClosedSolved,
        C::ClosedExplained,
        C::ClosedUnreachable,
        C::ClosedNotAccepted,
        C::ClosedDuplicate,
        C::ClosedWithdrawn,
        C::ClosedTerminated,
        C::ClosedAnsweredOnline,
        C::ClosedUnstated,
        C::CloseTimes,
        C::ReworkTickets,
        C::ReworkTimes,
        C::SentBackTickets,
        C::SentBackTimes,
        C::Returned,
        C::ReturnTimes,
        C::Redispatched,
        C::RedispatchTimes,
        C::ReturnedLate,
        C::Extended,
        C::ExtensionsAsked,
        C::ExtensionsGranted,
        C::ExtensionsDenied,
        C::Urged,
        C::UrgeTimes,
        C::Supervised,
        C::SupervisionsAnswered,
        C::SupervisionsAnsweredLate,
        C::Reopened,
        C::Corrected,
        C::Difficult,
    ];

    /// What a flow counts of assignments: what happened to a unit's own during the period.
    pub const ASSIGNMENT_FLOW: &[Self] = &[
        C::Given,
        C::GivenAny,
        C::Accepted,
        C::Transferred,
        C::Returned,
        C::ReturnedLate,
        C::TakenBack,
        C::Ended,
        C::Signed,
        C::SignedInTime,
        C::SignOffLate,
        C::SignOffUnknown,
        C::Handled,
        C::HandledLate,
        C::HandlingMissed,
        C::HandlingMinutes,
        C::Timed,
        C::Within1,
        C::Within2,
        C::Within3,
        C::Within5,
        C::Within7,
        C::Within10,
        C::Within15,
        C::ReportLate,
        C::ReportMissed,
        C::ReworkTickets,
        C::ReworkTimes,
        C::ReworkLate,
        C::ReworkMissed,
        C::Reviewed,
        C::PassedFirst,
        C::CalledBack,
        C::Reached,
        C::Rated,
        C::Satisfied,
        C::Unsatisfied,
        C::FirstSatisfied,
        C::RatedVerySatisfied,
        C::RatedSatisfied,
        C::RatedBasicallySatisfied,
        C::RatedDissatisfied,
        C::RatedVeryDissatisfied,
        C::MannerRated,
        C::MannerVerySatisfied,
        C::MannerSatisfied,
        C::MannerBasicallySatisfied,
        C::MannerDissatisfied,
        C::MannerVeryDissatisfied,
        C::AskedSolved,
        C::Solved,
        C::OwnRated,
        C::OwnSatisfied,
        C::EitherRated,
        C::EitherSatisfied,
        C::Closed,
        C::ClosedLate,
        C::ClosedUnknown,
        C::FellDue,
        C::FellDueInTime,
        C::Due,
        C::DueClosed,
        C::DueInTime,
    ];

    /// What a flow says of tickets whose handling promise ends in the period.
    pub const DUE: &[Self] = &[C::Due, C::DueClosed, C::DueInTime];

    /// What a flow over all tickets says of those that were there before.
    pub const CARRIED: &[Self] = &[C::CarriedIn, C::BroughtBack];

    /// What citizens answered in detail: level by level, on both axes, and at first.
    pub const ANSWERED: &[Self] = &[
        C::FirstSatisfied,
        C::RatedVerySatisfied,
        C::RatedSatisfied,
        C::RatedBasicallySatisfied,
        C::RatedDissatisfied,
        C::RatedVeryDissatisfied,
        C::MannerRated,
        C::MannerVerySatisfied,
        C::MannerSatisfied,
        C::MannerBasicallySatisfied,
        C::MannerDissatisfied,
        C::MannerVeryDissatisfied,
    ];

    /// Who is charged with it, in words: nobody where it is of a ticket alone; else the unit of the leg,
    /// which is that of the reply where it is about one.
    pub fn charged(self) -> &'static str {
        let of_a_reply = [
            C::Closed,
            C::ClosedLate,
            C::ClosedUnknown,
            C::AwaitingReview,
            C::Reviewed,
            C::PassedFirst,
            C::AwaitingCallback,
            C::CalledBack,
            C::Reached,
            C::Rated,
            C::Satisfied,
            C::Unsatisfied,
            C::AskedSolved,
            C::Solved,
            C::OwnRated,
            C::OwnSatisfied,
            C::EitherRated,
            C::EitherSatisfied,
            C::Inspected,
            C::InspectionPoints,
            C::InspectionMost,
            C::DueClosed,
            C::DueInTime,
        ];
        let of_a_reply =
            |count: &Self| of_a_reply.contains(count) || Self::ANSWERED.contains(count);
        match Self::ASSIGNMENTS.contains(&self) || Self::ASSIGNMENT_FLOW.contains(&self) {
            _ if of_a_reply(&self) => "the unit whose reply it was",
            true => "the unit of the leg",
            false => "nobody",
        }
    }

    /// Whether the count adds events or minutes rather than tickets or assignments: its list may be
    /// shorter.
    pub fn is_times(self) -> bool {
        matches!(
            self,
            C::ReworkTimes
                | C::ReturnTimes
                | C::RedispatchTimes
                | C::CloseTimes
                | C::HandlingMinutes
                | C::SentBackTimes
                | C::ReworkLate
                | C::ReworkMissed
                | C::ExtensionsAsked
                | C::ExtensionsGranted
                | C::ExtensionsDenied
                | C::UrgeTimes
                | C::SupervisionsUnanswered
                | C::SupervisionsAnswered
                | C::SupervisionsAnsweredLate
                | C::YellowCards
                | C::RedCards
                | C::DecidedLate
                | C::InspectionPoints
                | C::InspectionMost
        )
    }
}
