"""What leaves as a file is opened by others: nothing is a formula, nothing is cut, no personal column that nobody named."""

from __future__ import annotations

import csv
import datetime
import io
import json
import pathlib
from typing import Any, Dict, List

import openpyxl
import pytest

import gongdan
from gongdan import Hotline, InvalidInput

FORMULAS = ["=1+1", "+86 734", "-3", "@SUM(A1)", "=cmd|' /C calc'!A0", "'quoted", "＝1"]


@pytest.fixture
def hotline(tmp_path: pathlib.Path) -> Any:
    with gongdan.sample.office(tmp_path / "a.db") as hotline:
        desk = hotline.centre(by="坐席07", at="2020-09-01 09:12:05")
        for nth, matter in enumerate(FORMULAS):
            caller = {"caller_name": "陶敏", "caller_phone": "13800138000"}
            desk.intake(matter, channel="来电", external=f"2020090100012345{nth:02}", **caller)
        yield hotline


def rows(path: pathlib.Path) -> List[Dict[str, Any]]:
    """Whatever a file is, its rows by the names over its columns."""
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    if path.suffix == ".csv":
        return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
    (sheet,) = openpyxl.load_workbook(path).worksheets
    head, *lines = sheet.iter_rows()
    assert all(cell.data_type != "f" for line in lines for cell in line), "a formula"
    return [{h.value: cell.value for h, cell in zip(head, line)} for line in lines]


def test_found_tickets_leave_as_they_are(hotline: Hotline, tmp_path: pathlib.Path) -> None:
    found = hotline.find()
    at = datetime.datetime(2020, 9, 1, 9, 12, 5)
    for ending, moment in ((".xlsx", at), (".csv", str(at)), (".jsonl", "2020-09-01T09:12:05+08:00")):
        path = tmp_path / f"found{ending}"
        assert found.save(path, columns=["external", "accepted_at", "matter", "id"]) == len(FORMULAS)
        left = rows(path)
        assert [row["external"] for row in left] == [ticket.external for ticket in found]
        assert {row["accepted_at"] for row in left} == {moment}
        ids = [ticket.id if ending == ".jsonl" else str(ticket.id) for ticket in found]
        assert [row["id"] for row in left] == ids
        marked = [f"'{text}" if ending == ".csv" else text for text in FORMULAS]
        assert sorted(row["matter"] for row in left) == sorted(marked)


def test_no_personal_column_leaves_unless_it_is_named(hotline: Hotline, tmp_path: pathlib.Path) -> None:
    found, desk = hotline.find(), hotline.centre(by="坐席07", at="2020-09-02 09:00")
    found.save(tmp_path / "a.jsonl")
    assert "matter" not in rows(tmp_path / "a.jsonl")[0]
    assert "陶敏" not in (tmp_path / "a.jsonl").read_text(encoding="utf-8")
    with pytest.raises(InvalidInput, match="revealed"):
        found.save(tmp_path / "b.csv", columns=["number", "caller_phone"])
    seen = {ticket.id: desk.reveal(ticket.id, reason="核对电话") for ticket in found}
    found.save(tmp_path / "b.xlsx", columns=["number", "caller_phone"], revealed=seen)
    assert {row["caller_phone"] for row in rows(tmp_path / "b.xlsx")} == {"13800138000"}
    shown = hotline.reveals("2020-09")
    assert len(shown) == len(FORMULAS)
    assert shown.save(tmp_path / "shown.xlsx", labels="zh") == len(FORMULAS)
    assert {row["理由"] for row in rows(tmp_path / "shown.xlsx")} == {"核对电话"}


def test_a_workbook_can_be_worked_in(hotline: Hotline, tmp_path: pathlib.Path) -> None:
    hotline.find().save(tmp_path / "a.xlsx", labels="zh")
    (sheet,) = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.startswith("A1:")
    head = [cell.value for cell in sheet[1]]
    assert head[:4] == ["工单标识", "工单编号", "版次", "办理阶段"]
    at = sheet.cell(2, head.index("受理时间") + 1)
    assert at.is_date and at.value == datetime.datetime(2020, 9, 1, 9, 12, 5)
    assert sheet.cell(2, head.index("办理阶段") + 1).value == "已受理"
    letter = at.column_letter
    assert sheet.column_dimensions[letter].width >= 19, "a moment is as wide as its column"


