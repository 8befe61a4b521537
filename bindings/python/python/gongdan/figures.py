"""Figures: counts and rates by any grouping, each of which opens to the tickets behind it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import (
    TYPE_CHECKING,
    Any,
    Dict,
    Iterator,
    List,
    NoReturn,
    Optional,
    Sequence,
    Tuple,
    Union,
    cast,
    overload,
)

from . import _core, _words
from ._figures import AllFigures
from ._literals import Count, Figure, Measure
from .arguments import texts
from .errors import InvalidInput, NotFound
from .figured import known
from .lists import Path, TicketRefs, crossed, saved
from .moments import moment_of
from .parquet import is_parquet
from .rate import Rate
from .tables import ArrowStream, Table
from .ticket import TicketRef

if TYPE_CHECKING:
    from .door import Door


class Row(AllFigures):
    """One row of figures: counts by attribute (`row.accepted`), rates too (`row.closure_rate`).

    A figure that the basis and the grouping do not define is no attribute, and asked for by its name
    an `InvalidInput`.
    """

    def __init__(
        self,
        figures: "Figures",
        place: Optional[int],
        keys: Tuple[str, ...],
        counts: Dict[Count, int],
    ) -> None:
        self._figures = figures
        self._place = place
        #: The names it stands for, one for each grouping.
        self.keys = keys
        #: Every count the basis defines, by name.
        self.counts = counts

    @property
    def name(self) -> str:
        """The names it stands for, in one."""
        return " / ".join(self.keys)

    def rate(self, measure: Measure) -> Rate:
        """A measure of this row, exact."""
        name = known("measure", measure)
        parts = self._figures._reckoned.measure(self._place, name)
        return Rate(*parts, _words.RULES[name], name=name, rounding=self._figures._rounding)

    def tickets(self, count: Count = "accepted") -> TicketRefs:
        """The tickets behind one of its counts: as many as the count says."""
        return self._figures._behind(self._place, count)

    @overload
    def __getitem__(self, figure: Count) -> int: ...
    @overload
    def __getitem__(self, figure: Measure) -> Rate: ...
    def __getitem__(self, figure: str) -> Union[int, Rate]:
        """A count or measure by name, or by the heading printed over it."""
        return self._figure(known("figure", figure))

    def _figure(self, name: str) -> Union[int, Rate]:
        if name in _words.RULES:
            return self.rate(cast(Measure, name))
        count = self.counts.get(cast(Count, name))
        return self._figures._undefined(name) if count is None else count

    if not TYPE_CHECKING:  # a checker would take any name

        def __getattr__(self, name: str) -> NoReturn:
            try:
                self._figure(known("figure", name))
            except InvalidInput as wrong:
                raise AttributeError(str(wrong)) from None
            raise AttributeError(name)

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value}" for name, value in self.counts.items() if value)
        return f"<Row {self.name}: {shown}>"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Row):
            return NotImplemented
        return (self.keys, self.counts) == (other.keys, other.counts)

    __hash__ = None  # type: ignore[assignment]


class Figures(Table):
    """The answer to a question: rows in printed order, and their total.

    As a Table it holds its keys, counts and measures; `figures["县住建局"]` is a row.
    """

    def __init__(
        self,
        hotline: "Door",
        reckoned: "_core.Reckoned",
        wanted: Optional[Sequence[Figure]] = None,
        headings: Optional[Dict[str, str]] = None,
    ) -> None:
        answer = json.loads(reckoned.json())
        self._hotline = hotline
        self._reckoned = reckoned
        self._rounding: str = answer["rounding"]
        self._question: Dict[str, Any] = answer["question"]
        self._own_headings = headings or {}
        #: The rows, in printed order.
        self.rows: List[Row] = [
            Row(self, place, tuple(key["name"] for key in row["keys"]), row["counts"])
            for place, row in enumerate(answer["rows"])
        ]
        #: The sum of the rows, count by count.
        self.total = Row(self, None, ("合计",), answer["total"])
        #: The counts and measures it shows.
        self.columns: List[Figure] = self._shown(wanted)

    @property
    def period(self) -> str:
        """The period asked about."""
        return str(self._question["period"])

    @property
    def as_of(self) -> datetime:
        """The cut-off: nothing later is seen."""
        return moment_of(int(self._question["as_of"]))

    @property
    def by(self) -> Tuple[str, ...]:
        """By what it is broken down."""
        return tuple(self._question["by"])

    def tickets(self, count: Count = "accepted") -> TicketRefs:
        """The tickets behind a count of the total."""
        return self._behind(None, count)

    def rate(self, measure: Measure) -> Rate:
        """A measure of the total."""
        return self.total.rate(measure)

    def share(self, row: Row, count: Count = "accepted") -> Rate:
        """占比: a row's part of the total."""
        name = known("count", count)
        rule = f"{name} / all {name}"
        if name in _words.RULES:
            raise InvalidInput._unknown("count", _words.words("Count"))
        return Rate(row[count], self.total[count], rule, rounding=self._rounding)

    def _shown(self, wanted: Optional[Sequence[Figure]]) -> List[Figure]:
        """What is wanted, under its own name; what nobody knows is told now, not when it is shown."""
        if wanted is None:
            return list(self.total.counts)
        names = [known("measures", each) for each in texts("measures", wanted)]
        if not names:
            raise InvalidInput._empty("measures")
        self._reckoned.check("measures", names)
        return cast(List[Figure], names)

    def _undefined(self, name: str) -> NoReturn:
        self._reckoned.check("figure", [name])
        raise KeyError(name)

    def __getitem__(self, name: str) -> Row:
        """The row of a name in the first grouping."""
        for row in self.rows:
            if name in (row.keys[0], row.name):
                return row
        raise NotFound(f"no such row: {name}", f"没有这一行:{name}")

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def _behind(self, place: Optional[int], count: str) -> TicketRefs:
        found = self._hotline._look("behind", self._reckoned, place, count)
        return TicketRefs(TicketRef(*each) for each in found)

    def _stream(self, labels: Optional[str], floats: bool) -> ArrowStream:
        return self._reckoned.arrow(list(self.columns), labels == "zh", floats)

    def save(
        self, path: Path, *, labels: Optional[str] = None, replace: bool = False
    ) -> int:
        """As every table; the last row is the total, 合计, but in Parquet, where each row is one of the groups."""
        if is_parquet(path):
            return self._save_parquet(path, labels, replace)
        keys = [(by, _words.term("Grouping", by)) for by in self.by]
        figures = [(name, self._own_headings.get(name, _words.heading(name))) for name in self.columns]
        total: List[Optional[str]] = ["合计", *(None for _ in keys)]
        names: List[List[Optional[str]]] = [[*row.keys] for row in self.rows]
        rows = [
            [*key, *(crossed(row[name]) for name in self.columns)]
            for key, row in zip([*names, total[: len(keys)]], [*self.rows, self.total])
        ]
        return saved(path, [*keys, *figures], rows if keys else rows[-1:], labels, replace)

    def _preview(self, rows: int) -> Tuple[List[str], List[List[str]], Optional[int]]:
        shown = [self._line(row) for row in self.rows]
        names = [self._own_headings.get(name, _words.heading(name)) for name in self.columns]
        return ["", *names], [*shown, self._line(self.total)], None

    def _line(self, row: Row) -> List[str]:
        return [row.name, *(str(row[name]) for name in self.columns)]

    def __repr__(self) -> str:
        by = ", ".join(self.by) or "all"
        return f"<Figures of {self.period} by {by}: {len(self.rows)} rows>"
