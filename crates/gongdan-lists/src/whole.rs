//! A whole table of the file on its way out: batch by batch, as it is read.

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

use gongdan::{Cells, Chunk, Day, FieldKind, Language, Moment, Scan};

use crate::{OutCell, OutColumn, OutError, OutFile};

/// Writes a table into a file, and says how many rows it has. The words in it are of the language that it was scanned
/// in, which should be the same; for JSON Lines English.
///
/// # Errors
/// As [`OutFile`], and what the reading fails with.
pub fn write_whole(
    mut scan: Scan,
    path: impl AsRef<Path>,
    language: Language,
    replace: bool,
) -> Result<u64, OutError> {
    let columns = scan.columns().iter().map(|field| OutColumn::from(*field)).collect();
    let mut file = OutFile::create(path, columns, language, replace)?;
    let kinds: Vec<FieldKind> = scan.columns().iter().map(|field| field.kind).collect();
    let words = scan.words().to_vec();
    while let Some(chunk) = scan.next().transpose()? {
        for row in 0..chunk.rows {
            file.row(&cells(&chunk, &kinds, &words, row))?;
        }
    }
    file.finish()
}

/// The cells of a row.
pub(crate) fn cells<'a>(
    chunk: &'a Chunk,
    kinds: &[FieldKind],
    words: &'a [Arc<Vec<String>>],
    row: usize,
) -> Vec<OutCell<'a>> {
    let columns = chunk.columns.iter().zip(kinds).zip(words);
    columns.map(|((cells, kind), words)| cell(cells, *kind, words, row)).collect()
}

fn cell<'a>(cells: &'a Cells, kind: FieldKind, words: &'a [String], row: usize) -> OutCell<'a> {
    let word = |place: u32| words.get(place as usize);
    let found = match cells {
        Cells::Numbers(cells) => cells.get(row).copied().flatten().map(|cell| number(cell, kind)),
        Cells::Flags(cells) => cells.get(row).copied().flatten().map(OutCell::Flag),
        Cells::Texts(cells) => cells.get(row).and_then(Option::as_deref).map(OutCell::text),
        Cells::Words(cells) => cells
            .get(row)
            .copied()
            .flatten()
            .and_then(word)
            .map(|word| OutCell::text(word.as_str())),
        Cells::Several(cells) => cells.get(row).map(|places| {
            OutCell::Names(Cow::Owned(places.iter().copied().filter_map(word).cloned().collect()))
        }),
    };
    found.unwrap_or(OutCell::Nothing)
}

fn number(number: i64, kind: FieldKind) -> OutCell<'static> {
    match kind {
        FieldKind::Id => OutCell::Id(number),
        FieldKind::Moment => {
            Moment::from_ms("at", number).map_or(OutCell::Nothing, OutCell::Moment)
        }
        FieldKind::Day => i32::try_from(number)
            .ok()
            .and_then(Day::from_epoch_days)
            .map_or(OutCell::Nothing, OutCell::Day),
        _ => OutCell::Number(number),
    }
}
