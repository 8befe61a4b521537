//! The office's reference data: named, aliased, dated, taken over, retired, never removed.

use gongdan_domain::{
    ChannelKind, Command, Day, DayKind, EntryId, Founding, Invalid, Moment, NewEntry, Notice,
    OfficeCommand, Place, Problem, RegionId, Rulebook, SpecialDay, Species, decide_office,
    parse_day,
};

use crate::story::{CITY, HOUSING, TOWN, TRAFFIC, ask_office, county, desk, given, moment};

const UNIT: Species = Species::Unit;

fn refused(rules: &Rulebook, command: OfficeCommand) -> Invalid {
    decide_office(rules, &command, &desk(moment("2020-01-02 08:00"))).unwrap_err()
}

fn merge(name: &str, into: &str, from: &str) -> OfficeCommand {
    let (name, into, from) = (name.to_owned(), into.to_owned(), moment(from));
    OfficeCommand::Merge { species: UNIT, name, into, from }
}

fn rename(name: &str, to: &str, from: &str) -> OfficeCommand {
    let (name, to, from) = (name.to_owned(), to.to_owned(), moment(from));
    OfficeCommand::Rename { species: UNIT, name, to, from }
}

fn below(name: &str, parent: EntryId) -> OfficeCommand {
    let place = Place { parent: Some(parent), group: None, order: 1 };
    OfficeCommand::Place { species: UNIT, name: name.into(), place, from: Moment::MIN }
}

fn id(rules: &Rulebook, name: &str) -> EntryId {
    rules.register.find(UNIT, name).unwrap().id
}

#[test]
fn a_file_is_founded_once_for_a_known_sort_of_region() {
    let rules = county();
    let again = rules.founding.clone().unwrap();
    assert_eq!(refused(&rules, OfficeCommand::Found(again.clone())).argument, "region");
    for region in [0, 99_999, 900_719] {
        let odd = Founding { region: RegionId(region), ..again.clone() };
        let no = refused(&Rulebook::default(), OfficeCommand::Found(odd));
        assert_eq!(no.problem, Problem::OutOfRange { from: 100_000, to: 900_718 });
    }
    let nameless = Founding { name: " ".into(), ..again };
    let no = refused(&Rulebook::default(), OfficeCommand::Found(nameless));
    assert_eq!(no, Invalid::new("name", Problem::Empty));
}

#[test]
fn an_alias_finds_the_same_unit() {
    let mut rules = county();
    let wardens = id(&rules, CITY);
    assert_eq!(id(&rules, " 城管局 "), wardens);
    let alias = |alias: &str| OfficeCommand::Alias {
        species: UNIT,
        name: "城管局".into(),
        alias: alias.into(),
    };
    ask_office(&mut rules, alias("城管"));
    assert_eq!(id(&rules, "城管"), wardens);
    assert_eq!(refused(&rules, alias(HOUSING)).argument, "alias");
    assert_eq!(refused(&rules, alias("城管")).argument, "alias");
}

#[test]
fn a_name_is_used_once() {
    let rules = county();
    let again = refused(&rules, OfficeCommand::Add(NewEntry::unit("城管局")));
    assert_eq!(again, Invalid::new("name", Problem::Duplicate { given: "城管局".into() }));
    let twice = NewEntry::unit("县水利局").alias("水利").alias(" 水利");
    assert_eq!(refused(&rules, OfficeCommand::Add(twice)).argument, "alias");
    let own = NewEntry::unit("县水利局").alias("县水利局 ");
    assert_eq!(refused(&rules, OfficeCommand::Add(own)).argument, "alias");
    let other = decide_office(
        &rules,
        &OfficeCommand::Add(NewEntry::area(TOWN)),
        &desk(moment("2020-01-02 08:00")),
    );
    assert!(other.is_ok(), "an area may be called like a unit");
}

