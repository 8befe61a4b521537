//! The desk: an office of five channels, seventeen categories and forty-nine units, and tickets
//! that live the same five steps as the peer's.

use std::path::Path;
use std::time::{Duration, Instant};

use gongdan::{
    Batch, Caller, ChannelKind, CloseOutcome, Command, Founding, Hotline, Intake, Moment, NewEntry,
    OfficeCommand, Options, RegionId, Result, Satisfaction, Stamp, TicketId,
};

/// The steps of a ticket: intake, transfer, sign-off, handling, callback and closing.
pub const STEPS: u32 = 5;

const START_MS: i64 = 1_598_918_400_000;

/// A hotline whose tickets live one like the other.
pub struct Desk {
    /// The hotline.
    pub hotline: Hotline,
    lived: i64,
    at_hand: Option<TicketId>,
    steps: u32,
}

impl Desk {
    /// Founds a new file with its reference data.
    ///
    /// # Errors
    /// As [`Hotline::create`].
    pub fn found(file: &Path) -> Result<Self> {
        Self::found_with(file, &Options::new())
    }

    /// [`Desk::found`] with options.
    ///
    /// # Errors
    /// As [`Hotline::create`].
    pub fn found_with(file: &Path, options: &Options) -> Result<Self> {
        let founding =
            Founding {
                region: RegionId(430_424), name: "某县".into(), office: "热线中心".into()
            };
        let stamp = Stamp::centre("坐席07", at(0, 0)?);
        let mut hotline = Hotline::create_with(file, &founding, &stamp, options)?;
        hotline.batch(|batch| entries().try_for_each(|entry| add(batch, &stamp, entry)))?;
        Ok(Self { hotline, lived: 0, at_hand: None, steps: 0 })
    }

    /// Opens a file on which so many whole tickets were lived, to live more.
    ///
    /// # Errors
    /// As [`Hotline::open`].
    pub fn open_with(file: &Path, options: &Options, tickets: u32) -> Result<Self> {
        let hotline = Hotline::open_with(file, options)?;
        Ok(Self { hotline, lived: i64::from(tickets), at_hand: None, steps: 0 })
    }

    /// Lives so many more tickets, so many steps a commit, and says how long that took.
    ///
    /// # Errors
    /// As [`Hotline::batch`].
    pub fn live(&mut self, tickets: u32, batch: u32) -> Result<Duration> {
        let start = Instant::now();
        let mut left = tickets * STEPS;
        while left > 0 {
            let now = left.min(batch);
            self.commit(now)?;
            left -= now;
        }
        Ok(start.elapsed())
    }

    fn commit(&mut self, steps: u32) -> Result<()> {
        let (mut lived, mut at_hand, mut done) = (self.lived, self.at_hand, self.steps);
        self.hotline.batch(|batch| {
            for _ in 0..steps {
                at_hand = Some(step(batch, lived, done % STEPS, at_hand)?);
                done += 1;
                lived += i64::from(done % STEPS == 0);
            }
            Ok(())
        })?;
        (self.lived, self.at_hand, self.steps) = (lived, at_hand, done % STEPS);
        Ok(())
    }
}

fn add(batch: &mut Batch<'_>, stamp: &Stamp, entry: NewEntry) -> Result<()> {
    batch.office(stamp, OfficeCommand::Add(entry)).map(|_| ())
}

fn entries() -> impl Iterator<Item = NewEntry> {
    let channels = (0..5).map(|n| NewEntry::channel(&format!("渠道{n}"), ChannelKind::Call));
    let categories = (0..17).map(|n| NewEntry::category(&format!("分类{n}")));
    channels.chain(categories).chain((0..49).map(|n| NewEntry::unit(&format!("单位{n}"))))
}

fn at(ticket: i64, step: u32) -> Result<Moment> {
    let seconds = ticket * 7 + i64::from(step) * 3_600;
    Ok(Moment::from_ms("at", START_MS + seconds * 1_000)?)
}

fn step(batch: &mut Batch<'_>, n: i64, step: u32, at_hand: Option<TicketId>) -> Result<TicketId> {
    let moment = at(n, step)?;
    let desk = Stamp::centre("坐席07", moment);
    let Some(ticket) = at_hand.filter(|_| step > 0) else {
        return Ok(batch.intake(&desk, &intake(n))?.ticket);
    };
    let unit = format!("单位{}", n % 49);
    let clerk = Stamp::unit(unit.as_str(), "经办人", moment);
    match step {
        1 => batch.execute(ticket, &desk, &Command::transfer(unit))?,
        2 => batch.execute(ticket, &clerk, &Command::SignOff)?,
        3 => {
            let result = "现场核实情况属实,已及时修复,安全隐患已消除。";
            batch.execute(ticket, &clerk, &Command::handle(result))?
        }
        _ => {
            batch.execute(ticket, &desk, &Command::reached(Satisfaction::Satisfied))?;
            batch.execute(ticket, &desk, &Command::close(CloseOutcome::Solved))?
        }
    };
    Ok(ticket)
}

fn intake(n: i64) -> Intake {
    let appeal = "市民来电反映交通路往东150米位置人行道上的下水道塌陷1米多深,\
                  担心对过往的行人带来安全隐患,请相关单位帮助解决。";
    Intake::new(format!("渠道{}", n % 5), "下水道塌陷")
        .appeal(appeal)
        .category(format!("分类{}", n % 17))
        .caller(Caller::named("陈女士").phone("13800000000"))
}
