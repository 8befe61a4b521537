//! `apply`: an event changes a ticket. It cannot fail, reads no rule and no clock.

use crate::ids::TicketId;
use crate::moment::Moment;
use crate::vocabulary::{CallbackOutcome, CloseOutcome, LegEnd, Part, Stage};

use super::corrected::as_corrected;
use super::event::{GivenLeg, GivenRework, MovedLimits, TicketEvent, Unknown};
use super::ticket::{Callback, Closure, Leg, Rework, Ticket, UNKNOWN};

impl Ticket {
    /// The ticket of a sequence of events, all from its first on, with the facts among them as they stand
    /// corrected; nothing if the first is no intake.
    pub fn fold(
        id: TicketId,
        events: impl IntoIterator<Item = (Moment, TicketEvent)>,
    ) -> Option<Self> {
        let mut events: Vec<_> = events.into_iter().collect();
        as_corrected(&mut events);
        let mut ticket = Self::begun(id, &events)?;
        events.iter().skip(1).for_each(|(at, event)| ticket.apply(*at, event));
        Some(ticket)
    }

    /// The ticket of a first event; nothing if it is no intake.
    pub(super) fn begun(id: TicketId, events: &[(Moment, TicketEvent)]) -> Option<Self> {
        let Some((at, TicketEvent::TakenIn(taken))) = events.first() else { return None };
        Some(Self::taken_in(id, *at, taken))
    }

    /// Takes one more event in, whose facts stand corrected ([`as_corrected`]): a correction itself is
    /// counted.
    pub fn apply(&mut self, at: Moment, event: &TicketEvent) {
        self.version += 1;
        self.last_at = self.last_at.max(at);
        if event.kind().depends_on_order() {
            self.newest_fact = self.newest_fact.max(at);
            self.lived |= self.to_import == 0 && !matches!(event, TicketEvent::Imported { .. });
        }
        self.to_import = self.to_import.saturating_sub(1);
        let (at, stage) = (self.counts_from(at, event), self.stage);
        self.take_in(at, event);
        if self.stage != stage {
            self.stage_since = at;
        }
    }

