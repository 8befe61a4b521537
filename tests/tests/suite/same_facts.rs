//! One word, one fact, one heading: what two faces call by the same name is the same, over random
//! lives with returns, second transfers, reworks, reopenings and renamings.

use std::collections::BTreeMap;

use gongdan::{
    Cells, Class, Datum, Field, FieldKind, Filter, HistoryEntry, Hotline, Moment, Page, Receipt,
    ScanOptions, Shown, Table, TicketView,
};

use crate::lived::Lived;

/// A row by the names of its fields, as text; what is not there has no entry.
type Row = BTreeMap<&'static str, String>;

/// Every field of every thing that is shown.
fn every_field() -> Vec<Field> {
    let tables = Table::ALL.iter().flat_map(|table| table.columns());
    let objects = TicketView::fields().chain(HistoryEntry::fields()).chain(Receipt::fields());
    tables.chain(objects).copied().collect()
}

#[test]
fn a_word_has_one_heading_and_one_kind_wherever_it_stands() {
    let mut known: BTreeMap<&str, (&str, FieldKind)> = BTreeMap::new();
    for field in every_field() {
        let first = *known.entry(field.name).or_insert((field.heading, field.kind));
        assert_eq!(first, (field.heading, field.kind), "{}", field.name);
        assert!(field.note.ends_with('.'), "{}: {}", field.name, field.note);
        assert!(field.note.len() > 4 && !field.heading.is_empty(), "{}", field.name);
        assert!(field.class < Class::Sensitive, "{}", field.name);
    }
    assert!(known.len() > 90, "{}", known.len());
}

#[test]
fn a_heading_stands_for_one_word_in_each_table() {
    for table in Table::ALL {
        let mut headings: Vec<&str> = table.columns().iter().map(|field| field.heading).collect();
        let all = headings.len();
        headings.sort_unstable();
        headings.dedup();
        assert_eq!(headings.len(), all, "{table}");
    }
}

fn shown<'a>(values: impl Iterator<Item = (&'static Field, Shown<'a>)>) -> Row {
    let text = |shown| match shown {
        Shown::Nothing | Shown::Texts(_) | Shown::Entries(_) => None,
        Shown::Flag(flag) => Some(i64::from(flag).to_string()),
        Shown::Number(number) => Some(number.to_string()),
        Shown::Moment(at) => Some(at.to_string_with_seconds()),
        Shown::Text(text) => Some(text.to_owned()),
        Shown::Names([]) => None,
        Shown::Names(names) => Some(names.join("、")),
        Shown::Word(word) => Some(word.word.to_owned()),
    };
    values.filter_map(|(field, value)| Some((field.name, text(value)?))).collect()
}

trait Seconds {
    fn to_string_with_seconds(&self) -> String;
}

impl Seconds for Moment {
    fn to_string_with_seconds(&self) -> String {
        self.local().format("%Y-%m-%d %H:%M:%S").to_string()
    }
}

/// A table as it leaves.
fn table(hotline: &Hotline, table: Table) -> Vec<Row> {
    let columns = table.columns().iter().map(|field| field.name.to_owned()).collect();
    let options = ScanOptions { columns: Some(columns), ..ScanOptions::default() };
    let mut scan = hotline.scan(table, &Filter::new(), &options).expect("a table");
    let mut rows = Vec::new();
    while let Some(chunk) = scan.next() {
        let chunk = chunk.expect("a batch");
        for row in 0..chunk.rows {
            let columns = scan.columns().iter().zip(scan.words()).zip(&chunk.columns);
            let cells = columns.filter_map(|((field, words), cells)| {
                Some((field.name, cell(field, words, cells, row)?))
            });
            rows.push(cells.collect());
        }
    }
    rows
}

fn cell(field: &Field, words: &[String], cells: &Cells, row: usize) -> Option<String> {
    let named = |place: u32| words[place as usize].clone();
    match cells {
        Cells::Numbers(cells) => cells[row].map(|number| match field.kind {
            FieldKind::Moment => {
                Moment::from_ms("at", number).expect("a moment").to_string_with_seconds()
            }
            FieldKind::Day => day(number),
            _ => number.to_string(),
        }),
        Cells::Flags(cells) => cells[row].map(|flag| i64::from(flag).to_string()),
        Cells::Texts(cells) => cells[row].clone(),
        Cells::Words(cells) => cells[row].map(named),
        Cells::Several(cells) => {
            let names: Vec<String> = cells[row].iter().copied().map(named).collect();
            (!names.is_empty()).then(|| names.join("、"))
        }
    }
}

