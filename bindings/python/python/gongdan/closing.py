"""How a ticket ends: asked back, reworked, closed, opened again."""

from __future__ import annotations

from typing import Optional

from . import _words
from .door import Door, TicketLike
from .moments import Moment
from .ticket import Ticket


class Closing(Door):
    """Commands after the reply."""

    def callback(
        self,
        ticket: TicketLike,
        *,
        outcome: str = "reached",
        satisfaction: Optional[str] = None,
        attitude: Optional[str] = None,
        solved: Optional[bool] = None,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """回访: one attempt to ask the citizen. Satisfaction is never preset."""
        attempt = {
            "outcome": _words.word("CallbackOutcome", "outcome", outcome),
            "satisfaction": _words.word("Satisfaction", "satisfaction", satisfaction),
            "attitude": _words.word("Satisfaction", "attitude", attitude),
            "solved": solved,
        }
        command = {"callback": attempt}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def rework(
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
        """发回重办: unsatisfied, so back to the unit."""
        return self._execute(ticket, {"rework": {"reason": reason}}, (by, role, unit, at), request)

    def close_ticket(
        self,
        ticket: TicketLike,
        *,
        outcome: str,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """结案: the centre ends it. Closed is not solved: the outcome says which."""
        command = {"close": {"outcome": _words.word("CloseOutcome", "outcome", outcome)}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def terminate(
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
        """终止办理."""
        command = {"terminate": {"reason": reason}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def reopen(
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
        """重新受理: a new fact; the first close stays a fact."""
        return self._execute(ticket, {"reopen": {"reason": reason}}, (by, role, unit, at), request)
