//! What can be asked: the table of commands. Units, categories and areas are named by any of their
//! names.

use serde::{Deserialize, Serialize};

use crate::argument::Takes::{Answer, Flag, Instant, Label, Name, Number, Text, Ticket, Word};
use crate::argument::{Argument, Given};
use crate::ids::TicketId;
use crate::invalid::{Invalid, Problem};
use crate::moment::Moment;
use crate::vocabulary::Species::{Area, Category, Channel, Unit};
use crate::vocabulary::Stage::{
    self, Accepted, Closed, Difficult, Handled, Merged, Rejected, Rework, SignedOff, Transferred,
};
use crate::vocabulary::TextField::{
    Answer as Told, Appeal, Attendees, CallerAddress, CallerName, CallerPhone, Decision, Demand,
    FileDigest, FileName, FilePlace, InstructedBy, Matter, Note, Outcome, Reason, Remark,
    Result as Reply, Title,
};
use crate::vocabulary::{
    CallbackOutcome, Card, CloseOutcome, FileKind, Kind, Satisfaction, SupervisionKind, TextField,
    Urgency, vocabulary,
};

use super::fact::Fact;
use super::table::commands;
use super::who::{Answers, Chapter, State, Who};

/// One row of the table: a command, as every face tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CommandRow {
    /// What is asked.
    pub verb: Verb,
    /// The chapter it is told in.
    pub chapter: Chapter,
    /// Who may ask it.
    pub who: Who,
    /// The stages in which it may be asked; none for the intake, which makes a ticket. That it
    /// *may* does not mean it is granted: caps, windows and pending requests refuse with their own
    /// codes.
    pub stages: &'static [Stage],
    /// Its arguments, besides the ticket and the stamp, in the order in which they are told.
    pub arguments: &'static [Argument],
    /// What it answers.
    pub answers: Answers,
    /// Since which version it stands.
    pub since: &'static str,
    /// How firmly it stands.
    pub state: State,
    /// What it does, in English.
    pub english: &'static str,
    /// The same in Chinese.
    pub chinese: &'static str,
}

impl CommandRow {
    /// The row of an argument.
    pub fn argument(&self, name: &str) -> Option<&'static Argument> {
        self.arguments.iter().find(|argument| argument.name == name)
    }

    /// Whether it acts on a ticket that stands: all but the intake do.
    pub fn on_ticket(&self) -> bool {
        !self.stages.is_empty()
    }
}

const AT_CENTRE: &[Stage] = &[Accepted, Difficult];
const AT_UNIT: &[Stage] = &[Transferred, SignedOff];
const OPEN: &[Stage] = &[Accepted, Transferred, SignedOff, Handled, Rework, Difficult];
const ANY: &[Stage] = Stage::ALL;

