"""What the units do with a ticket, and the time they have for it."""

from __future__ import annotations

from typing import Optional

from .door import Door, TicketLike
from .moments import Moment
from .ticket import Ticket


class Handling(Door):
    """Commands of and to the units that have it."""

    def request_extension(
        self,
        ticket: TicketLike,
        *,
        days: int,
        reason: str,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """申请延期: so many working days more."""
        command = {"request_extension": {"days": days, "reason": reason}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def grant_extension(
        self,
        ticket: TicketLike,
        *,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """同意延期."""
        return self._execute(ticket, "grant_extension", (by, role, unit, at), request)

    def deny_extension(
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
        """不同意延期."""
        command = {"deny_extension": {"reason": reason}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def suspend(
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
        """挂账: off the clock."""
        return self._execute(ticket, {"suspend": {"reason": reason}}, (by, role, unit, at), request)

    def resume(
        self,
        ticket: TicketLike,
        *,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """恢复办理: on the clock again."""
        return self._execute(ticket, "resume", (by, role, unit, at), request)

    def report(
        self,
        ticket: TicketLike,
        *,
        result: str,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """协办反馈: what the assisting unit found or did."""
        return self._execute(ticket, {"report": {"result": result}}, (by, role, unit, at), request)

    def excuse(
        self,
        ticket: TicketLike,
        *,
        assistant: str,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """免予反馈: an assisting unit need not report."""
        return self._execute(ticket, {"excuse": {"unit": assistant}}, (by, role, unit, at), request)

    def handle(
        self,
        ticket: TicketLike,
        *,
        result: str,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """办结: the lead unit has replied."""
        return self._execute(ticket, {"handle": {"result": result}}, (by, role, unit, at), request)

    def send_back(
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
        """退回重办: the centre rejects a poor reply."""
        command = {"send_back": {"reason": reason}}
        return self._execute(ticket, command, (by, role, unit, at), request)
