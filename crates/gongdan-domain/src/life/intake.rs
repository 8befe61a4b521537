//! An intake as Rust programs write it, and the caller it comes from.

use serde::{Deserialize, Serialize};

use crate::vocabulary::{Kind, Urgency};

use super::command::Intake;

/// Who called, as far as the caller told. Personal data: it never enters the journal.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Caller {
    /// Name as told, for example 陶女士.
    pub name: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Where the caller lives.
    pub address: Option<String>,
}

impl std::fmt::Debug for Caller {
    /// Never shows the person.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Caller(withheld)")
    }
}

impl Caller {
    /// A caller by name.
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: Some(name.into()), ..Self::default() }
    }

    /// With a telephone number.
    #[must_use]
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(phone.into());
        self
    }

    /// With an address.
    #[must_use]
    pub fn address(mut self, address: impl Into<String>) -> Self {
        self.address = Some(address.into());
        self
    }
}

impl Intake {
    /// A matter that came by a channel: kind 求助, urgency 一般, no category yet.
    pub fn new(channel: impl Into<String>, matter: impl Into<String>) -> Self {
        Self { channel: channel.into(), matter: matter.into(), ..Self::default() }
    }

    /// With what the citizen said.
    #[must_use]
    pub fn appeal(mut self, appeal: impl Into<String>) -> Self {
        self.appeal = Some(appeal.into());
        self
    }

    /// In a category.
    #[must_use]
    pub fn category(mut self, category: impl Into<String>) -> Self {
        self.category = Some(category.into());
        self
    }

    /// Of a kind.
    #[must_use]
    pub fn kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    /// Of an urgency.
    #[must_use]
    pub fn urgency(mut self, urgency: Urgency) -> Self {
        self.urgency = urgency;
        self
    }

    /// In an area.
    #[must_use]
    pub fn area(mut self, area: impl Into<String>) -> Self {
        self.area = Some(area.into());
        self
    }

    /// From a caller.
    #[must_use]
    pub fn caller(mut self, caller: Caller) -> Self {
        self.caller_name = caller.name;
        self.caller_phone = caller.phone;
        self.caller_address = caller.address;
        self
    }

    /// With the caller's data withheld.
    #[must_use]
    pub fn confidential(mut self) -> Self {
        self.confidential = true;
        self
    }

    /// With another platform's number.
    #[must_use]
    pub fn external(mut self, external: impl Into<String>) -> Self {
        self.external = Some(external.into());
        self
    }
}
