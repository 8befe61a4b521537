"""What the tests share: an empty office, and one golden month that nobody changes."""

from __future__ import annotations

import pathlib
import sys
from typing import Callable, Iterator

import pytest

import gongdan
from gongdan import Hotline, Ticket

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

SEPTEMBER = {"period": "2020-09", "as_of": "2020-10-09"}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    gongdan.set_language("en")
    yield
    gongdan.set_language(None)


@pytest.fixture
def office(tmp_path: pathlib.Path) -> Iterator[Hotline]:
    with gongdan.sample.office(tmp_path / "office.db") as hotline:
        yield hotline


@pytest.fixture
def lamp(office: Hotline) -> Ticket:
    """A ticket that the unit has got and not signed."""
    desk = office.centre(by="坐席07", at="2020-09-24 16:50")
    ticket = desk.intake("路灯不亮", channel="来电")
    return desk.at("2020-09-24 16:59").transfer(ticket, lead="县城管执法局")


@pytest.fixture(scope="session")
def golden_path(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    path = tmp_path_factory.mktemp("golden") / "golden.db"
    gongdan.sample.golden(path).close()
    return path


@pytest.fixture
def golden(golden_path: pathlib.Path) -> Iterator[Hotline]:
    with gongdan.open(golden_path, read_only=True) as hotline:
        yield hotline


@pytest.fixture
def run(tmp_path: pathlib.Path) -> Callable[..., str]:
    """Runs a program in an interpreter of its own; it must end well and say nothing on stderr."""
    import subprocess

    def run(program: str, *arguments: object, options: tuple = ("-X", "dev", "-W", "error")) -> str:
        file = tmp_path / "program.py"
        file.write_text(program, encoding="utf-8")
        command = [sys.executable, *options, str(file), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        return done.stdout

    return run
