//! Compiles the peer in C and links it with the SQLite that the library itself is linked with.

use std::env;
use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let source = "peers/raw_sqlite.c";
    println!("cargo:rerun-if-changed={source}");
    let library = PathBuf::from(env::var("DEP_SQLITE3_LIB_DIR")?).join("libsqlite3.a");
    let program = PathBuf::from(env::var("OUT_DIR")?).join("raw_sqlite");
    let mut compile = cc::Build::new().opt_level(2).get_compiler().to_command();
    compile.arg("-I").arg(env::var("DEP_SQLITE3_INCLUDE")?);
    compile.arg(source).arg(library).args(["-lpthread", "-ldl", "-lm", "-o"]).arg(&program);
    if !compile.status()?.success() {
        return Err("the peer in C does not compile".into());
    }
    println!("cargo:rustc-env=RAW_SQLITE={}", program.display());
    Ok(())
}
