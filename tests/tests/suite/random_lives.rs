//! Random lives: rows follow the journal, counts equal lists, identities hold, seeds repeat.

use gongdan::{
    Basis, Command, Count, ErrorKind, Figures, Filter, Grouping, Hotline, Page, Period, Question,
    Row, Stamp, TicketView,
};
use gongdan_tests::{Act, Actors, Folder, Players, found_with};

use crate::lived::{Lived, questions, rows};

fn year() -> Period {
    Period::parse("2020").expect("a period")
}

#[test]
fn whatever_is_asked_the_rows_follow_the_journal() {
    for seed in 1..=6 {
        let lived = Lived::new(seed, 600);
        let (granted, refused) = (lived.granted.len(), lived.refused);
        assert!(granted > 200, "seed {seed}: only {granted} granted, {refused} refused");
        assert!(refused > 60, "seed {seed}: only {refused} refused, {granted} granted");
        let office = lived.granted.iter().filter(|play| matches!(play.act, Act::Office(_)));
        assert!(office.count() > 3, "seed {seed}: the office hardly changed");
    }
}

#[test]
fn the_actors_reach_every_stage_and_every_verb() {
    let table = gongdan::EventKind::ALL.iter().map(|kind| kind.word());
    let mut missing: Vec<&str> = table.collect();
    // Some are rare: as many lives as it takes, and no more than forty.
    for seed in 1..=40 {
        if missing.is_empty() {
            break;
        }
        let lived = Lived::new(seed, 900);
        for id in &lived.players.ids {
            let history = lived.hotline.history(*id).expect("a history");
            missing.retain(|word| !history.iter().any(|entry| entry.event.word() == *word));
        }
    }
    assert!(missing.is_empty(), "no actor ever made: {missing:?}");
}

#[test]
fn every_count_is_the_length_of_its_list() {
    let lived = Lived::new(31, 220);
    for as_of in [lived.now, lived.now.plus_ms(-10 * 86_400_000)] {
        for question in questions(year(), as_of) {
            let figures = lived.hotline.figures(&question).expect("figures");
            for row in figures.rows.iter().map(Some).chain([None]) {
                counts_equal_lists(&lived.hotline, &figures, row);
            }
        }
    }
}

fn counts_equal_lists(hotline: &Hotline, figures: &Figures, row: Option<&Row>) {
    let tally = row.map_or(&figures.total, |row| &row.tally);
    let listed = |count: Count| !count.is_times() && count != Count::Citizens;
    for (count, value) in tally.iter().filter(|(count, value)| listed(*count) && *value != 0) {
        let list = hotline.behind(figures, row, count).expect("a list");
        let keys = row.map(|row| &row.keys);
        let what = format!("{count} of {keys:?} in {:?}", figures.question);
        assert_eq!(list.len() as i64, value, "{what}");
    }
}

#[test]
fn the_rows_of_every_grouping_add_up_to_the_whole() {
    let lived = Lived::new(41, 600);
    for basis in [Basis::Cohort, Basis::Flow] {
        let ask = |by: &[Grouping]| {
            let question = Question::new(year(), lived.now).basis(basis);
            let question = by.iter().fold(question, |question, by| question.by(*by));
            lived.hotline.figures(&question).expect("figures")
        };
        let whole = ask(&[Grouping::All]);
        for by in Grouping::ALL {
            if matches!(by, Grouping::Unit | Grouping::UnitGroup) {
                continue;
            }
            let parts = ask(&[*by]);
            for (count, value) in whole.total.iter().filter(|(each, _)| *each != Count::Citizens) {
                assert_eq!(parts.total.count(count), value, "{count} by {by:?}, {basis:?}");
            }
        }
        let units = ask(&[Grouping::Unit]);
        let groups = ask(&[Grouping::UnitGroup]);
        assert_eq!(units.total, groups.total, "{basis:?}");
        let twice = ask(&[Grouping::Channel, Grouping::Kind]);
        assert_eq!(twice.total.count(Count::Accepted), whole.total.count(Count::Accepted));
    }
}

#[test]
fn every_ticket_is_counted_in_exactly_one_way() {
    for seed in [51, 52] {
        let lived = Lived::new(seed, 600);
        for days in [0, 5, 20] {
            let as_of = lived.now.plus_ms(-days * 86_400_000);
            let by_tickets = |question: &Question| {
                question.basis == Basis::Cohort
                    && !question.by.contains(&Grouping::Unit)
                    && !question.by.contains(&Grouping::UnitGroup)
            };
            for question in questions(year(), as_of).iter().filter(|each| by_tickets(each)) {
                let figures = lived.hotline.figures(question).expect("figures");
                figures.rows.iter().for_each(|row| identities(row, seed));
            }
        }
    }
}

