//! Locks that belong to the open file, not to the process.

/// Has SQLite lock by open file description; once a process, before its first connection.
/// Called inside the gate, so that a `fork` finds it done or not begun. Nothing where the system
/// has no such locks: there a second SQLite in the process stays forbidden.
#[cfg(target_os = "linux")]
#[allow(unsafe_code)]
pub(crate) fn belong_to_the_file() {
    use rusqlite::ffi::{SQLITE_OK, sqlite3_initialize, sqlite3_syscall_ptr, sqlite3_vfs_find};
    use std::ffi::c_int;
    use std::sync::Once;

    unsafe extern "C" {
        fn gongdan_ofd_fcntl(file: c_int, command: c_int, ...) -> c_int;
    }
    static ONCE: Once = Once::new();

    // SAFETY: SQLite is threadsafe (serialised build) and may be initialised at any time; the VFS
    // it names lives as long as the process. `xSetSystemCall` takes any function that behaves as
    // the call it replaces: `gongdan_ofd_fcntl` has fcntl's C signature, and the pointer's type is
    // the one SQLite keeps all its system calls as before it casts them back.
    ONCE.call_once(|| unsafe {
        if sqlite3_initialize() != SQLITE_OK {
            return;
        }
        let vfs = sqlite3_vfs_find(c"unix".as_ptr());
        if vfs.is_null() {
            return;
        }
        if let Some(replace) = (*vfs).xSetSystemCall {
            let own = std::mem::transmute::<
                unsafe extern "C" fn(c_int, c_int, ...) -> c_int,
                unsafe extern "C" fn(),
            >(gongdan_ofd_fcntl);
            let own: sqlite3_syscall_ptr = Some(own);
            replace(vfs, c"fcntl".as_ptr(), own);
        }
    });
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn belong_to_the_file() {}
