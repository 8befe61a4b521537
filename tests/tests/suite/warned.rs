//! 预警: a share of a running limit is what its days say, at every moment; what runs is what the lists of limits say.

use std::collections::BTreeSet;

use gongdan::{
    Explained, Filter, Hotline, Limit, LimitOf, LimitWarning, Moment, OfficeCommand, Page, Problem,
    Provision, Scope, Setting, Stamp, TicketView, Value, Viewer,
};

use crate::lived::Lived;

const MINUTE: i64 = 60_000;
const DAY: i64 = 1_440 * MINUTE;

fn warn_at(lived: &mut Lived, shares: &[u32]) {
    let (setting, scope) = (Setting::WarnAt, Scope::default());
    let value = Value::Shares(shares.to_vec());
    let provision = Provision { setting, from: Moment::MIN, scope, value };
    let desk = Stamp::centre("主任", lived.now);
    lived.hotline.office(&desk, OfficeCommand::Provide(provision)).expect("shares");
}

fn open(hotline: &Hotline) -> Vec<TicketView> {
    hotline.find(&Filter::new().open(), Page::all()).expect("tickets").tickets
}

/// What of a limit had run at a moment and what it is in all, of the days as they are told, in minutes.
fn counted(explained: &Explained, at: Moment) -> (i64, i64) {
    let whole: i64 = explained.days.iter().map(|line| line.counted_ms).sum();
    let run = explained.days.iter().map(|line| {
        let since = at.ms() - Moment::start_of(line.day).ms();
        match explained.limit {
            _ if since >= DAY => line.counted_ms,
            Limit::WorkingDays(_) if since > 0 => line.counted_ms.min(since),
            Limit::ClockMinutes(_) => {
                since.min(at.ms() - explained.from.ms()).clamp(0, line.counted_ms)
            }
            _ => 0,
        }
    });
    (run.sum::<i64>() / MINUTE, whole / MINUTE)
}

#[test]
fn a_share_is_that_of_the_days_that_are_told() {
    let (mut warned, mut quiet, mut kinds) = (0, 0, BTreeSet::new());
    for seed in 181..184 {
        let mut lived = Lived::new(seed, 500);
        warn_at(&mut lived, &[20, 40, 60, 80]);
        let now = lived.now;
        let found = lived.hotline.warnings(now).expect("warnings");
        let handling = due(&lived.hotline, LimitOf::Handle, now);
        assert!(found.is_sorted_by_key(|each| (each.by, each.ticket)));
        for ticket in open(&lived.hotline) {
            for each in lived.hotline.explain(ticket.id).expect("promises") {
                let same = |other: &&LimitWarning| {
                    let this = (other.ticket, other.promise, &other.unit, other.from, other.by);
                    this == (ticket.id, each.promise, &each.unit, each.from, each.by)
                };
                let (run, whole) = counted(&each, now);
                match found.iter().find(same) {
                    Some(warning) => {
                        assert!(each.held_since.is_none() && now <= each.by);
                        assert_eq!((warning.run_minutes, warning.whole_minutes), (run, whole));
                        assert_eq!(i64::from(warning.share), (run * 100 / whole / 20).min(4) * 20);
                        assert_eq!(warning.number, ticket.number);
                        kinds.insert(warning.promise);
                        warned += 1;
                    }
                    None if run * 100 < whole * 20 => quiet += 1,
                    None => assert!(each.promise != "handle" || !handling.contains(&ticket.id.0)),
                }
            }
        }
    }
    assert!(warned > 30 && quiet > 5 && kinds.len() > 2, "{warned} {quiet} {kinds:?}");
}

/// The tickets of which a limit runs at a moment and has not passed, by the list of those that are due.
fn due(hotline: &Hotline, limit: LimitOf, at: Moment) -> BTreeSet<i64> {
    let filter = Filter::new().limit_of(limit).due_from(at).due_by(at.plus_ms(3_000 * DAY));
    let found = hotline.find(&filter.as_of(at), Page::all()).expect("what is due");
    found.tickets.iter().map(|ticket| ticket.id.0).collect()
}

#[test]
fn what_runs_is_what_is_due_at_every_moment() {
    let limits =
        [LimitOf::SignOff, LimitOf::Handle, LimitOf::Report, LimitOf::Rework, LimitOf::Total];
    let (mut all, mut seen) = (0, BTreeSet::new());
    for seed in [184, 185] {
        let mut lived = Lived::new(seed, 400);
        warn_at(&mut lived, &[1]);
        for back in 0..12 {
            let at = lived.now.plus_ms(-back * 41 * DAY / 10 - 1);
            let found = lived.hotline.warnings(at).expect("warnings");
            for limit in limits {
                let of = found.iter().filter(|each| each.promise == limit.word());
                let warned: BTreeSet<i64> = of.map(|each| each.ticket.0).collect();
                let due = due(&lived.hotline, limit, at);
                assert!(warned.is_subset(&due), "{limit} {at}: {:?}", warned.difference(&due));
                all += warned.len();
                seen.extend((!warned.is_empty()).then_some(limit.word()));
            }
        }
    }
    assert!(all > 50 && seen.len() > 2, "{all} {seen:?}");
}

#[test]
fn a_unit_is_told_of_its_own_tickets() {
    let mut lived = Lived::new(186, 400);
    warn_at(&mut lived, &[1]);
    let all = lived.hotline.warnings(lived.now).expect("warnings");
    let unit = all.iter().find_map(|each| each.unit.clone()).expect("a unit");
    let view = lived.hotline.viewed_by(Viewer::unit(&unit));
    let own = view.warnings(lived.now).expect("warnings");
    let its = all.iter().filter(|each| each.unit.as_ref() == Some(&unit));
    assert!(its.clone().count() > 0 && own.len() < all.len());
    assert!(its.into_iter().all(|each| own.contains(each)));
    assert!(own.iter().all(|each| view.ticket(each.ticket).is_ok() && all.contains(each)));
}

#[test]
fn shares_rise_from_one_to_ninety_nine() {
    let mut lived = Lived::new(187, 30);
    let desk = Stamp::centre("主任", lived.now);
    let many: Vec<u32> = (1..=11).collect();
    for wrong in [&[][..], &[0], &[100], &[75, 50], &[50, 50], &many] {
        let value = Value::Shares(wrong.to_vec());
        let (setting, scope) = (Setting::WarnAt, Scope::default());
        let provision = Provision { setting, from: Moment::MIN, scope, value };
        let no =
            lived.hotline.office(&desk, OfficeCommand::Provide(provision)).expect_err("no share");
        let invalid = no.invalid().expect("named");
        assert_eq!(invalid.argument, "value");
        assert_eq!(invalid.problem == Problem::Empty, wrong.is_empty());
    }
}
