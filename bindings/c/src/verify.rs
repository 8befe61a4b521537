//! Verify: the file checked against the replay of its journal.

use std::ffi::{c_char, c_void};

use gongdan::Verified;

use crate::desk::gd_hotline;
use crate::door::{free, item, look, make, peek};
use crate::fault::Fault;
use crate::live::object;
use crate::sized;
use crate::status::gd_status;
use crate::strings::{self, Encoding, Span, Texts};

/// Told of the progress of a long call: how much is done, and of how much. It runs on the calling
/// thread inside the call; it must return (no longjmp, no exception), and a call that it makes on
/// the same handle answers GD_E_BUSY.
pub type gd_progress = Option<unsafe extern "C" fn(context: *mut c_void, done: u64, of: u64)>;

/// What was checked, and what was found. Opaque; free it with gd_verified_free.
pub struct gd_verified {
    verified: Verified,
    texts: Texts,
    head: Span,
    not_checked: Vec<Span>,
    findings: Vec<(Span, Span, Span)>,
}

object!(gd_verified, b"veri", "verified");

/// How much was checked. Set it to GD_CHECKED_INIT first.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_checked {
    /// The size of this struct.
    pub size: u32,
    /// 1 when nothing was found.
    pub sound: i32,
    /// Events replayed, their chain checked.
    pub events: u64,
    /// Tickets folded and compared with their rows.
    pub tickets: u64,
    /// Rows compared, column by column.
    pub rows: u64,
    /// Texts whose salted hash was checked.
    pub texts: u64,
    /// How many events the journal has.
    pub head_seq: u64,
    /// The hash of the last one, in hexadecimal, to be compared with one printed elsewhere;
    /// borrowed from the object.
    pub head: *const c_char,
    /// Texts that were erased: of these only the event is left to check.
    pub erased: u64,
    /// Anchors held against the journal: the caller's, and the heads in the file's own issues.
    pub anchors: u64,
    /// How many sentences gd_verified_not_checked has.
    pub not_checked: u64,
}

/// An event's hash as it stands elsewhere: in a printed issue, in the report of a backup. Anchors
/// come as an array, so this struct never grows.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_anchor {
    /// The event's place in the journal.
    pub seq: u64,
    /// Its hash: at least the first 16 hexadecimal digits.
    pub hash: *const c_char,
}

sized::sized!(gd_checked, "checked", size_of::<gd_checked>());

/// Something that does not agree. Set it to GD_FINDING_INIT first.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_finding {
    /// The size of this struct.
    pub size: u32,
    /// Not used; 0.
    pub reserved: i32,
    /// The event it was found at; 0 when there is none.
    pub seq: u64,
    /// What sort of disagreement, in ASCII.
    pub kind: *const c_char,
    /// The ticket's printed number, or NULL.
    pub ticket: *const c_char,
    /// What does not agree, in an English sentence without personal data.
    pub what: *const c_char,
}

sized::sized!(gd_finding, "finding", size_of::<gd_finding>());

fn report(verified: Verified, encoding: Encoding) -> Result<gd_verified, Fault> {
    let mut texts = Texts::new(encoding);
    let head = texts.put("head", &verified.head.1)?;
    let open = verified.not_checked.iter().map(|what| texts.put("not_checked", what));
    let not_checked = open.collect::<Result<_, _>>()?;
    let mut findings = Vec::with_capacity(verified.findings.len());
    for finding in &verified.findings {
        let kind = texts.put("kind", finding.kind)?;
        let ticket = texts.put_any("ticket", finding.ticket.as_deref())?;
        findings.push((kind, ticket, texts.put("what", &finding.what)?));
    }
    Ok(gd_verified { verified, texts, head, not_checked, findings })
}

/// Checks the file: pages and keys, the journal's chain, every text's salted hash, and every row
/// against the replay of its events. It reads only. `progress` may be NULL; `context` is passed to
/// it. Free *verified with gd_verified_free.
///
/// Errors: GD_E_INVALID_INPUT inside a batch; else only when the head itself cannot be read: what does
/// not agree is a finding.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_verify(
    hotline: *mut gd_hotline,
    progress: gd_progress,
    context: *mut c_void,
    verified: *mut *mut gd_verified,
) -> gd_status {
    make(hotline, verified, |desk| {
        report(desk.hotline.verify(&mut telling(progress, context))?, desk.encoding)
    })
}

