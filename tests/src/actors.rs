//! The actors: desk, units and supervisors who ask one random thing after the other. Most of it
//! is sensible, some of it is nonsense, and times jump back a little between tickets.

use gongdan::{
    Caller, Command, Fact, FileKind, Intake, Kind, Limit, Moment, NewEntry, OfficeCommand, Place,
    Provision, Receipt, Satisfaction, Scope, Setting, Species, Stage, Stamp, Urgency, Value,
};

use crate::commands::{self, Asker};
use crate::county::{County, at};
use crate::dice::Dice;
use crate::play::{Act, Asked, Play};

const MINUTE: i64 = 60_000;

/// What the actors remember of a ticket.
struct Known {
    last_at: Moment,
    stage: Stage,
    lead: Option<String>,
    assisting: Option<String>,
    /// What was asked for and not decided.
    asked: Option<Open>,
    /// Whether it was said to be of a contact from which another ticket came.
    related: bool,
}

/// What waits for an answer.
#[derive(Clone, Copy)]
enum Open {
    Return,
    Extension,
    Pause,
    Exemption,
    Section,
    Review,
}

/// The actors and what they remember.
pub struct Actors {
    dice: Dice,
    now: Moment,
    /// Nothing is dated before the office's last act.
    office_at: Moment,
    known: Vec<Known>,
    units: Vec<String>,
    named: usize,
    correct: bool,
    /// Whether replies are reviewed, or were.
    reviews: bool,
}

impl Actors {
    /// The actors of a seed, a minute after the county was founded.
    pub fn new(seed: u64) -> Self {
        let start = at("2020-08-20 08:01");
        let units = County::UNITS.iter().map(|name| (*name).to_owned()).collect();
        let dice = Dice::new(seed);
        Self {
            dice,
            now: start,
            office_at: start,
            known: Vec::new(),
            units,
            named: 0,
            correct: true,
            reviews: false,
        }
    }

    /// Nobody corrects anything: then nothing that is entered later changes what was before.
    #[must_use]
    pub fn who_correct_nothing(mut self) -> Self {
        self.correct = false;
        self
    }

    /// The latest moment so far.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// The next thing that somebody asks.
    pub fn next_play(&mut self) -> Play {
        let minutes = self.dice.below(120) as i64;
        self.now = self.now.plus_ms(minutes * MINUTE + self.dice.below(60_000) as i64);
        match self.dice.below(100) {
            0..=2 => self.office(),
            3..=22 => self.intake(),
            _ if self.known.is_empty() => self.intake(),
            _ => self.ticket(),
        }
    }

    /// Remembers what a play that was granted changed.
    pub fn note(&mut self, play: &Play, receipt: Option<&Receipt>) {
        match (&play.act, receipt) {
            (Act::Office(_), _) => self.office_at = self.office_at.max(play.stamp.at()),
            (Act::Intake(_), Some(receipt)) if receipt.repeated => {}
            (Act::Intake(_), Some(receipt)) => {
                let (last_at, stage) = (play.stamp.at(), receipt.stage);
                let (lead, assisting, asked, related) = (None, None, None, false);
                self.known.push(Known { last_at, stage, lead, assisting, asked, related });
            }
            (Act::Ticket(ticket, asked), Some(receipt)) => {
                let known = &mut self.known[*ticket];
                if !matches!(asked, Asked::Plain(Command::Correct { .. })) {
                    known.last_at = play.stamp.at();
                }
                known.stage = receipt.stage;
                known.asked = match asked {
                    Asked::Plain(Command::RequestReturn { .. }) => Some(Open::Return),
                    Asked::Plain(Command::RequestExtension { .. }) => Some(Open::Extension),
                    Asked::Plain(Command::Suspend { .. }) => Some(Open::Pause),
                    Asked::Plain(Command::Exempt { .. } | Command::AskExempt { .. }) => {
                        known.asked.or(Some(Open::Exemption))
                    }
                    Asked::Plain(Command::Handle { .. }) if self.reviews => Some(Open::Review),
                    Asked::Plain(Command::Forward { .. }) => known.asked.or(Some(Open::Section)),
                    Asked::Plain(
                        Command::Note { .. } | Command::Urge { .. } | Command::Correct { .. },
                    ) => known.asked,
                    _ => None,
                };
                match asked {
                    Asked::Relate(_) => known.related = true,
                    Asked::Plain(Command::Unrelate) => known.related = false,
                    Asked::Plain(Command::Transfer { lead, assisting, .. }) => {
                        known.lead = Some(lead.clone());
                        known.assisting = assisting.first().cloned();
                    }
                    Asked::Plain(
                        Command::Designate { unit, .. }
                        | Command::Redispatch { to: unit, .. }
                        | Command::GrantReturn { to: Some(unit), .. },
                    ) => known.lead = Some(unit.clone()),
                    _ => {}
                }
            }
            (_, None) => {}
        }
    }

