"""What a type checker has to refuse: every line that ends in "wrong", and no other. Nothing here runs."""

import gongdan


def misuse(hotline: gongdan.Hotline, ticket: gongdan.Ticket) -> None:
    desk = hotline.centre(by="坐席07")
    unit = hotline.unit("县城管执法局", by="李四")
    supervisor = hotline.supervisor(by="督查室")
    desk.intake("路灯不亮", channel="来电", kind="求助", urgency="urgent")
    desk.intake("路灯不亮", channel="来电", kind="求救")  # wrong
    desk.intake("路灯不亮")  # wrong
    desk.close(ticket, outcome="solvd")  # wrong
    desk.close(ticket, outcome="已解决")  # wrong
    desk.transfer(ticket, to="县住建局")  # wrong
    desk.transfer(ticket, lead="县住建局", by="坐席07")  # wrong
    desk.handle(ticket, result="已修复")  # wrong
    unit.transfer(ticket, lead="县住建局")  # wrong
    unit.request_extension(ticket, days="三", reason="缺料")  # wrong
    supervisor.close(ticket, outcome="solved")  # wrong
    hotline.transfer(ticket, lead="县住建局")  # wrong
    unit.find(open=True, stage="已签收")
    unit.bulletin("2020-09", as_of="2020-10-09")  # wrong
    unit.rank("2020-09", as_of="2020-10-09")  # wrong
    unit.reveal_history(ticket, reason="回电")  # wrong
    supervisor.reveals("2020-09")
    hotline.analyst().rank("2020-09", as_of="2020-10-09")
    hotline.analyst().texts(ticket)  # wrong
    hotline.analyst().note(ticket, text="补记")  # wrong
    hotline.analyst(by="丙")  # wrong
    hotline.find(stage="sigend_off")  # wrong
    hotline.find(stage=["closed", "已结案"])
    hotline.tickets(overdue="2020-10-09")  # wrong
    hotline.events(open=True, accepted="2020-09")
    hotline.events(opened=True)  # wrong
    hotline.figures("2020-09", as_of="2020-10-09", by="units")  # wrong
    hotline.figures("2020-09", as_of="2020-10-09", basis="flows")  # wrong
    hotline.figures_of([{"period": "2020-09", "as_of": "2020-10-09", "by": ["unit", "month"]}])
    hotline.figures_of([{"period": "2020-09"}])  # wrong
    hotline.rank("2020-09", as_of="2020-10-09", by="unit")  # wrong
    hotline.between("2020-09", as_of="2020-10-09", counted="acepted", not_counted="closed")  # wrong
    desk.add("units", "县数据局")  # wrong
    hotline.figures("2020-09", as_of="2020-10-09", measures=["accepted", "综合办结率"])
    hotline.figures("2020-09", as_of="2020-10-09", measures=["closure_rat"])  # wrong
    hotline.figures((2020, 9), as_of="2020-10-09")  # wrong
    hotline.reveals(202009)  # wrong


def figures(table: gongdan.Figures, bulletin: gongdan.Bulletin) -> None:
    row = table["县住建局"]
    print(row.accepted + 1, row.closure_rate.fraction, row["受理件数"] + 1, row["closure_rate"] > 0.9)
    print(row.acepted)  # wrong
    print(row.closure_rat)  # wrong
    print(row.accepted.fraction)  # wrong
    print(row.closure_rate + 1)  # wrong
    print(row.closure_rate > "0.9")  # wrong
    print(row["closure_rat"])  # wrong
    print(row.rate("accepted"))  # wrong
    print(row.tickets("closure_rate"))  # wrong
    print(table.total.waitin)  # wrong
    print(table.rate("综合办结"))  # wrong
    print(table.share(row, "acepted"))  # wrong
    print(bulletin.accepted + 1, bulletin.closure_rate * 2, bulletin.by_unit.total.pending)
    print(bulletin.acepted)  # wrong
    print(bulletin.by_unit.total.pendin)  # wrong
    row.accepted = 5  # wrong
