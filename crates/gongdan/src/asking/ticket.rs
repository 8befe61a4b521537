//! One ticket: how it stands, and what happened to it.

use gongdan_domain::{
    Problem, RegionId, Species, TextField, TicketEvent, TicketId, UnitId, without_numbers,
    without_person,
};

use crate::fields::{HistoryEntry, Reading, Seen, TicketText, TicketView};
use crate::hotline::Hotline;
use crate::store::{Held, Recorded, digest};
use crate::words::{Error, Result};

impl Hotline {
    /// A ticket.
    ///
    /// # Errors
    /// `NotFound`; `Io`, `Corrupt`.
    pub fn ticket(&self, id: TicketId) -> Result<TicketView> {
        if let Some((region, at, held)) = self.in_hand(id)? {
            let rules = self.rules.borrow();
            return self.view(region, Reading { register: &rules.book.register, at }, &held);
        }
        self.ask_now(|region, _, reading| self.view(region, reading, &self.store.load(id)?))
    }

    pub(crate) fn view(
        &self,
        region: RegionId,
        reading: Reading<'_>,
        held: &Held,
    ) -> Result<TicketView> {
        let told_by = (held.matter_seq, held.first_seq);
        let (matter, name) = self.store.matter_and_name(region, told_by)?;
        let matter = matter.map(|matter| without_person(&matter, name.as_deref()).into_owned());
        self.as_seen(TicketView::new(&Seen { ticket: &held.ticket, matter, reading }))
    }

    /// A ticket as whoever asks may see it: without its matter where texts are withheld, and without
    /// pointers to tickets that do not exist to them.
    pub(crate) fn as_seen(&self, mut ticket: TicketView) -> Result<TicketView> {
        if self.store.sight().is_whole() {
            return Ok(ticket);
        }
        if self.store.withholds_texts(ticket.id)? {
            ticket.matter = None;
        }
        ticket.merged_into = self.store.pointer(ticket.merged_into)?;
        ticket.repeat_of = self.store.pointer(ticket.repeat_of)?;
        ticket.related_to = self.store.pointer(ticket.related_to)?;
        Ok(ticket)
    }

    /// The ticket that bears a printed number, or came in under this number of another platform;
    /// where several platforms have it, `CHANNEL:NUMBER` says whose.
    ///
    /// # Errors
    /// `NotFound`; `InvalidInput` when several platforms have the number; `Io`, `Corrupt`.
    pub fn ticket_by_number(&self, number: &str) -> Result<TicketView> {
        let own = self.ask_now(|_, _, _| self.store.id_of_number(number.trim()))?;
        let id = own.map_or_else(|| self.by_external(number.trim()), |id| Ok(Some(id)))?;
        let given: String = without_numbers(number.trim()).chars().take(40).collect();
        self.ticket(id.ok_or_else(|| Error::not_found("ticket", given))?)
    }

    fn by_external(&self, number: &str) -> Result<Option<TicketId>> {
        self.ask_now(|_, rules, _| {
            let of_channel = number.split_once([':', '：']).and_then(|(channel, number)| {
                let channel = rules.register.find(Species::Channel, channel).ok()?;
                Some((Some(channel.id), number.trim()))
            });
            let (channel, number) = of_channel.unwrap_or((None, number));
            let found = self.store.ids_of_external(number, channel)?;
            match found[..] {
                [] | [_] => Ok(found.first().copied()),
                _ => {
                    let rule = "several channels have this number: CHANNEL:NUMBER says whose";
                    Err(Error::invalid_input("number", Problem::Rule { rule }))
                }
            }
        })
    }

    /// What happened to a ticket, in order, without the caller's data and without telephone
    /// numbers in its texts.
    ///
    /// # Errors
    /// `NotFound`; `Io`, `Corrupt`.
    pub fn history(&self, id: TicketId) -> Result<Vec<HistoryEntry>> {
        let shown = self.ask_now(|region, _, _| self.texts_without_caller(region, id))?;
        self.history_with(id, &shown)
    }

    pub(crate) fn history_with(
        &self,
        id: TicketId,
        texts: &[TicketText],
    ) -> Result<Vec<HistoryEntry>> {
        self.ask_now(|region, _, reading| {
            // The journal's other subjects (the office, contacts, issues) are no tickets.
            let events = match id.region() == region {
                true => self.store.events_in_sight(region, id)?,
                false => Vec::new(),
            };
            if events.is_empty() {
                return Err(Error::no_ticket(id));
            }
            events.iter().map(|event| self.history_entry(event, texts, reading)).collect()
        })
    }

