//! A row of a batch: several commands that stand or fall together inside its one commit.

use gongdan_domain::Problem;

use super::batch::Batch;
use super::commit::no_batch;
use super::door::{BeforeRow, Hotline, Open, Rules};
use crate::words::{Error, Result};

impl Batch<'_> {
    /// Commands that stand or fall together, a row of a sheet for instance: an error that leaves the closure takes back
    /// what they did, and the batch goes on as it was before them. Whoever goes on with the batch keeps the error;
    /// whoever hands it on takes the batch back too. Rows do not stand inside each other.
    ///
    /// ```
    /// # use gongdan::{Command, ErrorKind, Hotline, Intake, Stamp};
    /// # fn take(hotline: &mut Hotline, stamp: &Stamp, rows: &[Intake]) -> gongdan::Result<u64> {
    /// hotline.batch(|batch| {
    ///     let mut refused = 0;
    ///     for intake in rows {
    ///         let taken = batch.row(|row| {
    ///             let ticket = row.intake(stamp, intake)?.ticket;
    ///             row.execute(ticket, stamp, &Command::transfer("县城管执法局"))
    ///         });
    ///         match taken {
    ///             Err(error) if error.kind() != ErrorKind::Refused => return Err(error),
    ///             taken => refused += u64::from(taken.is_err()),
    ///         }
    ///     }
    ///     Ok(refused)
    /// })
    /// # }
    /// ```
    ///
    /// # Errors
    /// The closure's error; `InvalidInput` when a row is open already; `Io`, and then the batch has ended.
    pub fn row<T>(&mut self, work: impl FnOnce(&mut Batch<'_>) -> Result<T>) -> Result<T> {
        self.going()?.begin_row()?;
        let done = work(self);
        match (done, self.going()) {
            (Ok(done), hotline) => hotline?.keep_row().map(|()| done),
            // A failure of the machine has taken the whole batch back, its row with it.
            (Err(error), Err(_)) => Err(error),
            (Err(error), Ok(hotline)) => hotline.take_row_back().and(Err(error)),
        }
    }
}

impl Hotline {
    /// Begins a row of the open batch by hand: what comes until [`Hotline::keep_row`] can be taken back by itself. For
    /// bindings; Rust callers use [`Batch::row`].
    ///
    /// # Errors
    /// `InvalidInput` when no batch is open, or a row is; `Io`, and then the batch has ended.
    pub fn begin_row(&mut self) -> Result<()> {
        self.ensure_row(false)?;
        self.write(|hotline| {
            // What lags behind is of the rows before: it must not go with this one.
            hotline.settle()?;
            hotline.store.mark()?;
            hotline.with_open(|open| open.row = Some(Box::new(BeforeRow::of(open))))
        })
    }

    /// Keeps the open row: from now on it stands or falls with its batch.
    ///
    /// # Errors
    /// `InvalidInput` when none is open; `Io`, and then the batch has ended.
    pub fn keep_row(&mut self) -> Result<()> {
        self.ensure_row(true)?;
        self.write(|hotline| {
            hotline.with_open(|open| open.row = None)?;
            hotline.store.keep_since_mark()
        })
    }

    /// Takes the open row back; the batch goes on as it was before.
    ///
    /// # Errors
    /// `InvalidInput` when none is open; `Io`, and then the batch has ended.
    pub fn take_row_back(&mut self) -> Result<()> {
        self.ensure_row(true)?;
        self.write(Self::go_back)
    }

    fn go_back(&mut self) -> Result<()> {
        self.store.back_to_mark()?;
        self.shelf.borrow_mut().clear();
        let put = self.with_open(Open::go_back)?;
        // What was put beside belongs to no event now.
        let _ = self.store.take_away_beside(&put);
        let office_seq = self.open_head()?.office_seq;
        if self.rules.borrow().seq > office_seq {
            self.rules.replace(Rules::default());
        }
        self.current_head().map(drop)
    }

    /// Refuses what is about a row where there is none, or one already.
    pub(super) fn ensure_row(&self, wanted: bool) -> Result<()> {
        let open = self.open.borrow();
        let rule = match open.as_ref().map(|open| open.row.is_some()) {
            None => "no batch is open",
            Some(true) if !wanted => "a row of the batch is open",
            Some(false) if wanted => "no row of the batch is open",
            Some(_) => return Ok(()),
        };
        Err(Error::invalid_input("batch", Problem::Rule { rule }))
    }

    fn with_open<T>(&self, change: impl FnOnce(&mut Open) -> T) -> Result<T> {
        self.open.borrow_mut().as_mut().map(change).ok_or_else(no_batch)
    }
}
