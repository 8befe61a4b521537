//! Ratios of medians, each beside its goal.

use std::time::Duration;

/// The median of some durations; zero of none.
pub fn median(mut each: Vec<Duration>) -> Duration {
    each.sort_unstable();
    each.get(each.len() / 2).copied().unwrap_or_default()
}

/// What is to be reached.
pub struct Goal {
    /// What is measured.
    pub name: &'static str,
    /// At most so many times the peer's time.
    pub times: f64,
}

impl Goal {
    /// Prints one line: what was measured, per piece, and whether the goal is met.
    pub fn print(&self, ours: Vec<Duration>, peers: Vec<Duration>, pieces: u32) {
        let rounds = ours.len();
        let (ours, peers) = (median(ours) / pieces, median(peers) / pieces);
        let times = ours.as_secs_f64() / peers.as_secs_f64();
        let met = if times <= self.times { "met" } else { "MISSED" };
        println!(
            "{:<28} gongdan {:>9.1} us   C {:>9.1} us   ratio {times:.2}   goal <= {:.1} {met}   \
             (medians of {rounds})",
            self.name,
            ours.as_secs_f64() * 1e6,
            peers.as_secs_f64() * 1e6,
            self.times,
        );
    }
}
