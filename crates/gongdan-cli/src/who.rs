//! Who asks, in which role and when: the arguments of every verb that writes.

use clap::Args;
use gongdan::{Invalid, Moment, Result, Stamp, now, parse_day};

/// Arguments that make a stamp.
pub(crate) trait Stamps {
    /// Who, in which role, when.
    fn stamp(&self) -> Result<Stamp>;
}

/// Somebody of the hotline centre.
#[derive(Args, Clone, Debug)]
pub(crate) struct Desk {
    /// Who does it (经办人)
    #[arg(long, value_name = "NAME")]
    by: String,
    /// When, in Beijing time; now if left out
    #[arg(long, value_name = "MOMENT")]
    at: Option<String>,
}

impl Desk {
    fn at(&self) -> Result<Moment> {
        moment(self.at.as_deref())
    }
}

impl Stamps for Desk {
    fn stamp(&self) -> Result<Stamp> {
        Ok(Stamp::centre(&self.by, self.at()?))
    }
}

/// Somebody of a member unit.
#[derive(Args, Clone, Debug)]
pub(crate) struct Member {
    #[command(flatten)]
    desk: Desk,
    /// The unit on whose behalf it is done (承办单位); the centre if left out
    #[arg(long, value_name = "UNIT")]
    unit: Option<String>,
}

impl Stamps for Member {
    fn stamp(&self) -> Result<Stamp> {
        match &self.unit {
            Some(unit) => Ok(Stamp::unit(unit, &self.desk.by, self.desk.at()?)),
            None => self.desk.stamp(),
        }
    }
}

/// Somebody of the centre, or a supervisor.
#[derive(Args, Clone, Debug)]
pub(crate) struct Overseer {
    #[command(flatten)]
    desk: Desk,
    /// On behalf of a supervisor (督查部门)
    #[arg(long)]
    supervisor: bool,
}

impl Stamps for Overseer {
    fn stamp(&self) -> Result<Stamp> {
        match self.supervisor {
            true => Ok(Stamp::supervisor(&self.desk.by, self.desk.at()?)),
            false => self.desk.stamp(),
        }
    }
}

/// Anybody concerned.
#[derive(Args, Clone, Debug)]
pub(crate) struct Anyone {
    #[command(flatten)]
    member: Member,
    /// On behalf of a supervisor (督查部门)
    #[arg(long, conflicts_with = "unit")]
    supervisor: bool,
}

impl Stamps for Anyone {
    fn stamp(&self) -> Result<Stamp> {
        let desk = &self.member.desk;
        match self.supervisor {
            true => Ok(Stamp::supervisor(&desk.by, desk.at()?)),
            false => self.member.stamp(),
        }
    }
}

/// A moment as given, or the present one.
pub(crate) fn moment(given: Option<&str>) -> Result<Moment> {
    match given {
        Some(text) => Ok(Moment::parse("at", text)?),
        None => Ok(now()),
    }
}

/// From when something holds: a date means its beginning.
pub(crate) fn dated(given: &str) -> std::result::Result<Moment, Invalid> {
    match parse_day("from", given) {
        Ok(day) => Ok(Moment::start_of(day)),
        Err(_) => Moment::parse("from", given),
    }
}

/// A cut-off as given, or the present moment.
pub(crate) fn cut_off(given: Option<&str>) -> Result<Moment> {
    match given {
        Some(text) => Ok(Moment::parse_as_of(text)?),
        None => Ok(now()),
    }
}

/// What the caller has seen, under which id the request runs, and whether it is only tried.
#[derive(Args, Clone, Debug)]
pub(crate) struct Guards {
    /// The ticket's version as last seen: any other is a conflict
    #[arg(long, value_name = "VERSION")]
    seen: Option<u32>,
    #[command(flatten)]
    once: Once,
}

impl Guards {
    /// A stamp with this guard.
    pub(crate) fn guard(&self, stamp: Stamp) -> Stamp {
        let stamp = self.once.guard(stamp);
        self.seen.map_or(stamp.clone(), |version| stamp.seen(version))
    }

    /// Whether nothing is to be written.
    pub(crate) fn dry_run(&self) -> bool {
        self.once.dry_run
    }
}

/// Under which id the request runs, and whether it is only tried.
#[derive(Args, Clone, Debug)]
pub(crate) struct Once {
    /// The request's own id: the same id again has one effect and the same answer
    #[arg(long, value_name = "ID")]
    request: Option<String>,
    /// Print the events that would be written, and write nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
}

impl Once {
    /// A stamp with this guard.
    pub(crate) fn guard(&self, stamp: Stamp) -> Stamp {
        self.request.as_ref().map_or(stamp.clone(), |id| stamp.request(id))
    }
}
