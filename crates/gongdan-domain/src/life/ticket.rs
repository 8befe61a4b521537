//! A ticket as its events made it: the fold of the life.

use crate::deadline::Limit;
use crate::ids::{AreaId, CategoryId, ChannelId, TicketId, UnitId};
use crate::moment::Moment;
use crate::policy::Scope;
use crate::vocabulary::{
    CallbackOutcome, Card, CloseOutcome, FileKind, Keeping, Kind, LegEnd, Part, Satisfaction,
    Stage, Urgency,
};

use super::event::{TakenIn, Unknown};
use super::inspection::Inspection;
use super::supervision::Supervision;

/// One assignment (一次转办): this ticket, this unit, from this moment, with its own limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leg {
    /// Its number on the ticket, from 1.
    pub leg: u32,
    /// The unit.
    pub unit: UnitId,
    /// Lead or assisting.
    pub part: Part,
    /// When it was given.
    pub transferred_at: Moment,
    /// How many notices the calendar had then.
    pub calendar: u32,
    /// The rule of the sign-off promise.
    pub sign_off_limit: Limit,
    /// The last moment in which a sign-off is in time.
    pub sign_off_by: Moment,
    /// The rule of the handling promise.
    pub handle_limit: Limit,
    /// The handling promise as it was first given.
    pub first_handle_by: Moment,
    /// The handling promise now.
    pub handle_by: Moment,
    /// Whether the unit was designated.
    pub designated: bool,
    /// When the unit signed.
    pub signed_off_at: Option<Moment>,
    /// When the unit's standing reply (or report) came; a reply sent back stands no more.
    pub handled_at: Option<Moment>,
    /// The sign-off promise that was broken: once so, for ever.
    pub sign_off_broken: Option<Moment>,
    /// The handling promise that was broken (of an assisting unit: the report's): once so, for
    /// ever. How it is called depends on the reply: open late, handled late, or missed.
    pub handling_broken: Option<Moment>,
    /// Working minutes from the transfer to the standing reply, where the calendar knew them.
    pub worked_minutes: Option<i64>,
    /// Whether a return is asked for and not yet decided.
    pub return_pending: bool,
    /// When the return that waits was asked for.
    pub return_asked_at: Option<Moment>,
    /// Until when the centre decides on the return that waits.
    pub return_decide_by: Option<Moment>,
    /// Until when it decides on the extension that waits.
    pub extension_decide_by: Option<Moment>,
    /// How many decisions on this unit's asking came after their limit.
    pub decided_late: u32,
    /// How many returns the unit asked for.
    pub return_requests: u32,
    /// Whether the unit may not ask to return it (again).
    pub return_forbidden: bool,
    /// The working days asked for and not yet decided.
    pub extension_pending: Option<u32>,
    /// When the extension that waits was asked for.
    pub extension_asked_at: Option<Moment>,
    /// How many extensions the unit asked for.
    pub extension_requests: u32,
    /// How many extensions were granted.
    pub extensions: u32,
    /// How many extensions were denied.
    pub extensions_denied: u32,
    /// How many working days the granted extensions added.
    pub extended_days: u32,
    /// How and when the unit gave it away, or was let go.
    pub ended: Option<(Moment, LegEnd)>,
    /// Whether it ended with its ticket and the ticket was opened again without it.
    pub gone: bool,
    /// When a return was asked for after the window, whatever was decided: marked for ever.
    pub returned_late_at: Option<Moment>,
    /// Whether the unit is not judged by it (不计入考核).
    pub exempt: bool,
    /// Whether the unit asked for that, and nobody has decided.
    pub exemption_asked: bool,
    /// When its first reply that was reviewed was, and whether it passed.
    pub first_review: Option<(Moment, bool)>,
    /// The section of the unit that it was given to last, until the unit replied or took it back.
    pub forwarded: Option<Forwarding>,
    /// What nobody knows of it, where it comes from an old register.
    pub unknown: Unknown,
    /// The ticket's version when this leg last changed.
    pub version: u32,
}

