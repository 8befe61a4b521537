"""Personal data: masked, shown with an event, exported for one person, erased."""

from __future__ import annotations

import datetime as dt
import pathlib
from typing import Callable, Tuple

import pytest

import gongdan
from gongdan import Caller, Centre, Hotline, Ticket

NAME, PHONE, ADDRESS = "欧阳若兰", "13807340417", "洣水镇衡岳北路四十四号"
WORDS = "若兰家门口的井盖碎裂已有三周"


@pytest.fixture
def desk(office: Hotline) -> Centre:
    return office.centre(by="坐席07", at="2020-09-04 09:00")


@pytest.fixture
def tickets(office: Hotline) -> Tuple[Ticket, ...]:
    """Two tickets of one person, and between them one of another."""

    def take(matter: str, at: str, caller: Caller) -> Ticket:
        who = {f"caller_{part}": told for part, told in vars(caller).items()}
        return office.centre(by="坐席07", at=at).intake(matter, channel="来电", appeal=WORDS, **who)

    return (
        take("井盖碎裂", "2020-09-01 09:00", Caller(NAME, PHONE, ADDRESS)),
        take("路灯不亮", "2020-09-01 10:00", Caller("张三", "13900000001")),
        take("井盖仍未修", "2020-09-02 09:00", Caller(NAME, "+86 138-0734-0417")),
    )


def test_a_caller_is_masked_for_everybody(office: Hotline, tickets: Tuple[Ticket, ...]) -> None:
    assert office.caller(tickets[0]) == gongdan.MaskedCaller("欧阳某", True, True, False)
    assert office.caller(tickets[1]) == gongdan.MaskedCaller("张某", True, False, False)
    nobody = office.centre(by="坐席07", at="2020-09-03 09:00").intake("路灯不亮", channel="来电")
    assert office.caller(nobody) == gongdan.MaskedCaller(None, False, False, False)
    with office.batch() as many:
        assert many.caller(tickets[1].id).name == "张某"
    with pytest.raises(gongdan.NotFound):
        office.caller(7)


def test_texts_are_shown_without_telephone_numbers_and_in_full_with_an_event(
    office: Hotline, desk: Centre
) -> None:
    early = desk.at("2020-09-01 09:00")
    ticket = early.intake("请回电１３８-0734 0417", channel="来电", appeal=PHONE)
    assert ticket.matter == "请回电***-**** ****" and ticket.matter not in repr(ticket)
    shown = [text.content for text in office.texts(ticket)]
    assert shown == [text.content for text in office.history(ticket)[0].texts]
    assert shown == ["请回电***-**** ****", "*" * 11]
    with pytest.raises(gongdan.Refused):
        desk.reveal_history(ticket, reason=" ")
    entries = desk.reveal_history(ticket, reason="回电")
    assert [text.content for text in entries[0].texts] == ["请回电１３８-0734 0417", PHONE]
    assert office.history(ticket)[-1].event == "revealed"
    records = desk.subject_export("13900000001", reason="本人申请")
    assert records == []


def test_what_was_kept_for_long_enough_is_listed(office: Hotline) -> None:
    desk = office.centre(by="坐席07", at="2020-09-01 09:00")
    ticket = desk.intake("路灯不亮", channel="来电")
    ticket = desk.at("2020-09-02 10:00").reject(ticket, reason="不属受理范围")
    assert office.retention(as_of="2023-09-01", months=36) == []
    (expired,) = office.retention(as_of="2023-09-02", months=36)
    assert (expired.ticket, expired.number) == (ticket.id, ticket.number)
    assert expired.erasable_from == dt.date(2023, 9, 2)
    assert expired.ended_at.isoformat() == "2020-09-02T10:00:00+08:00"
    late = office.centre(by="管理员", at="2023-09-03 09:00")
    erased = late.erase(ticket, reason="保存期限届满")
    assert erased.matter is None and [each.event for each in erased.written] == ["erased"]
    assert office.retention(as_of="2023-09-04", months=36) == []
    for months in (0, 1201):
        with pytest.raises(gongdan.InvalidInput, match="months"):
            office.retention(as_of="2023-09-02", months=months)


def test_a_question_gets_no_longer_than_it_is_given(golden_path: pathlib.Path) -> None:
    asked = {"period": "2020-09", "as_of": "2020-10-09", "by": "unit"}
    with gongdan.open(golden_path, read_only=True, reading=float("inf")) as patient:
        assert patient.figures(**asked).total.accepted == 456
    with pytest.raises(gongdan.InvalidInput, match="reading deadline"):
        with gongdan.open(golden_path, read_only=True, reading=0.0) as hurried:
            hurried.figures(**asked)


