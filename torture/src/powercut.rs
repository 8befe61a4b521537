//! Power cuts: a day's work is logged down to each write, and every disk that a power cut could
//! have left of it is opened again (promises 2, 3 and 6).

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use gongdan::{Durability, Hotline, Intake, Options, Result, Stamp};
use gongdan_tests::{Actors, Dice, Folder, Players, at, found_with};

use crate::log::{Deed, Disk, Image, Log, Survives};
use crate::report::{Report, Trouble};
use crate::standing::{Head, Unsound, sound};
use crate::writer::checkpoint;
use crate::{scratch, shim};

/// How sure the writer is of its disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Sync {
    /// As shipped.
    Full,
    /// Mutant: a power cut may take the last commits.
    Normal,
    /// Mutant: the disk says that it has synced and has not.
    Off,
}

/// A day, and how it is cut.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// The seed of the day and of what survives.
    pub seed: u64,
    /// How many commits the day has.
    pub commits: u64,
    /// How sure the writer is of its disk.
    pub sync: Sync,
    /// One in so many cut points is looked at.
    pub one_in: u64,
    /// One in so many images is cut a second time, while it recovers; never at zero.
    pub nested: u64,
}

/// Lives a day and cuts it.
///
/// # Errors
/// When the harness itself fails.
pub fn run(plan: Plan) -> std::result::Result<Report, Trouble> {
    shim::install()?;
    let folder = scratch::in_memory("powercut");
    let mut report =
        Report::new(format!("powercut --sync {:?}", plan.sync).to_lowercase(), plan.seed);
    shim::forget_to_sync(plan.sync == Sync::Off);
    shim::record(Log::default());
    let lived = live(&folder.file("day.db"), plan);
    shim::forget_to_sync(false);
    let log = shim::recorded();
    lived?;
    let cutter = Cutter::new(&folder, plan, &log);
    cutter.cut(Disk::default(), &log, None, &mut report)?;
    Ok(report)
}

fn options(plan: Plan) -> Options {
    let durability = match plan.sync {
        Sync::Normal => Durability::Normal,
        Sync::Full | Sync::Off => Durability::Full,
    };
    Options::new().seeded_salts(plan.seed).durability(durability)
}

/// The day: random commands by everybody, a requested intake now and then, a checkpoint by
/// another process, a handle that is closed and opened again.
fn live(file: &Path, plan: Plan) -> std::result::Result<(), Trouble> {
    let mut hotline = found_with(file, &options(plan))?;
    let (mut actors, mut players) = (Actors::new(plan.seed), Players::default());
    acknowledge(&hotline)?;
    for commit in 1..=plan.commits {
        if commit % 4 == 0 {
            request(&mut hotline, commit)?;
        } else {
            some_plays(&mut hotline, &mut actors, &mut players, commit)?;
        }
        acknowledge(&hotline)?;
        if commit % 9 == 0 {
            checkpoint(file, "RESTART")?;
        }
        if commit % 31 == 0 {
            drop(hotline);
            hotline = Hotline::open_with(file, &options(plan))?;
        }
    }
    Ok(())
}

fn acknowledge(hotline: &Hotline) -> Result<()> {
    let (seq, hash) = hotline.head()?;
    shim::acknowledged(seq, hash);
    Ok(())
}

fn request(hotline: &mut Hotline, nth: u64) -> Result<bool> {
    let guard = |stamp: &Stamp| stamp.clone().request(format!("request-{nth}"));
    let intake = Intake::new("来电", format!("第{nth}次请求"));
    let stamp = Stamp::centre("坐席02", at("2020-08-21 09:00"));
    hotline.intake(&guard(&stamp), &intake).map(|receipt| receipt.repeated)
}

fn some_plays(
    hotline: &mut Hotline,
    actors: &mut Actors,
    players: &mut Players,
    commit: u64,
) -> Result<()> {
    hotline.batch(|batch| {
        for _ in 0..=commit % 3 {
            let play = actors.next_play();
            if let Ok(receipt) = players.perform(batch, &play) {
                actors.note(&play, receipt.as_ref());
            }
        }
        Ok(())
    })
}

/// Who cuts, and what was found of each image.
struct Cutter<'a> {
    folder: &'a Folder,
    plan: Plan,
    /// The first event that was acknowledged: the county with its units and channels.
    founded: u64,
    dice: std::cell::RefCell<Dice>,
    known: std::cell::RefCell<HashMap<u64, Option<Head>>>,
}

impl<'a> Cutter<'a> {
    fn new(folder: &'a Folder, plan: Plan, log: &Log) -> Self {
        let dice = Dice::new(plan.seed ^ 0xC07).into();
        let acknowledged = |deed: &Deed| match deed {
            Deed::Acknowledged(seq, _) => Some(*seq),
            _ => None,
        };
        let founded = log.deeds.iter().find_map(acknowledged).unwrap_or(u64::MAX);
        Self { folder, plan, founded, dice, known: HashMap::new().into() }
    }

