//! Trees: over random lives in which units, categories and areas stand below one another, a parent is
//! the sum of what is below it, at every level, in figures, lists and tables alike.

use std::collections::BTreeSet;

use gongdan::{
    Basis, Cells, Command, Count, Datum, EntryId, Figures, Filter, Grouping, Hotline, Moment,
    NewEntry, OfficeCommand, Page, Period, Place, Question, RankingQuestion, Register, ScanOptions,
    Species, Stamp, Table,
};
use gongdan_tests::Dice;

use crate::lived::Lived;

const TREES: [(Species, Grouping); 3] = [
    (Species::Unit, Grouping::Unit),
    (Species::Category, Grouping::Category),
    (Species::Area, Grouping::Area),
];

fn register(hotline: &Hotline) -> Register {
    hotline.rulebook().expect("rules").register
}

fn new_entry(species: Species, name: &str) -> NewEntry {
    match species {
        Species::Unit => NewEntry::unit(name),
        Species::Category => NewEntry::category(name),
        _ => NewEntry::area(name),
    }
}

/// Two branches, one below the other, each with its 其他, and most of what there was below one of them.
fn planted(lived: &mut Lived, dice: &mut Dice) {
    let stamp = Stamp::centre("系统管理员", lived.now);
    for (species, _) in TREES {
        let before: Vec<EntryId> =
            register(&lived.hotline).all(species).map(|entry| entry.id).collect();
        for path in ["甲枝", "甲枝>乙枝", "甲枝>其他", "甲枝 -> 乙枝 / 其他"] {
            let add = OfficeCommand::Add(new_entry(species, path));
            lived.hotline.office(&stamp, add).expect("added");
        }
        for id in before {
            let register = register(&lived.hotline);
            let name = register.path(species, id, Moment::MAX);
            let branch = *dice.one_of(&["甲枝", "甲枝>乙枝", "甲枝>乙枝>其他"]);
            let parent = Some(register.find(species, branch).expect("a branch").id);
            let place = Place { parent, group: None, order: id.0 };
            if dice.chance(70) {
                let from = Moment::MIN;
                let put = OfficeCommand::Place { species, name, place, from };
                lived.hotline.office(&stamp, put).expect("placed");
            }
        }
    }
    reclassified(lived, dice, &stamp);
}

/// Some tickets go to one 其他, some to the other, some to a branch itself.
fn reclassified(lived: &mut Lived, dice: &mut Dice, stamp: &Stamp) {
    let all = lived.hotline.find(&Filter::new(), Page::all()).expect("tickets").tickets;
    for ticket in &all {
        if !dice.chance(40) {
            continue;
        }
        let path = *dice.one_of(&["甲枝>其他", "甲枝>乙枝>其他", "乙枝／其他", "乙枝", "甲枝"]);
        let command = Command::Reclassify { category: Some(path.to_owned()) };
        lived.hotline.execute(ticket.id, stamp, &command).expect("reclassified");
    }
}

fn asked(lived: &Lived, basis: Basis, by: Grouping, level: Option<u32>) -> Figures {
    let period = Period::parse("2020").expect("a period");
    let mut question = Question::new(period, lived.now).basis(basis).by(by);
    question.level = level;
    lived.hotline.figures(&question).expect("figures")
}

fn entry(id: i64) -> Option<EntryId> {
    u32::try_from(id).ok().map(EntryId)
}

#[test]
fn the_nearest_of_a_name_that_several_have_are_told_by_their_paths() {
    let folder = gongdan_tests::Folder::new("nearest");
    let mut hotline = gongdan_tests::found(&folder.file("h.db")).expect("a file");
    let stamp = Stamp::centre("系统管理员", gongdan_tests::at("2020-08-31 09:00"));
    for path in ["市政", "市政>其他类", "环卫", "环卫>其他类"] {
        hotline.office(&stamp, OfficeCommand::Add(NewEntry::category(path))).expect("added");
    }
    let wrong = register(&hotline).find(Species::Category, "其它类").expect_err("unknown");
    let gongdan::Problem::Unknown { nearest, .. } = &wrong.problem else { panic!("{wrong:?}") };
    assert_eq!(nearest[..2], ["市政>其他类", "环卫>其他类"]);
    assert!(nearest.iter().all(|name| register(&hotline).find(Species::Category, name).is_ok()));
}

