//! The sentences that offices write over and over, one call each: figures with the right word, lists of
//! rows, the first so many.

use std::sync::Arc;

use minijinja::value::{Kwargs, Rest, Value};
use minijinja::{Environment, Error, ErrorKind, State};

use super::definitions::Missing;
use super::desk::Desk;
use super::pattern;
use super::reckon::figure;
use super::rewrite::readable;
use super::rows::{RowOf, values};
use super::shown::Shown;
use super::slice::span;
use crate::exact::Exact;
use crate::figure::{Figure, FigureForm};
use crate::needs::SpanOf;

/// Filters by their two names.
macro_rules! filters {
    ($environment:ident: $($english:literal $chinese:literal => $filter:expr;)+) => {
        $($environment.add_filter($english, $filter);
        $environment.add_filter(readable($chinese), $filter);)+
    };
}

pub(super) fn known_to(environment: &mut Environment<'_>) {
    filters! { environment:
        "decimals" "小数" => decimals;
        "trimmed" "去零" => trimmed;
        "percent" "百分比" => percent;
        "share" "占比" => share;
        "growth" "增长率" => growth;
        "change" "环比" => |value: Value, words: Rest<String>, how: Kwargs| {
            change(&value, SpanOf::Before, &words, &how)
        };
        "year_change" "同比" => |value: Value, words: Rest<String>, how: Kwargs| {
            change(&value, SpanOf::YearBefore, &words, &how)
        };
        "difference" "增减" => difference;
        "or_none" "有无" => or_none;
        "per_day" "日均" => per_day;
        "top" "前" => |rows: Value, first: usize, by: String, how: Kwargs| {
            first_of(&rows, first, (&by, true), with_ties(&how)?)
        };
        "bottom" "后" => |rows: Value, first: usize, by: String, how: Kwargs| {
            first_of(&rows, first, (&by, false), with_ties(&how)?)
        };
        "ranked" "排名" => |rows: Value, by: String| first_of(&rows, usize::MAX, (&by, true), true);
        "where" "符合" => only;
        "of_group" "属于" => of_group;
        "each" "逐项" => each;
        "listed" "列举" => listed;
        "names" "名单" => names;
        "total" "合计" => total;
        "tally" "个数" => tally;
    }
}

fn wrong(what: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::new(ErrorKind::InvalidOperation, what)
}

/// The figure that a filter is for.
fn shown(value: &Value) -> Result<&Shown, Error> {
    figure(value).ok_or_else(|| wrong("this is for a figure"))
}

fn with_print(value: &Value, set: impl Fn(&mut Figure)) -> Result<Value, Error> {
    let shown = shown(value)?;
    let mut figure = shown.figure.clone();
    set(&mut figure);
    Ok(Shown::at(figure, shown.at.clone(), &shown.desk))
}

fn decimals(value: Value, decimals: u8) -> Result<Value, Error> {
    match decimals {
        0..=9 => with_print(&value, |figure| figure.print.decimals = decimals),
        _ => Err(wrong("at most nine decimals")),
    }
}

fn trimmed(value: Value) -> Result<Value, Error> {
    with_print(&value, |figure| figure.print.trim = true)
}

fn percent(value: Value) -> Result<Value, Error> {
    with_print(&value, |figure| figure.print.form = FigureForm::Percent)
}

/// What a name that is missing is told as.
fn missing(desk: &Desk, name: &str, missing: &Missing) -> Error {
    super::shown::found(desk, name, Err(missing.clone()));
    wrong("there is no such figure here")
}

/// A figure's part of a whole: of all rows of its list, or of another figure.
fn share(value: Value, whole: Option<Value>) -> Result<Value, Error> {
    let part = shown(&value)?;
    let made = match &whole {
        Some(whole) => {
            let whole = &shown(whole)?.figure;
            part.desk.share(&part.figure, whole).ok_or(Missing::TooLarge)
        }
        None => part.share(),
    };
    match made {
        Ok(figure) => Ok(Shown::value(&figure, &part.desk)),
        Err(why) => Err(missing(&part.desk, "占比", &why)),
    }
}