/// The limit that nobody knows: nothing comes after it.
pub(in crate::life) const UNKNOWN: Moment = Moment::MAX;

/// A limit, where it is known.
fn known(by: Moment) -> Option<Moment> {
    (by != UNKNOWN).then_some(by)
}

impl Leg {
    /// The sign-off promise, where it is known.
    pub fn sign_off_limit_at(&self) -> Option<Moment> {
        known(self.sign_off_by)
    }

    /// The handling promise as it was first given, where it is known.
    pub fn first_handle_limit_at(&self) -> Option<Moment> {
        known(self.first_handle_by)
    }

    /// The handling promise now, where it is known.
    pub fn handle_limit_at(&self) -> Option<Moment> {
        known(self.handle_by)
    }

    /// Whether the unit still has the ticket.
    pub fn is_current(&self) -> bool {
        self.ended.is_none()
    }

    /// Whether the unit still owes its reply or report.
    pub fn owes(&self) -> bool {
        self.is_current() && self.handled_at.is_none()
    }

    /// Whether it was given to lead.
    pub fn leads(&self) -> bool {
        self.part == Part::Lead
    }

    /// Whether the unit signed after its limit: once true, for ever.
    pub fn signed_off_late(&self) -> bool {
        self.signed_off_at.is_some() && self.sign_off_broken.is_some()
    }

    /// Whether its reply (or report) came after its limit; one that was sent back is no reply.
    pub fn handled_late(&self) -> bool {
        self.handled_at.is_some() && self.handling_broken.is_some()
    }

    /// Whether a reply (or report) at a moment is late: after the limit, or one that was sent back
    /// had been.
    pub(super) fn is_late(&self, at: Moment) -> bool {
        self.handling_broken.is_some() || at > self.handle_by
    }

    /// How it ended.
    pub fn ended_how(&self) -> Option<LegEnd> {
        self.ended.map(|(_, how)| how)
    }
}

/// A section of a unit that works on a ticket (加派).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forwarding {
    /// The section.
    pub section: UnitId,
    /// When it was given to it.
    pub at: Moment,
    /// The last moment of its own limit, inside the unit's.
    pub by: Moment,
}

/// One attempt to call the citizen back, or a rating that the citizen gave unasked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Callback {
    /// When.
    pub at: Moment,
    /// How it went.
    pub outcome: CallbackOutcome,
    /// Satisfaction with the result.
    pub satisfaction: Option<Satisfaction>,
    /// Satisfaction with the manner.
    pub attitude: Option<Satisfaction>,
    /// Whether the matter is solved.
    pub solved: Option<bool>,
    /// Whether the answer counted as satisfied under the policy of its moment.
    pub satisfied: bool,
    /// The unit that was lead then.
    pub unit: Option<UnitId>,
    /// The leg whose reply it was about.
    pub leg: Option<u32>,
    /// The ticket's version it made.
    pub version: u32,
}

impl Callback {
    /// Whether the citizen gave it unasked: then nobody called.
    pub fn is_own(&self) -> bool {
        self.outcome == CallbackOutcome::Own
    }

    /// Whether it rates the result: no answer, or none that rates, rates nothing.
    pub fn rates(&self) -> bool {
        self.satisfaction.is_some_and(|answer| answer != Satisfaction::Unrated)
    }

    /// The rating of the manner, where there is one.
    pub fn manner(&self) -> Option<Satisfaction> {
        self.attitude.filter(|answer| *answer != Satisfaction::Unrated)
    }
}

