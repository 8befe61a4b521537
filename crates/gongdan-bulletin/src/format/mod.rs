//! A bulletin format (版式): which measures, tables, columns, order and words, as one folder of data.

mod asked;
mod by;
mod calls;
mod cases;
mod check;
mod definitions;
mod desk;
mod folder;
mod formula;
mod given;
mod ink;
mod known;
mod lay_out;
mod own;
mod page;
mod paper;
mod papers;
mod pattern;
mod problem;
mod reckon;
mod rewrite;
mod rows;
mod setting;
mod shipped;
mod shown;
mod slice;
mod spec;
mod tables;
mod template;
mod ticket;
mod token;
mod wrong;

pub use folder::Format;
pub use paper::PaperFormat;
pub use problem::FormatError;
pub use wrong::FormatProblem;
