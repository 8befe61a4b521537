//! What is asked of a hostile file: every question once, or one sort of them, and a few commands.

use std::path::Path;

use gongdan::{
    Against, Command, Filter, Finding, Grouping, Hotline, Intake, Moment, Page, Period, Question,
    Result, ScanOptions, Stamp, Table, TicketId,
};
use gongdan_bulletin::{Bulletin, BulletinQuestion};
use gongdan_tables::{Labels, TableStream};

use super::options;
use super::sound::tickets;

/// How many sorts of questions there are.
const SORTS: u8 = 10;
const TABLES: [Table; 5] =
    [Table::Tickets, Table::Assignments, Table::Events, Table::Contacts, Table::Callbacks];
const VIEWS: [&str; 5] = [
    "SELECT * FROM v1_tickets",
    "SELECT * FROM v1_events",
    "SELECT * FROM v1_by_category",
    "SELECT * FROM v1_by_unit",
    "SELECT * FROM v1_contacts",
];

/// Opens a file to read, and asks one sort of questions.
pub(super) fn reading(file: &Path, what: u8) -> Result<()> {
    let hotline = Hotline::open_with(file, &options().read_only())?;
    one_sort(&hotline, what)
}

/// One sort of questions, then commands, then whether the file is sound.
pub(super) fn writing(hotline: &mut Hotline, what: u8) -> Result<()> {
    let asked = one_sort(hotline, what);
    let desk = Stamp::centre("坐席07", at("2021-01-02 09:00")?);
    let written = hotline.intake(&desk, &Intake::new("来电", "路灯不亮")).map(drop);
    let note = Command::Note { text: "已联系".into() };
    let noted = tickets()[usize::from(what) % 4..].iter().try_for_each(|id| {
        hotline.execute(*id, &desk, &note)?;
        hotline.execute(*id, &desk, &Command::Recall).map(drop)
    });
    let verified = hotline.verify(&mut |_, _| {}).map(drop);
    asked.and(written).and(noted).and(verified)
}

/// Saves what can be saved to a new file, which is sound then but for the texts that were lost.
pub(super) fn salvage(from: &Path, to: &Path) -> Result<()> {
    std::fs::remove_file(to).ok();
    let saved = Hotline::salvage(from, to)?;
    let found = Hotline::open_with(to, &options().read_only())?.verify(&mut |_, _| {})?.findings;
    let lost = |finding: &Finding| saved.texts_lost > 0 && finding.kind == "text";
    assert!(found.iter().all(lost), "what was saved is sound: {saved:?}, {found:?}");
    Ok(())
}

fn one_sort(hotline: &Hotline, what: u8) -> Result<()> {
    match what % SORTS {
        0 => hotline.verify(&mut |_, _| {}).map(drop),
        1 => lists(hotline),
        2 => figures(hotline, what / SORTS),
        3 => office(hotline),
        4 => hotline.query(VIEWS[usize::from(what / SORTS) % 5], &[], 200_000).map(drop),
        5 => tickets().iter().try_for_each(|id| one(hotline, *id)),
        6 => bulletin(hotline),
        7 => TABLES.into_iter().try_for_each(|table| rows(hotline, table)),
        8 => issues(hotline),
        _ => persons(hotline),
    }
}

fn at(text: &str) -> Result<Moment> {
    Ok(Moment::parse("at", text)?)
}

fn month() -> Result<Period> {
    Ok(Period::parse("2020-09")?)
}

fn question() -> Result<Question> {
    Ok(Question::new(month()?, at("2020-10-09 23:59")?))
}

fn lists(hotline: &Hotline) -> Result<()> {
    hotline.find(&Filter::new(), Page::all())?;
    hotline.find(&Filter::new().text("灯").open(), Page::first(3))?;
    let late = Filter::new().unit("县城管执法局").overdue_on(at("2020-10-01 00:00")?);
    hotline.find(&late, Page::first(20)).map(drop)
}

fn figures(hotline: &Hotline, how: u8) -> Result<()> {
    let by = [Grouping::Unit, Grouping::Category, Grouping::Channel][usize::from(how) % 3];
    match how / 3 % 4 {
        0 => hotline.since(&question()?, Against::Before).map(drop),
        1 => hotline.figures(&question()?.by(by).seen(60_u64)).map(drop),
        _ => hotline.figures(&question()?.by(by)).map(drop),
    }
}

fn office(hotline: &Hotline) -> Result<()> {
    let (period, as_of) = (month()?, at("2020-10-09 23:59")?);
    hotline.rulebook()?;
    hotline.founder()?;
    hotline.health()?;
    let (last, _) = hotline.head()?;
    hotline.hash_at(last)?;
    hotline.contacts(&period, as_of)?;
    hotline.account(&period, as_of).map(drop)
}

fn one(hotline: &Hotline, id: TicketId) -> Result<()> {
    hotline.ticket(id)?;
    hotline.history(id)?;
    hotline.explain(id)?;
    hotline.texts(id)?;
    hotline.caller(id).map(drop)
}

fn bulletin(hotline: &Hotline) -> Result<()> {
    let issue = BulletinQuestion::new(month()?, at("2020-10-09 23:59")?).issue()?;
    let bulletin = Bulletin::collect(hotline, &issue)?;
    let made =
        bulletin.document().map(|document| document.markdown().len() + document.html().len());
    let is_made = made.is_ok_and(|made| made > 0);
    assert!(is_made && bulletin.json().is_ok(), "a bulletin that was collected is written");
    Ok(())
}

fn rows(hotline: &Hotline, table: Table) -> Result<()> {
    let (filter, options) = (Filter::new(), ScanOptions::default());
    hotline.scan(table, &filter, &options)?.try_for_each(|chunk| chunk.map(drop))?;
    let columns = TableStream::open(hotline, table, &filter, &options, Labels::Headings)?;
    assert!(columns.take(8).all(|batch| batch.is_ok()), "rows that are read become columns");
    Ok(())
}

fn issues(hotline: &Hotline) -> Result<()> {
    for issue in hotline.issues()? {
        hotline.compare(issue.published.year, issue.published.number)?;
    }
    hotline.issue_before(&question()?).map(drop)
}

fn persons(hotline: &Hotline) -> Result<()> {
    hotline.reveals(None, &Period::parse("2020")?)?;
    hotline.retention(at("2030-01-01 00:00")?, 12)?;
    hotline.followed_up(at("2020-10-09 23:59")?)?;
    hotline.cases_of(&question()?).map(drop)
}
