"""A sample of use, for `mypy --strict`: nothing here runs."""

from datetime import date, datetime
from fractions import Fraction
from typing import Dict, List, Optional, Tuple

import gongdan


def look(path: str) -> List[str]:
    with gongdan.open(path, read_only=True) as hotline:
        bulletin = hotline.bulletin("2020-09", as_of=date(2020, 10, 9))
        rate: gongdan.Rate = bulletin.by_unit.total.rate("closure_rate")
        exact: Optional[Fraction] = rate.fraction
        numbers = [ref.number for ref in bulletin.by_unit["县住建局"].tickets("pending")]
        by_month = hotline.figures("2020", as_of="2021-01-09", by=["unit", "month"])
        contacts: Dict[str, int] = hotline.contacts("2020-09", as_of="2020-10-09")
        print(exact, by_month.as_of.year, sum(contacts.values()))
        return numbers


def live(path: str, now: datetime) -> gongdan.Ticket:
    with gongdan.open(path, patience=1.5) as hotline, hotline.batch() as many:
        desk = many.centre(by="坐席07", at=now)
        ticket = desk.intake("路灯不亮", channel="来电", kind="求助")
        ticket = desk.request("t-1").transfer(ticket, lead="县城管执法局")
        unit: gongdan.Unit = many.unit("县城管执法局", by="李四").seen(2)
        try:
            unit.handle(ticket, result="已修复")
        except gongdan.Refused as no:
            codes: List[str] = [no.code, no.stage, *no.allowed]
            print(codes)
        by: Optional[datetime] = ticket.handle_by
        print(by)
        return ticket


def frames(hotline: gongdan.Hotline) -> int:
    frame = hotline.tickets(unit="县住建局", columns=["number", "stage"]).to_polars()
    return frame.height


def look_after(path: str, ticket: gongdan.Ticket) -> List[str]:
    with gongdan.open(path) as hotline:
        desk: gongdan.Centre = hotline.centre(by="坐席07")
        masked: Optional[str] = hotline.caller(ticket).name
        phone: Optional[str] = desk.reveal(ticket, reason="核实地址").phone
        typed: List[str] = [
            text.content
            for entry in desk.reveal_history(ticket, reason="回电")
            for text in entry.texts
        ]
        old = [each.number for each in hotline.retention(as_of="2030-01-01", months=36)]
        print(typed, old)
        records = desk.subject_export(phone or "", reason="本人申请")
        seen: List[Optional[str]] = [each.reason for each in hotline.reveals("2020", by="坐席07")]
        print(seen)
        desk.request("c-1").record_contacts("来电", "2020-09-01", 3)
        desk.erase_person(phone=phone, reason="本人申请")
        report = hotline.backup_verified(path + ".copy")
        sound: bool = hotline.verify(anchors=[report.head]).is_sound
        print(masked, len(records), sound, hotline.health().log_bytes)
        head: Tuple[int, str] = hotline.journal_to(path + ".jsonl", progress=lambda done, of: None)
        print(gongdan.from_journal(path + ".jsonl", path + ".again").head == head)
        kept: Optional[int] = gongdan.salvage(path, path + ".new").events_before
        try:
            hotline.empty_log()
        except gongdan.GongdanError as error:
            return [error.outcome] if error.retry else []
        return [str(kept)]