#[test]
fn only_a_channel_has_a_channel_kind() {
    let rules = county();
    let mut kindless = NewEntry::channel("网站", ChannelKind::Web);
    kindless.channel_kind = None;
    assert_eq!(refused(&rules, OfficeCommand::Add(kindless)).argument, "channel_kind");
    let mut odd = NewEntry::unit("县水利局");
    odd.channel_kind = Some(ChannelKind::Web);
    assert_eq!(refused(&rules, OfficeCommand::Add(odd)).argument, "channel_kind");
}

#[test]
fn a_renaming_holds_from_its_date_and_the_old_name_still_finds_it() {
    let mut rules = county();
    ask_office(&mut rules, rename(CITY, "县综合执法局", "2021-01-01 00:00"));
    let wardens = id(&rules, CITY);
    assert_eq!(id(&rules, "县综合执法局"), wardens);
    let name = |at: &str| rules.register.name(UNIT, wardens, moment(at)).to_owned();
    assert_eq!(name("2020-12-31 23:59:59"), CITY);
    assert_eq!(name("2021-01-01 00:00"), "县综合执法局");
    assert_eq!(refused(&rules, rename(CITY, HOUSING, "2022-01-01 00:00")).argument, "to");
    ask_office(&mut rules, rename("县综合执法局", CITY, "2022-01-01 00:00"));
    assert_eq!(rules.register.name(UNIT, wardens, moment("2021-06-01 00:00")), "县综合执法局");
    assert_eq!(rules.register.name(UNIT, wardens, moment("2022-06-01 00:00")), CITY);
}

#[test]
fn a_renaming_of_an_earlier_date_leaves_the_later_one() {
    let mut rules = county();
    ask_office(&mut rules, rename(CITY, "县综合执法局", "2022-01-01 00:00"));
    ask_office(&mut rules, rename(CITY, "县城市执法局", "2021-01-01 00:00"));
    let name = |at: &str| rules.register.name(UNIT, id(&rules, CITY), moment(at)).to_owned();
    assert_eq!(name("2021-06-01 00:00"), "县城市执法局");
    assert_eq!(name("2022-06-01 00:00"), "县综合执法局");
}

#[test]
fn a_merger_holds_from_its_date_through_a_chain() {
    let mut rules = county();
    ask_office(&mut rules, merge(CITY, HOUSING, "2021-01-01 00:00"));
    ask_office(&mut rules, merge(HOUSING, TRAFFIC, "2022-01-01 00:00"));
    let stands = |at: &str| rules.register.standing(UNIT, id(&rules, CITY), moment(at));
    assert_eq!(stands("2020-12-31 23:59:59"), id(&rules, CITY));
    assert_eq!(stands("2021-01-01 00:00"), id(&rules, HOUSING));
    assert_eq!(stands("2022-01-01 00:00"), id(&rules, TRAFFIC));
    let active = rules.register.find_active(UNIT, "城管局", moment("2023-01-01 00:00")).unwrap();
    assert_eq!(active.id, id(&rules, TRAFFIC));
}

#[test]
fn mergers_form_no_ring_and_are_not_overwritten() {
    let mut rules = county();
    assert_eq!(refused(&rules, merge(CITY, "城管局", "2021-01-01 00:00")).argument, "into");
    ask_office(&mut rules, merge(CITY, HOUSING, "2021-01-01 00:00"));
    assert_eq!(refused(&rules, merge(HOUSING, CITY, "2022-01-01 00:00")).argument, "into");
    assert_eq!(refused(&rules, merge(CITY, TRAFFIC, "2022-01-01 00:00")).argument, "name");
    assert_eq!(refused(&rules, merge("月球", TRAFFIC, "2022-01-01 00:00")).argument, "unit");
}

#[test]
fn a_retirement_holds_from_its_date_and_removes_nothing() {
    let mut story = given().signed();
    let (name, from) = (CITY.to_owned(), moment("2020-09-04 00:00"));
    ask_office(&mut story.rules, OfficeCommand::Retire { species: UNIT, name, from });
    let at = |text: &str| story.rules.register.find_active(UNIT, "城管局", moment(text)).is_ok();
    assert!(at("2020-09-03 23:59:59") && !at("2020-09-04 00:00"));
    let story = story.at("2020-09-04 08:00").unit(CITY, Command::handle("已修复"));
    story.then(&["handled"]);
}

