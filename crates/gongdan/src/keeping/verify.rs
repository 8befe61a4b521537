//! The file checked as a whole.

use gongdan_domain::Problem;

use crate::hotline::Hotline;
use crate::store::{SHORTEST, Verified};
use crate::words::{Error, Result};

impl Hotline {
    /// Checks the file: pages and keys, the journal's chain, every text's salted hash, and every
    /// row against the replay of its events. It reads only; `progress` hears (done, of). A large
    /// file is read by two threads of this process, on a machine that has two cores.
    ///
    /// # Errors
    /// `InvalidInput` inside a batch; `Interrupted` when whoever watches it stops it (see
    /// [`watched`](crate::watched)); else only when the head itself cannot be read: what does not
    /// agree is a finding, not an error.
    pub fn verify(&self, progress: &mut dyn FnMut(u64, u64)) -> Result<Verified> {
        self.verify_against(&[], progress)
    }

    /// [`Hotline::verify`] against anchors: events and their hashes as they stand elsewhere, for
    /// example in printed issues (sequence, and at least the hash's first 16 hexadecimal
    /// characters). They find a tail cut off and a journal rewritten whole, which the file alone
    /// cannot show.
    ///
    /// # Errors
    /// `InvalidInput` for an anchor that is no hash; else as [`Hotline::verify`].
    pub fn verify_against(
        &self,
        anchors: &[(u64, String)],
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<Verified> {
        let hash = |text: &str| {
            (SHORTEST..=64).contains(&text.len()) && text.chars().all(|c| c.is_ascii_hexdigit())
        };
        if !anchors.iter().all(|(_, text)| hash(text.trim())) {
            let expected = "16 to 64 hexadecimal characters";
            return Err(Error::invalid_input("anchor", Problem::Malformed { expected }));
        }
        self.ensure_all_tickets()?;
        self.store.ensure_committed()?;
        self.store.read_damaged(|_| {
            let head = self.current_head()?;
            // Whoever hears of the progress may take long over it, and may fork.
            let mut told = |done, of| gongdan_process::outside(|| progress(done, of));
            self.store.verify(head, anchors, &mut told)
        })
    }
}
