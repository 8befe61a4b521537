//! Figures as of a moment equal those of a file that only lived until then.

use gongdan::{Moment, Period};
use gongdan_tests::{Dice, at};

use crate::lived::{Lived, questions, rows};

fn random_moment(dice: &mut Dice, last: Moment) -> Moment {
    let first = at("2020-08-20 09:00");
    let span = (last.ms() - first.ms()) as usize;
    first.plus_ms(dice.below(span) as i64)
}

fn periods() -> Vec<Period> {
    ["2020-08", "2020-09", "2020-08-25..2020-09-10", "2020"]
        .iter()
        .map(|text| Period::parse(text).expect("a period"))
        .collect()
}

/// What is corrected afterwards changes the past, and `corrections` tells how.
#[test]
fn as_of_equals_a_file_that_lived_no_longer() {
    for seed in [11, 12, 13] {
        let lived = Lived::uncorrected(seed, 700);
        let mut dice = Dice::new(seed);
        for round in 0..4 {
            let moment = random_moment(&mut dice, lived.now);
            let (replayed, _) = lived.again_until(seed, moment, &format!("until-{round}.db"));
            for question in periods().into_iter().flat_map(|period| questions(period, moment)) {
                let whole = lived.hotline.figures(&question).expect("figures");
                let lone = replayed.figures(&question).expect("figures");
                assert_eq!(rows(&whole), rows(&lone), "seed {seed}, {question:?}");
                assert_eq!(whole.total, lone.total, "seed {seed}, {question:?}");
            }
            for period in periods() {
                let contacts = |hotline: &gongdan::Hotline| hotline.contacts(&period, moment);
                let (whole, lone) = (contacts(&lived.hotline), contacts(&replayed));
                assert_eq!(whole.expect("contacts"), lone.expect("contacts"), "seed {seed}");
            }
        }
    }
}

#[test]
fn seeing_a_part_of_the_journal_equals_having_lived_it() {
    let seed = 21;
    let lived = Lived::new(seed, 500);
    let (whole, _) = lived.again_until(seed, Moment::MAX, "again.db");
    let (halfway, _) = lived.hotline.head().expect("a head");
    assert_eq!(whole.head().expect("a head").0, halfway, "the same plays write the same events");
    let period = Period::parse("2020").expect("a period");
    for question in questions(period, lived.now) {
        let seen = lived.hotline.figures(&question.clone().seen(halfway)).expect("figures");
        let all = lived.hotline.figures(&question).expect("figures");
        assert_eq!(rows(&seen), rows(&all), "{question:?}");
    }
}
