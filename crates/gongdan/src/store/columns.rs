//! The rows of a ticket, by column name: one list a table says what is written, read back and
//! compared, so that no column stands by its position.

use gongdan_domain::{
    Attachment, Callback, Closure, Leg, LegStanding, Rework, Standing, Supervision, Ticket,
};

use super::held::{Held, Saved};
use super::row::{Cell, Row, Shown, TableRow};
use crate::fields::{assignment_numbers, ticket_numbers};
use crate::words::flags::{Flag, LEG_FLAGS, OfLeg, OfTicket, TICKET_FLAGS};

impl Held {
    /// Every row that differs from what was saved, and what is saved once they are written.
    pub(super) fn rows(&self) -> (Vec<TableRow<'_>>, Saved) {
        let ticket = &self.ticket;
        let new = |version: u32| version > self.saved_version();
        let own = ticket_row(self);
        let mut saved =
            Saved { version: ticket.version, ticket: Shown::of(&own), legs: Vec::new() };
        let shown = self.saved.as_ref();
        let before = shown.map(|shown| &shown.ticket);
        let mut rows =
            vec![TableRow::new("ticket", "ticket_id", own, [before, Some(&saved.ticket)])];
        for (index, leg) in ticket.legs.iter().enumerate() {
            let row = assignment_row(self, leg);
            let (before, now) = (shown.and_then(|shown| shown.legs.get(index)), Shown::of(&row));
            rows.push(TableRow::new("assignment", "leg", row, [before, Some(&now)]));
            saved.legs.push(now);
        }
        let wanted = |version: u32| self.anew || new(version);
        for (index, each) in ticket.callbacks.iter().enumerate().filter(|(_, c)| wanted(c.version))
        {
            let row = callback_row(ticket, index + 1, each);
            rows.push(TableRow::fact("callback", "attempt", row, new(each.version)));
        }
        for (index, each) in ticket.closures.iter().enumerate().filter(|(_, c)| wanted(c.version)) {
            let row = closure_row(ticket, index + 1, each);
            rows.push(TableRow::fact("closure", "round", row, new(each.version)));
        }
        rows.extend(self.changing_rows());
        (rows, saved)
    }

    /// The rows of facts that have a beginning and an end: whether they stand already is not
    /// known here.
    fn changing_rows(&self) -> Vec<TableRow<'_>> {
        let ticket = &self.ticket;
        let new = |version: u32| self.anew || version > self.saved_version();
        let mut rows = Vec::new();
        for (index, each) in ticket.reworks.iter().enumerate().filter(|(_, r)| new(r.version)) {
            let row = rework_row(ticket, index + 1, each);
            rows.push(TableRow::either("rework", "round", row));
        }
        for each in ticket.supervisions.iter().filter(|each| new(each.version)) {
            let row = supervision_row(ticket, each);
            rows.push(TableRow::either("supervision", "no", row));
        }
        let attached = ticket.attachments.iter().zip(&self.attached);
        for (each, seq) in attached.filter(|(each, _)| new(each.version)) {
            let row = attachment_row(ticket, each, *seq);
            rows.push(TableRow::either("attachment", "no", row));
        }
        rows
    }

    /// Every row, as a file that lost them all would need them.
    pub(super) fn all_rows(&mut self) -> Vec<TableRow<'_>> {
        (self.saved, self.anew) = (None, false);
        self.rows().0
    }
}

/// Room for the cells of the widest rows.
const WIDEST: usize = 128;

/// The row of a ticket.
fn ticket_row(held: &Held) -> Row<'_> {
    let ticket = &held.ticket;
    let standing = Standing::of(ticket);
    let leads = ticket.legs.iter().filter(|leg| leg.leads());
    let section = ticket.lead().and_then(|leg| ticket.forwarding_of(leg));
    let mut row = Row::with_capacity(WIDEST);
    row.extend([
        ("ticket_id", ticket.id.0.into()),
        ("number", ticket.number.as_str().into()),
        ("version", ticket.version.into()),
        ("first_seq", held.first_seq.into()),
        ("last_seq", held.last_seq.into()),
        ("last_at", ticket.last_at.into()),
        ("stage", ticket.stage.code().into()),
        ("channel_id", ticket.channel.0.into()),
        ("category_id", ticket.category.map(|id| id.0).into()),
        ("kind", ticket.kind.code().into()),
        ("urgency", ticket.urgency.code().into()),
        ("area_id", ticket.area.map(|id| id.0).into()),
        ("external", ticket.external.as_deref().into()),
        ("accepted_at", ticket.accepted_at.into()),
        ("accepted_day", ticket.accepted_at.day_key().into()),
        ("accepted_month", ticket.accepted_at.month_key().into()),
        ("matter_seq", held.matter_seq.into()),
        ("appeal_seq", held.appeal_seq.into()),
        ("result_seq", held.result_seq.into()),
        ("lead_unit_id", standing.lead_unit.map(|unit| unit.0).into()),
        ("running_by", ticket.running_limit().into()),
        ("late_by", ticket.late_by().into()),
        ("due_by", leads.filter_map(Leg::handle_limit_at).max().into()),
        ("pending_by", standing.pending_by.into()),
        ("total_open_by", standing.total_open_by.into()),
        ("total_late_at", standing.total_late_at.into()),
        ("demand_open_by", standing.demand_open_by.into()),
        ("section_id", section.map(|section| section.section.0).into()),
        ("section_by", section.map(|section| section.by).into()),
    ]);
    row.extend(dated_columns(ticket));
    let says = |flag: &Flag<OfTicket>| match *flag {
        Flag::Of(count) | Flag::Kept(_, count) => standing.stored(count) > 0,
        Flag::Own(_, says) => says(ticket),
    };
    row.push(("flags", flags(TICKET_FLAGS, says).into()));
    row.extend(ticket_numbers().map(|count| (count.word(), standing.stored(count).into())));
    row
}

