//! What a count depends on beside our own source: the same source counts the same only with the same
//! of these.

use std::ffi::OsStr;
use std::process::Command;

/// Every tool by what it calls itself; one that is missing is left out.
pub fn all(valgrind: Option<&str>, python: Option<&OsStr>) -> Vec<String> {
    let mut tools = vec![env!("RUSTC_SAYS").to_owned(), env!("CC_SAYS").to_owned()];
    tools.extend(valgrind.map(str::to_owned));
    tools.extend(says("getconf".as_ref(), &["GNU_LIBC_VERSION"]));
    tools.extend(python.and_then(|python| says(python, &["--version"])));
    tools.push(processor());
    tools
}

/// Which valgrind there is.
pub fn valgrind() -> Option<String> {
    says("valgrind".as_ref(), &["--version"])
}

fn says(program: &OsStr, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).output().ok()?;
    let said = String::from_utf8(output.stdout).ok()?;
    said.lines().next().map(|line| line.trim().to_owned()).filter(|_| output.status.success())
}

/// The C library has its own copies of `memcpy` and the like for processors with wide registers.
fn processor() -> String {
    #[cfg(target_arch = "x86_64")]
    if std::arch::is_x86_feature_detected!("avx2") {
        return "x86_64 with AVX2".to_owned();
    }
    std::env::consts::ARCH.to_owned()
}
