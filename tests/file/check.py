"""Checks a file as docs/FILE.md tells how, with nothing of gongdan: chain, head, texts, and every ticket's stage
replayed from its events. `check.py FILE` prints what does not agree, one a line; its exit code is then 1."""

import hashlib
import json
import sqlite3
import struct
import sys

ACCEPTED, TRANSFERRED, SIGNED_OFF, HANDLED, REWORK, DIFFICULT, CLOSED, REJECTED, MERGED = range(1, 10)
ENDS = {2: CLOSED, 3: REJECTED, 13: DIFFICULT, 21: HANDLED, 25: CLOSED, 26: CLOSED}
FIELDS = """ - matter appeal caller_name caller_phone caller_address answer remark reason result note demand
    title outcome file_name file_digest file_place instructed_by attendees decision""".split()


class Ticket:
    def __init__(self, seq, said):
        self.stage, self.number, self.version, self.first, self.last = ACCEPTED, said[0], 1, seq, seq
        self.leads, self.before, self.rework = set(), None, None

    def follow(self, seq, kind, said):
        self.version, self.last = self.version + 1, seq
        if kind in ENDS:
            self.stage = ENDS[kind]
        elif kind == 4:  # merged
            self.stage, self.before = MERGED, self.stage
        elif kind == 5:  # unmerged
            self.stage = self.before
        elif kind == 7:  # transferred
            leads = {leg for leg, unit, part, *promised in said[0] if part == 1}
            self.stage, self.leads = TRANSFERRED if leads else self.stage, self.leads | leads
        elif kind == 9 and said[0] in self.leads and self.stage == TRANSFERRED:  # signed off
            self.stage = SIGNED_OFF
        elif kind in (11, 41):  # return granted, redispatched
            self.leads.discard(said[0])
            self.stage = self.stage if self.leads else ACCEPTED
        elif kind == 22:  # sent back
            self.stage = REWORK if self.rework == said[0] else SIGNED_OFF
        elif kind == 24 or kind == 27 and said:  # rework ordered, reopened with one
            self.stage, self.rework = REWORK, (said if kind == 24 else said[0])[0]
        elif kind in (8, 27):  # recalled, reopened for the centre
            self.stage, self.leads = ACCEPTED, set()


def check(file):
    ((region, last_seq, last_hash, last_at, taken),) = file.execute(
        "SELECT region_id, last_seq, last_hash, last_at, tickets FROM region")
    texts, tickets, erased, empty = {}, {}, {}, []
    for seq, field, salt, content in file.execute("SELECT seq, field, salt, content FROM text ORDER BY seq"):
        texts.setdefault(seq, {})[field] = salt, content
    before, previous, latest = 0, bytes(32), None
    for seq, subject, at, kind, by, role, unit, body, commitments, stored in file.execute(
            "SELECT seq, subject, at, kind, by, role, actor_unit, body, commitments, hash FROM event ORDER BY seq"):
        if seq != before + 1:
            yield f"event {seq}: the one before it is {before}"
            previous = None
        numbers = struct.pack(">IqqqBBI", region, seq, subject, at, kind, role, unit or 0)
        said = b"".join(len(each).to_bytes(4, "big") + each for each in (by.encode(), (body or "").encode()))
        chained = previous and hashlib.sha256(b"\1" + previous + numbers + said + (commitments or b"")).digest()
        if chained and chained[:32 if seq % 64 == 0 else 4] != stored:
            yield f"event {seq}: it or the one before it was altered"
            chained = None
        before, previous = seq, stored if seq % 64 == 0 else chained
        latest, beside = max(latest or at, at), texts.pop(seq, {})
        for place in range(0, len(commitments or b""), 21):
            field, wanted = commitments[place], commitments[place + 1:place + 21]
            salt, content = beside.pop(field, (b"", ""))
            if salt is None and content is None:
                empty.append((seq, subject, field))
            elif hashlib.sha256(bytes((2, field)) + salt + content.encode()).digest()[:20] != wanted:
                yield f"event {seq}: its {FIELDS[field]} is missing or was altered"
        if beside:
            yield f"event {seq}: a text stands there of which it says nothing"
        try:
            said = json.loads(body or "[]")
            if kind == 1:
                tickets[subject] = Ticket(seq, said)
            elif kind:
                tickets[subject].follow(seq, kind, said)
            if kind == 39:  # erased
                erased.setdefault(subject, []).append((seq, said[0]))
        except (LookupError, TypeError, ValueError):
            yield f"event {seq}: it cannot be read, or has no ticket"
    if (last_seq, last_hash, last_at) != (before, previous or last_hash, latest) or taken != len(tickets):
        yield f"the head says event {last_seq} and {taken} tickets, the journal {before} and {len(tickets)}"
    yield from (f"event {seq}: texts stand beside no event" for seq in texts)
    for seq, subject, field in empty:
        if not any(seq < when and field in fields for when, fields in erased.get(subject, ())):
            yield f"event {seq}: its {FIELDS[field]} is empty, and no event says that it was erased"
    for row in file.execute("SELECT ticket_id, stage, number, version, first_seq, last_seq FROM ticket"):
        own = tickets.pop(row[0], None)
        if own is None or row[1:] != (own.stage, own.number, own.version, own.first, own.last):
            yield f"ticket {row[0]}: its row is not what its events say"
    yield from (f"ticket {subject}: it has no row" for subject in tickets)


if __name__ == "__main__":
    found = list(check(sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)))
    print(*found[:100], sep="\n")
    sys.exit(bool(found))
