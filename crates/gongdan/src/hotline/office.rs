//! A command to the office: reference data, policy, calendar, contacts.

use std::sync::Arc;

use gongdan_domain::{OfficeCommand, OfficeEvent, Problem, Stamp, decide_office};

use super::Hotline;
use super::commit::no_batch;
use crate::fields::Written;
use crate::store::{CONTACTS, ISSUES, NewEvent, OFFICE, Recorded};
use crate::words::{Error, Result};

impl Hotline {
    pub(super) fn write_office(
        &mut self,
        stamp: &Stamp,
        command: &OfficeCommand,
    ) -> Result<Vec<Written>> {
        let events = decide_office(&self.rules.borrow().book, command, stamp)?;
        let mut entries = Vec::with_capacity(events.len());
        for event in events {
            self.check_contacts(&event)?;
            let recorded = self.append_office(stamp, &event)?;
            let mut rules = self.rules.borrow_mut();
            rules.book.apply(event.clone());
            let open = self.open.borrow();
            let region = open.as_ref().ok_or_else(no_batch)?.head.region;
            match &event {
                OfficeEvent::ContactsRecorded(contacts) => {
                    self.store.save_contacts(region, &recorded, contacts)?;
                }
                OfficeEvent::IssuePublished(_) => {}
                _ => {
                    rules.seq = recorded.seq;
                    self.store.save_office(region, recorded.seq, &event, &rules.book)?;
                }
            }
            entries.push(Written { seq: recorded.seq, event: event.word() });
        }
        Ok(entries)
    }

    /// A correction may not take more contacts away than were counted.
    fn check_contacts(&self, event: &OfficeEvent) -> Result<()> {
        let OfficeEvent::ContactsRecorded(contacts) = event else { return Ok(()) };
        let region = self.open_head()?.region;
        let so_far = self.store.contacts_on(region, contacts.channel, contacts.day)?;
        match so_far + contacts.count < 0 {
            true => {
                let problem = Problem::OutOfRange { from: -so_far, to: i64::from(i32::MAX) };
                Err(Error::invalid_input("count", problem))
            }
            false => Ok(()),
        }
    }

    fn append_office(&mut self, stamp: &Stamp, event: &OfficeEvent) -> Result<Arc<Recorded>> {
        let body = serde_json::to_string(event)?;
        let actor_unit = self.acting_unit(stamp)?;
        let subject = match event {
            OfficeEvent::ContactsRecorded(_) => CONTACTS,
            OfficeEvent::IssuePublished(_) => ISSUES,
            _ => OFFICE,
        };
        let mut open = self.open.borrow_mut();
        let open = open.as_mut().ok_or_else(no_batch)?;
        let new = NewEvent {
            subject,
            at: stamp.at(),
            kind: 0,
            by: stamp.by().trim(),
            role: stamp.role(),
            actor_unit,
            unit: None,
            late: false,
            later: 0,
            body: Some(body),
            texts: &[],
        };
        let salts = self.salts.salts(&mut open.pool, open.head.last_seq + 1, new.texts)?;
        self.store.append(&mut open.head, new, salts)
    }
}
