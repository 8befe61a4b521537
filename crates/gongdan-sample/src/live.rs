//! A plan lived on a file: every ticket goes through the hotline's commands, none is inserted.

use std::collections::BTreeMap;
use std::path::Path;

use gongdan::{
    Batch, Durability, Founding, Hotline, Moment, OfficeCommand, Options, Provision, RegionId,
    Result, Scope, Setting, Stamp, TicketId, Value,
};

use crate::city::City;
use crate::contacts::{Arrivals, DayContacts};
use crate::month::{Month, golden_month};
use crate::office_book::reference_entries;
use crate::script::{Script, Step};

/// What was lived.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lived {
    /// Tickets taken in.
    pub tickets: u64,
    /// Commands executed, intakes and contacts included.
    pub commands: u64,
}

/// The golden month's salts come from this seed, so the file's head is the same everywhere.
const SALTS: u64 = 202_009;
const GOLDEN_BATCH: usize = 500;
const CITY_BATCH: u64 = 1_000;
/// Of so many calls so many make a ticket, as in the golden month.
const ALL_CALLS: u64 = 4_630;
const CALLS_WITH_TICKET: u64 = 3_320;
const FOUNDER: &str = "系统管理员";
const COUNTER: &str = "值班长";
const MORNING_MS: i64 = 8 * 3_600_000;

/// Makes a new file with the golden month on it: founded, its units, categories and channels
/// added, and every ticket lived. `progress` hears (commands done, of).
///
/// The file is the same on every machine: its salts come from a seed.
///
/// ```
/// # let folder = std::env::temp_dir().join(format!("gongdan-golden-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// use gongdan::{Count, Moment, Period, Question};
/// let hotline = gongdan_sample::golden_file(folder.join("golden.db"), &mut |_, _| ())?;
/// let september = Question::new(Period::month(2020, 9)?, Moment::parse_as_of("2020-10-09")?);
/// assert_eq!(hotline.figures(&september)?.total.count(Count::Closed), 3_285);
/// # drop(hotline);
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// `Exists` when the path holds anything; `Io`.
pub fn golden_file(path: impl AsRef<Path>, progress: &mut dyn FnMut(u64, u64)) -> Result<Hotline> {
    let options = Options::new().seeded_salts(SALTS).durability(Durability::Normal);
    let founded_at = Moment::parse("at", "2020-08-01 09:00")?;
    let mut hotline = found(path, founded_at, &options)?;
    live_golden(&mut hotline, progress)?;
    Ok(hotline)
}

