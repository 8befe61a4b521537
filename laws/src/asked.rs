//! Questions of an oracle, one a line, and what the library answers: every count by the list it is
//! from, and every measure with both its terms.

use std::io::{BufRead, Write};
use std::path::Path;

use gongdan::{
    Basis, CountOf, Figures, Grouping, Hotline, MEASURES, Moment, Options, Period, Question, Tally,
};
use gongdan_domain::Count;
use serde_json::{Map, Value, json};

/// Answers every question of a stream about a file.
///
/// # Errors
/// In words: a line that is no question, or what the machine says.
pub fn answer_all(file: &Path, from: impl BufRead, mut to: impl Write) -> Result<(), String> {
    let hotline = Hotline::open_with(file, &Options::new().read_only()).map_err(told)?;
    for line in from.lines() {
        let asked: Value = serde_json::from_str(&line.map_err(told)?).map_err(told)?;
        let questions = questions(&asked).ok_or_else(|| format!("no question: {asked}"))?;
        for figures in hotline.figures_of(&questions).map_err(told)? {
            writeln!(to, "{}", answer(&figures)).map_err(told)?;
        }
    }
    Ok(())
}

fn told(error: impl std::fmt::Display) -> String {
    error.to_string()
}

/// A line asks by several groupings at once: all of one period, moment and basis.
fn questions(asked: &Value) -> Option<Vec<Question>> {
    let period = Period::parse(asked["period"].as_str()?).ok()?;
    let as_of = Moment::from_ms("as_of", asked["as_of"].as_i64()?).ok()?;
    let basis = Basis::parse(asked["basis"].as_str()?).ok()?;
    let one = |by: &Value| Grouping::parse(by.as_str()?).ok();
    let all = |by: &Value| by.as_array()?.iter().map(one).collect::<Option<Vec<_>>>();
    let several = asked["by"].as_array()?.iter().map(all).collect::<Option<Vec<_>>>()?;
    let mut question = Question::new(period, as_of).basis(basis);
    question.effective = asked["effective"].as_bool().unwrap_or(false);
    question.seen = asked["seen"].as_u64();
    let by = |by: Vec<Grouping>| by.into_iter().fold(question.clone(), Question::by);
    Some(several.into_iter().map(by).collect())
}

/// A question as a line that is read again.
pub(crate) fn line(question: &Question) -> String {
    let by: Vec<&str> = question.by.iter().map(|by| by.word()).collect();
    let (first, last) = (question.period.first(), question.period.last());
    json!({
        "period": format!("{first}..{last}"),
        "as_of": question.as_of.ms(),
        "basis": question.basis.word(),
        "by": [by],
        "effective": question.effective,
        "seen": question.seen,
    })
    .to_string()
}

pub(crate) fn answer(figures: &Figures) -> Value {
    let rows: Vec<Value> = figures
        .rows
        .iter()
        .map(|row| {
            let keys: Vec<Value> = row.keys.iter().map(|key| json!([key.id, key.name])).collect();
            json!({ "keys": keys, "row": cells(&row.tally) })
        })
        .collect();
    json!({ "rows": rows, "total": cells(&figures.total) })
}

fn cells(tally: &Tally) -> Value {
    let list = |of| {
        let counts = Count::ALL.iter().filter_map(|count| Some((*count, tally.of(of, *count)?)));
        counts.map(|(count, value)| (count.word().to_owned(), value.into())).collect::<Map<_, _>>()
    };
    let measured = MEASURES.iter().filter_map(|each| Some((each.name, tally.measure(each)?)));
    let measures: Map<String, Value> = measured
        .map(|(name, value)| (name.to_owned(), json!([value.numerator, value.denominator])))
        .collect();
    json!({
        "tickets": list(CountOf::Tickets),
        "assignments": list(CountOf::Assignments),
        "measures": measures,
    })
}
