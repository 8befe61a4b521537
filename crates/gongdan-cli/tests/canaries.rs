//! Canaries at the terminal: a caller's data and the number in a typed text come out on neither
//! output, in neither language, in no document and in no temporary file, unless they are asked for
//! with a reason.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;
use std::path::{Path, PathBuf};
use std::process::Command;

use common::Folder;

const NAME: &str = "欧阳若兰";
const PHONE: &str = "13807340417";
const ADDRESS: &str = "洣水镇衡岳北路四十四号";
const WORD: &str = "金丝雀";
const TYPED: &str = "金丝雀,回电１３８-0734 0417";
const HIDDEN: [&str; 4] = [NAME, PHONE, ADDRESS, "１３８-0734 0417"];

/// Runs the program with a temporary folder of its own; what it said on both outputs.
fn run(folder: &Folder, args: &[&str]) -> (i32, String, String) {
    let temporary = folder.0.join("tmp");
    std::fs::create_dir_all(&temporary).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_gongdan"));
    command.current_dir(&folder.0).args(args).env("LC_ALL", "C.UTF-8");
    for name in ["TMPDIR", "SQLITE_TMPDIR"] {
        command.env(name, &temporary);
    }
    let done = command.output().unwrap();
    let left: Vec<_> = std::fs::read_dir(&temporary).unwrap().collect();
    assert!(left.is_empty(), "{args:?} left a temporary file: {left:?}");
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (done.status.code().unwrap_or(-1), text(done.stdout), text(done.stderr))
}

/// Runs it in both forms and languages: none of these is said.
fn silent(folder: &Folder, args: &[&str], canaries: &[&str]) -> i32 {
    let mut code = 0;
    for form in [&[][..], &["--json"], &["--lang", "zh"], &["--json", "--lang", "zh"]] {
        let args = [args, form].concat();
        let (ended, out, err) = run(folder, &args);
        for canary in canaries {
            assert!(!out.contains(canary), "{canary} in the output of {args:?}: {out}");
            assert!(!err.contains(canary), "{canary} in the errors of {args:?}: {err}");
        }
        assert!(!err.contains(WORD), "what was typed, in the errors of {args:?}: {err}");
        code = ended;
    }
    code
}

/// A closed ticket with the canaries in every text that the verbs of its life take.
fn lived(folder: &Folder) -> String {
    let who = ["--caller-name", NAME, "--caller-phone", PHONE, "--caller-address", ADDRESS];
    let texts = ["--channel", "来电", "--matter", TYPED, "--appeal", TYPED, "--by", "坐席07"];
    let intake = ["intake", "h.db", "--at", "2020-09-01 09:00", "--json"];
    let taken = folder.done(&[&intake[..], &texts, &who].concat()).json();
    let number = taken["number"].as_str().unwrap().to_owned();
    let on = |verb: &str, rest: &[&str], at: &str| {
        let args = [&[verb, "h.db", &number][..], rest, &["--at", at]].concat();
        folder.done(&args);
    };
    let (desk, unit) = (["--by", "管理员"], ["--unit", "城管局", "--by", "李四"]);
    let transfer = ["--to", "县城管执法局", "--remark", TYPED];
    on("transfer", &[&desk[..], &transfer].concat(), "2020-09-01 09:30");
    on("sign-off", &unit, "2020-09-01 10:00");
    on("note", &[&desk[..], &["--text", TYPED]].concat(), "2020-09-01 11:00");
    on("handle", &[&unit[..], &["--result", TYPED]].concat(), "2020-09-02 10:00");
    let call = ["--satisfaction", "very-satisfied", "--solved", "yes"];
    on("callback", &[&desk[..], &call].concat(), "2020-09-03 10:00");
    on("close", &[&desk[..], &["--outcome", "实际解决"]].concat(), "2020-09-03 10:05");
    on("feature", &desk, "2020-09-04 10:00");
    number
}

/// Every file below a folder but the hotline's own and its copies.
fn documents(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        match path.is_dir() {
            true => found.extend(documents(&path)),
            false if !name.contains(".db") => found.push(path),
            false => {}
        }
    }
    found
}

