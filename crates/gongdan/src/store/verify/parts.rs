//! A verification in parts: each is checked by itself, by whichever reader is free, and says the
//! same whoever checks it.

use super::events::{self, Events};
use super::report::Verified;
use super::tickets::{self, Tickets};
use super::work::{Part, Reader};
use super::{pages, texts};

/// What was found of a part.
pub(super) enum Found {
    Pages(Verified),
    Events(Box<Events>),
    Tickets(Tickets),
}

impl Found {
    /// Whether pages are damaged.
    pub(super) fn is_damage(&self) -> bool {
        matches!(self, Self::Pages(report) if report.findings.iter().any(|each| each.kind == "page"))
    }
}

/// Checks one part, by a reader that holds no page of another: what it says does not depend on what it read before.
pub(super) fn check(reader: &mut Reader<'_>, part: usize) -> Found {
    // (Where it cannot let go it only keeps more memory.)
    pages::forget_pages(reader.conn).ok();
    match reader.work.parts[part] {
        Part::Pages => Found::Pages(pages::check(reader)),
        Part::Events(stretch) => Found::Events(Box::new(events::check(reader, stretch))),
        Part::Tickets(stretch) => Found::Tickets(tickets::check(reader, stretch)),
    }
}

/// Looks up by key what was only walked past: where pages are damaged, a row may stand in its
/// table and not be found.
pub(super) fn look_up(reader: &mut Reader<'_>, part: usize, found: Found) -> Found {
    match (reader.work.parts[part], found) {
        (Part::Events(stretch), Found::Events(mut events)) => {
            events.texts = texts::look_up(reader, stretch);
            Found::Events(events)
        }
        (Part::Tickets(stretch), _) => Found::Tickets(tickets::look_up(reader, stretch)),
        (_, found) => found,
    }
}
