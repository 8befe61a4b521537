//! The tables that leave the file whole: the fields that rows say, and a column for each count that a
//! row stores.

use std::sync::LazyLock;

use gongdan_domain::Count;

use super::attachment::ATTACHMENT;
use super::counts::{stored_assignment_counts, stored_ticket_counts};
use super::event::EVENT;
use super::fact::{CALLBACK, CLOSURE, CONTACT, REWORK, SUPERVISION};
use super::field::{Field, FieldKind, Source};
use super::leg::LEG;
use super::ticket::TICKET;
use crate::words::flags::{Flag, LEG_FLAGS, TICKET_FLAGS};
use crate::words::{Class, Table};

impl Table {
    /// Its columns, in order.
    pub fn columns(self) -> &'static [Field] {
        static COLUMNS: LazyLock<Vec<Vec<Field>>> =
            LazyLock::new(|| Table::ALL.iter().map(|table| table.make_columns()).collect());
        let place = Self::ALL.iter().position(|table| *table == self);
        place.and_then(|place| COLUMNS.get(place)).map_or(&[], Vec::as_slice)
    }

    /// The columns that are read when nobody names any: all but the personal ones.
    pub fn shown(self) -> impl Iterator<Item = &'static Field> {
        self.columns().iter().filter(|column| column.class < Class::Personal)
    }

    /// The view that shows it to any SQL tool.
    pub fn view(self) -> &'static str {
        match self {
            Self::Tickets => "v1_tickets",
            Self::Assignments => "v1_assignments",
            Self::Events => "v1_events",
            Self::Contacts => "v1_contacts",
            Self::Callbacks => "v1_callbacks",
            Self::Closures => "v1_closures",
            Self::Reworks => "v1_reworks",
            Self::Supervisions => "v1_supervisions",
            Self::Attachments => "v1_attachments",
        }
    }

    /// Its name in the file.
    pub fn stored(self) -> &'static str {
        match self {
            Self::Tickets => "ticket",
            Self::Assignments => "assignment",
            Self::Events => "event",
            Self::Contacts => "contact",
            Self::Callbacks => "callback",
            Self::Closures => "closure",
            Self::Reworks => "rework",
            Self::Supervisions => "supervision",
            Self::Attachments => "attachment",
        }
    }

    /// What is yes or no of its rows and stands there as bits of one number, `flags`: their names, from the lowest bit.
    /// (Its view, and every other face, has a column for each.)
    pub fn flags(self) -> Vec<&'static str> {
        match self {
            Self::Tickets => TICKET_FLAGS.iter().map(Flag::name).collect(),
            Self::Assignments => LEG_FLAGS.iter().map(Flag::name).collect(),
            _ => Vec::new(),
        }
    }

    fn make_columns(self) -> Vec<Field> {
        let fields = match self {
            Self::Tickets => TICKET,
            Self::Assignments => LEG,
            Self::Events => EVENT,
            Self::Contacts => CONTACT,
            Self::Callbacks => CALLBACK,
            Self::Closures => CLOSURE,
            Self::Reworks => REWORK,
            Self::Supervisions => SUPERVISION,
            Self::Attachments => ATTACHMENT,
        };
        let mut columns: Vec<Field> =
            fields.iter().copied().filter(|field| field.source != Source::Folded).collect();
        for count in self.counts() {
            if !columns.iter().any(|column| column.name == count.word()) {
                columns.push(counted(self.stored(), count));
            }
        }
        columns
    }

    /// The counts that its rows store.
    fn counts(self) -> Vec<Count> {
        match self {
            Self::Tickets => stored_ticket_counts().collect(),
            Self::Assignments => stored_assignment_counts().collect(),
            _ => Vec::new(),
        }
    }
}

/// The column of a count: whether it counts the row, or how often.
fn counted(table: &'static str, count: Count) -> Field {
    let (kind, heading) = match count.is_times() {
        true => (FieldKind::Number, count.term()),
        false => (FieldKind::Flag, count.term().strip_suffix('数').unwrap_or(count.term())),
    };
    Field {
        name: count.word(),
        heading,
        kind,
        class: Class::Internal,
        note: count.note(),
        optional: false,
        shown: false,
        source: Source::kept(table, count.word()),
    }
}
