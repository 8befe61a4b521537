//! What a format says for itself, and what the names of figures mean in it.

use gongdan::{Count, MEASURES, Measure};

use super::own::{MeasureSpec, PartSpec, PrintSpec};
use super::slice::Slice;

/// What the format says for itself.
#[derive(Clone, Debug, Default)]
pub(super) struct Own {
    pub(super) measures: Vec<MeasureSpec>,
    pub(super) parts: Vec<PartSpec>,
    /// How single figures print, by name.
    pub(super) prints: Vec<(String, PrintSpec)>,
    /// How all others do.
    pub(super) usual: PrintSpec,
}

/// Why there is no such figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    /// Nobody counts it.
    Unknown,
    /// Not on this basis, or not by this.
    NotDefined,
    /// It was not asked for.
    NotCollected,
    /// Too large for exact numbers.
    TooLarge,
    /// A value from outside that was not given.
    NotGiven,
}

/// What a name of a figure means.
#[derive(Clone, Copy, Debug)]
pub(super) enum Named<'a> {
    Late,
    Count(Count),
    Measure(&'static Measure),
    Own(&'a MeasureSpec),
}

impl Own {
    /// What a name means: the word of a count or measure, a name of the format, or an office term.
    pub(super) fn named(&self, name: &str) -> Option<Named<'_>> {
        if let Some(own) = self.measures.iter().find(|each| each.name == name) {
            return Some(Named::Own(own));
        }
        match name {
            "late" | "超期件数" => return Some(Named::Late),
            _ => {}
        }
        let count = |fits: fn(&Count, &str) -> bool| {
            Count::ALL.iter().find(|each| fits(each, name)).map(|each| Named::Count(*each))
        };
        let measure = |fits: fn(&Measure, &str) -> bool| {
            MEASURES.iter().find(|each| fits(each, name)).map(Named::Measure)
        };
        count(|each, name| each.word() == name)
            .or_else(|| measure(|each, name| each.name == name))
            .or_else(|| count(|each, name| each.term() == name))
            .or_else(|| measure(|each, name| each.term == name))
    }

    /// The part of a name.
    pub(super) fn part(&self, name: &str) -> Option<usize> {
        self.parts.iter().position(|part| part.name == name)
    }

    /// Where a word before a figure's name leads: to a part, or to other days or tickets.
    pub(super) fn sliced(&self, slice: Slice, word: &str) -> Option<Slice> {
        match self.part(word) {
            Some(part) => slice.part.is_none().then_some(Slice { part: Some(part), ..slice }),
            None => slice.with(word),
        }
    }

    /// The names that a figure may be called by, for whoever misspelt one.
    pub(super) fn names(&self) -> Vec<&str> {
        let counts = Count::ALL.iter().flat_map(|count| [count.word(), count.term()]);
        let measures = MEASURES.iter().flat_map(|measure| [measure.name, measure.term]);
        let own = self.measures.iter().map(|own| own.name.as_str());
        let parts = self.parts.iter().map(|part| part.name.as_str());
        counts.chain(measures).chain(["late"]).chain(own).chain(parts).collect()
    }

    /// How a figure of a name prints.
    pub(super) fn print(&self, name: &str) -> PrintSpec {
        let own = self.prints.iter().find(|(each, _)| self.same(each, name));
        own.map(|(_, print)| *print).unwrap_or_default().or(self.usual)
    }

    fn same(&self, told: &str, name: &str) -> bool {
        let word = |named: Named<'_>| match named {
            Named::Late => "late".to_owned(),
            Named::Count(count) => count.word().to_owned(),
            Named::Measure(measure) => measure.name.to_owned(),
            Named::Own(own) => own.name.clone(),
        };
        told == name || self.named(told).is_some_and(|named| word(named) == name)
    }
}
