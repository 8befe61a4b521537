"""An office's past comes in (历史导入): from a file or a table, by a mapping that is data."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable as _Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Callable, Dict, Iterable, List, Mapping, Optional, Sequence, Tuple, Union

from . import _core
from ._spoken import spoken
from .actor import Actor
from .arguments import as_json, as_text, flag, plain
from .errors import InvalidInput
from .lists import Path, named
from .moments import BEIJING, Day


@dataclass(frozen=True)
class RowProblem:
    """What is wrong with a row of a sheet."""

    #: The sheet's name; of a text file or a table nothing.
    sheet: str
    #: The row, from 1; the headings have one, too.
    row: int
    #: The letters of the column, where it is about one.
    column: Optional[str]
    #: Its heading.
    heading: Optional[str]
    #: The fact, where it is about one, for example "accepted_at".
    field: Optional[str]
    #: What is wrong, in both languages. It can quote the cell.
    english: str
    chinese: str

    def message(self, in_language: Optional[str] = None) -> str:
        """What to tell a person, in "zh" or "en"; by default in the chosen language."""
        return self.chinese if (in_language or spoken()) == "zh" else self.english

    def __repr__(self) -> str:
        return f"RowProblem(row {self.row}, {self.column or '-'}, {self.field or '-'})"


@dataclass(frozen=True)
class Imported:
    """What became of a sheet."""

    #: Whether it was written.
    written: bool
    #: Rows that made a ticket.
    taken: int
    #: Rows that said more of a ticket that stood.
    added: int
    #: Rows that said nothing new.
    repeated: int
    #: Entries that were added to the register.
    entries: int
    #: What is wrong, in the order of the rows; a row can have several.
    problems: Tuple[RowProblem, ...]

    @property
    def refused(self) -> Tuple[int, ...]:
        """The rows that were refused, in order."""
        return tuple(sorted({problem.row for problem in self.problems}))

    @classmethod
    def _from_json(cls, told: Dict[str, Any]) -> "Imported":
        problems = tuple(RowProblem(**each) for each in told["problems"])
        return cls(**{**told, "problems": problems})


class RowsRefused(InvalidInput):
    """Rows of a sheet are wrong, and nothing of it was written: `imported.problems` names each."""

    @property
    def imported(self) -> Imported:
        """What became of the sheet."""
        return Imported._from_json(self._details["imported"])


class Importing(Actor):
    """The centre lets an office's past in. A row is all or nothing, and so is a sheet unless `partial`
    is asked; the same sheet twice adds nothing; what a sheet does not say is unknown."""

    def import_file(
        self,
        path: Path,
        *,
        mapping: Union[Path, Mapping[str, Any]] = "通用",
        known_on: Optional[Day] = None,
        partial: bool = False,
        dry_run: bool = False,
        refused: Optional[Path] = None,
        progress: Optional[Callable[[int, int], object]] = None,
    ) -> Imported:
        """Imports a sheet: `.xlsx`, `.xls`, CSV or TSV in UTF-8, GB18030 or UTF-16, whatever its name
        says. The `mapping` is the name of one that is shipped, a TOML file, or the same as data.

        `known_on` is the day of the sheet: what has no moment counts from then. Wrong rows raise
        `RowsRefused`, unless the others are wanted alone (`partial`) or all is only tried
        (`dry_run`); in a new workbook `refused` they stand as they were, with a column 原因, and
        import when mended. `progress` hears how many rows of how many are done.
        """
        return self._import((named(path), None), mapping, known_on, (partial, dry_run, refused), progress)

    def import_table(
        self,
        table: Any,
        *,
        mapping: Union[Path, Mapping[str, Any]] = "通用",
        known_on: Optional[Day] = None,
        partial: bool = False,
        dry_run: bool = False,
        refused: Optional[Path] = None,
        progress: Optional[Callable[[int, int], object]] = None,
    ) -> Imported:
        """Imports a table of pandas, polars or Arrow, or dictionaries row by row, as `import_file`
        does: row 1 is that of the headings. A float that has lost digits is refused, as in a sheet;
        whole numbers and texts are exact."""
        source = (None, as_json(_rows("table", table)))
        return self._import(source, mapping, known_on, (partial, dry_run, refused), progress)

    def import_register(
        self,
        of: str,
        source: Any,
        *,
        dry_run: bool = False,
        refused: Optional[Path] = None,
    ) -> Imported:
        """Imports a sheet, or a table as `import_table` takes it, of what the office keeps beside its tickets: `of` is unit,
        category, channel, area, contacts (诉求量) or notices (放假通知). All rows or none; the same again adds nothing.

        Entries stand under 名称, 别名, 分组, 上级, 次序, 编码, 类别, one a row; contacts under 日期, 渠道, 诉求量: the whole
        day's, and what was counted is corrected to it; the days of notices under 年份, 发布日期, 文件, 日期, 安排, 节日. Wrong
        rows raise `RowsRefused`, but in a dry run.
        """
        file = isinstance(source, (str, os.PathLike))
        sheet = (named(source), None) if file else (None, as_json(_rows("source", source)))
        how = (False, flag("dry_run", dry_run), None if refused is None else named(refused))
        return _whole(json.loads(self._do("import_register", self._stamp, as_text("of", of), sheet, how)), dry_run)

    def _import(
        self,
        source: Tuple[Optional[str], Optional[str]],
        mapping: Union[Path, Mapping[str, Any]],
        known_on: Optional[Day],
        how: Tuple[bool, bool, Optional[Path]],
        progress: Optional[Callable[[int, int], object]],
    ) -> Imported:
        partial, dry_run, refused = how
        way = (*_mapping(mapping), None if known_on is None else as_text("known_on", known_on))
        asked = (flag("partial", partial), flag("dry_run", dry_run), None if refused is None else named(refused))
        told = json.loads(self._do("import_sheet", self._stamp, source, way, asked, progress))
        return _whole(told, partial or dry_run)


def _whole(told: Dict[str, Any], partly: bool) -> Imported:
    """What became of a sheet, of which nothing may be wrong unless it is only partly wanted."""
    imported = Imported._from_json(told)
    if imported.problems and not partly:
        rows = len(imported.refused)
        english = f"path: {rows} rows are refused and nothing was written; .imported.problems names each"
        chinese = f"{rows} 行有误,未写入;逐行见 .imported.problems"
        raise RowsRefused(english, chinese, {"argument": "path", "imported": told})
    return imported


def _mapping(mapping: Union[Path, Mapping[str, Any]]) -> Tuple[Optional[str], Optional[str]]:
    if isinstance(mapping, (str, os.PathLike)):
        return as_text("mapping", os.fspath(mapping)), None
    if not isinstance(mapping, Mapping):
        raise InvalidInput._foreign("mapping", type(mapping).__name__)
    return None, as_json(plain("mapping", mapping))


def _rows(argument: str, table: Any) -> List[List[Any]]:
    """The rows of a table, its headings first."""
    headings, rows = _parts(argument, table)
    return [[str(each) for each in headings], *([_cell(argument, cell) for cell in row] for row in rows)]


def _parts(argument: str, table: Any) -> Tuple[Sequence[Any], Iterable[Sequence[Any]]]:
    if hasattr(table, "to_pylist") and hasattr(table, "column_names"):
        return table.column_names, zip(*(table.column(each).to_pylist() for each in table.column_names))
    if hasattr(table, "iter_rows"):
        return table.columns, table.iter_rows()
    if hasattr(table, "itertuples"):
        return list(table.columns), table.itertuples(index=False, name=None)
    if isinstance(table, (str, bytes, Mapping)) or not isinstance(table, _Iterable):
        raise InvalidInput._foreign(argument, type(table).__name__)
    rows: List[Mapping[str, Any]] = list(table)
    if not all(isinstance(row, Mapping) for row in rows):
        raise InvalidInput._foreign(argument, type(table).__name__)
    headings = list(dict.fromkeys(name for row in rows for name in row))
    return headings, ([row.get(name) for name in headings] for row in rows)


def _cell(argument: str, value: Any) -> Any:
    """A cell as the extension reads it: whole numbers are exact, so they are texts."""
    if isinstance(value, datetime):
        if value != value:
            return None
        local = value if value.tzinfo is None else value.astimezone(BEIJING)
        return {"when": local.replace(tzinfo=None).isoformat(timespec="seconds")}
    if isinstance(value, date):
        return {"when": f"{value.isoformat()}T00:00:00"}
    if isinstance(value, float):
        return None if value != value else value
    told = plain(argument, value)
    if isinstance(told, int) and not isinstance(told, bool):
        return str(told)
    return told


def suggest_mapping(path: Path) -> str:
    """A mapping for a sheet that none is known for, by its headings: TOML with comments in Chinese. A
    clerk looks it through, and keeps it as a file."""
    return _core.suggest_mapping(named(path))
