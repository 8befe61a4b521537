//! The harness: a county office, and a ticket that is told as a story.

use gongdan_domain::{
    Beside, Bound, CallbackOutcome, ChannelKind, CloseOutcome, Command, Decided, Denied, Fact,
    InspectionPoint, Intake, Invalid, Limit, Moment, NewEntry, OfficeCommand, OfficeEvent, Policy,
    Provision, Refusal, RefusalCode, RegionId, Rulebook, Satisfaction, Scope, Setting, Stamp,
    TextField, Ticket, TicketEvent, TicketId, UnitId, Value, china_notices, decide, decide_intake,
    decide_office,
};

pub(crate) const CITY: &str = "县城管执法局";
pub(crate) const HOUSING: &str = "县住建局";
pub(crate) const TRAFFIC: &str = "县交通运输局";
pub(crate) const TOWN: &str = "石滩乡人民政府";
/// A section of the city's wardens.
pub(crate) const SECTION: &str = "市政科";
pub(crate) const DESK: &str = "坐席07";

pub(crate) fn moment(text: &str) -> Moment {
    Moment::parse("at", text).unwrap()
}

/// The last millisecond of a day: where a day limit ends.
pub(crate) fn end_of(day: &str) -> Moment {
    Moment::parse_as_of(day).unwrap()
}

pub(crate) fn desk(at: Moment) -> Stamp {
    Stamp::centre(DESK, at)
}

/// A rulebook to which commands are put; one that is refused fails the test.
pub(crate) fn ask_office(rules: &mut Rulebook, command: OfficeCommand) -> Vec<OfficeEvent> {
    let stamp = desk(moment("2020-01-02 08:00"));
    let events = decide_office(rules, &command, &stamp).unwrap_or_else(|no| panic!("{no}"));
    events.iter().cloned().for_each(|event| rules.apply(event));
    events
}

/// A county whose citizens have a limit of their own, five working days.
pub(crate) fn county() -> Rulebook {
    let mut rules = default_county();
    provide(&mut rules, Setting::TotalLimit, days(5));
    provide(&mut rules, Setting::InspectionSheet, sheet(&[("规范用语", 20), ("办理答复", 80)]));
    rules
}

/// A sheet of points, each with its most.
pub(crate) fn sheet(points: &[(&str, u32)]) -> Value {
    let point = |(name, most): &(&str, u32)| InspectionPoint { name: (*name).into(), most: *most };
    Value::Sheet(points.iter().map(point).collect())
}

/// A county with four units, two channels, two categories, the default policy and China's
/// calendar.
pub(crate) fn default_county() -> Rulebook {
    let mut rules = Rulebook::default();
    let founding = gongdan_domain::Founding {
        region: RegionId(430_424),
        name: "衡东县".into(),
        office: "衡东县行政审批服务局".into(),
    };
    let mut commands = vec![OfficeCommand::Found(founding)];
    let entries = [
        NewEntry::unit(CITY).alias("城管局"),
        NewEntry::unit(HOUSING),
        NewEntry::unit(TRAFFIC),
        NewEntry::unit(TOWN),
        NewEntry::unit(SECTION).parent(CITY),
        NewEntry::category("城市管理"),
        NewEntry::category("农业农村"),
        NewEntry::channel("来电", ChannelKind::Call),
        NewEntry::channel("县委书记县长信箱", ChannelKind::Letter),
        NewEntry::area("石滩乡"),
    ];
    commands.extend(entries.map(OfficeCommand::Add));
    commands.extend(Policy::defaults().into_iter().map(OfficeCommand::Provide));
    commands.extend(china_notices().into_iter().map(OfficeCommand::AdoptNotice));
    commands.into_iter().for_each(|command| drop(ask_office(&mut rules, command)));
    rules
}

/// A provision for all tickets, from the beginning of time.
pub(crate) fn provide(rules: &mut Rulebook, setting: Setting, value: Value) {
    let provision = Provision { setting, from: Moment::MIN, scope: Scope::default(), value };
    ask_office(rules, OfficeCommand::Provide(provision));
}

pub(crate) fn days(days: u32) -> Value {
    Value::Limit(Limit::WorkingDays(days))
}

/// A ticket and everything that happened to it.
pub(crate) struct Story {
    pub(crate) rules: Rulebook,
    pub(crate) ticket: Ticket,
    pub(crate) events: Vec<(Moment, TicketEvent)>,
    pub(crate) at: Moment,
    pub(crate) main: Option<Ticket>,
    last: Result<Vec<Decided>, Denied>,
}

/// A ticket taken in on Thursday 2020-09-03 at 09:00.
pub(crate) fn given() -> Story {
    given_under(county())
}

