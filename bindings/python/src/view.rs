//! Tickets on their way out: plain tuples, in the order of one table of fields.

use gongdan::{Moment, Receipt, TicketView};
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::types::PyTuple;

/// What a command answers: the receipt, and the ticket as it is now.
pub(crate) struct Answer {
    pub(crate) receipt: Receipt,
    pub(crate) view: TicketView,
}

/// Makes the table of a ticket's fields: their names, and how each crosses.
macro_rules! fields {
    ($($name:ident: $ticket:ident => $value:expr;)+) => {
        /// The names of a ticket's fields, in the order in which they cross.
        pub(crate) const FIELDS: &[&str] = &[$(stringify!($name)),+];

        /// A ticket as a tuple.
        pub(crate) fn crossed<'py>(
            py: Python<'py>,
            view: &TicketView,
        ) -> PyResult<Bound<'py, PyTuple>> {
            let values: [Bound<'py, PyAny>; FIELDS.len()] =
                [$({ let $ticket = view; $value.into_bound_py_any(py)? }),+];
            PyTuple::new(py, values)
        }
    };
}

fields! {
    id: ticket => ticket.id.0;
    number: ticket => ticket.number.as_str();
    version: ticket => ticket.version;
    stage: ticket => ticket.stage.word();
    last_at: ticket => ticket.last_at.ms();
    matter: ticket => ticket.matter.as_deref();
    channel: ticket => ticket.channel.as_str();
    category: ticket => ticket.category.as_deref();
    kind: ticket => ticket.kind.word();
    urgency: ticket => ticket.urgency.word();
    area: ticket => ticket.area.as_deref();
    confidential: ticket => ticket.confidential;
    external: ticket => ticket.external.as_deref();
    accepted_at: ticket => ticket.accepted_at.ms();
    unit: ticket => ticket.unit.as_deref();
    assisting: ticket => ticket.assisting.as_slice();
    transferred_at: ticket => ticket.transferred_at.map(Moment::ms);
    sign_off_by: ticket => ticket.sign_off_by.map(Moment::ms);
    signed_off_at: ticket => ticket.signed_off_at.map(Moment::ms);
    first_handle_by: ticket => ticket.first_handle_by.map(Moment::ms);
    handle_by: ticket => ticket.handle_by.map(Moment::ms);
    total_by: ticket => ticket.total_by.map(Moment::ms);
    rework_by: ticket => ticket.rework_by.map(Moment::ms);
    running_by: ticket => ticket.running_by.map(Moment::ms);
    handled_at: ticket => ticket.handled_at.map(Moment::ms);
    handled_late: ticket => ticket.handled_late;
    callbacks: ticket => ticket.callbacks;
    satisfaction: ticket => ticket.satisfaction.map(|each| each.word());
    closed_at: ticket => ticket.closed_at.map(Moment::ms);
    close_outcome: ticket => ticket.close_outcome.map(|each| each.word());
    suspended_at: ticket => ticket.suspended_at.map(Moment::ms);
    return_pending: ticket => ticket.return_pending;
    extension_pending: ticket => ticket.extension_pending;
    featured: ticket => ticket.featured;
    merged_into: ticket => ticket.merged_into.map(|id| id.0);
    repeat_of: ticket => ticket.repeat_of.map(|id| id.0);
}

/// A command's answer: what was written, whether it was done before, and the ticket.
pub(crate) fn answer<'py>(py: Python<'py>, answer: Answer) -> PyResult<Bound<'py, PyAny>> {
    let entries = answer.receipt.entries.iter().map(|entry| (entry.seq, entry.event));
    let entries = PyTuple::new(py, entries.collect::<Vec<_>>())?;
    let ticket = crossed(py, &answer.view)?;
    (ticket, entries, answer.receipt.repeated).into_bound_py_any(py)
}
