//! One ticket's life as planned: what was asked, and what happened until the plan ends.

use gongdan_domain::Moment;

/// A ticket (工单) from intake to wherever it stands when the plan ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Life {
    /// When the centre took it in (受理).
    pub accepted_at: Moment,
    /// Where it came from (渠道), for example 来电.
    pub channel: &'static str,
    /// What it is about (问题分类); most tickets that the desk resolves at once have none.
    pub category: Option<&'static str>,
    /// What the citizen wants (诉求类型): 咨询, 求助, 投诉, 举报, 建议, 表扬 or 其他.
    pub kind: &'static str,
    /// How urgent it is (紧急程度): 一般 or 紧急.
    pub urgency: &'static str,
    /// The appeal's short title (诉求标题).
    pub matter: String,
    /// The appeal in full (诉求内容).
    pub appeal: String,
    /// Who called or wrote; `None` when nothing is known of them.
    pub caller: Option<Caller>,
    /// Whether the caller asked to be kept from the units (保密).
    pub confidential: bool,
    /// The seat at the centre that took it in and looks after it, for example 坐席01.
    pub desk: &'static str,
    /// What happened next.
    pub path: Path,
    /// What the editor made of it for the bulletin (典型案例).
    pub typical: Option<TypicalCase>,
}

/// An invented person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// As the desk wrote it down, for example 陈女士; some do not give a name.
    pub name: Option<String>,
    /// Eleven digits that begin with 199; the same person always has the same number.
    pub phone: String,
    /// Where they live; many do not say.
    pub address: Option<String>,
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
    Transferred(Box<Leg>),
}

/// One leg: this ticket at this unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leg {
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
    pub callbacks: Vec<Attempt>,
    /// Sent back to the unit because the citizen was not satisfied (发回重办).
    pub rework: Option<Rework>,
    /// The end (结案).
    pub closed: Option<Closing>,
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

/// One attempt to ask the citizen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// Nobody answered.
    NotReached {
        /// When.
        at: Moment,
        /// Why not.
        remark: &'static str,
    },
    /// The citizen answered.
    Reached {
        /// When.
        at: Moment,
        /// Of the result: 非常满意, 满意, 基本满意 or 不满意.
        satisfaction: &'static str,
        /// Of the unit's manner, in the same words.
        attitude: &'static str,
        /// Whether the matter is solved, as the citizen says.
        solved: bool,
    },
}

impl Attempt {
    /// When the call was made.
    pub fn at(&self) -> Moment {
        match self {
            Self::NotReached { at, .. } | Self::Reached { at, .. } => *at,
        }
    }

    /// Whether the citizen answered and was 非常满意, 满意 or 基本满意.
    pub fn satisfied(&self) -> bool {
        matches!(self, Self::Reached { satisfaction, .. } if *satisfaction != "不满意")
    }
}

/// The second round after an unsatisfied citizen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rework {
    /// When the centre sent it back.
    pub at: Moment,
    /// Why.
    pub reason: &'static str,
    /// The unit's second reply.
    pub handled: Option<Handling>,
    /// The centre's call about the second reply.
    pub callback: Option<Attempt>,
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
pub struct TypicalCase {
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
    pub fn leg(&self) -> Option<&Leg> {
        match &self.path {
            Path::Transferred(leg) => Some(leg),
            _ => None,
        }
    }

    /// When the ticket was closed, if it was.
    pub fn closed_at(&self) -> Option<Moment> {
        match &self.path {
            Path::Waiting => None,
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
        }
        moments.extend(self.typical.map(|case| case.featured_at));
        moments
    }
}

impl Leg {
    fn add_moments(&self, moments: &mut Vec<Moment>) {
        moments.push(self.transferred_at);
        moments.extend(self.signed_off.map(|sign_off| sign_off.at));
        moments.extend(&self.urged);
        moments.extend(self.handled.as_ref().map(|handling| handling.at));
        moments.extend(self.callbacks.iter().map(Attempt::at));
        if let Some(rework) = &self.rework {
            moments.push(rework.at);
            moments.extend(rework.handled.as_ref().map(|handling| handling.at));
            moments.extend(rework.callback.map(|attempt| attempt.at()));
        }
        moments.extend(self.closed.map(|closing| closing.at));
    }
}
