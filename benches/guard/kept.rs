//! The kept figures: a text that is committed, a line a path.

use std::path::PathBuf;

use gongdan_benches::Outcome;

use crate::count::{Counted, Counts};
use crate::walks::WALKS;

const HEAD: &str = "\
# Instructions of one piece of each path, as `make bench-guard KEEP=1` counted them
# (benches/README.md, \"The guard\").";

/// What was counted, and with which tools.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// What the figures depend on.
    pub tools: Vec<String>,
    /// Each path's name, and the instructions of a piece.
    pub figures: Vec<(String, u64)>,
}

impl Kept {
    /// What is kept; nothing before anything was.
    ///
    /// # Errors
    /// When a line is none.
    pub fn read() -> Outcome<Self> {
        match std::fs::read_to_string(place()) {
            Ok(text) => Self::parse(&text),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(error.into()),
        }
    }

    fn parse(text: &str) -> Outcome<Self> {
        let with = |line: &str| line.strip_prefix("# with ").map(str::to_owned);
        let tools = text.lines().filter_map(with).collect();
        let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
        Ok(Self { tools, figures: lines.map(figure).collect::<Outcome<_>>()? })
    }

    /// What a path took.
    pub fn figure(&self, name: &str) -> Option<u64> {
        self.figures.iter().find(|(kept, _)| kept == name).map(|(_, instructions)| *instructions)
    }

    /// With what was counted now. What was kept of cities of another size stays beside it, when it
    /// was counted with the same tools.
    ///
    /// # Errors
    /// When a path was skipped: the kept figures are whole, or they stay as they are.
    pub fn renewed(&self, counts: Counts) -> Outcome<Self> {
        let mut figures = Vec::new();
        for (name, counted) in counts.paths {
            match counted {
                Counted::Instructions(instructions) => figures.push((name, instructions)),
                Counted::Skipped(why) => return Err(format!("nothing kept: {name}: {why}").into()),
            }
        }
        let mut renewed = Self { tools: counts.tools, figures };
        if renewed.tools == self.tools {
            let other = |name: &str| walked(name) && renewed.figure(name).is_none();
            let others = self.figures.iter().filter(|(name, _)| other(name)).cloned();
            renewed.figures.extend(others.collect::<Vec<_>>());
        }
        Ok(renewed)
    }

    /// Writes them where they are committed.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn write(&self) -> Outcome<()> {
        Ok(std::fs::write(place(), self.text())?)
    }

    fn text(&self) -> String {
        let tools = self.tools.iter().map(|tool| format!("# with {tool}\n"));
        let figures = self.figures.iter().map(|(name, kept)| format!("{name:<26} {kept:>14}\n"));
        format!("{HEAD}\n{}\n{}", tools.collect::<String>(), figures.collect::<String>())
    }
}

/// Whether a name in the table is one of the paths that are walked.
pub fn walked(shown: &str) -> bool {
    WALKS.iter().any(|walk| shown.split('@').next() == Some(walk.name))
}

fn figure(line: &str) -> Outcome<(String, u64)> {
    match line.split_whitespace().collect::<Vec<_>>()[..] {
        [name, instructions] => Ok((name.to_owned(), instructions.parse()?)),
        _ => Err(format!("kept.txt: {line:?} is no name and figure").into()),
    }
}

fn place() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/guard/kept.txt"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept() -> Kept {
        let figures = vec![("open".into(), 1_000), ("city_all@1000000".into(), 7)];
        Kept { tools: vec!["rustc".into(), "valgrind".into()], figures }
    }

    fn counts(open: Counted, tools: Vec<String>) -> Counts {
        Counts { paths: vec![("open".into(), open)], tools }
    }

    #[test]
    fn what_is_written_is_read() -> Outcome<()> {
        assert_eq!(Kept::parse(&kept().text())?, kept());
        assert!(Kept::parse("open many").is_err());
        Ok(())
    }

    #[test]
    fn a_city_of_another_size_stays_with_the_same_tools() -> Outcome<()> {
        let now = Counted::Instructions(900);
        let renewed = kept().renewed(counts(now.clone(), kept().tools))?;
        assert_eq!(renewed.figure("open"), Some(900));
        assert_eq!(renewed.figure("city_all@1000000"), Some(7));
        let with_others = kept().renewed(counts(now, vec!["rustc".into()]))?;
        assert_eq!(with_others.figures, [("open".to_owned(), 900)]);
        Ok(())
    }

    #[test]
    fn nothing_is_kept_while_a_path_is_skipped() {
        let skipped = counts(Counted::Skipped("no valgrind".into()), kept().tools);
        assert!(kept().renewed(skipped).is_err());
    }
}
