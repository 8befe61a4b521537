//! What a question sees: the rules, contacts, cases and tickets as they were known to an issue.
//!
//! A question that carries how many events are [`seen`](Question::seen) is answered from these
//! alone, whatever was written since, and with whatever date: this is how an issue is printed again.

use gongdan_domain::{Day, Moment, Period, Rulebook, Species, TicketId};

use super::answer::Naming;
use super::key::Key;
use super::question::Question;
use super::reckon::view_of;
use crate::fields::HistoryEntry;
use crate::fields::{Reading, TicketView};
use crate::hotline::Hotline;
use crate::store::{Held, judged};
use crate::words::{Basis, Grouping};
use crate::words::{Error, Result};

impl Hotline {
    /// The rules as far as a question sees them.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn rulebook_of(&self, question: &Question) -> Result<Rulebook> {
        self.ask_now(|region, rules, _| Ok(self.known(region, rules, question)?.into_owned()))
    }

    /// The contacts of a question's period by channel, in printed order.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn contacts_of(&self, question: &Question) -> Result<Vec<(Key, i64)>> {
        self.ask_now(|region, rules, _| {
            let rules = self.known(region, rules, question)?;
            let naming = Naming::new(&rules, question).of_each();
            let mut contacts: Vec<(Key, i64)> = Vec::new();
            for (channel, count) in self.store.contacts(&view_of(region, question, None))? {
                let key = naming.key(Grouping::Channel, i64::from(channel.0));
                match contacts.iter_mut().find(|(other, _)| *other == key) {
                    Some((_, sum)) => *sum += count,
                    None => contacts.push((key, count)),
                }
            }
            contacts.sort_by(|a, b| naming.order(Grouping::Channel, &a.0, &b.0));
            Ok(contacts)
        })
    }

    /// How many contacts were counted of a channel on a day so far, in an open batch too.
    ///
    /// # Errors
    /// `InvalidInput` names `channel`; `Io`, `Corrupt`.
    pub fn contacts_on(&self, channel: &str, day: Day) -> Result<i64> {
        let day = Moment::start_of(day).day_key();
        self.ask_now(|region, rules, _| {
            let channel = rules.register.find(Species::Channel, channel)?.id;
            self.store.contacts_on(region, channel, day)
        })
    }

    /// The typical cases of a period and the difficult tickets, as they stood at a moment.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn cases(
        &self,
        period: &Period,
        as_of: Moment,
    ) -> Result<(Vec<TicketView>, Vec<TicketView>)> {
        self.cases_of(&Question::new(*period, as_of))
    }

    /// The typical cases of a question's period and the difficult tickets, as the question sees
    /// them.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn cases_of(&self, question: &Question) -> Result<(Vec<TicketView>, Vec<TicketView>)> {
        let (typical, difficult) = self.ask_now(|region, _, _| {
            let question = question.clone().basis(Basis::Flow);
            self.store.look_back(&view_of(region, &question, None))?;
            self.store.cases(region, question.period.from(), question.period.to())
        })?;
        let views = |ids: Vec<TicketId>| -> Result<Vec<TicketView>> {
            ids.into_iter().map(|id| self.ticket_of(id, question)).collect()
        };
        Ok((views(typical)?, views(difficult)?))
    }

    /// A ticket as a question sees it: as it stood at the cut-off.
    ///
    /// # Errors
    /// `NotFound` when the question sees no such ticket; `Io`, `Corrupt`.
    pub fn ticket_of(&self, id: TicketId, question: &Question) -> Result<TicketView> {
        self.ask_now(|region, rules, _| {
            let rules = self.known(region, rules, question)?;
            let mut events = self.store.life_in_sight(region, id, question.seen)?;
            events.retain(|event| event.counts_at() <= question.as_of);
            let held = Held::fold(id, &events)?.ok_or_else(|| Error::no_ticket(id))?;
            let reading = Reading { register: &rules.register, at: question.as_of };
            self.view(region, reading, &held)
        })
    }

    /// What happened to a ticket as far as a question sees it, in order, without the caller's
    /// data and without telephone numbers in its texts.
    ///
    /// # Errors
    /// `NotFound` when the question sees no such ticket; `Io`, `Corrupt`.
    pub fn history_of(&self, id: TicketId, question: &Question) -> Result<Vec<HistoryEntry>> {
        self.ask_now(|region, rules, _| {
            let rules = self.known(region, rules, question)?;
            let mut events = self.store.events_in_sight(region, id)?;
            events.retain(|event| question.seen.is_none_or(|seen| event.seq <= seen));
            let mut events = judged(events)?;
            events.retain(|event| event.counts_at() <= question.as_of);
            if events.is_empty() {
                return Err(Error::no_ticket(id));
            }
            let texts = self.texts_without_caller(region, id)?;
            let reading = Reading { register: &rules.register, at: question.as_of };
            events.iter().map(|event| self.history_entry(event, &texts, reading)).collect()
        })
    }
}
