//! The day of a centre (tests/scenarios/20-a-day.json) at the terminal: every step is a command line, every figure asked there.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails should say so at once")]

mod common;

use std::collections::BTreeMap;
use std::path::Path;

use common::{Folder, Ran};
use serde_json::Value;

/// The day while it is lived: the folder, and the printed numbers of the tickets by the letters they have there.
struct Day {
    folder: Folder,
    numbers: BTreeMap<String, String>,
}

#[test]
fn the_day_of_a_centre_is_lived_at_the_terminal() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/scenarios/20-a-day.json");
    let told: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    let mut day = Day::begin();
    for step in told["steps"].as_array().unwrap() {
        day.step(step);
    }
    assert_eq!(day.numbers.len(), 30);
    let verified = day.folder.done(&["verify", "h.db", "--json"]).json();
    assert_eq!(verified["findings"].as_array().map(Vec::len), Some(0), "{verified}");
}

impl Day {
    /// The channels, categories and units that the scenarios name.
    fn begin() -> Self {
        let folder = Folder::new();
        let at = "--at=2020-07-01 00:00";
        let name = ["--region=430424", "--name=衡东县", "--office=衡东县行政审批服务局"];
        folder.done(&[&["init", "h.db", "--bare", at][..], &name].concat());
        let register =
            |entry: &[&str]| drop(folder.done(&[&["register", "h.db", at], entry].concat()));
        register(&["channel", "来电", "--kind=call"]);
        register(&["category", "城市管理"]);
        for unit in ["县城管执法局", "县住建局", "县水利局", "县公安局", "县教育局", "河西管委会"]
        {
            register(&["unit", unit, "--group=县直"]);
        }
        register(&["unit", "草市镇人民政府", "--group=乡镇"]);
        Self { folder, numbers: BTreeMap::new() }
    }

    fn step(&mut self, step: &Value) {
        if step.get("do").is_some() {
            return self.act(step);
        }
        let asked = |name: &str| step.get(name).map(|value| option(name, value));
        match step {
            step if step.get("figures").is_some() => self.count(step),
            step if step.get("related").is_some() => {
                self.listed(step, vec![asked("related").unwrap()]);
            }
            step if step.get("sample").is_some() => {
                let options = ["sample", "seed", "as_of"].map(|name| asked(name).unwrap());
                self.listed(step, options.to_vec());
            }
            step if step.get("policy").is_some() => self.provide(step),
            step => self.publish(step),
        }
    }

    fn run(&self, line: &[String]) -> Ran {
        self.folder.run(&line.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn act(&mut self, step: &Value) {
        let letter = text(&step["ticket"]).to_owned();
        let (verb, given) = match &step["do"] {
            Value::Object(told) => {
                told.iter().next().map(|(verb, given)| (verb.clone(), given)).unwrap()
            }
            verb => (text(verb).to_owned(), &Value::Null),
        };
        let mut line = vec![verb.replace('_', "-"), "h.db".to_owned()];
        line.extend(self.numbers.get(&letter).filter(|_| verb != "intake").cloned());
        for (name, value) in given.as_object().into_iter().flatten() {
            let values = value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
            line.extend(values.iter().map(|value| {
                match (name.as_str(), self.numbers.get(&plain(value))) {
                    ("main", Some(number)) => format!("--main={number}"),
                    _ => option(name, value),
                }
            }));
        }
        let who = ["by", "at", "unit"];
        line.extend(who.into_iter().filter_map(|name| Some(option(name, step.get(name)?))));
        line.push("--json".to_owned());
        let ran = self.run(&line);
        if let Some(code) = step.get("refused") {
            assert_eq!((ran.code, &ran.error()["refusal"]["code"]), (1, code), "{line:?}");
            return;
        }
        assert_eq!(ran.code, 0, "{line:?}: {ran:?}");
        let number = text(&ran.json()["number"]).to_owned();
        self.stands(&number, step);
        self.numbers.insert(letter, number);
    }

    /// The ticket is as the step says.
    fn stands(&self, number: &str, step: &Value) {
        let Some(then) = step.get("then").and_then(Value::as_object) else { return };
        let shown = self.folder.done(&["show", "h.db", number, "--json"]).json();
        for (name, wanted) in then {
            let found = shown.get(name).unwrap_or_else(|| panic!("no {name} in {shown}"));
            let same = match wanted.as_bool() {
                Some(flag) => {
                    found.as_bool().or(found.as_i64().map(|count| count > 0)) == Some(flag)
                }
                None => found == wanted,
            };
            assert!(same, "{name} {found}: {step}");
        }
    }

    fn count(&self, step: &Value) {
        let asked = step["figures"].as_object().unwrap();
        let mut line = vec!["figures".to_owned(), "h.db".to_owned(), "--json".to_owned()];
        let options = asked.iter().filter(|(name, _)| *name != "row");
        line.extend(options.map(|(name, value)| option(name, value)));
        let figures = self.run(&line).json();
        let rows = figures["rows"].as_array().unwrap();
        let row = match asked.get("row") {
            Some(name) => {
                rows.iter().find(|row| row["key"] == *name).unwrap_or_else(|| panic!("{step}"))
            }
            None => &figures["total"],
        };
        for (name, wanted) in step["then"].as_object().unwrap() {
            assert_eq!(&row[name], wanted, "{name} in {step}");
        }
    }

    fn listed(&self, step: &Value, options: Vec<String>) {
        let mut line = vec!["find".to_owned(), "h.db".to_owned(), "--json".to_owned()];
        line.extend(options);
        let found = self.run(&line).json();
        let found = found["tickets"]
            .as_array()
            .unwrap()
            .iter()
            .map(|each| text(&each["number"]).to_owned());
        let mut found: Vec<String> = found.collect();
        let wanted = step["then"]
            .as_array()
            .unwrap()
            .iter()
            .map(|letter| self.numbers[text(letter)].clone());
        let mut wanted: Vec<String> = wanted.collect();
        found.sort();
        wanted.sort();
        assert_eq!(found, wanted, "{step}");
    }

    fn provide(&self, step: &Value) {
        let (policy, at) = (&step["policy"], text(&step["at"]));
        let value = match &policy["value"] {
            value if value.get("flag").is_some() => "yes".to_owned(),
            value => {
                let points = value["sheet"].as_array().unwrap().iter();
                points
                    .map(|each| format!("{}={}", text(&each["name"]), each["most"]))
                    .collect::<Vec<_>>()
                    .join(",")
            }
        };
        let (setting, from) = (text(&policy["setting"]), text(&policy["from"]));
        self.folder.done(&[
            "policy",
            "h.db",
            "set",
            setting,
            &value,
            "--from",
            from,
            "--at",
            at,
            "--by=管理员",
        ]);
    }

    fn publish(&self, step: &Value) {
        let issue = &step["publish"];
        let number = format!("{}-{}", issue["year"], issue["number"]);
        let about = [
            "--issue",
            &number,
            "--period",
            text(&issue["period"]),
            "--as-of",
            text(&issue["as_of"]),
        ];
        let who = ["--by", text(&step["by"]), "--at", text(&step["at"])];
        self.folder.done(&[&["publish", "h.db"][..], &about, &who].concat());
        self.folder.done(&["compare", "h.db", "--issue", &number]);
    }
}

/// An option as it is typed.
fn option(name: &str, value: &Value) -> String {
    format!("--{}={}", name.replace('_', "-"), plain(value))
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        other => other.to_string(),
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}
