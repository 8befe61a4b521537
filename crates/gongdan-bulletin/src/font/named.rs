//! Fonts that a look asks for by name: the font itself, else the free ones that are most like it.

use fontdb::Weight;
use gongdan::Language;

use super::fonts::Fonts;
use super::role::{CONTENTS, HEADING, Role, TEXT, TITLE};
use crate::look::{Look, Type};

/// The names that one font goes by.
const ALSO: [&[&str]; 8] = [
    &["宋体", "SimSun"],
    &["仿宋", "FangSong", "仿宋_GB2312", "FangSong_GB2312"],
    &["黑体", "SimHei"],
    &["楷体", "KaiTi", "楷体_GB2312", "KaiTi_GB2312"],
    &["华文中宋", "STZhongsong"],
    &["华文仿宋", "STFangsong"],
    &["微软雅黑", "Microsoft YaHei"],
    &["方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05"],
];
const SONG: [&str; 6] = [
    "SimSun",
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "Source Han Serif SC",
    "FandolSong",
    "AR PL UMing CN",
];
/// What a name of a kind of letter holds, and the families of that kind.
const KINDS: [(&[&str], &[&str]); 5] = [
    (&["标宋", "XiaoBiaoSong", "中宋", "Zhongsong"], &TITLE),
    (&["仿宋", "FangSong", "Fangsong"], &TEXT),
    (&["楷", "Kai"], &CONTENTS),
    (&["黑", "Hei", "Sans"], &HEADING),
    (&["宋", "Song", "Sun", "Serif", "明"], &SONG),
];

/// A font that a look names and that cannot be used here: the PDF takes another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Substitute {
    /// The name in the look.
    pub wanted: String,
    /// The family that is printed with.
    pub taken: String,
}

impl Substitute {
    /// What is printed with what, in one line.
    pub fn message(&self, language: Language) -> String {
        let Self { wanted, taken } = self;
        match language {
            Language::Chinese => format!("没有可用的字体“{wanted}”,代之以“{taken}”"),
            Language::English => {
                format!("no font “{wanted}” can be used here, “{taken}” stands in")
            }
        }
    }
}

impl Fonts {
    /// The fonts that a look names and that cannot be used here (the system has none of that name,
    /// it has no Chinese letters, or it must not be embedded), each once, and what a PDF of that
    /// look is printed with instead.
    pub fn substitutes(&self, look: &Look) -> Vec<Substitute> {
        let (mut shelf, taken) = (self.shelf.clone(), self.of_look(look));
        let mut substitutes = Vec::new();
        for (role, name) in named(look) {
            let there = shelf.first(&also(name), weight(role)).is_some();
            let (wanted, taken) = (name.to_owned(), taken.face(role).family.clone());
            let substitute = Substitute { wanted, taken };
            if !there && !substitutes.contains(&substitute) {
                substitutes.push(substitute);
            }
        }
        substitutes
    }

    /// These fonts, with those that a look names in their places.
    pub(crate) fn of_look(&self, look: &Look) -> Self {
        let mut fonts = self.clone();
        for (role, name) in named(look) {
            let families = [also(name), like(name).to_vec()].concat();
            if let Some(face) = fonts.shelf.first(&families, weight(role)) {
                *fonts.place(role) = face;
            }
        }
        fonts
    }
}

/// The roles whose fonts a look names.
fn named(look: &Look) -> impl Iterator<Item = (Role, &str)> {
    let types: [(Role, &Type); 4] = [
        (Role::Text, &look.text),
        (Role::Heading, &look.headings),
        (Role::Contents, &look.contents),
        (Role::Title, &look.titles),
    ];
    types.into_iter().filter_map(|(role, of)| Some((role, of.font.as_deref()?)))
}

/// Titles are bold where their family has a bold face.
fn weight(role: Role) -> Weight {
    if role == Role::Title { Weight::BOLD } else { Weight::NORMAL }
}

/// A name, and the others that the same font goes by.
fn also(name: &str) -> Vec<&str> {
    let others = ALSO.iter().filter(|names| names.contains(&name)).flat_map(|names| names.iter());
    std::iter::once(name).chain(others.copied()).collect()
}

/// The families of the kind of letter that a name tells; none for a name that tells none.
fn like(name: &str) -> &'static [&'static str] {
    let kind = KINDS.iter().find(|(holds, _)| holds.iter().any(|part| name.contains(part)));
    kind.map_or(&[], |(_, families)| families)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_its_kind_and_the_other_names_of_the_font() {
        assert_eq!(like("仿宋_GB2312")[0], "FangSong");
        assert_eq!(like("方正小标宋简体")[0], "FZXiaoBiaoSong-B05S");
        assert_eq!(
            (like("华文楷体")[0], like("微软雅黑")[0], like("宋体")[0]),
            ("KaiTi", "SimHei", "SimSun")
        );
        assert!(like("Comic").is_empty());
        assert!(also("宋体").contains(&"SimSun") && also("SimHei").contains(&"黑体"));
        assert_eq!(also("Comic"), ["Comic"]);
    }
}
