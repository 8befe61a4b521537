//! Comparisons: with an earlier period as it was published, and of units among themselves.

use std::collections::{BTreeMap, BTreeSet};

use gongdan::{
    Against, Basis, Count, Formula, Grade, Grouping, Intake, Moment, NewIssue, Period, Question,
    RankedGroup, RankedUnit, RankingQuestion, Rounding, Score, ScoredTerm, Species, Stamp, Term,
};
use gongdan_tests::County;

use crate::lived::{Lived, rows};

fn month(text: &str) -> Period {
    Period::parse(text).expect("a period")
}

#[test]
fn the_earlier_period_is_taken_as_it_was_published() {
    let mut lived = Lived::new(181, 500);
    let august = month("2020-08");
    let question = Question::new(month("2020-09"), lived.now).by(Grouping::Category);
    let never = lived.hotline.since(&question, Against::Before).expect("both");
    assert_eq!((never.published, never.before.question.period), (None, august));
    let (year, number, answers_for) = (2020, 8, Some("张主任".to_owned()));
    let as_of = Moment::parse_as_of("2020-09-03").expect("a moment");
    let new = NewIssue { year, number, period: august, as_of, answers_for, imprint: None };
    let editor = Stamp::centre("编辑", lived.now);
    let issue = lived.hotline.publish(&editor, &new).expect("an issue");
    let late_entry = Intake::new(County::CHANNELS[0], "补录的来电");
    let stamp = Stamp::centre("坐席07", Moment::parse("at", "2020-08-25 09:00").expect("a moment"));
    lived.hotline.intake(&stamp, &late_entry).expect("taken in");

    let since = lived.hotline.since(&question, Against::Before).expect("both");
    assert_eq!(since.published.as_ref(), Some(&issue));
    let frozen = issue.published.tables.iter().find(|table| table.by == "category");
    let frozen = frozen.expect("the table by category").rows.iter();
    let printed: i64 = frozen.filter_map(|row| row.counts.get("accepted")).sum();
    assert_eq!(since.before.total.count(Count::Accepted), printed);
    let today = Question::new(august, as_of).by(Grouping::Category);
    let today = lived.hotline.figures(&today).expect("figures").total.count(Count::Accepted);
    assert_eq!(today, printed + 1, "the late entry shows today, not in what was published");
    let now = lived.hotline.figures(&question).expect("figures");
    assert_eq!(rows(&since.now), rows(&now));
    let year = lived.hotline.since(&question, Against::YearBefore).expect("both");
    assert_eq!((year.published, year.before.question.period), (None, month("2019-09")));
    assert_eq!(year.before.total.count(Count::Accepted), 0);
}

fn term(figure: &str, points: i64, at_least: Option<i64>, at_most: Option<i64>) -> Term {
    Term { figure: figure.into(), points, at_least, at_most }
}

fn formula() -> Formula {
    let terms = vec![
        term("closure_rate", 40, None, None),
        term("handled_late", -3, Some(-4), None),
        term("handled", 1, None, Some(2)),
        term("satisfaction_of_reached_rate", 20, Some(5), None),
    ];
    Formula { name: "考核@2020".into(), from: Moment::MIN, base: 10, terms, grades: grades() }
}

fn grades() -> Vec<Grade> {
    let bands = [("优秀", 40), ("良好", 24), ("合格", 12)];
    bands.map(|(name, at_least)| Grade { name: name.into(), at_least }).into()
}

/// The last of the grades, from the lowest up, whose bound the points reach.
fn graded((part, whole): (i128, i128)) -> Option<String> {
    let reached = |grade: &Grade| i128::from(grade.at_least) * whole <= part;
    grades().into_iter().rev().take_while(reached).last().map(|grade| grade.name)
}

/// The points of a term by plain arithmetic: a fraction, held at its bounds.
fn by_hand(scored: &ScoredTerm) -> (i128, i128) {
    let Term { points, at_least, at_most, .. } = scored.term;
    let (part, whole) = match scored.value.denominator {
        0 => (0, 1),
        whole => (i128::from(scored.value.numerator) * i128::from(points), i128::from(whole)),
    };
    let below = |bound: i64| part < i128::from(bound) * whole;
    let above = |bound: i64| part > i128::from(bound) * whole;
    match (at_least.filter(|bound| below(*bound)), at_most.filter(|bound| above(*bound))) {
        (Some(bound), _) | (_, Some(bound)) => (bound.into(), 1),
        _ => (part, whole),
    }
}

fn sum(score: &Score) -> (i128, i128) {
    let parts = score.terms.iter().map(by_hand);
    parts.fold((i128::from(score.base), 1), |(a, b), (c, d)| (a * d + c * b, b * d))
}

/// Two decimals, half away from zero.
fn printed((part, whole): (i128, i128)) -> String {
    let hundredths = (part.abs() * 200 + whole) / (whole * 2);
    let sign = if part < 0 && hundredths > 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", hundredths / 100, hundredths % 100)
}

