//! A batch of a table on its way out, column by column.

/// One batch of one column, row by row; nothing where the file has nothing.
#[derive(Clone, PartialEq, Eq)]
pub enum Cells {
    /// Whole numbers; for [`FieldKind::Moment`](crate::FieldKind::Moment) milliseconds since 1970 UTC, for [`FieldKind::Day`](crate::FieldKind::Day) days
    /// since 1970-01-01.
    Numbers(Vec<Option<i64>>),
    /// Yes or no.
    Flags(Vec<Option<bool>>),
    /// Words of a closed list or names of the register, by their place in the column's
    /// dictionary.
    Words(Vec<Option<u32>>),
    /// Several names of the register, by their places in the column's dictionary.
    Several(Vec<Vec<u32>>),
    /// Texts.
    Texts(Vec<Option<String>>),
}

impl std::fmt::Debug for Cells {
    /// Never shows a cell: it can hold personal data.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sort = match self {
            Self::Numbers(_) => "Numbers",
            Self::Flags(_) => "Flags",
            Self::Words(_) => "Words",
            Self::Several(_) => "Several",
            Self::Texts(_) => "Texts",
        };
        write!(f, "{sort}({})", self.len())
    }
}

impl Cells {
    /// How many rows.
    pub fn len(&self) -> usize {
        match self {
            Self::Numbers(cells) => cells.len(),
            Self::Flags(cells) => cells.len(),
            Self::Words(cells) => cells.len(),
            Self::Several(cells) => cells.len(),
            Self::Texts(cells) => cells.len(),
        }
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A batch of rows, column by column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// How many rows.
    pub rows: usize,
    /// The columns, in the order they were asked for.
    pub columns: Vec<Cells>,
}

/// What became of a batch that was handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Given {
    /// It will be taken, and more is wanted.
    More,
    /// Nobody wants it: the other side is gone.
    Unwanted,
    /// Nobody took any for so long.
    Forgotten,
}
