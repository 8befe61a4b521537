"""Sheets in and lists out, in time and memory, each in a process of its own (issue of an office's past):

    .venv/bin/python benches/python/sheets.py                       # 100,000 rows in, 1,000,000 tickets out
    .venv/bin/python benches/python/sheets.py --rows 10000 --tickets 50000 --city city.db

A row has five facts: taken in, handed over, signed off, answered, asked and closed. The same rows are lived beside it by a
loop of one's own over the commands.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta
from typing import Dict, List

import gongdan
from openpyxl import Workbook

HEADINGS = ["工单编号", "受理时间", "工单来源", "标题", "问题分类", "主办单位", "转办时间", "签收时间", "答复时间", "办结时间", "是否满意"]
BEGIN = datetime(2020, 1, 1, 8, 0)

#: What is run, each in its own process: a program over `hotline`, a file that stands, and `sheet`.
WORK = {
    "dry run": 'report = desk.import_file(sheet, dry_run=True); assert not report.problems, report.problems[:3]; print(report.taken)',
    "import": 'print(desk.import_file(sheet).taken)',
    "again": 'print(desk.import_file(sheet).repeated)',
    "a loop of one's own": """
import openpyxl
rows = openpyxl.load_workbook(sheet, read_only=True).active.iter_rows(min_row=2, values_only=True)
done = 0
with hotline.batch() as many:
    for number, taken, channel, title, category, unit, handed, signed, answered, closed, satisfied in rows:
        at = lambda moment: moment.strftime("%Y-%m-%d %H:%M:%S")
        with many.row():
            desk = many.centre(by="管理员", at=at(taken))
            ticket = desk.intake(title, channel=channel, category=category, external=number)
            desk.at(at(handed)).transfer(ticket.id, lead=unit)
            theirs = many.unit(unit, by="经办人", at=at(signed))
            theirs.sign_off(ticket.id)
            theirs.at(at(answered)).handle(ticket.id, result="已办")
            desk.at(at(closed)).callback(ticket.id, outcome="reached", satisfaction="satisfied")
            desk.at(at(closed)).close(ticket.id, outcome="solved")
            done += 1
print(done)
""",
    "to csv": 'print(hotline.tickets().save(sheet))',
    "to xlsx": 'print(hotline.tickets().save(sheet))',
    "to jsonl": 'print(hotline.tickets().save(sheet))',
}

PROGRAM = """
import sys, time, resource
import gongdan
path, sheet = sys.argv[1:]
began = time.perf_counter()
with gongdan.open(path) as hotline:
    desk = hotline.centre(by="管理员", at="2026-01-04 09:00")
{}
took = time.perf_counter() - began
print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def measured(name: str, path: str, sheet: str) -> None:
    body = "\n".join("    " + line for line in WORK[name].strip().splitlines())
    command = [sys.executable, "-c", PROGRAM.format(body), path, sheet]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    rows, figures = done.stdout.split("\n")[:2]
    took, most = (float(each) for each in figures.split())
    print(f"  {name:<22} {int(rows):>9,} rows {took:7.1f} s {most:7.0f} MB", flush=True)


def write(path: str, rows: int, register: Dict[str, List[str]]) -> None:
    """A workbook as an office has it: date cells, numbers as texts."""
    book = Workbook(write_only=True)
    page = book.create_sheet("工单")
    page.append(HEADINGS)
    for nth in range(rows):
        # (A date cell of midnight says a day: none of these is one.)
        taken = BEGIN + timedelta(minutes=nth, seconds=30)
        later = [taken + timedelta(hours=hours) for hours in (1, 3, 20, 30)]
        unit = register["unit"][nth % len(register["unit"])]
        category = register["category"][nth % len(register["category"])]
        page.append([f"A{nth:09}", taken, "来电", f"第{nth}件:路灯不亮", category, unit, *later, "满意"])
    book.save(path)


def names(path: str) -> Dict[str, List[str]]:
    with gongdan.open(path, read_only=True) as hotline:
        entries = hotline.rulebook()["register"]
    found: Dict[str, List[str]] = {}
    for species in ("unit", "category"):
        found[species] = [entry["name"] for entry in entries[species] if not entry.get("parent")]
    return found


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rows", type=int, default=100_000)
    asked.add_argument("--tickets", type=int, default=1_000_000)
    asked.add_argument("--city", help="a file with a city that stands already")
    args = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = lambda name: os.path.join(folder, name)
        for name in ("office.db", "loop.db"):
            gongdan.sample.office(place(name), at="2019-12-01 09:00").close()
        write(place("old.xlsx"), args.rows, names(place("office.db")))
        print(f"in: {args.rows:,} rows, {os.path.getsize(place('old.xlsx')) >> 20} MB of .xlsx")
        for name in ("dry run", "import", "again"):
            measured(name, place("office.db"), place("old.xlsx"))
        measured("a loop of one's own", place("loop.db"), place("old.xlsx"))
        city = args.city or place("city.db")
        if not args.city:
            gongdan.sample.city(city, tickets=args.tickets).close()
        print("out: every ticket, every column but the personal ones")
        for form in ("csv", "jsonl", "xlsx"):
            measured(f"to {form}", city, place(f"out.{form}"))


if __name__ == "__main__":
    main()
