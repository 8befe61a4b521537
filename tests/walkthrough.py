"""The walkthrough of tests/tests/walkthrough.rs, told through the Python package.

`python tests/walkthrough.py` prints the transcript; it equals tests/walkthrough.txt byte for byte.
"""

from __future__ import annotations

import os
import sys
import tempfile
from typing import Callable, List, Optional, Sequence

import gongdan
from gongdan import Centre, Figures, GongdanError, Refused, Row, Ticket
from gongdan._words import MEASURES, event_term, words

SEPTEMBER = {"period": "2020-09", "as_of": "2020-10-09"}


class Walk:
    """The story while it is told."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.lines: List[str] = []
        path = os.path.join(folder, "story.db")
        self.hotline = gongdan.create(
            path,
            region=430424,
            name="衡东县",
            office="衡东县行政审批服务局",
            by="管理员",
            at="2020-09-01 08:00",
        )

    def desk(self, by: str, at: str) -> Centre:
        return self.hotline.centre(by=by, at=at)

    def say(self, line: str) -> None:
        self.lines.append(line + "\n")

    def tell(self) -> str:
        self.register()
        lamp = self.main_path()
        self.returned()
        self.refusals(lamp)
        self.batches()
        self.difficult()
        self.promises(lamp)
        self.lists()
        self.figures()
        self.issue()
        self.other_rules()
        self.files()
        self.hotline.close()
        return "".join(self.lines)

    def register(self) -> None:
        self.say("== register")
        entries = [
            ("channel", "来电", {"channel_kind": "call"}),
            ("channel", "市12345平台", {"channel_kind": "平台转派"}),
            ("category", "城市管理", {}),
            ("category", "供水供电", {}),
            ("unit", "县城管执法局", {"aliases": ["城管局"], "group": "县直"}),
            ("unit", "县住建局", {"group": "县直"}),
            ("unit", "草市镇人民政府", {"group": "乡镇"}),
        ]
        for species, name, more in entries:
            written = self.desk("管理员", "2020-09-01 08:10").add(species, name, **more)
            self.say(f"{name}: {' '.join(each.event for each in written)}")
        keeper = self.desk("值班长", "2020-09-25 08:00")
        written = keeper.record_contacts("来电", "2020-09-24", 5)
        self.say(f"contacts: {written[0].event}")

    def done(self, name: str, act: Callable[[], Ticket]) -> Optional[Ticket]:
        try:
            ticket = act()
        except GongdanError as error:
            self.failed(name, error)
            return None
        self.receipt(name, ticket)
        return ticket

    def receipt(self, name: str, ticket: Ticket) -> None:
        events = " ".join(each.event for each in ticket.written)
        again = " repeated" if ticket.repeated else ""
        self.say(f"{name}: {ticket.number} v{ticket.version} {ticket.stage} [{events}]{again}")

    def failed(self, name: str, error: GongdanError) -> None:
        if isinstance(error, Refused):
            head = f"{name}: {error.word} {error.code} {error.stage} {error.asked}"
            self.say(f"{head} [{' '.join(error.allowed)}]")
        else:
            self.say(f"{name}: {error.word}")
        self.say(f"    {error.message('zh')}")
        self.say(f"    {error.message('en')}")

    def main_path(self) -> Ticket:
        self.say("== main path")
        desk, unit = self.desk("坐席07", "2020-09-24 16:50"), self.hotline.unit("县城管执法局", by="李四")
        t = desk.intake("路灯不亮", channel="来电", category="城市管理", appeal="三天没亮")
        self.receipt("intake", t)
        t = self.desk("管理员", "2020-09-24 16:59").transfer(t, lead="城管局")
        self.receipt("transfer", t)
        self.view(t)
        early = unit.at("2020-09-25 09:00")
        self.done("handle unsigned", lambda: early.handle(t, result="已修复"))
        signed = unit.at("2020-09-25 09:10").sign_off(t)
        self.receipt("sign off", signed)
        t = unit.at("2020-09-28 10:00").handle(signed, result="已修复")
        self.receipt("handle", t)
        caller = self.desk("回访员", "2020-09-28 15:00")
        t = caller.callback(t, outcome="reached", satisfaction="不满意", solved=False)
        self.receipt("callback", t)
        t = caller.at("2020-09-28 15:05").rework(t, reason="仍有两盏不亮")
        self.receipt("rework", t)
        t = unit.at("2020-09-29 11:00").handle(t, result="全部修复")
        self.receipt("handle again", t)
        caller = caller.at("2020-09-29 15:00")
        t = caller.callback(t, outcome="reached", satisfaction="very_satisfied")
        self.receipt("callback", t)
        t = caller.at("2020-09-29 15:10").close(t, outcome="solved")
        self.receipt("close", t)
        self.view(t)
        return t

    def view(self, ticket: Ticket) -> None:
        def by(moment: object) -> str:
            return "-" if moment is None else str(moment)[:19]

        self.say(
            f"    {ticket.number} {ticket.channel} {ticket.category or '-'} {ticket.unit or '-'} "
            f"sign_off_by {by(ticket.sign_off_by)} handle_by {by(ticket.handle_by)} "
            f"late {yes(ticket.handled_late)} overdue {yes(ticket.overdue('2020-10-09 12:00'))}"
        )

    def returned(self) -> None:
        self.say("== returned")
        h = self.hotline
        matter = {"channel": "市12345平台", "external": "HY-7", "category": "供水供电"}
        for name, at in (("intake", "2020-09-25 10:00"), ("intake again", "2020-09-25 10:30")):
            t = self.desk("坐席08", at).intake("水压不足", **matter)
            self.receipt(name, t)
        keeper = self.desk("管理员", "2020-09-25 10:40")
        t = keeper.transfer(t, lead="县住建局")
        self.receipt("transfer", t)
        unit = h.unit("县住建局", by="王五", at="2020-09-25 11:00")
        t = unit.request_return(t, reason="不属我局")
        self.receipt("request return", t)
        to = {"to": "草市镇人民政府", "remark": "请镇里办理"}
        t = keeper.at("2020-09-25 14:00").grant_return(t, **to)
        self.receipt("grant return", t)
        self.view(t)
        for entry in h.history(t):
            assert entry.term == event_term(entry.event)
            at = str(entry.at)[:19]
            self.say(f"    {at} {entry.event} {entry.term} {entry.by} {entry.unit or '-'}")

    def refusals(self, closed: Ticket) -> None:
        self.say("== refusals")
        desk = self.desk("管理员", "2020-09-30 09:00")
        self.done("transfer closed", lambda: desk.transfer(closed, lead="县住建局"))
        before = desk.at("2020-09-01 09:00")
        self.done("reopen before", lambda: before.reopen(closed, reason="又坏了"))
        unit = self.hotline.unit("县住建局", by="王五", at="2020-09-30 09:00")
        reopen = {"reopen": {"reason": "又坏了"}}
        self.done("reopen by a unit", lambda: unit.execute(closed, reopen))
        self.done("unknown channel", lambda: desk.intake("路灯不亮", channel="来店"))
        self.done("no matter", lambda: desk.intake(" ", channel="来电"))
        self.done("no ticket", lambda: desk.note(430_424_000_099_999, text="补记"))
        self.done("stale", lambda: desk.seen(2).note(closed, text="补记"))
        once = desk.request("note-1")
        for name in ("note", "note sent twice"):
            self.done(name, lambda: once.note(closed.id, text="补记"))
        name = "another under the same request"
        self.done(name, lambda: once.note(closed.id, text="别的话"))

    def batches(self) -> None:
        self.say("== batches")
        who = {"by": "坐席09", "at": "2020-09-30 10:00"}
        matter = {"channel": "来电", "category": "城市管理"}
        with self.hotline.dry_run() as trial:
            desk = trial.centre(**who)
            t = desk.transfer(desk.intake("占道经营", **matter), lead="城管局")
        events = " ".join(each.event for each in trial.written)
        self.say(f"dry run: {t.number} {t.stage} [{events}]")
        try:
            with self.hotline.batch() as many:
                desk = many.centre(**who)
                desk.execute(desk.intake("占道经营", **matter), "sign_off")
        except GongdanError as error:
            self.failed("batch", error)
        with self.hotline.batch() as many:
            desk = many.centre(**who)
            first = desk.transfer(desk.intake("占道经营", **matter), lead="城管局")
            second = desk.intake("咨询社保", channel="来电")
            second = desk.resolve_online(second, answer="已告知")
        self.receipt("batch", first)
        self.receipt("batch", second)

    def difficult(self) -> None:
        self.say("== difficult")
        t = self.desk("坐席09", "2020-09-30 11:00").intake("无主管道渗漏", channel="来电")
        self.receipt("intake", t)
        keeper = self.desk("管理员", "2020-09-30 11:05")
        t = keeper.transfer(t, lead="县住建局")
        self.receipt("transfer", t)
        unit = self.hotline.unit("县住建局", by="王五", at="2020-09-30 11:30")
        t = unit.request_return(t, reason="管道无主")
        self.receipt("request return", t)
        t = keeper.at("2020-09-30 16:00").mark_difficult(t, reason="无单位承办")
        self.receipt("mark difficult", t)
        self.view(t)

    def promises(self, lamp: Ticket) -> None:
        self.say("== promises")
        for promise in self.hotline.explain(lamp):
            self.say(f"{promise.promise} {promise.unit} by {str(promise.by)[:19]}")
            for line in promise.days:
                self.say(f"    {line.day} {line.ordinal or '-'} {line.counted_ms}")

    def lists(self) -> None:
        self.say("== lists")
        filters = {
            "all": {},
            "overdue": {"overdue_on": "2020-10-20 00:00"},
            "closed": {"stage": "closed"},
            "unit": {"unit": "城管局"},
            "text": {"text": "水压"},
            "difficult": {"difficult": True},
        }
        for name, filter in filters.items():
            found = self.hotline.find(**filter)
            self.say(f"{name}: {found.total} {' '.join(each.number for each in found)}")

    def figures(self) -> None:
        self.say("== figures")
        figures = self.hotline.figures(**SEPTEMBER)
        (row,) = figures.rows
        for count in words("Count"):
            if count in row.counts:
                self.say(f"{count} {gongdan.term('Count', count)} {row.counts[count]}")
        for name, term, rule in MEASURES:
            rate = getattr(figures.total, name, None)
            if rate is not None:
                exact = f"{rate.numerator}/{rate.denominator}"
                self.say(f"{name} {term} {exact} {rate} ({rule})")
        for by in ("category", "unit", "channel"):
            figures = self.hotline.figures(by=by, **SEPTEMBER)
            self.say(f"by {by}")
            for row in figures:
                self.row(row)
        for channel, contacts in self.hotline.contacts(**SEPTEMBER).items():
            self.say(f"contacts {channel} {contacts}")
        account = self.hotline.account(**SEPTEMBER)
        into = f"{len(account.opening)} + {len(account.taken_in)} + {len(account.reopened)}"
        self.say(f"account {into} = {len(account.ended)} + {len(account.carried_out)}")

    def row(self, row: Row) -> None:
        accepted, pending = (numbers(row.tickets(count)) for count in ("accepted", "pending"))
        self.say(
            f"    {row.name}: accepted {row.accepted} [{accepted}] "
            f"pending {row.pending} [{pending}] returned {row.returned}"
        )

    def issue(self) -> None:
        self.say("== issue")
        h = self.hotline
        editor = self.desk("编辑", "2020-10-09 18:00")
        issue = editor.publish(**SEPTEMBER, year=2020, number=9)
        self.say(
            f"published {issue.year} {issue.number} by {issue.by} seen {issue.seen} "
            f"difficult {len(issue.difficult)} tables {len(issue.tables)}"
        )
        try:
            editor.publish(**SEPTEMBER, year=2020, number=9)
        except GongdanError as error:
            self.failed("publish again", error)
        compared = h.compare(2020, 9)
        self.say(f"intact {yes(compared.intact)} corrections {len(compared.corrections)}")
        self.say(f"followed up {len(h.followed_up(as_of='2020-11-09'))}")

    def other_rules(self) -> None:
        self.say("== other rules")
        one_day = {"limit": {"working_days": 1}}
        sooner = gongdan.provision("handle_limit", one_day, from_="2020-09-01")
        was, would_be = self.hotline.what_if(provisions=[sooner], **SEPTEMBER)

        def rate(figures: Figures) -> str:
            rate = figures.rate("in_time_rate")
            return f"{rate.numerator}/{rate.denominator}"

        late = f"{was.total.handled_late} -> {would_be.total.handled_late}"
        self.say(f"handled late {late}, in time {rate(was)} -> {rate(would_be)}")

    def files(self) -> None:
        self.say("== files")
        h = self.hotline
        verified = h.verify()
        counted = f"{verified.events} events {verified.tickets} tickets"
        self.say(f"verified {counted} {len(verified.findings)} findings")
        copy = os.path.join(self.folder, "copy.db")
        h.backup_to(copy)
        with gongdan.open(copy) as copied:
            self.say(f"copy has the same head: {yes(copied.head() == h.head())}")
        sql = "SELECT category, accepted FROM v1_by_category WHERE month = '2020-09'"
        for row in h.query(sql):
            self.say("    " + " ".join(shown(cell) for cell in row.values()))
        try:
            h.query("DELETE FROM ticket")
        except GongdanError as error:
            self.failed("delete", error)


def yes(flag: bool) -> str:
    return "yes" if flag else "no"


def shown(cell: object) -> str:
    return "-" if cell is None else str(cell)


def numbers(refs: Sequence[gongdan.TicketRef]) -> str:
    return " ".join(ref.number for ref in refs)


def transcript() -> str:
    with tempfile.TemporaryDirectory() as folder:
        return Walk(folder).tell()


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(transcript())
