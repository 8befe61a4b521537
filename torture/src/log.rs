//! The log of what a run did to its files, and the disk images that a power cut could have left of
//! it. Files are told from their names: a deleted name may come back until the folder is synced.

use std::collections::BTreeMap;
use std::path::Path;

use gongdan_tests::Dice;

/// A file that is not in the log.
pub const NO_FILE: usize = usize::MAX;

/// What the disk writes in one piece.
const SECTOR: usize = 512;

/// One thing that was done.
#[derive(Clone, Debug)]
pub enum Deed {
    /// Bytes were written to a file.
    Write(usize, usize, Vec<u8>),
    /// A file was cut off.
    Truncate(usize, usize),
    /// A file was put on disk.
    Sync(usize),
    /// A name was given to a file, or taken away.
    Name(String, Option<usize>),
    /// The folder was put on disk.
    SyncFolder,
    /// An event was acknowledged: its sequence and hash.
    Acknowledged(u64, String),
}

/// What happened, in order.
#[derive(Clone, Debug, Default)]
pub struct Log {
    /// What happened.
    pub deeds: Vec<Deed>,
    names: BTreeMap<String, usize>,
    files: usize,
}

impl Log {
    /// A log on a folder that holds an image.
    pub fn on(image: &Image) -> Self {
        let names = image.keys().cloned().zip(0..).collect();
        Self { deeds: Vec::new(), names, files: image.len() }
    }

    /// A file is opened, and made where there is none.
    pub fn open(&mut self, path: &str) -> usize {
        let name = file_name(path);
        if let Some(file) = self.names.get(&name) {
            return *file;
        }
        let file = self.files;
        self.files += 1;
        self.names.insert(name.clone(), file);
        self.deeds.push(Deed::Name(name, Some(file)));
        file
    }

    /// A name is taken away.
    pub fn delete(&mut self, path: &str, sync: bool) {
        let name = file_name(path);
        self.names.remove(&name);
        self.deeds.push(Deed::Name(name, None));
        sync.then(|| self.deeds.push(Deed::SyncFolder));
    }

    /// Bytes are written.
    pub fn write(&mut self, file: usize, at: usize, bytes: &[u8]) {
        self.deeds.push(Deed::Write(file, at, bytes.to_vec()));
    }

    /// A file is cut off.
    pub fn truncate(&mut self, file: usize, length: usize) {
        self.deeds.push(Deed::Truncate(file, length));
    }

    /// A file is put on disk, and its folder with it where SQLite does so.
    pub fn sync(&mut self, file: usize, folder: bool) {
        self.deeds.push(Deed::Sync(file));
        folder.then(|| self.deeds.push(Deed::SyncFolder));
    }

    /// Something is acknowledged.
    pub fn acknowledge(&mut self, seq: u64, hash: String) {
        self.deeds.push(Deed::Acknowledged(seq, hash));
    }
}

fn file_name(path: &str) -> String {
    let name = Path::new(path).file_name();
    name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The files of a folder after a power cut.
pub type Image = BTreeMap<String, Vec<u8>>;

/// What of the unsynced work survives a power cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Survives {
    /// Nothing.
    Nothing,
    /// Everything.
    Everything,
    /// Each sector or not, by chance; names as far as the folder's own log got.
    Some,
}

#[derive(Clone, Debug)]
enum Pending {
    Write(usize, Vec<u8>),
    Truncate(usize),
}

#[derive(Clone, Debug, Default)]
struct File {
    durable: Vec<u8>,
    pending: Vec<Pending>,
}

/// A disk: what is on it for good, and what a power cut may take.
#[derive(Clone, Debug, Default)]
pub struct Disk {
    files: Vec<File>,
    names: BTreeMap<String, usize>,
    renamed: Vec<(String, Option<usize>)>,
}

impl Disk {
    /// A disk that holds an image, all of it for good.
    pub fn holding(image: &Image) -> Self {
        let file = |bytes: &Vec<u8>| File { durable: bytes.clone(), pending: Vec::new() };
        let names = image.keys().cloned().zip(0..).collect();
        Self { files: image.values().map(file).collect(), names, renamed: Vec::new() }
    }

    fn file(&mut self, file: usize) -> &mut File {
        if self.files.len() <= file {
            self.files.resize_with(file + 1, File::default);
        }
        &mut self.files[file]
    }

