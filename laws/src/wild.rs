//! A wild life: a county whose desk, units and supervisors do random things to many tickets, most of
//! them sensible, through the library's own commands. It knows each ticket as its events made it, so
//! that it can choose what hurts: late, early to the millisecond, out of order, given back, merged.

use std::collections::BTreeMap;
use std::path::Path;

use gongdan::{Batch, ErrorKind, Hotline, Moment, Options, Result, Stamp, TicketId, Verb};
use gongdan_domain::Ticket;
use gongdan_tests::{Dice, at, found_with};

use crate::office::Office;
use crate::{deeds, taking_in};

pub(crate) const MINUTE: i64 = 60_000;
pub(crate) const DAY: i64 = 86_400_000;
/// How many commands share a commit.
const COMMIT: usize = 200;

/// A life that goes on.
pub struct Wild {
    pub(crate) dice: Dice,
    pub(crate) now: Moment,
    pub(crate) office: Office,
    pub(crate) known: Vec<Ticket>,
    wanted: usize,
    /// How often each verb was granted.
    pub taken: BTreeMap<Verb, usize>,
    /// How many commands were refused.
    pub refused: usize,
}

impl Wild {
    /// Lives so many tickets on a new file.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn live(path: &Path, seed: u64, tickets: usize) -> Result<(Hotline, Self)> {
        let mut hotline = found_with(path, &Options::new().seeded_salts(seed))?;
        let mut wild = Self::new(seed, tickets);
        hotline.batch(|batch| wild.office.open(batch, wild.now))?;
        while !wild.is_over() {
            hotline.batch(|batch| (0..COMMIT).try_for_each(|_| wild.step(batch)))?;
        }
        Ok((hotline, wild))
    }

    fn new(seed: u64, wanted: usize) -> Self {
        let (dice, now) = (Dice::new(seed), at("2020-08-20 09:00"));
        let (known, taken) = (Vec::new(), BTreeMap::new());
        Self { dice, now, office: Office::new(), known, wanted, taken, refused: 0 }
    }

    /// Enough tickets, and every command taken: a small life goes on until it has seen all.
    fn is_over(&self) -> bool {
        let seen = self.taken.len() == Verb::ALL.len();
        self.known.len() >= self.wanted && (seen || self.known.len() >= 20 * self.wanted)
    }

    fn step(&mut self, batch: &mut Batch<'_>) -> Result<()> {
        self.pass_time();
        match self.dice.below(100) {
            0..=1 => self.office.change(batch, &mut self.dice, self.now),
            2..=9 => self.take_in(batch),
            _ if self.known.is_empty() => self.take_in(batch),
            _ => self.deed(batch),
        }
    }

    /// Minutes mostly; sometimes nothing at all, a weekend, or right to the edge of a limit.
    fn pass_time(&mut self) {
        let minutes = match self.dice.below(200) {
            0 => 60 * (1 + self.dice.below(80)),
            1..=30 => 0,
            31..=36 => return self.jump_to_a_limit(),
            _ => self.dice.below(50),
        };
        self.now = self.now.plus_ms(minutes as i64 * MINUTE + self.dice.below(60_000) as i64);
    }

    /// On the millisecond of a limit that runs, or one beside it.
    fn jump_to_a_limit(&mut self) {
        let Some(ticket) = self.pick() else { return };
        let ticket = &self.known[ticket];
        let limits = [ticket.late_by(), ticket.running_sign_off_limit()];
        let beside = self.dice.below(3) as i64 - 1;
        let soon = |by: &Moment| *by > self.now && *by < self.now.plus_ms(2 * DAY);
        if let Some(by) = limits.into_iter().flatten().find(soon) {
            self.now = by.plus_ms(beside).max(self.now);
        }
    }

    fn take_in(&mut self, batch: &mut Batch<'_>) -> Result<()> {
        let intake = taking_in::intake(&mut self.dice, &self.office);
        let late = self.dice.chance(20);
        let back = if late { self.dice.below(3 * 1_440) as i64 * MINUTE } else { 0 };
        let stamp = Stamp::centre("坐席03", self.now.plus_ms(-back));
        if let Some(receipt) = self.granted(batch.intake(&stamp, &intake), Verb::Intake)?
            && !receipt.repeated
        {
            self.known.push(known(batch.hotline(), receipt.ticket)?);
        }
        Ok(())
    }

    /// A ticket: one of those that are open, one of the newest, or any.
    fn pick(&mut self) -> Option<usize> {
        let all = self.known.len();
        let near = |dice: &mut Dice, among: usize| all - 1 - dice.below(among.min(all));
        match (all, self.dice.below(20)) {
            (0, _) => None,
            (_, 0..=8) => Some(near(&mut self.dice, 25)),
            (_, 9..=17) => {
                let from = near(&mut self.dice, 400);
                let open = (from..all).find(|nth| !self.known[*nth].is_ended());
                open.or(Some(from))
            }
            _ => Some(self.dice.below(all)),
        }
    }

    fn deed(&mut self, batch: &mut Batch<'_>) -> Result<()> {
        let Some(nth) = self.pick() else { return Ok(()) };
        let (stamp, command) = deeds::next(self, nth);
        let id = self.known[nth].id;
        let verb = command.verb();
        if self.granted(batch.execute(id, &stamp, &command), verb)?.is_some() {
            self.known[nth] = known(batch.hotline(), id)?;
        }
        Ok(())
    }

    /// A refusal changes nothing, and is no failure; nor is that a ticket which a unit never had does not
    /// exist to it.
    fn granted<T>(&mut self, done: Result<T>, verb: Verb) -> Result<Option<T>> {
        match done {
            Ok(receipt) => {
                *self.taken.entry(verb).or_default() += 1;
                Ok(Some(receipt))
            }
            Err(error)
                // (A platform sends a number again whose matter was amended meanwhile: that is a conflict.)
                if matches!(
                    error.kind(),
                    ErrorKind::Refused
                        | ErrorKind::InvalidInput
                        | ErrorKind::NotFound
                        | ErrorKind::Conflict
                ) =>
            {
                self.refused += 1;
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }
}

/// A ticket as its events made it.
fn known(hotline: &Hotline, id: TicketId) -> Result<Ticket> {
    let history = hotline.history(id)?;
    let events = history.into_iter().map(|entry| (entry.at, entry.event));
    Ok(Ticket::fold(id, events).expect("a ticket's first event is its intake"))
}

impl Wild {
    /// What was lived, in a line.
    pub fn told(&self) -> String {
        let verbs: Vec<String> =
            self.taken.iter().map(|(verb, times)| format!("{verb} {times}")).collect();
        let (tickets, refused, now) = (self.known.len(), self.refused, self.now);
        format!("{tickets} tickets until {now}, {refused} refused; {}", verbs.join(", "))
    }
}
