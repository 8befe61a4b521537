//! What crosses into other programs: whole tables, and commands and questions as JSON.

pub(crate) mod ahead;
mod json;
pub(crate) mod scan;

pub use json::{command_of, given_of, rulebook_told};
pub use scan::{Cells, Chunk, Scan, ScanOptions};
