//! The most memory a process ever held, as the kernel says.

use std::process::Child;
use std::time::Duration;

use crate::Outcome;

/// The most resident memory of a process so far, in megabytes (10^6 bytes); nothing where the
/// system has no `/proc`, or once the process is gone.
pub fn peak_of(process: u32) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kibibytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kibibytes * 1_024.0 / 1e6)
}

/// Waits for a child and says the most memory it was seen to hold, looked at each millisecond.
///
/// # Errors
/// When the child failed.
pub fn peak_until_end(mut child: Child) -> Outcome<f64> {
    let mut peak = 0.0;
    loop {
        peak = peak_of(child.id()).unwrap_or(0.0).max(peak);
        if let Some(status) = child.try_wait()? {
            return if status.success() { Ok(peak) } else { Err("the child failed".into()) };
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}