commands! {
    /// A new ticket (受理).
    1, "intake", "受理", Desk, Centre, "0.1", Stable,
        "Take a ticket in. Another platform's number that was seen before answers with the ticket \
         that stands",
        "受理一件工单;外部编号此前来过的,返回原工单" {
            matter: [String] Text(Matter), "The matter in a line", "诉求标题,一行";
            channel: [String] Name(Channel), "The channel it came by", "来源渠道";
            appeal: [Option<String>] Text(Appeal), "What the citizen said", "诉求内容";
            category: [Option<String>] Name(Category), "The category; may stay empty",
                "问题分类,可以暂不填";
            kind: [Kind] Word(Kind::LIST), or "help", "What the citizen wants", "诉求类型";
            urgency: [Urgency] Word(Urgency::LIST), or "normal", "How pressing it is", "紧急程度";
            area: [Option<String>] Name(Area), "Where in the region it plays", "所属区域";
            caller_name: [Option<String>] Text(CallerName), "The caller's name; personal data",
                "来电人姓名(个人信息)";
            caller_phone: [Option<String>] Text(CallerPhone),
                "The caller's telephone number; personal data", "联系电话(个人信息)";
            caller_address: [Option<String>] Text(CallerAddress),
                "The caller's address; personal data", "联系地址(个人信息)";
            confidential: [bool] Flag, or "no",
                "Whether the caller's data is withheld from units and exports", "是否保密";
            external: [Option<String>] Label, "The number another platform gave it",
                "外部编号(其他平台的编号)";
        }

    ResolveOnline = 2, "resolve_online", "在线办结", Desk, Centre, &[Accepted], Ticket, "0.1", Stable,
        "Answer the citizen at once; no unit ever has it", "当场答复办结,不转承办单位" {
            answer: [Option<String>] Text(Told), "What the citizen was told", "答复内容";
        };
    Reject = 3, "reject", "不予受理", Desk, Centre, &[Accepted], Ticket, "0.1", Stable,
        "Do not accept the ticket", "不予受理该工单" {
            reason: [String] Text(Reason), "Why", "理由";
        };
    Merge = 4, "merge", "并单", Desk, Centre, OPEN, Ticket, "0.1", Stable,
        "Point the ticket at its main ticket; both stay counted", "并入主工单,两件都保留统计" {
            main: [TicketId] Ticket, "The main ticket", "主工单";
        };
    Unmerge = 5, "unmerge", "撤销并单", Desk, Centre, &[Merged], Ticket, "0.1", Stable,
        "Take a merger back", "撤销此前的并单";
    Repeat = 6, "repeat", "标记重复", Desk, Centre, ANY, Ticket, "0.1", Stable,
        "Mark the ticket as the same matter as another; both go on", "标记与另一件为同一事项,两件都继续办理" {
            main: [TicketId] Ticket, "The first ticket of the matter", "该事项的首件工单";
        };
    Unrepeat = 42, "unrepeat", "取消重复", Desk, Centre, ANY, Ticket, "0.1", Stable,
        "Take back that the ticket repeats another", "取消重复标记";
    Relate = 57, "relate", "多诉求关联", Desk, Centre, ANY, Ticket, "0.1", Stable,
        "Say that the ticket tells another matter of the contact from which a ticket came already (拆单); each is \
         handled, counted and called back for itself",
        "多诉求拆单:与同一来电(来信)的另一件相互关联,各自办理、统计和回访" {
            main: [TicketId] Ticket, "Any other ticket of that contact", "同一来电的另一件工单";
        };
    Unrelate = 58, "unrelate", "取消关联", Desk, Centre, ANY, Ticket, "0.1", Stable,
        "Take back that the ticket is of a contact from which others came", "取消多诉求关联";

    Backfill = 52, "backfill", "历史导入", Desk, Centre, ANY, Ticket, "0.1", Trial,
        "State what is known of the past of a ticket from an old register: what is left out is unknown, and \
         counts as neither late nor in time; what is stated again adds nothing, what contradicts is refused",
        "补录旧系统工单的既往情况:未填的为不详,既不算超期也不算按时;重复填报不再计入,与已知情况矛盾的不予录入" {
            unit: [Option<String>] Name(Unit), "The unit that had it to lead; left out, nobody knows",
                "主办单位,不填为不详";
            #[serde(default, deserialize_with = "crate::moment::maybe")]
            transferred_at: [Option<Moment>] Instant, "When that unit got it", "转办时间";
            #[serde(default, deserialize_with = "crate::moment::maybe")]
            sign_off_by: [Option<Moment>] Instant, "Its sign-off limit, as the register has it", "签收时限";
            #[serde(default, deserialize_with = "crate::moment::maybe")]
            handle_by: [Option<Moment>] Instant, "Its handling limit, as the register has it", "办理时限";
            #[serde(default)]
            policy_limits: [bool] Flag, or "no",
                "Whether limits that the register does not have are worked out by the rules of their day",
                "未载明的时限是否按当时规定推算";
            #[serde(default, deserialize_with = "crate::moment::maybe")]
            signed_off_at: [Option<Moment>] Instant, "When the unit signed", "签收时间";
            handled: [Option<bool>] Answer, "Whether the unit has replied; left out, nobody knows",
                "是否已办结,不填为不详";
            #[serde(default, deserialize_with = "crate::moment::maybe")]
            handled_at: [Option<Moment>] Instant, "When it replied", "办结时间";
            result: [Option<String>] Text(Reply), "What it replied", "办理情况";
            callback: [Option<CallbackOutcome>] Word(CallbackOutcome::LIST),
                "How the call to the citizen went; an answer says that it reached", "回访结果";
            #[serde(default, deserialize_with = "crate::moment::maybe")]
            called_back_at: [Option<Moment>] Instant, "When the citizen was called", "回访时间";
            satisfaction: [Option<Satisfaction>] Word(Satisfaction::LIST),
                "The citizen's answer about the result", "对办理结果是否满意";
            attitude: [Option<Satisfaction>] Word(Satisfaction::LIST),
                "The citizen's answer about the manner", "对服务态度是否满意";
            solved: [Option<bool>] Answer, "Whether the matter is solved", "问题是否解决";
            outcome: [Option<CloseOutcome>] Word(CloseOutcome::LIST),
                "With what outcome it was closed; left out, it is not known to be", "结案方式,不填为不详";
            #[serde(default, deserialize_with = "crate::moment::maybe")]
            closed_at: [Option<Moment>] Instant, "When it was closed", "结案时间";
            #[serde(default, deserialize_with = "crate::moment::maybe")]
            known_on: [Option<Moment>] Instant,
                "The day of the register: what has no moment counts from then, where nothing after it has one; left \
                 out, the moment at which it is said",
                "登记表的日期:没有时间的情况自此起算,不填为录入时间";
            source: [Option<String>] Label, "The file that it comes from: the first signs of its SHA-256",
                "来源文件的 SHA-256(前若干位)";
            row: [Option<u32>] Number, "Its row there", "来源行号";
        };

    Transfer = 7, "transfer", "转办", Dispatch, Centre, AT_CENTRE, Ticket, "0.1", Stable,
        "Hand the ticket to a lead unit and to assisting ones; their limits are given now",
        "转给主办单位和协办单位,时限自此起算" {
            lead: [String] Name(Unit), also "to", "The lead unit", "主办单位";
            #[serde(default)]
            assisting: [Vec<String>] Name(Unit), also "assist", "The assisting units", "协办单位";
            remark: [Option<String>] Text(Remark),
                "The centre's remark; a second transfer needs one", "转办意见,再次转办须填写";
        };
    Recall = 8, "recall", "撤回", Dispatch, Centre, &[Transferred], Ticket, "0.1", Stable,
        "Take the ticket back before the unit has signed", "在单位签收前撤回";
    Redispatch = 43, "redispatch", "改派", Dispatch, Centre, &[Transferred, SignedOff, Rework], Ticket,
        "0.1", Stable,
        "Take the ticket from its lead unit, whose verdicts stay, and give it to another with limits of its \
         own; the citizen's limit runs on",
        "改派给其他单位:原单位的时限结论保留,新单位另计时限,总时限不重算" {
            to: [String] Name(Unit), "The unit that has it from now on", "改派的承办单位";
            remark: [String] Text(Remark), "The centre's remark to it", "改派意见";
        };
    SignOff = 9, "sign_off", "签收", Dispatch, HoldingUnit, AT_UNIT, Ticket, "0.1", Stable,
        "Sign for the ticket, by the unit that has it", "承办单位签收";
    RequestReturn = 10, "request_return", "申请退件", Dispatch, HoldingUnit, AT_UNIT, Ticket, "0.1",
        Stable, "Ask for the ticket to be returned: it is not the unit's",
        "申请退件:不属于本单位职责" {
            reason: [String] Text(Reason), "Why", "理由";
        };
    GrantReturn = 11, "grant_return", "同意退件", Dispatch, Centre, AT_UNIT, Ticket, "0.1", Stable,
        "Grant the return, and hand the ticket on at once if a unit is named",
        "同意退件;写明单位的,同时转给该单位" {
            to: [Option<String>] Name(Unit), "The next unit; left out, the ticket stays at the centre",
                "下一承办单位,不填则留在中心";
            remark: [Option<String>] Text(Remark), "The centre's remark to it", "转办意见";
        };
    DenyReturn = 12, "deny_return", "不同意退件", Dispatch, Centre, AT_UNIT, Ticket, "0.1", Stable,
        "Deny the return", "不同意退件" {
            reason: [String] Text(Reason), "Why", "理由";
            #[serde(default)]
            forbid: [bool] Flag, or "no", "Whether the unit may not ask again", "是否不得再退";
        };
    Designate = 13, "designate", "指定承办", Dispatch, Centre,
        &[Accepted, Difficult, Transferred, SignedOff], Ticket, "0.1", Stable,
        "Name the unit that has to take it and may not return it", "指定承办单位,该单位不得退件" {
            unit: [String] Name(Unit), also "to", "The unit", "承办单位";
            remark: [Option<String>] Text(Remark), "The centre's remark", "转办意见";
        };
    MarkDifficult = 14, "mark_difficult", "列为疑难", Dispatch, Centre,
        &[Accepted, Transferred, SignedOff], Ticket, "0.1", Stable,
        "List the ticket as difficult: no unit takes it", "列为疑难工单:没有单位承办" {
            reason: [String] Text(Reason), "Why", "理由";
        };
    Consult = 56, "consult", "会商", Dispatch, Centre,
        &[Accepted, Transferred, SignedOff, Difficult], Ticket, "0.1", Stable,
        "Keep who met about a ticket that no unit is clear about, and what they decided",
        "记录疑难工单的会商情况:谁参加、议定什么" {
            attendees: [String] Text(Attendees), "Who met", "参加会商的单位和人员";
            decision: [String] Text(Decision), "What they decided", "会商意见";
        };

    RequestExtension = 15, "request_extension", "申请延期", Handling, LeadUnit, &[SignedOff], Ticket,
        "0.1", Stable, "Ask for more working days, by the lead unit", "主办单位申请延期" {
            days: [u32] Number, "How many working days more", "延长的工作日数";
            reason: [String] Text(Reason), "Why", "理由";
        };
    GrantExtension = 16, "grant_extension", "同意延期", Handling, Centre, &[SignedOff], Ticket, "0.1",
        Stable, "Grant the extension", "同意延期";
    DenyExtension = 17, "deny_extension", "不同意延期", Handling, Centre, &[SignedOff], Ticket, "0.1",
        Stable, "Deny the extension", "不同意延期" {
            reason: [String] Text(Reason), "Why", "理由";
        };
    Suspend = 18, "suspend", "挂账", Handling, Centre, &[SignedOff, Rework], Ticket, "0.1", Stable,
        "Take a long matter off the clock", "挂账,暂停计时" {
            reason: [String] Text(Reason), "Why", "理由";
        };
    Resume = 19, "resume", "恢复办理", Handling, Centre, &[SignedOff, Rework], Ticket, "0.1", Stable,
        "Put the ticket on the clock again; its limits move by the pause",
        "恢复办理,时限按暂停时间顺延";
    Report = 20, "report", "协办反馈", Handling, AssistingUnit, AT_UNIT, Ticket, "0.1", Stable,
        "Report, by an assisting unit", "协办单位反馈" {
            result: [String] Text(Reply), "What was found or done", "办理情况";
        };
    Excuse = 21, "excuse", "免予反馈", Handling, Centre, AT_UNIT, Ticket, "0.1", Stable,
        "Excuse an assisting unit from reporting", "免去协办单位的反馈" {
            unit: [String] Name(Unit), "The assisting unit", "协办单位";
        };
    Forward = 50, "forward", "加派", Handling, HoldingUnit, &[SignedOff, Rework], Ticket, "0.1", Stable,
        "Have a section of the unit work on it, by a limit inside the unit's own; the unit answers for it",
        "交本单位下设科室办理,内部时限在单位时限之内,责任仍在单位" {
            section: [String] Name(Unit), "The section: what stands below the unit in the register",
                "本单位下设的科室";
            days: [u32] Number, "How many working days it has", "内部时限的工作日数";
        };
    Unforward = 51, "unforward", "收回加派", Handling, HoldingUnit, &[SignedOff, Rework], Ticket, "0.1",
        Stable, "Take it back from the section", "从科室收回";
    Handle = 22, "handle", "办结", Handling, LeadUnit, &[SignedOff, Rework], Ticket, "0.1", Stable,
        "Reply, by the lead unit", "主办单位办结回复" {
            result: [String] Text(Reply), "What was found or done", "办理情况";
        };
    SendBack = 23, "send_back", "退回重办", Handling, Centre, &[Handled], Ticket, "0.1", Stable,
        "Send a poor reply back: it counts as none", "退回不合格的回复,视为未办结" {
            reason: [String] Text(Reason), "Why", "理由";
        };

    PassReply = 53, "pass_reply", "审核通过", Closing, Centre, &[Handled], Ticket, "0.1", Stable,
        "Pass the reply that waits for review, so that the citizen can be called; send_back does not pass it",
        "审核通过单位答复,可以回访;不通过的用退回重办";
    Callback = 24, "callback", "回访", Closing, Centre, &[Handled], Ticket, "0.1", Stable,
        "Record one attempt to call the citizen back", "记录一次回访" {
            #[serde(default = "reached")]
            outcome: [CallbackOutcome] Word(CallbackOutcome::LIST), or "reached", "How it went",
                "回访结果";
            satisfaction: [Option<Satisfaction>] Word(Satisfaction::LIST),
                "The citizen's answer about the result; only when reached", "对办理结果是否满意,接通时才填";
            attitude: [Option<Satisfaction>] Word(Satisfaction::LIST),
                "The citizen's answer about the manner", "对服务态度是否满意";
            solved: [Option<bool>] Answer, "Whether the matter is solved", "问题是否解决";
        };
    Rate = 59, "rate", "群众评价", Closing, Centre, &[Handled, Closed], Ticket, "0.1", Stable,
        "Record the citizen's own rating, given unasked: by a message, an app, or a call of theirs",
        "登记群众自己的评价(短信、小程序、来电等),不同于回访" {
            satisfaction: [Satisfaction] Word(Satisfaction::LIST), "How satisfied with the result",
                "对办理结果是否满意";
            text: [Option<String>] Text(Note), "What the citizen said", "评价内容";
        };
    Inspect = 60, "inspect", "质检", Closing, CentreOrSupervisor, &[Closed, Rejected], Ticket, "0.1", Stable,
        "Score a ticket that has ended against the sheet of points in force; again, the last one stands",
        "按现行质检表给已办结的工单打分,再次质检以最后一次为准" {
            scores: [Vec<String>] Label, "The score of each point of the sheet, as NAME=18",
                "质检表每一项的得分,如:规范用语=18";
            text: [Option<String>] Text(Note), "What was found", "质检意见";
        };
    Rework = 25, "rework", "发回重办", Closing, Centre, &[Handled], Ticket, "0.1", Stable,
        "Order it to be done again: the citizen is not satisfied", "群众不满意,发回重办" {
            reason: [String] Text(Reason), "Why", "理由";
        };
    Close = 26, "close", "结案", Closing, Centre, &[Handled], Ticket, "0.1", Stable,
        "Close the ticket; closed is not solved", "结案(结案不等于解决)" {
            outcome: [CloseOutcome] Word(CloseOutcome::LIST), "With what outcome", "结案方式";
        };
    Terminate = 27, "terminate", "终止办理", Closing, Centre, &[Transferred, SignedOff, Difficult],
        Ticket, "0.1", Stable, "End the ticket without a reply", "终止办理,不再回复" {
            reason: [String] Text(Reason), "Why", "理由";
        };
    Withdraw = 44, "withdraw", "撤诉", Closing, Centre, OPEN, Ticket, "0.1", Stable,
        "Close the ticket since the citizen takes it back; nobody has to be called", "群众撤回诉求,不再回访,结案" {
            reason: [String] Text(Reason), "What the citizen said", "撤诉理由";
        };
    Reopen = 28, "reopen", "重新受理", Closing, Centre, &[Closed], Ticket, "0.1", Stable,
        "Open a closed ticket on a new fact; its first close stays a fact",
        "因新情况重新受理,原结案记录保留" {
            reason: [String] Text(Reason), "The new fact", "新情况";
        };

    Reclassify = 29, "reclassify", "更改分类", Beside, Centre, ANY, Ticket, "0.1", Stable,
        "Put the ticket in another category", "更改问题分类" {
            category: [Option<String>] Name(Category), "The category; left out, it is taken away",
                "问题分类,不填则取消分类";
        };
    Amend = 30, "amend", "更正", Beside, Centre, ANY, Ticket, "0.1", Stable,
        "Put kind, urgency, area, matter or appeal right", "更正诉求类型、紧急程度、区域、标题或内容" {
            kind: [Option<Kind>] Word(Kind::LIST), "The kind from now on", "更正后的诉求类型";
            urgency: [Option<Urgency>] Word(Urgency::LIST), "The urgency from now on", "更正后的紧急程度";
            area: [Option<String>] Name(Area), "The area from now on", "更正后的区域";
            matter: [Option<String>] Text(Matter), "The matter from now on", "更正后的诉求标题";
            appeal: [Option<String>] Text(Appeal), "The appeal from now on", "更正后的诉求内容";
        };
    Note = 31, "note", "备注", Beside, Anyone, ANY, Ticket, "0.1", Stable,
        "Add a note", "添加备注" {
            text: [String] Text(Note), "The note", "备注内容";
        };
    Attach = 45, "attach", "附件", Beside, CentreOrHoldingUnit, ANY, Ticket, "0.1", Stable,
        "Keep a file with the ticket by reference: what it is, its digest, and where it stays",
        "登记附件:名称、类型、大小、摘要和存放处" {
            name: [String] Text(FileName), "The file's name, without its folder", "附件名称,不含文件夹";
            file_kind: [FileKind] Word(FileKind::LIST), "What sort of file it is", "附件类型";
            size: [u32] Number, "How many bytes it has", "附件大小(字节)";
            sha256: [String] Text(FileDigest), "Its SHA-256, in 64 hexadecimal digits",
                "附件的 SHA-256 摘要,64 位十六进制数";
            file_place: [Option<String>] Text(FilePlace),
                "Where it stays: a folder, the number of a recording", "附件存放处:文件夹、录音编号等";
        };
    Detach = 46, "detach", "撤下附件", Beside, CentreOrHoldingUnit, ANY, Ticket, "0.1", Stable,
        "Take a file off the ticket; that it was attached stays", "撤下附件,登记记录保留" {
            no: [u32] Number, "The number of the attachment on the ticket, from 1",
                "第几个附件,从 1 起";
        };
    Confidential = 32, "confidential", "设置保密", Beside, Centre, ANY, Ticket, "0.1", Stable,
        "Withhold the caller's data from the units, or no longer", "设置或取消保密" {
            #[serde(default = "yes")]
            confidential: [bool] Flag, or "yes", "Whether it is from now on", "是否保密";
        };
    Urge = 33, "urge", "催办", Beside, Centre, OPEN, Ticket, "0.1", Stable,
        "Urge the unit", "催办" {
            text: [Option<String>] Text(Note), "What is said to the unit", "催办内容";
        };
    Supervise = 34, "supervise", "督办", Beside, CentreOrSupervisor, ANY, Ticket, "0.1", Stable,
        "Demand something of a unit or of the centre", "向单位或中心提出督办" {
            unit: [Option<String>] Name(Unit),
                "The unit it is demanded of; left out, the centre itself", "督办对象,不填则为中心";
            demand: [String] Text(Demand), "What is demanded", "督办要求";
            #[serde(default)]
            supervision_kind: [SupervisionKind] Word(SupervisionKind::LIST), or "hotline",
                "Whose demand it is", "督办类别";
            instructed_by: [Option<String>] Text(InstructedBy),
                "Who instructed it; a name, shown with the ticket's texts alone", "批示人(只随工单文字显示)";
            #[serde(default, deserialize_with = "crate::moment::maybe")]
            answer_by: [Option<Moment>] Instant, "Until when it is to be answered", "答复时限";
        };
    Answer = 35, "answer", "督办答复", Beside, CentreOrUnit, ANY, Ticket, "0.1", Stable,
        "Answer a demand", "答复督办" {
            no: [u32] Number, "The number of the demand on the ticket, from 1", "第几项督办,从 1 起";
            result: [String] Text(Reply), "The answer", "答复情况";
        };
    Remind = 54, "remind", "催复", Beside, CentreOrSupervisor, ANY, Ticket, "0.1", Stable,
        "Remind whoever has not answered a demand", "催促尚未答复的督办" {
            no: [u32] Number, "The number of the demand on the ticket, from 1", "第几项督办,从 1 起";
            text: [Option<String>] Text(Note), "What is said", "催复内容";
        };
    Unsupervise = 55, "unsupervise", "撤销督办", Beside, CentreOrSupervisor, ANY, Ticket, "0.1", Stable,
        "Take a demand back that was made by mistake: nobody has to answer it",
        "撤销误发的督办,不再需要答复" {
            no: [u32] Number, "The number of the demand on the ticket, from 1", "第几项督办,从 1 起";
            reason: [String] Text(Reason), "Why", "理由";
        };
    Card = 36, "card", "亮牌", Beside, CentreOrSupervisor, ANY, Ticket, "0.1", Stable,
        "Show a unit a warning card", "向单位亮牌警示" {
            card: [Card] Word(Card::LIST), "Which card", "黄牌或红牌";
            unit: [String] Name(Unit), "The unit it is shown to", "被亮牌的单位";
            reason: [String] Text(Reason), "Why", "理由";
        };
    AskExempt = 47, "ask_exempt", "申请不计入考核", Beside, FormerUnit, ANY, Ticket, "0.1", Stable,
        "Ask not to be judged by the ticket, by a unit that has it or had it", "承办过的单位申请该件不计入考核" {
            reason: [String] Text(Reason), "Why", "理由";
        };
    Exempt = 48, "exempt", "不计入考核", Beside, CentreOrSupervisor, ANY, Ticket, "0.1", Stable,
        "Leave the ticket out of what a unit is judged by; every count keeps it",
        "该件不计入单位的考核,各项件数照计" {
            unit: [String] Name(Unit), "The unit, of all that it was given of the ticket so far",
                "单位(该单位此前承办的各次)";
            reason: [String] Text(Reason), "Why", "理由";
        };
    Unexempt = 49, "unexempt", "恢复考核", Beside, CentreOrSupervisor, ANY, Ticket, "0.1", Stable,
        "Judge the unit by the ticket again, or do not grant what it asked for",
        "恢复计入考核,或不同意申请" {
            unit: [String] Name(Unit), "The unit", "单位";
            reason: [String] Text(Reason), "Why", "理由";
        };
    Feature = 37, "feature", "选为典型案例", Beside, Centre, &[Handled, Closed, Difficult], Ticket,
        "0.1", Stable, "Pick the ticket for the bulletin as a typical case, or take it out again",
        "选为通报的典型案例,或取消" {
            #[serde(default = "yes")]
            featured: [bool] Flag, or "yes", "Whether it is picked from now on", "是否选用";
            title: [Option<String>] Text(Title), "Its title in print", "案例标题";
            appeal: [Option<String>] Text(Appeal),
                "The appeal edited for print; left out, the ticket's own", "刊用的诉求内容,不填则用原文";
            handling: [Option<String>] Text(Outcome),
                "The handling edited for print; left out, the ticket's own", "刊用的办理结果,不填则用原文";
        };
    Reschedule = 38, "reschedule", "重排时限", Beside, Centre, &[Transferred, SignedOff, Rework],
        Ticket, "0.1", Stable, "Work the running limits out again under the rules of today",
        "按现行规定重新计算时限" {
            reason: [String] Text(Reason), "Why", "理由";
        };
    Correct = 41, "correct", "更正时间", Beside, Centre, ANY, Ticket, "0.1", Stable,
        "State the true moment of a fact that was entered wrong or late; verdicts, limits and figures \
         follow it, the journal keeps both",
        "更正录错或补录环节的真实时间;时限、超期结论和统计随之更正,原记录保留" {
            fact: [Fact] Word(Fact::LIST), "Which fact", "更正哪一环节";
            no: [Option<u32>] Number, "Which of its kind on the ticket, from 1; left out, the last",
                "第几次,从 1 起,不填则为最近一次";
            #[serde(deserialize_with = "crate::moment::instant")]
            moment: [Moment] Instant, "When it truly was", "真实时间";
            reason: [String] Text(Reason), "Why", "理由";
        };

    Reveal = 39, "reveal", "查看来电人", Persons, CentreOrHoldingUnit, ANY, Caller, "0.1", Stable,
        "Show the caller in full, to a unit that has the ticket the telephone alone; who saw it and \
         why is written down",
        "查看来电人信息,承办单位只能查看联系电话,并留下记录" {
            reason: [String] Text(Reason), "Why it is needed", "查看理由";
        };
    Erase = 40, "erase", "删除个人信息", Persons, Centre, ANY, Ticket, "0.1", Stable,
        "Erase texts of the ticket for good; codes, times and figures stay",
        "彻底删除工单文字;编码、时间和统计保留" {
            #[serde(default)]
            fields: [Vec<TextField>] Word(TextField::LIST),
                "Which texts; none named means every one, since any can name the person",
                "删除哪些文字,不填则全部";
            reason: [String] Text(Reason), "Why; it stays, so it should not name the person",
                "理由(会保留,不要写个人信息)";
        };
}

