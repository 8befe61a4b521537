//! A second reader of a file that is being verified: the same state of it, on a connection and a
//! thread of its own, so that two cores share the work.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use gongdan_process::Reading;
use rusqlite::Connection;

use super::parts::{self, Found};
use super::work::{Reader, Work};
use crate::machine::watch;
use crate::store::connection::{Store, connection};
use crate::store::head::{Head, head as head_of};
use crate::words::{Error, ErrorKind, Result};

/// A second connection to a store's file.
pub(super) struct Beside {
    conn: Connection,
    _reading: Reading,
}

impl Beside {
    /// Opens it; a store in memory has no second one.
    pub(super) fn open(store: &Store) -> Result<Self> {
        if store.path.as_os_str().is_empty() {
            return Err(Error::plain(ErrorKind::Io, "a store in memory has one connection"));
        }
        let _inside = gongdan_process::entered();
        let reading = Reading::begin::<Error>(&store.path)?;
        let conn = connection(&store.path, store.reads_by(), store.patience)?;
        Ok(Self { conn, _reading: reading })
    }

    /// Fixes the state that it reads; whether that is the one with this head. Every commit moves
    /// the head.
    pub(super) fn reads_at(&self, head: &Head) -> Result<bool> {
        let _inside = gongdan_process::entered();
        self.conn.execute_batch("BEGIN")?;
        let same = head_of(&self.conn)?.as_ref() == Some(head);
        if !same {
            self.conn.execute_batch("COMMIT")?;
        }
        Ok(same)
    }

    /// Sets it to work on a thread of its own, first on this part.
    pub(super) fn start(self, work: &Arc<Work>, first: usize) -> Result<Helping> {
        let (give, found) = channel();
        let (shared, process) = (Arc::clone(work), std::process::id());
        let help = move || self.help(&shared, first, &give);
        let thread = std::thread::Builder::new().name("gongdan-verify".to_owned());
        let started = thread.spawn(help);
        started.map_err(|error| Error::plain(ErrorKind::Io, error.to_string()))?;
        Ok(Helping { found: Some(found), work: Arc::clone(work), process })
    }

    fn help(self, work: &Arc<Work>, first: usize, give: &Sender<(usize, Found)>) {
        let _inside = gongdan_process::entered();
        let mut beside = self; // closed before the gate is left
        let stop = Arc::clone(work);
        let stops = move || {
            let_a_fork_through();
            stop.is_stopped()
        };
        if beside.conn.progress_handler(watch::STRIDE, Some(stops)).is_err() {
            return;
        }
        let mut part = Some(first);
        while let Some(taken) = part {
            let tick = &mut let_a_fork_through;
            let found = parts::check(&mut Reader { conn: &beside.conn, work, tick }, taken);
            part = give.send((taken, found)).ok().and_then(|()| work.take());
        }
    }
}

fn let_a_fork_through() {
    if gongdan_process::fork_is_waiting() {
        gongdan_process::outside(|| ());
    }
}

/// The second reader at work.
pub(super) struct Helping {
    found: Option<Receiver<(usize, Found)>>,
    work: Arc<Work>,
    /// Its thread is this process's: a child made by `fork` has none.
    process: u32,
}

/// How long is waited for the second reader before somebody is told how far it has got.
const PAUSE: Duration = Duration::from_millis(20);

impl Helping {
    /// What it found, once it has nothing more to do and its connection is closed.
    pub(super) fn gather(mut self, tick: &mut dyn FnMut()) -> Vec<(usize, Found)> {
        let mut all = Vec::new();
        while let Some(found) = self.found.as_ref().filter(|_| self.is_here()) {
            match gongdan_process::outside(|| found.recv_timeout(PAUSE)) {
                Ok(found) => all.push(found),
                Err(RecvTimeoutError::Disconnected) => self.found = None,
                Err(RecvTimeoutError::Timeout) => {
                    tick();
                    watch::wants_to_stop().then(|| self.work.stop());
                }
            }
        }
        all
    }

    fn is_here(&self) -> bool {
        std::process::id() == self.process
    }
}

impl Drop for Helping {
    /// Has it stop, if it has not ended.
    fn drop(&mut self) {
        let Some(found) = self.found.take() else { return };
        self.work.stop();
        if !self.is_here() {
            // The thread may have been about to send when it was left behind.
            std::mem::forget(found);
        }
    }
}
