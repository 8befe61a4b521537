//! Canaries: a person's name, telephone number and address, and a word in every typed text, go
//! through intake, the whole life, every error and every answer. None comes out where it should not.

use gongdan::{
    CallbackOutcome, Caller, Card, Cells, CloseOutcome, Command, Error, FileKind, Filter, Hotline,
    Intake, Language, NewIssue, Page, Period, Question, ScanOptions, Stamp, Subject,
    SupervisionKind, Table, TicketId,
};
use gongdan_tests::{Dice, Folder, at, found};

const NAME: &str = "欧阳若兰";
const PHONE: &str = "13807340417";
const ADDRESS: &str = "洣水镇衡岳北路四十四号";
/// A word that stands in every typed text.
const WORD: &str = "金丝雀";
const UNIT: &str = "县城管执法局";

fn desk(time: &str) -> Stamp {
    Stamp::centre("坐席07", at(time))
}

fn unit(time: &str) -> Stamp {
    Stamp::unit(UNIT, "李四", at(time))
}

/// What somebody typed: the word, and the number in other digits and groups.
fn typed() -> String {
    format!("{WORD},回电１３８-0734 0417或一三八零七三四零四一七")
}

fn intake() -> Intake {
    let caller = Caller::named(NAME).phone(PHONE).address(ADDRESS);
    Intake::new("来电", typed()).appeal(typed()).caller(caller)
}

/// Every command that takes a text, with the canaries in it.
fn commands() -> Vec<Command> {
    let reason = typed();
    let text = || typed();
    let assisting = Vec::new();
    vec![
        Command::ResolveOnline { answer: Some(text()) },
        Command::Reject { reason: text() },
        Command::Transfer { lead: UNIT.into(), assisting, remark: Some(text()) },
        Command::RequestReturn { reason: text() },
        Command::GrantReturn { to: Some("县住建局".into()), remark: Some(text()) },
        Command::DenyReturn { reason: text(), forbid: false },
        Command::Designate { unit: UNIT.into(), remark: Some(text()) },
        Command::MarkDifficult { reason: text() },
        Command::RequestExtension { days: 2, reason: text() },
        Command::DenyExtension { reason: text() },
        Command::Suspend { reason: text() },
        Command::Report { result: text() },
        Command::Handle { result: text() },
        Command::SendBack { reason: text() },
        Command::Rework { reason: text() },
        Command::Terminate { reason: text() },
        Command::Redispatch { to: "县住建局".into(), remark: text() },
        Command::Withdraw { reason: text() },
        Command::AskExempt { reason: text() },
        Command::Exempt { unit: UNIT.into(), reason: text() },
        Command::Unexempt { unit: UNIT.into(), reason: text() },
        Command::Reopen { reason: text() },
        Command::Amend {
            kind: None,
            urgency: None,
            area: None,
            matter: Some(text()),
            appeal: Some(text()),
        },
        Command::Note { text: text() },
        Command::Attach {
            name: text(),
            file_kind: FileKind::Photo,
            size: 2_048,
            sha256: "0123456789abcdef".repeat(4),
            file_place: Some(text()),
        },
        Command::Urge { text: Some(text()) },
        Command::Supervise {
            unit: Some(UNIT.into()),
            demand: text(),
            supervision_kind: SupervisionKind::Instruction,
            instructed_by: Some(text()),
            answer_by: None,
        },
        Command::Remind { no: 1, text: Some(text()) },
        Command::Rate { satisfaction: gongdan::Satisfaction::Satisfied, text: Some(text()) },
        Command::Inspect { scores: vec!["规范用语=20".into()], text: Some(text()) },
        Command::Consult { attendees: text(), decision: text() },
        Command::Answer { no: 1, result: text() },
        Command::Card { card: Card::Yellow, unit: UNIT.into(), reason: text() },
        Command::Feature {
            featured: true,
            title: Some(text()),
            appeal: Some(text()),
            handling: Some(text()),
        },
        Command::Reschedule { reason: text() },
        Command::Reveal { reason },
    ]
}

/// What was said, and where.
#[derive(Default)]
struct Heard(Vec<(String, String)>);

