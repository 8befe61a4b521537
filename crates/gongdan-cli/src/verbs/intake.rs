//! `gongdan intake`: a new ticket (受理).

use std::path::PathBuf;

use clap::Args;
use gongdan::{Batch, Hotline, Intake, Kind, Result, Urgency, Verb};

use super::receipt;
use crate::args::{listed, word};
use crate::exit::Outcome;
use crate::screen::Screen;
use crate::who::{Desk, Once, Stamps};

/// The new ticket's arguments.
#[derive(Args, Debug)]
pub(crate) struct TakeIn {
    /// The hotline's file
    file: PathBuf,
    /// Where it came from (渠道)
    #[arg(long)]
    channel: String,
    /// The matter in a line (诉求标题)
    #[arg(long)]
    matter: String,
    /// What the citizen said (诉求内容)
    #[arg(long)]
    appeal: Option<String>,
    /// What it is about (问题分类)
    #[arg(long)]
    category: Option<String>,
    #[arg(long, help = listed("What the citizen wants", Kind::ALL.iter().map(|kind| (kind.word(), kind.term()))))]
    kind: Option<String>,
    #[arg(long, help = listed("How pressing it is", Urgency::ALL.iter().map(|urgency| (urgency.word(), urgency.term()))))]
    urgency: Option<String>,
    /// Where it plays (区域)
    #[arg(long)]
    area: Option<String>,
    /// The caller's name (来电人); never printed again
    #[arg(long, value_name = "NAME")]
    caller_name: Option<String>,
    /// The caller's telephone number (联系电话); never printed again
    #[arg(long, value_name = "NUMBER")]
    caller_phone: Option<String>,
    /// The caller's address (联系地址); never printed again
    #[arg(long, value_name = "ADDRESS")]
    caller_address: Option<String>,
    /// Withhold the caller's data from the units (保密)
    #[arg(long)]
    confidential: bool,
    /// The number another platform gave it; seen again, it answers with the ticket that stands
    #[arg(long, value_name = "NUMBER")]
    external: Option<String>,
    #[command(flatten)]
    desk: Desk,
    #[command(flatten)]
    once: Once,
}

impl TakeIn {
    /// Takes it in.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let stamp = self.once.guard(self.desk.stamp()?);
        let (file, tried) = (self.file.clone(), self.once.dry_run);
        let intake = self.intake()?;
        let mut hotline = Hotline::open(file)?;
        let work = |batch: &mut Batch<'_>| batch.intake(&stamp, &intake);
        let receipt = match tried {
            true => hotline.dry_run(work)?.0,
            false => hotline.intake(&stamp, &intake)?,
        };
        receipt::of_ticket(screen, Verb::Intake, &receipt, tried)
    }

    fn intake(self) -> Result<Intake> {
        let plain = Intake::new(self.channel, self.matter);
        let kind = self.kind.as_deref().map(|kind| Kind::parse(&word(kind))).transpose()?;
        let urgency = self.urgency.as_deref().map(|urgency| Urgency::parse(&word(urgency)));
        Ok(Intake {
            appeal: self.appeal,
            category: self.category,
            kind: kind.unwrap_or(plain.kind),
            urgency: urgency.transpose()?.unwrap_or(plain.urgency),
            area: self.area,
            caller_name: self.caller_name,
            caller_phone: self.caller_phone,
            caller_address: self.caller_address,
            confidential: self.confidential,
            external: self.external,
            ..plain
        })
    }
}
