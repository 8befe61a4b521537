//! Who did it, in which role, and when: on every command and every event.

use crate::invalid::{Invalid, Problem};
use crate::moment::Moment;
use crate::text;
use crate::vocabulary::Role;

/// Who, in which role, when. The role is *declared*: an embedded library cannot prove it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    by: String,
    role: Role,
    unit: Option<String>,
    at: Moment,
}

impl Stamp {
    /// The longest name, in characters.
    pub const MAX_NAME: usize = 64;

    /// Somebody of the hotline centre.
    pub fn centre(by: impl Into<String>, at: Moment) -> Self {
        Self { by: by.into(), role: Role::Centre, unit: None, at }
    }

    /// Somebody of a member unit, named by any of the unit's names.
    pub fn unit(unit: impl Into<String>, by: impl Into<String>, at: Moment) -> Self {
        Self { by: by.into(), role: Role::Unit, unit: Some(unit.into()), at }
    }

    /// Somebody who supervises centre and units (督查).
    pub fn supervisor(by: impl Into<String>, at: Moment) -> Self {
        Self { by: by.into(), role: Role::Supervisor, unit: None, at }
    }

    /// The name as given.
    pub fn by(&self) -> &str {
        &self.by
    }

    /// The declared role.
    pub fn role(&self) -> Role {
        self.role
    }

    /// The unit's name as given, for the role `unit`.
    pub fn unit_name(&self) -> Option<&str> {
        self.unit.as_deref()
    }

    /// When it was done.
    pub fn at(&self) -> Moment {
        self.at
    }

    /// Checks the name: never empty, at most 64 characters, no control characters.
    ///
    /// # Errors
    /// Names the argument `by`, or `unit` when the role is `unit` and none is named.
    pub fn check(&self) -> Result<(), Invalid> {
        text::required("by", &self.by, Self::MAX_NAME)?;
        match (self.role, &self.unit) {
            (Role::Unit, None) => Err(Invalid::new("unit", Problem::Empty)),
            (_, Some(unit)) => text::required("unit", unit, text::MAX_NAME),
            (_, None) => Ok(()),
        }
    }
}