pub(crate) fn given_under(rules: Rulebook) -> Story {
    given_of(rules, Intake::new("来电", "路灯不亮").category("城市管理"))
}

pub(crate) fn given_of(rules: Rulebook, intake: Intake) -> Story {
    let at = moment("2020-09-03 09:00");
    let decided = decide_intake(&rules, &intake, &desk(at), 1).unwrap();
    let TicketEvent::TakenIn(taken) = &decided.event else { panic!("no intake") };
    let ticket = Ticket::taken_in(TicketId::new(RegionId(430_424), 1), at, taken);
    let events = vec![(at, decided.event.clone())];
    Story { rules, ticket, events, at, main: None, last: Ok(vec![decided]) }
}

impl Story {
    /// From now on it is this moment.
    pub(crate) fn at(mut self, text: &str) -> Self {
        self.at = moment(text);
        self
    }

    /// Somebody asks; what is decided is applied at once.
    pub(crate) fn when(mut self, stamp: Stamp, command: Command) -> Self {
        let beside = Beside { main: self.main.as_ref(), facts: &self.events, kept: None };
        self.last = decide(&self.ticket, &command, &stamp, &self.rules, beside);
        for decided in self.last.clone().iter().flatten() {
            self.follow(decided.at.unwrap_or(stamp.at()), &decided.event);
        }
        self
    }

    /// One more event; after a correction the whole life is folded anew.
    pub(crate) fn follow(&mut self, at: Moment, event: &TicketEvent) {
        self.events.push((at, event.clone()));
        match event {
            TicketEvent::Corrected { .. } => {
                let events = self.events.iter().cloned();
                self.ticket = Ticket::fold(self.ticket.id, events).unwrap();
            }
            event => self.ticket.apply(at, event),
        }
    }

    /// Another ticket stands beside it, which a merger can name.
    pub(crate) fn beside(mut self, other: TicketId) -> Self {
        let TicketEvent::TakenIn(taken) = &self.events[0].1 else { panic!("no intake") };
        self.main = Some(Ticket::taken_in(other, self.at, taken));
        self
    }

    pub(crate) fn centre(self, command: Command) -> Self {
        let stamp = desk(self.at);
        self.when(stamp, command)
    }

    pub(crate) fn unit(self, unit: &str, command: Command) -> Self {
        let stamp = Stamp::unit(unit, "李四", self.at);
        self.when(stamp, command)
    }

    pub(crate) fn supervisor(self, command: Command) -> Self {
        let stamp = Stamp::supervisor("王五", self.at);
        self.when(stamp, command)
    }

    /// The last command was accepted with these events, by name; and the ticket equals the fold.
    #[track_caller]
    pub(crate) fn then(self, words: &[&str]) -> Self {
        match &self.last {
            Ok(decided) => {
                let got: Vec<_> = decided.iter().map(|each| each.event.word()).collect();
                assert_eq!(got, words);
            }
            Err(denied) => panic!("expected {words:?}, but: {denied}"),
        }
        let fold = Ticket::fold(self.ticket.id, self.events.iter().cloned());
        assert_eq!(fold.as_ref(), Some(&self.ticket));
        self
    }

    /// The last command was accepted, whatever the events.
    #[track_caller]
    pub(crate) fn ok(self) -> Self {
        let words: Vec<_> = self.last.iter().flatten().map(|each| each.event.word()).collect();
        self.then(&words)
    }

    #[track_caller]
    pub(crate) fn refused(self, code: RefusalCode) -> Self {
        assert_eq!(self.refusal().code, code);
        self
    }

    #[track_caller]
    pub(crate) fn refused_with(self, code: RefusalCode, bound: Bound) -> Self {
        assert_eq!((self.refusal().code, self.refusal().bound), (code, Some(bound)));
        self
    }

    #[track_caller]
    pub(crate) fn refusal(&self) -> &Refusal {
        match &self.last {
            Err(Denied::Refused(refusal)) => refusal,
            other => panic!("expected a refusal, got {other:?}"),
        }
    }

    #[track_caller]
    pub(crate) fn invalid(&self) -> &Invalid {
        match &self.last {
            Err(Denied::Invalid(invalid)) => invalid,
            other => panic!("expected a bad argument, got {other:?}"),
        }
    }

    pub(crate) fn is_refused(&self) -> bool {
        self.last.is_err()
    }

    /// The text that stands beside the first event of the last command.
    #[track_caller]
    pub(crate) fn text(&self) -> &str {
        let Ok(decided) = &self.last else { panic!("denied") };
        &decided.iter().flat_map(|each| &each.texts).next().unwrap().content
    }

