"""The office: reference data, policy, calendar, contacts and issues, all kept by the centre."""

from __future__ import annotations

import json
import os
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple, Union

from . import _words
from ._literals import ChannelKind, Kind, Setting, Species, Urgency

# written:begin lists

# written:end lists
from .actor import Actor
from .answers import Issue
from .arguments import (
    Some,
    Structure,
    as_json,
    as_text,
    integer,
    listed,
    mapping,
    plain,
    texts,
    told,
    whole,
)
from .moments import AsOf, Day, Period, start_of
from .ticket import Written

#: The value of a provision: `{"limit": {"working_days": 5}}`, `{"number": 2}`, `{"flag": True}`, …
Value = Mapping[str, Any]


def provision(
    setting: Setting,
    value: Value,
    *,
    from_: Optional[AsOf] = None,
    kind: Optional[Kind] = None,
    urgency: Optional[Urgency] = None,
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
        "category": None if category is None else whole("category", category),
        "channel": None if channel is None else whole("channel", channel),
    }
    return {
        "setting": _words.word("Setting", "setting", as_text("setting", setting)),
        "from": _start("0001-01-01" if from_ is None else from_),
        "scope": {name: value for name, value in scope.items() if value is not None},
        "value": plain("value", mapping("value", value)),
    }


def formula(
    name: str,
    terms: Sequence[Mapping[str, Any]],
    *,
    from_: AsOf = "0001-01-01",
    base: int = 0,
    grades: Sequence[Mapping[str, Any]] = (),
) -> Dict[str, Any]:
    """A ranking formula as data: terms of figure, points, at_least, at_most; grades (等次) of name and
    at_least, the best first.

    >>> formula("考核", [{"figure": "closure_rate", "points": 100}])["base"]
    0
    """
    told: Dict[str, Any] = {"name": as_text("name", name), "base": integer("base", base)}
    told["terms"] = [plain("terms", mapping("terms", each)) for each in listed("terms", terms)]
    told["grades"] = [plain("grades", mapping("grades", each)) for each in listed("grades", grades)]
    return _dated(told, from_)


