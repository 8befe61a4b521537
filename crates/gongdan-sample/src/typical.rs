//! The ten cases that the golden month's editor picked for the bulletin (典型案例).

use gongdan_domain::Kind;

/// One case, ready to print.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Case {
    pub(crate) unit: &'static str,
    pub(crate) category: &'static str,
    pub(crate) kind: Kind,
    pub(crate) title: &'static str,
    pub(crate) appeal: &'static str,
    pub(crate) handling: &'static str,
}

/// The cases in the order in which they are printed.
pub(crate) fn cases() -> impl Iterator<Item = Case> {
    let lines = include_str!("../data/typical.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let fields: Vec<&'static str> = line.split('|').collect();
        let [unit, category, kind, title, appeal, handling] = *fields else { return None };
        let kind = Kind::parse(kind).ok()?;
        Some(Case { unit, category, kind, title, appeal, handling })
    })
}
