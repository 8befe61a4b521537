"""督查部门: what it may ask of a ticket.

Written from the table of commands by `make faces`; do not edit.
"""

from __future__ import annotations

from typing import Optional

from ._literals import Card, SupervisionKind
from .actor import Actor
from .arguments import Some, TicketLike
from .moments import Moment
from .ticket import Ticket


class SupervisorVerbs(Actor):
    """Every command that the role may ever ask (督查部门)."""

    # 回访结案 closing

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

    # 督办与更正 beside

    def note(self, ticket: TicketLike, *, text: str) -> Ticket:
        """备注: Add a note.

        添加备注。

        text: The note. 备注内容。
        """
        return self._execute(ticket, "note", text=text)

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
