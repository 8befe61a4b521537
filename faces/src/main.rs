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

/// The pages that ask for no more than the tables.
const PLAIN: &[&str] = &[
    "schema.sql",
    "docs/FILE.md",
    "docs/commands.md",
    "docs/fields.md",
    "docs/figures.md",
    "docs/life.md",
    "python/_asked.py",
    "python/_figures.py",
    "python/_literals.py",
    "python/ticket.py",
];

/// The pages of Python that have methods of the tables among others.
const METHODS: [&str; 5] = ["listing", "office", "oversight", "questions", "reckoning"];

/// Where Python's pages stand.
const PACKAGE: &str = "bindings/python/python/gongdan/";

/// Every page of every face.
fn pages() -> Result<Vec<Page>, String> {
    let templates = Templates::read()?;
    let mut pages = c::pages(&templates)?;
    for name in PLAIN {
        let text = templates.write(name, context!())?;
        pages.push(Page::new(name.replace("python/", PACKAGE), text));
    }
    for page in METHODS {
        let text = templates.write("python/methods.py", context!(page))?;
        pages.push(Page::new(format!("{PACKAGE}{page}.py"), text));
    }
    for role in Role::ALL {
        let text = templates.write("python/_role.py", context!(role => role.word()))?;
        pages.push(Page::new(format!("{PACKAGE}_{role}.py"), text));
    }
    Ok(pages)
}

/// Names every page that does not stand as the tables have it.
fn check() -> Result<(), String> {
    let path = |page: Page| Ok(page.stale()?.then_some(page.path));
    let stale = pages()?.into_iter().filter_map(|page| path(page).transpose());
    let stale = stale.collect::<Result<Vec<String>, String>>()?;
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
