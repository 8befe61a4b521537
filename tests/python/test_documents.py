"""The bulletin's documents, opened again by others' readers: every figure is the model's."""

from __future__ import annotations

import html.parser
import pathlib
import shutil
import subprocess
from typing import Any, Dict, List, Tuple

import pytest

import gongdan
from conftest import ROOT, SEPTEMBER
from gongdan import Bulletin, Hotline

Rows = List[List[str]]
TABLES = ("by_category", "by_unit")


@pytest.fixture
def bulletin(golden: Hotline) -> Bulletin:
    return golden.bulletin(to=["县委、县政府负责同志"], copies=["热线各成员单位"], **SEPTEMBER)


@pytest.fixture
def font(bulletin: Bulletin) -> bool:
    try:
        bulletin.chart("units_late")._collected.png("units_late")
    except gongdan.NotFound as missing:
        print(f"no chart can be drawn here: {missing}")
        return False
    return True


def lines(bulletin: Bulletin, table: str) -> List[Dict[str, Any]]:
    model = bulletin.model[table]
    return [*model["lines"], model["total"]]


def printed(bulletin: Bulletin, table: str) -> Rows:
    return [
        [line["name"], *(figure["printed"] for figure in line["figures"])]
        for line in lines(bulletin, table)
    ]


def exact(figure: Dict[str, Any]) -> float:
    if "count" in figure:
        return float(figure["count"])
    return float(figure["numerator"] / figure["denominator"])


def test_every_figure_of_the_word_document(
    bulletin: Bulletin, tmp_path: pathlib.Path, font: bool
) -> None:
    import docx

    bulletin.save(tmp_path / "b.docx")
    document = docx.Document(str(tmp_path / "b.docx"))
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    for name, table in zip(TABLES, tables):
        model = printed(bulletin, name)
        assert table[-len(model) :] == model
    assert tables[1][0][4:] == ["超期工单", "超期工单"]
    assert tables[1][1][4:] == ["超期已办结", "超期未办理"]
    said = [paragraph.text.replace("\n", "") for paragraph in document.paragraphs]
    assert "报\uff1a县委、县政府负责同志" in said and bulletin.title in said
    assert f"{bulletin.number}\uff08草稿\uff09" in said, "a draft says that it is one"
    assert any(str(bulletin.closure_rate) in text for text in said)
    assert len(document.inline_shapes) == (2 if font else 0)


def test_every_figure_of_the_workbook(bulletin: Bulletin, tmp_path: pathlib.Path) -> None:
    import openpyxl

    bulletin.save(tmp_path / "b.xlsx")
    book = openpyxl.load_workbook(tmp_path / "b.xlsx", data_only=True)
    for sheet, name in zip(book.worksheets[1:], TABLES):
        model = lines(bulletin, name)
        rows = list(sheet.iter_rows())[-len(model) :]
        for row, line in zip(rows, model):
            assert row[0].value == line["name"]
            for cell, figure in zip(row[1:], line["figures"]):
                assert cell.value == exact(figure), (line["name"], figure)
                assert cell.number_format == ("0" if "count" in figure else "0.00%")
    charts = book["图表"]
    assert len(charts._charts) == 2
    shown = {row[0]: row[1] for row in charts.iter_rows(values_only=True)}
    assert shown["草市镇人民政府"] == 5


def beginnings() -> List[str]:
    """What a spreadsheet may take for the beginning of a formula, and what may stand before it;
    of control characters those that a name may hold."""
    narrow = [chr(code) for code in range(0x30) if code >= 0x20 or chr(code) in "\t\n\r"]
    firsts = [*narrow, *"@\uff1d\uff0b\uff0d\uff20"]
    return [before + first for first in firsts for before in ("", " ", "\t", "'", '"', "\u3000")]


def test_no_text_of_a_workbook_is_a_formula(office: Hotline, tmp_path: pathlib.Path) -> None:
    import openpyxl

    names = sorted({f"{begin}1+{number}".strip() for number, begin in enumerate(beginnings())})
    for name in names:
        office.centre(by="系统管理员", at="2020-08-31 10:00").add("category", name)
        desk = office.centre(by="坐席07", at="2020-09-01 09:00")
        desk.intake(f"{name}!", channel="来电", category=name)
    office.bulletin("2020-09", as_of="2020-10-09").save(tmp_path / "b.xlsx")
    book = openpyxl.load_workbook(tmp_path / "b.xlsx")
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    formulas = [cell.value for cell in cells if cell.data_type == "f"]
    assert formulas and all(formula.startswith("=SUM(") for formula in formulas)
    texts = {cell.value for cell in cells if cell.data_type == "s"}
    assert {" ".join(name.split()) for name in names} <= texts


