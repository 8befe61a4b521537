"""Threads, processes, Ctrl-C, and what the standard sqlite3 module may do beside us."""

from __future__ import annotations

import multiprocessing
import os
import pathlib
import signal
import sqlite3
import sys
import threading
import time
from typing import Callable, List

import pytest

import gongdan
from conftest import SEPTEMBER
from gongdan import Hotline

DESK = {"by": "坐席07", "at": "2020-09-01 09:12"}


def test_one_handle_serves_many_threads_in_turn(office: Hotline) -> None:
    failed: List[BaseException] = []

    def live() -> None:
        try:
            for _ in range(10):
                with office.batch() as many:
                    ticket = many.intake("路灯不亮", channel="来电", **DESK)
                    many.resolve_online(ticket, **DESK)
                office.figures("2020-09", as_of="2020-10-09")
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=live) for _ in range(4)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert not failed
    assert office.find(stage="closed").total == 40
    assert office.verify().is_sound


def test_a_batch_has_the_handle_to_itself(office: Hotline) -> None:
    done = threading.Event()

    def other() -> None:
        office.intake("别的线程", channel="来电", **DESK)
        done.set()

    with pytest.raises(RuntimeError), office.batch() as many:
        many.intake("路灯不亮", channel="来电", **DESK)
        thread = threading.Thread(target=other)
        thread.start()
        assert not done.wait(0.2), "the other thread waits for its turn"
        raise RuntimeError
    thread.join()
    assert [ticket.matter for ticket in office.find()] == ["别的线程"]


