//! Progress of long work, on the error output: a bar for a terminal, else a plain line.

use std::io::{IsTerminal, Write};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// How often the bar is drawn at most.
const TICK: Duration = Duration::from_millis(200);

/// The progress of one piece of work.
pub(crate) struct Progress {
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Begins: draws a bar, or says in a line what is being done.
    pub(crate) fn begin(what: &str) -> Self {
        if !std::io::stderr().is_terminal() {
            // Progress that nobody can be told is no reason to stop.
            let _ = writeln!(std::io::stderr().lock(), "{what}");
            return Self { bar: None };
        }
        let bar = ProgressBar::new(0).with_message(what.to_owned());
        let shape = "{msg} [{bar:40}] {pos}/{len} {elapsed_precise}";
        if let Ok(style) = ProgressStyle::with_template(shape) {
            bar.set_style(style.progress_chars("=> "));
        }
        bar.enable_steady_tick(TICK);
        Self { bar: Some(bar) }
    }

    /// The same, but without anybody who looks on nothing is said unless it is wanted.
    pub(crate) fn wanted(what: &str, wanted: bool) -> Self {
        match wanted || std::io::stderr().is_terminal() {
            true => Self::begin(what),
            false => Self { bar: None },
        }
    }

    /// So much of so much is done.
    pub(crate) fn at(&self, done: u64, of: u64) {
        if let Some(bar) = &self.bar {
            bar.set_length(of);
            bar.set_position(done);
        }
    }
}

impl Drop for Progress {
    /// The bar makes room for what is printed next.
    fn drop(&mut self) {
        self.bar.iter().for_each(ProgressBar::finish_and_clear);
    }
}
