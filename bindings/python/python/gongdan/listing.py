"""Whole tables of tickets, and of what belongs to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Optional, Sequence

from . import _words
from ._asked import Filter
from ._literals import Table

# written:begin lists
from ._literals import LimitOf, Queue, Stage
# written:end lists
from .arguments import Some, as_json, as_text, flag, told
from .door import Door
from .lists import Path, named
from .moments import AsOf, Period
from .tables import Rows

if TYPE_CHECKING:
    from typing_extensions import Unpack


class Listing(Door):
    """The tables of the tickets that whoever asks may see, as the file was last committed."""

    # written:begin tickets
    def tickets(
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
        columns: Optional[Sequence[str]] = None,
        batch: int = 16_384,
    ) -> Rows:
        """The tickets a filter finds, as a table: filter and columns are pushed into SQLite.

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
        return self._tickets(
            columns,
            batch,
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
    # written:end tickets

    def _tickets(self, columns: Optional[Sequence[str]], batch: int, /, **filter: Any) -> Rows:
        return Rows(self._handle, self._viewer, "tickets", told(filter), columns, batch)

    def table(
        self,
        name: Table,
        *,
        columns: Optional[Sequence[str]] = None,
        batch: int = 16_384,
        **filter: "Unpack[Filter]",
    ) -> Rows:
        """A whole table: "tickets", "assignments", "events", "contacts", "callbacks", "closures",
        "reworks" or "supervisions".

        The filter is that of `tickets`, and means the tickets that the rows belong to.
        """
        table = _words.word("Table", "name", as_text("name", name)) or name
        return Rows(self._handle, self._viewer, table, told(filter), columns, batch)

    def save_open311(self, path: Path, *, replace: bool = False, **filter: "Unpack[Filter]") -> int:
        """Writes tickets as Open311 service requests (GeoReport v2), for those who publish: `.json`, one array,
        or `.csv`; and says how many there are. No text leaves, no caller and no confidential ticket."""
        narrowed = as_json(told(filter))
        saved: int = self._look("save_open311", narrowed, named(path), flag("replace", replace))
        return saved

    def assignments(
        self, *, columns: Optional[Sequence[str]] = None, **filter: "Unpack[Filter]"
    ) -> Rows:
        """One row for each unit a ticket was given to."""
        return self.table("assignments", columns=columns, **filter)

    def events(
        self, *, columns: Optional[Sequence[str]] = None, **filter: "Unpack[Filter]"
    ) -> Rows:
        """What happened to tickets, one row an event."""
        return self.table("events", columns=columns, **filter)

    def contact_rows(
        self, *, columns: Optional[Sequence[str]] = None, **filter: "Unpack[Filter]"
    ) -> Rows:
        """Contacts by channel and day, as they were recorded."""
        return self.table("contacts", columns=columns, **filter)

    def callbacks(
        self, *, columns: Optional[Sequence[str]] = None, **filter: "Unpack[Filter]"
    ) -> Rows:
        """Attempts to call citizens back."""
        return self.table("callbacks", columns=columns, **filter)
