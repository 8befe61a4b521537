//! The office's scenarios: each file of `scenarios/` is a story that a person of the office can
//! read, lived through the commands on a real file, and checked step by step.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails should say so at once")]

use std::collections::HashMap;
use std::path::Path;

use gongdan::{
    Basis, ChannelKind, Command, Count, Filter, Founding, Grouping, Hotline, Intake, Moment,
    NewEntry, NewIssue, OfficeCommand, Page, Period, Provision, Question, RegionId, Scope, Stamp,
    TicketId, TicketView,
};
use serde_json::Value;

/// A story while it is told: the file it lives on, and the tickets by the letters it uses.
struct Story {
    hotline: Hotline,
    tickets: HashMap<String, TicketId>,
    _folder: tempfile::TempDir,
}

#[test]
fn every_scenario_is_lived() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 10, "the scenarios are there");
    for file in files {
        let scenario: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        let mut story = Story::begin();
        for (number, step) in scenario["steps"].as_array().unwrap().iter().enumerate() {
            let place = format!("{}, step {}: {step}", file.display(), number + 1);
            story.step(step, &place);
        }
        let verified = story.hotline.verify(&mut |_, _| {}).unwrap();
        assert!(verified.is_sound(), "{}: {:?}", file.display(), verified.findings);
    }
}

impl Story {
    /// A hotline with the channels, categories and units that the stories name.
    fn begin() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let founding = Founding {
            region: RegionId(430_424),
            name: "衡东县".into(),
            office: "衡东县行政审批服务局".into(),
        };
        let stamp = Stamp::centre("管理员", moment("2020-07-01 00:00"));
        let mut hotline =
            Hotline::create(folder.path().join("story.db"), &founding, &stamp).unwrap();
        let mut entries = vec![
            NewEntry::channel("来电", ChannelKind::Call),
            NewEntry::category("城市管理"),
            NewEntry::unit("县城管执法局").alias("城管局").group("县直"),
        ];
        for unit in ["县住建局", "县水利局", "县公安局", "县教育局", "河西管委会"]
        {
            entries.push(NewEntry::unit(unit).group("县直"));
        }
        entries.push(NewEntry::unit("草市镇人民政府").group("乡镇"));
        entries.push(NewEntry::unit("市政科").parent("县城管执法局"));
        for entry in entries {
            hotline.office(&stamp, OfficeCommand::Add(entry)).unwrap();
        }
        Self { hotline, tickets: HashMap::new(), _folder: folder }
    }

    fn step(&mut self, step: &Value, place: &str) {
        if step.get("do").is_some() {
            self.act(step, place);
        } else if step.get("figures").is_some() {
            self.count(step, place);
        } else if let Some(at) = step.get("overdue") {
            let filter = Filter::new().overdue_on(moment(text(at)));
            let found = self.hotline.find(&filter, Page::all()).unwrap().tickets;
            self.same_tickets(found.iter().map(|ticket| ticket.id).collect(), step, place);
        } else if let Some(name) = step.get("related") {
            let filter = Filter::new().related(text(name));
            let found = self.hotline.find(&filter, Page::all()).unwrap().tickets;
            self.same_tickets(found.iter().map(|ticket| ticket.id).collect(), step, place);
        } else if let Some(share) = step.get("sample") {
            let number = |value: &Value| u32::try_from(value.as_u64().unwrap()).unwrap();
            let (share, seed) = (number(share), number(&step["seed"]));
            let filter = Filter::new().sample(share).seed(seed).as_of(as_of(text(&step["as_of"])));
            let found = self.hotline.find(&filter, Page::all()).unwrap().tickets;
            self.same_tickets(found.iter().map(|ticket| ticket.id).collect(), step, place);
        } else if let Some(at) = step.get("followed_up") {
            let found = self.hotline.followed_up(as_of(text(at))).unwrap();
            self.same_tickets(found, step, place);
        } else if let Some(policy) = step.get("policy") {
            self.provide(step, policy);
        } else {
            self.publish(step);
        }
    }

    fn act(&mut self, step: &Value, place: &str) {
        let stamp = stamp(step);
        let name = text(&step["ticket"]).to_owned();
        let done = match step["do"].get("intake") {
            Some(intake) => {
                let intake: Intake = serde_json::from_value(intake.clone()).unwrap();
                self.hotline.intake(&stamp, &intake)
            }
            None => {
                let command: Command = serde_json::from_value(self.named(&step["do"])).unwrap();
                self.hotline.execute(self.tickets[&name], &stamp, &command)
            }
        };
        match (done, step.get("refused")) {
            (Ok(receipt), None) => {
                self.tickets.insert(name, receipt.ticket);
                let ticket = self.hotline.ticket(receipt.ticket).unwrap();
                check(&ticket, step.get("then"), place);
            }
            (Err(error), Some(code)) => {
                let refusal = error.refusal().unwrap_or_else(|| panic!("{place}: {error}"));
                assert_eq!(refusal.code.word(), text(code), "{place}");
            }
            (Ok(_), Some(_)) => panic!("{place}: accepted"),
            (Err(error), None) => panic!("{place}: {error}"),
        }
    }

    /// A command that names another ticket names it by its letter.
    fn named(&self, command: &Value) -> Value {
        let mut command = command.clone();
        if let Some(main) = command.pointer_mut("/relate/main") {
            *main = self.tickets[text(main)].0.into();
        }
        command
    }

    fn count(&self, step: &Value, place: &str) {
        let asked = &step["figures"];
        let period = Period::parse(text(&asked["period"])).unwrap();
        let mut question = Question::new(period, as_of(text(&asked["as_of"])));
        if let Some(by) = asked.get("by") {
            question = question.by(Grouping::parse(text(by)).unwrap());
        }
        if let Some(basis) = asked.get("basis") {
            question = question.basis(Basis::parse(text(basis)).unwrap());
        }
        let figures = self.hotline.figures(&question).unwrap();
        let row = asked.get("row").map(|row| figures.row(text(row)).expect(place));
        let tally = row.map_or(&figures.total, |row| &row.tally);
        for (name, wanted) in step["then"].as_object().unwrap() {
            let count = Count::parse(name).unwrap();
            assert_eq!(tally.count(count), wanted.as_i64().unwrap(), "{name} in {place}");
            if !count.is_times() {
                let listed = self.hotline.behind(&figures, row, count).unwrap();
                assert_eq!(listed.len() as i64, tally.count(count), "the list of {name}, {place}");
            }
        }
    }

    fn same_tickets(&self, mut found: Vec<TicketId>, step: &Value, place: &str) {
        let names = step["then"].as_array().unwrap().iter();
        let mut wanted: Vec<TicketId> = names.map(|name| self.tickets[text(name)]).collect();
        wanted.sort();
        found.sort();
        assert_eq!(found, wanted, "{place}");
    }

    fn provide(&mut self, step: &Value, policy: &Value) {
        let from = policy.get("from").map_or(Moment::MIN, |from| moment(text(from)));
        let provision = Provision {
            setting: serde_json::from_value(policy["setting"].clone()).unwrap(),
            from,
            scope: Scope::default(),
            value: serde_json::from_value(policy["value"].clone()).unwrap(),
        };
        let at = step.get("at").map_or(moment("2020-07-02 00:00"), |at| moment(text(at)));
        let stamp = Stamp::centre("管理员", at);
        self.hotline.office(&stamp, OfficeCommand::Provide(provision)).unwrap();
    }

    fn publish(&mut self, step: &Value) {
        let issue = &step["publish"];
        let new = NewIssue {
            year: issue["year"].as_i64().unwrap() as i32,
            number: issue["number"].as_u64().unwrap() as u32,
            period: Period::parse(text(&issue["period"])).unwrap(),
            as_of: as_of(text(&issue["as_of"])),
            answers_for: None,
            imprint: None,
        };
        self.hotline.publish(&stamp(step), &new).unwrap();
        let compared = self.hotline.compare(new.year, new.number).unwrap();
        assert!(compared.intact && compared.corrections.is_empty(), "{step}");
    }
}

