//! One batch: typed cells become Arrow arrays.

use std::sync::Arc;

use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::cast::AsArray;
use arrow_array::types::{Int16Type, Int32Type};
use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, DictionaryArray, Int16Array, Int32Array, Int64Array,
    RecordBatch, StringArray, TimestampMillisecondArray,
};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef, TimeUnit};
use gongdan::{Cells, Chunk, FieldKind, Scan};

use crate::Labels;

/// The zone of the hotline, as Arrow and its readers spell it.
pub(crate) const ZONE: &str = "Asia/Shanghai";

/// Dictionaries up to this size get two bytes a row.
const SMALL: usize = i16::MAX as usize;

/// What the columns of a scan share over all its batches.
pub(crate) struct Shape {
    pub(crate) schema: SchemaRef,
    columns: Vec<&'static gongdan::Field>,
    words: Vec<ArrayRef>,
}

impl Shape {
    pub(crate) fn of(scan: &Scan, labels: Labels) -> Self {
        let words = scan.words().iter();
        let words: Vec<ArrayRef> = words
            .map(|words| Arc::new(StringArray::from_iter_values(words.iter())) as ArrayRef)
            .collect();
        let fields: Vec<Field> =
            scan.columns().iter().zip(&words).map(|(c, w)| field(c, w, labels)).collect();
        Self { schema: Arc::new(Schema::new(fields)), columns: scan.columns().to_vec(), words }
    }

    pub(crate) fn batch(&self, chunk: Chunk) -> Result<RecordBatch, ArrowError> {
        let kinds = self.columns.iter().zip(&self.words);
        let arrays = chunk.columns.into_iter().zip(kinds);
        let arrays = arrays.map(|(cells, (column, words))| array(cells, column.kind, words));
        RecordBatch::try_new(Arc::clone(&self.schema), arrays.collect::<Result<_, _>>()?)
    }
}

fn field(column: &gongdan::Field, words: &ArrayRef, labels: Labels) -> Field {
    let name = match labels {
        Labels::Names => column.name,
        Labels::Headings => column.heading,
    };
    Field::new(name, data_type(column.kind, words.len()), true)
}

fn data_type(kind: FieldKind, words: usize) -> DataType {
    match kind {
        FieldKind::Id | FieldKind::Number => DataType::Int64,
        FieldKind::Flag => DataType::Boolean,
        FieldKind::Moment => DataType::Timestamp(TimeUnit::Millisecond, Some(ZONE.into())),
        FieldKind::Day => DataType::Date32,
        FieldKind::Text | FieldKind::Texts | FieldKind::Entries => DataType::Utf8,
        FieldKind::Name(_) | FieldKind::Word(_) => dictionary(words),
        FieldKind::Names(_) => DataType::List(several()),
    }
}

/// What a list of names holds.
fn several() -> Arc<Field> {
    Arc::new(Field::new("item", DataType::Utf8, true))
}

/// The type of dictionary-encoded words.
pub(crate) fn dictionary(words: usize) -> DataType {
    let key = if words <= SMALL { DataType::Int16 } else { DataType::Int32 };
    DataType::Dictionary(Box::new(key), Box::new(DataType::Utf8))
}

fn array(cells: Cells, kind: FieldKind, words: &ArrayRef) -> Result<ArrayRef, ArrowError> {
    Ok(match (cells, kind) {
        (Cells::Numbers(cells), FieldKind::Moment) => {
            Arc::new(TimestampMillisecondArray::from(cells).with_timezone(ZONE))
        }
        (Cells::Numbers(cells), FieldKind::Day) => {
            let day = |day: Option<i64>| day.and_then(|day| i32::try_from(day).ok());
            Arc::new(cells.into_iter().map(day).collect::<Date32Array>())
        }
        (Cells::Numbers(cells), _) => Arc::new(Int64Array::from(cells)),
        (Cells::Flags(cells), _) => Arc::new(BooleanArray::from(cells)),
        (Cells::Texts(cells), _) => Arc::new(StringArray::from(cells)),
        (Cells::Words(cells), _) => places(cells, words)?,
        (Cells::Several(cells), _) => names(&cells, words),
    })
}

/// Lists of names: places for each row.
fn names(cells: &[Vec<u32>], words: &ArrayRef) -> ArrayRef {
    let words = words.as_string::<i32>();
    let mut rows = ListBuilder::new(StringBuilder::new()).with_field(several());
    for row in cells {
        row.iter().for_each(|place| rows.values().append_value(words.value(*place as usize)));
        rows.append(true);
    }
    Arc::new(rows.finish())
}

/// Dictionary-encoded words: a place for each row.
pub(crate) fn places(cells: Vec<Option<u32>>, words: &ArrayRef) -> Result<ArrayRef, ArrowError> {
    if words.len() <= SMALL {
        let place = |place: Option<u32>| place.map(|place| place as i16);
        let keys: Int16Array = cells.into_iter().map(place).collect();
        return Ok(Arc::new(DictionaryArray::<Int16Type>::try_new(keys, Arc::clone(words))?));
    }
    let keys: Int32Array = cells.into_iter().map(|place| place.map(|p| p as i32)).collect();
    Ok(Arc::new(DictionaryArray::<Int32Type>::try_new(keys, Arc::clone(words))?))
}
