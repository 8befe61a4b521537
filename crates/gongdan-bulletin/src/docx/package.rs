//! The package: the parts of a .docx, deflated, under a fixed date.

use std::io::{Cursor, Error, Result, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{picture, styles};
use crate::look::Look;
use crate::plain::xml;

/// What is the same in every document, by its name in the package.
const PARTS: [(&str, &str); 7] = [
    ("[Content_Types].xml", include_str!("parts/content_types.xml")),
    ("_rels/.rels", include_str!("parts/rels.xml")),
    (RELATIONS, include_str!("parts/document_rels.xml")),
    ("word/settings.xml", include_str!("parts/settings.xml")),
    ("word/fontTable.xml", include_str!("parts/font_table.xml")),
    ("word/footer1.xml", include_str!("parts/footer1.xml")),
    ("word/footer2.xml", include_str!("parts/footer2.xml")),
];

/// The part that names the parts of the document.
const RELATIONS: &str = "word/_rels/document.xml.rels";

/// The package of a body and its pictures: the same always give the same bytes.
pub(super) fn pack(
    (title, organ, look): (&str, &str, &Look),
    body: &str,
    pictures: &[Vec<u8>],
) -> Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let core = core(title, organ);
    let styles = styles::written(look);
    let own =
        [("word/document.xml", body), ("docProps/core.xml", &core), ("word/styles.xml", &styles)];
    let relations = picture::relations(pictures.len()) + "</Relationships>";
    for (name, part) in PARTS.into_iter().chain(own) {
        zip.start_file(name, options).map_err(Error::other)?;
        match name == RELATIONS {
            true => zip.write_all(part.replace("</Relationships>", &relations).as_bytes())?,
            false => zip.write_all(part.as_bytes())?,
        }
    }
    for (number, picture) in (1..).zip(pictures) {
        zip.start_file(picture::part(number), options).map_err(Error::other)?;
        zip.write_all(picture)?;
    }
    Ok(zip.finish().map_err(Error::other)?.into_inner())
}

fn core(title: &str, organ: &str) -> String {
    let (title, organ) = (xml(title), xml(organ));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\
         <dc:title>{title}</dc:title><dc:creator>{organ}</dc:creator></cp:coreProperties>\n"
    )
}