    /// Whether the county was whole before the cut.
    fn is_founded(&self, acknowledged: Option<&Head>) -> bool {
        acknowledged.is_some_and(|(seq, _)| *seq >= self.founded)
    }

    fn below(&self, below: u64) -> u64 {
        self.dice.borrow_mut().below(below as usize) as u64
    }

    /// Cuts a log after each of its deeds; `stood` was acknowledged before it began.
    fn cut(
        &self,
        mut disk: Disk,
        log: &Log,
        stood: Option<Head>,
        report: &mut Report,
    ) -> std::result::Result<(), Trouble> {
        let nested = stood.is_some();
        let mut acknowledged = stood;
        for deed in &log.deeds {
            disk.follow(deed);
            if let Deed::Acknowledged(seq, hash) = deed {
                acknowledged = Some((*seq, hash.clone()));
                report.acknowledged += 1;
            } else if self.below(self.plan.one_in) == 0 {
                for survives in [Survives::Nothing, Survives::Everything, Survives::Some] {
                    let image = disk.cut(survives, &mut self.dice.borrow_mut());
                    self.judge(&image, acknowledged.as_ref(), nested, report)?;
                }
            }
        }
        Ok(())
    }

    fn judge(
        &self,
        image: &Image,
        acknowledged: Option<&Head>,
        nested: bool,
        report: &mut Report,
    ) -> std::result::Result<(), Trouble> {
        report.rounds += 1;
        let mut hasher = DefaultHasher::new();
        image.hash(&mut hasher);
        let key = hasher.finish();
        let known = self.known.borrow().get(&key).cloned();
        let head = match known {
            Some(head) => head,
            None => {
                let head = self.open(image, self.is_founded(acknowledged), report)?;
                self.known.borrow_mut().insert(key, head.clone());
                let again = !nested && self.plan.nested > 0 && self.below(self.plan.nested) == 0;
                if let Some(head) = head.as_ref().filter(|_| again) {
                    self.cut_again(image, head, report)?;
                }
                head
            }
        };
        let (Some((seq, _)), found) = (acknowledged, head.map_or(0, |head| head.0)) else {
            return Ok(());
        };
        let lost = seq.saturating_sub(found);
        report.lose(lost, || format!("event {seq} was acknowledged, the disk ends at {found}"));
        Ok(())
    }

    /// What is found on an image; nothing when there is no hotline, and then one can be made.
    /// Once the county was `founded`, everybody can go on working.
    fn open(
        &self,
        image: &Image,
        founded: bool,
        report: &mut Report,
    ) -> std::result::Result<Option<Head>, Trouble> {
        let file = self.write(image)?;
        match sound(&file) {
            Ok(head) => {
                if founded {
                    self.request_again(&file, report);
                }
                Ok(Some(head))
            }
            Err(Unsound::Absent) => {
                let made = found_with(&file, &options(self.plan));
                let made = made.map(drop);
                report.demand(made.is_ok(), || format!("no file can be made there: {made:?}"));
                Ok(None)
            }
            Err(Unsound::Damaged(what)) => {
                report.damage(what);
                Ok(None)
            }
        }
    }

    /// Every request can be asked again after the cut, and has one effect.
    fn request_again(&self, file: &Path, report: &mut Report) {
        let nth = (1 + self.below(self.plan.commits.max(4) / 4)) * 4;
        let ask = || -> Result<(bool, bool)> {
            let mut hotline = Hotline::open_with(file, &options(self.plan))?;
            Ok((request(&mut hotline, nth)?, request(&mut hotline, nth)?))
        };
        match ask() {
            Ok((_, true)) => {}
            Ok((_, false)) => report.broken(format!("request {nth} had two effects")),
            Err(error) => report.broken(format!("request {nth} after the cut: {error}")),
        }
    }

    /// The power fails again while the image recovers.
    fn cut_again(
        &self,
        image: &Image,
        head: &Head,
        report: &mut Report,
    ) -> std::result::Result<(), Trouble> {
        let file = self.write(image)?;
        shim::record(Log::on(image));
        let opened = Hotline::open_with(&file, &options(self.plan)).map(drop);
        let log = shim::recorded();
        opened?;
        self.cut(Disk::holding(image), &log, Some(head.clone()), report)
    }

    fn write(&self, image: &Image) -> std::io::Result<PathBuf> {
        let folder = self.folder.file("cut");
        std::fs::remove_dir_all(&folder).ok();
        std::fs::create_dir_all(&folder)?;
        for (name, bytes) in image {
            std::fs::write(folder.join(name), bytes)?;
        }
        Ok(folder.join("day.db"))
    }
}
