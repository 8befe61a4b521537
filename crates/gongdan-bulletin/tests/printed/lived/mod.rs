//! A month of fourteen tickets, each on another path, lived through the hotline's commands.
#![allow(dead_code, clippy::unwrap_used, reason = "shared by several tests; a panic is a failure")]

use std::path::PathBuf;

use gongdan::{
    ChannelKind, CloseOutcome, Command, Founding, Hotline, Intake, Moment, NewEntry, OfficeCommand,
    Period, RegionId, Satisfaction, Stamp, TicketId, parse_day,
};
use gongdan_bulletin::{Bulletin, BulletinQuestion, Edition};

pub(crate) const DESK: &str = "坐席07";
/// A category whose name tries to break a table.
pub(crate) const BUILDING: &str = "城乡|建设`*<b>";
pub(crate) const CITY: &str = "城市管理";
pub(crate) const POWER: &str = "生活用电";

/// A file of its own, gone with the test.
pub(crate) struct Lived {
    pub hotline: Hotline,
    folder: PathBuf,
}

impl Drop for Lived {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.folder).ok();
    }
}

pub(crate) fn at(text: &str) -> Moment {
    Moment::parse("at", text).unwrap()
}

pub(crate) fn september(as_of: &str) -> Edition {
    BulletinQuestion::new(Period::month(2020, 9).unwrap(), Moment::parse_as_of(as_of).unwrap())
        .to("县“四大家”主要负责人")
        .to("<i>县人大</i>")
        .copies("热线各成员单位")
        .remarks("- 请各单位|重视")
        .issue()
        .unwrap()
}

impl Lived {
    /// A new file with reference data and no ticket.
    pub(crate) fn empty(name: &str) -> Self {
        let name = format!("gongdan-bulletin-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        let founding = Founding {
            region: RegionId(430_424),
            name: "衡东县".into(),
            office: "衡东县行政审批服务局".into(),
        };
        let founder = Stamp::centre("系统管理员", at("2020-08-01 09:00"));
        let hotline = Hotline::create(folder.join("month.db"), &founding, &founder).unwrap();
        let mut lived = Self { hotline, folder };
        let entries = [
            NewEntry::channel("来电", ChannelKind::Call),
            NewEntry::channel("书记信箱", ChannelKind::Letter),
            NewEntry::channel("市平台", ChannelKind::Platform),
            NewEntry::category(CITY),
            NewEntry::category(BUILDING),
            NewEntry::category(POWER),
            NewEntry::unit("县城管执法局").alias("城管局"),
            NewEntry::unit("县住建局"),
            NewEntry::unit("电力公司"),
        ];
        entries.into_iter().for_each(|entry| lived.office("2020-08-01 09:00", entry));
        lived
    }

    /// The whole month.
    pub(crate) fn month(name: &str) -> Self {
        let mut lived = Self::empty(name);
        lived.carried_over();
        lived.contacts();
        lived.at_the_centre();
        lived.at_the_units();
        lived
    }

    pub(crate) fn bulletin(&self, issue: &Edition) -> Bulletin {
        Bulletin::collect(&self.hotline, issue).unwrap()
    }

    fn office(&mut self, when: &str, entry: NewEntry) {
        let stamp = Stamp::centre("系统管理员", at(when));
        self.hotline.office(&stamp, OfficeCommand::Add(entry)).unwrap();
    }

    pub(crate) fn add_unit(&mut self, name: &str, group: &str) {
        self.office("2020-08-02 09:00", NewEntry::unit(name).group(group));
    }

    pub(crate) fn category(&mut self, when: &str, name: &str) {
        self.office(when, NewEntry::category(name));
    }

