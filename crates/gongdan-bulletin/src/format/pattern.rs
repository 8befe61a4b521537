//! A pattern that each row of a list fills in, and conditions on rows.

use std::sync::Arc;

use minijinja::value::{Object, Value};
use minijinja::{Environment, Error, ErrorKind, Expression, State};

use super::definitions::Missing;
use super::rewrite::expression;
use super::rows::RowOf;
use super::shown::found;
use super::token::demangled;

/// The name under which everything that a template sees stands in it.
pub(super) const PAGE: &str = "this_page";

fn wrong(what: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::new(ErrorKind::InvalidOperation, what)
}

/// Everything that the template sees.
pub(super) fn page(state: &State<'_, '_>) -> Value {
    state.lookup(PAGE).unwrap_or_default()
}

/// Words, and expressions in `{}` between them.
pub(super) struct Pattern<'a, 'b>(Vec<Part<'a, 'b>>);

enum Part<'a, 'b> {
    Words(String),
    Told(Expression<'a, 'b>),
}

/// An expression as the engine reads it.
fn compiled<'a, 'b>(
    environment: &'a Environment<'b>,
    told: &str,
) -> Result<Expression<'a, 'b>, Error> {
    let readable = expression(told).ok_or_else(|| wrong(format!("not understood: {told}")))?;
    environment.compile_expression_owned(readable)
}

impl<'a> Pattern<'a, 'a> {
    pub(super) fn of(state: &State<'_, 'a>, told: &str) -> Result<Self, Error> {
        let (mut parts, mut rest) = (Vec::new(), told);
        while let Some((words, more)) = rest.split_once('{') {
            let end = end(more).ok_or_else(|| wrong("a { without its }"))?;
            parts.push(Part::Words(words.to_owned()));
            parts.push(Part::Told(compiled(state.env(), &more[..end])?));
            rest = &more[end + 1..];
        }
        parts.push(Part::Words(rest.to_owned()));
        Ok(Self(parts))
    }

    /// As a row fills it in.
    pub(super) fn filled(&self, row: &RowOf, index: usize, page: &Value) -> Result<String, Error> {
        let seen = Inner::value(row, index, page)?;
        let mut made = String::new();
        for part in &self.0 {
            match part {
                Part::Words(words) => made.push_str(words),
                Part::Told(told) => {
                    let value = told.eval(&seen)?;
                    if value.is_undefined() {
                        return Err(Error::from(ErrorKind::UndefinedError));
                    }
                    made.push_str(&value.to_string());
                }
            }
        }
        Ok(made)
    }
}

/// Where the `}` stands that ends an expression: not one in its quotation marks or its own brackets.
fn end(text: &str) -> Option<usize> {
    let (mut quoted, mut deep): (Option<char>, usize) = (None, 0);
    for (at, letter) in text.char_indices() {
        match (quoted, letter) {
            (Some(mark), letter) if letter == mark => quoted = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quoted = Some(letter),
            (None, '{') => deep += 1,
            (None, '}') if deep == 0 => return Some(at),
            (None, '}') => deep -= 1,
            (None, _) => {}
        }
    }
    None
}

/// A condition on a row.
pub(super) struct Condition<'a>(Expression<'a, 'a>);

/// `派单数 = 0 and 得分 >= 99`; one equal sign is as good as two.
pub(super) fn condition<'a>(state: &State<'_, 'a>, told: &str) -> Result<Condition<'a>, Error> {
    compiled(state.env(), &doubled(told)).map(Condition)
}

/// With two equal signs where one stands alone.
pub(super) fn doubled(told: &str) -> String {
    let letters: Vec<char> = told.chars().collect();
    let alone = |at: usize| {
        let beside = |at: Option<usize>| at.and_then(|at| letters.get(at)).copied().unwrap_or(' ');
        letters[at] == '='
            && !matches!(beside(at.checked_sub(1)), '=' | '!' | '<' | '>')
            && beside(Some(at + 1)) != '='
    };
    let letter = |(at, letter): (usize, &char)| match alone(at) {
        true => "==".to_owned(),
        false => letter.to_string(),
    };
    letters.iter().enumerate().map(letter).collect()
}

impl Condition<'_> {
    pub(super) fn holds(&self, row: &RowOf, page: &Value) -> Result<bool, Error> {
        Ok(self.0.eval(Inner::value(row, 0, page)?)?.is_true())
    }
}

/// What a pattern sees: the row, and behind it the page.
#[derive(Debug)]
struct Inner {
    row: RowOf,
    index: usize,
    page: Value,
}

impl Inner {
    fn value(row: &RowOf, index: usize, page: &Value) -> Result<Value, Error> {
        match row.desk.ink.step() {
            true => Ok(Value::from_object(Self { row: row.clone(), index, page: page.clone() })),
            false => Err(Error::from(ErrorKind::OutOfFuel)),
        }
    }
}

impl Object for Inner {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let name = demangled(key.as_str()?);
        match (name.as_str(), self.row.asked(&name)) {
            (PAGE, _) => Some(self.page.clone()),
            ("index" | "序号", _) => Some(Value::from(self.index)),
            (_, Ok(Some(value))) => Some(value),
            (_, Ok(None) | Err(Missing::Unknown)) => {
                self.page.get_item(key).ok().filter(|value| !value.is_undefined())
            }
            (_, Err(missing)) => found(&self.row.desk, &name, Err(missing)),
        }
    }
}

/// A row, and the page behind it, for a short template.
pub(super) fn seen(row: &RowOf, page: &Value) -> Result<Value, Error> {
    Inner::value(row, 0, page)
}

/// A pattern as a template: `{名称}` becomes `{{ 名称 }}`.
pub(super) fn as_template(told: &str) -> String {
    let (mut made, mut rest) = (String::new(), told);
    while let Some((words, more)) = rest.split_once('{') {
        let Some(end) = end(more) else { break };
        made += &format!("{words}{{{{ {} }}}}", &more[..end]);
        rest = &more[end + 1..];
    }
    made + rest
}
