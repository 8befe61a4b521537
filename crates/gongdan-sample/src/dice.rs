//! The only source of chance: SplitMix64, whose numbers no library's next version can change.

const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

/// A stream of numbers that depends on a seed and a position alone.
#[derive(Clone, Debug)]
pub(crate) struct Dice(u64);

impl Dice {
    /// The stream of one thing, for example of life `index` of a city.
    pub(crate) fn new(seed: u64, index: u64) -> Self {
        Self(mixed(seed ^ mixed(index.wrapping_add(1).wrapping_mul(STEP))))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        mixed(self.0)
    }

    /// A number from 0 to `n - 1`; 0 when `n` is 0.
    pub(crate) fn below(&mut self, n: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(n)) >> 64) as u64
    }

    /// A number from `from` to `to - 1`; `from` when there is none.
    pub(crate) fn between(&mut self, from: i64, to: i64) -> i64 {
        from + self.below(u64::try_from(to - from).unwrap_or(0)) as i64
    }

    /// As [`Dice::between`], early ones more often: the smaller of two throws.
    pub(crate) fn early_between(&mut self, from: i64, to: i64) -> i64 {
        self.between(from, to).min(self.between(from, to))
    }

    /// Yes in `n` of a thousand cases.
    pub(crate) fn per_mille(&mut self, n: u32) -> bool {
        self.below(1000) < u64::from(n)
    }

    /// One of these; `None` of nothing.
    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.below(from.len() as u64) as usize)
    }

    /// One of these words; an empty one of nothing.
    pub(crate) fn word(&mut self, from: &[&'static str]) -> &'static str {
        self.pick(from).copied().unwrap_or_default()
    }

    /// Brings the slice into an order of its own.
    pub(crate) fn shuffle<T>(&mut self, slice: &mut [T]) {
        for last in (1..slice.len()).rev() {
            slice.swap(last, self.below(last as u64 + 1) as usize);
        }
    }
}

fn mixed(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_splitmix64_numbers_come_out() {
        let mut dice = Dice(1_234_567);
        assert_eq!(dice.next(), 6_457_827_717_110_365_317);
        assert_eq!(dice.next(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn a_throw_stays_below_its_bound_and_reaches_both_ends() {
        let mut dice = Dice::new(1, 2);
        let throws: Vec<u64> = (0..200).map(|_| dice.below(6)).collect();
        assert_eq!((throws.iter().min(), throws.iter().max()), (Some(&0), Some(&5)));
        assert_eq!(dice.below(0), 0);
    }

    #[test]
    fn a_shuffle_loses_nothing() {
        let mut cards: Vec<u32> = (0..52).collect();
        Dice::new(7, 7).shuffle(&mut cards);
        assert_ne!(cards, (0..52).collect::<Vec<_>>());
        cards.sort_unstable();
        assert_eq!(cards, (0..52).collect::<Vec<_>>());
    }
}