#[test]
fn the_old_name_prints_in_the_old_month_after_a_category_is_merged() {
    let mut rules = county();
    let species = Species::Category;
    let (name, into) = ("农业农村".to_owned(), "城市管理".to_owned());
    let from = moment("2021-01-01 00:00");
    ask_office(&mut rules, OfficeCommand::Merge { species, name, into, from });
    let old = rules.register.find(species, "农业农村").unwrap().id;
    let then = rules.register.standing(species, old, moment("2020-09-30 23:59:59"));
    assert_eq!(rules.register.name(species, then, moment("2020-09-30 23:59:59")), "农业农村");
    let now = rules.register.standing(species, old, from);
    assert_eq!(rules.register.name(species, now, from), "城市管理");
}

#[test]
fn places_are_dated_and_form_a_tree() {
    let mut rules = county();
    for (name, parent) in [(CITY, HOUSING), (HOUSING, TRAFFIC)] {
        let parent = id(&rules, parent);
        ask_office(&mut rules, below(name, parent));
    }
    let ring = refused(&rules, below(TRAFFIC, id(&rules, CITY)));
    assert_eq!(ring.argument, "parent");
    assert_eq!(refused(&rules, below(CITY, id(&rules, CITY))).argument, "parent");
    let nobody = refused(&rules, below(CITY, EntryId(999)));
    assert!(matches!(nobody.problem, Problem::Unknown { .. }));
    let place = rules.register.find(UNIT, CITY).unwrap().place(moment("2020-09-30 00:00"));
    assert_eq!(place.parent, Some(id(&rules, HOUSING)));
}

fn category(name: &str) -> OfficeCommand {
    OfficeCommand::Add(NewEntry::category(name))
}

#[test]
fn a_name_is_unique_under_what_it_stands_below_and_a_path_names_it_anywhere() {
    let (mut rules, species) = (county(), Species::Category);
    for path in ["城乡建设", "城乡建设>市政", "城乡建设>市政>其他", "城乡建设 > 其他"]
    {
        ask_office(&mut rules, category(path));
    }
    ask_office(&mut rules, OfficeCommand::Add(NewEntry::category("其他").parent("城乡建设>其他")));
    let found = |name: &str| rules.register.find(species, name);
    let path = |name: &str| rules.register.path(species, found(name).unwrap().id, Moment::MAX);
    for (typed, shown) in [
        ("城乡建设>市政>其他", "城乡建设>市政>其他"),
        ("城乡建设->市政/其他", "城乡建设>市政>其他"),
        ("市政＞其他", "城乡建设>市政>其他"),
        (" 城乡建设 / 其他 ", "城乡建设>其他"),
        ("其他>其他", "城乡建设>其他>其他"),
        ("市政", "城乡建设>市政"),
    ] {
        assert_eq!(path(typed), shown);
    }
    let several = found("其他").unwrap_err();
    let paths = ["城乡建设>市政>其他", "城乡建设>其他", "城乡建设>其他>其他"].map(str::to_owned);
    let given = "其他".to_owned();
    assert_eq!(several.problem, Problem::Ambiguous { given, paths: paths.to_vec() });
    assert!(matches!(found("市政>城乡建设").unwrap_err().problem, Problem::Unknown { .. }));
    assert_eq!(
        refused(&rules, category("城乡建设>市政>其他")).problem,
        Problem::Duplicate { given: "其他".into() }
    );
    ask_office(&mut rules, category("其他"));
    assert_eq!(
        rules.register.path(species, rules.register.find(species, "其他").unwrap().id, Moment::MAX),
        "其他"
    );
}

