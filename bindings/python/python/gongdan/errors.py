"""What can go wrong: one root, one class for each kind of error, each with its fields."""

from __future__ import annotations

import json
from datetime import datetime
from difflib import get_close_matches
from typing import Any, ClassVar, Dict, Iterable, List, Optional, Tuple, Type, Union

from ._spoken import spoken
from .moments import moment_of


class GongdanError(Exception):
    """Any failure of gongdan. `word` names its kind in every face, in any language."""

    #: The name of the kind, the same in every face.
    word: ClassVar[str] = "error"

    def __init__(
        self, english: str = "", chinese: str = "", details: Optional[Dict[str, Any]] = None
    ) -> None:
        super().__init__(english, chinese, details)
        self._english = english
        self._chinese = chinese or english
        self._details: Dict[str, Any] = details or {}

    @property
    def outcome(self) -> str:
        """What became of the command. "not_committed": nothing of it is in the file. "unknown":
        the machine failed while it was being put on disk; look, or give it again under the same
        `request`."""
        return str(self._details.get("outcome", "not_committed"))

    @property
    def retry(self) -> bool:
        """Whether the very same call can succeed later; after an unknown outcome only under the
        same `request`."""
        return bool(self._details.get("retry", False))

    def message(self, in_language: Optional[str] = None) -> str:
        """What to tell a person, in "zh" or "en"; by default in the chosen language."""
        return self._chinese if (in_language or spoken()) == "zh" else self._english

    def __str__(self) -> str:
        return self.message()

    def __reduce__(self) -> Tuple[Any, ...]:
        return (type(self), (self._english, self._chinese, self._details))


class Refused(GongdanError):
    """A rule of the life refuses the command; nothing was written.

    >>> import gongdan, tempfile, os
    >>> folder = tempfile.TemporaryDirectory()
    >>> hotline = gongdan.sample.office(os.path.join(folder.name, "a.db"))
    >>> desk = hotline.centre(by="坐席07", at="2020-09-01 09:12")
    >>> ticket = desk.intake("路灯不亮", channel="来电")
    >>> ticket = desk.transfer(ticket, lead="县城管执法局")
    >>> unit = hotline.unit("县城管执法局", by="李四", at="2020-09-01 10:00")
    >>> try:
    ...     unit.handle(ticket, result="已修复")
    ... except gongdan.Refused as no:
    ...     print(no.code, no.stage, no.message("zh"))
    not_signed_off transferred 工单尚未签收,不能办结
    >>> hotline.close()
    >>> folder.cleanup()
    """

    word = "refused"

    @property
    def code(self) -> str:
        """Why: a stable code, for example "not_signed_off"."""
        return str(self._details["code"])

    @property
    def stage(self) -> str:
        """Where the ticket stands."""
        return str(self._details["stage"])

    @property
    def asked(self) -> str:
        """The verb that was asked."""
        return str(self._details["asked"])

    @property
    def allowed(self) -> List[str]:
        """What whoever asked may ask in this stage."""
        return list(self._details["allowed"])

    @property
    def bound(self) -> Optional[Tuple[str, Union[int, datetime]]]:
        """The limit that was broken: ("until" or "from", moment), ("times" or "days", number)."""
        bound = self._details.get("bound")
        if not bound:
            return None
        ((name, value),) = bound.items()
        return (name, moment_of(value) if name in ("until", "from") else value)


class NotFound(GongdanError, LookupError):
    """There is no such ticket, file or figure."""

    word = "not_found"


