//! A connection that a `fork` may close, and that is opened again when it is next used.

use std::cell::{Cell, UnsafeCell};
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;

use crate::entered;
#[cfg(unix)]
use crate::fork;
use crate::gate::Inside;
use crate::lost::is_lost;

/// Every connection that a `fork` must close. Locked only inside the gate, so that a `fork` finds
/// it free.
static ALL: Mutex<Vec<Arc<Slot>>> = Mutex::new(Vec::new());

/// Files that something else than a line is reading. Locked only inside the gate.
static READ: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// The files that stayed the parent's when this process was forked: something was under way on
/// them. SQLite keeps one record of locks a file and process, and here it came over as it stood;
/// whoever used the file again would act under the parent's locks. Locked only inside the gate.
static PARENTS: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Where a connection stands.
struct Slot {
    /// The file; nothing for memory.
    path: Option<PathBuf>,
    connection: UnsafeCell<Option<Connection>>,
    /// How many uses are under way.
    uses: AtomicUsize,
}

// SAFETY: `connection` is reached in two ways: by the one thread that has the `Lease` (which is not
// `Sync`), inside the gate; and by the handlers of a `fork`, when the gate is shut and nobody is
// inside, and then only if no use is under way. The two never meet. `Connection` is `Send`.
#[allow(unsafe_code)]
unsafe impl Sync for Slot {}
// SAFETY: as above.
#[allow(unsafe_code)]
unsafe impl Send for Slot {}

type Opener<E> = Box<dyn Fn() -> Result<Connection, E> + Send>;

/// A connection that survives `fork`: closed before it if it is at rest, opened again on both
/// sides by the function it was made with. `Send`, not `Sync`, as a connection is.
///
/// ```
/// use gongdan_process::Lease;
/// use rusqlite::Connection;
///
/// let path = std::env::temp_dir().join(format!("gongdan-line-{}.db", std::process::id()));
/// let place = path.clone();
/// let line = Lease::open(&path, move || Connection::open(&place)).expect("a new file");
/// let one: i64 = line.using().expect("no fork").query_row("SELECT 1", [], |row| row.get(0))?;
/// assert_eq!(one, 1);
/// # drop(line);
/// # std::fs::remove_file(path).ok();
/// # Ok::<(), rusqlite::Error>(())
/// ```
pub struct Lease<E> {
    slot: Arc<Slot>,
    open: Opener<E>,
    not_sync: PhantomData<Cell<()>>,
}

/// Why a connection cannot be used.
#[derive(Debug)]
pub enum Lost<E> {
    /// Something was under way on the file when the process was forked: it is the parent's.
    Forked,
    /// It was closed for a `fork` and could not be opened again.
    NotOpened(E),
}

/// A connection in use; while this lives, no `fork` closes it.
pub struct Using<'a> {
    slot: &'a Slot,
    _inside: Inside,
}

impl<E> Lease<E> {
    /// Opens a connection to a file by a function that can do it again. The path is the file's
    /// one name, all links followed: what is under way on a file is known by it.
    ///
    /// # Errors
    /// What the function fails with, or `Lost::Forked` where the file stayed the parent's.
    pub fn open(
        path: &Path,
        open: impl Fn() -> Result<Connection, E> + Send + 'static,
    ) -> Result<Self, Lost<E>> {
        let inside = with_lists();
        check_is_ours(path)?;
        let connection = open().map_err(Lost::NotOpened)?;
        let line = Self::on(Some(path.to_owned()), connection, open);
        locked(&ALL).push(Arc::clone(&line.slot));
        drop(inside);
        Ok(line)
    }

    /// A connection to memory, which a `fork` copies whole: it is never closed for one.
    pub fn in_memory(connection: Connection) -> Self
    where
        E: From<rusqlite::Error>,
    {
        Self::on(None, connection, || Ok(Connection::open_in_memory()?))
    }

    fn on(
        path: Option<PathBuf>,
        connection: Connection,
        open: impl Fn() -> Result<Connection, E> + Send + 'static,
    ) -> Self {
        let connection = UnsafeCell::new(Some(connection));
        let slot = Slot { path, connection, uses: AtomicUsize::new(0) };
        Self { slot: Arc::new(slot), open: Box::new(open), not_sync: PhantomData }
    }

