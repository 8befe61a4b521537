//! A sweep: one write meets the same fault at its first call, its second, and so on, until it is
//! through before the fault comes.

use std::panic::{AssertUnwindSafe, catch_unwind};

use gongdan_tests::Dice;

use crate::report::{Report, Trouble};
use crate::standing::{Case, Head, Standing};
use crate::writes::Write;

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
}

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
        self.fault.loose(at);
        let done = catch_unwind(AssertUnwindSafe(|| self.standing.attempt(self.write, &file)));
        let struck = self.fault.take_away() > 0;
        let fault = format!("{} at call {at}", self.fault.name());
        let ended = done.ok().map(|done| done.map_err(|error| error.outcome()));
        let (write, after) = (self.write, self.after);
        let case = Case { write, fault: &fault, file: &file, ended, after };
        report.demand(ended.is_some(), || format!("{case}: a panic"));
        report.demand(struck || ended == Some(Ok(())), || {
            format!("{case}: failed without its fault")
        });
        self.standing.judge(&case, report);
        Ok(struck)
    }
}
