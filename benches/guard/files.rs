//! The files that the paths are walked on: the same on every machine, made before anything is
//! counted.

use std::path::{Path, PathBuf};

use gongdan::{Filter, Options, Page, Period};
use gongdan_benches::{Desk, Outcome};
use gongdan_sample::{City, city_file, golden_file};

use crate::walks::Walk;

/// How many tickets the desk has lived before its steps are counted, and the seed of its salts.
pub const DESK_LIVED: u32 = 200;
const SALTS: u64 = 7;

/// Which file a path is walked on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// A desk of two hundred tickets.
    Desk,
    /// The golden month: 3,338 tickets.
    Golden,
    /// A city of two years; `GONGDAN_BENCH_TICKETS` says how many tickets it has.
    City,
}

/// The files in their folder.
pub struct Files {
    folder: PathBuf,
    tickets: u64,
}

impl Files {
    /// Where the files are to stand, and how large the city is: 20,000 tickets unless told.
    ///
    /// # Errors
    /// When `GONGDAN_BENCH_TICKETS` is no number.
    pub fn named_in(folder: &Path) -> Outcome<Self> {
        let tickets = std::env::var("GONGDAN_BENCH_TICKETS");
        let tickets = tickets.as_deref().unwrap_or("20000").parse()?;
        Ok(Self { folder: folder.to_owned(), tickets })
    }

    /// Makes them all.
    ///
    /// # Errors
    /// As [`golden_file`].
    pub fn make(&self) -> Outcome<()> {
        let mut desk = Desk::found_with(&self.file(On::Desk), &desk_options())?;
        desk.live(DESK_LIVED, 1_000)?;
        let golden = golden_file(self.file(On::Golden), &mut |_, _| {})?;
        let found = golden.find(&Filter::new(), Page::all())?.tickets;
        let ids: Vec<String> = found.iter().map(|ticket| ticket.id.0.to_string()).collect();
        std::fs::write(self.ids(), ids.join("\n"))?;
        let city = City::new(SALTS, self.tickets, Period::parse("2020..2021")?)?;
        city_file(self.file(On::City), &city, &mut |_, _| {})?;
        Ok(())
    }

    /// A file.
    pub fn file(&self, on: On) -> PathBuf {
        self.folder.join(match on {
            On::Desk => "desk.db",
            On::Golden => "golden.db",
            On::City => "city.db",
        })
    }

    /// The golden month's tickets by id, one a line, newest first.
    pub fn ids(&self) -> PathBuf {
        self.folder.join("ids.txt")
    }

    /// Another file of the folder.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// A path's name in the table: one on the city says how large that is.
    pub fn shown(&self, walk: &Walk) -> String {
        match walk.on {
            On::City => format!("{}@{}", walk.name, self.tickets),
            On::Desk | On::Golden => walk.name.to_owned(),
        }
    }
}

/// How the desk's file is made and opened again: every command on disk, as by default.
pub fn desk_options() -> Options {
    Options::new().seeded_salts(SALTS)
}
