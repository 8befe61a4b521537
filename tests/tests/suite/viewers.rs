//! Who asks: whatever a viewer asks, nothing of a ticket or text that is not for it is answered, and
//! what is for it is.

use std::collections::BTreeSet;

use gongdan::{
    Basis, Cells, Command, Count, Datum, ErrorKind, Filter, Grouping, LimitOf, Page, Period,
    Question, RankingQuestion, RefusalCode, Result, ScanOptions, Species, Stamp, Table, TicketId,
    View, Viewer,
};
use gongdan_tests::{Folder, at, found};
use serde_json::to_string;

use crate::viewed::{Aviary, clerk};

/// Everything that was answered, as text.
struct Answers {
    said: String,
    texts: String,
    tickets: BTreeSet<TicketId>,
}

fn year() -> Period {
    Period::parse("2020").expect("a period")
}

/// Asks everything of a view, of every ticket of the file.
fn interview(view: &View<'_>, aviary: &Aviary) -> Answers {
    let now = aviary.hotline.last_at().expect("a moment");
    let mut said = String::new();
    let mut say = |answer: String| said.push_str(&answer);
    let (past, limits) = (now.plus_ms(-20 * 86_400_000), LimitOf::ALL.iter());
    let late = limits.map(|limit| Filter::new().overdue_on(now).limit_of(*limit));
    let plain = [Filter::new(), Filter::new().as_of(past), Filter::new().open()];
    for filter in plain.into_iter().chain(late) {
        say(to_string(&view.find(&filter, Page::all()).expect("a list").tickets).expect("JSON"));
    }
    let tickets = view.find(&Filter::new(), Page::all()).expect("a list").tickets;
    let question = Question::new(year(), now);
    let mut texts = String::new();
    for id in &aviary.ids {
        let number = aviary.hotline.ticket(*id).expect("a ticket").number;
        let json = |error: gongdan::Error| {
            assert_eq!(error.kind(), ErrorKind::NotFound, "{error}");
            error.to_string().replace(&id.to_string(), "").replace(&number, "")
        };
        say(view.ticket(*id).map_or_else(json, |each| to_string(&each).expect("JSON")));
        say(view
            .ticket_by_number(&number)
            .map_or_else(json, |each| to_string(&each).expect("JSON")));
        say(view.history(*id).map_or_else(json, |each| to_string(&each).expect("JSON")));
        say(view.explain(*id).map_or_else(json, |each| to_string(&each).expect("JSON")));
        say(view.caller(*id).map_or_else(json, |each| to_string(&each).expect("JSON")));
        let of = view.ask(|hotline| hotline.ticket_of(*id, &question));
        say(of.map_or_else(json, |each| to_string(&each).expect("JSON")));
        let of = view.ask(|hotline| hotline.history_of(*id, &question));
        say(of.map_or_else(json, |each| to_string(&each).expect("JSON")));
        let of = view.ask(|hotline| hotline.references(&[*id]));
        say(of.map_or_else(json, |each| to_string(&each).expect("JSON")));
        let told = view.texts(*id);
        texts.push_str(&told.map_or_else(json, |each| to_string(&each).expect("JSON")));
    }
    say(texts.clone());
    figures(view, now, &mut say);
    tables(view, &mut say);
    let tickets = tickets.into_iter().map(|ticket| ticket.id).collect();
    Answers { said, texts, tickets }
}

/// Figures of every grouping, and the lists behind them: as long as they say.
fn figures(view: &View<'_>, now: gongdan::Moment, say: &mut dyn FnMut(String)) {
    for basis in Basis::ALL {
        for by in [Grouping::All, Grouping::Unit, Grouping::Category] {
            let question = Question::new(year(), now).basis(*basis).by(by);
            let figures = view.figures(&question).expect("figures");
            say(to_string(&figures).expect("JSON"));
            for row in figures.rows.iter().map(Some).chain([None]) {
                let tally = row.map_or(&figures.total, |row| &row.tally);
                let listed = |count: &Count| !count.is_times() && *count != Count::Citizens;
                for (count, value) in
                    tally.iter().filter(|(count, value)| listed(count) && *value > 0)
                {
                    let list = view.behind(&figures, row, count).expect("a list");
                    assert_eq!(list.len() as i64, value, "{count} in {question:?}");
                    say(to_string(&list).expect("JSON"));
                }
            }
        }
        let question = Question::new(year(), now).basis(*basis);
        let cases = view.ask(|hotline| hotline.cases_of(&question)).expect("cases");
        say(to_string(&cases).expect("JSON"));
    }
    let (question, counted) = (Question::new(year(), now), Count::Accepted);
    let between = view.between(&question, counted, Count::Closed).expect("a list");
    say(to_string(&between).expect("JSON"));
    say(to_string(&view.contacts(&year(), now).expect("contacts")).expect("JSON"));
}

