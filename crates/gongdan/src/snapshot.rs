//! One state of the file: several questions of it, its head, and the tickets between two counts.

use gongdan_domain::{Count, Problem};

use crate::answer::TicketRef;
use crate::error::{Error, Result};
use crate::figures::view_of;
use crate::hotline::Hotline;
use crate::question::Question;
use crate::store::{Source, hex};

impl Hotline {
    /// Asks several questions of one state of the file: what others commit meanwhile is not seen.
    ///
    /// # Errors
    /// The closure's error; `Busy`, `Io`.
    pub fn read<T>(&self, ask: impl FnOnce(&Self) -> Result<T>) -> Result<T> {
        self.settle()?;
        self.store.read(|_| ask(self))
    }

    /// The head of the journal: how many events it has, and the hash of the last one as 64
    /// hexadecimal digits. Two files with the same head hold the same events.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn head(&self) -> Result<(u64, String)> {
        self.read(|hotline| {
            let head = hotline.current_head()?;
            Ok((head.last_seq, hex(&head.last_hash)))
        })
    }

    /// The hash of an event, in hexadecimal; nothing when the journal has no such event.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn hash_at(&self, seq: u64) -> Result<Option<String>> {
        self.ask(|region, _| {
            let events = self.store.events_between(region, seq, seq)?;
            Ok(events.first().map(|event| hex(&event.hash)))
        })
    }

    /// The tickets that one count over tickets counts and another does not: what stands between
    /// two figures that differ. The question's grouping does not matter.
    ///
    /// # Errors
    /// `InvalidInput` when the basis does not define one of the counts over tickets; `Io`,
    /// `Corrupt`.
    pub fn between(
        &self,
        question: &Question,
        counted: Count,
        not_counted: Count,
    ) -> Result<Vec<TicketRef>> {
        let source = Source::for_basis(question.basis);
        if ![counted, not_counted].iter().all(|count| source.counts().contains(count)) {
            let rule = "this basis does not define the count over tickets";
            return Err(Error::invalid_input("count", Problem::Rule { rule }));
        }
        self.ask(|region, _| {
            let view = view_of(region, question, None);
            self.store.look_back(&view)?;
            let ids = self.store.between(&view, source, (counted, not_counted))?;
            ids.into_iter().map(|id| self.reference(id)).collect()
        })
    }
}
