//! What to look for, and which page of it.

use gongdan_domain::{Moment, Period, Stage};

use crate::view::TicketView;

/// A filter over tickets as they stand now; what is not set does not narrow.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Filter {
    pub(crate) stages: Vec<Stage>,
    pub(crate) channel: Option<String>,
    pub(crate) category: Option<String>,
    pub(crate) unit: Option<String>,
    pub(crate) accepted: Option<Period>,
    pub(crate) overdue_at: Option<Moment>,
    pub(crate) due_from: Option<Moment>,
    pub(crate) due_by: Option<Moment>,
    pub(crate) open: bool,
    pub(crate) difficult: bool,
    pub(crate) featured: bool,
    pub(crate) text: Option<String>,
}

impl std::fmt::Debug for Filter {
    /// Never shows the text that is looked for: it can be somebody's name or number.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = self.text.as_ref().map_or("any text", |_| "some text");
        let (accepted, stages) = (&self.accepted, &self.stages);
        write!(f, "Filter({stages:?}, accepted {accepted:?}, {text})")
    }
}

impl Filter {
    /// Every ticket.
    pub fn new() -> Self {
        Self::default()
    }

    /// In this stage (or in one of several, called again).
    #[must_use]
    pub fn stage(mut self, stage: Stage) -> Self {
        self.stages.push(stage);
        self
    }

    /// Come by this channel.
    #[must_use]
    pub fn channel(mut self, channel: impl Into<String>) -> Self {
        self.channel = Some(channel.into());
        self
    }

    /// In this category.
    #[must_use]
    pub fn category(mut self, category: impl Into<String>) -> Self {
        self.category = Some(category.into());
        self
    }

    /// Led by this unit now.
    #[must_use]
    pub fn unit(mut self, unit: impl Into<String>) -> Self {
        self.unit = Some(unit.into());
        self
    }

    /// Taken in during this period.
    #[must_use]
    pub fn accepted(mut self, period: Period) -> Self {
        self.accepted = Some(period);
        self
    }

    /// Whose running limit (of the handling or the rework) had passed at this moment.
    #[must_use]
    pub fn overdue(mut self, at: Moment) -> Self {
        self.overdue_at = Some(at);
        self
    }

    /// Whose running limit ends at this moment or later: it has not passed by then.
    #[must_use]
    pub fn due_from(mut self, at: Moment) -> Self {
        self.due_from = Some(at);
        self
    }

    /// Whose running limit ends by this moment: the list of those due soon.
    #[must_use]
    pub fn due_by(mut self, at: Moment) -> Self {
        self.due_by = Some(at);
        self
    }

    /// Not ended.
    #[must_use]
    pub fn open(mut self) -> Self {
        self.open = true;
        self
    }

    /// That no unit takes.
    #[must_use]
    pub fn difficult(mut self) -> Self {
        self.difficult = true;
        self
    }

    /// Picked by an editor.
    #[must_use]
    pub fn featured(mut self) -> Self {
        self.featured = true;
        self
    }

    /// With this text in number, matter, appeal, result, answer or remark. Blank means any.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into()).filter(|text| !text.trim().is_empty());
        self
    }
}

/// A page of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    pub(crate) offset: u64,
    pub(crate) limit: u64,
}

impl Page {
    /// The first so many.
    pub fn first(limit: u64) -> Self {
        Self { offset: 0, limit }
    }

    /// So many, after so many.
    pub fn after(offset: u64, limit: u64) -> Self {
        Self { offset, limit }
    }

    /// All of them.
    pub fn all() -> Self {
        Self { offset: 0, limit: i64::MAX as u64 }
    }
}

/// What a filter found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tickets {
    /// How many there are on all pages.
    pub total: u64,
    /// The tickets of this page, newest intake first.
    pub tickets: Vec<TicketView>,
}