def test_two_threads_read_at_once(golden_path: pathlib.Path) -> None:
    """Neither waits for the other's call to end: in the midst of both they meet. How well two
    threads scale is measured by `make bench-python`."""
    meeting = threading.Barrier(2, timeout=60)
    sound: List[bool] = []

    def read() -> None:
        met: List[int] = []

        def meet(done: int, of: int) -> None:
            if not met:
                met.append(meeting.wait())

        with gongdan.open(golden_path, read_only=True) as hotline:
            sound.append(hotline.verify(progress=meet).is_sound)

    threads = [threading.Thread(target=read) for _ in range(2)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert sound == [True, True]


def test_python_runs_on_while_a_call_works(golden: Hotline) -> None:
    counted = 0
    stop = threading.Event()

    def count() -> None:
        nonlocal counted
        while not stop.is_set():
            counted += 1
            time.sleep(0.001)

    thread = threading.Thread(target=count)
    thread.start()
    golden.verify()
    seen = counted
    stop.set()
    thread.join()
    assert seen > 5, "another thread ran while the file was verified"


FORKED = """
import os, sys
import gongdan

DESK = {"by": "坐席07", "at": "2020-09-01 09:12"}
office = gongdan.open(sys.argv[1])
office.intake("路灯不亮", channel="来电", **DESK)
table = office.tickets()
child = os.fork()
if child == 0:
    code = 1
    try:
        raised = 0
        for use in (office.head, office.close, lambda: list(table), table.__arrow_c_stream__):
            try:
                use()
            except gongdan.ForkedError:
                raised += 1
        with gongdan.open(office.path) as again:
            again.intake("子进程", channel="来电", **DESK)
        code = 0 if raised == 4 else 2
    finally:
        os._exit(code)
assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
assert office.find().total == 2
assert office.verify().is_sound
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_handle_that_came_over_by_fork_says_so(office: Hotline, run: Callable[..., str]) -> None:
    """In an interpreter of its own: a fork beside a thread inside SQLite may wait for ever."""
    office.close()
    run(FORKED, office.path)


def _count(path: str) -> int:
    with gongdan.open(path, read_only=True) as hotline:
        return hotline.figures(**SEPTEMBER).total.accepted


def test_a_handle_a_process(golden_path: pathlib.Path) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert pool.map(_count, [os.fspath(golden_path)] * 4) == [3338] * 4


CTRL_C = """
import os, signal, sys, threading, time
import gongdan

path, what = sys.argv[1:]


def press():
    time.sleep(0.7)
    pressed.append(time.perf_counter())
    os.kill(os.getpid(), signal.SIGINT)


pressed = []
threading.Thread(target=press, daemon=True).start()
try:
    if what == "sample":
        gongdan.sample.city(path + ".new", tickets=1_000_000, period="2020")
    with gongdan.open(path) as hotline:
        other = gongdan.open(path, patience=30)
        while what == "verify":
            hotline.verify()
        while what == "figures":
            hotline.what_if("2020", as_of="2021-01-31", by=["unit", "day"])
        while what == "polars":
            hotline.tickets().to_polars()
        while what == "query":
            hotline.query("select count(*) from v1_tickets a, v1_tickets b", steps=10**12)
        with hotline.batch():
            other.intake("等锁", channel="来电", by="坐席07")
except KeyboardInterrupt:
    print(time.perf_counter() - pressed[0])
"""


@pytest.mark.parametrize("what", ["sample", "verify", "figures", "polars", "query", "lock"])
def test_ctrl_c_ends_any_long_call(
    what: str, golden_path: pathlib.Path, tmp_path: pathlib.Path, run: Callable[..., str]
) -> None:
    copy = tmp_path / "copy.db"
    with gongdan.open(golden_path) as golden:
        golden.backup_to(copy)
    waited = float(run(CTRL_C, copy, what, options=()))
    assert waited < 10, "within a second on a quiet machine"
    with gongdan.open(copy) as hotline:
        assert hotline.verify().is_sound


def test_progress_is_told_and_can_stop(tmp_path: pathlib.Path) -> None:
    told: List[tuple] = []
    with gongdan.sample.city(tmp_path / "a.db", tickets=2_000, period="2020-09",
                             progress=lambda done, of: told.append((done, of))) as hotline:
        assert told[-1] == (2_000, 2_000) and told == sorted(told)
        told.clear()
        hotline.verify(progress=lambda done, of: told.append((done, of)))
        assert told and told[-1][0] == told[-1][1]

        def stop(done: int, of: int) -> None:
            raise RuntimeError("enough")

        with pytest.raises(RuntimeError, match="enough"):
            hotline.verify(progress=stop)
        assert hotline.verify()
    with pytest.raises(RuntimeError, match="enough"):
        gongdan.sample.city(tmp_path / "b.db", tickets=50_000, period="2020", progress=stop)


def test_development_mode_is_silent(golden_path: pathlib.Path, run: Callable[..., str]) -> None:
    program = """
import sys
import gongdan
with gongdan.open(sys.argv[1], read_only=True) as hotline:
    hotline.verify()
    print(hotline.bulletin("2020-09", as_of="2020-10-09").closure_rate)
gongdan.open(sys.argv[1])  # never closed: the file is, when the handle goes
"""
    assert run(program, golden_path) == "98.41%\n"


def test_sqlite3_may_read_the_file_through_its_views(office: Hotline) -> None:
    """Reading with the standard module in the same process, while we write: both see sound data."""
    other = sqlite3.connect(f"file:{office.path}?mode=ro", uri=True)
    for number in range(1, 6):
        office.intake("路灯不亮", channel="来电", **DESK)
        assert other.execute("select count(*) from v1_tickets").fetchone() == (number,)
    other.close()
    office.intake("路灯不亮", channel="来电", **DESK)
    assert office.verify().is_sound


BESIDE = """
import fcntl, os, sqlite3, struct, sys
import gongdan

path = sys.argv[1]
hotline = gongdan.open(path)
hotline.head()


def locked_by_us():
    # asked from another process: a lock of one's own process never shows
    reading, writing = os.pipe()
    if os.fork() == 0:
        found = []
        with open(path + "-shm", "rb+") as shm:
            for byte in range(120, 129):
                asked = struct.pack("hhqqi", fcntl.F_WRLCK, 0, byte, 1, 0)
                answer = struct.unpack("hhqqi", fcntl.fcntl(shm, fcntl.F_GETLK, asked)[:28])
                found.append(answer[0] != fcntl.F_UNLCK)
        os.write(writing, b"1" if any(found) else b"0")
        os._exit(0)
    return os.read(reading, 1) == b"1"


before = locked_by_us()
other = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
other.execute("select count(*) from v1_tickets").fetchone()
other.close()
print(int(before), int(locked_by_us()))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the lock bytes are read as Linux lays them out")
def test_closing_sqlite3_drops_the_locks_of_the_whole_process(
    office: Hotline, run: Callable[..., str]
) -> None:
    """Why docs/python.md warns: POSIX locks belong to the process, and the second copy of SQLite
    knows nothing of the first one's."""
    office.close()
    before, after = run(BESIDE, office.path, options=("-W", "ignore")).split()
    assert (before, after) == ("1", "0")