    /// An event as whoever asks may see it.
    pub(crate) fn history_entry(
        &self,
        event: &Recorded,
        texts: &[TicketText],
        reading: Reading<'_>,
    ) -> Result<HistoryEntry> {
        let mut entry = history_entry(event, texts, reading)?;
        if let TicketEvent::Merged { main }
        | TicketEvent::MarkedRepeat { main }
        | TicketEvent::Related { main } = &mut entry.event
        {
            *main = self.store.pointer(Some(*main))?.unwrap_or(TicketId::WITHHELD);
        }
        Ok(entry)
    }

    /// The texts of a ticket, in the order of its events, without the caller's data, the caller's name
    /// in them masked, and without telephone numbers; [`Hotline::reveal_history`] gives them as they were typed.
    ///
    /// # Errors
    /// `NotFound`; `Io`, `Corrupt`.
    pub fn texts(&self, id: TicketId) -> Result<Vec<TicketText>> {
        self.ask_now(|region, _, _| match self.texts_without_caller(region, id)? {
            none if none.is_empty() => self.store.load(id).map(|_| none),
            texts => Ok(texts),
        })
    }

    /// The bytes of a file that is kept with a ticket, by its number on it.
    ///
    /// # Errors
    /// `NotFound` for one that was erased, whose bytes stay elsewhere or that whoever asks may not see; `Corrupt` when
    /// they are missing or were changed; `Io`.
    pub fn attached_file(&self, id: TicketId, no: u32) -> Result<Vec<u8>> {
        self.ask_now(|region, _, _| {
            let held = self.store.load(id)?;
            let none = || Error::not_found("attachment", no);
            let (seq, kept) = held.file(no).ok_or_else(none)?;
            let texts = self.texts_as_typed(region, id)?.into_iter();
            let told = |text: &TicketText| text.seq == seq && text.field == TextField::FileDigest;
            let sha256 = texts.filter(told).map(|text| text.content).next().ok_or_else(none)?;
            let bytes = self.store.file(kept, seq)?;
            let whole = bytes.filter(|bytes| digest(bytes) == sha256);
            whole.ok_or_else(|| {
                let what = format!("the bytes of attachment {no} are missing or were changed");
                Error::plain(crate::ErrorKind::Corrupt, what)
            })
        })
    }

    pub(crate) fn texts_without_caller(
        &self,
        region: RegionId,
        id: TicketId,
    ) -> Result<Vec<TicketText>> {
        let mut texts = self.texts_as_typed(region, id)?;
        let name = self.store.caller(region, id)?.0.name;
        // In the digits of a digest no telephone number stands, whatever they look like.
        let typed = texts.iter_mut().filter(|text| text.field != TextField::FileDigest);
        for text in typed {
            text.content = without_person(&text.content, name.as_deref()).into_owned();
        }
        Ok(texts)
    }

    pub(crate) fn texts_as_typed(&self, region: RegionId, id: TicketId) -> Result<Vec<TicketText>> {
        let withheld = [TextField::CallerName, TextField::CallerPhone, TextField::CallerAddress];
        let texts = self.store.texts_of(region, id)?.into_iter();
        let kept = texts.filter(|(_, text)| !withheld.contains(&text.field));
        let texts =
            kept.map(|(seq, text)| TicketText { seq, field: text.field, content: text.content });
        self.told(region, id, texts.collect())
    }

    /// Those texts that whoever asks may see.
    fn told(
        &self,
        region: RegionId,
        id: TicketId,
        mut texts: Vec<TicketText>,
    ) -> Result<Vec<TicketText>> {
        let sight = self.store.sight();
        if sight.is_whole() {
            return Ok(texts);
        }
        if self.store.withholds_texts(id)? {
            return Ok(Vec::new());
        }
        let mut told = Vec::new();
        for event in self.store.events_of(region, id.0)? {
            let (said, concerns) = (event.ticket_event()?, (event.unit, event.actor_unit));
            let of_event = texts.extract_if(.., |text| text.seq == event.seq);
            told.extend(of_event.filter(|text| sight.tells(text.field, &said, concerns)));
        }
        Ok(told)
    }
}

fn history_entry(
    event: &Recorded,
    texts: &[TicketText],
    reading: Reading<'_>,
) -> Result<HistoryEntry> {
    let name = |unit: UnitId| reading.name(Species::Unit, unit);
    Ok(HistoryEntry {
        seq: event.seq,
        at: event.at,
        counts_at: Some(event.counts_at()).filter(|at| *at != event.at),
        by: event.by.clone(),
        role: event.role,
        acting_unit: event.actor_unit.map(name),
        unit: event.unit.map(name),
        event: event.ticket_event()?,
        late: event.late,
        texts: texts.iter().filter(|text| text.seq == event.seq).cloned().collect(),
    })
}
