//! Every sentence, in both languages: said, in one line, with nothing left to fill in.

#![allow(clippy::unwrap_used)]

use gongdan_domain::wording::{self, Language};
use gongdan_domain::{
    Bound, COMMANDS, Denied, Invalid, Limit, Moment, Policy, Problem, Provision, Refusal,
    RefusalCode, Setting, Stage, Value, Verb, Why,
};

fn moment(text: &str) -> Moment {
    Moment::parse("at", text).unwrap()
}

fn refusal(code: RefusalCode, asked: Verb, stage: Stage, bound: Option<Bound>) -> Refusal {
    let mut refusal = Refusal::new(code, asked, stage);
    refusal.bound = bound;
    refusal
}

fn check(language: Language, sentence: &str) {
    assert!(!sentence.trim().is_empty());
    assert_eq!(sentence.lines().count(), 1, "{sentence}");
    for left in ["{", "}", "  ", ";;", ",,", "_ "] {
        assert!(!sentence.contains(left), "{left:?} in {sentence}");
    }
    let chinese = sentence.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    assert_eq!(chinese, language == Language::Chinese, "{language:?}: {sentence}");
}

#[test]
fn every_code_with_every_verb_in_every_stage_is_said_in_both_languages() {
    let bounds = [
        None,
        Some(Bound::Until(moment("2020-09-03 23:59:59"))),
        Some(Bound::From(moment("2020-09-03 08:00:30"))),
        Some(Bound::Times(2)),
        Some(Bound::Days(10)),
    ];
    for &code in RefusalCode::ALL {
        for &verb in Verb::ALL {
            for &stage in Stage::ALL {
                for bound in bounds {
                    let refusal = refusal(code, verb, stage, bound);
                    check(Language::Chinese, &wording::refusal(&refusal, Language::Chinese));
                    check(Language::English, &wording::refusal(&refusal, Language::English));
                }
            }
        }
    }
}

#[test]
fn what_is_wrong_and_what_is_not_done_stand_in_every_refusal() {
    for &code in RefusalCode::ALL {
        let other = refusal(code, Verb::Handle, Stage::Closed, None);
        let sentence = wording::refusal(&other, Language::Chinese);
        let core = if code == RefusalCode::WrongStage { "工单已结案" } else { code.term() };
        assert!(sentence.starts_with(core), "{sentence}");
        assert!(sentence.contains("不能办结"), "{sentence}");
        let english = wording::refusal(&other, Language::English);
        assert!(english.starts_with("cannot handle: "), "{english}");
    }
}

#[test]
fn sentences_a_clerk_reads() {
    let chinese = |refusal: Refusal| wording::refusal(&refusal, Language::Chinese);
    let not_signed = refusal(RefusalCode::NotSignedOff, Verb::Handle, Stage::Transferred, None);
    assert_eq!(chinese(not_signed), "工单尚未签收,不能办结");
    let closed = refusal(RefusalCode::WrongStage, Verb::SignOff, Stage::Closed, None);
    assert_eq!(chinese(closed), "工单已结案,不能签收;可以:重新受理、备注…");
    let until = Some(Bound::Until(Moment::end_of(moment("2020-09-03 08:00").day())));
    let late = refusal(RefusalCode::ReturnTooLate, Verb::RequestReturn, Stage::SignedOff, until);
    assert_eq!(chinese(late.clone()), "已过退件时限(2020-09-03 23:59),不能申请退件");
    assert_eq!(
        late.to_string(),
        "cannot request return: the time for returns is over (it ended 2020-09-03 23:59)"
    );
    let role = refusal(RefusalCode::WrongRole, Verb::Close, Stage::Handled, None);
    assert_eq!(chinese(role), "身份不符,不能结案;须由热线中心办理");
    let days = Some(Bound::Days(10));
    let long =
        refusal(RefusalCode::ExtensionTooLong, Verb::RequestExtension, Stage::SignedOff, days);
    assert_eq!(chinese(long), "延期天数超过上限(最多10个工作日),不能申请延期");
}

