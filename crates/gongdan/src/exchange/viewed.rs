//! Whole tables, as one viewer may see them.

use super::scan::{Scan, ScanOptions};
use crate::asking::{Filter, View};
use crate::words::{Result, Table};

impl View<'_> {
    /// As [`Hotline::scan`](crate::Hotline::scan), the tickets that the viewer may see and what belongs
    /// to them.
    ///
    /// # Errors
    /// As there; `InvalidInput` names `columns` when an analyst asks for a personal one.
    pub fn scan(&self, table: Table, filter: &Filter, options: &ScanOptions) -> Result<Scan> {
        self.ask(|hotline| hotline.scan(table, filter, options))
    }
}
