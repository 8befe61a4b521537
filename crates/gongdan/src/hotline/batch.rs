//! Several commands in one commit, and the batch that is begun and ended by hand.

use gongdan_domain::{Command, Intake, OfficeCommand, Problem, Stamp, TicketId};

use super::Hotline;
use super::commit::entries;
use crate::fields::Receipt;
use crate::fields::Written;
use crate::words::{Error, Result};

/// Several commands in one commit.
pub struct Batch<'a> {
    hotline: &'a mut Hotline,
}

impl Batch<'_> {
    /// The hotline, while the batch goes on: a failure of the machine has ended it, and what
    /// comes after must not begin a commit of its own.
    pub(super) fn going(&mut self) -> Result<&mut Hotline> {
        let goes_on = self.hotline.open.borrow().is_some();
        match goes_on {
            true => Ok(self.hotline),
            false => {
                let message = "the batch was ended by a failure; nothing of it was kept";
                Err(Error::plain(crate::ErrorKind::Io, message))
            }
        }
    }

    /// As [`Hotline::intake`].
    ///
    /// # Errors
    /// As there; a refusal leaves the batch as it was.
    pub fn intake(&mut self, stamp: &Stamp, intake: &Intake) -> Result<Receipt> {
        self.going()?.intake(stamp, intake)
    }

    /// As [`Hotline::execute`].
    ///
    /// # Errors
    /// As there; a refusal leaves the batch as it was.
    pub fn execute(
        &mut self,
        ticket: TicketId,
        stamp: &Stamp,
        command: &Command,
    ) -> Result<Receipt> {
        self.going()?.execute(ticket, stamp, command)
    }

    /// As [`Hotline::office`].
    ///
    /// # Errors
    /// As there; a refusal leaves the batch as it was.
    pub fn office(&mut self, stamp: &Stamp, command: OfficeCommand) -> Result<Vec<Written>> {
        self.going()?.office(stamp, command)
    }

    /// The hotline as the batch sees it: questions asked of it include what the batch did.
    pub fn hotline(&self) -> &Hotline {
        self.hotline
    }
}

impl Hotline {
    /// Runs several commands in one commit, all or nothing: an error that leaves the closure
    /// takes everything back.
    ///
    /// # Errors
    /// The closure's error, or that of the commit.
    pub fn batch<T>(&mut self, work: impl FnOnce(&mut Batch<'_>) -> Result<T>) -> Result<T> {
        self.begin()?;
        let done = work(&mut Batch { hotline: self });
        self.finish(done)
    }

    /// Runs commands as [`Hotline::batch`] does, takes all back, and says what they would write.
    ///
    /// # Errors
    /// The closure's error: what would be refused is refused here.
    pub fn dry_run<T>(
        &mut self,
        work: impl FnOnce(&mut Batch<'_>) -> Result<T>,
    ) -> Result<(T, Vec<Written>)> {
        self.begin()?;
        let done = work(&mut Batch { hotline: self });
        let entries = done.and_then(|done| Ok((done, self.pending()?)));
        self.roll_back()?;
        entries
    }

    /// Begins a batch by hand: every command until [`Hotline::commit`] shares one commit. For
    /// bindings; Rust callers use [`Hotline::batch`].
    ///
    /// # Errors
    /// `InvalidInput` when a batch is open; `Busy`, `ReadOnly`, `Io`.
    pub fn begin(&mut self) -> Result<()> {
        if self.open.borrow().is_some() {
            let rule = "a batch is open already";
            return Err(Error::invalid_input("batch", Problem::Rule { rule }));
        }
        self.store.begin()?;
        let begun = self.begin_writing();
        if begun.is_err() {
            self.forget()?;
        }
        begun
    }

    /// Puts the open batch on disk.
    ///
    /// # Errors
    /// `InvalidInput` when none is open, or a row of it is; `Io`, and then [`Error::outcome`] says whether the batch
    /// may be on disk all the same.
    pub fn commit(&mut self) -> Result<()> {
        self.ensure_row(false)?;
        self.finish(Ok(()))
    }

    /// Takes the open batch back, with its open row; nothing happens when none is open.
    ///
    /// # Errors
    /// `Io`.
    pub fn roll_back(&mut self) -> Result<()> {
        match self.open.borrow().is_some() {
            true => {}
            false => return Ok(()),
        }
        self.forget()
    }

    /// What the open batch would write if it were committed now, in order.
    ///
    /// # Errors
    /// `InvalidInput` when no batch is open.
    pub fn pending(&self) -> Result<Vec<Written>> {
        self.ensure_all_tickets()?;
        let open = self.open.borrow();
        let Some(open) = open.as_ref() else {
            let rule = "no batch is open";
            return Err(Error::invalid_input("batch", Problem::Rule { rule }));
        };
        let (first, last) = (open.first_seq, open.head.last_seq);
        entries(&self.store.events_between(open.head.region, first, last)?)
    }
}
