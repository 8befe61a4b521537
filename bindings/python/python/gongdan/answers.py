"""What questions answer: small frozen classes, one for each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Dict, List, Optional, Tuple

from . import _words
from .lists import Listed, Path, saved
from .moments import moment_of
from .rate import Rate
from .ticket import TicketRef


@dataclass(frozen=True)
class Caller:
    """Who called, as far as the caller told. Personal data: `repr` never shows it."""

    name: Optional[str] = None
    phone: Optional[str] = None
    address: Optional[str] = None

    def __repr__(self) -> str:
        return "Caller(withheld)"


@dataclass(frozen=True)
class Text:
    """A text of a ticket. It can hold personal data: `repr` never shows it."""

    #: The event it belongs to.
    seq: int
    #: What it is, for example "result".
    field: str
    #: What was typed.
    content: str

    def __repr__(self) -> str:
        return f"Text({self.field}, event {self.seq})"


@dataclass(frozen=True)
class HistoryEntry:
    """One event of a ticket, as people read it."""

    seq: int
    at: datetime
    #: From when it counts, where that is another moment: of the fact it answers, or its true one.
    counts_at: Optional[datetime]
    by: str
    role: str
    acting_unit: Optional[str]
    unit: Optional[str]
    #: The event's name, for example "signed_off".
    event: str
    #: What it says, as it stands in the journal: codes and times only.
    body: Any
    #: Whether it came after the promise it answers.
    late: bool
    texts: Tuple[Text, ...]

    @property
    def term(self) -> str:
        """The office term of the event."""
        return _words.event_term(self.event)

    @classmethod
    def _from_json(cls, entry: Dict[str, Any]) -> "HistoryEntry":
        event = entry["event"]
        word, body = (event, None) if isinstance(event, str) else next(iter(event.items()))
        return cls(
            entry["seq"],
            moment_of(entry["at"]),
            None if entry["counts_at"] is None else moment_of(entry["counts_at"]),
            entry["by"],
            entry["role"],
            entry["acting_unit"],
            entry["unit"],
            word,
            body,
            entry["late"],
            tuple(Text(**text) for text in entry["texts"]),
        )


@dataclass(frozen=True)
class DayLine:
    """One day between the giving of a limit and its end."""

    day: date
    #: The n-th day counted, from 1; None when the day was skipped.
    ordinal: Optional[int]
    #: How much of the limit ran on this day, in milliseconds.
    counted_ms: int
    #: "weekday", "weekend", "holiday", "make_up_day" or "wall_clock".
    why: str
    #: The festival, for holidays and make-up days.
    festival: Optional[str]
    #: The source of the notice that decides.
    source: str

    @classmethod
    def _from_json(cls, line: Dict[str, Any]) -> "DayLine":
        why = line["why"]
        word, festival = (why, None) if isinstance(why, str) else next(iter(why.items()))
        day = date.fromisoformat(line["day"])
        return cls(day, line["ordinal"], line["counted_ms"], word, festival, line["source"])


@dataclass(frozen=True)
class LimitMove:
    """What moved a promise: an extension, the end of a pause, a reply that was sent back …"""

    #: What happened, for example "extension_granted".
    event: str
    #: From when that counts.
    at: datetime
    #: Where the promise ended from then on.
    by: datetime


@dataclass(frozen=True)
class Explained:
    """One promise of a ticket, day by day, up to where it ends now."""

    #: "sign_off", "handle", "report", "rework" or "total".
    promise: str
    #: None for the citizen's own limit.
    unit: Optional[str]
    from_: datetime
    #: The rule it follows, for example {"working_days": 5}.
    limit: Dict[str, int]
    #: How many notices the calendar had when it was given.
    calendar: int
    days: Tuple[DayLine, ...]
    first_by: datetime
    by: datetime
    #: Since when the centre holds it: while it does, it does not end.
    held_since: Optional[datetime]
    moves: Tuple[LimitMove, ...]

    @classmethod
    def _from_json(cls, promise: Dict[str, Any]) -> "Explained":
        held = promise["held_since"]
        return cls(
            promise["promise"],
            promise["unit"],
            moment_of(promise["from"]),
            promise["limit"],
            promise["calendar"],
            tuple(DayLine._from_json(line) for line in promise["days"]),
            moment_of(promise["first_by"]),
            moment_of(promise["by"]),
            None if held is None else moment_of(held),
            tuple(LimitMove(each["event"], moment_of(each["at"]), moment_of(each["by"])) for each in promise["moves"]),
        )


@dataclass(frozen=True)
class Account:
    """The carry-over account of a period: opening + taken in + reopened = ended + carried out."""

    opening: Tuple[int, ...]
    taken_in: Tuple[int, ...]
    reopened: Tuple[int, ...]
    ended: Tuple[int, ...]
    carried_out: Tuple[int, ...]

    def save(self, path: Path, *, labels: Optional[str] = None, replace: bool = False) -> int:
        """Writes the account into a file, as a list does: a row for each of its lines, with how many
        tickets it has. `hotline.references(account.ended).save(…)` writes those of a line."""
        columns = (("line", "项目"), ("tickets", "工单"))
        terms = {
            "opening": "期初未结",
            "taken_in": "本期受理",
            "reopened": "本期重新受理",
            "ended": "本期了结",
            "carried_out": "结转下期",
        }
        office = labels == "zh" and not str(path).lower().endswith(".jsonl")
        rows = [[term if office else name, len(getattr(self, name))] for name, term in terms.items()]
        return saved(path, columns, rows, labels, replace)

    @property
    def balances(self) -> bool:
        """Whether both sides are the same."""
        into = len(self.opening) + len(self.taken_in) + len(self.reopened)
        return into == len(self.ended) + len(self.carried_out)

    @classmethod
    def _from_json(cls, account: Dict[str, Any]) -> "Account":
        return cls(**{name: tuple(ids) for name, ids in account.items()})


@dataclass(frozen=True)
class LimitWarning:
    """A limit that runs and of which a share has passed (预警)."""

    #: The ticket's id.
    ticket: int
    number: str
    #: "sign_off", "handle", "report", "rework" or "total".
    promise: str
    #: Who is to be warned; None for the citizen's own limit, which is the centre's.
    unit: Optional[str]
    from_: datetime
    by: datetime
    #: The largest share that has passed of those that the setting `warn_at` says, in per cent.
    share: int
    #: How many minutes of its working time have run; a day of a day limit is worth 1,440.
    run_minutes: int
    #: How many it has in all.
    whole_minutes: int

    @classmethod
    def _from_json(cls, warning: Dict[str, Any]) -> "LimitWarning":
        span = moment_of(warning.pop("from")), moment_of(warning.pop("by"))
        return cls(from_=span[0], by=span[1], **warning)


class LimitWarnings(Listed[LimitWarning]):
    """Every limit of which a share has passed, the first to end first."""

    _columns = (
        ("number", "工单编号"),
        ("promise", "时限"),
        ("unit", "单位"),
        ("from_", "起算时间"),
        ("by", "到期时间"),
        ("share", "预警比例"),
        ("run_minutes", "已用分钟"),
        ("whole_minutes", "共计分钟"),
    )


@dataclass(frozen=True)
class Seat:
    """What a seat took in during a period, and what its inspected tickets were given (质检)."""

    #: The name in the stamps of the intakes.
    by: str
    #: Tickets taken in.
    accepted: int
    #: Of these, inspected.
    inspected: int
    #: What the last inspection of each gave.
    inspection_points: int
    #: What it could have given.
    inspection_most: int


class Seats(Listed[Seat]):
    """Every seat that took tickets in, by name."""

    _columns = (
        ("by", "坐席"),
        ("accepted", "受理件数"),
        ("inspected", "质检数"),
        ("inspection_points", "质检得分"),
        ("inspection_most", "质检满分"),
    )


@dataclass(frozen=True)
class Issue:
    """A published issue: number, period, cut-off, figures and journal head, frozen."""

    #: Its event in the journal.
    seq: int
    at: datetime
    by: str
    year: int
    number: int
    period: str
    as_of: datetime
    #: How many events the journal had.
    seen: int
    #: The hash of the last of these events.
    head: str
    #: The measures it printed, each with its rule.
    rules: Dict[str, str]
    formula: Optional[str]
    #: Its tables: {"by": …, "rows": [{"key": …, "counts": {…}}]}.
    tables: List[Dict[str, Any]]
    #: The difficult tickets it named.
    difficult: Tuple[int, ...]
    answers_for: Optional[str]
    #: The words that are printed with the figures, and the format; nothing for figures alone.
    imprint: Optional[Dict[str, Any]]

    @classmethod
    def _from_json(cls, issue: Dict[str, Any]) -> "Issue":
        published = dict(issue["published"])
        published["as_of"] = moment_of(published["as_of"])
        published["difficult"] = tuple(published["difficult"])
        published.setdefault("formula", None)
        published.setdefault("answers_for", None)
        published.setdefault("imprint", None)
        return cls(seq=issue["seq"], at=moment_of(issue["at"]), by=issue["by"], **published)


@dataclass(frozen=True)
class Correction:
    """A figure that would be printed otherwise today."""

    by: str
    key: str
    count: str
    printed: int
    today: int
    appeared: Tuple[TicketRef, ...]
    gone: Tuple[TicketRef, ...]

    @classmethod
    def _from_json(cls, correction: Dict[str, Any]) -> "Correction":
        refs = {
            name: tuple(TicketRef(each["id"], each["number"]) for each in correction[name])
            for name in ("appeared", "gone")
        }
        return cls(**{**correction, **refs})


@dataclass(frozen=True)
class CorrectedFact:
    """A fact of a ticket whose true moment was stated since an issue saw it (更正时间)."""

    ticket: TicketRef
    #: Which fact: ``sign_off``, ``handle`` and so on.
    fact: str
    #: When it was before the correction.
    before: datetime
    #: When it truly was.
    to: datetime
    #: When that was said, and by whom.
    at: datetime
    by: str

    @classmethod
    def _from_json(cls, corrected: Dict[str, Any]) -> "CorrectedFact":
        ticket = TicketRef(corrected["ticket"]["id"], corrected["ticket"]["number"])
        before, to, at = (moment_of(corrected[name]) for name in ("from", "to", "at"))
        return cls(ticket, corrected["fact"], before, to, at, corrected["by"])


@dataclass(frozen=True)
class Withheld:
    """A ticket that an issue tells of, and that is told no longer as it was."""

    ticket: TicketRef
    #: Since when.
    at: datetime
    by: str
    #: The texts that were erased; none where the ticket was made confidential.
    fields: Tuple[str, ...]

    @classmethod
    def _from_json(cls, withheld: Dict[str, Any]) -> "Withheld":
        ticket = TicketRef(withheld["ticket"]["id"], withheld["ticket"]["number"])
        return cls(ticket, moment_of(withheld["at"]), withheld["by"], tuple(withheld["fields"]))


@dataclass(frozen=True)
class Compared:
    """An issue held against the file."""

    issue: Issue
    #: Whether the journal up to the issue still has the printed hash and gives the same figures.
    intact: bool
    corrections: Tuple[Correction, ...]
    #: The facts that were corrected since, from or to a moment that it sees.
    corrected: Tuple[CorrectedFact, ...] = ()
    #: What it told of tickets and tells no longer.
    withheld: Tuple[Withheld, ...] = ()


@dataclass(frozen=True)
class Ranked:
    """A unit in its place."""

    group: Optional[str]
    unit: str
    #: From 1, shared by ties; None for a unit without tickets.
    rank: Optional[int]
    #: None where the formula grades nobody, for what reaches no grade, and for a unit without tickets.
    grade: Optional[str]
    #: As printed.
    points: str
    #: Each term: figure, value, and the points it gave as printed.
    terms: Tuple[Tuple[str, Rate, str], ...]
    #: The counts that the points come from.
    counts: Dict[str, int]

    @classmethod
    def _from_json(cls, unit: Dict[str, Any]) -> "Ranked":
        terms = tuple((name, Rate(*value, name=name), points) for name, value, points in unit["terms"])
        return cls(**{**unit, "terms": terms})


class Rankings(Listed[Ranked]):
    """Units in their places, each group apart."""

    _columns = (("group", "分组"), ("rank", "位次"), ("unit", "单位"), ("points", "得分"), ("grade", "等次"))

    def _cell(self, of: Any, name: str, office: bool) -> Any:
        if name != "points":
            return super()._cell(of, name, office)
        return None if of.rank is None else {"printed": of.points}