/// One order to do it again (发回重办), or a reopening that gave a new promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rework {
    /// When it was ordered.
    pub ordered_at: Moment,
    /// The leg.
    pub leg: u32,
    /// The unit.
    pub unit: UnitId,
    /// The last moment in which it is in time.
    pub rework_by: Moment,
    /// The rule of that promise.
    pub limit: Limit,
    /// How many notices the calendar had then.
    pub calendar: u32,
    /// When the unit's standing reply came.
    pub handled_at: Option<Moment>,
    /// The promise that was broken: once so, for ever.
    pub broken: Option<Moment>,
    /// When the ticket ended before the unit had replied.
    pub ended_at: Option<Moment>,
    /// Whether a reopening ordered it, not an unsatisfied citizen.
    pub reopened: bool,
    /// The ticket's version when it last changed.
    pub version: u32,
}

impl Rework {
    /// Whether the unit still owes it.
    pub fn owes(&self) -> bool {
        self.handled_at.is_none() && self.ended_at.is_none()
    }

    /// Whether the reply came after its limit.
    pub fn late(&self) -> bool {
        self.handled_at.is_some() && self.broken.is_some()
    }
}

/// One closing: a dated fact that a later reopening does not undo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closure {
    /// When.
    pub at: Moment,
    /// With what outcome.
    pub outcome: CloseOutcome,
    /// Whether the reply it was closed on had been late.
    pub late: bool,
    /// Whether nobody knows that.
    pub unknown: bool,
    /// The leg whose reply it was closed on.
    pub leg: Option<u32>,
    /// The ticket's version it made.
    pub version: u32,
}

/// One file kept with a ticket (附件): what it is called, its digest and where it stays are texts beside its
/// event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its number on the ticket, from 1.
    pub no: u32,
    /// When it was attached.
    pub at: Moment,
    /// What sort of file it is.
    pub kind: FileKind,
    /// How many bytes it has.
    pub size: u32,
    /// The unit that attached it; nothing for the centre.
    pub unit: Option<UnitId>,
    /// Where its bytes are kept; nothing where they stay elsewhere.
    pub kept: Option<Keeping>,
    /// When it was taken off again.
    pub detached_at: Option<Moment>,
    /// The ticket's version when it last changed.
    pub version: u32,
}

/// A ticket (工单) as it stands after its events so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// Its number in the file.
    pub id: TicketId,
    /// The number printed on it.
    pub number: String,
    /// How many events it has: what a caller has seen.
    pub version: u32,
    /// The latest moment of its events.
    pub last_at: Moment,
    /// The latest moment of those that have a place in the order of its life.
    pub newest_fact: Moment,
    /// Where it stands.
    pub stage: Stage,
    /// Since when: what moves it on counts from there at the earliest.
    pub stage_since: Moment,
    /// Where it stood before it was merged.
    pub stage_before_merge: Option<Stage>,
    /// When it was merged, while it is.
    pub merged_at: Option<Moment>,
    /// Where it came from.
    pub channel: ChannelId,
    /// What it is about.
    pub category: Option<CategoryId>,
    /// What the citizen wants.
    pub kind: Kind,
    /// How pressing it is.
    pub urgency: Urgency,
    /// Where in the region it plays.
    pub area: Option<AreaId>,
    /// Whether the caller's data is withheld.
    pub confidential: bool,
    /// The number another platform gave it.
    pub external: Option<String>,
    /// When it was taken in.
    pub accepted_at: Moment,
    /// Its assignments, in order.
    pub legs: Vec<Leg>,
    /// The citizen's own limit, from the first transfer.
    pub total_by: Option<Moment>,
    /// That limit, where it was broken: once so, for ever.
    pub total_broken: Option<Moment>,
    /// Since when it is off the clock.
    pub suspended_at: Option<Moment>,
    /// Every stretch it was off the clock.
    pub pauses: Vec<(Moment, Moment)>,
    /// When no unit took it.
    pub difficult_at: Option<Moment>,
    /// The version that the last reply made; 0 while none was given.
    pub reply_version: u32,
    /// Whether that reply waits for the centre's review.
    pub under_review: bool,
    /// Every attempt to call back, and every rating that the citizen gave unasked.
    pub callbacks: Vec<Callback>,
    /// Every inspection.
    pub inspections: Vec<Inspection>,
    /// Every rework.
    pub reworks: Vec<Rework>,
    /// Every closing.
    pub closures: Vec<Closure>,
    /// The main ticket it was merged into.
    pub merged_into: Option<TicketId>,
    /// The first ticket of the same matter.
    pub repeat_of: Option<TicketId>,
    /// The first ticket of the contact from which it came, where that is another one.
    pub related_to: Option<TicketId>,
    /// The leg of each reply that was sent back.
    pub sent_back: Vec<u32>,
    /// When it was urged, each time.
    pub urged: Vec<Moment>,
    /// What was demanded.
    pub supervisions: Vec<Supervision>,
    /// The files kept with it.
    pub attachments: Vec<Attachment>,
    /// The cards shown for it.
    pub cards: Vec<(Card, UnitId)>,
    /// Whether an editor picked it for the bulletin.
    pub featured: bool,
    /// How many of its facts were corrected, each time.
    pub corrections: u32,
    /// How often an old register said something of it.
    pub imports: u32,
    /// How many of the events that come say what the register does.
    pub to_import: u32,
    /// Whether anything that has a place in the order of its life happened to it here since it was taken in.
    pub lived: bool,
    /// What nobody knows of it, where it comes from an old register.
    pub unknown: Unknown,
}

