//! The connection: how a file is opened, and the settings that lose no data.

use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use gongdan_domain::Problem;
use gongdan_process::{Lease, Using};
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::in_place::InPlace;
use super::lineage::{self, OURS};
use super::masked::give_masking;
use super::options::{Durability, Options};
use super::statements::Statements;
use super::waiting::Waiting;
use super::{place, schema, still};
use crate::fields::Sight;
use crate::machine::{patience, watch};
use crate::words::{Error, ErrorKind, Result};

/// The oldest SQLite that does not lose committed work when several processes write: before
/// 3.51.3 two checkpoints could reset one log (sqlite.org/wal.html, the WAL-reset bug).
const OLDEST_SQLITE: i32 = 3_051_003;

/// What a hostile file or text may cost at most; all far above what gongdan itself needs. A
/// value of 64 MiB is an issue that freezes four million tickets' ids.
const LIMITS: [(Limit, i32); 6] = [
    (Limit::SQLITE_LIMIT_LENGTH, 67_108_864),
    (Limit::SQLITE_LIMIT_SQL_LENGTH, 1_000_000),
    (Limit::SQLITE_LIMIT_EXPR_DEPTH, 200),
    (Limit::SQLITE_LIMIT_VDBE_OP, 250_000),
    (Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 512),
    // One, since VACUUM INTO attaches the copy that it writes.
    (Limit::SQLITE_LIMIT_ATTACHED, 1),
];

/// An open file.
pub(crate) struct Store {
    line: Lease<Error>,
    again: Arc<Again>,
    pub(super) statements: Statements,
    pub(super) waiting: Waiting,
    /// Between `begin` and its end.
    writing: Cell<bool>,
    pub(super) patience: Duration,
    pub(super) path: PathBuf,
    pub(super) reading: Duration,
    pub(super) read_only: bool,
    /// How it was opened.
    access: OpenFlags,
    /// What whoever asks may see.
    pub(super) sight: RefCell<Arc<Sight>>,
}

/// What holds for the file each time it is opened, by whoever opens it again after a `fork`.
#[derive(Debug, Default)]
struct Again {
    settled: OnceLock<Durability>,
    in_place: InPlace,
}

impl Store {
    /// Opens a file that stands, and looks whether it is one of ours; nothing is changed yet.
    pub(crate) fn open(path: &Path, options: &Options) -> Result<Self> {
        check_sqlite(rusqlite::version_number())?;
        let path = absolute(path)?;
        if !path.is_file() {
            return Err(Error::not_found("file", path.display()));
        }
        place::check(&path)?;
        let access = match options.read_only {
            true => OpenFlags::SQLITE_OPEN_READ_ONLY,
            false => OpenFlags::SQLITE_OPEN_READ_WRITE,
        };
        let opened = Self::opened(&path, access, options);
        match opened {
            Err(why) if options.read_only && still::may_be_the_place(&why) => {
                still::check_no_log(&path)?;
                Self::opened(&path, access | still::UNCHANGED, options).map_err(|_| why)
            }
            opened => opened,
        }
    }

    fn opened(path: &Path, access: OpenFlags, options: &Options) -> Result<Self> {
        let store = Self::connect(path, access, options)?;
        store.check(&OURS)?;
        Ok(store)
    }

    /// How another connection that only reads the file opens it.
    pub(super) fn reads_by(&self) -> OpenFlags {
        OpenFlags::SQLITE_OPEN_READ_ONLY | (self.access & still::UNCHANGED)
    }

    /// Makes a file ready for use that was found to be whole: one that is opened to write is brought
    /// up to date.
    pub(crate) fn make_ready(&self, options: &Options) -> Result<()> {
        if self.read_only {
            return Ok(());
        }
        self.bring_up_to_date(&OURS)?;
        self.settle(options.durability)
    }

