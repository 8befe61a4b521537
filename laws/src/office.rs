//! The office of a wild life: units and categories come, are called otherwise, are taken over and split,
//! and the rules change, all in the middle of a month.

use gongdan::{
    Batch, InspectionPoint, Limit, Moment, NewEntry, OfficeCommand, Place, Provision, Register,
    Result, Satisfaction, Scope, Setting, Species, Stamp, Urgency, Value,
};
use gongdan_domain::UnitId;
use gongdan_tests::{County, Dice};

use crate::wild::DAY;

/// What the office knows of its own names.
pub(crate) struct Office {
    pub(crate) units: Vec<String>,
    pub(crate) categories: Vec<String>,
    named: usize,
    register: Register,
}

impl Office {
    pub(crate) fn new() -> Self {
        let units = County::UNITS.iter().map(|name| (*name).to_owned()).collect();
        let categories = County::CATEGORIES.iter().map(|name| (*name).to_owned()).collect();
        Self { units, categories, named: 0, register: Register::default() }
    }

    /// Rules that let much happen: three returns a unit, many reworks, urging every minute.
    pub(crate) fn open(&mut self, batch: &mut Batch<'_>, now: Moment) -> Result<()> {
        let minute = Value::Limit(Limit::ClockMinutes(1));
        let rules = [
            (Setting::ReturnCap, Value::Number(3)),
            (Setting::ExtensionCap, Value::Number(2)),
            (Setting::ReworkCap, Value::Number(4)),
            (Setting::UrgeInterval, minute),
            (Setting::CallbackAttempts, Value::Number(1)),
            (Setting::TotalLimit, Value::Limit(Limit::WorkingDays(8))),
            (Setting::InspectionSheet, Value::Sheet(sheet())),
        ];
        rules.into_iter().try_for_each(|(setting, value)| {
            // An urgent ticket's citizen has no limit of their own.
            let normal = (setting == Setting::TotalLimit).then_some(Urgency::Normal);
            let scope = Scope { urgency: normal, ..Scope::default() };
            let provision = Provision { setting, from: now, scope, value };
            batch.office(&desk(now), OfficeCommand::Provide(provision)).map(|_| ())
        })?;
        self.learn(batch)
    }

    fn learn(&mut self, batch: &Batch<'_>) -> Result<()> {
        self.register = batch.hotline().rulebook()?.register;
        Ok(())
    }

    /// The first name of a unit: any of its names finds it.
    pub(crate) fn name_of(&self, unit: UnitId) -> String {
        let entry = self.register.get(Species::Unit, unit);
        entry.map(|unit| unit.first_name().to_owned()).unwrap_or_default()
    }

    /// A section of a unit, where it has one.
    pub(crate) fn section_of(&self, unit: UnitId) -> Option<String> {
        let below = |place: &(Moment, Place)| place.1.parent == Some(unit);
        let mut units = self.register.all(Species::Unit);
        let section = units.find(|entry| entry.places().iter().any(below))?;
        Some(section.first_name().to_owned())
    }

    /// One change; what cannot be is passed over.
    pub(crate) fn change(
        &mut self,
        batch: &mut Batch<'_>,
        dice: &mut Dice,
        now: Moment,
    ) -> Result<()> {
        let command = self.command(dice, now);
        match batch.office(&desk(now), command) {
            Err(error) if error.invalid().is_none() => Err(error),
            _ => self.learn(batch),
        }
    }

    fn command(&mut self, dice: &mut Dice, now: Moment) -> OfficeCommand {
        let species = *dice.one_of(&[Species::Unit, Species::Unit, Species::Category]);
        let name = self.one_of(species, dice);
        let from = now.plus_ms((dice.below(5) as i64 - 2) * DAY / 2);
        match dice.below(14) {
            0 => self.add(species, dice),
            1 | 2 => {
                let to = self.new_name(species);
                OfficeCommand::Rename { species, name, to, from }
            }
            3 => {
                let into = self.one_of(species, dice);
                OfficeCommand::Merge { species, name, into, from }
            }
            4 if dice.chance(30) => self.split(species, name, from),
            5 if dice.chance(20) => OfficeCommand::Retire { species, name, from },
            6 => {
                let group = *dice.one_of(&["部门", "乡镇", "园区"]);
                let place = Place { parent: None, group: Some(group.into()), order: 3 };
                OfficeCommand::Place { species: Species::Unit, name, place, from }
            }
            7 => {
                let channel = (*dice.one_of(&County::CHANNELS)).to_owned();
                let count = 1 + dice.below(90) as i64;
                OfficeCommand::RecordContacts { channel, day: now.day(), count }
            }
            8 => {
                let (species, name) = (Species::Area, (*dice.one_of(&County::AREAS)).to_owned());
                let to = format!("{name}{}", self.next());
                OfficeCommand::Rename { species, name, to, from }
            }
            _ => OfficeCommand::Provide(provision(dice, now)),
        }
    }

