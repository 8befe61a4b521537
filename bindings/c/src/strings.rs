//! Strings: read at the door in the encoding of the caller, and kept in it by what is handed out.

use std::ffi::{CStr, CString, c_char};

use encoding_rs::GB18030;
use gongdan::{Day, Period, Problem, parse_day};
use serde::de::DeserializeOwned;

use crate::fault::Fault;

/// How a caller writes text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Encoding {
    #[default]
    Utf8,
    Gb18030,
}

impl Encoding {
    /// Reads bytes; `name` is the argument they came as.
    pub(crate) fn read(self, name: &'static str, bytes: &[u8]) -> Result<String, Fault> {
        let (text, expected) = match self {
            Self::Utf8 => (std::str::from_utf8(bytes).ok().map(str::to_owned), "UTF-8"),
            Self::Gb18030 => {
                let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes);
                (text.map(|text| text.into_owned()), "GB18030")
            }
        };
        text.ok_or_else(|| Fault::argument(name, Problem::Malformed { expected }))
    }

    /// Writes a text; `name` is what it is.
    fn write(self, name: &'static str, text: &str, into: &mut Vec<u8>) -> Result<(), Fault> {
        if self == Self::Utf8 {
            into.extend_from_slice(text.as_bytes());
            return Ok(());
        }
        let (bytes, _, unmappable) = GB18030.encode(text);
        if unmappable {
            let rule = "a character of it cannot be written in GB18030";
            return Err(Fault::argument(name, Problem::Rule { rule }));
        }
        #[cfg(planted_bug)]
        planted_bug(text, &bytes);
        into.extend_from_slice(&bytes);
        Ok(())
    }

    /// A message of our own: what does not fit is written as a number.
    pub(crate) fn c_string_lossy(self, text: &str) -> CString {
        let bytes = match self {
            Self::Utf8 => text.as_bytes().to_vec(),
            Self::Gb18030 => GB18030.encode(text).0.into_owned(),
        };
        CString::new(bytes.into_iter().filter(|byte| *byte != 0).collect::<Vec<_>>())
            .unwrap_or_default()
    }
}

/// A mistake that Chinese text never shows: room for as many bytes as a text has in UTF-8, while
/// rare characters are longer in GB18030. Only a build with `GONGDAN_PLANTED_BUG` set has it, to
/// show that the tests find such things.
#[cfg(planted_bug)]
fn planted_bug(text: &str, bytes: &[u8]) {
    let mut room = Vec::<u8>::with_capacity(text.len());
    // SAFETY: none: this writes behind the room, which is what has to be found.
    unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), room.as_mut_ptr(), bytes.len()) };
    std::hint::black_box(&mut room);
}

/// Reads what a caller gave.
#[derive(Clone, Copy)]
pub(crate) struct Reader(pub(crate) Encoding);

impl Reader {
    /// A text that may be left out: NULL and "" are nothing.
    pub(crate) fn optional(
        self,
        name: &'static str,
        text: *const c_char,
    ) -> Result<Option<String>, Fault> {
        if text.is_null() {
            return Ok(None);
        }
        // SAFETY: the header's contract: a string that is not NULL ends in a zero byte.
        let bytes = unsafe { CStr::from_ptr(text) }.to_bytes();
        match bytes.is_empty() {
            true => Ok(None),
            false => self.0.read(name, bytes).map(Some),
        }
    }

    /// A text that has to be there. "" is passed on, so that the library says what it wants.
    pub(crate) fn required(self, name: &'static str, text: *const c_char) -> Result<String, Fault> {
        match text.is_null() {
            true => Err(Fault::missing(name)),
            false => self.optional(name, text).map(Option::unwrap_or_default),
        }
    }

    /// Several texts.
    pub(crate) fn list(
        self,
        name: &'static str,
        texts: *const *const c_char,
        count: u32,
    ) -> Result<Vec<String>, Fault> {
        let texts = crate::sized::slice(name, texts, u64::from(count))?;
        texts.iter().map(|text| self.required(name, *text)).collect()
    }

    /// A period that may be left out.
    pub(crate) fn period_any(
        self,
        name: &'static str,
        text: *const c_char,
    ) -> Result<Option<Period>, Fault> {
        let read = |text: String| Period::parse(&text).map_err(|wrong| wrong.named(name).into());
        self.optional(name, text)?.map(read).transpose()
    }

    /// A period that has to be given.
    pub(crate) fn period(self, name: &'static str, text: *const c_char) -> Result<Period, Fault> {
        self.period_any(name, text)?.ok_or(Fault::missing(name))
    }