    fn contacts(&mut self) {
        let stamp = Stamp::centre("值班长", at("2020-09-30 20:00"));
        for (channel, day, count) in [
            ("来电", "2020-09-01", 20),
            ("来电", "2020-09-30", 5),
            ("书记信箱", "2020-09-01", 3),
            ("市平台", "2020-09-01", 2),
            ("来电", "2020-10-01", 7),
        ] {
            let day = parse_day("day", day).unwrap();
            let command = OfficeCommand::RecordContacts { channel: channel.into(), day, count };
            self.hotline.office(&stamp, command).unwrap();
        }
    }

    pub(crate) fn take_in(&mut self, when: &str, intake: Intake) -> TicketId {
        self.hotline.intake(&Stamp::centre(DESK, at(when)), &intake).unwrap().ticket
    }

    fn call(&mut self, matter: &str, category: Option<&str>) -> TicketId {
        let mut intake = Intake::new("来电", matter);
        intake.category = category.map(str::to_owned);
        self.take_in("2020-09-01 09:00", intake)
    }

    pub(crate) fn centre(&mut self, id: TicketId, when: &str, command: Command) {
        self.hotline.execute(id, &Stamp::centre(DESK, at(when)), &command).unwrap();
    }

    pub(crate) fn unit(&mut self, id: TicketId, unit: &str, when: &str, command: Command) {
        self.hotline.execute(id, &Stamp::unit(unit, "经办人", at(when)), &command).unwrap();
    }

    /// Transferred on 1 September and signed off in time.
    fn signed(&mut self, id: TicketId, unit: &str) {
        self.centre(id, "2020-09-01 09:30", Command::transfer(unit));
        self.unit(id, unit, "2020-09-01 10:00", Command::SignOff);
    }

    fn handled(&mut self, id: TicketId, unit: &str, when: &str) {
        self.signed(id, unit);
        self.unit(id, unit, when, Command::handle("已处理"));
    }

    /// An August ticket that no unit took.
    fn carried_over(&mut self) {
        let id = self.take_in("2020-08-25 09:00", Intake::new("来电", "河道清淤"));
        self.centre(id, "2020-08-25 09:30", Command::transfer("县住建局"));
        let reason = "河道*不归*住建管".into();
        self.unit(id, "县住建局", "2020-08-26 09:00", Command::RequestReturn { reason });
        let reason = "权属不清".into();
        self.centre(id, "2020-08-27 09:00", Command::MarkDifficult { reason });
    }

    /// 0001 to 0004: answered online with and without a category, rejected, waiting.
    fn at_the_centre(&mut self) {
        let online = self.call("问社保窗口电话", None);
        self.centre(online, "2020-09-01 09:05", Command::ResolveOnline { answer: None });
        let letter = Intake::new("书记信箱", "问公园开放时间").category(CITY);
        let letter = self.take_in("2020-09-01 09:00", letter);
        self.centre(letter, "2020-09-01 09:05", Command::ResolveOnline { answer: None });
        let rejected = self.call("无诉求", Some(CITY));
        let reason = "不属受理范围".into();
        self.centre(rejected, "2020-09-01 09:05", Command::Reject { reason });
        self.call("待核实事项", None);
    }

    /// 0005 to 0013, and 20200929-0001.
    fn at_the_units(&mut self) {
        let main = self.satisfied_and_typical();
        self.late_and_closed();
        self.in_rework();
        self.open_late();
        self.awaiting_callback();
        self.difficult();
        self.merged(main);
        self.recalled();
        self.late_and_awaiting_closure();
        let intake = Intake::new("市平台", "线路巡检").category(POWER);
        let in_time = self.take_in("2020-09-29 09:00", intake);
        self.centre(in_time, "2020-09-29 09:30", Command::transfer("电力公司"));
        self.unit(in_time, "电力公司", "2020-09-29 10:00", Command::SignOff);
    }

