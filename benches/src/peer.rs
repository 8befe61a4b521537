//! The peer: the same lives by hand in C, in a process of its own, linked with the same SQLite.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

use crate::Outcome;

/// A running peer with its file open.
pub struct Peer {
    child: Child,
    ask: Option<ChildStdin>,
    answer: BufReader<ChildStdout>,
}

impl Peer {
    /// Starts the peer on a new file.
    ///
    /// # Errors
    /// When the program cannot be started.
    pub fn start(file: &Path) -> Outcome<Self> {
        let mut child = Command::new(env!("RAW_SQLITE"))
            .arg(file)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let answer = BufReader::new(child.stdout.take().ok_or("no answers")?);
        let ask = child.stdin.take();
        Ok(Self { child, ask, answer })
    }

    /// Lives so many more tickets, so many steps a commit; the peer's own clock says how long.
    ///
    /// # Errors
    /// When the peer has failed.
    pub fn live(&mut self, tickets: u32, batch: u32) -> Outcome<Duration> {
        let ask = self.ask.as_mut().ok_or("the peer has ended")?;
        writeln!(ask, "{tickets} {batch}")?;
        let mut line = String::new();
        self.answer.read_line(&mut line)?;
        Ok(Duration::from_secs_f64(line.trim().parse()?))
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        self.ask.take();
        self.child.wait().ok();
    }
}
