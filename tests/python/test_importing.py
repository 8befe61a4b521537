"""An office's past comes in from files and tables; what is wrong is named row by row, and nothing is written then."""

from __future__ import annotations

import ctypes
import datetime
import json
import os
import pathlib
import pickle
import random
import subprocess
from typing import Any, Dict, List

import openpyxl
import pytest

import gongdan
from conftest import ROOT
from gongdan import AlreadyExists, Hotline, Imported, InvalidInput, NotFound, RowsRefused

HEADINGS = ["工单编号", "受理时间", "标题", "主办单位", "答复时间", "是否满意", "结案时间", "联系电话"]
GOOD = ["2020-08-03 08:30", "路灯不亮", "县城管执法局", "2020-08-04 10:00", "满意", "2020-08-05", "13800138000"]


def good(nth: int) -> List[Any]:
    return [f"A-{nth:05}", *GOOD]


#: Twelve kinds of faults: the column that is named, and what stands in which column.
FAULTS: List[Any] = [
    ("B", {1: "2020-02-30 08:00"}),
    ("B", {1: 1598925600000}),
    ("B", {1: -3}),
    ("B", {1: "2031-01-01 08:00"}),
    ("B", {1: None}),
    (None, {6: "2020-08-01"}),
    ("D", {3: "县月球局"}),
    ("F", {5: "还行"}),
    ("A", {0: "A-00001"}),
    ("A", {0: 202009010001234560}),
    ("C", {2: "控制\x01字符"}),
    ("C", {2: "#N/A"}),
]


def sheet(path: pathlib.Path, rows: List[List[Any]]) -> pathlib.Path:
    book = openpyxl.Workbook()
    page = book.active
    page.append(HEADINGS)
    for row in rows:
        page.append([None if cell == "控制\x01字符" else cell for cell in row])
    for line, row in enumerate(rows, 2):
        for column, cell in enumerate(row, 1):
            if cell == "#N/A":
                page.cell(line, column).data_type = "e"
            if cell == "控制\x01字符":
                page.cell(line, column).value = "控制_x0001_字符"
    book.save(path)
    return path


@pytest.fixture
def desk(office: Hotline) -> Any:
    return office.centre(by="管理员", at="2021-01-04 09:00")


def count(office: Hotline) -> int:
    return office.figures("2020", as_of="2021-02-01").total.accepted


def with_faults(path: pathlib.Path) -> Dict[int, Any]:
    """Five thousand rows with 37 faults; the column of each that is named, by its row."""
    rows = [good(nth) for nth in range(1, 5001)]
    planted: Dict[int, Any] = {}
    for nth in range(37):
        column, put = FAULTS[nth % len(FAULTS)]
        line = 100 + nth * 130
        if 0 in put and put[0] == "A-00001":
            put = {0: f"A-{line - 2:05}"}  # the number of the row before
        for place, cell in put.items():
            rows[line - 2][place] = cell
        planted[line] = column
    sheet(path, rows)
    return planted


def test_thirty_seven_faults_of_twelve_kinds_among_five_thousand_rows(
    office: Hotline, desk: Any, tmp_path: pathlib.Path
) -> None:
    path = tmp_path / "旧.xlsx"
    planted = with_faults(path)
    heard: List[Any] = []
    with pytest.raises(RowsRefused) as wrong:
        desk.import_file(path, refused=tmp_path / "退回.xlsx", progress=lambda done, of: heard.append((done, of)))
    imported = wrong.value.imported
    named = {problem.row: problem.column for problem in imported.problems}
    assert len(planted) == 37 and named == planted
    assert not imported.written and count(office) == 0 and heard[-1] == (5000, 5000)
    assert wrong.value.argument == "path" and "37" in wrong.value.message("zh")
    assert pickle.loads(pickle.dumps(wrong.value)).imported == imported
    assert all(problem.chinese and problem.english for problem in imported.problems)
    back = openpyxl.load_workbook(tmp_path / "退回.xlsx").active
    assert back.max_row == 38 and back.cell(1, back.max_column).value == "原因"

    mended = [good(nth) for nth in range(1, 5001)]
    done = desk.import_file(sheet(tmp_path / "改好.xlsx", mended))
    assert (done.written, done.taken, done.problems, count(office)) == (True, 5000, (), 5000)
    again = desk.import_file(tmp_path / "改好.xlsx")
    assert (again.taken, again.added, again.repeated) == (0, 0, 5000)
    assert office.verify().is_sound


