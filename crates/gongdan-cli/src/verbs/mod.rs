//! One file for each verb, or for a small group of them.

pub(crate) mod backup;
pub(crate) mod bulletin;
pub(crate) mod calendar;
pub(crate) mod contacts;
pub(crate) mod demo;
pub(crate) mod explain;
pub(crate) mod figures;
mod figures_json;
mod figures_table;
pub(crate) mod find;
pub(crate) mod history;
pub(crate) mod init;
pub(crate) mod intake;
mod open;
pub(crate) mod overdue;
pub(crate) mod policy;
mod receipt;
pub(crate) mod register;
pub(crate) mod show;
pub(crate) mod ticket;
mod ticket_args;
pub(crate) mod verify;
