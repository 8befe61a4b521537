//! What figures cost: the golden month's whole bulletin, the demo's memory, and one month's tables
//! out of many lived tickets, asked by a process that does nothing else.
//!
//! `GONGDAN_BENCH_TICKETS` says how many tickets the many are: 20,000 unless told, 1,000,000 for
//! the goal.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use gongdan::{Basis, Grouping, Hotline, Moment, Options, Period, Question};
use gongdan_benches::{Outcome, golden, median, peak_of, peak_until_end, two_years};
use gongdan_bulletin::{Bulletin, BulletinQuestion};

fn main() -> Outcome<()> {
    let arguments: Vec<String> =
        std::env::args().skip(1).filter(|each| each != "--bench").collect();
    if let [ask, file] = &arguments[..]
        && ask == "ask"
    {
        return ask_many(Path::new(file));
    }
    let folder = std::env::temp_dir().join(format!("gongdan-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let measured = bulletin(&folder).and_then(|()| terminal(&folder));
    let measured = measured.and_then(|()| many(&folder));
    std::fs::remove_dir_all(&folder)?;
    measured
}

fn met(met: bool) -> &'static str {
    if met { "met" } else { "MISSED" }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// Figures, sentences, tables, cases, reconciliation and Markdown of the golden month.
fn bulletin(folder: &Path) -> Outcome<()> {
    let hotline = golden(&folder.join("golden.db"))?;
    let as_of = Moment::parse_as_of("2020-10-09")?;
    let issue = BulletinQuestion::new(Period::month(2020, 9)?, as_of).issue()?;
    let (mut times, mut printed) = (Vec::new(), 0);
    for _ in 0..15 {
        let start = Instant::now();
        let bulletin = Bulletin::collect(&hotline, &issue)?;
        printed = bulletin.document()?.markdown().chars().count();
        times.push(start.elapsed());
    }
    let took = milliseconds(median(times));
    println!(
        "the golden month's bulletin  {took:>7.1} ms   goal <= 50 ms {}   (median of 15, {printed} \
         characters)",
        met(took <= 50.0)
    );
    Ok(())
}

/// What the terminal makes: the demo, and the golden month's bulletin in every form.
fn terminal(folder: &Path) -> Outcome<()> {
    let Some(program) = built() else {
        println!("the terminal                 not measured: it does not build");
        return Ok(());
    };
    demo(&program, folder)?;
    documents(&program, folder)
}

/// The terminal, built as it is given away.
fn built() -> Option<PathBuf> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let mut build = Command::new(cargo);
    build.args(["build", "--release", "--quiet", "--offline", "-p", "gongdan-cli"]);
    let program = std::env::current_exe().ok()?;
    let program = program.parent().and_then(Path::parent).map(|release| release.join("gongdan"));
    let program = program.filter(|_| build.status().is_ok_and(|status| status.success()));
    program.filter(|program| program.is_file())
}

/// The bulletin of the golden month as Markdown, JSON, HTML, .docx, .xlsx, PDF and pictures.
fn documents(program: &Path, folder: &Path) -> Outcome<()> {
    let mut run = Command::new(program);
    run.arg("bulletin").arg(folder.join("golden.db"));
    run.args(["--period", "2020-09", "--as-of", "2020-10-09"]);
    run.args(["--docx", "--xlsx", "--html", "--pdf", "--png", "--out"]).arg(folder.join("issue"));
    let start = Instant::now();
    let ran = run.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let Ok(peak) = peak_until_end(ran) else {
        println!("all documents of the month   not measured: no Chinese font is found");
        return Ok(());
    };
    let took = start.elapsed().as_secs_f64();
    println!(
        "all documents of the month   {took:>7.2} s    goal <= 2 s {}, {peak:.0} MB   goal <= 300 MB \
         {}",
        met(took <= 2.0),
        met(peak <= 300.0)
    );
    Ok(())
}

/// The demo of the terminal: a month lived and printed; without fonts, which are as large as the
/// system's are.
fn demo(program: &Path, folder: &Path) -> Outcome<()> {
    let fonts = folder.join("no fonts");
    std::fs::create_dir_all(&fonts)?;
    let mut run = Command::new(program);
    run.arg("demo").arg("--out").arg(folder.join("demo")).arg("--fonts").arg(fonts);
    let start = Instant::now();
    let peak = peak_until_end(run.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?)?;
    let took = start.elapsed().as_secs_f64();
    println!(
        "the demo's memory            {peak:>7.1} MB   goal <= 100 MB {}   (it took {took:.1} s)",
        met(peak <= 100.0)
    );
    Ok(())
}

/// Lives the many, and lets a process of its own ask them.
fn many(folder: &Path) -> Outcome<()> {
    let tickets = std::env::var("GONGDAN_BENCH_TICKETS").ok();
    let tickets = tickets.and_then(|text| text.parse().ok()).unwrap_or(20_000);
    let file = folder.join("many.db");
    let start = Instant::now();
    let events = two_years(&file, tickets)?;
    let took = start.elapsed().as_secs_f64();
    let megabytes = std::fs::metadata(&file)?.len() as f64 / 1e6;
    println!(
        "{tickets} tickets of two years: {events} events lived in {took:.0} s ({:.0} events/s), \
         {megabytes:.0} MB",
        events as f64 / took
    );
    let status = Command::new(std::env::current_exe()?).arg("ask").arg(&file).status()?;
    if status.success() { Ok(()) } else { Err("asking failed".into()) }
}

/// One month's tables, each question the median of five; the most memory at the end.
fn ask_many(file: &Path) -> Outcome<()> {
    let hotline = Hotline::open_with(file, &Options::new().read_only())?;
    let month = Period::month(2021, 3)?;
    let soon = Moment::parse_as_of("2021-04-09")?;
    let late = Moment::parse_as_of("2022-01-31")?;
    for (basis, as_of) in [(Basis::Cohort, soon), (Basis::Cohort, late), (Basis::Flow, soon)] {
        for by in [Grouping::All, Grouping::Category, Grouping::Unit, Grouping::Channel] {
            ask(&hotline, &Question::new(month, as_of).basis(basis).by(by))?;
        }
    }
    let peak = peak_of(std::process::id()).unwrap_or(0.0);
    println!("memory of the asking process {peak:>7.1} MB");
    Ok(())
}

fn ask(hotline: &Hotline, question: &Question) -> Outcome<()> {
    let (mut times, mut accepted) = (Vec::new(), 0);
    for _ in 0..5 {
        let start = Instant::now();
        let figures = hotline.figures(question)?;
        accepted = figures.total.count(gongdan::Count::Accepted);
        times.push(start.elapsed());
    }
    let took = milliseconds(median(times));
    let by: Vec<&str> = question.by.iter().map(|by| by.word()).collect();
    println!(
        "2021-03 as of {} {:<6} by {:<9} {took:>8.1} ms   goal <= 1,000 ms {}   (accepted \
         {accepted})",
        question.as_of.day(),
        question.basis.word(),
        by.join(","),
        met(took <= 1_000.0)
    );
    Ok(())
}
