//! Input and output faults: every call that a write makes to the machine fails, once and for
//! ever, and nothing acknowledged is lost (promises 4, 6 and 7).

use gongdan_tests::Dice;

use crate::fault::{Fault, KINDS, Kind};
use crate::report::{Report, Trouble};
use crate::standing::Standing;
use crate::sweep::{Looseable, Sweep};
use crate::writes::Write;
use crate::{reads, scratch, shim};

/// When the faults strike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum During {
    /// From the opening of the file to its closing.
    Opening,
    /// The same on a crashed writer's file, whose log is recovered.
    Recovery,
    /// An open handle, which goes on.
    Use,
    /// Questions, which answer what they would have answered, or not at all.
    Reading,
}

/// Sweeps every write, or every question; one in so many faults.
///
/// # Errors
/// When the harness itself fails.
pub fn run(seed: u64, one_in: u64, during: During) -> Result<Report, Trouble> {
    shim::install()?;
    let folder = scratch::in_memory("iofault");
    let mut report = Report::new(format!("iofault --during {during:?}").to_lowercase(), seed);
    let standing = match during {
        During::Recovery => Standing::crashed(folder)?,
        _ => Standing::new(folder)?,
    };
    let mut dice = Dice::new(seed);
    if during == During::Reading {
        for fault in &faults() {
            reads::sweep(&standing, fault, one_in, &mut dice, &mut report)?;
        }
        return Ok(report);
    }
    let held = during == During::Use;
    for write in Write::ALL.into_iter().filter(|write| !held || *write != Write::Create) {
        let after = &standing.undisturbed(write)?;
        for fault in &faults() {
            let standing = &standing;
            let sweep = Sweep { standing, write, after, fault, one_in, held };
            sweep.run(&mut dice, &mut report)?;
        }
    }
    Ok(report)
}

fn faults() -> Vec<Failing> {
    let both = |kind| [false, true].map(|for_ever| Failing { kind, for_ever });
    KINDS.into_iter().flat_map(both).collect()
}

/// A kind of call that fails.
struct Failing {
    kind: Kind,
    for_ever: bool,
}

impl Looseable for Failing {
    fn loose(&self, at: u64) {
        shim::arm(Fault { kind: self.kind, at, for_ever: self.for_ever });
    }

    fn take_away(&self) -> u64 {
        shim::disarm()
    }

    fn name(&self) -> String {
        let how = if self.for_ever { "for ever" } else { "once" };
        format!("{} fails {how}", self.kind.name)
    }
}
