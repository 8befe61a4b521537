//! 质检: a ticket that has ended is scored against the sheet of points in force.

use gongdan_domain::{Command, Count, RefusalCode, Setting, Standing, TextField, Ticket};

use crate::story::{CITY, given, moment, provide, sheet};

fn inspect(scores: &[&str]) -> Command {
    let scores = scores.iter().map(|each| (*each).to_owned()).collect();
    Command::Inspect { scores, text: None }
}

fn counted(ticket: &Ticket) -> [i64; 3] {
    let standing = Standing::of(ticket);
    [Count::Inspected, Count::InspectionPoints, Count::InspectionMost]
        .map(|count| standing.count(count, moment("2020-09-30 00:00")))
}

#[test]
fn each_point_of_the_sheet_is_given_one_score_in_any_order() {
    let story = given().closed();
    assert_eq!(counted(&story.ticket), [0, 0, 0]);
    let story = story.centre(inspect(&["办理答复=60", "规范用语=20"])).then(&["inspected"]);
    assert_eq!(counted(&story.ticket), [1, 80, 100]);
    let story = story.supervisor(inspect(&["规范用语=0", "办理答复 = 80"])).ok();
    assert_eq!(counted(&story.ticket), [1, 80, 100], "again, the last one stands");
    let noted = Command::Inspect {
        scores: vec!["规范用语=15".into(), "办理答复=70".into()],
        text: Some("未使用规范用语".into()),
    };
    let story = story.supervisor(noted).ok();
    assert_eq!((story.fields(), counted(&story.ticket)), (vec![TextField::Note], [1, 85, 100]));
}

#[test]
fn what_is_no_score_of_the_sheet_is_named() {
    for wrong in [
        &[][..],
        &["规范用语=20"],
        &["规范用语=20", "办理答复=81"],
        &["规范用语=20", "办理答复=-1"],
        &["规范用语=20", "办理答复"],
        &["规范用语=20", "办理答复=八十"],
        &["规范用语=20", "办理答复=70", "办理答复=70"],
        &["规范用语=20", "办理答复=70", "态度=5"],
    ] {
        let story = given().closed().centre(inspect(wrong));
        assert_eq!(story.invalid().argument, "scores", "{wrong:?}");
    }
}

#[test]
fn only_what_has_ended_is_inspected_and_by_no_unit() {
    let whole = || inspect(&["规范用语=20", "办理答复=80"]);
    given().transferred().centre(whole()).refused(RefusalCode::WrongStage);
    given().handled().centre(whole()).refused(RefusalCode::WrongStage);
    given().closed().unit(CITY, whole()).refused(RefusalCode::WrongRole);
    given().centre(Command::Reject { reason: "不归热线".into() }).ok().centre(whole()).ok();
}

#[test]
fn the_sheet_is_that_of_the_moment() {
    let mut story = given().closed().centre(inspect(&["规范用语=20", "办理答复=80"])).ok();
    provide(&mut story.rules, Setting::InspectionSheet, sheet(&[("服务", 10)]));
    assert_eq!(counted(&story.ticket), [1, 100, 100], "what was given stays");
    let story = story.centre(inspect(&["服务=7"])).ok();
    assert_eq!(counted(&story.ticket), [1, 7, 10]);
}
