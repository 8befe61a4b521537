//! Figures as the numbers they are, in whatever a template reckons or compares with.

use minijinja::value::{Kwargs, Value};
use minijinja::{Environment, Error, State};

use super::ink::Shown;

/// The number of a figure; anything else as it is.
fn amount(value: Value) -> Value {
    value.downcast_object_ref::<Shown>().map_or_else(|| value.clone(), Shown::amount)
}

/// What compares a value, and the names of the test that does.
type Comparison = (&'static [&'static str], fn(&Value, &Value) -> bool);

const COMPARISONS: [Comparison; 6] = [
    (&["eq", "equalto", "=="], |one, other| one == other),
    (&["ne", "!="], |one, other| one != other),
    (&["lt", "lessthan", "<"], |one, other| one < other),
    (&["le", "<="], |one, other| one <= other),
    (&["gt", "greaterthan", ">"], |one, other| one > other),
    (&["ge", ">="], |one, other| one >= other),
];

/// The filter `amount`, and tests and sums that take figures for numbers.
pub(super) fn known_to(environment: &mut Environment<'_>) {
    environment.add_filter("amount", amount);
    environment.add_filter("sum", sum);
    for (names, compares) in COMPARISONS {
        for name in names {
            let test = move |one: Value, other: Value| compares(&amount(one), &amount(other));
            environment.add_test(*name, test);
        }
    }
}

/// The sum of a list, or of one attribute of each of its members.
fn sum(state: &State<'_, '_>, values: Value, more: Kwargs) -> Result<Value, Error> {
    let attribute: Option<&str> = more.get("attribute")?;
    let start: Option<Value> = more.get("start")?;
    more.assert_all_used()?;
    let numbers = values.try_iter()?.map(|each| match attribute {
        Some(attribute) => each.get_attr(attribute).map(amount),
        None => Ok(amount(each)),
    });
    let numbers = numbers.collect::<Result<Vec<Value>, Error>>()?;
    let none = Kwargs::from_iter(Vec::<(String, Value)>::new());
    minijinja::filters::sum(state, Value::from(numbers), None, start, none)
}
