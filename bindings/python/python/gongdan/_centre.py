"""热线中心: what it may ask of a ticket.

Written from the table of commands by `make faces`; do not edit.
"""

from __future__ import annotations

from typing import Optional

from ._literals import (
    CallbackOutcome,
    Card,
    CloseOutcome,
    Fact,
    FileKind,
    Kind,
    Satisfaction,
    SupervisionKind,
    TextField,
    Urgency,
)
from .actor import Actor
from .answers import Caller
from .arguments import Some, TicketLike
from .moments import Moment
from .ticket import Ticket


class CentreVerbs(Actor):
    """Every command that the role may ever ask (热线中心)."""

    # 受理 desk

    def intake(
        self,
        matter: str,
        *,
        channel: str,
        appeal: Optional[str] = None,
        category: Optional[str] = None,
        kind: Kind = "help",
        urgency: Urgency = "normal",
        area: Optional[str] = None,
        caller_name: Optional[str] = None,
        caller_phone: Optional[str] = None,
        caller_address: Optional[str] = None,
        confidential: bool = False,
        external: Optional[str] = None,
    ) -> Ticket:
        """受理: Take a ticket in. Another platform's number that was seen before answers with the
        ticket that stands.

        受理一件工单;外部编号此前来过的,返回原工单。

        matter: The matter in a line. 诉求标题,一行。
        channel: The channel it came by. 来源渠道。
        appeal: What the citizen said. 诉求内容。
        category: The category; may stay empty. 问题分类,可以暂不填。
        kind: What the citizen wants. 诉求类型。
        urgency: How pressing it is. 紧急程度。
        area: Where in the region it plays. 所属区域。
        caller_name: The caller's name; personal data. 来电人姓名(个人信息)。
        caller_phone: The caller's telephone number; personal data. 联系电话(个人信息)。
        caller_address: The caller's address; personal data. 联系地址(个人信息)。
        confidential: Whether the caller's data is withheld from units and exports. 是否保密。
        external: The number another platform gave it. 外部编号(其他平台的编号)。
        """
        return self._take_in(
            matter=matter,
            channel=channel,
            appeal=appeal,
            category=category,
            kind=kind,
            urgency=urgency,
            area=area,
            caller_name=caller_name,
            caller_phone=caller_phone,
            caller_address=caller_address,
            confidential=confidential,
            external=external,
        )

    def resolve_online(self, ticket: TicketLike, *, answer: Optional[str] = None) -> Ticket:
        """在线办结: Answer the citizen at once; no unit ever has it.

        当场答复办结,不转承办单位。

        answer: What the citizen was told. 答复内容。
        """
        return self._execute(ticket, "resolve_online", answer=answer)

    def reject(self, ticket: TicketLike, *, reason: str) -> Ticket:
        """不予受理: Do not accept the ticket.

        不予受理该工单。

        reason: Why. 理由。
        """
        return self._execute(ticket, "reject", reason=reason)

    def merge(self, ticket: TicketLike, *, main: TicketLike) -> Ticket:
        """并单: Point the ticket at its main ticket; both stay counted.

        并入主工单,两件都保留统计。

        main: The main ticket. 主工单。
        """
        return self._execute(ticket, "merge", main=main)

    def unmerge(self, ticket: TicketLike) -> Ticket:
        """撤销并单: Take a merger back.

        撤销此前的并单。
        """
        return self._execute(ticket, "unmerge")

    def repeat(self, ticket: TicketLike, *, main: TicketLike) -> Ticket:
        """标记重复: Mark the ticket as the same matter as another; both go on.

        标记与另一件为同一事项,两件都继续办理。

        main: The first ticket of the matter. 该事项的首件工单。
        """
        return self._execute(ticket, "repeat", main=main)

    def unrepeat(self, ticket: TicketLike) -> Ticket:
        """取消重复: Take back that the ticket repeats another.

        取消重复标记。
        """
        return self._execute(ticket, "unrepeat")

    def relate(self, ticket: TicketLike, *, main: TicketLike) -> Ticket:
        """多诉求关联: Say that the ticket tells another matter of the contact from which a ticket came
        already (拆单); each is handled, counted and called back for itself.

        多诉求拆单:与同一来电(来信)的另一件相互关联,各自办理、统计和回访。

        main: Any other ticket of that contact. 同一来电的另一件工单。
        """
        return self._execute(ticket, "relate", main=main)

    def unrelate(self, ticket: TicketLike) -> Ticket:
        """取消关联: Take back that the ticket is of a contact from which others came.

        取消多诉求关联。
        """
        return self._execute(ticket, "unrelate")

    def backfill(
        self,
        ticket: TicketLike,
        *,
        unit: Optional[str] = None,
        transferred_at: Optional[Moment] = None,
        sign_off_by: Optional[Moment] = None,
        handle_by: Optional[Moment] = None,
        policy_limits: bool = False,
        signed_off_at: Optional[Moment] = None,
        handled: Optional[bool] = None,
        handled_at: Optional[Moment] = None,
        result: Optional[str] = None,
        callback: Optional[CallbackOutcome] = None,
        called_back_at: Optional[Moment] = None,
        satisfaction: Optional[Satisfaction] = None,
        attitude: Optional[Satisfaction] = None,
        solved: Optional[bool] = None,
        outcome: Optional[CloseOutcome] = None,
        closed_at: Optional[Moment] = None,
        known_on: Optional[Moment] = None,
        source: Optional[str] = None,
        row: Optional[int] = None,
    ) -> Ticket:
        """历史导入: State what is known of the past of a ticket from an old register: what is left out
        is unknown, and counts as neither late nor in time; what is stated again adds nothing, what
        contradicts is refused.

        补录旧系统工单的既往情况:未填的为不详,既不算超期也不算按时;重复填报不再计入,与已知情况矛盾的不予录入。

        unit: The unit that had it to lead; left out, nobody knows. 主办单位,不填为不详。
        transferred_at: When that unit got it. 转办时间。
        sign_off_by: Its sign-off limit, as the register has it. 签收时限。
        handle_by: Its handling limit, as the register has it. 办理时限。
        policy_limits: Whether limits that the register does not have are worked out by the rules of
            their day. 未载明的时限是否按当时规定推算。
        signed_off_at: When the unit signed. 签收时间。
        handled: Whether the unit has replied; left out, nobody knows. 是否已办结,不填为不详。
        handled_at: When it replied. 办结时间。
        result: What it replied. 办理情况。
        callback: How the call to the citizen went; an answer says that it reached. 回访结果。
        called_back_at: When the citizen was called. 回访时间。
        satisfaction: The citizen's answer about the result. 对办理结果是否满意。
        attitude: The citizen's answer about the manner. 对服务态度是否满意。
        solved: Whether the matter is solved. 问题是否解决。
        outcome: With what outcome it was closed; left out, it is not known to be. 结案方式,不填为不详。
        closed_at: When it was closed. 结案时间。
        known_on: The day of the register: what has no moment counts from then, where nothing after
            it has one; left out, the moment at which it is said. 登记表的日期:没有时间的情况自此起算,不填为录入时间。
        source: The file that it comes from: the first signs of its SHA-256. 来源文件的 SHA-256(前若干位)。
        row: Its row there. 来源行号。
        """
        return self._execute(
            ticket,
            "backfill",
            unit=unit,
            transferred_at=transferred_at,
            sign_off_by=sign_off_by,
            handle_by=handle_by,
            policy_limits=policy_limits,
            signed_off_at=signed_off_at,
            handled=handled,
            handled_at=handled_at,
            result=result,
            callback=callback,
            called_back_at=called_back_at,
            satisfaction=satisfaction,
            attitude=attitude,
            solved=solved,
            outcome=outcome,
            closed_at=closed_at,
            known_on=known_on,
            source=source,
            row=row,
        )

    # 派单 dispatch

    def transfer(
        self,
        ticket: TicketLike,
        *,
        lead: str,
        assisting: Some[str] = (),
        remark: Optional[str] = None,
    ) -> Ticket:
        """转办: Hand the ticket to a lead unit and to assisting ones; their limits are given now.

        转给主办单位和协办单位,时限自此起算。

        lead: The lead unit. 主办单位。
        assisting: The assisting units. 协办单位。
        remark: The centre's remark; a second transfer needs one. 转办意见,再次转办须填写。
        """
        return self._execute(ticket, "transfer", lead=lead, assisting=assisting, remark=remark)

    def recall(self, ticket: TicketLike) -> Ticket:
        """撤回: Take the ticket back before the unit has signed.

        在单位签收前撤回。
        """
        return self._execute(ticket, "recall")

    def redispatch(self, ticket: TicketLike, *, to: str, remark: str) -> Ticket:
        """改派: Take the ticket from its lead unit, whose verdicts stay, and give it to another with
        limits of its own; the citizen's limit runs on.

        改派给其他单位:原单位的时限结论保留,新单位另计时限,总时限不重算。

        to: The unit that has it from now on. 改派的承办单位。
        remark: The centre's remark to it. 改派意见。
        """
        return self._execute(ticket, "redispatch", to=to, remark=remark)

    def grant_return(
        self,
        ticket: TicketLike,
        *,
        to: Optional[str] = None,
        remark: Optional[str] = None,
    ) -> Ticket:
        """同意退件: Grant the return, and hand the ticket on at once if a unit is named.

        同意退件;写明单位的,同时转给该单位。

        to: The next unit; left out, the ticket stays at the centre. 下一承办单位,不填则留在中心。
        remark: The centre's remark to it. 转办意见。
        """
        return self._execute(ticket, "grant_return", to=to, remark=remark)

    def deny_return(self, ticket: TicketLike, *, reason: str, forbid: bool = False) -> Ticket:
        """不同意退件: Deny the return.

        不同意退件。

        reason: Why. 理由。
        forbid: Whether the unit may not ask again. 是否不得再退。
        """
        return self._execute(ticket, "deny_return", reason=reason, forbid=forbid)

    def designate(self, ticket: TicketLike, *, unit: str, remark: Optional[str] = None) -> Ticket:
        """指定承办: Name the unit that has to take it and may not return it.

        指定承办单位,该单位不得退件。

        unit: The unit. 承办单位。
        remark: The centre's remark. 转办意见。
        """
        return self._execute(ticket, "designate", unit=unit, remark=remark)

    def mark_difficult(self, ticket: TicketLike, *, reason: str) -> Ticket:
        """列为疑难: List the ticket as difficult: no unit takes it.

        列为疑难工单:没有单位承办。

        reason: Why. 理由。
        """
        return self._execute(ticket, "mark_difficult", reason=reason)

    def consult(self, ticket: TicketLike, *, attendees: str, decision: str) -> Ticket:
        """会商: Keep who met about a ticket that no unit is clear about, and what they decided.

        记录疑难工单的会商情况:谁参加、议定什么。

        attendees: Who met. 参加会商的单位和人员。
        decision: What they decided. 会商意见。
        """
        return self._execute(ticket, "consult", attendees=attendees, decision=decision)

    # 办理 handling

    def grant_extension(self, ticket: TicketLike) -> Ticket:
        """同意延期: Grant the extension.

        同意延期。
        """
        return self._execute(ticket, "grant_extension")

    def deny_extension(self, ticket: TicketLike, *, reason: str) -> Ticket:
        """不同意延期: Deny the extension.

        不同意延期。

        reason: Why. 理由。
        """
        return self._execute(ticket, "deny_extension", reason=reason)

    def suspend(self, ticket: TicketLike, *, reason: str) -> Ticket:
        """挂账: Take a long matter off the clock.

        挂账,暂停计时。

        reason: Why. 理由。
        """
        return self._execute(ticket, "suspend", reason=reason)

    def resume(self, ticket: TicketLike) -> Ticket:
        """恢复办理: Put the ticket on the clock again; its limits move by the pause.

        恢复办理,时限按暂停时间顺延。
        """
        return self._execute(ticket, "resume")

    def excuse(self, ticket: TicketLike, *, unit: str) -> Ticket:
        """免予反馈: Excuse an assisting unit from reporting.

        免去协办单位的反馈。

        unit: The assisting unit. 协办单位。
        """
        return self._execute(ticket, "excuse", unit=unit)

    def send_back(self, ticket: TicketLike, *, reason: str) -> Ticket:
        """退回重办: Send a poor reply back: it counts as none.

        退回不合格的回复,视为未办结。

        reason: Why. 理由。
        """
        return self._execute(ticket, "send_back", reason=reason)

    # 回访结案 closing

    def pass_reply(self, ticket: TicketLike) -> Ticket:
        """审核通过: Pass the reply that waits for review, so that the citizen can be called; send_back
        does not pass it.

        审核通过单位答复,可以回访;不通过的用退回重办。
        """
        return self._execute(ticket, "pass_reply")

    def callback(
        self,
        ticket: TicketLike,
        *,
        outcome: CallbackOutcome = "reached",
        satisfaction: Optional[Satisfaction] = None,
        attitude: Optional[Satisfaction] = None,
        solved: Optional[bool] = None,
    ) -> Ticket:
        """回访: Record one attempt to call the citizen back.

        记录一次回访。

        outcome: How it went. 回访结果。
        satisfaction: The citizen's answer about the result; only when reached. 对办理结果是否满意,接通时才填。
        attitude: The citizen's answer about the manner. 对服务态度是否满意。
        solved: Whether the matter is solved. 问题是否解决。
        """
        return self._execute(
            ticket,
            "callback",
            outcome=outcome,
            satisfaction=satisfaction,
            attitude=attitude,
            solved=solved,
        )

    def rate(
        self,
        ticket: TicketLike,
        *,
        satisfaction: Satisfaction,
        text: Optional[str] = None,
    ) -> Ticket:
        """群众评价: Record the citizen's own rating, given unasked: by a message, an app, or a call of
        theirs.

        登记群众自己的评价(短信、小程序、来电等),不同于回访。

        satisfaction: How satisfied with the result. 对办理结果是否满意。
        text: What the citizen said. 评价内容。
        """
        return self._execute(ticket, "rate", satisfaction=satisfaction, text=text)

    def inspect(
        self,
        ticket: TicketLike,
        *,
        scores: Some[str] = (),
        text: Optional[str] = None,
    ) -> Ticket:
        """质检: Score a ticket that has ended against the sheet of points in force; again, the last
        one stands.

        按现行质检表给已办结的工单打分,再次质检以最后一次为准。

        scores: The score of each point of the sheet, as NAME=18. 质检表每一项的得分,如:规范用语=18。
        text: What was found. 质检意见。
        """
        return self._execute(ticket, "inspect", scores=scores, text=text)

    def rework(self, ticket: TicketLike, *, reason: str) -> Ticket:
        """发回重办: Order it to be done again: the citizen is not satisfied.

        群众不满意,发回重办。

        reason: Why. 理由。
        """
        return self._execute(ticket, "rework", reason=reason)

    def close(self, ticket: TicketLike, *, outcome: CloseOutcome) -> Ticket:
        """结案: Close the ticket; closed is not solved.

        结案(结案不等于解决)。

        outcome: With what outcome. 结案方式。
        """
        return self._execute(ticket, "close", outcome=outcome)

    def terminate(self, ticket: TicketLike, *, reason: str) -> Ticket:
        """终止办理: End the ticket without a reply.

        终止办理,不再回复。

        reason: Why. 理由。
        """
        return self._execute(ticket, "terminate", reason=reason)

    def withdraw(self, ticket: TicketLike, *, reason: str) -> Ticket:
        """撤诉: Close the ticket since the citizen takes it back; nobody has to be called.

        群众撤回诉求,不再回访,结案。

        reason: What the citizen said. 撤诉理由。
        """
        return self._execute(ticket, "withdraw", reason=reason)

    def reopen(self, ticket: TicketLike, *, reason: str) -> Ticket:
        """重新受理: Open a closed ticket on a new fact; its first close stays a fact.

        因新情况重新受理,原结案记录保留。

        reason: The new fact. 新情况。
        """
        return self._execute(ticket, "reopen", reason=reason)

    # 督办与更正 beside

    def reclassify(self, ticket: TicketLike, *, category: Optional[str] = None) -> Ticket:
        """更改分类: Put the ticket in another category.

        更改问题分类。

        category: The category; left out, it is taken away. 问题分类,不填则取消分类。
        """
        return self._execute(ticket, "reclassify", category=category)

    def amend(
        self,
        ticket: TicketLike,
        *,
        kind: Optional[Kind] = None,
        urgency: Optional[Urgency] = None,
        area: Optional[str] = None,
        matter: Optional[str] = None,
        appeal: Optional[str] = None,
    ) -> Ticket:
        """更正: Put kind, urgency, area, matter or appeal right.

        更正诉求类型、紧急程度、区域、标题或内容。

        kind: The kind from now on. 更正后的诉求类型。
        urgency: The urgency from now on. 更正后的紧急程度。
        area: The area from now on. 更正后的区域。
        matter: The matter from now on. 更正后的诉求标题。
        appeal: The appeal from now on. 更正后的诉求内容。
        """
        return self._execute(
            ticket,
            "amend",
            kind=kind,
            urgency=urgency,
            area=area,
            matter=matter,
            appeal=appeal,
        )

    def note(self, ticket: TicketLike, *, text: str) -> Ticket:
        """备注: Add a note.

        添加备注。

        text: The note. 备注内容。
        """
        return self._execute(ticket, "note", text=text)

    def attach(
        self,
        ticket: TicketLike,
        *,
        name: str,
        file_kind: FileKind,
        size: int,
        sha256: str,
        file_place: Optional[str] = None,
    ) -> Ticket:
        """附件: Keep a file with the ticket by reference: what it is, its digest, and where it stays.

        登记附件:名称、类型、大小、摘要和存放处。

        name: The file's name, without its folder. 附件名称,不含文件夹。
        file_kind: What sort of file it is. 附件类型。
        size: How many bytes it has. 附件大小(字节)。
        sha256: Its SHA-256, in 64 hexadecimal digits. 附件的 SHA-256 摘要,64 位十六进制数。
        file_place: Where it stays: a folder, the number of a recording. 附件存放处:文件夹、录音编号等。
        """
        return self._execute(
            ticket,
            "attach",
            name=name,
            file_kind=file_kind,
            size=size,
            sha256=sha256,
            file_place=file_place,
        )

    def detach(self, ticket: TicketLike, *, no: int) -> Ticket:
        """撤下附件: Take a file off the ticket; that it was attached stays.

        撤下附件,登记记录保留。

        no: The number of the attachment on the ticket, from 1. 第几个附件,从 1 起。
        """
        return self._execute(ticket, "detach", no=no)

    def confidential(self, ticket: TicketLike, *, confidential: bool = True) -> Ticket:
        """设置保密: Withhold the caller's data from the units, or no longer.

        设置或取消保密。

        confidential: Whether it is from now on. 是否保密。
        """
        return self._execute(ticket, "confidential", confidential=confidential)

    def urge(self, ticket: TicketLike, *, text: Optional[str] = None) -> Ticket:
        """催办: Urge the unit.

        催办。

        text: What is said to the unit. 催办内容。
        """
        return self._execute(ticket, "urge", text=text)

    def supervise(
        self,
        ticket: TicketLike,
        *,
        unit: Optional[str] = None,
        demand: str,
        supervision_kind: SupervisionKind = "hotline",
        instructed_by: Optional[str] = None,
        answer_by: Optional[Moment] = None,
    ) -> Ticket:
        """督办: Demand something of a unit or of the centre.

        向单位或中心提出督办。

        unit: The unit it is demanded of; left out, the centre itself. 督办对象,不填则为中心。
        demand: What is demanded. 督办要求。
        supervision_kind: Whose demand it is. 督办类别。
        instructed_by: Who instructed it; a name, shown with the ticket's texts alone.
            批示人(只随工单文字显示)。
        answer_by: Until when it is to be answered. 答复时限。
        """
        return self._execute(
            ticket,
            "supervise",
            unit=unit,
            demand=demand,
            supervision_kind=supervision_kind,
            instructed_by=instructed_by,
            answer_by=answer_by,
        )

    def answer(self, ticket: TicketLike, *, no: int, result: str) -> Ticket:
        """督办答复: Answer a demand.

        答复督办。

        no: The number of the demand on the ticket, from 1. 第几项督办,从 1 起。
        result: The answer. 答复情况。
        """
        return self._execute(ticket, "answer", no=no, result=result)

    def remind(self, ticket: TicketLike, *, no: int, text: Optional[str] = None) -> Ticket:
        """催复: Remind whoever has not answered a demand.

        催促尚未答复的督办。

        no: The number of the demand on the ticket, from 1. 第几项督办,从 1 起。
        text: What is said. 催复内容。
        """
        return self._execute(ticket, "remind", no=no, text=text)

    def unsupervise(self, ticket: TicketLike, *, no: int, reason: str) -> Ticket:
        """撤销督办: Take a demand back that was made by mistake: nobody has to answer it.

        撤销误发的督办,不再需要答复。

        no: The number of the demand on the ticket, from 1. 第几项督办,从 1 起。
        reason: Why. 理由。
        """
        return self._execute(ticket, "unsupervise", no=no, reason=reason)

    def card(self, ticket: TicketLike, *, card: Card, unit: str, reason: str) -> Ticket:
        """亮牌: Show a unit a warning card.

        向单位亮牌警示。

        card: Which card. 黄牌或红牌。
        unit: The unit it is shown to. 被亮牌的单位。
        reason: Why. 理由。
        """
        return self._execute(ticket, "card", card=card, unit=unit, reason=reason)

    def exempt(self, ticket: TicketLike, *, unit: str, reason: str) -> Ticket:
        """不计入考核: Leave the ticket out of what a unit is judged by; every count keeps it.

        该件不计入单位的考核,各项件数照计。

        unit: The unit, of all that it was given of the ticket so far. 单位(该单位此前承办的各次)。
        reason: Why. 理由。
        """
        return self._execute(ticket, "exempt", unit=unit, reason=reason)

    def unexempt(self, ticket: TicketLike, *, unit: str, reason: str) -> Ticket:
        """恢复考核: Judge the unit by the ticket again, or do not grant what it asked for.

        恢复计入考核,或不同意申请。

        unit: The unit. 单位。
        reason: Why. 理由。
        """
        return self._execute(ticket, "unexempt", unit=unit, reason=reason)

    def feature(
        self,
        ticket: TicketLike,
        *,
        featured: bool = True,
        title: Optional[str] = None,
        appeal: Optional[str] = None,
        handling: Optional[str] = None,
    ) -> Ticket:
        """选为典型案例: Pick the ticket for the bulletin as a typical case, or take it out again.

        选为通报的典型案例,或取消。

        featured: Whether it is picked from now on. 是否选用。
        title: Its title in print. 案例标题。
        appeal: The appeal edited for print; left out, the ticket's own. 刊用的诉求内容,不填则用原文。
        handling: The handling edited for print; left out, the ticket's own. 刊用的办理结果,不填则用原文。
        """
        return self._execute(
            ticket,
            "feature",
            featured=featured,
            title=title,
            appeal=appeal,
            handling=handling,
        )

    def reschedule(self, ticket: TicketLike, *, reason: str) -> Ticket:
        """重排时限: Work the running limits out again under the rules of today.

        按现行规定重新计算时限。

        reason: Why. 理由。
        """
        return self._execute(ticket, "reschedule", reason=reason)

    def correct(
        self,
        ticket: TicketLike,
        *,
        fact: Fact,
        no: Optional[int] = None,
        moment: Moment,
        reason: str,
    ) -> Ticket:
        """更正时间: State the true moment of a fact that was entered wrong or late; verdicts, limits
        and figures follow it, the journal keeps both.

        更正录错或补录环节的真实时间;时限、超期结论和统计随之更正,原记录保留。

        fact: Which fact. 更正哪一环节。
        no: Which of its kind on the ticket, from 1; left out, the last. 第几次,从 1 起,不填则为最近一次。
        moment: When it truly was. 真实时间。
        reason: Why. 理由。
        """
        return self._execute(ticket, "correct", fact=fact, no=no, moment=moment, reason=reason)

    # 个人信息 persons

    def reveal(self, ticket: TicketLike, *, reason: str) -> Caller:
        """查看来电人: Show the caller in full, to a unit that has the ticket the telephone alone; who
        saw it and why is written down.

        查看来电人信息,承办单位只能查看联系电话,并留下记录。

        reason: Why it is needed. 查看理由。
        """
        return self._show(ticket, "reveal", reason=reason)

    def erase(self, ticket: TicketLike, *, fields: Some[TextField] = (), reason: str) -> Ticket:
        """删除个人信息: Erase texts of the ticket for good; codes, times and figures stay.

        彻底删除工单文字;编码、时间和统计保留。

        fields: Which texts; none named means every one, since any can name the person.
            删除哪些文字,不填则全部。
        reason: Why; it stays, so it should not name the person. 理由(会保留,不要写个人信息)。
        """
        return self._execute(ticket, "erase", fields=fields, reason=reason)
