//! The journal as lines of JSON (docs/FILE.md): what each sort of line holds. A line is read only as it is written,
//! byte for byte, so that nothing can be said in two ways.

use std::num::NonZeroU32;

use gongdan_domain::{EntryId, Moment, Role, TextField};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use super::event::Recorded;
use super::hash::{GENESIS, Hash, Kept};

/// What the first line says that these lines are.
pub(super) const JOURNAL: &str = "journal";
/// The version of the form.
pub(super) const VERSION: u32 = 1;

/// Bytes in hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hex(pub(super) Vec<u8>);

impl Serialize for Hex {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let digits =
            |byte: &u8| [byte >> 4, byte & 15].map(|half| DIGITS[usize::from(half)] as char);
        to.serialize_str(&self.0.iter().flat_map(digits).collect::<String>())
    }
}

impl<'de> Deserialize<'de> for Hex {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let half = |digit: u8| char::from(digit).to_digit(16).map(|value| value as u8);
        let byte = |pair: &[u8; 2]| Some(half(pair[0])? << 4 | half(pair[1])?);
        let (pairs, odd) = text.as_bytes().as_chunks::<2>();
        let bytes: Option<Vec<u8>> = pairs.iter().map(byte).collect();
        bytes.filter(|_| odd.is_empty()).map(Self).ok_or_else(|| D::Error::custom("no hexadecimal"))
    }
}

impl Hex {
    /// As an array of its length; nothing when it has another.
    pub(super) fn exactly<const N: usize>(&self) -> Option<[u8; N]> {
        self.0.as_slice().try_into().ok()
    }
}

/// The first line: whose journal it is, and how many lines follow of each sort.
#[derive(Serialize, Deserialize)]
pub(super) struct First {
    pub(super) gongdan: String,
    pub(super) version: u32,
    pub(super) region: u32,
    pub(super) events: u64,
    pub(super) requests: u64,
    pub(super) hash: Hex,
    pub(super) secret: Hex,
}

/// A line of an event, with its texts and the bytes of the file that it attached.
#[derive(Serialize, Deserialize)]
pub(super) struct EventLine<'a> {
    pub(super) seq: u64,
    pub(super) subject: u64,
    pub(super) at: i64,
    pub(super) kind: u8,
    pub(super) by: String,
    pub(super) role: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) unit: Option<NonZeroU32>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub(super) body: Option<&'a RawValue>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) texts: Vec<TextLine>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) file: Option<Hex>,
    pub(super) hash: Hex,
}

impl<'a> EventLine<'a> {
    /// The line of an event; nothing when it says something that no event says.
    pub(super) fn of(event: &'a Recorded, hash: &Hash) -> Option<Self> {
        let body = event.body.as_deref().map(serde_json::from_str).transpose().ok()?;
        Some(Self {
            seq: event.seq,
            subject: u64::try_from(event.subject).ok()?,
            at: event.at.ms(),
            kind: u8::try_from(event.kind).ok()?,
            by: event.by.clone(),
            role: u8::try_from(event.role.code()).ok()?,
            unit: event.actor_unit.and_then(|unit| NonZeroU32::new(unit.0)),
            body,
            texts: Vec::new(),
            file: None,
            hash: Hex(hash.to_vec()),
        })
    }

    /// The event of the line; nothing when it says something that no event says. Its hash is yet to be worked out.
    pub(super) fn event(&self) -> Option<Recorded> {
        let commitments: Option<Vec<_>> = self.texts.iter().map(TextLine::commitment).collect();
        Some(Recorded {
            seq: self.seq,
            subject: i64::try_from(self.subject).ok()?,
            at: Moment::from_ms("at", self.at).ok()?,
            kind: self.kind.into(),
            by: Some(self.by.clone()).filter(|by| !by.is_empty())?,
            role: Role::from_code(self.role.into())?,
            actor_unit: self.unit.map(|unit| EntryId(unit.get())),
            unit: None,
            late: false,
            later: 0,
            body: self.body.map(|body| body.get().to_owned()),
            commitments: commitments?.concat(),
            kept: Kept::of(self.seq, &GENESIS),
        })
    }
}

/// A text of an event: as it was typed, with its salt; or, erased, what the event carries of it and under which
/// erasure its caller is counted.
#[derive(Serialize, Deserialize)]
pub(super) struct TextLine {
    pub(super) field: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) salt: Option<Hex>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) content: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) erased: Option<Hex>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) counted_under: Option<u64>,
}

/// What a text line says.
pub(super) enum Told<'a> {
    /// What was typed.
    Typed([u8; 16], &'a str),
    /// It was erased.
    Erased(Option<u64>),
}

impl TextLine {
    /// Its field.
    pub(super) fn field(&self) -> Option<TextField> {
        TextField::from_code(self.field.into())
    }

    /// What it says; nothing when that is not one thing.
    pub(super) fn told(&self) -> Option<Told<'_>> {
        let phone = self.field() == Some(TextField::CallerPhone);
        match (&self.salt, &self.content, &self.erased, self.counted_under) {
            (Some(salt), Some(content), None, None) if !content.is_empty() => {
                Some(Told::Typed(salt.exactly()?, content))
            }
            (None, None, Some(_), None) => Some(Told::Erased(None)),
            (None, None, Some(_), Some(under)) if phone => Some(Told::Erased(Some(under))),
            _ => None,
        }
    }

    /// What its event carries of it.
    pub(super) fn commitment(&self) -> Option<Vec<u8>> {
        let field = self.field()?;
        match self.told()? {
            Told::Typed(salt, content) => {
                Some(super::seal::commitment(&salt, field, content).to_vec())
            }
            Told::Erased(_) => {
                let rest = self.erased.as_ref()?.exactly::<{ super::seal::COMMITMENT - 1 }>()?;
                Some([&[self.field], &rest[..]].concat())
            }
        }
    }
}

/// A line of what a request id stands for.
#[derive(Serialize, Deserialize)]
pub(super) struct RequestLine {
    pub(super) request: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) number: Option<u64>,
    pub(super) asked: Hex,
    pub(super) subject: u64,
    pub(super) first_seq: u64,
    pub(super) last_seq: u64,
    pub(super) seal: Hex,
}

/// The last line: the digest of all lines before it.
#[derive(Serialize, Deserialize)]
pub(super) struct Last {
    pub(super) sha256: Hex,
}
