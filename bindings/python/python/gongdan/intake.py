"""Tickets as they come in, and as the desk itself ends them."""

from __future__ import annotations

import json
from typing import Any, Dict, Optional

from . import _words
from .answers import Caller
from .door import Door, TicketLike, stamp, ticket_id
from .moments import Moment
from .ticket import Ticket


class Intake(Door):
    """Commands at the centre, before a unit has the ticket."""

    def intake(
        self,
        matter: str,
        *,
        channel: str,
        by: str,
        at: Optional[Moment] = None,
        appeal: Optional[str] = None,
        category: Optional[str] = None,
        kind: str = "help",
        urgency: str = "normal",
        area: Optional[str] = None,
        caller: Optional[Caller] = None,
        confidential: bool = False,
        external: Optional[str] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """受理: a ticket comes into being. Channels, categories and areas by any of their names.

        An `external` number seen before answers with the ticket that stands (`repeated`).
        """
        intake: Dict[str, Any] = {
            "matter": matter,
            "channel": channel,
            "appeal": appeal,
            "category": category,
            "kind": _words.word("Kind", "kind", kind),
            "urgency": _words.word("Urgency", "urgency", urgency),
            "area": area,
            "confidential": confidential,
            "external": external,
        }
        if caller is not None:
            intake.update({f"caller_{part}": told for part, told in vars(caller).items()})
        who = stamp(by, role, unit, at)
        return Ticket(*self._do("intake", who, json.dumps(intake), request))

    def resolve_online(
        self,
        ticket: TicketLike,
        *,
        answer: Optional[str] = None,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """在线办结: the desk answered at once, no unit ever had it."""
        command = {"resolve_online": {"answer": answer}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def reject(
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
        """不予受理."""
        return self._execute(ticket, {"reject": {"reason": reason}}, (by, role, unit, at), request)

    def merge(
        self,
        ticket: TicketLike,
        *,
        main: TicketLike,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """并单: a pointer to the main ticket; both stay counted."""
        command = {"merge": {"main": ticket_id(main)}}
        return self._execute(ticket, command, (by, role, unit, at), request)

    def unmerge(
        self,
        ticket: TicketLike,
        *,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """Takes a merger back."""
        return self._execute(ticket, "unmerge", (by, role, unit, at), request)

    def repeat(
        self,
        ticket: TicketLike,
        *,
        main: TicketLike,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """标记重复: the same matter as another ticket; both go on."""
        command = {"repeat": {"main": ticket_id(main)}}
        return self._execute(ticket, command, (by, role, unit, at), request)
