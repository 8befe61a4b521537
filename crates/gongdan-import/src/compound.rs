//! Compound files: what stands in an .xls is looked through before it is read, since two cells in far corners would
//! have a reader make room for all between them.

use crate::caps;
use crate::error::{SheetError, encrypted};

/// Ends a chain, or is no sector.
const NONE: u32 = 0xffff_fffa;
/// Streams below this size stand in the small sectors.
const SMALL: usize = 4_096;
/// A rectangle of cells larger than this is no register.
const RECTANGLE: u64 = 20_000_000;
/// A rectangle from which on most of it has to say something: a reader makes room for all of it.
const LOOSE: u64 = 1_000_000;
/// One cell of so many has to.
const SPARSE: u64 = 50;

/// Refuses a workbook under a password, and one whose cells lie further apart than any register's.
pub(crate) fn ensure_small(bytes: &[u8]) -> Result<(), SheetError> {
    let file = File::read(bytes).ok_or_else(damaged)?;
    if file.names().any(|name| name == "EncryptedPackage") {
        return Err(encrypted());
    }
    let stream = file.stream("Workbook").or_else(|| file.stream("Book")).ok_or_else(damaged)?;
    let (mut place, mut corner, mut loose) = (0_usize, Corner::default(), false);
    while let Some(head) = stream.get(place..place + 4) {
        let (kind, length) = (word(head, 0), usize::from(word(head, 2)));
        let Some(data) = stream.get(place + 4..place + 4 + length) else { break };
        match kind {
            0x002f => return Err(encrypted()),
            0x000a => loose |= corner.is_loose(),
            0x0809 => corner = Corner::default(),
            kind if is_cell(kind) && data.len() >= 4 => {
                corner.stretch(word(data, 0), word(data, 2), of_record(kind, data))
            }
            _ => {}
        }
        if corner.is_too_far() {
            return Err(far_apart());
        }
        place += 4 + length;
    }
    if loose || corner.is_loose() { Err(far_apart()) } else { Ok(()) }
}

fn far_apart() -> SheetError {
    SheetError::new(
        "表格里有相距过远的单元格,请把有内容的部分另存为 xlsx",
        "cells of the sheet lie too far apart: save the part that says something as .xlsx",
    )
}

fn damaged() -> SheetError {
    SheetError::new(
        "xls 文件不完整或已损坏,请另存为 xlsx",
        "the .xls is cut off or damaged: save it as .xlsx",
    )
}

/// Records that put a cell: numbers, texts, formulas, errors, one or many.
fn is_cell(kind: u16) -> bool {
    const CELLS: [u16; 13] = [
        0x0001, 0x0002, 0x0003, 0x0004, 0x0005, 0x0006, 0x00bd, 0x00fd, 0x0203, 0x0204, 0x0205,
        0x0206, 0x027e,
    ];
    CELLS.contains(&kind) || kind == 0x0406 || kind == 0x00d6
}

/// How many cells a record puts: one, but for the record of many numbers in a row.
fn of_record(kind: u16, data: &[u8]) -> u64 {
    match kind {
        0x00bd => (data.len().saturating_sub(6) / 6) as u64,
        _ => 1,
    }
}

#[derive(Default)]
struct Corner {
    row: u64,
    column: u64,
    /// Cells that were put.
    cells: u64,
}

impl Corner {
    fn stretch(&mut self, row: u16, column: u16, cells: u64) {
        self.cells += cells;
        self.row = self.row.max(u64::from(row) + 1);
        self.column = self.column.max(u64::from(column) + 1);
    }

    fn is_too_far(&self) -> bool {
        self.column > u64::from(caps::COLUMNS) || self.row * self.column > RECTANGLE
    }

    /// Whether next to nothing of a large sheet says anything.
    fn is_loose(&self) -> bool {
        let all = self.row * self.column;
        all > LOOSE && self.cells * SPARSE < all
    }
}

fn word(bytes: &[u8], place: usize) -> u16 {
    let two = bytes.get(place..place + 2).and_then(|two| two.try_into().ok());
    two.map_or(0, u16::from_le_bytes)
}

