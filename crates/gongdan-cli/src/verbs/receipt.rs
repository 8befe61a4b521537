//! What a verb that wrote says: the ticket as it stands now, and the events.

use gongdan::{Batch, Hotline, OfficeCommand, Receipt, Stamp, Verb, Written};
use serde_json::{Value, json};

use crate::exit::{Exit, Outcome};
use crate::screen::Screen;
use crate::shown;
use crate::words;

/// Prints the receipt of a command on a ticket.
pub(crate) fn of_ticket(screen: &Screen, verb: Verb, receipt: &Receipt, tried: bool) -> Outcome {
    if screen.json {
        let mut said = shown::object(receipt.values());
        said["dry_run"] = json!(tried);
        screen.value(&said)?;
        return Ok(Exit::Done);
    }
    let verb = screen.word((verb.term(), verb.word()));
    let stage = screen.word((receipt.stage.term(), receipt.stage.word()));
    let version = screen.word(words::VERSION);
    let number = &receipt.number;
    screen.line(format_args!("{number}  {verb}  {stage}  ({version} {})", receipt.version))?;
    if receipt.repeated {
        screen.line(screen.word(words::REPEATED))?;
    }
    if tried { tried_entries(screen, &receipt.entries) } else { Ok(Exit::Done) }
}

/// Prints what was written for the office.
fn of_office(screen: &Screen, entries: &[Written], tried: bool) -> Outcome {
    if screen.json {
        screen.value(&json!({ "entries": listed(entries), "dry_run": tried }))?;
        return Ok(Exit::Done);
    }
    if tried {
        return tried_entries(screen, entries);
    }
    if entries.is_empty() {
        screen.line(screen.word(words::NOTHING_CHANGES))?;
        return Ok(Exit::Done);
    }
    let events: Vec<&str> = entries.iter().map(|entry| entry.event).collect();
    screen.line(format_args!("{}: {}", screen.word(words::DONE), events.join(", ")))?;
    Ok(Exit::Done)
}

fn tried_entries(screen: &Screen, entries: &[Written]) -> Outcome {
    screen.line(screen.word(words::TRIED))?;
    for entry in entries {
        screen.line(format_args!("{} {}", entry.seq, entry.event))?;
    }
    Ok(Exit::Done)
}

fn listed(entries: &[Written]) -> Vec<Value> {
    entries.iter().map(|entry| json!({ "seq": entry.seq, "event": entry.event })).collect()
}

/// Executes commands to the office in one commit, or tries them, and prints what was written.
pub(crate) fn run_office(
    screen: &Screen,
    hotline: &mut Hotline,
    stamp: &Stamp,
    commands: Vec<OfficeCommand>,
    tried: bool,
) -> Outcome {
    let work = |batch: &mut Batch<'_>| {
        let mut entries = Vec::new();
        for command in commands {
            entries.extend(batch.office(stamp, command)?);
        }
        Ok(entries)
    };
    let entries = match tried {
        true => hotline.dry_run(work)?.1,
        false => hotline.batch(work)?,
    };
    of_office(screen, &entries, tried)
}
