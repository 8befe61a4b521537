//! The sentences above the model: the annex, the foot, and the sections of the built-in layout.

pub(crate) mod annex;
pub(crate) mod follow_up;
pub(crate) mod sections;
