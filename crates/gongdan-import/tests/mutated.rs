//! Sheets that were damaged by lot: whatever bytes come, the readers end soon in rows or in an error that says what it
//! is, a dry run writes nothing, and nothing panics. The seeds are the sheets that the other tests make.
//!
//! A few seconds of it run with every test; `make fuzz-sheets SECONDS=600 SEED=2` goes on for longer, in bounded memory.

mod common;

use std::io::{Cursor, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use common::Put::{D, N, T, X};
use common::{Office, compound, office, raw, shipped, stamp, stream, workbook};
use gongdan::Species;
use gongdan_import::{Import, Mapping, Sheet, SheetOf, import_register, suggest};
use zip::write::SimpleFileOptions;

/// How long one file may take in a build with every check.
const SOON: Duration = Duration::from_secs(20);

/// A seeded lot (SplitMix64): the same seed draws the same files everywhere.
struct Lot(u64);

impl Lot {
    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, below: usize) -> usize {
        (self.bits() % below.max(1) as u64) as usize
    }

    fn of<'a, T: ?Sized>(&mut self, several: &[&'a T]) -> &'a T {
        several[self.below(several.len())]
    }
}

/// What a number, a place or a text of a sheet is replaced by.
const ODD: [&[u8]; 26] = [
    b"0",
    b"-1",
    b"4294967295",
    b"4294967296",
    b"18446744073709551615",
    b"99999999999999999999999999",
    b"1e308",
    b"-1e-308",
    b"NaN",
    b"inf",
    b"2958466",
    b"-0.0",
    b"XFD1048576",
    b"ZZZZZZZZZ9",
    b"A0",
    b"A1:XFD1048576",
    b"<",
    b"&#0;",
    b"&#x110000;",
    b"_x0000_",
    b"\xff\xfe",
    b"\xe5\x8f",
    b"\"",
    b"\r\n\r\n",
    b"2020-02-30 25:61",
    b"0001-01-01",
];

fn headings() -> Vec<&'static str> {
    vec!["工单编号", "受理时间", "标题", "主办单位", "答复时间", "是否满意", "结案时间", "联系电话"]
}

