"""How a file stands: anchors, verified backups, health, salvage; and what became of a command."""

from __future__ import annotations

import hashlib
import json
import pathlib
import pickle
import struct
import sys
from typing import Any, Callable, Dict, List, Tuple

import pytest

import gongdan
from gongdan import Hotline, Ticket, errors


def test_an_anchor_finds_another_journal(office: Hotline, tmp_path: pathlib.Path) -> None:
    alone = office.verify()
    assert alone and alone.anchors == 0 and "rewritten" in alone.not_checked[0]
    events, last = office.head()
    sound = office.verify(anchors=[(events, last), (events, last[:16].upper())])
    assert sound and sound.anchors == 2 and sound.not_checked == ()
    with gongdan.sample.office(tmp_path / "other.db") as other:
        report = other.verify(anchors=[(events, "0" * 64), (events + 1, last)])
        assert [(each.kind, each.seq) for each in report.findings] == [
            ("anchor", events),
            ("anchor", events + 1),
        ]
    with pytest.raises(gongdan.InvalidInput) as raised:
        office.verify(anchors=[(1, "abc")])
    assert raised.value.argument == "anchor"


def test_a_backup_is_verified_and_its_head_is_an_anchor(
    office: Hotline, lamp: Ticket, tmp_path: pathlib.Path
) -> None:
    report = office.backup_verified(tmp_path / "copy.db")
    assert report and report.head == office.head()
    assert office.verify(anchors=[report.head]).anchors == 1
    with gongdan.open(tmp_path / "copy.db", read_only=True) as copy:
        assert copy.ticket(lamp.id) == lamp and copy.health().log_bytes == 0
    with pytest.raises(gongdan.AlreadyExists):
        office.backup_verified(tmp_path / "copy.db")


def test_a_file_says_how_it_stands(office: Hotline) -> None:
    health = office.health()
    size = health.page_size * health.pages
    assert (health.schema, health.page_size, health.log_is_stuck) == (1, 2048, False)
    assert health.another_sqlite is False
    assert size > 40_000 and 0 <= health.free_pages < health.pages
    assert health.log_bytes == pathlib.Path(office.path + "-wal").stat().st_size


def test_what_can_be_read_of_a_damaged_file_is_kept(
    office: Hotline, lamp: Ticket, tmp_path: pathlib.Path
) -> None:
    events, _ = office.head()
    damaged = tmp_path / "damaged.db"
    office.backup_to(damaged)
    held = damaged.read_bytes().replace("路灯不亮".encode(), "路灯不明".encode())
    damaged.write_bytes(held)
    kept = gongdan.salvage(damaged, tmp_path / "saved.db")
    assert (kept.events, kept.events_before) == (events, events)
    assert (kept.tickets, kept.texts_lost) == (1, 1)
    assert damaged.read_bytes() == held, "the damaged file is not touched"
    with gongdan.open(tmp_path / "saved.db") as saved:
        assert saved.head() == office.head()
        assert [each.kind for each in saved.verify().findings] == ["text"]
    with pytest.raises(gongdan.AlreadyExists):
        gongdan.salvage(damaged, tmp_path / "saved.db")
    with pytest.raises(gongdan.NotFound):
        gongdan.salvage(tmp_path / "nothing.db", tmp_path / "new.db")


def record(line: Dict[str, Any], region: int, before: bytes) -> bytes:
    """What an event's hash is made of, by docs/FILE.md alone."""
    by, body = line["by"].encode(), line.get("_body", b"")
    carried = b""
    for text in line.get("texts", ()):
        field = bytes([text["field"]])
        typed = b"\x02" + field + bytes.fromhex(text.get("salt", "")) + text.get("content", "").encode()
        carried += field + (
            bytes.fromhex(text["erased"]) if "erased" in text else hashlib.sha256(typed).digest()[:20]
        )
    numbers = struct.pack(
        ">IqqqBBI", region, line["seq"], line["subject"], line["at"], line["kind"], line["role"], line.get("unit", 0)
    )
    texts = b"".join(struct.pack(">I", len(text)) + text for text in (by, body))
    return b"\x01" + before + numbers + texts + carried


def read_line(line: bytes) -> Dict[str, Any]:
    """A line, with the body of its event as it stands there."""
    told: Dict[str, Any] = json.loads(line)
    if "body" in told:
        begun = line.index(b'"body":') + 7
        _, end = json.JSONDecoder().raw_decode(line[begun:].decode())
        told["_body"] = line[begun:].decode()[:end].encode()
    return told


