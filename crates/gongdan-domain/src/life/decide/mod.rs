//! `decide`: the office's rule book in one table. A command is either a list of events or denied;
//! nothing is written here, nothing is read but what is passed in.

mod answering;
mod attachments;
mod backfill;
mod case;
mod closing;
mod correct;
mod dispatch;
mod exemption;
mod forwarding;
mod handling;
mod inspection;
mod intake;
mod overlays;
mod promise;
mod supervision;
mod verbs;
mod verdict;

pub use intake::{decide_intake, ticket_number};
pub use verbs::{Beside, decide, decide_in_full};
pub use verdict::{Decided, Verdict};
