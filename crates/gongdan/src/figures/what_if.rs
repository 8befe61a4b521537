//! What if, and since when: the same question under other rules, or of an earlier period, side
//! by side. Neither changes the file.

use std::collections::BTreeSet;

use gongdan_domain::{
    Moment, Notice, OfficeEvent, Period, Policy, Problem, Provision, Scope, Setting, Value,
};
use serde::{Deserialize, Serialize};

use super::answer::Figures;
use super::publish::Issue;
use super::question::Question;
use crate::hotline::Hotline;
use crate::words::{Against, Error, Result};

/// Other rules than those of the file: they hold beside the file's own, from their own dates on,
/// and outweigh them where both apply alike.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OtherRules {
    /// Provisions of the policy.
    pub provisions: Vec<Provision>,
    /// Notices of holidays and make-up days.
    pub notices: Vec<Notice>,
}

impl OtherRules {
    /// With one value for one scope at every date, whatever the file's own provisions of this
    /// scope say and from whenever they hold. Provisions of a narrower scope still outweigh it.
    ///
    /// ```
    /// use gongdan::{Limit, OtherRules, Policy, Scope, Setting, Value};
    /// let days = Value::Limit(Limit::WorkingDays(3));
    /// let other =
    ///     OtherRules::default().throughout(&Policy::default(), Setting::HandleLimit, Scope::default(), days);
    /// assert_eq!(other.provisions.len(), 1);
    /// ```
    #[must_use]
    pub fn throughout(
        mut self,
        policy: &Policy,
        setting: Setting,
        scope: Scope,
        value: Value,
    ) -> Self {
        let own = policy.provisions().iter();
        let own = own.filter(|own| own.setting == setting && own.scope == scope);
        let dates: BTreeSet<Moment> =
            own.map(|own| own.from).chain(std::iter::once(Moment::MIN)).collect();
        let provisions = dates.into_iter();
        self.provisions.extend(provisions.map(|from| Provision {
            setting,
            from,
            scope,
            value: value.clone(),
        }));
        self
    }
}

/// A question answered twice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SideBySide {
    /// As it was.
    pub as_it_was: Figures,
    /// As it would have been.
    pub as_if: Figures,
}

/// A question and the same question of an earlier period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Since {
    /// The period asked about.
    pub now: Figures,
    /// The period compared with.
    pub before: Figures,
    /// The issue whose frozen figures `before` are; nothing when that period was never published
    /// and its figures were reckoned now, with a cut-off as far from its end.
    pub published: Option<Issue>,
}

impl Hotline {
    /// Reckons a question as it was and as it would have been under other rules: what people did
    /// stays, every promise is worked out anew. The file is not changed.
    ///
    /// # Errors
    /// `InvalidInput` for a bad provision or notice, for a setting that no promise depends on, or a year the other calendar does not know;
    /// `Io`, `Corrupt`.
    pub fn what_if(&self, question: &Question, other: &OtherRules) -> Result<SideBySide> {
        other.provisions.iter().try_for_each(changes_promises)?;
        other.notices.iter().try_for_each(Notice::validate)?;
        self.ask(|region, rules| {
            let mut instead = rules.clone();
            let provisions = other.provisions.iter().cloned().map(OfficeEvent::ProvisionSet);
            let notices = other.notices.iter().cloned().map(OfficeEvent::NoticeAdopted);
            provisions.chain(notices).for_each(|event| instead.apply(event));
            Ok(SideBySide {
                as_it_was: self.reckon(region, rules, question, None)?,
                as_if: self.reckon(region, rules, question, Some(&instead))?,
            })
        })
    }

    /// Reckons a question and the same question of an earlier period. Where an issue of that
    /// period was published, its frozen figures are taken, and the answer says so.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn since(&self, question: &Question, against: Against) -> Result<Since> {
        let period = match against {
            Against::Before => question.period.before(),
            Against::YearBefore => question.period.year_before(),
        };
        let published = self.last_issue_about(&period)?;
        let mut earlier = Question { period, ..question.clone() };
        match &published {
            Some(issue) => {
                earlier.as_of = issue.published.as_of;
                earlier.seen = Some(issue.published.seen);
            }
            None => {
                let after_end = question.as_of.ms() - question.period.to().ms();
                earlier.as_of = period.to().plus_ms(after_end);
            }
        }
        let (now, before) = (self.figures(question)?, self.figures(&earlier)?);
        Ok(Since { now, before, published })
    }

    fn last_issue_about(&self, period: &Period) -> Result<Option<Issue>> {
        let name = period.to_string();
        Ok(self.issues()?.into_iter().rfind(|issue| issue.published.period == name))
    }
}

/// What people decided stays as it was: only what promises are made of can be otherwise.
fn changes_promises(provision: &Provision) -> Result<()> {
    provision.check()?;
    match provision.setting {
        Setting::SignOffLimit
        | Setting::HandleLimit
        | Setting::TotalLimit
        | Setting::ReworkLimit
        | Setting::Hours => Ok(()),
        _ => {
            let rule = "a what-if changes promises: limits of sign-off, handling, total and rework, and hours";
            Err(Error::invalid_input("setting", Problem::Rule { rule }))
        }
    }
}
