//! `gongdan._core`, the private extension under the Python package: it translates, and decides
//! nothing. The package itself is written in Python (`bindings/python/python/gongdan`).
#![forbid(unsafe_code)]

mod arguments;
mod ask;
mod bulletin;
mod door;
mod error;
mod figures;
mod handle;
mod importing;
mod lines;
mod lists;
mod make;
mod paper;
mod privacy;
mod stream;
mod view;
mod words;

use pyo3::prelude::*;

/// The module.
#[pymodule(gil_used = true)]
mod _core {
    #[pymodule_export]
    use crate::bulletin::Collected;
    #[pymodule_export]
    use crate::figures::Reckoned;
    #[pymodule_export]
    use crate::handle::Handle;
    #[pymodule_export]
    use crate::importing::{given_values, suggest_mapping};
    #[pymodule_export]
    use crate::lines::Lines;
    #[pymodule_export]
    use crate::lists::save_list;
    #[pymodule_export]
    use crate::make::{city, create, from_journal, golden, office, open, salvage};
    #[pymodule_export]
    use crate::stream::{Batches, Stream};
    #[pymodule_export]
    use crate::words::{moment, period, printed, vocabulary};

    use pyo3::prelude::*;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
