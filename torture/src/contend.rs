//! Contention: several processes write to one file as fast as they can; nobody is turned away,
//! nobody starves, nothing is lost (promise 12).

use std::time::Duration;

use gongdan_tests::found;

use crate::crew::{Crew, Said, count_lost};
use crate::report::{Report, Trouble};
use crate::scratch;
use crate::standing::sound;
use crate::writer::How;

/// Lets them write for so many seconds; `fair` is the least that is fair, in thousandths of Jain's
/// index.
///
/// # Errors
/// When the harness itself fails.
pub fn run(seed: u64, processes: u64, seconds: u64, fair: u64) -> Result<Report, Trouble> {
    let folder = scratch::on_disk("contend");
    let file = folder.file("crowded.db");
    drop(found(&file)?);
    let mut report = Report::new(format!("contend --processes {processes}"), seed);
    let crew = Crew::start(How::Crowd, &file, seed * 100, processes, seconds)?;
    let said = crew.wait(Duration::from_secs(seconds + 60))?;
    report.rounds = processes;
    let mut busy = 0;
    for said in &said {
        let (wait, gave_up) = said.waited.unwrap_or_default();
        report.demand(said.waited.is_some(), || "a writer failed or hung".into());
        report.waited(wait);
        busy += gave_up;
    }
    report.note(format!("{busy} busy"));
    report.demand(busy == 0, || format!("{busy} requests were turned away as busy"));
    let fairness = jain(&said);
    report.fairness = Some(fairness);
    report.demand(fairness >= fair, || format!("fairness 0.{fairness:03} is below 0.{fair:03}"));
    count_lost(&file, &said, &mut report)?;
    sound(&file).map(drop).unwrap_or_else(|unsound| report.damage(unsound.to_string()));
    Ok(report)
}

/// Jain's index of the writers' counts in thousandths: the square of their sum by their number
/// times the sum of their squares.
fn jain(said: &[Said]) -> u64 {
    let counts = || said.iter().map(|said| said.acknowledged.len() as u64);
    let (sum, squares): (u64, u64) = (counts().sum(), counts().map(|count| count * count).sum());
    match squares {
        0 => 0,
        squares => (sum * sum * 1_000 / (said.len() as u64 * squares)).min(1_000),
    }
}
