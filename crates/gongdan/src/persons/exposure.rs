//! Exposure: who looked at whose data, when and why.

use gongdan_domain::{Moment, Period, Role, TicketId, without_numbers};
use serde::Serialize;

use crate::hotline::Hotline;
use crate::words::Result;

/// Personal data of one ticket, shown to one person once (PIPL, articles 51 and 57).
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct Exposure {
    /// The event that says so.
    pub seq: u64,
    /// When.
    pub at: Moment,
    /// To whom.
    pub by: String,
    /// In which declared role.
    pub role: Role,
    /// Whose: the caller, or the texts, of this ticket.
    pub ticket: TicketId,
    /// The number printed on it.
    pub number: String,
    /// Why, without telephone numbers; nothing when the ticket's texts were erased since.
    pub reason: Option<String>,
}

impl std::fmt::Debug for Exposure {
    /// Never shows the reason: somebody may have named the person in it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Exposure(event {}, {} to {})", self.seq, self.number, self.by)
    }
}

impl Hotline {
    /// Who looked at whose data in full in a period, when and why, in the order of the journal: by
    /// everybody, or by one person of exactly this name. Each look by [`Hotline::reveal`] and
    /// [`Hotline::reveal_history`] is one line, and so is each ticket of a
    /// [`Hotline::subject_export`]. What somebody read in the file with another tool is not known
    /// here. The report shows nobody's data, and leaves no event.
    ///
    /// # Errors
    /// `Io`, `Corrupt`; `InvalidInput` past the reading deadline.
    pub fn reveals(&self, by: Option<&str>, period: &Period) -> Result<Vec<Exposure>> {
        let by = by.map(str::trim);
        let mut found = self.ask(|region, _| self.store.reveals(region, by, period))?;
        for each in &mut found {
            let reason = each.reason.take();
            each.reason = reason.map(|reason| without_numbers(&reason).into_owned());
        }
        Ok(found)
    }
}
