//! Personal data: masked unless it is asked for with a reason, shown with an event, exported for
//! one person, and erased for good.

use gongdan_domain::{Caller, Command, Problem, Role, Stamp, TextField, TicketId, masked_name};
use serde::{Deserialize, Serialize};

use crate::fields::HistoryEntry;
use crate::fields::TicketView;
use crate::hotline::Hotline;
use crate::words::{Error, Result};

/// A caller as everybody may see it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MaskedCaller {
    /// The family name and how the person is addressed (陶女士), or the family name alone (陶某).
    pub name: Option<String>,
    /// Whether a telephone number is known; none of its digits are shown.
    pub has_phone: bool,
    /// Whether an address is known.
    pub has_address: bool,
    /// Whether something of the caller was erased.
    pub erased: bool,
    /// Whether nothing of this is told to whoever asks: all else says nothing then.
    pub withheld: bool,
}

/// Whose data is meant.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// Whoever called about one ticket.
    Ticket(TicketId),
    /// Whoever called from a telephone number, on every ticket.
    Phone(String),
}

impl std::fmt::Debug for Subject {
    /// Never shows the number.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Ticket(id) => write!(f, "Ticket({id})"),
            Self::Phone(_) => f.write_str("Phone(withheld)"),
        }
    }
}

/// Everything a file knows of a person on one ticket. Personal data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SubjectRecord {
    /// The ticket.
    pub ticket: TicketView,
    /// The caller in full; `Debug` shows nothing of it.
    pub caller: Caller,
    /// What happened, with every text.
    pub history: Vec<HistoryEntry>,
}

/// What was erased.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Erasure {
    /// The tickets, oldest first.
    pub tickets: Vec<TicketId>,
    /// How many texts were emptied.
    pub texts: u64,
    /// Whether the log beside the file was emptied too. If not, somebody reads an older state: ask
    /// [`Hotline::empty_log`] again when they are done.
    pub log_emptied: bool,
}

impl Hotline {
    /// A ticket's caller, masked: a family name, and whether telephone and address are known.
    ///
    /// # Errors
    /// `NotFound`; `Io`, `Corrupt`.
    pub fn caller(&self, id: TicketId) -> Result<MaskedCaller> {
        self.ask_now(|region, _, _| {
            self.store.load(id)?;
            if self.store.withholds_texts(id)? {
                return Ok(MaskedCaller { withheld: true, ..MaskedCaller::default() });
            }
            let (caller, erased) = self.store.caller(region, id)?;
            Ok(MaskedCaller {
                name: caller.name.as_deref().map(masked_name),
                has_phone: caller.phone.is_some(),
                has_address: caller.address.is_some(),
                erased,
                withheld: false,
            })
        })
    }

    /// A ticket's caller in full; to a unit that has the ticket and may have to ring the citizen, the
    /// telephone number alone, with the name masked and without the address. That it was seen, by whom
    /// and why, is an event on the ticket which is on disk before the data is returned.
    ///
    /// # Errors
    /// `Refused` without a reason, for a supervisor, and to a unit for a ticket that it has no more,
    /// that has ended or is confidential; `InvalidInput` inside a batch, since what is taken back was
    /// seen all the same; `NotFound`, to a unit for a ticket that it never had; `Busy`, `ReadOnly`,
    /// `Io`.
    pub fn reveal(&mut self, stamp: &Stamp, id: TicketId, reason: &str) -> Result<Caller> {
        self.ensure_no_batch()?;
        self.batch(|batch| {
            let caller = batch.hotline().caller_in_full(id)?;
            batch.execute(id, stamp, &Command::Reveal { reason: reason.to_owned() })?;
            Ok(match stamp.role() {
                Role::Unit => to_ring(caller),
                Role::Centre | Role::Supervisor => caller,
            })
        })
    }

    /// What happened to a ticket with its texts as they were typed, telephone numbers and all; the
    /// caller's own data is not among them. Event and errors are those of [`Hotline::reveal`].
    ///
    /// # Errors
    /// As [`Hotline::reveal`]; `Refused` to a unit for a ticket that it has, too.
    pub fn reveal_history(
        &mut self,
        stamp: &Stamp,
        id: TicketId,
        reason: &str,
    ) -> Result<Vec<HistoryEntry>> {
        self.ensure_no_batch()?;
        self.batch(|batch| {
            let hotline = batch.hotline();
            hotline.ensure_in_full(id, stamp)?;
            let texts = hotline.ask(|region, _| hotline.texts_as_typed(region, id))?;
            let history = hotline.history_with(id, &texts)?;
            batch.execute(id, stamp, &Command::Reveal { reason: reason.to_owned() })?;
            Ok(history)
        })
    }

