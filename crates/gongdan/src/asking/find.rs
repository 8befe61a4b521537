//! The tickets that a filter finds.

use std::sync::Arc;

use gongdan_domain::{
    Moment, Period, Problem, RegionId, RegisterEntry, Species, TicketId, without_numbers,
};

use super::filter::{Filter, Page, Tickets};
use crate::fields::{Reading, TicketView};
use crate::hotline::Hotline;
use crate::store::{Found, Held, Past};
use crate::words::{Error, LimitOf, Result};

impl Hotline {
    /// The tickets a filter finds, newest intake first.
    ///
    /// # Errors
    /// `InvalidInput` names a channel, category or unit that nobody knows, or a text of more than
    /// 1,000 characters; `Io`, `Corrupt`.
    pub fn find(&self, filter: &Filter, page: Page) -> Result<Tickets> {
        self.ensure_may_search(filter)?;
        self.ask_now(|region, _, reading| {
            let related = self.named(filter.related.as_deref())?;
            let past = filter.as_of.or(filter.overdue_on).filter(|as_of| *as_of < reading.at);
            let reading = Reading { at: past.unwrap_or(reading.at), ..reading };
            let found =
                Found { past, related, sight: self.store.sight(), ..look_up(filter, reading)? };
            past.map_or(Ok(()), |as_of| self.show_all(region, as_of))?;
            let found = self.narrowed(region, filter, reading, found)?;
            let (total, ids) = self.store.find(region, &found, page.offset, page.limit)?;
            let view = |id| match past {
                Some(as_of) => self.stood(region, id, Reading { at: as_of, ..reading }),
                None => self.as_seen(self.store.shown(region, id, reading)?),
            };
            let tickets = ids.into_iter().map(view).collect::<Result<_>>()?;
            Ok(Tickets { total, tickets })
        })
    }

    /// The ticket of a printed number that a filter names, where it may be seen.
    pub(crate) fn named(&self, number: Option<&str>) -> Result<Option<TicketId>> {
        let Some(number) = number.map(str::trim) else { return Ok(None) };
        let found = self.store.id_of_number(number)?;
        let given = || without_numbers(number).chars().take(40).collect();
        let unknown = || Problem::Unknown { given: given(), nearest: Vec::new() };
        found.map(Some).ok_or_else(|| Error::invalid_input("related", unknown()))
    }

    /// Whoever sees no texts looks for none.
    pub(crate) fn ensure_may_search(&self, filter: &Filter) -> Result<()> {
        match filter.wanted_text().filter(|_| self.store.sight().is_textless()) {
            None => Ok(()),
            Some(_) => {
                let rule = "an analyst sees no texts";
                Err(Error::invalid_input("text", Problem::Rule { rule }))
            }
        }
    }

    /// Makes the tables of a moment show every ticket of then.
    fn show_all(&self, region: RegionId, as_of: Moment) -> Result<()> {
        let period = Period::days(Moment::MIN.day(), as_of.day())?;
        let (period, seen, rules, carried) = (&period, None, None, None);
        self.store.look_back(&Past { region, period, as_of, seen, rules, carried })
    }

    /// A ticket as it stood at the moment of a reading.
    fn stood(&self, region: RegionId, id: TicketId, reading: Reading<'_>) -> Result<TicketView> {
        let mut events = self.store.life_in_sight(region, id, None)?;
        events.retain(|event| event.counts_at() <= reading.at);
        let held = Held::fold(id, &events)?.ok_or_else(|| Error::no_ticket(id))?;
        self.view(region, reading, &held)
    }
}

/// The longest text that is looked for, in characters.
const LONGEST_SEARCH: usize = 1_000;

/// A filter with its names looked up: whatever stands for the same at the moment is meant, and all
/// that stands below it.
pub(crate) fn look_up(filter: &Filter, reading: Reading<'_>) -> Result<Found> {
    for (argument, typed) in [("text", &filter.text), ("external", &filter.external)] {
        if typed.as_ref().is_some_and(|typed| typed.chars().count() > LONGEST_SEARCH) {
            return Err(Error::invalid_input(argument, Problem::TooLong { max: LONGEST_SEARCH }));
        }
    }
    let Reading { register, at } = reading;
    let find = |species, name: &Option<String>| -> Result<Option<Vec<u32>>> {
        let found = name.as_deref().map(|name| register.find(species, name)).transpose()?;
        let meant = |entry: &RegisterEntry| {
            let all = register.with_all_below(species, entry.id, at).into_iter();
            all.map(|id| id.0).collect()
        };
        Ok(found.map(meant))
    };
    Ok(Found {
        stages: filter.stage.clone(),
        channel: find(Species::Channel, &filter.channel)?,
        category: find(Species::Category, &filter.category)?,
        unit: find(Species::Unit, &filter.unit)?,
        area: find(Species::Area, &filter.area)?,
        external: filter.external.as_deref().map(|number| number.trim().to_owned()),
        accepted_from: filter.accepted.map(|period| period.from()),
        accepted_to: filter.accepted.map(|period| period.to()),
        overdue_at: filter.overdue_on,
        due_from: filter.due_from,
        due_by: filter.due_by,
        open: filter.open,
        difficult: filter.difficult,
        featured: filter.featured,
        text: filter.wanted_text().map(str::to_owned),
        limit_of: filter.limit_of.unwrap_or(LimitOf::LateNow),
        queue: filter.queue,
        related: None,
        ended: false,
        drawn: None,
        past: None,
        sight: Arc::default(),
    })
}
