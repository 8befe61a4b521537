"""Somebody who acts on a file: who, in which role, and when."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any, Mapping, NamedTuple, Optional, TypeVar, Union

from .answers import Caller
from .arguments import TicketLike, as_json, as_text, plain, ticket_id, told, whole
from .door import Through, Viewer
from .moments import Moment
from .ticket import Ticket

A = TypeVar("A", bound="Actor")


class Stamp(NamedTuple):
    """Who, in which role, for which unit, when; and the guard of the command it goes with."""

    by: str
    role: str
    unit: Optional[str] = None
    #: Nothing means now, at each command.
    at: Optional[str] = None
    #: The version of the ticket that was seen.
    seen: Optional[int] = None
    #: The request's own id.
    request: Optional[str] = None
    #: Whether the moment is meant, however far from all others.
    meant: bool = False


def stamp(by: str, role: str, unit: Optional[str] = None, at: Optional[Moment] = None) -> Stamp:
    """A stamp of what somebody typed."""
    return Stamp(as_text("by", by), role, unit, None if at is None else as_text("at", at))


@dataclass(frozen=True, repr=False)
class Actor(Through):
    """Somebody who acts, and asks: what a role may never do is not on it, and what it is answered is
    what it may see.

    A command takes the ticket as it was seen, and answers the ticket as it is: one that has changed
    in between is a `Conflict`. An id alone does not say what was seen; `seen` does. Under `request`
    a command is safe to send twice. The moment is now, at each command, unless `at` says otherwise.
    """

    _stamp: Stamp

    @property
    def _viewer(self) -> Viewer:
        return Viewer(self._stamp.role, self._stamp.unit)

    @property
    def by(self) -> str:
        """The name under which it acts."""
        return self._stamp.by

    def at(self: A, at: Moment) -> A:
        """The same, acting at this moment."""
        return replace(self, _stamp=self._stamp._replace(at=as_text("at", at)))

    def request(self: A, request: str) -> A:
        """The same under a request's own id, or `desk-7#18` of a client that numbers its requests (the
        last alone is kept): the same id again has one effect and the same answer,
        the same id with another command is a `Conflict`."""
        return replace(self, _stamp=self._stamp._replace(request=as_text("request", request)))

    def seen(self: A, version: int) -> A:
        """The same, having seen this version of the ticket: any other one is a `Conflict`."""
        return replace(self, _stamp=self._stamp._replace(seen=whole("version", version)))

    def meant(self: A) -> A:
        """The same, saying that its moment is meant: one far from all that happened so far is refused
        (`time_leap`) otherwise."""
        return replace(self, _stamp=self._stamp._replace(meant=True))

    def execute(self, ticket: TicketLike, command: Union[str, Mapping[str, Any]]) -> Ticket:
        """Any command as data: `"sign_off"`, or `{"transfer": {"lead": "县住建局"}}`."""
        return Ticket(*self._on(ticket, "execute", as_json(plain("command", command))))

    def _execute(self, ticket: TicketLike, verb: str, /, **arguments: Any) -> Ticket:
        return Ticket(*self._on(ticket, "execute", as_json({verb: told(arguments)})))

    def _show(self, ticket: TicketLike, verb: str, /, **arguments: Any) -> Caller:
        return Caller(**json.loads(self._on(ticket, "show", as_json({verb: told(arguments)}))))

    def _take_in(self, /, **arguments: Any) -> Ticket:
        return Ticket(*self._do("intake", self._stamp, as_json(told(arguments))))

    def _on(self, ticket: TicketLike, way: str, command: str) -> Any:
        stamp = self._stamp
        if stamp.seen is None and isinstance(ticket, Ticket):
            stamp = stamp._replace(seen=ticket.version)
        return self._do(way, ticket_id(ticket), stamp, command)

    def __repr__(self) -> str:
        unit = f" {self._stamp.unit}" if self._stamp.unit else ""
        return f"<{type(self).__name__}{unit} by {self.by}>"