    /// A moment not before the ticket's last event nor the office's last act, now or up to six
    /// hours ago.
    fn moment(&mut self, after: Moment) -> Moment {
        let back = if self.dice.chance(30) { self.dice.below(360) as i64 } else { 0 };
        self.now.plus_ms(-back * MINUTE).max(after).max(self.office_at)
    }

    fn intake(&mut self) -> Play {
        let stamp = Stamp::centre(format!("坐席{:02}", self.dice.below(9)), self.moment(self.now));
        let dice = &mut self.dice;
        let mut intake = Intake::new(*dice.one_of(&County::CHANNELS), commands::text(dice))
            .kind(*dice.one_of(Kind::ALL));
        intake.category = commands::category(dice);
        intake.urgency = if dice.chance(15) { *dice.one_of(Urgency::ALL) } else { Urgency::Normal };
        intake.area = dice.chance(40).then(|| (*dice.one_of(&County::AREAS)).to_owned());
        intake.appeal = dice.chance(60).then(|| commands::text(dice));
        intake.confidential = dice.chance(5);
        if dice.chance(70) {
            let phone = format!("138{:08}", dice.below(40));
            intake = intake.caller(Caller::named("陈女士").phone(phone));
        }
        if dice.chance(10) {
            let number = dice.below(30);
            intake.external = Some(format!("SZ-{number}"));
            // A number that comes again is of the same matter.
            intake.matter = format!("平台转来的第{number}件事项");
        }
        Play { stamp, act: Act::Intake(intake) }
    }

    fn ticket(&mut self) -> Play {
        let recent = self.known.len().saturating_sub(40);
        let ticket = match self.dice.chance(85) {
            true => recent + self.dice.below(self.known.len() - recent),
            false => self.dice.below(self.known.len()),
        };
        if self.dice.chance(4) {
            return self.pointer(ticket);
        }
        if self.correct && self.dice.chance(4) {
            return self.correction(ticket);
        }
        if let Some(open) = self.known[ticket].asked.filter(|_| self.dice.chance(60)) {
            return self.answer(ticket, open);
        }
        if let Some(unit) = self.known[ticket].assisting.clone().filter(|_| self.dice.chance(15)) {
            return self.excuse(ticket, unit);
        }
        let stage = match self.dice.chance(80) {
            true => self.known[ticket].stage,
            false => *self.dice.one_of(Stage::ALL),
        };
        let (asker, command) = match self.dice.chance(85) {
            true => commands::sensible(&mut self.dice, stage, &self.units),
            false => commands::anytime(&mut self.dice, &self.units),
        };
        let stamp = self.stamp(ticket, asker);
        Play { stamp, act: Act::Ticket(ticket, Asked::Plain(command)) }
    }

    /// The centre answers what was asked for.
    fn answer(&mut self, ticket: usize, open: Open) -> Play {
        let (granted, reason) = (self.dice.chance(50), commands::text(&mut self.dice));
        let command = match (open, granted) {
            (Open::Return, true) => Command::GrantReturn { to: None, remark: None },
            (Open::Return, false) => Command::DenyReturn { reason, forbid: false },
            (Open::Extension, true) => Command::GrantExtension,
            (Open::Extension, false) => Command::DenyExtension { reason },
            (Open::Pause, _) => Command::Resume,
            (Open::Section, _) => Command::Unforward,
            (Open::Review, true) => Command::PassReply,
            (Open::Review, false) => Command::SendBack { reason },
            (Open::Exemption, _) => {
                let lead = self.known[ticket].lead.clone();
                Command::Unexempt { unit: lead.unwrap_or_else(|| self.units[0].clone()), reason }
            }
        };
        let asker = if matches!(open, Open::Section) { Asker::Lead } else { Asker::Centre };
        let stamp = self.stamp(ticket, asker);
        Play { stamp, act: Act::Ticket(ticket, Asked::Plain(command)) }
    }

