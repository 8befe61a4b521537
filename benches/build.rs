//! Compiles the peers in C, links them with the SQLite that the library itself is linked with, and
//! notes what the compilers call themselves.

use std::env;
use std::error::Error;
use std::path::PathBuf;
use std::process::Command;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rustc-env=RUSTC_SAYS={}", first_line(Command::new(env::var("RUSTC")?))?);
    let cc = cc::Build::new().get_compiler().to_command();
    println!("cargo:rustc-env=CC_SAYS={}", first_line(cc)?);
    compile("raw_sqlite", "RAW_SQLITE")?;
    compile("raw_steps", "RAW_STEPS")
}

/// One peer; the bench finds it by the variable.
fn compile(name: &str, variable: &str) -> Result<(), Box<dyn Error>> {
    let source = &format!("peers/{name}.c");
    println!("cargo:rerun-if-changed={source}");
    let library = PathBuf::from(env::var("DEP_SQLITE3_LIB_DIR")?).join("libsqlite3.a");
    let program = PathBuf::from(env::var("OUT_DIR")?).join(name);
    let mut compile = cc::Build::new().opt_level(2).get_compiler().to_command();
    compile.arg("-I").arg(env::var("DEP_SQLITE3_INCLUDE")?);
    compile.arg(source).arg(library).args(["-lpthread", "-ldl", "-lm", "-o"]).arg(&program);
    if !compile.status()?.success() {
        return Err("the peer in C does not compile".into());
    }
    println!("cargo:rustc-env={variable}={}", program.display());
    Ok(())
}

/// What a compiler calls itself.
fn first_line(mut compiler: Command) -> Result<String, Box<dyn Error>> {
    let said = String::from_utf8(compiler.arg("--version").output()?.stdout)?;
    Ok(said.lines().next().unwrap_or_default().to_owned())
}
