//! The sentences above the model that no format says: the annex, the readers and the foot.

pub(crate) mod annex;
