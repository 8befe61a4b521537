"""The wheel is small, which is printed, and importing it brings nothing heavy along."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys

import pytest

import gongdan


def test_the_wheel_of_a_test_build_is_under_10_mb() -> None:
    """It is not optimised; the released one is held to 8 MB by `make bench-guard`."""
    wheel = os.environ.get("GONGDAN_WHEEL")
    if not wheel:
        pytest.skip("GONGDAN_WHEEL names no wheel")
    size = pathlib.Path(wheel).stat().st_size
    print(f"\n{pathlib.Path(wheel).name}: {size / 1e6:.2f} MB")
    assert "abi3" in wheel and size < 10_000_000


def test_importing_brings_no_optional_package_along() -> None:
    """What would make importing slow; how long it takes is measured by `make bench-python`."""
    heavy = {"pandas", "polars", "pyarrow", "duckdb", "numpy", "sqlite3", "asyncio", "IPython"}
    program = "import sys, gongdan; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], check=True, cwd="/",
                          capture_output=True, text=True)
    brought = set(done.stdout.split())
    assert "gongdan._core" in brought and not heavy & brought


def test_the_package_tells_what_it_exports() -> None:
    assert sorted(gongdan.__all__) == sorted(set(gongdan.__all__))
    assert all(hasattr(gongdan, name) for name in gongdan.__all__)
    assert dir(gongdan) == sorted(gongdan.__all__), "what an editor offers is the product"
    for name in gongdan.__all__:
        thing = getattr(gongdan, name)
        if isinstance(thing, type):
            assert thing.__doc__, name
            methods = [each for each in vars(thing).values() if callable(each)]
            undocumented = [
                each.__name__
                for each in methods
                if not getattr(each, "__name__", "_").startswith("_") and not each.__doc__
            ]
            assert not undocumented, (name, undocumented)
