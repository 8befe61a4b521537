"""Opening, living, batches and dry runs."""

from __future__ import annotations

import os
import pathlib
import pickle
from datetime import datetime, timedelta, timezone

import pytest

import gongdan
from gongdan import Closed, Conflict, Hotline, InvalidInput, NotFound, ReadOnly, Refused, Ticket

UNIT = {"by": "李四", "unit": "县城管执法局"}


def test_a_ticket_is_lived_and_each_answer_is_the_new_ticket(office: Hotline, lamp: Ticket) -> None:
    assert (lamp.stage, lamp.version, lamp.unit) == ("transferred", 2, "县城管执法局")
    assert lamp.handle_by == datetime(2020, 9, 30, 23, 59, 59, 999000, gongdan.BEIJING)
    signed = office.sign_off(lamp, at="2020-09-25 09:10", **UNIT)
    handled = office.handle(signed, result="已修复", at="2020-09-28 10:00", **UNIT)
    assert [each.event for each in handled.written] == ["handled"]
    assert office.ticket(handled.number) == handled == office.ticket(handled.id)
    assert lamp.stage == "transferred", "a ticket is what it was when it was read"


def test_the_version_seen_is_passed_along(office: Hotline, lamp: Ticket) -> None:
    office.note(lamp, text="催过一次", by="管理员", at="2020-09-24 17:10")
    with pytest.raises(Conflict) as raised:
        office.note(lamp, text="再催", by="管理员", at="2020-09-24 17:20")
    assert (raised.value.expected, raised.value.actual) == (2, 3)
    by_id = office.note(lamp.id, text="再催", by="管理员", at="2020-09-24 17:20")
    assert by_id.version == 4


def test_a_request_sent_twice_has_one_effect(office: Hotline, lamp: Ticket) -> None:
    sent = {"text": "催", "by": "管理员", "at": "2020-09-24 17:10", "request": "r-1"}
    once = office.note(lamp.id, **sent)
    twice = office.note(lamp.id, **sent)
    assert (once.repeated, twice.repeated, twice.version) == (False, True, 3)


def test_moments_are_beijing_whatever_their_zone(office: Hotline) -> None:
    utc = datetime(2020, 9, 1, 1, 12, tzinfo=timezone.utc)
    for at in (utc, datetime(2020, 9, 1, 9, 12), "2020-09-01 09:12", "2020-09-01T01:12:00Z"):
        ticket = office.intake("路灯不亮", channel="来电", by="坐席07", at=at)
        assert ticket.accepted_at == utc
        assert ticket.accepted_at.utcoffset() == timedelta(hours=8)
    before = datetime.now(timezone.utc) - timedelta(seconds=1)
    assert office.intake("路灯不亮", channel="来电", by="坐席07").accepted_at > before


def test_roles_are_declared(office: Hotline, lamp: Ticket) -> None:
    supervised = office.supervise(
        lamp, demand="三日内答复", of="县城管执法局", by="督查室", role="supervisor", at="2020-09-25 09:00"
    )
    answered = office.answer(supervised, no=1, result="已安排", at="2020-09-25 10:00", **UNIT)
    assert answered.version == 4
    with pytest.raises(Refused) as raised:
        office.urge(answered, at="2020-09-25 11:00", **UNIT)
    assert raised.value.code == "wrong_role"


def test_a_batch_is_all_or_nothing(office: Hotline) -> None:
    desk = {"by": "坐席07", "at": "2020-09-01 09:12"}
    with pytest.raises(RuntimeError), office.batch() as many:
        many.intake("路灯不亮", channel="来电", **desk)
        assert many.find().total == 1, "the batch sees what it did"
        raise RuntimeError("somebody changed their mind")
    assert office.find().total == 0
    with office.batch() as many:
        ticket = many.intake("路灯不亮", channel="来电", **desk)
        with pytest.raises(Refused):
            many.sign_off(ticket, **desk)
        many.resolve_online(ticket, **desk)
    assert [each.event for each in many.written] == ["taken_in", "resolved_online"]
    assert office.find(stage="closed").total == 1
    with pytest.raises(Closed):
        many.intake("路灯不亮", channel="来电", **desk)


