//! Trees: categories, units and areas stand below one another. A name is unique under what it stands
//! below, and a path from the top names an entry anywhere.

use crate::ids::EntryId;
use crate::moment::Moment;
use crate::register::{Register, RegisterEntry};
use crate::vocabulary::Species;

/// Between the names of a path as it is shown.
const BETWEEN: &str = ">";
/// What may stand there where a path is typed, the longest first.
const SEPARATORS: [&str; 6] = ["->", ">", "＞", "→", "/", "／"];

/// The text before a separator that it ends with.
fn above(text: &str) -> Option<&str> {
    SEPARATORS.iter().find_map(|each| text.strip_suffix(each)).map(str::trim_end)
}

/// A path's last name, and the path of what it stands below.
pub(crate) fn parted(path: &str) -> Option<(&str, &str)> {
    let last = path.char_indices().rev().find(|(at, _)| above(&path[..*at]).is_some())?.0;
    let (before, name) = (above(&path[..last])?, path[last..].trim());
    (!before.is_empty() && !name.is_empty()).then_some((before, name))
}

impl Register {
    /// An entry's line from the top of its tree down to itself at a moment; what was merged by then is
    /// what took it over.
    pub fn line(&self, species: Species, id: EntryId, at: Moment) -> Vec<EntryId> {
        self.own_line(species, self.standing(species, id, at), at)
    }

    /// The same of an entry by itself, whether or not it was merged.
    fn own_line(&self, species: Species, id: EntryId, at: Moment) -> Vec<EntryId> {
        let mut line = Vec::new();
        let mut next = Some(id);
        while let Some(id) = next.filter(|id| !line.contains(id)) {
            line.push(id);
            let parent = self.get(species, id).and_then(|entry| entry.place(at).parent);
            next = parent.map(|parent| self.standing(species, parent, at));
        }
        line.reverse();
        line
    }

    /// Whether an entry stands below another at a moment, or below what took that over: its path changes then when
    /// the other is renamed, placed elsewhere or merged.
    pub fn hangs_on(&self, species: Species, id: EntryId, other: EntryId, at: Moment) -> bool {
        let line = self.own_line(species, id, at);
        let mut above = line.iter().filter_map(|each| self.get(species, *each)?.place(at).parent);
        above.any(|parent| self.taken_over(species, parent, at).any(|each| each == other))
    }

    /// The names from the top of the tree down to an entry at a moment, joined by `>`; at the top that is
    /// its name alone. What was merged keeps the name and the place that it had.
    pub fn path(&self, species: Species, id: EntryId, at: Moment) -> String {
        let line = self.own_line(species, id, at);
        let names = line.iter().map(|each| self.name(species, *each, at));
        names.collect::<Vec<_>>().join(BETWEEN)
    }

    /// What an entry is counted with at a level of its tree, 1 being the top: what stands there above it,
    /// or itself where it stands no deeper.
    pub fn at_level(&self, species: Species, id: EntryId, level: u32, at: Moment) -> EntryId {
        let line = self.line(species, id, at);
        let index = usize::try_from(level.max(1) - 1).unwrap_or(usize::MAX);
        line.get(index).or(line.last()).copied().unwrap_or(id)
    }

    /// An entry as it stands at a moment, and all that stands below it then, under every number that
    /// stands for one of them.
    pub fn with_all_below(&self, species: Species, id: EntryId, at: Moment) -> Vec<EntryId> {
        let top = self.standing(species, id, at);
        let below = |entry: &&RegisterEntry| self.line(species, entry.id, at).contains(&top);
        self.all(species).filter(below).map(|entry| entry.id).collect()
    }

    /// The entries below the same one, or at the top, as they are placed last.
    pub(crate) fn siblings(
        &self,
        species: Species,
        parent: Option<EntryId>,
    ) -> impl Iterator<Item = &RegisterEntry> {
        self.all(species).filter(move |entry| entry.place(Moment::MAX).parent == parent)
    }

    /// Every entry that a path names: one that begins at the top before others.
    pub(crate) fn of_path(&self, species: Species, path: &str) -> Vec<&RegisterEntry> {
        let named: Vec<&RegisterEntry> =
            self.all(species).filter(|entry| self.is_path_of(entry, path, false)).collect();
        let whole: Vec<&RegisterEntry> =
            named.iter().filter(|entry| self.is_path_of(entry, path, true)).copied().collect();
        if whole.is_empty() { named } else { whole }
    }

    /// Whether a path ends at an entry: its name, a separator, the name of what it stands below, and so
    /// on; where it is whole, up to the top.
    fn is_path_of(&self, entry: &RegisterEntry, path: &str, whole: bool) -> bool {
        let species = entry.species;
        let parent = entry.place(Moment::MAX).parent;
        let became = parent.map(|parent| self.standing(species, parent, Moment::MAX));
        let parents = [parent, became].into_iter().flatten();
        let parents: Vec<_> = parents.filter_map(|parent| self.get(species, parent)).collect();
        let goes_on = |rest: &str| parents.iter().any(|each| self.is_path_of(each, rest, whole));
        let ends = |name: &str| match path.strip_suffix(name) {
            Some("") => !whole || parents.is_empty(),
            Some(rest) => above(rest.trim_end()).is_some_and(goes_on),
            None => false,
        };
        let names = entry.names().iter().map(|(_, name)| name).chain(&entry.aliases);
        names.into_iter().any(|name| !name.is_empty() && ends(name))
    }
}
