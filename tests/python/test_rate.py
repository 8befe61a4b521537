"""A rate is a number: it compares, multiplies and prints by its exact value, and a rate of nothing by none."""

from __future__ import annotations

import math
import operator
import pickle
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import Any, Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gongdan
from gongdan import InvalidInput, Rate

WHOLE = st.integers(-(10**6), 10**6)
RATES = st.builds(Rate, WHOLE, st.integers(1, 10**6))
NUMBERS = st.one_of(
    RATES,
    WHOLE,
    st.fractions(max_denominator=1000),
    st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-1000, max_value=1000),
    st.floats(allow_nan=False),
)
COMPARISONS = [operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne]


def exact(number: Any) -> Any:
    if isinstance(number, Rate):
        return Fraction(number.numerator, number.denominator)
    return number if isinstance(number, float) and math.isinf(number) else Fraction(number)


@given(RATES, NUMBERS)
def test_it_compares_as_its_fraction_does_from_both_sides(rate: Rate, other: Any) -> None:
    for how in COMPARISONS:
        assert how(rate, other) == how(exact(rate), exact(other)), how
        assert how(other, rate) == how(exact(other), exact(rate)), how


@given(RATES, st.integers(1, 50))
def test_what_is_equal_has_one_hash(rate: Rate, times: int) -> None:
    same = [
        Rate(rate.numerator * times, rate.denominator * times, "another rule", name="another"),
        exact(rate),
        pickle.loads(pickle.dumps(rate)),
    ]
    same += [int(exact(rate)), Decimal(int(exact(rate)))] if exact(rate).denominator == 1 else []
    same += [float(rate)] if Fraction(float(rate)) == exact(rate) else []
    assert len({rate, *same}) == 1


@given(RATES, NUMBERS)
def test_times_and_less_are_exact_with_what_is_exact(rate: Rate, other: Any) -> None:
    if isinstance(other, float):
        assert rate * other == other * rate == float(rate) * other
        assert rate - other == -(other - rate) == float(rate) - other
        return
    assert rate * other == other * rate == exact(rate) * exact(other)
    assert rate - other == -(other - rate) == exact(rate) - exact(other)
    assert type(rate * other) is type(rate - other) is Fraction


@given(RATES, st.integers(0, 40), st.sampled_from(["half_up", "truncate"]))
def test_it_is_formatted_to_the_digit(rate: Rate, places: int, rounding: str) -> None:
    """No float between the count and the printed digit, and ties go where the office lets them go."""
    rate = Rate(rate.numerator, rate.denominator, rounding=rounding)
    way = ROUND_HALF_UP if rounding == "half_up" else ROUND_DOWN
    with localcontext() as context:
        context.prec = 120  # a tie ends long before, and what is no tie differs long before
        digits = Decimal(rate.numerator) / Decimal(rate.denominator)
        percent = (digits * 100).quantize(Decimal(1).scaleb(-places), way)
        plain = digits.quantize(Decimal(1).scaleb(-places), way)
        expected = (f"{percent + 0:.{places}f}%", f"{plain + 0:.{places}f}")
    found = (f"{rate:.{places}%}", f"{rate:.{places}f}")
    assert found == expected
    assert str(rate) == f"{rate:.2%}"


def test_formats_of_numbers_and_of_texts() -> None:
    rate = Rate(3285, 3338)
    assert (f"{rate:.1%}", f"{rate:8.1%}|", f"{rate:<8.1%}|") == ("98.4%", "   98.4%|", "98.4%   |")
    assert (f"{rate}", f"{rate:>8}", f"{rate:*^10}") == ("98.41%", "  98.41%", "**98.41%**")
    assert (f"{rate:%}", f"{rate:.3g}", f"{Rate(123456, 10):,.1f}") == ("98.412223%", "0.984", "12,345.6")
    assert f"{Rate(1, 8):.0%}" == "13%" and f"{0.125:.0%}" == "12%", "a tie goes up, as the office has it"
    nothing = Rate(0, 0)
    assert (f"{nothing:.1%}", f"{nothing:8.1%}|", f"{nothing:<04.1f}|", f"{nothing:g}") == ("—", "       —|", "—   |", "—")
    with pytest.raises(ValueError):
        f"{rate:.1q}"


WITH_VALUE: dict[str, Callable[[Rate], object]] = {
    "float": float,
    "less": lambda rate: rate < 1,
    "more, reflected": lambda rate: Decimal("0.9") >= rate,
    "less than a rate": lambda rate: Rate(1, 2) < rate,
    "times": lambda rate: rate * 2,
    "times, reflected": lambda rate: 2.0 * rate,
    "minus": lambda rate: Rate(1, 2) - rate,
    "sorted": lambda rate: sorted([Rate(1, 2), rate]),
    "max": lambda rate: max(rate, Rate(1, 2)),
}


@pytest.mark.parametrize("name", WITH_VALUE)
def test_a_rate_of_nothing_is_no_number(name: str) -> None:
    for rate, called in ((Rate(0, 0), "rate"), (Rate(3, 0, name="solved_rate"), "solved_rate")):
        with pytest.raises(InvalidInput) as raised:
            WITH_VALUE[name](rate)
        assert raised.value.argument == called
        assert "0/0" in str(raised.value) or "3/0" in str(raised.value)
        assert "没有数值" in raised.value.message("zh")


def test_a_rate_of_nothing_equals_nothing_but_another() -> None:
    nothing = Rate(0, 0)
    assert nothing == Rate(0, 0) == pickle.loads(pickle.dumps(nothing)) and len({nothing, Rate(0, 0)}) == 1
    assert all(nothing != other for other in (0, 0.0, Fraction(0), Rate(0, 1), float("nan"), None, "—"))


def test_scalars_of_numpy_are_numbers_and_a_series_of_rates_is_sorted() -> None:
    numpy = pytest.importorskip("numpy")
    pandas = pytest.importorskip("pandas")
    rate = Rate(numpy.int64(1), numpy.int64(2))
    assert rate == numpy.float64(0.5) and rate > numpy.int64(0) and numpy.float64(0.25) < rate
    assert type(rate.numerator) is int and rate * numpy.float64(2) == 1.0
    rates = pandas.Series([Rate(1, 2), Rate(1, 3), Rate(2, 3)])
    assert list(rates.sort_values()) == [Rate(1, 3), Rate(1, 2), Rate(2, 3)]
    assert list(rates > Fraction(1, 2)) == [False, False, True]
    assert list(rates.astype(float)) == [0.5, 1 / 3, 2 / 3]
    assert rates.map(lambda each: f"{each:.0%}").tolist() == ["50%", "33%", "67%"]


@pytest.mark.parametrize(("numerator", "denominator", "argument"), [(1.5, 2, "numerator"), (1, "2", "denominator")])
def test_parts_are_whole_numbers(numerator: Any, denominator: Any, argument: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        Rate(numerator, denominator)
    assert raised.value.argument == argument


def test_every_measure_prints_as_str_has_it(golden: gongdan.Hotline) -> None:
    total = golden.figures("2020-09", as_of="2020-10-09").total
    days = total.mean_handling_days
    assert str(days) == f"{days:.2f}" and str(total.closure_rate) == f"{total.closure_rate:.2%}"
