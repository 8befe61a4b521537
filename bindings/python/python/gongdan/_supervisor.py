"""督查部门: what it may ask of a ticket.

Written from the table of commands by `make faces`; do not edit.
"""

from __future__ import annotations

from typing import Optional

from ._literals import Card
from .actor import Actor
from .arguments import TicketLike
from .ticket import Ticket


class SupervisorVerbs(Actor):
    """Every command that the role may ever ask (督查部门)."""

    # 督办与更正 beside

    def note(self, ticket: TicketLike, *, text: str) -> Ticket:
        """备注: Add a note.

        添加备注。

        text: The note. 备注内容。
        """
        return self._execute(ticket, "note", text=text)

    def supervise(self, ticket: TicketLike, *, unit: Optional[str] = None, demand: str) -> Ticket:
        """督办: Demand something of a unit or of the centre.

        向单位或中心提出督办。

        unit: The unit it is demanded of; left out, the centre itself. 督办对象,不填则为中心。
        demand: What is demanded. 督办要求。
        """
        return self._execute(ticket, "supervise", unit=unit, demand=demand)

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
