//! The sources of one issue: every question, asked once of one state of the file.

use gongdan::{
    Figures, Grouping, Hotline, Key, Measure, Question, Result, Rounding, Rulebook, Scope, Setting,
    Value,
};

use crate::figure::unknown;
use crate::issue::Issue;

/// The answers that a bulletin is made of.
pub(crate) struct Sources {
    pub(crate) rules: Rulebook,
    pub(crate) rounding: Rounding,
    pub(crate) satisfaction: &'static Measure,
    pub(crate) contacts: Vec<(Key, i64)>,
    pub(crate) all: Figures,
    pub(crate) by_category: Figures,
    pub(crate) by_unit: Figures,
    pub(crate) by_channel: Figures,
    pub(crate) by_channel_and_unit: Figures,
    pub(crate) head: (u64, String),
}

impl Sources {
    /// Asks everything.
    pub(crate) fn ask(hotline: &Hotline, issue: &Issue) -> Result<Self> {
        let rules = hotline.rulebook()?;
        let all = Question::new(issue.period, issue.as_of);
        let questions = [
            all.clone(),
            all.clone().by(Grouping::Category),
            all.clone().by(Grouping::Unit),
            all.clone().by(Grouping::Channel),
            all.by(Grouping::Channel).by(Grouping::Unit),
        ];
        let answers: [Figures; 5] = hotline
            .figures_of(&questions)?
            .try_into()
            .map_err(|_| unknown("question", "an answer is missing"))?;
        let [all, by_category, by_unit, by_channel, by_channel_and_unit] = answers;
        Ok(Self {
            rounding: rules.policy.rounding(issue.as_of),
            satisfaction: satisfaction(&rules, issue)?,
            contacts: hotline.contacts(&issue.period, issue.as_of)?,
            head: hotline.head()?,
            rules,
            all,
            by_category,
            by_unit,
            by_channel,
            by_channel_and_unit,
        })
    }
}

/// The measure that the policy prints as 满意率 at the cut-off.
fn satisfaction(rules: &Rulebook, issue: &Issue) -> Result<&'static Measure> {
    let setting = Setting::SatisfactionRule;
    let name = match rules.policy.in_force(setting, &Scope::default(), issue.as_of) {
        Some(Value::Name(name)) => name.as_str(),
        _ => "satisfaction_rate",
    };
    Measure::named(name).ok_or_else(|| unknown("satisfaction_rule", name))
}