fn long(bytes: &[u8], place: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(place..place + 4)?.try_into().ok()?))
}

/// A compound file: sectors in chains, and a directory of streams.
struct File<'a> {
    bytes: &'a [u8],
    sector: usize,
    chains: Vec<u32>,
    small_chains: Vec<u32>,
    directory: Vec<u8>,
}

impl<'a> File<'a> {
    fn read(bytes: &'a [u8]) -> Option<Self> {
        let sector = match word(bytes, 30) {
            9 => 512,
            12 => 4_096,
            _ => return None,
        };
        let (chains, small_chains, directory) = (Vec::new(), Vec::new(), Vec::new());
        let mut file = Self { bytes, sector, chains, small_chains, directory };
        file.chains = file.table()?;
        file.directory = file.chain(long(bytes, 48)?)?;
        file.small_chains = file.chain(long(bytes, 60)?)?.chunks_exact(4).map(of_four).collect();
        Some(file)
    }

    /// Which sector follows which: the first part of the list of its sectors stands in the head.
    fn table(&self) -> Option<Vec<u32>> {
        let mut places: Vec<u32> =
            (0..109).filter_map(|nth| long(self.bytes, 76 + 4 * nth)).collect();
        let (mut next, mut seen) = (long(self.bytes, 68)?, 0);
        while next < NONE {
            let more = self.at(next)?;
            places.extend(more.chunks_exact(4).map(of_four));
            next = places.pop()?;
            seen += 1;
            (seen <= self.bytes.len() / self.sector).then_some(())?;
        }
        let mut table = Vec::new();
        for place in places.into_iter().filter(|place| *place < NONE) {
            table.extend(self.at(place)?.chunks_exact(4).map(of_four));
        }
        Some(table)
    }

    fn at(&self, sector: u32) -> Option<&'a [u8]> {
        let begin = usize::try_from(sector).ok()?.checked_add(1)?.checked_mul(self.sector)?;
        self.bytes.get(begin..self.bytes.len().min(begin.checked_add(self.sector)?))
    }

    fn chain(&self, mut next: u32) -> Option<Vec<u8>> {
        let mut whole = Vec::new();
        while next < NONE {
            whole.extend_from_slice(self.at(next)?);
            (whole.len() <= self.bytes.len() + self.sector).then_some(())?;
            next = *self.chains.get(usize::try_from(next).ok()?)?;
        }
        Some(whole)
    }

    fn entries(&self) -> impl Iterator<Item = &[u8]> {
        self.directory.chunks_exact(128)
    }

    fn names(&self) -> impl Iterator<Item = String> {
        self.entries().map(name)
    }

    /// A stream of a name; a small one stands in the stream of the root.
    fn stream(&self, wanted: &str) -> Option<Vec<u8>> {
        let entry = self.entries().find(|entry| name(entry) == wanted)?;
        let (start, size) = (long(entry, 116)?, usize::try_from(long(entry, 120)?).ok()?);
        let mut whole = match size < SMALL {
            false => self.chain(start)?,
            true => {
                let root = self.chain(long(self.entries().next()?, 116)?)?;
                self.small(&root, start)?
            }
        };
        whole.truncate(size);
        Some(whole)
    }

    fn small(&self, root: &[u8], mut next: u32) -> Option<Vec<u8>> {
        let mut whole = Vec::new();
        while next < NONE {
            let begin = usize::try_from(next).ok()?.checked_mul(64)?;
            whole.extend_from_slice(root.get(begin..root.len().min(begin.checked_add(64)?))?);
            (whole.len() <= SMALL + 64).then_some(())?;
            next = *self.small_chains.get(usize::try_from(next).ok()?)?;
        }
        Some(whole)
    }
}

fn of_four(four: &[u8]) -> u32 {
    four.try_into().map_or(NONE, u32::from_le_bytes)
}

/// The name of an entry of the directory.
fn name(entry: &[u8]) -> String {
    let length = usize::from(word(entry, 64)).saturating_sub(2).min(62);
    let units: Vec<u16> = (0..length / 2).map(|nth| word(entry, 2 * nth)).collect();
    String::from_utf16_lossy(&units)
}