/// The sheets that are damaged.
fn seeds() -> Vec<Vec<u8>> {
    let rows = [
        vec![
            T("A-1"),
            D("2026-08-03T08:30:00"),
            T("路灯不亮"),
            T("城管局"),
            T("2026-08-04 10:00"),
            T("满意"),
        ],
        vec![
            N(20_260_803.0),
            N(46_237.5),
            T("=1+1"),
            X,
            X,
            X,
            T("2026年8月9日"),
            N(13_800_138_000.0),
        ],
    ];
    let new = workbook(&["八月工单"], &headings(), &rows);
    let line = |row: u16, texts: &[&'static str]| -> Vec<(u16, u16, common::Put)> {
        (0..).zip(texts).map(|(column, text)| (row, column, T(text))).collect()
    };
    let mut cells = line(0, &headings());
    cells.extend(line(1, &["A-1", "2026-08-03 08:30", "路灯不亮", "县住建局"]));
    cells.push((2, 1, N(46_237.5)));
    let old = compound("Workbook", &stream(&cells));
    let shared = raw(
        &|to| {
            let cells = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>\
                <row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>甲</t></is></c><c r=\"B2\" t=\"e\"><v>#N/A</v></c>\
                <c r=\"C2\"><f>1+1</f><v>2</v></c><c r=\"D2\" t=\"d\"><v>2026-08-03T08:30:00</v></c></row>";
            to.write_all(cells.as_bytes()).expect("cells");
        },
        &|to| {
            let texts = "<si><t>工单编号</t></si><si><r><t>受理</t></r><r><t>时间</t></r></si>";
            to.write_all(texts.as_bytes()).expect("texts");
        },
    );
    let text = "工单编号,受理时间,标题,主办单位\r\nA-1,2026-08-03 08:30,\"路灯,\n不亮\",城管局\r\nA-2,2026/8/4 下午 3:05,,\r\n";
    let wide = |text: &str| -> Vec<u8> {
        [vec![0xff, 0xfe], text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat()
    };
    let register =
        "名称,别名,上级,次序,编码\n市政科,市政,县住建局,3,统一代码:1\n城市管理>路灯,,,,\n"
            .as_bytes();
    let beside = "日期,渠道,诉求量\n2026-08-03,来电,41\n".as_bytes();
    let notices =
        "年份,发布日期,文件,日期,安排,节日\n2031,2030-11-25,九号,2031-10-01,放假,国庆节\n"
            .as_bytes();
    vec![
        new,
        old,
        shared,
        text.as_bytes().to_vec(),
        wide(&text.replace(',', "\t")),
        register.to_vec(),
        beside.to_vec(),
        notices.to_vec(),
    ]
}

/// A file with one to six faults; in a workbook mostly in one of its parts, so that the archive itself holds.
fn damaged(lot: &mut Lot, seeds: &[Vec<u8>]) -> Vec<u8> {
    let seed = &seeds[lot.below(seeds.len())];
    let faults = 1 + lot.below(6);
    if seed.starts_with(b"PK") && lot.below(8) > 0 {
        return repacked(lot, seed, faults);
    }
    let mut bytes = seed.clone();
    (0..faults).for_each(|_| hurt(lot, &mut bytes, seeds));
    bytes
}

fn repacked(lot: &mut Lot, seed: &[u8], faults: usize) -> Vec<u8> {
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    let mut archive = zip::ZipArchive::new(Cursor::new(seed)).expect("a seed is whole");
    for nth in 0..archive.len() {
        let mut part = archive.by_index(nth).expect("a part");
        let name = part.name().expect("a name").to_string();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("a part");
        parts.push((name, bytes));
    }
    for _ in 0..faults {
        let nth = lot.below(parts.len());
        match lot.below(12) {
            0 => drop(parts.remove(nth)),
            1 => parts[nth].0 = "xl/sharedStrings.xml".to_owned(),
            _ => hurt_text(lot, &mut parts[nth].1),
        }
        if parts.is_empty() {
            break;
        }
    }
    let mut book = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in &parts {
        // (Two parts of one name are not made: the writer refuses them.)
        if book.start_file(name.as_str(), SimpleFileOptions::default()).is_ok() {
            book.write_all(bytes).expect("in memory");
        }
    }
    book.finish().expect("an archive").into_inner()
}

/// A fault in XML: a value, a tag or a piece of it otherwise, twice or gone.
fn hurt_text(lot: &mut Lot, bytes: &mut Vec<u8>) {
    let marks: Vec<usize> =
        (0..bytes.len()).filter(|nth| b"<>\"=".contains(&bytes[*nth])).collect();
    if marks.len() < 3 {
        return;
    }
    let from = lot.below(marks.len() - 1);
    let to = (from + 1 + lot.below(6)).min(marks.len() - 1);
    let (begin, end) = (marks[from] + 1, marks[to]);
    if begin > end {
        return;
    }
    let piece = bytes[begin..end].to_vec();
    let with = match lot.below(5) {
        0 => Vec::new(),
        1 => [piece.clone(), piece].concat(),
        2 => piece.repeat(1 + lot.below(200)),
        _ => lot.of(&ODD).to_vec(),
    };
    bytes.splice(begin..end, with);
}

/// A fault in bytes.
fn hurt(lot: &mut Lot, bytes: &mut Vec<u8>, seeds: &[Vec<u8>]) {
    if bytes.is_empty() {
        return;
    }
    let at = lot.below(bytes.len());
    let end = (at + 1 + lot.below(64)).min(bytes.len());
    match lot.below(8) {
        0 => bytes[at] ^= 1 << lot.below(8),
        1 => bytes[at] = [0, 0x7f, 0x80, 0xff][lot.below(4)],
        2 => drop(bytes.drain(at..end)),
        3 => {
            let piece = bytes[at..end].to_vec();
            bytes.splice(at..at, piece.repeat(1 + lot.below(20)));
        }
        4 => bytes.truncate(at),
        5 => drop(bytes.splice(at..end, lot.of(&ODD).to_vec())),
        6 => {
            let number = [0, 1, 0xffff_fffe, 0x7fff_ffff, 0x0001_0000][lot.below(5)];
            let four = u32::to_le_bytes(number);
            let end = (at + 4).min(bytes.len());
            bytes[at..end].copy_from_slice(&four[..end - at]);
        }
        _ => {
            let other = &seeds[lot.below(seeds.len())];
            let from = lot.below(other.len());
            let piece = other[from..(from + 256).min(other.len())].to_vec();
            bytes.splice(at..at, piece);
        }
    }
}

/// Everything that is done with a sheet; nothing of it may be written.
fn read(office: &mut Office, mappings: &[Mapping], nth: usize, bytes: &[u8]) -> bool {
    let Ok(mut sheet) = Sheet::open(bytes, None) else { return false };
    // What stands in a sheet a thousand times is read once: this is about what, not about how much.
    sheet.rows.truncate(40);
    let _ = suggest(&sheet);
    let mapping = &mappings[nth % mappings.len()];
    let report = Import::new(mapping, &sheet).dry(true).run(&mut office.hotline, &stamp());
    if let Ok(report) = report {
        assert!(!report.written);
        gongdan_import::workbook(&sheet, &report).expect("the refused rows as a workbook");
    }
    let of = [SheetOf::Contacts, SheetOf::Notices, SheetOf::Entries(Species::Unit)];
    let of = (of[nth % 3], &sheet);
    if let Ok(report) = import_register(&mut office.hotline, &stamp(), of, true) {
        assert!(!report.written);
    }
    true
}

/// The number of an environment variable.
fn told(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

#[test]
fn no_bytes_hang_break_or_write() {
    let (seconds, seed) = (told("GONGDAN_FUZZ_SECONDS", 3), told("GONGDAN_FUZZ_SEED", 1));
    let seeds = seeds();
    for (nth, whole) in seeds.iter().enumerate() {
        assert!(Sheet::open(whole, None).is_ok_and(|sheet| sheet.rows.len() > 1), "seed {nth}");
    }
    let mut office = office();
    let mappings = [shipped("通用"), shipped("城区导出"), shipped("街道台账")];
    let head = office.hotline.head().expect("a head");
    // The file in hand stands there while it is read: a reader that dies, or eats the machine, leaves it.
    let kept: PathBuf =
        std::env::temp_dir().join(format!("gongdan-mutated-{}", std::process::id()));
    let (began, mut lot, mut nth, mut read_in) = (Instant::now(), Lot(seed), 0_usize, 0_usize);
    while began.elapsed() < Duration::from_secs(seconds) || nth < 50 {
        let bytes = damaged(&mut lot, &seeds);
        std::fs::write(&kept, &bytes).expect("kept");
        let one = Instant::now();
        let done = catch_unwind(AssertUnwindSafe(|| read(&mut office, &mappings, nth, &bytes)));
        let place = format!("seed {seed}, file {nth}, kept as {}", kept.display());
        read_in += usize::from(done.unwrap_or_else(|_| panic!("a panic: {place}")));
        assert!(one.elapsed() < SOON, "{:?}: {place}", one.elapsed());
        nth += 1;
    }
    assert_eq!(office.hotline.head().expect("a head"), head, "nothing was written");
    assert!(read_in * 10 > nth, "of {nth} files {read_in} could be read at all");
    println!("{nth} files, of which {read_in} could be read");
    std::fs::remove_file(kept).expect("taken away");
}
