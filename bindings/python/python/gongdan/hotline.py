"""The hotline: one file, opened; one door to write, with batches and dry runs."""

from __future__ import annotations

import json
import os
import threading
import weakref
from types import TracebackType
from typing import (
    TYPE_CHECKING,
    Any,
    Callable,
    Dict,
    Iterable,
    List,
    Mapping,
    Optional,
    Sequence,
    Tuple,
    Type,
    Union,
)

from . import _core
from ._asked import Filter, Question
from ._literals import Figure, Table

# written:begin lists
from ._literals import Basis, Grouping, LimitOf, Stage
# written:end lists
from .actors import Acting
from .answers import Issue
from .arguments import Some, Structure, as_json, as_text, told
from .bulletin import Bulletin
from .errors import Closed, Conflict, ForkedError, InvalidInput, NotFound, Refused
from .figures import Figures
from .moments import AsOf, Day, Period
from .questions import Questions
from .soundness import Verified
from .tables import Rows
from .ticket import Written

if TYPE_CHECKING:
    from typing_extensions import Unpack

#: Hears (done, of) while a long call runs; what it raises ends the call. `tqdm` bars fit through
#: `lambda done, of: bar.update(done - bar.n)`.
Progress = Callable[[int, int], object]

#: Errors that leave an open batch as it was.
_HARMLESS = (Refused, InvalidInput, NotFound, Conflict)


#: Every open handle, for the moment after a fork.
_HANDLES: "weakref.WeakSet[Hotline]" = weakref.WeakSet()


def _in_child() -> None:
    for hotline in list(_HANDLES):
        hotline._come_over()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_in_child)


