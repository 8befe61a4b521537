//! Publication (发布) of a whole bulletin: every figure held against the others, its words frozen.

use gongdan::{Hotline, Issue, NewIssue, Result, Stamp};

use crate::edition::Edition;
use crate::format::Format;
use crate::model::Bulletin;

impl Bulletin {
    /// Publishes an edition in a format, or in the usual one: figures, rules, difficult tickets, words
    /// and the journal's head are frozen in one event. From then on its number prints this and nothing
    /// else.
    ///
    /// # Errors
    /// As [`Hotline::publish`]: `InvalidInput` names `answers_for` when two figures of the bulletin that
    /// should agree differ by more than the tickets it lists, and nobody answers for it. As
    /// [`Bulletin::collect`].
    pub fn publish(
        hotline: &mut Hotline,
        stamp: &Stamp,
        (edition, format): (&Edition, Option<&Format>),
        answers_for: Option<&str>,
    ) -> Result<Issue> {
        let new = NewIssue {
            year: edition.year,
            number: edition.number,
            period: edition.period,
            as_of: edition.as_of,
            answers_for: answers_for.map(str::to_owned),
            imprint: Some(edition.imprint(format)),
        };
        hotline.publish_if(stamp, &new, |hotline| Ok(Self::collect(hotline, edition)?.reconciles()))
    }

    /// Whether all figures that should agree do, or differ by nothing but the tickets that are listed
    /// between them.
    pub fn reconciles(&self) -> bool {
        self.checks.iter().all(|check| check.agrees() || check.accounts_for_all())
    }
}
