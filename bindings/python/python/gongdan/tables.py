"""Tables: they leave as Arrow, batch by batch, and show themselves in Jupyter."""

from __future__ import annotations

import importlib
import json
from abc import ABC, abstractmethod
from datetime import date, timedelta
from html import escape
from typing import TYPE_CHECKING, Any, Dict, Iterator, List, Optional, Protocol, Sequence, Tuple

from . import _core, _words
from .arguments import flag, texts, whole
from .door import Viewer
from .lists import Path, headed, named
from .moments import moment_of
from .parquet import is_parquet, written

if TYPE_CHECKING:
    import pandas  # type: ignore[import-untyped,import-not-found,unused-ignore]
    import polars  # type: ignore[import-not-found,unused-ignore]
    import pyarrow  # type: ignore[import-untyped,import-not-found,unused-ignore]

#: What Ctrl-C raised while an Arrow reader, which knows no exceptions, was reading.
_interrupted: List[BaseException] = []

#: How many rows a table shows of itself.
_SHOWN = 20


class ArrowStream(Protocol):
    """What leaves through the PyCapsule interface."""

    def __arrow_c_schema__(self) -> object:
        """The schema as a capsule."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The batches as a capsule."""


def _library(name: str, what: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as missing:
        raise ImportError(f"{what} needs {name}: pip install {name}") from missing


class Table(ABC):
    """A table that leaves as Arrow. Nothing is read before somebody asks for it.

    Any library that knows `__arrow_c_stream__` reads it: `polars.DataFrame(table)`,
    `pyarrow.table(table)`, `duckdb.sql("select * from table")`. Moments carry Asia/Shanghai.

    A rate is a column of exact decimals, as printed. With `floats=True` a column of floats follows
    each, `closure_rate_float` beside `closure_rate`: the nearest to the exact rate, for plots.
    """

    @abstractmethod
    def _stream(self, labels: Optional[str], floats: bool) -> ArrowStream: ...

    @abstractmethod
    def _preview(self, rows: int) -> Tuple[List[str], List[List[str]], Optional[int]]: ...

    def __arrow_c_schema__(self) -> object:
        return self._stream(None, False).__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._stream(None, False).__arrow_c_stream__(requested_schema)

    def _read(self, reader: Any, labels: Optional[str], floats: bool) -> Any:
        if labels not in (None, "zh"):
            from .errors import InvalidInput

            raise InvalidInput._unknown("labels", ["zh"])
        _interrupted.clear()
        try:
            return reader(self._stream(labels, floats))
        except Exception:
            if _interrupted:
                raise _interrupted.pop() from None
            raise

    def to_polars(
        self, labels: Optional[str] = None, *, floats: bool = False
    ) -> "polars.DataFrame":
        """A polars DataFrame; with `labels="zh"` under the printed headings."""
        made: "polars.DataFrame" = self._read(
            _library("polars", "to_polars()").DataFrame, labels, floats
        )
        return made

    def to_arrow(self, labels: Optional[str] = None, *, floats: bool = False) -> "pyarrow.Table":
        """A pyarrow Table; with `labels="zh"` under the printed headings."""
        return self._read(_library("pyarrow", "to_arrow()").table, labels, floats)

    def to_pandas(
        self, labels: Optional[str] = None, *, floats: bool = False
    ) -> "pandas.DataFrame":
        """A pandas DataFrame, made through pyarrow; with `labels="zh"` under the headings."""
        _library("pandas", "to_pandas()")
        pyarrow = _library("pyarrow", "to_pandas()")
        return self._read(lambda stream: pyarrow.table(stream).to_pandas(), labels, floats)

    @abstractmethod
    def save(
        self, path: Path, *, labels: Optional[str] = None, replace: bool = False
    ) -> int:
        """Writes the table into a file, as its name ends: `.xlsx`, `.csv` or `.jsonl`, and `.parquet` where pyarrow is
        installed (`pip install gongdan[arrow]`), as it leaves as Arrow; and says how many rows it has. Ids and numbers are text, moments are Beijing's wall clock, and no text is a
        formula, whatever it begins with. With `labels="zh"` under the printed headings, in the
        office's words. What stands there is not overwritten unless `replace` says so."""

    def _save_parquet(self, path: Path, labels: Optional[str], replace: bool) -> int:
        replaces = flag("replace", replace)
        rows: int = self._read(lambda stream: written(_library, stream, path, replaces), labels, False)
        return rows

    def _repr_html_(self) -> str:
        headings, rows, more = self._preview(_SHOWN)
        head = "".join(f"<th>{escape(each)}</th>" for each in headings)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
        )
        rest = "" if more is None else f"<p>… 共 {more} 行</p>"
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{rest}"