#[test]
fn what_a_refusal_advises_is_allowed_in_that_stage() {
    for &stage in Stage::ALL {
        let wrong = refusal(RefusalCode::WrongStage, Verb::Intake, stage, None);
        let sentence = wording::refusal(&wrong, Language::Chinese);
        let advised = sentence.split(":").nth(1).unwrap().trim_end_matches('…');
        for term in advised.split('、') {
            let verb = Verb::parse(term).unwrap();
            assert!(verb.row().stages.contains(&stage), "{stage}: {term}");
        }
    }
}

fn problems() -> Vec<Problem> {
    vec![
        Problem::Empty,
        Problem::TooLong { max: 200 },
        Problem::ControlCharacter,
        Problem::Malformed { expected: "YYYY-MM-DD" },
        Problem::OutOfRange { from: 1, to: 2000 },
        Problem::Unknown { given: "X".into(), nearest: vec![] },
        Problem::Unknown { given: "X".into(), nearest: vec!["Y".into(), "Z".into()] },
        Problem::Ambiguous { given: "X".into(), paths: vec!["A>X".into(), "B>X".into()] },
        Problem::Retired { given: "X".into() },
        Problem::Duplicate { given: "X".into() },
        Problem::UnknownYear { year: 2031 },
        Problem::NotDefined { given: "waiting".into(), defined: vec!["given".into()] },
        Problem::Rule { rule: "an entry cannot stand below itself" },
    ]
}

#[test]
fn every_problem_of_every_argument_is_said_in_both_languages() {
    let species = ["unit", "category", "channel", "area"];
    let texts = ["matter", "appeal", "remark", "reason", "result", "demand", "external", "by"];
    let others = ["limit", "calendar", "value", "days", "at", "as_of", "period", "never_heard_of"];
    for argument in species.iter().chain(&texts).chain(&others).copied() {
        for problem in problems() {
            let invalid = Invalid::new(argument, problem);
            let chinese = wording::invalid(&invalid, Language::Chinese);
            check(Language::Chinese, &chinese);
            check(Language::English, &invalid.to_string());
            assert!(chinese.contains(argument) && invalid.to_string().contains(argument));
        }
    }
}

#[test]
fn arguments_are_named_in_both_languages_with_what_would_be_allowed() {
    let chinese = |invalid: &Invalid| wording::invalid(invalid, Language::Chinese);
    let empty = Invalid::new("matter", Problem::Empty);
    assert_eq!(chinese(&empty), "诉求标题(matter)不能为空");
    assert_eq!(Denied::from(empty).to_string(), "matter: must not be empty");
    let nearest = vec!["县城管执法局".to_owned()];
    let unknown = Invalid::new("unit", Problem::Unknown { given: "城管".into(), nearest });
    assert_eq!(chinese(&unknown), "成员单位(unit)中没有“城管”,可选:县城管执法局");
    let years = Moment::from_ms("at", i64::MAX).unwrap_err();
    assert_eq!(chinese(&years), "时间(at)超出范围,应在0001-01-01 00:00至9999-12-31 23:59之间");
}

/// A wrong value for every setting brings every expectation of the policy to light.
#[test]
fn what_the_policy_expects_is_said_in_chinese() {
    for &setting in Setting::ALL {
        let scope = gongdan_domain::Scope::default();
        let mut wrong = Provision { setting, from: Moment::MIN, scope, value: Value::Flag(true) };
        if wrong.check().is_ok() {
            wrong.value = Value::Number(1);
        }
        let sentence = wording::invalid(&wrong.check().unwrap_err(), Language::Chinese);
        let expected = sentence.split(":").nth(1).unwrap();
        assert!(!expected.is_ascii(), "{sentence}");
    }
}

