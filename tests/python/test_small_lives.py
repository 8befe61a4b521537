"""Small lives whose figures once came out wrong. Each stands for a kind; the right answers stay."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from typing import Any, Callable, Iterator

import pytest

import gongdan
from gongdan import Hotline

JUNE = {"period": "2020-06", "as_of": "2020-06-30"}
BASES = ("cohort", "flow")


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Hotline]:
    """Two units, three channels, no category."""
    day = "2020-01-01 00:00"
    path = tmp_path / "small.db"
    with gongdan.create(path, region=430424, name="衡东县", office="局", by="主任", at=day) as made:
        centre = made.centre(by="主任", at=day)
        centre.add("channel", "来电", channel_kind="call")
        for platform in ("人民网", "市12345平台"):
            centre.add("channel", platform, channel_kind="platform")
        for unit in ("甲局", "乙局"):
            centre.add("unit", unit)
        yield made


def june(at: str) -> str:
    return f"2020-06-{at}"


@pytest.fixture
def given(small: Hotline) -> Callable[..., Any]:
    """A ticket of 1 June, transferred to 甲局."""

    def given(matter: str, minute: int = 0) -> Any:
        desk = small.centre(by="坐席", at=june(f"01 09:0{minute}"))
        ticket = desk.intake(matter, channel="来电")
        return desk.at(june(f"01 09:1{minute}")).transfer(ticket, lead="甲局")

    return given


def of_unit(hotline: Hotline, unit: str, basis: str = "cohort") -> Any:
    return hotline.centre(by="管").figures(by="unit", basis=basis, **JUNE)[unit]


def test_who_signed_late_and_returned_is_charged_with_it(small: Hotline, given: Any) -> None:
    ticket = given("垃圾")
    first, centre = small.unit("甲局", by="李"), small.centre(by="管")
    ticket = first.at(june("03 09:00")).sign_off(ticket)
    ticket = first.at(june("03 10:00")).request_return(ticket, reason="不属")
    ticket = centre.at(june("03 11:00")).grant_return(ticket, to="乙局", remark="请办")
    small.unit("乙局", by="王", at=june("03 12:00")).sign_off(ticket)
    for basis in BASES:
        own, other = of_unit(small, "甲局", basis), of_unit(small, "乙局", basis)
        assert (own.sign_off_late, own.returned) == (1, 1), basis
        assert (other.sign_off_late, other.returned) == (0, 0), basis


def test_who_never_signed_did_not_sign_in_time(small: Hotline, given: Any) -> None:
    given("从未签收")
    bulletin = small.centre(by="管").bulletin(**JUNE)
    row = next(line for line in bulletin.markdown().splitlines() if line.startswith("| 甲局"))
    assert row.split("|")[4].strip() == "1", row
    assert str(of_unit(small, "甲局").sign_off_in_time_rate) == "0.00%"


def test_a_rate_of_a_unit_is_over_its_own_legs(small: Hotline, given: Any) -> None:
    tickets = [given(f"件{nth}", nth) for nth in range(4)]
    for ticket in tickets[:2]:
        ticket = small.unit("甲局", by="李", at=june("01 10:00")).request_return(ticket, reason="不属")
        small.centre(by="管", at=june("01 11:00")).grant_return(ticket, to="乙局", remark="请办")
    assert str(of_unit(small, "甲局").return_rate) == "50.00%"
    assert str(of_unit(small, "乙局").return_rate) == "0.00%"


def test_what_was_overdue_on_a_day_stays_on_its_list(small: Hotline, given: Any) -> None:
    unit = small.unit("甲局", by="李")
    ticket = unit.at(june("01 10:00")).sign_off(given("路灯"))
    overdue = lambda: small.centre(by="管").find(overdue_on="2020-06-10").total  # noqa: E731
    assert overdue() == 1
    unit.at(june("12 10:00")).handle(ticket, result="已修")
    assert overdue() == 1


def test_two_platforms_may_count_alike(small: Hotline) -> None:
    desk = small.centre(by="导入", at=june("01 09:00"))
    desk.intake("学校收费", channel="人民网", external="1001")
    desk.intake("路灯不亮", channel="市12345平台", external="1001")
    with pytest.raises(gongdan.Conflict) as refused:
        desk.intake("拖欠工资", channel="人民网", external="1001")
    assert "1001" in str(refused.value)
    assert small.centre(by="管").find().total == 2


def printed(golden: Hotline, folder: Path, template: str) -> str:
    folder.mkdir(exist_ok=True)
    (folder / "format.toml").write_text(
        'about="t"\nbanner="b"\ntitle="t"\n[[section]]\nheading="H"\nblock=[{template="a.txt"}]\n', "utf-8"
    )
    (folder / "a.txt").write_text(template, "utf-8")
    asked = {"period": "2020-09", "as_of": "2020-10-09"}
    return str(golden.centre(by="管").bulletin(format=folder, **asked).markdown())


def test_what_a_bulletin_prints_is_a_figure_or_an_error(golden: Hotline, tmp_path: Path) -> None:
    try:
        assert "应结368。" in printed(golden, tmp_path / "f", "应结{{ all.due }}。\n")
    except gongdan.InvalidInput as error:
        assert "due" in str(error)
    many = "{% if all.handled_late > 5000 %}多于五千{% endif %}止\n"
    assert "多于五千" not in printed(golden, tmp_path / "f", many)


def test_rejected_and_merged_are_no_open_work(small: Hotline) -> None:
    desk = small.centre(by="坐席")
    taken = [desk.at(june(f"01 09:0{n}")).intake(f"件{n}", channel="来电") for n in range(10)]
    desk = desk.at(june("01 10:00"))
    for ticket in taken[:8]:
        desk.resolve_online(ticket, answer="已答")
    desk.reject(taken[8], reason="涉法")
    desk.merge(taken[9], main=taken[0])
    text = small.centre(by="管").bulletin(**JUNE).markdown()
    assert "有效电子工单8件" in text and "综合办结率100.00%" in text


def test_merged_after_the_transfer_the_overview_adds_up(small: Hotline, given: Any) -> None:
    main, other = given("路灯一", 1), given("路灯二", 2)
    small.centre(by="管", at=june("01 10:00")).merge(other, main=main)
    text = small.centre(by="管").bulletin(**JUNE).markdown()
    effective, online, transferred = (
        int(re.search(f"{name}([0-9]+)件", text)[1]) for name in ("有效电子工单", "在线办结数", "转办工单")
    )
    assert effective == 1 == online + transferred


def test_texts_emptied_by_a_foreign_hand_are_named(small: Hotline, tmp_path: Path) -> None:
    small.centre(by="坐席", at=june("01 09:00")).intake("路灯", channel="来电", appeal="不亮")
    small.close()
    path = tmp_path / "small.db"
    guards = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'text'"
    emptying = "UPDATE text SET content = NULL, salt = NULL"
    foreign = sqlite3.connect(path, isolation_level=None)
    with pytest.raises(sqlite3.Error):
        foreign.execute(emptying)
    dropped = foreign.execute(guards).fetchall()
    for name, _ in dropped:
        foreign.execute(f"DROP TRIGGER {name}")
    foreign.execute(emptying)
    with pytest.raises(gongdan.Corrupt):
        gongdan.open(path)
    for _, guard in dropped:
        foreign.execute(guard)
    foreign.close()
    with gongdan.open(path) as hotline:
        assert not hotline.verify(), "an emptied text that no erasure explains"


def test_a_number_prints_what_was_published(golden_path: Path, tmp_path: Path) -> None:
    path = tmp_path / "golden.db"
    path.write_bytes(golden_path.read_bytes())
    with gongdan.open(path) as hotline:
        centre = hotline.centre(by="主任", at="2020-10-09 18:00")
        centre.publish(period="2020-09", as_of="2020-10-09", number=9, answers_for="主任")
        late = hotline.centre(by="坐席", at="2020-09-20 09:00")
        late.intake("迟录", channel="来电", category="城市管理")
        assert "3339" not in centre.published(2020, 9).markdown()
        assert "3338" in centre.published(2020, 9).markdown()


def test_a_merged_category_moves_in_figures_views_and_lists(golden_path: Path, tmp_path: Path) -> None:
    path = tmp_path / "golden.db"
    path.write_bytes(golden_path.read_bytes())
    with gongdan.open(path) as hotline:
        centre = hotline.centre(by="主任", at="2020-11-01 09:00")
        centre.merge_entry("category", "城市管理", into="城乡建设", from_="2020-11-01")
        asked = {"period": "2020-09", "as_of": "2020-12-01"}
        assert centre.figures(by="category", **asked)["城乡建设"].accepted == 321
        assert centre.find(category="城乡建设", accepted="2020-09").total == 321
    with sqlite3.connect(path) as foreign:
        seen = "SELECT sum(accepted) FROM v1_by_category WHERE month = '2020-09' AND category = '城乡建设'"
        assert foreign.execute(seen).fetchone() == (321,)
    foreign.close()


def test_a_wrong_year_is_refused_and_moves_no_view(small: Hotline, given: Any, tmp_path: Path) -> None:
    given("正常")
    with pytest.raises(gongdan.GongdanError) as refused:
        small.centre(by="坐席", at="2062-06-01 09:00").intake("打错年份", channel="来电")
    assert "2062-06-01" in str(refused.value)
    with sqlite3.connect(tmp_path / "small.db") as foreign:
        late = foreign.execute("SELECT coalesce(sum(open_late), 0) FROM v1_by_unit").fetchone()
    foreign.close()
    assert late == (0,)


def test_a_supplementary_notice_without_days_is_refused(small: Hotline) -> None:
    centre = small.centre(by="管", at="2020-03-01 11:00")
    with pytest.raises(gongdan.GongdanError):
        centre.adopt_notice({"year": 2020, "published": 20200301, "source": "补充通知", "days": []})


def test_a_question_in_a_batch_knows_what_the_batch_decided(small: Hotline, given: Any) -> None:
    given("路灯")
    with small.batch() as batch:
        centre = batch.centre(by="管", at=june("21 09:00"))
        centre.merge_entry("unit", "甲局", into="乙局", from_="2020-06-20")
        assert [centre.find(unit=unit).total for unit in ("甲局", "乙局")] == [1, 1]
