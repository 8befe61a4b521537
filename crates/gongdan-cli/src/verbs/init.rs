//! `gongdan init`: a new file.

use std::path::PathBuf;

use clap::Args;
use gongdan::{Founding, Hotline, RegionId, Stamp, now};
use serde_json::json;

use crate::exit::{Exit, Outcome};
use crate::moments::dated;
use crate::screen::Screen;
use crate::words;

/// A new file's arguments.
#[derive(Args, Debug)]
pub(crate) struct Init {
    /// The file to make
    file: PathBuf,
    /// The region's code after GB/T 2260, six digits
    #[arg(long, value_name = "CODE")]
    region: u32,
    /// The region's name as printed, for example 衡东县
    #[arg(long)]
    name: String,
    /// The office that publishes the bulletin (主办机关)
    #[arg(long)]
    office: String,
    /// Who founds it (经办人)
    #[arg(long, value_name = "NAME", default_value = words::FOUNDER)]
    by: String,
    /// When, in Beijing time, a date means its beginning; now if left out
    #[arg(long, value_name = "MOMENT")]
    at: Option<String>,
}

impl Init {
    /// Makes the file.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        let at = self.at.as_deref().map_or_else(|| Ok(now()), |at| dated("at", at))?;
        let stamp = Stamp::centre(self.by, at);
        let region = RegionId(self.region);
        let founding = Founding { region, name: self.name, office: self.office };
        let hotline = Hotline::create(&self.file, &founding, &stamp)?;
        let notices = hotline.rulebook()?.calendar.notices().len();
        let file = self.file.display();
        match screen.json {
            true => screen.value(&json!({
                "file": file.to_string(),
                "region": region.0,
                "name": founding.name,
                "office": founding.office,
                "notices": notices,
            }))?,
            false => screen.line(format_args!(
                "{} {file}: {} {}",
                screen.word(words::MADE),
                region.0,
                founding.name
            ))?,
        }
        Ok(Exit::Done)
    }
}
