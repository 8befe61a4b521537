//! Somebody takes the file or its log away while it is open: nothing more is acknowledged, and the
//! one command that was under way says that nobody knows.

use gongdan::{ErrorKind, Filter, Hotline, Intake, Outcome, Page, Stamp};
use gongdan_tests::{Folder, at, found};

fn desk() -> Stamp {
    Stamp::centre("坐席07", at("2020-09-01 09:12"))
}

fn lamp() -> Intake {
    Intake::new("来电", "路灯不亮")
}

fn write(hotline: &mut Hotline) -> Option<(ErrorKind, Outcome)> {
    let error = hotline.intake(&desk(), &lamp()).err()?;
    Some((error.kind(), error.outcome()))
}

#[test]
fn a_file_that_lost_its_name_takes_no_more_commands() {
    let folder = Folder::new("taken-away");
    for ending in ["", "-wal"] {
        let path = folder.file(&format!("office{ending}.db"));
        let mut hotline = found(&path).unwrap();
        assert_eq!(write(&mut hotline), None);
        let place = folder.file(&format!("office{ending}.db{ending}"));
        let aside = folder.file("aside");
        std::fs::rename(&place, &aside).unwrap();
        for _ in 0..2 {
            let refused = Some((ErrorKind::Replaced, Outcome::NotCommitted));
            assert_eq!(write(&mut hotline), refused, "{ending}");
        }
        std::fs::rename(&aside, &place).unwrap();
        assert_eq!(write(&mut hotline), None, "back in its place it goes on");
        drop(hotline);
        let hotline = Hotline::open(&path).unwrap();
        assert_eq!(hotline.find(&Filter::new(), Page::first(1)).unwrap().total, 2);
        assert!(hotline.verify(&mut |_, _| {}).unwrap().is_sound());
    }
}

#[test]
fn a_commit_into_a_file_without_a_name_is_not_acknowledged() {
    let folder = Folder::new("taken-away-under-way");
    let (path, aside) = (folder.file("office.db"), folder.file("aside"));
    let mut hotline = found(&path).unwrap();
    hotline.begin().unwrap();
    hotline.intake(&desk(), &lamp()).unwrap();
    std::fs::rename(&path, aside).unwrap();
    let error = hotline.commit().unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::Replaced, Outcome::Unknown));
    assert!(!error.retry());
}
