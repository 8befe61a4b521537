//! To which tickets a provision applies, as arguments.

use clap::Args;
use gongdan::{Invalid, Kind, Register, Scope, Species, Urgency};

use crate::listed::word;

/// Arguments that narrow a provision.
#[derive(Args, Clone, Debug)]
pub(crate) struct Scoped {
    /// Only for this kind of appeal (诉求类型)
    #[arg(long)]
    kind: Option<String>,
    /// Only for this urgency (紧急程度)
    #[arg(long)]
    urgency: Option<String>,
    /// Only for this category (问题分类)
    #[arg(long)]
    category: Option<String>,
    /// Only for this channel (渠道)
    #[arg(long)]
    channel: Option<String>,
}

impl Scoped {
    /// The scope, its names looked up.
    pub(crate) fn scope(&self, register: &Register) -> Result<Scope, Invalid> {
        let find = |species, name: &Option<String>| {
            let found = name.as_deref().map(|name| register.find(species, name));
            found.transpose().map(|found| found.map(|entry| entry.id))
        };
        let (kind, urgency) = (self.kind.as_deref(), self.urgency.as_deref());
        Ok(Scope {
            kind: kind.map(|kind| Kind::parse(&word(kind))).transpose()?,
            urgency: urgency.map(|urgency| Urgency::parse(&word(urgency))).transpose()?,
            category: find(Species::Category, &self.category)?,
            channel: find(Species::Channel, &self.channel)?,
        })
    }
}