@pytest.mark.skipif(not os.environ.get("GONGDAN_BUILT"), reason="the program is not built")
def test_the_same_faults_at_the_terminal(office: Hotline, desk: Any, tmp_path: pathlib.Path) -> None:
    path = tmp_path / "旧.xlsx"
    planted = with_faults(path)

    def run(name: str, *more: str) -> Any:
        program = [f"{os.environ['GONGDAN_BUILT']}/gongdan", "import", office.path, str(tmp_path / name)]
        given = ["--by", "管理员", "--at", "2021-01-04 09:00", "--json", *more]
        done = subprocess.run([*program, *given], capture_output=True, text=True)
        return done.returncode, json.loads(done.stdout)

    code, told = run("旧.xlsx", "--refused", str(tmp_path / "退回.xlsx"))
    assert (code, told["written"], told["refused"], count(office)) == (1, False, 37, 0)
    assert {each["row"]: each["column"] for each in told["errors"]} == planted
    sheet(tmp_path / "改好.xlsx", [good(nth) for nth in range(1, 5001)])
    code, told = run("改好.xlsx")
    assert (code, told["written"], told["taken"], count(office)) == (0, True, 5000, 5000)


class Stamp(ctypes.Structure):
    """`gd_stamp`, as the header has it."""

    _fields_ = [("size", ctypes.c_uint32), ("role", ctypes.c_int32), ("at", ctypes.c_int64)]
    _fields_ += [(name, ctypes.c_char_p) for name in ("by", "unit", "request")]
    _fields_ += [("version", ctypes.c_uint32), ("meant", ctypes.c_int32)]


@pytest.mark.skipif(not os.environ.get("GONGDAN_BUILT"), reason="the library is not built")
def test_the_same_faults_in_c(office: Hotline, desk: Any, tmp_path: pathlib.Path) -> None:
    planted = with_faults(tmp_path / "旧.xlsx")
    sheet(tmp_path / "改好.xlsx", [good(nth) for nth in range(1, 5001)])
    library = ctypes.CDLL(f"{os.environ['GONGDAN_BUILT']}/libgongdan_c.so")
    library.gd_document_bytes.restype = ctypes.c_char_p
    library.gd_error_message.restype = ctypes.c_char_p
    hotline, at = ctypes.c_void_p(), datetime.datetime(2021, 1, 4, 1, tzinfo=datetime.timezone.utc)
    stamp = Stamp(ctypes.sizeof(Stamp), 1, int(at.timestamp() * 1000), "管理员".encode())
    name = str(tmp_path / "c.db")
    office.backup_to(name)
    assert library.gd_hotline_open(name.encode(), 0, ctypes.byref(hotline)) == 0

    def run(sheet: str, refused: Any = None) -> Any:
        report = ctypes.c_void_p()
        path = str(tmp_path / sheet).encode()
        given = (hotline, ctypes.byref(stamp), path, None, None, 0, refused, ctypes.byref(report))
        assert library.gd_hotline_import(*given) == 0, library.gd_error_message()
        told = json.loads(library.gd_document_bytes(report))
        library.gd_document_free(report)
        return told

    told = run("旧.xlsx", str(tmp_path / "退回.xlsx").encode())
    assert not told["written"] and {each["row"]: each["column"] for each in told["problems"]} == planted
    assert openpyxl.load_workbook(tmp_path / "退回.xlsx").active.max_row == 38
    told = run("改好.xlsx")
    assert (told["written"], told["taken"], told["problems"]) == (True, 5000, [])
    lines = str(tmp_path / "全部.jsonl").encode()
    assert library.gd_hotline_journal(hotline, lines) == 0
    assert library.gd_journal_read(lines, str(tmp_path / "back.db").encode()) == 0
    library.gd_hotline_close(hotline)
    with gongdan.open(name) as first, gongdan.open(tmp_path / "back.db") as second:
        assert first.head() == second.head() and count(second) == 5000


