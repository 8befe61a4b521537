//! What if: the answer equals that of a file that lived the same commands under the other policy,
//! and the question changes nothing.

use gongdan::{
    Command, Count, DayKind, Hotline, Limit, Moment, OfficeCommand, Options, OtherRules, Period,
    Policy, Provision, Question, Scope, Setting, Stamp, Value, china_notices,
};
use gongdan_tests::{Act, Asked, Folder, Play, Players, at, found_with};

use crate::lived::{Lived, questions, rows};

fn days(setting: Setting, days: u32) -> Provision {
    let value = Value::Limit(Limit::WorkingDays(days));
    Provision { setting, from: Moment::MIN, scope: Scope::default(), value }
}

/// What a unit asks for depends on its limit, and what is rescheduled was worked out by the rules
/// of then: without these the same commands are granted under any limits.
fn granted_under_any_limit(play: &Play) -> bool {
    let Act::Ticket(_, Asked::Plain(command)) = &play.act else { return true };
    !matches!(
        command,
        Command::RequestExtension { .. }
            | Command::GrantExtension
            | Command::DenyExtension { .. }
            | Command::Reschedule { .. }
    )
}

/// A file under some provisions, on which the plays that are granted were performed.
fn lived_under(
    folder: &Folder,
    name: &str,
    provisions: &[Provision],
    plays: &[Play],
) -> (Hotline, Vec<Play>) {
    let options = Options::new().seeded_salts(1);
    let mut hotline = found_with(&folder.file(name), &options).expect("a file");
    let office = Stamp::centre("管理员", at("2020-08-20 08:00"));
    for provision in provisions {
        let provide = OfficeCommand::Provide(provision.clone());
        hotline.office(&office, provide).expect("a provision");
    }
    let (mut players, mut granted) = (Players::default(), Vec::new());
    hotline
        .batch(|batch| {
            for play in plays {
                if players.perform(batch, play).is_ok() {
                    granted.push(play.clone());
                }
            }
            Ok(())
        })
        .expect("a commit");
    (hotline, granted)
}

#[test]
fn what_if_is_what_would_have_been_lived() {
    let mut differing = 0;
    for (seed, handle, sign_off) in [(151, 1, 3), (152, 9, 1), (153, 2, 2)] {
        let lived = Lived::new(seed, 500);
        let plays: Vec<Play> =
            lived.granted.iter().filter(|play| granted_under_any_limit(play)).cloned().collect();
        let provisions =
            [days(Setting::HandleLimit, handle), days(Setting::SignOffLimit, sign_off)];
        let (as_it_was, granted) = lived_under(&lived.folder, "was.db", &[], &plays);
        let (as_if, all) = lived_under(&lived.folder, "if.db", &provisions, &granted);
        assert_eq!(granted.len(), all.len(), "seed {seed}: the same commands are granted");
        assert!(granted.len() > 200, "seed {seed}: hardly anything was lived");
        let other = OtherRules { provisions: provisions.to_vec(), notices: Vec::new() };
        let head = as_it_was.head().expect("a head");
        for as_of in [lived.now, lived.now.plus_ms(-8 * 86_400_000)] {
            for question in questions(Period::parse("2020").expect("a period"), as_of) {
                let answer = as_it_was.what_if(&question, &other).expect("an answer");
                let lived_so = as_if.figures(&question).expect("figures");
                let what = format!("seed {seed}, {question:?}");
                assert_eq!(rows(&answer.as_if), rows(&lived_so), "{what}");
                assert_eq!(answer.as_if.total, lived_so.total, "{what}");
                let was = as_it_was.figures(&question).expect("figures");
                assert_eq!(rows(&answer.as_it_was), rows(&was), "{what}");
                differing += usize::from(answer.as_it_was.total != answer.as_if.total);
            }
        }
        assert_eq!(as_it_was.head().expect("a head"), head, "seed {seed}: a question wrote");
    }
    assert!(differing > 20, "the other rules hardly ever mattered: {differing}");
}

