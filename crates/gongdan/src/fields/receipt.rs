//! What a command answers: that it is done, and what it wrote.

use gongdan_domain::{Stage, TicketId};

use super::field::FieldKind::{Entries, Flag, Id, Number, Text, Word};
use super::made::fields;
use super::written::Written;

fields! {
    /// The answer to a command on a ticket. Once it is given outside a batch, the command is on disk.
    Receipt: RECEIPT in "ticket" {
        /// The ticket.
        ticket: TicketId, "工单标识", Id, Internal, folded;
        /// Its printed number.
        number: String, "工单编号", Text, Internal, folded;
        /// The version it is at now.
        version: u32, "版次", Number, Internal, folded;
        /// The stage it is in now.
        stage: Stage, "办理阶段", Word(Stage::LIST), Internal, folded;
        /// What was written, in order; empty when nothing was.
        entries: Vec<Written>, "写入事件", Entries, Internal, folded;
        /// Whether this was done before: the same request id, or the same external number.
        repeated: bool, "此前已办", Flag, Internal, folded;
    }
}

impl std::fmt::Debug for Receipt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (number, stage) = (&self.number, self.stage.word());
        write!(f, "Receipt({number}, {stage}, version {}, {:?})", self.version, self.entries)
    }
}
