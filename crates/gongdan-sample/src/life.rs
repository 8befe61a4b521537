//! One ticket's life as planned: what was asked, and what happened until the plan ends.

use gongdan_domain::{CallbackOutcome, Caller, Command, Kind, Moment, Satisfaction, Urgency};

/// A ticket (工单) from intake to wherever it stands when the plan ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Life {
    /// When the centre took it in (受理).
    pub accepted_at: Moment,
    /// Where it came from (渠道), for example 来电.
    pub channel: &'static str,
    /// What it is about (问题分类); most tickets that the desk resolves at once have none.
    pub category: Option<&'static str>,
    /// What the citizen wants (诉求类型).
    pub kind: Kind,
    /// How pressing it is (紧急程度).
    pub urgency: Urgency,
    /// The appeal's short title (诉求标题).
    pub matter: String,
    /// The appeal in full (诉求内容).
    pub appeal: String,
    /// Who called or wrote; always with a telephone number, 199 and eight digits, that is the
    /// same person's every time. Some give no name, many no address.
    pub caller: Caller,
    /// Whether the caller asked to be kept from the units (保密).
    pub confidential: bool,
    /// The seat at the centre that took it in and looks after it, for example 坐席01.
    pub desk: &'static str,
    /// What happened next.
    pub path: Path,
    /// What the editor made of it for the bulletin (典型案例).
    pub typical: Option<PlannedCase>,
}

/// What happened to a ticket after intake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Path {
    /// Nothing yet: the plan ends first.
    Waiting,
    /// The desk answered at once (在线办结).
    ResolvedOnline {
        /// When.
        at: Moment,
        /// What it answered.
        answer: String,
    },
    /// A unit was asked (转办).
    Transferred(Box<PlannedLeg>),
    /// No unit took it (疑难).
    Difficult(Box<Dispute>),
}

/// One leg: this ticket at this unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedLeg {
    /// The unit's name as the bulletin's unit table prints it.
    pub unit: &'static str,
    /// When the centre handed it over.
    pub transferred_at: Moment,
    /// What the centre wrote beside it.
    pub remark: &'static str,
    /// The unit's receipt (签收).
    pub signed_off: Option<SignOff>,
    /// When the centre pressed the unit (催办).
    pub urged: Vec<Moment>,
    /// The unit's reply (办结).
    pub handled: Option<Handling>,
    /// The centre's calls to the citizen about the reply (回访), in order.
    pub callbacks: Vec<PlannedCallback>,
    /// Sent back to the unit because the citizen was not satisfied (发回重办).
    pub rework: Option<PlannedRework>,
    /// The end (结案).
    pub closed: Option<Closing>,
}

/// A ticket that two units turned down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    /// The two, in order.
    pub turned: [Turned; 2],
    /// When the centre gave up looking for a unit (列为疑难).
    pub marked_at: Moment,
    /// Why.
    pub reason: &'static str,
}

/// A leg that a unit gave back (退件).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turned {
    /// The unit.
    pub unit: &'static str,
    /// When the centre handed it over.
    pub transferred_at: Moment,
    /// What the centre wrote beside it.
    pub remark: &'static str,
    /// The unit's clerk.
    pub by: &'static str,
    /// The receipt.
    pub signed_off_at: Moment,
    /// When the unit said "not ours".
    pub turned_at: Moment,
    /// Why.
    pub reason: &'static str,
}

/// A unit's receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignOff {
    /// When.
    pub at: Moment,
    /// The unit's clerk.
    pub by: &'static str,
}

/// A unit's reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handling {
    /// When.
    pub at: Moment,
    /// The unit's clerk.
    pub by: &'static str,
    /// What was done.
    pub result: String,
}

/// One call to the citizen about a reply (回访).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlannedCallback {
    /// When.
    pub at: Moment,
    /// How it went, and what the citizen said.
    pub attempt: Attempt,
}

/// How an attempt to call back went, and what the citizen said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// How it went.
    pub outcome: CallbackOutcome,
    /// The answer about the result.
    pub satisfaction: Option<Satisfaction>,
    /// The answer about the manner.
    pub attitude: Option<Satisfaction>,
    /// Whether the matter is solved.
    pub solved: Option<bool>,
}

impl Attempt {
    /// The command that records it.
    pub fn command(self) -> Command {
        let Self { outcome, satisfaction, attitude, solved } = self;
        Command::Callback { outcome, satisfaction, attitude, solved }
    }
}

impl PlannedCallback {
    /// Whether the citizen answered 非常满意, 满意 or 基本满意.
    pub fn satisfied(&self) -> bool {
        self.attempt.satisfaction.is_some_and(|answer| answer != Satisfaction::Dissatisfied)
    }
}

/// The second round after an unsatisfied citizen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedRework {
    /// When the centre sent it back.
    pub at: Moment,
    /// Why.
    pub reason: &'static str,
    /// The unit's second reply.
    pub handled: Option<Handling>,
    /// The centre's call about the second reply.
    pub callback: Option<PlannedCallback>,
}

/// The end of a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closing {
    /// When.
    pub at: Moment,
    /// `true`: the matter is solved (实际解决); `false`: it was explained (解释说明).
    pub solved: bool,
}

/// What an editor made of a ticket for the bulletin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlannedCase {
    /// When the editor picked it.
    pub featured_at: Moment,
    /// The heading, for example 路灯维护事宜.
    pub title: &'static str,
    /// The appeal as edited.
    pub appeal: &'static str,
    /// What was done (办理情况) as edited.
    pub handling: &'static str,
}

impl Life {
    /// The leg, when a unit was asked.
    pub fn leg(&self) -> Option<&PlannedLeg> {
        match &self.path {
            Path::Transferred(leg) => Some(leg),
            _ => None,
        }
    }

    /// When the ticket was closed, if it was.
    pub fn closed_at(&self) -> Option<Moment> {
        match &self.path {
            Path::Waiting | Path::Difficult(_) => None,
            Path::ResolvedOnline { at, .. } => Some(*at),
            Path::Transferred(leg) => leg.closed.map(|closing| closing.at),
        }
    }

    /// Every moment of this life, in the order in which things happened.
    pub fn moments(&self) -> Vec<Moment> {
        let mut moments = vec![self.accepted_at];
        match &self.path {
            Path::Waiting => {}
            Path::ResolvedOnline { at, .. } => moments.push(*at),
            Path::Transferred(leg) => leg.add_moments(&mut moments),
            Path::Difficult(dispute) => dispute.add_moments(&mut moments),
        }
        moments.extend(self.typical.map(|case| case.featured_at));
        moments
    }
}

impl Dispute {
    fn add_moments(&self, moments: &mut Vec<Moment>) {
        for turned in &self.turned {
            moments.extend([turned.transferred_at, turned.signed_off_at, turned.turned_at]);
        }
        moments.push(self.marked_at);
    }
}

impl PlannedLeg {
    fn add_moments(&self, moments: &mut Vec<Moment>) {
        moments.push(self.transferred_at);
        moments.extend(self.signed_off.map(|sign_off| sign_off.at));
        moments.extend(&self.urged);
        moments.extend(self.handled.as_ref().map(|handling| handling.at));
        moments.extend(self.callbacks.iter().map(|callback| callback.at));
        if let Some(rework) = &self.rework {
            moments.push(rework.at);
            moments.extend(rework.handled.as_ref().map(|handling| handling.at));
            moments.extend(rework.callback.map(|callback| callback.at));
        }
        moments.extend(self.closed.map(|closing| closing.at));
    }
}