impl Ticket {
    /// A ticket just taken in.
    pub fn taken_in(id: TicketId, at: Moment, taken: &TakenIn) -> Self {
        Self {
            id,
            number: taken.number.clone(),
            version: 1,
            last_at: at,
            newest_fact: at,
            stage: Stage::Accepted,
            stage_since: at,
            stage_before_merge: None,
            merged_at: None,
            channel: taken.channel,
            category: taken.category,
            kind: taken.kind,
            urgency: taken.urgency,
            area: taken.area,
            confidential: taken.confidential,
            external: taken.external.clone(),
            accepted_at: at,
            legs: Vec::new(),
            total_by: None,
            total_broken: None,
            suspended_at: None,
            pauses: Vec::new(),
            difficult_at: None,
            reply_version: 0,
            under_review: false,
            callbacks: Vec::new(),
            inspections: Vec::new(),
            reworks: Vec::new(),
            closures: Vec::new(),
            merged_into: None,
            repeat_of: None,
            related_to: None,
            sent_back: Vec::new(),
            urged: Vec::new(),
            supervisions: Vec::new(),
            attachments: Vec::new(),
            cards: Vec::new(),
            featured: false,
            corrections: 0,
            imports: 0,
            to_import: 0,
            lived: false,
            unknown: Unknown::default(),
        }
    }

    /// The files that were not taken off.
    pub fn attached(&self) -> impl Iterator<Item = &Attachment> {
        self.attachments.iter().filter(|each| each.detached_at.is_none())
    }

    /// The leg of a number.
    pub fn leg(&self, leg: u32) -> Option<&Leg> {
        self.legs.iter().find(|each| each.leg == leg)
    }

    /// Whether a leg still is in its unit's hands; those that ended with the ticket are, as long as
    /// the ticket is at its end.
    pub fn holds(&self, leg: &Leg) -> bool {
        let with_ticket = leg.ended_how() == Some(LegEnd::Ended) && !leg.gone;
        leg.is_current() || (with_ticket && self.is_ended())
    }

    /// The lead's leg now, if a unit has the ticket.
    pub fn lead(&self) -> Option<&Leg> {
        self.legs.iter().rev().find(|leg| leg.leads() && self.holds(leg))
    }

    /// The leg of a unit that has the ticket.
    pub fn leg_of(&self, unit: UnitId) -> Option<&Leg> {
        self.legs.iter().rev().find(|leg| leg.unit == unit && self.holds(leg))
    }

    /// The running rework.
    pub fn rework(&self) -> Option<&Rework> {
        self.reworks.last().filter(|_| self.stage == Stage::Rework)
    }

