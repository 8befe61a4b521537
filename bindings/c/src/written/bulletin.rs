//! What a bulletin is asked with.

use std::ffi::c_char;

use gongdan_bulletin::BulletinQuestion;

use crate::fault::Fault;
use crate::strings::Reader;
use crate::written::words::gd_form;
use crate::{numbers, sized};

/// What a bulletin is asked with. Set it to GD_BULLETIN_INIT first.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_bulletin {
    /// The size of this struct.
    pub size: u32,
    /// The days it is about (as `2020-09`, `2020-Q3`, `2020-W36`, `2020`, or two days joined by
    /// `..`).
    pub period: *const c_char,
    /// The cut-off: nothing later is seen (milliseconds since 1970).
    pub as_of: i64,
    /// The year in its number; left out, that in which the period ends (or 0).
    pub year: u64,
    /// Its number in that year; left out, that of the month in which the period ends (or 0).
    pub number: u64,
    /// Its title; left out, one made of the region's name and the period (or NULL).
    pub title: *const c_char,
    /// The office that publishes it; left out, that of the founding (or NULL).
    pub organ: *const c_char,
    /// The day printed on it; left out, that of the cut-off (as YYYY-MM-DD, or NULL).
    pub printed_on: *const c_char,
    /// Whom it is reported to (`to_count` of them, or none).
    pub to: *const *const c_char,
    /// How many there are in `to`.
    pub to_count: u32,
    /// Whom it is sent to (`copies_count` of them, or none).
    pub copies: *const *const c_char,
    /// How many there are in `copies`.
    pub copies_count: u32,
    /// The editor's own words on units that handle late, each a paragraph (`remarks_count` of
    /// them, or none).
    pub remarks: *const *const c_char,
    /// How many there are in `remarks`.
    pub remarks_count: u32,
    /// Values from outside and the editor's texts that a format names, each as name=value
    /// (`set_count` of them, or none).
    pub set: *const *const c_char,
    /// How many there are in `set`.
    pub set_count: u32,
    /// Who gave these values; it is printed beside them (or NULL).
    pub given_by: *const c_char,
    /// At which level of their tree categories are printed, 1 being the top; left out, each by
    /// itself (or 0).
    pub category_level: u64,
    /// At which level of their tree units are printed, 1 being the top; left out, each by itself
    /// (or 0).
    pub unit_level: u64,
    /// The columns of the table by category, each a figure and its heading; left out, the usual
    /// ones (as JSON, or NULL).
    pub category_columns: *const c_char,
    /// The columns of the table by unit, each a figure and its heading; left out, the usual ones
    /// (as JSON, or NULL).
    pub unit_columns: *const c_char,
    /// What gd_hotline_bulletin makes: Markdown or JSON (one of GD_FORM_). Preset: GD_FORM_MD.
    pub form: gd_form,
    /// Not used; 0.
    pub reserved: i32,
}

sized::sized!(gd_bulletin, "bulletin", size_of::<gd_bulletin>());

/// Reads it.
pub(crate) fn printed(given: Reader, bulletin: &gd_bulletin) -> Result<BulletinQuestion, Fault> {
    let mut wanted = BulletinQuestion::new(
        given.period("period", bulletin.period)?,
        numbers::moment("as_of", bulletin.as_of)?,
    );
    wanted.year = numbers::number_any("year", bulletin.year)?;
    wanted.number = numbers::number_any("number", bulletin.number)?;
    wanted.title = given.optional("title", bulletin.title)?;
    wanted.organ = given.optional("organ", bulletin.organ)?;
    wanted.printed_on = given.day_any("printed_on", bulletin.printed_on)?;
    wanted.to = given.list("to", bulletin.to, bulletin.to_count)?;
    wanted.copies = given.list("copies", bulletin.copies, bulletin.copies_count)?;
    wanted.remarks = given.list("remarks", bulletin.remarks, bulletin.remarks_count)?;
    wanted.set = given.list("set", bulletin.set, bulletin.set_count)?;
    wanted.given_by = given.optional("given_by", bulletin.given_by)?;
    wanted.category_level = numbers::number_any("category_level", bulletin.category_level)?;
    wanted.unit_level = numbers::number_any("unit_level", bulletin.unit_level)?;
    wanted.category_columns = given.structure_any("category_columns", bulletin.category_columns)?;
    wanted.unit_columns = given.structure_any("unit_columns", bulletin.unit_columns)?;
    Ok(wanted)
}