impl Verb {
    /// The verb's row of the table.
    pub fn row(self) -> &'static CommandRow {
        // Every verb has a row: both come from one table.
        COMMANDS.iter().find(|row| row.verb == self).unwrap_or(&COMMANDS[0])
    }

    /// Every command that may be asked of a ticket in a stage, whoever asks.
    pub fn allowed_in(stage: Stage) -> Vec<Self> {
        let allowed = COMMANDS.iter().filter(|row| row.stages.contains(&stage));
        allowed.map(|row| row.verb).collect()
    }
}

impl Default for Kind {
    /// 求助, what most citizens want.
    fn default() -> Self {
        Self::Help
    }
}

#[allow(clippy::derivable_impls, reason = "the list's rows say nothing of defaults")]
impl Default for Urgency {
    /// 一般, what most matters are.
    fn default() -> Self {
        Self::Normal
    }
}

fn reached() -> CallbackOutcome {
    CallbackOutcome::Reached
}

fn yes() -> bool {
    true
}

impl std::fmt::Debug for Intake {
    /// Never shows what the citizen said, nor who.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Intake({}, {}, {}, texts withheld)", self.channel, self.kind, self.urgency)
    }
}

impl std::fmt::Debug for Command {
    /// The verb only: the texts of a command can hold personal data.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Command({})", self.verb().word())
    }
}

