"""The words of every face, asked of the extension once: no list is written down a second time."""

from __future__ import annotations

import json
from typing import Any, Dict, List, Optional, Tuple

from . import _core

_ALL: Dict[str, Any] = json.loads(_core.vocabulary())

#: The names of a ticket's fields, in the order in which they cross from the extension.
FIELDS: Tuple[str, ...] = tuple(name for name, _, _ in _ALL["fields"])
#: The heading of each of a ticket's fields.
FIELD_HEADINGS: Dict[str, str] = {name: heading for name, heading, _ in _ALL["fields"]}
#: The closed list that a field of a ticket takes its words from.
FIELD_LISTS: Dict[str, str] = {name: of for name, _, of in _ALL["fields"] if of is not None}
#: (name, heading, rule) of every measure.
MEASURES: List[Tuple[str, str, str]] = [tuple(each) for each in _ALL["measures"]]
#: (verb, who, stages): the table of the life.
EDGES: List[Tuple[str, str, List[str]]] = [tuple(each) for each in _ALL["edges"]]
#: (name, heading) of every column of every table.
TABLES: Dict[str, List[Tuple[str, str]]] = {
    table: [tuple(column) for column in columns] for table, columns in _ALL["tables"].items()
}
#: The columns of each table that can hold personal data: read only when asked for by name.
WITHHELD: Dict[str, List[str]] = _ALL["withheld"]
_LISTS: Dict[str, List[Tuple[str, str, int, str]]] = {
    name: [tuple(each) for each in words] for name, words in _ALL["lists"].items()
}
_WORDS: Dict[str, Dict[str, str]] = {
    name: {key: word for word, term, _, _ in words for key in (term, word)}
    for name, words in _LISTS.items()
}
_TERMS: Dict[str, Dict[str, str]] = {
    name: {each[0]: each[1] for each in words} for name, words in _LISTS.items()
}
#: (name, term, number) of every kind of error.
ERROR_KINDS: List[Tuple[str, str, int]] = [each[:3] for each in _LISTS["ErrorKind"]]
#: The groupings and bases of a question.
GROUPINGS: Tuple[str, ...] = tuple(_TERMS["Grouping"])
BASES: Tuple[str, ...] = tuple(_TERMS["Basis"])
#: The rule of every measure.
RULES: Dict[str, str] = {name: rule for name, _, rule in MEASURES}
_HEADINGS: Dict[str, str] = {
    **_TERMS["Count"],
    **{name: heading for name, heading, _ in MEASURES},
}

#: The name of every count and measure, by its name and by the heading printed over it.
FIGURES: Dict[str, str] = {
    told: name for name, heading in _HEADINGS.items() for told in (heading, name)
}


def words(list_name: str) -> List[str]:
    """The words of a closed list, in the order of their codes.

    >>> words("Card")
    ['yellow', 'red']
    """
    return [each[0] for each in _LISTS[_listed(list_name)]]


def word(list_name: str, argument: str, given: Optional[str]) -> Optional[str]:
    """A word or office term as every face spells it; None stays None.

    >>> word("Kind", "kind", "咨询")
    'inquiry'
    """
    if given is None:
        return None
    found = _WORDS[list_name].get(given) if isinstance(given, str) else None
    if found is None:
        from .errors import InvalidInput

        raise InvalidInput._unknown(argument, words(list_name))
    return found


def term(list_name: str, given: str) -> str:
    """The office term of a word.

    >>> term("Stage", "signed_off")
    '已签收'
    """
    return _TERMS[_listed(list_name)].get(given, given)


def _listed(list_name: str) -> str:
    """The name of a closed list, or an error that says which are near it."""
    if list_name in _LISTS:
        return list_name
    from .errors import InvalidInput

    raise InvalidInput._near("list_name", list_name, _LISTS)


def event_term(given: str) -> str:
    """The office term of an event."""
    return _TERMS["EventKind"].get(given, given)


def heading(figure: str) -> str:
    """The heading printed over a count or measure.

    >>> heading("closure_rate")
    '综合办结率'
    """
    return _HEADINGS.get(figure, figure)
