//! A small county: four channels, seven categories in a tree, nine units in two groups, three
//! areas.

use std::path::Path;

use gongdan::{
    ChannelKind, Founding, Hotline, InspectionPoint, Moment, NewEntry, OfficeCommand, Options,
    Provision, RegionId, Result, Scope, Setting, Stamp, Value,
};

/// The names that the county starts with.
pub struct County;

impl County {
    /// Its channels.
    pub const CHANNELS: [&str; 4] = ["来电", "县长信箱", "市12345平台", "人民网留言板"];
    /// Its categories; the last stands below the first.
    pub const CATEGORIES: [&str; 7] =
        ["城乡建设", "环境保护", "交通运输", "劳动社保", "农业农村", "市场监管", "市政设施"];
    /// Its units.
    pub const UNITS: [&str; 9] = [
        "县城管执法局",
        "县住建局",
        "县交警大队",
        "县人社局",
        "县农业农村局",
        "洣水镇",
        "大浦镇",
        "新塘镇",
        "石湾镇",
    ];
    /// Its areas.
    pub const AREAS: [&str; 3] = ["城区", "东乡", "西乡"];

    /// The section of a unit.
    pub fn section(unit: usize) -> String {
        format!("第{unit}科")
    }

    /// Every entry it starts with.
    pub fn entries() -> Vec<NewEntry> {
        let kinds =
            [ChannelKind::Call, ChannelKind::Letter, ChannelKind::Platform, ChannelKind::Web];
        let channels = Self::CHANNELS.iter().zip(kinds);
        let mut entries: Vec<NewEntry> =
            channels.map(|(name, kind)| NewEntry::channel(name, kind)).collect();
        entries.extend(Self::CATEGORIES[..6].iter().map(|name| NewEntry::category(name)));
        entries.push(NewEntry::category(Self::CATEGORIES[6]).parent(Self::CATEGORIES[0]));
        entries.extend(Self::UNITS.iter().enumerate().map(|(index, name)| {
            NewEntry::unit(name).group(if index < 5 { "部门" } else { "乡镇" })
        }));
        entries.extend(Self::AREAS.iter().map(|name| NewEntry::area(name)));
        let sections = Self::UNITS.iter().enumerate();
        entries
            .extend(sections.map(|(nth, unit)| NewEntry::unit(&Self::section(nth)).parent(unit)));
        entries
    }
}

/// A moment written in Beijing time.
///
/// # Panics
/// When it is malformed.
pub fn at(text: &str) -> Moment {
    Moment::parse("at", text).expect("a moment")
}

/// The county's founding.
pub fn founding() -> Founding {
    Founding {
        region: RegionId(430_424),
        name: "衡东县".into(),
        office: "衡东县行政审批服务局".into(),
    }
}

/// Commands may lie as far from what happened so far as they like: these tests jump. What has ended is scored against a
/// sheet of one point.
fn rules() -> [OfficeCommand; 3] {
    let sheet = vec![InspectionPoint { name: "规范用语".into(), most: 20 }];
    let rules = [
        (Setting::LeapDays, Value::Number(0)),
        (Setting::FirstLeapDays, Value::Number(0)),
        (Setting::InspectionSheet, Value::Sheet(sheet)),
    ];
    rules.map(|(setting, value)| {
        let (from, scope) = (Moment::MIN, Scope::default());
        OfficeCommand::Provide(Provision { setting, from, scope, value })
    })
}

/// A new file of the county, founded on 2020-08-20 at eight.
///
/// # Errors
/// As [`Hotline::create_with`].
pub fn found_with(path: &Path, options: &Options) -> Result<Hotline> {
    let desk = Stamp::centre("坐席01", at("2020-08-20 08:00"));
    let mut hotline = Hotline::create_with(path, &founding(), &desk, options)?;
    hotline.batch(|batch| {
        let entries = County::entries().into_iter().map(OfficeCommand::Add);
        let mut commands = entries.chain(rules());
        commands.try_for_each(|command| batch.office(&desk, command).map(|_| ()))
    })?;
    Ok(hotline)
}

/// A new file of the county with default options.
///
/// # Errors
/// As [`Hotline::create`].
pub fn found(path: &Path) -> Result<Hotline> {
    found_with(path, &Options::new())
}
