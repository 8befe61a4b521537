//! Commands under a request id: asked again, they answer what they answered, and write nothing.

use gongdan_domain::{OfficeCommand, Stamp, TicketId};
use serde::Serialize;

use super::Hotline;
use super::commit::{entries, no_batch};
use crate::fields::Receipt;
use crate::fields::Written;
use crate::store::{Answered, Asked, FORGOTTEN, Head, OFFICE};
use crate::words::{Error, Result};

impl Hotline {
    /// Runs a request at most once: a request id that was seen answers as it did then.
    pub(super) fn once(
        &mut self,
        stamp: &Stamp,
        asked: &impl Serialize,
        work: impl FnOnce(&mut Self) -> Result<Receipt>,
    ) -> Result<Receipt> {
        stamp.check()?;
        let Some(request) = stamp.request_id() else { return work(self) };
        let head = self.open_head()?;
        let asked = self.digest(&head, stamp, asked)?;
        if let Some(answered) = self.store.seen(head.region, request)? {
            let same = answered.asked == asked || answered.asked == FORGOTTEN;
            return match same {
                true => self.answer_again(&head, &answered),
                false => Err(Error::request_reused()),
            };
        }
        let receipt = work(self)?;
        let last_seq = self.open_head()?.last_seq;
        let (subject, first_seq) = (receipt.ticket.0, head.last_seq + 1);
        self.keep(request, &Answered { asked, subject, first_seq, last_seq })?;
        Ok(receipt)
    }

    /// What a request asks, as a keyed hash: it can hold personal data. The moment is left out,
    /// since a caller who tries again does so later.
    fn digest(&self, head: &Head, stamp: &Stamp, asked: &impl Serialize) -> Result<Asked> {
        let who = (stamp.by(), stamp.role(), stamp.unit_name());
        let asked = serde_json::to_vec(&(who, asked))?;
        Ok(self.store.keyed(&head.secret, &asked))
    }

    fn keep(&self, request: &str, answered: &Answered) -> Result<()> {
        let mut open = self.open.borrow_mut();
        let open = open.as_mut().ok_or_else(no_batch)?;
        self.store.keep_request(&mut open.head, request, answered)
    }

    fn answer_again(&mut self, head: &Head, answered: &Answered) -> Result<Receipt> {
        let entries = self.entries_again(head, answered)?;
        let mut receipt = self.receipt(TicketId(answered.subject), entries)?;
        receipt.repeated = true;
        Ok(receipt)
    }

    fn entries_again(&self, head: &Head, answered: &Answered) -> Result<Vec<Written>> {
        let (first, last) = (answered.first_seq, answered.last_seq);
        match first <= last {
            true => entries(&self.store.events_between(head.region, first, last)?),
            false => Ok(Vec::new()),
        }
    }

    /// Runs an office's request at most once, as [`Hotline::once`] does a ticket's.
    pub(super) fn write_office_once(
        &mut self,
        stamp: &Stamp,
        command: &OfficeCommand,
    ) -> Result<Vec<Written>> {
        stamp.check()?;
        let Some(request) = stamp.request_id() else { return self.write_office(stamp, command) };
        let head = self.open_head()?;
        let asked = self.digest(&head, stamp, command)?;
        if let Some(answered) = self.store.seen(head.region, request)? {
            return match answered.asked == asked {
                true => self.entries_again(&head, &answered),
                false => Err(Error::request_reused()),
            };
        }
        let done = self.write_office(stamp, command)?;
        let (first_seq, last_seq) = (head.last_seq + 1, self.open_head()?.last_seq);
        self.keep(request, &Answered { asked, subject: OFFICE, first_seq, last_seq })?;
        Ok(done)
    }
}
