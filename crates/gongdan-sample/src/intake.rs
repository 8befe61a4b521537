//! The opening of a life: what the desk writes down.

use gongdan_domain::{Kind, Moment, Urgency};

use crate::dice::Dice;
use crate::life::{Life, Path};
use crate::matters::{Blanks, Matter};
use crate::people;
use crate::rows::UnitRow;

/// What is settled when the telephone rings.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Contact {
    pub(crate) at: Moment,
    pub(crate) channel: &'static str,
    pub(crate) category: Option<&'static str>,
    /// The unit that will be asked; it decides where the matter lies.
    pub(crate) unit: Option<&'static UnitRow>,
    /// How many people there are who might call.
    pub(crate) people: u64,
}

/// Opens a ticket, and gives the blanks for the texts to come.
pub(crate) fn open(dice: &mut Dice, contact: &Contact, matter: &'static Matter) -> (Life, Blanks) {
    let caller = people::caller(dice.below(contact.people));
    let blanks = Blanks {
        place: people::place(dice, contact.unit),
        number: dice.between(2, 10).to_string(),
        amount: (dice.between(12, 980) * 10).to_string(),
        caller: caller.name.clone().unwrap_or_else(|| "市民".to_owned()),
    };
    let urgent = contact.unit.is_none() && dice.per_mille(30);
    let life = Life {
        accepted_at: contact.at,
        channel: contact.channel,
        category: contact.category,
        kind: matter.kind,
        urgency: if urgent { Urgency::Urgent } else { Urgency::Normal },
        matter: matter.title.to_owned(),
        appeal: blanks.fill(matter.appeal),
        confidential: matter.kind == Kind::Report && dice.per_mille(300),
        caller,
        desk: people::desk(dice),
        path: Path::Waiting,
        typical: None,
    };
    (life, blanks)
}

/// Working days that a unit has for a matter of this kind under the policy of the plan.
pub(crate) fn limit_days(kind: Kind) -> i64 {
    if kind == Kind::Inquiry { 3 } else { 5 }
}

/// When the desk has answered, 1 to 14 minutes after the call.
pub(crate) fn answered_at(dice: &mut Dice, accepted_at: Moment) -> Moment {
    accepted_at.plus_ms(dice.early_between(60, 14 * 60) * 1000)
}

/// When the desk has handed the ticket over, 3 to 54 minutes after the call.
pub(crate) fn transferred_at(dice: &mut Dice, accepted_at: Moment) -> Moment {
    accepted_at.plus_ms(dice.early_between(3 * 60, 55 * 60) * 1000)
}
