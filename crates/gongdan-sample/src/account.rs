//! The printed figures of the golden month, and the account that fits them all.
//!
//! The tables are those of a county's printed bulletin for September 2020. `assignment.csv` is
//! ours: how many tickets of each unit fall into each category, and how each of them ends.

use std::sync::LazyLock;

use crate::course::Fate;
use crate::people;
use crate::rows::{CategoryRow, ChannelRow, UnitRow};

/// Every figure that the bulletin prints.
#[derive(Debug)]
pub struct Printed {
    /// The category table without its total, in printed order; the last row, 在线办结, holds
    /// the tickets that have no category.
    pub categories: Vec<CategoryRow>,
    /// The unit table without its total, in printed order.
    pub units: &'static [UnitRow],
    /// Who handled the letters and the tickets of the city platform.
    pub channels: Vec<ChannelRow>,
    /// The sentences' figures by name, as printed, for example `closure_rate` and `98.41%`.
    pub figures: Vec<(&'static str, &'static str)>,
    pub(crate) pairs: Vec<Pair>,
}

/// How many tickets of one unit fall into one category, by how they end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pair {
    pub(crate) unit: &'static UnitRow,
    pub(crate) category: &'static str,
    pub(crate) tickets: [(Fate, u32); 6],
}

impl Printed {
    /// The unit of this name or alias.
    pub fn unit(&self, name: &str) -> Option<&'static UnitRow> {
        self.units.iter().find(|unit| unit.name == name || unit.aliases.contains(&name))
    }

    /// A sentence's figure as printed.
    pub fn figure(&self, name: &str) -> Option<&'static str> {
        self.figures.iter().find(|(other, _)| *other == name).map(|(_, printed)| *printed)
    }
}

/// The row of the category table that holds the tickets without a category.
pub(crate) const NO_CATEGORY: &str = "在线办结";
const TOTALS: [&str; 1] = ["合计"];

/// The printed figures, read once.
pub fn printed() -> &'static Printed {
    static PRINTED: LazyLock<Printed> = LazyLock::new(|| Printed {
        categories: rows(include_str!("../data/hengdong-2020-09/categories.csv"), category),
        units: units(),
        channels: rows(include_str!("../data/hengdong-2020-09/channels.csv"), channel),
        figures: rows(include_str!("../data/hengdong-2020-09/figures.csv"), figure),
        pairs: rows(include_str!("../data/hengdong-2020-09/assignment.csv"), pair),
    });
    &PRINTED
}

fn units() -> &'static [UnitRow] {
    static UNITS: LazyLock<Vec<UnitRow>> =
        LazyLock::new(|| rows(include_str!("../data/hengdong-2020-09/units.csv"), unit));
    &UNITS
}

/// The lines of a table, without its heading, its total and lines that a reader does not take.
fn rows<T>(table: &'static str, read: fn(&[&'static str]) -> Option<T>) -> Vec<T> {
    let fields = table.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    let rows = fields.filter(|fields| fields.first().is_some_and(|name| !TOTALS.contains(name)));
    rows.filter_map(|fields| read(&fields)).collect()
}

fn category(fields: &[&'static str]) -> Option<CategoryRow> {
    let [name, accepted, closed, late, closed_late_rate] = *fields else { return None };
    let (accepted, closed) = (accepted.parse().ok()?, closed.parse().ok()?);
    Some(CategoryRow { name, accepted, closed, closed_late: late.parse().ok()?, closed_late_rate })
}

fn unit(fields: &[&'static str]) -> Option<UnitRow> {
    let [name, accepted, pending, signed, handled, open] = *fields else { return None };
    let members = include_str!("../data/hengdong-2020-09/members.csv").lines().enumerate();
    let mut members = members.map(|(line, text)| (line, text.split(',').collect::<Vec<_>>()));
    let (line, member) = members.find(|(_, member)| member.first() == Some(&name))?;
    let [_, group, aliases] = *member else { return None };
    Some(UnitRow {
        name,
        group,
        aliases: aliases.split('/').filter(|alias| !alias.is_empty()).collect(),
        clerk: people::clerk(line),
        accepted: accepted.parse().ok()?,
        pending: pending.parse().ok()?,
        sign_off_late: signed.parse().ok()?,
        handled_late: handled.parse().ok()?,
        open_late: open.parse().ok()?,
    })
}

fn channel(fields: &[&'static str]) -> Option<ChannelRow> {
    let [channel, handled_by, tickets] = *fields else { return None };
    Some(ChannelRow { channel, handled_by, tickets: tickets.parse().ok()? })
}

fn figure(fields: &[&'static str]) -> Option<(&'static str, &'static str)> {
    let [name, printed] = *fields else { return None };
    Some((name, printed))
}

fn pair(fields: &[&'static str]) -> Option<Pair> {
    let [unit, category, ref counts @ ..] = *fields else { return None };
    let unit = units().iter().find(|row| row.name == unit)?;
    let mut tickets = Fate::GOLDEN.map(|fate| (fate, 0));
    for ((_, count), text) in tickets.iter_mut().zip(counts) {
        *count = text.parse().ok()?;
    }
    Some(Pair { unit, category, tickets })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_of_the_tables_is_lost() {
        let printed = printed();
        assert_eq!((printed.categories.len(), printed.units.len()), (17, 49));
        assert_eq!((printed.channels.len(), printed.figures.len()), (14, 13));
        let lines = include_str!("../data/hengdong-2020-09/assignment.csv").lines().count();
        assert_eq!(printed.pairs.len(), lines - 1);
    }

    #[test]
    fn one_unit_has_two_names_in_the_same_issue() {
        let long = printed().unit("县退役军人事务局").unwrap();
        assert_eq!(long, printed().unit("退役军人事务局").unwrap());
    }
}