    fn take_in(&mut self, at: Moment, event: &TicketEvent) {
        match event {
            // Who saw or removed texts changes nothing that the life knows of a ticket; what some decided who met
            // is in the texts.
            TicketEvent::TakenIn(_)
            | TicketEvent::Noted
            | TicketEvent::Consulted
            | TicketEvent::Revealed
            | TicketEvent::Erased { .. } => {}
            TicketEvent::ResolvedOnline => self.close(at, CloseOutcome::AnsweredOnline),
            TicketEvent::Rejected => {
                self.end_total(at);
                self.stage = Stage::Rejected;
            }
            TicketEvent::Merged { main } => self.merge(at, *main),
            TicketEvent::Unmerged { limits, total_by, rework_by } => {
                let merged = self.unmerge(at);
                self.move_all(merged, limits, *total_by, *rework_by);
            }
            TicketEvent::Imported { unknown, facts, .. } => {
                self.import(*unknown, facts.unwrap_or(0))
            }
            TicketEvent::Transferred { legs, total_by, calendar } => {
                self.transfer(at, legs, *total_by, *calendar);
            }
            TicketEvent::Recalled => self.recall(at),
            TicketEvent::Redispatched { leg } => self.redispatch(*leg, at),
            TicketEvent::SignedOff { leg } => self.sign_off(*leg, at),
            TicketEvent::ReturnRequested { leg, late, decide_by } => {
                let (late, decide_by) = (*late, *decide_by);
                self.change(*leg, |leg| leg.ask_return(at, late, decide_by));
            }
            TicketEvent::ReturnGranted { leg } => self.grant_return(*leg, at),
            TicketEvent::ReturnDenied { leg, forbid } => self.deny_return(*leg, at, *forbid),
            TicketEvent::MarkedDifficult => {
                self.stage = Stage::Difficult;
                self.difficult_at = Some(at);
            }
            TicketEvent::ExtensionRequested { leg, days, decide_by } => {
                let (days, decide_by) = (*days, *decide_by);
                self.change(*leg, |leg| leg.ask_extension(at, days, decide_by));
            }
            TicketEvent::ExtensionGranted { limits, total_by, .. } => {
                self.move_total(at, *total_by);
                self.move_limits(at, limits);
                self.change(limits.leg, |leg| leg.extend(at));
            }
            TicketEvent::ExtensionDenied { leg } => self.change(*leg, |leg| {
                leg.decide_extension(at);
                leg.extensions_denied += 1;
                leg.drop_extension();
            }),
            TicketEvent::Suspended => self.suspended_at = Some(at),
            TicketEvent::Resumed { limits, total_by, rework_by } => {
                self.move_all(at, limits, *total_by, *rework_by);
                self.end_pause(at);
            }
            TicketEvent::Reported { leg } => self.reply(*leg, at, None),
            TicketEvent::Excused { leg } => self.excuse(*leg, at),
            TicketEvent::Handled { leg, worked, review } => {
                self.handle(*leg, at, *worked);
                self.under_review = *review;
            }
            TicketEvent::ReplyPassed { leg } => self.review(*leg, at, true),
            TicketEvent::SentBack { leg, by } => {
                self.review(*leg, at, false);
                self.send_back(*leg, *by);
            }
            TicketEvent::CalledBack { .. } | TicketEvent::Rated { .. } => {
                self.callbacks.extend(self.answer(at, event));
            }
            TicketEvent::ReworkOrdered(given) => self.order_rework(given, at, false),
            TicketEvent::Closed { outcome } => self.close(at, *outcome),
            TicketEvent::Terminated => self.close(at, CloseOutcome::Terminated),
            TicketEvent::Reopened { rework } => self.reopen(at, rework.as_ref()),
            TicketEvent::Rescheduled { limits, total_by, rework_by, .. } => {
                self.move_all(at, limits, *total_by, *rework_by);
            }
            TicketEvent::MarkedRepeat { .. }
            | TicketEvent::UnmarkedRepeat
            | TicketEvent::Related { .. }
            | TicketEvent::Unrelated
            | TicketEvent::Reclassified { .. }
            | TicketEvent::Amended { .. }
            | TicketEvent::ConfidentialitySet { .. }
            | TicketEvent::Urged
            | TicketEvent::Supervised { .. }
            | TicketEvent::SupervisionAnswered { .. }
            | TicketEvent::SupervisionLifted { .. }
            | TicketEvent::Reminded { .. }
            | TicketEvent::Attached { .. }
            | TicketEvent::Detached { .. }
            | TicketEvent::Carded { .. }
            | TicketEvent::Featured { .. }
            | TicketEvent::Corrected { .. }
            | TicketEvent::ExemptionAsked { .. }
            | TicketEvent::Forwarded { .. }
            | TicketEvent::Unforwarded { .. }
            | TicketEvent::Inspected { .. }
            | TicketEvent::Exempted { .. }
            | TicketEvent::Unexempted { .. } => self.lay_over(at, event),
        }
    }

    /// An attempt to call the citizen back, or a rating of the citizen's own, charged to whoever leads.
    fn answer(&self, at: Moment, event: &TicketEvent) -> Option<Callback> {
        let (outcome, satisfaction, attitude, solved, satisfied) = match *event {
            TicketEvent::CalledBack { outcome, satisfaction, attitude, solved, satisfied } => {
                (outcome, satisfaction, attitude, solved, satisfied)
            }
            TicketEvent::Rated { satisfaction, satisfied } => {
                (CallbackOutcome::Own, Some(satisfaction), None, None, satisfied)
            }
            _ => return None,
        };
        let lead = self.lead();
        let (unit, leg, version) =
            (lead.map(|leg| leg.unit), lead.map(|leg| leg.leg), self.version);
        Some(Callback {
            at,
            outcome,
            satisfaction,
            attitude,
            solved,
            satisfied,
            unit,
            leg,
            version,
        })
    }

    pub(super) fn change(&mut self, leg: u32, change: impl FnOnce(&mut Leg)) {
        if let Some(found) = self.legs.iter_mut().find(|each| each.leg == leg) {
            change(found);
            found.version = self.version;
        }
    }

    pub(super) fn change_each(&mut self, legs: &[u32], change: impl Fn(&mut Leg)) {
        legs.iter().for_each(|leg| self.change(*leg, &change));
    }

