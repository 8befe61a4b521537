"""Filters and questions, as keyword arguments are checked.

Written from their tables by `make faces`; do not edit.
"""

from __future__ import annotations

from typing import Optional, TypedDict

from ._literals import Basis, Grouping, LimitOf, Queue, Stage
from .arguments import Some
from .moments import AsOf, Period


class Filter(TypedDict, total=False):
    """What to look for; the rest does not narrow."""

    stage: Some[Stage]
    channel: Optional[str]
    category: Optional[str]
    unit: Optional[str]
    area: Optional[str]
    external: Optional[str]
    accepted: Optional[Period]
    overdue_on: Optional[AsOf]
    due_from: Optional[AsOf]
    due_by: Optional[AsOf]
    open: bool
    difficult: bool
    featured: bool
    text: Optional[str]
    limit_of: Optional[LimitOf]
    queue: Optional[Queue]
    related: Optional[str]
    sample: Optional[int]
    seed: Optional[int]
    as_of: Optional[AsOf]


class _Needed(TypedDict):
    """What every question says."""

    period: Period
    as_of: AsOf


class Question(_Needed, total=False):
    """A question to the figures."""

    basis: Basis
    by: Some[Grouping]
    level: Optional[int]
    seen: Optional[int]
    zeros: bool
    bands: Some[int]
    effective: bool
