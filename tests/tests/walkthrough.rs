//! The walkthrough: one story told through the library's face. Every language's face tells it, and
//! the transcripts are equal byte for byte (`tests/walkthrough.txt`).

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails should say so at once")]

use std::fmt::Write as _;
use std::path::Path;

use gongdan::{
    CallbackOutcome, ChannelKind, CloseOutcome, Command, Count, Error, Explained, Figures, Filter,
    Founding, Grouping, Hotline, Intake, Language, Limit, Measure, Moment, NewEntry, NewIssue,
    OfficeCommand, OtherRules, Page, Period, Provision, Question, Receipt, RegionId, Result, Row,
    Satisfaction, Scope, Setting, Stage, Stamp, TicketId, TicketView, Value,
};

/// The story while it is told.
struct Walk {
    hotline: Hotline,
    told: String,
}

#[test]
fn the_transcript_is_the_one_of_every_face() {
    let folder = tempfile::tempdir().unwrap();
    let told = Walk::begin(folder.path()).tell(folder.path());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("walkthrough.txt");
    if std::env::var_os("GONGDAN_WRITE_WALKTHROUGH").is_some() {
        std::fs::write(&path, &told).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), told);
}

fn at(text: &str) -> Moment {
    Moment::parse("at", text).unwrap()
}

fn centre(by: &str, moment: &str) -> Stamp {
    Stamp::centre(by, at(moment))
}

fn of_unit(unit: &str, by: &str, moment: &str) -> Stamp {
    Stamp::unit(unit, by, at(moment))
}

fn september() -> Question {
    let as_of = Moment::parse_as_of("2020-10-09").unwrap();
    Question::new(Period::parse("2020-09").unwrap(), as_of)
}

impl Walk {
    fn begin(folder: &Path) -> Self {
        let founding = Founding {
            region: RegionId(430_424),
            name: "衡东县".into(),
            office: "衡东县行政审批服务局".into(),
        };
        let founder = centre("管理员", "2020-09-01 08:00");
        let hotline = Hotline::create(folder.join("story.db"), &founding, &founder).unwrap();
        Self { hotline, told: String::new() }
    }

    fn say(&mut self, line: impl AsRef<str>) {
        writeln!(self.told, "{}", line.as_ref()).unwrap();
    }

    fn tell(mut self, folder: &Path) -> String {
        self.register();
        let lamp = self.main_path();
        self.returned();
        self.refusals(lamp);
        self.batches();
        self.difficult();
        self.promises(lamp);
        self.lists();
        self.figures();
        self.issue();
        self.other_rules();
        self.files(folder);
        self.told
    }

    fn register(&mut self) {
        self.say("== register");
        let entries = [
            NewEntry::channel("来电", ChannelKind::Call),
            NewEntry::channel("市12345平台", ChannelKind::Platform),
            NewEntry::category("城市管理"),
            NewEntry::category("供水供电"),
            NewEntry::unit("县城管执法局").alias("城管局").group("县直"),
            NewEntry::unit("县住建局").group("县直"),
            NewEntry::unit("草市镇人民政府").group("乡镇"),
        ];
        for entry in entries {
            let name = entry.name.clone();
            let stamp = centre("管理员", "2020-09-01 08:10");
            let written = self.hotline.office(&stamp, OfficeCommand::Add(entry)).unwrap();
            let events: Vec<&str> = written.iter().map(|each| each.event).collect();
            self.say(format!("{name}: {}", events.join(" ")));
        }
        let contacts = OfficeCommand::RecordContacts {
            channel: "来电".into(),
            day: gongdan::parse_day("day", "2020-09-24").unwrap(),
            count: 5,
        };
        let stamp = centre("值班长", "2020-09-25 08:00");
        let written = self.hotline.office(&stamp, contacts).unwrap();
        self.say(format!("contacts: {}", written[0].event));
    }

