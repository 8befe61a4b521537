//! The reference of commands: every command, its arguments, and its form as JSON.

use std::fmt::Write;

use gongdan::{
    Argument, COMMANDS, Chapter, CommandRow, FILTER, List, Need, QUESTION, RefusalCode, Role,
    Stage, Table, Takes,
};

use crate::page::Page;

const HEAD: &str = "# Commands\n\n\
    Written from the table of commands by `make faces`; do not edit. The names are those of every face: a\n\
    method of Python, a function `gd_ticket_…` of C, a subcommand of the terminal (with dashes), a key of\n\
    JSON. docs/life.md says in which stages each may be asked, and why one is refused.\n";

/// The pages of the reference.
pub(crate) fn pages() -> Vec<Page> {
    vec![
        Page::whole("docs/commands.md", reference()),
        Page::whole("docs/life.md", life()),
        Page::whole("docs/fields.md", shown()),
    ]
}

const FIELDS: &str = "# Fields\n\n\
    Written from the table of fields by `make faces`; do not edit. A word is one fact under one heading\n\
    in every face: in a ticket of Rust, Python, C and the terminal (`object`), in a table that leaves, in\n\
    a view of the file. A `personal` column leaves only where it is named. What `sorts` is a\n\
    column of the file, by which a list can be put in order.\n";

fn shown() -> String {
    let mut page = FIELDS.to_owned();
    for table in Table::ALL {
        let title = format!("{} {}: {}", table.word(), table.term(), table.view());
        let rows = table.columns().iter().map(|field| {
            let yes = |so| if so { "yes" } else { "" };
            let (object, sorts) = (yes(field.shown), yes(field.sorts()));
            vec![field.name, field.heading, field.class.word(), object, sorts, field.note]
        });
        grid(
            &mut page,
            &title,
            &["name", "heading", "class", "object", "sorts", ""],
            rows.collect(),
        );
    }
    page
}

const LIFE: &str = "# The life of a ticket\n\n\
    Written from the table of commands by `make faces`; do not edit.\n\n\
    That a command *may* be asked in a stage does not mean it is granted: caps, windows and pending\n\
    requests refuse it with codes of their own (last table). `intake` (受理) makes a ticket and has\n\
    no stage. Overdue is no stage: it is a question with a moment. docs/commands.md tells the arguments.\n";

fn life() -> String {
    let mut page = LIFE.to_owned();
    let words = |list: &List| list.words.iter().map(|each| vec![each.word, each.term]).collect();
    grid(&mut page, "Stages", &[Stage::LIST.name, "office term"], words(Stage::LIST));
    grid(&mut page, "Roles", &["role", "office term"], words(Role::LIST));
    let _ = write!(
        page,
        "\n## Commands\n\n| command | office term | who | stages |\n|---|---|---|---|\n"
    );
    for row in COMMANDS.iter().filter(|row| row.on_ticket()) {
        let who = row.who.word().replace('_', " ");
        let (verb, stages) = (row.verb, stages(row.stages));
        let _ = writeln!(
            page,
            "| {} | {} | {who} {} | {stages} |",
            verb.word(),
            verb.term(),
            row.who.term()
        );
    }
    page.push_str("\n## Refusals\n\n| code | name | office words |\n|---|---|---|\n");
    for each in RefusalCode::ALL {
        let _ = writeln!(page, "| {} | {} | {} |", each.code(), each.word(), each.term());
    }
    page
}

fn grid(page: &mut String, title: &str, head: &[&str], rows: Vec<Vec<&str>>) {
    let _ =
        write!(page, "\n## {title}\n\n| {} |\n|{}\n", head.join(" | "), "---|".repeat(head.len()));
    for row in rows {
        let _ = writeln!(page, "| {} |", row.join(" | "));
    }
}

fn stages(stages: &[Stage]) -> String {
    match stages == Stage::ALL {
        true => "any".to_owned(),
        false => stages.iter().map(|stage| stage.word()).collect::<Vec<_>>().join(", "),
    }
}

fn reference() -> String {
    let mut page = HEAD.to_owned();
    for chapter in Chapter::ALL {
        let _ = write!(page, "\n## {} {}\n", chapter.term(), chapter.word());
        for row in COMMANDS.iter().filter(|row| row.chapter == *chapter) {
            command(&mut page, row);
        }
    }
    for (title, rows) in [("Finding 查找", FILTER), ("Figures 统计", QUESTION)] {
        let _ = writeln!(page, "\n## {title}");
        table(&mut page, rows);
    }
    page
}

fn command(page: &mut String, row: &CommandRow) {
    let verb = row.verb;
    let _ = write!(
        page,
        "\n### {} {}\n\n{}. {}。\n\n",
        verb.word(),
        verb.term(),
        row.english,
        row.chinese
    );
    let _ = writeln!(page, "- who: {} {}", row.who.word().replace('_', " "), row.who.term());
    let _ = writeln!(page, "- since {}, {}", row.since, row.state.word());
    let _ = writeln!(page, "- JSON: `{}`", json(row));
    table(page, row.arguments);
}

fn table(page: &mut String, arguments: &[Argument]) {
    if arguments.is_empty() {
        return;
    }
    page.push_str("\n| argument | takes | left out | |\n|---|---|---|---|\n");
    for argument in arguments {
        let _ = writeln!(
            page,
            "| `{}` | {} | {} | {}. {} |",
            argument.name,
            takes(argument),
            left_out(argument),
            argument.english,
            argument.chinese
        );
    }
}

fn takes(argument: &Argument) -> String {
    let one = match argument.takes {
        Takes::Text(field) => format!("a text ({})", field.word()),
        Takes::Name(species) => format!("a name: {} {}", species.word(), species.term()),
        Takes::Label => "a short text".to_owned(),
        Takes::Ticket => "a ticket's id".to_owned(),
        Takes::Number => "a whole number".to_owned(),
        Takes::Flag | Takes::Answer => "yes or no".to_owned(),
        Takes::Word(list) => format!("a word of `{}`", list.name),
        Takes::Moment | Takes::Beginning => "a moment".to_owned(),
        Takes::Day => "a day".to_owned(),
        Takes::Period => "a period".to_owned(),
        Takes::Structure => "a structure".to_owned(),
    };
    match argument.need {
        Need::Several => format!("several: {one}"),
        _ => one,
    }
}

fn left_out(argument: &Argument) -> String {
    match argument.need {
        Need::Required => "not allowed".to_owned(),
        Need::Optional => "nothing".to_owned(),
        Need::Several => "none".to_owned(),
        Need::Default(word) => format!("`{word}`"),
    }
}

/// The command as JSON, with what has to be given.
fn json(row: &CommandRow) -> String {
    let needed = row.arguments.iter().filter(|argument| argument.need == Need::Required);
    let given: Vec<String> =
        needed.map(|argument| format!("\"{}\": {}", argument.name, sample(argument))).collect();
    let (word, given) = (row.verb.word(), given.join(", "));
    match (row.on_ticket(), given.is_empty()) {
        (false, _) => format!("{{{given}}}"),
        (true, true) => format!("\"{word}\""),
        (true, false) => format!("{{\"{word}\": {{{given}}}}}"),
    }
}

fn sample(argument: &Argument) -> &'static str {
    match argument.takes {
        Takes::Number => "3",
        Takes::Ticket => "1",
        Takes::Flag | Takes::Answer => "true",
        _ => "\"…\"",
    }
}
