//! Deeds of somebody who knows the file: guards switched off, rows and bytes changed by hand.

use std::path::Path;

use gongdan::{Basis, Filter, Grouping, Hotline, Options, Page, Period, Question, TicketId};
use rusqlite::Connection;
use rusqlite::config::DbConfig;

use crate::dice::Dice;

/// A query on a small file that takes more than these is astray.
const STEPS: u64 = 100_000_000;

/// What somebody did, and where it must be found.
pub struct Deed {
    /// What was done, for a person.
    pub what: &'static str,
    /// The statements that do it.
    pub sql: &'static str,
    /// What a finding has to name.
    pub named: Named,
}

/// What a finding has to name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// An event by its sequence.
    Event,
    /// A ticket by its number.
    Ticket,
    /// Anything at all.
    File,
}

/// Event 60 is about a ticket; the middle one of the tickets that have an assignment is hurt.
pub const DEEDS: &[Deed] = &[
    Deed {
        what: "an event's body was edited",
        sql: "UPDATE event SET body = replace(body, '2020', '2021') WHERE seq = \
              (SELECT MAX(seq) FROM event WHERE body LIKE '%2020%' AND subject > 9)",
        named: Named::Event,
    },
    Deed {
        what: "an event was dated earlier",
        sql: "UPDATE event SET at = at - 60000 WHERE seq = 70",
        named: Named::Event,
    },
    Deed {
        what: "an event was done by somebody else",
        sql: "UPDATE event SET by = '王五' WHERE seq = 71",
        named: Named::Event,
    },
    Deed {
        what: "an event was deleted",
        sql: "DELETE FROM event WHERE seq = 72",
        named: Named::Event,
    },
    Deed {
        what: "two events changed places",
        sql: "UPDATE event SET seq = -73 WHERE seq = 73; UPDATE event SET seq = 73 WHERE seq = 74; \
              UPDATE event SET seq = 74 WHERE seq = -73",
        named: Named::Event,
    },
    Deed {
        what: "the verdict beside an event was turned",
        sql: "UPDATE event SET late = 1 - late WHERE seq = (SELECT MIN(seq) FROM event WHERE kind = 9)",
        named: Named::Event,
    },
    Deed {
        what: "an intake was said to be late",
        sql: "UPDATE event SET late = 1 WHERE seq = (SELECT MIN(seq) FROM event WHERE kind = 1)",
        named: Named::Event,
    },
    Deed {
        what: "a rule of the office was said to concern a unit",
        sql: "UPDATE event SET unit_id = 3 WHERE seq = (SELECT MAX(seq) FROM event WHERE subject = 0)",
        named: Named::Event,
    },
    Deed {
        what: "an event was made to count later",
        sql: "UPDATE event SET later = later + 1 \
              WHERE seq = (SELECT MIN(seq) FROM event WHERE kind = 23)",
        named: Named::Event,
    },
    Deed {
        what: "the unit beside an event was changed",
        sql: "UPDATE event SET unit_id = 8 WHERE seq = \
              (SELECT MIN(seq) FROM event WHERE unit_id <> 8 AND subject > 9)",
        named: Named::Event,
    },
    Deed {
        what: "the tail was cut and the head moved back",
        sql: "DELETE FROM event WHERE seq > (SELECT (last_seq - 1) / 64 * 64 FROM region); \
              UPDATE region SET (last_seq, last_hash) = (SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1)",
        named: Named::File,
    },
    Deed {
        what: "a ticket was made closed",
        sql: "UPDATE ticket SET stage = 7, flags = (flags & ~2) | 268435456, closed_at = last_at, close_outcome = 1 WHERE ticket_id = \
              (SELECT MAX(ticket_id) FROM ticket WHERE stage IN (2, 3, 4))",
        named: Named::Ticket,
    },
    Deed {
        what: "a late handling was made timely",
        sql: "UPDATE ticket SET flags = (flags | 4096) - (flags & 4096) WHERE ticket_id = \
              (SELECT MAX(ticket_id) FROM ticket WHERE flags & 4 > 0)",
        named: Named::Ticket,
    },
    Deed {
        what: "a ticket's number was changed",
        sql: "UPDATE ticket SET number = number || '9' WHERE ticket_id = (SELECT MAX(ticket_id) FROM ticket)",
        named: Named::Ticket,
    },
    Deed {
        what: "a limit was moved",
        sql: "UPDATE assignment SET handle_by = handle_by + 86400000 WHERE ticket_id = \
              (SELECT MAX(ticket_id) FROM assignment) AND leg = 1",
        named: Named::Ticket,
    },
    Deed {
        what: "a ticket's row was deleted",
        sql: "DELETE FROM ticket WHERE ticket_id = (SELECT MAX(ticket_id) FROM ticket)",
        named: Named::Ticket,
    },
    Deed {
        what: "a callback was made up",
        sql: "INSERT INTO callback SELECT ticket_id, attempt + 100, version, at, outcome, 1, \
              attitude, solved, 1, unit_id, leg FROM callback LIMIT 1",
        named: Named::Ticket,
    },
    Deed {
        what: "an answer was made friendlier",
        sql: "UPDATE callback SET satisfaction = COALESCE(satisfaction, 0) + 1 WHERE (ticket_id, attempt) = \
              (SELECT ticket_id, attempt FROM callback LIMIT 1)",
        named: Named::Ticket,
    },
    Deed {
        what: "a closing was deleted",
        sql: "DELETE FROM closure WHERE (ticket_id, round) = (SELECT ticket_id, round FROM closure LIMIT 1)",
        named: Named::Ticket,
    },
    Deed {
        what: "a text was edited",
        sql: "UPDATE text SET content = content || '。' WHERE seq = (SELECT MAX(seq) FROM text)",
        named: Named::Event,
    },
    Deed {
        what: "a text was deleted",
        sql: "DELETE FROM text WHERE seq = (SELECT MAX(seq) FROM text)",
        named: Named::Event,
    },
    Deed {
        what: "a text was put beside an event that has none",
        sql: "INSERT INTO text SELECT region_id, (SELECT MAX(seq) FROM event), 13, zeroblob(16), '多出来的', \
              NULL FROM text LIMIT 1",
        named: Named::Event,
    },
    Deed {
        what: "a telephone's look-up was changed",
        sql: "UPDATE text SET lookup = lookup + 1 WHERE seq = \
              (SELECT MAX(seq) FROM text WHERE lookup IS NOT NULL) AND field = 4",
        named: Named::Event,
    },
    Deed {
        what: "a unit was renamed in its row",
        sql: "UPDATE entry SET name = '改名' WHERE species = 1 AND entry_id = 3",
        named: Named::File,
    },
    Deed {
        what: "a unit's place was changed in its row",
        sql: "UPDATE entry SET display_order = display_order + 7 WHERE species = 1 AND entry_id = 3",
        named: Named::File,
    },
    Deed {
        what: "a name was added to a unit's row",
        sql: "INSERT INTO entry_name SELECT region_id, species, entry_id, '假名', NULL FROM entry \
              WHERE species = 1 AND entry_id = 3",
        named: Named::File,
    },
    Deed {
        what: "contacts were added to a row",
        sql: "UPDATE contact SET contacts = contacts + 1 WHERE seq = (SELECT MAX(seq) FROM contact)",
        named: Named::Event,
    },
    Deed {
        what: "contacts were made up",
        sql: "INSERT INTO contact SELECT region_id, 41, at, channel_id, day, 99 FROM contact LIMIT 1",
        named: Named::File,
    },
    Deed {
        what: "the day's counter was set back",
        sql: "UPDATE day_counter SET tickets = tickets + 1 WHERE day = (SELECT MAX(day) FROM day_counter)",
        named: Named::File,
    },
    Deed {
        what: "the head's last moment was moved",
        sql: "UPDATE region SET last_at = last_at + 1",
        named: Named::File,
    },
    Deed {
        what: "the county was renamed in its row",
        sql: "UPDATE region SET name = '别县'",
        named: Named::File,
    },
    Deed {
        what: "a guard was taken away",
        sql: "DROP TRIGGER event_is_never_changed",
        named: Named::File,
    },
    Deed {
        what: "a trigger of somebody else's was planted",
        sql: "CREATE TRIGGER mine AFTER INSERT ON text BEGIN SELECT 1; END",
        named: Named::File,
    },
];

