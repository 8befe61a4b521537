"""Tables as Arrow: each library reads them, none is needed."""

from __future__ import annotations

import datetime as dt
import pathlib
from typing import Callable

import pytest

import gongdan
from conftest import SEPTEMBER
from gongdan import Hotline
from gongdan._words import TABLES, WITHHELD


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_table_leaves_whole(golden: Hotline, name: str) -> None:
    table = golden.table(name)
    frame = table.to_polars()
    shown = [(column, heading) for column, heading in TABLES[name] if column not in WITHHELD[name]]
    assert frame.columns == table.columns == [column for column, _ in shown]
    rows = list(table)
    assert len(rows) == frame.height == table.to_arrow().num_rows == len(table.to_pandas())
    headed = table.to_polars(labels="zh")
    assert headed.columns == [heading for _, heading in shown]


def test_what_can_hold_personal_data_is_read_when_asked_for_only(office: Hotline) -> None:
    assert WITHHELD["tickets"] == ["matter"]
    desk = office.centre(by="坐席07", at="2020-09-01 09:00")
    desk.intake("请回电138-0734-0417", channel="来电")
    assert all("matter" not in row for row in office.tickets())
    assert "matter" not in office.tickets()._repr_html_() + repr(office.tickets().headings)
    asked = office.tickets(columns=["number", "matter"])
    assert [row["matter"] for row in asked] == ["请回电***-****-****"]
    assert asked.to_polars()["matter"].to_list() == ["请回电***-****-****"]


def test_types_are_what_they_say(golden: Hotline) -> None:
    import pyarrow as pa

    schema = golden.tickets().to_arrow().schema
    words = pa.dictionary(pa.int16(), pa.string())
    assert schema.field("accepted_at").type == pa.timestamp("ms", tz="Asia/Shanghai")
    assert schema.field("unit").type == schema.field("stage").type == words
    assert schema.field("closed").type == pa.bool_()
    assert golden.contact_rows().to_arrow().schema.field("day").type == pa.date32()


def test_nulls_are_nulls(golden: Hotline) -> None:
    frame = golden.tickets().to_polars()
    assert frame["unit"].null_count() == 3339 - 456
    assert frame["accepted_at"].null_count() == 0
    assert frame["category"].null_count() >= 1548


def test_moments_are_the_same_in_every_library(golden: Hotline) -> None:
    table = golden.tickets(columns=["number", "accepted_at"])
    number, at = next((row["number"], row["accepted_at"]) for row in table)
    assert golden.ticket(number).accepted_at == at
    utc = at.astimezone(dt.timezone.utc)
    assert table.to_polars()["accepted_at"][0].astimezone(dt.timezone.utc) == utc
    assert table.to_arrow()["accepted_at"][0].as_py() == at
    assert table.to_pandas()["accepted_at"][0].to_pydatetime() == at


#: What each library says of a ticket's moment, in a process whose own zone is UTC.
ZONED = {
    "datetime": """
    at = ticket.accepted_at
    print(at.isoformat(), at.tzinfo.key)
""",
    "polars": """
    column = table.to_polars()["accepted_at"]
    print(column[0].isoformat(), column.dtype.time_zone, column.dt.hour()[0])
""",
    "pandas": """
    column = table.to_pandas()["accepted_at"]
    print(column[0].isoformat(), column.dt.tz, column.dt.hour[0])
""",
    "pyarrow": """
    column = table.to_arrow()["accepted_at"]
    print(column[0].as_py().isoformat(), column.type.tz)
""",
    "duckdb": """
    import duckdb
    duckdb.sql("SET TimeZone = 'Asia/Shanghai'")
    print(*duckdb.sql("select accepted_at::text, hour(accepted_at) from table_").fetchall()[0])
""",
}