/// Every table with every column that the viewer may name.
fn tables(view: &View<'_>, say: &mut dyn FnMut(String)) {
    for table in Table::ALL {
        let all: Vec<String> = table.columns().iter().map(|each| each.name.to_owned()).collect();
        let options = ScanOptions { columns: Some(all), ..ScanOptions::default() };
        let scan = view.scan(*table, &Filter::new(), &options);
        let scan = scan.or_else(|_| view.scan(*table, &Filter::new(), &ScanOptions::default()));
        for chunk in scan.expect("a table") {
            for cells in chunk.expect("rows").columns {
                say(match cells {
                    Cells::Texts(texts) => {
                        texts.into_iter().flatten().collect::<Vec<_>>().join(" ")
                    }
                    Cells::Numbers(numbers) => format!("{numbers:?}"),
                    _ => String::new(),
                });
            }
        }
    }
}

fn units(aviary: &Aviary) -> Vec<String> {
    let (register, now) =
        (aviary.hotline.rulebook().expect("rules").register, aviary.hotline.last_at());
    let now = now.expect("a moment");
    register.all(Species::Unit).map(|unit| unit.name(now).to_owned()).collect()
}

#[test]
fn nothing_of_a_foreign_ticket_and_no_text_that_is_not_for_it_is_told_to_a_unit() {
    let (mut foreign, mut read, mut withheld) = (0, 0, 0);
    for seed in 1..=3 {
        let aviary = Aviary::new(seed, 260);
        assert!(aviary.unknown > 0, "seed {seed}: no unit asked what it never had");
        for unit in units(&aviary) {
            let own = aviary.tickets_of(&unit);
            let view = aviary.hotline.viewed_by(Viewer::unit(&unit));
            let answers = interview(&view, &aviary);
            assert_eq!(answers.tickets, own, "seed {seed}: the tickets of {unit}");
            for id in aviary.ids.iter().filter(|id| !own.contains(id)) {
                let number = aviary.hotline.ticket(*id).expect("a ticket").number;
                assert!(!answers.said.contains(&id.to_string()), "seed {seed}: {id} to {unit}");
                assert!(!answers.said.contains(&number), "seed {seed}: {number} to {unit}");
                foreign += 1;
            }
            for canary in &aviary.canaries {
                let told = own.contains(&canary.ticket) && aviary.may_read(&unit, canary);
                let (word, place) =
                    (&canary.word, format!("seed {seed}: {} to {unit}", canary.word));
                assert!(told || !answers.said.contains(word), "{place}");
                let kept = to_string(&aviary.hotline.texts(canary.ticket).expect("texts"));
                let erased = !kept.expect("JSON").contains(word);
                assert!(!told || erased || answers.texts.contains(word), "{place} is not told");
                let sought = Filter::new().text(word.as_str());
                let found = view.find(&sought, Page::all()).expect("a list").total > 0;
                assert!(told || !found, "{place}: found by it");
                read += usize::from(told && !erased);
                withheld += usize::from(!told && own.contains(&canary.ticket));
            }
            for caller in &aviary.callers {
                assert!(!answers.said.contains(caller), "seed {seed}: {caller} to {unit}");
            }
        }
    }
    assert!(foreign > 500 && read > 100 && withheld > 20, "{foreign} {read} {withheld}");
}

