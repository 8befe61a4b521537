//! A bulletin laid out by a format: the same model, its tables, order and words from the folder.

use std::sync::{Arc, OnceLock};

use minijinja::Environment;
use minijinja::value::Value;

use super::desk::Desk;
use super::folder::Format;
use super::given::Given;
use super::problem::{FILE, FormatError};
use super::setting::Setting;
use super::spec::{BlockSpec, SectionSpec, Spec, TextSpec};
use super::wrong::FormatProblem;
use super::{page, shipped, template};
use crate::document::{Block, Document, Section, Sentence};
use crate::look::Look;
use crate::model::Bulletin;
use crate::names::{self, day};
use crate::wording::annex;

/// The usual format, on the pages of the standard.
static USUAL: OnceLock<Format> = OnceLock::new();

impl Bulletin {
    /// Lays the bulletin out in the format that it was published in, or else as usual: in the format
    /// `hengdong-2020`, on the pages of GB/T 9704-2012.
    ///
    /// # Errors
    /// As [`Bulletin::document_in`].
    pub fn document(&self) -> Result<Document, FormatError> {
        if let Some(other) = self.published_in().filter(|name| *name != shipped::USUAL) {
            let wrong = || FormatError::new(other, None, published_in(other));
            return self.document_in(&Format::shipped(other).map_err(|_| wrong())?);
        }
        if let Some(usual) = USUAL.get() {
            return self.document_in(usual);
        }
        let mut usual = Format::shipped(shipped::USUAL)?;
        usual.spec.look = Look::default();
        self.document_in(USUAL.get_or_init(|| usual))
    }

    /// Lays the bulletin out in a format. It has to be collected for an issue of that format
    /// ([`Format::of_issue`]) when the format's tables need more than category, unit and channel.
    ///
    /// # Errors
    /// A template that names a figure that nobody counts, or takes too many steps; a table whose
    /// grouping was not collected: with file, line and the nearest names. Another format than the one
    /// its number was published in.
    pub fn document_in(&self, format: &Format) -> Result<Document, FormatError> {
        if let Some(name) = self.published_in().filter(|name| *name != format.name) {
            return Err(FormatError::new(&format.name, None, published_in(name)));
        }
        self.laid_out(format, false)
    }

    /// Tries a format: the same, but a group or part that nothing is of here, and a value from outside that
    /// nobody gave, are no mistakes.
    ///
    /// # Errors
    /// As [`Bulletin::document_in`].
    pub fn tried_in(&self, format: &Format) -> Result<Document, FormatError> {
        self.laid_out(format, true)
    }

    fn laid_out(&self, format: &Format, tried: bool) -> Result<Document, FormatError> {
        let desk = Desk {
            answers: Arc::clone(&self.answers),
            rounding: format.spec.rounding(self.rounding),
            ink: Arc::default(),
            own: format.spec.own(),
            given: Given::read(&format.spec.given, &self.given, tried)?,
            toml: format.toml.clone(),
            tried,
        };
        desk.parts_are_known()?;
        let setting = Setting {
            bulletin: self,
            satisfaction: format.spec.satisfaction.as_deref(),
            rows: format.spec.named_rows(),
            desk: Arc::new(desk),
        };
        let environment = template::environment(&format.templates)?;
        let seen = page::seen(&setting);
        let press = Press { environment, seen, setting, format: &format.spec };
        let sections = format.spec.section.iter().map(|section| press.section(section));
        let mut document = Document {
            look: format.spec.look.clone(),
            banner: press.line(&format.spec.banner)?,
            title: match &format.spec.title {
                Some(title) => press.line(title)?,
                None => self.title.clone(),
            },
            number: match &format.spec.number {
                Some(number) => press.line(number)?,
                None => self.printed_number(),
            },
            organ: self.organ.clone(),
            date: day(self.printed_on),
            sections: sections.collect::<Result<_, _>>()?,
            readers: annex::readers(self),
            annex: Section { heading: annex::HEADING.to_owned(), blocks: Vec::new() },
            foot: Vec::new(),
        };
        document.sections.retain(|section| !section.blocks.is_empty());
        if format.spec.foot {
            let how = (press.setting.desk.rounding, format.spec.prints_as_usual());
            document.foot = annex::foot(self, &press.explained(&document), how);
            document.foot.extend(press.given());
        }
        if format.spec.annex {
            document.annex.blocks = annex::reconciliation(self);
        }
        Ok(document)
    }
}

