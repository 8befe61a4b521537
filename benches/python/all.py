"""The package beside its public peers, on this machine, in one run: `make bench-python`.

Only ratios are to be quoted: the peers run in the same process or the same minute, on the same files.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading

import gongdan
from peers import BATCH, ByHand, Roundup, timed

def gongdan_lives(path: str, tickets: int) -> None:
    """The same six steps through the package, as many tickets in a commit as the peers."""
    with gongdan.sample.office(path) as made:
        del made
    with gongdan.open(path) as hotline:
        for first in range(0, tickets, BATCH):
            with hotline.batch() as many:
                desk = many.centre(by="坐席07", at="2020-09-01 09:12")
                signs = many.unit("县城管执法局", by="李四", at="2020-09-01 10:00")
                handles = signs.at("2020-09-01 11:00")
                calls = many.centre(by="回访员", at="2020-09-01 12:00")
                for _ in range(first, min(first + BATCH, tickets)):
                    t = desk.intake("路灯不亮", channel="来电", appeal="三天没亮")
                    t = desk.transfer(t, lead="县城管执法局")
                    t = handles.handle(signs.sign_off(t), result="已修复")
                    t = calls.callback(t, outcome="reached", satisfaction="satisfied")
                    calls.close(t, outcome="solved")


def said(name: str, seconds: float, rows: int, unit: str) -> None:
    print(f"  {name:<34} {seconds:8.2f} s {rows / seconds:12,.0f} {unit}/s", flush=True)


def living(folder: str, tickets: int, of_roundup: int) -> None:
    print(f"living, {BATCH} tickets a commit, synchronous=FULL")
    ours, hand = [], []
    for turn in range(3):
        path = os.path.join(folder, f"ours{turn}.db")
        ours.append(timed(lambda: gongdan_lives(path, tickets)))
        peer = ByHand(os.path.join(folder, f"hand{turn}.db"))
        hand.append(timed(lambda: peer.run(tickets)))
    said("gongdan", min(ours), tickets, "tickets")
    said("sqlite3 by hand, no checks", min(hand), tickets, "tickets")
    roundup = Roundup(os.path.join(folder, "tracker"))
    took = timed(lambda: roundup.run(of_roundup))
    said("roundup 2.6", took, of_roundup, "tickets")
    print(f"  => {min(hand) / min(ours):.2f} x by hand, "
          f"{took / of_roundup * tickets / min(ours):.1f} x roundup")


READ = {
    "gongdan to polars": """
import gongdan, polars
from gongdan._words import TABLES
columns = [name for name, _ in TABLES["tickets"]]
with gongdan.open(path, read_only=True) as hotline:
    frame = clocked(lambda: hotline.tickets(columns=columns).to_polars())
""",
    "gongdan to polars, without matter": """
import gongdan, polars
with gongdan.open(path, read_only=True) as hotline:
    frame = clocked(lambda: hotline.tickets().to_polars())
""",
    "pandas.read_sql": """
import sqlite3, pandas
frame = clocked(lambda: pandas.read_sql("select * from ticket", sqlite3.connect(path)))
""",
    "polars.read_database_uri (connectorx)": """
import polars
uri = "sqlite://" + path
frame = clocked(lambda: polars.read_database_uri("select * from ticket", uri))
""",
}

CLOCK = """
import sys, time
path = sys.argv[1]
def clocked(work):
    global took
    began = time.perf_counter()
    done = work()
    took = time.perf_counter() - began
    return done
{}
print(took, len(frame))
"""


def in_its_own_process(program: str, path: str) -> tuple:
    """Each reader in a process of its own: two copies of SQLite never share one."""
    command = [sys.executable, "-c", CLOCK.format(program), path]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    took, rows = done.stdout.split()
    return float(took), int(rows)


def reading(path: str) -> None:
    print("all tickets, all columns, into a frame (peers read the raw codes, gongdan the words)")
    best = {}
    for name, program in READ.items():
        runs = [in_its_own_process(program, path) for _ in range(2)]
        best[name], rows = min(runs)
        said(name, best[name], rows, "rows")
    ours = best["gongdan to polars"]
    print(f"  => {best['pandas.read_sql'] / ours:.1f} x pandas.read_sql, "
          f"{best['polars.read_database_uri (connectorx)'] / ours:.2f} x connectorx")


COUNT = {
    "gongdan": """
import gongdan
with gongdan.open(path, read_only=True) as hotline:
    frame = clocked(lambda: hotline.figures("2020-06", as_of="2021-01-31", by="unit"))
""",
    "pandas over the full table": """
import sqlite3, pandas
def month():
    legs = pandas.read_sql("select * from assignment", sqlite3.connect(path))
    june = legs[legs["accepted_month"] == 202006]
    june = june.assign(open_late=june["pending_by"] < 1612108799999)
    return june.groupby("unit_id")[["accepted", "pending", "sign_off_late", "handled_late", "open_late"]].sum()
frame = clocked(month)
""",
}


def counting(path: str) -> None:
    print("one month's figures by unit")
    best = {}
    for name, program in COUNT.items():
        best[name] = min(in_its_own_process(program, path)[0] for _ in range(3))
        print(f"  {name:<34} {best[name] * 1000:8.1f} ms", flush=True)
    print(f"  => {best['pandas over the full table'] / best['gongdan']:.1f} x pandas")


def importing() -> None:
    print("importing, beside the bare interpreter (quickest of 7)")

    def quickest(program: str) -> float:
        command = [sys.executable, "-c", program]
        return min(timed(lambda: subprocess.run(command, check=True, cwd="/")) for _ in range(7)) * 1000

    bare, with_gongdan = quickest("pass"), quickest("import gongdan")
    print(f"  python {bare:.1f} ms, with gongdan {with_gongdan:.1f} ms => {with_gongdan - bare:.1f} ms more")


def two_threads(folder: str) -> None:
    """Eight verifications of the golden month on one thread, and on two of four each."""
    path = os.path.join(folder, "golden.db")
    gongdan.sample.golden(path).close()

    def read(times: int) -> None:
        with gongdan.open(path, read_only=True) as hotline:
            for _ in range(times):
                hotline.verify()

    def both() -> None:
        threads = [threading.Thread(target=read, args=(4,)) for _ in range(2)]
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]

    alone, together = (min(timed(work) for _ in range(3)) for work in (lambda: read(8), both))
    print(f"reading threads: {alone:.2f} s on one, {together:.2f} s on two => {alone / together:.2f} x")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--tickets", type=int, default=1_000_000, help="in the table that is read")
    asked.add_argument("--lived", type=int, default=10_000)
    asked.add_argument("--roundup", type=int, default=500)
    asked.add_argument("--city", help="a file with a city that stands already")
    args = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        importing()
        two_threads(folder)
        living(folder, args.lived, args.roundup)
        path = args.city or os.path.join(folder, "city.db")
        if not args.city:
            took = timed(lambda: gongdan.sample.city(path, tickets=args.tickets).close())
            print(f"a city of {args.tickets:,} tickets lived in {took:.0f} s")
        reading(path)
        counting(path)


if __name__ == "__main__":
    main()