fn day(since_1970: i64) -> String {
    let day = Moment::from_ms("day", since_1970 * 86_400_000).expect("a day");
    day.local().format("%Y-%m-%d").to_string()
}

/// A view as any SQL tool sees it.
fn view(hotline: &Hotline, table: Table) -> Vec<Row> {
    let sql = format!("SELECT * FROM {}", table.view());
    let rows = hotline.query(&sql, &[], u64::MAX).expect("an answer");
    let fields: Vec<&Field> =
        table.columns().iter().filter(|field| field.class <= Class::Internal).collect();
    let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
    assert_eq!(rows.columns, names, "{table}");
    let row = |row: &Vec<Datum>| -> Row {
        let cells = fields.iter().zip(row).filter_map(|(field, datum)| {
            let text = match datum {
                Datum::Null => None,
                Datum::Integer(number) => Some(number.to_string()),
                Datum::Text(text) => Some(text.clone()),
                Datum::Real(_) => panic!("no field is a fraction"),
            };
            Some((field.name, text?))
        });
        cells.collect()
    };
    rows.rows.iter().map(row).collect()
}

/// Rows by what they are called by.
fn keyed(rows: Vec<Row>, keys: &[&str]) -> BTreeMap<Vec<String>, Row> {
    let key = |row: &Row| keys.iter().map(|key| row[key].clone()).collect();
    let count = rows.len();
    let keyed: BTreeMap<Vec<String>, Row> = rows.into_iter().map(|row| (key(&row), row)).collect();
    assert_eq!(keyed.len(), count, "a row is called by {keys:?}");
    keyed
}

fn key(table: Table) -> &'static [&'static str] {
    match table {
        Table::Tickets => &["id"],
        Table::Assignments => &["ticket_id", "leg"],
        Table::Events | Table::Contacts => &["seq"],
        Table::Callbacks => &["ticket_id", "attempt"],
        Table::Closures => &["ticket_id", "closing"],
        Table::Reworks => &["ticket_id", "rework"],
        Table::Supervisions => &["ticket_id", "no"],
        Table::Attachments => &["ticket_id", "attachment"],
    }
}

/// What both rows have a name for is the same.
fn agree(what: &str, left: &Row, right: &Row, names: &[&str]) {
    for name in names {
        assert_eq!(left.get(name), right.get(name), "{what}: {name}");
    }
}

fn names<'a>(fields: impl Iterator<Item = &'a Field>) -> Vec<&'static str> {
    fields.map(|field| field.name).collect()
}

#[test]
fn every_field_of_a_name_is_equal_in_every_face_that_has_it() {
    let (mut apart, mut rows) = ([0; 3], [0; Table::ALL.len()]);
    for seed in 1_101..=1_106 {
        let lived = Lived::new(seed, 900);
        let hotline = &lived.hotline;
        for (each, rows) in Table::ALL.iter().zip(&mut rows) {
            *rows += tables_and_views_agree(hotline, *each);
        }
        let tickets = keyed(table(hotline, Table::Tickets), key(Table::Tickets));
        let fields = names(TicketView::fields());
        let listed = hotline.find(&Filter::new(), Page::all()).expect("a list").tickets;
        assert_eq!(listed.len(), tickets.len());
        for ticket in &listed {
            let row = &tickets[&vec![ticket.id.0.to_string()]];
            agree("a listed ticket and its row", &shown(ticket.values()), row, &fields);
            let alone = hotline.ticket(ticket.id).expect("the ticket");
            assert_eq!(*ticket, alone, "listed and alone");
            apart[0] += usize::from(alone.first_transferred_at != alone.transferred_at);
            apart[1] += usize::from(alone.last_closed_at != alone.closed_at);
            apart[2] += usize::from(alone.first_closed_at != alone.last_closed_at);
        }
        histories_agree(hotline, &listed);
        facts_agree(hotline, &tickets);
    }
    assert!(rows.iter().all(|rows| *rows > 0), "every table had rows: {rows:?}");
    assert!(apart.iter().all(|count| *count > 0), "every pair was apart once: {apart:?}");
}

