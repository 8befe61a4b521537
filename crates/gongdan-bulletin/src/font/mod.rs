//! Chinese fonts: which of the system's the pictures and the PDF are drawn with.

mod face;
mod problem;

use std::path::Path;
use std::sync::Arc;

use fontdb::{Database, Family, ID, Query, Source, Weight};

pub(crate) use face::{Face, Glyph};
pub use problem::FontError;

/// What a letter is printed as: the faces of GB/T 9704-2012.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(feature = "pdf"), expect(dead_code, reason = "a chart has labels only"))]
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

/// Families for each role, the first that the system has is taken.
const TEXT: [&str; 12] = [
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
const HEADING: [&str; 12] = [
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
const CONTENTS: [&str; 6] =
    ["KaiTi", "楷体", "STKaiti", "FandolKai", "LXGW WenKai", "AR PL UKai CN"];
const TITLE: [&str; 6] = [
    "FZXiaoBiaoSong-B05S",
    "方正小标宋简体",
    "STZhongsong",
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "Source Han Serif SC",
];
/// A letter that a Chinese font has to have: 单, and 〓 for letters that it does not have.
const NEEDED: [char; 2] = ['单', UNKNOWN];
/// Stands for a letter that none of the fonts has, as printers have it.
const UNKNOWN: char = '〓';

/// Chinese fonts of the system or of a folder; each may be embedded in a document.
#[derive(Clone, Debug)]
pub struct Fonts {
    faces: [Arc<Face>; 4],
}

impl Fonts {
    /// The fonts that this system keeps.
    ///
    /// # Errors
    /// None of them is Chinese: the error says what to install.
    pub fn of_system() -> Result<Self, FontError> {
        let mut database = Database::new();
        database.load_system_fonts();
        Self::chosen(&database)
    }

    /// The fonts of a folder.
    ///
    /// # Errors
    /// As [`Fonts::of_system`].
    pub fn of_folder(folder: &Path) -> Result<Self, FontError> {
        let mut database = Database::new();
        database.load_fonts_dir(folder);
        Self::chosen(&database)
    }

    fn chosen(database: &Database) -> Result<Self, FontError> {
        let mut open: Vec<(ID, Arc<Face>)> = Vec::new();
        let mut first = |families: &[&str], weight| {
            families.iter().find_map(|family| face(database, &mut open, family, weight))
        };
        let text = first(&TEXT, Weight::NORMAL);
        let heading = first(&HEADING, Weight::NORMAL);
        let title = first(&TITLE, Weight::BOLD);
        let contents = first(&CONTENTS, Weight::NORMAL);
        let any = [&text, &heading, &title, &contents].into_iter().flatten().next();
        let any = any.cloned().ok_or(FontError)?;
        let text = text.unwrap_or(any);
        Ok(Self {
            faces: [
                heading.unwrap_or_else(|| text.clone()),
                contents.unwrap_or_else(|| text.clone()),
                title.unwrap_or_else(|| text.clone()),
                text,
            ],
        })
    }

    /// The families in use, each once.
    pub fn families(&self) -> Vec<&str> {
        let mut families: Vec<&str> = self.faces.iter().map(|face| face.family.as_str()).collect();
        families.sort_unstable();
        families.dedup();
        families
    }

    /// The face of a role.
    fn face(&self, role: Role) -> &Arc<Face> {
        let [heading, contents, title, text] = &self.faces;
        match role {
            Role::Text => text,
            Role::Heading => heading,
            Role::Contents => contents,
            Role::Title => title,
        }
    }

    /// A letter in the face of its role, else in another that has it, else `〓`.
    pub(crate) fn glyph(&self, role: Role, letter: char) -> (&Arc<Face>, Glyph) {
        let own = self.face(role);
        let found = std::iter::once(own).chain(&self.faces).find_map(|face| {
            let glyph = face.glyph(letter)?;
            Some((face, glyph))
        });
        found.unwrap_or_else(|| (own, own.glyph(UNKNOWN).unwrap_or_default()))
    }
}

/// The face of a family, opened once; one that is not Chinese or must not be embedded is none.
fn face(
    database: &Database,
    open: &mut Vec<(ID, Arc<Face>)>,
    family: &str,
    weight: Weight,
) -> Option<Arc<Face>> {
    let query = Query { families: &[Family::Name(family)], weight, ..Query::default() };
    let id = database.query(&query)?;
    if let Some((_, face)) = open.iter().find(|(opened, _)| *opened == id) {
        return Some(face.clone());
    }
    let (source, index) = database.face_source(id)?;
    let (Source::File(path) | Source::SharedFile(path, _)) = source else { return None };
    let face = Face::open(std::fs::read(path).ok()?, index, family)?;
    let face = Arc::new(face);
    let chinese = NEEDED.iter().all(|letter| face.glyph(*letter).is_some());
    chinese.then(|| open.push((id, face.clone())))?;
    Some(face)
}
