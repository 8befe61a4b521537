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
                    ticket = many.centre(**DESK).intake("路灯不亮", channel="来电")
                    many.centre(**DESK).resolve_online(ticket)
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
        office.centre(**DESK).intake("别的线程", channel="来电")
        done.set()

    with pytest.raises(RuntimeError), office.batch() as many:
        many.centre(**DESK).intake("路灯不亮", channel="来电")
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
import os, sys, threading, traceback
import gongdan

DESK = {"by": "坐席07", "at": "2020-09-01 09:12"}


def in_child(work):
    child = os.fork()
    if child == 0:
        code = 1
        try:
            code = 0 if work() else 2
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def raises(work):
    try:
        work()
    except gongdan.ForkedError:
        return True


def goes_on():
    ticket = office.centre(**DESK).intake("子进程", channel="来电")
    assert office.ticket(ticket.number).matter == "子进程"
    return office.verify().is_sound


office = gongdan.open(sys.argv[1])
office.centre(**DESK).intake("路灯不亮", channel="来电")
assert in_child(goes_on), "parent and child go on with the same handle"
assert office.find().total == 2

with office.batch() as many:
    many.centre(**DESK).intake("批次", channel="来电")
    assert in_child(lambda: raises(office.head)), "a batch is the parent's"
    assert in_child(lambda: raises(lambda: gongdan.open(office.path))), "and so is its file"
assert office.find().total == 3
assert in_child(goes_on), "until it has ended"

held, fork = threading.Event(), threading.Event()


def hold():
    with office.batch():
        held.set()
        fork.wait()


thread = threading.Thread(target=hold)
thread.start()
held.wait()
assert in_child(lambda: raises(office.head)), "and so is another thread's: nobody waits for it"
fork.set()
thread.join()
assert office.verify().is_sound
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_parent_and_child_go_on_with_a_handle(office: Hotline, run: Callable[..., str]) -> None:
    office.close()
    run(FORKED, office.path, options=("-X", "dev", "-W", "error", "-W", "ignore::DeprecationWarning"))


CROWD = """
import os, sys, threading, traceback
import gongdan

DESK = {"by": "坐席07", "at": "2020-09-01 09:12"}
path, rounds = sys.argv[1], 40
handles = [gongdan.open(path) for _ in range(3)]
stop = threading.Event()
written = [0, 0, 0]


def write(number):
    while not stop.is_set():
        handles[number].centre(**DESK).intake("线程", channel="来电")
        written[number] += 1


def read():
    with gongdan.open(path, read_only=True) as reader:
        while not stop.is_set():
            reader.figures("2020-09", as_of="2020-10-09")
            reader.find(text="路灯")


threads = [threading.Thread(target=write, args=(n,)) for n in (0, 1)] + [threading.Thread(target=read)]
[thread.start() for thread in threads]
for _ in range(rounds):
    child = os.fork()
    if child == 0:
        code = 1
        try:
            handles[2].centre(**DESK).intake("子进程", channel="来电")
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
stop.set()
[thread.join() for thread in threads]
assert handles[2].find().total == sum(written) + rounds, (written, handles[2].find().total)
assert handles[2].verify().is_sound
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_forks_among_busy_threads_lose_nothing_and_wait_for_nobody(
    office: Hotline, run: Callable[..., str]
) -> None:
    office.close()
    run(CROWD, office.path, options=("-X", "dev", "-W", "ignore::DeprecationWarning"))


def _add_with_the_parents(_: int) -> str:
    return _PARENTS.centre(**DESK).intake("进程", channel="来电").number


_PARENTS: Hotline


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_multiprocessing_with_the_parents_handle(office: Hotline) -> None:
    global _PARENTS
    _PARENTS = office
    with multiprocessing.get_context("fork").Pool(3) as pool:
        numbers = pool.map_async(_add_with_the_parents, range(30)).get(timeout=120)
    assert len(set(numbers)) == 30 == office.find().total
    assert office.verify().is_sound


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
            other.centre(by="坐席07").intake("等锁", channel="来电")
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
        office.centre(**DESK).intake("路灯不亮", channel="来电")
        assert other.execute("select count(*) from v1_tickets").fetchone() == (number,)
    other.close()
    office.centre(**DESK).intake("路灯不亮", channel="来电")
    assert office.verify().is_sound


@pytest.mark.skipif(sys.platform != "linux", reason="what is mapped is told by Linux")
def test_health_names_another_sqlite_while_it_is_here(office: Hotline) -> None:
    assert not office.health().another_sqlite
    other = sqlite3.connect(office.path)
    other.execute("select count(*) from v1_tickets").fetchone()
    assert office.health().another_sqlite, "Python's own sqlite3 has the file open"
    other.close()
    assert not office.health().another_sqlite
    office.centre(**DESK).intake("路灯不亮", channel="来电")  # named, not refused: nothing is lost by it
    assert office.verify().is_sound


def test_a_forgotten_table_ends_with_a_clear_error_and_frees_the_log(
    office: Hotline,
) -> None:
    with office.batch() as many:
        for _ in range(40):
            many.centre(**DESK).intake("路灯不亮", channel="来电")
    with gongdan.open(office.path, reading=1.0) as reader:
        import pyarrow as pa

        table = reader.table("tickets", batch=1)
        stream = pa.RecordBatchReader.from_stream(table)
        assert stream.read_next_batch().num_rows == 1
        rows = iter(table._lines(1).next, None)
        assert next(rows)
        office.centre(**DESK).intake("路灯不亮", channel="来电")
        deadline = time.monotonic() + 60
        while not office.empty_log():
            assert time.monotonic() < deadline, "the log is held for ever"
            time.sleep(0.02)
        with pytest.raises(Exception, match="reading deadline"):
            stream.read_all()
        with pytest.raises(gongdan.InvalidInput, match="reading deadline"):
            list(rows)
    assert office.table("tickets").to_arrow().num_rows == 41, "read again, it is whole"


BESIDE = """
import fcntl, sqlite3, struct, sys
import gongdan