    /// An assisting unit signs, reports, or is excused.
    fn excuse(&mut self, ticket: usize, unit: String) -> Play {
        let result = commands::text(&mut self.dice);
        let (asker, command) = match self.dice.below(10) {
            0..=3 => (Asker::Assisting, Command::SignOff),
            4..=7 => (Asker::Assisting, Command::Report { result }),
            _ => (Asker::Centre, Command::Excuse { unit }),
        };
        let stamp = self.stamp(ticket, asker);
        Play { stamp, act: Act::Ticket(ticket, Asked::Plain(command)) }
    }

    /// Two tickets at once: dated now, so that both have happened.
    fn pointer(&mut self, ticket: usize) -> Play {
        let main = self.dice.below(self.known.len());
        let asked = match self.dice.chance(50) {
            _ if self.known[ticket].related => Asked::Plain(Command::Unrelate),
            true => Asked::Merge(main),
            false if main.is_multiple_of(3) => Asked::Relate(main),
            false => Asked::Repeat(main),
        };
        Play { stamp: Stamp::centre("班长", self.now), act: Act::Ticket(ticket, asked) }
    }

    /// The last fact of some kind was a while before the ticket's last event; or something else that is
    /// rarely asked.
    fn correction(&mut self, ticket: usize) -> Play {
        let back = self.dice.below(900);
        let fact = *self.dice.one_of(Fact::ALL);
        let moment = self.known[ticket].last_at.plus_ms(-(back as i64) * MINUTE);
        let reason = commands::text(&mut self.dice);
        let to = self.units[back % self.units.len()].clone();
        let unit = self.known[ticket].lead.clone().unwrap_or_else(|| to.clone());
        let stage = self.known[ticket].stage;
        let command = match back % 8 {
            0 => Command::Redispatch { to, remark: reason },
            1 if back.is_multiple_of(3) && stage == Stage::Closed => {
                Command::Inspect { scores: vec![format!("规范用语={}", back % 21)], text: None }
            }
            1 if back % 3 == 1 && stage == Stage::Closed => {
                Command::Rate { satisfaction: Satisfaction::ALL[back % 5], text: Some(reason) }
            }
            1 => Command::Unrepeat,
            2 => attachment(reason),
            3 => Command::Detach { no: 1 },
            4 => Command::Withdraw { reason },
            5 if back.is_multiple_of(3) => Command::AskExempt { reason },
            5 => Command::Exempt { unit, reason },
            6 if back % 16 == 6 => {
                let lead = County::UNITS.iter().position(|name| **name == unit);
                Command::Forward { section: County::section(lead.unwrap_or(0)), days: 1 }
            }
            6 => self.past(ticket, to, back),
            _ => Command::Correct { fact, no: None, moment, reason },
        };
        let stamp = match (&command, &self.known[ticket].lead) {
            (Command::AskExempt { .. } | Command::Forward { .. }, Some(unit)) => {
                Stamp::unit(unit, "经办人", self.now)
            }
            _ => Stamp::centre("班长", self.now),
        };
        Play { stamp, act: Act::Ticket(ticket, Asked::Plain(command)) }
    }

    /// What an old register says of it, each fact with a moment or without one.
    fn past(&self, ticket: usize, unit: String, vary: usize) -> Command {
        let at = self.known[ticket].last_at;
        Command::Backfill {
            unit: Some(unit),
            transferred_at: (!vary.is_multiple_of(3)).then_some(at),
            sign_off_by: None,
            handle_by: (vary.is_multiple_of(5)).then_some(self.now),
            policy_limits: vary % 7 > 3,
            signed_off_at: None,
            handled: (!vary.is_multiple_of(4)).then_some(vary % 4 > 1),
            handled_at: (vary % 20 == 3).then_some(self.now),
            result: None,
            callback: None,
            called_back_at: None,
            satisfaction: None,
            attitude: None,
            solved: None,
            outcome: None,
            closed_at: None,
            known_on: None,
            source: None,
            row: Some(1 + vary as u32),
        }
    }

