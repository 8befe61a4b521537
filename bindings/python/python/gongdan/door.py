"""The door to tickets: who acts, on which ticket, and the one way in for every verb."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from typing import Any, Dict, Optional, Tuple, Union

from . import _words
from .moments import Moment, optional_text_of
from .ticket import Ticket, TicketRef

#: A ticket as it was seen, or just which one: a reference or an id.
TicketLike = Union[Ticket, TicketRef, int]
_Stamp = Tuple[str, str, Optional[str], Optional[str]]


def ticket_id(ticket: TicketLike) -> int:
    """The id of a ticket, reference or id."""
    if isinstance(ticket, (Ticket, TicketRef)):
        return ticket.id
    if isinstance(ticket, int):
        return ticket
    raise TypeError(f"a ticket, a reference or an id is wanted, not {type(ticket).__name__}")


def stamp(by: str, role: Optional[str], unit: Optional[str], at: Optional[Moment]) -> _Stamp:
    """Who, in which role, for which unit, when."""
    role = _words.word("Role", "role", role) or ("centre" if unit is None else "unit")
    return (by, role, unit, optional_text_of(at))


class Door(ABC):
    """What a verb on a ticket goes through. A hotline is one, and so is a batch."""

    @abstractmethod
    def _do(self, verb: str, *arguments: Any) -> Any:
        """Lets a verb of the extension at the file."""

    def execute(
        self,
        ticket: TicketLike,
        command: Union[str, Dict[str, Any]],
        *,
        by: str,
        at: Optional[Moment] = None,
        role: Optional[str] = None,
        unit: Optional[str] = None,
        request: Optional[str] = None,
    ) -> Ticket:
        """Any command as data: `"sign_off"`, or `{"transfer": {"lead": "县住建局"}}`."""
        return self._execute(ticket, command, (by, role, unit, at), request)

    def _execute(
        self,
        ticket: TicketLike,
        command: Union[str, Dict[str, Any]],
        who: Tuple[str, Optional[str], Optional[str], Optional[Moment]],
        request: Optional[str],
    ) -> Ticket:
        seen = ticket.version if isinstance(ticket, Ticket) else None
        told = json.dumps(command)
        return Ticket(*self._do("execute", ticket_id(ticket), stamp(*who), told, seen, request))