def test_the_whole_history_leaves_and_comes_back(office: Hotline, lamp: Ticket, tmp_path: pathlib.Path) -> None:
    office.centre(by="坐席07").erase_person(ticket=lamp, reason="本人要求")
    lines, back = tmp_path / "全部记录.jsonl", tmp_path / "back.db"
    heard: List[Tuple[int, int]] = []
    head = office.journal_to(lines, progress=lambda *far: heard.append(far))
    assert head == office.head() and heard[-1] == (head[0], head[0])
    report = gongdan.from_journal(lines, back)
    assert report.is_sound and report.head == head and report.erased
    with gongdan.open(back) as hotline:
        assert hotline.find() == office.find()
        hotline.journal_to(tmp_path / "again.jsonl")
    assert (tmp_path / "again.jsonl").read_bytes() == lines.read_bytes()
    # A program that knows docs/FILE.md alone follows the chain.
    told = [read_line(line) for line in lines.read_bytes().splitlines()]
    last = bytes(32)
    for line in told[1 : head[0] + 1]:
        last = hashlib.sha256(record(line, told[0]["region"], last)).digest()
        assert line["hash"] == last.hex(), line["seq"]
    assert told[0]["hash"] == last.hex() == head[1]


def test_what_nobody_lived_is_named_by_its_line(office: Hotline, lamp: Ticket, tmp_path: pathlib.Path) -> None:
    lines = tmp_path / "a.jsonl"
    office.journal_to(lines)
    whole = lines.read_bytes().splitlines(keepends=True)
    at, told = next((at, line) for at, line in enumerate(map(json.loads, whole)) if line.get("texts"))
    # A text that is emptied as if it were erased, under a chain and a digest that are right.
    text = told["texts"][0]
    salted = b"\x02" + bytes([text["field"]]) + bytes.fromhex(text["salt"]) + text["content"].encode()
    told["texts"][0] = {"field": text["field"], "erased": hashlib.sha256(salted).hexdigest()[:40]}
    whole[at] = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    whole[-1] = json.dumps({"sha256": hashlib.sha256(b"".join(whole[:-1])).hexdigest()}, separators=(",", ":")).encode() + b"\n"
    doctored, new = tmp_path / "doctored.jsonl", tmp_path / "new.db"
    doctored.write_bytes(b"".join(whole))
    with pytest.raises(gongdan.Corrupt) as raised:
        gongdan.from_journal(doctored, new)
    assert str(raised.value).startswith(f"line {at + 1}: text: "), raised.value
    assert raised.value.message("zh").startswith(f"第 {at + 1} 行:")
    assert list(tmp_path.glob("new.db*")) == []
    with pytest.raises(gongdan.AlreadyExists):
        office.journal_to(lines)
    with pytest.raises(KeyboardInterrupt):
        office.journal_to(tmp_path / "b.jsonl", progress=interrupt)
    with pytest.raises(KeyboardInterrupt):
        gongdan.from_journal(lines, new, progress=interrupt)
    assert list(tmp_path.glob("*b.jsonl*")) == list(tmp_path.glob("new.db*")) == []


def interrupt(done: int, of: int) -> None:
    raise KeyboardInterrupt


def test_an_error_says_whether_to_try_again(office: Hotline, lamp: Ticket) -> None:
    with gongdan.open(office.path, patience=0.05) as other, office.batch():
        with pytest.raises(gongdan.Busy) as raised:
            other.centre(by="坐席07").note(lamp, text="x")
        assert (raised.value.outcome, raised.value.retry) == ("not_committed", True)
    with pytest.raises(gongdan.Refused) as refused:
        unit = office.unit("县城管执法局", by="李四", at="2020-09-25 09:00")
        unit.handle(lamp, result="x")
    assert (refused.value.outcome, refused.value.retry) == ("not_committed", False)
    closed = gongdan.Closed("the hotline is closed")
    assert (closed.outcome, closed.retry) == ("not_committed", False)
    made = errors._made("io", "x", "x", '{"outcome": "unknown", "retry": true}')
    again = pickle.loads(pickle.dumps(made))
    assert (again.outcome, again.retry) == ("unknown", True)


FULL = """
import os, resource, sys
import gongdan

office = gongdan.open(sys.argv[1])


def taken_in(office):
    desk = office.centre(by="坐席07", at="2020-09-24 09:00").request("counter-3/0001")
    return desk.intake("路灯不亮", channel="来电")


before = office.find().total
resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
try:
    taken_in(office)
except gongdan.FileFailed as error:
    print(error.outcome, error.retry)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
office.close()
with gongdan.open(sys.argv[1]) as office:
    first, again = taken_in(office), taken_in(office)
    print(again.repeated, again.id == first.id, office.find().total - before, bool(office.verify()))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit on file sizes to set")
def test_a_commit_that_cannot_be_written_is_unknown_and_may_be_given_again(
    office: Hotline, run: Callable[..., str]
) -> None:
    """No byte more can be written in the middle of a command, as on a full disk."""
    office.close()
    assert run(FULL, office.path) == "unknown True\nTrue True 1 True\n"
