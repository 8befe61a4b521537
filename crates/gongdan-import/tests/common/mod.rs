//! An office to import into, and the files that offices have.
#![allow(dead_code)]

use std::io::{Cursor, Write};

use gongdan::{
    ChannelKind, Count, Founding, Hotline, Moment, NewEntry, OfficeCommand, Period, Question,
    RegionId, Stamp,
};
use gongdan_import::{Import, Mapping, Report, Sheet, Shipped};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use zip::CompressionMethod::Deflated;
use zip::write::SimpleFileOptions;

/// Whoever imports, later than all that is imported.
pub(crate) fn stamp() -> Stamp {
    Stamp::centre("陈静", Moment::parse("at", "2026-12-01 09:00").expect("a moment"))
}

/// A hotline and the folder that goes with it.
pub(crate) struct Office {
    pub(crate) hotline: Hotline,
    _folder: tempfile::TempDir,
}

/// An office with two units, a category and two channels.
pub(crate) fn office() -> Office {
    let folder = tempfile::tempdir().expect("a folder");
    let founding = Founding {
        region: RegionId(430_424),
        name: "衡东县".into(),
        office: "衡东县行政审批服务局".into(),
    };
    let by = Stamp::centre("陈静", Moment::parse("at", "2020-01-02 09:00").expect("a moment"));
    let mut hotline = Hotline::create(folder.path().join("h.db"), &founding, &by).expect("a file");
    for entry in [
        NewEntry::unit("县城管执法局").alias("城管局"),
        NewEntry::unit("县住建局"),
        NewEntry::category("城市管理"),
        NewEntry::channel("来电", ChannelKind::Call),
        NewEntry::channel("网络问政", ChannelKind::Web),
        NewEntry::channel("12345热线", ChannelKind::Call),
    ] {
        hotline.office(&by, OfficeCommand::Add(entry)).expect("an entry");
    }
    Office { hotline, _folder: folder }
}

/// A mapping that is shipped.
pub(crate) fn shipped(name: &str) -> Mapping {
    Shipped::named(name).expect(name).mapping().expect(name)
}

/// Imports a file.
pub(crate) fn import(office: &mut Office, mapping: &Mapping, bytes: &[u8]) -> Report {
    let sheet = Sheet::open(bytes, mapping.sheet()).expect("a sheet");
    Import::new(mapping, &sheet).run(&mut office.hotline, &stamp()).expect("a report")
}

/// Counts of 2026, as they stand.
pub(crate) fn counted<const N: usize>(office: &Office, counts: [Count; N]) -> [i64; N] {
    let period = Period::parse("2026").expect("a year");
    let figures = office.hotline.figures(&Question::new(period, stamp().at())).expect("figures");
    counts.map(|count| figures.total.count(count))
}