/// gd_hotline_verify against `count` anchors. They find a tail cut off and a journal rewritten
/// whole, which the file alone cannot show.
///
/// Errors: GD_E_INVALID_INPUT names `anchor` for one that is no hash; else as gd_hotline_verify.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_verify_against(
    hotline: *mut gd_hotline,
    anchors: *const gd_anchor,
    count: u32,
    progress: gd_progress,
    context: *mut c_void,
    verified: *mut *mut gd_verified,
) -> gd_status {
    make(hotline, verified, |desk| {
        let reader = desk.reader();
        let anchors = sized::slice("anchors", anchors, u64::from(count))?.iter();
        let anchors = anchors.map(|given| Ok((given.seq, reader.required("anchor", given.hash)?)));
        let anchors = anchors.collect::<Result<Vec<_>, Fault>>()?;
        let mut tell = telling(progress, context);
        report(desk.hotline.verify_against(&anchors, &mut tell)?, desk.encoding)
    })
}

/// gd_hotline_backup, and then opens the copy and verifies it whole. The head in the report, kept
/// elsewhere, is an anchor. Free *verified with gd_verified_free.
///
/// Errors: as gd_hotline_backup; GD_E_CORRUPT when the copy is not sound: it is left where it is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_backup_verified(
    hotline: *mut gd_hotline,
    path: *const c_char,
    verified: *mut *mut gd_verified,
) -> gd_status {
    make(hotline, verified, |desk| {
        report(desk.hotline.backup_verified(strings::path("path", path)?)?, desk.encoding)
    })
}

fn telling(progress: gd_progress, context: *mut c_void) -> impl FnMut(u64, u64) {
    move |done, of| {
        if let Some(progress) = progress {
            // SAFETY: the header's contract: the function may be called with its context.
            unsafe { progress(context, done, of) }
        }
    }
}

/// How much was checked.
///
/// Errors: GD_E_INVALID_INPUT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_verified_checked(
    verified: *const gd_verified,
    checked: *mut gd_checked,
) -> gd_status {
    look(verified, |own| {
        let done = &own.verified;
        let row = gd_checked {
            size: 0,
            sound: i32::from(done.is_sound()),
            events: done.events,
            tickets: done.tickets,
            rows: done.rows,
            texts: done.texts,
            head_seq: done.head.0,
            head: own.texts.get(own.head),
            erased: done.erased,
            anchors: done.anchors,
            not_checked: own.not_checked.len() as u64,
        };
        sized::fill(checked, &row)
    })
}

/// One thing that was not, or cannot be, checked: an English sentence borrowed from the object; NULL
/// past the last one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_verified_not_checked(
    verified: *const gd_verified,
    index: u64,
) -> *const c_char {
    peek(verified, std::ptr::null(), |own| Ok(own.texts.get(*item(&own.not_checked, index)?)))
}

/// How many findings there are; 0 when the file is sound.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_verified_count(verified: *const gd_verified) -> u64 {
    peek(verified, 0, |own| Ok(own.findings.len() as u64))
}

/// One finding; its strings are borrowed from the object.
///
/// Errors: GD_E_INVALID_INPUT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_verified_at(
    verified: *const gd_verified,
    index: u64,
    finding: *mut gd_finding,
) -> gd_status {
    look(verified, |own| {
        let (kind, ticket, what) = *item(&own.findings, index)?;
        let row = gd_finding {
            size: 0,
            reserved: 0,
            seq: item(&own.verified.findings, index)?.seq.unwrap_or(0),
            kind: own.texts.get(kind),
            ticket: own.texts.get(ticket),
            what: own.texts.get(what),
        };
        sized::fill(finding, &row)
    })
}

/// Frees it; NULL is nothing to do.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_verified_free(verified: *mut gd_verified) {
    free(verified);
}
