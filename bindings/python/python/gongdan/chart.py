"""A chart of a bulletin: bars of figures that stand in one of its tables."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, List, Tuple, Union

from ._files import written
from .errors import InvalidInput
from .rate import Rate

if TYPE_CHECKING:
    from . import _core

#: What can be written, by the end of the file's name.
_FORMS = (".svg", ".png")


class Chart:
    """Bars from the top down. Jupyter shows it; `svg` is the picture, `save` writes it."""

    def __init__(
        self,
        name: str,
        title: str,
        bars: "List[Tuple[str, Union[int, Rate]]]",
        svg: str,
        collected: "_core.Collected",
    ) -> None:
        self._collected = collected
        #: Its name: `units_late`.
        self.name = name
        #: What it shows.
        self.title = title
        #: Names and figures, from the top down.
        self.bars = bars
        #: The picture as SVG.
        self.svg = svg

    def save(self, path: Union[str, "os.PathLike[str]"], *, replace: bool = False) -> None:
        """Writes the picture to a new file, as the name ends: `.svg` or `.png`.

        A PNG is drawn with a Chinese font of the system; without one NotFound says what to
        install.
        """
        name = os.fspath(path)
        form = os.path.splitext(name)[1].lower()
        if form not in _FORMS:
            raise InvalidInput._unknown("path", list(_FORMS))
        content = self.svg.encode() if form == ".svg" else self._collected.png(self.name)
        written(name, content or b"", replace)

    def __repr__(self) -> str:
        return f"<Chart {self.name}: {self.title}, {len(self.bars)} bars>"

    def _repr_svg_(self) -> str:
        return self.svg
