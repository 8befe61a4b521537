//! `gongdan verify`: checks the file and says what was checked.

use std::path::PathBuf;

use clap::Args;
use gongdan::{Finding, Verified};
use serde_json::{Value, json};

use super::open;
use crate::exit::{Exit, Failure, Outcome};
use crate::progress::Progress;
use crate::screen::Screen;
use crate::words;

/// Which file.
#[derive(Args, Debug)]
pub(crate) struct Verify {
    /// The hotline's file
    file: PathBuf,
}

impl Verify {
    /// Checks the file; findings are exit code 1.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let hotline = open::reading(&self.file)?;
        let progress = Progress::begin(screen.word(words::VERIFYING));
        let verified = hotline.verify(&mut |done, of| progress.at(done, of))?;
        drop(progress);
        match screen.json {
            true => screen.value(&value(&verified))?,
            false => lines(screen, &verified)?,
        }
        Ok(if verified.is_sound() { Exit::Done } else { Exit::Refused })
    }
}

fn value(verified: &Verified) -> Value {
    let finding = |finding: &Finding| {
        json!({
            "kind": finding.kind,
            "seq": finding.seq,
            "ticket": finding.ticket,
            "what": finding.what,
        })
    };
    let findings: Vec<Value> = verified.findings.iter().map(finding).collect();
    json!({
        "sound": verified.is_sound(),
        "events": verified.events,
        "tickets": verified.tickets,
        "rows": verified.rows,
        "texts": verified.texts,
        "erased": verified.erased,
        "head": { "seq": verified.head.0, "hash": verified.head.1 },
        "findings": findings,
    })
}

fn lines(screen: &Screen, verified: &Verified) -> Result<(), Failure> {
    let counted = [
        (words::EVENTS, verified.events),
        (words::TICKETS, verified.tickets),
        (words::ROWS, verified.rows),
        (words::TEXTS, verified.texts),
        (words::ERASED, verified.erased),
    ];
    let counted = counted.map(|(name, count)| format!("{} {count}", screen.word(name)));
    screen.line(format_args!("{}: {}", screen.word(words::CHECKED), counted.join(", ")))?;
    let (seq, hash) = &verified.head;
    screen.line(format_args!("{}: {seq} {hash}", screen.word(words::HEAD)))?;
    if verified.is_sound() {
        return screen.line(screen.word(words::SOUND));
    }
    let found = screen.word(words::FINDINGS);
    screen.line(format_args!("{found}: {}", verified.findings.len()))?;
    verified.findings.iter().try_for_each(|finding| screen.line(finding))
}
