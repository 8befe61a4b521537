//! The golden month lived on a file: every figure of the file equals the printed one, cell by cell.
#![allow(clippy::unwrap_used)]

use std::path::PathBuf;

use gongdan::{
    Count, Figures, Grouping, Hotline, Measure, Moment, Period, Question, Rounding, Tally,
};
use gongdan_sample::{CALLS, City, city_file, golden_file, golden_month, live_city, printed};

/// A folder of its own, gone afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path =
            std::env::temp_dir().join(format!("gongdan-sample-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

fn question() -> Question {
    Question::new(Period::month(2020, 9).unwrap(), Moment::parse_as_of("2020-10-09").unwrap())
}

fn counts<const N: usize>(tally: &Tally, counts: [Count; N]) -> [u32; N] {
    counts.map(|count| tally.count(count) as u32)
}

fn rate(tally: &Tally, name: &str) -> String {
    tally.measure(Measure::named(name).unwrap()).unwrap().percent(Rounding::HalfUp)
}

#[test]
fn every_printed_figure_comes_out_of_the_file() {
    let folder = Folder::new("golden");
    let mut heard = (0, 0);
    let hotline =
        golden_file(folder.0.join("golden.db"), &mut |done, of| heard = (done, of)).unwrap();
    assert!(heard.0 == heard.1 && heard.0 > 3_338);
    sentences(&hotline);
    categories(&hotline);
    units(&hotline);
    channels(&hotline);
    contacts(&hotline);
    drill_down(&hotline);
    let (typical, difficult) = hotline.cases(&question().period, question().as_of).unwrap();
    assert_eq!((typical.len(), difficult.len()), (10, 1));
    let verified = hotline.verify(&mut |_, _| ()).unwrap();
    assert!(verified.is_sound(), "{:?}", verified.findings);
    assert_eq!(verified.tickets, 3_339);
}

fn sentences(hotline: &Hotline) {
    let all = hotline.figures(&question()).unwrap().total;
    let figure = |name| printed().figure(name).unwrap();
    for (count, name) in [
        (Count::Accepted, "tickets"),
        (Count::ResolvedOnline, "resolved_online"),
        (Count::Transferred, "transferred"),
        (Count::Closed, "closed"),
        (Count::HandledLate, "handled_late"),
        (Count::OpenLate, "open_late"),
    ] {
        assert_eq!(all.count(count).to_string(), figure(name), "{name}");
    }
    assert_eq!(rate(&all, "closure_rate"), figure("closure_rate"));
    assert_eq!(rate(&all, "satisfaction_rate"), figure("satisfaction_rate"));
    let account = [
        (Count::Handled, 410),
        (Count::InRework, 7),
        (Count::Pending, 46),
        (Count::CalledBack, 410),
        (Count::Satisfied, 401),
        (Count::Unsatisfied, 9),
        (Count::Difficult, 0),
    ];
    for (count, value) in account {
        assert_eq!(all.count(count), value, "{}", count.word());
    }
}

fn categories(hotline: &Hotline) {
    let figures = hotline.figures(&question().by(Grouping::Category)).unwrap();
    let names: Vec<&str> = figures.rows.iter().map(|row| row.keys[0].name.as_str()).collect();
    let wanted: Vec<&str> = printed().categories.iter().map(|row| row.name).collect();
    assert_eq!(names, wanted);
    for row in &printed().categories {
        let tally = &figures.row(row.name).unwrap().tally;
        let found = counts(tally, [Count::Accepted, Count::Closed, Count::ClosedLate]);
        assert_eq!(found, [row.accepted, row.closed, row.closed_late], "{}", row.name);
        assert_eq!(rate(tally, "closed_late_rate"), row.closed_late_rate, "{}", row.name);
    }
    let total = counts(&figures.total, [Count::Accepted, Count::Closed, Count::ClosedLate]);
    assert_eq!(
        (total, rate(&figures.total, "closed_late_rate")),
        ([3338, 3285, 18], "0.55%".into())
    );
}

fn units(hotline: &Hotline) {
    let figures = hotline.figures(&question().by(Grouping::Unit)).unwrap();
    let rows = figures.rows.iter().filter(|row| row.keys[0].id > 0);
    let names: Vec<&str> = rows.map(|row| row.keys[0].name.as_str()).collect();
    let wanted: Vec<&str> = printed().units.iter().map(|row| row.name).collect();
    assert_eq!(names, wanted);
    let columns =
        [Count::Accepted, Count::Pending, Count::SignOffLate, Count::HandledLate, Count::OpenLate];
    let mut sums = [0; 5];
    for row in printed().units {
        let tally = &figures.row(row.name).unwrap().tally;
        let wanted =
            [row.accepted, row.pending, row.sign_off_late, row.handled_late, row.open_late];
        assert_eq!(counts(tally, columns), wanted, "{}", row.name);
        assert_eq!(tally.count(Count::SignOffMissing), 0, "{}", row.name);
        sums.iter_mut().zip(wanted).for_each(|(sum, value)| *sum += value);
    }
    assert_eq!(sums, [456, 46, 0, 18, 3]);
}

fn channels(hotline: &Hotline) {
    let by = question().by(Grouping::Channel).by(Grouping::Unit);
    let legs = hotline.figures(&by).unwrap();
    let online = hotline.figures(&question().by(Grouping::Channel)).unwrap();
    for row in &printed().channels {
        let found = match printed().unit(row.handled_by) {
            Some(unit) => cell(&legs, row.channel, unit.name, Count::Accepted),
            None => online.row(row.channel).unwrap().tally.count(Count::ResolvedOnline),
        };
        assert_eq!(found, i64::from(row.tickets), "{} {}", row.channel, row.handled_by);
    }
    assert_eq!(online.row(CALLS).unwrap().tally.count(Count::Accepted), 3_320);
}

fn cell(figures: &Figures, outer: &str, inner: &str, count: Count) -> i64 {
    let keys = |row: &&gongdan::Row| row.keys[0].name == outer && row.keys[1].name == inner;
    figures.rows.iter().find(keys).map_or(0, |row| row.tally.count(count))
}

fn contacts(hotline: &Hotline) {
    let contacts = hotline.contacts(&question().period, question().as_of).unwrap();
    let counts: Vec<i64> = contacts.iter().map(|(_, count)| *count).collect();
    assert_eq!(counts, [4630, 2, 10, 1, 5]);
    assert_eq!(contacts[0].0.name, CALLS);
}

/// The lists behind the two figures differ by the tickets in rework.
fn drill_down(hotline: &Hotline) {
    let all = hotline.figures(&question()).unwrap();
    let behind = |count| hotline.behind(&all, None, count).unwrap();
    assert_eq!(behind(Count::Pending).len(), 46);
    assert_eq!(behind(Count::InRework).len(), 7);
    assert_eq!(behind(Count::Closed).len(), 3_285);
}

#[test]
fn the_same_file_comes_out_twice() {
    let folder = Folder::new("twice");
    let head = |name: &str| {
        let hotline = golden_file(folder.0.join(name), &mut |_, _| ()).unwrap();
        hotline.verify(&mut |_, _| ()).unwrap().head
    };
    assert_eq!(head("one.db"), head("two.db"));
}

#[test]
fn a_city_is_lived_and_its_file_is_sound() {
    let folder = Folder::new("city");
    let city = City::new(3, 2_000, Period::parse("2020-09..2020-10").unwrap()).unwrap();
    let mut heard = (0, 0);
    let mut hotline =
        city_file(folder.0.join("city.db"), &city, &mut |done, of| heard = (done, of)).unwrap();
    assert_eq!(heard, (2_000, 2_000));
    let question = Question::new(city.period(), city.until());
    let all = hotline.figures(&question).unwrap().total;
    let legs = city.lives().filter(|life| life.leg().is_some()).count() as i64;
    assert_eq!((all.count(Count::Accepted), all.count(Count::Transferred)), (2_000, legs));
    let closed = city.lives().filter(|life| life.closed_at().is_some()).count() as i64;
    assert_eq!(all.count(Count::Closed), closed);
    assert!(hotline.verify(&mut |_, _| ()).unwrap().is_sound());
    let calls = hotline.contacts(&city.period(), city.until()).unwrap()[0].1;
    assert!(calls > 2_000, "{calls}");
    let more = City::new(4, 100, city.period()).unwrap();
    assert_eq!(live_city(&mut hotline, &more, &mut |_, _| ()).unwrap().tickets, 100);
}

#[test]
fn what_stands_already_is_not_overwritten() {
    let folder = Folder::new("stands");
    let path = folder.0.join("file.db");
    std::fs::write(&path, "a letter").unwrap();
    assert!(golden_file(&path, &mut |_, _| ()).is_err());
    assert_eq!(std::fs::read(&path).unwrap(), b"a letter");
    assert_eq!(golden_month().unwrap().lives.len(), 3_338);
}