def test_a_dry_run_writes_nothing(office: Hotline, lamp: Ticket) -> None:
    head = office.head()
    with office.dry_run() as trial:
        trial.recall(lamp, by="管理员", at="2020-09-24 17:10")
    assert [each.event for each in trial.written] == ["recalled"]
    assert office.head() == head


def test_a_file_is_closed_once_and_for_all(tmp_path: pathlib.Path) -> None:
    hotline = gongdan.sample.office(tmp_path / "a.db")
    hotline.close()
    hotline.close()
    assert hotline.closed
    for use in (hotline.head, hotline.find, lambda: hotline.batch().__enter__()):
        with pytest.raises(Closed):
            use()


def test_what_cannot_be_opened_says_why(tmp_path: pathlib.Path) -> None:
    with pytest.raises(NotFound), gongdan.open(tmp_path / "none.db"):
        pass
    (tmp_path / "text.db").write_text("not a database at all, only text" * 40)
    with pytest.raises(gongdan.NotAHotline):
        gongdan.open(tmp_path / "text.db")
    gongdan.sample.office(tmp_path / "a.db").close()
    with pytest.raises(FileExistsError):
        gongdan.sample.office(tmp_path / "a.db")
    with gongdan.open(tmp_path / "a.db", read_only=True) as hotline:
        with pytest.raises(ReadOnly):
            hotline.intake("路灯不亮", channel="来电", by="坐席07")


def test_somebody_else_writing_is_waited_for(office: Hotline) -> None:
    with office.batch(), gongdan.open(office.path, patience=0.2) as other:
        with pytest.raises(TimeoutError):
            other.intake("路灯不亮", channel="来电", by="坐席07", at="2020-09-01 09:12")


def test_arguments_are_named_when_they_are_wrong(office: Hotline, lamp: Ticket) -> None:
    desk = {"by": "坐席07", "at": "2020-09-25 09:12"}
    wrong = [
        ("channel", lambda: office.intake("灯", channel="来店", **desk)),
        ("kind", lambda: office.intake("灯", channel="来电", kind="问问", **desk)),
        ("matter", lambda: office.intake("", channel="来电", **desk)),
        ("at", lambda: office.note(lamp, text="x", by="坐席07", at="昨天")),
        ("by", lambda: office.note(lamp, text="x", by="", at="2020-09-25 09:00")),
        ("card", lambda: office.card(lamp, card="绿牌", shown_to="县住建局", reason="x", **desk)),
    ]
    for argument, act in wrong:
        with pytest.raises(InvalidInput) as raised:
            act()
        assert raised.value.argument == argument
        assert isinstance(raised.value, ValueError)


def test_every_verb_of_the_life_is_a_method(office: Hotline) -> None:
    renamed = {"close": "close_ticket", "confidential": "set_confidential"}
    for verb in gongdan.words("Verb"):
        assert callable(getattr(office, renamed.get(verb, verb))), verb


def test_tickets_are_frozen_compared_hashed_pickled(office: Hotline, lamp: Ticket) -> None:
    again = office.ticket(lamp.id)
    assert again == lamp and len({again, lamp}) == 1
    assert pickle.loads(pickle.dumps(lamp)) == lamp
    with pytest.raises(AttributeError):
        lamp.stage = "closed"  # type: ignore[misc]
    assert repr(lamp) == "<Ticket 20200924-0001 transferred 县城管执法局 v2>"
    assert "承办单位" in lamp._repr_html_() and "已转办" in lamp._repr_html_()
    with pytest.raises(TypeError):
        pickle.dumps(office)


