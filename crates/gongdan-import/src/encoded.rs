//! Text in the encodings of sheets: a mark at the beginning, else strict UTF-8, else strict GB18030.

use std::borrow::Cow;

use encoding_rs::{GB18030, UTF_8, UTF_16BE, UTF_16LE};

use crate::error::SheetError;

/// The text of a file.
pub(crate) fn text(bytes: &[u8]) -> Result<Cow<'_, str>, SheetError> {
    let (encoding, bytes) = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => (UTF_8, rest),
        [0xff, 0xfe, rest @ ..] => (UTF_16LE, rest),
        [0xfe, 0xff, rest @ ..] => (UTF_16BE, rest),
        _ if std::str::from_utf8(bytes).is_ok() => (UTF_8, bytes),
        _ => (GB18030, bytes),
    };
    encoding.decode_without_bom_handling_and_without_replacement(bytes).ok_or_else(|| {
        SheetError::new(
            "文件的文字不是 UTF-8、GB18030 或带标记的 UTF-16;请在 Excel 或 WPS 中另存为 xlsx",
            "the text is none of UTF-8, GB18030 and UTF-16 with a mark: save the file as .xlsx",
        )
    })
}

/// What parts the cells: a tab where the first line has more tabs than commas, else a semicolon, else a comma.
pub(crate) fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |sign| first.matches(sign).count();
    let (tabs, commas, semicolons) = (count('\t'), count(','), count(';'));
    match () {
        () if tabs > commas && tabs >= semicolons => b'\t',
        () if semicolons > commas => b';',
        () => b',',
    }
}