#[test]
fn extensions_and_pauses_are_worked_out_anew_too() {
    let (mut extended, mut resumed) = (0, 0);
    for seed in 154..=159 {
        let lived = Lived::new(seed, 600);
        let rescheduled = |play: &&Play| {
            !matches!(&play.act, Act::Ticket(_, Asked::Plain(Command::Reschedule { .. })))
        };
        let plays: Vec<Play> = lived.granted.iter().filter(rescheduled).cloned().collect();
        let provisions = [days(Setting::HandleLimit, 30)];
        let (as_it_was, granted) = lived_under(&lived.folder, "was.db", &[], &plays);
        let (as_if, all) = lived_under(&lived.folder, "if.db", &provisions, &granted);
        assert_eq!(granted.len(), all.len(), "seed {seed}: a longer limit refuses nothing");
        extended += asked(&granted, |command| matches!(command, Command::GrantExtension));
        resumed += asked(&granted, |command| matches!(command, Command::Resume));
        let other = OtherRules { provisions: provisions.to_vec(), notices: Vec::new() };
        for question in questions(Period::parse("2020").expect("a period"), lived.now) {
            let answer = as_it_was.what_if(&question, &other).expect("an answer");
            let lived_so = as_if.figures(&question).expect("figures");
            assert_eq!(rows(&answer.as_if), rows(&lived_so), "seed {seed}, {question:?}");
        }
    }
    assert!(extended > 0 && resumed > 0, "{extended} extended, {resumed} resumed");
}

/// How many plays ask such a thing of a ticket.
fn asked(plays: &[Play], wanted: fn(&Command) -> bool) -> usize {
    let fits =
        |play: &&Play| matches!(&play.act, Act::Ticket(_, Asked::Plain(given)) if wanted(given));
    plays.iter().filter(fits).count()
}

#[test]
fn the_golden_month_under_three_days_and_under_another_calendar() {
    let folder = Folder::new("golden");
    let golden = gongdan_sample::golden_file(folder.file("golden.db"), &mut |_, _| ());
    let hotline = golden.expect("the golden month");
    let head = hotline.head().expect("a head");
    let period = Period::month(2020, 9).expect("a period");
    let question = Question::new(period, Moment::parse_as_of("2020-10-09").expect("a moment"));
    let policy = hotline.rulebook().expect("the rules").policy;
    let late = |other: &OtherRules| {
        let answer = hotline.what_if(&question, other).expect("an answer");
        assert_eq!(answer.as_it_was.total.count(Count::HandledLate), 18);
        answer.as_if.total.count(Count::HandledLate) + answer.as_if.total.count(Count::OpenLate)
    };
    let handled_in = |days: u32| {
        let value = Value::Limit(Limit::WorkingDays(days));
        let (setting, scope) = (Setting::HandleLimit, Scope::default());
        late(&OtherRules::default().throughout(&policy, setting, scope, value))
    };
    let [two, three, five, seven] = [2, 3, 5, 7].map(handled_in);
    assert_eq!(five, 21, "five days is what was promised");
    assert!(two > three && three > five && five > seven, "{two} {three} {five} {seven}");

    let mut notices = china_notices();
    let mut notice = notices.remove(notices.iter().rposition(|n| n.year == 2020).expect("2020"));
    notice.days.retain(|day| day.date.to_string() == "2020-09-27");
    notice.days.iter_mut().for_each(|day| day.kind = DayKind::Holiday);
    let rest = late(&OtherRules { provisions: Vec::new(), notices: vec![notice] });
    assert!(rest <= five, "a Sunday off makes nobody late: {rest} {five}");
    assert_eq!(hotline.head().expect("a head"), head);
}

#[test]
fn a_value_throughout_outweighs_the_file_s_own_at_every_date() {
    let mut policy = Policy::default();
    Policy::defaults().into_iter().for_each(|provision| policy.set(provision));
    let from = at("2020-09-10 00:00");
    policy.set(Provision { from, ..days(Setting::HandleLimit, 4) });
    let three = Value::Limit(Limit::WorkingDays(3));
    let (setting, scope) = (Setting::HandleLimit, Scope::default());
    let other = OtherRules::default().throughout(&policy, setting, scope, three.clone());
    other.provisions.into_iter().for_each(|provision| policy.set(provision));
    for moment in ["2020-09-01 00:00", "2020-09-10 00:00", "2020-12-31 00:00"] {
        assert_eq!(policy.in_force(setting, &scope, at(moment)), Some(&three), "{moment}");
    }
}
