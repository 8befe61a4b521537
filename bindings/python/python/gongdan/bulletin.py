"""The bulletin (通报): every figure, table and case of one issue, collected from one state."""

from __future__ import annotations

import json
import os
import warnings
from html import escape
from typing import TYPE_CHECKING, Any, Dict, List, Union, cast

from . import _core, _words
from ._files import written
from ._literals import Figure
from .chart import Chart
from .errors import InvalidInput
from .figures import Figures
from .language import language
from .rate import Rate

if TYPE_CHECKING:
    from .door import Door

#: What can be written, by the end of the file's name.
_FORMS = tuple(f".{form}" for form in _words.words("Form") if form != "png")


def given_values(path: Union[str, "os.PathLike[str]"]) -> List[str]:
    """The values from outside and the editor's texts of a TOML file (外来数), as `set=` of `bulletin` and `publish` takes them: a
    line `接通率 = "97.5%"` sets a value, a table `[成绩]` with `县住建局 = 98` those of rows. A number keeps its digits."""
    return _core.given_values(os.fspath(path))


class Bulletin:
    """One issue, collected. Its sentences, tables and annexes take their figures from here.

    Figures of the first paragraph are attributes: `b.accepted` is an int, `b.closure_rate` a Rate.
    """

    def __init__(
        self,
        hotline: "Door",
        collected: "_core.Collected",
        by_category: "_core.Reckoned",
        by_unit: "_core.Reckoned",
    ) -> None:
        self._collected = collected
        #: The whole model, as it stands in the JSON form.
        self.model: Dict[str, Any] = json.loads(collected.json())
        #: 问题分类统计.
        self.by_category = self._table(hotline, by_category, "by_category")
        #: 成员单位工单办理情况.
        self.by_unit = self._table(hotline, by_unit, "by_unit")

    def _table(self, hotline: "Door", reckoned: "_core.Reckoned", name: str) -> Figures:
        columns = self.model[name]["columns"]
        headings = {column["figure"]: column["head"] for column in columns}
        return Figures(hotline, reckoned, cast(List[Figure], list(headings)), headings)

    @property
    def title(self) -> str:
        """Its title."""
        return str(self.model["title"])

    @property
    def number(self) -> str:
        """Its number as printed."""
        return str(self.model["number"])

    @property
    def checks(self) -> List[Dict[str, Any]]:
        """Every pair of figures that should agree (对账), with the tickets in between."""
        return list(self.model["checks"])

    @property
    def disagreements(self) -> List[Dict[str, Any]]:
        """The pairs that do not agree."""
        return [check for check in self.checks if not check["agrees"]]

    # The figures of the first paragraph.
    calls: int
    accepted: int
    resolved_online: int
    transferred: int
    ended_at_centre: int
    waiting: int
    rejected: int
    merged: int
    closed: int
    closure_rate: Rate
    satisfaction_rate: Rate

    if not TYPE_CHECKING:  # a checker would take any name

        def __getattr__(self, figure: str) -> Union[int, Rate]:
            if figure.startswith("_") or figure == "model":
                raise AttributeError(figure)
            found = self.model["overview"].get(figure)
            if found is None:
                near = InvalidInput._near("figure", figure, self.model["overview"])
                raise AttributeError(str(near))
            return _value(found, str(self.model["rounding"]))

    def __dir__(self) -> List[str]:
        return [*super().__dir__(), *self.model["overview"]]

    def markdown(self) -> str:
        """Printed as Markdown."""
        return self._collected.md()

    def json(self) -> str:
        """The whole model as JSON, every figure with name, rule, exact value and printed text."""
        return self._collected.json()

    def save(self, path: Union[str, "os.PathLike[str]"], *, replace: bool = False) -> None:
        """Writes it to a new file, as the name ends: `.md`, `.json`, `.html`, `.docx`, `.xlsx` or
        `.pdf`.

        A PDF embeds a Chinese font of the system; without one NotFound says what to install. The
        charts of a Word document are left out then. For a font that the format names and the system
        lacks another stands in, which a UserWarning tells. What stands there already is not
        overwritten unless `replace` says so.
        """
        name = os.fspath(path)
        form = os.path.splitext(name)[1].lower()
        if form not in _FORMS:
            raise InvalidInput._unknown("path", list(_FORMS))
        written(name, self._made(form), replace)

    def _made(self, form: str) -> bytes:
        if form == ".pdf":
            return self._pdf()
        made = getattr(self._collected, form[1:])()
        return made if isinstance(made, bytes) else made.encode()

    def _pdf(self) -> bytes:
        pdf, substitutes = self._collected.pdf()
        for english, chinese in substitutes:
            warnings.warn(chinese if language() == "zh" else english, stacklevel=4)
        return pdf

    @property
    def charts(self) -> List[str]:
        """The names of its charts."""
        return self._collected.charts()

    def chart(self, name: str) -> Chart:
        """A chart of it, which shows itself in Jupyter: `units_late`, `categories`, or another
        that its format draws. A chart of nothing but zeros is not drawn."""
        found = self._collected.svg(name)
        if found is None:
            raise InvalidInput._unknown("name", self.charts)
        title, bars, svg = found
        rounding = str(self.model["rounding"])
        values = [(each, _value(figure, rounding)) for each, figure in json.loads(bars)]
        return Chart(name, title, values, svg, self._collected)

    def __repr__(self) -> str:
        return f"<Bulletin {self.number} {self.model['period']}>"

    def _repr_html_(self) -> str:
        tables = (self.by_category, self.by_unit)
        shown = "".join(table._repr_html_() for table in tables)
        figures = self.model["overview"].values()
        lines = "".join(
            f"<li>{escape(_words.heading(each['name']))}: {each['printed']}</li>" for each in figures
        )
        return f"<h3>{escape(self.title)}</h3><p>{escape(self.number)}</p><ul>{lines}</ul>{shown}"


def _value(figure: Dict[str, Any], rounding: str) -> Union[int, Rate]:
    if "count" in figure:
        return int(figure["count"])
    return Rate(
        figure["numerator"],
        figure["denominator"],
        figure["rule"],
        name=figure["name"],
        rounding=rounding,
    )
