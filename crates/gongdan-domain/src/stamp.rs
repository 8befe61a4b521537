//! Who did it, in which role, and when: on every command and every event.

use serde::{Deserialize, Serialize};

use crate::invalid::{Invalid, Problem};
use crate::moment::Moment;
use crate::text;
use crate::vocabulary::Role;

/// Who, in which role, when; and the guard of the command that it goes with: what its caller has
/// seen, and under which id it runs. The role is *declared*: an embedded library cannot prove it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stamp {
    by: String,
    role: Role,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    at: Moment,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seen: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    request: Option<String>,
    #[serde(default)]
    meant: bool,
}

impl Stamp {
    /// The longest name, in characters.
    pub const MAX_NAME: usize = 64;

    /// Somebody of the hotline centre.
    pub fn centre(by: impl Into<String>, at: Moment) -> Self {
        Self::new(Role::Centre, by, at)
    }

    /// Somebody of a member unit, named by any of the unit's names.
    pub fn unit(unit: impl Into<String>, by: impl Into<String>, at: Moment) -> Self {
        Self { unit: Some(unit.into()), ..Self::new(Role::Unit, by, at) }
    }

    /// Somebody who supervises centre and units (督查).
    pub fn supervisor(by: impl Into<String>, at: Moment) -> Self {
        Self::new(Role::Supervisor, by, at)
    }

    fn new(role: Role, by: impl Into<String>, at: Moment) -> Self {
        Self { by: by.into(), role, unit: None, at, seen: None, request: None, meant: false }
    }

    /// For a caller who has seen this version of the ticket: any other one is a conflict.
    #[must_use]
    pub fn seen(mut self, version: u32) -> Self {
        self.seen = Some(version);
        self
    }

    /// Under the request's own id: ASCII, 1 to 64 characters. The same id again has one effect and
    /// the same answer; the same id with another command is a conflict.
    #[must_use]
    pub fn request(mut self, id: impl Into<String>) -> Self {
        self.request = Some(id.into());
        self
    }

    /// Under the next number of a caller who numbers its requests: as [`Stamp::request`] with the id
    /// `client#number`. Of each client the last one is kept: an earlier number is a conflict, so that ids do
    /// not grow for ever. Every face takes such an id wherever it takes one.
    #[must_use]
    pub fn numbered(self, client: &str, number: u64) -> Self {
        self.request(format!("{client}#{number}"))
    }

    /// For a caller who means the moment, however far it lies from all that happened so far.
    #[must_use]
    pub fn meant(mut self) -> Self {
        self.meant = true;
        self
    }

    /// Whether the caller says that the moment is meant.
    pub fn is_meant(&self) -> bool {
        self.meant
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

    /// The version of the ticket that the caller has seen, where the caller says so.
    pub fn seen_version(&self) -> Option<u32> {
        self.seen
    }

    /// The request's own id, where it has one.
    pub fn request_id(&self) -> Option<&str> {
        self.request.as_deref()
    }

    /// Checks the name: never empty, at most 64 characters, no control characters; and the request id.
    ///
    /// # Errors
    /// Names the argument `by` or `request`, or `unit` when the role is `unit` and none is named.
    pub fn check(&self) -> Result<(), Invalid> {
        text::required("by", &self.by, Self::MAX_NAME)?;
        self.check_request()?;
        match (self.role, &self.unit) {
            (Role::Unit, None) => Err(Invalid::new("unit", Problem::Empty)),
            (_, Some(unit)) => text::required("unit", unit, text::MAX_NAME),
            (_, None) => Ok(()),
        }
    }

    /// The client and the number of a request that its caller numbered.
    pub fn request_number(&self) -> Option<(&str, u64)> {
        let (client, number) = self.request_id()?.split_once('#')?;
        let counted: u64 =
            number.parse().ok().filter(|counted: &u64| *counted <= Self::MAX_NUMBER)?;
        let plain = !client.is_empty() && counted.to_string() == number;
        plain.then_some((client, counted))
    }

    /// The highest number of a request.
    pub const MAX_NUMBER: u64 = 999_999_999_999_999;

    fn check_request(&self) -> Result<(), Invalid> {
        let Some(id) = self.request_id() else { return Ok(()) };
        let fits = (1..=64).contains(&id.len()) && id.chars().all(|c| c.is_ascii_graphic());
        let expected = match fits {
            false => "1 to 64 printable ASCII characters",
            true if id.contains('#') && self.request_number().is_none() => {
                "an id without #, or client#number with a number of at most 15 digits"
            }
            true => return Ok(()),
        };
        Err(Invalid::new("request", Problem::Malformed { expected }))
    }
}
