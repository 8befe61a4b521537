"""A ticket as it was when it was read: frozen, comparable, picklable, and shown in Jupyter."""

from __future__ import annotations

from datetime import datetime
from html import escape
from typing import Any, Dict, Generic, List, NamedTuple, Optional, Tuple, TypeVar, Union, cast, overload

from . import _words

# written:begin lists
from ._literals import CloseOutcome, Kind, Satisfaction, Stage, Urgency
# written:end lists
from .moments import AsOf, moment_of, ms_of

T = TypeVar("T")


class Written(NamedTuple):
    """One event that was (or, in a dry run, would be) written."""

    #: Its place in the journal.
    seq: int
    #: Its name, as in the table of events.
    event: str


class TicketRef(NamedTuple):
    """A ticket behind a figure."""

    #: The ticket.
    id: int
    #: Its printed number.
    number: str


class _Field(Generic[T]):
    """One field of a ticket, read from the tuple that crossed."""

    def __init__(self, doc: str) -> None:
        self.__doc__ = doc

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name
        self._place = _words.FIELDS.index(name)

    @overload
    def __get__(self, ticket: None, owner: type) -> "_Field[T]": ...
    @overload
    def __get__(self, ticket: "Ticket", owner: type) -> T: ...
    def __get__(self, ticket: Optional["Ticket"], owner: type) -> Union[T, "_Field[T]"]:
        return self if ticket is None else self._of(ticket._values[self._place])

    def __set__(self, ticket: "Ticket", value: object) -> None:
        raise AttributeError(f"a ticket is frozen: {self._name} changes by commands")

    def _of(self, value: Any) -> T:
        return cast(T, value)


class _Moment(_Field[T]):
    """A moment, made aware when it is asked for."""

    def _of(self, value: Any) -> T:
        return cast(T, moment_of(value))


class _Names(_Field[T]):
    """Several names."""

    def _of(self, value: Any) -> T:
        return cast(T, tuple(value))