path = sys.argv[1]
hotline = gongdan.open(path)
hotline.head()


def locked():
    # a lock of the open file shows to its own process too; one of the process would not
    found = []
    with open(path + "-shm", "rb+") as shm:
        for byte in range(120, 129):
            asked = struct.pack("hhqqi", fcntl.F_WRLCK, 0, byte, 1, 0)
            answer = struct.unpack("hhqqi", fcntl.fcntl(shm, fcntl.F_GETLK, asked)[:28])
            found.append(answer[0] != fcntl.F_UNLCK)
    return any(found)


before = locked()
other = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
other.execute("select count(*) from v1_tickets").fetchone()
other.close()
print(int(before), int(locked()))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="locks of an open file are Linux's")
def test_closing_sqlite3_drops_no_lock_of_ours(office: Hotline, run: Callable[..., str]) -> None:
    """POSIX locks belong to the process, and a second copy of SQLite drops them all when it closes:
    ours belong to the open file."""
    office.close()
    before, after = run(BESIDE, office.path).split()
    assert (before, after) == ("1", "1")


FOREIGN = """
import sqlite3, subprocess, sys, threading, time
import gongdan

path, seconds = sys.argv[1], 3.0
DESK = {"by": "坐席07", "at": "2020-09-01 09:12"}
until = time.monotonic() + seconds


def write():
    written = 0
    with gongdan.open(path) as hotline:
        while time.monotonic() < until:
            hotline.centre(**DESK).intake("路灯不亮", channel="来电")
            written += 1
    return written


if len(sys.argv) > 2:
    print(write())
    sys.exit()

others = [subprocess.Popen([sys.executable, __file__, path, "alone"], stdout=subprocess.PIPE) for _ in "12"]
opened = 0


def foreign():
    global opened
    while time.monotonic() < until:
        beside = sqlite3.connect(path)
        beside.execute("select count(*) from v1_tickets").fetchone()
        beside.close()
        opened += 1


thread = threading.Thread(target=foreign)
thread.start()
written = write()
thread.join()
written += sum(int(other.communicate()[0]) for other in others)
with gongdan.open(path) as hotline:
    print(written, hotline.find().total, hotline.verify().is_sound, opened > 0)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="locks of an open file are Linux's")
def test_another_sqlite_opening_and_closing_all_the_time_costs_nothing(
    office: Hotline, run: Callable[..., str]
) -> None:
    """Three processes write, and in one of them the standard module opens, reads and closes."""
    office.close()
    acknowledged, there, sound, opened = run(FOREIGN, office.path).split()
    assert (acknowledged, sound, opened) == (there, "True", "True")
