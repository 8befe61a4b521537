//! One door to write. Load, decide, apply, store: in this room alone are both the store and `decide`
//! called.

mod asked;
mod batch;
mod commit;
mod door;
mod file;
mod office;
mod once;
mod row;
mod shelf;
mod ticket;

pub use batch::Batch;
pub use door::Hotline;
pub use file::NewFile;
