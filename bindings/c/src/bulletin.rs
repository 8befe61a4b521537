//! The monthly bulletin as a document, and as the files an office sends.

use std::ffi::c_char;
use std::io;

use gongdan::{ErrorKind, Form, Hotline, Problem};
use gongdan_bulletin::{Bulletin, Column, Document, Format, Issue};

use crate::desk::gd_hotline;
use crate::document::{gd_document, write_new};
use crate::door::{make, on};
use crate::fault::Fault;
use crate::numbers::moment;
use crate::sized;
use crate::status::gd_status;
use crate::strings::{self, Reader};
use crate::written::words::gd_form;

/// What one bulletin is asked to print. Set it to GD_BULLETIN_INIT first.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_bulletin {
    /// The size of this struct.
    pub size: u32,
    /// GD_FORM_MD or GD_FORM_JSON. Preset: GD_FORM_MD.
    pub form: gd_form,
    /// The year in its number; 0 means that of the period.
    pub year: i32,
    /// Its number in that year; it has to be given.
    pub number: u32,
    /// The days it is about; it has to be given.
    pub period: *const c_char,
    /// The cut-off; it has to be given.
    pub as_of: i64,
    /// Its title; NULL means one made of the region's name and the period.
    pub title: *const c_char,
    /// The office that publishes it; NULL means that of the founding.
    pub organ: *const c_char,
    /// The day printed on it, `YYYY-MM-DD`; NULL means that of the cut-off.
    pub printed_on: *const c_char,
    /// Whom it is reported to, `to_count` names.
    pub to: *const *const c_char,
    /// Whom it is sent to, `copy_count` names.
    pub copies: *const *const c_char,
    /// The editor's own paragraphs on units that handle late, `remark_count` of them.
    pub remarks: *const *const c_char,
    /// How many names stand in `to`.
    pub to_count: u32,
    /// How many names stand in `copies`.
    pub copy_count: u32,
    /// How many paragraphs stand in `remarks`.
    pub remark_count: u32,
    /// Not used; 0.
    pub reserved: i32,
    /// The columns of the table of categories as JSON, `[["accepted", "heading"], ...]`: figures and
    /// their headings; NULL means the usual ones.
    pub category_columns: *const c_char,
    /// The columns of the table of units, likewise.
    pub unit_columns: *const c_char,
}

sized::sized!(gd_bulletin, "bulletin", size_of::<gd_bulletin>());

fn issue(reader: Reader, given: &gd_bulletin) -> Result<Issue, Fault> {
    let period = reader.period("period", given.period)?;
    let mut issue = Issue::new(period, moment("as_of", given.as_of)?, given.number);
    if given.year != 0 {
        issue.year = given.year;
    }
    issue.title = reader.optional("title", given.title)?;
    issue.organ = reader.optional("organ", given.organ)?;
    if let Some(day) = reader.day_any("printed_on", given.printed_on)? {
        issue.printed_on = day;
    }
    issue.to = reader.list("to", given.to, given.to_count)?;
    issue.copies = reader.list("copies", given.copies, given.copy_count)?;
    issue.remarks = reader.list("remarks", given.remarks, given.remark_count)?;
    if let Some(columns) = columns(reader, "category_columns", given.category_columns)? {
        issue.category_columns = columns;
    }
    if let Some(columns) = columns(reader, "unit_columns", given.unit_columns)? {
        issue.unit_columns = columns;
    }
    Ok(issue)
}

fn columns(
    reader: Reader,
    name: &'static str,
    text: *const c_char,
) -> Result<Option<Vec<Column>>, Fault> {
    let told: Option<Vec<(String, String)>> = reader.json_any(name, text)?;
    let column = |(figure, head)| Column::new(figure, head);
    Ok(told.map(|told| told.into_iter().map(column).collect()))
}

