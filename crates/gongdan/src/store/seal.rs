//! Seals: the hash chain over events, the salted hashes of texts, and the keyed look-up of
//! telephone numbers.

use gongdan_domain::{Text, TextField, digit_of};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use super::event::Lent;
use super::hash::{GENESIS, Hash};
use crate::words::{Error, ErrorKind, Result};

/// The version of the canonical record, hashed with every event.
const EVENT_TAG: &[u8] = b"gongdan event 1";
const TEXT_TAG: &[u8] = b"gongdan text 1";

/// The hash of an event: SHA-256 over the hash before it and its canonical record, whose fields
/// stand in a fixed order, each with its length before it.
pub(crate) fn event_hash(previous: &Hash, region: u32, event: &Lent<'_>) -> Hash {
    let mut record = Sha256::new();
    record.update(previous);
    let unit = event.actor_unit.map(|unit| i64::from(unit.0).to_be_bytes());
    let numbers = [i64::from(region), event.seq as i64, event.subject, event.at.ms(), event.kind];
    field(&mut record, EVENT_TAG);
    numbers.iter().for_each(|number| field(&mut record, &number.to_be_bytes()));
    field(&mut record, event.by.as_bytes());
    field(&mut record, &event.role.code().to_be_bytes());
    field(&mut record, unit.as_ref().map_or(&[], |unit| &unit[..]));
    field(&mut record, event.body.unwrap_or_default().as_bytes());
    field(&mut record, event.commitments);
    record.finalize().into()
}

fn field(record: &mut Sha256, bytes: &[u8]) {
    record.update((bytes.len() as u64).to_be_bytes());
    record.update(bytes);
}

/// What the event carries of a text: its field, and of the hash of salt and content as much as nobody finds
/// twice: two texts of one hash would take 2^80 trials, of whoever chooses both.
pub(crate) fn commitment(salt: &[u8], text_field: TextField, content: &str) -> [u8; COMMITMENT] {
    let mut record = Sha256::new();
    field(&mut record, TEXT_TAG);
    field(&mut record, salt);
    field(&mut record, &text_field.code().to_be_bytes());
    field(&mut record, content.as_bytes());
    let mut bytes = [text_field.code() as u8; COMMITMENT];
    bytes[1..].copy_from_slice(&record.finalize()[..COMMITMENT - 1]);
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

fn seeded(seed: u64, seq: u64, text: &Text) -> [u8; 16] {
    let digest = Sha256::new()
        .chain_update(seed.to_be_bytes())
        .chain_update(seq.to_be_bytes())
        .chain_update(text.field.code().to_be_bytes())
        .finalize();
    let mut salt = [0; 16];
    salt.copy_from_slice(&digest[..16]);
    salt
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
/// so it is keyed with the file's secret. Digits count in whatever form they are written.
pub(crate) fn phone_lookup(secret: &Hash, phone: &str) -> Option<i64> {
    let digit = |c: char| digit_of(c).and_then(|digit| char::from_digit(u32::from(digit), 10));
    let digits: String = phone.chars().filter_map(digit).collect();
    let significant = digits.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(&digits);
    if significant.is_empty() {
        return None;
    }
    let mac = keyed(secret, significant.as_bytes());
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&mac[..8]);
    Some(i64::from_be_bytes(bytes) & i64::MAX)
}