#[test]
fn what_moves_in_a_tree_takes_no_name_of_its_new_neighbours() {
    let (mut rules, species, from) = (county(), Species::Category, Moment::MIN);
    for path in ["城乡建设", "城乡建设>其他", "交通", "交通>其他", "交通>公路"]
    {
        ask_office(&mut rules, category(path));
    }
    let above = rules.register.find(species, "城乡建设").unwrap().id;
    let place = |name: &str| OfficeCommand::Place {
        species,
        name: name.into(),
        place: Place { parent: Some(above), group: None, order: 1 },
        from,
    };
    let no = refused(&rules, place("交通>其他"));
    assert_eq!(no, Invalid::new("parent", Problem::Duplicate { given: "其他".into() }));
    ask_office(&mut rules, place("交通>公路"));
    assert!(rules.register.find(species, "城乡建设>公路").is_ok());
    let rename =
        OfficeCommand::Rename { species, name: "公路".into(), to: "其他".into(), from };
    assert_eq!(refused(&rules, rename).argument, "to");
    let alias = OfficeCommand::Alias { species, name: "公路".into(), alias: "其他".into() };
    assert_eq!(refused(&rules, alias).argument, "alias");
}

#[test]
fn contacts_are_counted_apart_from_tickets() {
    let record = |count| OfficeCommand::RecordContacts {
        channel: "来电".into(),
        day: parse_day("day", "2020-09-30").unwrap(),
        count,
    };
    let mut rules = county();
    let events = ask_office(&mut rules, record(4630));
    assert_eq!(events.len(), 1);
    ask_office(&mut rules, record(-3));
    for count in [0, 1_000_001, -1_000_001, i64::MAX] {
        assert_eq!(refused(&rules, record(count)).argument, "count");
    }
}

fn notice(year: i32, published: &str) -> Notice {
    let published = parse_day("published", published).unwrap();
    let date = Day::from_ymd_opt(year, 5, 1).unwrap();
    let days = vec![SpecialDay { date, kind: DayKind::Holiday, name: "劳动节".into() }];
    Notice { year, published, source: "county office".into(), days }
}

#[test]
fn a_notice_is_adopted_once_and_opens_its_year() {
    let mut story = given();
    let adopt = || OfficeCommand::AdoptNotice(notice(2027, "2026-11-05"));
    ask_office(&mut story.rules, adopt());
    let before = story.rules.clone();
    assert_eq!(ask_office(&mut story.rules, adopt()), [], "loaded again it changes nothing");
    assert_eq!(story.rules.calendar, before.calendar);
    let story = story.at("2026-12-31 09:00").centre(Command::transfer(CITY)).ok();
    assert_eq!(story.ticket.legs[0].handle_by.to_string(), "2027-01-07 23:59:59");
    assert_eq!(story.ticket.legs[0].calendar as usize, story.rules.calendar.notices().len());
}

#[test]
fn an_amended_year_moves_no_limit_already_given() {
    let mut story = given().transferred();
    let before = story.ticket.legs[0].handle_by;
    ask_office(&mut story.rules, OfficeCommand::AdoptNotice(notice(2020, "2020-09-04")));
    let story = story.at("2020-09-04 09:00").unit(CITY, Command::SignOff).ok();
    assert_eq!(story.ticket.legs[0].handle_by, before);
}

#[test]
fn a_bad_notice_is_refused() {
    let rules = county();
    let nameless = Notice { source: String::new(), ..notice(2027, "2026-11-05") };
    assert_eq!(refused(&rules, OfficeCommand::AdoptNotice(nameless)).argument, "source");
    let empty = Notice { days: Vec::new(), ..notice(2027, "2026-11-05") };
    let no = refused(&rules, OfficeCommand::AdoptNotice(empty));
    assert_eq!(no, Invalid::new("days", Problem::Empty));
    let year = refused(&rules, OfficeCommand::AdoptNotice(notice(10_000, "2026-11-05")));
    assert_eq!(year.argument, "year");
}