impl Heard {
    fn hear(&mut self, place: &str, said: impl Into<String>) {
        self.0.push((place.to_owned(), said.into()));
    }

    fn error(&mut self, place: &str, error: &Error) {
        self.hear(place, format!("{error} {error:?} {:?} {:?}", error.refusal(), error.invalid()));
        self.hear(place, error.message(Language::Chinese));
        self.hear(place, error.message(Language::English));
    }

    /// No canary of these was heard anywhere.
    fn without(&self, canaries: &[&str]) {
        assert!(self.0.len() > 20, "{} things were heard", self.0.len());
        for (place, said) in &self.0 {
            for canary in canaries {
                assert!(!said.contains(canary), "{canary} in {place}: {said}");
            }
        }
    }
}

/// The number in every form in which it was given.
const NUMBERS: [&str; 4] = [PHONE, "１３８", "0734 0417", "一三八零"];

/// Lives a ticket to its end, with the canaries in every text it takes.
fn lived(hotline: &mut Hotline, heard: &mut Heard) -> TicketId {
    heard.hear("an intake, debugged", format!("{:?}", intake()));
    let receipt = hotline.intake(&desk("2020-09-01 09:00"), &intake()).expect("a ticket");
    heard.hear("a receipt", format!("{receipt:?}"));
    let id = receipt.ticket;
    let mut day = 2;
    for command in commands().into_iter().chain([Command::SignOff]).collect::<Vec<_>>() {
        heard.hear("a command, debugged", format!("{command:?}"));
        let time = format!("2020-09-{day:02} 09:00");
        let tried = hotline.dry_run(|batch| batch.execute(id, &desk(&time), &command));
        match tried {
            Ok(done) => heard.hear("a dry run", format!("{done:?}")),
            Err(error) => heard.error("a refusal", &error),
        }
        day = (day + 1).min(28);
    }
    let steps = [
        (
            desk("2020-09-02 09:00"),
            Command::Transfer { lead: UNIT.into(), assisting: Vec::new(), remark: Some(typed()) },
        ),
        (unit("2020-09-02 10:00"), Command::SignOff),
        (desk("2020-09-02 11:00"), Command::Note { text: typed() }),
        (unit("2020-09-03 09:00"), Command::Handle { result: typed() }),
        (
            desk("2020-09-04 09:00"),
            Command::Callback {
                outcome: CallbackOutcome::Reached,
                satisfaction: Some(gongdan::Satisfaction::Satisfied),
                attitude: None,
                solved: Some(true),
            },
        ),
        (desk("2020-09-05 09:00"), Command::Close { outcome: CloseOutcome::Solved }),
        (desk("2020-09-05 10:00"), Command::feature(true)),
    ];
    for (stamp, command) in steps {
        let receipt = hotline.execute(id, &stamp, &command).expect("done");
        heard.hear("a receipt", format!("{receipt:?}"));
    }
    id
}