fn identities(row: &Row, seed: u64) {
    let count = |count| row.tally.count(count);
    let what = format!("seed {seed}, {:?}", row.keys);
    let ways = count(Count::ResolvedOnline)
        + count(Count::Transferred)
        + count(Count::EndedAtCentre)
        + count(Count::Waiting)
        + count(Count::WayUnknown);
    assert_eq!(count(Count::Accepted), ways, "{what}");
    let standing = count(Count::Handled)
        + count(Count::Pending)
        + count(Count::AtCentre)
        + count(Count::EndedUnreplied)
        + count(Count::ReplyUnknown);
    assert_eq!(count(Count::Transferred), standing, "{what}");
    let pending = count(Count::PendingInTime) + count(Count::OpenLate);
    assert_eq!(count(Count::Pending), pending, "{what}");
    assert_eq!(count(Count::Rated), count(Count::Satisfied) + count(Count::Unsatisfied), "{what}");
    assert!(count(Count::ClosedLate) <= count(Count::Closed), "{what}");
    assert!(count(Count::DistinctMatters) <= count(Count::Accepted), "{what}");
    assert!(count(Count::Citizens) <= count(Count::Accepted), "{what}");
}

#[test]
fn the_same_seed_and_commands_give_the_same_head() {
    let heads: Vec<(u64, String)> = [61, 61, 62]
        .iter()
        .map(|seed| Lived::new(*seed, 200).hotline.head().expect("a head"))
        .collect();
    assert_eq!(heads[0], heads[1]);
    assert_ne!(heads[0].1, heads[2].1);
}

#[test]
fn salts_of_another_seed_change_every_hash_and_no_figure() {
    let lived = Lived::new(63, 200);
    let (again, _) = lived.again_until(64, lived.now, "again.db");
    assert_ne!(again.head().expect("a head").1, lived.hotline.head().expect("a head").1);
    for question in questions(year(), lived.now) {
        let (one, other) = (lived.hotline.figures(&question), again.figures(&question));
        assert_eq!(rows(&one.expect("figures")), rows(&other.expect("figures")));
    }
}

#[test]
fn each_command_in_its_own_commit_gives_the_same_file_as_in_batches() {
    let lived = Lived::new(71, 150);
    let folder = Folder::new("alone");
    let options = gongdan::Options::new().seeded_salts(71);
    let mut hotline = found_with(&folder.file("alone.db"), &options).expect("a file");
    let (mut players, mut actors) = (Players::default(), Actors::new(71));
    for _ in 0..150 {
        let play = actors.next_play();
        let before = hotline.head().expect("a head");
        match hotline.batch(|batch| players.perform(batch, &play)) {
            Ok(receipt) => actors.note(&play, receipt.as_ref()),
            Err(error) => {
                let unit = play.stamp.role() == gongdan::Role::Unit;
                assert!(match error.kind() {
                    ErrorKind::Refused | ErrorKind::InvalidInput => true,
                    ErrorKind::NotFound => unit,
                    _ => false,
                });
                assert_eq!(hotline.head().expect("a head"), before);
            }
        }
    }
    assert_eq!(hotline.head().expect("a head"), lived.hotline.head().expect("a head"));
    assert!(hotline.verify(&mut |_, _| {}).expect("a report").is_sound());
}

#[test]
fn a_list_shows_every_ticket_as_its_events_make_it() {
    let mut all: Vec<TicketView> = Vec::new();
    for seed in 81..=88 {
        let mut lived = Lived::new(seed, 900);
        all.extend(as_its_events_make_it(&lived.hotline));
        lived.hotline.begin().expect("a batch");
        for id in lived.players.ids.iter().take(40) {
            let note = Command::Note { text: "催办".into() };
            lived.hotline.execute(*id, &Stamp::centre("坐席07", lived.now), &note).expect("a note");
        }
        as_its_events_make_it(&lived.hotline);
        lived.hotline.roll_back().expect("taken back");
    }
    let some = |holds: fn(&TicketView) -> bool| all.iter().any(holds);
    assert!(some(|t| t.return_pending) && some(|t| t.extension_pending.is_some()), "none waits");
    assert!(some(|t| !t.assistants.is_empty()) && some(|t| t.rework_by.is_some()), "no variety");
    assert!(some(|t| t.close_outcome.is_some()) && some(|t| t.callbacks > 1), "no variety");
    assert!(some(|t| t.suspended_at.is_some()) && some(|t| t.merged_into.is_some()), "no variety");
}

fn as_its_events_make_it(hotline: &Hotline) -> Vec<TicketView> {
    let listed = hotline.find(&Filter::new(), Page::all()).expect("a list").tickets;
    for ticket in &listed {
        assert_eq!(*ticket, hotline.ticket(ticket.id).expect("the ticket"));
    }
    listed
}

#[test]
fn a_period_without_tickets_has_zeros_and_no_gaps() {
    let lived = Lived::new(91, 100);
    let empty = Period::parse("2019-03").expect("a period");
    for (one, other) in questions(year(), lived.now).iter().zip(questions(empty, lived.now)) {
        let (busy, idle) = (lived.hotline.figures(one), lived.hotline.figures(&other));
        let (busy, idle) = (busy.expect("figures"), idle.expect("figures"));
        for (count, _) in busy.total.iter() {
            assert_eq!(idle.total.get(count), Some(0), "{count} by {:?}, {:?}", one.by, one.basis);
        }
    }
}
