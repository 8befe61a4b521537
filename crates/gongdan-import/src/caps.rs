//! How much of a file is read at most: what goes further is refused by name before it is read.

/// The largest file.
pub(crate) const BYTES: u64 = 256 << 20;
/// What the parts of a workbook may be when they are inflated, together.
pub(crate) const INFLATED: u64 = 1 << 30;
/// What the texts of a workbook that its cells share may be when they are inflated: they are read as one.
pub(crate) const STRINGS: u64 = 256 << 20;
/// Parts of a workbook.
pub(crate) const PARTS: usize = 10_000;
/// Cells that say something.
pub(crate) const CELLS: usize = 30_000_000;
/// The last column that may say something: no register is wider.
pub(crate) const COLUMNS: u32 = 1_024;
/// Characters of texts together, where a file repeats them.
pub(crate) const TEXT: usize = 1 << 30;
