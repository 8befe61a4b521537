"""承办单位: what it may ask of a ticket.

Written from the table of commands by `make faces`; do not edit.
"""

from __future__ import annotations

from typing import Optional

from ._literals import FileKind
from .actor import Actor
from .answers import Caller
from .arguments import TicketLike
from .ticket import Ticket


class UnitVerbs(Actor):
    """Every command that the role may ever ask (承办单位)."""

    # 派单 dispatch

    def sign_off(self, ticket: TicketLike) -> Ticket:
        """签收: Sign for the ticket, by the unit that has it.

        承办单位签收。
        """
        return self._execute(ticket, "sign_off")

    def request_return(self, ticket: TicketLike, *, reason: str) -> Ticket:
        """申请退件: Ask for the ticket to be returned: it is not the unit's.

        申请退件:不属于本单位职责。

        reason: Why. 理由。
        """
        return self._execute(ticket, "request_return", reason=reason)

    # 办理 handling

    def request_extension(self, ticket: TicketLike, *, days: int, reason: str) -> Ticket:
        """申请延期: Ask for more working days, by the lead unit.

        主办单位申请延期。

        days: How many working days more. 延长的工作日数。
        reason: Why. 理由。
        """
        return self._execute(ticket, "request_extension", days=days, reason=reason)

    def report(self, ticket: TicketLike, *, result: str) -> Ticket:
        """协办反馈: Report, by an assisting unit.

        协办单位反馈。

        result: What was found or done. 办理情况。
        """
        return self._execute(ticket, "report", result=result)

    def forward(self, ticket: TicketLike, *, section: str, days: int) -> Ticket:
        """加派: Have a section of the unit work on it, by a limit inside the unit's own; the unit
        answers for it.

        交本单位下设科室办理,内部时限在单位时限之内,责任仍在单位。

        section: The section: what stands below the unit in the register. 本单位下设的科室。
        days: How many working days it has. 内部时限的工作日数。
        """
        return self._execute(ticket, "forward", section=section, days=days)

    def unforward(self, ticket: TicketLike) -> Ticket:
        """收回加派: Take it back from the section.

        从科室收回。
        """
        return self._execute(ticket, "unforward")

    def handle(self, ticket: TicketLike, *, result: str) -> Ticket:
        """办结: Reply, by the lead unit.

        主办单位办结回复。

        result: What was found or done. 办理情况。
        """
        return self._execute(ticket, "handle", result=result)

    # 督办与更正 beside

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

    def answer(self, ticket: TicketLike, *, no: int, result: str) -> Ticket:
        """督办答复: Answer a demand.

        答复督办。

        no: The number of the demand on the ticket, from 1. 第几项督办,从 1 起。
        result: The answer. 答复情况。
        """
        return self._execute(ticket, "answer", no=no, result=result)

    def ask_exempt(self, ticket: TicketLike, *, reason: str) -> Ticket:
        """申请不计入考核: Ask not to be judged by the ticket, by a unit that has it or had it.

        承办过的单位申请该件不计入考核。

        reason: Why. 理由。
        """
        return self._execute(ticket, "ask_exempt", reason=reason)

    # 个人信息 persons

    def reveal(self, ticket: TicketLike, *, reason: str) -> Caller:
        """查看来电人: Show the caller in full, to a unit that has the ticket the telephone alone; who
        saw it and why is written down.

        查看来电人信息,承办单位只能查看联系电话,并留下记录。

        reason: Why it is needed. 查看理由。
        """
        return self._show(ticket, "reveal", reason=reason)
