//! Hostile texts, numbers, moments and paths: each is refused with the name of its argument, or
//! kept as it is and harmless.

use gongdan::{
    Caller, Command, ErrorKind, Filter, Hotline, Intake, Moment, Options, Page, Problem, Stamp,
    TicketId,
};
use gongdan_tests::{Folder, at, found};

fn desk() -> Stamp {
    Stamp::centre("坐席07", at("2020-09-01 09:00"))
}

/// Every text argument of an intake, and how many characters it takes.
const ARGUMENTS: [(&str, usize); 6] = [
    ("matter", 200),
    ("appeal", 20_000),
    ("caller_name", 100),
    ("caller_phone", 40),
    ("caller_address", 200),
    ("external", 64),
];

fn intake(argument: &str, text: &str) -> Intake {
    let plain = Intake::new("来电", "路灯不亮");
    let caller = Caller::named("张三");
    match argument {
        "matter" => Intake::new("来电", text),
        "appeal" => plain.appeal(text),
        "caller_name" => plain.caller(Caller::named(text)),
        "caller_phone" => plain.caller(caller.phone(text)),
        "caller_address" => plain.caller(caller.address(text)),
        _ => plain.external(text),
    }
}

/// Texts that mean something to SQL, shells, spreadsheets, browsers, templates, terminals'
/// readers and file systems, and nothing to us.
const HARMLESS: [&str; 24] = [
    "'; DROP TABLE ticket; --",
    "\" OR \"\"=\"",
    "100%_\\%",
    "a\\",
    "NEAR(灯 亮) OR *",
    "=HYPERLINK(\"x\")",
    "+1+1",
    "@SUM(A1)",
    "-2",
    "＝1",
    "<script>alert(1)</script>",
    "]]>&#x41;&amp;",
    "{{ 7*7 }}{% raw %}",
    "${jndi:x}`id`$(id)",
    "%s%n%x",
    "../../etc/passwd",
    "CON",
    "file:x?mode=memory",
    "\u{202e}gnp.exe",
    "e\u{301}\u{301}\u{301}\u{301}",
    "\u{feff}\u{200b}灯",
    "👩‍👩‍👧‍👦🇨🇳",
    "\u{ffff}\u{10ffff}\u{e000}",
    "a\tb\r\nc",
];

#[test]
fn a_hostile_text_is_refused_by_name_or_kept_as_it_is() {
    let folder = Folder::new("texts");
    let mut hotline = found(&folder.file("h.db")).expect("a file");
    let mut rows = 0;
    // Every control character but tab and line ends, in every argument.
    let controls = (0..=0x1f_u32).chain(0x7f..=0x9f).filter_map(char::from_u32);
    for control in controls.filter(|c| !matches!(c, '\t' | '\n' | '\r')) {
        for (argument, _) in ARGUMENTS {
            let given = intake(argument, &format!("灯{control}亮"));
            let error = hotline.intake(&desk(), &given).expect_err("a control character");
            let invalid = error.invalid().expect("an argument");
            assert_eq!(
                (invalid.argument, &invalid.problem),
                (argument, &Problem::ControlCharacter)
            );
            rows += 1;
        }
    }
    for (argument, most) in ARGUMENTS {
        let error = hotline.intake(&desk(), &intake(argument, &"灯".repeat(most + 1)));
        let error = error.expect_err("too long");
        let invalid = error.invalid().expect("an argument");
        assert_eq!(
            (invalid.argument, &invalid.problem),
            (argument, &Problem::TooLong { max: most })
        );
        hotline.intake(&desk(), &intake(argument, &"灯".repeat(most))).expect("just fits");
        rows += 2;
    }
    for text in HARMLESS {
        let id = hotline.intake(&desk(), &Intake::new("来电", text)).expect("kept").ticket;
        assert_eq!(hotline.ticket(id).expect("a ticket").matter.as_deref(), Some(text));
        let found = hotline.find(&Filter::new().text(text), Page::all()).expect("an answer");
        assert!(found.tickets.iter().any(|ticket| ticket.id == id), "{text} is found");
        let all = found.tickets.iter().all(|ticket| {
            let matter = ticket.matter.as_deref().unwrap_or_default();
            matter.to_lowercase().contains(&text.to_lowercase()) || ticket.number.contains(text)
        });
        assert!(all, "{text} finds itself only");
        for (argument, most) in ARGUMENTS.into_iter().filter(|(_, most)| text.len() <= *most) {
            let kept = hotline.intake(&desk(), &intake(argument, text));
            assert!(kept.is_ok(), "{text} as {argument} ({most}): {kept:?}");
            rows += 1;
        }
    }
    assert!(rows >= 200, "{rows} rows");
    assert!(hotline.verify(&mut |_, _| {}).expect("a report").is_sound());
}

