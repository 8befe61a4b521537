//! The written forms, read back by other people's readers: tables as cells, paragraphs as text.
#![allow(dead_code, clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

pub(crate) mod agree;
pub(crate) mod markdown;
pub(crate) mod tool;

use std::io::Read;

use html5gum::Token;
use quick_xml::events::Event;

/// Tables as rows of cells.
pub(crate) type Tables = Vec<Vec<Vec<String>>>;

/// What a form says.
#[derive(Default)]
pub(crate) struct Said {
    /// Every table.
    pub tables: Tables,
    /// Every paragraph and heading outside tables.
    pub paragraphs: Vec<String>,
    /// The names of all elements.
    pub elements: Vec<String>,
    /// The names of all attributes.
    pub attributes: Vec<String>,
    /// Every text of a picture.
    pub labels: Vec<String>,
}

impl Said {
    fn cell(&mut self) -> &mut String {
        self.tables.last_mut().unwrap().last_mut().unwrap().last_mut().unwrap()
    }
}

/// What of a page is being read.
#[derive(Clone, Copy)]
enum Open {
    Cell,
    Paragraph,
    Label,
}

/// An HTML page, through the tokenizer of the HTML standard.
pub(crate) fn html(page: &str) -> Said {
    let (mut said, mut open) = (Said::default(), None);
    for token in html5gum::Tokenizer::new(page) {
        match token.unwrap() {
            Token::StartTag(tag) => {
                let name = String::from_utf8(tag.name.to_vec()).unwrap();
                let key = |key: &html5gum::HtmlString| String::from_utf8(key.to_vec()).unwrap();
                said.attributes.extend(tag.attributes.keys().map(key));
                match name.as_str() {
                    "table" => said.tables.push(Vec::new()),
                    "tr" => said.tables.last_mut().unwrap().push(Vec::new()),
                    "td" | "th" => {
                        let row = said.tables.last_mut().unwrap().last_mut().unwrap();
                        row.push(String::new());
                        open = Some(Open::Cell);
                    }
                    "p" | "h1" | "h2" => {
                        said.paragraphs.push(String::new());
                        open = Some(Open::Paragraph);
                    }
                    "text" => {
                        said.labels.push(String::new());
                        open = Some(Open::Label);
                    }
                    _ => {}
                }
                said.elements.push(name);
            }
            Token::EndTag(tag) => match tag.name.as_slice() {
                b"td" | b"th" | b"p" | b"h1" | b"h2" | b"text" => open = None,
                _ => {}
            },
            Token::String(text) => {
                let text = std::str::from_utf8(&text.value).unwrap();
                match open {
                    Some(Open::Cell) => said.cell().push_str(text),
                    Some(Open::Paragraph) => said.paragraphs.last_mut().unwrap().push_str(text),
                    Some(Open::Label) => said.labels.last_mut().unwrap().push_str(text),
                    None => {}
                }
            }
            Token::Error(error) => panic!("not well-formed: {error:?}"),
            _ => {}
        }
    }
    said
}

/// One part of a package.
pub(crate) fn part(package: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(package)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The names of a package's parts.
pub(crate) fn parts(package: &[u8]) -> Vec<String> {
    let zip = zip::ZipArchive::new(std::io::Cursor::new(package)).unwrap();
    zip.file_names().map(|name| name.unwrap().into_owned()).collect()
}

/// A part of a Word document, through a reader of XML that checks every end tag.
pub(crate) fn word(part: &str) -> Said {
    let (mut said, mut in_cell, mut in_text) = (Said::default(), false, false);
    let mut reader = quick_xml::Reader::from_str(part);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) | Event::Empty(tag) => {
                let name = tag.name().as_ref().to_owned();
                match name.as_str() {
                    "w:tbl" => said.tables.push(Vec::new()),
                    "w:tr" => said.tables.last_mut().unwrap().push(Vec::new()),
                    "w:tc" => {
                        let row = said.tables.last_mut().unwrap().last_mut().unwrap();
                        row.push(String::new());
                        in_cell = true;
                    }
                    "w:p" if !in_cell => said.paragraphs.push(String::new()),
                    "w:t" => in_text = true,
                    _ => {}
                }
                for attribute in tag.attributes() {
                    let key = attribute.unwrap().key;
                    said.attributes.push(key.as_ref().to_owned());
                }
                said.elements.push(name);
            }
            Event::End(tag) => match tag.name().as_ref() {
                "w:tc" => in_cell = false,
                "w:t" => in_text = false,
                _ => {}
            },
            Event::Text(text) if in_text => push(&mut said, in_cell, &text),
            Event::GeneralRef(reference) if in_text => {
                let named = format!("&{};", &*reference);
                let text = quick_xml::escape::unescape(&named).unwrap().into_owned();
                push(&mut said, in_cell, &text);
            }
            Event::Eof => return said,
            _ => {}
        }
    }
}

/// The text of every element of a name.
pub(crate) fn texts_of(part: &str, element: &str) -> Vec<String> {
    let (mut texts, mut open) = (Vec::new(), false);
    let mut reader = quick_xml::Reader::from_str(part);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) if tag.name().as_ref() == element => {
                texts.push(String::new());
                open = true;
            }
            Event::End(tag) if tag.name().as_ref() == element => open = false,
            Event::Text(text) if open => texts.last_mut().unwrap().push_str(&text),
            Event::GeneralRef(reference) if open => {
                let named = format!("&{};", &*reference);
                texts.last_mut().unwrap().push_str(&quick_xml::escape::unescape(&named).unwrap());
            }
            Event::Eof => return texts,
            _ => {}
        }
    }
}

fn push(said: &mut Said, in_cell: bool, text: &str) {
    match in_cell {
        true => said.cell().push_str(text),
        false => said.paragraphs.last_mut().unwrap().push_str(text),
    }
}
