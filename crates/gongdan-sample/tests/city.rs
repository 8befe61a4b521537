//! A city is the same city every time, in order, in its mix, and ends with its period.
#![allow(clippy::unwrap_used)]

use gongdan_domain::{Moment, Period};
use gongdan_sample::{City, Life, Mix, Path};

fn city(tickets: u64) -> City {
    City::new(11, tickets, Period::parse("2020-08..2020-10").unwrap()).unwrap()
}

fn share(lives: &[Life], which: impl Fn(&Life) -> bool) -> usize {
    lives.iter().filter(|life| which(life)).count() * 1000 / lives.len()
}

#[test]
fn lives_come_in_order_and_inside_the_period() {
    let city = city(5_000);
    let lives: Vec<Life> = city.lives().collect();
    assert_eq!(lives.len(), 5_000);
    assert!(lives.windows(2).all(|pair| pair[0].accepted_at <= pair[1].accepted_at));
    for life in &lives {
        let moments = life.moments();
        assert!(moments.windows(2).all(|pair| pair[0] <= pair[1]), "{life:?}");
        assert!(city.period().contains(moments[0]) && *moments.last().unwrap() <= city.until());
    }
}

#[test]
fn a_life_depends_on_seed_and_number_alone() {
    let lives: Vec<Life> = city(300).lives().collect();
    for index in (0..300).rev() {
        assert_eq!(city(300).life(index), lives[index as usize]);
    }
    let other = City::new(12, 300, city(300).period()).unwrap();
    assert!(other.lives().ne(lives));
}

#[test]
fn the_mix_is_kept() {
    let lives: Vec<Life> = city(20_000).lives().collect();
    let transferred = share(&lives, |life| life.leg().is_some());
    assert!((335..365).contains(&transferred), "{transferred}");
    let reworked = |life: &Life| life.leg().is_some_and(|leg| leg.rework.is_some());
    assert!(lives.iter().any(reworked));
    let pending = |life: &Life| life.leg().is_some_and(|leg| leg.handled.is_none());
    assert!(lives.iter().any(pending) && lives.iter().any(|life| life.typical.is_none()));
}

#[test]
fn a_mix_can_be_chosen() {
    let mix = Mix { transferred: 0, letters: 0, ..Mix::default() };
    let city = city(500).with_mix(mix);
    assert!(city.lives().all(|life| life.leg().is_none() && life.channel == "来电"));
    let closed = |life: &Life| matches!(life.path, Path::ResolvedOnline { .. });
    assert!(city.lives().filter(closed).count() > 490);
}

#[test]
fn a_huge_city_reaches_from_end_to_end() {
    let period = Period::parse("2018..2020").unwrap();
    let city = City::new(1, 24_000_000, period).unwrap();
    assert_eq!(city.life(0).accepted_at.day(), period.first());
    assert_eq!(city.life(23_999_999).accepted_at.day(), period.last());
    assert!(city.life(12_000_000).accepted_at > Moment::parse("at", "2019-05-01 00:00").unwrap());
}

#[test]
fn a_year_without_a_notice_is_refused() {
    assert!(City::new(1, 10, Period::parse("2090").unwrap()).is_err());
}
