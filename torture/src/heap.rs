//! The heap: SQLite's memory comes from here, and runs out as it is told.
#![allow(unsafe_code, reason = "SQLite's heap is a table of C functions")]

use std::ffi::{c_int, c_void};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::SeqCst};

use rusqlite::ffi;

type Malloc = unsafe extern "C" fn(c_int) -> *mut c_void;
type Realloc = unsafe extern "C" fn(*mut c_void, c_int) -> *mut c_void;

/// The two functions of SQLite's own heap that give memory.
static OWN: OnceLock<(Malloc, Realloc)> = OnceLock::new();
/// At the how many-th request memory runs out; never at zero.
static AT: AtomicU64 = AtomicU64::new(0);
static FOR_EVER: AtomicBool = AtomicBool::new(false);
static REQUESTS: AtomicU64 = AtomicU64::new(0);
static REFUSED: AtomicU64 = AtomicU64::new(0);

/// Puts the heap below SQLite, and takes away the small reserves that would hide requests from
/// it. It must come before anything else of SQLite.
///
/// # Errors
/// SQLite's code when it does not take it.
pub fn install() -> Result<(), i32> {
    let mut own = ffi::sqlite3_mem_methods {
        xMalloc: None,
        xFree: None,
        xRealloc: None,
        xSize: None,
        xRoundup: None,
        xInit: None,
        xShutdown: None,
        pAppData: std::ptr::null_mut(),
    };
    let took = |code| if code == ffi::SQLITE_OK { Ok(()) } else { Err(code) };
    // SAFETY: before SQLite starts, this asks for its own table of functions, and gives it one
    // that differs in two of them; SQLite copies it.
    unsafe {
        took(ffi::sqlite3_config(ffi::SQLITE_CONFIG_GETMALLOC, &raw mut own))?;
        let mut ours = own;
        ours.xMalloc = Some(malloc);
        ours.xRealloc = Some(realloc);
        let gives = own.xMalloc.zip(own.xRealloc).ok_or(ffi::SQLITE_ERROR)?;
        OWN.set(gives).map_err(|_| ffi::SQLITE_MISUSE)?;
        took(ffi::sqlite3_config(ffi::SQLITE_CONFIG_MALLOC, &raw mut ours))?;
        took(ffi::sqlite3_config(ffi::SQLITE_CONFIG_LOOKASIDE, 0 as c_int, 0 as c_int))
    }
}

/// Lets memory run out at a request, once or for ever.
pub fn run_out(at: u64, for_ever: bool) {
    REQUESTS.store(0, SeqCst);
    REFUSED.store(0, SeqCst);
    FOR_EVER.store(for_ever, SeqCst);
    AT.store(at, SeqCst);
}

/// Gives memory again, and says how many requests were refused.
pub fn give_again() -> u64 {
    AT.store(0, SeqCst);
    REFUSED.load(SeqCst)
}

fn refuses() -> bool {
    let at = AT.load(SeqCst);
    if at == 0 {
        return false;
    }
    let request = REQUESTS.fetch_add(1, SeqCst) + 1;
    let refuses = request == at || (FOR_EVER.load(SeqCst) && request > at);
    REFUSED.fetch_add(u64::from(refuses), SeqCst);
    refuses
}

unsafe extern "C" fn malloc(bytes: c_int) -> *mut c_void {
    match OWN.get().filter(|_| !refuses()) {
        // SAFETY: handed on as it came.
        Some((malloc, _)) => unsafe { malloc(bytes) },
        None => std::ptr::null_mut(),
    }
}

unsafe extern "C" fn realloc(old: *mut c_void, bytes: c_int) -> *mut c_void {
    match OWN.get().filter(|_| !refuses()) {
        // SAFETY: handed on as it came; what is refused stays as it was.
        Some((_, realloc)) => unsafe { realloc(old, bytes) },
        None => std::ptr::null_mut(),
    }
}
