//! A soak: one process lives tickets, asks for figures, backs up, verifies and opens again, for
//! minutes or hours. Its memory and its open files stay what they were, nothing is lost (promise 19).
//!
//! It works in eras. Each is a new file on which the same number of commands is lived, so that
//! what grows from the end of one era to the end of the next is a leak and not the file's size.

use std::path::Path;
use std::time::{Duration, Instant};

use gongdan::{Basis, Filter, Grouping, Hotline, Page, Period, Question};
use gongdan_tests::{Actors, Folder, Players, found};

use crate::report::{Report, Trouble};
use crate::scratch;
use crate::standing::{Head, sound};

/// What one era lives: so many sittings of so many commands.
const SITTINGS: u64 = 4;
const COMMANDS: usize = 60;

/// A soak shorter than this only looks at files and losses: memory has not settled.
const SETTLED: Duration = Duration::from_secs(300);

/// Memory may grow by so many in a thousand after the first quarter.
const GROWTH: u64 = 20;

/// Works for so long.
///
/// # Errors
/// When the harness itself fails.
pub fn run(seed: u64, time: Duration) -> Result<Report, Trouble> {
    let mut report = Report::new(format!("soak --seconds {}", time.as_secs()), seed);
    let (started, folder) = (Instant::now(), scratch::on_disk("soak"));
    let (mut warm, mut last) = (None, Held::now()?);
    while started.elapsed() < time || report.rounds < 3 {
        report.rounds += 1;
        Era::new(&folder, seed + report.rounds)?.live(&mut report)?;
        last = Held::now()?;
        if started.elapsed() < time / 4 || warm.is_none() {
            warm = Some(last.or_more(warm));
        }
    }
    let warm = warm.unwrap_or(last);
    report.note(format!("{} eras", report.rounds));
    report.note(format!("memory {} KiB warm, {} at the end", warm.memory, last.memory));
    report.note(format!("{} files open warm, {} at the end", warm.files, last.files));
    report.demand(last.files == warm.files, || "the number of open files changed".into());
    let flat = last.memory * 1_000 <= warm.memory * (1_000 + GROWTH) || time < SETTLED;
    report.demand(flat, || "memory grew by more than two in a hundred".into());
    Ok(report)
}

/// What the process holds.
#[derive(Clone, Copy)]
struct Held {
    /// Resident memory in KiB.
    memory: u64,
    /// Open files.
    files: usize,
}

impl Held {
    fn now() -> Result<Self, Trouble> {
        let status = std::fs::read_to_string("/proc/self/status")?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let memory = line.and_then(|line| line.trim().strip_suffix(" kB"));
        let memory = memory.ok_or("the machine does not say how much memory is held")?.parse()?;
        Ok(Self { memory, files: std::fs::read_dir("/proc/self/fd")?.count() })
    }

    /// As much memory as the larger of two.
    fn or_more(self, other: Option<Self>) -> Self {
        let memory = other.map_or(self.memory, |other| other.memory.max(self.memory));
        Self { memory, ..self }
    }
}

/// One file from its founding to its last verification.
struct Era {
    folder: Folder,
    seed: u64,
    actors: Actors,
    players: Players,
}

impl Era {
    fn new(parent: &Folder, seed: u64) -> Result<Self, Trouble> {
        let folder = Folder::within(parent.path(), "era");
        drop(found(&folder.file("soaked.db"))?);
        Ok(Self { folder, seed, actors: Actors::new(seed), players: Players::default() })
    }

    fn live(mut self, report: &mut Report) -> Result<(), Trouble> {
        let file = self.folder.file("soaked.db");
        let mut heads = Vec::new();
        for sitting in 0..SITTINGS {
            heads.extend(self.sit(&file, report)?);
            self.ask(&file)?;
            let copy = self.folder.file(&format!("copy-{sitting}.db"));
            self.copied(&file, &copy, heads.last(), report)?;
        }
        let hotline = Hotline::open(&file)?;
        for (seq, hash) in heads {
            let stands = hotline.hash_at(seq)?.as_ref() == Some(&hash);
            report.lose(u64::from(!stands), || format!("event {seq} of era {}", self.seed));
        }
        Ok(())
    }

    /// A day at the desk: the file is opened, commands are committed one by one and in batches.
    fn sit(&mut self, file: &Path, report: &mut Report) -> Result<Vec<Head>, Trouble> {
        let mut hotline = Hotline::open(file)?;
        let mut heads = Vec::new();
        for nth in 0..COMMANDS {
            let many = if nth % 10 == 0 { 20 } else { 1 };
            hotline.batch(|batch| {
                for _ in 0..many {
                    let play = self.actors.next_play();
                    if let Ok(receipt) = self.players.perform(batch, &play) {
                        self.actors.note(&play, receipt.as_ref());
                    }
                }
                Ok(())
            })?;
            let head = hotline.head()?;
            if heads.last() != Some(&head) {
                report.acknowledged += 1;
                heads.push(head);
            }
        }
        Ok(heads)
    }

    /// What an office asks in a day.
    fn ask(&self, file: &Path) -> Result<(), Trouble> {
        let hotline = Hotline::open(file)?;
        let now = self.actors.now();
        for basis in [Basis::Cohort, Basis::Flow] {
            let question = Question::new(Period::month(2020, 9)?, now).basis(basis);
            hotline.figures(&question.by(Grouping::Unit))?;
        }
        hotline.find(&Filter::new().overdue_on(now), Page::all())?;
        hotline.find(&Filter::new().text("路灯"), Page::all())?;
        if let Some(ticket) = self.players.ids.last() {
            hotline.history(*ticket)?;
            hotline.explain(*ticket)?;
        }
        hotline.health()?;
        Ok(())
    }

    /// A copy is sound and ends where the file does; so does the file.
    fn copied(
        &self,
        file: &Path,
        copy: &Path,
        head: Option<&Head>,
        report: &mut Report,
    ) -> Result<(), Trouble> {
        Hotline::open(file)?.backup_to(copy)?;
        for each in [file, copy] {
            match sound(each) {
                Ok(found) => {
                    let ends = head == Some(&found);
                    report.lose(u64::from(!ends), || format!("era {} ends early", self.seed));
                }
                Err(unsound) => report.damage(unsound.to_string()),
            }
        }
        std::fs::remove_file(copy)?;
        Ok(())
    }
}
