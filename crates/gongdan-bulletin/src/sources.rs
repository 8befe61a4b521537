//! The sources of one issue: every question, asked once of one state of the file.

use gongdan::{
    ErrorKind, Figures, Grouping, Hotline, Key, Measure, Question, Result, Rounding, Rulebook,
    Scope, Setting, Value,
};

use crate::cuts::{self, Answer};
use crate::edition::Edition;
use crate::figure::unknown;
use crate::needs::Span;

/// The answers that a bulletin is made of.
pub(crate) struct Sources {
    pub(crate) rules: Rulebook,
    pub(crate) rounding: Rounding,
    pub(crate) satisfaction: &'static Measure,
    pub(crate) contacts: Vec<(Key, i64)>,
    /// Over every ticket that was taken in.
    pub(crate) taken_in: Figures,
    /// Over the effective ones, as are those by category, channel and what a format asks for: their
    /// parts add up.
    pub(crate) all: Figures,
    pub(crate) by_category: Figures,
    pub(crate) by_unit: Figures,
    pub(crate) by_channel: Figures,
    pub(crate) by_channel_and_unit: Figures,
    /// What a format needs beside, and the days it was asked of.
    pub(crate) cuts: (Vec<Answer>, Vec<Span>),
    pub(crate) head: (u64, String),
    pub(crate) question: Question,
    pub(crate) published: Option<gongdan::Issue>,
}

impl Sources {
    /// Asks everything.
    pub(crate) fn ask(hotline: &Hotline, issue: &Edition) -> Result<Self> {
        let published = published(hotline, issue)?;
        let mut question = Question::new(issue.period, issue.as_of);
        question.seen = published.as_ref().map(|issue| issue.published.seen);
        let rules = hotline.rulebook_of(&question)?;
        let [taken_in, by_unit] = answered(
            hotline,
            [question.clone(), at(issue.unit_level, question.clone().by(Grouping::Unit))],
        )?;
        let all = question.clone().effective();
        let [all, by_category, by_channel, by_channel_and_unit] = answered(
            hotline,
            [
                all.clone(),
                at(issue.category_level, all.clone().by(Grouping::Category)),
                all.clone().by(Grouping::Channel),
                at(issue.unit_level, all.clone().by(Grouping::Channel).by(Grouping::Unit)),
            ],
        )?;
        Ok(Self {
            rounding: rules.policy.rounding(issue.as_of),
            satisfaction: satisfaction(&rules, issue)?,
            contacts: hotline.contacts_of(&question)?,
            head: match &published {
                Some(issue) => (issue.published.seen, issue.published.head.clone()),
                None => hotline.head()?,
            },
            cuts: cuts::asked(hotline, issue, &question)?,
            question,
            published,
            rules,
            taken_in,
            all,
            by_category,
            by_unit,
            by_channel,
            by_channel_and_unit,
        })
    }
}

/// A question at a level of the trees.
fn at(level: Option<u32>, mut question: Question) -> Question {
    question.level = level;
    question
}

fn answered<const N: usize>(hotline: &Hotline, asked: [Question; N]) -> Result<[Figures; N]> {
    let answers = hotline.figures_of(&asked)?;
    answers.try_into().map_err(|_| unknown("question", "an answer is missing"))
}

/// The issue as it was published, if one of this number was: a number is one document.
pub(crate) fn published(hotline: &Hotline, issue: &Edition) -> Result<Option<gongdan::Issue>> {
    match hotline.issue(issue.year, issue.number) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        found => found.map(Some),
    }
}

/// The measure that the policy prints as 满意率 at the cut-off.
fn satisfaction(rules: &Rulebook, issue: &Edition) -> Result<&'static Measure> {
    let setting = Setting::SatisfactionRule;
    let name = match rules.policy.in_force(setting, &Scope::default(), issue.as_of) {
        Some(Value::Name(name)) => name.as_str(),
        _ => "satisfaction_rate",
    };
    Measure::named(name).ok_or_else(|| unknown("satisfaction_rule", name))
}
