//! A table that somebody reads half and forgets: it ends with a clear error after the reading
//! deadline, and the log can be emptied again.

use std::time::{Duration, Instant};

use gongdan::{ErrorKind, Filter, Hotline, Intake, Options, ScanOptions, Stamp, Table};
use gongdan_tests::{Folder, at, found};

const TICKETS: usize = 40;

#[test]
fn a_forgotten_table_lets_the_file_go_and_says_so() {
    let folder = Folder::new("forgotten");
    let path = folder.file("h.db");
    let mut writer = found(&path).expect("a file");
    let desk = Stamp::centre("坐席07", at("2020-09-01 09:00"));
    let intake = Intake::new("来电", "路灯不亮");
    writer
        .batch(|batch| (0..TICKETS).try_for_each(|_| batch.intake(&desk, &intake).map(drop)))
        .expect("tickets");
    let options = Options::new().reading_deadline(Duration::from_secs(1));
    let reader = Hotline::open_with(&path, &options).expect("opens");
    let one_by_one = ScanOptions { batch: 1, ..ScanOptions::default() };
    let mut scan = reader.scan(Table::Tickets, &Filter::new(), &one_by_one).expect("a table");
    assert_eq!(scan.next().expect("a first batch").expect("it is read").rows, 1);
    writer.intake(&desk, &intake).expect("the writer goes on");
    let since = Instant::now();
    while !writer.empty_log().expect("an answer") {
        assert!(since.elapsed() < Duration::from_secs(60), "the log is held for ever");
        std::thread::sleep(Duration::from_millis(20));
    }
    let rest: Vec<_> = scan.collect();
    let (last, ready) = rest.split_last().expect("an end");
    assert!(ready.len() <= 3 && ready.iter().all(Result::is_ok), "{} were ready", ready.len());
    let error = last.as_ref().expect_err("it was forgotten");
    assert_eq!(error.kind(), ErrorKind::InvalidInput, "{error}");
    assert!(error.to_string().contains("reading deadline"), "{error}");
    let again = reader.scan(Table::Tickets, &Filter::new(), &ScanOptions::default());
    let rows: usize = again.expect("a table").map(|chunk| chunk.expect("a batch").rows).sum();
    assert_eq!(rows, TICKETS + 1, "read again, it is whole");
}
