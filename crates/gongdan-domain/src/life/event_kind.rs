//! The kinds of a ticket's events: codes in the journal, names in every face.

use crate::vocabulary::vocabulary;

use super::event::TicketEvent;

vocabulary! {
    /// What can have happened to a ticket.
    EventKind of TicketEvent, "event" {
        /// It came into being.
        TakenIn = 1, "taken_in", "受理";
        /// The desk answered at once.
        ResolvedOnline = 2, "resolved_online", "在线办结";
        /// It is not for the hotline.
        Rejected = 3, "rejected", "不予受理";
        /// It lives on in its main ticket.
        Merged = 4, "merged", "并单";
        /// It was taken out of its main ticket again.
        Unmerged = 5, "unmerged", "撤销并单";
        /// It is the same matter as another ticket, and both go on.
        MarkedRepeat = 6, "marked_repeat", "标记重复";
        /// Units got it, each with its own limits.
        Transferred = 7, "transferred", "转办";
        /// The centre took it back before the unit signed.
        Recalled = 8, "recalled", "撤回";
        /// A unit signed for it.
        SignedOff = 9, "signed_off", "签收";
        /// A unit asked to return it.
        ReturnRequested = 10, "return_requested", "申请退件";
        /// The centre agreed: the assignment ended, and is kept and counted.
        ReturnGranted = 11, "return_granted", "同意退件";
        /// The centre did not agree to a return.
        ReturnDenied = 12, "return_denied", "不同意退件";
        /// No unit takes it.
        MarkedDifficult = 13, "marked_difficult", "列为疑难";
        /// The unit that leads asked for more working days.
        ExtensionRequested = 14, "extension_requested", "申请延期";
        /// The centre agreed to more working days.
        ExtensionGranted = 15, "extension_granted", "同意延期";
        /// The centre did not agree to more working days.
        ExtensionDenied = 16, "extension_denied", "不同意延期";
        /// It went off the clock.
        Suspended = 17, "suspended", "挂账";
        /// It is on the clock again, its limits moved.
        Resumed = 18, "resumed", "恢复办理";
        /// An assisting unit reported to the lead.
        Reported = 19, "reported", "协办反馈";
        /// An assisting unit need not report.
        Excused = 20, "excused", "免予反馈";
        /// The unit that leads replied.
        Handled = 21, "handled", "办结";
        /// The centre rejected the reply.
        SentBack = 22, "sent_back", "退回重办";
        /// The centre tried to call the citizen back.
        CalledBack = 23, "called_back", "回访";
        /// The citizen was unsatisfied: back to the unit.
        ReworkOrdered = 24, "rework_ordered", "发回重办";
        /// The centre closed it.
        Closed = 25, "closed", "结案";
        /// The centre ended it without a reply.
        Terminated = 26, "terminated", "终止办理";
        /// A new fact opened it again.
        Reopened = 27, "reopened", "重新受理";
        /// It got another category.
        Reclassified = 28, "reclassified", "更改分类";
        /// Facts of the intake were put right.
        Amended = 29, "amended", "更正";
        /// A note was kept.
        Noted = 30, "noted", "备注";
        /// The caller's data was withheld, or withheld no longer.
        ConfidentialitySet = 31, "confidentiality_set", "设置保密";
        /// The unit was urged.
        Urged = 32, "urged", "催办";
        /// Somebody demanded something of a unit.
        Supervised = 33, "supervised", "督办";
        /// A demand was answered.
        SupervisionAnswered = 34, "supervision_answered", "督办答复";
        /// A unit was shown a card.
        Carded = 35, "carded", "亮牌";
        /// An editor picked it for the bulletin, or took it out again.
        Featured = 36, "featured", "选为典型案例";
        /// Its limits were worked out anew because somebody asked.
        Rescheduled = 37, "rescheduled", "重排时限";
        /// Somebody saw the caller's data, and said why.
        Revealed = 38, "revealed", "查看来电人";
        /// Texts of the events before this one were removed for good.
        Erased = 39, "erased", "删除个人信息";
        /// The true moment of an earlier fact was stated.
        Corrected = 40, "corrected", "更正时间";
        /// The centre took it from the unit that leads, for another to have it.
        Redispatched = 41, "redispatched", "改派";
        /// It is no longer the same matter as another ticket.
        UnmarkedRepeat = 42, "unmarked_repeat", "取消重复";
        /// A file was kept with it.
        Attached = 43, "attached", "登记附件";
        /// A file was taken off it.
        Detached = 44, "detached", "撤下附件";
        /// A unit asked not to be judged by it.
        ExemptionAsked = 45, "exemption_asked", "申请不计入考核";
        /// A unit is not judged by it.
        Exempted = 46, "exempted", "不计入考核";
        /// A unit is judged by it again, or what it asked for was not granted.
        Unexempted = 47, "unexempted", "恢复考核";
        /// A section of the unit works on it.
        Forwarded = 48, "forwarded", "加派";
        /// The unit took it back from its section.
        Unforwarded = 49, "unforwarded", "收回加派";
        /// What an old register says of it follows.
        Imported = 50, "imported", "历史导入";
        /// The centre reviewed the reply and passed it.
        ReplyPassed = 51, "reply_passed", "审核通过";
        /// Whoever has not answered a demand was reminded.
        Reminded = 52, "reminded", "催复";
        /// A demand was taken back: nobody has to answer it.
        SupervisionLifted = 53, "supervision_lifted", "撤销督办";
        /// Some met about it, and decided something.
        Consulted = 54, "consulted", "会商";
        /// It is of a contact from which another ticket came.
        Related = 55, "related", "多诉求关联";
        /// It is of a contact of its own after all.
        Unrelated = 56, "unrelated", "取消关联";
        /// The citizen rated it unasked.
        Rated = 57, "rated", "群众评价";
        /// It was scored against a sheet of points.
        Inspected = 58, "inspected", "质检";
    }
}
