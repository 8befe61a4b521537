"""What stands on a ticket at any stage: corrections, notes, demands, cards, cases."""

from __future__ import annotations

from typing import Optional

from . import _words
from .door import Door, TicketLike
from .moments import Moment
from .ticket import Ticket


class Overlays(Door):
    """Commands that leave the stage as it is."""

    def reclassify(
        self,
        ticket: TicketLike,
        *,
        category: Optional[str],
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """更改分类; None takes the category away."""
        command = {"reclassify": {"category": category}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def amend(
        self,
        ticket: TicketLike,
        *,
        kind: Optional[str] = None,
        urgency: Optional[str] = None,
        area: Optional[str] = None,
        matter: Optional[str] = None,
        appeal: Optional[str] = None,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """更正: facts of the intake put right; limits already given stay."""
        facts = {
            "kind": _words.word("Kind", "kind", kind),
            "urgency": _words.word("Urgency", "urgency", urgency),
            "area": area,
            "matter": matter,
            "appeal": appeal,
        }
        command = {"amend": facts}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def note(
        self,
        ticket: TicketLike,
        *,
        text: str,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """备注."""
        return self._execute(ticket, {"note": {"text": text}}, (by, role, unit, at), request)

    def set_confidential(
        self,
        ticket: TicketLike,
        *,
        confidential: bool = True,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """保密: the caller's data is withheld, or no longer."""
        command = {"confidential": {"confidential": confidential}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def urge(
        self,
        ticket: TicketLike,
        *,
        text: Optional[str] = None,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """催办."""
        return self._execute(ticket, {"urge": {"text": text}}, (by, role, unit, at), request)

    def supervise(
        self,
        ticket: TicketLike,
        *,
        demand: str,
        of: Optional[str] = None,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """督办: something is demanded of a unit, or of the centre itself."""
        command = {"supervise": {"unit": of, "demand": demand}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def answer(
        self,
        ticket: TicketLike,
        *,
        no: int,
        result: str,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """督办答复: the answer to the demand of this number."""
        command = {"answer": {"no": no, "result": result}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def card(
        self,
        ticket: TicketLike,
        *,
        card: str,
        shown_to: str,
        reason: str,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """亮牌: a yellow or red card is shown to a unit."""
        shown = {
            "card": _words.word("Card", "card", card),
            "unit": shown_to,
            "reason": reason,
        }
        command = {"card": shown}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def feature(
        self,
        ticket: TicketLike,
        *,
        featured: bool = True,
        title: Optional[str] = None,
        appeal: Optional[str] = None,
        handling: Optional[str] = None,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """选为典型案例, edited for print, or taken out again."""
        case = {"title": title, "appeal": appeal, "handling": handling}
        command = {"feature": {"featured": featured, "case": case}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def reschedule(
        self,
        ticket: TicketLike,
        *,
        reason: str,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """重排时限: works the running limits out again under the rules of today."""
        command = {"reschedule": {"reason": reason}}
        return self._execute(ticket, command, (by, role, unit, at), request)