fn tables_and_views_agree(hotline: &Hotline, each: Table) -> usize {
    let rows = keyed(table(hotline, each), key(each));
    let views = keyed(view(hotline, each), key(each));
    assert_eq!(rows.len(), views.len(), "{each}");
    let internal = each.columns().iter().filter(|field| field.class <= Class::Internal);
    let fields = names(internal);
    for (key, row) in &rows {
        agree(each.view(), row, &views[key], &fields);
    }
    rows.len()
}

fn histories_agree(hotline: &Hotline, tickets: &[TicketView]) {
    let events = keyed(table(hotline, Table::Events), key(Table::Events));
    let fields = names(HistoryEntry::fields().filter(|field| field.sql().is_some()));
    for ticket in tickets {
        for entry in hotline.history(ticket.id).expect("a history") {
            let row = &events[&vec![entry.seq.to_string()]];
            agree("an entry of a history and its row", &shown(entry.values()), row, &fields);
        }
    }
}

/// What a ticket says of its legs, closings and callbacks is what their own rows say.
fn facts_agree(hotline: &Hotline, tickets: &BTreeMap<Vec<String>, Row>) {
    let of = |row: &Row| tickets[&vec![row["ticket_id"].clone()]].clone();
    let held = [
        "unit",
        "transferred_at",
        "sign_off_by",
        "signed_off_at",
        "first_handle_by",
        "handle_by",
        "handled_at",
    ];
    let shared = ["number", "channel", "category", "kind", "urgency", "area", "accepted_at"];
    let mut leads: BTreeMap<String, Row> = BTreeMap::new();
    for leg in table(hotline, Table::Assignments) {
        agree("a leg and its ticket", &leg, &of(&leg), &shared);
        if leg["leg"] == "1" {
            assert_eq!(leg.get("transferred_at"), of(&leg).get("first_transferred_at"));
        }
        // A leg that ended with its ticket leads it as long as the ticket is at its end: the last one.
        let with_ticket = leg.get("ended_how").is_some_and(|how| how == "ended");
        let leads_it = leg["part"] == "lead" && (!leg.contains_key("ended_at") || with_ticket);
        if leads_it && of(&leg).contains_key("unit") {
            leads.insert(leg["ticket_id"].clone(), leg);
        }
    }
    for leg in leads.values() {
        agree("the leg that leads and its ticket", leg, &of(leg), &held);
    }
    assert_eq!(leads.len(), tickets.values().filter(|row| row.contains_key("unit")).count());
    for closing in table(hotline, Table::Closures) {
        let ticket = of(&closing);
        let last = ticket["close_times"] == closing["closing"];
        if closing["closing"] == "1" {
            assert_eq!(ticket["first_closed_at"], closing["at"]);
        }
        if last {
            assert_eq!(ticket["last_closed_at"], closing["at"]);
            assert_eq!(ticket["last_close_outcome"], closing["close_outcome"]);
            let stands = ticket["stage"] == "closed";
            assert_eq!(ticket.get("closed_at"), stands.then_some(&closing["at"]));
            assert_eq!(ticket.get("close_outcome"), stands.then_some(&closing["close_outcome"]));
        }
    }
    let mut attempts: BTreeMap<String, u32> = BTreeMap::new();
    // What the citizen said unasked is no attempt to call.
    let called = |row: &Row| row["callback_outcome"] != "own";
    for callback in table(hotline, Table::Callbacks).into_iter().filter(called) {
        let made = attempts.entry(callback["ticket_id"].clone()).or_default();
        *made += 1;
        if *made == 1 {
            assert_eq!(of(&callback)["first_called_back_at"], callback["at"]);
        }
    }
    for (id, ticket) in tickets {
        let made = attempts.get(&id[0]).copied().unwrap_or_default();
        assert_eq!(ticket["callbacks"], made.to_string());
    }
}
