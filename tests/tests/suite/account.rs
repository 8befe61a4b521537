//! The carry-over account (结转): what one period carries out, the next one opens with, by ticket.

use std::collections::BTreeSet;

use gongdan::{Account, Day, Period, TicketId};
use gongdan_tests::Dice;

use crate::lived::Lived;

type Ids = BTreeSet<TicketId>;

fn set(ids: &[TicketId]) -> Ids {
    let set: Ids = ids.iter().copied().collect();
    assert_eq!(set.len(), ids.len(), "a ticket stands twice on one line");
    set
}

/// Every ticket stands once among what comes in, and once among what goes out.
fn balances(account: &Account) {
    assert!(account.balances(), "{account:?}");
    let [opening, taken_in, reopened] =
        [&account.opening, &account.taken_in, &account.reopened].map(|ids| set(ids));
    let [ended, carried_out] = [&account.ended, &account.carried_out].map(|ids| set(ids));
    assert!(opening.is_disjoint(&taken_in) && opening.is_disjoint(&reopened));
    assert!(taken_in.is_disjoint(&reopened) && ended.is_disjoint(&carried_out));
    let into: Ids = opening.iter().chain(&taken_in).chain(&reopened).copied().collect();
    let out: Ids = ended.iter().chain(&carried_out).copied().collect();
    assert_eq!(into, out);
}

fn day_after(day: Day, days: usize) -> Day {
    gongdan::Moment::start_of(day).plus_ms(days as i64 * 86_400_000).day()
}

#[test]
fn what_is_carried_out_is_what_the_next_period_opens_with() {
    let (mut opened, mut reopened) = (0, 0);
    for seed in [161, 162, 163] {
        let lived = Lived::new(seed, 700);
        let mut dice = Dice::new(seed);
        let start = gongdan::parse_day("day", "2020-08-18").expect("a day");
        let span = (lived.now.ms() - gongdan::Moment::start_of(start).ms()) / 86_400_000;
        for _ in 0..6 {
            let first = day_after(start, dice.below(span as usize / 2));
            let middle = day_after(first, dice.below(span as usize / 2));
            let last = day_after(middle, 1 + dice.below(span as usize / 2));
            let period = |from, to| Period::days(from, to).expect("a period");
            let account = |period: Period| lived.hotline.account(&period, lived.now);
            let one = account(period(first, middle)).expect("an account");
            let two = account(period(day_after(middle, 1), last)).expect("an account");
            let both = account(period(first, last)).expect("an account");
            [&one, &two, &both].into_iter().for_each(balances);
            let what = format!("seed {seed}, {first} to {middle} to {last}");
            assert_eq!(set(&one.carried_out), set(&two.opening), "{what}");
            assert_eq!(set(&both.opening), set(&one.opening), "{what}");
            assert_eq!(set(&both.carried_out), set(&two.carried_out), "{what}");
            let taken: Ids = one.taken_in.iter().chain(&two.taken_in).copied().collect();
            assert_eq!(set(&both.taken_in), taken, "{what}");
            opened += two.opening.len();
            reopened += two.reopened.len();
        }
    }
    assert!(opened > 0 && reopened > 0, "{opened} carried over, {reopened} opened again");
}

#[test]
fn an_account_ends_with_its_cut_off() {
    let lived = Lived::new(164, 500);
    let period = Period::parse("2020").expect("a period");
    for days in [0, 3, 9, 400] {
        let as_of = lived.now.plus_ms(-days * 86_400_000);
        let account = lived.hotline.account(&period, as_of).expect("an account");
        balances(&account);
        let (whole, _) = lived.again_until(164, as_of, &format!("until-{days}.db"));
        let open = whole.find(&gongdan::Filter::new().open(), gongdan::Page::all());
        let open = open.expect("tickets").total;
        assert_eq!(account.carried_out.len() as u64, open, "as of {as_of}");
    }
}
