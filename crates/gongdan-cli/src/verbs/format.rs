//! `gongdan format`: the shipped formats of the bulletin (版式), copied to be changed, and tried.

use std::path::{Path, PathBuf};

use clap::Args;
use gongdan::{Error, Invalid, Moment, Period, Problem};
use gongdan_bulletin::{Bulletin, BulletinQuestion, Format};
use serde_json::json;

use super::printing::save;
use crate::exit::{Exit, Failure, Outcome};
use crate::screen::Screen;
use crate::words;

/// The name of the reference in a copied folder.
const REFERENCE: &str = "版式说明.md";

/// What is done with a format.
const WHAT: [&str; 5] = ["list", "show", "copy", "new", "check"];

/// What is done with which format, and where.
#[derive(Args, Debug)]
pub(crate) struct FormatVerb {
    /// list, show, copy, new or check
    what: String,
    /// The format: a shipped one's name, or a folder; of show, reference prints what may stand in one
    name: Option<String>,
    /// The folder to copy it into
    to: Option<PathBuf>,
}

impl FormatVerb {
    /// Lists, shows, copies, begins or tries.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        match self.what.as_str() {
            "list" => list(screen)?,
            "show" => show(screen, self.name.as_deref())?,
            "copy" => {
                let (name, to) = (given("name", self.name)?, given("to", self.to)?);
                copied(screen, &name, &to)?;
            }
            "new" => copied(screen, "plain", Path::new(&given("name", self.name)?))?,
            "check" => check(screen, &given("name", self.name)?)?,
            other => {
                let given = other.chars().take(40).collect();
                let nearest = WHAT.map(str::to_owned).to_vec();
                let problem = Problem::Unknown { given, nearest };
                return Err(Error::from(Invalid::new("what", problem)).into());
            }
        }
        Ok(Exit::Done)
    }
}

/// An argument that this needs.
fn given<T>(argument: &'static str, value: Option<T>) -> Result<T, Failure> {
    Ok(value.ok_or_else(|| Error::from(Invalid::new(argument, Problem::Empty)))?)
}

fn list(screen: &Screen) -> Result<(), Failure> {
    let formats = Format::names().into_iter().map(|name| Ok((name, Format::shipped(name)?)));
    let formats = formats.collect::<Result<Vec<_>, Failure>>()?;
    if screen.json {
        let about =
            formats.iter().map(|(name, each)| json!({ "name": name, "about": each.about() }));
        return screen.value(&about.collect());
    }
    formats
        .iter()
        .try_for_each(|(name, each)| screen.line(format_args!("{name}  {}", each.about())))
}

fn show(screen: &Screen, name: Option<&str>) -> Result<(), Failure> {
    if matches!(name, None | Some("reference" | "说明")) {
        return screen.text(Format::REFERENCE);
    }
    for (file, text) in Format::files(name.unwrap_or_default())? {
        screen.text(&format!("==== {file}\n{text}\n"))?;
    }
    Ok(())
}

/// Into a folder that is not there yet.
fn copied(screen: &Screen, name: &str, to: &Path) -> Result<(), Failure> {
    let files = Format::files(name)?;
    if to.exists() {
        return Err(Failure::InTheWay(to.to_owned(), words::IN_THE_WAY));
    }
    std::fs::create_dir_all(to).map_err(Failure::file(to))?;
    for (file, text) in files.iter().copied().chain([(REFERENCE, Format::REFERENCE)]) {
        save(&to.join(file), text.as_bytes(), false)?;
    }
    match screen.json {
        true => screen.value(&json!({ "written": to.display().to_string() })),
        false => screen.line(format_args!("{}: {}", screen.word(words::WRITTEN), to.display())),
    }
}

/// Lays the sample month out in it: whatever it names has to be there.
fn check(screen: &Screen, name: &str) -> Result<(), Failure> {
    let format = Format::find(name)?;
    let folder = Folder::made()?;
    let hotline = gongdan_sample::golden_file(folder.0.join("sample.db"), &mut |_, _| ())?;
    let asked = BulletinQuestion::new(
        Period::month(2020, 9).map_err(Error::from)?,
        Moment::parse_as_of("2020-10-09").map_err(Error::from)?,
    );
    let issue = format.of_issue(asked.issue().map_err(Error::from)?);
    let document = Bulletin::collect(&hotline, &issue)?.tried_in(&format)?;
    match screen.json {
        true => screen.value(&json!({ "sections": document.sections.len() })),
        false => screen.line(screen.word(words::FORMAT_PRINTS)),
    }
}

/// A folder for the sample's file, gone when it is no longer needed.
struct Folder(PathBuf);

impl Folder {
    fn made() -> Result<Self, Failure> {
        let folder = std::env::temp_dir().join(format!("gongdan-format-{}", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(Failure::file(&folder))?;
        Ok(Self(folder))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}
