//! What ten years of tickets cost those who only work with the file: opening it, verifying it, and
//! taking one more ticket in, beside the same on an empty file.
//!
//! `GONGDAN_BENCH_TICKETS` says how many tickets the ten years have: 20,000 unless told, 500,000 for
//! the goals (docs/RELIABILITY.md, promise 18).

use std::path::Path;
use std::time::{Duration, Instant};

use gongdan::{Hotline, Intake, Moment, Options, Stamp};
use gongdan_benches::{Outcome, empty, median, ten_years};

/// How often a file is opened, and a ticket taken in.
const ROUNDS: usize = 61;

fn main() -> Outcome<()> {
    let folder = std::env::temp_dir().join(format!("gongdan-scale-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let measured = measure(&folder);
    std::fs::remove_dir_all(&folder)?;
    measured
}

fn measure(folder: &Path) -> Outcome<()> {
    let tickets = std::env::var("GONGDAN_BENCH_TICKETS");
    let tickets: u64 = tickets.as_deref().unwrap_or("20000").parse()?;
    let (full, new) = (folder.join("ten-years.db"), folder.join("empty.db"));
    let started = Instant::now();
    let events = ten_years(&full, tickets)?;
    empty(&new)?;
    let (lived, size) = (started.elapsed(), std::fs::metadata(&full)?.len());
    println!(
        "ten years                    {tickets} tickets, {events} events, {} MB, lived in {} s",
        size / 1_000_000,
        lived.as_secs()
    );
    opening(&full, &new)?;
    verifying(&full)?;
    taking_in(&full, &new)
}

/// Opened, and asked for its head: whatever an open file needs has been read then.
fn opened(file: &Path) -> Outcome<Duration> {
    let started = Instant::now();
    let hotline = Hotline::open(file)?;
    hotline.head()?;
    Ok(started.elapsed())
}

fn opening(full: &Path, new: &Path) -> Outcome<()> {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        ours.push(opened(full)?);
        theirs.push(opened(new)?);
    }
    let (worst, full, new) = (ours.iter().max().copied(), median(ours), median(theirs));
    println!(
        "opening                      {:>9.2} ms, at worst {:.2}   an empty file {:.2} ms   goal <= \
         50 ms {}",
        milliseconds(full),
        milliseconds(worst.unwrap_or_default()),
        milliseconds(new),
        met(full <= Duration::from_millis(50))
    );
    Ok(())
}

fn verifying(file: &Path) -> Outcome<()> {
    let hotline = Hotline::open_with(file, &Options::new().read_only())?;
    let started = Instant::now();
    let verified = hotline.verify(&mut |_, _| {})?;
    let took = started.elapsed();
    if !verified.is_sound() {
        return Err(format!("not sound: {:?}", verified.findings.first()).into());
    }
    println!(
        "verifying                    {:>9.2} s   {:.0} events/s, {} rows, {} texts   goal <= 10 s {}",
        took.as_secs_f64(),
        verified.events as f64 / took.as_secs_f64(),
        verified.rows,
        verified.texts,
        met(took <= Duration::from_secs(10))
    );
    Ok(())
}

/// One ticket a commit on each file in turn, so that both feel the same disk.
fn taking_in(full: &Path, new: &Path) -> Outcome<()> {
    let (mut full, mut new) = (Hotline::open(full)?, Hotline::open(new)?);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for number in 0..ROUNDS * 10 {
        ours.push(taken_in(&mut full, number)?);
        theirs.push(taken_in(&mut new, number)?);
    }
    let (ours, theirs) = (median(ours), median(theirs));
    let times = ours.as_secs_f64() / theirs.as_secs_f64();
    println!(
        "taking one ticket in         {:>9.1} us   an empty file {:.1} us   ratio {times:.2}   goal \
         <= 2.0 {}",
        ours.as_secs_f64() * 1e6,
        theirs.as_secs_f64() * 1e6,
        met(times <= 2.0)
    );
    Ok(())
}

fn taken_in(hotline: &mut Hotline, number: usize) -> Outcome<Duration> {
    let at = Moment::parse("at", "2026-01-05 09:00")?.plus_ms(number as i64 * 60_000);
    let intake = Intake::new("来电", format!("第{number}件")).appeal("路灯不亮");
    let started = Instant::now();
    hotline.intake(&Stamp::centre("坐席07", at), &intake)?;
    Ok(started.elapsed())
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn met(met: bool) -> &'static str {
    if met { "met" } else { "MISSED" }
}