    /// The sorts of text that stand beside what the last command decided.
    #[track_caller]
    pub(crate) fn fields(&self) -> Vec<TextField> {
        let Ok(decided) = &self.last else { panic!("denied") };
        decided.iter().flat_map(|each| &each.texts).map(|text| text.field).collect()
    }

    /// Transferred to the city's wardens at 09:00 on Thursday the 3rd.
    pub(crate) fn transferred(self) -> Self {
        self.centre(Command::transfer(CITY)).ok()
    }

    /// … and signed by them.
    pub(crate) fn signed(self) -> Self {
        self.transferred().unit(CITY, Command::SignOff).ok()
    }

    /// … and handled by them.
    pub(crate) fn handled(self) -> Self {
        self.signed().unit(CITY, Command::handle("已修复")).ok()
    }

    /// … and the citizen is satisfied, and the centre closes.
    pub(crate) fn closed(self) -> Self {
        self.handled().called(Satisfaction::Satisfied).centre(solved()).ok()
    }

    pub(crate) fn called(self, satisfaction: Satisfaction) -> Self {
        self.centre(Command::reached(satisfaction)).ok()
    }

    pub(crate) fn unit_id(&self, name: &str) -> UnitId {
        self.rules.register.find(gongdan_domain::Species::Unit, name).unwrap().id
    }
}

pub(crate) fn solved() -> Command {
    Command::close(CloseOutcome::Solved)
}

pub(crate) fn attempt(outcome: CallbackOutcome) -> Command {
    Command::callback(outcome)
}

pub(crate) fn joint(lead: &str, assisting: &[&str], remark: Option<&str>) -> Command {
    Command::Transfer {
        lead: lead.into(),
        assisting: assisting.iter().map(|name| (*name).to_owned()).collect(),
        remark: remark.map(str::to_owned),
    }
}

pub(crate) fn transfer_again(lead: &str) -> Command {
    joint(lead, &[], Some("属其职责"))
}

pub(crate) fn request_return() -> Command {
    Command::RequestReturn { reason: "不属本单位职责".into() }
}

pub(crate) fn grant_return() -> Command {
    Command::GrantReturn { to: None, remark: None }
}

pub(crate) fn grant_return_to(unit: &str) -> Command {
    Command::GrantReturn { to: Some(unit.into()), remark: Some("属其职责".into()) }
}

pub(crate) fn deny_return(forbid: bool) -> Command {
    Command::DenyReturn { reason: "属其职责".into(), forbid }
}

pub(crate) fn designate(unit: &str) -> Command {
    Command::Designate { unit: unit.into(), remark: Some("指定承办".into()) }
}

pub(crate) fn mark_difficult() -> Command {
    Command::MarkDifficult { reason: "无单位承办".into() }
}

pub(crate) fn extend(days: u32) -> Command {
    Command::RequestExtension { days, reason: "需采购配件".into() }
}

pub(crate) fn suspend() -> Command {
    Command::Suspend { reason: "待规划批复".into() }
}

pub(crate) fn report() -> Command {
    Command::Report { result: "已核实".into() }
}

pub(crate) fn excuse(unit: &str) -> Command {
    Command::Excuse { unit: unit.into() }
}

pub(crate) fn send_back() -> Command {
    Command::SendBack { reason: "答复不实".into() }
}

pub(crate) fn rework() -> Command {
    Command::Rework { reason: "群众不满意".into() }
}

pub(crate) fn terminate() -> Command {
    Command::Terminate { reason: "诉求人撤回".into() }
}

pub(crate) fn withdraw() -> Command {
    Command::Withdraw { reason: "诉求人撤回".into() }
}

pub(crate) fn redispatch(unit: &str) -> Command {
    Command::Redispatch { to: unit.into(), remark: "职责调整".into() }
}

pub(crate) fn forward(section: &str, days: u32) -> Command {
    Command::Forward { section: section.into(), days }
}

pub(crate) fn ask_exempt() -> Command {
    Command::AskExempt { reason: "职责在上级部门".into() }
}

pub(crate) fn exempt(unit: &str) -> Command {
    Command::Exempt { unit: unit.into(), reason: "不可抗力".into() }
}

pub(crate) fn unexempt(unit: &str) -> Command {
    Command::Unexempt { unit: unit.into(), reason: "理由不成立".into() }
}

pub(crate) fn reopen() -> Command {
    Command::Reopen { reason: "路灯又坏了".into() }
}

/// The true moment of the last fact of a kind.
pub(crate) fn correct(fact: Fact, moment_text: &str) -> Command {
    let (no, moment) = (None, moment(moment_text));
    Command::Correct { fact, no, moment, reason: "补录".into() }
}

pub(crate) fn reschedule() -> Command {
    Command::Reschedule { reason: "时限调整".into() }
}
