//! Other people's programs: run with a limit of time; one that is not installed is told.
#![allow(dead_code, clippy::unwrap_used, reason = "helpers of tests")]

use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::time::Duration;

/// What a program prints, or nothing where it is not installed, fails or takes too long, which is
/// told.
pub(crate) fn printed(
    (program, seconds): (&str, u64),
    arguments: &[&str],
    input: &[u8],
) -> Option<Vec<u8>> {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let Ok(mut child) = command.spawn() else {
        println!("skipped: {program} is not installed");
        return None;
    };
    let (mut to, mut from) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    let input = input.to_owned();
    let writing = std::thread::spawn(move || to.write_all(&input).ok());
    let reading = std::thread::spawn(move || {
        let mut read = Vec::new();
        from.read_to_end(&mut read).map(|_| read)
    });
    let mut left = seconds * 100;
    while child.try_wait().unwrap().is_none() {
        if left == 0 {
            child.kill().unwrap();
            println!("skipped: {program} took more than {seconds} s");
        }
        left = left.saturating_sub(1);
        std::thread::sleep(Duration::from_millis(10));
    }
    let status = child.wait().unwrap();
    writing.join().unwrap();
    let read = reading.join().unwrap().unwrap();
    if !status.success() {
        println!("skipped: {program} ends with {status}");
    }
    status.success().then_some(read)
}