class Cells(html.parser.HTMLParser):
    """The cells of every table."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: List[Rows] = []
        self.open = False

    def handle_starttag(self, tag: str, attrs: List[Tuple[str, Any]]) -> None:
        assert tag not in ("script", "link", "img", "iframe")
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")
            self.open = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self.open = False

    def handle_data(self, data: str) -> None:
        if self.open:
            self.tables[-1][-1][-1] += data


def test_every_figure_of_the_page(bulletin: Bulletin, tmp_path: pathlib.Path) -> None:
    bulletin.save(tmp_path / "b.html")
    page = Cells()
    page.feed((tmp_path / "b.html").read_text(encoding="utf-8"))
    for name, table in zip(TABLES, page.tables):
        model = printed(bulletin, name)
        assert table[-len(model) :] == model


def test_every_figure_of_the_pdf(bulletin: Bulletin, tmp_path: pathlib.Path, font: bool) -> None:
    if not font:
        with pytest.raises(gongdan.NotFound, match="fonts-noto-cjk"):
            bulletin.save(tmp_path / "b.pdf")
        assert not (tmp_path / "b.pdf").exists()
        return
    bulletin.save(tmp_path / "b.pdf")
    assert (tmp_path / "b.pdf").read_bytes().startswith(b"%PDF-")
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    command = ["pdftotext", "-raw", str(tmp_path / "b.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()
    text = "".join(text.split())
    for name in TABLES:
        for row in printed(bulletin, name):
            assert "".join(row) in text, row


def test_a_font_that_is_not_there_is_told(
    golden: Hotline, tmp_path: pathlib.Path, font: bool
) -> None:
    if not font:
        pytest.skip("there is no Chinese font")
    format = tmp_path / "format"
    shutil.copytree(ROOT / "crates/gongdan-bulletin/tests/formats/yunxi", format)
    toml = format / "format.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace("宋体", "没有这种字体"), encoding="utf-8")
    bulletin = golden.bulletin(format=format, **SEPTEMBER)
    with pytest.warns(UserWarning, match="no font “没有这种字体” can be used here") as told:
        bulletin.save(tmp_path / "b.pdf")
    assert told[0].filename == __file__
    assert (tmp_path / "b.pdf").read_bytes().startswith(b"%PDF-")


def test_a_chart_shows_itself(bulletin: Bulletin, tmp_path: pathlib.Path, font: bool) -> None:
    assert bulletin.charts == ["categories", "units_late"]
    late = bulletin.chart("units_late")
    assert late.bars[0] == ("草市镇人民政府", 5) and len(late.bars) == 9
    assert late._repr_svg_().startswith("<svg ") and "草市镇人民政府:5" in late.svg
    late.save(tmp_path / "late.svg")
    assert (tmp_path / "late.svg").read_text(encoding="utf-8") == late.svg
    if font:
        late.save(tmp_path / "late.png")
        assert (tmp_path / "late.png").read_bytes().startswith(b"\x89PNG")
    with pytest.raises(gongdan.InvalidInput, match="categories, units_late"):
        bulletin.chart("months")
    with pytest.raises(gongdan.AlreadyExists):
        late.save(tmp_path / "late.svg")


def test_a_format_lays_it_out(golden: Hotline, tmp_path: pathlib.Path) -> None:
    import docx

    apart = golden.bulletin(format="hengdong-2023", **SEPTEMBER)
    assert "| 1 | 县城管执法局 | 132 |" in apart.markdown()
    apart.save(tmp_path / "apart.docx")
    heads = [cell.text for cell in docx.Document(str(tmp_path / "apart.docx")).tables[0].rows[0].cells]
    assert heads == ["单位名称", "受理案件数", "按时办结率", "发回重办率"]
    city = ROOT / "crates/gongdan-bulletin/tests/formats/yunxi"
    assert "退单率" in golden.bulletin(format=city, **SEPTEMBER).markdown()
    with pytest.raises(gongdan.InvalidInput, match="hengdong-2023") as wrong:
        golden.bulletin(format="hengdong-2032", **SEPTEMBER)
    assert wrong.value.argument == "format"


def test_its_columns_and_number_are_asked_for(golden: Hotline) -> None:
    columns = [("accepted", "受理"), ("closed_late_rate", "率", "超期")]
    asked = golden.bulletin(year=2021, number=3, remarks="请重视", unit_columns=columns, **SEPTEMBER)
    assert asked.number == "〔2021〕第3期" and asked.model["remarks"] == ["请重视"]
    heads = [{"figure": "accepted", "head": "受理"}, {"figure": "closed_late_rate", "head": "率", "over": "超期"}]
    assert asked.model["by_unit"]["columns"] == heads
    for wrong in ([("sunshine", "日照")], [("accepted",)], "accepted", {"accepted": "受理"}, [["accepted", 7]]):
        with pytest.raises(gongdan.InvalidInput) as named:
            golden.bulletin(category_columns=wrong, **SEPTEMBER)
        assert named.value.argument == "category_columns", wrong


def test_values_from_outside_are_given_and_marked(golden: Hotline, tmp_path: pathlib.Path) -> None:
    (tmp_path / "format.toml").write_text(
        'about = "x"\nbanner = "x"\n[[given]]\nname = "接通率"\nkind = "percent"\nabout = "话务系统"\n'
        '[[section]]\nheading = "一"\nblock = [{ text = "接通率{{ 接通率 }},受理{{ 受理件数 }}件。" }]\n',
        encoding="utf-8",
    )
    asked = golden.bulletin(format=tmp_path, set="接通率=98.5%", given_by="话务科", **SEPTEMBER).markdown()
    assert "接通率98.5%,受理3338件。" in asked and "由话务科提供" in asked
    (tmp_path / "外来数.toml").write_text('"接通率" = "98.5%"\n', encoding="utf-8")
    values = gongdan.given_values(tmp_path / "外来数.toml")
    assert values == ["接通率=98.5%"]
    assert golden.bulletin(format=tmp_path, set=values, given_by="话务科", **SEPTEMBER).markdown() == asked
    (tmp_path / "外来数.toml").write_text('"甲" = 1\n"接通率" = true\n', encoding="utf-8")
    with pytest.raises(gongdan.InvalidInput, match="外来数.toml:2"):
        gongdan.given_values(tmp_path / "外来数.toml")
    for wrong in ((), "接通率=很高", "接听率=98%", "接通率"):
        with pytest.raises(gongdan.InvalidInput):
            golden.bulletin(format=tmp_path, set=wrong, **SEPTEMBER)


def test_satisfaction_is_a_chart_of_rates(golden: Hotline) -> None:
    chart = golden.bulletin(format="plain", **SEPTEMBER).chart("satisfaction")
    rates = [float(rate) for _, rate in chart.bars]
    assert rates == sorted(rates, reverse=True) and str(chart.bars[0][1]) in chart.svg


@pytest.mark.parametrize("document", ["README.zh-CN.md", "docs/手册.md"])
def test_the_chinese_documents_examples_run(
    document: str, golden_path: pathlib.Path, tmp_path: pathlib.Path, font: bool, run: Any
) -> None:
    if not font:
        pytest.skip("no Chinese font: the examples draw charts")
    text = (ROOT / document).read_text(encoding="utf-8")
    examples = [block.split("```")[0] for block in text.split("```python\n")[1:]]
    assert examples
    (tmp_path / "demo").mkdir()
    shutil.copy(golden_path, tmp_path / "demo/hengdong.db")
    for example in examples:
        run(f"import os\nos.chdir({str(tmp_path)!r})\n{example}", options=())
    assert (tmp_path / "2020-09.docx").exists()


def test_what_the_package_s_page_says_of_sheets_lists_and_paper_runs(
    golden_path: pathlib.Path, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three chapters of docs/python.md, run as they stand."""
    openpyxl = pytest.importorskip("openpyxl")
    text = (ROOT / "docs/python.md").read_text(encoding="utf-8")
    chapters = ["## Bringing old tickets in", "## Lists that leave", "## Paper, and what is published"]
    examples = [text.split(chapter)[1].split("```python\n")[1].split("```")[0] for chapter in chapters]
    monkeypatch.chdir(tmp_path)
    book = openpyxl.Workbook()
    for row in [["工单编号", "受理时间", "标题"], ["A-1", "2020-08-03 08:30", "路灯不亮"], ["A-2", "2020-02-30", "井盖"]]:
        book.active.append(row)
    book.save("旧工单.xlsx")
    with gongdan.sample.office("a.db") as hotline:
        seen: Dict[str, Any] = {"gongdan": gongdan, "hotline": hotline, "frame": [{"工单编号": "B-1", "标题": "积水"}]}
        exec(examples[0], seen)
        assert pathlib.Path("退回.xlsx").exists() and "[columns]" in pathlib.Path("我的.toml").read_text(encoding="utf-8")
        assert len(hotline.find()) == 2
    shutil.copy(golden_path, "golden.db")
    with gongdan.open("golden.db") as hotline:
        ticket, other = hotline.find(unit="县城管执法局", limit=2)
        seen = {"gongdan": gongdan, "hotline": hotline, "ticket": ticket, "other": other}
        seen["desk"] = hotline.centre(by="陈静", at="2020-10-10 09:00")
        for example in examples[1:]:
            exec(example, seen)
    for name in ["超期.xlsx", "2020-09.csv", "units.xlsx", "转办单.docx", "交办.docx", "requests.json", "重建.db"]:
        assert pathlib.Path(name).exists(), name
