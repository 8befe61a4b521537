//! The paths, one row each.

use std::path::Path;
use std::time::Duration;

use gongdan::{
    Basis, Count, Filter, Grouping, Hotline, Moment, Options, Page, Period, Question, Stage,
    TicketId,
};
use gongdan_benches::{Desk, Outcome, STEPS};
use gongdan_bulletin::{Bulletin, BulletinQuestion};

use crate::files::{DESK_LIVED, On, desk_options};

/// A path: its name, the file it is walked on, how often, and how many pieces each time has. Twice as
/// often is walked once more: see [`Counter::count`](crate::count::Counter::count).
pub struct Walk {
    /// Its name in every face of the guard.
    pub name: &'static str,
    /// Its file.
    pub on: On,
    /// How often it is walked.
    pub times: u64,
    /// Into how many pieces the instructions of each time are divided.
    pub pieces: u64,
    /// Who walks it.
    pub by: Walker,
}

/// Who walks a path.
pub enum Walker {
    /// This program: walks it so often, and says how much it saw.
    Rust(fn(&Path, u64) -> Outcome<u64>),
    /// `ticket.c`, through the installed library.
    C,
    /// `ticket.py`, through the installed wheel.
    Python,
}

/// Every path, in the order of the table.
pub const WALKS: &[Walk] = &[
    Walk::new("durable_step", On::Desk, 100, STEPS, Walker::Rust(|file, n| steps(file, n, 1))),
    Walk::new("step_of_a_thousand", On::Desk, 5, 1_000, Walker::Rust(thousands)),
    Walk::new("ticket_rust", On::Golden, 2_000, 1, Walker::Rust(tickets)),
    Walk::new("ticket_c", On::Golden, 2_000, 1, Walker::C),
    Walk::new("ticket_python", On::Golden, 2_000, 1, Walker::Python),
    Walk::new("month_by_unit", On::Golden, 5, 1, Walker::Rust(month_by_unit)),
    Walk::new("month_flow_by_unit", On::Golden, 5, 1, Walker::Rust(month_flow_by_unit)),
    Walk::new("month_all", On::Golden, 5, 1, Walker::Rust(month_all)),
    Walk::new("first_page", On::Golden, 20, 1, Walker::Rust(first_page)),
    Walk::new("overdue_list", On::Golden, 20, 1, Walker::Rust(overdue_list)),
    Walk::new("open", On::Golden, 20, 1, Walker::Rust(open)),
    Walk::new("verify", On::Golden, 1, 1, Walker::Rust(verify)),
    Walk::new("bulletin", On::Golden, 2, 1, Walker::Rust(bulletin)),
    Walk::new("city_by_unit", On::City, 1, 1, Walker::Rust(city_by_unit)),
    Walk::new("city_flow_by_unit", On::City, 1, 1, Walker::Rust(city_flow_by_unit)),
    Walk::new("city_all", On::City, 1, 1, Walker::Rust(city_all)),
];

impl Walk {
    const fn new(name: &'static str, on: On, times: u64, pieces: u32, by: Walker) -> Self {
        Self { name, on, times, pieces: pieces as u64, by }
    }

    /// Walks it in this process, and says how much it saw.
    ///
    /// # Errors
    /// Those of the path; for a path of another language.
    pub fn in_rust(&self, file: &Path, times: u64) -> Outcome<u64> {
        match self.by {
            Walker::Rust(walk) => walk(file, times),
            Walker::C | Walker::Python => Err("this path is another program's".into()),
        }
    }
}

/// To write, as a desk does. Under valgrind, a question may take an hour instead of half a minute.
fn opened(file: &Path) -> gongdan::Result<Hotline> {
    Hotline::open_with(file, &Options::new().reading_deadline(Duration::from_secs(3_600)))
}

/// Lives whole tickets on a copy of the desk, so that every count begins with the same file.
fn steps(file: &Path, tickets: u64, commit: u32) -> Outcome<u64> {
    let own = file.with_extension(format!("{tickets}x{commit}.db"));
    std::fs::copy(file, &own)?;
    let mut desk = Desk::open_with(&own, &desk_options(), DESK_LIVED)?;
    let before = desk.hotline.head()?.0;
    desk.live(u32::try_from(tickets)?, commit)?;
    Ok(desk.hotline.head()?.0 - before)
}

/// So many commits of a thousand steps.
fn thousands(file: &Path, commits: u64) -> Outcome<u64> {
    steps(file, commits * 1_000 / u64::from(STEPS), 1_000)
}

