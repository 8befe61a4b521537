//! The documents show real output: each `$` command of their console blocks is run on the demo and
//! what it prints is compared.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails should say so at once")]

use std::path::Path;
use std::process::Command;

#[test]
fn the_readme_shows_what_is_printed() {
    shows(include_str!("../../../README.md"), "C.UTF-8", 4);
}

#[test]
fn the_chinese_readme_shows_what_is_printed() {
    shows(include_str!("../../../README.zh-CN.md"), "zh_CN.UTF-8", 4);
}

#[test]
fn the_handbook_shows_what_is_printed() {
    shows(include_str!("../../../docs/手册.md"), "zh_CN.UTF-8", 16);
}

/// Runs a document's commands in order, in a folder of their own, beside a demo.
fn shows(document: &str, locale: &str, at_least: usize) {
    let folder = tempfile::tempdir().unwrap();
    let demo = run(folder.path(), locale, "gongdan demo --out demo");
    assert!(demo.contains("hengdong.db"), "{demo}");
    let font = folder.path().join("demo/2020-09.pdf").exists();
    let document = document.replace(" \\\n", " ");
    let blocks = document.split("```console\n").skip(1);
    let console: String = blocks.map(|block| block.split("```").next().unwrap()).collect();
    assert!(console.matches("$ gongdan").count() >= at_least, "the examples are found");
    for example in console.split("$ ").skip(1) {
        let (command, shown) = example.split_once('\n').unwrap();
        if !font && ["--pdf", "--png", "--docx"].iter().any(|form| command.contains(form)) {
            println!("skipped, there is no Chinese font: {command}");
            continue;
        }
        let printed = run(folder.path(), locale, command);
        assert_eq!(printed.trim_end(), shown.trim_end(), "{command}");
    }
}

/// Runs a command line as a shell would, standard output and error in one.
fn run(folder: &Path, locale: &str, command: &str) -> String {
    let binary = Path::new(env!("CARGO_BIN_EXE_gongdan")).parent().unwrap();
    let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap());
    let output = Command::new("sh")
        .args(["-c", &format!("({command}) 2>&1")])
        .current_dir(folder)
        .env("PATH", path)
        .env("LC_ALL", locale)
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}
