//! Chinese fonts: which of the system's the pictures and the PDF are drawn with.

mod face;
mod named;
mod problem;
mod shelf;

use std::path::Path;
use std::sync::Arc;

use fontdb::{Database, Weight};

pub(crate) use face::{Face, Glyph};
pub use named::Substitute;
pub use problem::FontError;
use shelf::Shelf;

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
    fn place(self) -> usize {
        match self {
            Self::Heading => 0,
            Self::Contents => 1,
            Self::Title => 2,
            Self::Text => 3,
        }
    }
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
/// Stands for a letter that none of the fonts has, as printers have it.
const UNKNOWN: char = '〓';

/// Chinese fonts of the system or of a folder; each may be embedded in a document.
#[derive(Clone, Debug)]
pub struct Fonts {
    faces: [Arc<Face>; 4],
    shelf: Shelf,
}

impl Fonts {
    /// The fonts that this system keeps.
    ///
    /// # Errors
    /// None of them is Chinese: the error says what to install.
    pub fn of_system() -> Result<Self, FontError> {
        let mut database = Database::new();
        database.load_system_fonts();
        Self::chosen(database)
    }

    /// The fonts of a folder.
    ///
    /// # Errors
    /// As [`Fonts::of_system`].
    pub fn of_folder(folder: &Path) -> Result<Self, FontError> {
        let mut database = Database::new();
        database.load_fonts_dir(folder);
        Self::chosen(database)
    }

    fn chosen(database: Database) -> Result<Self, FontError> {
        let mut shelf = Shelf::of(database);
        let text = shelf.first(&TEXT, Weight::NORMAL);
        let heading = shelf.first(&HEADING, Weight::NORMAL);
        let title = shelf.first(&TITLE, Weight::BOLD);
        let contents = shelf.first(&CONTENTS, Weight::NORMAL);
        let any = [&text, &heading, &title, &contents].into_iter().flatten().next();
        let text = text.clone().or(any.cloned()).ok_or(FontError)?;
        let or_text = |face: Option<Arc<Face>>| face.unwrap_or_else(|| Arc::clone(&text));
        let faces = [or_text(heading), or_text(contents), or_text(title), Arc::clone(&text)];
        Ok(Self { faces, shelf })
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
        &self.faces[role.place()]
    }

    fn place(&mut self, role: Role) -> &mut Arc<Face> {
        &mut self.faces[role.place()]
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