    /// 0005: closed, satisfied, picked with hostile texts.
    fn satisfied_and_typical(&mut self) -> TicketId {
        let id = self.call("路灯不亮", Some(CITY));
        self.handled(id, "城管局", "2020-09-03 09:00");
        let satisfied = Command::reached(Satisfaction::VerySatisfied);
        self.centre(id, "2020-09-04 09:00", satisfied);
        self.centre(id, "2020-09-04 09:10", Command::close(CloseOutcome::Solved));
        let typical = Command::Feature {
            featured: true,
            title: Some("路灯|<script>alert(1)</script>".into()),
            appeal: Some("市民来电`反映`\n\n# 路灯\n| a | b |\n不亮".into()),
            handling: Some("[已修](javascript:alert(1))\r\n---\r\n&lt;完&gt;".into()),
        };
        self.centre(id, "2020-09-05 09:00", typical);
        id
    }

    /// 0006: handled on 9 September, a day after the limit; not satisfied; closed.
    fn late_and_closed(&mut self) {
        let id = self.call("占道经营", Some(CITY));
        self.handled(id, "城管局", "2020-09-09 09:00");
        self.centre(id, "2020-09-10 09:00", Command::reached(Satisfaction::Dissatisfied));
        self.centre(id, "2020-09-10 09:10", Command::close(CloseOutcome::Explained));
    }

    /// 0007: handled in time, not satisfied, sent for rework.
    fn in_rework(&mut self) {
        let id = self.call("下水道塌陷", Some(BUILDING));
        self.handled(id, "县住建局", "2020-09-03 09:00");
        self.centre(id, "2020-09-29 09:00", Command::reached(Satisfaction::Dissatisfied));
        self.centre(id, "2020-09-29 09:10", Command::Rework { reason: "未修好".into() });
    }

    /// 0008: signed off late, never handled.
    fn open_late(&mut self) {
        let id = self.call("违章搭建", Some(BUILDING));
        self.centre(id, "2020-09-01 09:30", Command::transfer("县住建局"));
        self.unit(id, "县住建局", "2020-09-03 09:00", Command::SignOff);
    }

    /// 0009: confidential, handled, picked without an editor's text.
    fn awaiting_callback(&mut self) {
        let intake = Intake::new("来电", "举报偷电").appeal("邻居张三偷电").category(POWER);
        let id = self.take_in("2020-09-01 09:00", intake.confidential());
        self.handled(id, "电力公司", "2020-09-03 09:00");
        self.centre(id, "2020-09-05 09:00", Command::feature(true));
    }

    /// 0010: returned by the unit, nobody takes it.
    fn difficult(&mut self) {
        let intake = Intake::new("市平台", "三不管|地带").appeal("垃圾无人清理").category(CITY);
        let id = self.take_in("2020-09-01 09:00", intake);
        self.signed(id, "城管局");
        let reason = "不属<城管>管辖".into();
        self.unit(id, "城管局", "2020-09-02 09:00", Command::RequestReturn { reason });
        let reason = "两家均不受理".into();
        self.centre(id, "2020-09-03 09:00", Command::MarkDifficult { reason });
    }

    /// 0011: merged while a unit had it.
    fn merged(&mut self, main: TicketId) {
        let intake = Intake::new("书记信箱", "路灯又不亮").category(BUILDING);
        let id = self.take_in("2020-09-01 09:00", intake);
        self.centre(id, "2020-09-01 09:30", Command::transfer("县住建局"));
        self.centre(id, "2020-09-01 11:00", Command::Merge { main });
    }

    /// 0012: taken back before the unit signed.
    fn recalled(&mut self) {
        let id = self.call("树枝遮挡", Some(CITY));
        self.centre(id, "2020-09-01 09:30", Command::transfer("城管局"));
        self.centre(id, "2020-09-01 09:40", Command::Recall);
    }

    /// 0013: handled a day late, called back, not closed.
    fn late_and_awaiting_closure(&mut self) {
        let id = self.call("电压低", Some(POWER));
        self.handled(id, "电力公司", "2020-09-09 09:00");
        self.centre(id, "2020-09-10 09:00", Command::reached(Satisfaction::Satisfied));
    }
}
