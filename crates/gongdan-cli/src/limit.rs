//! Limits and other values of the policy as people type them: `5d`, `24h`, `8wh`, `yes`.

use gongdan::{
    FileKind, InspectionPoint, Invalid, Limit, OfficeHours, Problem, Rounding, Satisfaction,
    Setting, Value,
};

/// How limits are written, for `--help`.
pub(crate) const LIMITS: &str = "5d is five working days, 24h and 90m run on the wall clock, 8wh \
and 90wm in office hours";

/// Reads a limit: a number, then `d`, `h`, `m`, `wh` or `wm`.
pub(crate) fn limit(argument: &'static str, given: &str) -> Result<Limit, Invalid> {
    let expected = "a number and d, h, m, wh or wm: 5d, 24h, 90m, 8wh, 90wm";
    let malformed = || Invalid::new(argument, Problem::Malformed { expected });
    let given = given.trim();
    let end = given.find(|c: char| !c.is_ascii_digit()).ok_or_else(malformed)?;
    let (number, unit) = given.split_at(end);
    let number: u32 = number.parse().map_err(|_| malformed())?;
    let minutes = number.checked_mul(60).ok_or_else(malformed);
    let limit = match unit {
        "d" => Limit::WorkingDays(number),
        "h" => Limit::ClockMinutes(minutes?),
        "m" => Limit::ClockMinutes(number),
        "wh" => Limit::WorkingMinutes(minutes?),
        "wm" => Limit::WorkingMinutes(number),
        _ => return Err(malformed()),
    };
    limit.validate().map(|()| limit)
}

/// Reads the value of a setting, in the sort that the setting takes.
pub(crate) fn value(setting: Setting, given: &str) -> Result<Value, Invalid> {
    Ok(match setting {
        Setting::SignOffLimit
        | Setting::HandleLimit
        | Setting::TotalLimit
        | Setting::ReworkLimit
        | Setting::ReturnWindow
        | Setting::UrgeInterval
        | Setting::DecideWithin => Value::Limit(limit("value", given)?),
        Setting::ReturnCap
        | Setting::ExtensionCap
        | Setting::ExtensionDays
        | Setting::ReworkCap
        | Setting::CallbackAttempts
        | Setting::ClockTolerance
        | Setting::LeapDays
        | Setting::FirstLeapDays
        | Setting::AttachmentSize => Value::Number(number(given)?),
        Setting::AttachmentKinds => Value::Files(files(given)?),
        Setting::InspectionSheet => Value::Sheet(sheet(given)?),
        Setting::WarnAt => Value::Shares(shares(given)?),
        Setting::SatisfiedLevels => Value::Levels(levels(given)?),
        Setting::CloseUncalled
        | Setting::AssistantsReport
        | Setting::SolvedUnreached
        | Setting::ReviewReplies => Value::Flag(flag(given)?),
        Setting::Hours => Value::Hours(hours(given)?),
        Setting::Rounding => Value::Rounding(Rounding::parse(&crate::listed::word(given))?),
        Setting::SatisfactionRule | Setting::LateReturn => Value::Name(given.trim().to_owned()),
    })
}

fn malformed(expected: &'static str) -> Invalid {
    Invalid::new("value", Problem::Malformed { expected })
}

fn number(given: &str) -> Result<u32, Invalid> {
    given.trim().parse().map_err(|_| malformed("a number"))
}

fn flag(given: &str) -> Result<bool, Invalid> {
    match given.trim() {
        "yes" | "是" => Ok(true),
        "no" | "否" => Ok(false),
        _ => Err(malformed("yes or no")),
    }
}

fn levels(given: &str) -> Result<Vec<Satisfaction>, Invalid> {
    given.split([',', '、']).map(|level| Satisfaction::parse(&crate::listed::word(level))).collect()
}

fn files(given: &str) -> Result<Vec<FileKind>, Invalid> {
    let kinds = given.split([',', '、']).map(|kind| FileKind::parse(&crate::listed::word(kind)));
    kinds.map(|kind| kind.map_err(|wrong| wrong.named("value"))).collect()
}

/// `规范用语=20,解决质量=80`.
fn sheet(given: &str) -> Result<Vec<InspectionPoint>, Invalid> {
    let point = |each: &str| {
        let (name, most) = each.rsplit_once(['=', '='])?;
        Some(InspectionPoint { name: name.trim().to_owned(), most: most.trim().parse().ok()? })
    };
    let points: Option<Vec<_>> = given.split([',', ',', '、']).map(point).collect();
    points.ok_or_else(|| malformed("规范用语=20,解决质量=80"))
}

/// `50,75` or `50%,75%`.
fn shares(given: &str) -> Result<Vec<u32>, Invalid> {
    let share = |each: &str| each.trim().trim_end_matches(['%', '%']).trim_end().parse().ok();
    let shares: Option<Vec<u32>> = given.split([',', ',', '、']).map(share).collect();
    shares.ok_or_else(|| malformed("50,75"))
}

/// `08:30-12:00,14:30-17:30`.
fn hours(given: &str) -> Result<OfficeHours, Invalid> {
    let stretches = given.split(',').map(|stretch| {
        let (from, to) = stretch.trim().split_once('-')?;
        Some((minute(from)?, minute(to)?))
    });
    let stretches: Option<Vec<(u16, u16)>> = stretches.collect();
    OfficeHours::new(stretches.ok_or_else(|| malformed("08:30-12:00,14:30-17:30"))?)
}

fn minute(clock: &str) -> Option<u16> {
    let (hour, minute) = clock.trim().split_once(':')?;
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour <= 24 && minute < 60).then_some(hour * 60 + minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_read_with_their_clocks() {
        let read = |given| limit("value", given).ok();
        assert_eq!(read("5d"), Some(Limit::WorkingDays(5)));
        assert_eq!(read("24h"), Some(Limit::ClockMinutes(1_440)));
        assert_eq!(read(" 8wh "), Some(Limit::WorkingMinutes(480)));
        assert_eq!(read("90wm"), Some(Limit::WorkingMinutes(90)));
        for wrong in ["5", "d", "0d", "5 days", "-1d", "99999999999h", ""] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn every_setting_reads_a_value_of_its_own_sort() {
        for setting in Setting::ALL {
            let given = match setting {
                Setting::Hours => "09:00-12:00,13:00-24:00",
                Setting::Rounding => "truncate",
                Setting::SatisfactionRule => "satisfaction_rate",
                Setting::LateReturn => "mark",
                Setting::SatisfiedLevels => "very-satisfied,满意",
                Setting::AttachmentKinds => "photo,录音",
                Setting::InspectionSheet => "规范用语=20,解决质量=80",
                Setting::WarnAt => "50%,75",
                Setting::CloseUncalled
                | Setting::AssistantsReport
                | Setting::SolvedUnreached
                | Setting::ReviewReplies => "yes",
                _ if value(*setting, "3").is_ok() => "3",
                _ => "3d",
            };
            assert!(value(*setting, given).is_ok(), "{setting}");
            // A name is looked up when the rule is set, not when it is read.
            let named = matches!(setting, Setting::SatisfactionRule | Setting::LateReturn);
            assert!(value(*setting, "三天以内").is_err() || named);
        }
    }
}
