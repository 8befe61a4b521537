//! What a caller has seen, and under which id a request runs.

use gongdan_domain::Problem;

use crate::error::{Error, Result};

/// Guards a command: against a stale view of the ticket, and against running twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guard {
    pub(crate) seen: Option<u32>,
    pub(crate) request: Option<String>,
}

impl Guard {
    /// The version of the ticket that the caller has seen: any other one is a conflict.
    #[must_use]
    pub fn seen(mut self, version: u32) -> Self {
        self.seen = Some(version);
        self
    }

    /// The request's own id: ASCII, 1 to 64 characters. The same id again has one effect and the
    /// same answer; the same id with another command is a conflict.
    #[must_use]
    pub fn request(mut self, id: impl Into<String>) -> Self {
        self.request = Some(id.into());
        self
    }

    pub(crate) fn check(&self) -> Result<()> {
        let Some(id) = &self.request else { return Ok(()) };
        let fits = (1..=64).contains(&id.len()) && id.chars().all(|c| c.is_ascii_graphic());
        match fits {
            true => Ok(()),
            false => {
                let expected = "1 to 64 printable ASCII characters";
                Err(Error::invalid_input("request", Problem::Malformed { expected }))
            }
        }
    }
}
