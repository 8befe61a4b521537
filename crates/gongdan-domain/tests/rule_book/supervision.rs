//! 督办: what is demanded, answered, reminded of and taken back; and 会商.

use gongdan_domain::{
    Command, Count, Problem, RefusalCode, Standing, SupervisionKind, TextField, Ticket,
};

use crate::story::{CITY, HOUSING, given, moment};

fn supervise(unit: Option<&str>) -> Command {
    Command::supervise(unit, "三日内整改")
}

/// On a leader's instruction, until a moment.
fn instructed(by: &str) -> Command {
    Command::Supervise {
        unit: Some(CITY.into()),
        demand: "限期答复".into(),
        supervision_kind: SupervisionKind::Instruction,
        instructed_by: Some("副县长 王某".into()),
        answer_by: Some(moment(by)),
    }
}

fn answer(no: u32) -> Command {
    Command::Answer { no, result: "已整改".into() }
}

fn remind(no: u32) -> Command {
    Command::Remind { no, text: None }
}

fn take_back(no: u32, reason: &str) -> Command {
    Command::Unsupervise { no, reason: reason.into() }
}

fn consult(decision: &str) -> Command {
    Command::Consult {
        attendees: "县城管执法局张某、县住建局李某".into(),
        decision: decision.into(),
    }
}

const COUNTS: [Count; 5] = [
    Count::Supervised,
    Count::SupervisionsUnanswered,
    Count::SupervisionsOpenLate,
    Count::SupervisionsAnswered,
    Count::SupervisionsAnsweredLate,
];

fn counted(ticket: &Ticket, as_of: &str) -> [i64; 5] {
    let (standing, as_of) = (Standing::of(ticket), moment(as_of));
    COUNTS.map(|count| standing.count(count, as_of))
}

#[test]
fn a_demand_stands_until_the_unit_or_the_centre_answers() {
    let story = given().transferred().supervisor(supervise(Some("城管局"))).then(&["supervised"]);
    assert_eq!(story.text(), "三日内整改");
    let story = story.centre(supervise(None)).ok();
    assert_eq!(story.ticket.supervisions.len(), 2);
    let story = story.unit(HOUSING, answer(1)).refused(RefusalCode::WrongUnit);
    let story = story.supervisor(answer(1)).refused(RefusalCode::WrongRole);
    let story = story.unit(CITY, answer(1)).then(&["supervision_answered"]);
    let story = story.unit(CITY, answer(1)).refused(RefusalCode::NoSuchSupervision);
    let story = story.unit(CITY, answer(2)).refused(RefusalCode::WrongUnit);
    let story = story.centre(answer(2)).ok().centre(answer(3));
    let story = story.refused(RefusalCode::NoSuchSupervision);
    assert!(story.ticket.supervisions.iter().all(|each| each.answered_at.is_some()));
    story.unit(CITY, supervise(None)).refused(RefusalCode::WrongRole);
}

#[test]
fn an_answer_past_its_limit_is_late_and_one_on_its_last_millisecond_is_not() {
    let limit = "2020-09-04 18:00";
    let demanded = || given().transferred().supervisor(instructed(limit)).then(&["supervised"]);
    let story = demanded();
    let demand = story.ticket.supervisions[0];
    assert_eq!(
        (demand.kind, demand.answer_by),
        (SupervisionKind::Instruction, Some(moment(limit)))
    );
    assert_eq!(counted(&story.ticket, limit), [1, 1, 0, 0, 0]);
    assert_eq!(counted(&story.ticket, "2020-09-04 18:01"), [1, 1, 1, 0, 0]);
    let in_time = demanded().at(limit).unit(CITY, answer(1)).ok();
    assert_eq!(counted(&in_time.ticket, "2020-09-30 00:00"), [1, 0, 0, 1, 0]);
    let late = demanded().at("2020-09-04 18:01").unit(CITY, answer(1)).ok();
    assert_eq!(counted(&late.ticket, "2020-09-30 00:00"), [1, 0, 0, 1, 1]);
    assert_eq!(late.ticket.demand_runs(), None);
}

#[test]
fn a_limit_lies_after_the_demand() {
    let story = given().transferred().supervisor(instructed("2020-09-03 09:00"));
    let problem = Problem::Malformed { expected: "a moment after the demand" };
    assert_eq!((story.invalid().argument, &story.invalid().problem), ("answer_by", &problem));
}

#[test]
fn of_several_demands_the_first_limit_runs() {
    let story = given().transferred().supervisor(supervise(Some(CITY))).ok();
    assert_eq!(story.ticket.demand_runs(), None, "without a limit none is passed");
    let story = story.supervisor(instructed("2020-09-09 18:00")).ok();
    let story = story.supervisor(instructed("2020-09-07 18:00")).ok();
    assert_eq!(story.ticket.demand_runs(), Some(moment("2020-09-07 18:00")));
    let story = story.unit(CITY, answer(3)).ok();
    assert_eq!(story.ticket.demand_runs(), Some(moment("2020-09-09 18:00")));
}

#[test]
fn who_demands_reminds_until_it_is_answered() {
    let story = given().transferred().supervisor(supervise(Some(CITY))).ok();
    let story = story.unit(CITY, remind(1)).refused(RefusalCode::WrongRole);
    let story = story.centre(remind(1)).then(&["reminded"]).supervisor(remind(1)).ok();
    assert_eq!(story.ticket.supervisions[0].reminders, 2);
    let story = story.centre(remind(2)).refused(RefusalCode::NoSuchSupervision);
    let story = story.unit(CITY, answer(1)).ok();
    story.supervisor(remind(1)).refused(RefusalCode::NoSuchSupervision);
}

#[test]
fn a_demand_made_by_mistake_is_taken_back_and_its_number_never_given_again() {
    let story = given().transferred().supervisor(instructed("2020-09-04 18:00")).ok();
    let story = story.unit(CITY, take_back(1, "误发")).refused(RefusalCode::WrongRole);
    let story = story.centre(take_back(1, " ")).refused(RefusalCode::ReasonMissing);
    let story = story.centre(take_back(1, "误发")).then(&["supervision_lifted"]);
    assert_eq!(counted(&story.ticket, "2020-09-30 00:00"), [0, 0, 0, 0, 0]);
    let story = story.unit(CITY, answer(1)).refused(RefusalCode::NoSuchSupervision);
    let story = story.centre(take_back(1, "误发")).refused(RefusalCode::NoSuchSupervision);
    let story = story.supervisor(supervise(Some(HOUSING))).ok();
    assert_eq!(story.ticket.supervisions[1].no, 2);
    let story = story.unit(HOUSING, answer(2)).ok();
    story.centre(take_back(2, "误发")).refused(RefusalCode::NoSuchSupervision);
}

#[test]
fn what_was_decided_when_some_met_is_kept_and_moves_nothing() {
    let story = given().centre(consult("由城管牵头")).then(&["consulted"]);
    assert_eq!(story.fields(), [TextField::Attendees, TextField::Decision]);
    let before = (story.ticket.stage, story.ticket.late_by());
    let story = story.centre(consult("由城管牵头")).ok();
    assert_eq!((story.ticket.stage, story.ticket.late_by()), before);
    assert_eq!(story.centre(consult(" ")).invalid().argument, "decision");
    given().transferred().unit(CITY, consult("同意")).refused(RefusalCode::WrongRole);
    given().closed().centre(consult("同意")).refused(RefusalCode::WrongStage);
}
