//! One state of the file: several questions of it, and its head.

use crate::hotline::Hotline;
use crate::store::hex;
use crate::words::Result;

impl Hotline {
    /// Asks several questions of one state of the file: what others commit meanwhile is not seen.
    ///
    /// # Errors
    /// The closure's error; `Busy`, `Io`.
    pub fn read<T>(&self, ask: impl FnOnce(&Self) -> Result<T>) -> Result<T> {
        self.settle()?;
        self.store.read(|_| ask(self))
    }

    /// The head of the journal: how many events it has, and the hash of the last one as 64
    /// hexadecimal digits. Two files with the same head hold the same events.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn head(&self) -> Result<(u64, String)> {
        self.read(|hotline| {
            let head = hotline.current_head()?;
            Ok((head.last_seq, hex(&head.last_hash)))
        })
    }

    /// The hash of an event, in hexadecimal; nothing when the journal has no such event.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn hash_at(&self, seq: u64) -> Result<Option<String>> {
        self.ask(|region, _| Ok(self.store.hash_at(region, seq)?.map(|hash| hex(&hash))))
    }
}
