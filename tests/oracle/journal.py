"""The raw history of a file: who did what in which role, when, and what was promised.

Read from the table `event` with Python's own SQLite. What the library has worked out and keeps beside
an event or inside it (the unit an event concerns, late, later, satisfied, working minutes) is not looked at.
"""

import json
import sqlite3
from dataclasses import dataclass

OFFICE = 0
DERIVED = ("late", "satisfied", "worked")


@dataclass(frozen=True)
class Fact:
    """One event as it was stated."""

    seq: int
    at: int
    verb: str
    said: dict


@dataclass(frozen=True)
class History:
    """Everything that was stated on one file."""

    tickets: dict
    office: list
    phones: dict


def _fact(seq, at, body):
    said = json.loads(body)
    if isinstance(said, str):
        return Fact(seq, at, said, {})
    ((verb, said),) = said.items()
    said = {name: value for name, value in said.items() if name not in DERIVED} if isinstance(said, dict) else {}
    return Fact(seq, at, verb, said)


def _phones(connection):
    """What each ticket's caller left as a number: None where it was erased."""
    rows = connection.execute(
        "SELECT event.subject, text.content FROM text JOIN event ON event.seq = text.seq"
        " WHERE text.field = 4 ORDER BY event.seq"
    )
    phones = {}
    for ticket, content in rows:
        phones.setdefault(ticket, content)
    return phones


def read(path):
    """The history of a file."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    tickets, office = {}, []
    for seq, subject, at, body in connection.execute("SELECT seq, subject, at, body FROM event ORDER BY seq"):
        if subject == OFFICE:
            office.append(_fact(seq, at, body))
        elif subject > 2:
            tickets.setdefault(subject, []).append(_fact(seq, at, body))
    phones = _phones(connection)
    connection.close()
    return History(tickets, office, phones)
