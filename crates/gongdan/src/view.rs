//! A ticket as people see it: names instead of numbers, no personal data but the matter's title.

use gongdan_domain::{
    CloseOutcome, Kind, Moment, Register, Satisfaction, Species, Stage, Ticket, TicketId, Urgency,
};
use serde::Serialize;

/// A ticket with names.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct TicketView {
    /// Its number in the file.
    pub id: TicketId,
    /// The number printed on it.
    pub number: String,
    /// How many events it has: pass it along with the next command.
    pub version: u32,
    /// Where it stands.
    pub stage: Stage,
    /// The moment of its last event.
    pub last_at: Moment,
    /// The matter in a line, without telephone numbers; nothing once it was erased.
    pub matter: Option<String>,
    /// The channel's name.
    pub channel: String,
    /// The category's name.
    pub category: Option<String>,
    /// What the citizen wants.
    pub kind: Kind,
    /// How pressing it is.
    pub urgency: Urgency,
    /// The area's name.
    pub area: Option<String>,
    /// Whether the caller's data is withheld.
    pub confidential: bool,
    /// The number another platform gave it.
    pub external: Option<String>,
    /// When it was taken in.
    pub accepted_at: Moment,
    /// The unit that leads it now.
    pub unit: Option<String>,
    /// The units that assist now.
    pub assisting: Vec<String>,
    /// When the unit that leads now got it.
    pub transferred_at: Option<Moment>,
    /// The sign-off promise of that unit.
    pub sign_off_by: Option<Moment>,
    /// When it signed.
    pub signed_off_at: Option<Moment>,
    /// Its handling promise as first given.
    pub first_handle_by: Option<Moment>,
    /// Its handling promise now.
    pub handle_by: Option<Moment>,
    /// The citizen's own limit.
    pub total_by: Option<Moment>,
    /// The limit of the running rework.
    pub rework_by: Option<Moment>,
    /// The limit that runs now, of the handling or the rework.
    pub running_by: Option<Moment>,
    /// When its standing reply came.
    pub handled_at: Option<Moment>,
    /// Whether a reply came late: once true, for ever.
    pub handled_late: bool,
    /// How many attempts were made to call back.
    pub callbacks: u32,
    /// The citizen's last answer about the result.
    pub satisfaction: Option<Satisfaction>,
    /// When the centre closed it last.
    pub closed_at: Option<Moment>,
    /// With what outcome.
    pub close_outcome: Option<CloseOutcome>,
    /// Since when it is off the clock.
    pub suspended_at: Option<Moment>,
    /// Whether a return is asked for.
    pub return_pending: bool,
    /// The working days asked for as an extension.
    pub extension_pending: Option<u32>,
    /// Whether an editor picked it for the bulletin.
    pub featured: bool,
    /// The main ticket it was merged into.
    pub merged_into: Option<TicketId>,
    /// The first ticket of the same matter.
    pub repeat_of: Option<TicketId>,
}

impl std::fmt::Debug for TicketView {
    /// Never shows the matter: it can hold personal data.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let stage = self.stage.word();
        write!(f, "TicketView({}, {stage}, version {})", self.number, self.version)
    }
}

impl TicketView {
    /// Whether its running limit had passed at a moment.
    pub fn overdue(&self, as_of: Moment) -> bool {
        self.running_by.is_some_and(|by| as_of > by)
    }

    pub(crate) fn new(ticket: &Ticket, register: &Register, matter: Option<String>) -> Self {
        let name = |species, id| register.name(species, id, ticket.last_at).to_owned();
        let lead = ticket.lead();
        let helpers = ticket
            .legs
            .iter()
            .filter(|leg| leg.is_current() && leg.part == gongdan_domain::Part::Assisting);
        let closure = ticket.closures.last().filter(|_| ticket.stage == Stage::Closed);
        Self {
            id: ticket.id,
            number: ticket.number.clone(),
            version: ticket.version,
            stage: ticket.stage,
            last_at: ticket.last_at,
            matter,
            channel: name(Species::Channel, ticket.channel),
            category: ticket.category.map(|id| name(Species::Category, id)),
            kind: ticket.kind,
            urgency: ticket.urgency,
            area: ticket.area.map(|id| name(Species::Area, id)),
            confidential: ticket.confidential,
            external: ticket.external.clone(),
            accepted_at: ticket.accepted_at,
            unit: lead.map(|leg| name(Species::Unit, leg.unit)),
            assisting: helpers.map(|leg| name(Species::Unit, leg.unit)).collect(),
            transferred_at: lead.map(|leg| leg.transferred_at),
            sign_off_by: lead.map(|leg| leg.sign_off_by),
            signed_off_at: lead.and_then(|leg| leg.signed_off_at),
            first_handle_by: lead.map(|leg| leg.first_handle_by),
            handle_by: lead.map(|leg| leg.handle_by),
            total_by: ticket.total_by,
            rework_by: ticket.rework().map(|rework| rework.rework_by),
            running_by: ticket.running_limit(),
            handled_at: lead.and_then(|leg| leg.handled_at),
            handled_late: ticket.handled_late(),
            callbacks: u32::try_from(ticket.callbacks.len()).unwrap_or(u32::MAX),
            satisfaction: ticket.rating().and_then(|rating| rating.satisfaction),
            closed_at: closure.map(|closure| closure.at),
            close_outcome: closure.map(|closure| closure.outcome),
            suspended_at: ticket.suspended_at,
            return_pending: ticket.legs.iter().any(|leg| leg.is_current() && leg.return_pending),
            extension_pending: lead.and_then(|leg| leg.extension_pending),
            featured: ticket.featured,
            merged_into: ticket.merged_into,
            repeat_of: ticket.repeat_of,
        }
    }
}
