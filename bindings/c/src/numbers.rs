//! Numbers: what C hands over as one and means something else by: moments, codes, ids, yes and no.

use gongdan::{Moment, Problem, TicketId};

use crate::fault::Fault;

/// Yes. Where an answer may be missing, 0 means that nothing is known.
pub const GD_YES: i32 = 1;
/// No. So is 0 where an answer cannot be missing.
pub const GD_NO: i32 = 2;

/// The largest number that every language keeps exactly.
const MAX_EXACT: i64 = (1 << 53) - 1;

/// A moment that has to be given: 0 is none.
pub(crate) fn moment(name: &'static str, ms: i64) -> Result<Moment, Fault> {
    moment_any(name, ms)?.ok_or(Fault::missing(name))
}

/// A moment that may be left out.
pub(crate) fn moment_any(name: &'static str, ms: i64) -> Result<Option<Moment>, Fault> {
    match ms {
        0 => Ok(None),
        ms => Ok(Some(Moment::from_ms(name, ms)?)),
    }
}

/// Yes, no, or not known.
pub(crate) fn flag_any(name: &'static str, code: i32) -> Result<Option<bool>, Fault> {
    match code {
        0 => Ok(None),
        GD_YES => Ok(Some(true)),
        GD_NO => Ok(Some(false)),
        _ => Err(Fault::argument(name, Problem::OutOfRange { from: 0, to: GD_NO.into() })),
    }
}

/// Yes or no.
pub(crate) fn flag(name: &'static str, code: i32) -> Result<bool, Fault> {
    flag_any(name, code).map(Option::unwrap_or_default)
}

/// Whole numbers, and the largest that is taken.
pub(crate) trait Whole: TryFrom<u64> {
    /// It.
    const MOST: i64;
}

impl Whole for i32 {
    const MOST: i64 = i32::MAX as i64;
}

impl Whole for u32 {
    const MOST: i64 = u32::MAX as i64;
}

impl Whole for u64 {
    const MOST: i64 = MAX_EXACT;
}

/// A whole number.
pub(crate) fn number<T: Whole>(name: &'static str, given: u64) -> Result<T, Fault> {
    let beyond = || Fault::argument(name, Problem::OutOfRange { from: 0, to: T::MOST });
    match i64::try_from(given).is_ok_and(|given| given <= T::MOST) {
        true => T::try_from(given).map_err(|_| beyond()),
        false => Err(beyond()),
    }
}

/// Whole numbers, so many of them.
pub(crate) fn numbers<T: Whole>(
    name: &'static str,
    given: *const u64,
    count: u32,
) -> Result<Vec<T>, Fault> {
    let given = crate::sized::slice(name, given, u64::from(count))?;
    given.iter().map(|given| number(name, *given)).collect()
}

/// A whole number that may be left out: 0 is none.
pub(crate) fn number_any<T: Whole>(name: &'static str, given: u64) -> Result<Option<T>, Fault> {
    match given {
        0 => Ok(None),
        given => number(name, given).map(Some),
    }
}

/// A ticket.
pub(crate) fn ticket(name: &'static str, id: i64) -> Result<TicketId, Fault> {
    match id {
        1..=MAX_EXACT => Ok(TicketId(id)),
        0 => Err(Fault::missing(name)),
        _ => Err(Fault::argument(name, Problem::OutOfRange { from: 1, to: MAX_EXACT })),
    }
}

/// A code of a word list that may be left out: 0 is none.
macro_rules! code_any {
    ($kind:ty, $name:literal, $code:expr) => {
        match $code {
            0 => Ok::<Option<$kind>, crate::fault::Fault>(None),
            code => match <$kind>::from_code(i64::from(code)) {
                Some(word) => Ok(Some(word)),
                None => Err(crate::numbers::unknown_code($name, <$kind>::ALL.len())),
            },
        }
    };
}
pub(crate) use code_any;

/// A code of a word list that has to be given.
macro_rules! code {
    ($kind:ty, $name:literal, $code:expr) => {
        crate::numbers::code_any!($kind, $name, $code)
            .and_then(|word| word.ok_or(crate::fault::Fault::missing($name)))
    };
}
pub(crate) use code;

/// Codes of a word list, so many of them.
macro_rules! codes {
    ($kind:ty, $name:literal, $codes:expr, $count:expr) => {
        crate::sized::slice($name, $codes, u64::from($count)).and_then(|codes| {
            codes
                .iter()
                .map(|code| crate::numbers::code!($kind, $name, *code))
                .collect::<Result<Vec<$kind>, _>>()
        })
    };
}
pub(crate) use codes;

/// A code, or what it is when it is left out.
pub(crate) fn or(code: i32, otherwise: i32) -> i32 {
    if code == 0 { otherwise } else { code }
}

/// A number that stands for nothing in its list.
pub(crate) fn unknown_code(name: &'static str, words: usize) -> Fault {
    Fault::argument(name, Problem::OutOfRange { from: 1, to: words as i64 })
}
