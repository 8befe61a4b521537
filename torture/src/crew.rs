//! A crew: writers that are processes of their own, what they acknowledged, and what of it a file
//! still holds.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use gongdan::{Hotline, Result, TicketId};

use crate::report::{Report, Trouble};
use crate::writer::{How, request};

/// A request that was acknowledged.
#[derive(Clone, Debug)]
pub struct Acknowledged {
    writer: u64,
    number: u64,
    ticket: TicketId,
    seq: u64,
    hash: String,
}

/// What one writer said in all.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// What was acknowledged to it.
    pub acknowledged: Vec<Acknowledged>,
    /// How long each took.
    pub took: Vec<Duration>,
    /// Its longest wait and how often it gave up; nothing when it was killed.
    pub waited: Option<(Duration, u64)>,
}

/// Writers at work.
pub struct Crew {
    writers: Vec<(Child, JoinHandle<Said>)>,
    heard: Receiver<()>,
}

impl Crew {
    /// Starts writers on a file; the n-th has the seed `first + n`.
    ///
    /// # Errors
    /// When the machine starts no process.
    pub fn start(
        how: How,
        file: &Path,
        first: u64,
        writers: u64,
        seconds: u64,
    ) -> std::result::Result<Self, Trouble> {
        Self::start_with(how, file, first, writers, &["writer", &seconds.to_string()])
    }

    /// Starts writers that make so many requests a second each.
    ///
    /// # Errors
    /// As [`Crew::start`].
    pub fn start_paced(
        file: &Path,
        first: u64,
        writers: u64,
        seconds: u64,
        rate: u64,
    ) -> std::result::Result<Self, Trouble> {
        let told = ["writer", &seconds.to_string(), "--rate", &rate.to_string()];
        Self::start_with(How::Paced, file, first, writers, &told)
    }

    fn start_with(
        how: How,
        file: &Path,
        first: u64,
        writers: u64,
        told: &[&str],
    ) -> std::result::Result<Self, Trouble> {
        let (tell, heard) = channel();
        let writers = (first..first + writers)
            .map(|seed| start(how, file, seed, told, tell.clone()))
            .collect::<std::result::Result<_, Trouble>>()?;
        Ok(Self { writers, heard })
    }

    /// Waits for the first acknowledgement, at most twenty seconds.
    ///
    /// # Errors
    /// When none comes.
    pub fn await_first(&self) -> std::result::Result<(), Trouble> {
        Ok(self.heard.recv_timeout(Duration::from_secs(20))?)
    }

    /// Kills every writer with a signal it cannot catch, and says what they said.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn kill(mut self) -> std::result::Result<Vec<Said>, Trouble> {
        for (child, _) in &mut self.writers {
            child.kill()?;
        }
        self.join()
    }

    /// Waits for the end of every writer; one that does not end in time is killed.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn wait(mut self, at_most: Duration) -> std::result::Result<Vec<Said>, Trouble> {
        let until = Instant::now() + at_most;
        for (child, _) in &mut self.writers {
            while child.try_wait()?.is_none() {
                if Instant::now() >= until {
                    child.kill()?;
                }
                std::thread::sleep(Duration::from_millis(20));
            }
        }
        self.join()
    }

    fn join(mut self) -> std::result::Result<Vec<Said>, Trouble> {
        let mut said = Vec::new();
        for (mut child, reader) in std::mem::take(&mut self.writers) {
            child.wait()?;
            said.push(reader.join().map_err(|_| "a reader of a writer's lines failed")?);
        }
        Ok(said)
    }
}

impl Drop for Crew {
    /// No writer outlives a harness that fails.
    fn drop(&mut self) {
        for (child, _) in &mut self.writers {
            child.kill().ok();
            child.wait().ok();
        }
    }
}

fn start(
    how: How,
    file: &Path,
    seed: u64,
    told: &[&str],
    tell: Sender<()>,
) -> std::result::Result<(Child, JoinHandle<Said>), Trouble> {
    let mut child = Command::new(std::env::current_exe()?)
        .args(told)
        .args(["--how", how.word(), "--seed", &seed.to_string(), "--file"])
        .arg(file)
        .stdout(Stdio::piped())
        .spawn()?;
    let out = child.stdout.take().ok_or("a writer without output")?;
    let reader = std::thread::spawn(move || {
        let mut said = Said::default();
        for line in BufReader::new(out).lines().map_while(std::result::Result::ok) {
            said.hear(seed, &line);
            tell.send(()).ok();
        }
        said
    });
    Ok((child, reader))
}

impl Said {
    /// A line that a kill cut short says nothing.
    fn hear(&mut self, writer: u64, line: &str) {
        let words: Vec<&str> = line.split(' ').collect();
        let number = |index: usize| words.get(index).and_then(|word| word.parse::<u64>().ok());
        if words[0] == "waited" {
            self.waited = number(1).map(Duration::from_micros).zip(number(2));
            return;
        }
        let (Some(nth), Some(ticket), Some(seq)) = (number(0), number(1), number(2)) else {
            return;
        };
        if let Some(hash) = words.get(3).filter(|hash| hash.len() == 64) {
            let (ticket, hash) = (TicketId(ticket as i64), (*hash).to_owned());
            self.took.extend(number(4).map(Duration::from_micros));
            self.acknowledged.push(Acknowledged { writer, number: nth, ticket, seq, hash });
        }
    }
}

/// Counts what was acknowledged and is not there.
///
/// # Errors
/// When the file cannot be read.
pub fn count_lost(file: &Path, said: &[Said], report: &mut Report) -> Result<()> {
    let hotline = Hotline::open(file)?;
    for each in said.iter().flat_map(|said| &said.acknowledged) {
        report.acknowledged += 1;
        let stands = hotline.hash_at(each.seq)?.as_ref() == Some(&each.hash);
        report.lose(u64::from(!stands), || {
            format!("request {} of writer {} (event {})", each.number, each.writer, each.seq)
        });
    }
    Ok(())
}

/// Asks everything that was acknowledged once more: nothing may be written twice.
///
/// # Errors
/// When the file cannot be written.
pub fn ask_again(file: &Path, said: &[Said], report: &mut Report) -> Result<()> {
    let mut hotline = Hotline::open(file)?;
    let before = hotline.head()?;
    for each in said.iter().flat_map(|said| &said.acknowledged) {
        let receipt = request(&mut hotline, each.writer, each.number, Some(each.ticket))?;
        report.demand(receipt.repeated, || {
            format!("request {} of writer {} had two effects", each.number, each.writer)
        });
    }
    let after = hotline.head()?;
    report.demand(before == after, || format!("asked again, {} became {}", before.0, after.0));
    Ok(())
}
