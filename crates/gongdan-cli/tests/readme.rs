//! The README shows real output: each of its `$ gongdan` commands is run on the demo and compared.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails should say so at once")]

use std::path::Path;
use std::process::Command;

#[test]
fn the_readme_shows_what_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    let demo = run(folder.path(), "gongdan demo --out demo");
    assert!(demo.contains("hengdong.db"), "{demo}");
    let readme = include_str!("../../../README.md").replace(" \\\n", " ");
    let console = readme.split("```console\n").nth(1).unwrap().split("```").next().unwrap();
    assert!(console.matches("$ gongdan").count() >= 4, "the examples are found");
    for example in console.split("$ ").skip(1) {
        let (command, shown) = example.split_once('\n').unwrap();
        let printed = run(folder.path(), command);
        assert_eq!(printed.trim_end(), shown.trim_end(), "{command}");
    }
}

/// Runs a command line as a shell would, standard output and error in one.
fn run(folder: &Path, command: &str) -> String {
    let binary = Path::new(env!("CARGO_BIN_EXE_gongdan")).parent().unwrap();
    let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap());
    let output = Command::new("sh")
        .args(["-c", &format!("({command}) 2>&1")])
        .current_dir(folder)
        .env("PATH", path)
        .env("LC_ALL", "C.UTF-8")
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}
