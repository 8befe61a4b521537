//! Clocks of two desks that never quite agree, and one that is wrong by years: what is taken, from
//! when it counts, and what no clock may block.

use crate::moment::Moment;
use crate::office::Rulebook;
use crate::policy::{Scope, Setting};
use crate::stamp::Stamp;
use crate::vocabulary::Stage;

use super::command::{Command, Verb};
use super::event::{GivenLeg, TicketEvent};
use super::event_kind::EventKind;
use super::fact::Fact;
use super::refusal::{Bound, Denied, Refusal, RefusalCode};
use super::ticket::{Leg, Ticket};

const DAY_MS: i64 = 86_400_000;

impl Verb {
    /// Whether what it leads to answers what brought the ticket where it is: its limits and its
    /// working time are reckoned from there at the earliest.
    pub(super) fn moves_on(self) -> bool {
        use Verb as V;
        let dispatch = &[
            V::Transfer,
            V::Recall,
            V::GrantReturn,
            V::Designate,
            V::MarkDifficult,
            V::Redispatch,
        ];
        let handling = &[V::GrantExtension, V::Suspend, V::Resume, V::Handle, V::SendBack];
        let closing = &[V::Rework, V::Close, V::Terminate, V::Withdraw, V::Reopen, V::Unmerge];
        [dispatch.as_slice(), handling, closing].iter().any(|verbs| verbs.contains(&self))
    }

    /// Whether it has a place in the order of a ticket's life. What has none (a note, a file, a
    /// disclosure, an erasure, confidentiality) is a duty that no clock blocks; a correction counts from the moment
    /// of its fact, and so does each fact that is imported.
    pub fn depends_on_order(self) -> bool {
        !matches!(
            self,
            Self::Note
                | Self::Attach
                | Self::Detach
                | Self::Confidential
                | Self::Reveal
                | Self::Erase
                | Self::Correct
                | Self::Backfill
        )
    }
}

impl EventKind {
    /// Whether it moves the ticket on, or its limits with it: then it answers what brought the ticket
    /// where it is.
    fn moves_on(self) -> bool {
        use EventKind as E;
        let at_centre =
            &[E::ResolvedOnline, E::Rejected, E::Transferred, E::Recalled, E::Redispatched];
        let beside = &[E::Merged, E::Unmerged, E::MarkedDifficult, E::Rescheduled];
        let at_unit = &[E::ExtensionRequested, E::Suspended, E::Handled, E::SentBack];
        let closing = &[E::ReplyPassed, E::CalledBack, E::Terminated, E::Reopened, E::Closed];
        [at_centre.as_slice(), beside, at_unit, closing].iter().any(|kinds| kinds.contains(&self))
    }

    /// Whether it has a place in the order of a ticket's life, as [`Verb::depends_on_order`].
    pub fn depends_on_order(self) -> bool {
        use EventKind as E;
        let beside = matches!(self, E::Noted | E::Attached | E::Detached | E::ConfidentialitySet);
        !beside && !matches!(self, E::Revealed | E::Erased | E::Corrected)
    }
}

/// What the clocks of a file have shown so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clocks {
    /// The newest fact of any ticket, once there is one.
    pub newest: Option<Moment>,
    /// When the file was founded.
    pub founded: Moment,
}

impl Clocks {
    /// Refuses a command whose moment lies further from the newest one than the policy lets it, and
    /// whose caller does not say that it is meant: one PC with a wrong year locks nothing.
    ///
    /// # Errors
    /// [`RefusalCode::TimeLeap`] with both moments.
    pub fn check(
        &self,
        rules: &Rulebook,
        stamp: &Stamp,
        (verb, stage): (Verb, Stage),
    ) -> Result<(), Denied> {
        let (newest, given) = (self.newest.unwrap_or(self.founded), stamp.at());
        let setting = match self.newest {
            Some(_) => Setting::LeapDays,
            None => Setting::FirstLeapDays,
        };
        let days = rules.policy.number(setting, &Scope::default(), newest);
        let far = i64::from(days) * DAY_MS;
        let ahead = given > newest.plus_ms(far);
        let behind = verb == Verb::Intake && self.newest.is_some() && given < newest.plus_ms(-far);
        let bound = verb.depends_on_order() || verb == Verb::Correct;
        let far = bound && (ahead || behind);
        refuse_leap(days == 0 || stamp.is_meant() || !far, (verb, stage), (given, newest))
    }

