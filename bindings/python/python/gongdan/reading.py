"""What people typed, for whoever may read it."""

from __future__ import annotations

from typing import List, Optional

from .answers import Text
from .arguments import TicketLike, ticket_id, whole
from .door import Door
from .lists import Path
from .moments import Day
from .paper import Tickets, saved
from .privacy import MaskedCaller


class Reading(Door):
    """The texts of a ticket, and its caller masked. An analyst has none of these."""

    def texts(self, ticket: TicketLike) -> List[Text]:
        """The texts of a ticket, in the order of its events, without the caller's data and without
        telephone numbers; `reveal_history` gives them as they were typed."""
        return [Text(**text) for text in self._ask("texts", ticket=ticket_id(ticket))]

    def attached_file(self, ticket: TicketLike, no: int) -> bytes:
        """The bytes of a file that is kept with a ticket, by its number on it. One that was erased, whose bytes stay
        elsewhere or that is not for whoever asks is `NotFound`."""
        content: bytes = self._look("attached_file", ticket_id(ticket), whole("no", no))
        return content

    def caller(self, ticket: TicketLike) -> MaskedCaller:
        """A ticket's caller, masked: a family name, and whether telephone and address are known."""
        return MaskedCaller(**self._ask("caller", ticket=ticket_id(ticket)))

    def save_sheets(
        self,
        tickets: Tickets,
        path: Path,
        *,
        format: str = "工单",
        date: Optional[Day] = None,
        replace: bool = False,
    ) -> int:
        """Prints tickets' own sheets, or 转办单, 督办单 and 催办单 (or a folder of yours), into one `.docx` or
        `.pdf`, each from a page of its own, and says how many there are. Callers are masked;
        `reveal_sheets` prints them in full."""
        return saved(self, tickets, (path, replace), (format, date), None)