/// Every way to be wrong with a canary in hand.
fn wrong(hotline: &mut Hotline, heard: &mut Heard, id: TicketId) {
    for command in commands() {
        if let Err(error) = hotline.execute(id, &unit("2020-09-06 09:00"), &command) {
            heard.error("a refusal of a closed ticket", &error);
        }
        let stranger = Stamp::unit(PHONE, NAME, at("2020-09-06 09:00"));
        let error = hotline.execute(id, &stranger, &command).expect_err("no such unit");
        heard.error("a unit that nobody knows", &error);
    }
    let long = format!("{}{}", typed(), "灯".repeat(30_000));
    let nul = format!("{}\u{0}", typed());
    for text in [&long, &nul] {
        let intakes = [
            Intake::new("来电", text),
            Intake::new("来电", "灯").appeal(text),
            Intake::new("来电", "灯").caller(Caller::named(text)),
            Intake::new("来电", "灯").caller(Caller::named("张").phone(text)),
            Intake::new("来电", "灯").caller(Caller::named("张").address(text)),
            Intake::new("来电", "灯").external(text),
        ];
        for intake in intakes {
            let error = hotline.intake(&desk("2020-09-06 09:00"), &intake).expect_err("refused");
            heard.error("a text that is refused", &error);
        }
        let note = Command::Note { text: text.clone() };
        let error = hotline.execute(id, &desk("2020-09-06 09:00"), &note).expect_err("refused");
        heard.error("a note that is refused", &error);
    }
    let late = desk("2020-09-06 09:00");
    for intake in [
        Intake::new(PHONE, "灯"),
        Intake::new("来电", "灯").category(PHONE),
        Intake::new("来电", "灯").area(PHONE),
    ] {
        heard.error("a number for a name", &hotline.intake(&late, &intake).expect_err("unknown"));
    }
    heard.error("a number for a ticket", &hotline.ticket_by_number(PHONE).expect_err("none"));
    let number = TicketId(PHONE.parse().expect("a number"));
    heard.error("a number for an id", &hotline.ticket(number).expect_err("none"));
    heard.error("a number for an id", &hotline.history(number).expect_err("none"));
    let filter = Filter::new().channel(PHONE).text(typed());
    heard.hear("a filter, debugged", format!("{filter:?}"));
    heard.error("a filter", &hotline.find(&filter, Page::all()).expect_err("no such channel"));
    let sql = format!("SELECT x{PHONE} FROM v1_tickets WHERE {PHONE}z");
    heard.error("a query", &hotline.query(&sql, &[], 1_000_000).expect_err("no such column"));
    let guard = |stamp: &Stamp| stamp.clone().seen(1).request("r1");
    let again = hotline.execute(id, &guard(&late), &Command::Note { text: typed() });
    heard.error("a conflict", &again.expect_err("a stale version"));
    let nobody = Subject::Phone("13900000000".into());
    heard.error("an erasure", &hotline.erase(&late, &nobody, "本人申请").expect_err("nobody"));
    heard.hear("a subject", format!("{:?}", Subject::Phone(PHONE.into())));
}

/// Every answer that shows no typed text at all.
fn silent(hotline: &mut Hotline, heard: &mut Heard, id: TicketId) {
    let month = Period::month(2020, 9).expect("a month");
    let as_of = at("2020-10-09 00:00");
    let question = Question::new(month, as_of);
    heard.hear("figures", format!("{:?}", hotline.figures(&question).expect("figures")));
    heard.hear("seats", format!("{:?}", hotline.seats(&month, as_of).expect("seats")));
    heard.hear("warnings", format!("{:?}", hotline.warnings(as_of).expect("warnings")));
    heard.hear("an account", format!("{:?}", hotline.account(&month, as_of).expect("an account")));
    let issue =
        NewIssue { year: 2020, number: 9, period: month, as_of, answers_for: None, imprint: None };
    let issue = hotline.publish(&desk("2020-10-09 09:00"), &issue).expect("an issue");
    heard.hear("an issue", serde_json::to_string(&issue).expect("JSON"));
    heard.hear("a comparison", format!("{:?}", hotline.compare(2020, 9).expect("a comparison")));
    heard.hear("a report", format!("{:?}", hotline.verify(&mut |_, _| {}).expect("a report")));
    heard.hear("a list, debugged", format!("{:?}", hotline.find(&Filter::new(), Page::all())));
    heard.hear("a ticket, debugged", format!("{:?}", hotline.ticket(id)));
    heard.hear("a history, debugged", format!("{:?}", hotline.history(id)));
    heard.hear("texts, debugged", format!("{:?}", hotline.texts(id)));
    heard.hear("promises", format!("{:?}", hotline.explain(id)));
    heard.hear("expired", format!("{:?}", hotline.retention(at("2030-01-01 00:00"), 1)));
    for table in Table::ALL {
        let scan = hotline.scan(*table, &Filter::new(), &ScanOptions::default()).expect("a table");
        for chunk in scan {
            let chunk = chunk.expect("rows");
            heard.hear("a batch, debugged", format!("{chunk:?}"));
            for cells in &chunk.columns {
                if let Cells::Texts(texts) = cells {
                    heard.hear(table.word(), texts.iter().flatten().cloned().collect::<String>());
                }
            }
        }
    }
    for view in [
        "v1_tickets",
        "v1_events",
        "v1_by_unit",
        "v1_by_category",
        "v1_assignments",
        "v1_contacts",
        "v1_callbacks",
        "v1_closures",
        "v1_reworks",
        "v1_supervisions",
        "v1_attachments",
        "v1_by_channel",
        "问题分类统计",
        "成员单位工单办理情况",
    ] {
        let rows = hotline.query(&format!("SELECT * FROM \"{view}\""), &[], 10_000_000);
        heard.hear(view, format!("{rows:?}"));
    }
}

