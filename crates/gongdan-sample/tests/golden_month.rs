//! The plan of the golden month gives every printed figure, counted here by simple loops.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use gongdan_domain::{Calendar, Clock, Kind, Limit, Moment, OfficeHours, china_notices};
use gongdan_sample::{CALLS, Life, Month, Path, PlannedLeg, UnitRow, golden_month, printed};

fn month() -> Month {
    golden_month().unwrap()
}

fn limit(from: Moment, days: u32) -> Moment {
    let (calendar, hours) = (Calendar::new(china_notices()), OfficeHours::default());
    let clock = Clock { days: calendar.known_at(from), hours: &hours };
    clock.limit(from, Limit::WorkingDays(days)).unwrap()
}

fn handle_by(life: &Life, leg: &PlannedLeg) -> Moment {
    limit(leg.transferred_at, if life.kind == Kind::Inquiry { 3 } else { 5 })
}

fn handled_late(life: &Life) -> bool {
    life.leg().is_some_and(|leg| {
        leg.handled.as_ref().is_some_and(|handling| handling.at > handle_by(life, leg))
    })
}

fn open_late(life: &Life, as_of: Moment) -> bool {
    life.leg().is_some_and(|leg| leg.handled.is_none() && as_of > handle_by(life, leg))
}

fn count(lives: &[Life], which: impl Fn(&Life) -> bool) -> u32 {
    lives.iter().filter(|life| which(life)).count() as u32
}

fn figure(name: &str) -> u32 {
    printed().figure(name).unwrap().parse().unwrap()
}

#[test]
fn the_sentences_figures() {
    let month = month();
    let lives = &month.lives;
    assert_eq!(lives.len() as u32, figure("tickets"));
    let online = count(lives, |life| matches!(life.path, Path::ResolvedOnline { .. }));
    assert_eq!(online, figure("resolved_online"));
    assert_eq!(count(lives, |life| life.leg().is_some()), figure("transferred"));
    assert_eq!(count(lives, |life| life.closed_at().is_some()), figure("closed"));
    assert_eq!(count(lives, handled_late), figure("handled_late"));
    assert_eq!(count(lives, |life| open_late(life, month.as_of)), figure("open_late"));
    let calls = month.contacts.iter().filter(|contacts| contacts.channel == CALLS);
    assert_eq!(calls.map(|contacts| contacts.count).sum::<u32>(), figure("calls"));
}

#[test]
fn the_rates_are_exact_fractions_that_print_as_printed() {
    let month = month();
    let closed = count(&month.lives, |life| life.closed_at().is_some());
    assert_eq!(percent(closed, 3338), printed().figure("closure_rate").unwrap());
    let asked = || month.lives.iter().filter_map(Life::leg).filter(|leg| !leg.callbacks.is_empty());
    let satisfied = asked().filter(|leg| leg.callbacks.last().unwrap().satisfied()).count() as u32;
    assert_eq!((satisfied, asked().count()), (401, 410));
    assert_eq!(percent(satisfied, 410), printed().figure("satisfaction_rate").unwrap());
}

