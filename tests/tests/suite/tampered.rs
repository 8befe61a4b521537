//! Tampering by somebody who knows the file: guards switched off, rows and bytes changed by hand.
//! `verify` finds it and names the event or the ticket.

use std::path::{Path, PathBuf};

use gongdan::{ErrorKind, Finding, Hotline, Options, TicketId};
use gongdan_tests::Dice;
use rusqlite::Connection;
use rusqlite::config::DbConfig;

use crate::lived::Lived;

/// What somebody did, and where it must be found.
struct Deed {
    what: &'static str,
    sql: &'static str,
    named: Named,
}

/// What a finding has to name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Named {
    Event,
    Ticket,
    File,
}

/// Event 60 is about a ticket; the middle one of the tickets that have an assignment is hurt.
const DEEDS: &[Deed] = &[
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
        what: "satisfaction beside an event was turned",
        sql: "UPDATE event SET satisfied = 1 - satisfied \
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
        sql: "DELETE FROM event WHERE seq > (SELECT last_seq - 3 FROM region); \
              UPDATE region SET (last_seq, last_hash) = (SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1)",
        named: Named::File,
    },
    Deed {
        what: "a ticket was made closed",
        sql: "UPDATE ticket SET stage = 7, closed = 1, closed_at = last_at, open = 0 WHERE ticket_id = \
              (SELECT MAX(ticket_id) FROM ticket WHERE stage IN (2, 3, 4))",
        named: Named::Ticket,
    },
    Deed {
        what: "a late handling was made timely",
        sql: "UPDATE ticket SET handled_late = 1 - handled_late WHERE ticket_id = \
              (SELECT MAX(ticket_id) FROM ticket WHERE transferred = 1)",
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
        sql: "INSERT INTO callback SELECT region_id, ticket_id, attempt + 100, version, at, outcome, 1, \
              attitude, solved, 1, unit_id FROM callback LIMIT 1",
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
        sql: "DROP TRIGGER event_is_append_only_update",
        named: Named::File,
    },
    Deed {
        what: "a trigger of somebody else's was planted",
        sql: "CREATE TRIGGER mine AFTER INSERT ON text BEGIN SELECT 1; END",
        named: Named::File,
    },
];

/// Does a deed on a copy of the file, all guards off.
pub(crate) fn hurt(from: &Path, to: &Path, sql: &str) {
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

fn findings(path: &Path) -> Vec<Finding> {
    match Hotline::open_with(path, &Options::new().read_only()) {
        Ok(hotline) => hotline.verify(&mut |_, _| {}).expect("a report").findings,
        Err(error) => vec![Finding {
            kind: error.kind().word(),
            seq: None,
            ticket: None,
            what: error.to_string(),
        }],
    }
}

/// A file on which much has happened, in one piece.
fn whole(lived: &Lived, name: &str) -> PathBuf {
    let path = lived.folder.file(name);
    lived.hotline.backup_to(&path).expect("a copy");
    path
}

#[test]
fn every_deed_is_found_and_named() {
    let lived = Lived::new(101, 500);
    let whole = whole(&lived, "whole.db");
    assert!(findings(&whole).is_empty());
    let mut missed = Vec::new();
    for (index, deed) in DEEDS.iter().enumerate() {
        let path = lived.folder.file(&format!("hurt-{index}.db"));
        hurt(&whole, &path, deed.sql);
        let found = findings(&path);
        let named = found.iter().any(|finding| match deed.named {
            Named::Event => finding.seq.is_some(),
            Named::Ticket => finding.ticket.is_some(),
            Named::File => true,
        });
        if !named {
            missed.push(format!("{} ({:?}): {found:?}", deed.what, deed.named));
        }
    }
    assert!(missed.is_empty(), "not found or not named:\n{}", missed.join("\n"));
}

/// Everything that anybody can see of a file: its tickets, their histories and texts.
fn visible(path: &Path, ids: &[TicketId]) -> gongdan::Result<Vec<String>> {
    let hotline = Hotline::open_with(path, &Options::new().read_only())?;
    let mut seen = Vec::new();
    for id in ids {
        seen.push(format!("{:?}", hotline.ticket(*id)?));
        seen.push(format!("{:?}", hotline.history(*id)?));
        let texts = hotline.texts(*id)?;
        seen.extend(texts.into_iter().map(|text| text.content));
    }
    Ok(seen)
}

/// A random byte that is not in the middle of nothing: pages are half empty.
fn place_in_use(bytes: &[u8], dice: &mut Dice) -> usize {
    loop {
        let place = dice.below(bytes.len());
        let around = place.saturating_sub(6)..(place + 6).min(bytes.len());
        if bytes[around].iter().any(|byte| *byte != 0) {
            return place;
        }
    }
}

#[test]
fn a_flipped_bit_is_reported_or_changes_nothing_that_is_seen() {
    let lived = Lived::new(102, 120);
    let whole = whole(&lived, "whole.db");
    let bytes = std::fs::read(&whole).expect("its bytes");
    let shown = visible(&whole, &lived.players.ids).expect("what is seen");
    let path = lived.folder.file("flipped.db");
    let mut dice = Dice::new(102);
    let (mut refused, mut reported, mut harmless, mut unseen) = (0, 0, 0, Vec::new());
    for _ in 0..400 {
        let (place, bit) = (place_in_use(&bytes, &mut dice), dice.below(8));
        let mut flipped = bytes.clone();
        flipped[place] ^= 1 << bit;
        std::fs::write(&path, &flipped).expect("a file");
        match Hotline::open_with(&path, &Options::new().read_only()) {
            Err(error) => {
                let clear = [
                    ErrorKind::Corrupt,
                    ErrorKind::NotAHotline,
                    ErrorKind::FileTooNew,
                    ErrorKind::Io,
                ];
                assert!(clear.contains(&error.kind()), "byte {place}, bit {bit}: {error:?}");
                refused += 1;
            }
            Ok(hotline) => {
                let report = hotline.verify(&mut |_, _| {});
                if report.is_ok_and(|report| report.is_sound()) {
                    let same = visible(&path, &lived.players.ids).is_ok_and(|seen| seen == shown);
                    harmless += usize::from(same);
                    (!same).then(|| unseen.push((place, bit)));
                } else {
                    reported += 1;
                }
            }
        }
    }
    println!(
        "400 flipped bits: {reported} reported by verify, {refused} refused at open, {harmless} \
         changed nothing that is seen, {} unseen",
        unseen.len()
    );
    assert!(unseen.is_empty(), "changed what is seen and pass for sound: {unseen:?}");
    assert!(reported + refused > 300, "only {reported} reported and {refused} refused");
}