class Hotline(Acting, Questions):
    """A hotline on its file. Make one with `gongdan.open` or `gongdan.create`.

    One handle may be used from many threads: they take turns, and a batch has the handle to itself
    until it ends. To read at the same time, open the file once for each thread. After `fork` parent
    and child both go on with it, unless a batch or a table half read was under way on the file: then
    the file is the parent's, and the child gets `ForkedError`.

    >>> import gongdan, tempfile, os
    >>> folder = tempfile.TemporaryDirectory()
    >>> with gongdan.sample.office(os.path.join(folder.name, "a.db")) as hotline:
    ...     desk = hotline.centre(by="坐席07", at="2020-09-01 09:12")
    ...     t = desk.intake("路灯不亮", channel="来电")
    ...     t = desk.transfer(t, lead="县城管执法局")
    ...     print(t.number, t.stage, t.handle_by)
    20200901-0001 transferred 2020-09-08 23:59:59.999000+08:00
    >>> folder.cleanup()
    """

    def __init__(self, handle: "_core.Handle", path: str) -> None:
        self._handle = handle
        self._turn = threading.RLock()
        self._closed = False
        self._left_behind = False
        #: Where the file stands.
        self.path = path
        _HANDLES.add(self)

    def _do(self, verb: str, *arguments: Any) -> Any:
        with self._own_turn():
            return getattr(self._handle, verb)(*arguments)

    def _own_turn(self) -> "threading.RLock":
        """The lock by which threads take turns."""
        if self._left_behind:
            english = "a call on this handle was under way when the process was forked"
            raise ForkedError(english, "进程复制时此句柄正在使用")
        return self._turn

    def _come_over(self) -> None:
        """In a new process: whoever has the turn and is not this thread will never give it back."""
        if self._turn.acquire(blocking=False):
            self._turn.release()
        else:
            self._left_behind = True

    @property
    def closed(self) -> bool:
        """Whether it was closed."""
        return self._closed

    def close(self) -> None:
        """Closes the file; an open batch is taken back. Again does nothing."""
        with self._own_turn():
            self._closed = True
            self._handle.close()

    def __enter__(self) -> "Hotline":
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Hotline {self.path}{' (closed)' if self._closed else ''}>"

    def __reduce__(self) -> Tuple[Any, ...]:
        raise TypeError("a hotline is a file in use: open it again where it is needed")

    def batch(self) -> "Batch":
        """Several commands in one commit, all or nothing: an exception inside takes all back."""
        return Batch(self)

    def dry_run(self) -> "DryRun":
        """Runs commands as a batch does, takes all back, and says what they would write."""
        return DryRun(self)

    def empty_log(self) -> bool:
        """Empties the log beside the file into it, and says whether it could: needed only after an
        erasure whose `log_emptied` is False."""
        return bool(self._do("empty_log"))

    def verify(
        self,
        *,
        anchors: Iterable[Tuple[int, str]] = (),
        progress: Optional[Progress] = None,
    ) -> Verified:
        """Checks the file against its journal. What does not agree is a finding, not an error.

        `anchors` are heads that stand elsewhere, in printed issues or in reports of backups: an
        event's number, and at least 16 characters of its hash. They find a tail cut off and a
        journal rewritten whole, which the file alone cannot show.
        """
        given = [(seq, hash) for seq, hash in anchors]
        return Verified._from_json(json.loads(self._do("verify", given, progress)))

    # written:begin figures
    def figures(
        self,
        period: Period,
        *,
        as_of: AsOf,
        basis: Basis = "cohort",
        by: Some[Grouping] = (),
        seen: Optional[int] = None,
        zeros: bool = False,
        effective: bool = False,
        measures: Optional[Sequence[Figure]] = None,
    ) -> Figures:
        """Counts and rates of any period by any grouping, as of any moment. The same question later
        answers the same. `measures` are the counts and rates that the table shows; a row has all.

        period: The days it is about. 统计期间。
        as_of: The cut-off: nothing later is seen. 截止时间。
        basis: Which tickets. 统计口径。
        by: By what, from the outer to the inner grouping; none means all together. 分组,由外到内,不填则合计。
        seen: How many events of the journal are seen; left out, all. 只看日志的前多少项,不填则全部。
        zeros: Whether what is in use and has no ticket gets a row of zeros; for one grouping only.
            无工单的单位、分类等也列出零行。
        effective: Over tickets alone that are neither rejected nor merged at the cut-off, in all
            figures: the parts of an overview add up then. 只算有效工单(截止时未不予受理、未并单)。
        """
        return self._figures(
            measures,
            period=period,
            as_of=as_of,
            basis=basis,
            by=by,
            seen=seen,
            zeros=zeros,
            effective=effective,
        )
    # written:end figures

    def _figures(self, measures: Optional[Sequence[Figure]], /, **asked: Any) -> Figures:
        (reckoned,) = self._do("figures", as_json([told(asked)]))
        return Figures(self, reckoned, measures)

    def figures_of(self, questions: Sequence[Question]) -> List[Figures]:
        """Several questions of one state of the file, each the arguments of `figures`."""
        asked = as_json([told(each) for each in questions])
        return [Figures(self, each) for each in self._do("figures", asked)]

    # written:begin what_if
    def what_if(
        self,
        period: Period,
        *,
        as_of: AsOf,
        basis: Basis = "cohort",
        by: Some[Grouping] = (),
        seen: Optional[int] = None,
        zeros: bool = False,
        effective: bool = False,
        provisions: Sequence[Mapping[str, Any]] = (),
        throughout: Sequence[Mapping[str, Any]] = (),
        notices: Sequence[Mapping[str, Any]] = (),
    ) -> Tuple[Figures, Figures]:
        """The figures as they were, and as they would have been under other rules: what people did
        stays, every promise is worked out anew, the file is not changed. Those made by
        `gongdan.provision(...)` hold from their own dates on, in `throughout` at every date.

        period: The days it is about. 统计期间。
        as_of: The cut-off: nothing later is seen. 截止时间。
        basis: Which tickets. 统计口径。
        by: By what, from the outer to the inner grouping; none means all together. 分组,由外到内,不填则合计。
        seen: How many events of the journal are seen; left out, all. 只看日志的前多少项,不填则全部。
        zeros: Whether what is in use and has no ticket gets a row of zeros; for one grouping only.
            无工单的单位、分类等也列出零行。
        effective: Over tickets alone that are neither rejected nor merged at the cut-off, in all
            figures: the parts of an overview add up then. 只算有效工单(截止时未不予受理、未并单)。
        """
        return self._what_if(
            provisions,
            throughout,
            notices,
            period=period,
            as_of=as_of,
            basis=basis,
            by=by,
            seen=seen,
            zeros=zeros,
            effective=effective,
        )
    # written:end what_if

    def _what_if(
        self,
        provisions: Sequence[Mapping[str, Any]],
        throughout: Sequence[Mapping[str, Any]],
        notices: Sequence[Mapping[str, Any]],
        /,
        **asked: Any,
    ) -> Tuple[Figures, Figures]:
        instead = {"provisions": provisions, "throughout": throughout, "notices": notices}
        was, would_be = self._do("what_if", as_json(told(asked)), as_json(told(instead)))
        return Figures(self, was), Figures(self, would_be)

    # written:begin since
    def since(
        self,
        period: Period,
        *,
        as_of: AsOf,
        basis: Basis = "cohort",
        by: Some[Grouping] = (),
        seen: Optional[int] = None,
        zeros: bool = False,
        effective: bool = False,
        year_before: bool = False,
    ) -> Tuple[Figures, Figures, Optional[Issue]]:
        """The figures, those of the period before (环比) or a year before (同比), and the issue whose
        frozen figures these are, where that period was published.

        period: The days it is about. 统计期间。
        as_of: The cut-off: nothing later is seen. 截止时间。
        basis: Which tickets. 统计口径。
        by: By what, from the outer to the inner grouping; none means all together. 分组,由外到内,不填则合计。
        seen: How many events of the journal are seen; left out, all. 只看日志的前多少项,不填则全部。
        zeros: Whether what is in use and has no ticket gets a row of zeros; for one grouping only.
            无工单的单位、分类等也列出零行。
        effective: Over tickets alone that are neither rejected nor merged at the cut-off, in all
            figures: the parts of an overview add up then. 只算有效工单(截止时未不予受理、未并单)。
        """
        return self._since(
            year_before,
            period=period,
            as_of=as_of,
            basis=basis,
            by=by,
            seen=seen,
            zeros=zeros,
            effective=effective,
        )
    # written:end since

    def _since(
        self, year_before: bool, /, **asked: Any
    ) -> Tuple[Figures, Figures, Optional[Issue]]:
        now, before, issue = self._do("since", as_json(told(asked)), year_before)
        published = json.loads(issue)
        quoted = None if published is None else Issue._from_json(published)
        return Figures(self, now), Figures(self, before), quoted

    # written:begin bulletin
    def bulletin(
        self,
        period: Period,
        *,
        as_of: AsOf,
        year: Optional[int] = None,
        number: Optional[int] = None,
        title: Optional[str] = None,
        organ: Optional[str] = None,
        printed_on: Optional[Day] = None,
        to: Some[str] = (),
        copies: Some[str] = (),
        remarks: Some[str] = (),
        category_columns: Optional[Structure] = None,
        unit_columns: Optional[Structure] = None,
        format: Optional[Union[str, "os.PathLike[str]"]] = None,
    ) -> Bulletin:
        """The bulletin of a period as of a moment, collected from one state of the file. A `format`
        (版式) lays out what is printed and saved: `hengdong-2020`, `hengdong-2023`, `plain`,
        `quarter`, or a folder of your own.

        period: The days it is about. 统计期间。
        as_of: The cut-off: nothing later is seen. 截止时间。
        year: The year in its number (期); left out, that in which the period ends.
            期号的年份,不填则为统计期间结束之年。
        number: Its number in that year (期); left out, that of the month in which the period ends.
            期号,不填则为统计期间结束的月份。
        title: Its title; left out, one made of the region's name and the period.
            标题,不填则用地区名称和统计期间拟定。
        organ: The office that publishes it; left out, that of the founding. 印发机关,不填则为建档时的主办机关。
        printed_on: The day printed on it; left out, that of the cut-off. 印发日期,不填则为截止当日。
        to: Whom it is reported to (报). 报送对象。
        copies: Whom it is sent to (发). 发送对象。
        remarks: The editor's own words on units that handle late, each a paragraph.
            编者对超期单位的评述,每条一段。
        category_columns: The columns of the table by category, each a figure and its heading; left
            out, the usual ones. 分类统计表的各列(指标和表头),不填则用通常的。
        unit_columns: The columns of the table by unit, each a figure and its heading; left out, the
            usual ones. 单位统计表的各列(指标和表头),不填则用通常的。
        """
        return self._bulletin(
            format,
            period=period,
            as_of=as_of,
            year=year,
            number=number,
            title=title,
            organ=organ,
            printed_on=printed_on,
            to=to,
            copies=copies,
            remarks=remarks,
            category_columns=category_columns,
            unit_columns=unit_columns,
        )
    # written:end bulletin

    def _bulletin(
        self, format: Optional[Union[str, "os.PathLike[str]"]], /, **asked: Any
    ) -> Bulletin:
        named = None if format is None else as_text("format", os.fspath(format))
        return Bulletin(self, *self._do("bulletin", as_json(told(asked)), named))

    def published(
        self,
        year: int,
        number: int,
        *,
        format: Optional[Union[str, "os.PathLike[str]"]] = None,
    ) -> Bulletin:
        """A published issue by its number, as it was published, at any time. A `format` is needed only
        where it was published in a folder of your own.
        """
        named = None if format is None else as_text("format", os.fspath(format))
        return Bulletin(self, *self._do("published", year, number, named))

    # written:begin tickets
    def tickets(
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
        columns: Optional[Sequence[str]] = None,
        batch: int = 16_384,
    ) -> Rows:
        """The tickets a filter finds, as a table: filter and columns are pushed into SQLite.

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
        return self._tickets(
            columns,
            batch,
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
    # written:end tickets

    def _tickets(self, columns: Optional[Sequence[str]], batch: int, /, **filter: Any) -> Rows:
        return Rows(self._handle, "tickets", told(filter), columns, batch)

    def table(
        self,
        name: Table,
        *,
        columns: Optional[Sequence[str]] = None,
        batch: int = 16_384,
        **filter: "Unpack[Filter]",
    ) -> Rows:
        """A whole table: "tickets", "assignments", "events", "contacts" or "callbacks".

        The filter is that of `tickets`, and means the tickets that the rows belong to.
        """
        return Rows(self._handle, name, told(filter), columns, batch)

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


class Batch(Acting, Questions):
    """Several commands in one commit. It has the handle to itself until it ends."""

    def __init__(self, hotline: Hotline) -> None:
        self._hotline = hotline
        self._open = False
        #: What it wrote; known once it has ended well.
        self.written: List[Written] = []

    def _do(self, verb: str, *arguments: Any) -> Any:
        if not self._open:
            raise Closed("the batch has ended", "批次已经结束")
        try:
            return self._hotline._do(verb, *arguments)
        except _HARMLESS:
            raise
        except BaseException:
            self._end(commit=False)  # nothing after a failure of the machine is half of a batch
            raise

    def __enter__(self) -> "Batch":
        self._hotline._own_turn().acquire()
        try:
            self._hotline._do("begin")
        except BaseException:
            self._hotline._turn.release()
            raise
        self._open = True
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        if self._open:
            self._end(commit=kind is None)
        elif kind is None:
            raise Closed("the batch failed before and was taken back", "批次此前已失败并撤回")

    def _end(self, commit: bool) -> None:
        self._open = False
        try:
            if commit:
                self._finish()
            else:
                self._hotline._do("roll_back")
        finally:
            self._hotline._turn.release()

    def _finish(self) -> None:
        written = [Written(*each) for each in self._hotline._do("pending")]
        self._hotline._do("commit")
        self.written = written


class DryRun(Batch):
    """A batch that is always taken back; `written` says what it would have written."""

    def __enter__(self) -> "DryRun":
        super().__enter__()
        return self

    def _finish(self) -> None:
        self.written = [Written(*each) for each in self._hotline._do("pending")]
        self._hotline._do("roll_back")
