"""The peers, each as somebody who knows it would write it."""

from __future__ import annotations

import json
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BATCH = 500


def tables_only() -> str:
    """gongdan's own tables and indexes, without its triggers and views."""
    schema = (ROOT / "schema.sql").read_text(encoding="utf-8")
    parts = re.split(r"\n(?=CREATE )", schema)
    kept = [part for part in parts if re.match(r"CREATE (TABLE|INDEX|UNIQUE INDEX)", part)]
    return "\n".join(re.sub(r"\n--.*", "", part) for part in kept)


class ByHand:
    """sqlite3 and the rows that a ticket's life leaves, with no check, hash or promise worked out."""

    def __init__(self, path: str) -> None:
        self.db = sqlite3.connect(path, isolation_level=None)
        self.db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;" + tables_only())
        self.db.execute(
            "INSERT INTO region VALUES (430424, '衡东县', NULL, 0, zeroblob(32), 0, 0, zeroblob(32))"
        )
        self.seq = 0
        self.event_row = "INSERT INTO event VALUES (430424,?,?,?,?,?,?,NULL,?,0,0,?,NULL,zeroblob(32))"
        columns = [row[1] for row in self.db.execute("PRAGMA table_info(ticket)")]
        self.ticket_row = f"INSERT INTO ticket VALUES ({','.join('?' * len(columns))})"
        self.columns = columns
        legs = [row[1] for row in self.db.execute("PRAGMA table_info(assignment)")]
        self.leg_row = f"INSERT INTO assignment VALUES ({','.join('?' * len(legs))})"
        self.legs = legs

    def event(self, ticket: int, at: int, kind: int, by: str, role: int, unit: object, body: object,
              texts: tuple = ()) -> int:
        self.seq += 1
        self.db.execute(
            self.event_row,
            (self.seq, ticket, at, kind, by, role, unit,
             json.dumps(body, ensure_ascii=False)),
        )
        for field, content in texts:
            self.db.execute(
                "INSERT INTO text VALUES (430424,?,?,randomblob(16),?,NULL)", (self.seq, field, content)
            )
        return self.seq

    def moved(self, ticket: int, at: int, changes: str, *values: object) -> None:
        self.db.execute(
            f"UPDATE ticket SET version=version+1, last_seq=?, last_at=?, {changes} "
            "WHERE region_id=430424 AND ticket_id=?",
            (self.seq, at, *values, ticket),
        )

    def leg(self, ticket: int, at: int, changes: str, *values: object) -> None:
        self.db.execute(
            f"UPDATE assignment SET last_seq=?, last_at=?, {changes} "
            "WHERE region_id=430424 AND ticket_id=? AND leg=1",
            (self.seq, at, *values, ticket),
        )

    def live(self, number: int, at: int) -> None:
        event, moved = self.event, self.moved
        printed = f"20200901-{number:06}"
        body = {"taken_in": {"number": printed, "channel": 1, "kind": "help", "urgency": "normal"}}
        texts = ((1, "路灯不亮"), (2, "三天没亮"))
        ticket = 430424000000000 + number
        seq = event(ticket, at, 1, "坐席07", 1, None, body, texts)
        row = dict.fromkeys(self.columns, 0)
        row.update(dict.fromkeys(
            "category_id area_id external appeal_seq result_seq lead_unit_id transferred_at sign_off_by "
            "signed_off_at first_handle_by handle_by total_by handled_at rework_by suspended_at "
            "difficult_at called_back_at satisfaction attitude first_closed_at closed_at close_outcome "
            "merged_into repeat_of running_by pending_by".split()))
        row.update(region_id=430424, ticket_id=ticket, number=printed, version=1, first_seq=seq, last_seq=seq,
                   last_at=at, stage=1, channel_id=1, kind=2, urgency=1, accepted_at=at,
                   accepted_day=20200901, accepted_month=202009, matter_seq=seq, waiting=1,
                   distinct_matters=1, open=1)
        self.db.execute(self.ticket_row, list(row.values()))
        self.db.execute(
            "INSERT INTO day_counter VALUES (430424, 20200901, 1) "
            "ON CONFLICT DO UPDATE SET tickets = tickets + 1"
        )
        by, due = at + 86_400_000, at + 5 * 86_400_000
        event(ticket, at + 1, 7, "管理员", 1, 1, {"transferred": {"legs": [{"leg": 1, "unit": 1}]}})
        moved(ticket, at + 1, "stage=2, lead_unit_id=1, transferred_at=?, sign_off_by=?, first_handle_by=?,"
              " handle_by=?, total_by=?, running_by=?, pending_by=?, waiting=0, transferred=1, pending=1",
              at + 1, by, due, due, due, due, due)
        leg = dict.fromkeys(self.legs, 0)
        leg.update(dict.fromkeys("category_id area_id signed_off_at handled_at ended_at ended_how".split()))
        leg.update(region_id=430424, ticket_id=ticket, leg=1, last_seq=self.seq, last_at=at + 1, channel_id=1,
                   kind=2, urgency=1, accepted_at=at, accepted_day=20200901, accepted_month=202009, unit_id=1,
                   part=1, transferred_at=at + 1, sign_off_by=by, first_handle_by=due, handle_by=due,
                   pending_by=due, unsigned_by=by, accepted=1, pending=1)
        self.db.execute(self.leg_row, list(leg.values()))
        event(ticket, at + 2, 9, "李四", 2, 1, {"signed_off": {"leg": 1}})
        moved(ticket, at + 2, "stage=3, signed_off_at=?", at + 2)
        self.leg(ticket, at + 2, "signed_off_at=?, signed_off=1, unsigned_by=NULL", at + 2)
        event(ticket, at + 3, 21, "李四", 2, 1, {"handled": {"leg": 1}}, ((9, "已修复"),))
        moved(ticket, at + 3, "stage=4, handled_at=?, handled=1, pending=0, pending_by=NULL, running_by=NULL,"
              " awaiting_callback=1, result_seq=?", at + 3, self.seq)
        self.leg(ticket, at + 3, "handled_at=?, handled=1, pending=0, pending_by=NULL", at + 3)
        rated = {"called_back": {"outcome": "reached", "satisfaction": "satisfied", "satisfied": True}}
        event(ticket, at + 4, 23, "回访员", 1, 1, rated)
        self.db.execute("INSERT INTO callback VALUES (430424,?,1,5,?,1,2,NULL,NULL,1,1)", (ticket, at + 4))
        moved(ticket, at + 4, "called_back_at=?, satisfaction=2, called_back=1, reached=1, rated=1,"
              " satisfied=1, awaiting_callback=0", at + 4)
        event(ticket, at + 5, 25, "回访员", 1, 1, {"closed": {"outcome": "solved"}})
        self.db.execute("INSERT INTO closure VALUES (430424,?,1,6,?,1,0)", (ticket, at + 5))
        moved(ticket, at + 5, "stage=7, closed_at=?, first_closed_at=?, close_outcome=1, closed=1,"
              " closed_solved=1, close_times=1, open=0", at + 5, at + 5)

    def run(self, tickets: int) -> None:
        for first in range(0, tickets, BATCH):
            self.db.execute("BEGIN IMMEDIATE")
            for number in range(first, min(first + BATCH, tickets)):
                self.live(number, 1_598_922_000_000 + number * 10)
            self.db.execute(
                "UPDATE region SET last_seq=?, last_at=? WHERE region_id=430424", (self.seq, 0)
            )
            self.db.execute("COMMIT")


