//! A paragraph of the document.

use crate::plain::xml;

/// A paragraph of a style, with properties of its own.
pub(super) fn paragraph(style: &str, properties: &str, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{properties}</w:pPr>\
         <w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
        xml(text)
    )
}
