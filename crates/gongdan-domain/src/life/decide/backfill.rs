//! Backfill (历史导入): what an old register says of a ticket, each fact with its moment, without one, or unknown.

use crate::deadline::Limit;
use crate::ids::UnitId;
use crate::invalid::{Invalid, Problem};
use crate::life::command::Command;
use crate::life::event::{GivenLeg, TicketEvent, Unknown};
use crate::life::refusal::{Bound, Denied, RefusalCode};
use crate::life::ticket::{Callback, Ticket, UNKNOWN};
use crate::moment::Moment;
use crate::policy::Setting;
use crate::text::{self, Text};
use crate::vocabulary::{CallbackOutcome, CloseOutcome, Part, Species, Stage, TextField};

use super::case::Case;
use super::closing::ensure_called;
use super::verdict::{Decided, Verdict};

/// The past of a ticket as far as it is told.
struct Past<'a> {
    case: &'a Case<'a>,
    command: &'a Command,
    /// When it is said: nothing in it is later.
    said: Moment,
    ticket: Ticket,
    events: Vec<Decided>,
    /// What nobody knows so far.
    unknown: Unknown,
}

/// Between which moments a fact lies.
type Between = (Moment, Moment);

impl Case<'_> {
    /// What is left out stays unknown; what is said again adds nothing.
    pub(super) fn backfill(&self, command: &Command, said: Moment) -> Verdict {
        let fresh = self.ticket.imports == 0;
        self.ensure(!self.ticket.lived, RefusalCode::LivedHere)?;
        let ticket = self.ticket.clone();
        let known = ticket.lead().map(|leg| leg.unknown);
        let nothing =
            Unknown { way: true, reply: true, sign_off: true, handling: true, time: true };
        let unknown = known.filter(|_| !fresh).unwrap_or(nothing);
        let mut past = Past { case: self, command, said, ticket, events: Vec::new(), unknown };
        past.ensure_unit()?;
        past.way()?;
        past.sign_off()?;
        past.handling()?;
        past.callback()?;
        past.closing()?;
        past.told(fresh)
    }
}

