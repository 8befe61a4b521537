//! Everything that crosses a door can be written down and read back: what is asked, what is answered,
//! and what went wrong.

use std::collections::BTreeSet;
use std::fmt::Debug;

use gongdan::*;
use gongdan_tests::{Folder, found};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::lived::{Lived, questions};

/// The library's front page, from which the names are read.
const FRONT: &str = include_str!("../../../crates/gongdan/src/lib.rs");

/// Written and read both ways, which the compiler checks.
macro_rules! both_ways {
    ($($name:ident)+) => {
        const BOTH_WAYS: &[&str] = &[$(stringify!($name)),+];

        #[allow(dead_code, reason = "it is enough that it compiles")]
        fn each_is_written_and_read() {
            fn crosses<T: Serialize + DeserializeOwned>() {}
            $(crosses::<$name>();)+
        }
    };
}
both_ways! {
    // What is asked and done.
    Against Basis Caller Command Datum Durability Filter Founding Grouping Intake NewEntry NewIssue
    OfficeCommand OtherRules Page Question RankingFormula RankingQuestion ScanOptions Stamp Subject Table
    Viewer
    // What is answered.
    Account Compared CorrectedFact Correction DayLine Erasure Expired Explained Exposure Figures Finding Health
    HistoryEntry Issue Key LimitMove LimitWarning MaskedCaller RankedGroup RankedUnit Ranking Receipt Row Rows Salvaged Score Seat PointScore
    ScoredTerm SideBySide Since SubjectRecord Tally TicketEvent TicketRef TicketText TicketView Tickets
    Verified Withheld Written
    // Errors.
    Bound ErrorKind ErrorReport Outcome Refusal RefusalCode
    // Rules.
    DayKind Formula FrozenRow FrozenTable Grade InspectionPoint Limit Notice OfficeHours Place Provision Published Scope Setting
    SpecialDay Term Value Why
    // Numbers, moments, ids and words.
    Answers CallbackOutcome Card ChannelKind Chapter Class CloseOutcome Count CountChange EntryId
    EventKind Fact FileKind Form Fraction Imprint Keeping Kind Language LegEnd LimitOf Moment OfficeEventKind Part Period Points Queue
    RateChange RegionId Role Rounding Satisfaction Species Stage State SupervisionKind TextField TicketId Times Urgency Verb Who
}

/// What does not cross, and why.
const HERE: &[(&str, &str)] = &[
    ("Hotline Batch View Scan Options", "a file in use, and how it is opened here"),
    ("Chunk Cells Cell", "batches and cells on their way to Arrow or back to a list"),
    ("Error Invalid Problem", "written as an `ErrorReport`, and read as one"),
    ("Register Policy Rulebook", "written by `rulebook_told`, made by events alone"),
    ("NewFile", "bytes on their way in, with what they are called"),
    ("Day", "a type of chrono's, written as text where it stands"),
    ("Ranked Result", "types over other types"),
    (
        "Field FieldKind Shown Argument CommandRow List Word Measure Need Takes Typed Given Tabled Taken Relation Quantile Shape CountOf",
        "the tables themselves, and how what was typed is read by them",
    ),
    ("COMMANDS FILTER LISTS MEASURES QUESTION RANKING", "tables"),
];

#[test]
fn every_name_of_the_front_page_crosses_or_says_why_not() {
    let listed = FRONT.split("pub use ").skip(1).filter_map(|one| one.split(';').next());
    let names = listed.flat_map(|one| one.split(|c: char| !c.is_alphanumeric() && c != '_'));
    let public: BTreeSet<&str> =
        names.filter(|name| name.starts_with(|c: char| c.is_ascii_uppercase())).collect();
    assert!(public.len() > 100);
    let here = HERE.iter().flat_map(|(names, _)| names.split(' '));
    let told: Vec<&str> = BOTH_WAYS.iter().copied().chain(here).collect();
    let once: BTreeSet<&str> = told.iter().copied().collect();
    assert_eq!((once.len(), once), (told.len(), public));
}

/// Written as JSON, as text and as a tree, and read back: the same.
fn crosses<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let text = serde_json::to_string(value).expect("it is written");
    let read: T = serde_json::from_str(&text).unwrap_or_else(|wrong| panic!("{wrong}: {text}"));
    assert_eq!(&read, value, "{text}");
    let tree = serde_json::to_value(value).expect("it is written");
    assert_eq!(&serde_json::from_value::<T>(tree).expect("it is read"), value);
}