    /// Refuses an intake that is corrected to a moment as far before that at which it is said. What the
    /// file's newest fact is says nothing here: it can be the very one that is put right.
    ///
    /// # Errors
    /// As [`Clocks::check`].
    pub fn check_correction(
        rules: &Rulebook,
        stamp: &Stamp,
        stage: Stage,
        command: &Command,
    ) -> Result<(), Denied> {
        let Command::Correct { fact: Fact::Intake, moment, .. } = command else { return Ok(()) };
        let days = rules.policy.number(Setting::LeapDays, &Scope::default(), stamp.at());
        let far = *moment < stamp.at().plus_ms(-i64::from(days) * DAY_MS);
        let taken = days == 0 || stamp.is_meant() || !far;
        refuse_leap(taken, (Verb::Correct, stage), (*moment, stamp.at()))
    }
}

fn refuse_leap(
    taken: bool,
    (asked, stage): (Verb, Stage),
    (given, newest): (Moment, Moment),
) -> Result<(), Denied> {
    if taken {
        return Ok(());
    }
    let (code, allowed) = (RefusalCode::TimeLeap, Vec::new());
    let bound = Some(Bound::Leap { given, newest });
    Err(Denied::Refused(Box::new(Refusal { code, stage, asked, allowed, bound })))
}

impl Ticket {
    /// From when an event counts: its own moment, or that of the fact it answers where the clock of
    /// whoever stated it was behind. What moves the ticket on answers what brought it where it is; what
    /// is decided answers what was asked for. Other units' facts and overlays delay nothing.
    pub fn counts_from(&self, at: Moment, event: &TicketEvent) -> Moment {
        self.answered(event).map_or(at, |answered| at.max(answered)).max(self.accepted_at)
    }

    /// The moment of the fact that an event answers.
    fn answered(&self, event: &TicketEvent) -> Option<Moment> {
        match event {
            TicketEvent::SignedOff { leg }
            | TicketEvent::ReturnRequested { leg, .. }
            | TicketEvent::Excused { leg } => self.leg(*leg).map(|leg| leg.transferred_at),
            TicketEvent::ReturnGranted { leg } | TicketEvent::ReturnDenied { leg, .. } => {
                let leg = self.leg(*leg)?;
                leg.return_asked_at.max(self.moved_on(leg)).max(Some(leg.transferred_at))
            }
            TicketEvent::ExtensionGranted { limits, .. } => self.extension_asked(limits.leg),
            TicketEvent::ExtensionDenied { leg } => self.extension_asked(*leg),
            TicketEvent::Reported { leg } | TicketEvent::Forwarded { leg, .. } => self.signed(*leg),
            TicketEvent::Unforwarded { leg } => {
                self.leg(*leg)?.forwarded.map(|forwarded| forwarded.at)
            }
            TicketEvent::Transferred { legs, .. } if !legs.iter().any(GivenLeg::leads) => None,
            TicketEvent::ExemptionAsked { legs }
            | TicketEvent::Exempted { legs }
            | TicketEvent::Unexempted { legs } => {
                legs.iter().filter_map(|leg| Some(self.leg(*leg)?.transferred_at)).max()
            }
            TicketEvent::SupervisionAnswered { no }
            | TicketEvent::SupervisionLifted { no }
            | TicketEvent::Reminded { no } => self.supervision(*no).map(|demand| demand.at),
            TicketEvent::ReworkOrdered(_) | TicketEvent::Closed { .. } => {
                let called = self.calls().next_back().map(|callback| callback.at);
                called.max(Some(self.stage_since))
            }
            TicketEvent::Resumed { .. } => self.suspended_at.max(Some(self.stage_since)),
            _ if event.kind().moves_on() => Some(self.stage_since),
            _ => None,
        }
    }

    /// Of a lead: since when the ticket is where it is.
    fn moved_on(&self, leg: &Leg) -> Option<Moment> {
        leg.leads().then_some(self.stage_since)
    }

    fn extension_asked(&self, leg: u32) -> Option<Moment> {
        self.leg(leg)?.extension_asked_at.max(Some(self.stage_since))
    }

    fn signed(&self, leg: u32) -> Option<Moment> {
        self.leg(leg).map(|leg| leg.signed_off_at.unwrap_or(leg.transferred_at))
    }
}