class Ticket:
    """A ticket (工单) at one version. A command takes it, and passes along the version it saw.

    Words are the same in every face (`stage` is "signed_off"); `term("stage")` is the office's
    (已签收). The caller's data is never in it, and `repr` does not show the matter.
    """

    __slots__ = ("_repeated", "_values", "_written")

    # written:begin attributes
    id = _Field[int]("Its number in the file.")
    number = _Field[str]("The number printed on it.")
    version = _Field[int]("How many events it has: pass it along with the next command.")
    stage = _Field[Stage]("Where it stands.")
    last_at = _Moment[datetime]("The moment of its last event.")
    matter = _Field[Optional[str]](
        "The matter in a line, without the caller's name and telephone numbers; nothing once erased."
    )
    channel = _Field[str]("The channel's name.")
    category = _Field[Optional[str]]("The category's name.")
    kind = _Field[Kind]("What the citizen wants.")
    urgency = _Field[Urgency]("How pressing it is.")
    area = _Field[Optional[str]]("The area's name.")
    confidential = _Field[bool]("Whether the caller's data is withheld.")
    external = _Field[Optional[str]]("The number another platform gave it.")
    accepted_at = _Moment[datetime]("When it was taken in.")
    unit = _Field[Optional[str]]("The unit that leads it now.")
    section = _Field[Optional[str]]("The section of that unit which works on it now.")
    section_by = _Moment[Optional[datetime]]("The section's own limit, inside the unit's.")
    assistants = _Names[Tuple[str, ...]]("The units that assist now.")
    first_transferred_at = _Moment[Optional[datetime]]("When any unit got it first.")
    transferred_at = _Moment[Optional[datetime]]("When the unit that leads now got it.")
    sign_off_by = _Moment[Optional[datetime]]("The sign-off promise of the unit that leads now.")
    signed_off_at = _Moment[Optional[datetime]]("When that unit signed.")
    first_handle_by = _Moment[Optional[datetime]]("Its handling promise as first given.")
    handle_by = _Moment[Optional[datetime]]("Its handling promise now.")
    total_by = _Moment[Optional[datetime]]("The citizen's own limit, where the policy sets one.")
    rework_by = _Moment[Optional[datetime]]("The limit of the running rework.")
    running_by = _Moment[Optional[datetime]](
        "The limit that runs now, of the handling or the rework."
    )
    suspended_at = _Moment[Optional[datetime]]("Since when it is off the clock.")
    return_pending = _Field[bool]("Whether a return is asked for and waits.")
    extension_pending = _Field[Optional[int]](
        "The working days asked for as an extension that waits."
    )
    difficult_at = _Moment[Optional[datetime]]("Since when no unit takes it.")
    handled_at = _Moment[Optional[datetime]](
        "When the standing reply of the unit that leads now came."
    )
    handled_late = _Field[bool]("Whether a reply came late: once true, for ever.")
    callbacks = _Field[int]("How many attempts were made to call back.")
    first_called_back_at = _Moment[Optional[datetime]](
        "When the first attempt was made to call back."
    )
    satisfaction = _Field[Optional[Satisfaction]]("The citizen's last rating of the result.")
    attitude = _Field[Optional[Satisfaction]]("The citizen's last rating of the manner.")
    first_satisfaction = _Field[Optional[Satisfaction]]("The citizen's first rating of the result.")
    own_satisfaction = _Field[Optional[Satisfaction]](
        "The citizen's last rating of the result that was given unasked."
    )
    first_closed_at = _Moment[Optional[datetime]](
        "When the centre closed it first, whether that stands or not."
    )
    closed_at = _Moment[Optional[datetime]](
        "When the centre closed it; nothing while it is open, after a reopening too."
    )
    close_outcome = _Field[Optional[CloseOutcome]](
        "With what outcome it is closed; nothing while it is open."
    )
    last_closed_at = _Moment[Optional[datetime]](
        "When the centre closed it last, whether that stands or not."
    )
    last_close_outcome = _Field[Optional[CloseOutcome]](
        "With what outcome the centre closed it last, whether that stands or not."
    )
    exempt = _Field[bool]("Whether any unit is not judged by it.")
    featured = _Field[bool]("Whether an editor picked it for the bulletin.")
    attachments = _Field[int]("How many files are kept with it.")
    merged_into = _Field[Optional[int]]("The main ticket it was merged into.")
    repeat_of = _Field[Optional[int]]("The first ticket of the same matter.")
    related_to = _Field[Optional[int]](
        "The first ticket of the contact from which it came, where that is another one."
    )
    # written:end attributes

    _values: Tuple[Any, ...]
    _written: Tuple[Written, ...]
    _repeated: bool

    def __init__(
        self,
        values: Tuple[Any, ...],
        written: Tuple[Tuple[int, str], ...] = (),
        repeated: bool = False,
    ) -> None:
        object.__setattr__(self, "_values", values)
        object.__setattr__(self, "_written", written)
        object.__setattr__(self, "_repeated", repeated)

    @classmethod
    def _from_json(cls, fields: Dict[str, Any]) -> "Ticket":
        return cls(tuple(fields[name] for name in _words.FIELDS))

    @property
    def written(self) -> Tuple[Written, ...]:
        """What the command that answered this ticket wrote; empty when it was only read."""
        return tuple(Written(*each) for each in self._written)

    @property
    def repeated(self) -> bool:
        """Whether the command was done before: the same request id or external number."""
        return self._repeated

    def overdue(self, as_of: AsOf) -> bool:
        """Whether its running limit had passed at a moment (a bare day means its end)."""
        by = self._values[_words.FIELDS.index("running_by")]
        at = ms_of("as_of", as_of)
        return by is not None and at > by

    def term(self, field: str) -> Optional[str]:
        """The office's word for a field: `ticket.term("stage")` is 已签收."""
        value = getattr(self, field)
        return None if value is None else _words.term(_words.FIELD_LISTS[field], value)

    def as_dict(self) -> Dict[str, Any]:
        """Every field by name."""
        return {name: getattr(self, name) for name in _words.FIELDS}

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a ticket is frozen: it changes by commands")

    def __eq__(self, other: object) -> bool:
        return _plain(self) == _plain(other) if isinstance(other, Ticket) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.id, self.version))

    def __reduce__(self) -> Tuple[Any, ...]:
        return (Ticket, (self._values, self._written, self._repeated))

    def __repr__(self) -> str:
        parts = [self.number, self.stage, self.unit or ""]
        return f"<Ticket {' '.join(part for part in parts if part)} v{self.version}>"

    def _repr_html_(self) -> str:
        lines = "".join(_line(heading, text) for heading, text in self._shown())
        return f"<table><caption>工单 {escape(self.number)}</caption>{lines}</table>"

    def _shown(self) -> List[Tuple[str, str]]:
        shown = []
        for name, heading in _words.FIELD_HEADINGS.items():
            value = getattr(self, name)
            if name != "id" and value not in (None, False, ()):
                text = self.term(name) if name in _words.FIELD_LISTS else _text(value)
                shown.append((heading, text or ""))
        return shown


def _plain(ticket: Ticket) -> Tuple[Any, ...]:
    return tuple(tuple(each) if isinstance(each, list) else each for each in ticket._values)


def _text(value: object) -> str:
    if value is True:
        return "是"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, tuple):
        return "、".join(value)
    return str(value)


def _line(heading: str, text: str) -> str:
    return f"<tr><th style='text-align:left'>{escape(heading)}</th><td>{escape(text)}</td></tr>"
