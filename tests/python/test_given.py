"""What a table of pandas or numpy holds is taken as what it means, or refused by the argument's name."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import gongdan
from gongdan import Centre, Hotline, InvalidInput

pandas = pytest.importorskip("pandas", reason="make python installs pandas")
numpy = pytest.importorskip("numpy", reason="make python installs numpy")


@pytest.fixture
def desk(office: Hotline) -> Centre:
    return office.centre(by="坐席07", at="2020-09-24 16:50")


def test_a_frame_of_calls_is_taken_in_and_lived(office: Hotline) -> None:
    """Missing cells are nothing, whatever pandas has for them; ids come back as numbers of numpy."""
    calls = pandas.DataFrame(
        {
            "matter": ["路灯不亮", "水压不足", "占道经营"],
            "category": ["城市管理", float("nan"), pandas.NA],
            "appeal": [None, "三天", float("nan")],
            "confidential": numpy.array([True, False, False]),
            "at": pandas.to_datetime(["2020-09-24 09:00", "2020-09-24 09:30", "2020-09-24 10:00"]),
        }
    )
    for call in calls.to_dict("records"):
        office.centre(by="坐席07", at=call.pop("at")).intake(channel="来电", **call)
    found = list(reversed(office.find()))
    assert [ticket.category for ticket in found] == ["城市管理", None, None]
    assert [ticket.confidential for ticket in found] == [True, False, False]
    assert found[1].accepted_at == dt.datetime(2020, 9, 24, 9, 30, tzinfo=gongdan.BEIJING)
    frame = office.tickets(columns=["id"]).to_pandas()
    desk = office.centre(by="坐席07", at=numpy.datetime64("2020-09-24T16:50"))
    for ticket in frame["id"]:
        assert desk.transfer(ticket, lead=numpy.str_("县住建局")).last_at.hour == 16
    unit = office.unit("县住建局", by="王五", at=pandas.Timestamp("2020-09-24 17:00", tz="Asia/Shanghai"))
    signed = unit.sign_off(float(frame["id"][0]))  # a column with a gap holds floats
    asked = unit.request_extension(signed, days=numpy.float64(3), reason="缺料")
    assert (asked.extension_pending, asked.last_at.hour) == (3, 17)


@pytest.mark.parametrize("missing", [float("nan"), numpy.nan, numpy.float32("nan"), pandas.NaT, pandas.NA])
def test_nothing_is_nothing(office: Hotline, desk: Centre, missing: Any) -> None:
    ticket = desk.intake("路灯不亮", channel="来电", appeal=missing)
    assert desk.transfer(ticket, lead="县住建局", remark=missing).unit == "县住建局"
    assert office.find(unit=missing, due_by=missing).total == 1
    needed = [
        ("matter", lambda: desk.intake(missing, channel="来电")),
        ("lead", lambda: desk.transfer(ticket.id, lead=missing)),
        ("ticket", lambda: desk.note(missing, text="补记")),
        ("at", lambda: desk.at(missing)),
        ("at", lambda: office.centre(by="坐席07", at=missing)),
        ("by", lambda: office.centre(by=missing)),
        ("as_of", lambda: office.figures("2020-09", as_of=missing)),
        ("as_of", lambda: office.account("2020-09", as_of=missing)),
        ("period", lambda: office.figures(missing, as_of="2020-10-09")),
    ]
    for argument, call in needed:
        with pytest.raises(InvalidInput) as raised:
            call()
        assert raised.value.argument == argument


def test_scalars_of_numpy_are_their_values(office: Hotline, desk: Centre) -> None:
    ticket = desk.intake(numpy.str_("路灯不亮"), channel="来电", kind=numpy.array(["咨询"])[0])
    assert (ticket.kind, office.find(open=numpy.bool_(True), limit=numpy.int64(5)).total) == ("inquiry", 1)
    assert office.find(stage=numpy.array(["accepted", "已结案"])).total == 1
    by = pandas.Series(["channel"])
    for day in (numpy.datetime64("2020-09-24"), "2020-09"):
        assert office.figures(day, as_of=numpy.datetime64("2020-10-09"), by=by).total.accepted == 1
    with pytest.raises(InvalidInput) as raised:
        desk.transfer(ticket, lead=numpy.float64(2.5))
    assert raised.value.argument == "lead"


def test_a_month_or_year_of_numpy_is_that_period_and_its_week_none(office: Hotline, desk: Centre) -> None:
    desk.at("2020-09-01 09:00").intake("路灯不亮", channel="来电")
    desk.intake("水压不足", channel="来电")
    for given, period in (("2020-09", "2020-09"), ("2020", "2020-01-01..2020-12-31")):
        found = office.figures(numpy.datetime64(given), as_of="2020-10-09")
        assert (found.period, found.total.accepted) == (period, 2)
    months = (numpy.datetime64("2020-09"), numpy.datetime64("2020-10"))
    assert office.figures(months, as_of="2020-10-09").period == "2020-09-01..2020-10-31"
    wrong = [
        ("period", {"period": numpy.datetime64("2020-09-03", "W"), "as_of": "2020-10-09"}),
        ("as_of", {"period": "2020-09", "as_of": numpy.datetime64("2020-10")}),
        ("as_of", {"period": "2020-09", "as_of": numpy.datetime64("NaT", "M")}),
    ]
    for argument, given in wrong:
        with pytest.raises(InvalidInput) as raised:
            office.figures(**given)
        assert raised.value.argument == argument


def test_whether_a_ticket_is_overdue_is_asked_of_any_moment(desk: Centre) -> None:
    ticket = desk.transfer(desk.intake("路灯不亮", channel="来电"), lead="县住建局")
    for moment in (pandas.Timestamp("2020-12-01"), numpy.datetime64("2020-12-01"), dt.date(2020, 12, 1), "2020-12-01"):
        assert ticket.overdue(moment) and not ticket.overdue("2020-09-25")
    for nothing in (pandas.NaT, pandas.NA, None, float("nan"), object()):
        with pytest.raises(InvalidInput) as raised:
            ticket.overdue(nothing)
        assert raised.value.argument == "as_of"


def test_a_list_of_words_that_there_is_not_is_named_with_what_is_near_it() -> None:
    for ask in (lambda: gongdan.words("Stages"), lambda: gongdan.term("Stages", "closed")):
        with pytest.raises(InvalidInput) as raised:
            ask()
        assert raised.value.argument == "list_name" and "Stage" in str(raised.value)
