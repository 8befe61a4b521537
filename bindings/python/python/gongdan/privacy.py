"""Personal data: masked unless it is asked for with a reason, exported for one person, erased."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Dict, List, Optional, Tuple

from .actor import Actor
from .answers import Caller, HistoryEntry
from .arguments import TicketLike, as_json, as_period, as_text, plain, ticket_id
from .door import Door
from .errors import InvalidInput
from .lists import Listed
from .moments import Period, moment_of
from .ticket import Ticket


@dataclass(frozen=True)
class MaskedCaller:
    """A caller as everybody may see it."""

    #: The family name and how the person is addressed (陶女士), or the family name alone (陶某).
    name: Optional[str]
    #: Whether a telephone number is known; none of its digits are shown.
    has_phone: bool
    #: Whether an address is known.
    has_address: bool
    #: Whether something of the caller was erased.
    erased: bool
    #: Whether nothing of this is told to whoever asks: all else says nothing then.
    withheld: bool = False


@dataclass(frozen=True)
class SubjectRecord:
    """Everything a file knows of a person on one ticket. Personal data."""

    #: The ticket.
    ticket: Ticket
    #: The caller in full.
    caller: Caller
    #: What happened, with every text.
    history: Tuple[HistoryEntry, ...]

    def __repr__(self) -> str:
        return f"SubjectRecord({self.ticket.number})"

    @classmethod
    def _from_json(cls, record: Dict[str, Any]) -> "SubjectRecord":
        history = tuple(HistoryEntry._from_json(entry) for entry in record["history"])
        return cls(Ticket._from_json(record["ticket"]), Caller(**record["caller"]), history)


@dataclass(frozen=True)
class Expired:
    """A ticket whose texts have been kept for long enough."""

    #: The ticket.
    ticket: int
    #: The number printed on it.
    number: str
    #: When it ended; a merged ticket ends with its main ticket.
    ended_at: datetime
    #: The day from which on it may be erased.
    erasable_from: date

    @classmethod
    def _from_json(cls, expired: Dict[str, Any]) -> "Expired":
        ended_at = moment_of(expired["ended_at"])
        day = date.fromisoformat(expired["erasable_from"])
        return cls(expired["ticket"], expired["number"], ended_at, day)


@dataclass(frozen=True)
class Exposure:
    """Personal data of one ticket, shown to one person once."""

    #: The event that says so.
    seq: int
    #: When.
    at: datetime
    #: To whom.
    by: str
    #: In which declared role.
    role: str
    #: Whose: the caller, or the texts, of this ticket.
    ticket: int
    #: The number printed on it.
    number: str
    #: Why, without telephone numbers; None when the ticket's texts were erased since.
    reason: Optional[str]

    def __repr__(self) -> str:
        return f"Exposure(event {self.seq}, {self.number} to {self.by})"

    @classmethod
    def _from_json(cls, exposure: Dict[str, Any]) -> "Exposure":
        return cls(**{**exposure, "at": moment_of(exposure["at"])})


class Expiring(Listed[Expired]):
    """Tickets whose texts have been kept for long enough."""

    _columns = (("ticket", "工单标识"), ("number", "工单编号"), ("ended_at", "办结时间"), ("erasable_from", "可删除日期"))
    _ids = ("ticket",)


class Shown(Listed[Exposure]):
    """Who was shown whose data."""

    _columns = (("seq", "序号"), ("at", "时间"), ("by", "经办人"), ("number", "工单编号"), ("reason", "理由"))


@dataclass(frozen=True)
class Erasure:
    """What was erased."""

    #: The tickets by id, oldest first.
    tickets: Tuple[int, ...]
    #: How many texts were emptied.
    texts: int
    #: Whether the log beside the file was emptied too. If not, somebody reads an older state: ask
    #: `Hotline.empty_log` again when they are done.
    log_emptied: bool

    @classmethod
    def _from_json(cls, erasure: Dict[str, Any]) -> "Erasure":
        return cls(tuple(erasure["tickets"]), erasure["texts"], erasure["log_emptied"])


class Exposures(Door):
    """Who was shown personal data, for whoever watches over it."""

    def reveals(self, period: Period, *, by: Optional[str] = None) -> Shown:
        """查看记录: who looked at whose data in full in a period, when and why, in the order of the
        journal: everybody, or one person of exactly this name. Each ticket of a `subject_export` is
        one of them. The report shows nobody's data, and leaves no event."""
        name = plain("by", by)
        name = None if name is None else as_text("by", name)
        found = self._ask("reveals", by=name, period=as_period("period", period))
        return Shown(Exposure._from_json(each) for each in found)


class Privacy(Actor):
    """What shows or erases personal data, beside the verbs on one ticket. None of it is done in a
    batch, since what is taken back was seen all the same."""

    def reveal_history(self, ticket: TicketLike, *, reason: str) -> List[HistoryEntry]:
        """查看原文: what happened to a ticket, with its texts as they were typed, telephone numbers
        and all. That they were seen is an event, as `reveal` writes it."""
        done = self._on(ticket, "reveal_history", as_text("reason", reason))
        return [HistoryEntry._from_json(entry) for entry in json.loads(done)]

    def subject_export(self, phone: str, *, reason: str) -> List[SubjectRecord]:
        """Everything the file knows of the person of a telephone number, oldest ticket first.

        Full-width digits and a leading +86 make no difference. Each ticket gets the event of
        `reveal`. A number that nobody gave has no records.
        """
        told = (as_text("phone", phone), self._stamp, as_text("reason", reason))
        done = json.loads(self._do("subject_export", *told))
        return [SubjectRecord._from_json(record) for record in done]

    def erase_person(
        self, ticket: Optional[TicketLike] = None, *, phone: Optional[str] = None, reason: str
    ) -> Erasure:
        """删除个人信息: every text of a ticket, or of every ticket of a telephone number, for good.

        Codes, times, figures and the journal's chain stay, and so does the reason: it should not
        name the person. Copies made before keep what they hold. `erase` erases some texts of one
        ticket.
        """
        whose = as_json(_whose(ticket, phone))
        done = self._do("erase_person", whose, self._stamp, as_text("reason", reason))
        return Erasure._from_json(json.loads(done))


def _whose(ticket: Optional[TicketLike], phone: Optional[str]) -> Dict[str, Any]:
    """Whose data is meant: one of the two."""
    if (ticket is None) == (phone is None):
        english = "phone: name a ticket or a telephone number, one of them"
        raise InvalidInput(english, "请指定工单或联系电话之一", {"argument": "phone"})
    return {"phone": as_text("phone", phone)} if ticket is None else {"ticket": ticket_id(ticket)}
