//! A machine whose clock is moved: a library in C that the processes under test are started with
//! answers for the machine (`machine.c`). It is compiled where it is used, by the compiler that
//! SQLite needed anyway, so that nothing has to be installed.

use std::fs::OpenOptions;
use std::os::unix::fs::FileExt;
use std::path::PathBuf;
use std::process::Command;

use gongdan_tests::Folder;

use crate::report::Trouble;
use crate::scratch;

const SOURCE: &str = include_str!("../machine.c");

/// What `machine.c` reads.
const CLOCK: &str = "GONGDAN_TORTURE_CLOCK";

/// The library, and the file that says how wrong the clock is.
pub struct Machine {
    library: PathBuf,
    clock: Clock,
    _folder: Folder,
}

impl Machine {
    /// Compiles it; says why not where that cannot be done.
    ///
    /// # Errors
    /// When the machine fails at anything else.
    pub fn new() -> Result<Result<Self, String>, Trouble> {
        let folder = scratch::on_disk("machine");
        let (source, library) = (folder.file("machine.c"), folder.file("machine.so"));
        std::fs::write(&source, SOURCE)?;
        let compiler = std::env::var("CC").unwrap_or_else(|_| "cc".into());
        let mut command = Command::new(&compiler);
        let command = command.args(["-shared", "-fPIC", "-O1", "-o"]).arg(&library).arg(&source);
        match command.output() {
            Err(error) => return Ok(Err(format!("{compiler} does not start: {error}"))),
            Ok(out) if !out.status.success() => {
                let said = String::from_utf8_lossy(&out.stderr).into_owned();
                return Ok(Err(format!("{compiler} does not compile: {said}")));
            }
            Ok(_) => {}
        }
        let clock = Clock { file: folder.file("clock") };
        std::fs::write(&clock.file, 0_i64.to_ne_bytes())?;
        Ok(Ok(Self { library, clock, _folder: folder }))
    }

    /// Lets a process that is about to start live on this machine, its clock wrong by so many
    /// milliseconds from the beginning.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn lend(&self, command: &mut Command, wrong_by: i64) -> std::io::Result<()> {
        self.clock.step(wrong_by)?;
        command.env("LD_PRELOAD", &self.library).env(CLOCK, &self.clock.file);
        Ok(())
    }
}

/// The clock of the machine that a process lives on.
pub struct Clock {
    file: PathBuf,
}

impl Clock {
    /// The clock that this process was started with.
    ///
    /// # Errors
    /// When it was started with none.
    pub fn of_this_process() -> Result<Self, Trouble> {
        let file = std::env::var_os(CLOCK).ok_or("this process has the machine's own clock")?;
        Ok(Self { file: file.into() })
    }

    /// Makes it wrong by so many milliseconds from now on.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn step(&self, wrong_by: i64) -> std::io::Result<()> {
        let file = OpenOptions::new().write(true).open(&self.file)?;
        file.write_all_at(&wrong_by.to_ne_bytes(), 0)
    }
}