    fn done(&mut self, name: &str, done: Result<Receipt>) -> TicketId {
        match done {
            Ok(receipt) => {
                let events: Vec<&str> = receipt.entries.iter().map(|each| each.event).collect();
                self.say(format!(
                    "{name}: {} v{} {} [{}]{}",
                    receipt.number,
                    receipt.version,
                    receipt.stage,
                    events.join(" "),
                    if receipt.repeated { " repeated" } else { "" }
                ));
                receipt.ticket
            }
            Err(error) => {
                self.failed(name, &error);
                TicketId(0)
            }
        }
    }

    fn failed(&mut self, name: &str, error: &Error) {
        let kind = error.kind().word();
        match error.refusal() {
            Some(refusal) => {
                let allowed: Vec<&str> = refusal.allowed.iter().map(|verb| verb.word()).collect();
                let head =
                    format!("{name}: {kind} {} {} {}", refusal.code, refusal.stage, refusal.asked);
                self.say(format!("{head} [{}]", allowed.join(" ")));
            }
            None => self.say(format!("{name}: {kind}")),
        }
        self.say(format!("    {}", error.message(Language::Chinese)));
        self.say(format!("    {}", error.message(Language::English)));
    }

    fn execute(&mut self, name: &str, ticket: TicketId, stamp: Stamp, command: Command) {
        let done = self.hotline.execute(ticket, &stamp, &command);
        self.done(name, done);
    }

    fn main_path(&mut self) -> TicketId {
        self.say("== main path");
        let desk = centre("坐席07", "2020-09-24 16:50");
        let intake = Intake::new("来电", "路灯不亮").category("城市管理").appeal("三天没亮");
        let done = self.hotline.intake(&desk, &intake);
        let ticket = self.done("intake", done);
        let assign = centre("管理员", "2020-09-24 16:59");
        self.execute("transfer", ticket, assign, Command::transfer("城管局"));
        self.view(ticket);
        let unit = |moment| of_unit("县城管执法局", "李四", moment);
        let early = Command::handle("已修复");
        self.execute("handle unsigned", ticket, unit("2020-09-25 09:00"), early.clone());
        self.execute("sign off", ticket, unit("2020-09-25 09:10"), Command::SignOff);
        self.execute("handle", ticket, unit("2020-09-28 10:00"), early);
        let attempt = Command::Callback {
            outcome: CallbackOutcome::Reached,
            satisfaction: Some(Satisfaction::Dissatisfied),
            attitude: None,
            solved: Some(false),
        };
        self.execute("callback", ticket, centre("回访员", "2020-09-28 15:00"), attempt);
        let again = Command::Rework { reason: "仍有两盏不亮".into() };
        self.execute("rework", ticket, centre("回访员", "2020-09-28 15:05"), again);
        let repaired = Command::handle("全部修复");
        self.execute("handle again", ticket, unit("2020-09-29 11:00"), repaired);
        let pleased = Command::reached(Satisfaction::VerySatisfied);
        self.execute("callback", ticket, centre("回访员", "2020-09-29 15:00"), pleased);
        let solved = Command::close(CloseOutcome::Solved);
        self.execute("close", ticket, centre("回访员", "2020-09-29 15:10"), solved);
        self.view(ticket);
        ticket
    }

    fn view(&mut self, ticket: TicketId) {
        let view: TicketView = self.hotline.ticket(ticket).unwrap();
        let by = |moment: Option<Moment>| moment.map_or("-".to_owned(), |m| m.to_string());
        self.say(format!(
            "    {} {} {} {} sign_off_by {} handle_by {} late {} overdue {}",
            view.number,
            view.channel,
            view.category.as_deref().unwrap_or("-"),
            view.unit.as_deref().unwrap_or("-"),
            by(view.sign_off_by),
            by(view.handle_by),
            if view.handled_late { "yes" } else { "no" },
            if view.overdue(at("2020-10-09 12:00")) { "yes" } else { "no" },
        ));
    }