class InvalidInput(GongdanError, ValueError):
    """An argument is wrong in itself; the message says what would be allowed."""

    word = "invalid_input"

    @property
    def argument(self) -> Optional[str]:
        """The argument's name. None when it is SQL that is not understood, or when the question took
        longer than it may."""
        return self._details.get("argument")

    @classmethod
    def _unknown(cls, argument: str, allowed: List[str]) -> "InvalidInput":
        listed = ", ".join(allowed)
        english = f"{argument}: there is no such word; one of {listed}"
        return cls(english, f"{argument}只能填:{listed}", {"argument": argument})

    @classmethod
    def _near(cls, argument: str, given: object, known: Iterable[str]) -> "InvalidInput":
        near = get_close_matches(str(given), list(known), 3)
        english = f"; near it: {', '.join(near)}" if near else ""
        chinese = f",相近的有:{'、'.join(near)}" if near else ""
        name = str(given)[:40]
        said = (f"{argument}: there is no {name!r}{english}", f"{argument}中没有“{name}”{chinese}")
        return cls(*said, {"argument": argument})

    @classmethod
    def _undefined(cls, rate: str, parts: str) -> "InvalidInput":
        english = f"{rate}: a rate of nothing ({parts}) has no value"
        return cls(english, f"{rate}的分母为零({parts}),没有数值", {"argument": rate})

    @classmethod
    def _empty(cls, argument: str) -> "InvalidInput":
        return cls(f"{argument}: must not be empty", f"{argument}不能为空", {"argument": argument})

    @classmethod
    def _out_of_range(cls, argument: str, most: int) -> "InvalidInput":
        said = (f"{argument}: must be from 0 to {most}", f"{argument}须在0至{most}之间")
        return cls(*said, {"argument": argument})

    @classmethod
    def _foreign(cls, argument: str, what: str) -> "InvalidInput":
        english = f"{argument}: it cannot be {what}"
        return cls(english, f"{argument}不能是{what}", {"argument": argument})


class Conflict(GongdanError):
    """The ticket has changed since the caller saw it, or a request id stands for something else."""

    word = "conflict"

    @property
    def expected(self) -> Optional[int]:
        """The version the caller had seen."""
        return self._details.get("expected")

    @property
    def actual(self) -> Optional[int]:
        """The version that stands."""
        return self._details.get("actual")


class Busy(GongdanError, TimeoutError):
    """Others kept the file locked for longer than the caller wanted to wait."""

    word = "busy"


class ReadOnly(GongdanError):
    """The file was opened for reading only."""

    word = "read_only"


class FileTooNew(GongdanError):
    """The file was written by a newer version of gongdan."""

    word = "file_too_new"


class NotAHotline(GongdanError):
    """The file is no gongdan file."""

    word = "not_a_hotline"


class Corrupt(GongdanError):
    """The file is damaged."""

    word = "corrupt"


class Closed(GongdanError):
    """The hotline, batch or stream has been closed."""

    word = "closed"


class FileFailed(GongdanError, OSError):
    """The machine failed: disk, permission, memory."""

    word = "io"


class AlreadyExists(GongdanError, FileExistsError):
    """Something stands there already and is not overwritten."""

    word = "exists"


class InternalError(GongdanError):
    """A mistake in gongdan itself."""

    word = "bug"


class Interrupted(GongdanError):
    """Somebody stopped the work. Ctrl-C itself is a KeyboardInterrupt, as everywhere."""

    word = "interrupted"


class ForkedError(GongdanError):
    """A call, a batch or a table half read was under way on the file when the process was forked: it
    goes on in the parent. A process that is started anew (`spawn`) may open the file."""

    word = "forked"


class Replaced(GongdanError):
    """Another program took the file or its log away while it was open: no more is written."""

    word = "replaced"


#: The class of every kind, by its name.
BY_KIND: Dict[str, Type[GongdanError]] = {
    each.word: each
    for each in (
        Refused,
        NotFound,
        InvalidInput,
        Conflict,
        Busy,
        ReadOnly,
        FileTooNew,
        NotAHotline,
        Corrupt,
        Closed,
        FileFailed,
        AlreadyExists,
        InternalError,
        Interrupted,
        ForkedError,
        Replaced,
    )
}


def _made(word: str, english: str, chinese: str, details: str) -> GongdanError:
    """Makes the exception of a kind: the extension calls it."""
    return BY_KIND[word](english, chinese, json.loads(details))
