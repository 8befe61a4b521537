//! A process that writes, to be raced and killed: `gongdan-test-writer HOW FILE SEED [COMMANDS]`.
//!
//! `careful` prints each event as `sequence hash ticket version number` after it is acknowledged
//! and goes on until it is killed. `boastful` is the mutant that a good test must catch: it prints
//! before its commit. `racing` writes so many commands, each with the version it has seen, and
//! prints conflicts, too.
#![forbid(unsafe_code)]

use std::io::Write;
use std::path::Path;

use gongdan::{
    Command, Error, ErrorKind, Filter, Guard, Hotline, Intake, Moment, Page, Receipt, Result,
    Stamp, TicketId,
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
    let [how, file, seed, rest @ ..] = arguments else { return Ok(()) };
    let mut writer = Writer {
        hotline: Hotline::open(Path::new(file))?,
        dice: Dice::new(seed.parse().unwrap_or(0)),
        tickets: Vec::new(),
    };
    match how.as_str() {
        "careful" => loop {
            let receipt = writer.write()?;
            writer.print(&receipt)?;
        },
        "boastful" => loop {
            writer.boast()?;
        },
        _ => {
            let commands = rest.first().and_then(|text| text.parse().ok()).unwrap_or(0);
            (0..commands).try_for_each(|_| writer.race())
        }
    }
}

struct Writer {
    hotline: Hotline,
    dice: Dice,
    tickets: Vec<TicketId>,
}

impl Writer {
    fn stamp(&self) -> Result<Stamp> {
        Ok(Stamp::centre("坐席07", self.hotline.last_at()?.plus_ms(1_000)))
    }

    /// A new ticket, or a note on one of the last.
    fn write(&mut self) -> Result<Receipt> {
        let stamp = self.stamp()?;
        match self.tickets.last().copied().filter(|_| self.dice.chance(60)) {
            Some(ticket) => self.hotline.execute(ticket, &stamp, &note(&mut self.dice)),
            None => {
                let receipt = self.hotline.intake(&stamp, &Intake::new("来电", "路灯不亮"))?;
                self.tickets.push(receipt.ticket);
                Ok(receipt)
            }
        }
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

    /// Ten commands in one commit, each said to be done before it is.
    fn boast(&mut self) -> Result<()> {
        self.hotline.begin()?;
        for _ in 0..10 {
            let receipt = self.write()?;
            self.print(&receipt)?;
        }
        self.hotline.commit()
    }

    /// A command on any ticket of the file with the version seen before it, or a new ticket.
    fn race(&mut self) -> Result<()> {
        let found = self.hotline.find(&Filter::new(), Page::first(3))?;
        let done = match self.dice.chance(20) || found.tickets.is_empty() {
            true => self.hotline.intake(&self.stamp()?, &Intake::new("来电", "噪音")),
            false => {
                let seen = self.dice.one_of(&found.tickets);
                let guard = Guard::default().seen(seen.version);
                let stamp = Stamp::centre("坐席08", later(seen.last_at));
                let command = note(&mut self.dice);
                std::thread::yield_now();
                self.hotline.execute_guarded(seen.id, &guard, &stamp, &command)
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
