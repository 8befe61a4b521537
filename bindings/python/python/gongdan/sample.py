"""Invented files to try things with: the golden month, cities from a seed, and an empty office."""

from __future__ import annotations

import os
from typing import Optional, Union

from . import _core
from .hotline import Hotline
from .keeping import Progress
from .arguments import as_period, as_text
from .moments import Moment, Period

Path = Union[str, "os.PathLike[str]"]


def golden(path: Path, *, progress: Optional[Progress] = None) -> Hotline:
    """A new file with the golden month: 3,338 invented tickets of September 2020, lived through
    the commands, whose bulletin has the figures of a real printed one."""
    return Hotline(_core.golden(os.fspath(path), progress), os.fspath(path))


def city(
    path: Path,
    *,
    tickets: int = 10_000,
    period: Period = "2020",
    seed: int = 7,
    progress: Optional[Progress] = None,
) -> Hotline:
    """A new file with a city's tickets, all lived; the same seed makes the same file anywhere."""
    made = _core.city(os.fspath(path), seed, tickets, as_period("period", period), progress)
    return Hotline(made, os.fspath(path))


def office(path: Path, *, at: Moment = "2020-08-01 09:00") -> Hotline:
    """A new file of the golden month's county, with its units, categories and channels, and no
    ticket yet."""
    return Hotline(_core.office(os.fspath(path), as_text("at", at)), os.fspath(path))