    fn returned(&mut self) {
        self.say("== returned");
        let intake = Intake::new("市12345平台", "水压不足").external("HY-7").category("供水供电");
        let desk = |moment| centre("坐席08", moment);
        let done = self.hotline.intake(&desk("2020-09-25 10:00"), &intake);
        let ticket = self.done("intake", done);
        let done = self.hotline.intake(&desk("2020-09-25 10:30"), &intake);
        self.done("intake again", done);
        let assign = centre("管理员", "2020-09-25 10:40");
        self.execute("transfer", ticket, assign, Command::transfer("县住建局"));
        let unit = of_unit("县住建局", "王五", "2020-09-25 11:00");
        let not_ours = Command::RequestReturn { reason: "不属我局".into() };
        self.execute("request return", ticket, unit, not_ours);
        let grant = Command::GrantReturn {
            to: Some("草市镇人民政府".into()),
            remark: Some("请镇里办理".into()),
        };
        self.execute("grant return", ticket, centre("管理员", "2020-09-25 14:00"), grant);
        self.view(ticket);
        for entry in self.hotline.history(ticket).unwrap() {
            let unit = entry.unit.as_deref().unwrap_or("-");
            self.say(format!(
                "    {} {} {} {} {}",
                entry.at,
                entry.event.word(),
                entry.event.term(),
                entry.by,
                unit
            ));
        }
    }

    fn refusals(&mut self, closed: TicketId) {
        self.say("== refusals");
        let stamp = || centre("管理员", "2020-09-30 09:00");
        self.execute("transfer closed", closed, stamp(), Command::transfer("县住建局"));
        let note = Command::Note { text: "补记".into() };
        let reopen = Command::Reopen { reason: "又坏了".into() };
        self.execute("reopen before", closed, centre("管理员", "2020-09-01 09:00"), reopen.clone());
        let stranger = of_unit("县住建局", "王五", "2020-09-30 09:00");
        self.execute("reopen by a unit", closed, stranger, reopen);
        let done = self.hotline.intake(&stamp(), &Intake::new("来店", "路灯不亮"));
        self.done("unknown channel", done);
        let done = self.hotline.intake(&stamp(), &Intake::new("来电", " "));
        self.done("no matter", done);
        self.execute("no ticket", TicketId(430_424_000_099_999), stamp(), note.clone());
        let guard = |stamp: &Stamp| stamp.clone().seen(2);
        let done = self.hotline.execute(closed, &guard(&stamp()), &note);
        self.done("stale", done);
        let guard = |stamp: &Stamp| stamp.clone().request("note-1");
        for name in ["note", "note sent twice"] {
            let done = self.hotline.execute(closed, &guard(&stamp()), &note);
            self.done(name, done);
        }
        let other = Command::Note { text: "别的话".into() };
        let done = self.hotline.execute(closed, &guard(&stamp()), &other);
        self.done("another under the same request", done);
    }

    fn batches(&mut self) {
        self.say("== batches");
        let desk = centre("坐席09", "2020-09-30 10:00");
        let intake = Intake::new("来电", "占道经营").category("城市管理");
        let trial = self.hotline.dry_run(|batch| {
            let ticket = batch.intake(&desk, &intake)?.ticket;
            batch.execute(ticket, &desk, &Command::transfer("城管局"))
        });
        let (receipt, entries) = trial.unwrap();
        let events: Vec<&str> = entries.iter().map(|each| each.event).collect();
        self.say(format!("dry run: {} {} [{}]", receipt.number, receipt.stage, events.join(" ")));
        let failed = self.hotline.batch(|batch| {
            let ticket = batch.intake(&desk, &intake)?.ticket;
            batch.execute(ticket, &desk, &Command::SignOff)
        });
        let error = failed.unwrap_err();
        self.failed("batch", &error);
        let answered = Command::ResolveOnline { answer: Some("已告知".into()) };
        let both = self.hotline.batch(|batch| {
            let first = batch.intake(&desk, &intake)?.ticket;
            let first = batch.execute(first, &desk, &Command::transfer("城管局"))?;
            let second = batch.intake(&desk, &Intake::new("来电", "咨询社保"))?.ticket;
            Ok((first, batch.execute(second, &desk, &answered)?))
        });
        let (first, second) = both.unwrap();
        self.done("batch", Ok(first));
        self.done("batch", Ok(second));
    }

