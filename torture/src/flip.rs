//! Flipped bits: whatever bit of a file turns, the file is refused, `verify` reports it, or nothing
//! that anybody can see has changed (promise 9).

use gongdan::{ErrorKind, Hotline, Options};
use gongdan_tests::{Dice, place_in_use, visible};

use crate::lived::{Lived, Verifier};
use crate::report::{Report, Trouble};
use crate::scratch;

/// How a refused file may be refused.
const CLEAR: [ErrorKind; 4] =
    [ErrorKind::Corrupt, ErrorKind::NotAHotline, ErrorKind::FileTooNew, ErrorKind::Io];

/// Flips so many bits, one at a time.
///
/// # Errors
/// When the harness itself fails.
pub fn run(seed: u64, flips: u64, verifier: Verifier) -> Result<Report, Trouble> {
    let mut report = Report::new(format!("flip{}", verifier.mutant()), seed);
    let lived = Lived::new(scratch::in_memory("flip"), seed, 120)?;
    let bytes = std::fs::read(&lived.whole)?;
    let shown = visible(&lived.whole, &lived.tickets)?;
    let flipping = Flipping { lived, bytes, shown, verifier };
    let mut dice = Dice::new(seed);
    let mut counts = [0_u64; 3];
    for _ in 0..flips {
        report.rounds += 1;
        if let Some(fate) = flipping.flip(&mut dice, &mut report)? {
            counts[fate as usize] += 1;
        }
    }
    let [refused, reported, harmless] = counts;
    report.note(format!("{refused} refused at open, {reported} reported, {harmless} harmless"));
    report.demand(refused + reported > flips / 2, || "most flips were not seen at all".into());
    Ok(report)
}

/// What became of a flip.
#[derive(Clone, Copy)]
enum Fate {
    Refused = 0,
    Reported = 1,
    Harmless = 2,
}

struct Flipping {
    lived: Lived,
    bytes: Vec<u8>,
    shown: Vec<String>,
    verifier: Verifier,
}

impl Flipping {
    fn flip(&self, dice: &mut Dice, report: &mut Report) -> Result<Option<Fate>, Trouble> {
        let (place, bit) = (place_in_use(&self.bytes, dice), dice.below(8));
        let file = self.lived.folder.file("flipped.db");
        let mut flipped = self.bytes.clone();
        flipped[place] ^= 1 << bit;
        std::fs::write(&file, &flipped)?;
        let opened = Hotline::open_with(&file, &Options::new().read_only()).map(drop);
        let fate = match opened {
            Err(error) if CLEAR.contains(&error.kind()) => Some(Fate::Refused),
            Err(error) => {
                report.broken(format!("byte {place}, bit {bit}: refused as {error}"));
                Some(Fate::Refused)
            }
            Ok(()) if !self.verifier.findings(&file).is_empty() => Some(Fate::Reported),
            Ok(()) if visible(&file, &self.lived.tickets).is_ok_and(|now| now == self.shown) => {
                Some(Fate::Harmless)
            }
            Ok(()) => {
                report
                    .damage(format!("byte {place}, bit {bit}: changed what is seen, and is sound"));
                None
            }
        };
        let stayed = std::fs::read(&file)? == flipped;
        report.demand(stayed, || format!("byte {place}, bit {bit}: the file was changed"));
        Ok(fate)
    }
}