@pytest.mark.parametrize("library", ZONED)
def test_moments_carry_their_zone_in_a_container_of_utc(
    golden: Hotline, golden_path: pathlib.Path, run: Callable[..., str], library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip(library)
    monkeypatch.setenv("TZ", "UTC")
    program = f"""
import sys, time
assert time.tzname == ("UTC", "UTC")
import gongdan
with gongdan.open(sys.argv[1], read_only=True) as hotline:
    ticket = hotline.ticket(sys.argv[2])
    table = table_ = hotline.tickets(columns=["accepted_at"], accepted="2020-09-30", text=ticket.number)
{ZONED[library]}
"""
    ticket = golden.find(accepted="2020-09-30", limit=1)[0]
    said = run(program, golden_path, ticket.number, options=()).split()
    local = ticket.accepted_at.replace(tzinfo=None)
    assert local.hour >= 8, "the hour is another one in UTC"
    if library == "duckdb":
        day, clock, hour = said
        assert dt.datetime.fromisoformat(f"{day} {clock[:-3]}") == local and clock.endswith("+08")
        assert int(hour) == local.hour
        return
    moment, zone, *hour = said
    assert dt.datetime.fromisoformat(moment) == ticket.accepted_at and moment.endswith("+08:00")
    assert zone == "Asia/Shanghai" and hour in ([], [str(local.hour)])


def test_without_a_list_of_zones_eight_hours_stand_for_it(run: Callable[..., str]) -> None:
    program = """
import zoneinfo
class Absent(zoneinfo.ZoneInfo):
    def __new__(cls, key):
        raise zoneinfo.ZoneInfoNotFoundError(key)
zoneinfo.ZoneInfo = Absent
import gongdan
from gongdan.moments import moment_of
print(moment_of(1_602_235_800_000).isoformat(), gongdan.BEIJING)
"""
    assert run(program).split() == ["2020-10-09T17:30:00+08:00", "Asia/Shanghai"]


def test_the_filter_and_the_columns_are_pushed_down(golden: Hotline) -> None:
    overdue = {"unit": "县住建局", "overdue_on": "2020-11-09"}
    wanted = {ticket.number for ticket in golden.find(**overdue)}
    frame = golden.tickets(columns=["number", "unit"], **overdue).to_polars()
    assert frame.columns == ["number", "unit"]
    assert set(frame["number"]) == wanted and len(wanted) == 8
    legs = golden.assignments(unit="县住建局").to_polars()
    assert set(legs["unit"]) == {"县住建局"}
    events = golden.events(accepted="2020-09-01").to_polars()
    assert events["event"].to_list().count("taken_in") == golden.find(accepted="2020-09-01").total
    with pytest.raises(gongdan.InvalidInput):
        golden.tickets(columns=["colour"])
    with pytest.raises(gongdan.InvalidInput):
        golden.contact_rows(unit="县住建局")


def test_duckdb_finds_a_table_by_its_name(golden: Hotline) -> None:
    import duckdb

    tickets = golden.tickets()
    found = duckdb.sql("select count(*), count(unit) from tickets").fetchall()
    assert found == [(3339, 456)], tickets
    by_unit = golden.figures(by="unit", **SEPTEMBER)
    assert duckdb.sql("select sum(accepted) from by_unit").fetchall() == [(456,)], by_unit


def test_figures_leave_as_a_table(golden: Hotline) -> None:
    import decimal

    measures = ["accepted", "closed", "closure_rate"]
    figures = golden.figures(by=["channel", "category"], measures=measures, **SEPTEMBER)
    frame = figures.to_polars()
    assert frame.columns == ["channel", "category", *measures]
    assert frame["accepted"].sum() == 3338
    row = figures.rows[0]
    assert frame["closure_rate"][0] == decimal.Decimal(str(row.closure_rate)[:-1]) / 100
    assert figures.to_polars("zh").columns == ["来源渠道", "问题分类", "受理件数", "综合结案数", "综合办结率"]


def test_floats_stand_beside_the_exact_columns_on_request(golden: Hotline) -> None:
    asked = {"measures": ["accepted", "closure_rate", "solved_rate"], "by": "category", **SEPTEMBER}
    figures = golden.figures(**asked)
    columns = ["category", "accepted", "closure_rate", "closure_rate_float", "solved_rate", "solved_rate_float"]
    frame = figures.to_polars(floats=True)
    assert frame.columns == columns and figures.to_polars().columns == [c for c in columns if "float" not in c]
    assert figures.to_arrow(floats=True).column_names == list(figures.to_pandas(floats=True).columns) == columns
    exact, nearest = frame["closure_rate"], frame["closure_rate_float"]
    assert str(nearest.dtype) == "Float64" and str(exact.dtype).startswith("Decimal")
    for row, near in zip(figures, nearest, strict=True):
        assert near == float(row.closure_rate)
    undefined = [row.solved_rate.fraction is None for row in figures]
    assert frame["solved_rate_float"].is_null().to_list() == undefined and any(undefined)
    heads = figures.to_polars("zh", floats=True).columns
    assert heads == ["问题分类", "受理件数", "综合办结率", "综合办结率(浮点数)", "解决率", "解决率(浮点数)"]
    assert "closure_rate_float" not in golden.tickets().to_polars(floats=True).columns


def test_small_batches_make_the_same_table(golden: Hotline) -> None:
    import pyarrow as pa

    reader = pa.RecordBatchReader.from_stream(golden.tickets(batch=100))
    batches = list(reader)
    assert max(batch.num_rows for batch in batches) == 100 and len(batches) == 34
    assert pa.Table.from_batches(batches).to_pylist() == golden.tickets().to_arrow().to_pylist()


def test_a_stream_reads_one_state_and_outlives_its_handle(tmp_path: pathlib.Path) -> None:
    import pyarrow as pa

    hotline = gongdan.sample.office(tmp_path / "a.db")
    desk = hotline.centre(by="坐席07", at="2020-09-01 09:12")
    for _ in range(5):
        desk.intake("路灯不亮", channel="来电")
    reader = pa.RecordBatchReader.from_stream(hotline.tickets(batch=1))
    desk.intake("路灯不亮", channel="来电")
    hotline.close()
    assert sum(batch.num_rows for batch in reader) == 5


def test_memory_is_bounded_by_the_batch(tmp_path: pathlib.Path, run) -> None:
    gongdan.sample.city(tmp_path / "city.db", tickets=40_000, period="2020").close()
    program = """
import resource, sys
import gongdan, pyarrow
rss = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
with gongdan.open(sys.argv[1], read_only=True) as hotline:
    read = lambda n: sum(b.num_rows for b in pyarrow.RecordBatchReader.from_stream(hotline.tickets(batch=n)))
    read(500)
    before = rss()
    assert read(500) == 40_000
    bounded = rss() - before
    whole = pyarrow.table(hotline.tickets()).nbytes // 1024
print(bounded, whole)
"""
    bounded, whole = map(int, run(program, tmp_path / "city.db", options=()).split())
    assert bounded < whole / 3, (bounded, whole)


def test_a_stream_leaves_once(golden: Hotline) -> None:
    stream = golden._handle.table(golden._viewer, ("tickets", "{}", None, 100, False))
    stream.__arrow_c_stream__()
    with pytest.raises(gongdan.Closed):
        stream.__arrow_c_stream__()


def test_jupyter_shows_a_preview(golden: Hotline) -> None:
    html = golden.tickets(columns=["number", "stage", "accepted_at"])._repr_html_()
    assert "<th>工单编号</th><th>办理阶段</th><th>受理时间</th>" in html
    assert "共 3339 行" in html and html.count("<tr>") == 21


def test_a_ticket_says_what_its_row_says(golden: Hotline) -> None:
    columns = [name for name in gongdan.Ticket.__dict__ if name in dict(TABLES["tickets"])]
    assert len(columns) > 40
    rows = {row["id"]: row for row in golden.tickets(columns=columns)}
    found = list(golden.find(limit=400))
    assert found and {ticket.unit is None for ticket in found} == {True, False}
    for ticket in found:
        said = {**ticket.as_dict(), "assistants": list(ticket.assistants)}
        assert rows[ticket.id] == said, ticket.number


def test_a_ticket_has_the_fields_of_the_table_and_no_others() -> None:
    from gongdan._words import FIELD_HEADINGS, FIELDS
    from gongdan.ticket import _Field

    own = {name: each for name, each in vars(gongdan.Ticket).items() if isinstance(each, _Field)}
    assert tuple(own) == FIELDS == tuple(FIELD_HEADINGS)
    assert all(each.__doc__ for each in own.values())


def test_names_leave_as_lists(golden: Hotline) -> None:
    import pyarrow as pa

    column = golden.tickets(columns=["assistants"]).to_arrow().column("assistants")
    assert column.type == pa.list_(pa.string()) and column.null_count == 0
