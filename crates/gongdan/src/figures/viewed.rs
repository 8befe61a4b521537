//! Figures, and the tickets behind them, as one viewer may see them.

use gongdan_domain::{Count, Moment, Period};

use super::answer::{Figures, Row, TicketRef};
use super::key::Key;
use super::listing::Cell;
use super::question::Question;
use crate::asking::View;
use crate::words::Result;

impl View<'_> {
    /// As [`Hotline::figures`](crate::Hotline::figures), over the tickets that the viewer may see.
    ///
    /// # Errors
    /// As there.
    pub fn figures(&self, question: &Question) -> Result<Figures> {
        self.ask(|hotline| hotline.figures(question))
    }

    /// As [`Hotline::figures_of`](crate::Hotline::figures_of), over the tickets that the viewer may see.
    ///
    /// # Errors
    /// As there.
    pub fn figures_of(&self, questions: &[Question]) -> Result<Vec<Figures>> {
        self.ask(|hotline| hotline.figures_of(questions))
    }

    /// As [`Hotline::behind`](crate::Hotline::behind), the tickets that the viewer may see.
    ///
    /// # Errors
    /// As there.
    pub fn behind(
        &self,
        figures: &Figures,
        row: Option<&Row>,
        count: Count,
    ) -> Result<Vec<TicketRef>> {
        self.ask(|hotline| hotline.behind(figures, row, count))
    }

    /// As [`Hotline::behind_each`](crate::Hotline::behind_each), the tickets that the viewer may see.
    ///
    /// # Errors
    /// As there.
    pub fn behind_each(
        &self,
        figures: &Figures,
        cells: &[Cell<'_>],
    ) -> Result<Vec<Vec<TicketRef>>> {
        self.ask(|hotline| hotline.behind_each(figures, cells))
    }

    /// As [`Hotline::between`](crate::Hotline::between), the tickets that the viewer may see.
    ///
    /// # Errors
    /// As there.
    pub fn between(
        &self,
        question: &Question,
        counted: Count,
        not_counted: Count,
    ) -> Result<Vec<TicketRef>> {
        self.ask(|hotline| hotline.between(question, counted, not_counted))
    }

    /// As [`Hotline::contacts`](crate::Hotline::contacts): they belong to no ticket, and are for
    /// everybody.
    ///
    /// # Errors
    /// As there.
    pub fn contacts(&self, period: &Period, as_of: Moment) -> Result<Vec<(Key, i64)>> {
        self.ask(|hotline| hotline.contacts(period, as_of))
    }
}
