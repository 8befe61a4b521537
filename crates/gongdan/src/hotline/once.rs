//! Commands under a request id: asked again, they answer what they answered, and write nothing.

use gongdan_domain::{OfficeCommand, Stamp, TicketId};
use serde::Serialize;

use super::Hotline;
use super::commit::entries;
use crate::fields::Receipt;
use crate::fields::Written;
use crate::store::{Answered, Head, OFFICE};
use crate::words::{Error, Result};

/// What a request asked about a ticket whose texts were erased: nobody knows any more.
const ERASED_DIGEST: [u8; 32] = [0; 32];

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
        let digest = self.digest(&head, stamp, asked)?;
        if let Some(answered) = self.store.seen(head.region, request)? {
            let same = answered.digest == digest || answered.digest == ERASED_DIGEST;
            return match same {
                true => self.answer_again(&head, &answered),
                false => Err(Error::request_reused()),
            };
        }
        let receipt = work(self)?;
        let last_seq = self.open_head()?.last_seq;
        let (subject, first_seq) = (receipt.ticket.0, head.last_seq + 1);
        let answered = Answered { digest, subject, first_seq, last_seq };
        self.store.keep_request(head.region, request, &answered)?;
        Ok(receipt)
    }

    /// What a request asks, as a keyed hash: it can hold personal data. The moment is left out,
    /// since a caller who tries again does so later.
    fn digest(&self, head: &Head, stamp: &Stamp, asked: &impl Serialize) -> Result<[u8; 32]> {
        let who = (stamp.by(), stamp.role(), stamp.unit_name());
        let asked = serde_json::to_vec(&(who, asked))?;
        Ok(self.store.keyed(&head.secret, &asked))
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
        let digest = self.digest(&head, stamp, command)?;
        if let Some(answered) = self.store.seen(head.region, request)? {
            return match answered.digest == digest {
                true => self.entries_again(&head, &answered),
                false => Err(Error::request_reused()),
            };
        }
        let done = self.write_office(stamp, command)?;
        let (first_seq, last_seq) = (head.last_seq + 1, self.open_head()?.last_seq);
        let answered = Answered { digest, subject: OFFICE, first_seq, last_seq };
        self.store.keep_request(head.region, request, &answered)?;
        Ok(done)
    }
}
