//! An erasure in a large file: what it takes, and that it leaves no byte of the person.

use std::path::Path;
use std::time::Instant;

use gongdan::{Caller, Durability, Intake, Options, Stamp, Subject};
use gongdan_tests::{Folder, at, found_with};

const TICKETS: usize = 100_000;
const PHONE: &str = "13807340417";
const NAME: &str = "欧阳若兰";

/// `cargo test --release -p gongdan-tests --test suite erasing -- --ignored --nocapture`
#[test]
#[ignore = "a measurement: a hundred thousand tickets are taken in first"]
fn an_erasure_among_a_hundred_thousand_tickets() {
    let folder = Folder::new("erasing");
    let path = folder.file("h.db");
    let mut hotline =
        found_with(&path, &Options::new().durability(Durability::Normal)).expect("a file");
    let desk = Stamp::centre("坐席07", at("2020-09-01 09:00"));
    let (mut taken, started) = (0, Instant::now());
    while taken < TICKETS {
        let caller = |nth: usize| match nth % 20_000 {
            7 => Caller::named(NAME).phone(PHONE),
            _ => Caller::named("张先生").phone(format!("139{nth:08}")),
        };
        let until = taken + 1_000;
        let done = hotline.batch(|batch| {
            (taken..until).try_for_each(|nth| {
                let intake = Intake::new("来电", "路灯不亮").appeal("小区路灯已坏三周,请尽快修复");
                batch.intake(&desk, &intake.caller(caller(nth))).map(drop)
            })
        });
        done.expect("tickets");
        taken = until;
    }
    let took = started.elapsed();
    println!("{TICKETS} tickets in {} s", took.as_secs());
    hotline.empty_log().expect("the log");
    let (before, started) = (bytes(&path), Instant::now());
    let erased = hotline.erase(&desk, &Subject::Phone(PHONE.into()), "本人申请").expect("erased");
    let took = started.elapsed();
    let after = bytes(&path);
    println!(
        "erased {} tickets, {} texts in {} ms; the file had {before} bytes and has {after}",
        erased.tickets.len(),
        erased.texts,
        took.as_millis()
    );
    assert!(erased.log_emptied && erased.tickets.len() == 5, "{erased:?}");
    for part in ["", "-wal"] {
        let held = std::fs::read(format!("{}{part}", path.display())).unwrap_or_default();
        for word in [NAME, PHONE] {
            let hit = held.windows(word.len()).any(|window| window == word.as_bytes());
            assert!(!hit, "{word} is in the file{part}");
        }
    }
    let started = Instant::now();
    assert!(hotline.verify(&mut |_, _| {}).expect("a report").is_sound());
    println!("verified in {} s", started.elapsed().as_secs());
}

fn bytes(path: &Path) -> u64 {
    std::fs::metadata(path).map_or(0, |found| found.len())
}
