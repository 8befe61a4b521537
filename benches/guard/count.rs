//! Counting: a path is walked so many times under callgrind, then twice as often, and the difference
//! is divided by the pieces.

use std::ffi::OsString;
use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};

use gongdan_benches::Outcome;

use crate::faces::{self, Program};
use crate::files::Files;
use crate::tools;
use crate::walks::{Walk, Walker};

/// What became of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counted {
    /// So many instructions a piece.
    Instructions(u64),
    /// Its tool is missing.
    Skipped(String),
}

/// Every path by its name in the table, and what the figures depend on.
pub struct Counts {
    /// What became of each path.
    pub paths: Vec<(String, Counted)>,
    /// The tools that counted.
    pub tools: Vec<String>,
}

/// Whoever counts: valgrind, the files, and the programs of the three languages.
pub struct Counter<'a> {
    files: &'a Files,
    valgrind: Option<String>,
    c: Program,
    python: Program,
}

impl<'a> Counter<'a> {
    /// Looks for the tools.
    ///
    /// # Errors
    /// When the program in C does not compile.
    pub fn new(files: &'a Files) -> Outcome<Self> {
        let c = faces::c(&files.beside("ticket"))?;
        Ok(Self { files, valgrind: tools::valgrind(), c, python: faces::python() })
    }

    /// Whether there is anything to count with.
    pub fn can_count(&self) -> bool {
        self.valgrind.is_some()
    }

    /// What the figures depend on.
    pub fn tools(&self) -> Vec<String> {
        let python = self.python.as_ref().ok().and_then(|words| words.first());
        tools::all(self.valgrind.as_deref(), python.map(AsRef::as_ref))
    }

    /// The instructions of one piece of a path, by difference: whatever a process does once, to load
    /// its libraries, to import its modules, to open its file and to end, is in both counts and falls
    /// out. So is what only the first time pays: statements prepared, a view folded. Marks around
    /// the path (callgrind's toggles) would leave the latter in, would need a name that survives
    /// inlining, and would be of no use in Python.
    ///
    /// # Errors
    /// When the path fails.
    pub fn count(&self, walk: &Walk) -> Outcome<Counted> {
        let missing = "no valgrind: your packages have it, e.g. apt-get install valgrind";
        let program = self.valgrind.as_ref().ok_or_else(|| missing.to_owned());
        let program = match program.and_then(|_| self.program(walk)) {
            Ok(program) => program,
            Err(why) => return Ok(Counted::Skipped(why)),
        };
        // Once uncounted: what is left behind for the next process, as compiled modules, then is.
        ran(Command::new(&program[0]).args(&program[1..]).arg("1"), &self.files.ids())?;
        let once = self.instructions(&program, walk.times)?;
        let twice = self.instructions(&program, 2 * walk.times)?;
        let more = twice.checked_sub(once).ok_or("twice as often took less")?;
        Ok(Counted::Instructions(more / (walk.times * walk.pieces)))
    }

    /// The command that walks a path, all but how often.
    fn program(&self, walk: &Walk) -> Program {
        let mut words = match walk.by {
            Walker::Rust(_) => own(walk.name)?,
            Walker::C => self.c.clone()?,
            Walker::Python => self.python.clone()?,
        };
        words.push(self.files.file(walk.on).into());
        Ok(words)
    }

    fn instructions(&self, program: &[OsString], times: u64) -> Outcome<u64> {
        let counts = self.files.beside("callgrind.out");
        let mut command = Command::new("valgrind");
        command.args(["--tool=callgrind", "-q"]);
        command.arg(format!("--callgrind-out-file={}", counts.display()));
        command.args(program).arg(times.to_string());
        ran(&mut command, &self.files.ids())?;
        total(&std::fs::read_to_string(counts)?)
    }
}

/// This program, walking a path.
fn own(name: &str) -> Program {
    let own = std::env::current_exe().map_err(|error| error.to_string())?;
    Ok(vec![own.into(), "walk".into(), name.into()])
}

/// Runs a command to its end, with nothing in its environment that differs between machines but
/// where programs are.
fn ran(command: &mut Command, ids: &Path) -> Outcome<()> {
    command.env_clear().envs(std::env::vars_os().filter(|(name, _)| name == "PATH"));
    command.env("PYTHONHASHSEED", "0").stdin(File::open(ids)?).stdout(Stdio::null());
    match command.status()?.success() {
        true => Ok(()),
        false => Err(format!("{command:?} failed").into()),
    }
}

/// The last line of what callgrind wrote.
fn total(counts: &str) -> Outcome<u64> {
    let line = counts.lines().rev().find_map(|line| line.strip_prefix("totals: "));
    Ok(line.ok_or("callgrind wrote no totals")?.trim().parse()?)
}
