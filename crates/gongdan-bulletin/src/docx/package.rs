//! The package: the parts of a .docx, deflated, under a fixed date.

use std::io::{Cursor, Error, Result, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::plain::xml;

/// What is the same in every document, by its name in the package.
const PARTS: [(&str, &str); 8] = [
    ("[Content_Types].xml", include_str!("parts/content_types.xml")),
    ("_rels/.rels", include_str!("parts/rels.xml")),
    ("word/_rels/document.xml.rels", include_str!("parts/document_rels.xml")),
    ("word/styles.xml", include_str!("parts/styles.xml")),
    ("word/settings.xml", include_str!("parts/settings.xml")),
    ("word/fontTable.xml", include_str!("parts/font_table.xml")),
    ("word/footer1.xml", include_str!("parts/footer1.xml")),
    ("word/footer2.xml", include_str!("parts/footer2.xml")),
];

/// The package of a body: the same body always gives the same bytes.
pub(super) fn pack(title: &str, organ: &str, body: &str) -> Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let core = core(title, organ);
    let own = [("word/document.xml", body), ("docProps/core.xml", &core)];
    for (name, part) in PARTS.into_iter().chain(own) {
        zip.start_file(name, options).map_err(Error::other)?;
        zip.write_all(part.as_bytes())?;
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
