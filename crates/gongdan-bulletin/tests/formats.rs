//! Formats are data: the shipped ones, a made-up city's own folder, and what is wrong with a folder.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests; a panic is a failed test")]

mod lived;
mod read;

use std::path::{Path, PathBuf};

use gongdan::{Language, Moment, Period};
use gongdan_bulletin::{
    Block, Bulletin, Document, Figure, Format, FormatError, FormatProblem, Issue,
};
use lived::{Lived, september};

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
fn the_seeds_format_prints_the_built_in_bulletin() {
    let (folder, hotline) = golden("format-2020");
    let as_of = Moment::parse_as_of("2020-10-09").unwrap();
    let issue = Issue::new(Period::month(2020, 9).unwrap(), as_of, 9).remark("请各单位重视");
    let bulletin = Bulletin::collect(&hotline, &issue).unwrap();
    assert_eq!(in_format(&bulletin, "hengdong-2020").markdown(), bulletin.markdown());
    let month = Lived::month("format-hostile").bulletin(&september("2020-09-30"));
    assert_eq!(in_format(&month, "hengdong-2020").markdown(), month.markdown());
    drop(hotline);
    std::fs::remove_dir_all(folder).ok();
}

#[test]
fn the_seeds_pages_have_its_own_head_and_others_that_of_the_standard() {
    let month = Lived::month("format-look").bulletin(&september("2020-09-30"));
    let paragraphs = |document: &Document| {
        read::word(&read::part(&document.docx().unwrap(), "word/document.xml")).paragraphs
    };
    let (own, standard) =
        (paragraphs(&in_format(&month, "hengdong-2020")), paragraphs(&month.document()));
    assert!(!own.contains(&month.title) && !own.contains(&"目录".to_owned()), "{own:?}");
    assert!(standard.contains(&month.title) && standard.contains(&"目录".to_owned()));
    assert_eq!(own[1], standard[1], "the number stands in both");
}

#[test]
fn departments_and_townships_are_ranked_apart_the_first_five_of_each() {
    let (folder, hotline) = golden("format-2023");
    let as_of = Moment::parse_as_of("2020-10-09").unwrap();
    let issue = Issue::new(Period::month(2020, 9).unwrap(), as_of, 9);
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
        markdown.contains("直办率86.34%") && markdown.contains("按时办结率96.05%"),
        "{markdown}"
    );
    for name in Format::names() {
        let format = Format::shipped(name).unwrap();
        let bulletin = Bulletin::collect(&hotline, &format.of_issue(issue.clone())).unwrap();
        let document = bulletin.document_in(&format).unwrap();
        same_in_every_form(&document);
    }
    drop(hotline);
    std::fs::remove_dir_all(folder).ok();
}

/// Every figure of every table stands in HTML and in the Word document as the model prints it.
fn same_in_every_form(document: &Document) {
    let html = read::html(&document.html());
    let word = read::word(&read::part(&document.docx().unwrap(), "word/document.xml"));
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    let tables = blocks.filter(|block| matches!(block, Block::Table(_) | Block::Grid(..)));
    for (index, block) in tables.enumerate() {
        let printed: Vec<Vec<String>> = match block {
            Block::Table(table) => {
                let line = |line: &gongdan_bulletin::Line| {
                    let figures = line.figures.iter().map(Figure::printed);
                    std::iter::once(line.name.clone()).chain(figures).collect()
                };
                table.all_lines().map(line).collect()
            }
            Block::Grid(_, rows) => {
                rows.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect()
            }
            _ => Vec::new(),
        };
        assert!(!printed.is_empty());
        assert!(html.tables[index].ends_with(&printed));
        assert!(word.tables[index].ends_with(&printed));
    }
    assert!(document.xlsx().unwrap().starts_with(b"PK"));
}

#[test]
fn a_made_up_city_prints_its_own_columns_for_its_37_units() {
    let mut lived = Lived::empty("city");
    let units: Vec<String> = (1..=37).map(|number| format!("云溪市第{number}局")).collect();
    units
        .iter()
        .for_each(|unit| lived.add_unit(unit, if unit.contains('1') { "甲组" } else { "乙组" }));
    for (index, unit) in units.iter().enumerate() {
        for _ in 0..=index % 3 {
            let ticket = lived.take_in("2020-09-01 09:00", gongdan::Intake::new("来电", "问路灯"));
            lived.centre(ticket, "2020-09-01 09:30", gongdan::Command::transfer(unit.as_str()));
        }
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats/yunxi");
    let format = Format::read(&folder).unwrap();
    let issue = format.of_issue(september("2020-09-30"));
    let bulletin = Bulletin::collect(&lived.hotline, &issue).unwrap();
    let document = bulletin.document_in(&format).unwrap();
    same_in_every_form(&document);
    let Block::Table(table) = &document.sections[1].blocks[0] else { panic!("no table") };
    assert_eq!(table.lines.len(), 37);
    assert_eq!(
        table.total.figures[0].number(),
        units.iter().enumerate().map(|(at, _)| at as i64 % 3 + 1).sum::<i64>()
    );
    let heads: Vec<&str> = table.columns.iter().map(|column| column.head.as_str()).collect();
    assert_eq!(heads, ["派单量", "未回复", "退单率"]);
    assert!(document.title.starts_with("云溪市民生热线") && document.annex.blocks.is_empty());
    let foot: String = document.foot.iter().map(ToString::to_string).collect();
    assert!(foot.contains("满意率(占评价)=满意数÷评价数") && foot.contains("截断"), "{foot}");
    assert!(!document.markdown().contains("对账"));
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
    assert_eq!(Format::shipped("hengdong-2021").unwrap_err().nearest.len(), 3);
}
