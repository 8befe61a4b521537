//! Moments as a clerk types them: what is left out is now.

use gongdan::{Invalid, Moment, Result, now, parse_day};

/// A moment as given, or the present one.
pub(crate) fn moment(given: Option<&str>) -> Result<Moment> {
    match given {
        Some(text) => Ok(Moment::parse("at", text)?),
        None => Ok(now()),
    }
}

/// From when something holds: a date means its beginning.
pub(crate) fn dated(argument: &'static str, given: &str) -> std::result::Result<Moment, Invalid> {
    match parse_day(argument, given) {
        Ok(day) => Ok(Moment::start_of(day)),
        Err(_) => Moment::parse(argument, given),
    }
}

/// A cut-off as given, or the present moment.
pub(crate) fn cut_off(given: Option<&str>) -> Result<Moment> {
    match given {
        Some(text) => Ok(Moment::parse_as_of(text)?),
        None => Ok(now()),
    }
}