class Roundup:
    """Roundup's own Python layer on its sqlite back end: the same six steps of one issue."""

    def __init__(self, folder: str) -> None:
        admin = [os.path.join(os.path.dirname(sys.executable), "roundup-admin"), "-i", folder]
        quiet = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run([*admin, "install", "classic", "sqlite"], **quiet)
        config = pathlib.Path(folder, "config.ini")
        text = config.read_text()
        for name, value in (("web", "http://localhost/t/"), ("domain", "localhost"), ("host", "localhost")):
            text = re.sub(rf"^#?{name} = NO DEFAULT$", f"{name} = {value}", text, flags=re.M)
        config.write_text(text)
        subprocess.run([*admin, "initialise", "secret"], **quiet)
        from roundup import instance

        self.db = instance.open(folder).open("admin")

    def live(self, number: int) -> None:
        db = self.db
        message = db.msg.create(content=f"三天没亮 {number}", author="1")
        issue = db.issue.create(title="路灯不亮", messages=[message], status="1")
        db.issue.set(issue, assignedto="1", status="2")
        db.issue.set(issue, status="3")
        reply = db.msg.create(content="已修复", author="1")
        db.issue.set(issue, messages=[message, reply], status="4")
        db.issue.set(issue, status="5")
        db.issue.set(issue, status="8")

    def run(self, tickets: int) -> None:
        for number in range(tickets):
            self.live(number)
            if number % BATCH == BATCH - 1:
                self.db.commit()
        self.db.commit()


def timed(work) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