/// Does a deed on a copy of the file, all guards off.
///
/// # Panics
/// When the machine fails, or the deed hurts nothing.
pub fn hurt(from: &Path, to: &Path, sql: &str) {
    std::fs::copy(from, to).expect("a copy");
    let conn = Connection::open(to).expect("SQLite opens it");
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false).expect("triggers off");
    conn.pragma_update(None, "foreign_keys", false).expect("keys off");
    conn.pragma_update(None, "ignore_check_constraints", true).expect("checks off");
    let before = conn.total_changes();
    conn.execute_batch(sql).expect(sql);
    let schema = sql.starts_with("DROP") || sql.starts_with("CREATE");
    assert!(schema || conn.total_changes() > before, "{sql}: nothing was hurt");
}

/// Everything that anybody can see of a file: its tickets, their histories and texts, which are folded
/// from the events; and what is answered from the rows: the list, the views, and figures.
///
/// # Errors
/// As the questions' own.
pub fn visible(path: &Path, ids: &[TicketId]) -> gongdan::Result<Vec<String>> {
    let hotline = Hotline::open_with(path, &Options::new().read_only())?;
    let mut seen = Vec::new();
    for id in ids {
        seen.push(format!("{:?}", hotline.ticket(*id)?));
        seen.push(format!("{:?}", hotline.history(*id)?));
        let texts = hotline.texts(*id)?;
        seen.extend(texts.into_iter().map(|text| text.content));
    }
    let listed = hotline.find(&Filter::new(), Page::all())?.tickets;
    seen.extend(listed.iter().map(|ticket| format!("{ticket:?}")));
    for view in ["v1_tickets", "v1_events", "v1_by_category", "v1_by_unit", "v1_by_channel"] {
        seen.push(format!("{:?}", hotline.query(&format!("SELECT * FROM {view}"), &[], STEPS)?));
    }
    seen.extend(counted(&hotline)?);
    Ok(seen)
}

/// The figures of a month, by unit and by category, on both bases.
fn counted(hotline: &Hotline) -> gongdan::Result<Vec<String>> {
    let mut seen = Vec::new();
    for basis in [Basis::Cohort, Basis::Flow] {
        for by in [Grouping::Unit, Grouping::Category] {
            let question = Question::new(Period::month(2020, 8)?, hotline.last_at()?);
            let figures = hotline.figures(&question.basis(basis).by(by))?;
            seen.push(format!("{:?}", figures));
        }
    }
    Ok(seen)
}

/// A random byte that is not in the middle of nothing: pages are half empty.
pub fn place_in_use(bytes: &[u8], dice: &mut Dice) -> usize {
    loop {
        let place = dice.below(bytes.len());
        let around = place.saturating_sub(6)..(place + 6).min(bytes.len());
        if bytes[around].iter().any(|byte| *byte != 0) {
            return place;
        }
    }
}
