"""How a file stands: what a verification found, how large it is, what was salvaged of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, Optional, Tuple


@dataclass(frozen=True)
class Finding:
    """Something that does not agree."""

    kind: str
    seq: Optional[int]
    ticket: Optional[str]
    what: str


@dataclass(frozen=True)
class Verified:
    """What was checked, and what was found."""

    events: int
    tickets: int
    rows: int
    texts: int
    #: How many of the texts were erased: of these only the event is left to check.
    erased: int
    #: Anchors held against the journal: the caller's, and the heads in the file's own issues.
    anchors: int
    #: What was not, or cannot be, checked; one English sentence each.
    not_checked: Tuple[str, ...]
    #: The last event's sequence and hash: kept elsewhere, it is an anchor.
    head: Tuple[int, str]
    findings: Tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    def __bool__(self) -> bool:
        return self.is_sound

    @classmethod
    def _from_json(cls, report: Dict[str, Any]) -> "Verified":
        lists = {
            "not_checked": tuple(report["not_checked"]),
            "head": tuple(report["head"]),
            "findings": tuple(Finding(**finding) for finding in report["findings"]),
        }
        return cls(**{**report, **lists})


@dataclass(frozen=True)
class Health:
    """How a file stands."""

    #: The schema the file has.
    schema: int
    #: The bytes of one page.
    page_size: int
    #: The pages of the file, the log left out.
    pages: int
    #: The pages that hold nothing.
    free_pages: int
    #: The bytes of the log beside the file (`-wal`).
    log_bytes: int
    #: Whether the log is larger than writing alone makes it: somebody has been reading an old
    #: state for long.
    log_is_stuck: bool
    #: Whether another copy of SQLite in this process, such as Python's own `sqlite3`, has the file
    #: open (seen on Linux). Nothing is lost by it there; close it all the same.
    another_sqlite: bool


@dataclass(frozen=True)
class Salvaged:
    """What was kept of a damaged file, and what was not."""

    #: Events kept, from the first one on.
    events: int
    #: How many events the damaged file's head spoke of; None when it cannot be read.
    events_before: Optional[int]
    #: Tickets whose rows were rebuilt.
    tickets: int
    #: Texts kept.
    texts: int
    #: Texts that the kept events carry, and that are missing, altered or not readable.
    texts_lost: int
    #: Request ids kept; one that is lost would be taken for a new request.
    requests: int