    /// Makes a new file; one that holds anything is left alone.
    pub(crate) fn create(path: &Path, options: &Options) -> Result<Self> {
        check_sqlite(rusqlite::version_number())?;
        let path = absolute(path)?;
        place::check(&path)?;
        let access = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let store = Self::connect(&path, access, options).map_err(|why| not_ours(why, &path))?;
        if !store.is_empty().map_err(|why| not_ours(why, &path))? {
            return Err(stands(&path));
        }
        // A commit writes whole pages to the log, and a command touches a row each of seven trees: in
        // pages of half the usual size it costs a sixteenth less, and questions a fiftieth more.
        store.conn()?.pragma_update(None, "page_size", 2_048)?;
        // The log comes before the founding, so that nothing can fail once that is committed.
        store.settle(Durability::Full)?;
        Ok(store)
    }

    /// An empty store in memory with this library's schema, to rebuild rows in. What a row points
    /// at need not be there, and nothing guards it.
    pub(super) fn in_memory() -> Result<Self> {
        let conn = Connection::open_in_memory()?;
        conn.pragma_update(None, "foreign_keys", false)?;
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
        lineage::create(&conn)?;
        let options = Options { patience: Duration::ZERO, ..Options::default() };
        let (line, access) = (Lease::in_memory(conn), OpenFlags::SQLITE_OPEN_READ_WRITE);
        Ok(Self::of(line, Arc::default(), (PathBuf::new(), access), &options))
    }

    pub(super) fn connect(path: &Path, access: OpenFlags, options: &Options) -> Result<Self> {
        let again: Arc<Again> = Arc::default();
        let (patience, place, held) = (options.patience, path.to_owned(), Arc::clone(&again));
        let line = Lease::open(path, move || {
            let conn = connection(&place, access, patience)?;
            held.settled.get().map_or(Ok(()), |durability| settle(&conn, *durability))?;
            held.in_place.forget();
            Ok(conn)
        })?;
        Ok(Self::of(line, again, (path.to_owned(), access), options))
    }

    /// What is open, as it begins.
    fn of(
        line: Lease<Error>,
        again: Arc<Again>,
        (path, access): (PathBuf, OpenFlags),
        options: &Options,
    ) -> Self {
        Self {
            line,
            again,
            path,
            statements: Statements::default(),
            waiting: Waiting::default(),
            writing: Cell::new(false),
            patience: options.patience,
            reading: options.reading,
            read_only: options.read_only,
            access,
            sight: RefCell::default(),
        }
    }

