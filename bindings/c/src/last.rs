//! What the thread's last call left to say: set or cleared by every call.

use std::cell::{Cell, RefCell};
use std::ffi::CString;

use gongdan::Language;

use crate::fault::Fault;
use crate::status::{GD_OK, gd_status};
use crate::strings::Encoding;

/// What the last call on this thread left to say.
pub(crate) struct Last {
    pub(crate) fault: Fault,
    pub(crate) message: CString,
    pub(crate) argument: CString,
}

thread_local! {
    static LAST: RefCell<Option<Box<Last>>> = const { RefCell::new(None) };
    static STATUS: Cell<gd_status> = const { Cell::new(GD_OK) };
    static LANGUAGE: Cell<Language> = const { Cell::new(Language::Chinese) };
}

/// Clears the thread's message.
pub(crate) fn clear() -> gd_status {
    STATUS.with(|status| {
        if status.replace(GD_OK) != GD_OK {
            LAST.with(|last| last.replace(None));
        }
    });
    GD_OK
}

/// Sets the thread's message, in its language and the encoding of its caller.
pub(crate) fn set(fault: Fault, encoding: Encoding) -> gd_status {
    let code = fault.kind().code() as i32;
    let message = encoding.c_string_lossy(&fault.message(LANGUAGE.get()).replace('\n', " "));
    let argument = match &fault {
        Fault::Library(error) => error.invalid().map_or("", |invalid| invalid.argument),
        Fault::Format(_) => "format",
        #[cfg(feature = "office")]
        Fault::Said(argument, ..) => argument,
        Fault::Door(..) => "",
    };
    let argument = Encoding::Utf8.c_string_lossy(argument);
    STATUS.set(code);
    LAST.with(|last| last.replace(Some(Box::new(Last { fault, message, argument }))));
    code
}

/// Asks of the last fault, if there is one.
pub(crate) fn ask<T>(otherwise: T, ask: impl FnOnce(&Last) -> T) -> T {
    LAST.with(|last| last.borrow().as_deref().map_or(otherwise, ask))
}

/// Asks of the last refusal, if it was one.
pub(crate) fn refused<T>(otherwise: T, ask_refusal: impl FnOnce(&gongdan::Refusal) -> T) -> T {
    LAST.with(|last| match last.borrow().as_deref() {
        Some(Last { fault: Fault::Library(error), .. }) => match error.refusal() {
            Some(refusal) => ask_refusal(refusal),
            None => otherwise,
        },
        _ => otherwise,
    })
}

/// The status of this thread's last call.
pub(crate) fn status() -> gd_status {
    STATUS.get()
}

/// The language of this thread.
pub(crate) fn language() -> Language {
    LANGUAGE.get()
}

/// Sets it.
pub(crate) fn set_language(language: Language) {
    LANGUAGE.set(language);
}