/// The sums over the rows of single entries whose line goes through each key at a level.
fn parents_sum(lived: &Lived, basis: Basis, (species, by): (Species, Grouping), level: u32) {
    let (single, at_level) = (asked(lived, basis, by, None), asked(lived, basis, by, Some(level)));
    assert_eq!(single.total, at_level.total, "{by} {level}");
    let register = register(&lived.hotline);
    for row in &at_level.rows {
        let key = &row.keys[0];
        let under = |id: i64| match entry(id) {
            Some(id) => {
                let line = register.line(species, id, lived.now);
                let at = line.get(level as usize - 1).or(line.last());
                at.is_some_and(|at| i64::from(at.0) == key.id)
            }
            None => id == key.id,
        };
        let mut sum = at_level.total.clone().zeroed();
        single.rows.iter().filter(|row| under(row.keys[0].id)).for_each(|row| sum.add(&row.tally));
        assert_eq!(
            row.tally.clone().without_times(),
            sum.without_times(),
            "{} at {level}",
            key.name
        );
        let listed = lived.hotline.behind(&at_level, Some(row), Count::Accepted).expect("tickets");
        if basis == Basis::Cohort {
            assert_eq!(listed.len() as i64, row.tally.count(Count::Accepted), "{}", key.name);
        }
    }
}

/// What a filter by any entry finds is the sum of its branch.
fn lists_agree(lived: &Lived, (species, by): (Species, Grouping)) {
    let register = register(&lived.hotline);
    let single = asked(lived, Basis::Cohort, by, None);
    for each in register.all(species).filter(|each| each.merged.is_none()) {
        let path = register.path(species, each.id, lived.now);
        let filter = match species {
            Species::Category => Filter::new().category(path.as_str()),
            _ => Filter::new().area(path.as_str()),
        };
        let found = lived.hotline.find(&filter, Page::all()).expect("tickets");
        let below = |id: i64| {
            entry(id).is_some_and(|id| register.line(species, id, lived.now).contains(&each.id))
        };
        let rows = single.rows.iter().filter(|row| below(row.keys[0].id));
        let sum: i64 = rows.map(|row| row.tally.count(Count::Accepted)).sum();
        assert_eq!(found.total as i64, sum, "{path}");
        assert!(found.tickets.iter().all(|ticket| {
            let shown = if species == Species::Category { &ticket.category } else { &ticket.area };
            let id = shown.as_deref().map(|shown| register.find(species, shown));
            id.is_some_and(|found| below(i64::from(found.expect("a shown name finds it").id.0)))
        }));
    }
}

/// Figures, the table of tickets and the view call a category alike.
fn names_agree(lived: &Lived) {
    let single = asked(lived, Basis::Cohort, Grouping::Category, None);
    let keys = single.rows.iter().filter(|row| row.keys[0].id > 0);
    let keys: BTreeSet<String> = keys.map(|row| row.keys[0].name.clone()).collect();
    let options =
        ScanOptions { columns: Some(vec!["category".to_owned()]), ..ScanOptions::default() };
    let mut scanned = BTreeSet::new();
    let mut scan = lived.hotline.scan(Table::Tickets, &Filter::new(), &options).expect("a table");
    let words = scan.words()[0].clone();
    for chunk in scan.by_ref() {
        let Cells::Words(cells) = &chunk.expect("rows").columns[0] else { panic!("words") };
        scanned.extend(cells.iter().flatten().map(|place| words[*place as usize].clone()));
    }
    let view = "SELECT DISTINCT category FROM v1_tickets WHERE category IS NOT NULL";
    let rows = lived.hotline.query(view, &[], 10_000_000).expect("the view");
    let viewed: BTreeSet<String> = rows
        .rows
        .iter()
        .filter_map(|row| match &row[0] {
            Datum::Text(name) => Some(name.clone()),
            _ => None,
        })
        .collect();
    // What was merged keeps its own name in tables of single tickets.
    let register = register(&lived.hotline);
    let standing = |names: BTreeSet<String>| -> BTreeSet<String> {
        let name = |name: String| {
            let id = register.find(Species::Category, &name).expect("found by its path").id;
            let id = register.standing(Species::Category, id, lived.now);
            register.path(Species::Category, id, lived.now)
        };
        names.into_iter().map(name).collect()
    };
    assert_eq!(standing(scanned), keys);
    assert_eq!(standing(viewed), keys);
    assert!(keys.contains("甲枝>其他") && keys.contains("甲枝>乙枝>其他"), "{keys:?}");
}

