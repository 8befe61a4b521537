//! The connection: how a file is opened, and the settings that lose no data.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::columns::Statements;
use super::schema;
use crate::error::{Error, ErrorKind, Result};
use crate::hotline::{Durability, Options};
use crate::{patience, watch};

/// An open file.
pub(crate) struct Store {
    pub(super) conn: Connection,
    pub(super) statements: Statements,
    pub(super) patience: Duration,
    pub(super) path: PathBuf,
    read_only: bool,
}

impl Store {
    /// Opens a file that stands.
    pub(crate) fn open(path: &Path, options: &Options) -> Result<Self> {
        let path = absolute(path)?;
        if !path.is_file() {
            return Err(Error::not_found("file", path.display()));
        }
        let access = match options.read_only {
            true => OpenFlags::SQLITE_OPEN_READ_ONLY,
            false => OpenFlags::SQLITE_OPEN_READ_WRITE,
        };
        let store = Self::connect(&path, access, options)?;
        schema::check(&store.conn)?;
        if !options.read_only {
            store.settle(options.durability)?;
        }
        Ok(store)
    }

    /// Makes a new file; one that holds anything is left alone.
    pub(crate) fn create(path: &Path, options: &Options) -> Result<Self> {
        let path = absolute(path)?;
        if path.metadata().is_ok_and(|found| found.len() > 0) {
            let message = format!("{} stands already and is not overwritten", path.display());
            return Err(Error::plain(ErrorKind::Exists, message));
        }
        let access = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let store = Self::connect(&path, access, options)?;
        if !schema::is_empty(&store.conn)? {
            let message = format!("{} stands already and is not overwritten", path.display());
            return Err(Error::plain(ErrorKind::Exists, message));
        }
        // EXTRA until the file has its first content: the creation journal must not come back.
        store.conn.pragma_update(None, "synchronous", "EXTRA")?;
        Ok(store)
    }

    /// An empty store in memory with this library's schema, to rebuild rows in. What a row points
    /// at need not be there, and nothing guards it.
    pub(super) fn in_memory() -> Result<Self> {
        let conn = Connection::open_in_memory()?;
        conn.pragma_update(None, "foreign_keys", false)?;
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
        schema::create(&conn)?;
        let (statements, patience) = (Statements::default(), Duration::ZERO);
        Ok(Self { conn, statements, patience, path: PathBuf::new(), read_only: false })
    }

    fn connect(path: &Path, access: OpenFlags, options: &Options) -> Result<Self> {
        let flags = access | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_EXRESCODE;
        let mut conn = Connection::open_with_flags(path, flags)?;
        patience::set_limit(options.patience);
        conn.busy_handler(Some(patience::wait))?;
        conn.progress_handler(watch::STRIDE, Some(watch::wants_to_stop))?;
        for (setting, on) in [
            (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
            (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
            // The schema's triggers stop foreign hands; a foreign trigger must not act in ours.
            (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
            (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
            (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        ] {
            conn.set_db_config(setting, on)?;
        }
        conn.pragma_update(None, "foreign_keys", true)?;
        conn.pragma_update(None, "cell_size_check", true)?;
        conn.pragma_update(None, "temp_store", "MEMORY")?;
        conn.pragma_update(None, "cache_size", -16_384)?;
        conn.set_prepared_statement_cache_capacity(128);
        let statements = Statements::default();
        let (patience, read_only) = (options.patience, options.read_only);
        Ok(Self { conn, statements, patience, path: path.to_owned(), read_only })
    }

    /// The settings of a file in use: WAL, and every commit on disk before it is acknowledged.
    pub(crate) fn settle(&self, durability: Durability) -> Result<()> {
        let mode: String =
            self.conn.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
        if mode != "wal" {
            return Err(Error::plain(ErrorKind::Io, "this file system does not allow WAL"));
        }
        let level = match durability {
            Durability::Full => "FULL",
            Durability::Normal => "NORMAL",
        };
        self.conn.pragma_update(None, "synchronous", level)?;
        self.conn.pragma_update(None, "journal_size_limit", 67_108_864)?;
        // Every commit touches the same few pages: the more of them one checkpoint gathers, the
        // fewer are written twice. 16 MB are read back in a blink after a crash.
        self.conn.pragma_update(None, "wal_autocheckpoint", 4_000)?;
        Ok(())
    }

    /// Gives an empty file its schema.
    pub(crate) fn create_schema(&self) -> Result<()> {
        schema::create(&self.conn)
    }

    /// Takes the one write lock. Waits for others up to the caller's patience.
    pub(crate) fn begin(&self) -> Result<()> {
        if self.read_only {
            let message = "the file was opened for reading only";
            return Err(Error::plain(ErrorKind::ReadOnly, message));
        }
        patience::set_limit(self.patience);
        self.run("BEGIN IMMEDIATE")
    }

    /// Puts everything since `begin` on disk.
    pub(crate) fn commit(&self) -> Result<()> {
        patience::set_limit(self.patience);
        self.run("COMMIT")
    }

    /// Forgets everything since `begin`.
    pub(crate) fn roll_back(&self) -> Result<()> {
        match self.conn.is_autocommit() {
            true => Ok(()),
            false => self.run("ROLLBACK"),
        }
    }

    /// Asks several questions of one state of the file.
    pub(crate) fn read<T>(&self, ask: impl FnOnce(&Self) -> Result<T>) -> Result<T> {
        if !self.conn.is_autocommit() {
            return ask(self);
        }
        patience::set_limit(self.patience);
        self.run("BEGIN")?;
        let answer = ask(self);
        self.run("COMMIT")?;
        answer
    }

    fn run(&self, statement: &str) -> Result<()> {
        self.conn.prepare_cached(statement)?.execute([])?;
        Ok(())
    }

    /// Copies the file as it stands to a new file, complete and consistent.
    pub(crate) fn backup_to(&self, path: &Path) -> Result<()> {
        let path = absolute(path)?;
        if path.exists() {
            let message = format!("{} stands already and is not overwritten", path.display());
            return Err(Error::plain(ErrorKind::Exists, message));
        }
        let target = path.to_string_lossy().into_owned();
        let copied = self.conn.execute("VACUUM INTO ?1", [target]);
        copied.map(drop).map_err(|error| unfinished(&path, error).into())
    }
}

/// Takes half a copy away, so that the same backup can be tried again. SQLite's plain error is
/// that somebody else's file stands there by now; that one stays.
fn unfinished(copy: &Path, error: rusqlite::Error) -> rusqlite::Error {
    if error.sqlite_error_code() != Some(rusqlite::ErrorCode::Unknown) {
        std::fs::remove_file(copy).ok();
    }
    error
}

/// An absolute path, so that SQLite can never read it as a URI.
fn absolute(path: &Path) -> Result<PathBuf> {
    std::path::absolute(path).map_err(|error| Error::plain(ErrorKind::Io, error.to_string()))
}
