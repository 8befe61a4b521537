//! A process that writes, to be raced: `gongdan-test-writer FILE SEED COMMANDS`. It writes so many
//! commands, each with the version it has seen, and prints each event as `sequence hash ticket
//! version number` after it is acknowledged, and conflicts, too.
#![forbid(unsafe_code)]

use std::io::Write;
use std::path::Path;

use gongdan::{
    Command, Error, ErrorKind, Filter, Hotline, Intake, Moment, Page, Receipt, Result, Stamp,
};
use gongdan_tests::Dice;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Err(error) = run(&arguments) {
        eprintln!("gongdan-test-writer: {error}");
        std::process::exit(1);
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let [file, seed, commands] = arguments else { return Ok(()) };
    let mut writer = Writer {
        hotline: Hotline::open(Path::new(file))?,
        dice: Dice::new(seed.parse().unwrap_or(0)),
    };
    (0..commands.parse().unwrap_or(0)).try_for_each(|_| writer.race())
}

struct Writer {
    hotline: Hotline,
    dice: Dice,
}

impl Writer {
    fn stamp(&self) -> Result<Stamp> {
        Ok(Stamp::centre("坐席07", self.hotline.last_at()?.plus_ms(1_000)))
    }

    fn print(&self, receipt: &Receipt) -> Result<()> {
        let mut out = std::io::stdout().lock();
        for entry in &receipt.entries {
            let hash = self.hotline.hash_at(entry.seq)?.unwrap_or_default();
            let (ticket, version, number) = (receipt.ticket.0, receipt.version, &receipt.number);
            writeln!(out, "{} {hash} {ticket} {version} {number}", entry.seq).ok();
        }
        out.flush().ok();
        Ok(())
    }

    /// A command on any ticket of the file with the version seen before it, or a new ticket.
    fn race(&mut self) -> Result<()> {
        let found = self.hotline.find(&Filter::new(), Page::first(3))?;
        let done = match self.dice.chance(20) || found.tickets.is_empty() {
            true => self.hotline.intake(&self.stamp()?, &Intake::new("来电", "噪音")),
            false => {
                let seen = self.dice.one_of(&found.tickets);
                let guard = |stamp: &Stamp| stamp.clone().seen(seen.version);
                let stamp = Stamp::centre("坐席08", later(seen.last_at));
                let command = note(&mut self.dice);
                std::thread::yield_now();
                self.hotline.execute(seen.id, &guard(&stamp), &command)
            }
        };
        match done {
            Ok(receipt) => self.print(&receipt),
            Err(error) if error.kind() == ErrorKind::Conflict => conflict(&error),
            Err(error) => Err(error),
        }
    }
}

fn later(moment: Moment) -> Moment {
    moment.plus_ms(1)
}

fn note(dice: &mut Dice) -> Command {
    Command::Note { text: format!("第{}次联系", dice.below(1_000)) }
}

fn conflict(error: &Error) -> Result<()> {
    let (seen, stands) = error.versions().unwrap_or_default();
    println!("conflict {seen} {stands}");
    Ok(())
}
