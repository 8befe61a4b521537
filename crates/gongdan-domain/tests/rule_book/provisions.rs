//! Policy: dated provisions, narrow before wide, and no limit already given ever moves.

use gongdan_domain::{
    CategoryId, ChannelId, Invalid, Kind, Limit, Moment, OfficeCommand, OfficeHours, Policy,
    Problem, Provision, Rounding, Rulebook, Satisfaction, Scope, Setting, Species, Urgency, Value,
    decide_office,
};

use crate::story::{ask_office, county, days, desk, end_of, given, given_under, moment, sheet};

fn category(rules: &Rulebook, name: &str) -> CategoryId {
    rules.register.find(Species::Category, name).unwrap().id
}

fn channel(rules: &Rulebook, name: &str) -> ChannelId {
    rules.register.find(Species::Channel, name).unwrap().id
}

fn provide(rules: &mut Rulebook, from: &str, scope: Scope, value: Value) {
    let provision = Provision { setting: Setting::HandleLimit, from: moment(from), scope, value };
    ask_office(rules, OfficeCommand::Provide(provision));
}

fn handle_days(rules: &Rulebook, ticket: &Scope, at: &str) -> u32 {
    match rules.policy.limit(Setting::HandleLimit, ticket, moment(at)) {
        Some(Limit::WorkingDays(days)) => days,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_provision_holds_from_its_date() {
    let mut rules = county();
    provide(&mut rules, "2020-10-01 00:00", Scope::default(), days(7));
    let all = Scope::default();
    assert_eq!(handle_days(&rules, &all, "2020-09-30 23:59:59"), 5);
    assert_eq!(handle_days(&rules, &all, "2020-10-01 00:00"), 7);
    let story = given_under(rules).transferred();
    assert_eq!(story.ticket.legs[0].handle_by, end_of("2020-09-10"));
}

#[test]
fn the_narrower_provision_wins_whatever_its_date() {
    let mut rules = county();
    let (road, letters) = (category(&rules, "城市管理"), channel(&rules, "县委书记县长信箱"));
    let all = Scope::default();
    let of_kind = Scope { kind: Some(Kind::Help), ..all };
    let of_channel = Scope { channel: Some(letters), ..all };
    let of_category = Scope { category: Some(road), ..all };
    let of_urgency = Scope { urgency: Some(Urgency::Normal), ..all };
    let ticket = Scope {
        kind: Some(Kind::Help),
        channel: Some(letters),
        category: Some(road),
        urgency: Some(Urgency::Normal),
    };
    let at = "2020-09-03 09:00";
    for (scope, value) in [(of_kind, 6), (of_channel, 7), (of_category, 8), (of_urgency, 9)] {
        provide(&mut rules, "2019-01-01 00:00", scope, days(value));
        assert_eq!(handle_days(&rules, &ticket, at), value, "{scope:?}");
    }
    provide(&mut rules, "2020-01-01 00:00", all, days(20));
    assert_eq!(handle_days(&rules, &ticket, at), 9, "a later one for all does not outweigh it");
    let other = Scope { category: Some(category(&rules, "农业农村")), ..all };
    assert_eq!(handle_days(&rules, &other, at), 20);
}

#[test]
fn of_two_alike_the_later_date_holds_then_the_one_set_last() {
    let mut rules = county();
    let all = Scope::default();
    provide(&mut rules, "2020-08-01 00:00", all, days(8));
    provide(&mut rules, "2020-07-01 00:00", all, days(7));
    assert_eq!(handle_days(&rules, &all, "2020-09-03 09:00"), 8);
    assert_eq!(handle_days(&rules, &all, "2020-07-15 09:00"), 7);
    provide(&mut rules, "2020-08-01 00:00", all, days(9));
    assert_eq!(handle_days(&rules, &all, "2020-09-03 09:00"), 9);
}

#[test]
fn the_defaults_are_whole_and_pass_their_own_check() {
    let mut policy = Policy::default();
    for provision in Policy::defaults() {
        provision.check().unwrap();
        policy.set(provision);
    }
    let (all, at) = (Scope::default(), moment("2020-09-03 09:00"));
    let unset = |setting: &&Setting| policy.in_force(**setting, &all, at).is_none();
    let unset: Vec<_> = Setting::ALL.iter().filter(unset).collect();
    // By default no citizen has a limit, solved needs somebody reached, no reply is reviewed, no ticket inspected, and
    // whoever has half or three quarters of a limit behind them is warned.
    assert_eq!(
        unset,
        [
            &Setting::TotalLimit,
            &Setting::SolvedUnreached,
            &Setting::ReviewReplies,
            &Setting::InspectionSheet,
            &Setting::WarnAt
        ]
    );
    assert_eq!(policy.warn_at(&all, at), [50, 75]);
    assert_eq!(policy.rounding(at), Rounding::HalfUp);
    assert_eq!(policy.hours(at), OfficeHours::default());
    assert!(policy.satisfies(Satisfaction::BasicallySatisfied, &all, at));
    assert!(!policy.satisfies(Satisfaction::Unrated, &all, at));
}

fn refused(rules: &Rulebook, setting: Setting, scope: Scope, value: Value) -> Invalid {
    let provision = Provision { setting, from: Moment::MIN, scope, value };
    let command = OfficeCommand::Provide(provision);
    decide_office(rules, &command, &desk(moment("2020-01-02 08:00"))).unwrap_err()
}

#[test]
fn a_value_of_the_wrong_sort_or_out_of_range_is_refused() {
    let (rules, all) = (county(), Scope::default());
    for &setting in Setting::ALL {
        let wrong = match setting {
            Setting::CloseUncalled
            | Setting::AssistantsReport
            | Setting::SolvedUnreached
            | Setting::ReviewReplies => Value::Number(1),
            _ => Value::Flag(true),
        };
        let no = refused(&rules, setting, all, wrong);
        assert!(matches!(no.problem, Problem::Malformed { .. }), "{setting}");
    }
    for none in [Limit::WorkingDays(0), Limit::ClockMinutes(0), Limit::WorkingDays(2_001)] {
        let no = refused(&rules, Setting::HandleLimit, all, Value::Limit(none));
        assert_eq!(no.argument, "limit");
    }
    let many = refused(&rules, Setting::ExtensionDays, all, Value::Number(2_001));
    assert_eq!(many.problem, Problem::OutOfRange { from: 0, to: 2_000 });
    let twice = sheet(&[("用语", 20), ("用语", 30)]);
    for wrong in
        [sheet(&[]), sheet(&[("用语", 0)]), sheet(&[("用=语", 2)]), sheet(&[(" ", 2)]), twice]
    {
        assert_eq!(refused(&rules, Setting::InspectionSheet, all, wrong).argument, "value");
    }
    let nameless = refused(&rules, Setting::SatisfactionRule, all, Value::Name(" ".into()));
    assert_eq!(nameless, Invalid::new("value", Problem::Empty));
}

#[test]
fn a_provision_names_a_category_and_channel_that_are_there() {
    let rules = county();
    let category = Scope { category: Some(CategoryId { 0: 99 }), ..Scope::default() };
    assert_eq!(refused(&rules, Setting::HandleLimit, category, days(5)).argument, "category");
    let channel = Scope { channel: Some(ChannelId { 0: 99 }), ..Scope::default() };
    assert_eq!(refused(&rules, Setting::HandleLimit, channel, days(5)).argument, "channel");
}

#[test]
fn hours_are_counted_in_the_office_hours_in_force() {
    let mut rules = county();
    provide(
        &mut rules,
        "2020-01-01 00:00",
        Scope::default(),
        Value::Limit(Limit::WorkingMinutes(240)),
    );
    let story = given_under(rules).transferred();
    assert_eq!(story.ticket.legs[0].handle_by, moment("2020-09-03 15:30"));
    let mut story = given();
    let hours = OfficeHours::new(vec![(480, 720), (840, 1080)]).unwrap();
    crate::story::provide(&mut story.rules, Setting::Hours, Value::Hours(hours));
    let four = Value::Limit(Limit::WorkingMinutes(240));
    crate::story::provide(&mut story.rules, Setting::HandleLimit, four);
    assert_eq!(story.transferred().ticket.legs[0].handle_by, moment("2020-09-03 15:00"));
}
