//! How a statement of the figures answers a ticket: flags packed into numbers, and numbers; how a count is read of them.

use gongdan_domain::Count;

use crate::fields::{Part, shared};

/// Flags that are answered as one number: reading a number costs more than making it of flags.
pub(super) struct Pack {
    pub(super) flags: Vec<Count>,
    /// Whether a ticket that no unit ever had has none of them, so that nobody needs to look.
    pub(super) of_transferred: bool,
}

impl Pack {
    /// How many flags a number has room for.
    pub(super) const ROOM: usize = 62;

    /// Where a flag stands among several packs.
    pub(super) fn bit_of(count: Count, packs: &[Self]) -> Option<Bit> {
        packs.iter().enumerate().find_map(|(pack, each)| {
            let bit = each.flags.iter().position(|flag| *flag == count)?;
            Some(Bit { pack, bit })
        })
    }

    /// The flags as one number. (SQLite multiplies and adds in half the steps that it shifts and joins bits in.)
    pub(super) fn number(&self) -> String {
        let bits = self.flags.iter().enumerate();
        let bits: Vec<_> = bits.map(|(bit, flag)| format!("{flag} * {}", 1_i64 << bit)).collect();
        match self.of_transferred {
            true => format!("CASE WHEN transferred THEN {} ELSE 0 END", bits.join(" + ")),
            false => bits.join(" + "),
        }
    }
}

/// Which bit of which pack a flag is.
#[derive(Clone, Copy)]
pub(super) struct Bit {
    pack: usize,
    bit: usize,
}

impl Bit {
    pub(super) fn of(self, answers: &[i64]) -> i64 {
        answers[self.pack] >> self.bit & 1
    }
}

/// A number that a statement answers, and the flag without which it is 0 and need not be read.
pub(super) struct Number {
    pub(super) column: &'static str,
    pub(super) only_where: Option<Bit>,
}

/// How a count is read from what a statement answers.
pub(super) enum Told {
    /// A flag.
    Flag(Bit),
    /// A number, whole.
    Whole(usize),
    /// What is said there.
    Part(usize, Part),
}

impl Told {
    pub(super) fn new(count: Count, numbers: &[Number], packs: &[Pack]) -> Self {
        let place = numbers.iter().position(|each| each.column == column_of(count));
        let place = packs.len() + place.unwrap_or(0);
        match (Pack::bit_of(count, packs), shared(count)) {
            (Some(bit), _) => Self::Flag(bit),
            (None, Some((_, part))) => Self::Part(place, part),
            (None, None) => Self::Whole(place),
        }
    }

    pub(super) fn of(&self, answers: &[i64]) -> i64 {
        match *self {
            Self::Flag(bit) => bit.of(answers),
            Self::Whole(place) => answers[place],
            Self::Part(place, Part::Between(from, to)) => {
                i64::from(from <= answers[place] && answers[place] <= to)
            }
            Self::Part(place, Part::LessOne) => (answers[place] - 1).max(0),
        }
    }
}

/// Whether a count is told by a column of its own that is 0 or 1.
pub(super) fn is_flag(count: Count) -> bool {
    shared(count).is_none() && !count.is_times()
}

/// The column that tells a count, alone or with others.
pub(super) fn column_of(count: Count) -> &'static str {
    shared(count).map_or(count.word(), |(column, _)| column)
}
