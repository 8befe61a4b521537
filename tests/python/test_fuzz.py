"""Random calls: whatever a program hands in, only documented exceptions come out, and the file stays
sound.

Every public verb of those who act and every question of a hotline is called with arguments that are
nearly right, of another type, or hostile. `FUZZ_EXAMPLES=100000` makes a night of it; the seed is fixed unless it is told.
"""

from __future__ import annotations

import datetime as dt
import inspect
import os
import pathlib
from typing import Any, Callable, Dict, Tuple

import pytest

import gongdan
from gongdan import GongdanError, Hotline, InternalError

hypothesis = pytest.importorskip("hypothesis", reason="make python installs hypothesis")
from hypothesis import HealthCheck, given, seed, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "1500"))

#: What may come out: the library's own, and Python's for a value of the wrong type or size.
DOCUMENTED = (GongdanError, TypeError, ValueError, OverflowError)

#: Left out: they end the handle, write files, or are closures over it.
LEFT_OUT = {"close", "batch", "dry_run", "backup_to", "backup_verified", "bulletin", "journal_to", "verify"}
LEFT_OUT |= {"reveal_sheets", "save_open311", "save_sheets"}

#: What is nearly right, by the name of the argument.
LIKELY: Dict[str, Any] = {
    "at": ["2020-09-02 09:00", "2020-09-30", dt.date(2020, 9, 3)],
    "as_of": ["2020-10-09", "2021-01-01 00:00"],
    "by": ["坐席07", ["unit"], "unit", "channel"],
    "unit": ["县城管执法局", "城管局"],
    "to": ["县城管执法局", "县住建局"],
    "lead": ["县城管执法局", "县住建局"],
    "assisting": [["县水利局"], "县水利局"],
    "version": [1, 2],
    "request": ["r-1", "r-2"],
    "channel": ["来电"],
    "category": ["城市管理"],
    "period": ["2020-09", "2020", "2020-Q3", "2020-09-01..2020-09-07"],
    "species": ["unit", "category", "channel", "area"],
    "reason": ["核实地址"],
    "from_": ["2020-10-01"],
    "caller_name": ["陶女士"],
    "caller_phone": ["13800001111"],
    "values": [[], [1, "a", None, 1.5]],
    "sql": ["SELECT * FROM v1_tickets", "SELECT ?1", "DROP TABLE event"],
    "outcome": ["solved", "reached"],
    "satisfaction": ["satisfied"],
    "setting": ["handle_limit"],
    "value": [{"limit": {"working_days": 5}}],
    "command": ["sign_off", {"transfer": {"lead": "县住建局"}}, {"nothing": 1}],
    "batch": [1, 1024],
    "matter": ["路灯不亮"],
    "name": ["县住建局", "来电", "县园林中心"],
    "into": ["县城管执法局"],
    "alias": ["住建"],
    "day": ["2020-09-01"],
    "count": [1, 40],
    "months": [1, 36],
    "seq": [1, 2],
    "year": [2020],
    "number": [9, 1],
    "order": [1],
    "phone": ["13800001111"],
    **{text: ["已联系"] for text in ("text", "answer", "result", "remark", "demand", "title", "handling")},
}

TEXTS = st.one_of(
    st.text(max_size=40),
    st.sampled_from(["", "\x00", "\ud800", "%", "'; --", "２０２０-09", "9999-12-31 23:59", "灯" * 30_000]),
)
NUMBERS = st.one_of(
    st.integers(-3, 40),
    st.sampled_from([2**31, 2**53, 2**63 - 1, 2**63, -(2**63), 2**64, 10**40]),
    st.floats(allow_nan=True, allow_infinity=True),
)
MOMENTS = st.one_of(st.datetimes(), st.dates(), st.timedeltas())
PLAIN = st.one_of(st.none(), st.booleans(), NUMBERS, TEXTS, MOMENTS, st.binary(max_size=8))
ANYTHING = st.recursive(
    PLAIN,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=6,
)


def called(*targets: object) -> Dict[str, Tuple[Callable[..., Any], inspect.Signature]]:
    """The public methods and what they take."""
    found = {}
    for target in targets:
        names = [name for name in dir(target) if not name.startswith("_") and name not in LEFT_OUT]
        for name in names:
            method = getattr(target, name)
            if callable(method):
                found[f"{type(target).__name__}.{name}"] = (method, inspect.signature(method))
    return found


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("fuzz") / "fuzz.db"
    with gongdan.sample.office(path) as hotline:
        desk = hotline.centre(by="坐席07", at="2020-09-01 09:00")
        for _ in range(5):
            desk.intake("路灯不亮", channel="来电")
        yield hotline


def arguments(draw: Callable[..., Any], signature: inspect.Signature, ids: Any) -> Dict[str, Any]:
    given: Dict[str, Any] = {}
    for name, parameter in signature.parameters.items():
        if parameter.kind is inspect.Parameter.VAR_KEYWORD:
            continue
        optional = parameter.default is not inspect.Parameter.empty
        if optional and draw(st.integers(0, 2)) > 0:
            continue
        likely = ids if name in ("ticket", "main") else LIKELY.get(name)
        if likely is not None and draw(st.integers(0, 9)) < 9:
            given[name] = draw(st.sampled_from(likely))
        else:
            given[name] = draw(ANYTHING)
    return given


def test_random_calls_raise_what_is_documented_and_harm_nothing(fuzzed: Hotline) -> None:
    who = {"by": "坐席07", "at": "2020-09-02 09:00"}
    actors = (fuzzed.centre(**who), fuzzed.unit("城管局", **who), fuzzed.supervisor(**who))
    methods = called(fuzzed, *actors)
    assert len(methods) > 60, sorted(methods)
    ids = [ticket for ticket in fuzzed.find()] + [fuzzed.find()[0].id]
    ended = {"answered": 0, "refused": 0}

    @seed(int(os.environ.get("FUZZ_SEED", "24")))
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def fuzz(data: Any) -> None:
        name = data.draw(st.sampled_from(sorted(methods)))
        method, signature = methods[name]
        chosen = arguments(data.draw, signature, ids)
        try:
            answer = method(**chosen)
            if isinstance(answer, gongdan.Table):
                list(answer)  # type: ignore[call-overload]
            ended["answered"] += 1
        except InternalError:
            raise
        except DOCUMENTED:
            ended["refused"] += 1

    fuzz()
    print(f"\nfuzz: {ended}, {len(methods)} methods")
    assert min(ended.values()) > EXAMPLES // 50, ended
    report = fuzzed.verify()
    assert report.is_sound, report.findings


def test_a_hostile_path_is_refused(tmp_path: pathlib.Path) -> None:
    for path in ["", "\x00", "a\x00b", "\ud800", str(tmp_path), str(tmp_path / ("长" * 200))]:
        for attempt in (
            gongdan.open,
            lambda path: gongdan.salvage(path, tmp_path / "new.db"),
            lambda path: gongdan.from_journal(path, tmp_path / "new.db"),
        ):
            with pytest.raises(DOCUMENTED):
                attempt(path)
