//! Policy: every number that differs from place to place, as dated data of one hotline.
//!
//! None of these values is a constant of the program: a new file gets [`Policy::defaults`] as
//! events, and an office changes them from a date on. A change moves no limit already given.

use serde::{Deserialize, Serialize};

use crate::deadline::Limit;
use crate::ids::{CategoryId, ChannelId};
use crate::inspection_sheet::InspectionPoint;
use crate::invalid::{Invalid, Problem};
use crate::moment::Moment;
use crate::office_hours::OfficeHours;
use crate::text;
use crate::vocabulary::{FileKind, Kind, Satisfaction, Urgency, vocabulary};

vocabulary! {
    /// What a provision settles.
    Setting, "setting" {
        /// Working time a unit has to sign off.
        SignOffLimit = 1, "sign_off_limit", "签收时限";
        /// Working time a unit has to handle.
        HandleLimit = 2, "handle_limit", "办理时限";
        /// The citizen's own limit, from the first transfer; a return never restarts it.
        TotalLimit = 3, "total_limit", "总时限";
        /// Working time for a rework.
        ReworkLimit = 4, "rework_limit", "重办时限";
        /// Until when after the transfer a unit may say "not ours".
        ReturnWindow = 5, "return_window", "退件时限";
        /// How many returns one unit may ask for on one ticket.
        ReturnCap = 6, "return_cap", "退件次数上限";
        /// How many extensions one assignment may get.
        ExtensionCap = 7, "extension_cap", "延期次数上限";
        /// The most working days one extension may add.
        ExtensionDays = 8, "extension_days", "延期天数上限";
        /// How many reworks one ticket may get.
        ReworkCap = 9, "rework_cap", "重办次数上限";
        /// After how many attempts in vain a citizen counts as not reachable.
        CallbackAttempts = 10, "callback_attempts", "回访次数";
        /// Which answers count as satisfied.
        SatisfiedLevels = 11, "satisfied_levels", "满意口径";
        /// Whether a ticket may be closed with no callback at all.
        CloseUncalled = 12, "close_uncalled", "免回访结案";
        /// Whether every assisting unit must have reported before the lead handles.
        AssistantsReport = 13, "assistants_report", "协办先报";
        /// The least time between two urges of one ticket.
        UrgeInterval = 14, "urge_interval", "催办间隔";
        /// The office hours that working hours are counted in.
        Hours = 15, "hours", "办公时间";
        /// How rates are printed.
        Rounding = 16, "rounding", "取舍";
        /// The measure that is printed as the satisfaction rate (满意率), by its name.
        SatisfactionRule = 17, "satisfaction_rule", "满意率口径";
        /// What becomes of a return that is asked for after its window: `mark` or `refuse`.
        LateReturn = 18, "late_return", "超期退件口径";
        /// Working time the centre has to decide on a return or an extension.
        DecideWithin = 19, "decide_within", "审批时限";
        /// By how many minutes two clocks may differ: a command so little before the ticket's last
        /// event is taken.
        ClockTolerance = 20, "clock_tolerance", "时钟容差";
        /// By how many days a command may lie after the newest fact of any ticket; 0: by any.
        LeapDays = 21, "leap_days", "时间跳跃上限";
        /// By how many days the first ticket may lie after the founding; 0: by any.
        FirstLeapDays = 22, "first_leap_days", "首件时间跳跃上限";
        /// How many megabytes an attached file may have.
        AttachmentSize = 23, "attachment_size", "附件大小上限(兆字节)";
        /// Which sorts of files may be attached.
        AttachmentKinds = 24, "attachment_kinds", "附件类型";
        /// Whether a ticket may be closed as solved when nobody was reached in any attempt to call back;
        /// not so where nothing is set.
        SolvedUnreached = 25, "solved_unreached", "未接通可按解决结案";
        /// Whether the centre reviews a unit's reply before it calls the citizen back; not so where nothing is
        /// set. By kind, urgency, category or channel as the provision says.
        ReviewReplies = 26, "review_replies", "答复审核";
        /// The points that a ticket is scored against when it is inspected; where none is set, none is.
        InspectionSheet = 27, "inspection_sheet", "质检表";
        /// At which shares of a running limit, in per cent of its working time, somebody is warned; at 50 and
        /// 75 where none are set.
        WarnAt = 28, "warn_at", "预警比例";
    }
}