#[test]
fn an_analyst_is_told_every_ticket_and_no_text() {
    let aviary = Aviary::new(4, 260);
    let view = aviary.hotline.viewed_by(Viewer::Analyst);
    let answers = interview(&view, &aviary);
    assert_eq!(answers.tickets.len(), aviary.ids.len());
    let words = aviary.canaries.iter().map(|canary| &canary.word).chain(&aviary.callers);
    words.for_each(|word| assert!(!answers.said.contains(word), "{word} to an analyst"));
    assert!(!answers.said.contains("欧阳"), "not even masked");
    let searched = view.find(&Filter::new().text("雀"), Page::all()).expect_err("refused");
    assert_eq!(searched.invalid().map(|invalid| invalid.argument), Some("text"));
    let matter = Some(vec!["matter".to_owned()]);
    let options = ScanOptions { columns: matter, ..ScanOptions::default() };
    let named = view.scan(Table::Tickets, &Filter::new(), &options).err().expect("refused");
    assert_eq!(named.invalid().map(|invalid| invalid.argument), Some("columns"));
}

#[test]
fn the_centre_and_a_supervisor_are_told_what_the_hotline_says() {
    let aviary = Aviary::new(5, 150);
    let (filter, hotline) = (Filter::new(), &aviary.hotline);
    for viewer in [Viewer::Centre, Viewer::Supervisor] {
        let view = hotline.viewed_by(viewer);
        assert_eq!(view.find(&filter, Page::all()).ok(), hotline.find(&filter, Page::all()).ok());
        for id in &aviary.ids {
            assert_eq!(view.history(*id).ok(), hotline.history(*id).ok());
            assert_eq!(view.caller(*id).ok(), hotline.caller(*id).ok());
        }
    }
}

/// What is counted for a unit is what the centre counts for it: the row of its name.
#[test]
fn a_units_row_is_the_same_to_it_and_to_the_centre() {
    let aviary = Aviary::new(6, 400);
    let now = aviary.hotline.last_at().expect("a moment");
    for basis in Basis::ALL {
        let question = Question::new(year(), now).basis(*basis).by(Grouping::Unit);
        let all = aviary.hotline.figures(&question).expect("figures");
        for row in all.rows.iter().filter(|row| row.keys[0].id > 0) {
            let unit = &row.keys[0].name;
            let view = aviary.hotline.viewed_by(Viewer::unit(unit));
            let own = view.figures(&question).expect("figures");
            let tally = own.row(unit).map(|own| &own.tally);
            let own: Option<Vec<_>> = tally.map(|tally| compared(tally).collect());
            assert_eq!(own, Some(compared(&row.tally).collect()), "{unit} {basis:?}");
        }
    }
}

/// All counts but those that say how many were there before, whoever's they are.
fn compared(tally: &gongdan::Tally) -> impl Iterator<Item = (Count, i64)> {
    let whole = [Count::CarriedIn, Count::BroughtBack, Count::Citizens];
    tally.iter().filter(move |(count, value)| *value != 0 && !whole.contains(count))
}

/// Whatever is not narrowed is refused to a unit, and what holds texts to an analyst.
#[test]
fn what_is_not_narrowed_is_not_answered() {
    let aviary = Aviary::new(7, 60);
    let now = aviary.hotline.last_at().expect("a moment");
    let (unit, folder) = (units(&aviary).remove(0), Folder::new("copy"));
    let question = Question::new(year(), now);
    let unit = aviary.hotline.viewed_by(Viewer::unit(unit));
    let analyst = aviary.hotline.viewed_by(Viewer::Analyst);
    let refused = |answer: Result<()>| {
        let error = answer.expect_err("refused");
        assert_eq!(error.invalid().map(|invalid| invalid.argument), Some("viewer"), "{error}");
    };
    refused(unit.ask(|hotline| hotline.account(&year(), now).map(drop)));
    refused(unit.ask(|hotline| hotline.seats(&year(), now).map(drop)));
    refused(unit.ask(|hotline| hotline.rank(&RankingQuestion::new(year(), now)).map(drop)));
    refused(unit.ask(|hotline| hotline.issues().map(drop)));
    refused(unit.ask(|hotline| hotline.retention(now, 1).map(drop)));
    refused(unit.ask(|hotline| hotline.verify(&mut |_, _| {}).map(drop)));
    refused(unit.ask(|hotline| hotline.health().map(drop)));
    refused(unit.ask(|hotline| hotline.hash_at(1).map(drop)));
    refused(unit.ask(|hotline| hotline.founder().map(drop)));
    let sql = "SELECT number FROM v1_tickets";
    refused(unit.ask(|hotline| hotline.query(sql, &[], 1_000_000).map(drop)));
    for view in [&unit, &analyst] {
        refused(view.ask(|hotline| hotline.reveals(None, &year()).map(drop)));
        refused(view.ask(|hotline| hotline.backup_to(folder.file("copy.db"))));
    }
    let rows = analyst.ask(|hotline| hotline.query(sql, &[], 10_000_000)).expect("rows");
    assert!(rows.rows.iter().all(|row| matches!(row[0], Datum::Text(_))));
    assert!(analyst.figures(&question).is_ok());
    let nobody = aviary.hotline.viewed_by(Viewer::unit("宇航局"));
    let error = nobody.figures(&question).expect_err("no such unit");
    assert_eq!(error.invalid().map(|invalid| invalid.argument), Some("viewer"));
}

