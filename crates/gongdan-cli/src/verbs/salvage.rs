//! `gongdan salvage`: what can be read of a damaged file goes to a new one.

use std::path::PathBuf;

use clap::Args;
use gongdan::Hotline;
use serde_json::json;

use crate::exit::{Exit, Outcome};
use crate::screen::Screen;
use crate::words;

/// From where to where.
#[derive(Args, Debug)]
pub(crate) struct Salvage {
    /// The damaged file; it is only copied
    file: PathBuf,
    /// The new file to make; what stands there is not overwritten
    to: PathBuf,
}

impl Salvage {
    /// Makes the new file; exit code 1 when something was lost.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let kept = Hotline::salvage(&self.file, &self.to)?;
        if screen.json {
            screen.value(&json!({
                "events": kept.events,
                "events_before": kept.events_before,
                "tickets": kept.tickets,
                "texts": kept.texts,
                "texts_lost": kept.texts_lost,
                "requests": kept.requests,
            }))?;
        } else {
            let before = kept.events_before.map_or("?".to_owned(), |before| before.to_string());
            let (name, of) = (screen.word(words::SALVAGED), screen.word(words::OF_BEFORE));
            let (events, tickets) = (screen.word(words::EVENTS), screen.word(words::TICKETS));
            let (texts, lost) = (screen.word(words::TEXTS), screen.word(words::TEXTS_LOST));
            let first = format!("{name}: {events} {} ({of} {before})", kept.events);
            let rest = format!(
                "{tickets} {}, {texts} {}, {lost} {}",
                kept.tickets, kept.texts, kept.texts_lost
            );
            screen.line(format_args!("{first}, {rest}"))?;
        }
        let whole = kept.events_before == Some(kept.events) && kept.texts_lost == 0;
        Ok(if whole { Exit::Done } else { Exit::Refused })
    }
}
