//! Kills: writers are killed at any moment with a signal they cannot catch, over and over on the
//! same file, and nothing that was acknowledged is lost (promise 1).

use std::time::Duration;

use gongdan_tests::{Dice, found};

use crate::crew::{Crew, ask_again, count_lost};
use crate::report::{Report, Trouble};
use crate::scratch;
use crate::standing::sound;
use crate::writer::How;

/// The file is verified whole every so many rounds, and at the end.
const VERIFY_EVERY: u64 = 25;

/// Kills for so many rounds.
///
/// # Errors
/// When the harness itself fails.
pub fn run(seed: u64, rounds: u64, writers: u64, how: How) -> Result<Report, Trouble> {
    let folder = scratch::on_disk("kill");
    let file = folder.file("killed.db");
    drop(found(&file)?);
    let name = format!("kill --writers {writers}{}", mutant(how));
    let mut report = Report::new(name, seed);
    let mut dice = Dice::new(seed);
    let mut rounds_that_wrote = 0;
    for round in 1..=rounds {
        let crew = Crew::start(how, &file, round * 100, writers, 30)?;
        if !dice.chance(5) {
            crew.await_first()?;
        }
        std::thread::sleep(Duration::from_micros(dice.below(15_000) as u64));
        let said = crew.kill()?;
        report.rounds += 1;
        rounds_that_wrote += u64::from(said.iter().any(|said| !said.acknowledged.is_empty()));
        count_lost(&file, &said, &mut report)?;
        if how != How::AckFirst {
            ask_again(&file, &said, &mut report)?;
        }
        if round % VERIFY_EVERY == 0 || round == rounds {
            sound(&file).map(drop).unwrap_or_else(|unsound| report.damage(unsound.to_string()));
        }
    }
    report.note(format!("{rounds_that_wrote} rounds wrote"));
    report.demand(rounds_that_wrote * 2 > rounds, || "most rounds wrote nothing".into());
    Ok(report)
}

fn mutant(how: How) -> &'static str {
    if how == How::AckFirst { " --mutant ack-first" } else { "" }
}