    /// The connection, opened again if a `fork` closed it.
    ///
    /// # Errors
    /// [`Lost`].
    pub fn using(&self) -> Result<Using<'_>, Lost<E>> {
        let inside = entered();
        match &self.slot.path {
            Some(path) => check_is_ours(path)?,
            None if is_lost() => return Err(Lost::Forked),
            None => {}
        }
        if self.slot.is_closed() {
            self.slot.put((self.open)().map_err(Lost::NotOpened)?);
        }
        self.slot.uses.fetch_add(1, SeqCst);
        Ok(Using { slot: &self.slot, _inside: inside })
    }
}

impl<E> Drop for Lease<E> {
    fn drop(&mut self) {
        let _inside = entered();
        let connection = self.slot.take();
        if is_lost() {
            // Neither SQLite nor the list can be touched; what is left of both goes with the child.
            return std::mem::forget(connection);
        }
        let ours = self.slot.path.as_deref().is_none_or(is_ours);
        match ours {
            true => drop(connection),
            false => std::mem::forget(connection), // closing would act under the parent's locks
        }
        locked(&ALL).retain(|each| !Arc::ptr_eq(each, &self.slot));
    }
}

/// A file that something else than a [`Lease`] reads: a `fork` in the midst leaves it to the
/// parent.
#[derive(Debug)]
pub struct Reading(PathBuf);

impl Reading {
    /// Says that a file is being read until this is dropped. Its path is as for [`Lease::open`].
    ///
    /// # Errors
    /// `Lost::Forked` where the file stayed the parent's.
    pub fn begin<E>(path: &Path) -> Result<Self, Lost<E>> {
        let _inside = with_lists();
        check_is_ours(path)?;
        locked(&READ).push(path.to_owned());
        Ok(Self(path.to_owned()))
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        let _inside = entered();
        if is_lost() {
            return;
        }
        let mut read = locked(&READ);
        if let Some(place) = read.iter().position(|path| *path == self.0) {
            read.swap_remove(place);
        }
    }
}

/// Enters SQLite with something for the lists above: from now on each `fork` finds them.
fn with_lists() -> Inside {
    #[cfg(unix)]
    fork::tell_before_and_after(around_fork::AROUND);
    entered()
}

fn is_ours(path: &Path) -> bool {
    !is_lost() && !locked(&PARENTS).iter().any(|each| each == path)
}

fn check_is_ours<E>(path: &Path) -> Result<(), Lost<E>> {
    if is_ours(path) { Ok(()) } else { Err(Lost::Forked) }
}

impl<E> fmt::Debug for Lease<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Lease")
    }
}

impl Deref for Using<'_> {
    type Target = Connection;

    #[allow(unsafe_code, clippy::expect_used)]
    fn deref(&self) -> &Connection {
        // SAFETY: this thread has the line, and `uses` keeps the fork handlers away: only shared
        // references are made while a use is under way.
        let connection = unsafe { &*self.slot.connection.get() };
        connection.as_ref().expect("a connection in use is open")
    }
}

impl Drop for Using<'_> {
    fn drop(&mut self) {
        self.slot.uses.fetch_sub(1, SeqCst);
    }
}

#[allow(unsafe_code)]
impl Slot {
    fn is_closed(&self) -> bool {
        // SAFETY: a shared look by the thread that has the line, inside the gate.
        unsafe { (*self.connection.get()).is_none() }
    }

    fn put(&self, connection: Connection) {
        // SAFETY: nobody has a reference into a closed slot, and this thread is inside the gate.
        unsafe { *self.connection.get() = Some(connection) }
    }

    fn take(&self) -> Option<Connection> {
        // SAFETY: called when the line is dropped, or by a fork with nobody inside and no use
        // under way: there is no other reference.
        unsafe { (*self.connection.get()).take() }
    }

    /// Whether nobody uses it and no transaction is under way.
    #[cfg(unix)]
    fn is_at_rest(&self) -> bool {
        // SAFETY: called by a fork with nobody inside: no other thread writes here.
        let connection = unsafe { &*self.connection.get() };
        self.uses.load(SeqCst) == 0 && connection.as_ref().is_none_or(Connection::is_autocommit)
    }
}

