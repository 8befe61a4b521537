//! `gongdan demo`: an invented September 2020, lived command by command, and its bulletin.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::Args;
use gongdan::{
    Durability, Form, Founding, Hotline, Moment, OfficeCommand, Options, RegionId, Result, Stamp,
};
use gongdan_bulletin::{Bulletin, BulletinQuestion, Edition, FontError, Fonts};
use gongdan_sample::{Lived, any_leap, live_golden, reference_entries};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::forms;
use super::open;
use super::printing::save;
use crate::exit::{Exit, Failure, Outcome};
use crate::progress::Progress;
use crate::screen::Screen;
use crate::words;

/// The demo's own hand: it founds the file, and only a file it founded is replaced.
const MAKER: &str = "gongdan demo";
/// The first line of the demo's Markdown.
const MARK: &str = "<!-- gongdan demo -->";
/// The first key of the demo's JSON.
const MADE_BY: &str = "made_by";
/// Salts from a seed: the demo's file is the same on every machine.
const SALTS: u64 = 202_009;
const FOUNDED_AT: &str = "2020-08-01 09:00";
const AS_OF: &str = "2020-10-09";
/// The key of the demo's JSON over the digests of its other files.
const DIGESTS: &str = "digests";
/// The forms whose bytes the demo's JSON vouches for.
const VOUCHED: [Form; 4] = [Form::Html, Form::Docx, Form::Xlsx, Form::Pdf];

/// Where the demo goes.
#[derive(Args, Debug)]
pub(crate) struct Demo {
    /// The folder to make it in; nothing that the demo did not make is replaced
    #[arg(long, value_name = "DIR", default_value = "demo")]
    out: PathBuf,
    /// The folder of the fonts for charts and PDF; the system's if left out
    #[arg(long, value_name = "DIR")]
    fonts: Option<PathBuf>,
}

/// The files of the demo.
struct Files {
    hotline: PathBuf,
    markdown: PathBuf,
    json: PathBuf,
    vouched: [PathBuf; 4],
}

impl Demo {
    /// Lives the month and writes its bulletin.
    pub(crate) fn run(self, screen: &Screen) -> Outcome {
        std::fs::create_dir_all(&self.out).map_err(Failure::file(&self.out))?;
        let files = Files {
            hotline: self.out.join("hengdong.db"),
            markdown: self.out.join("2020-09.md"),
            json: self.out.join("2020-09.json"),
            vouched: VOUCHED.map(|form| self.out.join(format!("2020-09.{}", form.word()))),
        };
        files.check()?;
        files.clear()?;
        let mut hotline = found(&files.hotline)?;
        let progress = Progress::begin(screen.word(words::LIVING));
        let lived = live_golden(&mut hotline, &mut |done, of| progress.at(done, of))?;
        drop(progress);
        let fonts = forms::fonts(self.fonts.as_deref());
        files.write(screen, &Bulletin::collect(&hotline, &issue()?)?, &fonts)?;
        files.tell(screen, lived)?;
        Ok(Exit::Done)
    }
}

fn found(path: &Path) -> Result<Hotline> {
    let options = Options::new().seeded_salts(SALTS).durability(Durability::Normal);
    let stamp = Stamp::centre(MAKER, Moment::parse("at", FOUNDED_AT)?);
    let founding = Founding {
        region: RegionId(430_424),
        name: words::DEMO_REGION.to_owned(),
        office: words::DEMO_OFFICE.to_owned(),
    };
    let mut hotline = Hotline::create_with(path, &founding, &stamp, &options)?;
    hotline.batch(|batch| {
        let entries = reference_entries().into_iter().map(OfficeCommand::Add);
        let mut commands = entries.chain(any_leap());
        commands.try_for_each(|command| batch.office(&stamp, command).map(|_| ()))
    })?;
    Ok(hotline)
}

/// The demo's issue, with readers of its own.
fn issue() -> Result<Edition> {
    let period = gongdan::Period::month(2020, 9)?;
    let asked = BulletinQuestion::new(period, Moment::parse_as_of(AS_OF)?);
    let asked = words::DEMO_REPORTED_TO.into_iter().fold(asked, BulletinQuestion::to);
    Ok(words::DEMO_SENT_TO.into_iter().fold(asked, BulletinQuestion::copies).issue()?)
}

