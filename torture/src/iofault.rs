//! Input and output faults: every call that a write makes to the machine fails, once and for
//! ever, and nothing acknowledged is lost (promises 4, 6 and 7).

use gongdan_tests::Dice;

use crate::fault::{Fault, KINDS, Kind};
use crate::report::{Report, Trouble};
use crate::standing::Standing;
use crate::sweep::{Looseable, Sweep};
use crate::writes::Write;
use crate::{scratch, shim};

/// Sweeps every write, one in so many faults; on a crashed writer's file the faults hit its
/// recovery.
///
/// # Errors
/// When the harness itself fails.
pub fn run(seed: u64, one_in: u64, recovering: bool) -> Result<Report, Trouble> {
    shim::install()?;
    let folder = scratch::in_memory("iofault");
    let (name, standing) = match recovering {
        true => ("iofault --during recovery", Standing::crashed(folder)?),
        false => ("iofault", Standing::new(folder)?),
    };
    let mut report = Report::new(name, seed);
    let mut dice = Dice::new(seed);
    for write in Write::ALL {
        let after = &standing.undisturbed(write)?;
        for (kind, for_ever) in KINDS.into_iter().flat_map(|kind| [(kind, false), (kind, true)]) {
            let (standing, fault) = (&standing, &Failing { kind, for_ever });
            Sweep { standing, write, after, fault, one_in }.run(&mut dice, &mut report)?;
        }
    }
    Ok(report)
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