/// The days that a filter is told to compare with.
fn against(told: Option<&str>) -> Result<SpanOf, Error> {
    span(told.unwrap_or("before")).ok_or_else(|| wrong("compare with 上期 or 上年同期"))
}

fn then(now: &Shown, of: SpanOf) -> Result<Figure, Error> {
    now.then(of).map_err(|why| missing(&now.desk, &now.figure.name, &why))
}

fn growth(value: Value, with: Option<String>) -> Result<Value, Error> {
    let now = shown(&value)?;
    let then = then(now, against(with.as_deref())?)?;
    let made = now.desk.growth(&now.figure, &then).ok_or_else(|| wrong("too large"))?;
    Ok(Shown::value(&made, &now.desk))
}

/// A figure without its sign.
fn bare(figure: &Figure) -> Figure {
    use crate::figure::Amount;
    let amount = match figure.amount {
        Amount::Count(number) => Amount::Count(number.saturating_abs()),
        Amount::Rate(mut fraction, rounding) => {
            fraction.numerator = fraction.numerator.saturating_abs();
            fraction.denominator = fraction.denominator.saturating_abs();
            Amount::Rate(fraction, rounding)
        }
    };
    Figure { amount, ..figure.clone() }
}

/// The word for up, down or the same, and what comes before the figure and after it.
fn worded(
    desk: &Desk,
    difference: &Figure,
    words: &[String],
    (usual, unit): ([&str; 3], &str),
) -> String {
    let word = |at: usize| words.get(at).map_or(usual[at], String::as_str);
    match difference.exact().compared(Exact::whole(0)) {
        std::cmp::Ordering::Equal => word(2).to_owned(),
        _ if difference.exact().whole == 0 => "—".to_owned(),
        std::cmp::Ordering::Greater => {
            word(0).to_owned() + &desk.ink.print(&bare(difference)) + unit
        }
        std::cmp::Ordering::Less => word(1).to_owned() + &desk.ink.print(&bare(difference)) + unit,
    }
}

/// `增长6.11%`, `下降23.19%`, `持平`; of a rate `上升1.27个百分点`.
fn change(value: &Value, of: SpanOf, words: &[String], how: &Kwargs) -> Result<String, Error> {
    let unit: Option<String> = how.get("unit")?;
    how.assert_all_used()?;
    let now = shown(value)?;
    let then = then(now, of)?;
    let made = now.desk.growth(&now.figure, &then).ok_or_else(|| wrong("too large"))?;
    let (usual, of_rates) = match made.print.form {
        FigureForm::Percent => (["增长", "下降", "持平"], ""),
        FigureForm::Points => (["上升", "下降", "持平"], "个百分点"),
        FigureForm::Number => (["增加", "减少", "持平"], ""),
    };
    let unit = unit.as_deref().unwrap_or(of_rates);
    Ok(worded(&now.desk, &made, words, (usual, unit)))
}

/// `增加263件`, `减少5件`, `持平`.
fn difference(value: Value, unit: Option<String>, how: Kwargs) -> Result<String, Error> {
    let with: Option<String> = how.get("with")?;
    let words: Option<Vec<String>> = how.get("words")?;
    how.assert_all_used()?;
    let now = shown(&value)?;
    let then = then(now, against(with.as_deref())?)?;
    let made = match (now.figure.is_count(), now.figure.number().checked_sub(then.number())) {
        (true, Some(more)) => {
            Figure::counted("difference", format!("{} - then", now.figure.name), more)
        }
        _ => now.desk.growth(&now.figure, &then).ok_or_else(|| wrong("too large"))?,
    };
    let usual = ["增加", "减少", "持平"];
    Ok(worded(&now.desk, &made, &words.unwrap_or_default(), (usual, &unit.unwrap_or_default())))
}

