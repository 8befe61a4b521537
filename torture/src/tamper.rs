//! Tampering: somebody who knows the file changes it by hand, and `verify` names the event or the
//! ticket. What leaves a sound file behind (a tail cut in one piece, a history written anew, another
//! file in its place) is seen by a head that was printed elsewhere (promise 33).

use std::path::Path;

use gongdan::{Hotline, Options, Verified};
use gongdan_tests::{DEEDS, Deed, Named, hurt};

use crate::lived::{Lived, Verifier};
use crate::report::{Report, Trouble};
use crate::scratch;
use crate::standing::Head;

/// Does every deed.
///
/// # Errors
/// When the harness itself fails.
pub fn run(seed: u64, verifier: Verifier) -> Result<Report, Trouble> {
    let mut report = Report::new(format!("tamper{}", verifier.mutant()), seed);
    let lived = Lived::new(scratch::in_memory("tamper"), seed, 2_000)?;
    let found = verifier.findings(&lived.whole);
    report.demand(found.is_empty(), || format!("before any deed: {found:?}"));
    for (nth, deed) in DEEDS.iter().enumerate() {
        let file = lived.folder.file(&format!("hurt-{nth}.db"));
        hurt(&lived.whole, &file, deed.sql);
        report.rounds += 1;
        let named = named(deed, verifier, &file);
        report.demand(named, || format!("{}: not found, or not named", deed.what));
        std::fs::remove_file(&file)?;
    }
    replaced(&lived, seed, &mut report)?;
    Ok(report)
}

impl Verifier {
    pub(crate) fn mutant(self) -> &'static str {
        if self == Self::SkipsRows { " --mutant skip-rows" } else { "" }
    }
}

fn named(deed: &Deed, verifier: Verifier, file: &Path) -> bool {
    verifier.findings(file).iter().any(|finding| match deed.named {
        Named::Event => finding.seq.is_some(),
        Named::Ticket => finding.ticket.is_some(),
        Named::File => true,
    })
}

/// Sound files in the place of ours: only the head that was printed elsewhere tells, and without it
/// the report says what it did not check.
fn replaced(lived: &Lived, seed: u64, report: &mut Report) -> Result<(), Trouble> {
    let printed = head(&lived.whole)?;
    let other = Lived::new(scratch::in_memory("tamper-other"), seed + 1, 2_000)?;
    let again = Lived::new(scratch::in_memory("tamper-again"), seed, 2_000)?;
    let same = against(&again.whole, std::slice::from_ref(&printed))?.is_sound();
    report.demand(same, || "the same life has another head".into());
    for (what, file) in [("the tail was cut", &lived.half), ("another file", &other.whole)] {
        named_by_anchor(what, file, &printed, report)?;
    }
    rewritten(lived, seed, &printed, report)
}

fn named_by_anchor(
    what: &str,
    file: &Path,
    printed: &Head,
    report: &mut Report,
) -> Result<(), Trouble> {
    report.rounds += 1;
    let alone = against(file, &[])?;
    let open = alone.is_sound() && !alone.not_checked.is_empty();
    report.demand(open, || format!("{what}: without an anchor it is not said to be unchecked"));
    let found = against(file, std::slice::from_ref(printed))?.findings;
    let named = found.iter().any(|finding| finding.kind == "anchor" && finding.seq.is_some());
    report.demand(named, || format!("{what}: the anchor does not name it"));
    Ok(())
}

/// The same life up to its half, and then another one.
fn rewritten(lived: &Lived, seed: u64, printed: &Head, report: &mut Report) -> Result<(), Trouble> {
    let half = head(&lived.half)?;
    let mut hotline = Hotline::open_with(&lived.half, &Options::new().seeded_salts(seed))?;
    for number in 0..1_500 {
        crate::writer::request(&mut hotline, seed, number, None)?;
    }
    drop(hotline);
    let stands = against(&lived.half, &[half])?.is_sound();
    report.demand(stands, || "an event from before the forgery does not stand".into());
    named_by_anchor("a history written anew from its half", &lived.half, printed, report)
}

fn head(file: &Path) -> gongdan::Result<Head> {
    Hotline::open_with(file, &Options::new().read_only())?.head()
}

fn against(file: &Path, anchors: &[Head]) -> gongdan::Result<Verified> {
    Hotline::open_with(file, &Options::new().read_only())?.verify_against(anchors, &mut |_, _| {})
}
