//! Writes every face from the tables, compares what is committed with them, counts lines, and gives
//! the tables as JSON.

mod c;
mod docs;
mod page;
mod python;
mod report;
mod schema;
mod tables;

use std::process::ExitCode;

use page::Page;

/// Every page of every face.
fn pages() -> Result<Vec<Page>, String> {
    let pages = [docs::pages(), schema::pages(), c::pages()?, python::pages()];
    Ok(pages.into_iter().flatten().collect())
}

fn write() -> Result<(), String> {
    pages()?.iter().try_for_each(Page::write)
}

/// Names every page that does not stand as the tables have it.
fn check() -> Result<(), String> {
    let mut stale = Vec::new();
    for page in pages()? {
        if !page.stands()? {
            stale.push(page.path().to_owned());
        }
    }
    stale.dedup();
    match stale.is_empty() {
        true => Ok(()),
        false => Err(format!("stale, run `make faces`: {}", stale.join(", "))),
    }
}

fn main() -> ExitCode {
    let asked = std::env::args().nth(1);
    let done = match asked.as_deref() {
        Some("write") => write(),
        Some("check") => check(),
        Some("tables") => tables::print(),
        Some("report") => pages().and_then(|pages| report::print(&pages)),
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