/// One text where the figure is 0, and another, with the figure for `{}`, where it is not.
fn or_none(value: Value, none: String, some: String) -> Result<String, Error> {
    let shown = shown(&value)?;
    Ok(match shown.figure.exact().part {
        0 => none,
        _ => some.replace("{}", &shown.desk.ink.print(&shown.figure)),
    })
}

/// A count for each day of the issue.
fn per_day(state: &State<'_, '_>, value: Value) -> Result<Value, Error> {
    let shown = shown(&value)?;
    let days = state.lookup("days").ok_or_else(|| wrong("no days"))?;
    let days = figure(&days).ok_or_else(|| wrong("no days"))?;
    let value = shown.figure.exact().over(days.figure.exact()).ok_or_else(|| wrong("too large"))?;
    let rule = format!("{} / days", shown.figure.name);
    let made = shown.desk.rate(("per_day", rule), value, FigureForm::Number);
    made.map(|figure| Shown::value(&figure, &shown.desk)).ok_or_else(|| wrong("too large"))
}

/// The rows of a value.
pub(super) fn rows_of(value: &Value) -> Result<Vec<RowOf>, Error> {
    let row = |each: Value| {
        let row = each.downcast_object_ref::<RowOf>();
        let row = row.ok_or_else(|| wrong("this is for a list of rows"))?;
        // Rows are gone over as often as a template says, and no more often than that.
        match row.desk.ink.step() {
            true => Ok(row.clone()),
            false => Err(Error::from(ErrorKind::OutOfFuel)),
        }
    };
    value.try_iter().map_err(|_| wrong("this is for a list of rows"))?.map(row).collect()
}

fn figure_of(row: &RowOf, name: &str) -> Result<Figure, Error> {
    row.figure(name).map_err(|why| missing(&row.desk, name, &why))
}

/// Whether whoever shares the last place is kept too (并列): left out, yes.
fn with_ties(how: &Kwargs) -> Result<bool, Error> {
    let english: Option<bool> = how.get("ties")?;
    let chinese: Option<bool> = how.get(&readable("并列"))?;
    how.assert_all_used()?;
    Ok(english.or(chinese).unwrap_or(true))
}

/// Rows in their places by a figure, ties sharing one: the first so many, with whoever shares the last.
fn first_of(
    rows: &Value,
    first: usize,
    (by, largest): (&str, bool),
    ties: bool,
) -> Result<Value, Error> {
    let mut ranked: Vec<(Exact, RowOf)> = Vec::new();
    for row in rows_of(rows)? {
        let value = figure_of(&row, by)?.exact();
        if value.whole != 0 {
            ranked.push((value, row));
        }
    }
    ranked.sort_by(|(a, _), (b, _)| match largest {
        true => b.compared(*a),
        false => a.compared(*b),
    });
    let mut placed: Vec<(Exact, RowOf)> = Vec::new();
    for (index, (value, row)) in ranked.into_iter().enumerate() {
        let tied = placed.last().filter(|(last, _)| last.compared(value).is_eq());
        let rank =
            tied.and_then(|(_, row)| row.rank).unwrap_or(i64::try_from(index).unwrap_or(0) + 1);
        if usize::try_from(rank).is_ok_and(|rank| rank > first) || (!ties && index >= first) {
            break;
        }
        placed.push((value, RowOf { rank: Some(rank), ..row }));
    }
    Ok(values(placed.into_iter().map(|(_, row)| row)))
}

/// The rows for which a condition holds: `符合("派单数 = 0")`.
fn only(state: &State<'_, '_>, rows: Value, condition: String) -> Result<Value, Error> {
    let condition = pattern::condition(state, &condition)?;
    let page = pattern::page(state);
    let mut kept = Vec::new();
    for row in rows_of(&rows)? {
        if condition.holds(&row, &page)? {
            kept.push(row);
        }
    }
    Ok(values(kept))
}

