//! Tampering by somebody who knows the file: guards switched off, rows and bytes changed by hand.
//! `verify` finds it and names the event or the ticket. Flipped bits are the torture's.

use std::path::{Path, PathBuf};

use gongdan::{Finding, Hotline, Options};
use gongdan_tests::{DEEDS, Named, hurt};

use crate::lived::Lived;

fn findings(path: &Path) -> Vec<Finding> {
    match Hotline::open_with(path, &Options::new().read_only()) {
        Ok(hotline) => hotline.verify(&mut |_, _| {}).expect("a report").findings,
        Err(error) => vec![Finding::new(error.kind().word(), error.to_string())],
    }
}

/// A file on which much has happened, in one piece.
fn whole(lived: &Lived, name: &str) -> PathBuf {
    let path = lived.folder.file(name);
    lived.hotline.backup_to(&path).expect("a copy");
    path
}

#[test]
fn every_deed_is_found_and_named() {
    let lived = Lived::new(101, 500);
    let whole = whole(&lived, "whole.db");
    assert!(findings(&whole).is_empty());
    let mut missed = Vec::new();
    for (index, deed) in DEEDS.iter().enumerate() {
        let path = lived.folder.file(&format!("hurt-{index}.db"));
        hurt(&whole, &path, deed.sql);
        let found = findings(&path);
        let named = found.iter().any(|finding| match deed.named {
            Named::Event => finding.seq.is_some(),
            Named::Ticket => finding.ticket.is_some(),
            Named::File => true,
        });
        if !named {
            missed.push(format!("{} ({:?}): {found:?}", deed.what, deed.named));
        }
    }
    assert!(missed.is_empty(), "not found or not named:\n{}", missed.join("\n"));
}
