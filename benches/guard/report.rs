//! The table, and what it comes to.

use crate::count::{Counted, Counts};
use crate::kept::{Kept, walked};

/// More than so much is too much, in thousandths.
const MOST: u64 = 30;

/// A path in the table.
struct Line {
    name: String,
    kept: Option<u64>,
    now: Counted,
}

/// Every path, and why figures may differ that no change of ours explains.
pub struct Report {
    lines: Vec<Line>,
    other_tools: Vec<String>,
    gone: Vec<String>,
}

impl Report {
    /// What was counted now beside what is kept.
    pub fn of(counts: &Counts, kept: &Kept) -> Self {
        let line = |(name, now): &(String, Counted)| Line {
            name: name.clone(),
            kept: kept.figure(name),
            now: now.clone(),
        };
        let gone = kept.figures.iter().map(|(name, _)| name).filter(|name| !walked(name));
        Self {
            lines: counts.paths.iter().map(line).collect(),
            other_tools: other_tools(&counts.tools, &kept.tools),
            gone: gone.cloned().collect(),
        }
    }

    /// Whether something was counted, and nothing grew too much.
    pub fn passes(&self) -> bool {
        self.lines.iter().any(Line::is_counted) && !self.lines.iter().any(Line::grew)
    }

    /// The table and the last line.
    pub fn print(&self) {
        println!("{:<26} {:>14} {:>14}   change", "instructions a piece", "kept", "now");
        self.lines.iter().for_each(|line| println!("{}", line.shown()));
        self.gone.iter().for_each(|name| println!("{name:<26} is kept, and no path any more"));
        if !self.other_tools.is_empty() {
            println!("counted with other tools than kept, a likely reason for any change:");
            self.other_tools.iter().for_each(|tool| println!("  {tool}"));
        }
        println!("{}", self.last_line());
    }

    fn last_line(&self) -> String {
        let named = |which: fn(&Line) -> bool| {
            let names = self.lines.iter().filter(|line| which(line)).map(|line| &line.name[..]);
            names.collect::<Vec<_>>().join(", ")
        };
        let (grew, counted) =
            (named(Line::grew), self.lines.iter().filter(|line| line.is_counted()));
        let said = match (counted.count(), grew.is_empty()) {
            (0, _) => "nothing was counted".to_owned(),
            (counted, true) => format!("{counted} counted, none grew by more than 3 %"),
            (counted, false) => format!("{counted} counted, GREW by more than 3 %: {grew}"),
        };
        let skipped = ("skipped", named(|line| !line.is_counted()));
        let new = ("with nothing kept to compare", named(|line| line.kept.is_none()));
        let more = [skipped, new].into_iter().filter(|(_, names)| !names.is_empty());
        more.fold(said, |said, (which, names)| format!("{said}; {which}: {names}"))
    }
}

impl Line {
    fn is_counted(&self) -> bool {
        matches!(self.now, Counted::Instructions(_))
    }

    /// By more than is borne. What was never kept cannot have grown.
    fn grew(&self) -> bool {
        match (&self.now, self.kept) {
            (Counted::Instructions(now), Some(kept)) => now * 1_000 > kept * (1_000 + MOST),
            _ => false,
        }
    }

    fn shown(&self) -> String {
        let kept = self.kept.map_or_else(|| "-".to_owned(), grouped);
        let (now, change) = match &self.now {
            Counted::Instructions(now) => (grouped(*now), self.change(*now)),
            Counted::Skipped(why) => ("skipped".to_owned(), why.clone()),
        };
        format!("{:<26} {kept:>14} {now:>14}   {change}", self.name)
    }

    fn change(&self, now: u64) -> String {
        let Some(kept) = self.kept else { return "not kept".to_owned() };
        let change = (now as f64 / kept as f64 - 1.0) * 100.0;
        let grew = if self.grew() { "   GREW" } else { "" };
        format!("{change:+.2} %{grew}")
    }
}

/// The tools on one side only; nothing before anything was kept.
fn other_tools(now: &[String], kept: &[String]) -> Vec<String> {
    let kept_with = kept.iter().filter(|tool| !now.contains(tool));
    let now_with = now.iter().filter(|tool| !kept.is_empty() && !kept.contains(tool));
    let kept_with = kept_with.map(|tool| format!("kept with {tool}"));
    kept_with.chain(now_with.map(|tool| format!("now with  {tool}"))).collect()
}

/// With a comma before every three digits.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev();
    groups.map(String::from_utf8_lossy).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(now: &[(&str, Counted)]) -> Report {
        let paths = now.iter().map(|(name, now)| ((*name).into(), now.clone())).collect();
        let counts = Counts { paths, tools: vec!["new".into()] };
        let figures = vec![("open".into(), 1_000), ("verify".into(), 1_000), ("gone".into(), 1)];
        Report::of(&counts, &Kept { tools: vec!["old".into()], figures })
    }

    #[test]
    fn three_in_a_hundred_are_borne_and_no_more() {
        let counted = |open| [("open", Counted::Instructions(open))];
        assert!(report(&counted(1_030)).passes());
        let dearer = report(&counted(1_031));
        assert!(!dearer.passes());
        assert_eq!(dearer.last_line(), "1 counted, GREW by more than 3 %: open");
    }

    #[test]
    fn what_is_skipped_is_named_and_nothing_counted_is_no_pass() {
        let skipped = || Counted::Skipped("no valgrind".into());
        let some = report(&[("open", Counted::Instructions(900)), ("verify", skipped())]);
        assert!(some.passes());
        assert_eq!(some.last_line(), "1 counted, none grew by more than 3 %; skipped: verify");
        assert!(!report(&[("open", skipped())]).passes());
    }

    #[test]
    fn what_was_never_kept_is_named() {
        let new = report(&[("new", Counted::Instructions(1))]);
        let said = "1 counted, none grew by more than 3 %; with nothing kept to compare: new";
        assert_eq!(new.last_line(), said);
    }

    #[test]
    fn other_tools_and_paths_that_are_gone_are_named() {
        let report = report(&[("open", Counted::Instructions(1_000))]);
        assert_eq!(report.other_tools, ["kept with old", "now with  new"]);
        assert_eq!(report.gone, ["gone"]);
    }

    #[test]
    fn numbers_are_grouped_by_three() {
        assert_eq!([1, 999, 1_000, 1_234_567].map(grouped), ["1", "999", "1,000", "1,234,567"]);
    }
}
