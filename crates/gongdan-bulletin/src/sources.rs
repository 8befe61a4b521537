//! The sources of one issue: every question, asked once of one state of the file.

use gongdan::{
    ErrorKind, Figures, Grouping, Hotline, Key, Measure, Question, Result, Rounding, Rulebook,
    Scope, Setting, Value,
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
    pub(crate) others: Vec<(Grouping, Figures)>,
    pub(crate) head: (u64, String),
    pub(crate) question: Question,
    pub(crate) published: Option<gongdan::Issue>,
}

impl Sources {
    /// Asks everything.
    pub(crate) fn ask(hotline: &Hotline, issue: &Issue) -> Result<Self> {
        let published = published(hotline, issue)?;
        let mut all = Question::new(issue.period, issue.as_of);
        all.seen = published.as_ref().map(|issue| issue.published.seen);
        let (question, rules) = (all.clone(), hotline.rulebook_of(&all)?);
        let mut questions = vec![
            all.clone(),
            all.clone().by(Grouping::Category),
            all.clone().by(Grouping::Unit),
            all.clone().by(Grouping::Channel),
            all.clone().by(Grouping::Channel).by(Grouping::Unit),
        ];
        questions.extend(issue.groupings.iter().map(|grouping| all.clone().by(*grouping)));
        let mut answers = hotline.figures_of(&questions)?;
        let others = answers.split_off(answers.len().min(5));
        let answers: [Figures; 5] =
            answers.try_into().map_err(|_| unknown("question", "an answer is missing"))?;
        let [all, by_category, by_unit, by_channel, by_channel_and_unit] = answers;
        Ok(Self {
            rounding: rules.policy.rounding(issue.as_of),
            satisfaction: satisfaction(&rules, issue)?,
            contacts: hotline.contacts_of(&question)?,
            head: match &published {
                Some(issue) => (issue.published.seen, issue.published.head.clone()),
                None => hotline.head()?,
            },
            others: issue.groupings.iter().copied().zip(others).collect(),
            question,
            published,
            rules,
            all,
            by_category,
            by_unit,
            by_channel,
            by_channel_and_unit,
        })
    }
}

/// The issue as it was published, if one of this number was: a number is one document.
pub(crate) fn published(hotline: &Hotline, issue: &Issue) -> Result<Option<gongdan::Issue>> {
    match hotline.issue(issue.year, issue.number) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        found => found.map(Some),
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
