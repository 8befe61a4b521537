//! `gongdan health`: how the file stands (文件状况).

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::open;
use crate::exit::{Exit, Outcome};
use crate::grid::Grid;
use crate::screen::Screen;
use crate::words;

/// Which file.
#[derive(Args, Debug)]
pub(crate) struct Health {
    /// The hotline's file
    file: PathBuf,
}

impl Health {
    /// Shows schema, sizes, and whether somebody keeps the log from being emptied.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let health = open::reading(&self.file)?.health()?;
        if screen.json {
            screen.value(&json!({
                "schema": health.schema,
                "page_size": health.page_size,
                "pages": health.pages,
                "free_pages": health.free_pages,
                "log_bytes": health.log_bytes,
                "log_is_stuck": health.log_is_stuck(),
                "another_sqlite": health.another_sqlite,
            }))?;
            return Ok(Exit::Done);
        }
        let mut grid = Grid::new().text(screen.word(words::FIELD)).text(screen.word(words::VALUE));
        let yes_or_no = |is| screen.word(if is { words::YES } else { words::NO }).to_owned();
        for (name, value) in [
            (words::SCHEMA, health.schema.to_string()),
            (words::FILE_BYTES, (health.pages * health.page_size).to_string()),
            (words::FREE_BYTES, (health.free_pages * health.page_size).to_string()),
            (words::LOG_BYTES, health.log_bytes.to_string()),
            (words::LOG_IS_STUCK, yes_or_no(health.log_is_stuck())),
        ] {
            grid.row([screen.word(name).to_owned(), value]);
        }
        screen.table(&grid)?;
        Ok(Exit::Done)
    }
}
