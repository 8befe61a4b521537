//! Finding an entry of the register by what somebody typed: a name, an alias, or a path.

use crate::invalid::{Invalid, Problem};
use crate::moment::Moment;
use crate::register::{Register, RegisterEntry};
use crate::vocabulary::Species;

impl Register {
    /// Finds an entry by any of its names or aliases, by a path of names that ends at it
    /// (`城乡建设>市政>其他`, also with `->` or `/`), or by its code of a scheme
    /// (`GB/T 39666:010203`, or `010203` alone), whether or not it still takes work. A name that
    /// several have is that of the one at the top of its tree, if one is.
    ///
    /// # Errors
    /// [`Problem::Unknown`] with the nearest names (a name that several have as their paths), or [`Problem::Ambiguous`] with the paths of those
    /// that have the name, naming the species as the argument.
    pub fn find(&self, species: Species, name: &str) -> Result<&RegisterEntry, Invalid> {
        let name = name.trim();
        let found = self.named(species, name);
        let given = || name.chars().take(40).collect();
        match found[..] {
            [one] => Ok(one),
            [] => {
                let nearest = self.nearest(species, name);
                Err(Invalid::new(species.word(), Problem::Unknown { given: given(), nearest }))
            }
            _ => {
                let path = |entry: &&RegisterEntry| self.path(species, entry.id, Moment::MAX);
                let paths = found.iter().map(path).collect();
                Err(Invalid::new(species.word(), Problem::Ambiguous { given: given(), paths }))
            }
        }
    }

    /// Every entry that a name or path may mean.
    fn named(&self, species: Species, name: &str) -> Vec<&RegisterEntry> {
        match self.of_name(species, name) {
            [] | [_, _, ..] => match self.of_path(species, name) {
                none if none.is_empty() => self.of_code(species, name),
                found => found,
            },
            [id] => self.get(species, *id).into_iter().collect(),
        }
    }

    /// Finds the entry that takes work under this name at a moment: a merged one gives its
    /// successor.
    ///
    /// # Errors
    /// [`Problem::Unknown`], or [`Problem::Retired`] when it was retired by then.
    pub fn find_active(
        &self,
        species: Species,
        name: &str,
        at: Moment,
    ) -> Result<&RegisterEntry, Invalid> {
        let found = self.find(species, name)?;
        let id = self.standing(species, found.id, at);
        let entry = self.get(species, id).unwrap_or(found);
        match entry.retired_at {
            Some(from) if from <= at => {
                let given = name.trim().to_owned();
                Err(Invalid::new(species.word(), Problem::Retired { given }))
            }
            _ => Ok(entry),
        }
    }

    fn nearest(&self, species: Species, name: &str) -> Vec<String> {
        let codes = self.nearest_codes(species, name);
        if !codes.is_empty() {
            return codes;
        }
        let shared = |other: &str| name.chars().filter(|c| other.contains(*c)).count();
        let names = self.all_names(species);
        let mut scored: Vec<(usize, &str)> =
            names.map(|other| (shared(other), other.as_str())).collect();
        scored.retain(|(score, _)| *score > 0);
        scored.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.len().cmp(&b.1.len())).then(a.1.cmp(b.1)));
        scored.into_iter().flat_map(|(_, other)| self.told(species, other)).take(3).collect()
    }

    /// How the entries of a name are told apart: by the name where that finds one, else by their paths.
    fn told(&self, species: Species, name: &str) -> Vec<String> {
        match self.named(species, name)[..] {
            [] | [_] => vec![name.to_owned()],
            ref several => {
                several.iter().map(|entry| self.path(species, entry.id, Moment::MAX)).collect()
            }
        }
    }
}
