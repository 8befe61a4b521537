//! Whole-system tests live in `tests/`; the package has no code of its own.
