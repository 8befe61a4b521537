//! A hotline's tables as Arrow, batch by batch: what polars, pandas, DuckDB and a C program read
//! without a copy of their own.
//!
//! Moments are `timestamp[ms, tz=Asia/Shanghai]`, days `date32`, words and names are
//! dictionary-encoded, what the file does not have is null. A measure of a table of figures is a
//! decimal with four places: the printed per cent, exactly; an empty denominator is null. On request
//! the nearest float stands beside it.
#![forbid(unsafe_code)]

mod batch;
mod figures;
mod labels;
mod stream;

pub use figures::{Wanted, figures_batch};
pub use labels::Labels;
pub use stream::{Ended, TableStream};