/// Inside a batch the same holds for what is not yet on disk.
#[test]
fn a_batch_hides_what_is_not_yet_on_disk_as_well() {
    let folder = Folder::new("viewed-batch");
    let mut hotline = found(&folder.file("h.db")).expect("a file");
    let desk = Stamp::centre("坐席07", at("2020-09-01 09:00"));
    let intake = gongdan::Intake::new("来电", "路灯不亮");
    hotline
        .batch(|batch| {
            let id = batch.intake(&desk, &intake)?.ticket;
            batch.execute(id, &desk, &Command::transfer("县住建局"))?;
            let seen = |unit| batch.hotline().viewed_by(Viewer::unit(unit)).ticket(id);
            assert_eq!(seen("县城管执法局").expect_err("foreign").kind(), ErrorKind::NotFound);
            assert_eq!(seen("县住建局")?.matter.as_deref(), Some("路灯不亮"));
            Ok(())
        })
        .expect("a commit");
}

/// A unit is shown the telephone it has to ring, with an event, and of its own tickets alone.
#[test]
fn a_unit_is_shown_whom_it_has_to_ring() {
    let mut aviary = Aviary::new(8, 300);
    let (mut shown, mut confidential, mut foreign) = (0, 0, 0);
    for id in aviary.ids.clone() {
        let ticket = aviary.hotline.ticket(id).expect("a ticket");
        for unit in units(&aviary) {
            let (stamp, own) = (clerk(&aviary, &unit), aviary.tickets_of(&unit).contains(&id));
            let events = aviary.hotline.head().expect("a head").0;
            let answer = aviary.hotline.reveal(&stamp, id, "约上门时间");
            let written = aviary.hotline.head().expect("a head").0 - events;
            let code = answer.as_ref().err().and_then(|error| Some(error.refusal()?.code));
            match &answer {
                Ok(caller) => {
                    assert!(own && !ticket.confidential && written == 1);
                    assert!(caller.phone.as_deref().is_none_or(|phone| phone.starts_with("139")));
                    let masked = caller.name.as_deref().is_none_or(|name| name == "欧阳某");
                    assert!(masked && caller.address.is_none());
                    shown += usize::from(caller.phone.is_some());
                }
                Err(error) if !own => {
                    assert_eq!((error.kind(), written), (ErrorKind::NotFound, 0));
                    foreign += 1;
                }
                Err(_) => assert_eq!(written, 0),
            }
            confidential += usize::from(code == Some(RefusalCode::Confidential));
        }
    }
    assert!(shown > 3 && foreign > 100 && confidential > 0, "{shown} {foreign} {confidential}");
}

