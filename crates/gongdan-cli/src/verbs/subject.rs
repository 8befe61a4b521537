//! `gongdan subject-export` and `subject-erase`: everything the file knows of one person, as JSON
//! (查阅、复制个人信息), and its end (删除个人信息).

use std::path::PathBuf;

use clap::Args;
use gongdan::{Hotline, Subject, SubjectRecord};
use serde_json::{Value, json};

use super::history;
use crate::exit::{Exit, Outcome};
use crate::screen::Screen;
use crate::shown;
use crate::who::{Desk, Stamps};
use crate::words;

/// Whose, by whose order, and why.
#[derive(Args, Debug)]
pub(crate) struct SubjectExport {
    /// The hotline's file
    file: PathBuf,
    /// The person's telephone number (联系电话)
    #[arg(long, value_name = "NUMBER")]
    phone: String,
    /// Why (理由); it has to be given
    #[arg(long, default_value = "")]
    reason: String,
    #[command(flatten)]
    who: Desk,
}

/// Whom, by whose order, and why.
#[derive(Args, Debug)]
pub(crate) struct SubjectErase {
    /// The hotline's file
    file: PathBuf,
    /// The person's telephone number (联系电话)
    #[arg(long, value_name = "NUMBER")]
    phone: String,
    /// Why (理由); it has to be given
    #[arg(long, default_value = "")]
    reason: String,
    #[command(flatten)]
    who: Desk,
}

impl SubjectErase {
    /// Erases the texts; exit code 1 when the log could not be emptied yet.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let stamp = self.who.stamp()?;
        let mut hotline = Hotline::open(&self.file)?;
        let erasure = hotline.erase(&stamp, &Subject::Phone(self.phone), &self.reason)?;
        let tickets: Vec<i64> = erasure.tickets.iter().map(|id| id.0).collect();
        if screen.json {
            let (texts, log) = (erasure.texts, erasure.log_emptied);
            screen.value(&json!({ "tickets": tickets, "texts": texts, "log_emptied": log }))?;
        } else {
            let (of, texts) = (screen.word(words::TICKETS), screen.word(words::TEXTS));
            let erased = screen.word(words::ERASED);
            let count = tickets.len();
            screen.line(format_args!("{erased}: {of} {count}, {texts} {}", erasure.texts))?;
        }
        Ok(if erasure.log_emptied { Exit::Done } else { Exit::Refused })
    }
}

impl SubjectExport {
    /// Prints every record, always as JSON, and writes on each ticket who saw it and why. Without a
    /// reason nothing is looked up, not even whether the number is known.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let stamp = self.who.stamp()?;
        let mut hotline = Hotline::open(&self.file)?;
        let records = hotline.subject_export(&stamp, &self.phone, &self.reason)?;
        let records: Vec<Value> = records.iter().map(record).collect();
        screen.value(&json!({ "records": records }))?;
        Ok(Exit::Done)
    }
}

fn record(record: &SubjectRecord) -> Value {
    let caller = &record.caller;
    json!({
        "ticket": shown::ticket(&record.ticket),
        "caller": { "name": caller.name, "phone": caller.phone, "address": caller.address },
        "events": history::events(&record.history),
    })
}
