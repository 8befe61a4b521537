//! `gongdan policy`: every provision of the hotline, in the order in which they were set.

use std::path::PathBuf;

use clap::Args;
use gongdan::{Moment, Provision, Register, Scope, Species, Value as Provided, wording};
use serde_json::{Value, json};

use super::open;
use crate::exit::{Exit, Outcome};
use crate::grid::Grid;
use crate::screen::Screen;
use crate::shown::stamped;
use crate::words;

/// Which file.
#[derive(Args, Debug)]
pub(crate) struct Policy {
    /// The hotline's file
    file: PathBuf,
}

impl Policy {
    /// Lists the provisions.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
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
    let name = |species, id| register.name(species, id, provision.from).to_owned();
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
    }
}
