//! What has to be asked of the file for a format: read from its settings, and from the words of its
//! templates.

use std::collections::{BTreeMap, HashSet};

use gongdan::Grouping;

use super::by::LISTS;
use super::spec::Spec;
use super::token::{Sort, tokens};
use crate::needs::{Needs, SpanOf};

/// The groupings that every bulletin is collected with.
const ALWAYS: [Grouping; 4] =
    [Grouping::All, Grouping::Category, Grouping::Unit, Grouping::Channel];

const FLOW: &[&str] = &["flow", "发生"];
const BEFORE: &[&str] = &[
    "before",
    "上期",
    "环比",
    "change",
    "growth",
    "增长率",
    "difference",
    "增减",
    "before_name",
    "上期名",
];
const YEAR_BEFORE: &[&str] =
    &["year_before", "上年同期", "同比", "year_change", "year_before_name", "上年同期名"];
const YEAR_TO_DATE: &[&str] = &["year_to_date", "年内累计"];
const BELOW: &[&str] = &["children", "下级"];

/// What a format needs, by its settings and every word of its folder: whatever is named anywhere is asked.
pub(super) fn needs(spec: &Spec, toml: &str, templates: &BTreeMap<String, String>) -> Needs {
    let texts = templates.values().map(String::as_str).chain([toml]);
    let words: HashSet<&str> = texts.flat_map(words).collect();
    let says = |names: &[&str]| names.iter().any(|name| words.contains(name));
    let mut by: Vec<(Grouping, Option<u32>)> = Vec::new();
    let mut add = |asked: (Grouping, Option<u32>)| {
        let always = ALWAYS.contains(&asked.0) && asked.1.is_none();
        if !always && !by.contains(&asked) {
            by.push(asked);
        }
    };
    for wanted in spec.tables().filter_map(|table| spec.wanted(table)) {
        add((wanted.by.grouping(), wanted.level));
    }
    for (_, wanted) in spec.named_rows() {
        add((wanted.by.grouping(), wanted.level));
        if let Some(level) = wanted.level.filter(|_| says(BELOW)) {
            add((wanted.by.grouping(), Some(level.saturating_add(1))));
        }
    }
    for (english, chinese, list) in LISTS {
        if says(&[english, chinese]) {
            add((list.grouping(), None));
        }
    }
    let mut across: Vec<Grouping> = Vec::new();
    for (part, _) in spec.part.iter().filter_map(|part| part.by()) {
        if !across.contains(&part) {
            across.push(part);
        }
    }
    let spans = [
        (SpanOf::Before, BEFORE),
        (SpanOf::YearBefore, YEAR_BEFORE),
        (SpanOf::YearToDate, YEAR_TO_DATE),
    ];
    let spans = spans.into_iter().filter(|(_, names)| says(names)).map(|(of, _)| of).collect();
    Needs { by, across, flow: says(FLOW), spans }
}

/// Every word of a text, those in quotation marks too.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let all = text.split(['"', '\'']).flat_map(tokens);
    all.filter(|token| token.sort == Sort::Name).map(|token| token.text)
}
