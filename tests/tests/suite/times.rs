//! For how long: bands of age over a lived file, each ticket's worked out again from the calendar, and
//! what is without effect refused.

use std::collections::BTreeMap;

use gongdan::{Count, Filter, Grouping, Moment, Page, Period, Question};

use crate::lived::Lived;

const YEAR: &str = "2020";

fn question(lived: &Lived, as_of: Moment) -> Question {
    let period = Period::parse(YEAR).expect("a period");
    Question::new(period, as_of.min(lived.now))
}

/// How many working days lie after the day of one moment, up to that of another.
fn worked(lived: &Lived, from: Moment, to: Moment) -> u32 {
    let calendar = lived.hotline.rulebook().expect("the rules").calendar;
    let days = from.day().iter_days().skip(1).take_while(|day| *day <= to.day());
    let works = |day: &gongdan::Day| calendar.known_at(to).is_working(*day).expect("a known year");
    u32::try_from(days.filter(works).count()).expect("days")
}

#[test]
fn each_open_ticket_stands_in_the_band_of_its_age_and_no_other() {
    let mut met = BTreeMap::new();
    for (seed, bands) in [(311, vec![]), (312, vec![1]), (313, vec![1, 2, 8])] {
        let lived = Lived::new(seed, 500);
        let early = Moment::parse("as_of", "2020-09-15 12:00").expect("a moment");
        for as_of in [early.min(lived.now), lived.now] {
            let asked = bands.iter().fold(question(&lived, as_of), |asked, to| asked.bands(*to));
            let asked = asked.by(Grouping::Age);
            let figures = lived.hotline.figures(&asked).expect("figures");
            let bounds = if bands.is_empty() { vec![3, 5, 10, 20] } else { bands.clone() };
            let open = Filter::new().open().as_of(as_of);
            let open = lived.hotline.find(&open, Page::all()).expect("the open ones").tickets;
            let mut own = BTreeMap::<i64, Vec<_>>::new();
            for ticket in &open {
                let age = worked(&lived, ticket.accepted_at, as_of);
                let band = bounds.iter().filter(|to| age > **to).count() as i64 + 1;
                own.entry(band).or_default().push(ticket.id);
            }
            for row in &figures.rows {
                let list = lived.hotline.behind(&figures, Some(row), Count::Open).expect("a list");
                let mut list: Vec<_> = list.into_iter().map(|ticket| ticket.id).collect();
                let mut own = own.remove(&row.keys[0].id).unwrap_or_default();
                list.sort_unstable();
                own.sort_unstable();
                assert_eq!(list, own, "seed {seed}, as of {as_of}: {}", row.keys[0].name);
                *met.entry(row.keys[0].name.clone()).or_insert(0) += own.len();
            }
            assert!(own.is_empty(), "seed {seed}: no row for {:?}", own.keys());
        }
    }
    let bands = met.iter().filter(|(name, times)| name.contains("工作日") && **times > 0).count();
    assert!(bands >= 7, "{met:?}");
}

#[test]
fn what_would_be_without_effect_is_refused_by_name() {
    let lived = Lived::new(314, 20);
    let asked = question(&lived, lived.now);
    let by = |by: &[Grouping]| by.iter().fold(asked.clone(), |asked, by| asked.by(*by));
    let wrong = [
        (by(&[Grouping::Unit]).bands(3_u32), "bands"),
        (by(&[Grouping::Age]).bands(3_u32).bands(3_u32), "bands"),
        (by(&[Grouping::Age]).bands(u32::MAX), "bands"),
        (by(&[]).zeros(), "zeros"),
        (by(&[Grouping::Unit, Grouping::Channel]).zeros(), "zeros"),
        (by(&[Grouping::Kind]).zeros(), "zeros"),
    ];
    for (question, argument) in wrong {
        let error = lived.hotline.figures(&question).expect_err("refused");
        assert_eq!(error.invalid().map(|invalid| invalid.argument), Some(argument), "{error}");
        let several = [by(&[]), question];
        assert!(lived.hotline.figures_of(&several).is_err(), "{argument} among several");
    }
}