/// The flags of a row in one number.
fn flags<Says>(of: &[Flag<Says>], says: impl Fn(&Flag<Says>) -> bool) -> i64 {
    of.iter().zip(0..).fold(0, |flags, (flag, bit)| flags | i64::from(says(flag)) << bit)
}

fn dated_columns(ticket: &Ticket) -> [(&'static str, Cell<'static>); 26] {
    let lead = ticket.lead();
    let first = ticket.legs.first();
    let rating = ticket.rating();
    let (closure, standing) = (ticket.closures.last(), ticket.closure());
    let attitude = ticket.calls().rev().find_map(Callback::manner);
    let first_rating = ticket.first_rating();
    let own_rating = ticket.own_rating();
    [
        ("first_transferred_at", first.map(|leg| leg.transferred_at).into()),
        ("transferred_at", lead.map(|leg| leg.transferred_at).into()),
        ("sign_off_by", lead.and_then(Leg::sign_off_limit_at).into()),
        ("signed_off_at", lead.and_then(|leg| leg.signed_off_at).into()),
        ("first_handle_by", lead.and_then(Leg::first_handle_limit_at).into()),
        ("handle_by", lead.and_then(Leg::handle_limit_at).into()),
        ("total_by", ticket.total_by.into()),
        ("handled_at", lead.and_then(|leg| leg.handled_at).into()),
        ("rework_by", ticket.rework().map(|rework| rework.rework_by).into()),
        ("suspended_at", ticket.suspended_at.into()),
        ("difficult_at", ticket.difficult_at.into()),
        ("extension_pending", lead.and_then(|leg| leg.extension_pending).into()),
        ("callbacks", (ticket.calls().count() as u64).into()),
        ("first_called_back_at", ticket.calls().next().map(|each| each.at).into()),
        ("satisfaction", rating.and_then(|each| each.satisfaction).map(|s| s.code()).into()),
        ("attitude", attitude.map(|attitude| attitude.code()).into()),
        (
            "first_satisfaction",
            first_rating.and_then(|each| each.satisfaction).map(|s| s.code()).into(),
        ),
        (
            "own_satisfaction",
            own_rating.and_then(|each| each.satisfaction).map(|s| s.code()).into(),
        ),
        ("first_closed_at", ticket.closures.first().map(|each| each.at).into()),
        ("closed_at", standing.map(|each| each.at).into()),
        ("close_outcome", standing.map(|each| each.outcome.code()).into()),
        ("last_closed_at", closure.map(|each| each.at).into()),
        ("last_close_outcome", closure.map(|each| each.outcome.code()).into()),
        ("merged_into", ticket.merged_into.map(|id| id.0).into()),
        ("repeat_of", ticket.repeat_of.map(|id| id.0).into()),
        ("related_to", ticket.related_to.map(|id| id.0).into()),
    ]
}

