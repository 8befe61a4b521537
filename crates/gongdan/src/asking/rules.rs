//! The rules in force, and one state of the file for several questions.

use gongdan_domain::{Moment, Problem, RegionId, Rounding, Rulebook};

use crate::fields::Reading;
use crate::hotline::Hotline;
use crate::words::{Error, Result};

impl Hotline {
    /// One state of the file for several questions, which are for whoever sees every ticket: what does
    /// not narrow its answer is not asked by a unit.
    pub(crate) fn ask<T>(&self, ask: impl FnOnce(RegionId, &Rulebook) -> Result<T>) -> Result<T> {
        self.ensure_all_tickets()?;
        self.ask_now(|region, rules, _| ask(region, rules))
    }

    /// Refuses a question whose answer is not narrowed to what a unit may see.
    pub(crate) fn ensure_all_tickets(&self) -> Result<()> {
        match self.store.sight().units() {
            None => Ok(()),
            Some(_) => {
                let rule = "this question is not answered to a unit";
                Err(Error::invalid_input("viewer", Problem::Rule { rule }))
            }
        }
    }

    /// Refuses a question whose answer holds texts that cannot be left out.
    pub(crate) fn ensure_everything(&self) -> Result<()> {
        self.ensure_all_tickets()?;
        match self.store.sight().is_textless() {
            false => Ok(()),
            true => {
                let rule = "an analyst sees no texts";
                Err(Error::invalid_input("viewer", Problem::Rule { rule }))
            }
        }
    }

    /// One state of the file, with the names of now: those in force at its latest moment. What is told
    /// is narrowed to what whoever asks may see: the store gives no other ticket, and
    /// [`Hotline::as_seen`] and the texts are masked.
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
        self.ask_now(|_, rules, _| Ok(rules.clone()))
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
        self.ask_now(|_, rules, _| Ok(rules.policy.rounding(at)))
    }
}
