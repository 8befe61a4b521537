//! Compiles the one C function that Rust cannot define: `fcntl` takes a varying argument.

fn main() {
    println!("cargo:rerun-if-changed=src/ofd.c");
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        cc::Build::new().file("src/ofd.c").warnings(true).compile("gongdan_ofd");
    }
}
