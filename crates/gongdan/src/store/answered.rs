//! How a statement of the figures answers a ticket: flags packed into numbers, and numbers; how a count is read of them.

use gongdan_domain::Count;

use crate::fields::{Part, shared};
use crate::words::flags::{Flag, LEG_FLAGS, TICKET_FLAGS};

/// Flags that are answered as one number.
pub(super) enum Pack {
    /// Those of a ticket's row, as they stand there.
    OfTicket,
    /// Those of an assignment's row.
    OfLeg,
    /// Those that the statement works out, put together: reading a number costs more than making it of flags.
    Made(Vec<Count>),
}

impl Pack {
    /// How many flags a number has room for.
    pub(super) const ROOM: usize = 62;

    /// Which bit of its number a flag is.
    fn place(&self, count: Count) -> Option<usize> {
        match self {
            Self::OfTicket => place(TICKET_FLAGS, count),
            Self::OfLeg => place(LEG_FLAGS, count),
            Self::Made(flags) => flags.iter().position(|flag| *flag == count),
        }
    }

    /// Where a flag stands among several packs.
    pub(super) fn bit_of(count: Count, packs: &[Self]) -> Option<Bit> {
        let mut all = packs.iter().enumerate();
        all.find_map(|(pack, each)| Some(Bit { pack, bit: each.place(count)? }))
    }

    /// What asks in SQL whether one of its flags counts.
    pub(super) fn counts(&self, count: Count) -> Option<String> {
        let bit = self.place(count)?;
        Some(match self {
            Self::OfTicket | Self::OfLeg => format!("flags & {} > 0", 1_i64 << bit),
            Self::Made(_) => format!("{count} > 0"),
        })
    }

    /// The flags as one number. (SQLite multiplies and adds in half the steps that it shifts and joins bits in.)
    pub(super) fn number(&self) -> String {
        let Self::Made(flags) = self else { return "flags".to_owned() };
        let bits = flags.iter().enumerate();
        let bits: Vec<_> = bits.map(|(bit, flag)| format!("{flag} * {}", 1_i64 << bit)).collect();
        bits.join(" + ")
    }
}

fn place<Says>(flags: &[Flag<Says>], count: Count) -> Option<usize> {
    flags.iter().position(|flag| matches!(flag, Flag::Of(own) if *own == count))
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
