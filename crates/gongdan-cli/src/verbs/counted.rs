//! The counts that a table is to show, as they were named: each has to be defined where it is asked.

use gongdan::{Count, Error, Question, Result, check_figure};

use crate::listed::word;

/// The counts of these names; one that the question does not define is refused, never an empty column.
pub(crate) fn counted(given: &[String], question: &Question) -> Result<Vec<Count>> {
    let one = |name: &String| {
        let count = Count::parse(&word(name)).map_err(|wrong| wrong.named("count"))?;
        check_figure(question.basis, &question.by, count.word()).map_err(as_typed)?;
        Ok(count)
    };
    given.iter().map(one).collect()
}

fn as_typed(error: Error) -> Error {
    let wrong = error.invalid().map(|wrong| wrong.clone().named("count"));
    wrong.map_or(error, Into::into)
}
