//! Two processes write the same tickets at once: nobody's work is lost, and nothing is counted or
//! numbered twice.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Stdio};

use gongdan::{Hotline, TicketId};
use gongdan_tests::{Folder, found};

const COMMANDS: usize = 250;

/// What a racing process printed.
struct Raced {
    events: Vec<(u64, String, i64, u32, String)>,
    conflicts: usize,
}

fn race(file: &Path) -> Vec<Raced> {
    let start = |seed: u32| {
        Command::new(env!("CARGO_BIN_EXE_gongdan-test-writer"))
            .arg(file)
            .args([seed.to_string(), COMMANDS.to_string()])
            .stdout(Stdio::piped())
            .spawn()
            .expect("a racing process")
    };
    let racing: Vec<_> = (1..=2).map(start).collect();
    racing.into_iter().map(|child| raced(child.wait_with_output().expect("its output"))).collect()
}

fn raced(output: std::process::Output) -> Raced {
    assert!(output.status.success(), "a racing process failed");
    let text = String::from_utf8(output.stdout).expect("text");
    let mut raced = Raced { events: Vec::new(), conflicts: 0 };
    for line in text.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        let number = |index: usize| words[index].parse::<i64>().expect("a number");
        match words[0] {
            "conflict" => raced.conflicts += 1,
            _ => raced.events.push((
                number(0) as u64,
                words[1].to_owned(),
                number(2),
                number(3) as u32,
                words[4].to_owned(),
            )),
        }
    }
    raced
}

#[test]
fn two_writers_lose_and_repeat_nothing() {
    let folder = Folder::new("race");
    let file = folder.file("race.db");
    let founded = found(&file).expect("a file").head().expect("a head").0;
    let raced = race(&file);
    let hotline = Hotline::open(&file).expect("the file opens");

    let written: Vec<_> = raced.iter().flat_map(|each| &each.events).collect();
    let conflicts: usize = raced.iter().map(|each| each.conflicts).sum();
    assert_eq!(written.len() + conflicts, 2 * COMMANDS, "every command was answered once");
    assert!(conflicts > 0, "the two never met, so nothing was shown");

    let seqs: BTreeSet<u64> = written.iter().map(|each| each.0).collect();
    let (last, _) = hotline.head().expect("a head");
    let all: BTreeSet<u64> = (founded + 1..=last).collect();
    assert_eq!(seqs, all, "each event stands once, and nobody else's does");

    let versions: BTreeSet<(i64, u32)> = written.iter().map(|each| (each.2, each.3)).collect();
    assert_eq!(versions.len(), written.len(), "two commands made the same version of a ticket");
    let numbers: BTreeSet<&String> = written.iter().map(|each| &each.4).collect();
    let tickets: BTreeSet<i64> = written.iter().map(|each| each.2).collect();
    assert_eq!(numbers.len(), tickets.len(), "one number for each ticket");

    for (seq, hash, ticket, ..) in &written {
        assert_eq!(hotline.hash_at(*seq).expect("a hash").as_ref(), Some(hash));
        let history = hotline.history(TicketId(*ticket)).expect("a history");
        assert!(history.iter().any(|entry| entry.seq == *seq), "event {seq} is on its ticket");
    }
    assert!(hotline.verify(&mut |_, _| {}).expect("a report").is_sound());
}