#[test]
fn no_canary_sings_where_it_should_not() {
    let folder = Folder::new("canaries");
    let path = folder.file("h.db");
    let mut hotline = found(&path).expect("a file");
    let mut heard = Heard::default();
    let id = lived(&mut hotline, &mut heard);
    wrong(&mut hotline, &mut heard, id);
    silent(&mut hotline, &mut heard, id);
    heard.without(&[NAME, PHONE, ADDRESS, WORD, "１３８", "0734 0417", "一三八零"]);

    // What shows typed texts shows them without the number, and never the caller.
    let mut shown = Heard::default();
    for _ in 0..4 {
        let json = |value: serde_json::Result<String>| value.expect("JSON");
        let list = hotline.find(&Filter::new(), Page::all()).expect("a list");
        shown.hear("a list", json(serde_json::to_string(&list.tickets)));
        shown.hear("a ticket", json(serde_json::to_string(&hotline.ticket(id).expect("one"))));
        shown.hear("a history", json(serde_json::to_string(&hotline.history(id).expect("one"))));
        shown.hear("texts", json(serde_json::to_string(&hotline.texts(id).expect("texts"))));
        shown.hear("a caller", format!("{:?}", hotline.caller(id)));
        let named = Some(vec!["number".to_owned(), "matter".to_owned()]);
        let options = ScanOptions { columns: named, ..ScanOptions::default() };
        for chunk in hotline.scan(Table::Tickets, &Filter::new(), &options).expect("a table") {
            for cells in chunk.expect("rows").columns {
                let Cells::Texts(texts) = cells else { panic!("texts") };
                shown.hear("a column", texts.into_iter().flatten().collect::<String>());
            }
        }
    }
    shown.without(&[&[NAME, ADDRESS], &NUMBERS[..]].concat());
    assert!(shown.0.iter().any(|(_, said)| said.contains(WORD)), "the texts are there to be read");

    // The journal itself, which is never erased, holds none of them.
    let conn = rusqlite::Connection::open(&path).expect("SQLite opens it");
    let mut ask = conn.prepare("SELECT COALESCE(body, '') || by FROM event").expect("a question");
    let bodies = ask.query_map([], |row| row.get::<_, String>(0)).expect("an answer");
    for body in bodies {
        let body = body.expect("a body");
        assert!([NAME, PHONE, ADDRESS, WORD].iter().all(|canary| !body.contains(canary)), "{body}");
    }

    // In full with an event: here they sing.
    let full = hotline.reveal(&desk("2020-10-10 09:00"), id, "核实").expect("the caller");
    assert_eq!(full.phone.as_deref(), Some(PHONE));
    let history = hotline.reveal_history(&desk("2020-10-10 09:00"), id, "核实").expect("texts");
    assert!(history[0].texts.iter().all(|text| text.content == typed()));
    let records = hotline.subject_export(&desk("2020-10-11 09:00"), PHONE, "申请").expect("one");
    assert_eq!(records[0].ticket.matter.as_deref(), Some(&*typed()));
    assert!(!format!("{records:?}").contains(WORD) && !format!("{full:?}").contains(NAME));
}

/// A name as somebody types it into a text: as it was recorded, in pieces, or without its form of address.
fn written(dice: &mut Dice, name: &str) -> String {
    let bare = name.trim_end_matches("女士").trim_end_matches("先生");
    let between = *dice.one_of(&["", "", " ", "\u{200b}", "　"]);
    let letters: Vec<String> = bare.chars().map(String::from).collect();
    let around = [*dice.one_of(&["", "我叫", "致"]), *dice.one_of(&["", "来电", "的邻居"])];
    format!("{}{}{}", around[0], letters.join(between), around[1])
}

