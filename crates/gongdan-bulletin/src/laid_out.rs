//! The built-in layout.

use crate::document::{Block, Document, Section};
use crate::look::Look;
use crate::model::Bulletin;
use crate::names;
use crate::wording::{annex, follow_up, sections};

impl Bulletin {
    /// Lays the bulletin out.
    pub fn document(&self) -> Document {
        Document {
            look: Look::default(),
            banner: names::banner(&self.region),
            title: self.title.clone(),
            number: self.number.clone(),
            organ: self.organ.clone(),
            date: names::day(self.printed_on),
            sections: self.sections(),
            readers: annex::readers(self),
            annex: Section {
                heading: annex::HEADING.to_owned(),
                blocks: annex::reconciliation(self),
            },
            foot: annex::foot(self, &self.measures(), self.rounding),
        }
    }

    fn sections(&self) -> Vec<Section> {
        let mut all = vec![
            self.section(1, sections::overview(self)),
            self.section(2, sections::categories(self)),
            self.section(3, vec![Block::Table(self.by_unit.clone())]),
            self.section(4, sections::late_units(self)),
            self.section(5, sections::typical_cases(self)),
            self.section(6, sections::difficult_tickets(self)),
        ];
        if let Some(follow_up) = &self.followed_up {
            all.push(self.section(7, follow_up::tickets(follow_up)));
        }
        all
    }

    fn section(&self, number: usize, blocks: Vec<Block>) -> Section {
        Section { heading: sections::heading(number, &self.period), blocks }
    }
}