/// The bulletin's JSON, with the demo's mark and digests before everything else.
fn marked(json: &str, digests: Map<String, Value>) -> Result<String> {
    let bulletin: Map<String, Value> = serde_json::from_str(json)?;
    let mut marked = Map::new();
    marked.insert(MADE_BY.to_owned(), json!(MAKER));
    marked.insert(DIGESTS.to_owned(), digests.into());
    marked.extend(bulletin);
    Ok(format!("{:#}\n", Value::Object(marked)))
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Files {
    /// Refuses whatever the demo did not make, before anything is touched.
    fn check(&self) -> std::result::Result<(), Failure> {
        if stands(&self.hotline) {
            self.check_hotline()?;
        }
        let marked = |text: &str| text.lines().next() == Some(MARK);
        check_text(&self.markdown, marked)?;
        let json = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_default();
        check_text(&self.json, |text| json(text)[MADE_BY] == MAKER)?;
        let made = std::fs::read_to_string(&self.json).map(|text| json(&text)).unwrap_or_default();
        self.vouched.iter().zip(VOUCHED).try_for_each(|(path, form)| {
            let digest = made[DIGESTS][form.word()].as_str();
            check(path, |bytes| digest.is_some_and(|made| self::digest(bytes) == made))
        })
    }

    /// Writes every form; the JSON vouches for those that bear no mark. Without a Chinese font
    /// there are no charts in the Word document and no PDF, and that is said.
    fn write(
        &self,
        screen: &Screen,
        bulletin: &Bulletin,
        fonts: &std::result::Result<Fonts, FontError>,
    ) -> std::result::Result<(), Failure> {
        let (document, mut digests) = (bulletin.document()?, Map::new());
        for (path, form) in self.vouched.iter().zip(VOUCHED) {
            let made = match (fonts, form) {
                (Err(_), Form::Pdf) => Vec::new(),
                _ => forms::made(form, bulletin, &document, fonts)?,
            };
            for (ending, bytes) in made {
                digests.insert(ending, digest(&bytes).into());
                save(path, &bytes, true)?;
            }
        }
        if let Err(error) = fonts {
            screen.note(words::NO_CHARTS, error.message(screen.language));
            screen.note(words::NO_PDF, error.message(screen.language));
        }
        let markdown = format!("{MARK}\n{}", document.markdown());
        save(&self.markdown, markdown.as_bytes(), true)?;
        let json = bulletin.json().map_err(gongdan::Error::from)?;
        save(&self.json, marked(&json, digests)?.as_bytes(), true)
    }

    fn check_hotline(&self) -> std::result::Result<(), Failure> {
        let refused = |why| Failure::InTheWay(self.hotline.clone(), why);
        let hotline = open::reading(&self.hotline).map_err(|_| refused(words::NOT_OF_DEMO))?;
        if hotline.founder()? != MAKER {
            return Err(refused(words::NOT_OF_DEMO));
        }
        match hotline.last_at()? > Moment::parse_as_of(AS_OF)? {
            true => Err(refused(words::WORKED_ON)),
            false => Ok(()),
        }
    }

    /// Takes an earlier demo's file away, and its PDF, which may not come again; the rest is
    /// written over.
    fn clear(&self) -> std::result::Result<(), Failure> {
        let ends: &[&str] = if stands(&self.hotline) { &["", "-wal", "-shm"] } else { &[] };
        let hotline = ends.iter().map(|end| {
            let mut name = self.hotline.clone().into_os_string();
            name.push(end);
            PathBuf::from(name)
        });
        let [.., pdf] = &self.vouched;
        hotline.chain([pdf.clone()]).try_for_each(|path| match std::fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(Failure::File(path, error)),
            _ => Ok(()),
        })
    }

    fn tell(&self, screen: &Screen, lived: Lived) -> std::result::Result<(), Failure> {
        let files = [&self.hotline, &self.markdown, &self.json].into_iter().chain(&self.vouched);
        let files = files.filter(|path| stands(path));
        let files: Vec<String> = files.map(|path| path.display().to_string()).collect();
        if screen.json {
            return screen.value(&json!({
                "tickets": lived.tickets,
                "commands": lived.commands,
                "files": files,
            }));
        }
        let word = |pair| screen.word(pair);
        let (tickets, commands) = (word(words::LIVED), word(words::COMMANDS));
        screen
            .line(format_args!("{tickets}: {}, {commands}: {}", lived.tickets, lived.commands))?;
        screen.line(format_args!("{}:", word(words::MADE)))?;
        files.iter().try_for_each(|file| screen.line(format_args!("  {file}")))?;
        screen.line(format_args!("{}:", word(words::TRY)))?;
        let file = &files[0];
        [
            format!("gongdan figures {file} --period 2020-09 --as-of {AS_OF} --by unit"),
            format!("gongdan overdue {file} --as-of {AS_OF}"),
            format!("gongdan verify {file}"),
        ]
        .iter()
        .try_for_each(|hint| screen.line(format_args!("  {hint}")))
    }
}

/// Whether anything stands there, a broken link included.
fn stands(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

fn check_text(path: &Path, ours: impl Fn(&str) -> bool) -> std::result::Result<(), Failure> {
    check(path, |bytes| std::str::from_utf8(bytes).is_ok_and(&ours))
}

fn check(path: &Path, ours: impl Fn(&[u8]) -> bool) -> std::result::Result<(), Failure> {
    let made_by_demo = || std::fs::read(path).is_ok_and(|bytes| ours(&bytes));
    match stands(path) && !made_by_demo() {
        true => Err(Failure::InTheWay(path.to_owned(), words::NOT_OF_DEMO)),
        false => Ok(()),
    }
}
