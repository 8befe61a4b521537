//! What a bulletin is asked with: what is left out is what its row says, however it is told; what is
//! wrong bears the name under which it was told.

#![allow(clippy::unwrap_used)]

use gongdan::{Need, Problem, Result, Takes, given_of};
use gongdan_bulletin::{BULLETIN, BulletinQuestion, Column, Edition};
use serde_json::{Value, json};

/// The issue of September that is asked for with one thing more.
fn issue(name: &str, value: Value) -> Result<Edition> {
    let mut asked = json!({ "period": "2020-09", "as_of": "2020-10-09" });
    asked[name] = value;
    Ok(given_of(BULLETIN, &asked, BulletinQuestion::read)?.issue()?)
}

#[test]
fn what_is_left_out_is_what_its_row_says() {
    let september = issue("title", Value::Null).unwrap();
    assert_eq!((september.year, september.number), (2020, 9));
    assert_eq!(september.printed_on.to_string(), "2020-10-09");
    assert_eq!((&september.title, &september.organ), (&None, &None));
    assert!(!september.unit_columns.is_empty() && september.remarks.is_empty());
    let winter = issue("period", json!("2020-12-28..2021-01-03")).unwrap();
    assert_eq!((winter.year, winter.number), (2021, 1), "of the month in which the period ends");
    let other = Edition { year: 2019, ..september.clone() };
    assert_eq!(issue("year", json!(2019)).unwrap(), other);
    assert_eq!(issue("number", json!("12")).unwrap(), Edition { number: 12, ..september });
}

#[test]
fn columns_are_the_same_however_they_are_told() {
    let wanted = vec![Column::new("accepted", "受理"), Column::new("closed", "结案").under("办理")];
    let plain = json!([["accepted", "受理"], ["closed", "结案", "办理"]]);
    let named = json!([
        { "figure": "accepted", "head": "受理" },
        { "figure": "closed", "head": "结案", "over": "办理" },
    ]);
    for told in [json!(plain.to_string()), json!(named.to_string()), plain, named] {
        assert_eq!(issue("unit_columns", told).unwrap().unit_columns, wanted);
    }
}

#[test]
fn what_is_wrong_is_named_as_it_was_told() {
    let wrong = |row: &gongdan::Argument| match row.takes {
        Takes::Label => json!("字".repeat(1_001)),
        Takes::Number => json!(1_u64 << 32),
        Takes::Structure => json!([["accepted"]]),
        _ => json!("2020-13"),
    };
    for row in BULLETIN {
        let error = issue(row.name, wrong(row)).unwrap_err();
        assert_eq!(error.invalid().unwrap().argument, row.name);
        // A value from outside has a name.
        let longest = match row.name {
            "set" => format!("名={}", "字".repeat(998)),
            _ => "字".repeat(1_000),
        };
        if row.takes == Takes::Label {
            assert!(issue(row.name, json!(longest)).is_ok(), "{}", row.name);
            assert_eq!(error.invalid().unwrap().problem, Problem::TooLong { max: 1_000 });
        }
        if row.need == Need::Required {
            assert!(issue(row.name, Value::Null).is_err(), "{}", row.name);
        }
    }
}
