//! Errors on their way out: every kind becomes the Python class of its name.

use std::path::Path;

use gongdan::{Bound as Limit, Error, Language, Outcome, Refusal};
use gongdan_bulletin::{FontError, FormatError, PaperError};
use gongdan_import::SheetError;
use gongdan_lists::OutError;
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::types::PyDict;
use serde_json::{Map, Value, json};

/// The exception of an error.
pub(crate) fn raised(py: Python<'_>, error: &Error) -> PyErr {
    let details = Value::Object(details(error));
    let (english, chinese) = (error.message(Language::English), error.message(Language::Chinese));
    made(py, error.kind().word(), &english, &chinese, &details)
}

/// The exception of a kind that Python's side alone knows: nothing was done.
pub(crate) fn special(py: Python<'_>, word: &str, english: &str, chinese: &str) -> PyErr {
    made(py, word, english, chinese, &Value::Null)
}

/// The exception of a panic: nobody knows how far the call came.
pub(crate) fn mistake(py: Python<'_>) -> PyErr {
    let english = "gongdan itself failed; close this handle and report it";
    let details = json!({ "outcome": Outcome::Unknown.word() });
    made(py, "bug", english, "程序自身有误,请关闭后重新打开", &details)
}

/// The exception of a bulletin format that is wrong.
pub(crate) fn of_format(py: Python<'_>, error: &FormatError) -> PyErr {
    let (english, chinese) = (error.message(Language::English), error.message(Language::Chinese));
    made(py, "invalid_input", &english, &chinese, &json!({ "argument": "format" }))
}

/// The exception of paper that is not made.
pub(crate) fn of_paper(py: Python<'_>, error: &PaperError) -> PyErr {
    match error {
        PaperError::Hotline(error) => raised(py, error),
        PaperError::Format(error) => of_format(py, error),
        error => {
            let told = |language| error.message(language);
            let (english, chinese) = (told(Language::English), told(Language::Chinese));
            made(py, "invalid_input", &english, &chinese, &json!({ "argument": "format" }))
        }
    }
}

/// The exception of a sheet or mapping that cannot be read.
pub(crate) fn of_sheet(py: Python<'_>, argument: &str, error: &SheetError) -> PyErr {
    let problem = error.problem();
    let details = json!({ "argument": argument });
    let english = format!("{argument}: {}", problem.english);
    let chinese = format!("{argument}: {}", problem.chinese);
    made(py, "invalid_input", &english, &chinese, &details)
}

/// The exception of a file that the machine does not give or take.
pub(crate) fn of_machine(py: Python<'_>, path: &Path, error: &std::io::Error) -> PyErr {
    let word = match error.kind() {
        std::io::ErrorKind::NotFound => "not_found",
        std::io::ErrorKind::AlreadyExists => "exists",
        _ => "io",
    };
    let told = format!("{}: {error}", path.display());
    made(py, word, &told, &told, &Value::Null)
}

/// The exception of a list that does not leave.
pub(crate) fn of_list(py: Python<'_>, error: &OutError) -> PyErr {
    let (word, details) = match error {
        OutError::Hotline(error) => return raised(py, error),
        OutError::Exists(_) => ("exists", Value::Null),
        OutError::Io(..) => ("io", Value::Null),
        _ => ("invalid_input", json!({ "argument": "path" })),
    };
    let (english, chinese) = (error.message(Language::English), error.message(Language::Chinese));
    made(py, word, &english, &chinese, &details)
}

/// The exception of a system without a Chinese font.
pub(crate) fn of_fonts(py: Python<'_>, error: &FontError) -> PyErr {
    let (english, chinese) = (error.message(Language::English), error.message(Language::Chinese));
    made(py, "not_found", english, chinese, &Value::Null)
}

fn made(py: Python<'_>, word: &str, english: &str, chinese: &str, details: &Value) -> PyErr {
    let make = || -> PyResult<PyErr> {
        let errors = py.import("gongdan.errors")?;
        let fields = PyDict::new(py);
        fields.set_item("word", word)?;
        fields.set_item("english", english)?;
        fields.set_item("chinese", chinese)?;
        fields.set_item("details", details.to_string())?;
        Ok(PyErr::from_value(errors.call_method("_made", (), Some(&fields))?))
    };
    make().unwrap_or_else(|_| PyRuntimeError::new_err(english.to_owned()))
}

/// What a program can act on: what every class has, and what each has of its own.
fn details(error: &Error) -> Map<String, Value> {
    let mut details = match of_its_class(error) {
        Value::Object(details) => details,
        _ => Map::new(),
    };
    details.insert("outcome".to_owned(), json!(error.outcome().word()));
    details.insert("retry".to_owned(), json!(error.retry()));
    details
}

fn of_its_class(error: &Error) -> Value {
    if let Some(refusal) = error.refusal() {
        return refused(refusal);
    }
    if let Some(invalid) = error.invalid() {
        return json!({ "argument": invalid.argument });
    }
    if let Some((expected, actual)) = error.versions() {
        return json!({ "expected": expected, "actual": actual });
    }
    Value::Null
}

fn refused(refusal: &Refusal) -> Value {
    let bound = refusal.bound.map(|bound| match bound {
        Limit::Until(at) => json!({ "until": at.ms() }),
        Limit::From(at) => json!({ "from": at.ms() }),
        Limit::Times(times) => json!({ "times": times }),
        Limit::Days(days) => json!({ "days": days }),
        Limit::Leap { given, newest } => json!({ "given": given.ms(), "newest": newest.ms() }),
    });
    json!({
        "code": refusal.code.word(),
        "stage": refusal.stage.word(),
        "asked": refusal.asked.word(),
        "allowed": refusal.allowed.iter().map(|verb| verb.word()).collect::<Vec<_>>(),
        "bound": bound,
    })
}
