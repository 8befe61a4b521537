//! Who asks, in which role and when: the arguments of every verb that writes.

use clap::{Arg, ArgAction, ArgMatches, Args, Command, value_parser};
use gongdan::{CommandRow, Language, Moment, Result, Role, Stamp};

use crate::moments::moment;
use crate::{language, told};

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
    /// Somebody of the centre, now unless a moment is given.
    pub(crate) fn of(by: String, at: Option<String>) -> Self {
        Self { by, at }
    }

    fn at(&self) -> Result<Moment> {
        moment(self.at.as_deref())
    }

    /// Somebody of a unit where one is named, else of the centre.
    pub(crate) fn stamp_for(&self, unit: Option<&str>) -> Result<Stamp> {
        let for_unit = |unit| Ok(Stamp::unit(unit, &self.by, self.at()?));
        unit.map_or_else(|| self.stamp(), for_unit)
    }
}

impl Stamps for Desk {
    fn stamp(&self) -> Result<Stamp> {
        Ok(Stamp::centre(&self.by, self.at()?))
    }
}

/// Whether only a unit may ask it.
pub(crate) fn acts_for_a_unit(row: &CommandRow) -> bool {
    row.who.roles() == [Role::Unit]
}

/// Adds who asks, in which role and when, what was seen, and whether it is only tried: as far as the
/// command's row lets anybody choose.
pub(crate) fn options(command: Command, row: &CommandRow, language: Language) -> Command {
    let text = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(told::dashed(name)).value_name(value).help(help)
    };
    let flag = |name: &'static str, help: &'static str| {
        Arg::new(name).long(told::dashed(name)).action(ArgAction::SetTrue).help(help)
    };
    let say = |chinese, english| language::say(language, chinese, english);
    let mut command = command.next_help_heading(say("经办", "Who and when"));
    command = command.arg(text("by", "NAME", say("经办人 [必填]", "Who does it [required]")));
    command = command.arg(text("at", "MOMENT", say("时间,不填则为现在", "When; now if left out")));
    let help = say("时间确属如此,不论相差多少", "The moment is meant, however far from all others");
    command = command.arg(flag("meant", help));
    if row.who.roles().contains(&Role::Unit) {
        let help = say("代表哪个单位,不填则为中心", "On behalf of this unit; else the centre");
        command = command.arg(text("unit", "NAME", help));
    }
    if row.who.roles().contains(&Role::Supervisor) {
        command = command.arg(flag("supervisor", say("代表督查部门", "On behalf of a supervisor")));
    }
    if row.on_ticket() {
        let help = say("所见版次,已有变动则不办", "The version seen: any other is a conflict");
        let seen = text("seen", "VERSION", help).value_parser(value_parser!(u32));
        command = command.arg(seen);
    }
    let help = say(
        "请求编号,重复提交只办一次;自行编号的写成 客户端#序号",
        "The request's own id, or client#number: again, it has one effect",
    );
    command = command.arg(text("request", "ID", help));
    command
        .arg(flag("dry_run", say("试行,不写入", "Print what would be written, and write nothing")))
}

/// Who asks, in which role and when, of a command whose options were added here.
pub(crate) fn stamp(matches: &ArgMatches, row: &CommandRow) -> Result<Stamp> {
    let text = |name: &str| matches.get_one::<String>(name);
    let by = text("by").cloned().unwrap_or_default();
    let at = moment(text("at").map(String::as_str))?;
    let roles = row.who.roles();
    let unit = roles.contains(&Role::Unit).then(|| text("unit")).flatten();
    let supervisor = roles.contains(&Role::Supervisor) && matches.get_flag("supervisor");
    let mut stamp = match (unit, supervisor) {
        (Some(unit), _) => Stamp::unit(unit, by, at),
        (None, true) => Stamp::supervisor(by, at),
        (None, false) => Stamp::centre(by, at),
    };
    if matches.get_flag("meant") {
        stamp = stamp.meant();
    }
    if let Some(seen) = row.on_ticket().then(|| matches.get_one::<u32>("seen")).flatten() {
        stamp = stamp.seen(*seen);
    }
    Ok(match text("request") {
        Some(id) => stamp.request(id),
        None => stamp,
    })
}
