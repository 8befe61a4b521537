//! What the whole-system tests share: folders that vanish, a seeded dice, a small county, and
//! actors who live random tickets through the library's own door.
#![forbid(unsafe_code)]

mod actors;
mod commands;
mod county;
mod deeds;
mod dice;
mod folder;
mod lived_file;
mod play;

pub use actors::Actors;
pub use county::{County, at, found, found_with, founding};
pub use deeds::{DEEDS, Deed, Named, hurt, place_in_use, visible};
pub use dice::Dice;
pub use folder::Folder;
pub use lived_file::{live, lived_file};
pub use play::{Act, Asked, Play, Players};