    /// The connection, opened again if a `fork` closed it. What is read and written goes through
    /// it alone, and finds written what was appended before.
    pub(super) fn conn(&self) -> Result<Using<'_>> {
        let conn = self.at_hand()?;
        self.waiting.write(&conn)?;
        Ok(conn)
    }

    /// The connection, while what was appended waits on.
    pub(super) fn at_hand(&self) -> Result<Using<'_>> {
        let conn = self.line.using()?;
        // Some failures have SQLite take back everything since `begin`, also those of a question.
        if self.writing.get() && conn.is_autocommit() {
            let message = "a failure ended what was being written; nothing of it was kept";
            return Err(Error::plain(ErrorKind::Io, message));
        }
        Ok(conn)
    }

    /// Has the file in use as [`settle`] says, now and whenever it is opened again.
    pub(crate) fn settle(&self, durability: Durability) -> Result<()> {
        settle(&*self.conn()?, durability)?;
        self.again.settled.get_or_init(|| durability);
        self.again.in_place.forget();
        Ok(())
    }

    /// Forgets which log stands beside the file: it is about to be made.
    pub(super) fn forget_place(&self) {
        self.again.in_place.forget();
    }

    /// Lets a new file be less sure than it was founded.
    pub(crate) fn relax(&self, durability: Durability) {
        if durability == Durability::Normal {
            // A file that stays too sure is only slower.
            let conn = self.conn();
            conn.and_then(|conn| Ok(conn.pragma_update(None, "synchronous", "NORMAL")?)).ok();
        }
    }

    fn is_empty(&self) -> Result<bool> {
        schema::is_empty(&*self.conn()?)
    }

    /// Gives an empty file its schema.
    pub(crate) fn create_schema(&self) -> Result<()> {
        lineage::create(&*self.conn()?)
    }

    /// Takes the one write lock. Waits for others up to the caller's patience.
    pub(crate) fn begin(&self) -> Result<()> {
        if self.read_only {
            let message = "the file was opened for reading only";
            return Err(Error::plain(ErrorKind::ReadOnly, message));
        }
        patience::yielding(self.patience, || self.run("BEGIN IMMEDIATE"))?;
        self.writing.set(true);
        let checked = self.again.in_place.check(&self.path).and_then(|()| self.check_version());
        checked.or_else(|error| self.roll_back().and(Err(error)))
    }

    /// A newer library may have changed the file since it was opened: it is left alone then.
    fn check_version(&self) -> Result<()> {
        match schema::version(&*self.conn()?)? {
            found if found > OURS.version() => Err(Error::too_new(found, OURS.version())),
            _ => Ok(()),
        }
    }

    /// Puts everything since `begin` on disk, in the file that still has its name.
    pub(crate) fn commit(&self) -> Result<()> {
        patience::set_limit(self.patience);
        self.run("COMMIT")?;
        self.writing.set(false);
        self.again.in_place.check(&self.path)
    }

    /// Forgets everything since `begin`.
    pub(crate) fn roll_back(&self) -> Result<()> {
        self.writing.set(false);
        self.waiting.clear();
        match self.conn()?.is_autocommit() {
            true => Ok(()),
            false => self.run("ROLLBACK"),
        }
    }

    /// Marks where it stands, inside a transaction.
    pub(crate) fn mark(&self) -> Result<()> {
        self.run("SAVEPOINT of_row")
    }

    /// Forgets the mark: what was written since goes on with its transaction.
    pub(crate) fn keep_since_mark(&self) -> Result<()> {
        self.run("RELEASE of_row")
    }

    /// Forgets everything since the mark, and the mark.
    pub(crate) fn back_to_mark(&self) -> Result<()> {
        self.waiting.clear();
        self.run("ROLLBACK TO of_row")?;
        self.run("RELEASE of_row")
    }

    /// Asks several questions of one state of the file, and gives up when they take longer than
    /// the reading deadline: a forgotten reader keeps the log from being emptied.
    pub(crate) fn read<T>(&self, ask: impl FnOnce(&Self) -> Result<T>) -> Result<T> {
        if !self.conn()?.is_autocommit() {
            return ask(self);
        }
        patience::begin_reading(self.reading);
        let answer = self.read_unhurried(ask);
        match patience::end_reading() {
            true if answer.is_err() => Err(self.read_too_long()),
            _ => answer,
        }
    }

    /// Asks several questions of one state of the file, however long they take.
    pub(crate) fn read_unhurried<T>(&self, ask: impl FnOnce(&Self) -> Result<T>) -> Result<T> {
        let (answer, ended) = self.read_and_end(ask)?;
        ended.or_else(|error| self.roll_back().and(Err(error)))?;
        answer
    }

    /// [`Store::read_unhurried`] of a file that may be damaged: SQLite may not want to end what read
    /// it, though nothing was written. It is taken back then, and the answer stands.
    pub(crate) fn read_damaged<T>(&self, ask: impl FnOnce(&Self) -> Result<T>) -> Result<T> {
        let (answer, ended) = self.read_and_end(ask)?;
        ended.or_else(|_| self.roll_back())?;
        answer
    }

    fn read_and_end<T>(
        &self,
        ask: impl FnOnce(&Self) -> Result<T>,
    ) -> Result<(Result<T>, Result<()>)> {
        let _inside = gongdan_process::entered();
        patience::set_limit(self.patience);
        self.run("BEGIN")?;
        let answer = ask(self);
        Ok((answer, self.run("COMMIT")))
    }

    /// Goes on to the latest state, inside [`Store::read_unhurried`].
    pub(super) fn go_on(&self) -> Result<()> {
        self.run("COMMIT")?;
        self.run("BEGIN")
    }

    fn read_too_long(&self) -> Error {
        let seconds = self.reading.as_secs_f32();
        let message = format!("the question took longer than the reading deadline ({seconds} s)");
        Error::plain(ErrorKind::InvalidInput, message)
    }

    fn run(&self, statement: &str) -> Result<()> {
        self.conn()?.prepare_cached(statement)?.execute([])?;
        Ok(())
    }

    /// Refuses what is done with a file as it was committed.
    pub(crate) fn ensure_committed(&self) -> Result<()> {
        match self.conn()?.is_autocommit() {
            true => Ok(()),
            false => {
                let rule = "a file is verified and copied as it was committed, not inside a batch";
                Err(Error::invalid_input("batch", Problem::Rule { rule }))
            }
        }
    }

    /// Copies the file as it stands to a new file, complete and consistent.
    pub(crate) fn backup_to(&self, path: &Path) -> Result<()> {
        self.ensure_committed()?;
        let path = absolute(path)?;
        // An empty file is none: SQLite makes one before it looks, and may fail between the two. A
        // folder, a socket or a device is something, and is not taken away after a failure.
        if path.metadata().is_ok_and(|found| !found.is_file() || found.len() > 0) {
            return Err(stands(&path));
        }
        let expected = "a path in UTF-8";
        let unreadable = || Error::invalid_input("path", Problem::Malformed { expected });
        let target = path.to_str().ok_or_else(unreadable)?;
        let copied = match self.conn()?.execute("VACUUM INTO ?1", [target]) {
            Ok(_) => put_on_disk(&path),
            // SQLite's plain error: somebody else's file stands there by now, and stays.
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::Unknown) => {
                return Err(error.into());
            }
            Err(error) => Err(error.into()),
        };
        // Half a copy is taken away, so that the same backup can be tried again.
        copied.inspect_err(|_| drop(std::fs::remove_file(&path)))
    }
}