/// Makes a bulletin: sentences and tables from the same figures. Free *document with
/// gd_document_free; gd_document_save writes it to a file.
///
/// Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_bulletin(
    hotline: *mut gd_hotline,
    bulletin: *const gd_bulletin,
    document: *mut *mut gd_document,
) -> gd_status {
    make(hotline, document, |desk| {
        let given = sized::read(bulletin)?;
        let bulletin = Bulletin::collect(&desk.hotline, &issue(desk.reader(), &given)?)?;
        match Form::from_code(i64::from(given.form)) {
            Some(Form::Markdown) => Ok(gd_document::new(bulletin.document()?.markdown())),
            Some(Form::Json) => bulletin
                .json()
                .map(gd_document::new)
                .map_err(|_| Fault::Door(ErrorKind::Bug, "the bulletin has no JSON form")),
            _ => Err(Fault::argument("form", Problem::OutOfRange { from: 1, to: 2 })),
        }
    })
}

/// Makes a bulletin and writes it to a new file, as the path ends: .docx, .html, .md or .json.
/// `bulletin->form` is not looked at. The path is UTF-8 whatever the encoding. `layout` is NULL for
/// the usual one, or "hengdong-2020", "hengdong-2023", "plain", "quarter", or the path of a folder
/// with a format.toml and templates.
///
/// The library is kept small, so a .docx of it has no charts, and the rest is made by the program
/// gongdan (gongdan bulletin FILE --xlsx --pdf --png). One built with the feature `office` writes
/// .xlsx too, and draws the charts of a .docx with a Chinese font of the system (without one they are
/// left out).
///
/// Errors: GD_E_INVALID_INPUT for another ending or layout, and what is wrong with it; GD_E_EXISTS
/// when the path holds anything; GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_bulletin_save(
    hotline: *mut gd_hotline,
    bulletin: *const gd_bulletin,
    layout: *const c_char,
    path: *const c_char,
) -> gd_status {
    on(hotline, |desk| {
        let (given, path) = (sized::read(bulletin)?, strings::path("path", path)?);
        let form = Form::of(&path).filter(|form| WRITTEN.contains(form));
        let form = form.ok_or_else(unknown_ending)?;
        let layout = desk.reader().optional("layout", layout)?;
        let issue = issue(desk.reader(), &given)?;
        let (bulletin, document) = laid_out(&desk.hotline, issue, layout.as_deref())?;
        let made = made(form, &bulletin, &document);
        write_new(&path, &made.map_err(|_| Fault::Door(ErrorKind::Bug, "it cannot be made"))?)
    })
}

/// An issue collected and laid out, in the usual format or in the one that is named.
fn laid_out(
    hotline: &Hotline,
    issue: Issue,
    layout: Option<&str>,
) -> Result<(Bulletin, Document), Fault> {
    let format = layout.map(Format::find).transpose()?;
    let issue = format.as_ref().map_or(issue.clone(), |format| format.of_issue(issue));
    let bulletin = Bulletin::collect(hotline, &issue)?;
    let document = match &format {
        Some(format) => bulletin.document_in(format)?,
        None => bulletin.document()?,
    };
    Ok((bulletin, document))
}

/// The forms that this library writes.
const WRITTEN: &[Form] = &[
    Form::Docx,
    #[cfg(feature = "office")]
    Form::Xlsx,
    Form::Html,
    Form::Markdown,
    Form::Json,
];

fn made(form: Form, bulletin: &Bulletin, document: &Document) -> io::Result<Vec<u8>> {
    match form {
        Form::Docx => word(document),
        #[cfg(feature = "office")]
        Form::Xlsx => document.xlsx(),
        Form::Html => Ok(document.html().into_bytes()),
        Form::Markdown => Ok(document.markdown().into_bytes()),
        Form::Json => Ok(bulletin.json()?.into_bytes()),
        _ => Err(io::ErrorKind::Unsupported.into()),
    }
}

/// A Word document, with charts where the system has a Chinese font.
#[cfg(feature = "office")]
fn word(document: &Document) -> io::Result<Vec<u8>> {
    match gongdan_bulletin::Fonts::of_system() {
        Ok(fonts) => document.docx_with(&fonts),
        Err(_) => document.docx(),
    }
}

/// A Word document without charts: what draws them would make the library larger.
#[cfg(not(feature = "office"))]
fn word(document: &Document) -> io::Result<Vec<u8>> {
    document.docx()
}

fn unknown_ending() -> Fault {
    let expected = ".docx, .html, .md, .json (gongdan bulletin --xlsx --pdf --png)";
    Fault::argument("path", Problem::Malformed { expected })
}
