//! By what rows stand, and the lists of rows that every template has.

use gongdan::Grouping;

/// By what rows stand: by a grouping, or gathered from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    Of(Grouping),
    /// Days, seven and seven from Monday on.
    Week,
    /// Channels of one sort.
    ChannelKind,
}

impl By {
    /// The word of a grouping, or one of those gathered.
    pub(super) fn parse(word: &str) -> Option<Self> {
        match word {
            "week" | "周" => Some(Self::Week),
            "channel_kind" | "渠道类型" => Some(Self::ChannelKind),
            word => Grouping::parse(word).ok().map(Self::Of),
        }
    }

    /// The words there are.
    pub(super) fn words() -> Vec<&'static str> {
        let own = Grouping::ALL.iter().map(|each| each.word());
        own.chain(["week", "channel_kind"]).collect()
    }

    /// The grouping that is asked.
    pub(super) fn grouping(self) -> Grouping {
        match self {
            Self::Of(by) => by,
            Self::Week => Grouping::Day,
            Self::ChannelKind => Grouping::Channel,
        }
    }
}

/// Which rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) by: By,
    pub(super) level: Option<u32>,
    /// Only those of these groups; none means all.
    pub(super) groups: Vec<String>,
    pub(super) zeros: bool,
}

impl Wanted {
    pub(super) fn by(by: By) -> Self {
        Self { by, level: None, groups: Vec::new(), zeros: false }
    }
}

/// The lists that every template has, by their two names.
pub(super) const LISTS: [(&str, &str, By); 12] = [
    ("categories", "各分类", By::Of(Grouping::Category)),
    ("units", "各单位", By::Of(Grouping::Unit)),
    ("channels", "各渠道", By::Of(Grouping::Channel)),
    ("kinds", "各类型", By::Of(Grouping::Kind)),
    ("urgencies", "各紧急程度", By::Of(Grouping::Urgency)),
    ("areas", "各区域", By::Of(Grouping::Area)),
    ("months", "各月", By::Of(Grouping::Month)),
    ("weeks", "各周", By::Week),
    ("days_of_period", "各日", By::Of(Grouping::Day)),
    ("unit_groups", "各分组", By::Of(Grouping::UnitGroup)),
    ("channel_kinds", "各类渠道", By::ChannelKind),
    ("ages", "各时长", By::Of(Grouping::Age)),
];