    fn stamp(&mut self, ticket: usize, asker: Asker) -> Stamp {
        let after = self.known[ticket].last_at;
        let moment = if self.dice.chance(2) {
            self.now.plus_ms(-90 * 24 * 60 * MINUTE)
        } else {
            self.moment(after)
        };
        let known = &self.known[ticket];
        let (lead, assisting) = (known.lead.clone(), known.assisting.clone());
        let stranger = self.dice.one_of(&self.units).clone();
        let odd = self.dice.chance(5);
        let unit = |own: Option<String>| own.filter(|_| !odd).unwrap_or(stranger);
        match asker {
            Asker::Centre if odd => Stamp::supervisor("督查员", moment),
            Asker::Centre => Stamp::centre("坐席07", moment),
            Asker::Lead => Stamp::unit(unit(lead), "经办人", moment),
            Asker::Assisting => Stamp::unit(unit(assisting), "协办人", moment),
            Asker::Supervisor => Stamp::supervisor("督查员", moment),
        }
    }

    fn office(&mut self) -> Play {
        let command = self.office_command();
        Play { stamp: Stamp::centre("管理员", self.now), act: Act::Office(command) }
    }

    fn office_command(&mut self) -> OfficeCommand {
        let (from, species) = (self.now, Species::Unit);
        let name = self.dice.one_of(&self.units).clone();
        match self.dice.below(9) {
            0 | 1 => {
                self.named += 1;
                let new = format!("新设单位{}", self.named);
                self.units.push(new.clone());
                let group = if self.dice.chance(50) { "部门" } else { "园区" };
                OfficeCommand::Add(
                    NewEntry::unit(&new).group(group).order(self.dice.below(9) as u32),
                )
            }
            2 => {
                self.named += 1;
                let to = format!("{name}更名{}", self.named);
                OfficeCommand::Rename { species, name, to, from }
            }
            3 => {
                let into = self.dice.one_of(&self.units).clone();
                OfficeCommand::Merge { species, name, into, from }
            }
            4 if self.dice.chance(30) => OfficeCommand::Retire { species, name, from },
            5 => {
                let place = Place { parent: None, group: Some("乡镇".into()), order: 3 };
                OfficeCommand::Place { species, name, place, from }
            }
            6 => {
                let species = Species::Category;
                let name = (*self.dice.one_of(&County::CATEGORIES)).to_owned();
                self.named += 1;
                let to = format!("{name}{}", self.named);
                OfficeCommand::Rename { species, name, to, from }
            }
            7 => OfficeCommand::Provide(self.provision()),
            _ => OfficeCommand::RecordContacts {
                channel: County::CHANNELS[0].into(),
                day: self.now.day(),
                count: 1 + self.dice.below(90) as i64,
            },
        }
    }

    fn provision(&mut self) -> Provision {
        let days = 1 + self.dice.below(6) as u32;
        let (setting, value) = match self.dice.below(6) {
            0 => (Setting::HandleLimit, Value::Limit(Limit::WorkingDays(days))),
            1 => (Setting::SignOffLimit, Value::Limit(Limit::WorkingMinutes(days * 60))),
            2 => (Setting::CloseUncalled, Value::Flag(self.dice.chance(50))),
            3 if days.is_multiple_of(2) => {
                self.reviews = true;
                (Setting::ReviewReplies, Value::Flag(self.dice.chance(50)))
            }
            3 => (Setting::AssistantsReport, Value::Flag(self.dice.chance(50))),
            4 => (Setting::ReturnCap, Value::Number(days)),
            _ => (Setting::ExtensionCap, Value::Number(days)),
        };
        Provision { setting, from: self.now, scope: Scope::default(), value }
    }
}

/// A recording, which stays where it was made.
fn attachment(file_place: String) -> Command {
    Command::Attach {
        name: "通话.wav".into(),
        file_kind: FileKind::Recording,
        size: 1_000_000,
        sha256: "0123456789abcdef".repeat(4),
        file_place: Some(file_place),
    }
}