impl Command {
    /// Transfer to one lead unit, without a remark.
    pub fn transfer(lead: impl Into<String>) -> Self {
        Self::Transfer { lead: lead.into(), assisting: Vec::new(), remark: None }
    }

    /// Handle with a reply.
    pub fn handle(result: impl Into<String>) -> Self {
        Self::Handle { result: result.into() }
    }

    /// An attempt to call the citizen back that went so; nothing was answered.
    pub const fn callback(outcome: CallbackOutcome) -> Self {
        Self::Callback { outcome, satisfaction: None, attitude: None, solved: None }
    }

    /// A callback in which the citizen was reached and rated the result.
    pub const fn reached(satisfaction: Satisfaction) -> Self {
        let outcome = CallbackOutcome::Reached;
        Self::Callback { outcome, satisfaction: Some(satisfaction), attitude: None, solved: None }
    }

    /// Pick as a typical case as the ticket stands, or take it out again.
    pub const fn feature(featured: bool) -> Self {
        Self::Feature { featured, title: None, appeal: None, handling: None }
    }

    /// Demand something of a unit, or of the centre where none is named: the hotline's own demand, without a
    /// limit.
    pub fn supervise(unit: Option<&str>, demand: impl Into<String>) -> Self {
        Self::Supervise {
            unit: unit.map(str::to_owned),
            demand: demand.into(),
            supervision_kind: SupervisionKind::Hotline,
            instructed_by: None,
            answer_by: None,
        }
    }

    /// Close with an outcome.
    pub fn close(outcome: CloseOutcome) -> Self {
        Self::Close { outcome }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::argument::{Need, Takes};

    #[test]
    fn every_verb_finds_its_own_row() {
        assert!(Verb::ALL.iter().all(|verb| verb.row().verb == *verb));
    }

    #[test]
    fn no_row_says_one_name_twice_and_defaults_can_be_read() {
        for row in COMMANDS {
            for (nth, argument) in row.arguments.iter().enumerate() {
                let again = row.arguments[..nth].iter().any(|other| other.name == argument.name);
                assert!(!again, "{} {}", row.verb, argument.name);
                assert!(!argument.english.ends_with('.'), "{} {}", row.verb, argument.name);
                let flag = argument.takes == Takes::Flag;
                assert!(!flag || matches!(argument.need, Need::Default(_)), "{}", argument.name);
            }
        }
    }
}
