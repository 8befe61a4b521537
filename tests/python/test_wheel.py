"""The wheel is small, and importing it is quick; both are printed."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys
import time

import pytest

import gongdan


def test_the_wheel_is_under_8_mb() -> None:
    wheel = os.environ.get("GONGDAN_WHEEL")
    if not wheel:
        pytest.skip("GONGDAN_WHEEL names no wheel")
    size = pathlib.Path(wheel).stat().st_size
    print(f"\n{pathlib.Path(wheel).name}: {size / 1e6:.2f} MB")
    assert "abi3" in wheel and size < 8_000_000


def quickest(program: str) -> float:
    def once() -> float:
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", program], check=True, cwd="/")
        return time.perf_counter() - began

    return min(once() for _ in range(7)) * 1000


def test_importing_takes_under_50_ms_more_than_the_interpreter() -> None:
    bare, with_gongdan = quickest("pass"), quickest("import gongdan")
    print(f"\npython: {bare:.1f} ms, with gongdan: {with_gongdan:.1f} ms")
    assert with_gongdan - bare < 50


def test_the_package_tells_what_it_exports() -> None:
    assert sorted(gongdan.__all__) == sorted(set(gongdan.__all__))
    assert all(hasattr(gongdan, name) for name in gongdan.__all__)
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
