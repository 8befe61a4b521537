//! The rules in force: the fold of the office's events.

use crate::calendar::Calendar;
use crate::figures::Formula;
use crate::moment::Moment;
use crate::policy::Policy;
use crate::register::Register;

use super::event::{Founding, OfficeEvent};

/// Register, policy and calendar of one hotline, as far as its events are known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rulebook {
    /// Which region the file belongs to; nothing before the founding.
    pub founding: Option<Founding>,
    /// Units, categories, channels and areas.
    pub register: Register,
    /// The policy.
    pub policy: Policy,
    /// The calendar of working days.
    pub calendar: Calendar,
    /// Every ranking formula, in the order in which they were set.
    pub formulas: Vec<Formula>,
}

impl Rulebook {
    /// The rulebook of a sequence of events.
    pub fn fold(events: impl IntoIterator<Item = OfficeEvent>) -> Self {
        let mut rulebook = Self::default();
        events.into_iter().for_each(|event| rulebook.apply(event));
        rulebook
    }

    /// The ranking formula in force at a moment: the latest date, then the one set last.
    pub fn formula(&self, at: Moment) -> Option<&Formula> {
        let held = self.formulas.iter().filter(|formula| formula.from <= at);
        held.max_by_key(|formula| formula.from)
    }

    /// Takes an event in. It cannot fail: what happened, happened.
    pub fn apply(&mut self, event: OfficeEvent) {
        let register = &mut self.register;
        match event {
            OfficeEvent::Founded(founding) => self.founding = Some(founding),
            OfficeEvent::EntryAdded { species, id, name, channel_kind, place } => {
                register.add(species, id, &name, channel_kind, place);
            }
            OfficeEvent::EntryAliased { species, id, alias } => register.alias(species, id, &alias),
            OfficeEvent::EntryCoded { species, id, scheme, code } => {
                register.code((species, id), scheme, code);
            }
            OfficeEvent::EntryRenamed { species, id, name, from } => {
                register.rename(species, id, &name, from);
            }
            OfficeEvent::EntryPlaced { species, id, place, from } => {
                register.place(species, id, place, from);
            }
            OfficeEvent::EntryMerged { species, id, into, from } => {
                register.merge(species, id, into, from);
            }
            OfficeEvent::EntryRetired { species, id, from } => register.retire(species, id, from),
            OfficeEvent::ProvisionSet(provision) => self.policy.set(provision),
            OfficeEvent::NoticeAdopted(notice) => self.calendar.adopt(notice),
            OfficeEvent::FormulaSet(formula) => self.formulas.push(formula),
            OfficeEvent::ContactsRecorded(_) | OfficeEvent::IssuePublished(_) => {}
        }
    }
}
