//! Paper that goes with tickets, on its way out.

use std::collections::BTreeMap;

use gongdan::{Caller, Day, Hotline, Language, Stamp, TicketId, parse_day};
use gongdan_bulletin::{Paper, PaperError, PaperFormat, Substitute};
use pyo3::prelude::*;

pub(crate) use crate::bulletin::Printed;
use crate::bulletin::{bytes, fonts};
use crate::error::{of_format, of_paper, raised};

/// Which tickets, on which paper.
pub(crate) struct Asked {
    tickets: Vec<TicketId>,
    format: PaperFormat,
    date: Day,
}

impl Asked {
    /// As it crosses; without a day it is today.
    pub(crate) fn read(
        py: Python<'_>,
        tickets: Vec<i64>,
        format: &str,
        date: Option<&str>,
    ) -> PyResult<Self> {
        let format = PaperFormat::find(format).map_err(|error| of_format(py, &error))?;
        let date =
            date.map_or_else(|| Ok(gongdan::now().local().date()), |day| parse_day("date", day));
        let date = date.map_err(|wrong| raised(py, &wrong.into()))?;
        Ok(Self { tickets: tickets.into_iter().map(TicketId).collect(), format, date })
    }

    /// The callers in full, each look written down.
    pub(crate) fn callers(
        &self,
        hotline: &mut Hotline,
        stamp: &Stamp,
        reason: &str,
    ) -> gongdan::Result<BTreeMap<TicketId, Caller>> {
        self.tickets.iter().map(|id| Ok((*id, hotline.reveal(stamp, *id, reason)?))).collect()
    }

    /// The sheets.
    pub(crate) fn lay_out(
        &self,
        hotline: &Hotline,
        callers: &BTreeMap<TicketId, Caller>,
    ) -> Result<Paper, PaperError> {
        self.format.lay_out(hotline, &self.tickets, callers, self.date)
    }
}

/// The sheets as a document, and of a PDF which fonts others stand in for, in English and in Chinese.
pub(crate) fn printed<'py>(
    py: Python<'py>,
    paper: Result<Paper, PaperError>,
    pdf: bool,
) -> PyResult<Printed<'py>> {
    let paper = paper.map_err(|error| of_paper(py, &error))?;
    if !pdf {
        return Ok((bytes(py, || paper.docx())?, Vec::new()));
    }
    let fonts = fonts(py)?;
    let said =
        |each: &Substitute| (each.message(Language::English), each.message(Language::Chinese));
    let substitutes = fonts.substitutes(&paper.look).iter().map(said).collect();
    Ok((bytes(py, || paper.pdf(&fonts))?, substitutes))
}
