//! The one place that reads the clock, for callers who want the present moment.

use std::time::{SystemTime, UNIX_EPOCH};

use gongdan_domain::Moment;

/// The present moment. Nothing inside the library calls it: every command is given its moment.
pub fn now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let ms = i64::try_from(since.as_millis()).unwrap_or(i64::MAX);
    Moment::from_ms("now", ms).unwrap_or(Moment::MAX)
}
