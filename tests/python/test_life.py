"""Opening, living, batches and dry runs."""

from __future__ import annotations

import os
import pathlib
import pickle
from datetime import datetime, timedelta, timezone

import pytest

import gongdan
from gongdan import (
    Centre,
    Closed,
    Conflict,
    Hotline,
    InvalidInput,
    NotFound,
    ReadOnly,
    Refused,
    Supervisor,
    Ticket,
    Unit,
)

UNIT = "县城管执法局"


@pytest.fixture
def desk(office: Hotline) -> Centre:
    return office.centre(by="坐席07", at="2020-09-24 17:10")


def test_a_ticket_is_lived_and_each_answer_is_the_new_ticket(office: Hotline, lamp: Ticket) -> None:
    assert (lamp.stage, lamp.version, lamp.unit) == ("transferred", 2, "县城管执法局")
    assert lamp.handle_by == datetime(2020, 9, 30, 23, 59, 59, 999000, gongdan.BEIJING)
    unit = office.unit(UNIT, by="李四", at="2020-09-25 09:10")
    signed = unit.sign_off(lamp)
    handled = unit.at("2020-09-28 10:00").handle(signed, result="已修复")
    assert [each.event for each in handled.written] == ["handled"]
    assert office.ticket(handled.number) == handled == office.ticket(handled.id)
    assert lamp.stage == "transferred", "a ticket is what it was when it was read"


@pytest.mark.parametrize(
    "written",
    ["2020/9/25 8:30", "2020.9.25 8:30", "20200925 08:30", "2020年9月25日 8:30", "2020年9月25日8时30分", "２０２０／９／２５　８：３０"],
)
def test_a_moment_is_read_as_people_write_it(office: Hotline, lamp: Ticket, written: str) -> None:
    signed = office.unit(UNIT, by="李四", at=written).sign_off(lamp)
    assert signed.signed_off_at == datetime(2020, 9, 25, 8, 30, tzinfo=gongdan.BEIJING)


