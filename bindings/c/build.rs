//! Gives the shared library its soname and its list of exported symbols: cargo does neither.

fn main() {
    println!("cargo:rerun-if-changed=symbols.map");
    let target = |key: &str| std::env::var(key).unwrap_or_default();
    if target("CARGO_CFG_TARGET_OS") == "linux" {
        println!("cargo:rustc-cdylib-link-arg=-Wl,-soname,libgongdan.so.0");
    }
}