/// A cell that a test writes.
pub(crate) enum Put {
    /// A text.
    T(&'static str),
    /// A number, or a serial day.
    N(f64),
    /// A date cell.
    D(&'static str),
    /// Nothing.
    X,
}

/// A workbook with lines above its headings.
pub(crate) fn workbook(above: &[&str], headings: &[&str], rows: &[Vec<Put>]) -> Vec<u8> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    let date = Format::new().set_num_format("yyyy/m/d h:mm");
    let mut at = 0;
    for line in above {
        page.merge_range(at, 0, at, 3, line, &Format::new()).expect("a remark");
        at += 1;
    }
    for (column, heading) in (0..).zip(headings) {
        page.write_string(at, column, *heading).expect("a heading");
    }
    for (row, cells) in (at + 1..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Put::T(text) => page.write_string(row, column, *text).map(|_| ()),
                Put::N(number) => page.write_number(row, column, *number).map(|_| ()),
                Put::D(when) => {
                    let when = ExcelDateTime::parse_from_str(when).expect("a moment");
                    page.write_datetime_with_format(row, column, &when, &date).map(|_| ())
                }
                Put::X => Ok(()),
            }
            .expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

/// An .xlsx of raw parts: a sheet, and the texts that its cells share.
pub(crate) fn raw(sheet: &dyn Fn(&mut dyn Write), strings: &dyn Fn(&mut dyn Write)) -> Vec<u8> {
    let mut book = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let how = SimpleFileOptions::default().compression_method(Deflated).compression_level(Some(1));
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
    let rels = |body: &str| {
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{body}</Relationships>"
        )
    };
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let book_xml = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{kind}\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let inner = rels(&format!(
        "<Relationship Id=\"rId1\" Type=\"{kind}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{kind}/sharedStrings\" Target=\"sharedStrings.xml\"/>"
    ));
    let outer = rels(&format!(
        "<Relationship Id=\"rId1\" Type=\"{kind}/officeDocument\" Target=\"xl/workbook.xml\"/>"
    ));
    for (name, text) in [
        ("[Content_Types].xml", types),
        ("_rels/.rels", outer.as_str()),
        ("xl/workbook.xml", book_xml.as_str()),
        ("xl/_rels/workbook.xml.rels", inner.as_str()),
    ] {
        book.start_file(name, how).expect("a part");
        book.write_all(text.as_bytes()).expect("a part");
    }
    book.start_file("xl/sharedStrings.xml", how).expect("a part");
    write!(book, "<sst xmlns=\"{main}\">").expect("a part");
    strings(&mut book);
    write!(book, "</sst>").expect("a part");
    book.start_file("xl/worksheets/sheet1.xml", how).expect("a part");
    write!(book, "<worksheet xmlns=\"{main}\"><sheetData>").expect("a part");
    sheet(&mut book);
    write!(book, "</sheetData></worksheet>").expect("a part");
    book.finish().expect("a workbook").into_inner()
}

/// A compound file with one stream of a name, as an .xls is: sectors of 512 bytes, one of the table.
pub(crate) fn compound(name: &str, stream: &[u8]) -> Vec<u8> {
    let mut stream = stream.to_vec();
    stream.resize(stream.len().max(4_096), 0);
    let sectors = stream.len().div_ceil(512);
    let mut head = vec![0_u8; 512];
    head[..8].copy_from_slice(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    let mut put = |at: usize, bytes: &[u8]| head[at..at + bytes.len()].copy_from_slice(bytes);
    put(24, &[0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0]);
    let tables = (sectors + 2).div_ceil(127);
    put(44, &u32::try_from(tables).expect("few").to_le_bytes());
    put(48, &u32::try_from(tables).expect("few").to_le_bytes());
    put(56, &4_096_u32.to_le_bytes());
    put(60, &0xffff_fffe_u32.to_le_bytes());
    put(68, &0xffff_fffe_u32.to_le_bytes());
    (0..109).for_each(|nth| put(76 + 4 * nth, &[0xff; 4]));
    (0..tables).for_each(|nth| put(76 + 4 * nth, &u32::try_from(nth).expect("few").to_le_bytes()));
    let mut table: Vec<u32> = vec![0xffff_fffd; tables];
    table.push(0xffff_fffe);
    let first = tables + 1;
    table.extend((1..sectors).map(|nth| u32::try_from(first + nth).expect("few")));
    table.push(0xffff_fffe);
    table.resize(tables * 128, 0xffff_ffff);
    let mut file = head;
    file.extend(table.iter().flat_map(|next| next.to_le_bytes()));
    let mut directory = vec![0_u8; 512];
    let first = u32::try_from(first).expect("few");
    entry(&mut directory[..128], "Root Entry", (5, 0xffff_fffe, 0, 1));
    entry(&mut directory[128..256], name, (2, first, stream.len(), 0xffff_ffff));
    file.extend(directory);
    file.extend(&stream);
    file.resize(file.len().next_multiple_of(512), 0);
    file
}

fn entry(at: &mut [u8], name: &str, (kind, start, size, child): (u8, u32, usize, u32)) {
    let units: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    at[..units.len()].copy_from_slice(&units);
    at[64..66].copy_from_slice(&u16::try_from(units.len() + 2).expect("short").to_le_bytes());
    (at[66], at[67]) = (kind, 1);
    at[68..76].copy_from_slice(&[0xff; 8]);
    at[76..80].copy_from_slice(&child.to_le_bytes());
    at[116..120].copy_from_slice(&start.to_le_bytes());
    at[120..124].copy_from_slice(&u32::try_from(size).expect("small").to_le_bytes());
}

/// The stream of an old workbook: one sheet of texts and numbers; a number of the second look is a date.
pub(crate) fn stream(cells: &[(u16, u16, Put)]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut record = |kind: u16, data: &[u8]| {
        out.extend(kind.to_le_bytes());
        out.extend(u16::try_from(data.len()).expect("short").to_le_bytes());
        out.extend(data);
    };
    let begin = |of: u16| {
        [0x0600_u16, of, 0x0dbb, 0x07cc].iter().flat_map(|w| w.to_le_bytes()).collect::<Vec<u8>>()
    };
    record(0x0809, &[begin(5), vec![0; 8]].concat());
    record(0x0042, &1200_u16.to_le_bytes());
    for format in [0_u16, 22] {
        record(0x00e0, &[vec![0, 0], format.to_le_bytes().to_vec(), vec![0; 16]].concat());
    }
    let mut page = Vec::new();
    let mut on_page = |kind: u16, data: &[u8]| {
        page.extend(kind.to_le_bytes());
        page.extend(u16::try_from(data.len()).expect("short").to_le_bytes());
        page.extend(data);
    };
    on_page(0x0809, &[begin(0x10), vec![0; 8]].concat());
    for (row, column, cell) in cells {
        let place = [row.to_le_bytes(), column.to_le_bytes()].concat();
        match cell {
            Put::T(text) => {
                let units: Vec<u16> = text.encode_utf16().collect();
                let length = u16::try_from(units.len()).expect("short").to_le_bytes();
                let text: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
                on_page(0x0204, &[&place[..], &[0, 0], &length, &[1], &text].concat());
            }
            Put::N(number) => {
                on_page(0x0203, &[&place[..], &[1, 0], &number.to_le_bytes()].concat());
            }
            Put::D(_) | Put::X => {}
        }
    }
    on_page(0x000a, &[]);
    // Where the sheet begins: behind the record that says so, and the end of the globals.
    let begins = out.len() + 4 + 4 + 2 + 1 + 1 + 2 + 4;
    let bound = [
        u32::try_from(begins).expect("small").to_le_bytes().to_vec(),
        vec![0, 0, 1, 1],
        "表".encode_utf16().flat_map(u16::to_le_bytes).collect(),
    ]
    .concat();
    out.extend(0x0085_u16.to_le_bytes());
    out.extend(u16::try_from(bound.len()).expect("short").to_le_bytes());
    out.extend(bound);
    out.extend([0x0a, 0, 0, 0]);
    out.extend(page);
    out
}
