//! One state of the file for several questions, and the tickets between two counts.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests; a panic is a failed test")]

use std::path::PathBuf;

use gongdan::{
    Basis, ChannelKind, Command, Count, ErrorKind, Founding, Hotline, Intake, Moment, NewEntry,
    OfficeCommand, Period, Question, RegionId, Stamp,
};

fn at(text: &str) -> Moment {
    Moment::parse("at", text).unwrap()
}

fn desk(when: &str) -> Stamp {
    Stamp::centre("坐席07", at(when))
}

/// A file with one channel and no ticket.
fn file(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("gongdan-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("snapshot.db");
    let (name, office) = ("衡东县".into(), "衡东县行政审批服务局".into());
    let founding = Founding { region: RegionId(430_424), name, office };
    let founder = desk("2020-08-01 09:00");
    let mut hotline = Hotline::create(&path, &founding, &founder).unwrap();
    let channel = NewEntry::channel("来电", ChannelKind::Call);
    hotline.office(&founder, OfficeCommand::Add(channel)).unwrap();
    path
}

fn september() -> Question {
    Question::new(Period::month(2020, 9).unwrap(), at("2020-09-30 23:59"))
}

#[test]
fn what_others_commit_during_a_read_is_not_seen() {
    let path = file("read");
    let (mut writer, reader) = (Hotline::open(&path).unwrap(), Hotline::open(&path).unwrap());
    let intake = Intake::new("来电", "路灯不亮");
    let accepted = |hotline: &Hotline| -> gongdan::Result<(i64, (u64, String))> {
        Ok((hotline.figures(&september())?.total.count(Count::Accepted), hotline.head()?))
    };
    let (before, during) = reader
        .read(|reader| {
            let before = accepted(reader)?;
            writer.intake(&desk("2020-09-01 09:00"), &intake)?;
            Ok((before, accepted(reader)?))
        })
        .unwrap();
    assert_eq!(before, during);
    let after = accepted(&reader).unwrap();
    assert_eq!((before.0, after.0), (0, 1));
    assert_eq!(after.1.0, before.1.0 + 1);
    assert_ne!(after.1.1, before.1.1);
    std::fs::remove_dir_all(path.parent().unwrap()).ok();
}

#[test]
fn the_tickets_between_two_counts_are_those_that_one_of_them_counts() {
    let path = file("between");
    let mut hotline = Hotline::open(&path).unwrap();
    let mut numbers = Vec::new();
    for _ in 0..3 {
        let intake = Intake::new("来电", "路灯不亮");
        let receipt = hotline.intake(&desk("2020-09-01 09:00"), &intake).unwrap();
        numbers.push((receipt.ticket, receipt.number));
    }
    let answer = Command::ResolveOnline { answer: None };
    hotline.execute(numbers[1].0, &desk("2020-09-01 09:05"), &answer).unwrap();
    let open = hotline.between(&september(), Count::Accepted, Count::Closed).unwrap();
    let open: Vec<_> = open.into_iter().map(|ticket| (ticket.id, ticket.number)).collect();
    assert_eq!(open, [numbers[0].clone(), numbers[2].clone()]);
    assert_eq!(hotline.between(&september(), Count::Closed, Count::Accepted).unwrap(), []);
    let earlier = september().as_of(at("2020-09-01 09:02"));
    let open = hotline.between(&earlier, Count::Accepted, Count::Closed).unwrap();
    assert_eq!(open.len(), 3);
    let flow = september().basis(Basis::Flow);
    let error = hotline.between(&flow, Count::Accepted, Count::Pending).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    std::fs::remove_dir_all(path.parent().unwrap()).ok();
}