def test_texts_never_show_themselves_unasked(office: Hotline) -> None:
    caller = gongdan.Caller(name="陶女士", phone="13800000000")
    t = office.intake("路灯不亮", channel="来电", caller=caller, appeal="三天", by="坐席07")
    assert "陶女士" not in repr(caller)
    assert {each.field for each in office.texts(t)} == {"matter", "appeal"}
    assert "三天" not in repr(office.texts(t))


def test_reference_data_and_policy(office: Hotline) -> None:
    who = {"by": "管理员", "at": "2020-09-02 08:00"}
    office.add("unit", "县数据局", group="县直", aliases=["数据局"], **who)
    office.rename("unit", "数据局", "县数据和政务局", from_="2020-09-03", **who)
    office.retire("unit", "县数据局", from_="2020-12-01", **who)
    office.provide("handle_limit", {"limit": {"working_days": 7}}, from_="2020-09-02", **who)
    rules = office.rulebook()
    names = [unit["name"] for unit in rules["register"]["unit"]]
    assert "县数据和政务局" in names
    assert rules["provisions"][-1]["value"] == {"limit": {"working_days": 7}}
    desk = {"by": "坐席07", "at": "2020-09-02 09:00"}
    t = office.intake("路灯不亮", channel="来电", **desk)
    t = office.transfer(t, to="县数据局", **desk)
    assert t.handle_by is not None and t.handle_by.date().isoformat() == "2020-09-11"


def test_issues_are_published_and_compared(tmp_path: pathlib.Path, golden_path: pathlib.Path) -> None:
    copy = tmp_path / "copy.db"
    with gongdan.open(golden_path) as source:
        source.backup_to(copy)
    with gongdan.open(copy) as hotline:
        issue = hotline.publish(
            2020, 9, "2020-09", as_of="2020-10-09", by="编辑", at="2020-10-09 18:00"
        )
        assert hotline.issues() == [issue] == [hotline.issue(2020, 9)]
        late = hotline.figures("2020-09", as_of="2020-10-09", by="unit")["县住建局"].tickets("pending")
        unit = {"by": "王五", "unit": "县住建局", "at": "2020-10-09 12:00"}
        with pytest.raises(Refused):  # time on a ticket may run, but not before its last event
            hotline.sign_off(late[0], by="王五", unit="县住建局", at="2020-09-01 12:00")
        hotline.handle(late[0], result="已办", **unit)
        compared = hotline.compare(2020, 9)
        assert compared.intact
        handled = [each for each in compared.corrections if each.count == "handled"]
        assert handled and all(late[0] in each.appeared for each in handled)


def test_a_backup_is_a_file_of_its_own(office: Hotline, lamp: Ticket, tmp_path: pathlib.Path) -> None:
    copy = tmp_path / "copy.db"
    office.backup_to(copy)
    with pytest.raises(gongdan.AlreadyExists):
        office.backup_to(copy)
    with gongdan.open(os.fspath(copy)) as copied:
        assert copied.head() == office.head()
        assert copied.verify().is_sound


def test_an_office_command_is_safe_to_send_twice(office: gongdan.Hotline) -> None:
    who = {"by": "值班长", "at": "2020-09-25 08:00"}
    counted = office.record_contacts("来电", "2020-09-24", 40, request="c-1", **who)
    head = office.head()
    again = office.record_contacts("来电", "2020-09-24", 40, request="c-1", **who)
    assert again == counted and office.head() == head, "one effect, the same answer"
    assert office.contacts("2020-09", as_of="2020-10-09")["来电"] == 40
    with pytest.raises(gongdan.Conflict):
        office.record_contacts("来电", "2020-09-24", 41, request="c-1", **who)
    with office.batch() as many:
        many.add("unit", "县园林中心", request="u-1", **who)
    assert office.add("unit", "县园林中心", request="u-1", **who)[0].event == "entry_added"
    with pytest.raises(gongdan.InvalidInput):
        office.retire("unit", "县园林中心", from_="2021-01-01", request="", **who)
