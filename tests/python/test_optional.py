"""With none of polars, pandas, pyarrow, duckdb, and with each alone."""

from __future__ import annotations

import pathlib
from typing import Callable

import pytest

LIBRARIES = ["polars", "pandas", "pyarrow", "duckdb", "numpy"]

PROGRAM = """
import sys

BLOCKED = set(sys.argv[2].split(","))


class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in BLOCKED:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


sys.meta_path.insert(0, Blocker())
import gongdan

with gongdan.open(sys.argv[1], read_only=True) as hotline:
    b = hotline.bulletin("2020-09", as_of="2020-10-09")
    rows = list(hotline.tickets(columns=["number", "stage"]))
    assert str(b.closure_rate) == "98.41%" and len(rows) == 3339 and b._repr_html_()
    for name in ("to_polars", "to_arrow", "to_pandas"):
        try:
            made = getattr(hotline.tickets(), name)()
            print(name, len(made))
        except ImportError as missing:
            print(name, missing)
    try:
        print("save", hotline.tickets().save(sys.argv[1] + ".parquet", replace=True))
    except ImportError as missing:
        print("save", missing)
"""


def asked(run: Callable[..., str], path: pathlib.Path, *present: str) -> dict:
    blocked = ",".join(each for each in LIBRARIES if each not in present)
    lines = run(PROGRAM, path, blocked, options=()).splitlines()
    return dict(line.split(" ", 1) for line in lines)


def test_with_none(run: Callable[..., str], golden_path: pathlib.Path) -> None:
    assert asked(run, golden_path) == {
        "to_polars": "to_polars() needs polars: pip install polars",
        "to_arrow": "to_arrow() needs pyarrow: pip install pyarrow",
        "to_pandas": "to_pandas() needs pandas: pip install pandas",
        "save": "save() of .parquet needs pyarrow: pip install pyarrow",
    }


@pytest.mark.parametrize(
    ("present", "works"),
    [
        (["polars"], ["to_polars"]),
        (["pyarrow"], ["to_arrow", "save"]),
        (["pyarrow", "pandas", "numpy"], ["to_arrow", "to_pandas", "save"]),
    ],
)
def test_with_each(
    run: Callable[..., str], golden_path: pathlib.Path, present: list, works: list
) -> None:
    answers = asked(run, golden_path, *present)
    assert [name for name, said in answers.items() if said == "3339"] == works


def test_pandas_alone_says_what_it_needs(run: Callable[..., str], golden_path: pathlib.Path) -> None:
    answers = asked(run, golden_path, "pandas", "numpy")
    assert answers["to_pandas"] == "to_pandas() needs pyarrow: pip install pyarrow"