/// What a lived file answers.
#[test]
fn whatever_a_lived_file_answers_crosses() {
    let mut lived = Lived::new(211, 700);
    let now = lived.now;
    let period = Period::parse("2020").expect("a period");
    let new = NewIssue {
        year: 2020,
        number: 1,
        period,
        as_of: now,
        answers_for: Some("主任".into()),
        imprint: None,
    };
    crosses(&new);
    let desk = Stamp::centre("编辑", now).request("i-1").meant();
    crosses(&desk);
    crosses(&lived.hotline.publish(&desk, &new).expect("an issue"));
    let found = lived.hotline.find(&Filter::new(), Page::all()).expect("tickets");
    crosses(&found);
    for ticket in found.tickets.iter().take(40) {
        crosses(&lived.hotline.history(ticket.id).expect("a history"));
        crosses(&lived.hotline.texts(ticket.id).expect("texts"));
        crosses(&lived.hotline.caller(ticket.id).expect("a caller"));
        crosses(&lived.hotline.explain(ticket.id).expect("promises"));
    }
    let first = found.tickets[0].id;
    crosses(&lived.hotline.reveal(&desk.clone().request("i-2"), first, "核实").expect("a caller"));
    let hotline = &lived.hotline;
    for question in questions(period, now) {
        crosses(&question);
        crosses(&hotline.figures(&question).expect("figures"));
    }
    let question = Question::new(period, now);
    let terms = vec![
        Term { figure: "in_time_rate".into(), points: 100, at_least: Some(-5), at_most: None },
        Term { figure: "open_late".into(), points: -3, at_least: None, at_most: Some(0) },
    ];
    let grades = vec![Grade { name: "优秀".into(), at_least: 90 }];
    let formula = Formula { name: "考核".into(), from: Moment::MIN, base: 7, terms, grades };
    let asked = RankingQuestion::new(period, now).formula(formula);
    crosses(&asked);
    crosses(&asked.clone().formula(RankingFormula::Named("考核".into())));
    crosses(&hotline.rank(&asked).expect("a ranking"));
    let other = OtherRules::default().throughout(
        &Policy::default(),
        Setting::HandleLimit,
        Scope::default(),
        Value::Limit(Limit::WorkingDays(3)),
    );
    crosses(&other);
    crosses(&hotline.what_if(&question, &other).expect("both"));
    crosses(&hotline.since(&question, Against::Before).expect("both"));
    crosses(&hotline.account(&period, now).expect("an account"));
    crosses(&hotline.seats(&period, now).expect("seats"));
    crosses(&hotline.warnings(now).expect("warnings"));
    crosses(&hotline.compare(2020, 1).expect("compared"));
    crosses(&hotline.reveals(None, &Period::parse("2000..2100").expect("years")).expect("looks"));
    crosses(&hotline.retention(now.plus_ms(1 << 37), 1).expect("a list"));
    crosses(&hotline.health().expect("health"));
    crosses(&hotline.verify(&mut |_, _| {}).expect("a report"));
    crosses(
        &hotline.query("SELECT number, version, NULL FROM v1_tickets", &[], 1 << 30).expect("rows"),
    );
}

/// A cell of figures that went to another process and came back opens to the same tickets.
#[test]
fn figures_that_came_back_open_to_their_tickets() {
    let lived = Lived::new(212, 500);
    let period = Period::parse("2020").expect("a period");
    let asked = Question::new(period, lived.now).by(Grouping::Unit);
    let figures = lived.hotline.figures(&asked).expect("figures");
    let text = serde_json::to_string(&figures).expect("text");
    let read: Figures = serde_json::from_str(&text).expect("figures");
    for (place, row) in figures.rows.iter().enumerate() {
        for (count, _) in row.tally.iter() {
            let behind = |figures: &Figures| {
                lived.hotline.behind(figures, figures.rows.get(place), count).expect("tickets")
            };
            assert_eq!(behind(&read), behind(&figures), "{count}");
        }
    }
}

#[test]
fn whatever_goes_wrong_crosses_as_a_report() {
    let folder = Folder::new("crossing");
    let mut hotline = found(&folder.file("h.db")).expect("a file");
    let at = |text| Moment::parse("at", text).expect("a moment");
    let desk = Stamp::centre("坐席07", at("2020-09-24 16:50"));
    let ticket = hotline.intake(&desk, &Intake::new("来电", "路灯不亮")).expect("a ticket");
    let early = Stamp::centre("坐席07", at("2020-09-01 09:00"));
    let close = Command::Close { outcome: CloseOutcome::Solved };
    let errors = [
        hotline.execute(ticket.ticket, &desk, &close).expect_err("not handled"),
        hotline
            .execute(ticket.ticket, &early, &Command::transfer("县住建局"))
            .expect_err("too early"),
        hotline.execute(ticket.ticket, &desk, &Command::transfer("没有此局")).expect_err("unknown"),
        hotline.execute(ticket.ticket, &desk.clone().seen(9), &close).expect_err("another version"),
        hotline.ticket(TicketId(1)).expect_err("no such ticket"),
        Hotline::open("没有此文件.db").err().expect("no such file"),
        Period::parse("九月").expect_err("no period").into(),
    ];
    let mut kinds = BTreeSet::new();
    for error in errors {
        let text = serde_json::to_string(&error).expect("it is written");
        let read: ErrorReport = serde_json::from_str(&text).expect("a report");
        assert_eq!(read, error.report());
        assert_eq!(read.message(Language::Chinese), error.message(Language::Chinese));
        assert_eq!((read.kind, read.refusal.as_ref()), (error.kind(), error.refusal()));
        assert_eq!((read.retry, read.versions), (error.retry(), error.versions()));
        assert_eq!(read.argument.as_deref(), error.invalid().map(|wrong| wrong.argument));
        crosses(&read);
        kinds.insert(read.kind);
    }
    assert_eq!(kinds.len(), 4, "{kinds:?}");
}

