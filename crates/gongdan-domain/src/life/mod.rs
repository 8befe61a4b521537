//! The life of a ticket: `decide` turns a command into events, `apply` turns events into a ticket.

mod apply;
mod command;
mod concern;
mod decide;
mod event;
mod event_kind;
mod refusal;
mod ticket;
mod verb;
mod what_if;

pub use command::{Attempt, Caller, Case, Command, Intake};
pub use concern::Concern;
pub use decide::{Decided, Verdict, decide, decide_intake, ticket_number};
pub use event::{GivenLeg, GivenRework, MovedLimits, TakenIn, TicketEvent};
pub use event_kind::EventKind;
pub use refusal::{Bound, Denied, Refusal, RefusalCode};
pub use ticket::{Callback, Closure, Leg, Rework, Supervision, Ticket};
pub use verb::{EDGES, Edge, Verb, Who};
pub use what_if::under_rules;
