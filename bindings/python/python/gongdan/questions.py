"""Questions about tickets, that everybody asks of those that they may see."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Dict, Iterable, List, Mapping, Optional, Sequence, Union

from . import _words

# written:begin lists
from ._literals import LimitOf, Queue, Stage
# written:end lists
from .answers import Caller, Explained, HistoryEntry, LimitWarning, LimitWarnings
from .arguments import MOST, Some, TicketLike, as_text, listed, mapping, question, ticket_id, told, whole
from .door import Door
from .errors import InvalidInput
from .lists import Listed, Path, TicketRefs, chosen, saved
from .moments import AsOf, Moment, Period, moment_of
from .ticket import Ticket, TicketRef

if TYPE_CHECKING:
    from datetime import datetime


#: What of a ticket is an id: a text to a spreadsheet.
_IDS = ("id", "merged_into", "repeat_of")
#: What is known of a caller.
_CALLER = (("caller_name", "来电人"), ("caller_phone", "来电人电话"), ("caller_address", "来电人地址"))


class Found(Listed[Ticket]):
    """The tickets of one page, newest intake first; `total` counts those of all pages."""

    _ids = _IDS

    #: How many there are on all pages.
    total: int = 0

    def save(
        self,
        path: Path,
        *,
        columns: Optional[Sequence[str]] = None,
        labels: Optional[str] = None,
        replace: bool = False,
        revealed: Optional[Mapping[int, Caller]] = None,
    ) -> int:
        """Writes the tickets into a file, as `Listed.save` does: all fields but the personal ones.
        `matter` has to be named in `columns`, and so have `caller_name`, `caller_phone` and
        `caller_address`: these are written of the callers that somebody was shown, by the id of their
        ticket, `{ticket.id: desk.reveal(ticket, reason=…) for ticket in found}`; each look is an event.
        """
        withheld = _words.WITHHELD["tickets"]
        fields = list(_words.FIELD_HEADINGS.items())
        usual = [field for field in fields if field[0] not in withheld]
        wanted = chosen(columns, usual, [*fields, *_CALLER])
        asked = [name for name, _ in wanted if name in dict(_CALLER)]
        if asked and revealed is None:
            raise InvalidInput._empty("revealed")
        office = labels == "zh" and not os.fspath(path).lower().endswith(".jsonl")
        shown = revealed or {}
        rows = [[self._told(each, name, office, shown) for name, _ in wanted] for each in self]
        return saved(path, wanted, rows, labels, replace)

    def _told(self, ticket: Ticket, name: str, office: bool, revealed: Mapping[int, Caller]) -> Any:
        if name.startswith("caller_"):
            caller = revealed.get(ticket.id)
            return None if caller is None else getattr(caller, name[len("caller_") :])
        if office and name in _words.FIELD_LISTS:
            return ticket.term(name)
        return self._cell(ticket, name, office)


def view(as_of: Optional[AsOf], seen: Optional[int]) -> Dict[str, Any]:
    """A question of which only the view counts: until when, and how many events."""
    return question("0001", "9999-12-31" if as_of is None else as_of, seen=seen)


class Questions(Door):
    """The questions about tickets, and about the rules that they live by."""

    def ticket(
        self,
        ticket: Union[TicketLike, str],
        *,
        as_of: Optional[AsOf] = None,
        seen: Optional[int] = None,
    ) -> Ticket:
        """A ticket, by id, reference or printed number: as it is now, or as it stood at a moment
        (and as far as the first `seen` events of the journal tell)."""
        if as_of is not None or seen is not None:
            which = self.ticket(ticket).id if isinstance(ticket, str) else ticket_id(ticket)
            asked = view(as_of, seen)
            return Ticket._from_json(self._ask("ticket_of", ticket=which, question=asked))
        if isinstance(ticket, str):
            return Ticket._from_json(self._ask("ticket", number=ticket))
        return Ticket._from_json(self._ask("ticket", id=ticket_id(ticket)))

    # written:begin find
    def find(
        self,
        *,
        stage: Some[Stage] = (),
        channel: Optional[str] = None,
        category: Optional[str] = None,
        unit: Optional[str] = None,
        area: Optional[str] = None,
        external: Optional[str] = None,
        accepted: Optional[Period] = None,
        overdue_on: Optional[AsOf] = None,
        due_from: Optional[AsOf] = None,
        due_by: Optional[AsOf] = None,
        open: bool = False,
        difficult: bool = False,
        featured: bool = False,
        text: Optional[str] = None,
        limit_of: Optional[LimitOf] = None,
        queue: Optional[Queue] = None,
        related: Optional[str] = None,
        sample: Optional[int] = None,
        seed: Optional[int] = None,
        as_of: Optional[AsOf] = None,
        limit: int = 200,
        offset: int = 0,
    ) -> Found:
        """One page of the tickets a filter finds, newest intake first: so many, after so many.

        stage: In this stage. 所处阶段。
        channel: Come by this channel. 来源渠道。
        category: In this category. 问题分类。
        unit: Led by this unit; where a limit is asked for, whose limit it is. 现主办单位;问时限时为时限所属单位。
        area: In this area. 所属区域。
        external: With this number of another platform. 外部编号(其他平台的编号)。
        accepted: Taken in during this period. 受理期间。
        overdue_on: Where a limit that ran at this moment had passed, as things stood then. 当时已超过时限。
        due_from: Where a limit that runs ends at this moment or later. 时限不早于此时。
        due_by: Where a limit that runs ends by this moment. 时限不晚于此时。
        open: Only those not ended. 只列未结。
        difficult: Only those that no unit takes. 只列疑难。
        featured: Only those picked by an editor. 只列典型案例。
        text: With this text in number, matter, appeal, result, answer or remark; blank means any.
            编号、标题、内容、办理情况、答复或意见中含有此文字。
        limit_of: Whose limit overdue_on, due_from and due_by are about; left out, late_now.
            超期、到期所指的时限,不填则为办理、重办或反馈时限。
        queue: What waits so for somebody; with a unit, whose sign-off it is, or who leads. 所属待办队列。
        related: Of the contact from which the ticket of this number came, that ticket too.
            与该编号工单同一来电的各件。
        sample: Of each unit's tickets that have ended and are found, so many per cent drawn by lot
            (1 to 100), at least one. 按主办单位分层抽取已办结工单的百分比(1—100),每单位至少一件。
        seed: The number by which the lots are drawn: the same again draws the same; left out, 0.
            抽样号,同号同样本,不填则为 0。
        as_of: As things stood at this moment; left out, at overdue_on, or else now. 截至此时的情形,不填则为现在。
        """
        return self._find(
            limit,
            offset,
            stage=stage,
            channel=channel,
            category=category,
            unit=unit,
            area=area,
            external=external,
            accepted=accepted,
            overdue_on=overdue_on,
            due_from=due_from,
            due_by=due_by,
            open=open,
            difficult=difficult,
            featured=featured,
            text=text,
            limit_of=limit_of,
            queue=queue,
            related=related,
            sample=sample,
            seed=seed,
            as_of=as_of,
        )
    # written:end find

    def _find(self, limit: int, offset: int, /, **filter: Any) -> Found:
        page = {"limit": whole("limit", limit, MOST), "offset": whole("offset", offset, MOST)}
        answer = self._ask("find", filter=told(filter), **page)
        found = Found(Ticket._from_json(each) for each in answer["tickets"])
        found.total = answer["total"]
        return found

    def history(
        self, ticket: TicketLike, *, as_of: Optional[AsOf] = None, seen: Optional[int] = None
    ) -> List[HistoryEntry]:
        """What happened to a ticket (until a moment), in order, without the caller's data."""
        if as_of is None and seen is None:
            entries = self._ask("history", ticket=ticket_id(ticket))
        else:
            asked = view(as_of, seen)
            entries = self._ask("history_of", ticket=ticket_id(ticket), question=asked)
        return [HistoryEntry._from_json(entry) for entry in entries]

    def explain(self, ticket: TicketLike) -> List[Explained]:
        """The running promises of a ticket, day by day: which counted, which not, and why."""
        promises = self._ask("explain", ticket=ticket_id(ticket))
        return [Explained._from_json(promise) for promise in promises]

    def warnings(self, *, as_of: AsOf) -> LimitWarnings:
        """预警: the limits that run at a moment and of which a share of the working time has passed, as the setting
        `warn_at` says; the first to end first. What is over is overdue, and no longer among them."""
        found = self._ask("warnings", as_of=as_text("as_of", as_of))
        return LimitWarnings(LimitWarning._from_json(each) for each in found)

    def references(self, tickets: Iterable[TicketLike]) -> TicketRefs:
        """Tickets with their printed numbers: `hotline.references(account.carried_out)`."""
        ids = [ticket_id(each, "tickets") for each in listed("tickets", tickets)]
        found = self._ask("references", tickets=ids)
        return TicketRefs(TicketRef(each["id"], each["number"]) for each in found)

    def rulebook(self, *, seen: Optional[int] = None) -> Dict[str, Any]:
        """The rules in force as data: founding, register, provisions, notices, formulas.

        With `seen`, as far as the first so many events of the journal tell.
        """
        asked = None if seen is None else view(None, seen)
        found: Dict[str, Any] = self._ask("rulebook", question=asked)
        return found

    def rounding(self, *, at: AsOf) -> str:
        """How rates are printed at a moment: "half_up" or "truncate"."""
        return str(self._ask("rounding", at=as_text("at", at)))

    def end_of(self, limit: Mapping[str, int], *, given: Moment) -> "datetime":
        """When a limit like {"working_days": 5} that is given at a moment ends."""
        return moment_of(int(self._ask("end_of", limit=mapping("limit", limit), given=as_text("given", given))))
