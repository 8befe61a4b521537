//! `gongdan verify`: checks the file and says what was checked.

use std::path::{Path, PathBuf};

use clap::Args;
use gongdan::{Finding, Invalid, Problem, Verified};
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
    /// Anchors from outside the file, one to a line: an event's number and its hash as an issue or
    /// a backup printed them; lines that begin with # are left out
    #[arg(long, value_name = "TEXT")]
    anchor: Option<PathBuf>,
}

impl Verify {
    /// Checks the file; findings are exit code 1.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let anchors = self.anchor.as_deref().map(anchors).transpose()?.unwrap_or_default();
        let hotline = open::reading(&self.file)?;
        let progress = Progress::begin(screen.word(words::VERIFYING));
        let verified = hotline.verify_against(&anchors, &mut |done, of| progress.at(done, of))?;
        drop(progress);
        match screen.json {
            true => screen.value(&value(&verified))?,
            false => lines(screen, &verified)?,
        }
        Ok(if verified.is_sound() { Exit::Done } else { Exit::Refused })
    }
}

/// The anchors that a file lists.
fn anchors(path: &Path) -> Result<Vec<(u64, String)>, Failure> {
    let text = std::fs::read_to_string(path).map_err(Failure::file(path))?;
    let lines =
        text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let malformed = || {
        let expected = "lines of an event's number and its hash";
        Invalid::new("anchor", Problem::Malformed { expected })
    };
    let anchor = |line: &str| {
        let mut words = line.split_whitespace();
        let seq = words.next().and_then(|seq| seq.parse().ok());
        seq.zip(words.next().map(str::to_owned)).ok_or_else(|| malformed().into())
    };
    lines.map(anchor).collect()
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
        "anchors": verified.anchors,
        "not_checked": verified.not_checked,
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
    let open = screen.word(words::NOT_CHECKED);
    verified.not_checked.iter().try_for_each(|what| screen.line(format_args!("{open}: {what}")))?;
    if verified.is_sound() {
        return screen.line(screen.word(words::SOUND));
    }
    let found = screen.word(words::FINDINGS);
    screen.line(format_args!("{found}: {}", verified.findings.len()))?;
    verified.findings.iter().try_for_each(|finding| screen.line(finding))
}