/// Tickets by their ids, which come by standard input: the same list for every language.
fn tickets(file: &Path, times: u64) -> Outcome<u64> {
    let ids = std::io::read_to_string(std::io::stdin())?;
    let ids: Vec<TicketId> =
        ids.lines().map(|id| id.parse().map(TicketId)).collect::<Result<_, _>>()?;
    let hotline = opened(file)?;
    let mut closed = 0;
    for id in ids.iter().cycle().take(usize::try_from(times)?) {
        closed += u64::from(hotline.ticket(*id)?.stage == Stage::Closed);
    }
    Ok(closed)
}

fn september() -> Outcome<Question> {
    Ok(Question::new(Period::month(2020, 9)?, Moment::parse_as_of("2020-10-09")?))
}

fn month_by_unit(file: &Path, times: u64) -> Outcome<u64> {
    asked_again(file, times, &september()?.by(Grouping::Unit))
}

fn month_flow_by_unit(file: &Path, times: u64) -> Outcome<u64> {
    asked_again(file, times, &september()?.basis(Basis::Flow).by(Grouping::Unit))
}

fn month_all(file: &Path, times: u64) -> Outcome<u64> {
    asked_again(file, times, &september()?)
}

/// A question that an open file was asked before.
fn asked_again(file: &Path, times: u64, question: &Question) -> Outcome<u64> {
    let hotline = opened(file)?;
    repeated(times, || Ok(accepted(&hotline, question)?))
}

fn march() -> Outcome<Question> {
    Ok(Question::new(Period::month(2021, 3)?, Moment::parse_as_of("2021-04-09")?))
}

fn city_by_unit(file: &Path, times: u64) -> Outcome<u64> {
    asked_first(file, times, &march()?.by(Grouping::Unit))
}

fn city_flow_by_unit(file: &Path, times: u64) -> Outcome<u64> {
    asked_first(file, times, &march()?.basis(Basis::Flow).by(Grouping::Unit))
}

fn city_all(file: &Path, times: u64) -> Outcome<u64> {
    asked_first(file, times, &march()?)
}

/// A question and an opening for it: nothing is remembered of an earlier one, and the past of nine
/// months ago is looked up each time.
fn asked_first(file: &Path, times: u64, question: &Question) -> Outcome<u64> {
    repeated(times, || Ok(accepted(&opened(file)?, question)?))
}

fn accepted(hotline: &Hotline, question: &Question) -> gongdan::Result<u64> {
    Ok(hotline.figures(question)?.total.count(Count::Accepted).unsigned_abs())
}

/// Fifty tickets of all, the newest first.
fn first_page(file: &Path, times: u64) -> Outcome<u64> {
    found(file, times, &Filter::new(), Page::first(50))
}

/// Everything that was late on the day of the bulletin.
fn overdue_list(file: &Path, times: u64) -> Outcome<u64> {
    let overdue = Filter::new().open().overdue_on(Moment::parse_as_of("2020-10-09")?);
    found(file, times, &overdue, Page::all())
}

fn found(file: &Path, times: u64, filter: &Filter, page: Page) -> Outcome<u64> {
    let hotline = opened(file)?;
    repeated(times, || Ok(hotline.find(filter, page)?.tickets.len() as u64))
}

/// A file, and its head: whatever an open file needs has been read then.
fn open(file: &Path, times: u64) -> Outcome<u64> {
    repeated(times, || Ok(opened(file)?.head()?.0))
}

fn verify(file: &Path, times: u64) -> Outcome<u64> {
    let hotline = opened(file)?;
    repeated(times, || {
        let report = hotline.verify(&mut |_, _| {})?;
        if report.is_sound() { Ok(report.events) } else { Err("the file is not sound".into()) }
    })
}

/// The golden month's bulletin: its figures collected and reconciled, its document printed.
fn bulletin(file: &Path, times: u64) -> Outcome<u64> {
    let hotline = opened(file)?;
    let as_of = Moment::parse_as_of("2020-10-09")?;
    let issue = BulletinQuestion::new(Period::month(2020, 9)?, as_of).issue()?;
    repeated(times, || Ok(Bulletin::collect(&hotline, &issue)?.document()?.markdown().len() as u64))
}

/// The same so often; how much was seen in all.
fn repeated(times: u64, mut once: impl FnMut() -> Outcome<u64>) -> Outcome<u64> {
    (0..times).try_fold(0, |seen, _| Ok(seen + once()?))
}
