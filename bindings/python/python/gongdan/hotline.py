"""The hotline: one file, opened; one door to write, with batches and dry runs."""

from __future__ import annotations

import os
import threading
import weakref
from types import TracebackType
from typing import Any, List, Optional, Tuple, Type

from . import _core
from .actors import Acting, Overseeing
from .errors import Closed, Conflict, ForkedError, InvalidInput, NotFound, Refused
from .keeping import Keeping
from .ticket import Written

#: Errors that leave an open batch as it was.
_HARMLESS = (Refused, InvalidInput, NotFound, Conflict)


#: Every open handle, for the moment after a fork.
_HANDLES: "weakref.WeakSet[Hotline]" = weakref.WeakSet()


def _in_child() -> None:
    for hotline in list(_HANDLES):
        hotline._come_over()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_in_child)


class Hotline(Acting, Overseeing, Keeping):
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
        self._opened = handle
        self._turn = threading.RLock()
        self._closed = False
        self._left_behind = False
        #: Where the file stands.
        self.path = path
        _HANDLES.add(self)

    def _do(self, verb: str, *arguments: Any) -> Any:
        with self._own_turn():
            return getattr(self._opened, verb)(*arguments)

    @property
    def _handle(self) -> "_core.Handle":
        return self._opened

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
            self._opened.close()

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


class Batch(Acting, Overseeing, Keeping):
    """Several commands in one commit. It has the handle to itself until it ends."""

    def __init__(self, hotline: Hotline) -> None:
        self._hotline = hotline
        self._open = False
        #: What it wrote; known once it has ended well.
        self.written: List[Written] = []

    @property
    def _handle(self) -> "_core.Handle":
        return self._hotline._handle

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

    def row(self) -> "BatchRow":
        """Commands that stand or fall together inside the batch: an exception that leaves the `with` takes back what they
        did, and whoever catches it goes on with the batch as it was before. Rows do not stand inside each other."""
        return BatchRow(self)

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


class BatchRow:
    """A row of a batch, all of it or nothing. A ticket that it took in is none once it was taken back: the next one has its
    id."""

    def __init__(self, batch: Batch) -> None:
        self._batch = batch

    def __enter__(self) -> Batch:
        self._batch._do("begin_row")
        return self._batch

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        # (A failure of the machine has ended the batch, and its row with it.)
        if self._batch._open or kind is None:
            self._batch._do("keep_row" if kind is None else "take_row_back")


class DryRun(Batch):
    """A batch that is always taken back; `written` says what it would have written."""

    def __enter__(self) -> "DryRun":
        super().__enter__()
        return self

    def _finish(self) -> None:
        self.written = [Written(*each) for each in self._hotline._do("pending")]
        self._hotline._do("roll_back")
