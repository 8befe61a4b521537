//! The shim: a file system of SQLite's that stands before the machine's own. It lets calls fail,
//! keeps a log of what was written, and runs out of space, all as it is told.
#![allow(unsafe_code, reason = "SQLite's file systems are tables of C functions")]

use std::ffi::{CStr, c_char, c_int, c_void};
use std::mem::size_of;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use rusqlite::ffi;

use crate::fault::{Answer, Armed, Call, Fault};
use crate::log::{Log, NO_FILE};
use crate::report::Trouble;

/// What the shim was told.
#[derive(Default)]
struct Told {
    armed: Armed,
    log: Option<Log>,
    /// How many more bytes files may grow, and in which folder.
    space: Option<u64>,
    crowded: Option<PathBuf>,
    /// Whether to say that something was put on disk that was not.
    forgets_to_sync: bool,
}

static TOLD: OnceLock<Mutex<Told>> = OnceLock::new();

fn told() -> MutexGuard<'static, Told> {
    TOLD.get_or_init(Mutex::default).lock().unwrap_or_else(PoisonError::into_inner)
}

/// What the machine does at a call.
fn asked(call: Call) -> Answer {
    told().armed.answer(call)
}

/// Lets a fault wait for its call.
pub fn arm(fault: Fault) {
    told().armed = Armed::with(fault);
}

/// Takes the fault away and says how often it fired.
pub fn disarm() -> u64 {
    std::mem::take(&mut told().armed).fired()
}

/// Begins to log what is done to files, on a disk that has these.
pub fn record(log: Log) {
    told().log = Some(log);
}

/// Logs that something was acknowledged.
pub fn acknowledged(seq: u64, hash: String) {
    if let Some(log) = &mut told().log {
        log.acknowledge(seq, hash);
    }
}

/// Ends the log.
pub fn recorded() -> Log {
    told().log.take().unwrap_or_default()
}

/// Names the folder whose disk can run out of space.
pub fn crowd(folder: &Path) {
    told().crowded = Some(folder.to_owned());
}

/// Lets files of that folder grow by so many more bytes; without a number there is no limit.
pub fn leave_space(bytes: Option<u64>) {
    told().space = bytes;
}

/// Makes it lie about putting things on disk.
pub fn forget_to_sync(forget: bool) {
    told().forgets_to_sync = forget;
}

/// One open file: SQLite's part first, then ours, then the machine's own file.
#[repr(C)]
struct File {
    base: ffi::sqlite3_file,
    /// The file in the log.
    inode: usize,
    /// Whether it is in the folder that runs out of space.
    crowded: bool,
    /// Whether its first sync also syncs the folder, as SQLite's own file system does it.
    syncs_folder: bool,
}

type Vfs = ffi::sqlite3_vfs;
type Handle = ffi::sqlite3_file;

/// The machine's own file system, as an address: SQLite never takes it away.
static MACHINE: OnceLock<usize> = OnceLock::new();

fn machine() -> *mut Vfs {
    MACHINE.get().copied().unwrap_or(0) as *mut Vfs
}

/// Puts the shim before the machine's own file system, for every file opened from now on.
///
/// # Errors
/// When SQLite does not take it.
pub fn install() -> Result<(), Trouble> {
    registered().map_err(|code| format!("SQLite takes no shim: {code}").into())
}

fn registered() -> Result<(), i32> {
    // SAFETY: SQLite gives its default file system, which lives as long as the process; the copy
    // is a plain table of functions, leaked so that SQLite may keep it.
    unsafe {
        let found = ffi::sqlite3_vfs_find(std::ptr::null());
        if found.is_null() || MACHINE.set(found as usize).is_err() {
            return Err(ffi::SQLITE_ERROR);
        }
        let mut ours: Vfs = *found;
        ours.szOsFile += size_of::<File>() as c_int;
        ours.pNext = std::ptr::null_mut();
        ours.zName = c"gongdan-torture".as_ptr();
        ours.xOpen = Some(open);
        ours.xDelete = Some(delete);
        ours.xAccess = Some(access);
        ours.xSleep = Some(sleep);
        match ffi::sqlite3_vfs_register(Box::leak(Box::new(ours)), 1) {
            ffi::SQLITE_OK => Ok(()),
            code => Err(code),
        }
    }
}

static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 2, // without memory-mapped reading, which could not fail here
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved),
    xFileControl: Some(control),
    xSectorSize: Some(sector),
    xDeviceCharacteristics: Some(characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: None,
    xUnfetch: None,
};

