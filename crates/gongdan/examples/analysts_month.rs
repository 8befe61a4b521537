//! An analyst's month: the figures by unit, a drill-down, the month before, a ranking, other rules, and the
//! bulletin.
//!
//!     cargo run -p gongdan --example analysts_month

use std::error::Error;

use gongdan::{
    Against, Count, Formula, Grouping, Hotline, Language, Limit, Measure, Moment, OtherRules,
    Period, Question, RankingQuestion, Rounding, Scope, Setting, Term, Value,
};
use gongdan_bulletin::{Bulletin, BulletinQuestion};
use gongdan_sample::City;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let city = City::new(7, 400, Period::month(2020, 9)?)?;
    let hotline = gongdan_sample::city_file(folder.path().join("h.db"), &city, &mut |_, _| ())?;
    let asked = Question::new(Period::month(2020, 9)?, Moment::parse_as_of("2020-10-09")?);
    by_unit(&hotline, &asked)?;
    ranking(&hotline, &asked)?;
    other_rules(&hotline, &asked)?;
    let issue = BulletinQuestion::new(asked.period, asked.as_of).issue()?;
    let bulletin = Bulletin::collect(&hotline, &issue)?;
    std::fs::write(folder.path().join("2020-09.md"), bulletin.document()?.markdown())?;
    println!("{}", bulletin.number);
    Ok(())
}

/// Every figure opens to its tickets, and what a basis does not define is none, never 0.
fn by_unit(hotline: &Hotline, asked: &Question) -> Result<(), Box<dyn Error>> {
    let figures = hotline.figures(&asked.clone().by(Grouping::Unit))?;
    let in_time = Measure::named("in_time_rate").ok_or("no such measure")?;
    for row in figures.rows.iter().take(5) {
        let late = row.tally.get(Count::HandledLate).ok_or("not defined")?;
        let rate = row.tally.measure(in_time).ok_or("not defined")?;
        let behind = hotline.behind(&figures, Some(row), Count::HandledLate)?;
        assert_eq!(behind.len(), usize::try_from(late)?, "a count is as long as its list");
        println!("{}  {late}  {}", row.keys[0].name, in_time.printed(&rate, Rounding::HalfUp));
    }
    let since = hotline.since(asked, Against::Before)?;
    println!("{} → {}", since.before.question.period, since.now.question.period);
    Ok(())
}

fn ranking(hotline: &Hotline, asked: &Question) -> gongdan::Result<()> {
    let term = |figure: &str, points| Term {
        figure: figure.to_owned(),
        points,
        at_least: None,
        at_most: None,
    };
    let terms = vec![term("in_time_rate", 100), term("open_late", -5)];
    let formula =
        Formula {
            name: "考核".to_owned(), from: Moment::MIN, base: 0, terms, grades: Vec::new()
        };
    let ranked = RankingQuestion::new(asked.period, asked.as_of).formula(formula);
    for group in hotline.rank(&ranked)?.groups {
        let best = group.units.first();
        let name = best.map_or("", |unit| unit.key.name.as_str());
        println!("{}: {name}", group.group.as_deref().unwrap_or("—"));
    }
    match hotline.figures(&asked.clone().seen(u64::MAX)) {
        Ok(_) => println!("all that was written is seen"),
        Err(no) => println!("{}", no.message(Language::English)),
    }
    Ok(())
}

/// What people did stays; every promise is worked out anew; the file is not changed.
fn other_rules(hotline: &Hotline, asked: &Question) -> Result<(), Box<dyn Error>> {
    let head = hotline.head()?;
    let three = Value::Limit(Limit::WorkingDays(3));
    let policy = hotline.rulebook()?.policy;
    let rules = OtherRules::default();
    let rules = rules.throughout(&policy, Setting::HandleLimit, Scope::default(), three);
    let both = hotline.what_if(asked, &rules)?;
    let [was, would_be] = [both.as_it_was, both.as_if]
        .map(|figures| figures.total.get(Count::HandledLate).unwrap_or_default());
    println!("{was} late, with three working days {would_be}");
    match head == hotline.head()? {
        true => Ok(()),
        false => Err("a question changed the file".into()),
    }
}

#[test]
fn the_month_is_asked() {
    main().expect("a month");
}
