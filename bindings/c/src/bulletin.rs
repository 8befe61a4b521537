//! The monthly bulletin as a document, and as the files an office sends.

use std::ffi::c_char;
use std::io;
use std::path::Path;

use gongdan::{ErrorKind, Form, Hotline, Problem};
use gongdan_bulletin::{Bulletin, Document, Edition, Format};

use crate::desk::gd_hotline;
use crate::document::{gd_document, write_new};
use crate::door::{ask, make};
use crate::fault::Fault;
use crate::sized;
use crate::status::gd_status;
use crate::strings;
use crate::written::bulletin::{gd_bulletin, printed};

/// Makes a bulletin: sentences and tables from the same figures. Columns are JSON as
/// `[["accepted", "heading"], ...]`: figures, each with its heading, and where it has one the heading
/// that it shares with its neighbours. Free *document with gd_document_free; gd_document_save writes it
/// to a file.
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
        let issue = printed(desk.reader(), &given)?.issue()?;
        let bulletin = Bulletin::collect(desk.hotline, &issue)?;
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
/// `bulletin->form` is not looked at. The path is UTF-8 whatever the encoding. `format` is NULL for
/// the usual one, or "hengdong-2020", "hengdong-2023", "plain", "quarter", or the path of a folder
/// with a format.toml and templates.
///
/// The library is kept small, so a .docx of it has no charts, and the rest is made by the program
/// gongdan (gongdan bulletin FILE --xlsx --pdf --png). One built with the feature `office` writes
/// .xlsx too, and draws the charts of a .docx with a Chinese font of the system (without one they are
/// left out).
///
/// Errors: GD_E_INVALID_INPUT for another ending or format, and what is wrong with it; GD_E_EXISTS
/// when the path holds anything; GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_bulletin_save(
    hotline: *mut gd_hotline,
    bulletin: *const gd_bulletin,
    format: *const c_char,
    path: *const c_char,
) -> gd_status {
    ask(hotline, |desk| {
        let (given, path) = (sized::read(bulletin)?, strings::path("path", path)?);
        let form = Form::of(&path).filter(|form| WRITTEN.contains(form));
        let form = form.ok_or_else(|| unknown_ending(&path))?;
        let format = desk.reader().optional("format", format)?;
        let issue = printed(desk.reader(), &given)?.issue()?;
        let (bulletin, document) = laid_out(desk.hotline, issue, format.as_deref())?;
        let made = made(form, &bulletin, &document);
        write_new(&path, &made.map_err(|_| Fault::Door(ErrorKind::Bug, "it cannot be made"))?)
    })
}

/// Writes a published issue to a new file, as it was published, by its number; the path and its ending
/// are those of gd_bulletin_save. `format` is NULL unless it was published in a folder of your own,
/// which it names then.
///
/// Errors: GD_E_NOT_FOUND when no issue of this number was published; as gd_bulletin_save.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_issue_save(
    hotline: *mut gd_hotline,
    year: i32,
    number: u32,
    format: *const c_char,
    path: *const c_char,
) -> gd_status {
    ask(hotline, |desk| {
        let path = strings::path("path", path)?;
        let form = Form::of(&path).filter(|form| WRITTEN.contains(form));
        let form = form.ok_or_else(|| unknown_ending(&path))?;
        let format = desk.reader().optional("format", format)?;
        let (edition, published) = Edition::published(desk.hotline, year, number)?;
        let format = format.or(published);
        let (bulletin, document) = laid_out(desk.hotline, edition, format.as_deref())?;
        let made = made(form, &bulletin, &document);
        write_new(&path, &made.map_err(|_| Fault::Door(ErrorKind::Bug, "it cannot be made"))?)
    })
}

/// An issue collected and laid out, in the usual format or in the one that is named.
fn laid_out(
    hotline: &Hotline,
    issue: Edition,
    format: Option<&str>,
) -> Result<(Bulletin, Document), Fault> {
    let format = format.map(Format::find).transpose()?;
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

fn unknown_ending(path: &Path) -> Fault {
    let given = path.extension().unwrap_or_default().to_string_lossy().chars().take(40).collect();
    let nearest = WRITTEN.iter().map(|form| format!(".{form}")).collect();
    Fault::argument("path", Problem::Unknown { given, nearest })
}