def test_no_digit_of_a_number_is_cut(hotline: Hotline, tmp_path: pathlib.Path) -> None:
    numbers = [999_999_999_999_999, -1_000_000_000_000_000, 1_234_567_890_123_456_789]
    path = tmp_path / "n.xlsx"
    hotline.query(f"SELECT {numbers[0]} AS a, {numbers[1]} AS b, {numbers[2]} AS c").save(path)
    assert list(rows(path)[0].values()) == [numbers[0], str(numbers[1]), str(numbers[2])]


def test_every_answer_leaves(golden: Hotline, tmp_path: pathlib.Path) -> None:
    desk = golden
    figures = desk.figures("2020-09", as_of="2020-10-09", by="unit", measures=["accepted", "closure_rate"])
    behind = figures["草市镇人民政府"].tickets("accepted")
    query = desk.query("SELECT number, accepted_at FROM v1_tickets LIMIT 3")
    formula = gongdan.formula("考", [{"figure": "closure_rate", "points": 9}])
    account = desk.account("2020-09", as_of="2020-10-09")
    answers = {
        "figures": (figures, len(figures) + 1),
        "behind": (behind, 13),
        "rank": (desk.rank("2020-09", as_of="2020-10-09", formula=formula), None),
        "query": (query, 3),
        "account": (account, 5),
        "seats": (desk.seats("2020-09", as_of="2020-10-09"), None),
        "warnings": (desk.warnings(as_of="2020-09-20"), len(desk.warnings(as_of="2020-09-20"))),
        "table": (desk.tickets(category="城市管理"), len(desk.tickets(category="城市管理").to_arrow())),
        "events": (desk.events(category="城市管理"), None),
        "references": (desk.references(account.opening), len(account.opening)),
        "retention": (desk.retention(as_of="2024-01-01", months=36), None),
    }
    every = [(name, *each, ending) for name, each in answers.items() for ending in (".xlsx", ".csv", ".jsonl")]
    for name, answer, wanted, ending in every:
        path = tmp_path / f"{name}{ending}"
        count = answer.save(path)
        assert count == len(rows(path)), name
        assert wanted is None or count == wanted, name
        with pytest.raises(gongdan.AlreadyExists):
            answer.save(path)
        assert answer.save(path, replace=True) == count
    printed = str(figures.total.closure_rate)
    for ending in (".xlsx", ".csv", ".jsonl"):
        total = rows(tmp_path / f"figures{ending}")[-1]
        assert total["unit"] == "合计" and int(total["accepted"]) == figures.total.accepted
        rate = total["closure_rate"]
        assert rate == pytest.approx(float(printed[:-1]) / 100) if ending == ".xlsx" else rate == printed


def test_tables_leave_as_parquet(golden: Hotline, tmp_path: pathlib.Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    assert golden.tickets().save(path) == 3339
    read = parquet.read_table(path)
    assert read.equals(golden.tickets().to_arrow()) and "caller_phone" not in read.column_names
    with pytest.raises(gongdan.AlreadyExists):
        golden.tickets().save(path)
    figures = golden.figures("2020-09", as_of="2020-10-09", by="unit")
    assert figures.save(path, labels="zh", replace=True) == len(figures.rows)
    assert parquet.read_table(path).equals(figures.to_arrow("zh"))
    with pytest.raises(InvalidInput):
        golden.find(limit=1).save(tmp_path / "b.parquet")
    assert [each.name for each in tmp_path.iterdir() if each.suffix == ".part"] == []


def test_what_cannot_leave_says_why(hotline: Hotline, tmp_path: pathlib.Path) -> None:
    found = hotline.find()
    for wrong, says in (
        (lambda: found.save(tmp_path / "a.doc"), ".xlsx, .csv, .jsonl"),
        (lambda: found.save(tmp_path / "a.csv", columns=["numbr"]), "number"),
        (lambda: found.save(tmp_path / "a.csv", labels="de"), "labels"),
        (lambda: hotline.query(f"SELECT '{'长' * 40_000}' AS t").save(tmp_path / "a.xlsx"), "longer than a cell"),
    ):
        with pytest.raises(InvalidInput, match=says):
            wrong()
    assert list(tmp_path.glob("a.[!d]*")) == [], "nothing half written stands there"
    with pytest.raises(gongdan.FileFailed):
        found.save(tmp_path / "none" / "a.csv")
