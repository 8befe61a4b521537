//! What a letter is printed as, and the families that suit it.

/// What a letter is printed as: the faces of GB/T 9704-2012.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Text (仿宋).
    Text,
    /// Headings and the labels of charts (黑体).
    Heading,
    /// The list of contents (楷体).
    Contents,
    /// The red name and the title (小标宋).
    Title,
}

impl Role {
    pub(super) fn place(self) -> usize {
        match self {
            Self::Heading => 0,
            Self::Contents => 1,
            Self::Title => 2,
            Self::Text => 3,
        }
    }
}

/// Families for each role, the first that the system has is taken.
pub(super) const TEXT: [&str; 12] = [
    "FangSong",
    "仿宋",
    "STFangsong",
    "FandolFang",
    "Zhuque Fangsong (technical preview)",
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "Source Han Serif SC",
    "FandolSong",
    "AR PL UMing CN",
    "SimSun",
    "STSong",
];
pub(super) const HEADING: [&str; 12] = [
    "SimHei",
    "黑体",
    "FandolHei",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "STHeiti",
    "PingFang SC",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
    "Droid Sans Fallback",
];
pub(super) const CONTENTS: [&str; 6] =
    ["KaiTi", "楷体", "STKaiti", "FandolKai", "LXGW WenKai", "AR PL UKai CN"];
pub(super) const TITLE: [&str; 6] = [
    "FZXiaoBiaoSong-B05S",
    "方正小标宋简体",
    "STZhongsong",
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "Source Han Serif SC",
];
