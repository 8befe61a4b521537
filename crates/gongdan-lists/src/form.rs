//! In which form a list leaves: as the name of its file ends.

use std::path::Path;

use crate::OutError;

/// A form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutForm {
    /// `.csv`.
    Csv,
    /// `.jsonl`.
    Jsonl,
    /// `.xlsx`; only where the feature is built.
    Xlsx,
}

impl OutForm {
    /// The form that a file's name asks for.
    ///
    /// # Errors
    /// [`OutError::Form`] for any other ending, and for a form that is not built.
    pub fn of(path: &Path) -> Result<Self, OutError> {
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        match ending.as_str() {
            "csv" => Ok(Self::Csv),
            "jsonl" => Ok(Self::Jsonl),
            "xlsx" if cfg!(feature = "xlsx") => Ok(Self::Xlsx),
            _ => Err(OutError::Form),
        }
    }
}