pub(super) fn stands(path: &Path) -> Error {
    let message = format!("{} stands already and is not overwritten", path.display());
    Error::plain(ErrorKind::Exists, message)
}

/// What is no file of ours, whole or at all, stands in the way of a new one.
fn not_ours(error: Error, path: &Path) -> Error {
    match error.kind() {
        ErrorKind::NotAHotline | ErrorKind::Corrupt => stands(path),
        _ if path.is_dir() => stands(path),
        _ => error,
    }
}

/// A connection to a file at its path, never a URI but where nothing changes it.
pub(super) fn bare(path: &Path, access: OpenFlags) -> Result<Connection> {
    Ok(match access.contains(still::UNCHANGED) {
        true => Connection::open_with_flags(still::uri(path), access)?,
        false => Connection::open_with_flags(path, access)?,
    })
}

/// A connection with the settings that every file gets.
pub(super) fn connection(path: &Path, access: OpenFlags, limit: Duration) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_EXRESCODE;
    let flags = flags | access | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let mut conn = bare(path, flags)?;
    patience::set_limit(limit);
    conn.busy_handler(Some(patience::wait))?;
    for (limit, most) in LIMITS {
        conn.set_limit(limit, most)?;
    }
    let stop = || watch::wants_to_stop() || patience::reading_is_over();
    conn.progress_handler(watch::STRIDE, Some(stop))?;
    for (setting, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        // The schema's triggers stop foreign hands; a foreign trigger must not act in ours.
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        // A plan depends on no value that is bound: no statement is compiled anew for another.
        (DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true),
    ] {
        conn.set_db_config(setting, on)?;
    }
    // Until the file is settled, as sure as it gets: a journal that made or changed it must not come
    // back after a power cut.
    conn.pragma_update(None, "synchronous", "EXTRA")?;
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "cell_size_check", true)?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    // What is erased is overwritten, not only let go.
    conn.pragma_update(None, "secure_delete", true)?;
    conn.pragma_update(None, "mmap_size", 0)?;
    conn.pragma_update(None, "cache_size", -16_384)?;
    conn.set_prepared_statement_cache_capacity(128);
    give_masking(&conn)?;
    Ok(conn)
}