/// The machine's own file behind one of ours.
///
/// # Safety
/// `file` was given to `open`, with the room that `szOsFile` asked for.
unsafe fn inner(file: *mut Handle) -> *mut Handle {
    // SAFETY: the room behind our part is the machine's, and as aligned as ours is.
    unsafe { file.cast::<u8>().add(size_of::<File>()).cast() }
}

/// Hands a call on to the machine's own file; a call that it does not have is done.
macro_rules! hand_on {
    ($file:expr, $method:ident $(, $argument:expr)*) => {{
        // SAFETY: the file was opened by `open`, so the machine's own file stands behind ours with
        // its table of functions; the arguments are SQLite's own.
        unsafe {
            let behind = inner($file);
            match (*(*behind).pMethods).$method {
                Some(method) => method(behind $(, $argument)*),
                None => Default::default(),
            }
        }
    }};
}

fn ours<'a>(file: *mut Handle) -> &'a mut File {
    // SAFETY: SQLite hands back what `open` filled in, and never two calls on it at once.
    unsafe { &mut *file.cast::<File>() }
}

fn name_of(name: *const c_char) -> String {
    if name.is_null() {
        return String::new();
    }
    // SAFETY: SQLite's names end in a zero byte.
    unsafe { CStr::from_ptr(name) }.to_string_lossy().into_owned()
}

unsafe extern "C" fn open(
    _: *mut Vfs,
    name: *const c_char,
    file: *mut Handle,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    ours(file).base.pMethods = std::ptr::null();
    if let Answer::Fail(code) = asked(Call::Open) {
        return code;
    }
    let path = name_of(name);
    let stood = Path::new(&path).exists();
    // SAFETY: the machine's own file system opens into the room behind our part.
    let code = unsafe {
        match (*machine()).xOpen {
            Some(open) => open(machine(), name, inner(file), flags, out),
            None => ffi::SQLITE_CANTOPEN,
        }
    };
    if code == ffi::SQLITE_OK {
        let journals =
            ffi::SQLITE_OPEN_MAIN_JOURNAL | ffi::SQLITE_OPEN_SUPER_JOURNAL | ffi::SQLITE_OPEN_WAL;
        let ours = ours(file);
        ours.base.pMethods = &raw const METHODS;
        ours.syncs_folder = !stood && flags & journals != 0;
        ours.crowded = told().crowded.as_deref().is_some_and(|at| Path::new(&path).starts_with(at));
        ours.inode = told().log.as_mut().map_or(NO_FILE, |log| log.open(&path));
    }
    code
}

unsafe extern "C" fn delete(_: *mut Vfs, name: *const c_char, sync: c_int) -> c_int {
    if let Answer::Fail(code) = asked(Call::Delete) {
        return code;
    }
    // SAFETY: handed on as it came.
    let code = unsafe {
        (*machine()).xDelete.map_or(ffi::SQLITE_ERROR, |delete| delete(machine(), name, sync))
    };
    if let (ffi::SQLITE_OK, Some(log)) = (code, &mut told().log) {
        log.delete(&name_of(name), sync != 0);
    }
    code
}

unsafe extern "C" fn access(
    _: *mut Vfs,
    name: *const c_char,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    if let Answer::Fail(code) = asked(Call::Access) {
        return code;
    }
    // SAFETY: handed on as it came.
    unsafe {
        let access = (*machine()).xAccess;
        access.map_or(ffi::SQLITE_ERROR, |access| access(machine(), name, flags, out))
    }
}

/// Nobody sleeps: what SQLite waits for in a fault's way does not come by waiting.
unsafe extern "C" fn sleep(_: *mut Vfs, micros: c_int) -> c_int {
    micros
}

unsafe extern "C" fn close(file: *mut Handle) -> c_int {
    hand_on!(file, xClose)
}

unsafe extern "C" fn read(file: *mut Handle, to: *mut c_void, length: c_int, at: i64) -> c_int {
    match asked(Call::Read) {
        Answer::Fail(code) => code,
        Answer::Half(code) => {
            let _: c_int = hand_on!(file, xRead, to, length / 2, at);
            code
        }
        _ => hand_on!(file, xRead, to, length, at),
    }
}

/// What of a write the disk has room for.
fn room(file: *mut Handle, length: c_int, at: i64) -> c_int {
    let Some(space) = told().space.filter(|_| ours(file).crowded) else { return length };
    let mut stands = 0_i64;
    let _: c_int = hand_on!(file, xFileSize, &raw mut stands);
    let grows = (at + i64::from(length) - stands).clamp(0, i64::from(length));
    let granted = grows.min(i64::try_from(space).unwrap_or(i64::MAX));
    told().space = Some(space - granted as u64);
    length - (grows - granted) as c_int
}

