"""Rates: exact fractions with the name of their rule, from the count to the printed digit."""

from __future__ import annotations

import operator
import re
from decimal import Decimal
from fractions import Fraction
from typing import Any, Callable, Optional, Tuple, Union, overload

from . import _core
from .errors import InvalidInput

#: What a rate compares with. A float is what it holds, to the last bit.
Number = Union["Rate", Fraction, int, Decimal, float]

#: A format of fixed decimals: what stands before, how many, and whether in per cent.
_FIXED = re.compile(r"(?P<before>.*?)(?:\.(?P<places>\d+))?(?P<kind>[%fF])", re.DOTALL)
#: Any other format of a number.
_NUMERIC = re.compile(r".*[eEgGn]", re.DOTALL)
#: How a format of a number fills its width.
_WIDTH = re.compile(r"(?:(?P<fill>.)?(?P<align>[<>^=]))?[-+ ]?z?#?0?(?P<width>\d*)", re.DOTALL)


class Rate:
    """A part of a whole, as counted: never reduced, so both can be checked.

    >>> rate = Rate(3285, 3338, rule="closed / effective")
    >>> rate
    Rate(3285, 3338)
    >>> str(rate), f"{rate:.1%}", f"{rate:.4f}"
    ('98.41%', '98.4%', '0.9841')
    >>> rate.fraction
    Fraction(3285, 3338)
    >>> round(float(rate), 4)
    0.9841

    It compares by its exact value, with rates, whole numbers, fractions, decimals and floats; times
    a number it is one.

    >>> rate > Decimal("0.95"), rate == Rate(6570, 6676), rate * 3338
    (True, True, Fraction(3285, 1))

    A float is compared for what it holds, and 0.9 holds a little more than nine tenths: a threshold
    that a rate can meet exactly is told as a Decimal or a Fraction.

    >>> Rate(9, 10) >= Decimal("0.9"), Rate(9, 10) >= 0.9
    (True, False)

    A rate of nothing prints as "—" and has no value: whoever asks for one gets `InvalidInput`.

    >>> str(Rate(0, 0)), Rate(0, 0).fraction
    ('—', None)
    >>> float(Rate(0, 0))
    Traceback (most recent call last):
        ...
    gongdan.errors.InvalidInput: rate: a rate of nothing (0/0) has no value
    """

    __slots__ = ("_name", "_numerator", "_denominator", "_rounding", "_rule")

    def __init__(
        self,
        numerator: int,
        denominator: int,
        rule: str = "",
        *,
        name: str = "",
        rounding: str = "half_up",
    ) -> None:
        self._numerator = _whole("numerator", numerator)
        self._denominator = _whole("denominator", denominator)
        self._rule = rule
        self._name = name
        self._rounding = rounding

    @property
    def numerator(self) -> int:
        """The part."""
        return self._numerator

    @property
    def denominator(self) -> int:
        """The whole; zero prints as "—", neither 0 % nor 100 %."""
        return self._denominator

    @property
    def rule(self) -> str:
        """The rule it follows, for example "closed / effective"."""
        return self._rule

    @property
    def name(self) -> str:
        """The measure's name, for example "closure_rate"."""
        return self._name

    @property
    def rounding(self) -> str:
        """How it is cut to its decimals when printed: "half_up" or "truncate"."""
        return self._rounding

    @property
    def fraction(self) -> Optional[Fraction]:
        """The exact value; None for a rate of nothing."""
        return Fraction(self._numerator, self._denominator) if self._denominator else None

    def _value(self) -> Fraction:
        value = self.fraction
        if value is None:
            raise InvalidInput._undefined(self._name or "rate", f"{self._numerator}/0")
        return value

    def __str__(self) -> str:
        return _core.printed(self._name, self._numerator, self._denominator, self._rounding)

    def __format__(self, spec: str) -> str:
        """As a number is formatted, cut as the office cuts; as text, what `str` prints."""
        fixed = _FIXED.fullmatch(spec)
        if fixed is None and not _NUMERIC.fullmatch(spec):
            return format(str(self), spec)
        if not self._denominator:
            return format(str(self), _of_text(spec))
        return format(float(self), spec) if fixed is None else self._fixed(spec, fixed)

    def _fixed(self, spec: str, fixed: "re.Match[str]") -> str:
        places = int(fixed["places"] or 6)
        shift = places + 2 if fixed["kind"] == "%" else places
        return format(Decimal(f"{self._cut(shift)}E-{shift}"), spec)

    def _cut(self, shift: int) -> int:
        """So many decimal places further left, as a whole number: half up, or cut off."""
        value = self._value() * 10**shift
        half = Fraction(1, 2) if self._rounding == "half_up" else 0
        whole = int(abs(value) + half)
        return whole if value >= 0 else -whole

    def __float__(self) -> float:
        """The nearest float, for plots."""
        return float(self._value())

    def __repr__(self) -> str:
        return f"Rate({self._numerator}, {self._denominator})"

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Rate):
            return self.fraction == other.fraction
        return self.fraction == other if self._denominator else NotImplemented

    def __hash__(self) -> int:
        return hash(self.fraction)

    def __lt__(self, other: Number) -> bool:
        return self._compared(operator.lt, other)

    def __le__(self, other: Number) -> bool:
        return self._compared(operator.le, other)

    def __gt__(self, other: Number) -> bool:
        return self._compared(operator.gt, other)

    def __ge__(self, other: Number) -> bool:
        return self._compared(operator.ge, other)

    def _compared(self, how: Callable[[Any, Any], bool], other: Number) -> bool:
        return how(self._value(), other._value() if isinstance(other, Rate) else other)

    @overload
    def __mul__(self, other: Union["Rate", Fraction, int, Decimal]) -> Fraction: ...
    @overload
    def __mul__(self, other: float) -> float: ...
    def __mul__(self, other: Number) -> Union[Fraction, float]:
        """Exact with what is exact; times a float, a float."""
        product: Union[Fraction, float] = self._value() * _exact(other)
        return product

    __rmul__ = __mul__

    @overload
    def __sub__(self, other: Union["Rate", Fraction, int, Decimal]) -> Fraction: ...
    @overload
    def __sub__(self, other: float) -> float: ...
    def __sub__(self, other: Number) -> Union[Fraction, float]:
        """By how much it is more."""
        difference: Union[Fraction, float] = self._value() - _exact(other)
        return difference

    @overload
    def __rsub__(self, other: Union[Fraction, int, Decimal]) -> Fraction: ...
    @overload
    def __rsub__(self, other: float) -> float: ...
    def __rsub__(self, other: Union[Fraction, Decimal, float]) -> Union[Fraction, float]:
        return -(self - other)

    def __reduce__(self) -> Tuple[Any, ...]:
        told = (self._numerator, self._denominator, self._rule, self._name, self._rounding)
        return (_rate, told)


def _whole(argument: str, number: int) -> int:
    try:
        return operator.index(number)
    except TypeError:
        raise InvalidInput._foreign(argument, type(number).__name__) from None


def _of_text(spec: str) -> str:
    """The width of a number's format as a text has it; numbers stand to the right."""
    width = _WIDTH.match(spec)
    if width is None:
        return ""
    align = width["align"] if width["align"] in ("<", ">", "^") else ">"
    return f"{width['fill'] or ' '}{align}{width['width']}"


def _exact(number: Number) -> Any:
    if isinstance(number, Rate):
        return number._value()
    return Fraction(number) if isinstance(number, Decimal) else number


def _rate(numerator: int, denominator: int, rule: str, name: str, rounding: str) -> Rate:
    return Rate(numerator, denominator, rule, name=name, rounding=rounding)
