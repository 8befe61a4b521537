//! The texts: what tickets are about, what the desk answers, what a unit replies.

use std::sync::LazyLock;

use gongdan_domain::Kind;

use crate::dice::Dice;
use crate::rows::UnitRow;

const ANY: &str = "-";

/// One invented matter, with blanks in its texts.
#[derive(Debug)]
pub(crate) struct Matter {
    units: Vec<&'static str>,
    pub(crate) kind: Kind,
    pub(crate) title: &'static str,
    pub(crate) appeal: &'static str,
    pub(crate) answer: &'static str,
    pub(crate) result: &'static str,
}

/// What is left when the texts have no fitting matter; a test proves that they always have one.
static NOTHING: Matter =
    Matter { units: Vec::new(), kind: Kind::Other, title: "", appeal: "", answer: "", result: "" };

/// What goes into the blanks of one ticket's texts.
#[derive(Debug)]
pub(crate) struct Blanks {
    pub(crate) place: String,
    pub(crate) number: String,
    pub(crate) amount: String,
    pub(crate) caller: String,
}

type Shelf = Vec<(&'static str, Vec<Matter>)>;

fn shelf() -> &'static Shelf {
    static SHELF: LazyLock<Shelf> = LazyLock::new(|| {
        sections(include_str!("../data/matters.txt"))
            .map(|(category, lines)| (category, lines.filter_map(matter).collect()))
            .collect()
    });
    &SHELF
}

/// The parts of a text file under its `## ` headings, without comments and empty lines.
fn sections(
    text: &'static str,
) -> impl Iterator<Item = (&'static str, impl Iterator<Item = &'static str>)> {
    text.split("## ").skip(1).map(|part| {
        let (heading, lines) = part.split_once('\n').unwrap_or((part, ""));
        (heading, lines.lines().filter(|line| !line.is_empty() && !line.starts_with('#')))
    })
}

fn matter(line: &'static str) -> Option<Matter> {
    let fields: Vec<&'static str> = line.split('|').collect();
    let [units, kind, title, appeal, answer, result] = *fields else { return None };
    let kind = Kind::parse(kind).ok()?;
    let units = if units == ANY { Vec::new() } else { units.split('/').collect() };
    Some(Matter { units, kind, title, appeal, answer, result })
}

impl Matter {
    /// Whether this unit, or any unit of its group, handles such a matter.
    fn concerns(&self, unit: &UnitRow) -> bool {
        self.units.is_empty() || self.units.contains(&unit.name) || self.units.contains(&unit.group)
    }
}

fn of_category(category: Option<&str>) -> &'static [Matter] {
    let name = category.unwrap_or(ANY);
    let found = shelf().iter().find(|(heading, _)| *heading == name);
    found.map_or(&[], |(_, matters)| matters)
}

/// A matter of this category (`None`: of those that get none), whoever handles it.
pub(crate) fn any(dice: &mut Dice, category: Option<&str>) -> &'static Matter {
    dice.pick(of_category(category)).unwrap_or(&NOTHING)
}

/// A matter of this category that the unit handles; `short` says whether one with the shorter
/// limit will do.
pub(crate) fn for_unit(
    dice: &mut Dice,
    category: &str,
    unit: &UnitRow,
    short: bool,
) -> &'static Matter {
    let fits = |matter: &&Matter| matter.concerns(unit) && (short || matter.kind != Kind::Inquiry);
    let fitting = || of_category(Some(category)).iter().filter(fits);
    let chosen = dice.below(fitting().count() as u64) as usize;
    fitting().nth(chosen).unwrap_or(&NOTHING)
}

/// What is said on the way, for example why a ticket is sent back.
pub(crate) fn remark(dice: &mut Dice, occasion: &str) -> &'static str {
    static REMARKS: LazyLock<Vec<(&str, Vec<&str>)>> = LazyLock::new(|| {
        let parts = sections(include_str!("../data/reasons.txt"));
        parts.map(|(heading, lines)| (heading, lines.collect())).collect()
    });
    let found = REMARKS.iter().find(|(heading, _)| *heading == occasion);
    found.map(|(_, lines)| dice.word(lines)).unwrap_or_default()
}

impl Blanks {
    /// The text with its blanks filled in.
    pub(crate) fn fill(&self, text: &str) -> String {
        let mut filled = String::with_capacity(text.len() + 32);
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let (blank, after) = after.split_once('}').unwrap_or((after, ""));
            filled.push_str(self.word(blank));
            rest = after;
        }
        filled.push_str(rest);
        filled
    }

    fn word(&self, blank: &str) -> &str {
        match blank {
            "地" => &self.place,
            "数" => &self.number,
            "钱" => &self.amount,
            "称" => &self.caller,
            _ => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::{NO_CATEGORY, printed};

    #[test]
    fn every_category_and_every_pair_has_a_matter() {
        for row in &printed().categories {
            let category = (row.name != NO_CATEGORY).then_some(row.name);
            assert_ne!(any(&mut Dice::new(1, 1), category).title, "", "{}", row.name);
        }
        for pair in &printed().pairs {
            let matter = for_unit(&mut Dice::new(1, 1), pair.category, pair.unit, false);
            assert_ne!(matter.title, "", "{} {}", pair.unit.name, pair.category);
        }
    }

    #[test]
    fn every_line_is_read_and_every_hint_names_a_unit_or_a_group() {
        let lines = include_str!("../data/matters.txt").lines().filter(|line| line.contains('|'));
        let read: usize = shelf().iter().map(|(_, matters)| matters.len()).sum();
        assert_eq!(read, lines.filter(|line| !line.starts_with('#')).count());
        let known = |hint: &&str| {
            printed().units.iter().any(|unit| unit.name == *hint || unit.group == *hint)
        };
        for matter in shelf().iter().flat_map(|(_, matters)| matters) {
            assert!(matter.units.iter().all(known), "{}", matter.title);
        }
    }

    #[test]
    fn no_blank_stays_open() {
        let word = || "□".to_owned();
        let blanks = Blanks { place: word(), number: word(), amount: word(), caller: word() };
        for matter in shelf().iter().flat_map(|(_, matters)| matters) {
            for text in [matter.appeal, matter.answer, matter.result] {
                let filled = blanks.fill(text);
                assert_eq!(filled.matches('□').count(), text.matches('{').count(), "{text}");
                assert!(!filled.contains(['{', '}']), "{filled}");
            }
        }
    }

    #[test]
    fn every_occasion_has_its_words() {
        for occasion in ["transfer", "rework", "rework_result"] {
            assert!(!remark(&mut Dice::new(1, 1), occasion).is_empty(), "{occasion}");
        }
    }
}
