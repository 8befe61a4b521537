"""The office's scenarios (tests/scenarios), lived through the Python package."""

from __future__ import annotations

import json
import pathlib

import pytest

import gongdan
from conftest import ROOT
from gongdan import Hotline

SCENARIOS = sorted((ROOT / "tests/scenarios").glob("*.json"))


def begin(path: pathlib.Path) -> Hotline:
    who = {"by": "管理员", "at": "2020-07-01 00:00"}
    founding = {"region": 430424, "name": "衡东县", "office": "衡东县行政审批服务局"}
    hotline = gongdan.create(path, **founding, **who)
    desk = hotline.centre(**who)
    desk.add("channel", "来电", channel_kind="call")
    desk.add("category", "城市管理")
    desk.add("unit", "县城管执法局", aliases=["城管局"], group="县直")
    for unit in ("县住建局", "县水利局", "县公安局", "县教育局", "河西管委会"):
        desk.add("unit", unit, group="县直")
    desk.add("unit", "草市镇人民政府", group="乡镇")
    desk.add("unit", "市政科", parent="县城管执法局")
    return hotline


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_a_scenario_is_lived(path: pathlib.Path, tmp_path: pathlib.Path) -> None:
    tickets: dict = {}
    with begin(tmp_path / "story.db") as hotline:
        for step in json.loads(path.read_text(encoding="utf-8"))["steps"]:
            live(hotline, tickets, step)
        assert hotline.verify().is_sound


def test_there_are_scenarios() -> None:
    assert len(SCENARIOS) >= 10


def live(hotline: Hotline, tickets: dict, step: dict) -> None:
    if "do" in step:
        act(hotline, tickets, step)
    elif "figures" in step:
        count(hotline, step)
    elif "overdue" in step:
        found = [ticket.id for ticket in hotline.find(overdue_on=step["overdue"])]
        assert sorted(found) == sorted(tickets[name] for name in step["then"]), step
    elif "related" in step:
        found = [ticket.id for ticket in hotline.find(related=step["related"])]
        assert sorted(found) == sorted(tickets[name] for name in step["then"]), step
    elif "sample" in step:
        asked = {name: step[name] for name in ("sample", "seed", "as_of")}
        found = [ticket.id for ticket in hotline.find(**asked)]
        assert sorted(found) == sorted(tickets[name] for name in step["then"]), step
    elif "followed_up" in step:
        found = hotline.followed_up(as_of=step["followed_up"])
        assert sorted(found) == sorted(tickets[name] for name in step["then"]), step
    elif "policy" in step:
        policy = step["policy"]
        desk = hotline.centre(by="管理员", at=step.get("at", "2020-07-02 00:00"))
        desk.provide(policy["setting"], policy["value"], from_=policy.get("from"))
    else:
        issue = step["publish"]
        desk = hotline.centre(by=step["by"], at=step["at"])
        desk.publish(
            issue["period"], as_of=issue["as_of"], year=issue["year"], number=issue["number"]
        )
        compared = hotline.compare(issue["year"], issue["number"])
        assert compared.intact and not compared.corrections, step


def act(hotline: Hotline, tickets: dict, step: dict) -> None:
    who = {"by": step["by"], "at": step["at"]}
    command = step["do"]
    if isinstance(command, dict) and "relate" in command:
        command = {"relate": {"main": tickets[command["relate"]["main"]]}}

    def do() -> gongdan.Ticket:
        if isinstance(command, dict) and "intake" in command:
            return hotline.centre(**who).intake(**command["intake"])
        unit = step.get("unit")
        actor = hotline.centre(**who) if unit is None else hotline.unit(unit, **who)
        return actor.execute(tickets[step["ticket"]], command)

    if "refused" in step:
        with pytest.raises(gongdan.Refused) as raised:
            do()
        assert raised.value.code == step["refused"], step
        return
    ticket = do()
    tickets[step["ticket"]] = ticket.id
    for name, wanted in step.get("then", {}).items():
        found = getattr(ticket, name)
        found = str(found)[:19] if name.endswith("_by") and found is not None else found
        assert found == wanted, (name, step)


def count(hotline: Hotline, step: dict) -> None:
    asked = step["figures"]
    question = {name: asked[name] for name in ("period", "as_of", "by", "basis") if name in asked}
    figures = hotline.figures(**question)
    row = figures[asked["row"]] if "row" in asked else figures.total
    for name, wanted in step["then"].items():
        assert row.counts.get(name, 0) == wanted, (name, step)
        if name in row.counts and not name.endswith(("_times", "_minutes", "_points", "_most")):
            assert len(row.tickets(name)) == wanted, (name, step)
