//! A desk: what stands behind a handle.

use gongdan::{Hotline, TicketId};

use crate::strings::{Encoding, Reader};

/// One hotline on one file. Opaque.
pub struct gd_hotline {
    _opaque: [u8; 0],
}

/// What stands behind the handle of a hotline.
pub(crate) struct Desk {
    pub(crate) hotline: Hotline,
    pub(crate) encoding: Encoding,
    pub(crate) last: Option<TicketId>,
}

/// What is asked at a desk: the hotline as whoever asks may see it.
pub(crate) struct Window<'a> {
    pub(crate) hotline: &'a Hotline,
    pub(crate) encoding: Encoding,
}

impl Window<'_> {
    /// Reads what this handle's client gives.
    pub(crate) fn reader(&self) -> Reader {
        Reader(self.encoding)
    }
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
