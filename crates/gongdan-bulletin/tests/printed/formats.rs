//! Formats are data: the shipped ones, a made-up city's own folder, and what is wrong with a folder.

use std::path::{Path, PathBuf};

use gongdan::{Language, Moment, Period};
use gongdan_bulletin::{
    Block, Bulletin, BulletinQuestion, Document, Figure, Format, FormatError, FormatProblem,
};

use crate::lived::{Lived, september};
use crate::read::{self, agree};

fn golden(name: &str) -> (PathBuf, gongdan::Hotline) {
    let folder = std::env::temp_dir().join(format!("gongdan-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let hotline = gongdan_sample::golden_file(folder.join("golden.db"), &mut |_, _| ()).unwrap();
    (folder, hotline)
}

fn in_format(bulletin: &Bulletin, name: &str) -> Document {
    bulletin.document_in(&Format::shipped(name).unwrap()).unwrap()
}

#[test]
fn the_usual_layout_is_the_seeds_format() {
    let (folder, hotline) = golden("format-2020");
    let as_of = Moment::parse_as_of("2020-10-09").unwrap();
    let asked = BulletinQuestion::new(Period::month(2020, 9).unwrap(), as_of);
    let issue = asked.remarks("请各单位重视").issue().unwrap();
    let bulletin = Bulletin::collect(&hotline, &issue).unwrap();
    assert_eq!(
        in_format(&bulletin, "hengdong-2020").markdown(),
        bulletin.document().expect("laid out").markdown()
    );
    let month = Lived::month("format-hostile").bulletin(&september("2020-09-30"));
    assert_eq!(
        in_format(&month, "hengdong-2020").markdown(),
        month.document().expect("laid out").markdown()
    );
    drop(hotline);
    std::fs::remove_dir_all(folder).ok();
}

#[test]
fn the_seeds_pages_have_its_own_head_and_others_that_of_the_standard() {
    let month = Lived::month("format-look").bulletin(&september("2020-09-30"));
    let paragraphs = |document: &Document| {
        read::word(&read::part(&document.docx().unwrap(), "word/document.xml")).paragraphs
    };
    let (own, standard) = (
        paragraphs(&in_format(&month, "hengdong-2020")),
        paragraphs(&month.document().expect("laid out")),
    );
    assert!(!own.contains(&month.title) && !own.contains(&"目录".to_owned()), "{own:?}");
    assert!(standard.contains(&month.title) && standard.contains(&"目录".to_owned()));
    assert_eq!(own[1], standard[1], "the number stands in both");
}

#[test]
fn departments_and_townships_are_ranked_apart_the_first_five_of_each() {
    let (folder, hotline) = golden("format-2023");
    let as_of = Moment::parse_as_of("2020-10-09").unwrap();
    let issue = BulletinQuestion::new(Period::month(2020, 9).unwrap(), as_of).issue().unwrap();
    let bulletin = Bulletin::collect(&hotline, &issue).unwrap();
    let document = in_format(&bulletin, "hengdong-2023");
    let markdown = document.markdown();
    let ranked = |head: &str| {
        let rows =
            markdown.lines().skip_while(|line| !line.starts_with(&format!("| 位次 | {head}")));
        let rows = rows.take_while(|line| line.starts_with('|')).skip(2);
        rows.map(str::to_owned).collect::<Vec<_>>()
    };
    let departments = ranked("县直单位");
    assert_eq!(
        departments[0],
        "| 1 | 县城管执法局 | 132 | 100.00% | 0.76% |".to_owned(),
        "{markdown}"
    );
    assert_eq!((departments.len(), ranked("乡镇").len()), (5, 5));
    assert!(ranked("乡镇").iter().all(|row| row.contains('镇')));
    assert!(
        markdown.contains("直办率86.34%") && markdown.contains("按时办结率95.39%"),
        "{markdown}"
    );
    drop(hotline);
    std::fs::remove_dir_all(folder).ok();
}

/// The charts that a format draws of the golden month.
const DRAWN: [(&str, &[&str]); 4] = [
    ("hengdong-2020", &["categories", "units_late"]),
    ("hengdong-2023", &["rework", "departments", "townships"]),
    ("plain", &["categories", "satisfaction"]),
    ("quarter", &["months", "satisfaction", "categories"]),
];

#[test]
fn every_shipped_format_makes_every_kind_of_document_and_draws_its_charts() {
    let (folder, hotline) = golden("format-each");
    let as_of = Moment::parse_as_of("2020-10-09").unwrap();
    let issue = BulletinQuestion::new(Period::month(2020, 9).unwrap(), as_of).issue().unwrap();
    assert_eq!(DRAWN.map(|(name, _)| name).to_vec(), Format::names());
    for (name, drawn) in DRAWN {
        let format = Format::shipped(name).unwrap();
        let bulletin = Bulletin::collect(&hotline, &format.of_issue(issue.clone())).unwrap();
        let document = bulletin.document_in(&format).unwrap();
        agree::in_every_form(&document);
        let names: Vec<&str> = document.charts().map(|chart| chart.name.as_str()).collect();
        assert_eq!(names, drawn, "{name}");
        assert_eq!(document.html().matches("<svg ").count(), drawn.len());
        let Some(fonts) = agree::pdf::fonts() else { continue };
        let parts = read::parts(&document.docx_with(&fonts).unwrap());
        let pictures = parts.iter().filter(|part| part.starts_with("word/media/"));
        assert_eq!(pictures.count(), drawn.len(), "{name}");
        for chart in document.charts() {
            assert!(chart.png(&fonts).unwrap().starts_with(b"\x89PNG"), "{name} {}", chart.name);
        }
    }
    drop(hotline);
    std::fs::remove_dir_all(folder).ok();
}

#[test]
fn every_shipped_format_prints_a_month_of_nothing_and_one_of_hostile_texts() {
    let lives = [Lived::empty("format-empty"), Lived::month("format-each-hostile")];
    for (lived, name) in lives.iter().flat_map(|lived| DRAWN.map(|(name, _)| (lived, name))) {
        let format = Format::shipped(name).unwrap();
        let issue = format.of_issue(september("2020-09-30"));
        let bulletin = Bulletin::collect(&lived.hotline, &issue).unwrap();
        agree::in_every_form(&bulletin.document_in(&format).unwrap());
    }
}

/// A month of 37 units: each with one to three tickets, the first answered in time, the second
/// late, the third not at all; every fifth unit hands its first one on to the next.
fn city(name: &str) -> (Lived, usize) {
    let mut lived = Lived::empty(name);
    let units: Vec<String> = (1..=37).map(|number| format!("云溪市第{number}局")).collect();
    let group = |unit: &str| if unit.contains('1') { "甲组" } else { "乙组" };
    units.iter().for_each(|unit| lived.add_unit(unit, group(unit)));
    let mut tickets = 0;
    for (index, unit) in units.iter().enumerate() {
        for number in 0..=index % 3 {
            tickets += 1;
            let to = (number == 0 && index % 5 == 0).then(|| units[(index + 1) % 37].as_str());
            dispatched(&mut lived, (unit, number), to);
        }
    }
    (lived, tickets)
}

fn dispatched(lived: &mut Lived, (unit, number): (&str, usize), to: Option<&str>) {
    use gongdan::{Command, Intake, Satisfaction};
    let ticket = lived.take_in("2020-09-01 09:00", Intake::new("来电", "问路灯"));
    lived.centre(ticket, "2020-09-01 09:30", Command::transfer(unit));
    lived.unit(ticket, unit, "2020-09-01 10:00", Command::SignOff);
    if let Some(to) = to {
        let reason = "不属本局".into();
        lived.unit(ticket, unit, "2020-09-01 11:00", Command::RequestReturn { reason });
        let granted =
            Command::GrantReturn { to: Some(to.into()), remark: Some("请承办".into()) };
        lived.centre(ticket, "2020-09-01 14:00", granted);
        return;
    }
    let handled = ["2020-09-03 09:00", "2020-09-20 09:00"];
    if let Some(when) = handled.get(number) {
        lived.unit(ticket, unit, when, Command::handle("已处理"));
        let rated = if number == 0 { Satisfaction::Satisfied } else { Satisfaction::Dissatisfied };
        lived.centre(ticket, "2020-09-21 09:00", Command::reached(rated));
    }
}

#[test]
fn a_made_up_city_prints_its_own_columns_for_its_37_units() {
    let (lived, tickets) = city("city");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats/yunxi");
    let format = Format::read(&folder).unwrap();
    let issue = format.of_issue(september("2020-09-30"));
    let bulletin = Bulletin::collect(&lived.hotline, &issue).unwrap();
    let document = bulletin.document_in(&format).unwrap();
    agree::in_every_form(&document);
    let Block::Table(table) = &document.sections[1].blocks[0] else { panic!("no table") };
    assert_eq!(table.lines.len(), 37);
    let total: Vec<String> = table.total.figures.iter().map(Figure::printed).collect();
    assert_eq!(total, [tickets.to_string().as_str(), "24", "20", "9.87%"]);
    let heads: Vec<&str> = table.columns.iter().map(|column| column.head.as_str()).collect();
    assert_eq!(heads, ["派单量", "已回复", "未回复", "退单率"]);
    assert_eq!(document.chart("dispatched").unwrap().bars.len(), 37);
    assert!(document.title.starts_with("云溪市民生热线") && document.annex.blocks.is_empty());
    let foot: String = document.foot.iter().map(ToString::to_string).collect();
    assert!(foot.contains("满意率=满意数÷评价数") && foot.contains("截断"), "{foot}");
    assert!(!document.markdown().contains("对账"));
}

#[test]
fn a_table_gathers_units_at_a_level_of_their_tree() {
    let (mut lived, tickets) = city("levels");
    let desk = gongdan::Stamp::centre("管理员", crate::lived::at("2020-09-01 08:00"));
    for number in 2..=10 {
        let parent = lived.hotline.rulebook().unwrap().register;
        let parent = Some(parent.find(gongdan::Species::Unit, "云溪市第1局").unwrap().id);
        let place = gongdan::Place { parent, group: None, order: number };
        let (species, name) = (gongdan::Species::Unit, format!("云溪市第{number}局"));
        let from = Moment::MIN;
        let put = gongdan::OfficeCommand::Place { species, name, place, from };
        lived.hotline.office(&desk, put).unwrap();
    }
    let folder = std::env::temp_dir().join(format!("gongdan-levels-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let table = |level: &str| {
        format!(
            "[[section.block]]\nby = \"unit\"\n{level}head = \"x\"\n\
             columns = [{{ figure = \"given\", head = \"x\" }}]\n"
        )
    };
    let toml = format!(
        "about = \"x\"\nbanner = \"x\"\ntitle = \"x\"\n[[section]]\nheading = \"x\"\n{}{}",
        table(""),
        table("level = 1\n")
    );
    std::fs::write(folder.join("format.toml"), toml).unwrap();
    let format = Format::read(&folder).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    let issue = format.of_issue(september("2020-09-30"));
    let document = Bulletin::collect(&lived.hotline, &issue).unwrap().document_in(&format).unwrap();
    let given = |nth: usize| -> (Vec<(String, i64)>, String) {
        let Block::Table(table) = &document.sections[0].blocks[nth] else { panic!("no table") };
        let line = |line: &gongdan_bulletin::Line| {
            (line.name.clone(), line.figures[0].printed().parse().unwrap())
        };
        (table.lines.iter().map(line).collect(), table.total.figures[0].printed())
    };
    let ((each, total), (tops, gathered)) = (given(0), given(1));
    assert_eq!((each.len(), tops.len()), (37, 28));
    assert_eq!((total, gathered), (format!("{}", tickets + 8), format!("{}", tickets + 8)));
    let below: i64 = each.iter().filter(|(name, _)| name.contains("第1局")).map(|(_, n)| n).sum();
    let top = tops.iter().find(|(name, _)| name == "云溪市第1局").unwrap();
    assert_eq!(top.1, below, "a top unit has all below it");
}

fn wrong(template: &str) -> FormatError {
    let lived = Lived::empty(&format!("wrong-{}", template.len()));
    let folder = std::env::temp_dir().join(format!(
        "gongdan-wrong-{}-{}",
        template.len(),
        std::process::id()
    ));
    std::fs::create_dir_all(&folder).unwrap();
    let toml = "about = \"x\"\nbanner = \"x\"\ntitle = \"x\"\n[[section]]\nheading = \"x\"\n\
                block = [{ template = \"t.txt\" }]\n";
    std::fs::write(folder.join("format.toml"), toml).unwrap();
    std::fs::write(folder.join("t.txt"), template).unwrap();
    let format = Format::read(&folder);
    std::fs::remove_dir_all(&folder).unwrap();
    let bulletin = lived.bulletin(&september("2020-09-30"));
    format.and_then(|format| bulletin.document_in(&format)).map(|_| ()).unwrap_err()
}

#[test]
fn an_unknown_figure_is_told_with_its_line_and_the_nearest_names() {
    let error = wrong("一\n二{{ all.closure_rte }}\n");
    assert_eq!((error.file.as_str(), error.line), ("t.txt", Some(2)));
    assert_eq!(error.nearest[0], "closure_rate");
    let chinese = error.message(Language::Chinese);
    assert!(chinese.starts_with("t.txt:2: 没有名为“closure_rte”的数字,最接近的有:closure_rate、"));
    assert!(error.to_string().starts_with("t.txt:2: no figure is called “closure_rte”; nearest:"));
    let error = wrong("一\n\n{% if all.acepted.number > 0 %}二{% endif %}\n");
    assert_eq!((error.line, error.nearest[0].as_str()), (Some(3), "accepted"));
    let error = wrong("{{ all.accepted }}\n{{ regionn }}\n三三三");
    assert_eq!((error.file.as_str(), error.line), ("t.txt", Some(2)));
}

/// What a template prints of a month.
fn printed(lived: &Lived, template: &str) -> String {
    let folder = std::env::temp_dir().join(format!("gongdan-sums-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let toml = "about = \"x\"\nbanner = \"x\"\ntitle = \"{{ '多' if all.accepted > 5000 else '少' }}\"\n\
                [[section]]\nheading = \"x\"\nblock = [{ template = \"t.txt\" }]\n";
    std::fs::write(folder.join("format.toml"), toml).unwrap();
    std::fs::write(folder.join("t.txt"), template).unwrap();
    let format = Format::read(&folder).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    let document = lived.bulletin(&september("2020-09-30")).document_in(&format).unwrap();
    assert_eq!(document.title, "少");
    let Block::Paragraph(said) = &document.sections[0].blocks[0] else { panic!("a sentence") };
    said.to_string()
}

#[test]
fn a_figure_compares_sorts_and_adds_as_the_number_it_is_wherever_it_stands() {
    let lived = city("sums").0;
    let all = lived.bulletin(&september("2020-09-30"));
    let count =
        |name: &str| printed(&lived, &format!("{{{{ all.{name} }}}}")).parse::<i64>().unwrap();
    let (accepted, handled, late) = (count("accepted"), count("handled"), count("handled_late"));
    assert!(accepted > handled && handled > late && late > 0, "{}", all.title);
    for (template, right) in [
        ("{{ all.handled + all.handled_late }}", handled + late),
        ("{{ (all.accepted - all.handled) * 2 }}", 2 * (accepted - handled)),
        ("{{ units | sum(attribute='accepted') }}", accepted),
        ("{{ units | map(attribute='accepted') | sum }}", accepted),
        ("{% for each in [all.accepted, all.handled_late] if each > 5000 %}1{% endfor %}0", 0),
        ("{{ 1 if all.handled_late > 5000 else 2 }}", 2),
        ("{{ 1 if all.confidential else 2 }}", 2),
        ("{{ units | selectattr('accepted', 'gt', 5000) | list | length }}", 0),
        (
            "{{ (units | selectattr('accepted', 'ge', 1) | list | length) \
             + (units | selectattr('accepted', 'eq', 0) | list | length) }}",
            37,
        ),
        ("{{ (units | sort(attribute='accepted', reverse=true) | first).accepted + 0 }}", 4),
        ("{{ (units | sort(attribute='accepted') | first).accepted + 0 }}", 0),
        ("{{ [all.handled_late, all.accepted] | max }}", accepted),
    ] {
        assert_eq!(printed(&lived, template), right.to_string(), "{template}");
    }
}

#[test]
fn a_template_reaches_no_file_and_ends_in_time() {
    assert_eq!(wrong("{% include \"../../../etc/passwd\" %}").file, "t.txt");
    let endless = "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}\
                   {{ c }}{% endfor %}{% endfor %}{% endfor %}";
    assert!(wrong(endless).to_string().contains("fuel"), "{}", wrong(endless));
    assert_eq!(wrong("一\n{% if %}\n").line, Some(2));
    assert!(
        wrong("{{ all.accepted | string | replace('\u{e001}', '') }}").problem
            == FormatProblem::Marks
    );
}

#[test]
fn a_wrong_setting_is_told_with_its_line() {
    let read = |toml: &str| {
        let folder = std::env::temp_dir().join(format!(
            "gongdan-setting-{}-{}",
            toml.len(),
            std::process::id()
        ));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("format.toml"), toml).unwrap();
        let error = Format::read(&folder).unwrap_err();
        std::fs::remove_dir_all(&folder).unwrap();
        error
    };
    let head = "about = \"x\"\nbanner = \"x\"\ntitle = \"x\"\n[[section]]\nheading = \"x\"\n";
    let figure = "[[section.block]]\nby = \"unit\"\nhead = \"x\"\ncolumns = [\n\
                  { figure = \"closd\", head = \"x\" }]\n";
    let error = read(&format!("{head}{figure}"));
    assert_eq!((error.line, error.nearest[0].as_str()), (Some(10), "closed"));
    let by = figure.replace("unit", "unitt").replace("closd", "closed");
    let error = read(&format!("{head}{by}"));
    assert_eq!((error.line, error.nearest[0].as_str()), (Some(7), "unit"));
    let error = read(&format!("{head}block = [{{ template = \"../secret.txt\" }}]\n"));
    assert_eq!((error.line, error.file.as_str()), (Some(6), "format.toml"));
    assert_eq!(read("about = \"x\"\ncolour = 1\n").line, Some(2));
    let table = "[[section.block]]\nby = \"unit\"\nhead = \"x\"\n";
    let error = read(&format!("{head}{table}ordr = \"closed\"\n"));
    assert_eq!(error.line, Some(9), "{error}");
    assert!(error.to_string().contains("unknown field `ordr`"), "{error}");
    for idle in ["first = 5", "leave_out_zero = true", "descending = true"] {
        let error = read(&format!("{head}{table}{idle}\n"));
        let key = idle.split(' ').next().unwrap();
        assert!(
            error.to_string().starts_with(&format!("format.toml:9: {key} has no effect")),
            "{error}"
        );
        assert!(error.message(Language::Chinese).contains(key));
    }
    let ranking = "rank = \"位次\"\norder = \"closed\"\ntotal = \"合计\"\n";
    let error = read(&format!("{head}{table}{ranking}"));
    assert_eq!(error.problem, FormatProblem::NoEffect("total"));
    let grouped = table.replace("unit", "category");
    let error = read(&format!("{head}{grouped}group = \"县直\"\n"));
    assert_eq!(error.problem, FormatProblem::NoEffect("group"));
    assert_eq!(Format::shipped("hengdong-2021").unwrap_err().nearest.len(), 3);
}
