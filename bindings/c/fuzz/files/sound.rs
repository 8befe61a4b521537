//! The sound files that are changed: a county of two units and eight tickets in several stages, and a
//! copy of it. Salts are seeded, so both are the same bytes every time.

use std::sync::OnceLock;

use gongdan::{
    Caller, ChannelKind, CloseOutcome, Command, Founding, Hotline, Intake, Moment, NewEntry,
    NewIssue, OfficeCommand, Options, Period, RegionId, Result, Satisfaction, Stamp, TicketId,
};

use super::places::{self, Place};
use super::{folder, put};

/// How the telephone numbers of the files begin.
pub(super) const CANARY: &str = "1380000111";

/// A sound file, and where its values lie.
pub(super) struct Sound {
    pub(super) bytes: Vec<u8>,
    pub(super) places: Vec<Place>,
}

struct Made {
    files: [Sound; 2],
    tickets: Vec<TicketId>,
}

/// The county, and its copy.
pub(super) fn files() -> &'static [Sound; 2] {
    &made().files
}

/// The tickets of the county.
pub(super) fn tickets() -> &'static [TicketId] {
    &made().tickets
}

fn made() -> &'static Made {
    static MADE: OnceLock<Made> = OnceLock::new();
    MADE.get_or_init(|| match make() {
        Ok(made) => made,
        Err(error) => unreachable!("a sound county is lived: {error}"),
    })
}

fn make() -> Result<Made> {
    let (first, second) = (folder().join("first.db"), folder().join("second.db"));
    for path in [&first, &second] {
        put(path, &[]);
        std::fs::remove_file(path).ok();
    }
    let mut hotline = found(&first)?;
    let tickets = (0..8).map(|index| live(&mut hotline, index)).collect::<Result<Vec<_>>>()?;
    let desk = stamp("2020-10-09 17:00")?;
    let (contacts, day) = (150, gongdan::parse_day("day", "2020-09-01")?);
    let counted = OfficeCommand::RecordContacts { channel: "来电".into(), day, count: contacts };
    hotline.office(&desk, counted)?;
    let as_of = Moment::parse_as_of("2020-10-09")?;
    let (year, number, period) = (2020, 9, Period::month(2020, 9)?);
    hotline.publish(
        &desk,
        &NewIssue { year, number, period, as_of, answers_for: None, imprint: None },
    )?;
    hotline.backup_to(&second)?;
    drop(hotline);
    let files = [first, second].map(|path| {
        let bytes = std::fs::read(path).unwrap_or_default();
        let places = places::of(&bytes);
        Sound { bytes, places }
    });
    Ok(Made { files, tickets })
}

fn found(path: &std::path::Path) -> Result<Hotline> {
    let desk = stamp("2020-08-31 09:00")?;
    let (name, office) = ("衡东县".into(), "县行政审批服务局".into());
    let founding = Founding { region: RegionId(430_424), name, office };
    let options = Options::new().seeded_salts(7);
    let mut hotline = Hotline::create_with(path, &founding, &desk, &options)?;
    for entry in [
        NewEntry::channel("来电", ChannelKind::Call),
        NewEntry::category("城市管理"),
        NewEntry::unit("县城管执法局").alias("城管局"),
        NewEntry::unit("县住建局"),
    ] {
        hotline.office(&desk, OfficeCommand::Add(entry))?;
    }
    Ok(hotline)
}

fn stamp(at: &str) -> Result<Stamp> {
    Ok(Stamp::centre("坐席07", Moment::parse("at", at)?))
}

/// A ticket, so far on its way as its number says.
fn live(hotline: &mut Hotline, index: usize) -> Result<TicketId> {
    let at = Moment::parse("at", &format!("2020-09-0{} 09:00", index + 1))?;
    let (desk, unit) = (Stamp::centre("坐席07", at), Stamp::unit("城管局", "李四", at));
    let caller = Caller::named("陶女士").phone(format!("{CANARY}{index}"));
    let intake = Intake::new("来电", format!("第{}件:路灯不亮", index + 1)).appeal("请尽快修复");
    let ticket = hotline.intake(&desk, &intake.category("城市管理").caller(caller))?.ticket;
    let steps = [
        (&desk, Command::transfer("县城管执法局")),
        (&unit, Command::SignOff),
        (&unit, Command::handle("已修复")),
        (&desk, Command::reached(Satisfaction::Satisfied)),
        (&desk, Command::close(CloseOutcome::Solved)),
        (&desk, Command::Reveal { reason: "核实".into() }),
        (&desk, Command::Erase { fields: Vec::new(), reason: "本人要求".into() }),
    ];
    for (stamp, command) in steps.iter().take(index) {
        hotline.execute(ticket, stamp, command)?;
    }
    Ok(ticket)
}