/// The settings of a file in use: WAL, and every commit on disk before it is acknowledged.
fn settle(conn: &Connection, durability: Durability) -> Result<()> {
    keep_log(conn)?;
    let level = match durability {
        Durability::Full => "FULL",
        Durability::Normal => "NORMAL",
    };
    conn.pragma_update(None, "synchronous", level)?;
    conn.pragma_update(None, "journal_size_limit", 67_108_864)?;
    // Every commit touches the same few pages: the more of them one checkpoint gathers, the
    // fewer are written twice. 16 MB (32 in files with pages of 4,096 bytes) are read back in a blink
    // after a crash.
    conn.pragma_update(None, "wal_autocheckpoint", 8_000)?;
    Ok(())
}

/// Whether the file keeps a log.
pub(super) fn keeps_log(conn: &Connection) -> Result<bool> {
    let mode: String = conn.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    Ok(mode == "wal")
}

/// Has the file keep a log.
pub(super) fn keep_log(conn: &Connection) -> Result<()> {
    let mode: String =
        conn.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    match mode == "wal" {
        true => Ok(()),
        false => Err(Error::plain(ErrorKind::Io, "this file system does not allow WAL")),
    }
}

/// The path as the file system itself knows it, all links followed, so that SQLite can never read
/// it as a URI and no link is put in its place later.
fn absolute(path: &Path) -> Result<PathBuf> {
    // SQLite ends a path at its first zero byte, and would take what stands before it.
    if path.as_os_str().as_encoded_bytes().contains(&0) {
        return Err(Error::invalid_input("path", Problem::ControlCharacter));
    }
    if let Ok(found) = path.canonicalize() {
        return Ok(found);
    }
    let io = |error: std::io::Error| Error::plain(ErrorKind::Io, error.to_string());
    let path = std::path::absolute(path).map_err(io)?;
    match (path.parent().map(Path::canonicalize), path.file_name()) {
        (Some(Ok(folder)), Some(name)) => Ok(folder.join(name)),
        _ => Ok(path),
    }
}

/// Puts a finished file, and where the machine allows it its name in the folder, on disk.
fn put_on_disk(path: &Path) -> Result<()> {
    let io = |error: std::io::Error| Error::plain(ErrorKind::Io, error.to_string());
    // Windows puts on disk only what was opened to write.
    let file = std::fs::OpenOptions::new().write(true).open(path);
    file.and_then(|file| file.sync_all()).map_err(io)?;
    if let Some(Ok(folder)) = path.parent().map(std::fs::File::open) {
        folder.sync_all().map_err(io)?;
    }
    Ok(())
}

/// Refuses to run on a SQLite that can lose committed work.
fn check_sqlite(found: i32) -> Result<()> {
    if found >= OLDEST_SQLITE {
        return Ok(());
    }
    let name = |number: i32| {
        format!("{}.{}.{}", number / 1_000_000, number / 1_000 % 1_000, number % 1_000)
    };
    let (found, oldest) = (name(found), name(OLDEST_SQLITE));
    let message = format!("linked with SQLite {found}, which can lose work: {oldest} is needed");
    Err(Error::plain(ErrorKind::Bug, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sqlite_that_loses_work_is_refused_and_the_linked_one_is_not() {
        let refused = check_sqlite(3_051_002).err().map(|error| error.to_string());
        assert!(refused.is_some_and(|text| text.contains("3.51.2") && text.contains("3.51.3")));
        assert!(check_sqlite(3_040_001).is_err() && check_sqlite(3_051_003).is_ok());
        assert!(check_sqlite(rusqlite::version_number()).is_ok());
    }
}