fn write_part(file: *mut Handle, from: *const c_void, length: c_int, at: i64) -> c_int {
    if length == 0 {
        return ffi::SQLITE_OK;
    }
    let code = hand_on!(file, xWrite, from, length, at);
    if let (ffi::SQLITE_OK, Some(log)) = (code, &mut told().log) {
        // SAFETY: SQLite asked to write so many bytes from there.
        let bytes = unsafe { std::slice::from_raw_parts(from.cast::<u8>(), length as usize) };
        log.write(ours(file).inode, at as usize, bytes);
    }
    code
}

unsafe extern "C" fn write(
    file: *mut Handle,
    from: *const c_void,
    length: c_int,
    at: i64,
) -> c_int {
    let answer = asked(Call::Write);
    let fits = room(file, length, at);
    match answer {
        Answer::Fail(code) => code,
        Answer::Half(code) => {
            write_part(file, from, length / 2, at);
            code
        }
        Answer::DoneBut(code) => {
            write_part(file, from, length, at);
            code
        }
        _ if fits < length => {
            write_part(file, from, fits, at);
            ffi::SQLITE_FULL
        }
        _ => write_part(file, from, length, at),
    }
}

unsafe extern "C" fn truncate(file: *mut Handle, length: i64) -> c_int {
    if let Answer::Fail(code) = asked(Call::Truncate) {
        return code;
    }
    let code = hand_on!(file, xTruncate, length);
    if let (ffi::SQLITE_OK, Some(log)) = (code, &mut told().log) {
        log.truncate(ours(file).inode, length as usize);
    }
    code
}

unsafe extern "C" fn sync(file: *mut Handle, flags: c_int) -> c_int {
    let (answer, forgets) = {
        let mut told = told();
        (told.armed.answer(Call::Sync), told.forgets_to_sync)
    };
    match answer {
        Answer::Fail(code) => code,
        _ if forgets => ffi::SQLITE_OK,
        answer => {
            let code = hand_on!(file, xSync, flags);
            if let (ffi::SQLITE_OK, Some(log)) = (code, &mut told().log) {
                log.sync(ours(file).inode, std::mem::take(&mut ours(file).syncs_folder));
            }
            if let Answer::DoneBut(code) = answer { code } else { code }
        }
    }
}

unsafe extern "C" fn size(file: *mut Handle, out: *mut i64) -> c_int {
    match asked(Call::Size) {
        Answer::Fail(code) => code,
        _ => hand_on!(file, xFileSize, out),
    }
}

unsafe extern "C" fn lock(file: *mut Handle, level: c_int) -> c_int {
    match asked(Call::Lock) {
        Answer::Fail(code) => code,
        _ => hand_on!(file, xLock, level),
    }
}

unsafe extern "C" fn unlock(file: *mut Handle, level: c_int) -> c_int {
    hand_on!(file, xUnlock, level)
}

unsafe extern "C" fn check_reserved(file: *mut Handle, out: *mut c_int) -> c_int {
    hand_on!(file, xCheckReservedLock, out)
}

unsafe extern "C" fn control(file: *mut Handle, what: c_int, argument: *mut c_void) -> c_int {
    hand_on!(file, xFileControl, what, argument)
}

unsafe extern "C" fn sector(file: *mut Handle) -> c_int {
    hand_on!(file, xSectorSize)
}

unsafe extern "C" fn characteristics(file: *mut Handle) -> c_int {
    hand_on!(file, xDeviceCharacteristics)
}

unsafe extern "C" fn shm_map(
    file: *mut Handle,
    page: c_int,
    length: c_int,
    extend: c_int,
    out: *mut *mut c_void,
) -> c_int {
    match asked(Call::ShmMap) {
        Answer::Fail(code) => code,
        _ => hand_on!(file, xShmMap, page, length, extend, out),
    }
}

unsafe extern "C" fn shm_lock(file: *mut Handle, at: c_int, n: c_int, flags: c_int) -> c_int {
    let unlocks = flags & ffi::SQLITE_SHM_UNLOCK != 0;
    let answer = if unlocks { Answer::Do } else { asked(Call::ShmLock) };
    match answer {
        Answer::Fail(code) => code,
        _ => hand_on!(file, xShmLock, at, n, flags),
    }
}

unsafe extern "C" fn shm_barrier(file: *mut Handle) {
    hand_on!(file, xShmBarrier);
}

unsafe extern "C" fn shm_unmap(file: *mut Handle, delete: c_int) -> c_int {
    hand_on!(file, xShmUnmap, delete)
}
