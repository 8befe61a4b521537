//! Beside the stage: corrections, notes, urging, cards, cases.

use gongdan_domain::{Bound, Card, Command, Limit, Problem, RefusalCode, Setting, Stage, Value};

use crate::story::{CITY, HOUSING, county, given, given_under, moment, provide};

fn amend() -> Command {
    Command::Amend { kind: None, urgency: None, area: None, matter: None, appeal: None }
}

#[test]
fn a_category_is_changed_taken_away_and_never_to_itself() {
    let to = |name: Option<&str>| Command::Reclassify { category: name.map(str::to_owned) };
    let story = given().centre(to(Some("城市管理"))).refused(RefusalCode::NothingChanges);
    let story = story.centre(to(Some("农业农村"))).then(&["reclassified"]);
    let story = story.centre(to(None)).ok();
    assert_eq!(story.ticket.category, None);
    let story = story.centre(to(Some("宇航")));
    assert_eq!(story.invalid().argument, "category");
    given().closed().centre(to(None)).ok();
}

#[test]
fn an_amendment_changes_something() {
    let story = given().centre(amend()).refused(RefusalCode::NothingChanges);
    let area = Command::Amend {
        area: Some("石滩乡".into()),
        matter: Some("路灯全部不亮".into()),
        kind: None,
        urgency: None,
        appeal: None,
    };
    let story = story.centre(area).then(&["amended"]);
    assert!(story.ticket.area.is_some());
    assert_eq!(story.text(), "路灯全部不亮");
    let empty = Command::Amend {
        matter: Some(" ".into()),
        kind: None,
        urgency: None,
        area: None,
        appeal: None,
    };
    assert_eq!(story.centre(empty).invalid().problem, Problem::Empty);
}

#[test]
fn confidentiality_is_set_and_lifted_by_the_centre() {
    let set = |confidential| Command::Confidential { confidential };
    let story = given().centre(set(false)).refused(RefusalCode::NothingChanges);
    let story = story.centre(set(true)).then(&["confidentiality_set"]);
    assert!(story.ticket.confidential);
    story.unit(CITY, set(false)).refused(RefusalCode::WrongRole);
}

#[test]
fn notes_are_kept_from_everybody_who_is_concerned() {
    let note = || Command::Note { text: "已联系".into() };
    let story = given().transferred().centre(note()).ok().supervisor(note()).ok();
    let story = story.unit(CITY, note()).then(&["noted"]);
    let story = story.unit(HOUSING, note()).refused(RefusalCode::WrongUnit);
    assert_eq!(story.centre(Command::Note { text: "".into() }).invalid().argument, "text");
}

#[test]
fn an_urge_is_counted_and_rate_limited() {
    let urge = || Command::Urge { text: None };
    let story = given().transferred().centre(urge()).then(&["urged"]);
    let next = Bound::From(moment("2020-09-04 09:00"));
    let story = story.at("2020-09-04 08:59").centre(urge());
    let story = story.refused_with(RefusalCode::UrgedTooSoon, next);
    let story = story.at("2020-09-04 09:00").centre(urge()).ok();
    assert_eq!(story.ticket.urged.len(), 2);
    given().closed().centre(urge()).refused(RefusalCode::WrongStage);
}

#[test]
fn the_interval_between_urges_is_policy() {
    let mut rules = county();
    provide(&mut rules, Setting::UrgeInterval, Value::Limit(Limit::ClockMinutes(30)));
    let urge = || Command::Urge { text: Some("请尽快".into()) };
    let story = given_under(rules).transferred().centre(urge()).ok();
    story.at("2020-09-03 09:30").centre(urge()).ok();
}

#[test]
fn a_card_needs_a_unit_and_a_reason() {
    let card = |unit: &str, reason: &str| Command::Card {
        card: Card::Yellow,
        unit: unit.into(),
        reason: reason.into(),
    };
    let story =
        given().transferred().supervisor(card(CITY, "")).refused(RefusalCode::ReasonMissing);
    let story = story.supervisor(card(CITY, "超期")).then(&["carded"]);
    assert_eq!(story.ticket.cards, [(Card::Yellow, story.unit_id(CITY))]);
    let story = story.unit(CITY, card(CITY, "超期")).refused(RefusalCode::WrongRole);
    assert_eq!(story.centre(card("月球", "超期")).invalid().argument, "unit");
}

#[test]
fn a_typical_case_is_picked_edited_and_taken_out() {
    let feature = |featured| Command::Feature {
        featured,
        title: Some("路灯亮了".into()),
        appeal: None,
        handling: None,
    };
    let story = given().closed().centre(feature(false)).refused(RefusalCode::NothingChanges);
    let story = story.centre(feature(true)).then(&["featured"]);
    assert_eq!((story.text(), story.ticket.featured), ("路灯亮了", true));
    let story = story.centre(feature(false)).ok();
    assert!(!story.ticket.featured && story.ticket.stage == Stage::Closed);
}
