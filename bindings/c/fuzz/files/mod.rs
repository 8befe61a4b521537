//! Hostile files, decoded from bytes: what the fuzzer changes in a sound file, and what is then
//! asked of it, to read and to write.
//!
//! An input is two bytes that say which file and what is asked, and a few changes of that file: so
//! it stays some ten bytes long, and coverage tells which change led further. The files are a
//! small county that was lived through the library, and a copy of it.
//!
//! Whatever is changed, each call answers or says clearly why not; no error tells a telephone
//! number; whoever only reads, or is refused, changes no byte.

mod asked;
mod changes;
mod places;
mod sound;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use arbitrary::Unstructured;
use gongdan::{Error, ErrorKind, Hotline, Language, Options};

/// How an error may name what is wrong with a file. A mistake of the library's own is none of them.
const CLEAR: [ErrorKind; 9] = [
    ErrorKind::ReadOnly, // as SQLite takes a header of a version that it does not write
    ErrorKind::Corrupt,
    ErrorKind::NotAHotline,
    ErrorKind::FileTooNew,
    ErrorKind::Io,
    ErrorKind::NotFound,
    ErrorKind::InvalidInput,
    ErrorKind::Refused,
    ErrorKind::Conflict,
];

/// Changes a sound file as these bytes say, and uses it.
pub(crate) fn file(data: &[u8]) {
    let mut bytes = Unstructured::new(data);
    let [which, what] = [(); 2].map(|()| bytes.arbitrary::<u8>().unwrap_or(0));
    let sound = &sound::files()[usize::from(which % 2)];
    let mut changed = sound.bytes.clone();
    changes::make(&mut changed, sound, &mut bytes);
    let path = folder().join("hostile.db");
    put(&path, &changed);
    // All bytes together say it, so that no mutation breeds the slow ones.
    match sum(data) % 16 {
        0 => write(&path, what),
        1 => clear("salvage", asked::salvage(&path, &folder().join("saved.db"))),
        _ => read(&path, what),
    }
}

/// Asks everything of the files as they are: nothing of it fails.
#[cfg(test)]
pub(crate) fn sound_files_answer() {
    for sound in sound::files() {
        assert!(sound.places.len() > 1_000, "the values are found");
        let path = folder().join("sound.db");
        put(&path, &sound.bytes);
        for what in 0..=u8::MAX {
            let answered = asked::reading(&path, what);
            assert!(answered.is_ok(), "question {what}: {answered:?}");
        }
    }
}

fn read(path: &Path, what: u8) {
    let before = std::fs::read(path).ok();
    clear("reading", asked::reading(path, what));
    assert!(std::fs::read(path).ok() == before, "reading changed the file");
}

/// A file that may be written is written; one that is refused stays as it is.
fn write(path: &Path, what: u8) {
    let before = std::fs::read(path).ok();
    match Hotline::open_with(path, &options()) {
        Ok(mut hotline) => clear("writing", asked::writing(&mut hotline, what)),
        Err(error) => {
            let why = told(&error);
            clear::<()>("opening to write", Err(error));
            let kept = std::fs::read(path).ok().map(but_for_the_log) == before.map(but_for_the_log);
            assert!(kept, "a refusal changed the file: {why}");
        }
    }
}

/// A file without the bytes of its header that say how it was last written, and that it keeps a log:
/// one that never kept any may have got one before damage was found.
fn but_for_the_log(mut file: Vec<u8>) -> Vec<u8> {
    for bytes in [18..20, 24..28, 92..96] {
        file.get_mut(bytes).into_iter().for_each(|bytes| bytes.fill(0));
    }
    file
}

/// An error, if there is one, is clear and tells nothing personal.
fn clear<T>(asked: &str, done: gongdan::Result<T>) {
    let Err(error) = done else { return };
    let told = told(&error);
    assert!(CLEAR.contains(&error.kind()), "{asked} came to {told}");
    assert!(!told.contains(sound::CANARY), "{asked} tells a telephone number: {told}");
}

fn told(error: &Error) -> String {
    let (word, chinese) = (error.kind().word(), error.message(Language::Chinese));
    format!("{word}: {error}; {chinese}; {error:?}")
}

fn options() -> Options {
    Options::new().patience(Duration::from_millis(50))
}

fn put(path: &Path, bytes: &[u8]) {
    for ending in ["-wal", "-shm", "-journal"] {
        let mut beside = path.as_os_str().to_owned();
        beside.push(ending);
        std::fs::remove_file(PathBuf::from(beside)).ok();
    }
    assert!(std::fs::write(path, bytes).is_ok(), "no file");
}

/// A number that any change of the bytes changes.
fn sum(data: &[u8]) -> u32 {
    let mixed = |sum: u32, byte: &u8| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    data.iter().fold(0x811c_9dc5, mixed) >> 16
}

thread_local! {
    static FOLDER: Folder = Folder::new();
}

/// A folder of this thread, in memory where the system has such a folder.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let shared = PathBuf::from("/dev/shm");
        let all = if shared.is_dir() { shared } else { std::env::temp_dir() };
        let next = NEXT.fetch_add(1, Ordering::Relaxed);
        let own = all.join(format!("gongdan-files-{}-{next}", std::process::id()));
        std::fs::remove_dir_all(&own).ok();
        assert!(std::fs::create_dir_all(&own).is_ok(), "no folder");
        Self(own)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

fn folder() -> PathBuf {
    FOLDER.with(|folder| folder.0.clone())
}
