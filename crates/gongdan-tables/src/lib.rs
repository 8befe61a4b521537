//! A hotline's tables as Arrow, batch by batch: what polars, pandas, DuckDB and a C program read
//! without a copy of their own.
//!
//! Moments are `timestamp[ms, tz=+08:00]`, days `date32`, words and names are
//! dictionary-encoded, what the file does not have is null. A measure of a table of figures is a
//! decimal with four places: the printed per cent, exactly; an empty denominator is null.
#![forbid(unsafe_code)]

mod batch;
mod figures;
mod stream;

pub use figures::{Wanted, figures_batch};
pub use stream::{Ended, TableStream};

/// How a reader learns what stands over the columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Labels {
    /// The names that every face uses.
    #[default]
    Names,
    /// The headings as they are printed, and the office's words.
    Headings,
}

impl Labels {
    /// The language of the words in it.
    pub fn language(self) -> gongdan::Language {
        match self {
            Self::Names => gongdan::Language::English,
            Self::Headings => gongdan::Language::Chinese,
        }
    }
}
