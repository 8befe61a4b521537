//! The office itself: its reference data, policy and calendar, all dated, all by events.

mod command;
mod decide;
mod event;
mod imprint;
mod published;
mod rulebook;

pub use command::{NewEntry, OfficeCommand};
pub use decide::decide as decide_office;
pub use event::{Contacts, Founding, OfficeEvent, OfficeEventKind};
pub use imprint::Imprint;
pub use published::{FrozenRow, FrozenTable, Published};
pub use rulebook::Rulebook;