fn locked<T>(list: &'static Mutex<T>) -> MutexGuard<'static, T> {
    list.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What the handlers of a `fork` do with the lists.
#[cfg(unix)]
mod around_fork {
    use rusqlite::config::DbConfig;

    use super::{ALL, PARENTS, READ, is_lost, locked};
    use crate::fork::Around;

    pub(super) const AROUND: Around =
        Around { before: close_all_at_rest, in_child: leave_to_parent };

    /// Before a `fork`, with nobody inside: closes what is at rest. The log is left as it is, for
    /// the next who opens it.
    fn close_all_at_rest() {
        if is_lost() {
            return; // its children are lost as it is
        }
        for slot in locked(&ALL).iter().filter(|slot| slot.is_at_rest()) {
            if let Some(connection) = slot.take() {
                let leave_log = DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE;
                connection.set_db_config(leave_log, true).ok();
                drop(connection);
            }
        }
    }

    /// After a `fork`, in the child: a file on which anything was left under way is the parent's.
    fn leave_to_parent() {
        if is_lost() {
            return;
        }
        let open =
            locked(&ALL).iter().filter(|slot| !slot.is_closed()).cloned().collect::<Vec<_>>();
        let mut parents = locked(&PARENTS);
        parents.extend(open.iter().filter_map(|slot| slot.path.clone()));
        parents.append(&mut locked(&READ));
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    fn opened(path: &Path) -> Result<Lease<rusqlite::Error>, Lost<rusqlite::Error>> {
        let place = path.to_owned();
        Lease::open(path, move || Connection::open(&place))
    }

    fn is_refused(line: &Lease<rusqlite::Error>) -> bool {
        matches!(line.using(), Err(Lost::Forked))
    }

    /// Forks; the child does its part, within ten seconds, and says whether it held.
    #[allow(unsafe_code)]
    fn in_child(part: impl FnOnce() -> bool) -> bool {
        // SAFETY: the child calls nothing but its part and `_exit`; a part that waits for ever is
        // ended by the alarm.
        unsafe {
            match libc::fork() {
                0 => {
                    libc::alarm(10);
                    let done = part();
                    libc::_exit(if done { 0 } else { 1 })
                }
                child => {
                    let mut status = 0;
                    assert_eq!(libc::waitpid(child, &mut status, 0), child);
                    libc::WIFEXITED(status) && libc::WEXITSTATUS(status) == 0
                }
            }
        }
    }

    /// Another thread stays inside SQLite with the lists in its hands until `work` is done.
    fn beside_a_thread_that_stays(work: impl FnOnce()) {
        let ((tell, told), (end, ended)) = (channel(), channel::<()>());
        let stays = std::thread::spawn(move || {
            let _inside = entered();
            let _held = (locked(&ALL), locked(&READ), locked(&PARENTS));
            tell.send(()).ok();
            ended.recv().ok();
        });
        told.recv().expect("it is inside");
        work();
        drop(end);
        stays.join().expect("it came out");
    }

    #[test]
    fn a_lost_child_drops_what_it_has_and_waits_for_nobody() {
        let _alone = crate::fork::alone();
        let path = std::env::temp_dir().join(format!("gongdan-lost-{}.db", std::process::id()));
        let own = opened(&path).expect("it opens");
        let memory = Lease::in_memory(Connection::open_in_memory().expect("memory"));
        let reading = Reading::begin::<()>(&path).expect("ours");
        let kept = opened(&path).expect("it opens");
        // Only the child drops them while the other thread stays.
        let mut held = Some((own, memory, reading));
        beside_a_thread_that_stays(|| {
            assert!(in_child(|| {
                let refused = is_refused(&kept)
                    && matches!(opened(&path), Err(Lost::Forked))
                    && held.as_ref().is_some_and(|(_, memory, _)| is_refused(memory))
                    && Reading::begin::<()>(&path).is_err();
                drop(held.take());
                refused && in_child(|| is_refused(&kept))
            }));
        });
        drop((held, kept));
        assert!(!is_lost(), "the parent goes on");
        std::fs::remove_file(&path).ok();
    }
}
