//! One commit: begun, carried through by one command or many, put on disk or taken back.

use gongdan_domain::{Moment, Problem, RegionId, TicketId};

use super::door::{Hotline, Open, Rules};
use crate::fields::Receipt;
use crate::fields::Written;
use crate::store::{CONTACTS, Head, Held, ISSUES, OFFICE, Recorded};
use crate::words::{Error, Result};

impl Hotline {
    /// Begins a commit of its own unless a batch is open; says whether it did.
    pub(crate) fn begin_unless_open(&mut self) -> Result<bool> {
        let own = self.open.borrow().is_none();
        if own {
            self.begin()?;
        }
        Ok(own)
    }

    /// Finishes a commit of its own; an open batch goes on.
    pub(crate) fn finish_if<T>(&mut self, own: bool, done: Result<T>) -> Result<T> {
        if own { self.finish(done) } else { done }
    }

    /// The head as the open batch has moved it: its sequence and hash.
    pub(crate) fn head_being_written(&self) -> Result<(u64, String)> {
        let head = self.open_head()?;
        Ok((head.last_seq, crate::store::hex(&head.last_hash)))
    }

    pub(super) fn begin_writing(&mut self) -> Result<()> {
        let head = self.current_head()?;
        self.shelf.borrow_mut().open(&head);
        self.open.replace(Some(Open::new(head)));
        Ok(())
    }

    /// Commits what was done, or takes it all back.
    pub(super) fn finish<T>(&mut self, done: Result<T>) -> Result<T> {
        let done = done.and_then(|done| self.put_on_disk().map(|()| done));
        if done.is_err() {
            self.forget()?;
        }
        done
    }

    fn put_on_disk(&mut self) -> Result<()> {
        self.settle()?;
        let Some(open) = self.open.take() else {
            let rule = "no batch is open";
            return Err(Error::invalid_input("batch", Problem::Rule { rule }));
        };
        if open.has_moved() {
            self.store.save_head(&open.head)?;
        }
        self.store.commit().map_err(Error::while_committing)?;
        self.shelf.borrow_mut().close(&open.head);
        if open.erased.is_some() {
            // The erasure stands whether or not the log can be emptied now.
            self.log_emptied.set(self.store.empty_log().unwrap_or(false));
            // What could not be taken away, verify names.
            let _ = self.store.take_away_beside(&open.beside.erased);
        }
        Ok(())
    }

    pub(super) fn forget(&mut self) -> Result<()> {
        let open = self.open.take();
        // What was put beside belongs to no event now.
        let _ = open.as_ref().map(|open| self.store.take_away_beside(&open.beside.put));
        let before = open.map_or(0, |open| open.office_seq);
        self.shelf.borrow_mut().clear();
        // The rules as they were are still good; only what was taken back must not stay in them.
        if self.rules.borrow().seq > before {
            self.rules.replace(Rules::default());
        }
        self.store.roll_back()
    }

    /// A ticket as the open batch has it in hand; nothing when no batch is open,
    /// or whoever asks may not see everything.
    pub(crate) fn in_hand(&self, id: TicketId) -> Result<Option<(RegionId, Moment, Held)>> {
        let open = self.open.borrow();
        let Some(open) = open.as_ref().filter(|_| self.store.sight().is_whole()) else {
            return Ok(None);
        };
        let mut shelf = self.shelf.borrow_mut();
        let held = shelf.get(&self.store, id)?.clone();
        Ok(Some((open.head.region, open.head.last_at, held)))
    }

    /// Turns the events of an open batch into rows, so that questions see them.
    pub(crate) fn settle(&self) -> Result<()> {
        match &*self.open.borrow() {
            Some(open) => self.shelf.borrow_mut().save(&self.store, &open.head),
            None => Ok(()),
        }
    }

    /// Inside the open batch, or in a commit of its own. A command that is refused leaves an open
    /// batch as it was; a failing machine ends it.
    pub(super) fn write<T>(&mut self, work: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        if self.open.borrow().is_some() {
            let done = work(self);
            if done.as_ref().is_err_and(Error::is_of_the_machine) {
                self.forget()?;
            }
            return done;
        }
        let _no_fork = gongdan_process::entered();
        self.begin()?;
        let done = work(self);
        match done {
            Err(error) if !error.is_of_the_machine() => self.leave_unchanged(error),
            done => self.finish(done),
        }
    }

    /// A refusal outside a batch: nothing was written, and what is in hand is still good.
    fn leave_unchanged<T>(&mut self, error: Error) -> Result<T> {
        let unchanged = self.open.borrow().as_ref().is_some_and(|open| !open.has_moved());
        match unchanged {
            true => {
                let head = self.open.take().map(|open| open.head);
                head.iter().for_each(|head| self.shelf.borrow_mut().close(head));
                self.store.roll_back()?;
            }
            false => self.forget()?,
        }
        Err(error)
    }

    /// The head of the journal, and the rules brought up to it.
    pub(crate) fn current_head(&self) -> Result<Head> {
        // An open batch has moved on from what stands in the file.
        let of_batch = self.open.borrow().as_ref().map(|open| open.head.clone());
        let Some(head) = of_batch.map_or_else(|| self.store.head(), |head| Ok(Some(head)))? else {
            let message = "the file was never founded";
            return Err(Error::plain(crate::ErrorKind::NotAHotline, message));
        };
        let mut rules = self.rules.borrow_mut();
        if rules.seq < head.office_seq {
            for event in self.store.events_of_after(head.region, OFFICE, rules.seq)? {
                rules.book.apply(event.office_event()?);
                rules.seq = event.seq;
            }
        }
        Ok(head)
    }

    pub(super) fn receipt(&self, id: TicketId, entries: Vec<Written>) -> Result<Receipt> {
        let mut shelf = self.shelf.borrow_mut();
        let ticket = &shelf.get(&self.store, id)?.ticket;
        Ok(Receipt {
            ticket: id,
            number: ticket.number.clone(),
            version: ticket.version,
            stage: ticket.stage,
            entries,
            repeated: false,
        })
    }

    pub(super) fn open_head(&self) -> Result<Head> {
        let open = self.open.borrow();
        open.as_ref().map(|open| open.head.clone()).ok_or_else(no_batch)
    }

    /// Whether a batch is open.
    pub(crate) fn is_writing(&self) -> bool {
        self.open.borrow().is_some()
    }
}

pub(super) fn no_batch() -> Error {
    Error::plain(crate::ErrorKind::Bug, "nothing is being written")
}

pub(super) fn entries(events: &[Recorded]) -> Result<Vec<Written>> {
    let entry = |event: &Recorded| {
        let word = match event.subject {
            OFFICE | CONTACTS | ISSUES => event.office_event()?.word(),
            _ => event.ticket_event()?.word(),
        };
        Ok(Written { seq: event.seq, event: word })
    };
    events.iter().map(entry).collect()
}
