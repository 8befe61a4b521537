//! A folder of its own for each test, and the built program run in it.
#![allow(dead_code)]

use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;

static FOLDERS: AtomicU32 = AtomicU32::new(0);

/// A folder that goes with the test.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

/// What a run gave.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    /// The output as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|_| panic!("no JSON: {self:?}"))
    }

    /// The error output's last line as JSON.
    pub(crate) fn error(&self) -> Value {
        let line = self.err.lines().last().unwrap_or_default();
        let value: Value = serde_json::from_str(line).unwrap_or_else(|_| panic!("{self:?}"));
        value["error"].clone()
    }
}

impl Folder {
    /// A new, empty folder.
    pub(crate) fn new() -> Self {
        let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
        let name = format!("gongdan-cli-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// A folder with a founded file `h.db`: two units, a category, a channel.
    pub(crate) fn founded() -> Self {
        let folder = Self::new();
        let at = "--at=2020-08-31 09:00";
        folder.done(&[
            "init",
            "h.db",
            "--region",
            "430424",
            "--name",
            "衡东县",
            "--office",
            "县行政审批服务局",
            "--bare",
            at,
        ]);
        folder.done(&["register", "h.db", "channel", "来电", "--kind", "call", at]);
        folder.done(&["register", "h.db", "category", "城市管理", at]);
        folder.done(&["register", "h.db", "unit", "县城管执法局", "--alias", "城管局", at]);
        folder.done(&["register", "h.db", "unit", "县住建局", "--group", "县直", at]);
        folder
    }

    /// Runs the program here, in English unless the arguments say otherwise.
    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        self.run_in("C.UTF-8", args)
    }

    /// Runs the program here under a locale.
    pub(crate) fn run_in(&self, locale: &str, args: &[&str]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gongdan"));
        command.current_dir(&self.0).args(args).env_remove("LC_MESSAGES").env_remove("LANG");
        let Output { status, stdout, stderr } = command.env("LC_ALL", locale).output().unwrap();
        Ran {
            code: status.code().unwrap_or(-1),
            out: String::from_utf8(stdout).unwrap(),
            err: String::from_utf8(stderr).unwrap(),
        }
    }

    /// Runs the program, which must succeed.
    pub(crate) fn done(&self, args: &[&str]) -> Ran {
        let ran = self.run(args);
        assert_eq!(ran.code, 0, "{args:?}: {ran:?}");
        ran
    }

    /// Takes a ticket in at nine on the first of September; its number.
    pub(crate) fn ticket(&self) -> String {
        let ran = self.done(&[
            "intake",
            "h.db",
            "--channel",
            "来电",
            "--matter",
            "路灯不亮",
            "--category",
            "城市管理",
            "--caller-name",
            "陶女士",
            "--caller-phone",
            "13800001111",
            "--by",
            "坐席07",
            "--at",
            "2020-09-01 09:00",
            "--json",
        ]);
        ran.json()["number"].as_str().unwrap().to_owned()
    }
}
