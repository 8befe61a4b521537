//! The other two faces: a program in C and a script in Python that read tickets, as far as their
//! tools are here.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use gongdan_benches::Outcome;

/// The first words of a command that is counted, or why there is none.
pub type Program = Result<Vec<OsString>, String>;

/// `ticket.c`, compiled against the library that `GONGDAN_PREFIX` holds.
///
/// # Errors
/// When it does not compile.
pub fn c(to: &Path) -> Outcome<Program> {
    let Some(prefix) = std::env::var_os("GONGDAN_PREFIX").map(PathBuf::from) else {
        return Ok(Err("GONGDAN_PREFIX names no installed C library".into()));
    };
    let (include, library) = (prefix.join("include"), prefix.join("lib"));
    let mut compile = Command::new(std::env::var_os("CC").unwrap_or_else(|| "cc".into()));
    compile.args(["-O2", "-I"]).arg(include).arg(beside("ticket.c")).arg("-o").arg(to);
    compile.arg("-L").arg(&library).arg("-lgongdan");
    compile.arg(format!("-Wl,-rpath,{}", library.display()));
    match compile.status()?.success() {
        true => Ok(Ok(vec![to.into()])),
        false => Err("ticket.c does not compile".into()),
    }
}

/// `ticket.py` under the interpreter that `GONGDAN_PYTHON` names, which has the wheel.
pub fn python() -> Program {
    let python = std::env::var_os("GONGDAN_PYTHON").filter(|python| Path::new(python).is_file());
    let python = python.ok_or("GONGDAN_PYTHON names no Python with the wheel (make wheel)")?;
    Ok(vec![python, beside("ticket.py").into()])
}

fn beside(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("guard").join(name)
}
