"""The raw history of a file: who did what in which role, when, and what was promised.

Read from the table `event` with Python's own SQLite. What the library has worked out and keeps beside
an event or inside it (the unit an event concerns, late, later, satisfied, working minutes) is not looked at.
"""

import json
import sqlite3
from dataclasses import dataclass

from said import named

OFFICE = 0
# What happened to a ticket, by its kind from 1 on.
KINDS = """ -
    taken_in resolved_online rejected merged unmerged marked_repeat transferred recalled signed_off
    return_requested return_granted return_denied marked_difficult extension_requested
    extension_granted extension_denied suspended resumed reported excused handled sent_back
    called_back rework_ordered closed terminated reopened reclassified amended noted
    confidentiality_set urged supervised supervision_answered carded featured rescheduled revealed
    erased corrected redispatched unmarked_repeat attached detached exemption_asked exempted unexempted forwarded unforwarded imported reply_passed
    reminded supervision_lifted consulted related unrelated rated inspected
""".split()
# What an event does not say when it is so.
USUAL = {"taken_in": {"urgency": "normal", "confidential": False}}
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


def stated(verb, said):
    """What an event says, without what the library has worked out."""
    said = {name: value for name, value in said.items() if name not in DERIVED} if isinstance(said, dict) else {}
    return {**USUAL.get(verb, {}), **said}


def _fact(seq, at, kind, body):
    said = json.loads(body or "[]")
    if kind:
        verb = KINDS[kind]
        said = named(verb, said)
    else:
        ((verb, said),) = said.items()
    return Fact(seq, at, verb, stated(verb, said))


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
    for seq, subject, at, kind, body in connection.execute("SELECT seq, subject, at, kind, body FROM event ORDER BY seq"):
        if subject == OFFICE:
            office.append(_fact(seq, at, kind, body))
        elif subject > 2:
            tickets.setdefault(subject, []).append(_fact(seq, at, kind, body))
    phones = _phones(connection)
    connection.close()
    return History(tickets, office, phones)