vocabulary! {
    /// How a rate is cut to two decimals.
    Rounding, "rounding" {
        /// To the nearest, a half upwards.
        HalfUp = 1, "half_up", "四舍五入";
        /// What stands behind is cut off.
        Truncate = 2, "truncate", "截断";
    }
}

/// The value of a provision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// A stretch of working days, working minutes or clock minutes.
    Limit(Limit),
    /// A number of times or days.
    Number(u32),
    /// Yes or no.
    Flag(bool),
    /// A list of answers.
    Levels(Vec<Satisfaction>),
    /// Office hours.
    Hours(OfficeHours),
    /// A rounding.
    Rounding(Rounding),
    /// A name, for example of a measure.
    Name(String),
    /// Sorts of files.
    Files(Vec<FileKind>),
    /// The points of a sheet.
    Sheet(Vec<InspectionPoint>),
    /// Shares of a limit in per cent, rising.
    Shares(Vec<u32>),
}

/// A late return is taken, and marked as late for ever.
const MARK: &str = "mark";
/// A late return is refused.
const REFUSE: &str = "refuse";

/// What a list of shares is, where something else was given.
const SHARES: &str = "shares of a limit in per cent, rising";
/// The shares of a limit at which somebody is warned where no provision says another.
const WARN_AT: &[u32] = &[50, 75];
/// How many shares a provision may set.
const MAX_SHARES: usize = 10;

/// One to ten shares, each from 1 to 99 and more than the one before it: at its end a limit is over, which is told
/// by other lists.
fn check_shares(shares: &[u32]) -> Result<(), Invalid> {
    let wrong = |problem| Err(Invalid::new("value", problem));
    match shares.len() {
        0 => return wrong(Problem::Empty),
        1..=MAX_SHARES => {}
        _ => return wrong(Problem::OutOfRange { from: 1, to: MAX_SHARES as i64 }),
    }
    if !shares.iter().all(|share| (1..=99).contains(share)) {
        return wrong(Problem::OutOfRange { from: 1, to: 99 });
    }
    match shares.is_sorted_by(|one, next| one < next) {
        true => Ok(()),
        false => wrong(Problem::Malformed { expected: SHARES }),
    }
}

/// The largest number of times or days a provision may set.
const MAX_NUMBER: u32 = 2_000;

/// To which tickets a provision applies; what is empty applies to all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scope {
    /// Only this kind of appeal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// Only this urgency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Urgency>,
    /// Only this category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<CategoryId>,
    /// Only this channel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<ChannelId>,
}

impl Scope {
    /// Whether a provision of this scope applies to a ticket described by `ticket`.
    fn covers(&self, ticket: &Scope) -> bool {
        fn fits<T: PartialEq>(wanted: Option<T>, given: Option<T>) -> bool {
            wanted.is_none() || wanted == given
        }
        fits(self.kind, ticket.kind)
            && fits(self.urgency, ticket.urgency)
            && fits(self.category, ticket.category)
            && fits(self.channel, ticket.channel)
    }

    /// Urgency outweighs category, category channel, channel kind: the narrower rule wins.
    fn weight(&self) -> u8 {
        u8::from(self.urgency.is_some()) * 8
            + u8::from(self.category.is_some()) * 4
            + u8::from(self.channel.is_some()) * 2
            + u8::from(self.kind.is_some())
    }
}

/// One rule of the policy: from a moment on, for some tickets, this setting has this value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provision {
    /// What it settles.
    pub setting: Setting,
    /// From when it holds.
    pub from: Moment,
    /// For which tickets.
    #[serde(default)]
    pub scope: Scope,
    /// The value.
    pub value: Value,
}

impl Provision {
    /// Checks that the value is of the sort the setting takes, and in its range.
    ///
    /// # Errors
    /// [`Problem::Malformed`] names `value` and the sort that is expected;
    /// [`Problem::OutOfRange`] names `limit` or `value`, [`Problem::Empty`] names `value`.
    pub fn check(&self) -> Result<(), Invalid> {
        self.check_sort()?;
        match &self.value {
            Value::Limit(limit) => limit.validate(),
            Value::Number(number) if *number > MAX_NUMBER => {
                let problem = Problem::OutOfRange { from: 0, to: i64::from(MAX_NUMBER) };
                Err(Invalid::new("value", problem))
            }
            Value::Name(name) => text::required("value", name, text::MAX_NAME),
            Value::Sheet(sheet) => InspectionPoint::check(sheet),
            Value::Shares(shares) => check_shares(shares),
            Value::Number(_)
            | Value::Flag(_)
            | Value::Levels(_)
            | Value::Hours(_)
            | Value::Rounding(_)
            | Value::Files(_) => Ok(()),
        }
    }

