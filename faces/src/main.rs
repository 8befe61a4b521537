//! Writes every face from the tables, compares what is committed with them, counts lines, and gives
//! the tables as JSON.

mod c;
mod layout;
mod page;
mod report;
mod tables;
mod templates;

use std::process::ExitCode;

use gongdan::Role;
use minijinja::context;

use page::Page;
use templates::Templates;

/// Folders of pages and of their templates, and the pages that ask for no more than the tables.
const PLACES: &[(&str, &str, &[&str])] = &[
    ("", "", &["schema.sql"]),
    ("docs/", "docs/", &["commands.md", "fields.md", "life.md"]),
    (
        "bindings/python/python/gongdan/",
        "python/",
        &["_asked.py", "_literals.py", "hotline.py", "questions.py", "ticket.py"],
    ),
];

/// Every page of every face.
fn pages() -> Result<Vec<Page>, String> {
    let templates = Templates::read()?;
    let mut pages = c::pages(&templates)?;
    for (place, folder, names) in PLACES {
        for name in *names {
            let text = templates.write(&format!("{folder}{name}"), context!())?;
            pages.push(Page::new(format!("{place}{name}"), text));
        }
    }
    for role in Role::ALL {
        let text = templates.write("python/_role.py", context!(role => role.word()))?;
        pages.push(Page::new(format!("bindings/python/python/gongdan/_{role}.py"), text));
    }
    Ok(pages)
}

/// Names every page that does not stand as the tables have it.
fn check() -> Result<(), String> {
    let mut stale = Vec::new();
    for page in pages()? {
        if page.stale()? {
            stale.push(page.path);
        }
    }
    match stale.is_empty() {
        true => Ok(()),
        false => Err(format!("stale, run `make faces`: {}", stale.join(", "))),
    }
}

fn main() -> ExitCode {
    let done = match std::env::args().nth(1).as_deref() {
        Some("write") => pages().and_then(|pages| pages.iter().try_for_each(Page::write)),
        Some("check") => check(),
        Some("report") => pages().and_then(|pages| report::print(&pages)),
        Some("tables") => {
            println!("{:#}", tables::told());
            Ok(())
        }
        _ => Err("write, check, report or tables".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(wrong) => {
            eprintln!("faces: {wrong}");
            ExitCode::FAILURE
        }
    }
}
