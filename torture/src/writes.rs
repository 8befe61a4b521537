//! Every public operation that writes, each on a file where it is granted: what faults are let
//! loose on, and how a caller who got an error tries again.

use std::path::{Path, PathBuf};
use std::time::Duration;

use gongdan::{
    CallbackOutcome, CloseOutcome, Command, ErrorKind, Hotline, Intake, NewEntry, NewIssue,
    OfficeCommand, Options, Period, Result, Satisfaction, Stamp, Subject, TextField, TicketId,
};
use gongdan_tests::{at, founding};

/// A public operation that writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Write {
    /// A new file.
    Create,
    /// 受理.
    Intake,
    /// 转办.
    Transfer,
    /// 签收.
    Sign,
    /// 办结.
    Handle,
    /// 回访.
    Callback,
    /// 办结归档.
    Close,
    /// Three commands in one commit.
    Batch,
    /// A unit more.
    Office,
    /// The contacts of a day, which count twice when they are recorded twice.
    Contacts,
    /// An issue of the bulletin.
    Publish,
    /// A caller's data are seen in full, for a reason.
    Reveal,
    /// A person's texts on one ticket are erased.
    Erase,
    /// A person is erased by telephone number.
    EraseCaller,
    /// A copy of the file.
    Backup,
}

impl Write {
    /// Every one.
    pub const ALL: [Self; 15] = [
        Self::Create,
        Self::Intake,
        Self::Transfer,
        Self::Sign,
        Self::Handle,
        Self::Callback,
        Self::Close,
        Self::Batch,
        Self::Office,
        Self::Contacts,
        Self::Publish,
        Self::Reveal,
        Self::Erase,
        Self::EraseCaller,
        Self::Backup,
    ];

    /// Does it as a caller would who has not tried before, or who tries again.
    ///
    /// # Errors
    /// As the operation's own.
    pub fn attempt(self, file: &Path, tickets: &[TicketId]) -> Result<()> {
        match self {
            Self::Create => {
                let centre = Stamp::centre("坐席07", at(NOW));
                Hotline::create_with(file, &founding(), &centre, &options()).map(drop)
            }
            _ => self.perform(&mut Hotline::open_with(file, &options())?, file, tickets),
        }
    }

    /// Does it on an open file; a new file has none.
    ///
    /// # Errors
    /// As the operation's own.
    pub fn perform(self, hotline: &mut Hotline, file: &Path, tickets: &[TicketId]) -> Result<()> {
        let centre = Stamp::centre("坐席07", at(NOW));
        match self {
            Self::Batch => self.batch(hotline, tickets, &centre),
            _ => self.alone(hotline, file, tickets, &centre),
        }
    }

    fn alone(
        self,
        hotline: &mut Hotline,
        file: &Path,
        tickets: &[TicketId],
        centre: &Stamp,
    ) -> Result<()> {
        let unit = Stamp::unit(UNIT, "经办人", at(NOW));
        let mut ask = |nth: usize, by: &Stamp, command: &Command| {
            hotline.execute(tickets[nth], &self.guard(by), command).map(drop)
        };
        match self {
            Self::Create | Self::Batch => Ok(()),
            Self::Intake => {
                let intake = Intake::new("来电", "路灯不亮");
                hotline.intake(&self.guard(centre), &intake).map(drop)
            }
            Self::Transfer => ask(0, centre, &Command::transfer(UNIT)),
            Self::Sign => ask(1, &unit, &Command::SignOff),
            Self::Handle => ask(2, &unit, &Command::handle("路灯已修好")),
            Self::Callback => ask(3, centre, &pleased()),
            Self::Close => ask(4, centre, &Command::close(CloseOutcome::Solved)),
            Self::Office => hotline.office(&self.guard(centre), another_unit()).map(drop),
            Self::Contacts => {
                let day = centre.at().day();
                let contacts =
                    OfficeCommand::RecordContacts { channel: "来电".into(), day, count: 7 };
                hotline.office(&self.guard(centre), contacts).map(drop)
            }
            Self::Publish => settled(hotline.publish(centre, &issue()), || {
                let issues = Hotline::open_with(file, &options())?.issues()?;
                Ok(issues.len() == 1)
            }),
            Self::Reveal => ask(5, centre, &Command::Reveal { reason: "回访".into() }),
            Self::Erase => {
                let fields = vec![TextField::Matter];
                ask(5, centre, &Command::Erase { fields, reason: "本人要求".into() })
            }
            Self::EraseCaller => {
                let subject = Subject::Phone(PHONE.into());
                let erased = hotline.erase(centre, &subject, "本人要求").map(drop);
                settled(erased, || {
                    Ok(Hotline::open_with(file, &options())?.caller(tickets[5])?.erased)
                })
            }
            Self::Backup => hotline.backup_to(Self::copy_of(file)),
        }
    }

    fn batch(self, hotline: &mut Hotline, tickets: &[TicketId], centre: &Stamp) -> Result<()> {
        let request = |part: &str, stamp: &Stamp| stamp.clone().request(format!("{self:?}-{part}"));
        let urge = Command::Urge { text: None };
        let note = Command::Note { text: "已电话催办".into() };
        hotline.batch(|batch| {
            let intake = Intake::new("来电", "路面积水");
            batch.intake(&request("1", centre), &intake)?;
            batch.execute(tickets[1], &request("2", centre), &urge)?;
            batch.execute(tickets[2], &request("3", centre), &note).map(drop)
        })
    }

    fn guard(self, stamp: &Stamp) -> Stamp {
        stamp.clone().request(format!("{self:?}"))
    }

    /// Where [`Write::Backup`] copies a file to.
    pub fn copy_of(file: &Path) -> PathBuf {
        file.with_extension("copy")
    }
}

const NOW: &str = "2020-09-03 10:00";
const UNIT: &str = "县城管执法局";
/// Whose the last ticket of the file is.
pub const PHONE: &str = "13800000041";
const NEW_UNIT: &str = "县水利局";

/// Options under which the same operations give the same hashes on every file, and nobody waits
/// long for what will not come.
pub fn options() -> Options {
    Options::new().seeded_salts(6).patience(Duration::from_millis(20))
}

/// How an operation without a request id refuses what stands already.
const SETTLED: [ErrorKind; 2] = [ErrorKind::Exists, ErrorKind::NotFound];

/// A refusal because it stands already is a success of an operation without a request id.
fn settled<T>(done: Result<T>, stands: impl FnOnce() -> Result<bool>) -> Result<()> {
    match done {
        Ok(_) => Ok(()),
        Err(error) if SETTLED.contains(&error.kind()) => {
            if stands()? {
                Ok(())
            } else {
                Err(error)
            }
        }
        Err(error) => Err(error),
    }
}

fn pleased() -> Command {
    Command::Callback {
        outcome: CallbackOutcome::Reached,
        satisfaction: Some(Satisfaction::Satisfied),
        attitude: None,
        solved: Some(true),
    }
}

fn another_unit() -> OfficeCommand {
    OfficeCommand::Add(NewEntry::unit(NEW_UNIT).group("部门"))
}

fn issue() -> NewIssue {
    NewIssue {
        year: 2020,
        number: 9,
        period: Period::parse("2020-09").expect("a period"),
        as_of: at(NOW),
        answers_for: Some("张主任".into()),
        imprint: None,
    }
}