    /// The closing that stands.
    pub fn closure(&self) -> Option<&Closure> {
        self.closures.last().filter(|_| self.stage == Stage::Closed)
    }

    /// Whether a return is asked for and waits.
    pub fn return_pending(&self) -> bool {
        self.legs.iter().any(|leg| leg.is_current() && leg.return_pending)
    }

    /// Whether an old register told of it, and no unit was told of yet.
    pub(super) fn is_from_register(&self) -> bool {
        self.imports > 0 && self.legs.is_empty()
    }

    /// Whether nothing more is expected of anybody.
    pub fn is_ended(&self) -> bool {
        matches!(self.stage, Stage::Closed | Stage::Rejected | Stage::Merged)
    }

    /// Whether a unit has it and owes a reply.
    pub fn is_pending(&self) -> bool {
        matches!(self.stage, Stage::Transferred | Stage::SignedOff) && self.lead().is_some()
    }

    /// Whether any lead's reply came after its limit.
    pub fn handled_late(&self) -> bool {
        self.legs.iter().any(|leg| leg.leads() && leg.handled_late())
    }

    /// The section that works on a leg now: while the unit owes a reply, a report or a rework.
    pub fn forwarding_of(&self, leg: &Leg) -> Option<Forwarding> {
        let rework = self.rework().is_some_and(|rework| rework.leg == leg.leg && rework.owes());
        leg.forwarded.filter(|_| !self.is_ended() && (leg.owes() || rework))
    }

    /// What the policy looks at to find the provisions for this ticket.
    pub fn scope(&self) -> Scope {
        Scope {
            kind: Some(self.kind),
            urgency: Some(self.urgency),
            category: self.category,
            channel: Some(self.channel),
        }
    }

    /// The limit of a leg's reply (or report) that is owed and not held, or that was broken.
    pub fn handling_runs(&self, leg: &Leg) -> Option<Moment> {
        let owed = leg.owes() && !self.is_ended() && !leg.unknown.handling;
        owed.then(|| leg.handling_broken.or_else(|| self.unheld(leg, leg.handle_by)))?
    }

    /// The limit of a leg's sign-off that is owed and not held, or that was broken.
    pub fn sign_off_runs(&self, leg: &Leg) -> Option<Moment> {
        let owed = leg.is_current() && leg.signed_off_at.is_none() && !leg.unknown.sign_off;
        owed.then(|| leg.sign_off_broken.or_else(|| self.unheld(leg, leg.sign_off_by)))?
    }

    /// The limit of a rework that is owed and not held, or that was broken.
    pub fn rework_runs(&self, rework: &Rework) -> Option<Moment> {
        let held = self.suspended_at.is_some_and(|paused| paused <= rework.rework_by);
        let by = rework.broken.or_else(|| (!held).then_some(rework.rework_by));
        by.filter(|_| rework.owes() && self.stage == Stage::Rework)
    }

    fn unheld(&self, leg: &Leg, by: Moment) -> Option<Moment> {
        self.held_since(leg, by).is_none().then_some(by)
    }

    /// Since when the centre holds a limit of a leg: the first pause, or asking for a return or an
    /// extension, that began before the limit and still lasts.
    pub(super) fn held_since(&self, leg: &Leg, by: Moment) -> Option<Moment> {
        let holds = [self.suspended_at, leg.return_asked_at, leg.extension_asked_at];
        holds.into_iter().flatten().filter(|began| *began <= by).min()
    }

    /// Whether the citizen waits for a reply, whoever has the ticket.
    pub(super) fn owes_total(&self) -> bool {
        let replied = self.lead().is_some_and(|leg| leg.handled_at.is_some());
        !replied && !self.is_ended()
    }

    /// The citizen's own limit while a reply is owed and neither a pause nor the lead's asking for an
    /// extension holds it, or that was broken.
    pub fn total_runs(&self) -> Option<Moment> {
        let by = self.total_by.filter(|_| self.owes_total())?;
        self.total_broken.or(self.total_held_since(by).is_none().then_some(by))
    }

