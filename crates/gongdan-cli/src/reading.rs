//! Texts that people keep in files: UTF-8, or GB18030 as spreadsheets of the office write it.

use std::io::{Error, ErrorKind, Read};
use std::path::Path;

use encoding_rs::GB18030;

use crate::exit::Failure;

/// The text of a file, or of the input for `-`.
pub(crate) fn text(path: &Path) -> Result<String, Failure> {
    bytes(path).and_then(decoded).map_err(Failure::file(path))
}

fn bytes(path: &Path) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    match path.as_os_str() == "-" {
        true => std::io::stdin().read_to_end(&mut bytes).map(|_| bytes),
        false => std::fs::read(path),
    }
}

/// Bytes that are no UTF-8 are GB18030, or nothing that is read.
fn decoded(bytes: Vec<u8>) -> Result<String, Error> {
    String::from_utf8(bytes).or_else(|other| {
        let text = GB18030.decode_without_bom_handling_and_without_replacement(other.as_bytes());
        let neither = || Error::new(ErrorKind::InvalidData, "neither UTF-8 nor GB18030");
        text.map(|text| text.into_owned()).ok_or_else(neither)
    })
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn both_encodings_are_read_and_other_bytes_are_refused() {
        let spring = decoded("春节".as_bytes().to_vec()).map_err(|no| no.kind());
        assert_eq!(spring, Ok("春节".to_owned()));
        let gb18030 = [0xb4, 0xba, 0xbd, 0xda];
        assert_eq!(decoded(gb18030.to_vec()).map_err(|no| no.kind()), spring);
        assert!(decoded(vec![0xff, 0xff, 0x00]).is_err());
    }
}
