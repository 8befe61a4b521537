//! A table of figures as one batch: keys, counts, and measures as exact decimals.

use std::sync::Arc;

use arrow_array::{ArrayRef, Decimal128Array, Float64Array, Int64Array, RecordBatch, StringArray};
use arrow_schema::{ArrowError, DataType, Field, Schema};
use gongdan::{Count, Figures, Grouping, Measure, Rounding, Row, Shape};

use crate::Labels;
use crate::batch::{dictionary, places};

/// The digits of a measure's cells.
const DIGITS: u8 = 18;

/// The decimal places of a measure's cells: 98.41 % is `0.9841`, a number of days `3.25`.
fn places_of(measure: &Measure) -> i8 {
    match measure.shape {
        Shape::Percent => 4,
        Shape::Number => 2,
    }
}

/// A figure that a table shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A count.
    Count(Count),
    /// A measure, printed with this rounding.
    Measure(&'static Measure, Rounding),
    /// A measure as the nearest float.
    Float(&'static Measure),
}

impl Wanted {
    fn field(&self, labels: Labels) -> Field {
        let (name, heading, data_type) = match self {
            Self::Count(count) => (count.word(), count.term(), DataType::Int64),
            Self::Measure(measure, _) => {
                (measure.name, measure.term, DataType::Decimal128(DIGITS, places_of(measure)))
            }
            Self::Float(measure) => (measure.name, measure.term, DataType::Float64),
        };
        let label = if labels == Labels::Headings { heading } else { name };
        let beside = match (self, labels) {
            (Self::Float(_), Labels::Names) => "_float",
            (Self::Float(_), Labels::Headings) => "(浮点数)",
            _ => "",
        };
        Field::new(format!("{label}{beside}"), data_type, true)
    }

    fn array(&self, rows: &[Row]) -> Result<ArrayRef, ArrowError> {
        Ok(match self {
            Self::Count(count) => {
                Arc::new(rows.iter().map(|row| row.tally.get(*count)).collect::<Int64Array>())
            }
            Self::Measure(measure, rounding) => {
                let cell = |row: &Row| hundredths(row, measure, *rounding);
                let cells: Decimal128Array = rows.iter().map(cell).collect();
                Arc::new(cells.with_precision_and_scale(DIGITS, places_of(measure))?)
            }
            Self::Float(measure) => {
                Arc::new(rows.iter().map(|row| nearest(row, measure)).collect::<Float64Array>())
            }
        })
    }
}

/// What is printed as a whole number of hundredths: what the reader sees is what counts.
fn hundredths(row: &Row, measure: &Measure, rounding: Rounding) -> Option<i128> {
    let printed = measure.printed(&row.tally.measure(measure)?, rounding);
    let digits: String = printed.chars().filter(|c| c.is_ascii_digit() || *c == '-').collect();
    digits.parse().ok()
}

/// The nearest float; nothing for a measure of nothing.
#[expect(clippy::float_arithmetic, reason = "a float beside the exact column, on request")]
fn nearest(row: &Row, measure: &Measure) -> Option<f64> {
    let exact = row.tally.measure(measure).filter(|exact| exact.denominator != 0)?;
    Some(exact.numerator as f64 / exact.denominator as f64)
}

/// The rows of an answer, one key column for each grouping, then the figures wanted.
///
/// # Errors
/// None that figures can cause: every column has as many cells as there are rows.
pub fn figures_batch(
    figures: &Figures,
    wanted: &[Wanted],
    labels: Labels,
) -> Result<RecordBatch, ArrowError> {
    let mut fields = Vec::new();
    let mut arrays = Vec::new();
    for (index, by) in figures.question.by.iter().enumerate() {
        let (field, array) = keys(&figures.rows, index, *by, labels)?;
        fields.push(field);
        arrays.push(array);
    }
    for each in wanted {
        fields.push(each.field(labels));
        arrays.push(each.array(&figures.rows)?);
    }
    RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays)
}

fn keys(
    rows: &[Row],
    index: usize,
    by: Grouping,
    labels: Labels,
) -> Result<(Field, ArrayRef), ArrowError> {
    let mut words: Vec<&str> = Vec::new();
    let mut cells = Vec::with_capacity(rows.len());
    for row in rows {
        let name = row.keys.get(index).map_or("", |key| key.name.as_str());
        let known = words.iter().position(|word| *word == name);
        let place = known.unwrap_or(words.len());
        known.is_none().then(|| words.push(name));
        cells.push(u32::try_from(place).ok());
    }
    let words: ArrayRef = Arc::new(StringArray::from(words));
    let label = if labels == Labels::Headings { heading(by) } else { by.word() };
    let field = Field::new(label, dictionary(words.len()), false);
    Ok((field, places(cells, &words)?))
}

/// The heading over the names of a grouping.
fn heading(by: Grouping) -> &'static str {
    match by {
        Grouping::All => "合计",
        Grouping::Channel => "来源渠道",
        Grouping::Category => "问题分类",
        Grouping::Kind => "诉求类型",
        Grouping::Urgency => "紧急程度",
        Grouping::Unit => "单位名称",
        Grouping::UnitGroup => "单位组别",
        Grouping::Area => "所属区域",
        Grouping::Day => "日期",
        Grouping::Month => "月份",
        Grouping::Age => "在办时长",
    }
}