    fn difficult(&mut self) {
        self.say("== difficult");
        let desk = centre("坐席09", "2020-09-30 11:00");
        let done = self.hotline.intake(&desk, &Intake::new("来电", "无主管道渗漏"));
        let ticket = self.done("intake", done);
        let assign = centre("管理员", "2020-09-30 11:05");
        self.execute("transfer", ticket, assign, Command::transfer("县住建局"));
        let unit = of_unit("县住建局", "王五", "2020-09-30 11:30");
        let not_ours = Command::RequestReturn { reason: "管道无主".into() };
        self.execute("request return", ticket, unit, not_ours);
        let stuck = Command::MarkDifficult { reason: "无单位承办".into() };
        self.execute("mark difficult", ticket, centre("管理员", "2020-09-30 16:00"), stuck);
        self.view(ticket);
    }

    fn promises(&mut self, lamp: TicketId) {
        self.say("== promises");
        let promises: Vec<Explained> = self.hotline.explain(lamp).unwrap();
        for promise in promises {
            let unit = promise.unit.unwrap_or_default();
            self.say(format!("{} {unit} by {}", promise.promise, promise.by));
            for line in &promise.days {
                let nth = line.ordinal.map_or("-".to_owned(), |nth| nth.to_string());
                self.say(format!("    {} {nth} {}", line.day, line.counted_ms));
            }
        }
    }

    fn lists(&mut self) {
        self.say("== lists");
        let overdue = Filter::new().overdue_on(at("2020-10-20 00:00"));
        let filters = [
            ("all", Filter::new()),
            ("overdue", overdue),
            ("closed", Filter::new().stage(Stage::Closed)),
            ("unit", Filter::new().unit("城管局")),
            ("text", Filter::new().text("水压")),
            ("difficult", Filter::new().difficult()),
        ];
        for (name, filter) in filters {
            let found = self.hotline.find(&filter, Page::all()).unwrap();
            let numbers: Vec<String> = found.tickets.into_iter().map(|each| each.number).collect();
            self.say(format!("{name}: {} {}", found.total, numbers.join(" ")));
        }
    }

    fn figures(&mut self) {
        self.say("== figures");
        let figures = self.hotline.figures(&september()).unwrap();
        let row = &figures.rows[0];
        for count in Count::ALL {
            if let Some(value) = row.tally.get(*count) {
                self.say(format!("{} {} {value}", count.word(), count.term()));
            }
        }
        self.rates(&figures);
        for by in [Grouping::Category, Grouping::Unit, Grouping::Channel] {
            let figures = self.hotline.figures(&september().by(by)).unwrap();
            self.say(format!("by {}", by.word()));
            for row in &figures.rows {
                self.row(&figures, row);
            }
        }
        let as_of = september().as_of;
        for (channel, contacts) in self.hotline.contacts(&september().period, as_of).unwrap() {
            self.say(format!("contacts {} {contacts}", channel.name));
        }
        let account = self.hotline.account(&september().period, as_of).unwrap();
        self.say(format!(
            "account {} + {} + {} = {} + {}",
            account.opening.len(),
            account.taken_in.len(),
            account.reopened.len(),
            account.ended.len(),
            account.carried_out.len()
        ));
    }

    fn rates(&mut self, figures: &Figures) {
        let rounding = self.hotline.rounding(figures.question.as_of).unwrap();
        for measure in gongdan::MEASURES {
            let Some(rate) = figures.total.measure(measure) else { continue };
            let printed = measure.printed(&rate, rounding);
            let rule = measure.rule;
            self.say(format!("{} {} {rate} {printed} ({rule})", measure.name, measure.term));
        }
    }

