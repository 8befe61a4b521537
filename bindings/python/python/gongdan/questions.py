"""Questions: everything a hotline answers without changing anything."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, Dict, Iterable, List, Mapping, Optional, Tuple, Union

from ._literals import Count

# written:begin lists
from ._literals import Basis, LimitOf, Stage
# written:end lists
from .answers import (
    Account,
    Compared,
    Correction,
    Explained,
    HistoryEntry,
    Issue,
    Ranked,
    Text,
    Withheld,
)
from .arguments import (
    Some,
    Structure,
    TicketLike,
    as_json,
    as_period,
    as_text,
    plain,
    ticket_id,
    told,
)
from .door import Door
from .moments import AsOf, Moment, Period, moment_of
from .privacy import Expired, Exposure, MaskedCaller
from .soundness import Health, Verified
from .ticket import Ticket, TicketRef

if TYPE_CHECKING:
    from datetime import datetime


class Found(List[Ticket]):
    """The tickets of one page, newest intake first; `total` counts those of all pages."""

    #: How many there are on all pages.
    total: int = 0


def question(period: Period, as_of: AsOf, **more: Any) -> Dict[str, Any]:
    """A question as the extension reads it."""
    return told({"period": period, "as_of": as_of, **more})


def view(as_of: Optional[AsOf], seen: Optional[int]) -> Dict[str, Any]:
    """A question of which only the view counts: until when, and how many events."""
    return question("0001", "9999-12-31" if as_of is None else as_of, seen=seen)


class Questions(Door):
    """The questions about tickets and issues. A hotline has them, and so has a batch."""

    def _ask(self, name: str, **arguments: Any) -> Any:
        asked: Any = {name: told(arguments)} if arguments else name
        return json.loads(self._do("ask", as_json(asked)))

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
        accepted: Optional[Period] = None,
        overdue_on: Optional[AsOf] = None,
        due_from: Optional[AsOf] = None,
        due_by: Optional[AsOf] = None,
        open: bool = False,
        difficult: bool = False,
        featured: bool = False,
        text: Optional[str] = None,
        limit_of: Optional[LimitOf] = None,
        as_of: Optional[AsOf] = None,
        limit: int = 200,
        offset: int = 0,
    ) -> Found:
        """One page of the tickets a filter finds, newest intake first: so many, after so many.

        stage: In this stage. 所处阶段。
        channel: Come by this channel. 来源渠道。
        category: In this category. 问题分类。
        unit: Led by this unit; where a limit is asked for, whose limit it is. 现主办单位;问时限时为时限所属单位。
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
        as_of: As things stood at this moment; left out, at overdue_on, or else now. 截至此时的情形,不填则为现在。
        """
        return self._find(
            limit,
            offset,
            stage=stage,
            channel=channel,
            category=category,
            unit=unit,
            accepted=accepted,
            overdue_on=overdue_on,
            due_from=due_from,
            due_by=due_by,
            open=open,
            difficult=difficult,
            featured=featured,
            text=text,
            limit_of=limit_of,
            as_of=as_of,
        )
    # written:end find

    def _find(self, limit: int, offset: int, /, **filter: Any) -> Found:
        page = told({"limit": limit, "offset": offset})
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

    def texts(self, ticket: TicketLike) -> List[Text]:
        """The texts of a ticket, in the order of its events, without the caller's data and without
        telephone numbers; `reveal_history` gives them as they were typed."""
        return [Text(**text) for text in self._ask("texts", ticket=ticket_id(ticket))]

    def caller(self, ticket: TicketLike) -> MaskedCaller:
        """A ticket's caller, masked: a family name, and whether telephone and address are known."""
        return MaskedCaller(**self._ask("caller", ticket=ticket_id(ticket)))

    def explain(self, ticket: TicketLike) -> List[Explained]:
        """The running promises of a ticket, day by day: which counted, which not, and why."""
        promises = self._ask("explain", ticket=ticket_id(ticket))
        return [Explained._from_json(promise) for promise in promises]

    def contacts(
        self, period: Period, *, as_of: AsOf, seen: Optional[int] = None
    ) -> Dict[str, int]:
        """Contacts (calls, letters) of a period by channel, in printed order."""
        found = self._ask("contacts", question=question(period, as_of, seen=seen))
        return {key["name"]: count for key, count in found}

    def cases(
        self, period: Period, *, as_of: AsOf, seen: Optional[int] = None
    ) -> Tuple[List[Ticket], List[Ticket]]:
        """The typical cases of a period, and the difficult tickets, as they stood at a moment."""
        found = self._ask("cases", question=question(period, as_of, seen=seen))
        typical, difficult = ([Ticket._from_json(each) for each in part] for part in found)
        return typical, difficult

    def account(self, period: Period, *, as_of: AsOf) -> Account:
        """The carry-over account of a period, ticket by ticket."""
        account = self._ask("account", period=as_period("period", period), as_of=as_text("as_of", as_of))
        return Account._from_json(account)

    def between(
        self,
        period: Period,
        *,
        as_of: AsOf,
        counted: Count,
        not_counted: Count,
        basis: Basis = "cohort",
    ) -> List[TicketRef]:
        """The tickets that one count counts and another does not."""
        asked = question(period, as_of, basis=basis)
        found = self._ask("between", question=asked, counted=counted, not_counted=not_counted)
        return [TicketRef(each["id"], each["number"]) for each in found]

    def references(self, tickets: Iterable[TicketLike]) -> List[TicketRef]:
        """Tickets with their printed numbers: `hotline.references(account.carried_out)`."""
        found = self._ask("references", tickets=[ticket_id(each) for each in tickets])
        return [TicketRef(each["id"], each["number"]) for each in found]

    def issues(self) -> List[Issue]:
        """Every published issue, in the order of publication."""
        return [Issue._from_json(issue) for issue in self._ask("issues")]

    def issue(self, year: int, number: int) -> Issue:
        """One published issue."""
        return Issue._from_json(self._ask("issue", year=year, number=number))

    def compare(self, year: int, number: int) -> Compared:
        """Holds an issue against the file: does it still stand, and what would be printed today."""
        found = self._ask("compare", year=year, number=number)
        corrections = tuple(Correction._from_json(each) for each in found["corrections"])
        withheld = tuple(Withheld._from_json(each) for each in found["withheld"])
        return Compared(
            Issue._from_json(found["issue"]), found["intact"], corrections, withheld
        )

    def followed_up(self, *, as_of: AsOf) -> List[int]:
        """The difficult tickets of the last issue before a moment, by id."""
        return list(self._ask("followed_up", as_of=as_text("as_of", as_of)))

    def head(self) -> Tuple[int, str]:
        """How many events the journal has, and the hash of the last one."""
        events, last = self._ask("head")
        return events, last

    def hash_at(self, seq: int) -> Optional[str]:
        """The hash of an event; None when there is no such event."""
        found: Optional[str] = self._ask("hash_at", seq=seq)
        return found

    def last_at(self) -> "datetime":
        """The moment of the latest event."""
        return moment_of(int(self._ask("last_at")))

    def founder(self) -> str:
        """The name on the file's first event."""
        return str(self._ask("founder"))

    def rounding(self, *, at: AsOf) -> str:
        """How rates are printed at a moment: "half_up" or "truncate"."""
        return str(self._ask("rounding", at=as_text("at", at)))

    def rulebook(self, *, seen: Optional[int] = None) -> Dict[str, Any]:
        """The rules in force as data: founding, register, provisions, notices, formulas.

        With `seen`, as far as the first so many events of the journal tell.
        """
        asked = None if seen is None else view(None, seen)
        found: Dict[str, Any] = self._ask("rulebook", question=asked)
        return found

    # written:begin rank
    def rank(
        self,
        period: Period,
        *,
        as_of: AsOf,
        basis: Basis = "cohort",
        seen: Optional[int] = None,
        effective: bool = False,
        formula: Optional[Structure] = None,
    ) -> List[Ranked]:
        """The units of a period ranked (得分, 排名), each group apart: by `formula(...)`, or by the one
        in force. Units without tickets come last in their group, without a rank.

        period: The days it is about. 统计期间。
        as_of: The cut-off: nothing later is seen. 截止时间。
        basis: Which tickets. 统计口径。
        seen: How many events of the journal are seen; left out, all. 只看日志的前多少项,不填则全部。
        effective: Over tickets alone that are neither rejected nor merged at the cut-off.
            只算有效工单(截止时未不予受理、未并单)。
        formula: The name of a formula of the file, or a formula; left out, the one in force at the
            cut-off. 排名办法的名称,或排名办法本身,不填则为截止时所用。
        """
        return self._rank(
            period=period,
            as_of=as_of,
            basis=basis,
            seen=seen,
            effective=effective,
            formula=formula,
        )
    # written:end rank

    def _rank(self, /, **asked: Any) -> List[Ranked]:
        found = self._ask("rank", question=told(asked))
        return [Ranked._from_json(unit) for unit in found["units"]]

    def end_of(self, limit: Mapping[str, int], *, given: Moment) -> "datetime":
        """When a limit like {"working_days": 5} that is given at a moment ends."""
        return moment_of(int(self._ask("end_of", limit=dict(limit), given=as_text("given", given))))

    def issue_before(self, *, as_of: AsOf, seen: Optional[int] = None) -> Optional[Issue]:
        """The last published issue of an earlier cut-off."""
        found = self._ask("issue_before", question=view(as_of, seen))
        return None if found is None else Issue._from_json(found)

    def query(
        self, sql: str, values: Iterable[Any] = (), *, steps: int = 100_000_000
    ) -> List[Dict[str, Any]]:
        """Answers one SELECT on the documented views `v1_…`, read-only, row by row.

        A query that takes more than `steps` instructions of SQLite's machine is stopped.
        """
        found = self._ask("query", sql=sql, values=plain("values", values), steps=steps)
        return [dict(zip(found["columns"], row)) for row in found["rows"]]

    def backup_to(self, path: Union[str, "os.PathLike[str]"]) -> None:
        """Copies the file, complete and consistent, while others read and write it."""
        self._ask("backup_to", path=os.fspath(path))

    def backup_verified(self, path: Union[str, "os.PathLike[str]"]) -> Verified:
        """As `backup_to`, and then opens the copy and verifies it whole. The report's `head`, kept
        elsewhere, is an anchor. A copy that is not sound raises `Corrupt` and is left there."""
        return Verified._from_json(self._ask("backup_verified", path=os.fspath(path)))

    def retention(self, *, as_of: AsOf, months: int) -> List[Expired]:
        """保存期限届满: the tickets whose callers' data and other texts may be erased, when they are kept
        for so many months after a ticket's end; the first that ended first.

        Tickets as they stand now: what runs, or was erased already, is not among them.
        """
        found = self._ask("retention", as_of=as_text("as_of", as_of), months=months)
        return [Expired._from_json(each) for each in found]

    def reveals(self, period: Period, *, by: Optional[str] = None) -> List[Exposure]:
        """查看记录: who looked at whose data in full in a period, when and why, in the order of the
        journal: everybody, or one person of exactly this name. Each ticket of a `subject_export` is
        one of them. The report shows nobody's data, and leaves no event."""
        found = self._ask("reveals", by=plain("by", by), period=as_period("period", period))
        return [Exposure._from_json(each) for each in found]

    def health(self) -> Health:
        """How the file stands: its size, its log, its free pages."""
        return Health(**self._ask("health"))
