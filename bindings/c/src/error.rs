//! The thread's last message, read by the gd_error_ functions.

use std::ffi::c_char;

use gongdan::{Bound, Language, Problem, Verb};

use crate::door::call;
use crate::fault::Fault;
use crate::last::{self, ask, refused};
use crate::status::gd_status;
use crate::written::words::{gd_outcome, gd_refusal, gd_stage, gd_verb};

/// Chinese, the default.
pub const GD_LANGUAGE_CHINESE: i32 = 1;
/// English.
pub const GD_LANGUAGE_ENGLISH: i32 = 2;

/// Sets the language of this thread's messages from the next one on: GD_LANGUAGE_CHINESE (the
/// default) or GD_LANGUAGE_ENGLISH.
///
/// Errors: GD_E_INVALID_INPUT for any other number.
#[unsafe(no_mangle)]
pub extern "C" fn gd_set_language(language: i32) -> gd_status {
    call(|_| {
        last::set_language(match language {
            GD_LANGUAGE_CHINESE => Language::Chinese,
            GD_LANGUAGE_ENGLISH => Language::English,
            _ => return Err(Fault::argument("language", Problem::OutOfRange { from: 1, to: 2 })),
        });
        Ok(())
    })
}

/// What this thread's last call came to.
#[unsafe(no_mangle)]
pub extern "C" fn gd_error_status() -> gd_status {
    last::status()
}

/// What to tell a person of this thread's last call, as one line; "" when it went well. The
/// string is borrowed from the thread until its next call. It never repeats a text that can hold
/// personal data.
#[unsafe(no_mangle)]
pub extern "C" fn gd_error_message() -> *const c_char {
    ask(c"".as_ptr(), |last| last.message.as_ptr())
}

/// The name of the wrong argument after GD_E_INVALID_INPUT, in ASCII; "" otherwise. The string is
/// borrowed from the thread until its next call.
#[unsafe(no_mangle)]
pub extern "C" fn gd_error_argument() -> *const c_char {
    ask(c"".as_ptr(), |last| last.argument.as_ptr())
}

/// The code of the broken rule after GD_E_REFUSED, one of GD_REFUSAL_; 0 otherwise.
#[unsafe(no_mangle)]
pub extern "C" fn gd_error_refusal_code() -> gd_refusal {
    refused(0, |refusal| refusal.code.code() as i32)
}

/// Where the ticket stands after GD_E_REFUSED; 0 otherwise.
#[unsafe(no_mangle)]
pub extern "C" fn gd_error_stage() -> gd_stage {
    refused(0, |refusal| refusal.stage.code() as i32)
}

/// What was asked after GD_E_REFUSED; 0 otherwise.
#[unsafe(no_mangle)]
pub extern "C" fn gd_error_asked() -> gd_verb {
    refused(0, |refusal| refusal.asked.code() as i32)
}

/// How many verbs may be asked of the ticket as it stands, after GD_E_REFUSED; 0 otherwise.
#[unsafe(no_mangle)]
pub extern "C" fn gd_error_allowed_count() -> u64 {
    refused(0, |refusal| refusal.allowed.len() as u64)
}

/// One of the verbs that may be asked of the ticket as it stands; 0 past the last one.
#[unsafe(no_mangle)]
pub extern "C" fn gd_error_allowed_at(index: u64) -> gd_verb {
    let at = |allowed: &[Verb]| usize::try_from(index).ok().and_then(|at| allowed.get(at).copied());
    refused(0, |refusal| at(&refusal.allowed).map_or(0, |verb| verb.code() as i32))
}

/// The limit that a refusal quotes is a moment until which it would have been allowed.
pub const GD_BOUND_UNTIL: i32 = 1;
/// The limit that a refusal quotes is a moment from which it will be allowed.
pub const GD_BOUND_FROM: i32 = 2;
/// The limit that a refusal quotes is a number of times.
pub const GD_BOUND_TIMES: i32 = 3;
/// The limit that a refusal quotes is a number of working days.
pub const GD_BOUND_DAYS: i32 = 4;
/// The moment lies too far from the newest one of the file, which is quoted.
pub const GD_BOUND_LEAP: i32 = 5;

/// What sort of limit the refusal quotes, one of GD_BOUND_; 0 when it quotes none.
#[unsafe(no_mangle)]
pub extern "C" fn gd_error_bound() -> i32 {
    refused(0, |refusal| refusal.bound.map_or(0, |bound| i32::from(bound.code())))
}

/// The limit that the refusal quotes: a moment in milliseconds, or a number; 0 when there is none.
#[unsafe(no_mangle)]
pub extern "C" fn gd_error_bound_value() -> i64 {
    refused(0, |refusal| refusal.bound.map_or(0, Bound::value))
}

/// The version of the ticket as it stands, after the GD_E_CONFLICT of a stale caller; 0 otherwise.
#[unsafe(no_mangle)]
pub extern "C" fn gd_error_version() -> u32 {
    ask(0, |last| match &last.fault {
        Fault::Library(error) => error.versions().map_or(0, |(_, actual)| actual),
        Fault::Format(_) => 0,
        #[cfg(feature = "office")]
        Fault::Said(..) => 0,
        Fault::Door(..) => 0,
    })
}

/// What became of the call that failed, one of GD_OUTCOME_; 0 when it went well.
#[unsafe(no_mangle)]
pub extern "C" fn gd_error_outcome() -> gd_outcome {
    ask(0, |last| last.fault.outcome().code() as i32)
}

/// 1 when the very same call can succeed later: others were busy, or the machine failed in a way
/// that may pass. After GD_OUTCOME_UNKNOWN only under the same request id.
#[unsafe(no_mangle)]
pub extern "C" fn gd_error_retry() -> i32 {
    ask(0, |last| i32::from(last.fault.retry()))
}