/// Neither an erasure nor an export nor another platform's number tells a unit what stands.
#[test]
fn no_other_way_tells_a_unit_what_stands() {
    let folder = Folder::new("other-ways");
    let mut hotline = found(&folder.file("h.db")).expect("a file");
    let desk = Stamp::centre("坐席07", at("2020-09-01 09:00"));
    let caller = gongdan::Caller::named("欧阳修").phone("13800000417");
    let intake = gongdan::Intake::new("来电", "路灯不亮").external("SZ-1").caller(caller);
    let id = hotline.intake(&desk, &intake).expect("a ticket").ticket;
    hotline.execute(id, &desk, &Command::transfer("县住建局")).expect("transferred");
    let own = hotline.intake(&desk, &gongdan::Intake::new("来电", "树倒了")).expect("one").ticket;
    hotline.execute(own, &desk, &Command::transfer("县城管执法局")).expect("transferred");
    let unit = Stamp::unit("县城管执法局", "李四", at("2020-09-01 10:00"));
    let mut said = Vec::new();
    for phone in ["13800000417", "13900000000"] {
        let subject = gongdan::Subject::Phone(phone.into());
        said.push(hotline.erase(&unit, &subject, "想看看").expect_err("refused").to_string());
        said.push(hotline.subject_export(&unit, phone, "想看看").expect_err("refused").to_string());
    }
    assert_eq!(said[..2], said[2..], "a number that is known and one that is not");
    let known = hotline.intake(&unit, &intake).expect_err("refused").to_string();
    let other = hotline.intake(&unit, &intake.clone().external("SZ-2")).expect_err("refused");
    assert_eq!(known, other.to_string());
    let nobody = TicketId(id.0 + 700);
    let merged = |hotline: &mut gongdan::Hotline, main| {
        hotline.execute(own, &unit, &Command::Merge { main }).expect_err("refused").to_string()
    };
    assert_eq!(merged(&mut hotline, id), merged(&mut hotline, nobody));
    let view = hotline.viewed_by(Viewer::unit("县城管执法局"));
    for number in ["SZ-1", "来电:SZ-1"] {
        let error = view.ticket_by_number(number).expect_err("foreign");
        assert_eq!(error.to_string(), format!("no such ticket: {number}"));
    }
    for foreign in [id, nobody] {
        let none = view.texts(foreign).expect_err("foreign");
        assert_eq!(none.to_string(), format!("no such ticket: {foreign}"));
    }
    let history = |hotline: &mut gongdan::Hotline, id| {
        hotline.reveal_history(&unit, id, "想看看").expect_err("refused")
    };
    assert_eq!(history(&mut hotline, id).kind(), ErrorKind::NotFound);
    let own = history(&mut hotline, own);
    assert_eq!(own.refusal().map(|refusal| refusal.code), Some(RefusalCode::InFull));
}

/// A unit that something is demanded of sees what it has to answer, and its answer as it stands then.
#[test]
fn a_unit_sees_what_is_demanded_of_it() {
    let folder = Folder::new("demanded");
    let mut hotline = found(&folder.file("h.db")).expect("a file");
    let desk = Stamp::centre("坐席07", at("2020-09-01 09:00"));
    let intake = gongdan::Intake::new("来电", "路灯不亮");
    let id = hotline.intake(&desk, &intake).expect("a ticket").ticket;
    hotline.execute(id, &desk, &Command::transfer("县住建局")).expect("transferred");
    let unit = Stamp::unit("县城管执法局", "李四", at("2020-09-01 10:00"));
    let answer = Command::Answer { no: 1, result: "已核实".into() };
    let none = hotline.execute(id, &unit, &answer).expect_err("nothing is demanded");
    assert_eq!(none.kind(), ErrorKind::NotFound);
    let demand = Command::supervise(Some("县城管执法局"), "请说明情况");
    hotline.execute(id, &desk, &demand).expect("demanded");
    let told = |hotline: &gongdan::Hotline| {
        let view = hotline.viewed_by(Viewer::from(&unit));
        let texts = view.texts(id).expect("texts");
        (view.find(&Filter::new(), Page::all()).expect("a list").total, texts.len())
    };
    assert_eq!(told(&hotline), (1, 2), "the matter and the demand");
    let signed = hotline.execute(id, &unit, &Command::SignOff).expect_err("refused");
    assert_eq!(signed.refusal().map(|refusal| refusal.code), Some(RefusalCode::WrongUnit));
    hotline.execute(id, &unit, &answer).expect("answered");
    assert_eq!(told(&hotline), (1, 3));
}