    fn one_of(&self, species: Species, dice: &mut Dice) -> String {
        match species {
            Species::Category => dice.one_of(&self.categories).clone(),
            _ => dice.one_of(&self.units).clone(),
        }
    }

    fn next(&mut self) -> usize {
        self.named += 1;
        self.named
    }

    fn new_name(&mut self, species: Species) -> String {
        let next = self.next();
        let (names, name) = match species {
            Species::Category => (&mut self.categories, format!("新类{next}")),
            _ => (&mut self.units, format!("新单位{next}")),
        };
        names.push(name.clone());
        name
    }

    fn add(&mut self, species: Species, dice: &mut Dice) -> OfficeCommand {
        let name = self.new_name(species);
        OfficeCommand::Add(match species {
            Species::Category => NewEntry::category(&name).parent(County::CATEGORIES[0]),
            _ if dice.chance(70) => NewEntry::unit(&name).group("园区"),
            _ => NewEntry::unit(&name),
        })
    }

    fn split(&mut self, species: Species, name: String, from: Moment) -> OfficeCommand {
        let new = |name: String| match species {
            Species::Category => NewEntry::category(&name),
            _ => NewEntry::unit(&name).group("部门"),
        };
        let into = vec![new(self.new_name(species)), new(self.new_name(species))];
        OfficeCommand::Split { species, name, into, from }
    }
}

/// What tickets are scored against.
pub(crate) const SHEET: [(&str, u32); 3] = [("规范用语", 20), ("诉求记录", 30), ("办理答复", 50)];

fn sheet() -> Vec<InspectionPoint> {
    SHEET.map(|(name, most)| InspectionPoint { name: name.to_owned(), most }).to_vec()
}

fn desk(now: Moment) -> Stamp {
    Stamp::centre("管理员", now)
}

/// A rule that is another from now on; short limits most of the time, so that they are broken.
fn provision(dice: &mut Dice, now: Moment) -> Provision {
    let number = 1 + dice.below(4) as u32;
    let limit = match dice.below(3) {
        0 => Limit::WorkingDays(number),
        1 => Limit::WorkingMinutes(number * 60),
        _ => Limit::ClockMinutes(number * 90),
    };
    let levels = [Satisfaction::VerySatisfied, Satisfaction::Satisfied];
    let satisfied = levels[..1 + dice.below(2)].to_vec();
    let (setting, value) = match dice.below(18) {
        0 | 1 => (Setting::HandleLimit, Value::Limit(limit)),
        2 => (Setting::SignOffLimit, Value::Limit(limit)),
        3 => (Setting::ReworkLimit, Value::Limit(limit)),
        4 => (Setting::ReturnWindow, Value::Limit(limit)),
        5 => (Setting::DecideWithin, Value::Limit(limit)),
        6 => (Setting::CloseUncalled, Value::Flag(dice.chance(50))),
        7 => (Setting::AssistantsReport, Value::Flag(dice.chance(40))),
        8 => (Setting::ReturnCap, Value::Number(number)),
        9 => (Setting::ExtensionCap, Value::Number(number)),
        10 => (Setting::SatisfiedLevels, Value::Levels(satisfied)),
        12 | 14..=17 => (Setting::ReviewReplies, Value::Flag(dice.chance(60))),
        11 => (Setting::SolvedUnreached, Value::Flag(dice.chance(70))),
        _ => (Setting::ClockTolerance, Value::Number(number * 3)),
    };
    let urgency = dice.chance(25).then_some(Urgency::Urgent);
    Provision { setting, from: now, scope: Scope { urgency, ..Scope::default() }, value }
}