#[test]
fn units_are_ranked_in_groups_and_every_point_is_explained() {
    let (mut ties, mut clamped, mut idle) = (0, 0, 0);
    let mut marks = BTreeSet::new();
    for seed in [182, 183, 184] {
        let lived = Lived::uncorrected(seed, 500);
        let question = Question::new(month("2020"), lived.now);
        let asked = RankingQuestion::new(month("2020"), lived.now).formula(formula());
        let ranking = lived.hotline.rank(&asked).expect("a ranking");
        let by_unit = lived.hotline.figures(&question.clone().by(Grouping::Unit)).expect("figures");
        let tallies: BTreeMap<i64, _> =
            by_unit.rows.iter().map(|row| (row.keys[0].id, &row.tally)).collect();
        let register = lived.hotline.rulebook().expect("the rules").register;
        let mut seen = Vec::new();
        for RankedGroup { group, units, .. } in &ranking.groups {
            in_place(units);
            for unit in units {
                let entry = register.find(Species::Unit, &unit.key.name).expect("a unit");
                assert_eq!(&entry.place(lived.now).group, group, "seed {seed}: {}", unit.key.name);
                let total = unit.score.total.printed(Rounding::HalfUp);
                assert_eq!(total, printed(sum(&unit.score)), "seed {seed}: {}", unit.key.name);
                assert_eq!(
                    unit.rank.is_some(),
                    tallies.contains_key(&unit.key.id) && unit.tally.count(Count::Accepted) > 0
                );
                let grade = unit.rank.and_then(|_| graded(sum(&unit.score)));
                assert_eq!(unit.grade, grade, "seed {seed}: {}", unit.key.name);
                marks.extend(unit.grade.clone());
                let held = |term: &&ScoredTerm| {
                    let free = Term { at_least: None, at_most: None, ..term.term.clone() };
                    by_hand(term) != by_hand(&ScoredTerm { term: free, ..(*term).clone() })
                };
                clamped += unit.score.terms.iter().filter(held).count();
                idle += usize::from(unit.rank.is_none());
                seen.push(unit.key.id);
            }
            let ranks: Vec<u32> = units.iter().filter_map(|unit| unit.rank).collect();
            ties += ranks.windows(2).filter(|pair| pair[0] == pair[1]).count();
        }
        assert!(tallies.keys().all(|id| seen.contains(id)), "seed {seed}: a unit was left out");
        seen.sort_unstable();
        seen.dedup();
        let listed: usize = ranking.groups.iter().map(|group| group.units.len()).sum();
        assert_eq!(seen.len(), listed, "seed {seed}: a unit stands in two groups");
    }
    assert!(marks.len() > 1, "{marks:?}");
    assert!(ties > 0 && clamped > 0 && idle > 0, "{ties} ties, {clamped} bounds, {idle} idle");
}

#[test]
fn a_formula_of_what_is_not_defined_or_not_in_order_is_refused_by_name() {
    let lived = Lived::new(185, 50);
    let asked = RankingQuestion::new(month("2020"), lived.now);
    let of = |figure: &str| Formula { terms: vec![term(figure, 1, None, None)], ..formula() };
    let [waiting, pending] = ["waiting", "pending"].map(|figure| asked.clone().formula(of(figure)));
    let falling = Formula { grades: grades().into_iter().rev().collect(), ..formula() };
    let unnamed = Formula { grades: vec![Grade { name: " ".into(), at_least: 1 }], ..formula() };
    assert!(lived.hotline.rank(&pending).is_ok());
    for (asked, argument) in [
        (waiting, "figure"),
        (pending.basis(Basis::Flow), "figure"),
        (asked.clone().formula(falling), "grades"),
        (asked.clone().formula(unnamed), "grades"),
    ] {
        let error = lived.hotline.rank(&asked).expect_err("refused");
        assert_eq!(error.invalid().map(|invalid| invalid.argument), Some(argument), "{error}");
    }
}

/// Best first; a tie shares its rank and takes the places after it; without tickets, last.
fn in_place(units: &[RankedUnit]) {
    let ranked: Vec<&RankedUnit> = units.iter().take_while(|unit| unit.rank.is_some()).collect();
    assert!(units[ranked.len()..].iter().all(|unit| unit.rank.is_none()), "{units:?}");
    for unit in &ranked {
        let better = |other: &&&RankedUnit| {
            let ((a, b), (c, d)) = (sum(&other.score), sum(&unit.score));
            a * d > c * b
        };
        let rank = ranked.iter().filter(better).count() as u32 + 1;
        assert_eq!(unit.rank, Some(rank), "{}", unit.key.name);
    }
    assert!(ranked.is_sorted_by_key(|unit| unit.rank));
}