/// Half-up to two decimals.
fn percent(part: u32, whole: u32) -> String {
    let hundredths = (part * 20_000 + whole) / (2 * whole);
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

#[test]
fn every_row_of_the_category_table() {
    let lives = month().lives;
    let mut rows = 0;
    for row in &printed().categories {
        let category = (row.name != "在线办结").then_some(row.name);
        let of = |life: &Life| life.category == category;
        assert_eq!(count(&lives, of), row.accepted, "{}", row.name);
        let closed = count(&lives, |life| of(life) && life.closed_at().is_some());
        assert_eq!(closed, row.closed, "{}", row.name);
        let late =
            count(&lives, |life| of(life) && life.closed_at().is_some() && handled_late(life));
        assert_eq!(late, row.closed_late, "{}", row.name);
        assert_eq!(percent(late, closed), row.closed_late_rate, "{}", row.name);
        rows += 1;
    }
    assert_eq!(rows, 17);
}

#[test]
fn every_row_of_the_unit_table() {
    let month = month();
    assert_eq!(printed().units.len(), 49);
    for row in printed().units {
        let of = |life: &Life| life.leg().is_some_and(|leg| leg.unit == row.name);
        let figures = UnitRow {
            accepted: count(&month.lives, of),
            pending: count(&month.lives, |life| of(life) && life.leg().unwrap().handled.is_none()),
            sign_off_late: count(&month.lives, |life| {
                of(life) && sign_off_late(life.leg().unwrap(), month.as_of)
            }),
            handled_late: count(&month.lives, |life| of(life) && handled_late(life)),
            open_late: count(&month.lives, |life| of(life) && open_late(life, month.as_of)),
            ..row.clone()
        };
        assert_eq!(&figures, row);
    }
}

fn sign_off_late(leg: &PlannedLeg, as_of: Moment) -> bool {
    leg.signed_off.map_or(as_of, |sign_off| sign_off.at) > limit(leg.transferred_at, 1)
}

#[test]
fn the_channel_paragraph() {
    let month = month();
    let mut found: BTreeMap<(&str, &str), u32> = BTreeMap::new();
    for life in month.lives.iter().filter(|life| life.channel != CALLS) {
        let by = life.leg().map_or("在线办结", |leg| leg.unit);
        *found.entry((life.channel, by)).or_default() += 1;
    }
    for row in &printed().channels {
        let by = printed().unit(row.handled_by).map_or(row.handled_by, |unit| unit.name);
        assert_eq!(found.remove(&(row.channel, by)), Some(row.tickets), "{} {by}", row.channel);
    }
    assert!(found.is_empty(), "{found:?}");
    assert_eq!(count(&month.lives, |life| life.channel == CALLS), 3320);
}

#[test]
fn contacts_cover_the_tickets_of_each_day_and_channel() {
    let month = month();
    let mut letters: BTreeMap<&str, u32> = BTreeMap::new();
    for contacts in &month.contacts {
        let tickets = count(&month.lives, |life| {
            life.accepted_at.day() == contacts.day && life.channel == contacts.channel
        });
        assert!(contacts.count >= tickets, "{contacts:?}");
        *letters.entry(contacts.channel).or_default() += contacts.count;
    }
    let sums: Vec<u32> = month.channels.iter().map(|channel| letters[channel]).collect();
    assert_eq!(sums, [4630, 2, 10, 1, 5]);
}

#[test]
fn forty_six_pending_and_seven_in_rework_are_the_fifty_three_not_closed() {
    let month = month();
    let legs = || month.lives.iter().filter_map(Life::leg);
    let pending = legs().filter(|leg| leg.handled.is_none()).count();
    let rework = legs().filter(|leg| leg.rework.is_some() && leg.closed.is_none()).count();
    assert_eq!((pending, rework), (46, 7));
    assert_eq!(month.lives.iter().filter(|life| life.closed_at().is_none()).count(), 53);
    let explained = legs().filter(|leg| {
        leg.closed.is_some() && leg.callbacks.last().is_some_and(|attempt| !attempt.satisfied())
    });
    assert_eq!(explained.count(), 2);
    assert!(legs().all(|leg| leg.rework.as_ref().is_none_or(|r| limit(r.at, 5) >= month.as_of)));
}

#[test]
fn ten_typical_cases_ended_well() {
    let month = month();
    let cases: Vec<&Life> = month.lives.iter().filter(|life| life.typical.is_some()).collect();
    assert_eq!(cases.len(), 10);
    for life in cases {
        let leg = life.leg().unwrap();
        assert!(leg.closed.is_some_and(|closing| closing.solved));
        assert!(leg.callbacks.last().unwrap().satisfied() && !handled_late(life));
        assert_eq!(leg.handled.as_ref().unwrap().result, life.typical.unwrap().handling);
    }
}

#[test]
fn time_never_runs_backwards_and_ends_before_the_cut_off() {
    let month = month();
    let end = Moment::parse("end", "2020-10-09 17:30").unwrap();
    for life in &month.lives {
        let moments = life.moments();
        assert!(moments.windows(2).all(|pair| pair[0] <= pair[1]), "{life:?}");
        assert!(month.period.contains(moments[0]) && *moments.last().unwrap() <= end, "{life:?}");
    }
    assert!(month.lives.windows(2).all(|pair| pair[0].accepted_at <= pair[1].accepted_at));
}

#[test]
fn units_work_in_office_hours_only() {
    let calendar = Calendar::new(china_notices());
    let mut checked = 0;
    for leg in month().lives.iter().filter_map(Life::leg) {
        let signed = leg.signed_off.map(|sign_off| sign_off.at);
        for at in signed.into_iter().chain(leg.handled.as_ref().map(|handling| handling.at)) {
            let open = OfficeHours::default();
            let minute = (at.ms() - Moment::start_of(at.day()).ms()) / 60_000;
            let inside =
                |(from, to): &(u16, u16)| (i64::from(*from)..i64::from(*to)).contains(&minute);
            assert!(calendar.known_at(at).is_working(at.day()).unwrap(), "{at}");
            assert!(open.stretches().iter().any(inside), "{at}");
            checked += 1;
        }
    }
    assert_eq!(checked, 456 + 410);
}

#[test]
fn the_make_up_sunday_is_worked_and_the_holiday_is_not() {
    let signed = |day: &str| {
        let legs =
            month().lives.into_iter().filter_map(|life| life.leg().and_then(|l| l.signed_off));
        legs.filter(|sign_off| sign_off.at.day().to_string() == day).count()
    };
    assert!(signed("2020-09-27") > 0 && signed("2020-10-09") > 0);
    assert_eq!((signed("2020-09-26"), signed("2020-10-01")), (0, 0));
}

#[test]
fn two_plans_are_equal() {
    assert_eq!(month(), month());
}

#[test]
fn the_same_phone_is_the_same_person_and_some_call_again() {
    let mut names: BTreeMap<String, Option<String>> = BTreeMap::new();
    let mut again = 0;
    for caller in month().lives.into_iter().map(|life| life.caller) {
        let phone = caller.phone.unwrap();
        match names.get(&phone) {
            Some(name) => {
                assert_eq!(*name, caller.name);
                again += 1;
            }
            None => drop(names.insert(phone, caller.name)),
        }
    }
    assert!((100..1500).contains(&again), "{again}");
}
