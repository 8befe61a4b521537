//! What crosses into other programs: whole tables, and commands and questions as JSON.

mod ahead;
mod json;
mod scan;
mod viewed;

pub use json::{command_of, given_of, rulebook_told};
pub use scan::{Scan, ScanOptions};