def test_what_a_city_publishes_is_counted_as_a_sheet_is(office: Hotline, desk: Any, tmp_path: pathlib.Path) -> None:
    """Ten thousand rows shaped like a city's open data: two numbers, three notations of time, twelve closed before
    they were made. Figures are compared with what pandas counts over the sheet."""
    pandas = pytest.importorskip("pandas")
    dice = random.Random(311)
    notations = ["%Y-%m-%d %H:%M:%S", "%Y/%m/%d %H:%M", "%Y年%m月%d日 %H:%M"]
    wrong = set(dice.sample(range(10_000), 12))
    lines = []
    for nth in range(10_000):
        made = datetime.datetime(2020, 1, 1, 8) + datetime.timedelta(minutes=dice.randrange(320 * 24 * 60))
        days = dice.choice([None, 1, 2, 5, 9, 40])
        closed = None if days is None and nth not in wrong else made + datetime.timedelta(days=days or 1)
        closed = made - datetime.timedelta(days=1) if nth in wrong else closed
        lines.append({
            "市级工单编号": f"SJ-{nth:06}",
            "区级工单编号": 3_000_000 + nth,
            "受理时间": made.strftime(notations[nth % 3]),
            "标题": "路灯不亮" if nth % 2 else "井盖碎裂",
            "问题分类": dice.choice(["城市管理", "生活用电", "教育"]),
            "主办单位": dice.choice(["县城管执法局", "县住建局", ""]),
            "结案时间": "" if closed is None else closed.strftime(notations[(nth + 1) % 3]),
            "是否满意": "" if closed is None else dice.choice(["满意", "不满意", "未评价"]),
        })
    frame = pandas.DataFrame(lines)
    frame.to_csv(tmp_path / "市.csv", index=False)
    mapping = {
        "name": "市",
        "unknown_category": "add",
        "columns": {
            "external": "市级工单编号",
            "accepted_at": "受理时间",
            "matter": "标题",
            "category": "问题分类",
            "unit": "主办单位",
            "closed_at": "结案时间",
            "satisfaction": "是否满意",
        },
        "constants": {"channel": "来电"},
        "values": {"satisfaction": {"未评价": "", "": ""}},
    }
    done = desk.import_file(tmp_path / "市.csv", mapping=mapping, partial=True)
    assert {row - 2 for row in done.refused} == wrong and done.taken == 9_988

    taken = frame.drop(index=sorted(wrong))
    digits = taken["受理时间"].str.findall(r"\d+")
    month = digits.map(lambda parts: f"{parts[0]}-{int(parts[1]):02}")
    ask = {"period": "2020", "as_of": "2021-12-31"}
    total = office.figures(**ask).total
    assert (total.accepted, total.closed) == (len(taken), int((taken["结案时间"] != "").sum()))
    by_month = {row.name: row.accepted for row in office.figures(**ask, by="month")}
    assert by_month == month.value_counts().to_dict()
    for by, column in [("category", "问题分类")]:
        counted = taken.groupby(column)
        rows = {row.name: (row.accepted, row.closed) for row in office.figures(**ask, by=by) if row.accepted}
        wanted = {key: (len(group), int((group["结案时间"] != "").sum())) for key, group in counted}
        assert rows == wanted, by
    units = {row.name: row.accepted for row in office.figures(**ask, by="unit") if row.accepted}
    assert units == taken[taken["主办单位"] != ""]["主办单位"].value_counts().to_dict()
    satisfied = {"满意": total.satisfied, "不满意": total.rated - total.satisfied}
    assert satisfied == taken[taken["是否满意"].isin(satisfied)]["是否满意"].value_counts().to_dict()