    fn row(&mut self, figures: &Figures, row: &Row) {
        let numbers = |count| -> String {
            let behind = self.hotline.behind(figures, Some(row), count).unwrap();
            let numbers: Vec<String> = behind.into_iter().map(|each| each.number).collect();
            numbers.join(" ")
        };
        let (accepted, pending) = (numbers(Count::Accepted), numbers(Count::Pending));
        let count = |count| row.tally.count(count);
        let line = format!(
            "    {}: accepted {} [{accepted}] pending {} [{pending}] returned {}",
            row.keys[0].name,
            count(Count::Accepted),
            count(Count::Pending),
            count(Count::Returned)
        );
        self.say(line);
    }

    fn issue(&mut self) {
        self.say("== issue");
        let new = NewIssue {
            year: 2020,
            number: 9,
            period: september().period,
            as_of: september().as_of,
            answers_for: None,
            imprint: None,
        };
        let editor = || centre("编辑", "2020-10-09 18:00");
        let issue = self.hotline.publish(&editor(), &new).unwrap();
        let published = &issue.published;
        self.say(format!(
            "published {} {} by {} seen {} difficult {} tables {}",
            published.year,
            published.number,
            issue.by,
            published.seen,
            published.difficult.len(),
            published.tables.len()
        ));
        let error = self.hotline.publish(&editor(), &new).unwrap_err();
        self.failed("publish again", &error);
        let compared = self.hotline.compare(2020, 9).unwrap();
        let intact = if compared.intact { "yes" } else { "no" };
        self.say(format!("intact {intact} corrections {}", compared.corrections.len()));
        let next = self.hotline.followed_up(Moment::parse_as_of("2020-11-09").unwrap()).unwrap();
        self.say(format!("followed up {}", next.len()));
    }

    fn other_rules(&mut self) {
        self.say("== other rules");
        let sooner = Provision {
            setting: Setting::HandleLimit,
            from: Moment::start_of(gongdan::parse_day("from", "2020-09-01").unwrap()),
            scope: Scope::default(),
            value: Value::Limit(Limit::WorkingDays(1)),
        };
        let other = OtherRules { provisions: vec![sooner], notices: Vec::new() };
        let both = self.hotline.what_if(&september(), &other).unwrap();
        let rate = |figures: &Figures| {
            let measure = Measure::named("in_time_rate").unwrap();
            figures.total.measure(measure).unwrap().to_string()
        };
        let late = |figures: &Figures| figures.total.count(Count::HandledLate);
        let (was, would_be) = (&both.as_it_was, &both.as_if);
        let line = format!(
            "handled late {} -> {}, in time {} -> {}",
            late(was),
            late(would_be),
            rate(was),
            rate(would_be)
        );
        self.say(line);
    }

    fn files(&mut self, folder: &Path) {
        self.say("== files");
        let verified = self.hotline.verify(&mut |_, _| {}).unwrap();
        self.say(format!(
            "verified {} events {} tickets {} findings",
            verified.events,
            verified.tickets,
            verified.findings.len()
        ));
        let copy = folder.join("copy.db");
        self.hotline.backup_to(&copy).unwrap();
        let copied = Hotline::open(&copy).unwrap();
        let same = copied.head().unwrap() == self.hotline.head().unwrap();
        self.say(format!("copy has the same head: {}", if same { "yes" } else { "no" }));
        let sql = "SELECT category, accepted FROM v1_by_category WHERE month = '2020-09'";
        let rows = self.hotline.query(sql, &[], 10_000_000).unwrap();
        for row in &rows.rows {
            let cells: Vec<String> = row.iter().map(shown).collect();
            self.say(format!("    {}", cells.join(" ")));
        }
        let error = self.hotline.query("DELETE FROM ticket", &[], 10_000_000).unwrap_err();
        self.failed("delete", &error);
    }
}

fn shown(datum: &gongdan::Datum) -> String {
    match datum {
        gongdan::Datum::Null => "-".to_owned(),
        gongdan::Datum::Integer(number) => number.to_string(),
        gongdan::Datum::Real(number) => number.to_string(),
        gongdan::Datum::Text(text) => text.clone(),
    }
}
