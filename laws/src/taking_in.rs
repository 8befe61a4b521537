//! What is taken in.

use gongdan::{Caller, Intake, Kind, Urgency};
use gongdan_tests::{County, Dice};

use crate::office::Office;

pub(crate) fn intake(dice: &mut Dice, office: &Office) -> Intake {
    let matter = format!("路灯不亮({})", dice.below(1_000));
    let mut intake =
        Intake::new(*dice.one_of(&County::CHANNELS), matter).kind(*dice.one_of(Kind::ALL));
    intake.category = category(dice, office);
    intake.urgency = if dice.chance(20) { *dice.one_of(Urgency::ALL) } else { Urgency::Normal };
    intake.area = area(dice);
    intake.confidential = dice.chance(5);
    if dice.chance(60) {
        intake = intake.caller(Caller::named("陈女士").phone(format!("138{:08}", dice.below(300))));
    }
    if dice.chance(5) {
        let number = dice.below(60);
        intake.external = Some(format!("SZ-{number}"));
        intake.matter = format!("平台转来的第{number}件事项");
    }
    intake
}

pub(crate) fn category(dice: &mut Dice, office: &Office) -> Option<String> {
    dice.chance(75).then(|| dice.one_of(&office.categories).clone())
}

pub(crate) fn area(dice: &mut Dice) -> Option<String> {
    dice.chance(60).then(|| (*dice.one_of(&County::AREAS)).to_owned())
}
