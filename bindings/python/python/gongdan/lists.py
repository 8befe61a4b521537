"""Lists that can leave as files: `.xlsx`, `.csv` and `.jsonl`, safe to open in a spreadsheet."""

from __future__ import annotations

import os
from datetime import date, datetime
from typing import Any, ClassVar, Dict, Iterable, List, Optional, Sequence, Tuple, TypeVar, Union

from . import _core
from .arguments import as_json, as_text, flag, texts
from .errors import InvalidInput
from .moments import ms_of
from .rate import Rate
from .ticket import TicketRef

T = TypeVar("T")
#: Where a list goes.
Path = Union[str, "os.PathLike[str]"]
#: A column: its name in every face, and the heading printed over it.
Column = Tuple[str, str]


def named(path: Path) -> str:
    """A path as text."""
    return as_text("path", os.fspath(path))


def headed(labels: Optional[str]) -> bool:
    """Whether the printed headings, and the office's words, are wanted."""
    if labels not in (None, "zh"):
        raise InvalidInput._unknown("labels", ["zh"])
    return labels == "zh"


def chosen(columns: Optional[Sequence[str]], usual: Sequence[Column], all_: Sequence[Column]) -> List[Column]:
    """The columns that are named, or the usual ones."""
    if columns is None:
        return list(usual)
    known = dict(all_)
    names = texts("columns", columns)
    if not names:
        raise InvalidInput._empty("columns")
    for name in names:
        if name not in known:
            raise InvalidInput._near("columns", name, known)
    return [(name, known[name]) for name in names]


def crossed(value: Any) -> Any:
    """A value as the extension reads it."""
    if isinstance(value, Rate):
        return {"printed": str(value)}
    if isinstance(value, datetime):
        return {"moment": ms_of("at", value)}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, (tuple, list)):
        return [str(each) for each in value]
    return value


def saved(
    path: Path, columns: Sequence[Column], rows: Iterable[Sequence[Any]], labels: Optional[str], replace: bool
) -> int:
    """Writes rows, each a value for each column, into a file, and says how many there are."""
    told = as_json({"columns": list(columns), "rows": [list(row) for row in rows]})
    return _core.save_list(named(path), told, headed(labels), flag("replace", replace))


class Listed(List[T]):
    """A list that can leave as a file."""

    #: Its columns: names and headings.
    _columns: ClassVar[Tuple[Column, ...]] = ()
    #: Those of them that hold an id: a text to a spreadsheet, whatever its digits.
    _ids: ClassVar[Tuple[str, ...]] = ()

    def save(
        self,
        path: Path,
        *,
        columns: Optional[Sequence[str]] = None,
        labels: Optional[str] = None,
        replace: bool = False,
    ) -> int:
        """Writes the list into a file, as its name ends: `.xlsx`, `.csv` or `.jsonl`; and says how
        many rows it has.

        Ids and numbers are text, moments are Beijing's wall clock, and no text is a formula,
        whatever it begins with. With `labels="zh"` under the printed headings. What stands there is
        not overwritten unless `replace` says so.
        """
        own = self._heads()
        wanted = chosen(columns, own, own)
        office = labels == "zh" and not named(path).lower().endswith(".jsonl")
        rows = [[self._cell(each, name, office) for name, _ in wanted] for each in self]
        return saved(path, wanted, rows, labels, replace)

    def _heads(self) -> Sequence[Column]:
        return self._columns

    def _cell(self, of: Any, name: str, office: bool) -> Any:
        value = getattr(of, name)
        return {"id": value} if name in self._ids and value is not None else crossed(value)


class TicketRefs(Listed[TicketRef]):
    """Tickets behind a figure."""

    _columns = (("id", "工单标识"), ("number", "工单编号"))
    _ids = ("id",)


class Answers(Listed[Dict[str, Any]]):
    """What a statement answered, row by row."""

    #: The names of its columns, in order; also where there is no row. They stand over a file's, too.
    columns: Tuple[str, ...] = ()

    def _heads(self) -> Sequence[Column]:
        return [(name, name) for name in self.columns]

    def _cell(self, of: Dict[str, Any], name: str, office: bool) -> Any:
        return of[name]
