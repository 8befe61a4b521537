//! Pictures of charts in the document, by number.

use crate::chart::Chart;
use crate::picture::{Picture, WIDTH};
use crate::plain::xml;

/// The page between its margins, in the unit of drawings: 12 700 to the point.
const TEXT_WIDTH: u32 = 442 * 12_700;
/// The highest picture that a page holds beside its heading.
const TEXT_HEIGHT: u32 = 560 * 12_700;

/// The pictures drawn so far.
#[derive(Default)]
pub(super) struct Pictures(usize);

impl Pictures {
    /// The paragraph of the next chart's picture, with what it shows for those who cannot see it.
    pub(super) fn next(&mut self, chart: &Chart) -> String {
        self.0 += 1;
        let (number, title, (width, height)) = (self.0, xml(&chart.title), size(chart));
        let place = "<wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">";
        let names = format!("id=\"{number}\" name=\"{number}.png\" descr=\"{title}\"");
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"Picture\"/></w:pPr><w:r><w:drawing>{place}\
             <wp:extent cx=\"{width}\" cy=\"{height}\"/><wp:docPr {names}/><a:graphic>\
             <a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">\
             <pic:pic><pic:nvPicPr><pic:cNvPr {names}/><pic:cNvPicPr/></pic:nvPicPr>\
             <pic:blipFill><a:blip r:embed=\"{}\"/><a:stretch><a:fillRect/></a:stretch>\
             </pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>\
             <a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/>\
             </a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>\
             </w:drawing></w:r></w:p>",
            relation(number)
        )
    }
}

/// As wide as the text, or as high as the page.
fn size(chart: &Chart) -> (u32, u32) {
    let (width, height) = (u32::from(WIDTH), u32::from(Picture::of(chart).height));
    match TEXT_WIDTH / width * height {
        fits if fits <= TEXT_HEIGHT => (TEXT_WIDTH, fits),
        _ => (TEXT_HEIGHT / height * width, TEXT_HEIGHT),
    }
}

fn relation(number: usize) -> String {
    format!("rIdP{number}")
}

/// The part that holds a picture.
pub(super) fn part(number: usize) -> String {
    format!("word/media/chart{number}.png")
}

/// The relations of so many pictures.
pub(super) fn relations(pictures: usize) -> String {
    let relation = |number| {
        format!(
            "<Relationship Id=\"{}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/\
             relationships/image\" Target=\"media/chart{number}.png\"/>",
            relation(number)
        )
    };
    (1..=pictures).map(relation).collect()
}
