//! Out of memory: SQLite is refused memory at every request of a write, once and for ever, and
//! answers with an error, never with an abort or half a write (promise 5). The sweep runs in a
//! process of its own, so that an abort is seen.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use gongdan_tests::Dice;

use crate::report::{Report, Trouble};
use crate::standing::Standing;
use crate::sweep::{Looseable, Sweep};
use crate::writes::Write;
use crate::{heap, scratch};

/// Stands before a line that only says how far the sweep is.
const MARK: &str = "# ";

/// Starts the sweep as a process and passes on what it prints, its report with it. Only when it
/// ends badly is there a report more, that says where.
///
/// # Errors
/// When the harness itself fails.
pub fn run(seed: u64, one_in: u64) -> Result<Option<Report>, Trouble> {
    let mut child = Command::new(std::env::current_exe()?)
        .args(["oom-sweep", "--one-in", &one_in.to_string(), "--seed", &seed.to_string()])
        .stdout(Stdio::piped())
        .spawn()?;
    let mut report = Report::new("oom as a process", seed);
    let mut last = "nothing yet".to_owned();
    for line in BufReader::new(child.stdout.take().ok_or("no output")?).lines() {
        let line = line?;
        match line.strip_prefix(MARK) {
            Some(mark) => mark.clone_into(&mut last),
            None => println!("{line}"),
        }
    }
    let status = child.wait()?;
    report.demand(status.success(), || format!("the sweep ended with {status} at {last}"));
    Ok(Some(report).filter(|report| !report.kept()))
}

/// The sweep itself.
///
/// # Errors
/// When the harness itself fails.
pub fn sweep(seed: u64, one_in: u64) -> Result<Report, Trouble> {
    heap::install().map_err(|code| format!("SQLite takes no heap: {code}"))?;
    let standing = &Standing::new(scratch::in_memory("oom"))?;
    let mut report = Report::new("oom", seed);
    let mut dice = Dice::new(seed);
    for write in Write::ALL {
        let after = &standing.undisturbed(write)?;
        for for_ever in [false, true] {
            let fault = &Refused { write, for_ever };
            let held = false;
            Sweep { standing, write, after, fault, one_in, held }.run(&mut dice, &mut report)?;
        }
    }
    Ok(report)
}

/// Memory that is refused.
struct Refused {
    write: Write,
    for_ever: bool,
}

impl Looseable for Refused {
    fn loose(&self, at: u64) {
        println!("{MARK}{:?}, {} at request {at}", self.write, self.name());
        heap::run_out(at, self.for_ever);
    }

    fn take_away(&self) -> u64 {
        heap::give_again()
    }

    fn name(&self) -> String {
        format!("memory refused {}", if self.for_ever { "for ever" } else { "once" })
    }
}
