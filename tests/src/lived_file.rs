//! A file on which actors have lived, closed and in one piece.

use std::path::Path;

use gongdan::{Hotline, Options, Result};

use crate::{Actors, Players, found_with};

/// Lives so many commands on a new file; what is refused is passed over.
///
/// # Errors
/// When the machine fails.
pub fn lived_file(path: &Path, seed: u64, commands: usize) -> Result<()> {
    let mut hotline = found_with(path, &Options::new().seeded_salts(seed))?;
    live(&mut hotline, &mut Actors::new(seed), &mut Players::default(), commands)
}

/// Lives so many commands in one commit; what is refused is passed over.
///
/// # Errors
/// When the machine fails.
pub fn live(
    hotline: &mut Hotline,
    actors: &mut Actors,
    players: &mut Players,
    commands: usize,
) -> Result<()> {
    hotline.batch(|batch| {
        for _ in 0..commands {
            let play = actors.next_play();
            if let Ok(receipt) = players.perform(batch, &play) {
                actors.note(&play, receipt.as_ref());
            }
        }
        Ok(())
    })
}
