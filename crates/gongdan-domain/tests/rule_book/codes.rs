//! Codes of schemes beside names: usable wherever a name is, one entry each, several schemes side by side.

use gongdan_domain::{
    Command, NewEntry, OfficeCommand, OfficeEvent, Problem, Rulebook, Species, decide_office,
};

use crate::story::{ask_office, county, desk, given_under, moment};

const CATEGORY: Species = Species::Category;

fn bear(name: &str, scheme: &str, code: Option<&str>) -> OfficeCommand {
    let (name, scheme) = (name.to_owned(), scheme.to_owned());
    OfficeCommand::Code { species: CATEGORY, name, scheme, code: code.map(str::to_owned) }
}

/// 其他 of two branches, each with its code, in two schemes.
fn coded() -> Rulebook {
    let mut rules = county();
    for path in ["城乡建设", "城乡建设>其他", "城乡建设>市政", "城市管理>其他"]
    {
        ask_office(&mut rules, OfficeCommand::Add(NewEntry::category(path)));
    }
    for (name, scheme, code) in [
        ("城乡建设", "GB/T 39666", "010000"),
        ("城乡建设>其他", "GB/T 39666", "019900"),
        ("城市管理>其他", "GB/T 39666", "029900"),
        ("城乡建设>其他", "DB44/T 2479", "A-99"),
        ("城市管理", "DB44/T 2479", "019900"),
    ] {
        ask_office(&mut rules, bear(name, scheme, Some(code)));
    }
    rules
}

fn named(rules: &Rulebook, given: &str) -> Result<String, Problem> {
    let found = rules.register.find(CATEGORY, given).map_err(|wrong| wrong.problem)?;
    Ok(rules.register.path(CATEGORY, found.id, moment("2020-09-03 09:00")))
}

#[test]
fn a_code_names_its_entry_and_leads_from_one_scheme_to_another() {
    let rules = coded();
    for given in
        ["A-99", "GB/T 39666:019900", "ＧＢ／Ｔ ３９６６６：０１９９００", " 城乡建设/其他"]
    {
        assert_eq!(named(&rules, given).as_deref(), Ok("城乡建设>其他"), "{given}");
    }
    let found = rules.register.find(CATEGORY, "A-99").unwrap();
    assert_eq!(found.code("GB/T 39666"), Some("019900"));
    let Err(Problem::Ambiguous { paths, .. }) = named(&rules, "019900") else { panic!("one") };
    assert_eq!(paths, ["城市管理", "城乡建设>其他"]);
    let category = Some("GB/T 39666:029900".to_owned());
    let story = given_under(rules).centre(Command::Reclassify { category });
    story.then(&["reclassified"]);
}

#[test]
fn an_unknown_code_is_an_error_with_the_nearest() {
    let rules = coded();
    let nearest = |given: &str| match named(&rules, given) {
        Err(Problem::Unknown { nearest, .. }) => nearest,
        other => panic!("{given}: {other:?}"),
    };
    assert_eq!(nearest("010001")[0], "010000");
    assert_eq!(nearest("DB44/T 2479:019901"), ["019900", "A-99"]);
    assert!(nearest("城乡建社")[0].contains("城乡"), "a name is told names");
}

#[test]
fn a_code_is_one_entry_s_and_can_be_changed_and_taken_away() {
    let mut rules = coded();
    let asked = |rules: &Rulebook, command: &OfficeCommand| {
        decide_office(rules, command, &desk(moment("2020-01-02 08:00")))
    };
    let same = bear("城乡建设", "GB/T 39666", Some("０１００００"));
    assert_eq!(
        asked(&rules, &same),
        Ok(Vec::<OfficeEvent>::new()),
        "told again, it changes nothing"
    );
    let taken = asked(&rules, &bear("城乡建设>市政", "GB/T 39666", Some("010000"))).unwrap_err();
    assert_eq!(taken.argument, "code");
    assert_eq!(taken.problem, Problem::Duplicate { given: "010000".into() });
    for (scheme, code, argument) in [
        ("", "01", "scheme"),
        ("甲:乙", "01", "scheme"),
        ("甲", "零一", "code"),
        ("甲", "", "code"),
    ] {
        let wrong = asked(&rules, &bear("城乡建设", scheme, Some(code))).unwrap_err();
        assert_eq!(wrong.argument, argument, "{scheme} {code}");
    }
    ask_office(&mut rules, bear("城乡建设", "GB/T 39666", Some("050000")));
    assert!(named(&rules, "010000").is_err());
    assert_eq!(named(&rules, "050000").as_deref(), Ok("城乡建设"));
    ask_office(&mut rules, bear("城乡建设", "GB/T 39666", None));
    assert!(rules.register.find(CATEGORY, "城乡建设").unwrap().codes().is_empty());
}