fn check(ticket: &TicketView, then: Option<&Value>, place: &str) {
    let by = |moment: Option<Moment>| moment.map_or(Value::Null, |m| m.to_string().into());
    for (name, wanted) in then.and_then(Value::as_object).into_iter().flatten() {
        let found: Value = match name.as_str() {
            "stage" => ticket.stage.word().into(),
            "number" => ticket.number.clone().into(),
            "unit" => ticket.unit.clone().into(),
            "sign_off_by" => by(ticket.sign_off_by),
            "handle_by" => by(ticket.handle_by),
            "first_handle_by" => by(ticket.first_handle_by),
            "total_by" => by(ticket.total_by),
            "rework_by" => by(ticket.rework_by),
            "handled_late" => ticket.handled_late.into(),
            other => panic!("{place}: no such thing to check: {other}"),
        };
        assert_eq!(&found, wanted, "{name} in {place}");
    }
}

fn stamp(step: &Value) -> Stamp {
    let (by, at) = (text(&step["by"]), moment(text(&step["at"])));
    match step.get("unit") {
        Some(unit) => Stamp::unit(text(unit), by, at),
        None => Stamp::centre(by, at),
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn moment(text: &str) -> Moment {
    Moment::parse("at", text).unwrap()
}

fn as_of(text: &str) -> Moment {
    Moment::parse_as_of(text).unwrap()
}