/// The letters of a name without what may stand between them.
fn letters(text: &str) -> String {
    let said = text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}');
    said.flat_map(char::to_lowercase).collect()
}

/// A ticket of somebody whose name stands in every text of it, in its own way each time.
fn named(hotline: &mut Hotline, dice: &mut Dice, name: &str) -> TicketId {
    let mut text = || written(dice, name);
    let intake = Intake::new("来电", text()).appeal(text()).caller(Caller::named(name));
    let id = hotline.intake(&desk("2020-09-01 09:00"), &intake).expect("a ticket").ticket;
    let feature = Command::Feature {
        featured: true,
        title: Some(text()),
        appeal: Some(text()),
        handling: Some(text()),
    };
    let (kind, urgency, area) = (None, None, None);
    let amend = Command::Amend { kind, urgency, area, matter: Some(text()), appeal: Some(text()) };
    let steps = [
        (desk("2020-09-02 09:00"), Command::transfer(UNIT)),
        (desk("2020-09-02 09:10"), amend),
        (unit("2020-09-02 10:00"), Command::SignOff),
        (unit("2020-09-03 09:00"), Command::Handle { result: text() }),
        (desk("2020-09-03 10:00"), Command::Note { text: text() }),
        (desk("2020-09-05 10:00"), feature),
    ];
    for (stamp, command) in steps {
        hotline.execute(id, &stamp, &command).expect("done");
    }
    id
}

#[test]
fn a_callers_name_is_masked_in_every_text_of_the_callers_tickets() {
    let folder = Folder::new("names");
    let mut hotline = found(&folder.file("h.db")).expect("a file");
    let mut dice = Dice::new(31);
    let family = ["陶", "欧阳", "买", "王", "Tom "];
    let given = ["渊明", "若兰", "买提艾力", "小", "Smith"];
    for _ in 0..40 {
        let title = *dice.one_of(&["", "女士", "先生"]);
        let name = format!("{}{}{title}", dice.one_of(&family), dice.one_of(&given));
        let bare = letters(name.trim_end_matches(title));
        let id = named(&mut hotline, &mut dice, &name);
        let month = Question::new(Period::month(2020, 9).expect("a month"), at("2020-10-09 00:00"));
        let json = |value: serde_json::Result<String>| value.expect("JSON");
        let mut heard = vec![
            json(serde_json::to_string(
                &hotline.find(&Filter::new(), Page::all()).expect("a list"),
            )),
            json(serde_json::to_string(&hotline.ticket(id).expect("a ticket"))),
            json(serde_json::to_string(&hotline.history(id).expect("a history"))),
            json(serde_json::to_string(&hotline.texts(id).expect("texts"))),
            json(serde_json::to_string(&hotline.history_of(id, &month).expect("a history"))),
            json(serde_json::to_string(&hotline.cases_of(&month).expect("cases"))),
        ];
        let past = Filter::new().as_of(at("2020-09-04 00:00"));
        heard.push(json(serde_json::to_string(&hotline.find(&past, Page::all()).expect("a list"))));
        let columns = Some(vec!["matter".to_owned()]);
        let options = ScanOptions { columns, ..ScanOptions::default() };
        for chunk in hotline.scan(Table::Tickets, &Filter::new(), &options).expect("a table") {
            for cells in chunk.expect("rows").columns {
                let Cells::Texts(texts) = cells else { panic!("texts") };
                heard.extend(texts.into_iter().flatten());
            }
        }
        for said in &heard {
            assert!(!letters(said).contains(&bare), "{name} in {said}");
            assert!(!said.contains('\u{1f}') && !said.contains("u001f"), "{said}");
        }
        let whole = hotline.reveal_history(&desk("2020-10-10 09:00"), id, "核实").expect("texts");
        assert!(whole[0].texts.iter().all(|text| letters(&text.content).contains(&bare)), "{name}");
    }
}
