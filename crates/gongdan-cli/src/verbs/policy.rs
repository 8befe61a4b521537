//! `gongdan policy`: every provision of the hotline, in the order in which they were set; or one
//! more.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use gongdan::{
    Hotline, Moment, OfficeCommand, Provision, Register, Scope, Setting, Species,
    Value as Provided, wording,
};
use serde_json::{Value, json};

use super::{open, receipt};
use crate::exit::{Exit, Outcome};
use crate::grid::Grid;
use crate::listed::{listed, word};
use crate::moments::dated;
use crate::scope::Scoped;
use crate::screen::Screen;
use crate::shown::stamped;
use crate::who::{Desk, Stamps};
use crate::{limit, words};

/// Which file, and whether to set.
#[derive(Args, Debug)]
pub(crate) struct Policy {
    /// The hotline's file
    file: PathBuf,
    #[command(subcommand)]
    asked: Option<Asked>,
}

/// What is done to the policy.
#[derive(Subcommand, Debug)]
enum Asked {
    /// Set one provision; limits already given never move
    Set(Set),
}

/// A new provision.
#[derive(Args, Debug)]
struct Set {
    #[arg(help = listed("What it settles", Setting::ALL.iter().map(|each| (each.word(), each.term()))))]
    setting: String,
    #[arg(help = format!("The value. Limits: {}. Else a number, yes or no, answers, sorts of files, shares of a limit 50,75, office hours 08:30-12:00,14:30-17:30, half-up or truncate, or the name of a measure", limit::LIMITS))]
    value: String,
    #[command(flatten)]
    scoped: Scoped,
    /// From when it holds, a date means its beginning; the moment of the command if left out
    #[arg(long, value_name = "MOMENT")]
    from: Option<String>,
    #[command(flatten)]
    desk: Desk,
    /// Print the events that would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl Set {
    fn run(self, screen: &Screen, file: &Path) -> Outcome {
        let stamp = self.desk.stamp()?;
        let setting = Setting::parse(&word(&self.setting))?;
        let from = self.from.as_deref().map(|from| dated("from", from)).transpose()?;
        let mut hotline = Hotline::open(file)?;
        let provision = Provision {
            setting,
            from: from.unwrap_or(stamp.at()),
            scope: self.scoped.scope(&hotline.rulebook()?.register)?,
            value: limit::value(setting, &self.value)?,
        };
        let commands = vec![OfficeCommand::Provide(provision)];
        receipt::run_office(screen, &mut hotline, &stamp, commands, self.dry_run)
    }
}

impl Policy {
    /// Lists the provisions, or sets one.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        if let Some(Asked::Set(set)) = self.asked {
            return set.run(screen, &self.file);
        }
        let rules = open::reading(&self.file)?.rulebook()?;
        let provisions = rules.policy.provisions();
        if screen.json {
            let provisions: Vec<Value> = provisions
                .iter()
                .map(|provision| object(screen, &rules.register, provision))
                .collect();
            screen.value(&json!({ "provisions": provisions }))?;
            return Ok(Exit::Done);
        }
        let mut grid = Grid::new()
            .text(screen.word(words::SETTING))
            .text(screen.word(words::SCOPE))
            .text(screen.word(words::FROM))
            .text(screen.word(words::VALUE));
        for provision in provisions {
            let setting = provision.setting;
            grid.row([
                format!("{} {}", setting.term(), setting.word()),
                scope(screen, &rules.register, provision),
                from(screen, provision.from),
                value(screen, &provision.value),
            ]);
        }
        screen.table(&grid)?;
        Ok(Exit::Done)
    }
}

fn object(screen: &Screen, register: &Register, provision: &Provision) -> Value {
    let always = provision.from == Moment::MIN;
    json!({
        "setting": provision.setting.word(),
        "term": provision.setting.term(),
        "from": (!always).then(|| stamped(provision.from)),
        "scope": scope(screen, register, provision),
        "value": value(screen, &provision.value),
    })
}

fn scope(screen: &Screen, register: &Register, provision: &Provision) -> String {
    let Scope { kind, urgency, category, channel } = provision.scope;
    let name = |species, id| register.path(species, id, provision.from);
    let parts = [
        kind.map(|kind| screen.word((kind.term(), kind.word())).to_owned()),
        urgency.map(|urgency| screen.word((urgency.term(), urgency.word())).to_owned()),
        category.map(|id| name(Species::Category, id)),
        channel.map(|id| name(Species::Channel, id)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { screen.word(words::ALL).to_owned() } else { parts.join(" ") }
}

fn from(screen: &Screen, from: Moment) -> String {
    if from == Moment::MIN { screen.word(words::ALWAYS).to_owned() } else { from.to_string() }
}

fn value(screen: &Screen, value: &Provided) -> String {
    match value {
        Provided::Limit(limit) => wording::limit(*limit, screen.language),
        Provided::Number(number) => number.to_string(),
        Provided::Flag(flag) => screen.word(if *flag { words::YES } else { words::NO }).to_owned(),
        Provided::Levels(levels) => {
            let levels = levels.iter().map(|level| screen.word((level.term(), level.word())));
            levels.collect::<Vec<_>>().join(" ")
        }
        Provided::Hours(hours) => {
            let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
            let stretches = hours.stretches().iter();
            let stretches = stretches.map(|(from, to)| format!("{}-{}", clock(*from), clock(*to)));
            stretches.collect::<Vec<_>>().join(" ")
        }
        Provided::Rounding(rounding) => screen.word((rounding.term(), rounding.word())).to_owned(),
        Provided::Name(name) => name.clone(),
        Provided::Sheet(points) => {
            let points = points.iter().map(|point| format!("{}={}", point.name, point.most));
            points.collect::<Vec<_>>().join(" ")
        }
        Provided::Shares(shares) => {
            shares.iter().map(|share| format!("{share}%")).collect::<Vec<_>>().join(" ")
        }
        Provided::Files(kinds) => {
            let kinds = kinds.iter().map(|kind| screen.word((kind.term(), kind.word())));
            kinds.collect::<Vec<_>>().join(" ")
        }
    }
}
