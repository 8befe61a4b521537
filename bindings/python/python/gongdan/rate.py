"""Rates: exact fractions with the name of their rule, from the count to the printed digit."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Optional, Tuple

from . import _core


class Rate:
    """A part of a whole, as counted: never reduced, so both can be checked.

    >>> rate = Rate(3285, 3338, rule="closed / effective")
    >>> rate
    Rate(3285, 3338)
    >>> str(rate)
    '98.41%'
    >>> rate.fraction
    Fraction(3285, 3338)
    >>> round(float(rate), 4)
    0.9841
    >>> str(Rate(0, 0))
    '—'
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
        self._numerator = numerator
        self._denominator = denominator
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
        """How it is cut to two decimals when printed: "half_up" or "truncate"."""
        return self._rounding

    @property
    def fraction(self) -> Optional[Fraction]:
        """The exact value; None for a rate of nothing."""
        return Fraction(self._numerator, self._denominator) if self._denominator else None

    def __str__(self) -> str:
        return _core.printed(self._name, self._numerator, self._denominator, self._rounding)

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __float__(self) -> float:
        """For plots; a rate of nothing is not a number."""
        return self._numerator / self._denominator if self._denominator else float("nan")

    def __repr__(self) -> str:
        return f"Rate({self._numerator}, {self._denominator})"

    def _parts(self) -> Tuple[int, int, str]:
        return (self._numerator, self._denominator, self._rule)

    def __eq__(self, other: object) -> bool:
        return self._parts() == other._parts() if isinstance(other, Rate) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._parts())

    def __reduce__(self) -> Tuple[Any, ...]:
        return (_rate, (*self._parts(), self._name, self._rounding))


def _rate(numerator: int, denominator: int, rule: str, name: str, rounding: str) -> Rate:
    return Rate(numerator, denominator, rule, name=name, rounding=rounding)
