//! A file that stands before a fault: a county with tickets in every stage that the writes need,
//! what each write makes of it when nothing fails, and the judge of what is left after a fault.

use std::path::{Path, PathBuf};

use gongdan::{
    Caller, CloseOutcome, Command, ErrorKind, Hotline, Intake, Outcome, Result, Stamp, TicketId,
};
use gongdan_tests::{Folder, at, found_with};

use crate::report::{Report, Trouble};
use crate::writes::{PHONE, Write, options};

/// The head of a journal: how many events, and the last one's hash.
pub type Head = (u64, String);

/// The suffixes of a file and of what SQLite keeps beside it.
const PARTS: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// What stands before a write.
pub struct Standing {
    folder: Folder,
    files: Vec<(&'static str, Vec<u8>)>,
    tickets: Vec<TicketId>,
    before: Head,
}

impl Standing {
    /// A file that was closed in peace.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn new(folder: Folder) -> std::result::Result<Self, Trouble> {
        let file = folder.file("baseline.db");
        let tickets = lived(&file)?;
        Self::of(folder, &file, tickets)
    }

    /// A file whose last commits stand in the log only, as after a crash.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn crashed(folder: Folder) -> std::result::Result<Self, Trouble> {
        let file = folder.file("baseline.db");
        let tickets = lived(&file)?;
        let mut hotline = Hotline::open_with(&file, &options())?;
        for text in ["已电话告知来电人", "来电人表示感谢"] {
            let note = Command::Note { text: text.into() };
            hotline.execute(tickets[0], &Stamp::centre("坐席01", at("2020-09-02 16:00")), &note)?;
        }
        let standing = Self::of(folder, &file, tickets);
        drop(hotline);
        standing
    }

    fn of(
        folder: Folder,
        file: &Path,
        tickets: Vec<TicketId>,
    ) -> std::result::Result<Self, Trouble> {
        let mut files = Vec::new();
        for part in ["", "-wal"] {
            let path = beside(file, part);
            if path.exists() {
                files.push((part, std::fs::read(path)?));
            }
        }
        let mut standing = Self { folder, files, tickets, before: Head::default() };
        let file = standing.put(Write::Intake)?;
        standing.before = Hotline::open_with(&file, &options())?.head()?;
        Ok(standing)
    }

    /// Puts the file back as it stood; for a new file, puts nothing there.
    ///
    /// # Errors
    /// When the machine fails.
    pub fn put(&self, write: Write) -> std::io::Result<PathBuf> {
        let file = self.folder.file("faulty.db");
        for path in [&file, &Write::copy_of(&file)] {
            PARTS.iter().for_each(|part| drop(std::fs::remove_file(beside(path, part))));
        }
        let files = if write == Write::Create { &[][..] } else { &self.files };
        files.iter().try_for_each(|(part, bytes)| std::fs::write(beside(&file, part), bytes))?;
        Ok(file)
    }

    /// Does a write on the file, as a caller would.
    ///
    /// # Errors
    /// As the write's own.
    pub fn attempt(&self, write: Write, file: &Path) -> Result<()> {
        write.attempt(file, &self.tickets)
    }

    /// Does a write on an open file.
    ///
    /// # Errors
    /// As the write's own.
    pub fn perform(&self, write: Write, hotline: &mut Hotline, file: &Path) -> Result<()> {
        write.perform(hotline, file, &self.tickets)
    }

    /// Whether an open file holds what a write adds to it.
    ///
    /// # Errors
    /// As [`Hotline::head`].
    pub fn holds(&self, hotline: &Hotline, after: &Head) -> Result<bool> {
        Ok(*after != self.before && hotline.head()? == *after)
    }

    /// The tickets of the file.
    pub fn tickets(&self) -> &[TicketId] {
        &self.tickets
    }

    /// What a write makes of the file when nothing fails.
    ///
    /// # Errors
    /// When it fails all the same.
    pub fn undisturbed(&self, write: Write) -> std::result::Result<Head, Trouble> {
        let file = self.put(write)?;
        self.attempt(write, &file)?;
        let head = Hotline::open_with(&file, &options())?.head()?;
        let moved = !matches!(write, Write::Create | Write::Backup);
        match moved == (head != self.before) || write == Write::Create {
            true => Ok(head),
            false => Err(format!("{write:?} did not do its work").into()),
        }
    }

    /// Judges a file after a fault: it is sound and holds the write wholly or not at all, wholly
    /// when it was acknowledged; trying again has one effect.
    pub fn judge(&self, case: &Case<'_>, report: &mut Report) {
        report.rounds += 1;
        report.acknowledged += u64::from(case.acknowledged());
        if let Err(found) = self.judged(case, report) {
            report.damage(format!("{case}: {found}"));
        }
    }

    fn judged(&self, case: &Case<'_>, report: &mut Report) -> std::result::Result<(), Trouble> {
        match sound(case.file) {
            Ok(head) => {
                let there = head == *case.after;
                if !there && head != self.before {
                    return Err(
                        format!("stands at event {}, neither before nor after", head.0).into()
                    );
                }
                report.lose(u64::from(case.acknowledged() && !there), || format!("{case}: lost"));
                let denied = self.moves(case) && case.ended == Some(Err(Outcome::NotCommitted));
                report.demand(!(denied && there), || {
                    format!("{case}: said not to be committed, and is")
                });
                report.unknown += u64::from(!case.acknowledged() && self.moves(case) && there);
            }
            Err(Unsound::Absent) if case.write == Write::Create && !case.acknowledged() => {}
            Err(unsound) => return Err(unsound.to_string().into()),
        }
        self.again(case, report)
    }

    fn moves(&self, case: &Case<'_>) -> bool {
        *case.after != self.before
    }

    /// A caller tries again, under the same request id where there is one.
    fn again(&self, case: &Case<'_>, report: &mut Report) -> std::result::Result<(), Trouble> {
        if case.write == Write::Backup && case.acknowledged() {
            return whole_copy(case);
        }
        let founded = case.write == Write::Create && sound(case.file).is_ok();
        if !founded {
            self.attempt(case.write, case.file).map_err(|error| format!("again: {error}"))?;
        }
        let head = sound(case.file).map_err(|unsound| unsound.to_string())?;
        let once = head == *case.after;
        report.demand(once, || format!("{case}: tried again, it stands at event {}", head.0));
        if case.write == Write::Backup { whole_copy(case) } else { Ok(()) }
    }
}

