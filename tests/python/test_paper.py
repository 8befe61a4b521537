"""Paper that goes with tickets, and tickets for those who publish."""

from __future__ import annotations

import json
import pathlib
import zipfile

import pytest

import gongdan
from gongdan import Hotline, Ticket


def said(path: pathlib.Path) -> str:
    return zipfile.ZipFile(path).read("word/document.xml").decode()


@pytest.fixture
def called(office: Hotline) -> Ticket:
    desk = office.centre(by="坐席07", at="2020-09-24 16:50")
    ticket = desk.intake("井盖碎裂", channel="来电", caller_name="陶女士", caller_phone="13800001111")
    return desk.at("2020-09-24 16:59").transfer(ticket, lead="县城管执法局")


def test_sheets_one_or_many(office: Hotline, lamp: Ticket, called: Ticket, tmp_path: pathlib.Path) -> None:
    one, two = tmp_path / "a.docx", tmp_path / "b.docx"
    assert office.save_sheets(lamp, one, format="转办单", date="2020-09-25") == 1
    assert "政府服务热线转办单" in said(one) and "2020年9月25日" in said(one)
    assert office.save_sheets([lamp, called.id], two) == 2
    assert "路灯不亮" in said(two) and "井盖碎裂" in said(two) and "13800001111" not in said(two)
    unit = office.unit("县城管执法局", by="李四", at="2020-09-24 17:00")
    assert unit.save_sheets(lamp, tmp_path / "c.docx") == 1
    with pytest.raises(gongdan.AlreadyExists):
        office.save_sheets(lamp, one)
    assert office.save_sheets(lamp, one, replace=True) == 1
    for wrong, argument in [
        ({"path": "a.doc"}, "path"),
        ({"format": "转办"}, "format"),
        ({"format": "督办单"}, "format"),
        ({"date": "2020-02-30"}, "date"),
        ({"tickets": []}, "tickets"),
        ({"tickets": None}, "tickets"),
    ]:
        given = {"tickets": lamp, "path": tmp_path / "d.docx", **wrong}
        with pytest.raises(gongdan.InvalidInput) as raised:
            office.save_sheets(given.pop("tickets"), given.pop("path"), **given)
        assert raised.value.argument == argument, wrong
    with pytest.raises(gongdan.NotFound):
        office.unit("县教育局", by="王五").save_sheets(lamp, tmp_path / "d.docx")
    assert not (tmp_path / "d.docx").exists()


def test_a_caller_is_printed_with_a_reason_and_an_event(
    office: Hotline, called: Ticket, tmp_path: pathlib.Path
) -> None:
    desk = office.centre(by="陈静", at="2020-09-25 09:00")
    assert desk.reveal_sheets(called, tmp_path / "a.docx", reason="随单交办", format="转办单") == 1
    assert "13800001111" in said(tmp_path / "a.docx")
    unit = office.unit("县城管执法局", by="李四", at="2020-09-25 09:10")
    unit.reveal_sheets(called, tmp_path / "b.docx", reason="联系来电人")
    assert "13800001111" in said(tmp_path / "b.docx")
    assert [each.by for each in desk.reveals("2020")] == ["陈静", "李四"]
    with pytest.raises((gongdan.Refused, gongdan.InvalidInput)):
        desk.reveal_sheets(called, tmp_path / "c.docx", reason="")
    assert not (tmp_path / "c.docx").exists()


def test_what_is_published_has_no_texts(office: Hotline, lamp: Ticket, called: Ticket, tmp_path: pathlib.Path) -> None:
    office.centre(by="坐席07", at="2020-09-25 09:00").confidential(called, confidential=True)
    path = tmp_path / "requests.json"
    assert office.save_open311(path) == 1
    (request,) = json.loads(path.read_text(encoding="utf-8"))
    assert (request["service_request_id"], request["status"]) == (lamp.number, "open")
    assert request["requested_datetime"] == "2020-09-24T16:50:00+08:00" and request["description"] is None
    assert office.save_open311(tmp_path / "a.csv", unit="县住建局") == 0
    with pytest.raises(gongdan.InvalidInput):
        office.save_open311(tmp_path / "a.xlsx")
