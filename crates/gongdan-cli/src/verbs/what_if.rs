//! `gongdan what-if`: a period under other rules, beside what it was. The file is not changed.

use std::path::PathBuf;

use clap::Args;
use gongdan::{
    Hotline, Invalid, Limit, Notice, OtherRules, Problem, Question, Setting, SideBySide,
    Value as Provided,
};

use super::counted::counted;
use super::leaving::Leaving;
use super::viewing::Viewing;
use super::{beside, figures};
use crate::exit::{Exit, Failure, Outcome};
use crate::listed::word;
use crate::reading::text;
use crate::scope::Scoped;
use crate::screen::Screen;
use crate::told::Told;
use crate::{limit, words};

/// Which period, and what would have been otherwise.
#[derive(Args, Debug)]
pub(crate) struct WhatIf {
    /// The hotline's file
    file: PathBuf,
    #[command(flatten)]
    question: Told<Question>,
    /// Working days to handle (办理时限)
    #[arg(long, value_name = "DAYS", group = "otherwise")]
    handle_days: Option<u32>,
    /// Working days to sign off (签收时限)
    #[arg(long, value_name = "DAYS", group = "otherwise")]
    sign_off_days: Option<u32>,
    /// Working days for a rework (重办时限)
    #[arg(long, value_name = "DAYS", group = "otherwise")]
    rework_days: Option<u32>,
    #[arg(long, value_name = "SETTING=VALUE", group = "otherwise", help = format!("sign_off_limit, handle_limit, total_limit, rework_limit or hours, for example handle_limit=72h: {}", limit::LIMITS))]
    set: Vec<String>,
    #[command(flatten)]
    scoped: Scoped,
    /// Notices of another calendar, as `calendar load` reads them; - reads the input
    #[arg(long, value_name = "CSV", group = "otherwise")]
    calendar: Option<PathBuf>,
    /// Only these counts
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    count: Vec<String>,
    #[command(flatten)]
    leaving: Leaving,
    #[command(flatten)]
    viewing: Viewing,
}

impl WhatIf {
    /// Answers twice.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let ask = |hotline: &Hotline| self.answer(screen, hotline);
        self.viewing.reading(&self.file, ask)
    }

    fn answer(&self, screen: &Screen, hotline: &Hotline) -> Outcome {
        let question = figures::asked(&self.question)?;
        let as_of = question.as_of;
        let counts = counted(&self.count, &question)?;
        let other = self.other(hotline)?;
        let SideBySide { as_it_was, as_if, .. } = hotline.what_if(&question, &other)?;
        let rounding = hotline.rounding(as_of)?;
        let sides = beside::Sides {
            names: [("as_it_was", words::AS_IT_WAS), ("as_if", words::AS_IF)],
            figures: [&as_it_was, &as_if],
            rounding,
        };
        if let Some(out) = self.leaving.file() {
            return self.leaving.write(screen, out, &sides.table(&counts));
        }
        match screen.json {
            true => screen.value(&sides.object(&counts))?,
            false => sides.print(screen, &counts)?,
        }
        Ok(Exit::Done)
    }

    fn other(&self, hotline: &Hotline) -> std::result::Result<OtherRules, Failure> {
        let rules = hotline.rulebook()?;
        let scope = self.scoped.scope(&rules.register)?;
        let mut other = OtherRules::default();
        for (setting, value) in self.settings()? {
            other = other.throughout(&rules.policy, setting, scope, value);
        }
        if let Some(calendar) = &self.calendar {
            other.notices = Notice::parse_all(&text(calendar)?)?;
        }
        if other == OtherRules::default() {
            let rule = "a what-if needs a limit, a setting or a calendar that is otherwise";
            return Err(Invalid::new("otherwise", Problem::Rule { rule }).into());
        }
        Ok(other)
    }

    fn settings(&self) -> std::result::Result<Vec<(Setting, Provided)>, Invalid> {
        let days = [
            (Setting::HandleLimit, self.handle_days),
            (Setting::SignOffLimit, self.sign_off_days),
            (Setting::ReworkLimit, self.rework_days),
        ];
        let days = days.into_iter().filter_map(|(setting, days)| Some((setting, days?)));
        let days = days.map(|(setting, days)| {
            let limit = Limit::WorkingDays(days);
            limit.validate().map(|()| (setting, Provided::Limit(limit)))
        });
        let set = self.set.iter().map(|given| {
            let expected = "SETTING=VALUE";
            let problem = Problem::Malformed { expected };
            let (setting, value) = given.split_once('=').ok_or(Invalid::new("set", problem))?;
            let setting = Setting::parse(&word(setting))?;
            let value = limit::value(setting, value);
            Ok((setting, value.map_err(|wrong| wrong.named("set"))?))
        });
        days.chain(set).collect()
    }
}