#[test]
fn no_verb_says_more_than_it_should() {
    let folder = Folder::founded();
    let number = lived(&folder);
    let quiet = [&HIDDEN[..], &[WORD]].concat();
    let month = ["--period", "2020-09", "--as-of", "2020-10-09"];
    for verb in ["figures", "since", "account", "rank"] {
        silent(&folder, &[&[verb, "h.db"][..], &month].concat(), &quiet);
    }
    let publish =
        [&["publish", "h.db", "--issue", "2020-9", "--by", "管理员"][..], &month].concat();
    folder.done(&[&publish[..], &["--at", "2020-10-09 09:00"]].concat());
    for args in [
        &["caller", "h.db", &number][..],
        &["explain", "h.db", &number],
        &["verify", "h.db"],
        &["issues", "h.db"],
        &["compare", "h.db", "2020-9"],
        &["query", "h.db", "SELECT * FROM v1_tickets"],
        &["query", "h.db", "SELECT * FROM v1_events"],
        &["retention", "h.db", "--months", "1", "--as-of", "2030-01-01"],
        &["reveals", "h.db", "--period", "2020"],
        &["health", "h.db"],
        &["register", "h.db"],
        &["policy", "h.db"],
        &["contacts", "h.db"],
    ] {
        silent(&folder, args, &quiet);
    }
    // These show what was typed, without the number.
    for args in [
        &["show", "h.db", &number][..],
        &["history", "h.db", &number],
        &["find", "h.db"],
        &["find", "h.db", "--text", WORD],
    ] {
        assert_eq!(silent(&folder, args, &HIDDEN), 0);
        assert!(run(&folder, args).1.contains(WORD), "{args:?}");
    }
    let bulletin = [&["bulletin", "h.db"][..], &month].concat();
    silent(&folder, &bulletin, &HIDDEN);
    folder.done(&[&bulletin[..], &["--out", "printed"]].concat());
    let documents = documents(&folder.0);
    assert!(!documents.is_empty());
    for path in documents {
        let bytes = std::fs::read(&path).unwrap();
        let held = |canary: &&str| bytes.windows(canary.len()).any(|w| w == canary.as_bytes());
        assert!(!HIDDEN.iter().any(held), "{path:?}");
    }
}

#[test]
fn no_error_repeats_what_was_typed() {
    let folder = Folder::founded();
    let number = lived(&folder);
    let desk = ["--by", "坐席07", "--at", "2020-09-05 09:00"];
    let long = format!("{TYPED}{}", "灯".repeat(21_000));
    for args in [
        &["show", "h.db", PHONE][..],
        &["caller", "h.db", PHONE],
        &["history", "h.db", PHONE],
        &["find", "h.db", "--unit", PHONE],
        &["query", "h.db", "SELECT x13807340417 FROM v1_tickets"],
        &["retention", "h.db", "--months", "0"],
        &["compare", "h.db", "2020-99"],
    ] {
        assert_ne!(silent(&folder, args, &HIDDEN), 0, "{args:?}");
    }
    for args in [
        &["reveal", "h.db", &number, "--reason", " "][..],
        &["subject-export", "h.db", "--phone", PHONE],
        &["subject-erase", "h.db", "--phone", "13900000000", "--reason", TYPED],
        &["note", "h.db", &number, "--text", &long],
        &["note", "h.db", PHONE, "--text", TYPED],
        &["handle", "h.db", &number, "--result", TYPED],
        &["transfer", "h.db", &number, "--to", PHONE, "--remark", TYPED],
        &["suspend", "h.db", &number, "--reason", TYPED],
        &["intake", "h.db", "--channel", PHONE, "--matter", TYPED],
        &["intake", "h.db", "--channel", "来电", "--matter", &long],
        &["intake", "h.db", "--channel", "来电", "--matter", "灯", "--caller-name", &long],
        &["intake", "h.db", "--channel", "来电", "--matter", "灯", "--caller-phone", &long],
    ] {
        assert_ne!(silent(&folder, &[args, &desk].concat(), &HIDDEN), 0, "{args:?}");
    }
    let reveal = ["reveal", "h.db", &number, "--reason", "核实"];
    let (_, out, err) = run(&folder, &[&reveal[..], &desk].concat());
    assert!(out.contains(PHONE) && err.is_empty(), "asked for with a reason, it is shown");
    let export = ["subject-export", "h.db", "--phone", PHONE, "--reason", TYPED];
    let (_, out, err) = run(&folder, &[&export[..], &desk].concat());
    assert!(out.contains(PHONE) && err.is_empty(), "and so is a person's export");
    // The reason of a look is shown to whoever asks, without the number that was typed into it.
    let listed = ["reveals", "h.db", "--period", "2020"];
    assert_eq!(silent(&folder, &listed, &HIDDEN), 0);
    assert!(run(&folder, &listed).1.contains(WORD));
}