fn published_in(name: &str) -> FormatProblem {
    FormatProblem::PublishedIn(name.to_owned())
}

impl Bulletin {
    /// The format that its number was published in.
    fn published_in(&self) -> Option<&str> {
        self.published.as_ref()?.format.as_deref()
    }

    /// Its number; of a draft it says that it is one.
    fn printed_number(&self) -> String {
        match self.published {
            Some(_) => self.number.clone(),
            None => format!("{}{}", self.number, annex::DRAFT),
        }
    }
}

/// Whoever lays a document out.
pub(super) struct Press<'a> {
    pub(super) environment: Environment<'a>,
    pub(super) seen: Value,
    pub(super) setting: Setting<'a>,
    pub(super) format: &'a Spec,
}

impl Press<'_> {
    pub(super) fn line(&self, source: &str) -> Result<String, FormatError> {
        template::line(&self.environment, source, &self.seen, &self.setting.desk)
    }

    fn section(&self, spec: &SectionSpec) -> Result<Section, FormatError> {
        let mut blocks = Vec::new();
        for block in &spec.block {
            match block {
                BlockSpec::Text(text) => {
                    blocks.extend(self.said(text)?.into_iter().map(Block::Paragraph));
                }
                BlockSpec::Table(table) => blocks.extend(self.table(table)?),
            }
        }
        Ok(Section { heading: self.line(&spec.heading)?, blocks })
    }

    fn said(&self, spec: &TextSpec) -> Result<Vec<Sentence>, FormatError> {
        let (environment, seen, desk) = (&self.environment, &self.seen, &self.setting.desk);
        match (&spec.template, &spec.text) {
            (Some(name), _) => template::paragraphs(environment, name, seen, desk),
            (None, told) => {
                let told = told.as_deref().unwrap_or_default();
                template::sentences(environment, told, seen, desk)
            }
        }
    }

    /// The formulas of the measures that a document prints: shipped ones, then the place's own.
    fn explained(&self, document: &Document) -> Vec<String> {
        let shipped = document.measures();
        let shipped = shipped.iter().map(|each| format!("{}={}", each.term, names::formula(each)));
        let printed = document.figures_named();
        let own = self.format.measure.iter().filter(|own| printed.contains(&own.name.as_str()));
        let own = own.map(|own| format!("{}={}", own.name, own.formula));
        shipped.chain(own).collect()
    }

    /// What was given from outside, and with which days others were compared.
    fn given(&self) -> Vec<Sentence> {
        let bulletin = self.setting.bulletin;
        let told = self.setting.desk.given.told();
        let by = bulletin.given_by.as_ref().map(|by| format!(",由{by}提供")).unwrap_or_default();
        let given =
            (!told.is_empty()).then(|| format!("外来数(非本系统统计){by}:{}。", told.join(";")));
        let spans = self
            .setting
            .desk
            .answers
            .spans
            .iter()
            .filter(|span| span.of != crate::needs::SpanOf::This);
        let spans = spans.map(|span| {
            let days = format!("{}至{}", day(span.period.first()), day(span.period.last()));
            match &span.issue {
                Some(issue) => format!("{days}(按已发布的{issue})"),
                None => format!("{days}(统计时点:{})", span.as_of),
            }
        });
        let spans: Vec<String> = spans.collect();
        let spans = (!spans.is_empty()).then(|| format!("对比期间:{}。", spans.join(";")));
        given.into_iter().chain(spans).map(Sentence::of).collect()
    }
}

impl Desk {
    /// A part that nothing can be of is a mistake, not an empty part.
    fn parts_are_known(&self) -> Result<(), FormatError> {
        for part in &self.own.parts {
            if let Some(name) = self.unknown_of(part) {
                return Err(FormatError::new(FILE, None, FormatProblem::NoGroup(name)));
            }
        }
        Ok(())
    }
}