/// A unit is ranked with all below it: by the counts of its row at that level, and no other unit is.
fn ranked_at_a_level(lived: &Lived, basis: Basis, level: u32) {
    let period = Period::parse("2020").expect("a period");
    let term = r#"{"name": "考", "from": 0, "base": 0, "terms": [{"figure": "in_time_rate", "points": 100}]}"#;
    let formula: gongdan::Formula = serde_json::from_str(term).expect("a formula");
    let asked = RankingQuestion::new(period, lived.now).basis(basis).formula(formula).level(level);
    let ranking = lived.hotline.rank(&asked).expect("a ranking");
    let figures = self::asked(lived, basis, Grouping::Unit, Some(level));
    let register = register(&lived.hotline);
    let units: Vec<_> = ranking.groups.iter().flat_map(|group| &group.units).collect();
    for unit in &units {
        let row = figures.rows.iter().find(|row| row.keys[0].id == unit.key.id);
        let told = row.map(|row| row.tally.clone()).unwrap_or_default();
        assert_eq!(unit.tally, told, "{} at {level}", unit.key.name);
        let id = entry(unit.key.id).expect("a unit");
        assert_eq!(register.at_level(Species::Unit, id, level, lived.now), id);
    }
    let listed = |id| units.iter().any(|unit| unit.key.id == id);
    assert!(figures.rows.iter().all(|row| listed(row.keys[0].id)), "every row is ranked");
}

/// Two schemes of codes, each beside the names of the other: the same category by its code in either.
#[test]
fn the_codes_of_one_scheme_lead_to_those_of_another() {
    let mut lived = Lived::new(174, 50);
    let stamp = Stamp::centre("系统管理员", lived.now);
    let mut office = |command| lived.hotline.office(&stamp, command).expect("done");
    for (path, codes) in [
        ("城市管理>路灯", &[("GB/T 39666", "030201"), ("市12345", "A17")][..]),
        ("城市管理>井盖", &[("GB/T 39666", "030202"), ("市12345", "A18")]),
        ("城市管理>广告", &[("GB/T 39666", "030203")]),
    ] {
        office(OfficeCommand::Add(NewEntry::category(path)));
        for (scheme, code) in codes {
            let [name, scheme] = [path, scheme].map(str::to_owned);
            let code = Some((*code).to_owned());
            office(OfficeCommand::Code { species: Species::Category, name, scheme, code });
        }
    }
    let leads = "SELECT ours.code, theirs.code, name FROM v1_codes AS ours JOIN v1_codes AS theirs USING (species, name) \
                 WHERE ours.scheme = 'GB/T 39666' AND theirs.scheme = ?1 ORDER BY ours.code";
    let asked = [Datum::Text("市12345".to_owned())];
    let rows = lived.hotline.query(leads, &asked, 1_000_000).expect("rows").rows;
    let text =
        |row: Vec<Datum>| row.into_iter().map(|each| format!("{each:?}")).collect::<Vec<_>>();
    let told: Vec<String> = rows.into_iter().flat_map(text).collect();
    let wanted = ["030201", "A17", "城市管理>路灯", "030202", "A18", "城市管理>井盖"];
    assert_eq!(told, wanted.map(|each| format!("{:?}", Datum::Text(each.to_owned()))));
}

#[test]
fn a_parent_is_the_sum_of_what_is_below_it_everywhere() {
    for seed in [171, 172, 173] {
        let (mut lived, mut dice) = (Lived::new(seed, 400), Dice::new(seed));
        planted(&mut lived, &mut dice);
        for tree in TREES {
            for basis in Basis::ALL {
                (1..=4).for_each(|level| parents_sum(&lived, *basis, tree, level));
            }
        }
        for level in 1..=3 {
            ranked_at_a_level(&lived, Basis::Cohort, level);
        }
        lists_agree(&lived, TREES[1]);
        lists_agree(&lived, TREES[2]);
        names_agree(&lived);
        let report = lived.hotline.verify(&mut |_, _| {}).expect("a report");
        assert_eq!(report.findings, [], "the rows are those of a replay");
    }
}
