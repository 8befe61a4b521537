//! The store: events and rows on one SQLite file. It stores what was decided and decides nothing.

mod columns;
mod connection;
mod contacts;
mod figures;
mod find;
mod health;
mod journal;
mod past;
mod persons;
mod place;
mod query;
mod register;
mod requests;
mod salvage;
mod schema;
mod seal;
mod texts;
mod tickets;
mod verify;
mod verify_anchors;
mod verify_office;
mod verify_texts;

pub(crate) use connection::Store;
pub(crate) use figures::{Grouped, Source};
pub(crate) use find::Found;
pub use health::Health;
pub(crate) use journal::{CONTACTS, Head, ISSUES, NewEvent, OFFICE, Recorded};
pub(crate) use past::View;
pub use query::{Datum, Rows};
pub(crate) use requests::Answered;
pub use salvage::Salvaged;
pub(crate) use seal::Salts;
pub(crate) use tickets::Held;
pub(crate) use verify::hex;
pub use verify::{Finding, Verified};
pub(crate) use verify_anchors::SHORTEST;