    /// What an old register leaves open is told before what it says.
    fn import(&mut self, unknown: Unknown, facts: u32) {
        self.imports += 1;
        self.to_import = facts;
        match self.legs.last().map(|leg| leg.leg) {
            Some(leg) => self.change(leg, |leg| leg.unknown = unknown),
            None => self.unknown = unknown,
        }
    }

    /// Who had not replied is let go, judged at this moment; undone, the legs stand as before.
    fn merge(&mut self, at: Moment, main: TicketId) {
        self.end_total(at);
        self.end_unreplied(at);
        self.end_rework(at);
        self.stage_before_merge = Some(self.stage);
        self.stage = Stage::Merged;
        (self.merged_into, self.merged_at) = (Some(main), Some(at));
    }

    /// It stands as before; a pause that ran already goes on and covers the merger, the moment of which
    /// it answers.
    fn unmerge(&mut self, at: Moment) -> Moment {
        self.stage = self.stage_before_merge.take().unwrap_or(Stage::Accepted);
        self.merged_into = None;
        let version = self.version;
        let let_go = |leg: &&mut Leg| leg.ended_how() == Some(LegEnd::Ended) && !leg.gone;
        for leg in self.legs.iter_mut().filter(let_go) {
            (leg.ended, leg.version) = (None, version);
        }
        if self.stage == Stage::Rework {
            self.change_rework(|rework| rework.ended_at = None);
        }
        let since = self.merged_at.take();
        let merged = since.filter(|merged| *merged < at);
        let merged = merged.filter(|_| self.suspended_at.is_none());
        self.pauses.extend(merged.map(|merged| (merged, at)));
        since.unwrap_or(at)
    }

    /// A running rework ends with its ticket.
    fn end_rework(&mut self, at: Moment) {
        let Some(by) = self.rework().filter(|each| each.owes()).map(|each| each.rework_by) else {
            return;
        };
        let held = self.suspended_at.filter(|paused| *paused <= by);
        self.change_rework(|rework| {
            rework.ended_at = Some(at);
            rework.judge(held.unwrap_or(at));
        });
    }

    fn transfer(&mut self, at: Moment, legs: &[GivenLeg], total_by: Option<Moment>, calendar: u32) {
        if legs.iter().any(|leg| leg.part == Part::Lead) {
            self.stage = Stage::Transferred;
        }
        self.total_by = total_by;
        self.difficult_at = None;
        let version = self.version;
        let unknown = Unknown { way: false, ..std::mem::take(&mut self.unknown) };
        let legs = legs.iter().map(|given| new_leg(given, at, calendar, version));
        self.legs.extend(legs.map(|leg| Leg { unknown, ..leg }));
    }

    /// A recalled ticket is in no unit's hands.
    fn recall(&mut self, at: Moment) {
        self.end_legs(at, LegEnd::Recalled, |_| true);
        let version = self.version;
        for leg in self.legs.iter_mut().filter(|leg| leg.version == version) {
            leg.drop_requests();
        }
        self.stage = Stage::Accepted;
    }

    /// A rework that runs ends with the leg: what the unit had not kept is judged now.
    fn redispatch(&mut self, leg: u32, at: Moment) {
        self.end_rework(at);
        self.end_leg(leg, at, LegEnd::Redispatched);
        self.change(leg, Leg::drop_requests);
        self.end_pause(at);
    }

    /// Judged by the limit, unless the centre holds it: then by what ends the hold.
    fn sign_off(&mut self, leg: u32, at: Moment) {
        let held = self.leg(leg).and_then(|leg| self.held_since(leg, leg.sign_off_by));
        self.change(leg, |leg| {
            leg.signed_off_at = leg.signed_off_at.or(Some(at));
            leg.unknown.sign_off &= leg.sign_off_by == UNKNOWN;
            leg.judge_sign_off(held.unwrap_or(at));
        });
        let lead = self.leg(leg).is_some_and(|leg| leg.part == Part::Lead);
        if lead && self.stage == Stage::Transferred {
            self.stage = Stage::SignedOff;
        }
    }

