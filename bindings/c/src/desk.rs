//! A desk: what stands behind a handle.

use gongdan::{Hotline, TicketId};

use crate::strings::{Encoding, Reader};

/// One hotline on one file. Opaque.
pub struct gd_hotline {
    _opaque: [u8; 0],
}

/// What stands behind a handle.
pub(crate) struct Desk {
    pub(crate) hotline: Hotline,
    pub(crate) encoding: Encoding,
    pub(crate) last: Option<TicketId>,
}

impl Desk {
    /// A desk whose client speaks so.
    pub(crate) fn new(hotline: Hotline, encoding: Encoding) -> Self {
        Self { hotline, encoding, last: None }
    }

    /// Reads what this handle's client gives.
    pub(crate) fn reader(&self) -> Reader {
        Reader(self.encoding)
    }
}
