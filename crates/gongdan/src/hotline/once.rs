//! Commands under a request id: asked again, they answer what they answered, and write nothing.

use gongdan_domain::{OfficeCommand, Stamp, TicketId};
use serde::Serialize;

use super::Hotline;
use super::asked::canonical;
use super::commit::{entries, no_batch};
use crate::fields::Receipt;
use crate::fields::Written;
use crate::store::{Answered, Asked, Head, OFFICE};
use crate::words::{Error, Result};

/// Under what a request runs.
struct Request {
    /// Its id, or its client with its sign.
    key: String,
    number: Option<u64>,
}

impl Request {
    fn of(stamp: &Stamp) -> Option<Self> {
        let numbered = |(client, number)| Self { key: format!("{client}#"), number: Some(number) };
        let free = || stamp.request_id().map(|id| Self { key: id.to_owned(), number: None });
        stamp.request_number().map(numbered).or_else(free)
    }

    /// Whether what stands under its key is the very request; a client's next one is another.
    fn is(&self, answered: &Answered) -> Result<bool> {
        match (self.number, answered.number) {
            (Some(own), Some(last)) if own < last => Err(Error::request_passed(last)),
            (own, last) => Ok(own == last),
        }
    }

    fn answered(self, asked: Asked, subject: i64, seqs: (u64, u64)) -> Answered {
        let (request, number, (first_seq, last_seq)) = (self.key, self.number, seqs);
        Answered { request, number, asked, subject, first_seq, last_seq }
    }
}

impl Hotline {
    /// Runs a request at most once: a request id that was seen answers as it did then.
    pub(super) fn once(
        &mut self,
        stamp: &Stamp,
        asked: &impl Serialize,
        work: impl FnOnce(&mut Self) -> Result<Receipt>,
    ) -> Result<Receipt> {
        stamp.check()?;
        let Some(request) = Request::of(stamp) else { return work(self) };
        let head = self.open_head()?;
        let asked = self.digest(&head, stamp, asked)?;
        let before = self.store.seen(head.region, &request.key)?;
        match &before {
            Some(answered) if request.is(answered)? => match answered.is_asked_again(&asked) {
                true => return self.answer_again(&head, answered),
                false => return Err(Error::request_reused()),
            },
            _ => {}
        }
        let receipt = work(self)?;
        let seqs = (head.last_seq + 1, self.open_head()?.last_seq);
        self.keep(&request.answered(asked, receipt.ticket.0, seqs), before.is_some())?;
        Ok(receipt)
    }

    /// What a request asks, as a keyed hash: it can hold personal data.
    fn digest(&self, head: &Head, stamp: &Stamp, asked: &impl Serialize) -> Result<Asked> {
        Ok(self.store.keyed(&head.secret, &canonical(stamp, asked)?))
    }

    /// Keeps what was answered; `follows`: in the place of its client's last.
    fn keep(&self, answered: &Answered, follows: bool) -> Result<()> {
        let mut open = self.open.borrow_mut();
        let open = open.as_mut().ok_or_else(no_batch)?;
        match follows {
            true => self.store.keep_next_request(&open.head, answered),
            false => self.store.keep_request(&mut open.head, answered),
        }
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
        let Some(request) = Request::of(stamp) else { return self.write_office(stamp, command) };
        let head = self.open_head()?;
        let asked = self.digest(&head, stamp, command)?;
        let before = self.store.seen(head.region, &request.key)?;
        match &before {
            Some(answered) if request.is(answered)? => match answered.asked == asked {
                true => return self.entries_again(&head, answered),
                false => return Err(Error::request_reused()),
            },
            _ => {}
        }
        let done = self.write_office(stamp, command)?;
        let seqs = (head.last_seq + 1, self.open_head()?.last_seq);
        self.keep(&request.answered(asked, OFFICE, seqs), before.is_some())?;
        Ok(done)
    }
}
