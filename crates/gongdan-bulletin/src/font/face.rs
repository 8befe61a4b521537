//! One face of a font file: its letters, how wide they are, and whether it may be embedded.

use std::fmt;
use std::sync::Arc;

use skrifa::raw::TableProvider;
use skrifa::{FontRef, GlyphId, MetadataProvider};

/// "Restricted" embedding, bit 1 of `fsType`.
const RESTRICTED: u16 = 0x0002;

/// A face: the bytes of its file, and which face of the file it is.
pub(crate) struct Face {
    pub(crate) family: String,
    pub(crate) bytes: Arc<Vec<u8>>,
    pub(crate) index: u32,
    /// Units to the letter's size.
    units: i64,
}

/// A letter of a face.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Glyph {
    pub(crate) id: GlyphId,
    /// How wide it is, in thousandths of its size.
    pub(crate) width: i64,
}

impl Face {
    /// A face that can be read and may be embedded.
    pub(super) fn open(bytes: Vec<u8>, index: u32, family: &str) -> Option<Self> {
        let font = FontRef::from_index(&bytes, index).ok()?;
        let units = i64::from(font.head().ok()?.units_per_em());
        let restricted = font.os2().is_ok_and(|os2| os2.fs_type() & 0x000f == RESTRICTED);
        let usable = units > 0 && !restricted;
        let family = family.to_owned();
        usable.then(|| Self { family, bytes: Arc::new(bytes), index, units })
    }

    /// The face, opened again: its tables are read where they lie.
    pub(crate) fn font(&self) -> Option<FontRef<'_>> {
        FontRef::from_index(&self.bytes, self.index).ok()
    }

    /// A letter, if the face has it.
    pub(crate) fn glyph(&self, letter: char) -> Option<Glyph> {
        let font = self.font()?;
        let id = font.charmap().map(letter).filter(|id| *id != GlyphId::NOTDEF)?;
        let metrics = font.hmtx().ok()?;
        let advance = i64::from(metrics.advance(id)?);
        Some(Glyph { id, width: advance * 1000 / self.units })
    }

    /// A letter's outline at a size, drawn with a pen whose y grows upwards.
    #[cfg(feature = "png")]
    pub(crate) fn outline(
        &self,
        id: GlyphId,
        size: u16,
        pen: &mut impl skrifa::outline::OutlinePen,
    ) {
        use skrifa::instance::{LocationRef, Size};
        let size = Size::new(f32::from(size));
        let settings = skrifa::outline::DrawSettings::unhinted(size, LocationRef::default());
        if let Some(outline) = self.font().and_then(|font| font.outline_glyphs().get(id)) {
            // A broken outline leaves what was drawn of it.
            let _ = outline.draw(settings, pen);
        }
    }
}

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Face").field(&self.family).finish()
    }
}
