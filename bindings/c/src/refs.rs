//! The tickets behind a figure: ids and printed numbers.

use std::ffi::c_char;

use gongdan::TicketRef;

use crate::door::{free, item, peek};
use crate::error::Fault;
use crate::live::object;
use crate::strings::{Encoding, Span, Texts};

/// Tickets by id and number. Opaque; free it with gd_refs_free.
pub struct gd_refs {
    texts: Texts,
    refs: Vec<(i64, Span)>,
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
