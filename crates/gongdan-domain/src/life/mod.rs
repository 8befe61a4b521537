//! The life of a ticket: `decide` turns a command into events, `apply` turns events into a ticket.

mod apply;
mod clocks;
mod command;
mod concern;
mod corrected;
mod decide;
mod event;
mod event_kind;
mod fact;
mod inspection;
mod intake;
mod overlays;
mod promised;
mod refusal;
mod supervision;
mod table;
mod ticket;
mod what_if;
mod who;

pub use clocks::Clocks;
pub use command::{COMMANDS, Command, CommandRow, Intake, Verb};
pub use concern::Concern;
pub use corrected::as_corrected;
pub use decide::{Beside, Decided, Verdict, decide, decide_in_full, decide_intake, ticket_number};
pub use event::{
    Again, GivenLeg, GivenRework, MovedLimits, PointScore, TakenIn, TicketEvent, Unknown,
};
pub use event_kind::EventKind;
pub use fact::Fact;
pub use inspection::Inspection;
pub use intake::Caller;
pub use promised::{Move, Promise, Promised, promised};
pub use refusal::{Bound, Denied, Refusal, RefusalCode};
pub use supervision::Supervision;
pub use ticket::{Attachment, Callback, Closure, Forwarding, Leg, Rework, Ticket};
pub use what_if::under_rules;
pub use who::{Answers, Chapter, State, Who};