    /// Does one more thing.
    pub fn follow(&mut self, deed: &Deed) {
        match deed {
            Deed::Write(file, at, bytes) => {
                self.file(*file).pending.push(Pending::Write(*at, bytes.clone()));
            }
            Deed::Truncate(file, length) => {
                self.file(*file).pending.push(Pending::Truncate(*length));
            }
            Deed::Sync(file) => self.file(*file).settle(),
            Deed::Name(name, file) => self.renamed.push((name.clone(), *file)),
            Deed::SyncFolder => {
                let renamed = std::mem::take(&mut self.renamed);
                renamed.iter().for_each(|each| rename(&mut self.names, each));
            }
            Deed::Acknowledged(..) => {}
        }
    }

    /// What a power cut leaves now.
    pub fn cut(&self, survives: Survives, dice: &mut Dice) -> Image {
        let mut names = self.names.clone();
        let kept = match survives {
            Survives::Nothing => 0,
            Survives::Everything => self.renamed.len(),
            Survives::Some => dice.below(self.renamed.len() + 1),
        };
        self.renamed[..kept].iter().for_each(|each| rename(&mut names, each));
        let empty = File::default();
        let bytes = |file: usize, dice: &mut Dice| {
            self.files.get(file).unwrap_or(&empty).after(survives, dice)
        };
        names.into_iter().map(|(name, file)| (name, bytes(file, dice))).collect()
    }
}

fn rename(names: &mut BTreeMap<String, usize>, (name, file): &(String, Option<usize>)) {
    match file {
        Some(file) => names.insert(name.clone(), *file),
        None => names.remove(name),
    };
}

impl File {
    fn settle(&mut self) {
        for pending in std::mem::take(&mut self.pending) {
            apply(&mut self.durable, &pending);
        }
    }

    fn after(&self, survives: Survives, dice: &mut Dice) -> Vec<u8> {
        let mut bytes = self.durable.clone();
        match survives {
            Survives::Nothing => {}
            Survives::Everything => self.pending.iter().for_each(|each| apply(&mut bytes, each)),
            Survives::Some => self.pending.iter().for_each(|each| tear(&mut bytes, each, dice)),
        }
        bytes
    }
}

fn apply(bytes: &mut Vec<u8>, pending: &Pending) {
    match pending {
        Pending::Write(at, written) => put(bytes, *at, written),
        Pending::Truncate(length) => bytes.resize(*length, 0),
    }
}

fn put(bytes: &mut Vec<u8>, at: usize, written: &[u8]) {
    let end = at + written.len();
    if bytes.len() < end {
        bytes.resize(end, 0);
    }
    bytes[at..end].copy_from_slice(written);
}

/// Applies what survives of a write, sector by sector.
fn tear(bytes: &mut Vec<u8>, pending: &Pending, dice: &mut Dice) {
    let Pending::Write(at, written) = pending else {
        if dice.chance(50) {
            apply(bytes, pending);
        }
        return;
    };
    let mut from = 0;
    while from < written.len() {
        let left = SECTOR - (at + from) % SECTOR;
        let to = (from + left).min(written.len());
        if dice.chance(50) {
            put(bytes, at + from, &written[from..to]);
        }
        from = to;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file of 1,024 bytes is written, synced, overwritten, and its name is not on disk yet.
    fn disk() -> Disk {
        let mut log = Log::default();
        let file = log.open("/somewhere/a.db");
        log.write(file, 0, &[1; 1_024]);
        log.sync(file, true);
        log.write(file, 256, &[2; 1_024]);
        log.delete("/somewhere/a.db", false);
        let mut disk = Disk::default();
        log.deeds.iter().for_each(|deed| disk.follow(deed));
        disk
    }

    #[test]
    fn what_was_synced_survives_and_what_was_not_may() {
        let (disk, mut dice) = (disk(), Dice::new(1));
        let old = &disk.cut(Survives::Nothing, &mut dice)["a.db"];
        assert_eq!(old, &vec![1; 1_024]);
        assert!(disk.cut(Survives::Everything, &mut dice).is_empty());
    }

    #[test]
    fn a_torn_write_is_torn_between_sectors_only() {
        let (disk, mut dice) = (disk(), Dice::new(7));
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..200 {
            let image = disk.cut(Survives::Some, &mut dice);
            let Some(bytes) = image.get("a.db") else { continue };
            assert!(bytes[..256].iter().all(|byte| *byte == 1));
            let pieces = [256..512, 512..1_024, 1_024..1_280];
            seen.insert(pieces.map(|piece| {
                let found: std::collections::BTreeSet<_> =
                    bytes.get(piece).iter().copied().flatten().copied().collect();
                assert!(found.len() <= 1, "a sector was torn: {found:?}");
                found.into_iter().next()
            }));
        }
        assert_eq!(seen.len(), 8, "not every combination came up: {seen:?}");
    }
}
