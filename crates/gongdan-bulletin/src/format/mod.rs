//! A bulletin format (版式): which measures, tables, columns, order and words, as one folder of data.

mod amount;
mod folder;
mod ink;
mod lay_out;
mod operand;
mod page;
mod problem;
mod reckoned;
mod setting;
mod shipped;
mod spec;
mod template;
mod wrong;

pub use folder::Format;
pub use problem::FormatError;
pub use wrong::FormatProblem;