class Office(Actor):
    """The commands to the office. Under `request` each is safe to send twice."""

    def office(self, command: Mapping[str, Any]) -> List[Written]:
        """Any command to the office as data; the verbs below make the usual ones."""
        told = as_json(plain("command", command))
        return [Written(*each) for each in self._do("office", self._stamp, told)]

    def add(
        self,
        species: Species,
        name: str,
        *,
        aliases: Sequence[str] = (),
        channel_kind: Optional[ChannelKind] = None,
        parent: Optional[str] = None,
        group: Optional[str] = None,
        order: Optional[int] = None,
    ) -> List[Written]:
        """Adds a unit, category, channel or area. A channel needs its `channel_kind`."""
        entry = _entry(species, name, aliases, channel_kind, parent, group, order)
        return self.office({"add": entry})

    def alias(self, species: Species, name: str, alias: str) -> List[Written]:
        """Gives an entry another name by which it is found."""
        named = {**_named(species, name), "alias": as_text("alias", alias)}
        return self.office({"alias": named})

    def code(self, species: Species, name: str, *, scheme: str, code: Optional[str]) -> List[Written]:
        """Has an entry bear a code of a scheme beside its names (`GB/T 39666`, `010203`), in the place of the one
        that it bore; None takes it away. The code, or `SCHEME:CODE`, then names the entry wherever a name does."""
        coded = {**_named(species, name), "scheme": as_text("scheme", scheme)}
        return self.office({"code": coded if code is None else {**coded, "code": as_text("code", code)}})

    def rename(self, species: Species, name: str, to: str, *, from_: AsOf) -> List[Written]:
        """Calls an entry otherwise from a day on; the old name still finds it."""
        named = {**_named(species, name), "to": as_text("to", to)}
        return self.office({"rename": _dated(named, from_)})

    def place(
        self,
        species: Species,
        name: str,
        *,
        from_: AsOf,
        order: int,
        group: Optional[str] = None,
        parent: Optional[int] = None,
    ) -> List[Written]:
        """Puts an entry elsewhere in tree, group or order from a day on."""
        place: Dict[str, Any] = {"order": whole("order", order)}
        if group is not None:
            place["group"] = as_text("group", group)
        if parent is not None:
            place["parent"] = whole("parent", parent)
        named = {**_named(species, name), "place": place}
        return self.office({"place": _dated(named, from_)})

    def merge_entry(self, species: Species, name: str, into: str, *, from_: AsOf) -> List[Written]:
        """Lets another entry take one over from a day on."""
        named = {**_named(species, name), "into": as_text("into", into)}
        return self.office({"merge": _dated(named, from_)})

    def split_entry(
        self,
        species: Species,
        name: str,
        into: Sequence[Union[str, Mapping[str, Any]]],
        *,
        from_: AsOf,
    ) -> List[Written]:
        """Lets several new entries take one over: names, or what `add` takes as a mapping."""
        entries = [_entry_of(species, each) for each in listed("into", into)]
        named = {**_named(species, name), "into": entries}
        return self.office({"split": _dated(named, from_)})

    def retire(self, species: Species, name: str, *, from_: AsOf) -> List[Written]:
        """Gives an entry nothing new from a day on."""
        named = _named(species, name)
        return self.office({"retire": _dated(named, from_)})

    def provide(
        self,
        setting: Setting,
        value: Value,
        *,
        from_: Optional[AsOf] = None,
        kind: Optional[Kind] = None,
        urgency: Optional[Urgency] = None,
        category: Optional[int] = None,
        channel: Optional[int] = None,
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
        return self.office({"provide": rule})

    def adopt_notice(self, notice: Mapping[str, Any]) -> List[Written]:
        """Adopts a notice of holidays and make-up days: year, published, source, days."""
        return self.office({"adopt_notice": plain("notice", mapping("notice", notice))})

    def set_formula(
        self,
        name: str,
        terms: Sequence[Mapping[str, Any]],
        *,
        from_: AsOf,
        base: int = 0,
        grades: Sequence[Mapping[str, Any]] = (),
    ) -> List[Written]:
        """Sets a ranking formula: terms of figure, points, at_least, at_most; grades of name, at_least."""
        told = formula(name, terms, from_=from_, base=base, grades=grades)
        return self.office({"set_formula": told})

    def record_contacts(self, channel: str, day: Day, count: int) -> List[Written]:
        """Counts contacts by a channel on a day; a negative count corrects an earlier one."""
        which = {"channel": as_text("channel", channel), "day": as_text("day", day)}
        contacts = {**which, "count": integer("count", count)}
        return self.office({"record_contacts": contacts})

    # written:begin publish
    def publish(
        self,
        period: Period,
        *,
        as_of: AsOf,
        year: Optional[int] = None,
        number: Optional[int] = None,
        title: Optional[str] = None,
        organ: Optional[str] = None,
        printed_on: Optional[Day] = None,
        to: Some[str] = (),
        copies: Some[str] = (),
        remarks: Some[str] = (),
        set: Some[str] = (),
        given_by: Optional[str] = None,
        category_level: Optional[int] = None,
        unit_level: Optional[int] = None,
        category_columns: Optional[Structure] = None,
        unit_columns: Optional[Structure] = None,
        format: Optional[Union[str, "os.PathLike[str]"]] = None,
        answers_for: Optional[str] = None,
    ) -> Issue:
        """Publishes an issue under its `number`: figures, rules, difficult tickets, words and the
        journal's head are frozen, and from then on the number prints this and nothing else.
        `answers_for` is who answers for figures that should agree and do not.

        period: The days it is about. 统计期间。
        as_of: The cut-off: nothing later is seen. 截止时间。
        year: The year in its number (期); left out, that in which the period ends.
            期号的年份,不填则为统计期间结束之年。
        number: Its number in that year (期); left out, that of the month in which the period ends.
            期号,不填则为统计期间结束的月份。
        title: Its title; left out, one made of the region's name and the period.
            标题,不填则用地区名称和统计期间拟定。
        organ: The office that publishes it; left out, that of the founding. 印发机关,不填则为建档时的主办机关。
        printed_on: The day printed on it; left out, that of the cut-off. 印发日期,不填则为截止当日。
        to: Whom it is reported to (报). 报送对象。
        copies: Whom it is sent to (发). 发送对象。
        remarks: The editor's own words on units that handle late, each a paragraph.
            编者对超期单位的评述,每条一段。
        set: Values from outside and the editor's texts that a format names, each as name=value.
            版式所列的外来数和编者文字,每条写作“名称=值”。
        given_by: Who gave these values; it is printed beside them. 外来数由谁提供,随数印出。
        category_level: At which level of their tree categories are printed, 1 being the top; left
            out, each by itself. 问题分类按第几级合计,1 为最上一级;不填则各自单列。
        unit_level: At which level of their tree units are printed, 1 being the top; left out, each
            by itself. 单位按第几级合计,1 为最上一级;不填则各自单列。
        category_columns: The columns of the table by category, each a figure and its heading; left
            out, the usual ones. 分类统计表的各列(指标和表头),不填则用通常的。
        unit_columns: The columns of the table by unit, each a figure and its heading; left out, the
            usual ones. 单位统计表的各列(指标和表头),不填则用通常的。
        """
        return self._publish(
            format,
            answers_for,
            period=period,
            as_of=as_of,
            year=year,
            number=number,
            title=title,
            organ=organ,
            printed_on=printed_on,
            to=to,
            copies=copies,
            remarks=remarks,
            set=set,
            given_by=given_by,
            category_level=category_level,
            unit_level=unit_level,
            category_columns=category_columns,
            unit_columns=unit_columns,
        )
    # written:end publish

    def _publish(
        self,
        format: Optional[Union[str, "os.PathLike[str]"]],
        answers_for: Optional[str],
        /,
        **asked: Any,
    ) -> Issue:
        named = None if format is None else as_text("format", os.fspath(format))
        answering = _any("answers_for", answers_for)
        done = self._do("publish", self._stamp, as_json(told(asked)), named, answering)
        return Issue._from_json(json.loads(done))


def _named(species: Species, name: str) -> Dict[str, Any]:
    """Which entry is meant."""
    return {"species": _species(species), "name": as_text("name", name)}


def _species(species: Species) -> str:
    return _words.word("Species", "species", as_text("species", species)) or species


def _any(argument: str, given: Optional[str]) -> Optional[str]:
    """A text, or none."""
    told = plain(argument, given)
    return None if told is None else as_text(argument, told)


def _dated(named: Dict[str, Any], from_: AsOf) -> Dict[str, Any]:
    return {**named, "from": _start(from_)}


def _start(from_: AsOf) -> int:
    """From when something holds: a bare day means its beginning."""
    return start_of("from_", as_text("from_", from_))


def _entry(
    species: Species,
    name: str,
    aliases: Sequence[str] = (),
    channel_kind: Optional[ChannelKind] = None,
    parent: Optional[str] = None,
    group: Optional[str] = None,
    order: Optional[int] = None,
) -> Dict[str, Any]:
    return {
        "species": _species(species),
        "name": as_text("name", name),
        "aliases": texts("aliases", aliases),
        "channel_kind": _words.word("ChannelKind", "channel_kind", channel_kind),
        "parent": _any("parent", parent),
        "group": _any("group", group),
        "order": None if order is None else whole("order", order),
    }


def _entry_of(species: Species, given: Union[str, Mapping[str, Any]]) -> Dict[str, Any]:
    return _entry(species, given) if isinstance(given, str) else _entry(species, **mapping("into", given))
