"""Arguments on their way in: taken as what they mean, or refused under their own name."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable as _Iterable
from collections.abc import Mapping as _Mapping
from datetime import date, datetime, time
from typing import Any, Dict, List, Sequence, TypeVar, Union

from .errors import InvalidInput
from .moments import AsOf, Period, Span
from .ticket import Ticket, TicketRef

T = TypeVar("T")
#: A ticket as it was seen, or just which one: a reference or an id.
TicketLike = Union[Ticket, TicketRef, int]
#: The largest number of anything.
MOST = (1 << 63) - 1
#: One or several.
Some = Union[T, Sequence[T]]
#: What is told as data: a structure by names or as a list of lists, or the name of one.
Structure = Union[str, _Mapping[str, Any], Sequence[Sequence[str]]]


def told(arguments: _Mapping[str, Any]) -> Dict[str, Any]:
    """Arguments by name, as the extension reads them."""
    return {name: plain(name, given) for name, given in dict(arguments).items()}


def plain(argument: str, given: Any) -> Any:
    """A value as the extension reads it. What a table has for "nothing" (None, NaN, NaT, NA) is
    nothing, a scalar of numpy is its value, a ticket its id.

    >>> plain("days", 5.0), plain("remark", float("nan")), plain("from_", date(2020, 9, 1))
    (5, None, '2020-09-01')
    >>> plain("period", (date(2020, 9, 1), date(2020, 9, 15)))
    ['2020-09-01', '2020-09-15']
    """
    if given is None or isinstance(given, (bool, int)):
        return given
    if isinstance(given, str):
        return _text(argument, given)
    if isinstance(given, (Ticket, TicketRef)):
        return given.id
    if isinstance(given, (float, date)) or type(given).__name__ == "NAType":
        return _scalar(argument, given)
    if hasattr(given, "dtype") and getattr(given, "ndim", 1) == 0:
        return plain(argument, _of_numpy(argument, given))
    if hasattr(given, "start_time") and hasattr(given, "end_time"):
        return _span(argument, given)
    if isinstance(given, _Mapping):
        return {str(name): plain(argument, each) for name, each in given.items()}
    if isinstance(given, _Iterable) and not isinstance(given, (bytes, bytearray, memoryview)):
        return [plain(argument, each) for each in given]
    raise InvalidInput._foreign(argument, type(given).__name__)


def _text(argument: str, given: str) -> str:
    try:
        given.encode()
    except UnicodeEncodeError:
        raise InvalidInput._foreign(argument, "half of a character") from None
    return given


def _scalar(argument: str, given: Any) -> Any:
    if type(given).__name__ == "NAType" or given != given:
        return None
    if isinstance(given, datetime):
        return given.isoformat(timespec="milliseconds")
    if isinstance(given, date):
        return given.isoformat()
    if math.isinf(given):
        raise InvalidInput._foreign(argument, "infinity")
    return int(given) if given.is_integer() else given


def _of_numpy(argument: str, given: Any) -> Any:
    """A scalar of numpy as Python has it. Its moments are of a finer grain than Python's; its months and
    years are periods, and its weeks begin on Thursdays."""
    grain = given.dtype.name.partition("[")[2]
    if given.dtype.kind != "M" or grain == "D]":
        return given.item()
    if grain == "W]":
        raise InvalidInput._foreign(argument, "a week of numpy, which begins on a Thursday")
    return str(given) if grain in ("M]", "Y]") and given == given else given.astype("M8[us]").item()


def _span(argument: str, given: Span) -> str:
    """A period of pandas; one that begins or ends within a day is none of ours."""
    first, last = given.start_time, given.end_time
    if (first.time(), last.time()) != (time.min, time.max):
        raise InvalidInput._foreign(argument, "a part of a day")
    return f"{first.date()}..{last.date()}"


def as_period(argument: str, given: Period) -> str:
    """A period as text."""
    told = plain(argument, given)
    if isinstance(told, list) and [type(each) for each in told] == [str, str]:
        return f"{told[0].split('..')[0]}..{told[1].split('..')[-1]}"
    return as_text(argument, told)


def as_text(argument: str, given: Any) -> str:
    """A text, or a moment as text: nothing else, and not nothing."""
    text = plain(argument, given)
    if isinstance(text, str):
        return text
    raise InvalidInput._foreign(argument, type(given).__name__)


def integer(argument: str, given: Any) -> int:
    """A number without a part."""
    number = plain(argument, given)
    if isinstance(number, bool) or not isinstance(number, int):
        raise InvalidInput._foreign(argument, type(given).__name__)
    return number


def whole(argument: str, given: Any, most: int = (1 << 32) - 1) -> int:
    """A whole number that is not negative.

    >>> whole("limit", 5.0)
    5
    """
    number = integer(argument, given)
    if not 0 <= number <= most:
        raise InvalidInput._out_of_range(argument, most)
    return number


def flag(argument: str, given: Any) -> bool:
    """Yes or no."""
    told = plain(argument, given)
    if isinstance(told, bool):
        return told
    raise InvalidInput._foreign(argument, type(given).__name__)


def texts(argument: str, given: Any) -> List[str]:
    """One text or several."""
    told = plain(argument, given)
    several = [told] if isinstance(told, str) else listed(argument, told)
    return [as_text(argument, each) for each in several]


def listed(argument: str, given: Any) -> List[Any]:
    """Several of something."""
    if isinstance(given, _Iterable) and not isinstance(given, (str, bytes, _Mapping)):
        return list(given)
    raise InvalidInput._foreign(argument, type(given).__name__)


def mapping(argument: str, given: Any) -> Dict[str, Any]:
    """Something by names."""
    if isinstance(given, _Mapping):
        return {str(name): each for name, each in given.items()}
    raise InvalidInput._foreign(argument, type(given).__name__)


def ticket_id(ticket: Any, argument: str = "ticket") -> int:
    """The id of a ticket, reference or id."""
    which = ticket if type(ticket) is int else plain(argument, ticket)
    if isinstance(which, int) and not isinstance(which, bool) and 0 <= which <= MOST:
        return which
    raise InvalidInput._foreign(argument, type(ticket).__name__)


def question(period: Period, as_of: AsOf, **more: Any) -> Dict[str, Any]:
    """A question as the extension reads it."""
    return told({"period": period, "as_of": as_of, **more})


def as_json(given: Any) -> str:
    """What crosses to the extension."""
    return json.dumps(given)
