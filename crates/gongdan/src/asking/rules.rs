//! The rules in force, and one state of the file for several questions.

use gongdan_domain::{Moment, RegionId, Rounding, Rulebook};

use crate::fields::Reading;
use crate::hotline::Hotline;
use crate::words::{Error, Result};

impl Hotline {
    /// One state of the file for several questions.
    pub(crate) fn ask<T>(&self, ask: impl FnOnce(RegionId, &Rulebook) -> Result<T>) -> Result<T> {
        self.ask_now(|region, rules, _| ask(region, rules))
    }

    /// One state of the file, with the names of now: those in force at its latest moment.
    pub(crate) fn ask_now<T>(
        &self,
        ask: impl FnOnce(RegionId, &Rulebook, Reading<'_>) -> Result<T>,
    ) -> Result<T> {
        self.settle()?;
        self.store.read(|_| {
            let head = self.current_head()?;
            let rules = self.rules.borrow();
            let reading = Reading { register: &rules.book.register, at: head.last_at };
            ask(head.region, &rules.book, reading)
        })
    }

    /// The rules in force: founding, register, policy, calendar.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn rulebook(&self) -> Result<Rulebook> {
        self.ask(|_, rules| Ok(rules.clone()))
    }

    /// Who founded the file: the name on its first event.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn founder(&self) -> Result<String> {
        let first = self.ask(|region, _| self.store.events_between(region, 1, 1))?;
        let missing = || Error::plain(crate::ErrorKind::Corrupt, "the first event is missing");
        first.into_iter().next().map(|event| event.by).ok_or_else(missing)
    }

    /// How rates are printed at a moment.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn rounding(&self, at: Moment) -> Result<Rounding> {
        self.ask(|_, rules| Ok(rules.policy.rounding(at)))
    }
}