    /// A day that may be left out.
    pub(crate) fn day_any(
        self,
        name: &'static str,
        text: *const c_char,
    ) -> Result<Option<Day>, Fault> {
        let day = self.optional(name, text)?.map(|text| parse_day(name, &text));
        Ok(day.transpose()?)
    }

    /// A day that has to be given.
    pub(crate) fn day(self, name: &'static str, text: *const c_char) -> Result<Day, Fault> {
        self.day_any(name, text)?.ok_or(Fault::missing(name))
    }

    /// A structure as JSON that may be left out.
    pub(crate) fn json_any<T: DeserializeOwned>(
        self,
        name: &'static str,
        text: *const c_char,
    ) -> Result<Option<T>, Fault> {
        let expected = "the JSON that this function documents";
        let wrong = |_| Fault::argument(name, Problem::Malformed { expected });
        let read = |text: String| serde_json::from_str(&text).map_err(wrong);
        self.optional(name, text)?.map(read).transpose()
    }

    /// A structure as JSON, or the name of one as it stands.
    pub(crate) fn structure_any<T: DeserializeOwned>(
        self,
        name: &'static str,
        text: *const c_char,
    ) -> Result<Option<T>, Fault> {
        let named = |text: String| serde_json::from_value(serde_json::Value::String(text));
        match self.optional(name, text)? {
            Some(text) if text.starts_with(|first: char| first.is_alphanumeric()) => {
                let expected = "the JSON that this function documents";
                let wrong = |_| Fault::argument(name, Problem::Malformed { expected });
                named(text).map(Some).map_err(wrong)
            }
            _ => self.json_any(name, text),
        }
    }

    /// A structure as JSON that has to be given.
    pub(crate) fn json<T: DeserializeOwned>(
        self,
        name: &'static str,
        text: *const c_char,
    ) -> Result<T, Fault> {
        self.json_any(name, text)?.ok_or(Fault::missing(name))
    }
}

/// A path, always UTF-8.
pub(crate) fn path(name: &'static str, path: *const c_char) -> Result<std::path::PathBuf, Fault> {
    Ok(Reader(Encoding::Utf8).required(name, path)?.into())
}

/// Where a text stands in [`Texts`]; nothing is read as NULL.
pub(crate) type Span = Option<usize>;

/// The strings of an object, in its caller's encoding, each ended by a zero byte. Once the object
/// is handed out nothing is added, so pointers into it stay good.
#[derive(Default)]
pub(crate) struct Texts {
    bytes: Vec<u8>,
    encoding: Encoding,
}

impl Texts {
    /// No strings yet.
    pub(crate) fn new(encoding: Encoding) -> Self {
        Self { bytes: Vec::new(), encoding }
    }

    /// The encoding of its strings.
    pub(crate) fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Keeps a text; `name` is what it is. A U+0000 inside cannot cross and ends it.
    pub(crate) fn put(&mut self, name: &'static str, text: &str) -> Result<Span, Fault> {
        let at = self.bytes.len();
        self.encoding.write(name, text, &mut self.bytes)?;
        self.bytes.push(0);
        Ok(Some(at))
    }

    /// Keeps a text that may be missing.
    pub(crate) fn put_any(
        &mut self,
        name: &'static str,
        text: Option<&str>,
    ) -> Result<Span, Fault> {
        text.map_or(Ok(None), |text| self.put(name, text))
    }

    /// The text as C sees it.
    pub(crate) fn get(&self, span: Span) -> *const c_char {
        let bytes = span.and_then(|at| self.bytes.get(at..));
        bytes.map_or(std::ptr::null(), |bytes| bytes.as_ptr().cast())
    }

    /// The text as it was put.
    #[cfg(feature = "office")]
    pub(crate) fn text(&self, name: &'static str, span: Span) -> Result<Option<String>, Fault> {
        let Some(from) = span.and_then(|at| self.bytes.get(at..)) else { return Ok(None) };
        let ends = from.iter().position(|byte| *byte == 0).unwrap_or(from.len());
        self.encoding.read(name, &from[..ends]).map(Some)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gb18030_is_strict_both_ways() {
        let mut bytes = Vec::new();
        let hard = "洣水镇𠮷㵟€";
        assert!(Encoding::Gb18030.write("matter", hard, &mut bytes).is_ok());
        let back = Encoding::Gb18030.read("matter", &bytes);
        assert!(matches!(back, Ok(text) if text == hard));
        assert!(Encoding::Gb18030.read("matter", &bytes[..3]).is_err());
        assert!(Encoding::Gb18030.write("matter", "\u{e5e5}", &mut bytes).is_err());
        assert!(Encoding::Utf8.read("matter", b"\xc2\xb7\xb5").is_err());
    }
}
