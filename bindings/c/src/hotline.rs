//! The hotline's handle: made, opened, told its client's encoding, closed.

use std::ffi::c_char;
use std::time::Duration;

use gongdan::{Durability, Founding, Hotline, Options, Problem, RegionId};

use crate::desk::{Desk, gd_hotline};
use crate::door::{self, ask, call, make, make_handle, on};
use crate::fault::Fault;
use crate::live;
use crate::query::{gd_rows, table};
use crate::sized;
use crate::stamp::gd_stamp;
use crate::status::gd_status;
use crate::strings::{self, Encoding};

/// Open to read and write; every command is on disk before it is acknowledged.
pub const GD_OPEN_READ_WRITE: u32 = 0;
/// Open to read only.
pub const GD_OPEN_READ_ONLY: u32 = 1;
/// Commands survive a crash of the program, but a power cut may take the last ones.
pub const GD_OPEN_NORMAL_DURABILITY: u32 = 2;

/// Strings are UTF-8, the default.
pub const GD_ENCODING_UTF8: i32 = 1;
/// Strings are GB18030 (which GBK and GB2312 are part of).
pub const GD_ENCODING_GB18030: i32 = 2;

/// A new file's region. Set it to GD_FOUNDING_INIT first.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_founding {
    /// The size of this struct.
    pub size: u32,
    /// The region's code after GB/T 2260, six digits: 430424 is Hengdong county.
    pub region: u32,
    /// The region's name as printed.
    pub name: *const c_char,
    /// The office that publishes the bulletin.
    pub office: *const c_char,
}

/// How a file is opened. Set it to GD_OPEN_OPTIONS_INIT first: to read and write, with the waits
/// that the library chooses.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_open_options {
    /// The size of this struct.
    pub size: u32,
    /// GD_OPEN_ flags.
    pub flags: u32,
    /// How many milliseconds to wait at most for others who write; 0 means 10000.
    pub patience_ms: u32,
    /// How many milliseconds one question may take before it is stopped with GD_E_INVALID_INPUT; 0
    /// means 30000. While a question runs, the log cannot be emptied. Verification and backup
    /// are not stopped.
    pub reading_ms: u32,
}

sized::sized!(gd_open_options, "options", size_of::<gd_open_options>());

impl gd_open_options {
    fn options(self) -> Result<Options, Fault> {
        let after = |ms: u32| Some(Duration::from_millis(u64::from(ms))).filter(|_| ms > 0);
        let options = options(self.flags)?;
        let options = after(self.patience_ms).map_or(options.clone(), |ms| options.patience(ms));
        Ok(after(self.reading_ms).map_or(options.clone(), |ms| options.reading_deadline(ms)))
    }
}

sized::sized!(gd_founding, "founding", size_of::<gd_founding>());

/// A desk that speaks as its thread does.
fn desk(hotline: Hotline) -> Desk {
    Desk::new(hotline, door::encoding())
}

fn options(flags: u32) -> Result<Options, Fault> {
    const KNOWN: u32 = GD_OPEN_READ_ONLY | GD_OPEN_NORMAL_DURABILITY;
    if flags & !KNOWN != 0 {
        let to = i64::from(KNOWN);
        return Err(Fault::argument("flags", Problem::OutOfRange { from: 0, to }));
    }
    let mut options = Options::new();
    if flags & GD_OPEN_READ_ONLY != 0 {
        options = options.read_only();
    }
    if flags & GD_OPEN_NORMAL_DURABILITY != 0 {
        options = options.durability(Durability::Normal);
    }
    Ok(options)
}

/// Opens a file that stands. *hotline is the new handle, NULL when it fails; close it with
/// gd_hotline_close. `path` is UTF-8 whatever the encoding; `flags` are GD_OPEN_.
///
/// Errors: GD_E_NOT_FOUND, GD_E_NOT_A_HOTLINE, GD_E_FILE_TOO_NEW, GD_E_CORRUPT, GD_E_IO,
/// GD_E_BUSY, GD_E_INVALID_INPUT. The file stays as it is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_open(
    path: *const c_char,
    flags: u32,
    hotline: *mut *mut gd_hotline,
) -> gd_status {
    make_handle(hotline, |_| {
        Ok(desk(Hotline::open_with(strings::path("path", path)?, &options(flags)?)?))
    })
}

/// Opens a file that stands, and waits at most so many milliseconds for others who write;
/// gd_hotline_open waits 10000.
///
/// Errors: as gd_hotline_open.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_open_patient(
    path: *const c_char,
    flags: u32,
    patience_ms: u32,
    hotline: *mut *mut gd_hotline,
) -> gd_status {
    make_handle(hotline, |_| {
        let patience = Duration::from_millis(u64::from(patience_ms));
        let options = options(flags)?.patience(patience);
        Ok(desk(Hotline::open_with(strings::path("path", path)?, &options)?))
    })
}

/// Opens a file that stands, with options that may grow; NULL means GD_OPEN_OPTIONS_INIT.
///
/// Errors: as gd_hotline_open.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_open_with(
    path: *const c_char,
    options: *const gd_open_options,
    hotline: *mut *mut gd_hotline,
) -> gd_status {
    make_handle(hotline, |_| {
        let options = sized::read_any(options)?.map(gd_open_options::options).transpose()?;
        let options = options.unwrap_or_default();
        Ok(desk(Hotline::open_with(strings::path("path", path)?, &options)?))
    })
}

