//! Chinese fonts: which of the system's the pictures and the PDF are drawn with.

use std::path::Path;
use std::sync::Arc;

use fontdb::{Database, Weight};

use super::face::{Face, Glyph};
use super::problem::FontError;
use super::role::{CONTENTS, HEADING, Role, TEXT, TITLE};
use super::shelf::{Shelf, UNKNOWN};

/// Chinese fonts of the system or of a folder; each may be embedded in a document.
#[derive(Clone, Debug)]
pub struct Fonts {
    faces: [Arc<Face>; 4],
    pub(super) shelf: Shelf,
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
    pub(super) fn face(&self, role: Role) -> &Arc<Face> {
        &self.faces[role.place()]
    }

    pub(super) fn place(&mut self, role: Role) -> &mut Arc<Face> {
        &mut self.faces[role.place()]
    }

    /// A letter in the face of its role, else in another that has it, else `〓`.
    #[cfg_attr(not(any(feature = "pdf", feature = "png")), expect(dead_code))]
    pub(crate) fn glyph(&self, role: Role, letter: char) -> (&Arc<Face>, Glyph) {
        let own = self.face(role);
        let found = std::iter::once(own).chain(&self.faces).find_map(|face| {
            let glyph = face.glyph(letter)?;
            Some((face, glyph))
        });
        found.unwrap_or_else(|| (own, own.glyph(UNKNOWN).unwrap_or_default()))
    }
}
