//! What is reckoned and compared in templates: exact, and an error where it cannot be meant.

use std::cmp::Ordering;
use std::sync::Arc;

use minijinja::value::{Kwargs, Value};
use minijinja::{Environment, Error, ErrorKind};

use super::desk::Desk;
use super::rewrite::RECKON;
use super::shown::Shown;
use crate::exact::Exact;
use crate::figure::{Amount, Figure, FigureForm};

/// What compares a value, and the names of the test that does.
const COMPARISONS: [(&str, &[&str]); 6] = [
    ("==", &["eq", "equalto", "=="]),
    ("!=", &["ne", "!="]),
    ("<", &["lt", "lessthan", "<"]),
    ("<=", &["le", "<="]),
    (">", &["gt", "greaterthan", ">"]),
    (">=", &["ge", ">="]),
];

/// The function that reckons, the tests that compare, and sums that are figures.
pub(super) fn known_to(environment: &mut Environment<'_>) {
    environment.add_function(RECKON, |operator: &str, one: Value, other: Value| {
        reckoned(operator, &one, &other)
    });
    environment.add_filter("sum", sum);
    for (operator, names) in COMPARISONS {
        for name in names {
            let test = move |one: Value, other: Value| {
                reckoned(operator, &one, &other).map(|value| value.is_true())
            };
            environment.add_test(*name, test);
        }
    }
}

/// The figure of a value.
pub(super) fn figure(value: &Value) -> Option<&Shown> {
    value.downcast_object_ref::<Shown>()
}

fn wrong(what: &'static str) -> Error {
    Error::new(ErrorKind::InvalidOperation, what)
}

const TEXT: &str = "a figure and a text cannot be reckoned with or compared";
const MIXED: &str = "a rate in per cent and a plain number cannot be added";
const LARGE: &str = "the number is too large to stay exact";
const NO_NUMBER: &str = "only numbers can be reckoned with";

fn reckoned(operator: &str, one: &Value, other: &Value) -> Result<Value, Error> {
    if one.is_undefined() || other.is_undefined() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    let compares = COMPARISONS.iter().any(|(each, _)| *each == operator);
    match (figure(one), figure(other), compares) {
        (None, None, true) => Ok(Value::from(holds(operator, plain_order(one, other)))),
        (None, None, false) => plain(operator, one, other),
        (_, _, true) => compared(operator, one, other).map(Value::from),
        (_, _, false) => of_figures(operator, one, other),
    }
}

fn plain_order(one: &Value, other: &Value) -> Option<Ordering> {
    match one == other {
        true => Some(Ordering::Equal),
        false => one.partial_cmp(other).filter(|order| order.is_ne()),
    }
}

fn holds(operator: &str, order: Option<Ordering>) -> bool {
    match operator {
        "==" => order == Some(Ordering::Equal),
        "!=" => order != Some(Ordering::Equal),
        "<" => order.is_some_and(Ordering::is_lt),
        "<=" => order.is_some_and(Ordering::is_le),
        ">" => order.is_some_and(Ordering::is_gt),
        _ => order.is_some_and(Ordering::is_ge),
    }
}

/// A number; a figure in per cent beside a plain number is so many per cent.
fn compared(operator: &str, one: &Value, other: &Value) -> Result<bool, Error> {
    if one.is_none() || other.is_none() {
        return Ok(operator == "!=");
    }
    let both = figure(one).is_some() && figure(other).is_some();
    let number = |value: &Value| match figure(value) {
        Some(shown)
            if !both
                && shown.figure.print.form != FigureForm::Number
                && !shown.figure.is_count() =>
        {
            shown.figure.exact().times(Exact::whole(100)).ok_or_else(|| wrong(LARGE))
        }
        Some(shown) => Ok(shown.figure.exact()),
        None => number(value).ok_or_else(|| wrong(TEXT)),
    };
    let order = number(one)?.compared(number(other)?);
    Ok(holds(operator, Some(order)))
}

/// A plain number, exactly as it was written.
fn number(value: &Value) -> Option<Exact> {
    value.is_number().then(|| Exact::parse(&value.to_string())).flatten()
}

