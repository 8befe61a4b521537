//! A sweep: one write meets the same fault at its first call, its second, and so on, until it is
//! through before the fault comes.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use gongdan::{Hotline, Outcome};
use gongdan_tests::Dice;

use crate::report::{Report, Trouble};
use crate::standing::{Case, Head, Standing};
use crate::writes::{Write, options};

/// A fault that can be let loose at any call.
pub trait Looseable {
    /// Lets it loose at the how many-th call, from one.
    fn loose(&self, at: u64);
    /// Takes it away and says how often it struck.
    fn take_away(&self) -> u64;
    /// What it is, for a person.
    fn name(&self) -> String;
}

/// One write under one fault.
pub struct Sweep<'a> {
    /// The file it works on.
    pub standing: &'a Standing,
    /// The write.
    pub write: Write,
    /// Where the journal stands when it is done.
    pub after: &'a Head,
    /// The fault.
    pub fault: &'a dyn Looseable,
    /// One in so many calls is hit.
    pub one_in: u64,
    /// Whether the handle is opened before the fault, and goes on after it.
    pub held: bool,
}

/// How an attempt ended, and whether the fault struck.
type Ended = (Option<std::result::Result<(), Outcome>>, bool);

impl Sweep<'_> {
    /// Sweeps.
    ///
    /// # Errors
    /// When the harness itself fails.
    pub fn run(&self, dice: &mut Dice, report: &mut Report) -> Result<(), Trouble> {
        let mut at = 1 + dice.below(self.one_in as usize) as u64;
        while self.strikes(at, report)? {
            at += 1 + dice.below(2 * self.one_in as usize - 1) as u64;
        }
        Ok(())
    }

    fn strikes(&self, at: u64, report: &mut Report) -> Result<bool, Trouble> {
        let file = self.standing.put(self.write)?;
        let fault = format!("{} at call {at}", self.fault.name());
        let (ended, struck) = match self.held {
            true => self.held(&file, at, &fault, report)?,
            false => self.opening(&file, at),
        };
        let (write, after) = (self.write, self.after);
        let case = Case { write, fault: &fault, file: &file, ended, after };
        report.demand(ended.is_some(), || format!("{case}: a panic"));
        report.demand(struck || ended == Some(Ok(())), || {
            format!("{case}: failed without its fault")
        });
        self.standing.judge(&case, report);
        Ok(struck)
    }

    /// The fault strikes from the opening of the file to its closing.
    fn opening(&self, file: &Path, at: u64) -> Ended {
        self.fault.loose(at);
        let done = catch_unwind(AssertUnwindSafe(|| self.standing.attempt(self.write, file)));
        let struck = self.fault.take_away() > 0;
        (done.ok().map(|done| done.map_err(|error| error.outcome())), struck)
    }

    /// The fault strikes an open handle, which then tries again itself and must succeed.
    fn held(
        &self,
        file: &Path,
        at: u64,
        fault: &str,
        report: &mut Report,
    ) -> Result<Ended, Trouble> {
        let mut hotline = Hotline::open_with(file, &options())?;
        self.fault.loose(at);
        let done = self.perform(&mut hotline, file);
        let struck = self.fault.take_away() > 0;
        let Ok(Err(error)) = done else {
            return Ok((done.ok().map(|_| Ok(())), struck));
        };
        let write = self.write;
        let there = self.standing.holds(&hotline, self.after)?;
        let denied = error.outcome() == Outcome::NotCommitted && there;
        report.demand(!denied, || format!("{write:?}, {fault}: said not to be committed, and is"));
        report.unknown += u64::from(there);
        let again = self.perform(&mut hotline, file);
        let goes_on = matches!(again, Ok(Ok(())));
        report.demand(goes_on, || {
            format!("{write:?}, {fault}: {error}; the same handle, tried again: {again:?}")
        });
        Ok((goes_on.then_some(Ok(())), struck))
    }

    fn perform(
        &self,
        hotline: &mut Hotline,
        file: &Path,
    ) -> std::thread::Result<gongdan::Result<()>> {
        let perform = || self.standing.perform(self.write, hotline, file);
        catch_unwind(AssertUnwindSafe(perform))
    }
}
