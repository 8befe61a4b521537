//! Files kept with a ticket (附件): by whom, how large and of which sort, and who takes them off.

use gongdan_domain::{
    Command, FileKind, Intake, Problem, RefusalCode, Setting, TextField, Ticket, TicketEvent, Value,
};

use crate::story::{CITY, HOUSING, county, given, given_of, given_under, provide};

const DIGEST: &str = "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";

/// A photograph of so many bytes.
fn photo(size: u32) -> Command {
    told("修复前.jpg", FileKind::Photo, size, DIGEST)
}

fn told(name: &str, file_kind: FileKind, size: u32, sha256: &str) -> Command {
    let (name, sha256, file_place) = (name.to_owned(), sha256.to_owned(), None);
    Command::Attach { name, file_kind, size, sha256, file_place }
}

#[test]
fn the_centre_and_who_has_the_ticket_attach_and_take_off_their_own() {
    let story = given().transferred().centre(photo(9)).then(&["attached"]);
    assert_eq!(story.text(), "修复前.jpg");
    let story = story.unit(HOUSING, photo(9)).refused(RefusalCode::WrongUnit);
    let story = story.supervisor(photo(9)).refused(RefusalCode::WrongRole);
    let story = story.unit(CITY, photo(8)).then(&["attached"]);
    let of =
        |ticket: &Ticket| ticket.attached().map(|each| (each.no, each.unit)).collect::<Vec<_>>();
    let city = Some(story.unit_id(CITY));
    assert_eq!(of(&story.ticket), [(1, None), (2, city)]);
    let off = |no| Command::Detach { no };
    let story = story.unit(CITY, off(1)).refused(RefusalCode::WrongUnit);
    let story = story.unit(CITY, off(2)).then(&["detached"]);
    let story = story.centre(off(2)).refused(RefusalCode::NoSuchAttachment);
    let story = story.centre(off(3)).refused(RefusalCode::NoSuchAttachment);
    let story = story.centre(photo(7)).ok().centre(off(1)).ok();
    assert_eq!(of(&story.ticket), [(3, None)], "a number is never given twice");
}

#[test]
fn what_is_attached_is_of_a_sort_and_a_size_that_the_policy_takes() {
    let mut rules = county();
    provide(&mut rules, Setting::AttachmentSize, Value::Number(1));
    provide(&mut rules, Setting::AttachmentKinds, Value::Files(vec![FileKind::Photo]));
    given_under(rules.clone()).centre(photo(1 << 20)).ok();
    for size in [0, (1 << 20) + 1] {
        let story = given_under(rules.clone()).centre(photo(size));
        let problem = Problem::OutOfRange { from: 1, to: 1 << 20 };
        assert_eq!((story.invalid().argument, &story.invalid().problem), ("size", &problem));
    }
    let story = given_under(rules).centre(told("通话.wav", FileKind::Recording, 9, DIGEST));
    let nearest = vec!["photo".to_owned()];
    let problem = Problem::Unknown { given: "recording".to_owned(), nearest };
    assert_eq!((story.invalid().argument, &story.invalid().problem), ("file_kind", &problem));
}

#[test]
fn a_name_has_no_folder_and_a_digest_sixty_four_digits() {
    for (name, digest, argument) in [
        ("", DIGEST, "name"),
        ("../照片.jpg", DIGEST, "name"),
        ("C:\\照片.jpg", DIGEST, "name"),
        ("照片.jpg", &DIGEST[1..], "sha256"),
        ("照片.jpg", &DIGEST.replace('b', "g"), "sha256"),
    ] {
        let story = given().centre(told(name, FileKind::Photo, 9, digest));
        assert_eq!(story.invalid().argument, argument, "{name} {digest}");
    }
    let story = given().centre(told(" 照片.jpg", FileKind::Photo, 9, &DIGEST.to_uppercase())).ok();
    assert_eq!(story.text(), "照片.jpg");
}

#[test]
fn no_clock_blocks_a_file_and_it_moves_nothing_else() {
    let story = given_of(county(), Intake::new("来电", "路灯不亮")).transferred();
    let story = story.at("2020-09-10 09:00").unit(CITY, Command::SignOff).ok();
    let before = story.ticket.clone();
    let story = story.at("2020-09-04 09:00").unit(CITY, photo(9)).ok();
    let after = story.ticket.clone();
    let (attachments, version) = (before.attachments.clone(), before.version);
    assert_eq!(Ticket { attachments, version, ..after }, before);
}

#[test]
fn what_is_told_of_a_file_is_erased_together() {
    let fields = vec![TextField::FileName];
    let story = given().centre(Command::Erase { fields, reason: "本人申请".into() }).ok();
    let (_, event) = story.events.last().unwrap();
    assert_eq!(*event, TicketEvent::Erased { fields: TextField::OF_FILE.to_vec() });
}
