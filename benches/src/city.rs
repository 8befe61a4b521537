//! Files to ask: the golden month, and cities of any number of tickets.

use std::path::Path;

use gongdan::{
    Durability, Founding, Hotline, Moment, OfficeCommand, Options, Period, RegionId, Result, Stamp,
};
use gongdan_sample::{City, Mix, live_city, live_golden, reference_entries};

fn found(file: &Path, at: &str) -> Result<Hotline> {
    let stamp = Stamp::centre("管理员", Moment::parse("at", at)?);
    let founding =
        Founding {
            region: RegionId(430_424), name: "某县".into(), office: "热线中心".into()
        };
    let options = Options::new().durability(Durability::Normal);
    let mut hotline = Hotline::create_with(file, &founding, &stamp, &options)?;
    hotline.batch(|batch| {
        let mut entries = reference_entries().into_iter().map(OfficeCommand::Add);
        entries.try_for_each(|entry| batch.office(&stamp, entry).map(|_| ()))
    })?;
    Ok(hotline)
}

/// A file on which the golden month was lived.
///
/// # Errors
/// As [`live_golden`].
pub fn golden(file: &Path) -> Result<Hotline> {
    let mut hotline = found(file, "2020-08-01 09:00")?;
    live_golden(&mut hotline, &mut |_, _| {})?;
    Ok(hotline)
}

/// A file on which a city's tickets of two years, 2020 and 2021, were lived; says how many events
/// that made.
///
/// # Errors
/// As [`live_city`].
pub fn two_years(file: &Path, tickets: u64) -> Result<u64> {
    let mut hotline = found(file, "2019-12-31 09:00")?;
    let city = City::new(7, tickets, Period::parse("2020..2021")?)?;
    live_city(&mut hotline, &city, &mut |_, _| {})?;
    Ok(hotline.head()?.0)
}

/// A file on which a city's tickets of ten years, 2016 to 2025, were lived, nearly all of them handed
/// to a unit: six events a ticket. Says how many events that made.
///
/// # Errors
/// As [`live_city`].
pub fn ten_years(file: &Path, tickets: u64) -> Result<u64> {
    let mut hotline = found(file, "2015-12-31 09:00")?;
    let city = City::new(7, tickets, Period::parse("2016..2025")?)?;
    let city = city.with_mix(Mix { transferred: 950, ..Mix::default() });
    live_city(&mut hotline, &city, &mut |_, _| {})?;
    Ok(hotline.head()?.0)
}

/// A file with the same reference data and no ticket.
///
/// # Errors
/// As [`Hotline::create`].
pub fn empty(file: &Path) -> Result<()> {
    found(file, "2015-12-31 09:00").map(drop)
}
