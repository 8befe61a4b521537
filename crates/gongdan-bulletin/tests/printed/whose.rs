//! Whose figure it is: small lives in which a rule could charge the wrong unit, forget what was, or not add up.

use gongdan::{
    Basis, Command, Count, Figures, Filter, Grouping, Intake, MEASURES, OfficeCommand, Page,
    Period, Question, Species, Stamp, TicketId,
};
use gongdan_bulletin::{Bulletin, Format};

use crate::lived::{CITY, Lived, POWER, at, september};

const ONE: &str = "县城管执法局";
const TWO: &str = "县住建局";

fn figures(lived: &Lived, basis: Basis, by: Grouping) -> Figures {
    let question = Question::new(Period::month(2020, 9).unwrap(), at("2020-09-30 23:59"));
    lived.hotline.figures(&question.basis(basis).by(by)).unwrap()
}

fn of_unit(figures: &Figures, unit: &str, count: Count) -> i64 {
    let row = figures.rows.iter().find(|row| row.keys[0].name == unit);
    row.map_or(0, |row| row.tally.count(count))
}

/// A measure of a unit, as it is written: part / whole.
fn rate(figures: &Figures, unit: &str, name: &str) -> String {
    let measure = MEASURES.iter().find(|each| each.name == name).unwrap();
    let row = figures.rows.iter().find(|row| row.keys[0].name == unit).unwrap();
    let told = row.tally.measure(measure).unwrap();
    format!("{}/{}", told.numerator, told.denominator)
}

fn given(lived: &mut Lived, when: &str, matter: &str) -> TicketId {
    let id = lived.take_in(when, Intake::new("来电", matter));
    lived.centre(id, when, Command::transfer(ONE));
    id
}

/// The one unit gives it back, and the other gets it.
fn passed_on(lived: &mut Lived, id: TicketId, when: &str) {
    lived.unit(id, ONE, when, Command::RequestReturn { reason: "不属职责".into() });
    let granted = Command::GrantReturn { to: Some(TWO.into()), remark: Some("请办".into()) };
    lived.centre(id, when, granted);
}

fn printed(lived: &Lived) -> String {
    lived.bulletin(&september("2020-09-30")).document().unwrap().markdown()
}

#[test]
fn what_a_unit_did_is_its_own_whoever_has_the_ticket_now() {
    let mut lived = Lived::empty("whose-late");
    let id = given(&mut lived, "2020-09-01 09:10", "垃圾");
    lived.unit(id, ONE, "2020-09-03 09:00", Command::SignOff);
    passed_on(&mut lived, id, "2020-09-03 10:00");
    lived.unit(id, TWO, "2020-09-03 12:00", Command::SignOff);
    for basis in [Basis::Flow, Basis::Cohort] {
        let figures = figures(&lived, basis, Grouping::Unit);
        let told =
            |unit| [Count::SignOffLate, Count::Returned].map(|of| of_unit(&figures, unit, of));
        assert_eq!((told(ONE), told(TWO)), ([1, 1], [0, 0]), "{basis}");
    }
}

#[test]
fn who_never_signed_did_not_sign_in_time() {
    let mut lived = Lived::empty("whose-unsigned");
    given(&mut lived, "2020-09-01 09:10", "从未签收");
    let figures = figures(&lived, Basis::Cohort, Grouping::Unit);
    assert_eq!(rate(&figures, ONE, "sign_off_in_time_rate"), "0/1");
    let text = printed(&lived);
    let row = text.lines().find(|line| line.starts_with(&format!("| {ONE}"))).unwrap();
    assert_eq!(row.split('|').nth(4).map(str::trim), Some("1"), "未及时签收数: {row}");
}

#[test]
fn a_rate_of_a_unit_is_over_its_own_legs() {
    let mut lived = Lived::empty("whose-legs");
    let ids = [1, 2, 3, 4].map(|nth| given(&mut lived, &format!("2020-09-01 09:0{nth}"), "件"));
    ids[..2].iter().for_each(|id| passed_on(&mut lived, *id, "2020-09-01 11:00"));
    let figures = figures(&lived, Basis::Cohort, Grouping::Unit);
    let rates = [ONE, TWO].map(|unit| rate(&figures, unit, "return_rate"));
    assert_eq!(rates, ["2/4", "0/2"]);
}

#[test]
fn a_list_of_a_past_day_stays_what_it_was() {
    let mut lived = Lived::empty("whose-past");
    let id = given(&mut lived, "2020-09-01 09:10", "路灯");
    lived.unit(id, ONE, "2020-09-01 10:00", Command::SignOff);
    let overdue = |lived: &Lived| {
        let asked = Filter::new().overdue_on(at("2020-09-20 00:00"));
        lived.hotline.find(&asked, Page::all()).unwrap().total
    };
    assert_eq!(overdue(&lived), 1);
    lived.unit(id, ONE, "2020-09-22 10:00", Command::handle("已修"));
    assert_eq!(overdue(&lived), 1, "asked again afterwards");
}