/// Makes a new file of a city and lives all of it. `progress` hears (tickets done, of).
///
/// The file is the same on every machine: its salts come from the city's seed.
///
/// # Errors
/// `Exists` when the path holds anything; `Io`.
pub fn city_file(
    path: impl AsRef<Path>,
    city: &City,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Hotline> {
    let options = Options::new().seeded_salts(city.seed()).durability(Durability::Normal);
    let mut hotline = found(path, city.period().from(), &options)?;
    live_city(&mut hotline, city, progress)?;
    Ok(hotline)
}

/// Makes a new file of the golden month's county, with its units, categories and channels, and
/// no ticket yet.
///
/// # Errors
/// `Exists` when the path holds anything; `Io`.
pub fn found(path: impl AsRef<Path>, at: Moment, options: &Options) -> Result<Hotline> {
    let founding = Founding {
        region: RegionId(430_424),
        name: "衡东县".to_owned(),
        office: "衡东县行政审批服务局".to_owned(),
    };
    let stamp = Stamp::centre(FOUNDER, at);
    let mut hotline = Hotline::create_with(path, &founding, &stamp, options)?;
    hotline.batch(|batch| {
        let entries = reference_entries().into_iter().map(OfficeCommand::Add);
        let mut commands = entries.chain(any_leap());
        commands.try_for_each(|command| batch.office(&stamp, command).map(|_| ()))
    })?;
    Ok(hotline)
}

/// The policy of a file that people look at years after its month: commands may lie as far from
/// what happened so far as they like.
pub fn any_leap() -> [OfficeCommand; 2] {
    [Setting::LeapDays, Setting::FirstLeapDays].map(|setting| {
        let (from, scope, value) = (Moment::MIN, Scope::default(), Value::Number(0));
        OfficeCommand::Provide(Provision { setting, from, scope, value })
    })
}

/// Lives the golden month, and the August ticket that its issue tells of, in order of time over
/// all tickets, 500 commands a commit. The file must know [`reference_entries`].
///
/// # Errors
/// Those of the hotline's commands; what was committed before stays.
pub fn live_golden(hotline: &mut Hotline, progress: &mut dyn FnMut(u64, u64)) -> Result<Lived> {
    let acts = acts(golden_month()?);
    let (of, mut lived) = (acts.len() as u64, Lived::default());
    let mut numbers = BTreeMap::new();
    for chunk in acts.chunks(GOLDEN_BATCH) {
        hotline.batch(|batch| chunk.iter().try_for_each(|act| act.play(batch, &mut numbers)))?;
        lived.commands += chunk.len() as u64;
        progress(lived.commands, of);
    }
    lived.tickets = numbers.len() as u64;
    Ok(lived)
}

/// Lives a city, ticket after ticket, at least 1,000 commands a commit, then records its
/// contacts. The file must know [`reference_entries`].
///
/// # Errors
/// Those of the hotline's commands; what was committed before stays.
pub fn live_city(
    hotline: &mut Hotline,
    city: &City,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Lived> {
    let (mut lives, mut lived) = (city.lives(), Lived::default());
    let mut arrivals = Arrivals::default();
    while lived.tickets < city.tickets() {
        let before = lived.commands;
        hotline.batch(|batch| {
            for life in lives.by_ref() {
                arrivals.add(city.office(), &life);
                lived.commands += play(batch, &life.script())?;
                lived.tickets += 1;
                if lived.commands - before >= CITY_BATCH {
                    break;
                }
            }
            Ok(())
        })?;
        progress(lived.tickets, city.tickets());
    }
    let calls = all_calls(arrivals.calls());
    let contacts = arrivals.contacts(city.office(), city.office().days(), calls);
    hotline.batch(|batch| contacts.iter().try_for_each(|day| record(batch, day)))?;
    lived.commands += contacts.len() as u64;
    Ok(lived)
}

fn all_calls(with_ticket: u32) -> u32 {
    let all = u64::from(with_ticket) * ALL_CALLS / CALLS_WITH_TICKET;
    u32::try_from(all).unwrap_or(u32::MAX)
}

/// One ticket from beginning to end; how many commands that took.
fn play(batch: &mut Batch<'_>, script: &Script) -> Result<u64> {
    let ticket = batch.intake(&script.taken_in, &script.intake)?.ticket;
    for step in &script.steps {
        batch.execute(ticket, &step.stamp, &step.command)?;
    }
    Ok(1 + script.steps.len() as u64)
}

/// Contacts are counted the next morning.
fn record(batch: &mut Batch<'_>, contacts: &DayContacts) -> Result<()> {
    let stamp = Stamp::centre(COUNTER, counted_at(contacts));
    let (channel, day) = (contacts.channel.to_owned(), contacts.day);
    let count = i64::from(contacts.count);
    batch.office(&stamp, OfficeCommand::RecordContacts { channel, day, count }).map(|_| ())
}

fn counted_at(contacts: &DayContacts) -> Moment {
    Moment::end_of(contacts.day).plus_ms(1 + MORNING_MS)
}

/// One thing that happens in the month, with the number of the plan's ticket.
enum Act {
    TakeIn(usize, Box<Script>),
    Step(usize, Box<Step>),
    Count(DayContacts),
}

impl Act {
    fn at(&self) -> Moment {
        match self {
            Self::TakeIn(_, script) => script.taken_in.at(),
            Self::Step(_, step) => step.stamp.at(),
            Self::Count(contacts) => counted_at(contacts),
        }
    }

    fn play(&self, batch: &mut Batch<'_>, numbers: &mut BTreeMap<usize, TicketId>) -> Result<()> {
        match self {
            Self::TakeIn(plan, script) => {
                let ticket = batch.intake(&script.taken_in, &script.intake)?.ticket;
                numbers.insert(*plan, ticket);
            }
            Self::Step(plan, step) => {
                if let Some(ticket) = numbers.get(plan) {
                    batch.execute(*ticket, &step.stamp, &step.command)?;
                }
            }
            Self::Count(contacts) => record(batch, contacts)?,
        }
        Ok(())
    }
}

/// Everything that happens, in order of time; of one moment, in order of the tickets.
fn acts(month: Month) -> Vec<Act> {
    let mut acts: Vec<Act> = month.contacts.into_iter().map(Act::Count).collect();
    let lives = std::iter::once(month.carried).chain(month.lives);
    for (plan, mut script) in lives.map(crate::Life::script).enumerate() {
        let steps = std::mem::take(&mut script.steps);
        acts.push(Act::TakeIn(plan, Box::new(script)));
        acts.extend(steps.into_iter().map(|step| Act::Step(plan, Box::new(step))));
    }
    acts.sort_by_key(Act::at);
    acts
}
