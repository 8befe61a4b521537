//! The words of the table of commands: who may ask, in which chapter it is told, how firmly it
//! stands, what it answers.

use crate::vocabulary::{Role, vocabulary};

vocabulary! {
    /// Who may ask it.
    Who, "who" {
        /// The centre alone.
        Centre = 1, "centre", "热线中心";
        /// The unit that leads the ticket now.
        LeadUnit = 2, "lead_unit", "主办单位";
        /// A unit that has the ticket, as lead or assisting.
        HoldingUnit = 3, "holding_unit", "主办或协办单位";
        /// A unit that assists now.
        AssistingUnit = 4, "assisting_unit", "协办单位";
        /// The centre or a supervisor.
        CentreOrSupervisor = 5, "centre_or_supervisor", "热线中心或督查部门";
        /// The centre, or a unit whether it has the ticket or not.
        CentreOrUnit = 6, "centre_or_unit", "热线中心或承办单位";
        /// The centre, a supervisor, or a unit that has the ticket.
        Anyone = 7, "anyone", "任何一方";
        /// The centre, or a unit that has the ticket, as lead or assisting.
        CentreOrHoldingUnit = 8, "centre_or_holding_unit", "热线中心或主办、协办单位";
        /// A unit that has the ticket, or ever had it.
        FormerUnit = 9, "former_unit", "承办过的单位";
    }
}

vocabulary! {
    /// The chapters in which the commands are told.
    Chapter, "chapter" {
        /// A ticket comes in, and the desk deals with it at once.
        Desk = 1, "desk", "受理";
        /// Which unit has the ticket.
        Dispatch = 2, "dispatch", "派单";
        /// What the unit does, and its limits.
        Handling = 3, "handling", "办理";
        /// The citizen is called back, and the ticket ends.
        Closing = 4, "closing", "回访结案";
        /// What stands beside the stage.
        Beside = 5, "beside", "督办与更正";
        /// Who called, and what is erased.
        Persons = 6, "persons", "个人信息";
    }
}

vocabulary! {
    /// How firmly a command stands.
    State, "state" {
        /// It stays as it is.
        Stable = 1, "stable", "稳定";
        /// It may still change.
        Trial = 2, "trial", "试行";
    }
}

vocabulary! {
    /// What a command answers.
    Answers, "answers" {
        /// The ticket as it stands then.
        Ticket = 1, "ticket", "工单";
        /// The caller in full.
        Caller = 2, "caller", "来电人";
    }
}

impl Who {
    /// The roles that may ever ask it; of units only those that hold the ticket.
    pub const fn roles(self) -> &'static [Role] {
        match self {
            Self::Centre => &[Role::Centre],
            Self::LeadUnit | Self::HoldingUnit | Self::AssistingUnit | Self::FormerUnit => {
                &[Role::Unit]
            }
            Self::CentreOrSupervisor => &[Role::Centre, Role::Supervisor],
            Self::CentreOrUnit | Self::CentreOrHoldingUnit => &[Role::Centre, Role::Unit],
            Self::Anyone => &[Role::Centre, Role::Unit, Role::Supervisor],
        }
    }
}
