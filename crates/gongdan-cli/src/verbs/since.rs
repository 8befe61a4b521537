//! `gongdan since`: a period against the one before it (环比) or the same a year earlier (同比).

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use gongdan::{Hotline, Issue, Question};
use serde_json::Value;

use super::counted::counted;
use super::leaving::Leaving;
use super::viewing::Viewing;
use super::{beside, figures, issues};
use crate::exit::{Exit, Failure, Outcome};
use crate::screen::Screen;
use crate::told::Told;
use crate::words;

/// Which period, against which.
#[derive(Args, Debug)]
pub(crate) struct Since {
    /// The hotline's file
    file: PathBuf,
    #[command(flatten)]
    question: Told<Question>,
    /// What the period is compared with
    #[arg(long, value_enum, default_value_t = Against::Before)]
    against: Against,
    /// Only these counts
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    count: Vec<String>,
    #[command(flatten)]
    leaving: Leaving,
    #[command(flatten)]
    viewing: Viewing,
}

/// What a period is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Against {
    /// The period before it, of the same length (环比)
    Before,
    /// The same period a year earlier (同比)
    Year,
}

impl Since {
    /// Answers for both periods.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let ask = |hotline: &Hotline| self.answer(screen, hotline);
        self.viewing.reading(&self.file, ask)
    }

    fn answer(&self, screen: &Screen, hotline: &Hotline) -> Outcome {
        let question = figures::asked(&self.question)?;
        let as_of = question.as_of;
        let counts = counted(&self.count, &question)?;
        let against = match self.against {
            Against::Before => gongdan::Against::Before,
            Against::Year => gongdan::Against::YearBefore,
        };
        let since = hotline.since(&question, against)?;
        let sides = beside::Sides {
            names: [("before", words::BEFORE), ("now", words::NOW)],
            figures: [&since.before, &since.now],
            rounding: hotline.rounding(as_of)?,
        };
        if let Some(out) = self.leaving.file() {
            return self.leaving.write(screen, out, &sides.table(&counts));
        }
        if screen.json {
            let mut object = sides.object(&counts);
            object["against"] = since.before.question.period.to_string().into();
            object["published"] = since.published.as_ref().map_or(Value::Null, issues::object);
            screen.value(&object)?;
        } else {
            said(screen, since.published.as_ref())?;
            sides.print(screen, &counts)?;
        }
        Ok(Exit::Done)
    }
}

/// Whether the earlier figures are those that were published.
fn said(screen: &Screen, published: Option<&Issue>) -> std::result::Result<(), Failure> {
    match published.map(|issue| &issue.published) {
        Some(issue) => {
            let name = issues::printed(issue.year, issue.number);
            screen.line(format_args!("{} {name}", screen.word(words::AS_PUBLISHED)))
        }
        None => screen.line(screen.word(words::NEVER_PUBLISHED)),
    }
}
