//! Several desks at a few commands a second each, as a large office works: how long a command takes
//! beside what one `fsync` takes on the same disk in the same seconds (promise 13).

use std::fs::File;
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use gongdan_tests::found;

use crate::crew::{Crew, Said, count_lost};
use crate::report::{Report, Trouble};
use crate::scratch;
use crate::standing::sound;

/// How often the disk is asked what an `fsync` takes.
const PROBE_EVERY: Duration = Duration::from_millis(100);

/// Lets them work for so many seconds at so many commands a second each. Waits are printed, and not demanded: they are the machine's.
///
/// # Errors
/// When the harness itself fails.
pub fn run(seed: u64, processes: u64, seconds: u64, rate: u64) -> Result<Report, Trouble> {
    let folder = scratch::on_disk("paced");
    let file = folder.file("paced.db");
    drop(found(&file)?);
    let mut report = Report::new(format!("contend --processes {processes} --rate {rate}"), seed);
    let crew = Crew::start_paced(&file, seed * 100, processes, seconds, rate)?;
    let (said, probed) =
        beside_probe(folder.file("probe"), || crew.wait(Duration::from_secs(seconds + 60)))?;
    report.rounds = processes;
    for said in &said {
        let (wait, gave_up) = said.waited.unwrap_or_default();
        report.demand(said.waited.is_some(), || "a writer failed or hung".into());
        report.waited(wait);
        report.demand(gave_up == 0, || format!("{gave_up} requests were turned away as busy"));
    }
    count_lost(&file, &said, &mut report)?;
    sound(&file).map(drop).unwrap_or_else(|unsound| report.damage(unsound.to_string()));
    compare(said, probed, processes * seconds * rate, &mut report);
    Ok(report)
}

/// Does the work while the disk is asked, again and again, what an `fsync` takes.
fn beside_probe<T>(
    file: PathBuf,
    work: impl FnOnce() -> Result<T, Trouble>,
) -> Result<(T, Vec<Duration>), Trouble> {
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let prober = scope.spawn(|| probe(file, &done));
        let worked = work();
        done.store(true, Ordering::Relaxed);
        let probed = prober.join().map_err(|_| "the probe failed")??;
        Ok((worked?, probed))
    })
}

/// A page is appended to a file of its own and put on disk, as a commit does it with its log.
fn probe(file: PathBuf, done: &AtomicBool) -> std::io::Result<Vec<Duration>> {
    let mut file = File::create(file)?;
    let mut took = Vec::new();
    while !done.load(Ordering::Relaxed) {
        let started = Instant::now();
        file.write_all(&[7; 4096])?;
        file.sync_data()?;
        took.push(started.elapsed());
        std::thread::sleep(PROBE_EVERY);
    }
    Ok(took)
}

fn compare(said: Vec<Said>, mut synced: Vec<Duration>, asked: u64, report: &mut Report) {
    let mut took: Vec<Duration> = said.into_iter().flat_map(|said| said.took).collect();
    took.sort_unstable();
    synced.sort_unstable();
    let (sync, p99) = (of_a_hundred(&synced, 50), of_a_hundred(&took, 99));
    let worst = took.last().copied().unwrap_or_default();
    report.note(format!("{} of {asked} asked for", took.len()));
    report.note(format!("median {}, p99 {}", shown(of_a_hundred(&took, 50)), shown(p99)));
    report.note(format!("fsync median {}, p99 {}", shown(sync), shown(of_a_hundred(&synced, 99))));
    report.note(format!("p99 {} fsyncs, worst {}", times(p99, sync), times(worst, sync)));
}

/// What so many of a hundred do not exceed; the durations are in order.
fn of_a_hundred(sorted: &[Duration], part: usize) -> Duration {
    let place = (sorted.len() * part).div_ceil(100).max(1) - 1;
    sorted.get(place).copied().unwrap_or_default()
}

fn shown(took: Duration) -> String {
    let tenths = took.as_micros() / 100;
    format!("{}.{} ms", tenths / 10, tenths % 10)
}

fn times(took: Duration, unit: Duration) -> String {
    let tenths = took.as_micros() * 10 / unit.as_micros().max(1);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_hundred_is_one_of_them() {
        let sorted: Vec<Duration> = (1..=200).map(Duration::from_millis).collect();
        assert_eq!(of_a_hundred(&sorted, 50), Duration::from_millis(100));
        assert_eq!(of_a_hundred(&sorted, 99), Duration::from_millis(198));
        assert_eq!(of_a_hundred(&sorted[..1], 99), Duration::from_millis(1));
        assert_eq!(of_a_hundred(&[], 99), Duration::ZERO);
        assert_eq!(times(Duration::from_millis(41), Duration::from_millis(4)), "10.2");
    }
}