    /// Everything the file knows of the person of a telephone number, found by its keyed look-up,
    /// oldest ticket first; full-width digits and a leading +86 make no difference. Each ticket
    /// gets the event of [`Hotline::reveal`]. A number that nobody gave has no records.
    ///
    /// # Errors
    /// `InvalidInput` without a reason: not even whether the number is known is told then. Else as
    /// [`Hotline::reveal`].
    pub fn subject_export(
        &mut self,
        stamp: &Stamp,
        phone: &str,
        reason: &str,
    ) -> Result<Vec<SubjectRecord>> {
        self.ensure_no_batch()?;
        ensure_no_unit(stamp)?;
        if reason.trim().is_empty() {
            return Err(Error::invalid_input("reason", Problem::Empty));
        }
        self.batch(|batch| {
            let ids = batch.hotline().tickets_of(&Subject::Phone(phone.to_owned()))?;
            let record = |id: &TicketId| batch.hotline().subject_record(*id);
            let records = ids.iter().map(record).collect::<Result<Vec<_>>>()?;
            let command = Command::Reveal { reason: reason.to_owned() };
            ids.iter().try_for_each(|id| batch.execute(*id, stamp, &command).map(|_| ()))?;
            Ok(records)
        })
    }

    /// Erases a person: every text of the ticket, or of every ticket of the telephone number, with
    /// its salt and look-up, is overwritten in the file and in its log. Codes, times, figures and
    /// the journal's chain stay; an event on each ticket says who erased and why. Copies made
    /// before keep what they hold. A person of whom only one of several tickets is erased counts
    /// as two citizens from then on.
    ///
    /// # Errors
    /// `Refused` without a reason or for anybody but the centre; `InvalidInput` inside a batch;
    /// `NotFound` when the number is on no ticket; `Busy`, `ReadOnly`, `Io`.
    pub fn erase(&mut self, stamp: &Stamp, subject: &Subject, reason: &str) -> Result<Erasure> {
        self.ensure_no_batch()?;
        if matches!(subject, Subject::Phone(_)) {
            ensure_no_unit(stamp)?;
        }
        let tickets = self.tickets_of(subject)?;
        if tickets.is_empty() {
            return Err(Error::not_found("ticket", "of this telephone number"));
        }
        let _no_fork = gongdan_process::entered();
        self.begin_erasing()?;
        let command = Command::Erase { fields: Vec::new(), reason: reason.to_owned() };
        let erased =
            tickets.iter().try_for_each(|id| self.execute(*id, stamp, &command).map(|_| ()));
        let texts = self.finish_erasing(erased)?;
        Ok(Erasure { tickets, texts, log_emptied: self.log_is_empty() })
    }

    /// Empties the log beside the file into it. Needed only after an erasure whose `log_emptied`
    /// is false; says whether it could.
    ///
    /// # Errors
    /// `Io`.
    pub fn empty_log(&mut self) -> Result<bool> {
        self.ensure_no_batch()?;
        self.store.empty_log()
    }

    /// The tickets of a subject.
    fn tickets_of(&self, subject: &Subject) -> Result<Vec<TicketId>> {
        match subject {
            Subject::Ticket(id) => Ok(vec![*id]),
            Subject::Phone(phone) => self.ask(|_, _| match self.store.head()? {
                Some(head) => self.store.tickets_of_phone(&head, phone),
                None => Ok(Vec::new()),
            }),
        }
    }

    fn caller_in_full(&self, id: TicketId) -> Result<Caller> {
        self.ask(|region, _| {
            self.store.load(id)?;
            Ok(self.store.caller(region, id)?.0)
        })
    }

    fn subject_record(&self, id: TicketId) -> Result<SubjectRecord> {
        let (mut ticket, caller) = (self.ticket(id)?, self.caller_in_full(id)?);
        let texts = self.ask(|region, _| self.texts_as_typed(region, id))?;
        let matter = texts.iter().rfind(|text| text.field == TextField::Matter);
        ticket.matter = matter.map(|text| text.content.clone());
        Ok(SubjectRecord { ticket, caller, history: self.history_with(id, &texts)? })
    }

    fn ensure_no_batch(&self) -> Result<()> {
        match self.is_writing() {
            true => {
                let rule =
                    "personal data is shown or erased in a commit of its own, not in a batch";
                Err(Error::invalid_input("batch", Problem::Rule { rule }))
            }
            false => Ok(()),
        }
    }
}

/// Whole persons are shown to no unit, and whether they are known is not told.
fn ensure_no_unit(stamp: &Stamp) -> Result<()> {
    match stamp.role() {
        Role::Centre | Role::Supervisor => Ok(()),
        Role::Unit => {
            let rule =
                "a unit is shown a telephone of one ticket, by reveal, and nothing else in full";
            Err(Error::invalid_input("role", Problem::Rule { rule }))
        }
    }
}

/// Whom a unit has to ring.
fn to_ring(caller: Caller) -> Caller {
    let name = caller.name.as_deref().map(masked_name);
    Caller { name, address: None, ..caller }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_for_debugging_shows_nobody() {
        let subject = Subject::Phone("13812345678".into());
        assert!(!format!("{subject:?}").contains("138"));
    }
}