    fn check_sort(&self) -> Result<(), Invalid> {
        let expected = match (self.setting, &self.value) {
            (
                Setting::SignOffLimit
                | Setting::HandleLimit
                | Setting::TotalLimit
                | Setting::ReworkLimit
                | Setting::ReturnWindow
                | Setting::UrgeInterval
                | Setting::DecideWithin,
                value,
            ) => (!matches!(value, Value::Limit(_))).then_some("a limit"),
            (
                Setting::ReturnCap
                | Setting::ExtensionCap
                | Setting::ExtensionDays
                | Setting::ReworkCap
                | Setting::CallbackAttempts
                | Setting::ClockTolerance
                | Setting::LeapDays
                | Setting::FirstLeapDays
                | Setting::AttachmentSize,
                value,
            ) => (!matches!(value, Value::Number(_))).then_some("a number"),
            (Setting::SatisfiedLevels, value) => {
                (!matches!(value, Value::Levels(_))).then_some("a list of answers")
            }
            (
                Setting::CloseUncalled
                | Setting::AssistantsReport
                | Setting::SolvedUnreached
                | Setting::ReviewReplies,
                value,
            ) => (!matches!(value, Value::Flag(_))).then_some("yes or no"),
            (Setting::Hours, value) => {
                (!matches!(value, Value::Hours(_))).then_some("office hours")
            }
            (Setting::Rounding, value) => {
                (!matches!(value, Value::Rounding(_))).then_some("half_up or truncate")
            }
            (Setting::LateReturn, value) => {
                let known = |name: &str| name == MARK || name == REFUSE;
                let fits = matches!(value, Value::Name(name) if known(name));
                (!fits).then_some("mark or refuse")
            }
            (Setting::AttachmentKinds, value) => {
                (!matches!(value, Value::Files(_))).then_some("sorts of files")
            }
            (Setting::InspectionSheet, value) => (!matches!(value, Value::Sheet(_)))
                .then_some("points of a sheet, each with its most"),
            (Setting::WarnAt, value) => (!matches!(value, Value::Shares(_))).then_some(SHARES),
            (Setting::SatisfactionRule, value) => {
                (!matches!(value, Value::Name(_))).then_some("the name of a measure")
            }
        };
        match expected {
            Some(expected) => Err(Invalid::new("value", Problem::Malformed { expected })),
            None => Ok(()),
        }
    }
}

/// Every provision of one hotline, in the order in which they were set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    provisions: Vec<Provision>,
}

impl Policy {
    /// What a new file starts with (domain.md, policy values): sign off within 1 working day,
    /// handle 咨询 within 3 and all else within 5 working days, 紧急 24 h, 特急 2 h.
    pub fn defaults() -> Vec<Provision> {
        let all = Scope::default();
        let inquiry = Scope { kind: Some(Kind::Inquiry), ..all };
        let pressing = |urgency| Scope { urgency: Some(urgency), ..all };
        let days = |days| Value::Limit(Limit::WorkingDays(days));
        let hours = |hours: u32| Value::Limit(Limit::ClockMinutes(hours * 60));
        let satisfied = vec![
            Satisfaction::VerySatisfied,
            Satisfaction::Satisfied,
            Satisfaction::BasicallySatisfied,
        ];
        let rows = [
            (Setting::SignOffLimit, all, days(1)),
            (Setting::HandleLimit, all, days(5)),
            (Setting::HandleLimit, inquiry, days(3)),
            (Setting::HandleLimit, pressing(Urgency::Urgent), hours(24)),
            (Setting::HandleLimit, pressing(Urgency::Critical), hours(2)),
            (Setting::ReworkLimit, all, days(5)),
            (Setting::ReturnWindow, all, days(2)),
            (Setting::ReturnCap, all, Value::Number(1)),
            (Setting::ExtensionCap, all, Value::Number(1)),
            (Setting::ExtensionDays, all, Value::Number(10)),
            (Setting::ReworkCap, all, Value::Number(2)),
            (Setting::CallbackAttempts, all, Value::Number(3)),
            (Setting::SatisfiedLevels, all, Value::Levels(satisfied)),
            (Setting::CloseUncalled, all, Value::Flag(false)),
            (Setting::AssistantsReport, all, Value::Flag(true)),
            (Setting::UrgeInterval, all, hours(24)),
            (Setting::Hours, all, Value::Hours(OfficeHours::default())),
            (Setting::Rounding, all, Value::Rounding(Rounding::HalfUp)),
            (Setting::SatisfactionRule, all, Value::Name("satisfaction_rate".to_owned())),
            (Setting::LateReturn, all, Value::Name(MARK.to_owned())),
            (Setting::DecideWithin, all, days(1)),
            (Setting::ClockTolerance, all, Value::Number(5)),
            (Setting::LeapDays, all, Value::Number(100)),
            (Setting::FirstLeapDays, all, Value::Number(400)),
            (Setting::AttachmentSize, all, Value::Number(20)),
            (Setting::AttachmentKinds, all, Value::Files(FileKind::ALL.to_vec())),
        ];
        let provision =
            |(setting, scope, value)| Provision { setting, from: Moment::MIN, scope, value };
        rows.into_iter().map(provision).collect()
    }

