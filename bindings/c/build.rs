//! Gives the shared library its soname and its list of exported symbols: cargo does neither. With
//! `GONGDAN_PLANTED_BUG` set it plants a mistake for the fuzzer to find (README.md).

fn main() {
    println!("cargo:rerun-if-changed=symbols.map");
    println!("cargo:rerun-if-env-changed=GONGDAN_PLANTED_BUG");
    if std::env::var_os("GONGDAN_PLANTED_BUG").is_some() {
        println!("cargo:rustc-cfg=planted_bug");
    }
    let target = |key: &str| std::env::var(key).unwrap_or_default();
    if target("CARGO_CFG_TARGET_OS") == "linux" {
        println!("cargo:rustc-cdylib-link-arg=-Wl,-soname,libgongdan.so.0");
    }
}
