//! The tables that leave the file.

use gongdan_domain::vocabulary;

vocabulary! {
    /// A table that can be read whole.
    Table, "table" {
        /// Tickets as they stand now, one row each.
        Tickets = 1, "tickets", "工单";
        /// Assignments as they stand now, one row for each unit a ticket was given to.
        Assignments = 2, "assignments", "转办";
        /// What happened to tickets, one row an event.
        Events = 3, "events", "办理过程";
        /// Contacts by channel and day, as they were recorded.
        Contacts = 4, "contacts", "诉求量";
        /// Attempts to call citizens back.
        Callbacks = 5, "callbacks", "回访";
        /// Closings by the centre, whether they stand or not.
        Closures = 6, "closures", "结案";
        /// Times a unit had to do it again.
        Reworks = 7, "reworks", "重办";
        /// Demands of supervisors.
        Supervisions = 8, "supervisions", "督办";
        /// Files kept with tickets, whether they were taken off again or not.
        Attachments = 9, "attachments", "附件";
    }
}