const SOURCES: [&str; 19] = [
    include_str!("../src/notice.rs"),
    include_str!("../src/deadline.rs"),
    include_str!("../src/office_hours.rs"),
    include_str!("../src/period.rs"),
    include_str!("../src/life/decide/intake.rs"),
    include_str!("../src/life/decide/closing.rs"),
    include_str!("../src/life/decide/inspection.rs"),
    include_str!("../../gongdan/src/asking/sample.rs"),
    include_str!("../src/office/decide.rs"),
    include_str!("../src/figures/ranking.rs"),
    include_str!("../../gongdan/src/figures/reckon.rs"),
    include_str!("../../gongdan/src/hotline/batch.rs"),
    include_str!("../../gongdan/src/hotline/commit.rs"),
    include_str!("../../gongdan/src/hotline/office.rs"),
    include_str!("../../gongdan/src/figures/publish.rs"),
    include_str!("../../gongdan/src/keeping/snapshot.rs"),
    include_str!("../../gongdan/src/figures/what_if.rs"),
    include_str!("../../gongdan-cli/src/verbs/rank.rs"),
    include_str!("../../gongdan-cli/src/verbs/what_if.rs"),
];

/// Rules stand in the source where they are checked; each has its Chinese words.
#[test]
fn every_rule_is_said_in_chinese() {
    let opening = ["rule = \"", "rule: \"", "RULE: &str = \""];
    let mut rules = Vec::new();
    for (source, opening) in SOURCES.iter().flat_map(|source| opening.map(|o| (source, o))) {
        let after = source.split(opening).skip(1);
        rules.extend(after.map(|rest| rest.split('"').next().unwrap()));
    }
    assert!(rules.len() >= 12, "{rules:?}");
    for rule in rules {
        let invalid = Invalid::new("value", Problem::Rule { rule });
        let sentence = wording::invalid(&invalid, Language::Chinese);
        assert!(!sentence.contains(rule), "no Chinese words: {sentence}");
    }
}

#[test]
fn limits_as_people_say_them() {
    let said = |limit| [Language::Chinese, Language::English].map(|l| wording::limit(limit, l));
    assert_eq!(said(Limit::WorkingDays(5)), ["5个工作日", "5 working days"]);
    assert_eq!(said(Limit::WorkingDays(1)), ["1个工作日", "1 working day"]);
    assert_eq!(said(Limit::ClockMinutes(1440)), ["24小时", "24 hours"]);
    assert_eq!(said(Limit::ClockMinutes(90)), ["1小时30分钟", "90 minutes"]);
    assert_eq!(said(Limit::WorkingMinutes(240)), ["办公时间4小时", "4 working hours"]);
    for provision in Policy::defaults() {
        let Value::Limit(limit) = provision.value else { continue };
        check(Language::Chinese, &wording::limit(limit, Language::Chinese));
        check(Language::English, &wording::limit(limit, Language::English));
    }
}

#[test]
fn days_are_explained_in_both_languages() {
    let festival = || "National Day".to_owned();
    for why in [
        Why::Weekday,
        Why::Weekend,
        Why::Holiday(festival()),
        Why::MakeUpDay(festival()),
        Why::WallClock,
    ] {
        check(Language::Chinese, &wording::why(&why, Language::Chinese));
        check(Language::English, &wording::why(&why, Language::English));
    }
    let made_up = Why::MakeUpDay("国庆节".to_owned());
    assert_eq!(wording::why(&made_up, Language::Chinese), "国庆节调休上班");
}

#[test]
fn every_row_of_the_table_has_somebody_to_name() {
    for row in COMMANDS.iter().filter(|row| row.on_ticket()) {
        let role = refusal(RefusalCode::WrongRole, row.verb, row.stages[0], None);
        let sentence = wording::refusal(&role, Language::Chinese);
        assert!(sentence.contains(&format!("须由{}办理", row.who.term())), "{sentence}");
    }
}