#[test]
fn hostile_numbers_and_moments_find_nothing_and_break_nothing() {
    let folder = Folder::new("numbers");
    let mut hotline = found(&folder.file("h.db")).expect("a file");
    let ours = hotline.intake(&desk(), &Intake::new("来电", "路灯不亮")).expect("one").ticket;
    let ids = [i64::MIN, i64::MIN + 1, -1, 0, 1, 2, 3, ours.0 - 1, ours.0 + 1, i64::MAX];
    for id in ids.map(TicketId) {
        assert_eq!(hotline.ticket(id).expect_err("none").kind(), ErrorKind::NotFound, "{id}");
        assert_eq!(hotline.history(id).expect_err("none").kind(), ErrorKind::NotFound, "{id}");
        assert_eq!(hotline.caller(id).expect_err("none").kind(), ErrorKind::NotFound, "{id}");
        for command in [Command::SignOff, Command::Merge { main: id }, Command::Repeat { main: id }]
        {
            assert!(hotline.execute(id, &desk(), &command).is_err(), "{id}");
            let on_ours = hotline.execute(ours, &desk(), &command);
            assert!(on_ours.is_err(), "{id}: {command:?}");
        }
    }
    for number in ["", " ", "%", "_", "20200901-000%", "20200901-0001'--", "\u{0}", "０００１"]
    {
        let error = hotline.ticket_by_number(number).expect_err("none");
        assert_eq!(error.kind(), ErrorKind::NotFound, "{number:?}");
    }
    for version in [0, 2, u32::MAX] {
        let guard = |stamp: &Stamp| stamp.clone().seen(version);
        let note = Command::Note { text: "灯".into() };
        let error = hotline.execute(ours, &guard(&desk()), &note).expect_err("stale");
        assert_eq!(error.kind(), ErrorKind::Conflict);
    }
    for page in [Page::after(u64::MAX, u64::MAX), Page::first(0), Page::after(1, u64::MAX)] {
        assert!(hotline.find(&Filter::new(), page).expect("a page").tickets.is_empty());
    }
    for ms in [i64::MIN, i64::MAX, -62_200_000_000_000, 253_500_000_000_000] {
        assert!(Moment::from_ms("at", ms).is_err(), "{ms}");
    }
    for text in [
        "",
        "0000-01-01 00:00",
        "10000-01-01 00:00",
        "2020-02-30 00:00",
        "2020-09-01 24:01",
        "2020-09-01T09:00:00+99:00",
        "9/1/2020 09:00",
        "2020-09-01 09:00\u{0}",
        "-2020-09-01 09:00",
    ] {
        assert!(Moment::parse("at", text).is_err(), "{text:?}");
    }
    for request in ["", &"r".repeat(65), "r\u{0}"] {
        let guard = |stamp: &Stamp| stamp.clone().request(request);
        let given = Intake::new("来电", "灯");
        let error = hotline.intake(&guard(&desk()), &given).expect_err("no such id");
        assert_eq!(error.kind(), ErrorKind::InvalidInput, "{request:?}");
    }
    assert_eq!(hotline.find(&Filter::new(), Page::all()).expect("a list").total, 1);
}

/// Everything in a folder.
fn names(folder: &Folder) -> Vec<String> {
    let entries = std::fs::read_dir(folder.path()).expect("a folder");
    let name = |entry: std::io::Result<std::fs::DirEntry>| {
        entry.expect("an entry").file_name().to_string_lossy().into_owned()
    };
    let mut names: Vec<String> = entries.map(name).collect();
    names.sort();
    names
}

#[test]
fn a_hostile_path_is_an_error_or_a_plain_name_in_its_folder() {
    let folder = Folder::new("paths");
    let hotline = found(&folder.file("h.db")).expect("a file");
    std::fs::create_dir(folder.file("inside")).expect("a folder");
    let before = names(&folder);
    let long = "长".repeat(100);
    for name in ["", ".", "..", "inside", "nowhere/x.db", "inside/../..", "x\u{0}.db", &long] {
        let path = folder.file(name);
        assert!(hotline.backup_to(&path).is_err(), "a copy to {name:?}");
        assert!(found(&path).is_err(), "a new file at {name:?}");
        assert!(Hotline::open_with(&path, &Options::new()).is_err(), "{name:?}");
    }
    assert_eq!(names(&folder), before, "nothing was left behind");
    for name in [
        "file:x.db?mode=memory",
        "x.db?nolock=1&immutable=1",
        ":memory:",
        "-x.db",
        "CON",
        "x.db.",
        " x ",
        "x'.db",
        "%2e%2e%2fx.db",
        "\u{202e}bd.x",
    ] {
        let path = folder.file(name);
        hotline.backup_to(&path).expect("a copy");
        assert!(path.is_file(), "{name:?} is the file's name");
        let copy = Hotline::open(&path).expect("opens");
        assert_eq!(copy.head().expect("a head"), hotline.head().expect("a head"), "{name:?}");
        drop(copy);
        let error = hotline.backup_to(&path).expect_err("nothing is written over");
        assert_eq!(error.kind(), ErrorKind::Exists, "{name:?}");
    }
    let own: Vec<String> =
        names(&folder).into_iter().filter(|name| name.ends_with("-wal")).collect();
    assert!(own.len() <= 1, "only the open file has a log: {own:?}");
    assert_eq!(names(&folder).len(), before.len() + 10, "{:?}", names(&folder));
}
