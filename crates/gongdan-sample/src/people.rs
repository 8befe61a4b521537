//! Invented people and places: the same number always gives the same person.

use std::sync::LazyLock;

use gongdan_domain::Caller;

use crate::dice::Dice;
use crate::rows::UnitRow;

const PEOPLE_SEED: u64 = 12_345;
const TOWNSHIP: &str = "乡镇";

/// The words that names and places are made of.
struct Words {
    streets: Vec<&'static str>,
    villages: Vec<&'static str>,
    surnames: Vec<&'static str>,
    given: Vec<&'static str>,
    desks: Vec<&'static str>,
}

fn words() -> &'static Words {
    static WORDS: LazyLock<Words> = LazyLock::new(|| Words {
        streets: line("streets"),
        villages: line("villages"),
        surnames: line("surnames"),
        given: line("given"),
        desks: line("desks"),
    });
    &WORDS
}

fn line(name: &str) -> Vec<&'static str> {
    let lines = include_str!("../data/places.txt").lines();
    let line = lines.filter_map(|line| line.strip_prefix(name)).next();
    line.unwrap_or_default().split_whitespace().collect()
}

/// Caller `index` of a region: name, phone and address depend on the index alone.
pub(crate) fn caller(index: u64) -> Caller {
    let mut dice = Dice::new(PEOPLE_SEED, index);
    let title = if dice.per_mille(480) { "女士" } else { "先生" };
    let name = [dice.word(&words().surnames), title].concat();
    let phone = format!("199{:08}", index % 100_000_000);
    let address = dice.per_mille(650).then(|| street(&mut dice));
    let name = (!dice.per_mille(120)).then_some(name);
    Caller { name, phone: Some(phone), address }
}

/// The clerk of unit `index`.
pub(crate) fn clerk(index: usize) -> String {
    let mut dice = Dice::new(PEOPLE_SEED, u64::MAX - index as u64);
    [dice.word(&words().surnames), dice.word(&words().given)].concat()
}

/// One of the centre's seats.
pub(crate) fn desk(dice: &mut Dice) -> &'static str {
    dice.word(&words().desks)
}

/// Where a matter lies: in a township's own villages, else in the county town.
pub(crate) fn place(dice: &mut Dice, unit: Option<&UnitRow>) -> String {
    match unit.filter(|unit| unit.group == TOWNSHIP) {
        Some(unit) => village(dice, unit.name.trim_end_matches("人民政府")),
        None if unit.is_none() && dice.per_mille(350) => village(dice, ""),
        None => street(dice),
    }
}

fn village(dice: &mut Dice, township: &str) -> String {
    let group = dice.between(1, 16).to_string();
    [township, dice.word(&words().villages), &group, "组"].concat()
}

fn street(dice: &mut Dice) -> String {
    let number = dice.between(1, 299).to_string();
    [dice.word(&words().streets), &number, "号"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_number_is_the_same_person() {
        assert_eq!(caller(42), caller(42));
        assert_eq!(caller(42).phone.as_deref(), Some("19900000042"));
        assert_ne!(caller(42), caller(43));
    }

    #[test]
    fn some_give_no_name() {
        let nameless = (0..1000).filter(|index| caller(*index).name.is_none()).count();
        assert!((60..200).contains(&nameless), "{nameless}");
    }
}