def test_dry_run_and_partial(office: Hotline, desk: Any, tmp_path: pathlib.Path) -> None:
    path = sheet(tmp_path / "a.xlsx", [good(1), ["A-00002", "昨天", *GOOD[1:]]])
    tried = desk.import_file(path, dry_run=True)
    assert (tried.written, tried.taken, tried.refused) == (False, 1, (3,))
    (problem,) = tried.problems
    assert (problem.column, problem.heading, problem.field) == ("B", "受理时间", "accepted_at")
    assert "昨天" in problem.message("zh") and "昨天" not in repr(problem)
    done = desk.import_file(path, partial=True)
    assert (done.written, done.taken, count(office)) == (True, 1, 1)


def test_tables_come_in_as_sheets_do(office: Hotline, desk: Any) -> None:
    pandas = pytest.importorskip("pandas")
    polars = pytest.importorskip("polars")
    pyarrow = pytest.importorskip("pyarrow")

    def row(nth: int) -> Dict[str, Any]:
        at = datetime.datetime(2020, 8, 3, 8, nth)
        return {"工单编号": 202008030001234500 + nth, "受理时间": at, "标题": "路灯", "结案时间": None, "是否满意": "满意"}

    tables = [
        pandas.DataFrame([row(1), row(2)]),
        polars.DataFrame([row(3), row(4)]),
        pyarrow.Table.from_pylist([row(5), row(6)]),
        [row(7), row(8)],
    ]
    for table in tables:
        done = desk.import_table(table)
        assert (done.taken, done.problems) == (2, ()), type(table)
        assert desk.import_table(table).repeated == 2
    numbers = {ticket.external for ticket in office.find()}
    assert numbers == {str(202008030001234500 + nth) for nth in range(1, 9)}, "whole numbers are exact"
    cut = pandas.DataFrame([{**row(9), "工单编号": 2.02008030001234567e17}])
    with pytest.raises(RowsRefused) as wrong:
        desk.import_table(cut)
    assert wrong.value.imported.problems[0].column == "A"
    with pytest.raises(InvalidInput, match="table"):
        desk.import_table("工单")


def test_a_mapping_is_a_name_a_file_or_data(office: Hotline, desk: Any, tmp_path: pathlib.Path) -> None:
    rows = [{"号": "M-1", "啥事": "路灯不亮"}]
    mapping = {"columns": {"external": "号", "matter": "啥事"}, "constants": {"channel": "来电"}}
    with pytest.raises(InvalidInput, match="accepted_at"):
        desk.import_table(rows, mapping=mapping)
    done = desk.import_table(rows, mapping=mapping, known_on="2020-08-31")
    assert done.taken == 1 and office.find()[0].accepted_at.date() == datetime.date(2020, 8, 31)
    file = tmp_path / "我的.toml"
    file.write_text('[columns]\nexternal = "号"\nmater = "啥事"\n', encoding="utf-8")
    with pytest.raises(InvalidInput, match="mater") as wrong:
        desk.import_table(rows, mapping=file)
    assert wrong.value.argument == "mapping"
    with pytest.raises(NotFound):
        desk.import_table(rows, mapping="没有这份")
    sheet(tmp_path / "a.xlsx", [good(1)])
    draft = gongdan.suggest_mapping(tmp_path / "a.xlsx")
    assert 'accepted_at = "受理时间"' in draft and "请逐项核对" in draft
    file.write_text(draft, encoding="utf-8")
    assert desk.import_file(tmp_path / "a.xlsx", mapping=file).taken == 1
    assert desk.import_file(tmp_path / "a.xlsx", mapping=file) == Imported(True, 0, 0, 1, 0, ())


def test_what_is_no_sheet_says_what_it_is(desk: Any, tmp_path: pathlib.Path) -> None:
    page = tmp_path / "a.xls"
    page.write_text("<html><table></table></html>", encoding="utf-8")
    with pytest.raises(InvalidInput, match="save it as .xlsx"):
        desk.import_file(page)
    with pytest.raises(NotFound):
        desk.import_file(tmp_path / "none.xlsx")
    path = sheet(tmp_path / "b.xlsx", [["A-1", "昨天", *GOOD[1:]]])
    (tmp_path / "r.xlsx").write_text("mine")
    with pytest.raises(AlreadyExists):
        desk.import_file(path, dry_run=True, refused=tmp_path / "r.xlsx")