/// What is asked is read as people write it; what is left out is its default.
#[test]
fn a_question_is_read_as_it_is_typed() {
    let read = |text: &str| serde_json::from_str::<Question>(text);
    let typed = read(r#"{"period": "2020年第三季度", "as_of": "2020-10-09", "by": ["unit"]}"#);
    let asked = Question::new(
        Period::parse("2020-Q3").expect("a quarter"),
        Moment::parse_as_of("2020-10-09").expect("a moment"),
    );
    assert_eq!(typed.expect("a question"), asked.by(Grouping::Unit));
    for (text, named) in [
        (r#"{"period": "九月", "as_of": "2020-10-09"}"#, "period"),
        (r#"{"period": "2020-09"}"#, "as_of"),
        (r#"{"period": "2020-09", "as_of": 1, "unit": "甲"}"#, "arguments"),
        (r#"{"period": "2020-09", "as_of": 1, "by": ["colour"]}"#, "by"),
    ] {
        let wrong = read(text).expect_err(text).to_string();
        assert!(wrong.contains(named), "{text}: {wrong}");
    }
    let filter: Filter =
        serde_json::from_str(r#"{"stage": ["已签收"], "open": true}"#).expect("read");
    assert_eq!(filter, Filter::new().stage(Stage::SignedOff).open());
    crosses(&filter.due_by(Moment::MAX).limit_of(LimitOf::Rework).text("路灯"));
    for wrong in
        [r#"{"opened": true}"#, r#"{"open": "perhaps"}"#, r#"{"accepted": "2020-Q5"}"#, "7"]
    {
        assert!(serde_json::from_str::<Filter>(wrong).is_err(), "{wrong}");
    }
}

/// Words, moments and periods are texts that `FromStr` reads; what no list and no calendar has is not.
#[test]
fn words_moments_and_periods_are_read_from_texts() {
    for stage in Stage::ALL {
        assert_eq!((stage.word().parse(), stage.term().parse()), (Ok(*stage), Ok(*stage)));
        crosses(stage);
    }
    let moment: Moment = "2020-10-09 17:30".parse().expect("a moment");
    assert_eq!(moment.to_string().parse(), Ok(moment));
    assert_eq!(Moment::try_from(moment.ms()), Ok(moment));
    crosses(&moment);
    assert!("2020-10-09".parse::<Moment>().is_err(), "its beginning or its end?");
    assert!(serde_json::from_str::<Moment>(&i64::MAX.to_string()).is_err());
    let day = |text| parse_day("day", text).expect("a day");
    let days = Period::try_from((day("2020-09-01"), day("2020-09-15"))).expect("days");
    assert_eq!("2020-09-01..2020-09-15".parse(), Ok(days));
    assert!(Period::try_from((day("2020-09-15"), day("2020-09-01"))).is_err());
    crosses(&days);
    for wrong in ["\"1/0\"", "\"1\"", "\"a/b\"", "\"1/-2\"", "7"] {
        assert!(serde_json::from_str::<Points>(wrong).is_err(), "{wrong}");
    }
}

/// The crate of documents, and the page of the guide that tells its features.
const MANIFEST: &str = include_str!("../../../crates/gongdan-bulletin/Cargo.toml");
const FEATURES: &str = include_str!("../../../crates/gongdan/src/guide/features.md");

#[test]
fn the_page_of_features_names_each_one_and_no_other() {
    let part = MANIFEST.split("[features]").nth(1).and_then(|rest| rest.split("\n[").next());
    let lines = part.expect("features").lines().filter(|line| !line.starts_with('#'));
    let names = lines.filter_map(|line| line.split_once(" = ")).map(|(name, _)| name);
    let there: BTreeSet<&str> = names.filter(|name| *name != "default").collect();
    let rows = FEATURES.lines().filter_map(|line| line.strip_prefix("| `"));
    let told: BTreeSet<&str> = rows.filter_map(|row| row.split('`').next()).collect();
    assert!(there.len() > 3);
    assert_eq!(told, there);
}
