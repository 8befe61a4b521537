//! Rows of a batch: what is refused in one takes none along and leaves no half.

use std::path::Path;

use gongdan::{
    Batch, ChannelKind, Command, ErrorKind, FileKind, Filter, Hotline, Intake, NewEntry, NewFile,
    OfficeCommand, Options, Page, Species, Stamp, TicketId,
};
use gongdan_tests::{Folder, at, found_with};

fn desk(time: &str) -> Stamp {
    Stamp::centre("坐席07", at(time))
}

fn county(path: &Path) -> Hotline {
    found_with(path, &Options::new().seeded_salts(7)).expect("a file")
}

fn matter(nth: usize) -> Intake {
    Intake::new("来电", format!("第{nth}件:路灯不亮"))
}

/// A row that says several things, and then, where it is wrong, one that is refused: what it did before is of every
/// sort that a batch keeps in hand.
fn live(hotline: &mut Hotline, nth: usize, wrong: bool) -> gongdan::Result<TicketId> {
    let time = format!("2020-09-{:02} 09:{:02}", 1 + nth / 60, nth % 60);
    let stamp = desk(&time);
    if wrong {
        let entry = NewEntry {
            species: Species::Channel,
            name: format!("渠道{nth}"),
            aliases: Vec::new(),
            channel_kind: Some(ChannelKind::Web),
            parent: None,
            group: None,
            order: None,
        };
        hotline.office(&stamp, OfficeCommand::Add(entry))?;
    }
    let taken = hotline.intake(&stamp.clone().request(format!("row-{nth}")), &matter(nth))?;
    hotline.execute(taken.ticket, &stamp, &Command::transfer("县城管执法局"))?;
    if wrong {
        let file = NewFile::new("照片.jpg", FileKind::Photo);
        for bytes in [4_000, (1 << 20) + 1] {
            hotline.attach_file(taken.ticket, &stamp, &file, &vec![7; bytes])?;
        }
        let first = hotline.find(&Filter::new(), Page::all())?.tickets.pop();
        let first = first.map_or(taken.ticket, |ticket| ticket.id);
        hotline.execute(first, &stamp, &Command::Note { text: "一并撤回".into() })?;
        hotline.execute(taken.ticket, &stamp, &Command::SignOff)?;
    }
    Ok(taken.ticket)
}

/// The journal's own bytes, and what is found.
fn stands(hotline: &Hotline, path: &Path) -> (String, String, Vec<String>) {
    let lines = path.with_extension("jsonl");
    hotline.journal_to(&lines, &mut |_, _| {}).expect("lines");
    let found = hotline.find(&Filter::new(), Page::all()).expect("tickets");
    let tickets = found.tickets.iter().map(|ticket| format!("{ticket:?}")).collect();
    let head = hotline.head().expect("a head").1;
    (head, std::fs::read_to_string(lines).expect("lines"), tickets)
}

#[test]
fn refused_rows_leave_the_file_as_if_they_had_never_been() {
    let folder = Folder::new("rows");
    let (one, other) = (folder.file("one.db"), folder.file("other.db"));
    let (mut with, mut without) = (county(&one), county(&other));
    let bad = |nth: usize| nth % 3 == 1 || nth == 39;
    with.begin().expect("a batch");
    for nth in 0..40 {
        with.begin_row().expect("a row");
        let kind = live(&mut with, nth, bad(nth)).err().map(|error| error.kind());
        assert_eq!(kind, bad(nth).then_some(ErrorKind::Refused), "row {nth}");
        let ended = if bad(nth) { with.take_row_back() } else { with.keep_row() };
        ended.expect("the batch goes on");
    }
    with.commit().expect("the others");
    without.begin().expect("a batch");
    for nth in (0..40).filter(|nth| !bad(*nth)) {
        live(&mut without, nth, false).expect("lived");
    }
    without.commit().expect("all of them");
    let told = with.verify(&mut |_, _| {}).expect("verified");
    let with = stands(&with, &one);
    assert_eq!(with, stands(&without, &other), "head, lines and tickets");
    assert!(told.is_sound(), "{told:?}");
    let beside = std::fs::read_dir(format!("{}.files", one.display()));
    assert_eq!(beside.map_or(0, Iterator::count), 0, "no file of a refused row stays");
}

#[test]
fn rows_by_hand_follow_each_other_and_stand_in_a_batch() {
    let folder = Folder::new("rows-by-hand");
    let path = folder.file("h.db");
    let mut hotline = county(&path);
    let argument = |done: gongdan::Result<()>| {
        done.expect_err("refused").invalid().map(|wrong| wrong.argument)
    };
    let lived = |row: &mut Batch<'_>, minute: usize, wrong: bool| {
        let stamp = desk(&format!("2020-09-02 10:{minute:02}"));
        let ticket = row.intake(&stamp, &matter(minute))?.ticket;
        let command =
            if wrong { Command::SignOff } else { Command::transfer("县城管执法局") };
        row.execute(ticket, &stamp, &command).map(drop)
    };
    assert_eq!(argument(hotline.begin_row()), Some("batch"));
    hotline.begin().expect("a batch");
    assert_eq!(argument(hotline.keep_row()), Some("batch"));
    assert_eq!(argument(hotline.take_row_back()), Some("batch"));
    hotline.begin_row().expect("a row");
    assert_eq!(argument(hotline.begin_row()), Some("batch"));
    let first = live(&mut hotline, 0, false).expect("lived");
    assert_eq!(argument(hotline.commit()), Some("batch"), "a row is open");
    hotline.take_row_back().expect("taken back");
    assert_eq!(hotline.ticket(first).err().map(|e| e.kind()), Some(ErrorKind::NotFound));
    assert_eq!(hotline.pending().expect("nothing").len(), 0);
    hotline.begin_row().expect("a row");
    assert_eq!(live(&mut hotline, 1, false).expect("lived"), first, "its id is free again");
    hotline.keep_row().expect("kept");
    hotline.begin_row().expect("a row that nobody ends");
    live(&mut hotline, 2, false).expect("lived");
    hotline.roll_back().expect("the batch goes with its row");
    let refused = hotline.batch(|batch| {
        let minutes = 0..9_usize;
        let rows = minutes.map(|nth| batch.row(|row| lived(row, nth, nth % 2 == 1)));
        Ok(rows.filter(Result::is_err).count())
    });
    assert_eq!(refused.expect("the batch stands"), 4);
    let handed_on = hotline.batch(|batch| {
        batch.row(|row| lived(row, 10, false))?;
        batch.row(|row| lived(row, 11, true))
    });
    assert!(handed_on.is_err(), "whoever hands the error on takes the batch back");
    let nested = hotline.batch(|batch| batch.row(|row| row.row(|_| Ok(()))));
    assert_eq!(argument(nested), Some("batch"), "rows do not stand inside each other");
    assert_eq!(hotline.find(&Filter::new(), Page::first(9)).expect("found").total, 5);
    assert!(hotline.verify(&mut |_, _| {}).expect("verified").is_sound());
}