def test_who_sees_a_caller_in_full_is_written_down(
    office: Hotline, desk: Centre, tickets: Tuple[Ticket, ...]
) -> None:
    head = office.head()
    with pytest.raises(gongdan.Refused):
        desk.reveal(tickets[0], reason=" ")
    unit = office.unit("县城管执法局", by="李四", at="2020-09-04 09:00")
    with pytest.raises(gongdan.NotFound):
        unit.reveal(tickets[0], reason="想联系来电人")
    supervisor = office.supervisor(by="督查员", at="2020-09-04 09:00")
    assert not hasattr(supervisor, "reveal")
    with pytest.raises(gongdan.Refused):
        supervisor.execute(tickets[0], {"reveal": {"reason": "想联系来电人"}})
    assert office.head() == head, "a refusal shows and writes nothing"
    seen = desk.reveal(tickets[0], reason="核实地址")
    assert seen == Caller(NAME, PHONE, ADDRESS) and PHONE not in repr(seen)
    last = office.history(tickets[0])[-1]
    assert (last.event, last.by, last.texts[0].content) == ("revealed", "坐席07", "核实地址")
    with pytest.raises(gongdan.InvalidInput, match="not in a batch"), office.batch() as many:
        many.centre(by="坐席07").reveal(tickets[0], reason="什么收回,看过就是看过")


def test_one_person_is_exported_whole_and_nobody_else(
    office: Hotline, desk: Centre, tickets: Tuple[Ticket, ...]
) -> None:
    records = desk.subject_export("８６-138 0734 0417", reason="本人申请")
    assert [record.ticket.id for record in records] == [tickets[0].id, tickets[2].id]
    assert all(isinstance(record, gongdan.SubjectRecord) for record in records)
    assert records[0].caller == Caller(NAME, PHONE, ADDRESS)
    assert WORDS in [text.content for text in records[0].history[0].texts]
    assert PHONE not in repr(records) and WORDS not in repr(records)
    revealed = [sum(each.event == "revealed" for each in office.history(t)) for t in tickets]
    assert revealed == [1, 0, 1]
    assert desk.subject_export("13700000000", reason="查无此人") == []


def test_an_erased_person_is_in_no_byte(office: Hotline, desk: Centre, tickets: Tuple[Ticket, ...]) -> None:
    def hits() -> int:
        parts = [pathlib.Path(office.path + ending) for ending in ("", "-wal")]
        held = b"".join(part.read_bytes() for part in parts if part.exists())
        forms = [NAME.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")]
        return sum(held.count(form) for form in [*forms, PHONE.encode(), ADDRESS.encode()])

    assert hits() > 0
    month = {"period": "2020-09", "as_of": "2020-09-03"}
    before = office.figures(**month).total.accepted
    erasure = desk.erase_person(phone=PHONE, reason="本人申请")
    assert isinstance(erasure, gongdan.Erasure) and erasure.log_emptied
    assert erasure.tickets == (tickets[0].id, tickets[2].id)
    report = office.verify()
    assert report and report.erased == erasure.texts > 0
    assert hits() == 0 and office.figures(**month).total.accepted == before
    assert office.caller(tickets[0]) == gongdan.MaskedCaller(None, False, False, True)
    assert office.ticket(tickets[0].id).matter is None
    assert office.caller(tickets[1]).name == "张某"
    assert desk.erase_person(tickets[1], reason="本人申请").tickets == (tickets[1].id,)
    assert office.empty_log() is True


def test_an_erasure_names_one_person(office: Hotline, desk: Centre, tickets: Tuple[Ticket, ...]) -> None:
    who: Callable[..., object] = desk.erase_person
    for whose in ({}, {"ticket": tickets[0], "phone": PHONE}):
        with pytest.raises(gongdan.InvalidInput) as raised:
            who(**whose, reason="本人申请")
        assert raised.value.argument == "phone"
    with pytest.raises(gongdan.NotFound):
        desk.erase_person(phone="13700000000", reason="查无此人")


def test_who_looked_at_whose_data_is_told(office: Hotline, desk: Centre, tickets: Tuple[Ticket, ...]) -> None:
    desk.reveal(tickets[0], reason=f"核实地址,已回电{PHONE}")
    other = office.centre(by="坐席08", at="2020-09-30 23:59")
    other.reveal_history(tickets[1], reason="核对")
    desk.at("2020-10-01 00:00").subject_export(PHONE, reason="本人申请")
    for phone in (PHONE, "13700000000"):
        with pytest.raises(gongdan.InvalidInput) as raised:
            desk.subject_export(phone, reason=" ")
        assert raised.value.argument == "reason"
    head = office.head()
    first, second = office.reveals("2020-09")
    assert isinstance(first, gongdan.Exposure) and first.reason is not None
    assert (first.by, first.role, first.ticket) == ("坐席07", "centre", tickets[0].id)
    assert (first.number, first.at.isoformat()) == (tickets[0].number, "2020-09-04T09:00:00+08:00")
    assert first.reason.startswith("核实地址") and PHONE not in first.reason
    assert "核" not in repr(first)
    assert (second.by, second.reason) == ("坐席08", "核对")
    exported = office.reveals("2020-10")
    assert [each.ticket for each in exported] == [tickets[0].id, tickets[2].id]
    assert office.reveals("2020", by="坐席08") == [second]
    assert office.reveals("2020", by="坐席") == []
    assert office.head() == head, "to ask leaves no event"
    with pytest.raises(gongdan.InvalidInput):
        office.reveals("九月")
