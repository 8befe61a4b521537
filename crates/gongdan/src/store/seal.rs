//! Seals: the hash chain over events, the salted hashes of texts, and the keyed look-up of
//! telephone numbers.

use gongdan_domain::{Text, TextField, digit_of};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use super::event::Lent;
use super::hash::{GENESIS, Hash};
use crate::words::{Error, ErrorKind, Result};

/// The first byte of what is hashed: no record of one sort is one of another.
const EVENT: u8 = 1;
const TEXT: u8 = 2;
const PHONE: u8 = 3;

/// The hash of an event: SHA-256 over its canonical record, in which the hash before it stands, numbers of
/// fixed widths, and texts after their lengths.
pub(crate) fn event_hash(previous: &Hash, region: u32, event: &Lent<'_>) -> Hash {
    let body = event.body.unwrap_or_default();
    let mut record = Vec::with_capacity(FIXED + event.by.len() + body.len());
    record.push(EVENT);
    record.extend_from_slice(previous);
    record.extend_from_slice(&region.to_be_bytes());
    record.extend_from_slice(&event.seq.to_be_bytes());
    record.extend_from_slice(&event.subject.to_be_bytes());
    record.extend_from_slice(&event.at.ms().to_be_bytes());
    record.extend_from_slice(&[event.kind as u8, event.role.code() as u8]);
    record.extend_from_slice(&event.actor_unit.map_or(0, |unit| unit.0).to_be_bytes());
    for text in [event.by, body] {
        record.extend_from_slice(&(text.len() as u32).to_be_bytes());
        record.extend_from_slice(text.as_bytes());
    }
    Sha256::new().chain_update(record).chain_update(event.commitments).finalize().into()
}

/// The bytes of an event's record that every one has.
const FIXED: usize = 75;

/// What the event carries of a text: its field, and of the hash of salt and content as much as nobody finds
/// twice: two texts of one hash would take 2^80 trials, of whoever chooses both.
pub(crate) fn commitment(salt: &[u8], text_field: TextField, content: &str) -> [u8; COMMITMENT] {
    let mut bytes = [text_field.code() as u8; COMMITMENT];
    let mut record = Vec::with_capacity(2 + salt.len() + content.len());
    record.extend_from_slice(&[TEXT, bytes[0]]);
    record.extend_from_slice(salt);
    record.extend_from_slice(content.as_bytes());
    bytes[1..].copy_from_slice(&Sha256::digest(record)[..COMMITMENT - 1]);
    bytes
}

/// The length of one commitment: a field and twenty bytes of a hash.
pub(crate) const COMMITMENT: usize = 21;

/// The fields of an event's texts, from its commitments.
pub(crate) fn committed_fields(commitments: &[u8]) -> impl Iterator<Item = TextField> + '_ {
    let fields = commitments.chunks(COMMITMENT).filter_map(|each| each.first());
    fields.filter_map(|code| TextField::from_code(i64::from(*code)))
}

/// Where salts come from.
#[derive(Clone, Debug)]
pub(crate) enum Salts {
    /// The machine's randomness.
    System,
    /// A seed, for invented data that must come out the same on every machine.
    Seeded(u64),
}

impl Salts {
    /// The salts of an event's texts, one each.
    pub(crate) fn salts(&self, pool: &mut Pool, seq: u64, texts: &[Text]) -> Result<Vec<[u8; 16]>> {
        match self {
            Self::System => pool.draw(texts.len()),
            Self::Seeded(seed) => Ok(texts.iter().map(|text| seeded(*seed, seq, text)).collect()),
        }
    }

    /// The secret of a new file.
    pub(crate) fn secret(&self) -> Result<Hash> {
        let mut secret = [0; 32];
        match self {
            Self::System => getrandom::fill(&mut secret).map_err(|_| no_randomness())?,
            Self::Seeded(seed) => secret = Sha256::digest(seed.to_be_bytes()).into(),
        }
        Ok(secret)
    }
}

/// The machine's randomness, drawn ahead: asking the system for each text took a fortieth of a
/// batch. It is one commit's own: what follows a `fork` draws anew.
#[derive(Default)]
pub(crate) struct Pool {
    left: Vec<[u8; 16]>,
    ahead: usize,
}

impl Pool {
    /// The most salts that are drawn ahead.
    const MOST: usize = 256;

    /// So many salts: at first as many as are wanted, then ever more of them at once.
    fn draw(&mut self, wanted: usize) -> Result<Vec<[u8; 16]>> {
        if self.left.len() < wanted {
            let mut bytes = vec![0; wanted.max(self.ahead) * 16];
            getrandom::fill(&mut bytes).map_err(|_| no_randomness())?;
            self.left = bytes.as_chunks::<16>().0.to_vec();
            self.ahead = (self.left.len() * 4).min(Self::MOST);
        }
        Ok(self.left.split_off(self.left.len() - wanted))
    }
}

/// A salt that hides nothing: whoever knows the seed knows it.
fn seeded(seed: u64, seq: u64, text: &Text) -> [u8; 16] {
    let place = (seq << 8).wrapping_add(text.field.code() as u64);
    let halves = [0, 1].map(|half| mixed(seed ^ mixed(place << 1 | half)));
    (u128::from(halves[0]) << 64 | u128::from(halves[1])).to_be_bytes()
}

/// A number in whose bits nobody sees any more what it was made of (the mixing of splitmix64).
fn mixed(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ number >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ number >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ number >> 31
}

fn no_randomness() -> Error {
    Error::plain(ErrorKind::Io, "the machine gave no randomness")
}

/// HMAC-SHA-256 under the file's secret.
pub(crate) fn keyed(secret: &Hash, bytes: &[u8]) -> Hash {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else { return GENESIS };
    mac.update(bytes);
    mac.finalize().into_bytes().into()
}

/// The look-up of a telephone number: a bare hash of eleven digits would be searched in seconds,
/// so the file's secret stands before them. (Of the hash so little is told that nobody can go on from it.)
/// Digits count in whatever form they are written.
pub(crate) fn phone_lookup(secret: &Hash, phone: &str) -> Option<i64> {
    let digit = |c: char| digit_of(c).and_then(|digit| char::from_digit(u32::from(digit), 10));
    let digits: String = phone.chars().filter_map(digit).collect();
    let significant = digits.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(&digits);
    if significant.is_empty() {
        return None;
    }
    let record = [&[PHONE][..], secret, significant.as_bytes()].concat();
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&Sha256::digest(record)[..8]);
    Some(i64::from_be_bytes(bytes) & i64::MAX)
}
