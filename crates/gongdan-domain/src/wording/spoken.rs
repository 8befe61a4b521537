//! A sentence in the language that a face chooses.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{chinese, english};
use crate::deadline::Limit;
use crate::invalid::Invalid;
use crate::life::{Denied, Refusal};
use crate::working_days::Why;

/// The language of a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// The office's own: 中文.
    #[default]
    #[serde(rename = "zh")]
    Chinese,
    /// English, in which `Display` speaks.
    #[serde(rename = "en")]
    English,
}

/// A refusal as one line: what is wrong, what is therefore not done, and what would be allowed
/// where that helps.
///
/// ```
/// use gongdan_domain::wording::{self, Language};
/// use gongdan_domain::{Refusal, RefusalCode, Stage, Verb};
/// let refusal = Refusal::new(RefusalCode::NotSignedOff, Verb::Handle, Stage::Transferred);
/// assert_eq!(wording::refusal(&refusal, Language::Chinese), "工单尚未签收,不能办结");
/// assert_eq!(refusal.to_string(), "cannot handle: it is not signed off yet");
/// ```
pub fn refusal(refusal: &Refusal, language: Language) -> String {
    match language {
        Language::Chinese => chinese::refusal(refusal),
        Language::English => english::refusal(refusal),
    }
}

/// A bad argument as one line: its name, and what would be allowed.
pub fn invalid(invalid: &Invalid, language: Language) -> String {
    invalid_typed(invalid, invalid.argument, language)
}

/// The same of an argument that a face spells otherwise: `--due-by`.
pub fn invalid_typed(invalid: &Invalid, typed: &str, language: Language) -> String {
    match language {
        Language::Chinese => chinese::invalid(invalid, typed),
        Language::English => english::invalid(invalid, typed),
    }
}

/// Why nothing came of a command, as one line.
pub fn denied(denied: &Denied, language: Language) -> String {
    match denied {
        Denied::Refused(broken) => refusal(broken, language),
        Denied::Invalid(argument) => invalid(argument, language),
    }
}

/// A limit as people say it: `5个工作日`, `24小时`; `5 working days`, `24 hours`.
pub fn limit(limit: Limit, language: Language) -> String {
    match language {
        Language::Chinese => chinese::limit(limit),
        Language::English => english::limit(limit),
    }
}

/// Why a day counts or does not count.
pub fn why(why: &Why, language: Language) -> String {
    match language {
        Language::Chinese => chinese::why(why),
        Language::English => english::why(why),
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&english::refusal(self))
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&english::invalid(self, self.argument))
    }
}

impl fmt::Display for Denied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&denied(self, Language::English))
    }
}

impl std::error::Error for Refusal {}
impl std::error::Error for Invalid {}
impl std::error::Error for Denied {}
