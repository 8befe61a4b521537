//! A hash: what the journal is chained by, and what of it stands beside each event.

/// A SHA-256 value.
pub(crate) type Hash = [u8; 32];

/// The hash before the first event.
pub(crate) const GENESIS: Hash = [0; 32];

/// Every so many events the whole hash stands beside its event; beside the others its first bytes.
/// Those tell which event was altered; the whole ones let a reader begin in the middle.
pub(crate) const WHOLE_EVERY: u64 = 64;

/// How many bytes of a hash stand beside the other events.
const FIRST: usize = 4;

/// A hash in hexadecimal.
pub(crate) fn hex(hash: &Hash) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What stands of a hash beside its event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kept {
    bytes: Hash,
    length: usize,
}

impl Kept {
    /// What stands beside the event of a sequence.
    pub(super) fn of(seq: u64, hash: &Hash) -> Self {
        let length = if stands_whole(seq) { hash.len() } else { FIRST };
        let mut bytes = GENESIS;
        bytes[..length].copy_from_slice(&hash[..length]);
        Self { bytes, length }
    }

    /// Bytes of a row; nothing when they are no part of a hash.
    pub(super) fn read(stored: &[u8]) -> Option<Self> {
        let mut bytes = GENESIS;
        bytes.get_mut(..stored.len())?.copy_from_slice(stored);
        Some(Self { bytes, length: stored.len() })
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    /// The hash, where all of it stands beside the event of this sequence.
    pub(super) fn whole(&self, seq: u64) -> Option<Hash> {
        (stands_whole(seq) && self.length == self.bytes.len()).then_some(self.bytes)
    }
}

fn stands_whole(seq: u64) -> bool {
    seq.is_multiple_of(WHOLE_EVERY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sixty_fourth_hash_stands_whole() {
        let hash: Hash = std::array::from_fn(|place| place as u8 + 1);
        for seq in [1, 63, 65] {
            let kept = Kept::of(seq, &hash);
            assert_eq!((kept.bytes(), kept.whole(seq)), (&hash[..4], None));
            assert_eq!(Kept::read(kept.bytes()), Some(kept));
        }
        let kept = Kept::of(64, &hash);
        assert_eq!((kept.bytes(), kept.whole(64)), (&hash[..], Some(hash)));
        assert_eq!(Kept::read(&hash[..4]).and_then(|short| short.whole(64)), None);
        assert_eq!(Kept::read(&[0; 33]), None);
    }
}
