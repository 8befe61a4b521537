"""What has figures: each an attribute, under the name that it has in every face."""

from __future__ import annotations

from typing import Any, Generic, NoReturn, TypeVar, Union, cast, overload

from . import _words
from .errors import InvalidInput
from .rate import Rate

T = TypeVar("T")


class _Figure(Generic[T]):
    """One figure, read from the row that has it."""

    def __init__(self, doc: str) -> None:
        self.__doc__ = doc

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, row: None, owner: type) -> "_Figure[T]": ...
    @overload
    def __get__(self, row: "Figured", owner: type) -> T: ...
    def __get__(self, row: Any, owner: type) -> Union[T, "_Figure[T]"]:
        if row is None:
            return self
        try:
            return cast(T, row._figure(self._name))
        except InvalidInput as undefined:
            raise AttributeError(str(undefined)) from None

    def __set__(self, row: Any, value: NoReturn) -> None:
        raise AttributeError(f"figures are counted, not set: {self._name}")


class Figured:
    """Something that has figures."""

    def _figure(self, name: str) -> Union[int, Rate]:
        raise NotImplementedError


class _Count(_Figure[int]):
    """A count."""


class _Measure(_Figure[Rate]):
    """A measure."""


def known(argument: str, figure: object) -> str:
    """The name of a count or a measure, told by its name or by the heading printed over it.

    >>> known("measures", "综合办结率")
    'closure_rate'
    """
    name = _words.FIGURES.get(figure) if isinstance(figure, str) else None
    if name is None:
        raise InvalidInput._near(argument, figure, _words.FIGURES)
    return name
