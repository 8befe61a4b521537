//! What a command costs, beside the same step by hand in C: alone in its commit, and a thousand
//! to a commit. Rounds of both sides alternate, so that both feel the same noise.

use std::path::Path;

use gongdan_benches::{Desk, Goal, Outcome, Peer, STEPS};

fn main() -> Outcome<()> {
    let folder = std::env::temp_dir().join(format!("gongdan-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let measured = measure(&folder);
    std::fs::remove_dir_all(&folder)?;
    measured
}

/// Both measurements, or the one whose name was given as an argument.
fn measure(folder: &Path) -> Outcome<()> {
    if wanted("one") {
        let goal = Goal { name: "one durable command", times: 1.3 };
        compare(&folder.join("one"), &goal, 61, 20, 1)?;
    }
    if wanted("thousand") {
        let goal = Goal { name: "1,000 commands a commit", times: 4.0 };
        compare(&folder.join("thousand"), &goal, 15, 1_000, 1_000)?;
    }
    Ok(())
}

fn wanted(name: &str) -> bool {
    let mut named = std::env::args().skip(1).filter(|each| !each.starts_with('-')).peekable();
    named.peek().is_none() || named.any(|each| each == name)
}

fn compare(folder: &Path, goal: &Goal, rounds: u32, tickets: u32, batch: u32) -> Outcome<()> {
    std::fs::create_dir_all(folder)?;
    let mut desk = Desk::found(&folder.join("gongdan.db"))?;
    let mut peer = Peer::start(&folder.join("raw.db"))?;
    desk.live(tickets, batch)?;
    peer.live(tickets, batch)?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        ours.push(desk.live(tickets, batch)?);
        theirs.push(peer.live(tickets, batch)?);
    }
    goal.print(ours, theirs, tickets * STEPS);
    Ok(())
}
