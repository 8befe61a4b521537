//! The tickets behind a figure: ids and printed numbers.

use std::ffi::c_char;

use gongdan::{TicketId, TicketRef};

use crate::desk::gd_hotline;
use crate::door::{free, item, make, peek};
use crate::fault::Fault;
use crate::live::object;
use crate::sized;
use crate::status::gd_status;
use crate::strings::{Encoding, Span, Texts};

/// Tickets by id and number. Opaque; free it with gd_refs_free.
pub struct gd_refs {
    pub(crate) texts: Texts,
    pub(crate) refs: Vec<(i64, Span)>,
}

object!(gd_refs, b"refs", "refs");

impl gd_refs {
    /// A list in the encoding of its asker.
    pub(crate) fn new(found: &[TicketRef], encoding: Encoding) -> Result<Self, Fault> {
        let mut texts = Texts::new(encoding);
        let refs = found.iter().map(|each| Ok((each.id.0, texts.put("number", &each.number)?)));
        let refs = refs.collect::<Result<_, Fault>>()?;
        Ok(Self { texts, refs })
    }
}

/// Tickets with their printed numbers: `count` of them, by id. Free *refs with gd_refs_free.
///
/// Errors: GD_E_NOT_FOUND, GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_references(
    hotline: *mut gd_hotline,
    tickets: *const i64,
    count: u32,
    refs: *mut *mut gd_refs,
) -> gd_status {
    make(hotline, refs, |desk| {
        let ids = sized::slice("tickets", tickets, u64::from(count))?;
        let ids: Vec<TicketId> = ids.iter().copied().map(TicketId).collect();
        gd_refs::new(&desk.hotline.references(&ids)?, desk.encoding)
    })
}

/// How many tickets there are.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_refs_count(refs: *const gd_refs) -> u64 {
    peek(refs, 0, |refs| Ok(refs.refs.len() as u64))
}

/// The id of one of them; 0 past the last one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_refs_id(refs: *const gd_refs, index: u64) -> i64 {
    peek(refs, 0, |refs| Ok(item(&refs.refs, index)?.0))
}

/// The printed number of one of them, borrowed from the list; NULL past the last one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_refs_number(refs: *const gd_refs, index: u64) -> *const c_char {
    peek(refs, std::ptr::null(), |refs| Ok(refs.texts.get(item(&refs.refs, index)?.1)))
}

/// Frees a list; NULL is nothing to do.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_refs_free(refs: *mut gd_refs) {
    free(refs);
}