    /// Since when a pause, or the lead's asking for an extension, holds the citizen's own limit.
    pub(super) fn total_held_since(&self, by: Moment) -> Option<Moment> {
        let asked = self.lead().and_then(|leg| leg.extension_asked_at);
        let holds = [self.suspended_at, asked];
        holds.into_iter().flatten().filter(|began| *began <= by).min()
    }

    /// When the reply stood, or it ended without one, after the citizen's own limit.
    pub fn total_late_at(&self) -> Option<Moment> {
        let replied = self.lead().and_then(|leg| leg.handled_at);
        let late = self.total_broken.is_some() && !self.owes_total();
        late.then(|| replied.unwrap_or(self.stage_since))
    }

    /// The limit that runs for the lead now, if one runs: of the handling, or of the rework. While
    /// the centre holds the clock none does, unless the limit had passed before.
    pub fn running_limit(&self) -> Option<Moment> {
        match self.stage {
            Stage::Transferred | Stage::SignedOff => self.handling_runs(self.lead()?),
            Stage::Rework => self.rework_runs(self.rework()?),
            _ => None,
        }
    }

    /// The earliest limit of an assisting unit's report that runs now.
    pub fn report_limit(&self) -> Option<Moment> {
        let owing = self.legs.iter().filter(|leg| !leg.leads());
        owing.filter_map(|leg| self.handling_runs(leg)).min()
    }

    /// The earliest sign-off limit that runs now.
    pub fn running_sign_off_limit(&self) -> Option<Moment> {
        self.legs.iter().filter_map(|leg| self.sign_off_runs(leg)).min()
    }

    /// The earliest limit of a reply, a rework or a report that runs now: past it, somebody is
    /// late.
    pub fn late_by(&self) -> Option<Moment> {
        [self.running_limit(), self.report_limit()].into_iter().flatten().min()
    }

    /// Whether, at a moment, a unit owes a reply, a rework or a report whose limit has passed. A
    /// question, never a stored stage: nothing runs at midnight.
    pub fn overdue(&self, as_of: Moment) -> bool {
        self.late_by().is_some_and(|by| as_of > by)
    }

    /// The attempts to call back about the last reply: each reply opens a new round.
    pub fn callbacks_since_reply(&self) -> impl DoubleEndedIterator<Item = &Callback> {
        self.calls().filter(|callback| callback.version > self.reply_version)
    }

    /// Every attempt to call back.
    pub fn calls(&self) -> impl DoubleEndedIterator<Item = &Callback> {
        self.callbacks.iter().filter(|callback| !callback.is_own())
    }

    /// The last answer of the citizen, when called, that rated the result.
    pub fn rating(&self) -> Option<&Callback> {
        self.calls().rev().find(|callback| callback.rates())
    }

    /// The first one, whatever was said later.
    pub fn first_rating(&self) -> Option<&Callback> {
        self.calls().find(|callback| callback.rates())
    }

    /// The last rating that the citizen gave unasked.
    pub fn own_rating(&self) -> Option<&Callback> {
        self.callbacks.iter().rev().find(|callback| callback.is_own())
    }

    /// Whether the citizen was called since the unit last replied.
    pub fn called_back_since_reply(&self) -> bool {
        self.callbacks_since_reply().next().is_some()
    }

    /// The last answer whether the matter is solved.
    pub fn solved(&self) -> Option<bool> {
        self.callbacks.iter().rev().find_map(|callback| callback.solved)
    }

    /// When the desk answered it, if that is how it ended.
    pub fn resolved_online_at(&self) -> Option<Moment> {
        let closed = self.closures.last().filter(|_| self.stage == Stage::Closed)?;
        (closed.outcome == CloseOutcome::AnsweredOnline).then_some(closed.at)
    }
}
