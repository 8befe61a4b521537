"""Figures, rates, drill-downs and the bulletin of the golden month."""

from __future__ import annotations

import csv
import json
import pathlib
import pickle
from datetime import date, datetime
from fractions import Fraction
from typing import Any, Callable, Dict, List, Set

import pytest

import gongdan
from conftest import ROOT, SEPTEMBER
from gongdan import Hotline, Rate
from gongdan._words import MEASURES as MEASURE_ROWS

MEASURES = {name: heading for name, heading, _ in MEASURE_ROWS}
TERMS = {name: gongdan.term("Count", name) for name in gongdan.words("Count")}

PRINTED = ROOT / "crates/gongdan-sample/data/hengdong-2020-09"


def printed(name: str) -> list:
    with open(PRINTED / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_first_paragraph_is_the_printed_one(golden: Hotline) -> None:
    b = golden.bulletin(**SEPTEMBER)
    assert (b.calls, b.accepted, b.resolved_online, b.transferred) == (4630, 3338, 2882, 456)
    assert b.closed == 3285
    assert (b.closure_rate, str(b.closure_rate)) == (Rate(3285, 3338), "98.41%")
    assert b.closure_rate.rule == "closed / effective"
    assert str(b.satisfaction_rate) == "97.80%"
    assert b.number == "〔2020〕第9期"


def test_every_unit_row_opens_to_its_tickets(golden: Hotline) -> None:
    table = golden.bulletin(**SEPTEMBER).by_unit
    *rows, total = printed("units.csv")
    assert len(table) == len(rows) == 49 and int(total["accepted"]) == table.total.accepted
    for row in rows:
        for count in set(row) & set(table.columns):
            assert table[row["unit"]][count] == int(row[count]), (row, count)
    for count in ("accepted", "pending", "handled_late", "open_late"):
        together = [ref for row in table for ref in row.tickets(count)]
        assert len(together) == table.total[count]
        for row in table:
            assert len(row.tickets(count)) == row[count], (row.name, count)


def test_between_the_two_tables_stand_seven_tickets(golden: Hotline) -> None:
    b = golden.bulletin(**SEPTEMBER)
    assert b.disagreements, "the printed month disagrees with itself by category and by unit"
    between = {ref["number"] for check in b.disagreements for ref in check["tickets"]}
    assert len(between) == 7


def test_a_rate_is_exact() -> None:
    rate = Rate(401, 410, "satisfied / rated")
    assert rate.fraction == Fraction(401, 410)
    assert float(rate) == 401 / 410
    kept = pickle.loads(pickle.dumps(rate))
    assert (kept.numerator, kept.denominator, kept.rule) == (401, 410, "satisfied / rated")
    assert str(Rate(2, 3, rounding="truncate")) == "66.66%"
    assert (str(Rate(0, 0)), Rate(0, 0).fraction) == ("—", None)


def test_every_figure_is_an_attribute_and_one_that_is_not_defined_is_none(golden: Hotline) -> None:
    """By its name, by its heading and as an attribute: the same, or the same error, whatever is asked."""
    told = {heading: name for name, heading in {**TERMS, **MEASURES}.items()}
    absent: Set[str] = set()
    for asked in ({"by": "unit"}, {"basis": "flow"}, {}):
        row = golden.figures(**asked, **SEPTEMBER).total
        for heading, name in told.items():
            if hasattr(row, name):
                assert row[name] == row[heading] == getattr(row, name), name
                golden.figures(**asked, measures=[name, heading], **SEPTEMBER)
                continue
            absent.add(name)
            for call in (
                lambda: row[name],
                lambda: row[heading],
                lambda: golden.figures(**asked, measures=[name], **SEPTEMBER),
            ):
                with pytest.raises(gongdan.InvalidInput) as raised:
                    call()
                assert raised.value.argument in ("figure", "measure", "measures")
                assert name in str(raised.value)
    assert {"waiting", "carried_in"} <= absent < set(told.values())


def test_a_misspelt_figure_is_told_when_it_is_asked(golden: Hotline) -> None:
    row = golden.figures(by="unit", **SEPTEMBER).rows[0]
    with pytest.raises(AttributeError, match="closure_rate"):
        row.closure_rat
    with pytest.raises(AttributeError, match="accepted"):
        golden.bulletin(**SEPTEMBER).acepted
    asked = {
        "measures": lambda: golden.figures(**SEPTEMBER, measures=["accepted", "closure_rat"]),
        "measure": lambda: row.rate("closure_rat"),
        "figure": lambda: row["closure_rat"],
    }
    for argument, call in asked.items():
        with pytest.raises(gongdan.InvalidInput) as raised:
            call()
        assert raised.value.argument == argument
        assert "closure_rate" in str(raised.value) and "closure_rate" in raised.value.message("zh")


def test_the_first_paragraph_has_the_attributes_that_it_says(golden: Hotline) -> None:
    b = golden.bulletin(**SEPTEMBER)
    said = {name: each for name, each in gongdan.Bulletin.__annotations__.items()}
    assert set(said) == set(b.model["overview"])
    assert all(type(getattr(b, name)).__name__ == kind for name, kind in said.items())


PERIODS = {
    "2020-08-31..2020-09-06": ["2020-W36", "2020年第36周", (date(2020, 8, 31), date(2020, 9, 6))],
    "2020-07-01..2020-09-30": ["2020-Q3", "2020Q3", "2020年三季度", "2020年3季度", "２０２０年第三季度", ("2020-07", "2020-09"), ("2020-07-01", date(2020, 9, 30))],
    "2020-09-21..2020-09-21": ["2020-09-21", date(2020, 9, 21), datetime(2020, 9, 21)],
    "2020-09": ["2020年9月", (date(2020, 9, 1), date(2020, 9, 30)), (datetime(2020, 9, 1), date(2020, 9, 30))],
}


def pandas_periods() -> Dict[str, List[Any]]:
    pandas = pytest.importorskip("pandas")
    return {
        "2020-08-31..2020-09-06": [pandas.Period("2020-09-01", freq="W-SUN")],
        "2020-07-01..2020-09-30": [pandas.Period("2020Q3", freq="Q"), tuple(pandas.period_range("2020-07", "2020-09", freq="M")[[0, 2]])],
        "2020-09-21..2020-09-21": [pandas.Period("2020-09-21", freq="D"), pandas.Timestamp("2020-09-21")],
        "2020-09": [pandas.Period("2020-09", freq="M"), (pandas.Timestamp("2020-09-01"), pandas.Timestamp("2020-09-30"))],
    }


@pytest.mark.parametrize("of", [lambda: PERIODS, pandas_periods], ids=["plain", "pandas"])
def test_a_period_is_what_it_means_wherever_one_is_asked(golden: Hotline, of: Callable[[], Dict[str, List[Any]]]) -> None:
    as_of = SEPTEMBER["as_of"]
    for period, same in of().items():
        for given in same:
            assert golden.figures(given, as_of=as_of).period == period, given
            assert golden.figures_of([{"period": given, "as_of": as_of}])[0].period == period
            assert golden.find(accepted=given).total == golden.find(accepted=period).total
            assert golden.account(given, as_of=as_of) == golden.account(period, as_of=as_of)
            assert golden.reveals(given) == golden.reveals(period)
            assert golden.bulletin(given, as_of=as_of).model["period"] == period


def test_what_is_no_period_is_refused_by_name(golden: Hotline) -> None:
    pandas = pytest.importorskip("pandas")
    wrong = [
        (date(2020, 9, 1),),
        (date(2020, 9, 15), date(2020, 9, 1)),
        (date(2020, 9, 1), None),
        datetime(2020, 9, 21, 8),
        pandas.Period("2020-09-21 08", freq="h"),
        pandas.Period("NaT", freq="D"),
        "2020-Q5",
        "2020-W54",
    ]
    for given in wrong:
        for argument, call in (
            ("period", lambda: golden.figures(given, as_of="2020-10-09")),
            ("period", lambda: golden.account(given, as_of="2020-10-09")),
            ("accepted", lambda: golden.find(accepted=given)),
        ):
            if argument == "accepted" and given is pandas.NaT:
                continue  # nothing narrows nothing
            with pytest.raises(gongdan.InvalidInput) as raised:
                call()
            assert raised.value.argument == argument, given


def test_any_period_by_any_grouping(golden: Hotline) -> None:
    whole = golden.figures(**SEPTEMBER)
    for by in ("channel", "category", "kind", "urgency", "area", "day", "month"):
        figures = golden.figures(by=by, **SEPTEMBER)
        assert sum(row.accepted for row in figures) == whole.total.accepted == 3338, by
    week = golden.figures("2020-09-21..2020-09-27", as_of="2020-10-09", by=["channel", "day"])
    assert week.by == ("channel", "day") and len({row.keys for row in week}) == len(week)
    assert golden.figures("2020-Q3", as_of="2020-10-09").total.accepted == 3339
    assert golden.figures(basis="flow", **SEPTEMBER).total.carried_in == 1


def test_several_questions_of_one_state(golden: Hotline) -> None:
    asked = [{**SEPTEMBER, "by": by} for by in ("unit", "category")]
    for each, figures in zip(asked, golden.figures_of(asked)):
        assert [row.counts for row in figures] == [row.counts for row in golden.figures(**each)]


def test_unknown_names_say_what_there_is(golden: Hotline) -> None:
    figures = golden.figures(by="unit", **SEPTEMBER)
    with pytest.raises(LookupError):
        figures["没有这个单位"]
    with pytest.raises(AttributeError):
        figures.total.nothing_of_the_kind
    with pytest.raises(gongdan.InvalidInput):
        golden.figures(by="colour", **SEPTEMBER)
    with pytest.raises(gongdan.InvalidInput):
        golden.figures("2020-13", as_of="2020-10-09")


def test_what_if_changes_nothing(golden: Hotline) -> None:
    head = golden.head()
    rule = gongdan.provision("handle_limit", {"limit": {"working_days": 3}}, from_="2020-09-01")
    was, would_be = golden.what_if(provisions=[rule], by="unit", **SEPTEMBER)
    assert was.total.handled_late == 18
    assert would_be.total.handled_late > was.total.handled_late
    assert golden.head() == head


def test_the_bulletin_is_saved_once(golden: Hotline, tmp_path: pathlib.Path) -> None:
    b = golden.bulletin(to=["县委办"], **SEPTEMBER)
    for form in (".md", ".json", ".html"):
        path = tmp_path / f"2020-09{form}"
        b.save(path)
        text = path.read_text(encoding="utf-8")
        assert "98.41%" in text and "县委办" in text
        with pytest.raises(FileExistsError):
            b.save(path)
        b.save(path, replace=True)
    assert json.loads(b.json())["overview"]["closed"]["count"] == 3285
    with pytest.raises(gongdan.InvalidInput):
        b.save(tmp_path / "2020-09.wps")


def test_jupyter_shows_printed_headings(golden: Hotline) -> None:
    b = golden.bulletin(**SEPTEMBER)
    html = b._repr_html_()
    assert "综合办结率" in html and "受理案件数" in html or "受理件数" in html
    assert "县住建局" in b.by_unit._repr_html_()


def test_against_the_period_before(golden: Hotline) -> None:
    now, before, issue = golden.since(**SEPTEMBER)
    assert (now.total.accepted, before.total.accepted, issue) == (3338, 1, None)


def test_history_explains_itself(golden: Hotline) -> None:
    ticket = golden.figures(by="unit", **SEPTEMBER)["县住建局"].tickets("pending")[0]
    events = [entry.event for entry in golden.history(ticket)]
    assert events[:2] == ["taken_in", "transferred"]
    promises = golden.explain(ticket)
    assert {each.promise for each in promises} >= {"sign_off", "handle"}
    handle = next(each for each in promises if each.promise == "handle")
    assert sum(line.ordinal is not None for line in handle.days) == 5


def test_whoever_has_used_a_share_of_a_limit_is_warned(golden: Hotline) -> None:
    found = golden.warnings(as_of="2020-09-17")
    assert len(found) == 12 and {each.share for each in found} == {50, 75}
    for each in found:
        assert each.run_minutes * 100 >= each.whole_minutes * each.share
        assert each.from_ < each.by and datetime(2020, 9, 17, 23, 59, 59, tzinfo=gongdan.BEIJING) <= each.by
    assert [each.by for each in found] == sorted(each.by for each in found)
    due = golden.find(limit_of="handle", due_from="2020-09-17 23:59:59", as_of="2020-09-17", limit=1_000)
    assert {each.ticket for each in found if each.promise == "handle"} <= {each.id for each in due}


def test_the_account_balances_by_ticket(golden: Hotline) -> None:
    account = golden.account(**SEPTEMBER)
    assert account.balances and len(account.taken_in) == 3338
    refs = golden.references(account.opening)
    assert [ref.id for ref in refs] == list(account.opening)
    assert [ref.number for ref in refs] == ["20200826-0001"]


def test_units_are_ranked_by_a_formula(golden: Hotline) -> None:
    terms = [{"figure": "in_time_rate", "points": 100}, {"figure": "open_late", "points": -5}]
    formula = gongdan.formula("考核", terms)
    ranked = golden.rank(formula=formula, **SEPTEMBER)
    late = next(each for each in ranked if each.unit == "草市镇人民政府")
    assert late.counts["open_late"] == 2 and late.terms[1][2] == "-10.00"
    for group in {each.group for each in ranked}:
        ranks = [each.rank for each in ranked if each.group == group and each.rank]
        assert ranks == sorted(ranks) and ranks[0] == 1
    with pytest.raises(gongdan.InvalidInput, match="formula"):
        golden.rank(**SEPTEMBER)
    with pytest.raises(gongdan.InvalidInput, match="formula"):
        golden.rank(formula="查无此法", **SEPTEMBER)


def test_a_ticket_as_it_stood(golden: Hotline) -> None:
    ticket = golden.figures(by="unit", **SEPTEMBER)["县住建局"].tickets("closed")[0]
    now = golden.ticket(ticket)
    then = golden.ticket(ticket, as_of=now.accepted_at)
    assert (now.stage, then.stage, then.version) == ("closed", "accepted", 1)
    assert len(golden.history(ticket, as_of=now.accepted_at)) == 1
    assert golden.end_of({"working_days": 5}, given="2020-09-24 16:59").day == 30
    assert golden.issue_before(as_of="2020-10-09") is None
    rule = gongdan.provision("handle_limit", {"limit": {"working_days": 3}})
    was, would_be = golden.what_if(throughout=[rule], **SEPTEMBER)
    assert would_be.total.handled_late > was.total.handled_late