    /// The unit gives the ticket away, or is let go: what it had not kept is judged now, or, where
    /// the centre held the clock, at the moment the hold began. A granted return is judged when it
    /// was asked for, which counts as a sign-off.
    fn end_leg(&mut self, number: u32, at: Moment, how: LegEnd) {
        let Some(leg) = self.leg(number) else { return };
        let asked = leg.return_asked_at.filter(|_| how == LegEnd::Returned);
        let judged = |by| self.held_since(leg, by).unwrap_or(asked.unwrap_or(at));
        let (signing, handling) = (judged(leg.sign_off_by), judged(leg.handle_by));
        self.change(number, |leg| {
            let signed = leg.signed_off_at.map_or(signing, |signed| signed.min(signing));
            leg.judge_sign_off(signed);
            if leg.handled_at.is_none() {
                leg.judge_handling(handling);
            }
            leg.signed_off_at = leg.signed_off_at.or(asked);
            leg.ended = Some((at, how));
        });
    }

    fn end_legs(&mut self, at: Moment, how: LegEnd, which: impl Fn(&Leg) -> bool) {
        let ending = self.legs.iter().filter(|leg| leg.is_current() && which(leg));
        let ending: Vec<u32> = ending.map(|leg| leg.leg).collect();
        ending.into_iter().for_each(|leg| self.end_leg(leg, at, how));
    }

    /// A ticket that ends lets go who has not replied.
    fn end_unreplied(&mut self, at: Moment) {
        self.end_legs(at, LegEnd::Ended, |leg| leg.handled_at.is_none() && !leg.unknown.reply);
    }

    /// What ended with the ticket does not come back when the ticket is opened again.
    fn go_on_without(&mut self) {
        let ended = |leg: &&mut Leg| leg.ended_how() == Some(LegEnd::Ended);
        self.legs.iter_mut().filter(ended).for_each(|leg| leg.gone = true);
    }

    fn grant_return(&mut self, leg: u32, at: Moment) {
        self.change(leg, |leg| leg.decide_return(at));
        self.end_leg(leg, at, LegEnd::Returned);
        self.change(leg, Leg::drop_requests);
        if self.lead().is_none() {
            self.stage = Stage::Accepted;
            self.end_pause(at);
        }
    }

    /// The old limits hold as if nothing had been asked: a sign-off that came meanwhile is judged by
    /// them now.
    fn deny_return(&mut self, number: u32, at: Moment, forbid: bool) {
        self.change(number, |leg| {
            leg.decide_return(at);
            leg.drop_return();
            leg.return_forbidden |= forbid;
        });
        let unheld = |leg: &Leg| self.held_since(leg, leg.sign_off_by).is_none();
        if self.leg(number).is_some_and(unheld) {
            self.change(number, |leg| {
                leg.signed_off_at.into_iter().for_each(|signed| leg.judge_sign_off(signed));
            });
        }
    }

    /// A promise that was broken before its limit moves stays broken.
    fn move_limits(&mut self, at: Moment, limits: &MovedLimits) {
        let Some(leg) = self.leg(limits.leg) else { return };
        let passed = |by: Option<Moment>| by.filter(|by| at > *by);
        let (unsigned, owed) = (passed(self.sign_off_runs(leg)), passed(self.handling_runs(leg)));
        self.change(limits.leg, |leg| {
            leg.sign_off_broken = leg.sign_off_broken.or(unsigned);
            leg.handling_broken = leg.handling_broken.or(owed);
            leg.sign_off_by = limits.sign_off_by;
            leg.handle_by = limits.handle_by;
            leg.handle_limit = limits.handle_limit.unwrap_or(leg.handle_limit);
        });
    }

    /// The citizen's own limit, broken before it moves, stays broken.
    fn move_total(&mut self, at: Moment, by: Option<Moment>) {
        self.end_total(at);
        self.total_by = by.or(self.total_by);
    }

    /// Without a reply, it is judged now, unless something holds it.
    fn end_total(&mut self, at: Moment) {
        let broken = self.total_runs().filter(|by| at > *by);
        self.total_broken = self.total_broken.or(broken);
    }

    fn end_pause(&mut self, at: Moment) {
        if let Some(paused) = self.suspended_at.take() {
            self.pauses.push((paused, at));
        }
    }