/// The row of an assignment.
fn assignment_row<'a>(held: &Held, leg: &Leg) -> Row<'a> {
    let ticket = &held.ticket;
    let standing = LegStanding::of(ticket, leg);
    let said = || ticket.callbacks.iter().rev().filter(|each| each.leg == Some(leg.leg));
    let own_rating = said().find(|each| each.is_own()).and_then(|each| each.satisfaction);
    let own = || said().filter(|each| !each.is_own());
    let rating = own().find(|each| each.rates()).and_then(|each| each.satisfaction);
    let attitude = own().find_map(Callback::manner);
    let says = |flag: &Flag<OfLeg>| match *flag {
        Flag::Of(count) | Flag::Kept(_, count) => standing.stored(count) > 0,
        Flag::Own(_, says) => says(ticket, leg),
    };
    let mut row = Row::with_capacity(WIDEST);
    row.extend([
        ("ticket_id", ticket.id.0.into()),
        ("leg", leg.leg.into()),
        ("last_seq", held.last_seq.into()),
        ("last_at", ticket.last_at.into()),
        ("channel_id", ticket.channel.0.into()),
        ("category_id", ticket.category.map(|id| id.0).into()),
        ("kind", ticket.kind.code().into()),
        ("urgency", ticket.urgency.code().into()),
        ("area_id", ticket.area.map(|id| id.0).into()),
        ("accepted_at", ticket.accepted_at.into()),
        ("accepted_day", ticket.accepted_at.day_key().into()),
        ("accepted_month", ticket.accepted_at.month_key().into()),
        ("unit_id", leg.unit.0.into()),
        ("part", leg.part.code().into()),
        ("transferred_at", leg.transferred_at.into()),
        ("sign_off_by", leg.sign_off_limit_at().into()),
        ("signed_off_at", leg.signed_off_at.into()),
        ("sign_off_broken", leg.sign_off_broken.into()),
        ("first_handle_by", leg.first_handle_limit_at().into()),
        ("handle_by", leg.handle_limit_at().into()),
        ("handled_at", leg.handled_at.into()),
        ("handling_broken", leg.handling_broken.into()),
        ("returned_late_at", leg.returned_late_at.into()),
        ("ended_at", leg.ended.map(|(at, _)| at).into()),
        ("ended_how", leg.ended.map(|(_, how)| how.code()).into()),
        ("satisfaction", rating.map(|level| level.code()).into()),
        ("attitude", attitude.map(|level| level.code()).into()),
        ("own_satisfaction", own_rating.map(|level| level.code()).into()),
        ("pending_by", standing.pending_by.into()),
        ("unsigned_by", standing.unsigned_by.into()),
        ("rework_open_by", standing.rework_by.into()),
        ("report_open_by", standing.report_by.into()),
        ("reviewed_at", leg.first_review.map(|(at, _)| at).into()),
        ("section_id", ticket.forwarding_of(leg).map(|section| section.section.0).into()),
        ("section_by", ticket.forwarding_of(leg).map(|section| section.by).into()),
        ("flags", flags(LEG_FLAGS, says).into()),
    ]);
    row.extend(assignment_numbers().map(|count| (count.word(), standing.stored(count).into())));
    row
}

/// The key of a ticket's dated fact.
fn fact_key<'a>(ticket: &Ticket, ordinal: (&'static str, usize), version: u32) -> Row<'a> {
    vec![
        ("ticket_id", ticket.id.0.into()),
        (ordinal.0, (ordinal.1 as i64).into()),
        ("version", version.into()),
    ]
}

/// The row of a callback.
fn callback_row<'a>(ticket: &Ticket, attempt: usize, each: &Callback) -> Row<'a> {
    let mut row = fact_key(ticket, ("attempt", attempt), each.version);
    row.extend([
        ("at", each.at.into()),
        ("outcome", each.outcome.code().into()),
        ("satisfaction", each.satisfaction.map(|answer| answer.code()).into()),
        ("attitude", each.attitude.map(|answer| answer.code()).into()),
        ("solved", each.solved.into()),
        ("satisfied", each.satisfied.into()),
        ("unit_id", each.unit.map(|unit| unit.0).into()),
        ("leg", each.leg.into()),
    ]);
    row
}

/// The row of a rework.
fn rework_row<'a>(ticket: &Ticket, round: usize, each: &Rework) -> Row<'a> {
    let mut row = fact_key(ticket, ("round", round), each.version);
    row.extend([
        ("ordered_at", each.ordered_at.into()),
        ("unit_id", each.unit.0.into()),
        ("leg", each.leg.into()),
        ("rework_by", each.rework_by.into()),
        ("handled_at", each.handled_at.into()),
        ("ended_at", each.ended_at.into()),
        ("broken", each.broken.into()),
        ("late", each.late().into()),
        ("reopened", each.reopened.into()),
    ]);
    row
}

/// The row of a closing.
fn closure_row<'a>(ticket: &Ticket, round: usize, each: &Closure) -> Row<'a> {
    let mut row = fact_key(ticket, ("round", round), each.version);
    row.extend([
        ("at", each.at.into()),
        ("outcome", each.outcome.code().into()),
        ("late", each.late.into()),
        ("unknown", each.unknown.into()),
        ("leg", each.leg.into()),
    ]);
    row
}

/// The row of a supervisor's demand.
fn supervision_row<'a>(ticket: &Ticket, each: &Supervision) -> Row<'a> {
    let mut row = fact_key(ticket, ("no", each.no as usize), each.version);
    row.extend([
        ("at", each.at.into()),
        ("kind", each.kind.code().into()),
        ("unit_id", each.unit.map(|unit| unit.0).into()),
        ("answer_by", each.answer_by.into()),
        ("answered_at", each.answered_at.into()),
        ("late", each.answered_late().into()),
        ("reminders", each.reminders.into()),
        ("lifted_at", each.lifted_at.into()),
    ]);
    row
}

/// The row of a file kept with it.
fn attachment_row<'a>(ticket: &Ticket, each: &Attachment, seq: u64) -> Row<'a> {
    let mut row = fact_key(ticket, ("no", each.no as usize), each.version);
    row.extend([
        ("seq", seq.into()),
        ("at", each.at.into()),
        ("kind", each.kind.code().into()),
        ("size", each.size.into()),
        ("unit_id", each.unit.map(|unit| unit.0).into()),
        ("kept", each.kept.map(|kept| kept.code()).into()),
        ("detached_at", each.detached_at.into()),
    ]);
    row
}