fn of_group(rows: Value, groups: Rest<String>) -> Result<Value, Error> {
    let all = rows_of(&rows)?;
    let desk = all.first().map(|row| Arc::clone(&row.desk));
    if let Some(unknown) = desk.and_then(|desk| desk.no_group(&groups)) {
        return Err(wrong(format!("no unit is in the group {unknown}")));
    }
    Ok(values(all.into_iter().filter(|row| groups.contains(&row.group))))
}

/// Each row as a pattern says, with words between: `逐项("{名称}{派单数}件", "、")`.
fn each(
    state: &State<'_, '_>,
    rows: Value,
    told: String,
    between: Option<String>,
) -> Result<String, Error> {
    let told = pattern::Pattern::of(state, &told)?;
    let page = pattern::page(state);
    let rows = rows_of(&rows)?;
    let filled = (1..).zip(&rows).map(|(index, row)| told.filled(row, index, &page));
    Ok(filled.collect::<Result<Vec<_>, _>>()?.join(between.as_deref().unwrap_or("、")))
}

/// Each row with a figure and its unit: `列举("派单数", "件")`.
fn listed(
    rows: Value,
    by: String,
    unit: Option<String>,
    between: Option<String>,
) -> Result<String, Error> {
    let unit = unit.unwrap_or_else(|| "件".to_owned());
    let item = |row: &RowOf| {
        let figure = figure_of(row, &by)?;
        let name = row.name.rsplit('>').next().unwrap_or(&row.name);
        Ok(format!("{}{}{unit}", crate::plain::plain(name).trim(), row.desk.ink.print(&figure)))
    };
    let items = rows_of(&rows)?.iter().map(item).collect::<Result<Vec<_>, Error>>()?;
    Ok(items.join(between.as_deref().unwrap_or("、")))
}

/// The names of rows, with 顿号; of more than so many the first, and 等 with how many there are.
fn names(rows: Value, first: Option<usize>, unit: Option<String>) -> Result<String, Error> {
    let rows = rows_of(&rows)?;
    let shown = first.unwrap_or(usize::MAX).min(rows.len());
    let name = |row: &RowOf| {
        crate::plain::plain(row.name.rsplit('>').next().unwrap_or(&row.name)).trim().to_owned()
    };
    let mut told = rows[..shown].iter().map(name).collect::<Vec<_>>().join("、");
    if let (Some(row), true) = (rows.first(), first.is_some()) {
        told.push('等');
        told += &row.desk.ink.print(&rows_counted(rows.len()));
        told += unit.as_deref().unwrap_or("家");
    }
    Ok(told)
}

fn rows_counted(rows: usize) -> Figure {
    Figure::counted("rows", "rows of the list", i64::try_from(rows).unwrap_or(i64::MAX))
}

/// A figure of all these rows together.
fn total(rows: Value, by: String) -> Result<Value, Error> {
    let rows = rows_of(&rows)?;
    let first = rows.first().ok_or_else(|| wrong("a list of nothing has no sum"))?;
    let keys = rows.iter().flat_map(|row| row.of.keys.clone().unwrap_or_default()).collect();
    let of = super::slice::Of { keys: Some(keys), ..first.of.clone() };
    let together = RowOf::all(of, &first.desk);
    Ok(Shown::value(&figure_of(&together, &by)?, &first.desk))
}

/// How many rows there are, as a figure.
fn tally(state: &State<'_, '_>, rows: Value) -> Result<Value, Error> {
    let number = rows.len().ok_or_else(|| wrong("this is for a list of rows"))?;
    let days = state.lookup("days").ok_or_else(|| wrong("no days"))?;
    let desk =
        figure(&days).map(|shown| Arc::clone(&shown.desk)).ok_or_else(|| wrong("no desk"))?;
    Ok(Shown::value(&rows_counted(number), &desk))
}
