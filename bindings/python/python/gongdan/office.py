"""The office: reference data, policy, calendar, contacts, all by commands under a name and a moment."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from datetime import date
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple, Union

from . import _words
from .door import stamp
from .moments import AsOf, Moment, start_of, text_of
from .ticket import Written

#: The value of a provision: `{"limit": {"working_days": 5}}`, `{"number": 2}`, `{"flag": True}`, …
Value = Mapping[str, Any]


def provision(
    setting: str,
    value: Value,
    *,
    from_: Optional[AsOf] = None,
    kind: Optional[str] = None,
    urgency: Optional[str] = None,
    category: Optional[int] = None,
    channel: Optional[int] = None,
) -> Dict[str, Any]:
    """One rule of the policy as data: from a day on (else always), for some tickets.

    >>> provision("handle_limit", {"limit": {"working_days": 7}}, from_="2020-09-02")["setting"]
    'handle_limit'
    """
    scope: Dict[str, Any] = {
        "kind": _words.word("Kind", "kind", kind),
        "urgency": _words.word("Urgency", "urgency", urgency),
        "category": category,
        "channel": channel,
    }
    return {
        "setting": _words.word("Setting", "setting", setting),
        "from": start_of("from_", "0001-01-01" if from_ is None else from_),
        "scope": {name: value for name, value in scope.items() if value is not None},
        "value": dict(value),
    }


def formula(
    name: str, terms: Sequence[Mapping[str, Any]], *, from_: AsOf = "0001-01-01", base: int = 0
) -> Dict[str, Any]:
    """A ranking formula as data: terms of figure, points, at_least, at_most.

    >>> formula("考核", [{"figure": "closure_rate", "points": 100}])["base"]
    0
    """
    return _dated({"name": name, "base": base, "terms": [dict(term) for term in terms]}, from_)


class Office(ABC):
    """The commands to the office. A hotline has them, and so has a batch."""

    @abstractmethod
    def _do(self, verb: str, *arguments: Any) -> Any:
        """Lets a verb of the extension at the file."""

    def office(
        self,
        command: Mapping[str, Any],
        *,
        by: str,
        at: Optional[Moment] = None,
        request: Optional[str] = None,
    ) -> List[Written]:
        """Any command to the office as data; the verbs below make the usual ones. `request=` makes it
        safe to send twice: the same id again has one effect and the same answer."""
        done = self._do("office", stamp(by, None, None, at), json.dumps(command), request)
        return [Written(*each) for each in done]

    def add(
        self,
        species: str,
        name: str,
        *,
        by: str,
        at: Optional[Moment] = None,
        aliases: Sequence[str] = (),
        channel_kind: Optional[str] = None,
        parent: Optional[str] = None,
        group: Optional[str] = None,
        order: Optional[int] = None,
        request: Optional[str] = None,
    ) -> List[Written]:
        """Adds a unit, category, channel or area. A channel needs its `channel_kind`."""
        entry = _entry(species, name, aliases, channel_kind, parent, group, order)
        return self.office({"add": entry}, by=by, at=at, request=request)

    def alias(
        self,
        species: str,
        name: str,
        alias: str,
        *,
        by: str,
        at: Optional[Moment] = None,
        request: Optional[str] = None,
    ) -> List[Written]:
        """Gives an entry another name by which it is found."""
        named = {"species": _species(species), "name": name, "alias": alias}
        return self.office({"alias": named}, by=by, at=at, request=request)

    def rename(
        self,
        species: str,
        name: str,
        to: str,
        *,
        from_: AsOf,
        by: str,
        at: Optional[Moment] = None,
        request: Optional[str] = None,
    ) -> List[Written]:
        """Calls an entry otherwise from a day on; the old name still finds it."""
        named = {"species": _species(species), "name": name, "to": to}
        return self.office({"rename": _dated(named, from_)}, by=by, at=at, request=request)

    def place(
        self,
        species: str,
        name: str,
        *,
        from_: AsOf,
        by: str,
        order: int,
        group: Optional[str] = None,
        parent: Optional[int] = None,
        at: Optional[Moment] = None,
        request: Optional[str] = None,
    ) -> List[Written]:
        """Puts an entry elsewhere in tree, group or order from a day on."""
        place: Dict[str, Any] = {"order": order}
        if group is not None:
            place["group"] = group
        if parent is not None:
            place["parent"] = parent
        named = {"species": _species(species), "name": name, "place": place}
        return self.office({"place": _dated(named, from_)}, by=by, at=at, request=request)

    def merge_entry(
        self,
        species: str,
        name: str,
        into: str,
        *,
        from_: AsOf,
        by: str,
        at: Optional[Moment] = None,
        request: Optional[str] = None,
    ) -> List[Written]:
        """Lets another entry take one over from a day on."""
        named = {"species": _species(species), "name": name, "into": into}
        return self.office({"merge": _dated(named, from_)}, by=by, at=at, request=request)

    def split_entry(
        self,
        species: str,
        name: str,
        into: Sequence[Union[str, Mapping[str, Any]]],
        *,
        from_: AsOf,
        by: str,
        at: Optional[Moment] = None,
        request: Optional[str] = None,
    ) -> List[Written]:
        """Lets several new entries take one over: names, or what `add` takes as a mapping."""
        entries = [_entry_of(species, each) for each in into]
        named = {"species": _species(species), "name": name, "into": entries}
        return self.office({"split": _dated(named, from_)}, by=by, at=at, request=request)

    def retire(
        self,
        species: str,
        name: str,
        *,
        from_: AsOf,
        by: str,
        at: Optional[Moment] = None,
        request: Optional[str] = None,
    ) -> List[Written]:
        """Gives an entry nothing new from a day on."""
        named = {"species": _species(species), "name": name}
        return self.office({"retire": _dated(named, from_)}, by=by, at=at, request=request)

    def provide(
        self,
        setting: str,
        value: Value,
        *,
        by: str,
        at: Optional[Moment] = None,
        from_: Optional[AsOf] = None,
        kind: Optional[str] = None,
        urgency: Optional[str] = None,
        category: Optional[int] = None,
        channel: Optional[int] = None,
        request: Optional[str] = None,
    ) -> List[Written]:
        """Sets a provision of the policy; limits already given stay."""
        rule = provision(
            setting,
            value,
            from_=from_,
            kind=kind,
            urgency=urgency,
            category=category,
            channel=channel,
        )
        return self.office({"provide": rule}, by=by, at=at, request=request)

    def adopt_notice(
        self,
        notice: Mapping[str, Any],
        *,
        by: str,
        at: Optional[Moment] = None,
        request: Optional[str] = None,
    ) -> List[Written]:
        """Adopts a notice of holidays and make-up days: year, published, source, days."""
        return self.office({"adopt_notice": dict(notice)}, by=by, at=at, request=request)

    def set_formula(
        self,
        name: str,
        terms: Sequence[Mapping[str, Any]],
        *,
        from_: AsOf,
        by: str,
        base: int = 0,
        at: Optional[Moment] = None,
        request: Optional[str] = None,
    ) -> List[Written]:
        """Sets a ranking formula: terms of figure, points, at_least, at_most."""
        told = formula(name, terms, from_=from_, base=base)
        return self.office({"set_formula": told}, by=by, at=at, request=request)

    def record_contacts(
        self,
        channel: str,
        day: Union[str, date],
        count: int,
        *,
        by: str,
        at: Optional[Moment] = None,
        request: Optional[str] = None,
    ) -> List[Written]:
        """Counts contacts by a channel on a day; a negative count corrects an earlier one."""
        contacts = {"channel": channel, "day": text_of(day), "count": count}
        return self.office({"record_contacts": contacts}, by=by, at=at, request=request)


def _species(species: str) -> str:
    return _words.word("Species", "species", species) or species


def _dated(named: Dict[str, Any], from_: AsOf) -> Dict[str, Any]:
    return {**named, "from": start_of("from_", from_)}


def _entry(
    species: str,
    name: str,
    aliases: Sequence[str] = (),
    channel_kind: Optional[str] = None,
    parent: Optional[str] = None,
    group: Optional[str] = None,
    order: Optional[int] = None,
) -> Dict[str, Any]:
    return {
        "species": _species(species),
        "name": name,
        "aliases": list(aliases),
        "channel_kind": _words.word("ChannelKind", "channel_kind", channel_kind),
        "parent": parent,
        "group": group,
        "order": order,
    }


def _entry_of(species: str, given: Union[str, Mapping[str, Any]]) -> Dict[str, Any]:
    return _entry(species, given) if isinstance(given, str) else _entry(species, **given)
