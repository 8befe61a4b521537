//! Codes of schemes (GB/T 39666: six digits, 2 + 2 + 2), by which city, province and county join what they count: an
//! entry bears one of each scheme that knows it, beside its names, so that one scheme leads to the other.

use crate::as_written::plainly;
use crate::invalid::{Invalid, Problem};
use crate::likeness::distance;
use crate::register::{Register, RegisterEntry};
use crate::text;
use crate::vocabulary::Species;

/// Between a scheme and a code of it.
const BETWEEN: char = ':';
/// The longest code, in letters and digits.
const LONGEST: usize = 40;

/// A scheme and a code, of what was typed: `GB/T 39666:010203`, or the code alone.
fn parted(given: &str) -> (Option<&str>, &str) {
    match given.split_once(BETWEEN) {
        Some((scheme, code)) => (Some(scheme.trim()), code.trim()),
        None => (None, given),
    }
}

/// The name of a scheme as it is kept.
pub(crate) fn scheme(given: &str) -> Result<String, Invalid> {
    let scheme = plainly(given).into_owned();
    text::required("scheme", &scheme, text::MAX_NAME)?;
    match scheme.contains(BETWEEN) {
        true => {
            let expected = "the name of a scheme, without a colon";
            Err(Invalid::new("scheme", Problem::Malformed { expected }))
        }
        false => Ok(scheme),
    }
}

/// A code as it is kept.
pub(crate) fn code(given: &str) -> Result<String, Invalid> {
    let code = plainly(given).into_owned();
    let sign = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-');
    match (1..=LONGEST).contains(&code.len()) && code.chars().all(sign) {
        true => Ok(code),
        false => {
            let expected = "digits and letters, at most 40";
            Err(Invalid::new("code", Problem::Malformed { expected }))
        }
    }
}

impl Register {
    /// Every entry that a code means: of the scheme that is named with it (`GB/T 39666:010203`), or of any.
    pub(crate) fn of_code(&self, species: Species, given: &str) -> Vec<&RegisterEntry> {
        let given = plainly(given);
        let (scheme, code) = parted(&given);
        self.all(species).filter(|entry| borne(entry, scheme).any(|own| own == code)).collect()
    }

    /// The codes nearest to one that nobody bears; none for what is no number.
    pub(crate) fn nearest_codes(&self, species: Species, given: &str) -> Vec<String> {
        let given = plainly(given);
        let (scheme, code) = parted(&given);
        if code.is_empty() || !code.bytes().all(|digit| digit.is_ascii_digit()) {
            return Vec::new();
        }
        let mut codes: Vec<&str> =
            self.all(species).flat_map(|entry| borne(entry, scheme)).collect();
        let code: String = code.chars().take(LONGEST).collect();
        codes.sort_by_key(|each| (distance(&code, each), *each));
        codes.dedup();
        codes.into_iter().take(3).map(str::to_owned).collect()
    }
}

/// The codes that an entry bears, of one scheme or of all.
fn borne<'a>(
    entry: &'a RegisterEntry,
    scheme: Option<&str>,
) -> impl Iterator<Item = &'a str> + use<'a> {
    let scheme = scheme.map(str::to_owned);
    let wanted = move |own: &String| scheme.as_ref().is_none_or(|scheme| scheme == own);
    entry.codes().iter().filter(move |(own, _)| wanted(own)).map(|(_, code)| code.as_str())
}
