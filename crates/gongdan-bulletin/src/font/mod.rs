//! Chinese fonts: which of the system's the pictures and the PDF are drawn with.

mod face;
mod fonts;
mod named;
mod problem;
mod role;
mod shelf;

pub use fonts::Fonts;
pub use named::Substitute;
pub use problem::FontError;

#[cfg(feature = "pdf")]
pub(crate) use face::Face;
#[cfg(any(feature = "pdf", feature = "png"))]
pub(crate) use role::Role;