@pytest.mark.parametrize("written", ["9/25/2020 8:30", "2020-09-25", "2020-13-01 8:30", "2020-9-25 25:00"])
def test_what_could_be_read_in_two_ways_is_no_moment(office: Hotline, lamp: Ticket, written: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        office.unit(UNIT, by="李四", at=written).sign_off(lamp)
    assert raised.value.argument == "at"


def test_the_version_seen_is_passed_along(desk: Centre, lamp: Ticket) -> None:
    desk.note(lamp, text="催过一次")
    for told in (lambda: desk.note(lamp, text="再催"), lambda: desk.seen(2).note(lamp.id, text="再催")):
        with pytest.raises(Conflict) as raised:
            told()
        assert (raised.value.expected, raised.value.actual) == (2, 3)
    assert desk.seen(3).note(lamp.id, text="再催").version == 4
    assert desk.note(lamp.id, text="三催").version == 5, "an id alone does not say what was seen"


def test_a_request_sent_twice_has_one_effect(desk: Centre, lamp: Ticket) -> None:
    sent = desk.request("r-1")
    once, twice = sent.note(lamp.id, text="催"), sent.note(lamp.id, text="催")
    assert (once.repeated, twice.repeated, twice.version) == (False, True, 3)


def test_actors_are_frozen_compared_and_show_who_they_are(office: Hotline, desk: Centre) -> None:
    assert desk == office.centre(by="坐席07", at="2020-09-24 17:10") and len({desk, desk}) == 1
    assert desk != desk.request("r-1") != desk.seen(1) and desk.request("r-1").by == "坐席07"
    with pytest.raises(AttributeError):
        desk.by = "他人"  # type: ignore[misc]
    unit = office.unit(UNIT, by="李四")
    assert (repr(desk), repr(unit)) == ("<Centre by 坐席07>", "<Unit 县城管执法局 by 李四>")
    assert unit.name == UNIT and isinstance(unit.seen(1), Unit)


def test_moments_are_beijing_whatever_their_zone(office: Hotline) -> None:
    utc = datetime(2020, 9, 1, 1, 12, tzinfo=timezone.utc)
    for at in (utc, datetime(2020, 9, 1, 9, 12), "2020-09-01 09:12", "2020-09-01T01:12:00Z"):
        ticket = office.centre(by="坐席07", at=at).intake("路灯不亮", channel="来电")
        assert ticket.accepted_at == utc
        assert ticket.accepted_at.utcoffset() == timedelta(hours=8)
    before = datetime.now(timezone.utc) - timedelta(seconds=1)
    desk = office.centre(by="坐席07")
    assert desk.intake("路灯不亮", channel="来电").accepted_at > before


def test_roles_are_declared(office: Hotline, lamp: Ticket) -> None:
    supervisor = office.supervisor(by="督查室", at="2020-09-25 09:00")
    supervised = supervisor.supervise(lamp, demand="三日内答复", unit=UNIT)
    unit = office.unit(UNIT, by="李四", at="2020-09-25 10:00")
    answered = unit.answer(supervised, no=1, result="已安排")
    assert answered.version == 4 and not hasattr(unit, "urge")
    with pytest.raises(Refused) as raised:
        unit.execute(answered, {"urge": {"text": "快"}})
    assert raised.value.code == "wrong_role" and "urge" not in raised.value.allowed


def test_what_a_role_may_never_do_is_not_on_it() -> None:
    assert not hasattr(Hotline, "transfer") and not hasattr(gongdan.Batch, "add")
    assert not hasattr(Unit, "transfer") and not hasattr(Unit, "add")
    assert not hasattr(Supervisor, "handle") and not hasattr(Centre, "handle")
    assert all(hasattr(each, "note") for each in (Centre, Unit, Supervisor))


def test_a_batch_is_all_or_nothing(office: Hotline) -> None:
    who = {"by": "坐席07", "at": "2020-09-01 09:12"}
    with pytest.raises(RuntimeError), office.batch() as many:
        many.centre(**who).intake("路灯不亮", channel="来电")
        assert many.find().total == 1, "the batch sees what it did"
        raise RuntimeError("somebody changed their mind")
    assert office.find().total == 0
    with office.batch() as many:
        desk = many.centre(**who)
        ticket = desk.intake("路灯不亮", channel="来电")
        with pytest.raises(Refused):
            desk.execute(ticket, "sign_off")
        desk.resolve_online(ticket)
    assert [each.event for each in many.written] == ["taken_in", "resolved_online"]
    assert office.find(stage="closed").total == 1
    with pytest.raises(Closed):
        desk.intake("路灯不亮", channel="来电")


def test_a_refused_row_takes_none_along_and_leaves_no_half(office: Hotline) -> None:
    who = {"by": "坐席07", "at": "2020-09-01 09:12"}
    refused = []
    with office.batch() as many:
        desk = many.centre(**who)
        for nth in range(6):
            try:
                with many.row() as row:
                    assert row is many
                    ticket = desk.request(f"row-{nth}").intake(f"第{nth}件", channel="来电")
                    desk.execute(ticket, "sign_off" if nth % 2 else "resolve_online")
            except Refused as error:
                refused.append((nth, error.code))
        with pytest.raises(InvalidInput, match="batch"), many.row(), many.row():
            pass
        assert many.find().total == 3
    assert [nth for nth, _ in refused] == [1, 3, 5]
    assert [each.event for each in many.written] == ["taken_in", "resolved_online"] * 3
    assert {each.matter for each in office.find()} == {"第0件", "第2件", "第4件"}
    with pytest.raises(Refused), office.batch() as many, many.row():
        desk = many.centre(**who)
        desk.execute(desk.intake("不留一半", channel="来电"), "sign_off")
    with office.dry_run() as trial, trial.row():
        trial.centre(**who).intake("试一试", channel="来电")
    assert [each.event for each in trial.written] == ["taken_in"]
    with pytest.raises(Closed):
        trial.row().__enter__()
    assert office.find().total == 3 and office.verify().is_sound


def test_a_dry_run_writes_nothing(office: Hotline, lamp: Ticket) -> None:
    head = office.head()
    with office.dry_run() as trial:
        trial.centre(by="管理员", at="2020-09-24 17:10").recall(lamp)
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
            hotline.centre(by="坐席07").intake("路灯不亮", channel="来电")


def test_somebody_else_writing_is_waited_for(office: Hotline) -> None:
    with office.batch(), gongdan.open(office.path, patience=0.2) as other:
        with pytest.raises(TimeoutError):
            other.centre(by="坐席07").intake("路灯不亮", channel="来电")


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
    desk = office.centre(by="坐席07")
    t = desk.intake("路灯不亮", channel="来电", caller_name="陶女士", caller_phone="13800000000", appeal="三天")
    assert "陶女士" not in repr(gongdan.Caller(name="陶女士"))
    assert {each.field for each in office.texts(t)} == {"matter", "appeal"}
    assert "三天" not in repr(office.texts(t))


def test_reference_data_and_policy(office: Hotline) -> None:
    keeper = office.centre(by="管理员", at="2020-09-02 08:00")
    keeper.add("unit", "县数据局", group="县直", aliases=["数据局"])
    keeper.rename("unit", "数据局", "县数据和政务局", from_="2020-09-03")
    keeper.retire("unit", "县数据局", from_="2020-12-01")
    keeper.provide("handle_limit", {"limit": {"working_days": 7}}, from_="2020-09-02")
    rules = office.rulebook()
    names = [unit["name"] for unit in rules["register"]["unit"]]
    assert "县数据和政务局" in names
    assert rules["provisions"][-1]["value"] == {"limit": {"working_days": 7}}
    desk = office.centre(by="坐席07", at="2020-09-02 09:00")
    t = desk.transfer(desk.intake("路灯不亮", channel="来电"), lead="县数据局")
    assert t.handle_by is not None and t.handle_by.date().isoformat() == "2020-09-11"


def test_a_moment_far_from_all_others_is_taken_when_it_is_meant(tmp_path: pathlib.Path) -> None:
    made = gongdan.create(
        tmp_path / "h.db", region=430424, name="衡东县", office="局", by="主任", at="2020-01-01 00:00"
    )
    with made as hotline:
        desk = hotline.centre(by="坐席", at="2020-01-02 09:00")
        desk.add("channel", "来电", channel_kind="call")
        desk.at("2020-01-03 09:00").intake("路灯不亮", channel="来电")
        with pytest.raises((Refused, InvalidInput), match="2062"):
            desk.at("2062-06-01 09:00").intake("打错年份", channel="来电")
        assert desk.at("2062-06-01 09:00").meant().intake("确实如此", channel="来电").stage == "accepted"


def test_a_path_names_a_category_and_a_level_sums_what_is_below(office: Hotline) -> None:
    desk = office.centre(by="坐席07", at="2020-09-24 17:10")
    for path in ("水务甲", "水务甲>供水甲", "水务甲>供水甲>其他", "水务甲>其他"):
        desk.add("category", path)
    for category in ("水务甲>供水甲>其他", "水务甲/其他", "供水甲"):
        ticket = desk.intake("路灯不亮", channel="来电", category=category, external=f"W-{category}")
        assert office.find(external=f"W-{category}") == [ticket]
    with pytest.raises(InvalidInput, match="several are called"):
        desk.intake("路灯不亮", channel="来电", category="其他")
    asked = {"as_of": "2020-10-09", "by": "category"}
    single = office.figures("2020-09", **asked)  # type: ignore[arg-type]
    assert {"水务甲>供水甲>其他", "水务甲>其他", "水务甲>供水甲"} <= {row.name for row in single}
    assert office.figures("2020-09", level=1, **asked)["水务甲"].accepted == 3  # type: ignore[arg-type]
    assert office.find(category="供水甲").total == 2


def test_a_number_prints_what_was_published(tmp_path: pathlib.Path, golden_path: pathlib.Path) -> None:
    copy = tmp_path / "copy.db"
    with gongdan.open(golden_path) as source:
        source.backup_to(copy)
    with gongdan.open(copy) as hotline:
        draft = hotline.bulletin("2020-09", as_of="2020-10-09").markdown()
        editor = hotline.centre(by="编辑", at="2020-10-09 18:00")
        words = {"year": 2020, "number": 9, "to": ["四大家"], "format": "hengdong-2023"}
        issue = editor.publish("2020-09", as_of="2020-10-09", **words)  # type: ignore[arg-type]
        assert issue.imprint is not None and issue.imprint["to"] == ["四大家"]
        printed = hotline.published(2020, 9)
        assert "报:四大家" in printed.markdown() and "(草稿)" in draft and "(草稿)" not in printed.markdown()
        again = hotline.bulletin("2020-09", as_of="2020-12-31", number=9)
        assert again.model == printed.model
        assert hotline.compare(2020, 9).withheld == ()
        with pytest.raises(InvalidInput):
            hotline.published(2020, 9, format="plain")
        with pytest.raises(NotFound):
            hotline.published(2020, 8)


def test_issues_are_published_and_compared(tmp_path: pathlib.Path, golden_path: pathlib.Path) -> None:
    copy = tmp_path / "copy.db"
    with gongdan.open(golden_path) as source:
        source.backup_to(copy)
    with gongdan.open(copy) as hotline:
        editor = hotline.centre(by="编辑", at="2020-10-09 18:00")
        issue = editor.publish("2020-09", as_of="2020-10-09", year=2020, number=9)
        assert hotline.issues() == [issue] == [hotline.issue(2020, 9)]
        late = hotline.figures("2020-09", as_of="2020-10-09", by="unit")["县住建局"].tickets("pending")
        unit = hotline.unit("县住建局", by="王五", at="2020-10-09 12:00")
        with pytest.raises(Refused):  # time on a ticket may run, but not before its last event
            unit.at("2020-09-01 12:00").sign_off(late[0])
        unit.handle(late[0], result="已办")
        compared = hotline.compare(2020, 9)
        assert compared.intact
        handled = [each for each in compared.corrections if each.count == "handled"]
        assert handled and all(late[0] in each.appeared for each in handled)
        assert compared.corrected == ()
        truly = datetime(2020, 10, 9, 11)
        editor.correct(late[0], fact="handle", moment=truly, reason="补录")
        (corrected,) = hotline.compare(2020, 9).corrected
        assert (corrected.ticket, corrected.fact, corrected.by) == (late[0], "handle", "编辑")
        assert [str(moment)[:16] for moment in (corrected.before, corrected.to)] == ["2020-10-09 12:00", "2020-10-09 11:00"]
        stated = next(entry for entry in hotline.history(late[0]) if entry.event == "handled")
        assert (stated.at, stated.counts_at) == (corrected.before, corrected.to)
        with pytest.raises(InvalidInput):  # a bare date says too little
            editor.correct(late[0], fact="handle", moment="2020-10-09", reason="补录")


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
    keeper = office.centre(**who)
    counted = keeper.request("c-1").record_contacts("来电", "2020-09-24", 40)
    head = office.head()
    again = keeper.request("c-1").record_contacts("来电", "2020-09-24", 40)
    assert again == counted and office.head() == head, "one effect, the same answer"
    assert office.contacts("2020-09", as_of="2020-10-09")["来电"] == 40
    with pytest.raises(gongdan.Conflict):
        keeper.request("c-1").record_contacts("来电", "2020-09-24", 41)
    with office.batch() as many:
        many.centre(**who).request("u-1").add("unit", "县园林中心")
    assert keeper.request("u-1").add("unit", "县园林中心")[0].event == "entry_added"
    with pytest.raises(gongdan.InvalidInput) as raised:
        keeper.request("").retire("unit", "县园林中心", from_="2021-01-01")
    assert raised.value.argument == "request"


def test_a_file_is_kept_with_its_bytes(office: Hotline, lamp: Ticket, tmp_path: pathlib.Path) -> None:
    photo = tmp_path / "修复后.JPG"
    photo.write_bytes(bytes(range(256)) * 16)
    unit = office.unit(UNIT, by="李四", at="2020-09-25 09:10")
    once = unit.attach_file(lamp, photo)
    assert (once.attachments, [each.event for each in once.written]) == (1, ["attached"])
    assert unit.attached_file(once, 1) == office.attached_file(lamp.id, 1) == photo.read_bytes()
    large = b"\xff" * (2 << 20)
    assert office.centre(by="坐席07", at="2020-09-25 09:20").attach_file(lamp.id, large, name="通话.wav").attachments == 2
    assert unit.attached_file(lamp.id, 2) == large
    assert office.verify().is_sound
    told = {text.field: text.content for text in office.texts(lamp) if text.field.startswith("file_")}
    assert told["file_name"] == "通话.wav"
    with pytest.raises(InvalidInput) as raised:
        unit.attach_file(lamp.id, b"", name="空.txt")
    with pytest.raises(gongdan.NotFound, match="没有这个文件|no such file"):
        unit.attach_file(lamp.id, tmp_path / "不在.jpg")
    with pytest.raises(gongdan.InvalidInput) as unread:
        unit.attach_file(lamp.id, tmp_path)
    assert unread.value.argument == "content"
    assert raised.value.argument == "size"
    with pytest.raises(NotFound):
        unit.attached_file(lamp.id, 3)
    with pytest.raises(NotFound):
        office.unit("县教育局", by="王五").attached_file(lamp.id, 1)


def test_a_code_of_a_scheme_names_its_entry(office: Hotline, lamp: Ticket) -> None:
    desk = office.centre(by="管理员", at="2020-09-24 17:00")
    desk.code("category", "城市管理", scheme="GB/T 39666", code="010000")
    assert desk.code("category", "城市管理", scheme="GB/T 39666", code="010000") == []
    assert desk.reclassify(lamp.id, category="010000").category == "城市管理"
    assert [each.id for each in office.find(category="GB/T 39666:010000")] == [lamp.id]
    with pytest.raises(InvalidInput) as raised:
        office.find(category="010001")
    assert raised.value.argument == "category" and "010000" in str(raised.value)
    desk.code("category", "城市管理", scheme="GB/T 39666", code=None)
    with pytest.raises(InvalidInput):
        office.find(category="010000")
