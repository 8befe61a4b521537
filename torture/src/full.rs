//! A full disk: writing stops cleanly and nothing acknowledged is lost, reading and verifying go
//! on, a copy can be made elsewhere, and work goes on where it stopped when there is space again
//! (promise 8).

use gongdan::{ErrorKind, Filter, Hotline, Page};
use gongdan_tests::{Dice, Folder, found};

use crate::report::{Report, Trouble};
use crate::standing::{Head, sound};
use crate::writer::request;
use crate::{scratch, shim};

/// Fills the disk so many times.
///
/// # Errors
/// When the harness itself fails.
pub fn run(seed: u64, rounds: u64) -> Result<Report, Trouble> {
    shim::install()?;
    let (folder, elsewhere) = (scratch::in_memory("full"), scratch::in_memory("elsewhere"));
    let file = folder.file("full.db");
    drop(found(&file)?);
    shim::crowd(folder.path());
    let mut disk = Filled { hotline: Hotline::open(&file)?, seed, number: 0 };
    let mut report = Report::new("full", seed);
    let mut dice = Dice::new(seed);
    for round in 0..rounds {
        shim::leave_space(Some(dice.below(800_000) as u64));
        disk.fill(&mut report)?;
        disk.read_on(&elsewhere, round, &mut report)?;
        shim::leave_space(None);
        disk.go_on(&mut report)?;
        if round % 3 == 0 {
            disk.hotline = Hotline::open(&file)?;
        }
    }
    drop(disk);
    sound(&file).map(drop).unwrap_or_else(|unsound| report.damage(unsound.to_string()));
    Ok(report)
}

struct Filled {
    hotline: Hotline,
    seed: u64,
    number: u64,
}

impl Filled {
    /// Writes until there is no space.
    fn fill(&mut self, report: &mut Report) -> Result<(), Trouble> {
        report.rounds += 1;
        for _ in 0..10_000 {
            self.number += 1;
            match request(&mut self.hotline, self.seed, self.number, None) {
                Ok(_) => report.acknowledged += 1,
                Err(error) => {
                    let kind = error.kind();
                    report.demand(kind == ErrorKind::Io, || format!("a full disk answers {error}"));
                    return Ok(());
                }
            }
        }
        Err("the disk never filled".into())
    }

    /// Everything acknowledged can be read, verified and copied elsewhere.
    fn read_on(&self, elsewhere: &Folder, round: u64, report: &mut Report) -> Result<(), Trouble> {
        let copy = elsewhere.file(&format!("copy-{round}.db"));
        let found = self.hotline.find(&Filter::new(), Page::all())?.tickets.len() as u64;
        let acknowledged = report.acknowledged;
        report.lose(acknowledged.saturating_sub(found), || {
            format!("{acknowledged} tickets acknowledged, {found} found")
        });
        self.hotline.backup_to(&copy)?;
        let head: Head = self.hotline.head()?;
        match sound(&copy) {
            Ok(copied) => report.demand(copied == head, || "the copy ends elsewhere".into()),
            Err(unsound) => report.damage(format!("the copy: {unsound}")),
        }
        let verified = self.hotline.verify(&mut |_, _| {})?;
        verified.findings.first().iter().for_each(|finding| report.damage(finding.to_string()));
        Ok(())
    }

    /// The request that met the full disk is tried again; its event comes right after the last.
    fn go_on(&mut self, report: &mut Report) -> Result<(), Trouble> {
        let (seq, _) = self.hotline.head()?;
        let receipt = request(&mut self.hotline, self.seed, self.number, None)?;
        report.acknowledged += 1;
        let first = receipt.entries.first().map_or(0, |entry| entry.seq);
        report.unknown += u64::from(receipt.repeated);
        report.demand(receipt.repeated || first == seq + 1, || {
            format!("event {first} follows event {seq}")
        });
        Ok(())
    }
}