#[test]
fn what_was_turned_away_or_merged_is_no_open_work() {
    let mut lived = Lived::empty("whose-open");
    let ids: Vec<TicketId> = (0..10)
        .map(|nth| lived.take_in(&format!("2020-09-01 09:0{nth}"), Intake::new("来电", "件")))
        .collect();
    for id in &ids[..8] {
        lived.centre(*id, "2020-09-01 10:00", Command::ResolveOnline { answer: None });
    }
    lived.centre(ids[8], "2020-09-01 10:00", Command::Reject { reason: "涉法".into() });
    lived.centre(ids[9], "2020-09-01 10:00", Command::Merge { main: ids[0] });
    let text = printed(&lived);
    for words in ["有效电子工单8件", "综合办结率100.00%"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn the_overview_adds_up_after_a_merger_of_transferred_tickets() {
    let mut lived = Lived::empty("whose-merged");
    let [first, second] =
        ["2020-09-01 09:01", "2020-09-01 09:02"].map(|when| given(&mut lived, when, "路灯"));
    lived.centre(second, "2020-09-01 10:00", Command::Merge { main: first });
    let text = printed(&lived);
    let number = |after: &str| after.chars().take_while(char::is_ascii_digit).collect::<String>();
    let told = |words: &str| -> u32 {
        let all = text.match_indices(words).map(|(at, _)| number(&text[at + words.len()..]));
        all.filter_map(|number| number.parse().ok())
            .next()
            .unwrap_or_else(|| panic!("{words}: {text}"))
    };
    assert_eq!(told("有效电子工单"), 1, "{text}");
    assert_eq!(told("在线办结数") + told("转办工单"), 1, "{text}");
}

#[test]
fn a_merged_category_is_one_in_figures_views_and_lists() {
    let mut lived = Lived::empty("whose-category");
    for (nth, category) in [(1, CITY), (2, POWER), (3, POWER)] {
        let intake = Intake::new("来电", "件").category(category);
        lived.take_in(&format!("2020-09-01 09:0{nth}"), intake);
    }
    let (name, into) = (CITY.to_owned(), POWER.to_owned());
    let merge = OfficeCommand::Merge {
        species: Species::Category,
        name,
        into,
        from: at("2020-10-01 00:00"),
    };
    lived.hotline.office(&Stamp::centre("系统管理员", at("2020-10-01 09:00")), merge).unwrap();
    let question = Question::new(Period::month(2020, 9).unwrap(), at("2020-10-02 00:00"));
    let figures = lived.hotline.figures(&question.by(Grouping::Category)).unwrap();
    assert_eq!(of_unit(&figures, POWER, Count::Accepted), 3);
    assert_eq!(lived.hotline.find(&Filter::new().category(POWER), Page::all()).unwrap().total, 3);
    let view =
        "SELECT accepted FROM v1_by_category WHERE month = '2020-09' AND category = '生活用电'";
    let rows = lived.hotline.query(view, &[], 1_000_000).unwrap().rows;
    assert_eq!(rows, [[gongdan::Datum::Integer(3)]]);
}

/// 1,472 legs, three of them late: the county's own figure, 99.80 %.
#[test]
fn three_late_of_1472_print_as_the_county_printed_them() {
    let mut lived = Lived::empty("whose-1472");
    let (mut day, last) = (0_u32, 1_472);
    lived.hotline.begin().unwrap();
    let mut ids = Vec::new();
    for nth in 0..last {
        day = nth / 100;
        let when = format!("2020-09-{:02} 09:{:02}:{:02}", 1 + day, nth % 60, nth / 60);
        let id = given(&mut lived, &when, "件");
        lived.unit(id, ONE, &format!("2020-09-{:02} 12:00", 1 + day), Command::SignOff);
        ids.push((id, day));
    }
    for (nth, (id, day)) in ids.iter().enumerate() {
        let late = nth % 600 == 5;
        let when = format!(
            "2020-09-{:02} 1{}:00",
            if late { 29 } else { 2 + day },
            if late { 4 } else { 0 }
        );
        lived.unit(*id, ONE, &when, Command::handle("已办"));
    }
    lived.hotline.commit().unwrap();
    assert!(day > 10);
    let figures = figures(&lived, Basis::Cohort, Grouping::Unit);
    assert_eq!(rate(&figures, ONE, "in_time_rate"), "1469/1472");
    let bulletin = Bulletin::collect(&lived.hotline, &september("2020-09-30")).unwrap();
    let text = bulletin.document_in(&Format::shipped("hengdong-2023").unwrap()).unwrap().markdown();
    assert!(text.contains("按时办结率99.80%"), "{text}");
}
