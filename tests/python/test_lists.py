"""The first law of the figures through every face: a count is the length of its list, over wild lives.

The lives are those of the laws (`laws/`): several units a ticket, returns, reworks, mergers, renames, clocks
that do not agree. Every list is opened in Python, some in the terminal as well, and what the views and the
tables that leave say is counted beside them.
"""

from __future__ import annotations

import json
import os
import pathlib
import random
import re
import subprocess
from typing import Any, Iterator, NamedTuple, Tuple

import pytest

import gongdan
from conftest import ROOT
from gongdan import Hotline
from gongdan._words import BASES, GROUPINGS

BUILT = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "debug"
PERIOD = ("2019-01-01", "2021-12-31")
# By these the terminal names a row.
NAMED = ["unit", "category", "channel"]
# What adds events or minutes: its list may be shorter.
TOLD = (ROOT / "docs" / "figures.md").read_text(encoding="utf-8")
TIMES = set(re.findall(r"^\| `(\w+)` .* Times\. \|$", TOLD, re.M))


def program(name: str, *arguments: object) -> str:
    command = [str(BUILT / name), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


class Life(NamedTuple):
    path: pathlib.Path
    hotline: Hotline

    def one(self, sql: str) -> Any:
        """The one value that a statement answers."""
        return next(iter(self.hotline.query(f"SELECT {sql} AS value")[0].values()))

    def at(self, ms: int) -> str:
        return str(self.one(f"strftime('%Y-%m-%d %H:%M:%f', {ms} / 1000.0, 'unixepoch', '+8 hours')"))

    def moments(self) -> Tuple[str, str]:
        """Some time inside the life, and the moment at which the views stand."""
        now = int(self.one("(SELECT as_of FROM v1_moment)"))
        inside = random.Random(now).randrange(now - 20 * 86_400_000, now)
        return self.at(inside), self.at(now)


@pytest.fixture(scope="module", params=[41, 42])
def life(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Life]:
    path = tmp_path_factory.mktemp("lists") / f"{request.param}.db"
    program("gongdan-laws", "live", path, request.param, 60)
    with gongdan.open(path, read_only=True) as hotline:
        yield Life(path, hotline)


def cells(figures: gongdan.Figures) -> Iterator[Tuple[Any, str, int]]:
    for row in [*figures.rows, figures.total]:
        for count, value in row.counts.items():
            yield row, count, value


def opens(cell: Tuple[Any, str, int]) -> bool:
    _, count, value = cell
    return count != "citizens" and (value != 0 or count in ("closed", "handled"))


@pytest.mark.parametrize("basis", BASES)
def test_every_count_opens_to_as_many_tickets(life: Life, basis: str) -> None:
    """Every count of the total, and of each table so many others."""
    dice, met = random.Random(basis), 0
    for as_of in life.moments():
        for by in GROUPINGS:
            figures = life.hotline.figures(PERIOD, as_of=as_of, basis=basis, by=by)
            told = [cell for cell in cells(figures) if opens(cell)]
            of_rows = [cell for cell in told if cell[0] is not figures.total]
            of_all = [cell for cell in told if cell[0] is figures.total]
            for row, count, value in of_all + dice.sample(of_rows, min(120, len(of_rows))):
                listed = len(row.tickets(count))
                so = bool(listed) == bool(value) and listed <= value if count in TIMES else listed == value
                assert so, (as_of, by, row.name, count, value, listed)
                met += 1
    assert met > 500


def test_a_list_that_leaves_is_as_long_as_its_count(life: Life, tmp_path: pathlib.Path) -> None:
    dice, met = random.Random(7), 0
    for basis, by, form in zip(BASES * 3, NAMED * 2, ["csv", "jsonl"] * 3):
        figures = life.hotline.figures(PERIOD, as_of=life.moments()[0], basis=basis, by=by)
        told = [cell for cell in cells(figures) if opens(cell) and cell[1] not in TIMES]
        for row, count, value in dice.sample(told, min(20, len(told))):
            path = tmp_path / f"{met}.{form}"
            assert row.tickets(count).save(path) == value
            heads = form == "csv"
            assert len(path.read_text(encoding="utf-8-sig").splitlines()) == value + heads, (by, row.name, count)
            met += 1
    assert met > 80


@pytest.mark.parametrize("basis", BASES)
def test_the_terminal_opens_the_same_lists(life: Life, basis: str) -> None:
    dice, met = random.Random(basis), 0
    as_of = life.moments()[0]
    asked = ["--period", "..".join(PERIOD), "--as-of", as_of, "--basis", basis, "--tickets", "--json"]
    for by in NAMED:
        figures = life.hotline.figures(PERIOD, as_of=as_of, basis=basis, by=by)
        named = [cell for cell in cells(figures) if cell[2] and cell[0] is not figures.total]
        for row, count, value in dice.sample(named, min(8, len(named))):
            if count != "citizens" and row.name not in ("无", "未分类", "在线办结"):
                told = program("gongdan", "figures", life.path, *asked, "--count", count, f"--{by}", row.name)
                listed = sorted(each["id"] for each in json.loads(told)["tickets"])
                assert listed == sorted(ref.id for ref in row.tickets(count)), (by, row.name, count)
                met += 1
    assert met > 12


def test_the_views_and_the_tables_that_leave_say_what_the_figures_say(life: Life) -> None:
    now, met = life.moments()[1], 0
    for name, by in (("tickets", "all"), ("assignments", "unit")):
        figures = life.hotline.figures(PERIOD, as_of=now, by=by)
        table = life.hotline.table(name)
        rows = list(table)
        for count in set(figures.total.counts) & set(table.columns):
            seen = life.one(f"(SELECT SUM({count}) FROM v1_{name})")
            left = sum(int(row[count] or 0) for row in rows)
            assert figures.total[count] == seen == left, (name, count)
            met += 1
    assert met > 60