    fn move_all(
        &mut self,
        at: Moment,
        limits: &[MovedLimits],
        total_by: Option<Moment>,
        rework_by: Option<Moment>,
    ) {
        self.move_total(at, total_by);
        limits.iter().for_each(|limits| self.move_limits(at, limits));
        let Some(by) = rework_by else { return };
        let owed = self.rework().and_then(|rework| self.rework_runs(rework));
        let passed = owed.filter(|by| at > *by);
        self.change_rework(|rework| {
            rework.broken = rework.broken.or(passed);
            rework.rework_by = by;
        });
    }

    fn reply(&mut self, leg: u32, at: Moment, worked: Option<i64>) {
        self.change(leg, |leg| {
            leg.handled_at = Some(at);
            if std::mem::take(&mut leg.unknown.reply) {
                leg.unknown.handling = leg.handle_by == UNKNOWN;
            }
            leg.judge_handling(at);
            leg.worked_minutes = worked;
            leg.forwarded = None;
            leg.drop_extension();
        });
    }

    fn change_rework(&mut self, change: impl FnOnce(&mut Rework)) {
        if let Some(rework) = self.reworks.last_mut() {
            change(rework);
            rework.version = self.version;
        }
    }

    fn handle(&mut self, leg: u32, at: Moment, worked: Option<i64>) {
        self.reply_version = self.version;
        if self.stage == Stage::Rework {
            self.change_rework(|rework| {
                rework.handled_at = Some(at);
                rework.judge(at);
            });
            self.change(leg, |leg| leg.forwarded = None);
        } else {
            let broken = self.total_by.filter(|by| at > *by);
            self.total_broken = self.total_broken.or(broken);
            self.reply(leg, at, worked);
        }
        self.stage = Stage::Handled;
    }

    /// The first verdict on a leg's reply is the one that counts.
    fn review(&mut self, leg: u32, at: Moment, passed: bool) {
        if std::mem::take(&mut self.under_review) {
            self.change(leg, |leg| leg.first_review = leg.first_review.or(Some((at, passed))));
        }
    }

    /// The reply that is rejected is the rework's, where one was ordered. The limit that it had kept
    /// moves by the time for which it lay with the centre.
    fn send_back(&mut self, leg: u32, by: Option<Moment>) {
        self.sent_back.push(leg);
        if self.reworks.last().is_some_and(|rework| rework.leg == leg) {
            self.stage = Stage::Rework;
            self.change_rework(|rework| {
                rework.handled_at = None;
                rework.rework_by = by.unwrap_or(rework.rework_by);
            });
        } else {
            self.stage = Stage::SignedOff;
            self.change(leg, |leg| {
                leg.handled_at = None;
                leg.handle_by = by.unwrap_or(leg.handle_by);
            });
        }
    }

    fn order_rework(&mut self, given: &GivenRework, at: Moment, reopened: bool) {
        self.stage = Stage::Rework;
        let Some(unit) = self.leg(given.leg).map(|leg| leg.unit) else { return };
        self.reworks.push(Rework {
            ordered_at: at,
            leg: given.leg,
            unit,
            rework_by: given.rework_by,
            limit: given.limit,
            calendar: given.calendar,
            handled_at: None,
            broken: None,
            ended_at: None,
            reopened,
            version: self.version,
        });
    }

    /// What was asked for and not decided is void.
    fn drop_pending(&mut self) {
        let version = self.version;
        let pending = |leg: &&mut Leg| leg.return_pending || leg.extension_pending.is_some();
        for leg in self.legs.iter_mut().filter(pending) {
            leg.drop_requests();
            leg.version = version;
        }
    }

    fn excuse(&mut self, leg: u32, at: Moment) {
        self.end_leg(leg, at, LegEnd::Excused);
        self.change(leg, Leg::drop_requests);
    }

    /// With a new promise of the unit that had replied, or else for the centre to give away.
    fn reopen(&mut self, at: Moment, rework: Option<&GivenRework>) {
        self.go_on_without();
        match rework {
            Some(given) => self.order_rework(given, at, true),
            None => self.back_to_desk(at),
        }
    }

    /// Opened again for the centre to give to somebody: no unit has it any more.
    fn back_to_desk(&mut self, at: Moment) {
        self.recall(at);
        self.difficult_at = None;
    }