/// Makes a new file of a region, with the published calendar and the default policy, all by
/// events under the stamp. *hotline is the new handle, NULL when it fails.
///
/// Errors: GD_E_EXISTS when the path holds anything, GD_E_INVALID_INPUT, GD_E_IO.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_create(
    path: *const c_char,
    founding: *const gd_founding,
    stamp: *const gd_stamp,
    flags: u32,
    hotline: *mut *mut gd_hotline,
) -> gd_status {
    make_handle(hotline, |reader| {
        let path = strings::path("path", path)?;
        let founding = sized::read(founding)?;
        let founding = Founding {
            region: RegionId(founding.region),
            name: reader.required("name", founding.name)?,
            office: reader.required("office", founding.office)?,
        };
        let stamp = crate::stamp::read(reader, stamp)?;
        Ok(desk(Hotline::create_with(path, &founding, &stamp, &options(flags)?)?))
    })
}

/// Closes a handle; NULL is nothing to do. What an open batch did is taken back. Objects that came
/// from the handle stay good until they are freed.
///
/// A handle that is closed already leaves GD_E_CLOSED as the thread's status, and does no harm.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_close(hotline: *mut gd_hotline) {
    call(|_| {
        if hotline.is_null() {
            return Ok(());
        }
        let closed = "the hotline is closed, or never was open";
        let open = live::dismiss(hotline as usize);
        open.then_some(()).ok_or(Fault::Door(gongdan::ErrorKind::Closed, closed))
    });
}

fn spoken(given: i32) -> Result<Encoding, Fault> {
    match given {
        GD_ENCODING_UTF8 => Ok(Encoding::Utf8),
        GD_ENCODING_GB18030 => Ok(Encoding::Gb18030),
        _ => Err(Fault::argument("encoding", Problem::OutOfRange { from: 1, to: 2 })),
    }
}

/// Tells a handle what its client speaks: GD_ENCODING_UTF8 or GD_ENCODING_GB18030. From then on
/// all its strings, in and out, and the messages of its calls are in that encoding; paths stay
/// UTF-8. What does not fit is GD_E_INVALID_INPUT, never a question mark.
///
/// Errors: GD_E_INVALID_INPUT, GD_E_CLOSED.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_set_encoding(
    hotline: *mut gd_hotline,
    encoding: i32,
) -> gd_status {
    on(hotline, |desk| {
        desk.encoding = spoken(encoding)?;
        Ok(())
    })
}

/// Tells the calling thread what it speaks: the encoding of its calls that have no handle, and
/// what handles that it opens from now on begin with.
///
/// Errors: GD_E_INVALID_INPUT.
#[unsafe(no_mangle)]
pub extern "C" fn gd_set_encoding(encoding: i32) -> gd_status {
    call(|_| {
        door::set_encoding(spoken(encoding)?);
        Ok(())
    })
}

/// The head of the journal: how many events it has, and the hash of the last one as 64
/// hexadecimal digits and a zero byte. Two files with the same head hold the same events. Either
/// out-pointer may be NULL.
///
/// Errors: GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_head(
    hotline: *mut gd_hotline,
    events: *mut u64,
    hash: *mut [c_char; 65],
) -> gd_status {
    ask(hotline, |desk| {
        let (seq, hex) = desk.hotline.head()?;
        sized::put(events, seq);
        sized::put(hash, digits(&hex));
        Ok(())
    })
}

/// A hash as C has it.
fn digits(hex: &str) -> [c_char; 65] {
    let mut digits = [0; 65];
    for (digit, byte) in digits.iter_mut().zip(hex.bytes().take(64)) {
        *digit = byte as c_char;
    }
    digits
}

/// The moment of the latest event.
///
/// Errors: GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_last_at(hotline: *mut gd_hotline, at: *mut i64) -> gd_status {
    ask(hotline, |desk| {
        sized::put(at, desk.hotline.last_at()?.ms());
        Ok(())
    })
}

/// The hash of one event of the journal, as gd_hotline_head gives that of the last one.
///
/// Errors: GD_E_NOT_FOUND when there is no such event; GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_hash_at(
    hotline: *mut gd_hotline,
    seq: u64,
    hash: *mut [c_char; 65],
) -> gd_status {
    ask(hotline, |desk| {
        let found = desk.hotline.hash_at(seq)?;
        let missing = Fault::Door(gongdan::ErrorKind::NotFound, "there is no such event");
        sized::put(hash, digits(&found.ok_or(missing)?));
        Ok(())
    })
}

/// Who founded the file: one row of one column, `by`. Free *founder with gd_rows_free.
///
/// Errors: GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_founder(
    hotline: *mut gd_hotline,
    founder: *mut *mut gd_rows,
) -> gd_status {
    make(hotline, founder, |desk| {
        let by = gongdan::Datum::Text(desk.hotline.founder()?);
        table(&["by"], vec![vec![by]], desk.encoding)
    })
}

/// Copies the file, complete and consistent, while others read and write it. The path is UTF-8.
///
/// Errors: GD_E_EXISTS when the path holds anything, GD_E_INVALID_INPUT inside a batch, GD_E_IO.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_backup(
    hotline: *mut gd_hotline,
    path: *const c_char,
) -> gd_status {
    ask(hotline, |desk| Ok(desk.hotline.backup_to(strings::path("path", path)?)?))
}
