//! Who looked at whose data, when and why.

use gongdan_domain::{Period, without_numbers};

use crate::hotline::Hotline;
use crate::store::Exposure;
use crate::words::Result;

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
        self.ensure_everything()?;
        let mut found = self.ask(|region, _| self.store.reveals(region, by, period))?;
        for each in &mut found {
            let reason = each.reason.take();
            each.reason = reason.map(|reason| without_numbers(&reason).into_owned());
        }
        Ok(found)
    }
}
