//! The fields that are shown: one row each says its name, heading, kind and class, what it means, and
//! where it comes from. Tables, views, lists, `show`, C, Python and the classes follow these rows.

mod attachment;
mod classes;
mod counts;
mod event;
mod fact;
mod field;
mod leg;
mod made;
mod read;
mod receipt;
mod shown;
mod sight;
mod table;
mod text;
mod ticket;
mod written;

pub use event::HistoryEntry;
pub use field::{Field, FieldKind};
pub use receipt::Receipt;
pub use shown::Shown;
pub use text::TicketText;
pub use ticket::TicketView;
pub use written::Written;

pub(crate) use counts::{Part, assignment_numbers, shared, ticket_numbers};
pub(crate) use read::{Reading, Stored, shown};
pub(crate) use sight::{OF_TICKET, Sight};
pub(crate) use ticket::Seen;
