//! A process killed in the middle of its work loses nothing that it had acknowledged.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use gongdan::Hotline;
use gongdan_tests::{Dice, Folder, found};

/// An acknowledged event: its sequence and hash.
type Acknowledged = (u64, String);

fn writer(how: &str, file: &Path, seed: u64) -> Child {
    Command::new(env!("CARGO_BIN_EXE_gongdan-test-writer"))
        .arg(how)
        .arg(file)
        .arg(seed.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a writing process")
}

/// When a writer is killed.
#[derive(Clone, Copy)]
enum Moment {
    /// So long after its start, whatever it is doing by then.
    Started(Duration),
    /// So long after its first acknowledgement.
    Acknowledged(Duration),
}

/// Lets a writer write for a while, kills it with a signal it cannot catch, and says what it had
/// acknowledged. A line that the kill cut short acknowledges nothing.
fn killed(how: &str, file: &Path, seed: u64, moment: Moment) -> Vec<Acknowledged> {
    let mut child = writer(how, file, seed);
    let out = child.stdout.take().expect("its output");
    let (tell, told) = std::sync::mpsc::channel();
    let reader = std::thread::spawn(move || {
        let lines = BufReader::new(out).lines().map_while(Result::ok);
        let heard = lines.inspect(|_| tell.send(()).unwrap_or(()));
        heard.filter_map(|line| acknowledged(&line)).collect()
    });
    match moment {
        Moment::Started(after) => std::thread::sleep(after),
        Moment::Acknowledged(after) => {
            told.recv_timeout(Duration::from_secs(20)).expect("an acknowledgement");
            std::thread::sleep(after);
        }
    }
    child.kill().expect("a kill");
    child.wait().expect("its end");
    reader.join().expect("its lines")
}

fn acknowledged(line: &str) -> Option<Acknowledged> {
    let mut words = line.split(' ');
    let (seq, hash) = (words.next()?.parse().ok()?, words.next()?);
    words.nth(2)?;
    Some((seq, hash.to_owned()))
}

/// How many of the acknowledged events the file does not hold. The last one's hash holds all
/// before it in its chain; the others are looked at all the same.
fn lost(file: &Path, acknowledged: &[Acknowledged]) -> usize {
    let hotline = Hotline::open(file).expect("the file opens");
    let stands =
        |(seq, hash): &&Acknowledged| hotline.hash_at(*seq).expect("a hash").as_ref() == Some(hash);
    acknowledged.iter().filter(|each| !stands(each)).count()
}

fn verify(file: &Path) {
    let hotline = Hotline::open(file).expect("the file opens");
    let verified = hotline.verify(&mut |_, _| {}).expect("a report");
    assert!(verified.is_sound(), "{:#?}", verified.findings);
}

fn some_moment(dice: &mut Dice) -> Moment {
    match dice.chance(20) {
        true => Moment::Started(Duration::from_micros(dice.below(20_000) as u64)),
        false => Moment::Acknowledged(Duration::from_micros(dice.below(10_000) as u64)),
    }
}

#[test]
fn a_killed_writer_loses_nothing_acknowledged() {
    let folder = Folder::new("killed");
    let file = folder.file("killed.db");
    drop(found(&file).expect("a file"));
    let (mut dice, mut total, mut rounds_that_wrote) = (Dice::new(5), 0, 0);
    for round in 1..=300 {
        let events = killed("careful", &file, round, some_moment(&mut dice));
        assert_eq!(lost(&file, &events), 0, "round {round}: {events:?}");
        total += events.len();
        rounds_that_wrote += usize::from(!events.is_empty());
        if round % 50 == 0 {
            verify(&file);
        }
    }
    println!("300 rounds, {total} acknowledged in {rounds_that_wrote} of them, 0 lost");
    assert!(rounds_that_wrote > 200, "only {rounds_that_wrote} rounds wrote anything");
}

#[test]
fn the_loop_catches_a_writer_that_boasts() {
    let folder = Folder::new("boastful");
    let file = folder.file("boastful.db");
    drop(found(&file).expect("a file"));
    let mut dice = Dice::new(6);
    let mut caught = 0;
    for round in 1..=60 {
        let events = killed("boastful", &file, round, some_moment(&mut dice));
        caught += lost(&file, &events);
    }
    assert!(caught > 0, "a writer that acknowledges before its commit was not caught");
    verify(&file);
}
