//! Lists as of a moment hold exactly the tickets of the figures of the same name at that moment.

use std::collections::BTreeSet;

use gongdan::{
    Basis, Command, Count, Filter, Grouping, LimitOf, Moment, Page, Period, Question, Queue, Row,
    Stage, Stamp, TicketId,
};
use gongdan_tests::{County, Dice};

use crate::lived::Lived;

/// Each limit, and the figure of the same name.
const PAIRS: [(LimitOf, Count); 4] = [
    (LimitOf::Handle, Count::OpenLate),
    (LimitOf::Rework, Count::ReworkOpenLate),
    (LimitOf::Report, Count::ReportOpenLate),
    (LimitOf::LateNow, Count::LateNow),
];

/// Each queue, and the figure of the same name.
const QUEUES: [(Queue, Count); 5] = [
    (Queue::Undecided, Count::Undecided),
    (Queue::AwaitingCallback, Count::AwaitingCallback),
    (Queue::SupervisionsUnanswered, Count::SupervisionsUnanswered),
    (Queue::Unsigned, Count::Unsigned),
    (Queue::ExemptionsUndecided, Count::ExemptionsUndecided),
];

fn listed(lived: &Lived, filter: &Filter) -> BTreeSet<TicketId> {
    let found = lived.hotline.find(filter, Page::all()).expect("a list");
    assert_eq!(found.total as usize, found.tickets.len());
    found.tickets.iter().map(|ticket| ticket.id).collect()
}

fn behind(
    lived: &Lived,
    question: &Question,
    unit: Option<&str>,
    count: Count,
) -> BTreeSet<TicketId> {
    let figures = lived.hotline.figures(question).expect("figures");
    let row: Option<&Row> = unit.map(|unit| figures.row(unit).expect("a row"));
    let behind = lived.hotline.behind(&figures, row, count).expect("a list");
    behind.into_iter().map(|ticket| ticket.id).collect()
}

#[test]
fn overdue_at_a_moment_is_what_the_figures_count_as_of_it() {
    let whole = Period::parse("2020").expect("a period");
    let (mut met, mut waited) = ([0; 4], [0; 5]);
    for seed in [301, 302, 303] {
        let lived = Lived::new(seed, 900);
        let mut dice = Dice::new(seed);
        for back in [0, dice.below(5_000), dice.below(20_000), dice.below(40_000)] {
            let as_of = lived.now.plus_ms(-(back as i64) * 60_000);
            let question = Question::new(whole, as_of).basis(Basis::Cohort);
            let by_unit = question.clone().by(Grouping::Unit);
            let units = lived.hotline.figures(&by_unit).expect("figures");
            for (nth, (limit, count)) in PAIRS.into_iter().enumerate() {
                let filter = Filter::new().overdue_on(as_of).limit_of(limit);
                let late = behind(&lived, &question, None, count);
                assert_eq!(listed(&lived, &filter), late, "seed {seed}, {count} as of {as_of}");
                met[nth] += late.len();
                for row in &units.rows {
                    let unit = row.keys[0].name.as_str();
                    let own = behind(&lived, &by_unit, Some(unit), count);
                    let filter = filter.clone().unit(unit);
                    assert_eq!(listed(&lived, &filter), own, "{unit}, {count} as of {as_of}");
                }
            }
            open_as_of(&lived, &question, as_of);
            for (nth, (queue, count)) in QUEUES.into_iter().enumerate() {
                let waits = behind(&lived, &question, None, count);
                let filter = Filter::new().queue(queue).as_of(as_of);
                assert_eq!(listed(&lived, &filter), waits, "seed {seed}, {count} as of {as_of}");
                waited[nth] += waits.len();
            }
        }
    }
    assert!(waited.iter().all(|met| *met > 0), "a queue was always empty: {waited:?}");
    assert!(met.iter().all(|met| *met > 0), "a list was always empty: {met:?}");
}

/// What sections work on, and what they are late with, by their own limits: no figure has their name.
#[test]
fn a_sections_limit_lists_what_the_section_has() {
    let mut lived = Lived::new(301, 900);
    let signed = Filter::new().stage(Stage::SignedOff);
    let signed = lived.hotline.find(&signed, Page::all()).expect("tickets").tickets;
    let mut forwarded = BTreeSet::new();
    for ticket in signed {
        let unit = ticket.unit.expect("a unit has it");
        let Some(nth) = County::UNITS.iter().position(|name| *name == unit) else { continue };
        let section = County::section(nth);
        let (stamp, days) = (Stamp::unit(unit, "经办人", lived.now), 1);
        let forward = Command::Forward { section: section.clone(), days };
        if lived.hotline.execute(ticket.id, &stamp, &forward).is_ok() {
            let shown = lived.hotline.ticket(ticket.id).expect("a ticket");
            assert!(shown.section.is_some_and(|name| name.ends_with(&section)));
            forwarded.insert(ticket.id);
        }
    }
    assert!(!forwarded.is_empty(), "no unit forwarded anything");
    let of_section = || Filter::new().limit_of(LimitOf::Section);
    let later = lived.now.plus_ms(40 * 86_400_000);
    assert!(listed(&lived, &of_section().due_by(later)).is_superset(&forwarded));
    assert!(listed(&lived, &of_section().overdue_on(later)).is_superset(&forwarded));
    assert!(listed(&lived, &of_section().overdue_on(lived.now)).is_disjoint(&forwarded));
}

/// What is found at a moment is what the figures count, and each ticket is shown as it stood.
fn open_as_of(lived: &Lived, question: &Question, as_of: Moment) {
    let filter = Filter::new().open().as_of(as_of);
    assert_eq!(listed(lived, &filter), behind(lived, question, None, Count::Open), "as of {as_of}");
    let all = lived.hotline.find(&Filter::new().as_of(as_of), Page::all()).expect("a list");
    let shown =
        |ticket: &gongdan::TicketView| ticket.accepted_at <= as_of && ticket.last_at <= as_of;
    assert!(all.tickets.iter().all(shown), "a ticket is shown as it stood");
}

#[test]
fn a_name_of_what_was_merged_finds_what_it_became() {
    let lived = Lived::new(304, 1_200);
    let question = Question::new(Period::parse("2020").expect("a period"), lived.now);
    let figures = lived.hotline.figures(&question.by(Grouping::Category)).expect("figures");
    for row in figures.rows.iter().filter(|row| row.keys[0].id > 0) {
        let name = row.keys[0].name.as_str();
        let found = listed(&lived, &Filter::new().category(name));
        let below = |other: &str| other == name || other.starts_with(&format!("{name}>"));
        let rows = figures.rows.iter().filter(|row| below(&row.keys[0].name));
        let sum: i64 = rows.map(|row| row.tally.count(Count::Accepted)).sum();
        assert_eq!(found.len() as i64, sum, "{name}");
    }
}
