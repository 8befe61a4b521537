//! Questions of somebody who may not see everything.

use gongdan_domain::{
    Limit, Moment, RegisterEntry, Rounding, Rulebook, Species, Stamp, TicketId, UnitId,
};

use super::explain::Explained;
use super::filter::{Filter, Page, Tickets};
use super::warnings::LimitWarning;
use crate::fields::{HistoryEntry, Sight, TicketText, TicketView};
use crate::hotline::Hotline;
use crate::words::{Error, ErrorKind, Result, Viewer};

/// A hotline as one viewer may see it: the same questions, and never more than the viewer may be told.
/// To a unit a ticket that it never had does not exist; its figures count its own tickets, and the lists
/// behind them are as long as they say. What is not narrowed so is not answered to it.
///
/// ```no_run
/// # fn main() -> gongdan::Result<()> {
/// use gongdan::{Filter, Hotline, Page, Viewer};
///
/// let hotline = Hotline::open("demo/hengdong.db")?;
/// let unit = hotline.viewed_by(Viewer::unit("县教育局"));
/// let own = unit.find(&Filter::new().open(), Page::first(20))?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct View<'a> {
    hotline: &'a Hotline,
    viewer: Viewer,
}

impl Hotline {
    /// The hotline as a viewer may see it. Questions that are asked of the hotline itself are the
    /// centre's.
    pub fn viewed_by(&self, viewer: Viewer) -> View<'_> {
        View { hotline: self, viewer }
    }

    /// The ticket that a command answers, as whoever gave it may see it. Who acted for a unit that stands for it no
    /// longer (a merger that was undone since) is told how the ticket stands, without its texts.
    ///
    /// # Errors
    /// As [`Hotline::ticket`].
    pub fn answered(&self, stamp: &Stamp, id: TicketId) -> Result<TicketView> {
        match self.viewed_by(Viewer::from(stamp)).ticket(id) {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                self.viewed_by(Viewer::Analyst).ticket(id)
            }
            seen => seen,
        }
    }

    /// What a viewer may see: a unit what it has under all its numbers, and what the units had that it
    /// took over.
    fn sight_of(&self, viewer: &Viewer) -> Result<Sight> {
        match viewer {
            Viewer::Centre | Viewer::Supervisor => Ok(Sight::default()),
            Viewer::Analyst => Ok(Sight::without_texts()),
            Viewer::Unit(name) => Ok(Sight::of_unit(self.numbers_of(name)?)),
        }
    }

    /// The numbers of the units that stand now for the same as the one of a name.
    fn numbers_of(&self, name: &str) -> Result<Vec<UnitId>> {
        self.ask_now(|_, rules, reading| {
            let standing = |id| rules.register.standing(Species::Unit, id, reading.at);
            let found = rules.register.find(Species::Unit, name);
            let named = standing(found.map_err(|unknown| unknown.named("viewer"))?.id);
            let same = |unit: &&RegisterEntry| standing(unit.id) == named;
            Ok(rules.register.all(Species::Unit).filter(same).map(|unit| unit.id).collect())
        })
    }
}

impl View<'_> {
    /// Who asks.
    pub fn viewer(&self) -> &Viewer {
        &self.viewer
    }

    /// Asks anything of the hotline as the viewer: whatever the closure asks is narrowed to what the
    /// viewer may see, or refused.
    ///
    /// # Errors
    /// The closure's error; `InvalidInput` names `viewer` where it is a unit that nobody knows, or a
    /// question is not answered to it; `Io`, `Corrupt`.
    pub fn ask<T, E: From<Error>>(
        &self,
        ask: impl FnOnce(&Hotline) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let sight = self.hotline.sight_of(&self.viewer)?;
        let _narrowed = self.hotline.store.through(sight);
        ask(self.hotline)
    }

    /// As [`Hotline::ticket`]; the matter is nothing where it is withheld, and so is a pointer to a
    /// ticket that does not exist to the viewer.
    ///
    /// # Errors
    /// As there.
    pub fn ticket(&self, id: TicketId) -> Result<TicketView> {
        self.ask(|hotline| hotline.ticket(id))
    }

    /// As [`Hotline::ticket_by_number`].
    ///
    /// # Errors
    /// As there.
    pub fn ticket_by_number(&self, number: &str) -> Result<TicketView> {
        self.ask(|hotline| hotline.ticket_by_number(number))
    }

    /// As [`Hotline::find`]; a text is looked for in what the viewer may read.
    ///
    /// # Errors
    /// As there; `InvalidInput` names `text` when an analyst looks for one.
    pub fn find(&self, filter: &Filter, page: Page) -> Result<Tickets> {
        self.ask(|hotline| hotline.find(filter, page))
    }

    /// As [`Hotline::history`]: every event of the ticket, with the texts that the viewer may read.
    ///
    /// # Errors
    /// As there.
    pub fn history(&self, id: TicketId) -> Result<Vec<HistoryEntry>> {
        self.ask(|hotline| hotline.history(id))
    }

    /// As [`Hotline::texts`], those that the viewer may read.
    ///
    /// # Errors
    /// As there.
    pub fn texts(&self, id: TicketId) -> Result<Vec<TicketText>> {
        self.ask(|hotline| hotline.texts(id))
    }

    /// As [`Hotline::attached_file`].
    ///
    /// # Errors
    /// As there.
    pub fn attached_file(&self, id: TicketId, no: u32) -> Result<Vec<u8>> {
        self.ask(|hotline| hotline.attached_file(id, no))
    }

    /// As [`Hotline::explain`].
    ///
    /// # Errors
    /// As there.
    pub fn explain(&self, id: TicketId) -> Result<Vec<Explained>> {
        self.ask(|hotline| hotline.explain(id))
    }

    /// As [`Hotline::warnings`], of the tickets that the viewer may see.
    ///
    /// # Errors
    /// As there.
    pub fn warnings(&self, as_of: Moment) -> Result<Vec<LimitWarning>> {
        self.ask(|hotline| hotline.warnings(as_of))
    }

    /// As [`Hotline::end_of`].
    ///
    /// # Errors
    /// As there.
    pub fn end_of(&self, limit: Limit, given: Moment) -> Result<Moment> {
        self.ask(|hotline| hotline.end_of(limit, given))
    }

    /// As [`Hotline::rulebook`]: the office's own rules and names are for everybody.
    ///
    /// # Errors
    /// As there.
    pub fn rulebook(&self) -> Result<Rulebook> {
        self.ask(Hotline::rulebook)
    }

    /// As [`Hotline::rounding`].
    ///
    /// # Errors
    /// As there.
    pub fn rounding(&self, at: Moment) -> Result<Rounding> {
        self.ask(|hotline| hotline.rounding(at))
    }
}
