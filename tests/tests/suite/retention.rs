//! Retention: whose data has been kept for long enough, told from ends that stand.

use gongdan::{
    CloseOutcome, Command, ErrorKind, Hotline, Intake, Satisfaction, Stamp, Subject, TicketId,
};
use gongdan_tests::{Folder, at, found};

fn desk(time: &str) -> Stamp {
    Stamp::centre("坐席07", at(time))
}

fn take(hotline: &mut Hotline, time: &str) -> TicketId {
    hotline.intake(&desk(time), &Intake::new("来电", "路灯不亮")).expect("a ticket").ticket
}

fn run(hotline: &mut Hotline, ticket: TicketId, time: &str, command: Command) {
    hotline.execute(ticket, &desk(time), &command).expect("done");
}

fn listed(hotline: &Hotline, as_of: &str, months: u32) -> Vec<(TicketId, String)> {
    let expired = hotline.retention(at(as_of), months).expect("a list");
    expired.into_iter().map(|each| (each.ticket, each.erasable_from.to_string())).collect()
}

#[test]
fn what_ended_long_enough_ago_is_listed_until_it_is_erased() {
    let folder = Folder::new("retention");
    let mut hotline = found(&folder.file("h.db")).expect("a file");
    let online = take(&mut hotline, "2020-08-31 09:00");
    run(&mut hotline, online, "2020-08-31 09:10", Command::ResolveOnline { answer: None });
    let rejected = take(&mut hotline, "2020-09-01 09:00");
    let reason = "不属受理范围".to_owned();
    run(&mut hotline, rejected, "2020-09-02 09:00", Command::Reject { reason });
    let running = take(&mut hotline, "2020-09-01 10:00");
    let merged = take(&mut hotline, "2020-09-01 11:00");
    run(&mut hotline, merged, "2020-09-01 12:00", Command::Merge { main: running });
    // A note after the end, or a look at the caller, does not move the end.
    run(&mut hotline, online, "2020-12-01 09:00", Command::Note { text: "来电致谢".into() });
    hotline.reveal(&desk("2020-12-02 09:00"), online, "核实地址").expect("the caller");

    assert_eq!(listed(&hotline, "2021-02-27 23:59", 6), []);
    let first = (online, "2021-02-28".to_owned());
    assert_eq!(listed(&hotline, "2021-02-28 00:00", 6), std::slice::from_ref(&first));
    let second = (rejected, "2021-03-02".to_owned());
    assert_eq!(listed(&hotline, "2030-01-01 00:00", 6), [first, second.clone()]);

    // What was merged ends with its main ticket.
    close(&mut hotline, running);
    let all = listed(&hotline, "2030-01-01 00:00", 6);
    let day = "2021-03-10".to_owned();
    assert_eq!(all[2..], [(running, day.clone()), (merged, day.clone())]);

    let stamp = desk("2021-03-01 09:00");
    hotline.erase(&stamp, &Subject::Ticket(online), "保存期限届满").expect("erased");
    hotline.reveal(&desk("2021-03-01 10:00"), online, "核查").expect("nobody");
    let reopen = Command::Reopen { reason: "又不亮了".into() };
    run(&mut hotline, running, "2021-03-02 09:00", reopen);
    assert_eq!(listed(&hotline, "2030-01-01 00:00", 6), [second], "erased; running again");

    for months in [0, 1_201] {
        let wrong = hotline.retention(at("2030-01-01 00:00"), months).expect_err("no such time");
        assert_eq!(wrong.kind(), ErrorKind::InvalidInput);
        assert_eq!(wrong.invalid().expect("an argument").argument, "months");
    }
}

fn close(hotline: &mut Hotline, ticket: TicketId) {
    let unit = |time| Stamp::unit("县城管执法局", "李四", at(time));
    run(hotline, ticket, "2020-09-03 09:00", Command::transfer("县城管执法局"));
    for (time, command) in
        [("2020-09-03 10:00", Command::SignOff), ("2020-09-04 10:00", Command::handle("已修复"))]
    {
        hotline.execute(ticket, &unit(time), &command).expect("done");
    }
    run(hotline, ticket, "2020-09-09 09:00", Command::reached(Satisfaction::Satisfied));
    run(hotline, ticket, "2020-09-10 09:00", Command::close(CloseOutcome::Solved));
}