class Rows(Table):
    """A whole table of the file, as it was last committed, narrowed by a filter.

    Every reading begins anew, reads one state of the file, and holds a batch or two in memory.
    """

    def __init__(
        self,
        handle: "_core.Handle",
        viewer: Viewer,
        name: str,
        filter: Dict[str, Any],
        columns: Optional[Sequence[str]],
        batch: int,
    ) -> None:
        self._handle = handle
        self._viewer = viewer
        self._name = name
        self._filter = json.dumps(filter)
        self._columns = None if columns is None else texts("columns", columns)
        self._batch = whole("batch", batch)
        self._lines(1)  # unknown columns and names are told now, not while somebody reads

    @property
    def columns(self) -> List[str]:
        """The names of its columns."""
        withheld = _words.WITHHELD[self._name]
        shown = [name for name, _ in _words.TABLES[self._name] if name not in withheld]
        return self._columns or shown

    @property
    def headings(self) -> List[str]:
        """The headings printed over them."""
        headings = dict(_words.TABLES[self._name])
        return [headings[name] for name in self.columns]

    def _stream(self, labels: Optional[str], floats: bool) -> ArrowStream:
        args = (self._name, self._filter, self._columns, self._batch, labels == "zh")
        return self._handle.table(self._viewer, args)

    def _lines(self, batch: int, headings: bool = False) -> "_core.Lines":
        args = (self._name, self._filter, self._columns, batch, headings)
        return self._handle.lines(self._viewer, args)

    def __iter__(self) -> Iterator[Dict[str, Any]]:
        """The rows one by one as dictionaries, for those without an Arrow library."""
        lines = self._lines(1024)
        columns = lines.columns()
        while (batch := lines.next()) is not None:
            for row in json.loads(batch):
                yield {name: _cell(sort, v) for (name, _, sort), v in zip(columns, row)}

    def save(
        self, path: Path, *, labels: Optional[str] = None, replace: bool = False
    ) -> int:
        """As every table; it is written as it is read, a batch or two in memory."""
        if is_parquet(path):
            return self._save_parquet(path, labels, replace)
        args = (self._name, self._filter, self._columns, self._batch, headed(labels))
        return self._handle.save_table(self._viewer, args, named(path), flag("replace", replace))

    def _preview(self, rows: int) -> Tuple[List[str], List[List[str]], Optional[int]]:
        lines = self._lines(rows, headings=True)
        columns = lines.columns()
        first = json.loads(lines.next() or "[]")
        more = sum(len(json.loads(batch)) for batch in iter(lines.next, None))
        shown = [[_shown(sort, v) for (_, _, sort), v in zip(columns, row)] for row in first]
        return [each[1] for each in columns], shown, len(first) + more if more else None

    def __repr__(self) -> str:
        return f"<gongdan table {self._name}, {len(self.columns)} columns>"


def _cell(sort: str, value: Any) -> Any:
    if value is None or sort == "plain":
        return value
    return moment_of(value) if sort == "moment" else date(1970, 1, 1) + timedelta(days=value)


def _shown(sort: str, value: Any) -> str:
    cell = _cell(sort, value)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    return cell.strftime("%Y-%m-%d %H:%M") if sort == "moment" else str(cell)