/// One fault and what came of it.
pub struct Case<'a> {
    /// The write that met it.
    pub write: Write,
    /// The fault.
    pub fault: &'a dyn std::fmt::Display,
    /// The file.
    pub file: &'a Path,
    /// How it ended: done, or failed with what is known of its outcome; nothing after a panic.
    pub ended: Option<std::result::Result<(), Outcome>>,
    /// Where the journal stands when it is done.
    pub after: &'a Head,
}

impl Case<'_> {
    fn acknowledged(&self) -> bool {
        matches!(self.ended, Some(Ok(())))
    }
}

impl std::fmt::Display for Case<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}, {}", self.write, self.fault)
    }
}

/// Why a file is not sound.
pub enum Unsound {
    /// There is none, or nothing in it.
    Absent,
    /// It does not open, or `verify` finds something.
    Damaged(String),
}

impl std::fmt::Display for Unsound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Absent => f.write_str("nothing is there"),
            Self::Damaged(what) => f.write_str(what),
        }
    }
}

/// Opens a file and verifies it.
///
/// # Errors
/// When it is not sound.
pub fn sound(file: &Path) -> std::result::Result<Head, Unsound> {
    let hotline = Hotline::open_with(file, &options()).map_err(|error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotAHotline => Unsound::Absent,
        _ => Unsound::Damaged(format!("does not open: {error}")),
    })?;
    let verified = hotline.verify(&mut |_, _| {});
    let verified = verified.map_err(|error| Unsound::Damaged(error.to_string()))?;
    match verified.findings.first() {
        None => Ok(verified.head),
        Some(finding) => Err(Unsound::Damaged(finding.to_string())),
    }
}

fn whole_copy(case: &Case<'_>) -> std::result::Result<(), Trouble> {
    match sound(&Write::copy_of(case.file)) {
        Ok(head) if head == *case.after => Ok(()),
        Ok(head) => Err(format!("the copy ends at event {}", head.0).into()),
        Err(unsound) => Err(format!("the copy: {unsound}").into()),
    }
}

fn beside(file: &Path, part: &str) -> PathBuf {
    let mut path = file.as_os_str().to_owned();
    path.push(part);
    path.into()
}

/// The tickets that the writes need, one in each stage that one of them starts from.
fn lived(file: &Path) -> Result<Vec<TicketId>> {
    let mut hotline = found_with(file, &options())?;
    let (taken, then) = (at("2020-09-01 09:00"), at("2020-09-02 09:00"));
    let (centre, unit) = ("坐席01", "县城管执法局");
    let steps = [
        (Stamp::centre(centre, then), Command::transfer(unit)),
        (Stamp::unit(unit, "经办人", then), Command::SignOff),
        (Stamp::unit(unit, "经办人", then), Command::handle("已修复")),
        (Stamp::centre(centre, then), Command::reached(gongdan::Satisfaction::Satisfied)),
        (Stamp::centre(centre, then), Command::close(CloseOutcome::Solved)),
    ];
    hotline.batch(|batch| {
        let mut tickets = Vec::new();
        for done in 0..=steps.len() {
            let mut intake = Intake::new("来电", format!("第{done}件"));
            if done == steps.len() {
                intake = intake.caller(Caller::named("陈女士").phone(PHONE));
            }
            let ticket = batch.intake(&Stamp::centre(centre, taken), &intake)?.ticket;
            for (stamp, command) in &steps[..done] {
                batch.execute(ticket, stamp, command)?;
            }
            tickets.push(ticket);
        }
        Ok(tickets)
    })
}
