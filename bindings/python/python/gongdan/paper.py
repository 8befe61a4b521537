"""Paper that goes with tickets (工单、转办单、督办单、催办单)."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable as _Iterable
from typing import Any, Iterable, List, Optional, Tuple, Union

from ._files import written
from ._spoken import spoken
from .actor import Actor, Stamp
from .arguments import TicketLike, as_text, flag, ticket_id
from .door import Door
from .errors import InvalidInput
from .lists import Path, named
from .moments import Day
from .ticket import Ticket, TicketRef

Tickets = Union[TicketLike, Iterable[TicketLike]]


def _ids(tickets: Any) -> List[int]:
    one = isinstance(tickets, (str, bytes, Ticket, TicketRef)) or not isinstance(tickets, _Iterable)
    found = [ticket_id(each, "tickets") for each in ([tickets] if one else tickets)]
    if not found:
        raise InvalidInput._empty("tickets")
    return found


def saved(
    door: Door,
    tickets: Tickets,
    to: Tuple[Path, bool],
    how: Tuple[str, Optional[Day]],
    reveal: Optional[Tuple[Stamp, str]],
) -> int:
    """Prints sheets into a file, and says how many there are."""
    path, replace = named(to[0]), flag("replace", to[1])
    ending = os.path.splitext(path)[1].lower()
    if ending not in (".docx", ".pdf"):
        raise InvalidInput._unknown("path", [".docx", ".pdf"])
    ids, (format, date) = _ids(tickets), how
    day = None if date is None else as_text("date", date)
    asked = (as_text("format", format), day, ending == ".pdf")
    content, substitutes = door._look("sheets", ids, asked, reveal)
    for english, chinese in substitutes:
        warnings.warn(chinese if spoken() == "zh" else english, stacklevel=3)
    written(path, content, replace)
    return len(ids)


class Printing(Actor):
    """Prints callers in full, each look with a reason and an event."""

    def reveal_sheets(
        self,
        tickets: Tickets,
        path: Path,
        *,
        reason: str,
        format: str = "工单",
        date: Optional[Day] = None,
        replace: bool = False,
    ) -> int:
        """As `save_sheets`, with callers in full: that they were shown, and why, is an event on each
        ticket, as `reveal` writes it. A unit is shown the number that it has to ring."""
        told = (self._stamp, as_text("reason", reason))
        return saved(self, tickets, (path, replace), (format, date), told)