def test_only_the_centre_lets_a_past_in(office: Hotline) -> None:
    assert not hasattr(office.unit("县城管执法局", by="李四"), "import_file")
    assert not hasattr(office.analyst(), "import_table")


def test_what_progress_raises_ends_it_and_nothing_is_written(office: Hotline, desk: Any, tmp_path: pathlib.Path) -> None:
    path = sheet(tmp_path / "a.xlsx", [good(nth) for nth in range(1, 402)])

    def stop(done: int, of: int) -> None:
        raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        desk.import_file(path, progress=stop)
    assert count(office) == 0


def test_the_documented_import_runs(office: Hotline, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / "docs/python.md").read_text(encoding="utf-8")
    section = text.split("## Bringing old tickets in")[1].split("\n## ")[0]
    example = section.split("```python\n")[1].split("```")[0]
    sheet(tmp_path / "旧工单.xlsx", [good(1), ["A-00002", "2020-02-30", *GOOD[1:]]])
    monkeypatch.chdir(tmp_path)
    said: Dict[str, Any] = {"hotline": office, "gongdan": gongdan, "frame": [dict(zip(HEADINGS, good(3)))]}
    exec(example, said)
    assert count(office) == 2 and (tmp_path / "退回.xlsx").exists() and (tmp_path / "我的.toml").exists()


def test_registers_contacts_and_notices_come_in_from_sheets_and_tables(office: Hotline, tmp_path: pathlib.Path) -> None:
    desk = office.centre(by="管理员", at="2021-01-04 09:00")
    units = [{"名称": "县月球局", "别名": "月球局", "分组": "县直"}, {"名称": "探月科", "上级": "县月球局"}]
    assert desk.import_register("unit", units, dry_run=True).taken == 2
    done = desk.import_register("unit", units)
    assert (done.written, done.taken, done.repeated) == (True, 2, 0)
    assert desk.import_register("unit", units).repeated == 2
    path = tmp_path / "诉求量.csv"
    path.write_text("日期,渠道,诉求量\n2020-09-01,来电,41\n2020/9/2,来电,38\n", encoding="utf-8")
    assert desk.import_register("诉求量", path).taken == 2
    path.write_text("日期,渠道,诉求量\n2020-09-01,来电,40\n2020年9月2日,来电,38\n", encoding="gb18030")
    again = desk.import_register("contacts", path)
    assert (again.added, again.repeated) == (1, 1), "what was counted is corrected to the sheet"
    assert dict(office.contacts("2020-09", as_of="2021-02-01")) == {"来电": 78}
    told = {"年份": 2021, "发布日期": datetime.date(2020, 11, 25), "文件": "国办发明电〔2020〕27号"}
    days = [("2021-10-01", "放假", "国庆节"), ("2021-10-09", "补班", "国庆节")]
    rows = [{**(told if nth == 0 else {}), "日期": day, "安排": kind, "节日": name} for nth, (day, kind, name) in enumerate(days)]
    before = len(office.rulebook()["notices"])
    assert desk.import_register("notices", rows).taken == 1
    assert desk.import_register("notices", rows).repeated == 1
    assert len(office.rulebook()["notices"]) == before + 1
    for wrong, column, of in [
        ([{"日期": "2020-02-30", "渠道": "来电", "诉求量": 1}], "A", "contacts"),
        ([{"日期": "2020-09-03", "渠道": "烟信号", "诉求量": 1}], "B", "contacts"),
        ([{"日期": "2020-09-03", "渠道": "来电", "诉求量": "很多"}], "C", "contacts"),
        ([{**rows[0], "安排": "调休"}], "E", "notices"),
    ]:
        with pytest.raises(RowsRefused) as raised:
            desk.import_register(of, wrong)
        (problem,) = raised.value.imported.problems
        assert (problem.row, problem.column) == (2, column)
    with pytest.raises(InvalidInput, match="of"):
        desk.import_register("unti", units)
    with pytest.raises(InvalidInput, match="channel"):
        desk.import_register("contacts", [{"日期": "2020-09-03", "诉求量": 1}])
