//! The fonts at hand: families found by name, each face opened once.

use std::sync::Arc;

use fontdb::{Database, Family, ID, Query, Source, Weight};

use super::face::Face;

/// Stands for a letter that none of the fonts has, as printers have it.
pub(super) const UNKNOWN: char = '〓';

/// A letter that a Chinese font has to have: 单, and 〓 for letters that it does not have.
const NEEDED: [char; 2] = ['单', UNKNOWN];

/// The fonts of the system or of a folder, and the faces that were opened of them.
#[derive(Clone, Debug)]
pub(super) struct Shelf {
    database: Arc<Database>,
    open: Vec<(ID, Arc<Face>)>,
}

impl Shelf {
    pub(super) fn of(database: Database) -> Self {
        Self { database: Arc::new(database), open: Vec::new() }
    }

    /// The first of these families that can be used.
    pub(super) fn first(&mut self, families: &[&str], weight: Weight) -> Option<Arc<Face>> {
        families.iter().find_map(|family| self.face(family, weight))
    }

    /// The face of a family; one that is not Chinese or must not be embedded is none.
    fn face(&mut self, family: &str, weight: Weight) -> Option<Arc<Face>> {
        let query = Query { families: &[Family::Name(family)], weight, ..Query::default() };
        let id = self.database.query(&query)?;
        if let Some((_, face)) = self.open.iter().find(|(opened, _)| *opened == id) {
            return Some(Arc::clone(face));
        }
        let (source, index) = self.database.face_source(id)?;
        let (Source::File(path) | Source::SharedFile(path, _)) = source else { return None };
        let face = Arc::new(Face::open(std::fs::read(path).ok()?, index, family)?);
        let chinese = NEEDED.iter().all(|letter| face.glyph(*letter).is_some());
        chinese.then(|| self.open.push((id, Arc::clone(&face))))?;
        Some(face)
    }
}
