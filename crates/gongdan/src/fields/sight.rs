//! What whoever asks may see: of which tickets is told, and which of their texts.

use gongdan_domain::{TextField, TicketEvent, UnitId};

/// The texts that belong to the ticket, not to a leg.
pub(crate) const OF_TICKET: [TextField; 3] =
    [TextField::Matter, TextField::Appeal, TextField::Answer];

/// Of which tickets is told, and whether of their texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sight {
    /// The unit under all its numbers: of its tickets alone is told. Nothing means of all.
    units: Option<Vec<UnitId>>,
    /// Whether no text is told.
    textless: bool,
}

impl Sight {
    /// Of the tickets of a unit, which has these numbers: its own, and those of the units it took over.
    pub(crate) fn of_unit(units: Vec<UnitId>) -> Self {
        Self { units: Some(units), textless: false }
    }

    /// Of every ticket, without its texts.
    pub(crate) fn without_texts() -> Self {
        Self { units: None, textless: true }
    }

    /// Whether everything is told.
    pub(crate) fn is_whole(&self) -> bool {
        *self == Self::default()
    }

    /// Whether no text is told.
    pub(crate) fn is_textless(&self) -> bool {
        self.textless
    }

    /// The numbers of the unit of whose tickets alone is told.
    pub(crate) fn units(&self) -> Option<&[UnitId]> {
        self.units.as_deref()
    }

    /// Whether a text of an event is told, which concerns a unit and was done for one: what the citizen
    /// said and was told belongs to the ticket, all else to a leg, and that of another unit is not
    /// told. A transfer's remark is for every unit that it names.
    pub(crate) fn tells(
        &self,
        field: TextField,
        event: &TicketEvent,
        (unit, actor): (Option<UnitId>, Option<UnitId>),
    ) -> bool {
        let own = |id: UnitId| self.units().is_none_or(|units| units.contains(&id));
        let concerned = match event {
            TicketEvent::Transferred { legs, .. } => legs.iter().any(|leg| own(leg.unit)),
            _ => unit.is_none_or(own),
        };
        let of_leg = concerned && actor.is_none_or(own);
        !self.textless && (OF_TICKET.contains(&field) || of_leg)
    }
}
