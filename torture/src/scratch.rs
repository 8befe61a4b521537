//! Where harnesses work: in memory where the machine has such a folder, since a simulated fault
//! needs no real disk.

use std::path::Path;

use gongdan_tests::Folder;

/// A new folder, in memory where that is possible.
pub fn in_memory(name: &str) -> Folder {
    let memory = Path::new("/dev/shm");
    match memory.is_dir() {
        true => Folder::within(memory, name),
        false => Folder::new(name),
    }
}

/// A new folder on the machine's disk.
pub fn on_disk(name: &str) -> Folder {
    Folder::new(name)
}
