//! Backup under writing: while somebody writes, copies are made, and every one of them is whole
//! and stands at an event the source had (promise 11).

use gongdan::Hotline;
use gongdan_tests::found;

use crate::crew::{Crew, count_lost};
use crate::report::{Report, Trouble};
use crate::scratch;
use crate::standing::sound;
use crate::writer::How;

/// Makes so many copies.
///
/// # Errors
/// When the harness itself fails.
pub fn run(seed: u64, copies: u64) -> Result<Report, Trouble> {
    let folder = scratch::in_memory("backup");
    let file = folder.file("source.db");
    let source = found(&file)?;
    let mut report = Report::new("backup", seed);
    let crew = Crew::start(How::Steady, &file, seed * 100, 1, 600)?;
    crew.await_first()?;
    let mut heads = std::collections::BTreeSet::new();
    for nth in 0..copies {
        report.rounds += 1;
        let copy = folder.file(&format!("copy-{nth}.db"));
        source.backup_to(&copy)?;
        match sound(&copy) {
            Ok(head) => heads.insert(head),
            Err(unsound) => {
                report.damage(format!("copy {nth}: {unsound}"));
                continue;
            }
        };
        std::fs::remove_file(&copy)?;
    }
    let said = crew.kill()?;
    count_lost(&file, &said, &mut report)?;
    check_heads(&source, &heads, &mut report)?;
    Ok(report)
}

fn check_heads(
    source: &Hotline,
    heads: &std::collections::BTreeSet<(u64, String)>,
    report: &mut Report,
) -> gongdan::Result<()> {
    report.note(format!("{} different heads", heads.len()));
    report.demand(heads.len() > 1, || "nobody wrote while the copies were made".into());
    for (seq, hash) in heads {
        let had = source.hash_at(*seq)?.as_ref() == Some(hash);
        report
            .demand(had, || format!("a copy ends at event {seq} with a hash the source never had"));
    }
    Ok(())
}
