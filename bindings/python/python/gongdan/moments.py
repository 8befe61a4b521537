"""Moments and days: naive ones mean Beijing time, answers are aware, in Beijing time."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone, tzinfo
from typing import Optional, Protocol, Tuple, Union, overload
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from . import _core


def _beijing() -> tzinfo:
    try:
        return ZoneInfo("Asia/Shanghai")
    except ZoneInfoNotFoundError:
        return timezone(timedelta(hours=8), "Asia/Shanghai")


#: The one zone of the hotline: Asia/Shanghai, whatever the host's. Where the system has no list of
#: zones (nor the package tzdata), eight hours ahead of UTC stand for it: the same since 1991.
BEIJING = _beijing()

_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)

#: A moment: "2020-10-09 17:30", or a datetime (naive means Beijing).
Moment = Union[str, datetime]
#: A moment, or a day, which then means its end.
AsOf = Union[str, date, datetime]
#: A day: "2020-10-09", or a date.
Day = Union[str, date]


class Span(Protocol):
    """Whole days as pandas has them: a `pandas.Period`."""

    @property
    def start_time(self) -> datetime:
        """Its first moment."""

    @property
    def end_time(self) -> datetime:
        """Its last moment."""


#: "2020-09", "2020-Q3", "2020-W36", "2020", "2020-09-21", or two of these joined by "..", both
#: counted; one day as a date, the first and the last day as a tuple, or a period of pandas.
Period = Union[str, date, Tuple[Union[str, date], Union[str, date]], Span]


@overload
def moment_of(ms: None) -> None: ...
@overload
def moment_of(ms: int) -> datetime: ...
def moment_of(ms: Optional[int]) -> Optional[datetime]:
    """A moment of milliseconds since 1970 UTC, in Beijing time.

    >>> moment_of(1_602_235_800_000).isoformat()
    '2020-10-09T17:30:00+08:00'
    """
    return None if ms is None else (_EPOCH + timedelta(milliseconds=ms)).astimezone(BEIJING)


def text_of(moment: AsOf) -> str:
    """A moment or day as the extension reads it, which names what is none."""
    if isinstance(moment, datetime) and moment == moment:  # pandas.NaT is a datetime
        return moment.isoformat(timespec="milliseconds")
    return str(moment)


def ms_of(argument: str, moment: AsOf) -> int:
    """A moment as milliseconds since 1970 UTC; a bare day means its end."""
    return _core.moment(argument, text_of(moment), True)


def whole_text_of(moment: AsOf) -> str:
    """A moment as the extension reads it; a bare day means its beginning."""
    text = text_of(moment)
    return text + " 00:00" if len(text) == 10 else text


def start_of(argument: str, day: AsOf) -> int:
    """A moment as milliseconds; a bare day means its beginning: from when something holds."""
    return _core.moment(argument, whole_text_of(day), False)
