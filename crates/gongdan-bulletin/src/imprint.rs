//! The imprint (版记) of an edition: its words and columns as they are published, and read back.

use gongdan::{Hotline, Imprint, Period, Result, parse_day};

use crate::column::Column;
use crate::edition::Edition;
use crate::format::Format;

impl Edition {
    /// The edition of a number that was published, and the format it was published in; nothing of the
    /// format where figures alone were published.
    ///
    /// # Errors
    /// `NotFound` when no issue of this number was published; `Io`, `Corrupt`.
    pub fn published(hotline: &Hotline, year: i32, number: u32) -> Result<(Self, Option<String>)> {
        let frozen = hotline.issue(year, number)?.published;
        let period = Period::parse(&frozen.period)?;
        let asked = crate::BulletinQuestion::new(period, frozen.as_of).year(year).number(number);
        let format = frozen.imprint.as_ref().map(format_of);
        Ok((asked.issue()?.with(frozen.imprint.as_ref())?, format))
    }

    /// With the words that were published.
    pub(crate) fn with(mut self, imprint: Option<&Imprint>) -> Result<Self> {
        let Some(imprint) = imprint.cloned() else { return Ok(self) };
        self.printed_on = parse_day("printed_on", &imprint.printed_on)?;
        (self.title, self.organ) = (imprint.title, imprint.organ);
        (self.to, self.copies, self.remarks) = (imprint.to, imprint.copies, imprint.remarks);
        (self.given, self.given_by) = (imprint.given, imprint.given_by);
        (self.category_level, self.unit_level) = (imprint.category_level, imprint.unit_level);
        self.category_columns = imprint.category_columns.iter().filter_map(column).collect();
        self.unit_columns = imprint.unit_columns.iter().filter_map(column).collect();
        Ok(self)
    }

    /// Its words, to be published.
    pub(crate) fn imprint(&self, format: Option<&Format>) -> Imprint {
        Imprint {
            format: format.map(|format| format.name().to_owned()),
            title: self.title.clone(),
            organ: self.organ.clone(),
            printed_on: self.printed_on.to_string(),
            to: self.to.clone(),
            copies: self.copies.clone(),
            remarks: self.remarks.clone(),
            given: self.given.clone(),
            given_by: self.given_by.clone(),
            category_level: self.category_level,
            unit_level: self.unit_level,
            category_columns: self.category_columns.iter().map(told).collect(),
            unit_columns: self.unit_columns.iter().map(told).collect(),
        }
    }
}

/// The name of the format that an issue was published in.
pub(crate) fn format_of(imprint: &Imprint) -> String {
    imprint.format.clone().unwrap_or_else(|| Format::usual().to_owned())
}

fn told(column: &Column) -> Vec<String> {
    let two = [column.figure.clone(), column.head.clone()];
    two.into_iter().chain(column.over.clone()).collect()
}

fn column(told: &Vec<String>) -> Option<Column> {
    match told.as_slice() {
        [figure, head] => Some(Column::new(figure, head)),
        [figure, head, over] => Some(Column::new(figure, head).under(over)),
        _ => None,
    }
}
