//! The reference of formats, whose examples are printed: what it says is what comes out.

use gongdan::{Moment, Period};
use gongdan_bulletin::{Block, Bulletin, BulletinQuestion, Format};

const REFERENCE: &str = Format::REFERENCE;

/// The fenced blocks of a kind.
fn blocks(kind: &str) -> Vec<&'static str> {
    let begin = format!("```{kind}\n");
    let blocks = REFERENCE.split(begin.as_str()).skip(1);
    blocks.filter_map(|rest| rest.split_once("\n```").map(|(block, _)| block)).collect()
}

/// What the example's format prints of some template.
fn printed(hotline: &gongdan::Hotline, told: &str) -> Vec<String> {
    let folder = std::env::temp_dir().join(format!("gongdan-reference-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let toml = blocks("toml")[0];
    let end = toml.rfind("block = [").unwrap();
    let toml = format!("{}block = [{{ template = \"例.txt\" }}]\n", &toml[..end]);
    std::fs::write(folder.join("format.toml"), toml).unwrap();
    std::fs::write(folder.join("例.txt"), told).unwrap();
    let format = Format::read(&folder).unwrap_or_else(|error| panic!("{error}"));
    std::fs::remove_dir_all(&folder).unwrap();
    let as_of = Moment::parse_as_of("2020-10-09").unwrap();
    let asked = BulletinQuestion::new(Period::month(2020, 9).unwrap(), as_of).issue().unwrap();
    let bulletin = Bulletin::collect(hotline, &format.of_issue(asked)).unwrap();
    let document = bulletin.document_in(&format).unwrap_or_else(|error| panic!("{error}"));
    let said = document.sections[0].blocks.iter().map(|block| match block {
        Block::Paragraph(said) => said.to_string(),
        _ => panic!("a paragraph"),
    });
    said.collect()
}

#[test]
fn every_example_prints_what_the_reference_says() {
    let folder = std::env::temp_dir().join(format!("gongdan-examples-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("golden.db");
    let hotline = gongdan_sample::golden_file(path, &mut |_, _| ()).unwrap();
    let (told, says) = (blocks("模板"), blocks("印出"));
    assert!(!told.is_empty() && told.len() == says.len());
    let printed: Vec<String> = told.iter().map(|told| printed(&hotline, told).join("\n")).collect();
    assert_eq!(printed, says, "{}", printed.join("\n\n"));
    drop(hotline);
    std::fs::remove_dir_all(&folder).ok();
}