    /// Every provision, in the order in which they were set.
    pub fn provisions(&self) -> &[Provision] {
        &self.provisions
    }

    /// Adds a provision; where two apply alike, the later one holds.
    pub fn set(&mut self, provision: Provision) {
        self.provisions.push(provision);
    }

    /// The provision in force for such a ticket at a moment: the narrowest scope, then the
    /// latest date, then the one set last.
    pub fn in_force(&self, setting: Setting, ticket: &Scope, at: Moment) -> Option<&Value> {
        let applies =
            |p: &&Provision| p.setting == setting && p.from <= at && p.scope.covers(ticket);
        let found = self.provisions.iter().filter(applies);
        found.max_by_key(|p| (p.scope.weight(), p.from)).map(|p| &p.value)
    }

    /// A limit in force; nothing when the policy sets none.
    pub fn limit(&self, setting: Setting, ticket: &Scope, at: Moment) -> Option<Limit> {
        match self.in_force(setting, ticket, at) {
            Some(Value::Limit(limit)) => Some(*limit),
            _ => None,
        }
    }

    /// A number in force; zero when the policy sets none.
    pub fn number(&self, setting: Setting, ticket: &Scope, at: Moment) -> u32 {
        match self.in_force(setting, ticket, at) {
            Some(Value::Number(number)) => *number,
            _ => 0,
        }
    }

    /// A flag in force; no when the policy sets none.
    pub fn flag(&self, setting: Setting, ticket: &Scope, at: Moment) -> bool {
        matches!(self.in_force(setting, ticket, at), Some(Value::Flag(true)))
    }

    /// The shares of a running limit, in per cent and rising, at which somebody is warned.
    pub fn warn_at(&self, ticket: &Scope, at: Moment) -> &[u32] {
        match self.in_force(Setting::WarnAt, ticket, at) {
            Some(Value::Shares(shares)) => shares,
            _ => WARN_AT,
        }
    }

    /// Whether a return that is asked for after its window is taken and marked; refused otherwise.
    pub fn marks_late_returns(&self, ticket: &Scope, at: Moment) -> bool {
        let rule = self.in_force(Setting::LateReturn, ticket, at);
        !matches!(rule, Some(Value::Name(name)) if name == REFUSE)
    }

    /// Whether an answer counts as satisfied.
    pub fn satisfies(&self, answer: Satisfaction, ticket: &Scope, at: Moment) -> bool {
        match self.in_force(Setting::SatisfiedLevels, ticket, at) {
            Some(Value::Levels(levels)) => levels.contains(&answer),
            _ => false,
        }
    }

    /// The office hours in force.
    pub fn hours(&self, at: Moment) -> OfficeHours {
        match self.in_force(Setting::Hours, &Scope::default(), at) {
            Some(Value::Hours(hours)) => hours.clone(),
            _ => OfficeHours::default(),
        }
    }

    /// How rates are printed.
    pub fn rounding(&self, at: Moment) -> Rounding {
        match self.in_force(Setting::Rounding, &Scope::default(), at) {
            Some(Value::Rounding(rounding)) => *rounding,
            _ => Rounding::HalfUp,
        }
    }
}