    /// Closed on the lead's standing reply, if one stands; who still owed a report is let go.
    fn close(&mut self, at: Moment, outcome: CloseOutcome) {
        self.end_total(at);
        self.end_unreplied(at);
        self.end_rework(at);
        self.drop_pending();
        self.stage = Stage::Closed;
        self.end_pause(at);
        let on = self.lead().filter(|leg| leg.handled_at.is_some());
        let (leg, late) = (on.map(|leg| leg.leg), on.is_some_and(Leg::handled_late));
        let lead = self.lead().map(|leg| leg.unknown);
        let of_leg = |unknown: Unknown| unknown.reply || (leg.is_some() && unknown.handling);
        let by_desk = outcome == CloseOutcome::AnsweredOnline;
        let unknown = lead.map_or(self.unknown.way && !by_desk, of_leg);
        let version = self.version;
        self.closures.push(Closure { at, outcome, late, unknown, leg, version });
    }
}

impl Leg {
    fn ask_return(&mut self, at: Moment, late: bool, decide_by: Option<Moment>) {
        self.return_pending = true;
        self.return_asked_at = Some(at);
        self.return_requests += 1;
        self.returned_late_at = self.returned_late_at.or(late.then_some(at));
        self.return_decide_by = decide_by;
    }

    fn ask_extension(&mut self, at: Moment, days: u32, decide_by: Option<Moment>) {
        self.extension_pending = Some(days);
        self.extension_asked_at = Some(at);
        self.extension_requests += 1;
        self.extension_decide_by = decide_by;
    }

    fn extend(&mut self, at: Moment) {
        self.extended_days += self.extension_pending.unwrap_or(0);
        self.extensions += 1;
        self.decide_extension(at);
        self.drop_extension();
    }

    /// The centre decides on the return that waits.
    fn decide_return(&mut self, at: Moment) {
        self.decided_late += u32::from(self.return_decide_by.is_some_and(|by| at > by));
    }

    /// The centre decides on the extension that waits.
    fn decide_extension(&mut self, at: Moment) {
        self.decided_late += u32::from(self.extension_decide_by.is_some_and(|by| at > by));
    }

    fn drop_return(&mut self) {
        (self.return_pending, self.return_asked_at, self.return_decide_by) = (false, None, None);
    }

    fn drop_extension(&mut self) {
        self.extension_pending = None;
        (self.extension_asked_at, self.extension_decide_by) = (None, None);
    }

    fn drop_requests(&mut self) {
        self.drop_return();
        self.drop_extension();
    }

    fn judge_sign_off(&mut self, at: Moment) {
        let broken = (at > self.sign_off_by && !self.unknown.sign_off).then_some(self.sign_off_by);
        self.sign_off_broken = self.sign_off_broken.or(broken);
    }

    fn judge_handling(&mut self, at: Moment) {
        let broken = (at > self.handle_by && !self.unknown.handling).then_some(self.handle_by);
        self.handling_broken = self.handling_broken.or(broken);
    }
}

impl Rework {
    fn judge(&mut self, at: Moment) {
        let broken = (at > self.rework_by).then_some(self.rework_by);
        self.broken = self.broken.or(broken);
    }
}

fn new_leg(given: &GivenLeg, at: Moment, calendar: u32, version: u32) -> Leg {
    Leg {
        leg: given.leg,
        unit: given.unit,
        part: given.part,
        transferred_at: at,
        calendar,
        sign_off_limit: given.sign_off_limit,
        sign_off_by: given.sign_off_by,
        handle_limit: given.handle_limit,
        first_handle_by: given.handle_by,
        handle_by: given.handle_by,
        designated: given.designated,
        signed_off_at: None,
        handled_at: None,
        sign_off_broken: None,
        handling_broken: None,
        worked_minutes: None,
        return_pending: false,
        return_asked_at: None,
        return_decide_by: None,
        extension_decide_by: None,
        decided_late: 0,
        return_requests: 0,
        return_forbidden: given.designated,
        extension_pending: None,
        extension_asked_at: None,
        extension_requests: 0,
        extensions: 0,
        extensions_denied: 0,
        extended_days: 0,
        ended: None,
        gone: false,
        returned_late_at: None,
        exempt: false,
        exemption_asked: false,
        first_review: None,
        forwarded: None,
        unknown: Unknown::default(),
        version,
    }
}
