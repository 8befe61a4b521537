//! `gongdan subject-export`: everything the file knows of one person, as JSON (查阅、复制个人信息).

use std::path::PathBuf;

use clap::Args;
use gongdan::{Hotline, SubjectRecord};
use serde_json::{Value, json};

use super::history;
use super::ticket_args::Reason;
use crate::exit::{Exit, Outcome};
use crate::screen::Screen;
use crate::shown::{fields, object};
use crate::who::{Desk, Stamps};

/// Whose, by whose order, and why.
#[derive(Args, Debug)]
pub(crate) struct SubjectExport {
    /// The hotline's file
    file: PathBuf,
    /// The person's telephone number (联系电话)
    #[arg(long, value_name = "NUMBER")]
    phone: String,
    #[command(flatten)]
    why: Reason,
    #[command(flatten)]
    who: Desk,
}

impl SubjectExport {
    /// Prints every record, always as JSON, and writes on each ticket who saw it and why. Without a
    /// reason nothing is looked up, not even whether the number is known.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let stamp = self.who.stamp()?;
        let mut hotline = Hotline::open(&self.file)?;
        let records = hotline.subject_export(&stamp, &self.phone, &self.why.reason)?;
        let records: Vec<Value> = records.iter().map(record).collect();
        screen.value(&json!({ "records": records }))?;
        Ok(Exit::Done)
    }
}

fn record(record: &SubjectRecord) -> Value {
    let caller = &record.caller;
    json!({
        "ticket": object(&fields(&record.ticket)),
        "caller": { "name": caller.name, "phone": caller.phone, "address": caller.address },
        "events": history::events(&record.history),
    })
}