/// Two things that are no figures: whole numbers stay whole, texts are joined.
fn plain(operator: &str, one: &Value, other: &Value) -> Result<Value, Error> {
    if let ("+", Some(one), Some(other)) = (operator, one.as_str(), other.as_str()) {
        return Ok(Value::from(format!("{one}{other}")));
    }
    let both = number(one).zip(number(other)).ok_or_else(|| wrong(NO_NUMBER))?;
    let made = exactly(operator, both)?;
    match (made.whole, i64::try_from(made.part)) {
        (1, Ok(whole)) => Ok(Value::from(whole)),
        _ => Err(wrong("a plain number that is not whole: divide figures instead")),
    }
}

fn exactly(operator: &str, (one, other): (Exact, Exact)) -> Result<Exact, Error> {
    let whole = |make: fn(i128, i128) -> Option<i128>| {
        let both = one.whole == 1 && other.whole == 1;
        let part = if both { make(one.part, other.part) } else { None };
        part.map(|part| Exact { part, whole: 1 })
    };
    let made = match operator {
        "+" => one.plus(other),
        "-" => one.minus(other),
        "*" => one.times(other),
        "/" => one.over(other),
        "//" => whole(i128::checked_div_euclid),
        _ => whole(i128::checked_rem_euclid),
    };
    made.ok_or_else(|| wrong(LARGE))
}

/// At least one is a figure: what comes of it is one too.
fn of_figures(operator: &str, one: &Value, other: &Value) -> Result<Value, Error> {
    let desk = figure(one).or(figure(other)).map(|shown| Arc::clone(&shown.desk));
    let desk = desk.ok_or_else(|| wrong(NO_NUMBER))?;
    let exact = |value: &Value| match figure(value) {
        Some(shown) => Ok(shown.figure.exact()),
        None => number(value).ok_or_else(|| wrong(TEXT)),
    };
    let form = form(operator, figure(one), figure(other))?;
    let value = exactly(operator, (exact(one)?, exact(other)?))?;
    let told = |value: &Value| match figure(value) {
        Some(shown) => shown.figure.name.to_string(),
        None => value.to_string(),
    };
    let rule = format!("{} {operator} {}", told(one), told(other));
    let made = of(&desk, rule, value, form).ok_or_else(|| wrong(LARGE))?;
    Ok(Shown::value(&made, &desk))
}

/// A figure made of others; what counts stays a count.
fn of(desk: &Desk, rule: String, value: Exact, form: Option<FigureForm>) -> Option<Figure> {
    match form {
        Some(form) => desk.rate(("reckoned", rule), value, form),
        None => {
            let number = (value.whole == 1).then(|| i64::try_from(value.part).ok())??;
            Some(Figure::counted("reckoned", rule.chars().take(200).collect::<String>(), number))
        }
    }
}

/// What two figures, or a figure and a number, make: a count, or a rate and as what it prints.
fn form(
    operator: &str,
    one: Option<&Shown>,
    other: Option<&Shown>,
) -> Result<Option<FigureForm>, Error> {
    let form = |shown: Option<&Shown>| {
        shown.map(|shown| match shown.figure.amount {
            Amount::Count(_) => None,
            Amount::Rate(..) => Some(shown.figure.print.form),
        })
    };
    let percent = |form: Option<Option<FigureForm>>| form == Some(Some(FigureForm::Percent));
    let (one, other) = (form(one), form(other));
    let counts = one.unwrap_or(None).is_none() && other.unwrap_or(None).is_none();
    match operator {
        "/" => Ok(Some(FigureForm::Number)),
        "-" if percent(one) && percent(other) => Ok(Some(FigureForm::Points)),
        "+" | "-" if percent(one) != percent(other) => Err(wrong(MIXED)),
        _ if counts => Ok(None),
        "*" if percent(one) != percent(other) => Ok(Some(FigureForm::Number)),
        _ => Ok(one.flatten().or(other.flatten())),
    }
}

/// The sum of a list, or of one attribute of each of its members: of figures, a figure.
fn sum(values: Value, more: Kwargs) -> Result<Value, Error> {
    let attribute: Option<&str> = more.get("attribute")?;
    let start: Option<Value> = more.get("start")?;
    more.assert_all_used()?;
    let mut sum = start;
    for each in values.try_iter()? {
        let value = match attribute {
            Some(path) => path.split('.').try_fold(each, |value, part| value.get_attr(part))?,
            None => each,
        };
        if figure(&value).is_some_and(|shown| !shown.desk.ink.step()) {
            return Err(Error::from(ErrorKind::OutOfFuel));
        }
        sum = Some(match sum {
            Some(sum) => reckoned("+", &sum, &value)?,
            None => value,
        });
    }
    Ok(sum.unwrap_or_else(|| Value::from(0)))
}