impl Past<'_> {
    /// What only a unit can have done is told with the unit.
    fn ensure_unit(&self) -> Result<(), Denied> {
        let Command::Backfill { unit, transferred_at, sign_off_by, handle_by, .. } = self.command
        else {
            return Ok(());
        };
        let Command::Backfill { signed_off_at, handled, handled_at, .. } = self.command else {
            return Ok(());
        };
        let moments = [transferred_at, sign_off_by, handle_by, signed_off_at, handled_at];
        let done = moments.iter().any(|moment| moment.is_some()) || handled.is_some();
        match done && unit.is_none() && self.ticket.lead().is_none() {
            true => {
                let rule = "what a unit was given or did needs the unit";
                Err(Invalid::new("unit", Problem::Rule { rule }).into())
            }
            false => Ok(()),
        }
    }

    fn way(&mut self) -> Result<(), Denied> {
        let Command::Backfill { unit: Some(name), transferred_at, .. } = self.command else {
            return self.ensure_limits();
        };
        let found = self.case.rules.register.find(Species::Unit, name.trim());
        let unit = found.map_err(|unknown| unknown.named("unit"))?.id;
        if let Some(lead) = self.ticket.lead() {
            let same = self.case.standing(lead.unit) == self.case.standing(unit);
            self.agrees(same && transferred_at.is_none_or(|at| at == lead.transferred_at))?;
            return self.ensure_limits();
        }
        self.agrees(self.ticket.stage == Stage::Accepted)?;
        let next = self.next_dated(&["signed_off_at", "handled_at", "called_back_at", "closed_at"]);
        let bounds = (self.ticket.accepted_at, self.said);
        let at = self.moment(*transferred_at, next, bounds)?;
        let at = transferred_at.unwrap_or_else(|| self.before_limits(at));
        let legs = vec![self.leg(unit, at, transferred_at.is_some())?];
        let calendar = self.case.calendar_version();
        self.push(TicketEvent::Transferred { legs, total_by: None, calendar }, at, Vec::new());
        self.unknown.time = transferred_at.is_none();
        Ok(())
    }

    /// What was given without a moment was given before its limits ran out.
    fn before_limits(&self, at: Moment) -> Moment {
        let Command::Backfill { sign_off_by, handle_by, .. } = self.command else { return at };
        let limits = [sign_off_by, handle_by].into_iter().filter_map(|limit| *limit);
        limits.fold(at, Moment::min).max(self.ticket.accepted_at)
    }

    /// A leg with the limits that the register has, or that the rules of its day give, or that nobody knows.
    fn leg(&self, unit: UnitId, at: Moment, dated: bool) -> Result<GivenLeg, Denied> {
        let Command::Backfill { sign_off_by, handle_by, policy_limits, .. } = self.command else {
            return Err(self.case.refuse(RefusalCode::NoUnit));
        };
        let case = self.case_at(at);
        let rule = |setting| case.limit(setting).unwrap_or(Limit::WorkingDays(1));
        let (sign_off_limit, handle_limit) =
            (rule(Setting::SignOffLimit), rule(Setting::HandleLimit));
        let given = case.give_leg(1, unit, Part::Lead, false).ok();
        let given = given.filter(|_| *policy_limits && dated);
        let sign_off_by = sign_off_by.or(given.as_ref().map(|leg| leg.sign_off_by));
        let handle_by = handle_by.or(given.as_ref().map(|leg| leg.handle_by));
        for by in [sign_off_by, handle_by].into_iter().flatten() {
            self.within(by, (at, UNKNOWN))?;
        }
        Ok(GivenLeg {
            leg: case.next_leg(),
            unit,
            part: Part::Lead,
            sign_off_limit,
            sign_off_by: sign_off_by.unwrap_or(UNKNOWN),
            handle_limit,
            handle_by: handle_by.unwrap_or(UNKNOWN),
            designated: false,
        })
    }

    /// A limit is told with the transfer; told again, it is the same.
    fn ensure_limits(&self) -> Result<(), Denied> {
        let Command::Backfill { sign_off_by, handle_by, .. } = self.command else { return Ok(()) };
        let Some(lead) = self.ticket.lead() else { return Ok(()) };
        let limits = [(sign_off_by, lead.sign_off_by), (handle_by, lead.first_handle_by)];
        self.agrees(limits.iter().all(|(said, known)| said.is_none_or(|said| said == *known)))
    }

    fn sign_off(&mut self) -> Result<(), Denied> {
        let Command::Backfill { signed_off_at: Some(said), .. } = self.command else {
            return Ok(());
        };
        let Some(lead) = self.ticket.lead() else { return Ok(()) };
        if let Some(known) = lead.signed_off_at {
            return self.agrees(known == *said);
        }
        let bounds = (lead.transferred_at, lead.handled_at.unwrap_or(self.said));
        let (leg, at) = (lead.leg, self.within(*said, bounds)?);
        self.push(TicketEvent::SignedOff { leg }, at, Vec::new());
        self.unknown.sign_off = false;
        Ok(())
    }

    fn handling(&mut self) -> Result<(), Denied> {
        let Command::Backfill { handled, handled_at, result, .. } = self.command else {
            return Ok(());
        };
        let Some(lead) = self.ticket.lead() else { return Ok(()) };
        if let Some(known) = lead.handled_at {
            let same = handled_at.is_none_or(|said| said == known || self.unknown.handling);
            return self.agrees(same && *handled != Some(false));
        }
        let wrote = result.as_ref().is_some_and(|result| !result.trim().is_empty());
        let said = handled_at.is_some() || *handled == Some(true);
        let replied = said || wrote || self.was_called();
        if !replied {
            self.unknown.reply &= *handled != Some(false);
            return Ok(());
        }
        self.agrees(*handled != Some(false) && !self.ticket.is_ended())?;
        let next = self.next_dated(&["called_back_at", "closed_at"]);
        let from = lead.signed_off_at.unwrap_or(lead.transferred_at);
        let at = self.moment(*handled_at, next, (from, self.said))?;
        let (leg, time) = (lead.leg, self.unknown.time || handled_at.is_none());
        let worked = self.case_at(at).worked_minutes(lead).filter(|_| !time);
        self.unknown.time = time;
        let texts = self.reply(result.as_deref())?;
        (self.unknown.reply, self.unknown.handling) = (false, handled_at.is_none());
        self.push(TicketEvent::Handled { leg, worked, review: false }, at, texts);
        Ok(())
    }

    /// Whether the citizen was called about a reply: then there was one.
    fn was_called(&self) -> bool {
        let Command::Backfill { callback, satisfaction, attitude, solved, .. } = self.command
        else {
            return false;
        };
        callback.is_some() || satisfaction.is_some() || attitude.is_some() || solved.is_some()
    }

    fn callback(&mut self) -> Result<(), Denied> {
        let Command::Backfill { callback, called_back_at, satisfaction, .. } = self.command else {
            return Ok(());
        };
        let Command::Backfill { attitude, solved, .. } = self.command else { return Ok(()) };
        if !self.was_called() {
            let rule = "a call to the citizen needs how it went, or an answer";
            let problem = || Invalid::new("callback", Problem::Rule { rule }).into();
            return called_back_at.map_or(Ok(()), |_| Err(problem()));
        }
        let outcome = callback.unwrap_or(CallbackOutcome::Reached);
        ensure_called("callback", outcome)?;
        let said = |call: &Callback| {
            let at = called_back_at.is_none_or(|at| at == call.at);
            let answers = satisfaction.is_none_or(|level| call.satisfaction == Some(level))
                && attitude.is_none_or(|level| call.attitude == Some(level))
                && solved.is_none_or(|solved| call.solved == Some(solved));
            at && answers && outcome == call.outcome
        };
        if self.ticket.calls().any(said) {
            return Ok(());
        }
        let last = self.ticket.calls().next_back().map(|call| call.at);
        self.agrees(last.is_none_or(|last| called_back_at.is_some_and(|at| at > last)))?;
        let next = self.next_dated(&["closed_at"]);
        let at = self.moment(*called_back_at, next, (self.replied_at(), self.said))?;
        let decided = self.case_at(at).callback(outcome, *satisfaction, *attitude, *solved)?;
        decided.into_iter().for_each(|each| self.push(each.event, at, each.texts));
        Ok(())
    }

    fn closing(&mut self) -> Result<(), Denied> {
        let Command::Backfill { outcome, closed_at, .. } = self.command else { return Ok(()) };
        if outcome.is_none() && closed_at.is_none() {
            return Ok(());
        }
        let outcome = outcome.unwrap_or(CloseOutcome::Unstated);
        if let Some(closure) = self.ticket.closure() {
            let same = closure.outcome == outcome || outcome == CloseOutcome::Unstated;
            return self.agrees(same && closed_at.is_none_or(|at| at == closure.at));
        }
        self.agrees(!self.ticket.is_ended())?;
        let online = outcome == CloseOutcome::AnsweredOnline;
        self.agrees(!online || self.ticket.legs.is_empty())?;
        let called = self.ticket.calls().next_back().map(|call| call.at);
        let from = called.max(Some(self.replied_at())).unwrap_or(self.said);
        let at = self.moment(*closed_at, None, (from, self.said))?;
        let event = match outcome {
            CloseOutcome::AnsweredOnline => TicketEvent::ResolvedOnline,
            CloseOutcome::Terminated => TicketEvent::Terminated,
            outcome => TicketEvent::Closed { outcome },
        };
        self.push(event, at, Vec::new());
        Ok(())
    }

    /// What is said of what nobody knows, and then what is known. Of a ticket that is new it is said in any
    /// case: that it comes from an old register.
    fn told(mut self, fresh: bool) -> Verdict {
        if self.events.is_empty() && !fresh {
            return Ok(Vec::new());
        }
        let Command::Backfill { source, row, result, .. } = self.command else {
            return Ok(Vec::new());
        };
        let event = TicketEvent::Imported {
            source: super::intake::label("source", source.as_deref())?,
            row: *row,
            facts: u32::try_from(self.events.len()).ok().filter(|facts| *facts > 0),
            unknown: self.left_unknown(),
        };
        let kept = self.events.iter().any(|each| !each.texts.is_empty());
        let texts = if kept || !fresh { Vec::new() } else { self.reply(result.as_deref())? };
        let first = self.events.iter().filter_map(|each| each.at).min();
        let at = Some(first.unwrap_or(self.ticket.accepted_at));
        self.events.insert(0, Decided { event, texts, at });
        Ok(self.events)
    }

    fn left_unknown(&self) -> Unknown {
        let Some(lead) = self.ticket.legs.last() else {
            let way = self.ticket.resolved_online_at().is_none();
            return Unknown { way, ..Unknown::default() };
        };
        let replied = lead.handled_at.is_some();
        Unknown {
            way: false,
            reply: self.unknown.reply && !replied,
            sign_off: self.unknown.sign_off || lead.sign_off_by == UNKNOWN,
            time: self.unknown.time,
            handling: lead.handle_by == UNKNOWN
                || if replied { self.unknown.handling } else { self.unknown.reply },
        }
    }

    fn reply(&self, result: Option<&str>) -> Result<Vec<Text>, Denied> {
        let Some(result) = result.filter(|result| !result.trim().is_empty()) else {
            return Ok(Vec::new());
        };
        text::optional("result", result, text::MAX_TEXT)?;
        Ok(vec![Text { field: TextField::Result, content: result.to_owned() }])
    }

    /// From when the citizen can have been called.
    fn replied_at(&self) -> Moment {
        let lead = self.ticket.lead().map(|leg| leg.handled_at.unwrap_or(leg.transferred_at));
        lead.unwrap_or(self.ticket.accepted_at)
    }

    /// The first of some facts that has a moment.
    fn next_dated(&self, names: &[&str]) -> Option<Moment> {
        let Command::Backfill { signed_off_at, handled_at, called_back_at, closed_at, .. } =
            self.command
        else {
            return None;
        };
        let facts = [
            ("signed_off_at", signed_off_at),
            ("handled_at", handled_at),
            ("called_back_at", called_back_at),
            ("closed_at", closed_at),
        ];
        let named = facts.iter().filter(|(name, _)| names.contains(name));
        named.filter_map(|(_, moment)| **moment).min()
    }

    /// From when a fact counts: its own moment, or that of the next fact that has one, or the day of the
    /// register.
    fn moment(
        &self,
        said: Option<Moment>,
        next: Option<Moment>,
        bounds: Between,
    ) -> Result<Moment, Denied> {
        let Command::Backfill { known_on, .. } = self.command else { return Ok(self.said) };
        match said {
            Some(said) => self.within(said, bounds),
            None => {
                let at = next.or(*known_on).unwrap_or(self.said);
                self.within(at.max(bounds.0), bounds)
            }
        }
    }

    fn within(&self, at: Moment, (from, until): Between) -> Result<Moment, Denied> {
        let bound = match () {
            () if at < from => Bound::From(from),
            () if at > until => Bound::Until(until),
            () => return Ok(at),
        };
        Err(self.case.refuse_from(RefusalCode::OrderBroken, bound))
    }

    fn agrees(&self, agrees: bool) -> Result<(), Denied> {
        self.case.ensure(agrees, RefusalCode::Contradicts)
    }

    fn push(&mut self, event: TicketEvent, at: Moment, texts: Vec<Text>) {
        self.ticket.apply(at, &event);
        self.events.push(Decided { event, texts, at: Some(at) });
    }

    /// The case as it stood then.
    fn case_at(&self, at: Moment) -> Case<'_> {
        let Case { verb, rules, role, unit, .. } = *self.case;
        Case { ticket: &self.ticket, verb, rules, role, unit, at }
    }
}
