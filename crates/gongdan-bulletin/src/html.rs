//! The bulletin as one HTML file: it loads nothing, runs nothing, and prints on A4.

use std::fmt::Write;

use crate::document::{Block, Document, Piece, Section, Sentence};
use crate::figure::{Amount, Figure};
use crate::names;
use crate::plain::xml;
use crate::ruled::{Heading, Ruled};
use crate::table::{FigureTable, Line};
use crate::title;

const STYLE: &str = include_str!("html.css");
/// Nothing is loaded from anywhere, no script runs.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

impl Document {
    /// The document as one HTML file: styles inside, pictures as SVG, no script and no network.
    /// Every figure stands in a `<data>` whose value is the exact count or fraction. The same
    /// document always gives the same bytes.
    pub fn html(&self) -> String {
        self.typeset().page()
    }

    fn page(&self) -> String {
        let mut page = String::new();
        let title = xml(&self.title);
        page += "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n";
        let _ = write!(
            page,
            "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n\
             <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n"
        );
        self.head(&mut page);
        if self.look.listed {
            contents(&mut page, &self.sections);
        }
        for (index, part) in self.sections.iter().enumerate() {
            let _ = writeln!(page, "<section id=\"s{}\">", index + 1);
            section(&mut page, part);
        }
        if !self.annex.blocks.is_empty() {
            page += "<section class=\"annex\">\n";
            section(&mut page, &self.annex);
        }
        page += "<div class=\"foot\">\n";
        self.foot.iter().for_each(|line| paragraph(&mut page, line));
        page += "</div>\n";
        self.readers(&mut page);
        page + "</body>\n</html>\n"
    }

    fn head(&self, page: &mut String) {
        let [banner, number, organ, date] =
            [&self.banner, &self.number, &self.organ, &self.date].map(|text| xml(text));
        let title = title::lines(&self.title, self.look.title_size());
        let title = title.into_iter().map(xml).collect::<Vec<_>>().join("<br>");
        let _ = write!(
            page,
            "<header>\n<p class=\"banner\">{banner}</p>\n<p class=\"number\">{number}</p>\n\
             <p><span>{organ}</span><span>{date}</span></p>\n<hr>\n</header>\n<h1>{title}</h1>\n"
        );
    }

    fn readers(&self, page: &mut String) {
        *page += "<footer class=\"readers\">\n";
        self.readers.iter().for_each(|line| paragraph(page, line));
        let (organ, date) = (xml(&self.organ), xml(&self.date));
        let printed = names::PRINTED;
        let _ = writeln!(page, "<p><span>{organ}</span><span>{date} {printed}</span></p>");
        *page += "</footer>\n";
    }
}

fn contents(page: &mut String, sections: &[Section]) {
    let _ = write!(page, "<nav>\n<p>{}</p>\n<ul>\n", names::CONTENTS);
    for (index, section) in sections.iter().enumerate() {
        if section.heading.is_empty() {
            continue;
        }
        let heading = xml(&section.heading);
        let _ = writeln!(page, "<li><a href=\"#s{}\">{heading}</a></li>", index + 1);
    }
    *page += "</ul>\n</nav>\n";
}

fn section(page: &mut String, section: &Section) {
    if !section.heading.is_empty() {
        let _ = writeln!(page, "<h2>{}</h2>", xml(&section.heading));
    }
    section.blocks.iter().for_each(|part| block(page, part));
    *page += "</section>\n";
}

fn block(page: &mut String, block: &Block) {
    match block {
        Block::Paragraph(sentence) => paragraph(page, sentence),
        Block::Lines(lines) => lines.iter().for_each(|line| paragraph(page, line)),
        Block::Table(table) => figures(page, table),
        Block::Grid(heads, rows) => grid(page, heads, rows),
        Block::Ruled(table) => ruled(page, table),
        Block::Chart(chart) => {
            let _ = writeln!(page, "<figure>{}</figure>", chart.svg());
        }
    }
}

fn paragraph(page: &mut String, sentence: &Sentence) {
    let _ = writeln!(page, "<p>{}</p>", inline(sentence));
}

fn inline(sentence: &Sentence) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Words(words) => xml(words),
        Piece::Figure(figure) => shown(figure),
    };
    sentence.0.iter().map(piece).collect()
}

/// A figure with its exact value beside it.
fn shown(figure: &Figure) -> String {
    let value = match figure.amount {
        Amount::Count(number) => number.to_string(),
        Amount::Rate(fraction, _) => fraction.to_string(),
    };
    format!(
        "<data class=\"{}\" value=\"{value}\">{}</data>",
        xml(&figure.name),
        xml(&figure.printed())
    )
}

fn figures(page: &mut String, table: &FigureTable) {
    *page += "<table>\n<thead>\n";
    headings(page, table);
    *page += "</thead>\n<tbody>\n";
    table.lines.iter().for_each(|each| line(page, "<tr>", each));
    line(page, "<tr class=\"total\">", &table.total);
    *page += "</tbody>\n</table>\n";
}

/// One row of headings, or two when columns share one.
fn headings(page: &mut String, table: &FigureTable) {
    let spans = table.spans();
    let lower = table.columns.iter().filter(|column| spans.is_empty() || column.over.is_some());
    let lower: String = lower.map(|column| format!("<th>{}</th>", xml(&column.head))).collect();
    let head = xml(&table.head);
    if spans.is_empty() {
        let _ = writeln!(page, "<tr><th>{head}</th>{lower}</tr>");
        return;
    }
    let upper = spans.iter().map(|span| match span.divided {
        true => format!("<th colspan=\"{}\">{}</th>", span.columns, xml(&span.head)),
        false => format!("<th rowspan=\"2\">{}</th>", xml(&span.head)),
    });
    let upper: String = upper.collect();
    let _ = writeln!(page, "<tr><th rowspan=\"2\">{head}</th>{upper}</tr>\n<tr>{lower}</tr>");
}

fn line(page: &mut String, row: &str, line: &Line) {
    let cells = line.figures.iter().map(|figure| format!("<td class=\"n\">{}</td>", shown(figure)));
    let cells: String = cells.collect();
    let _ = writeln!(page, "{row}<td>{}</td>{cells}</tr>", xml(&line.name));
}

fn grid(page: &mut String, heads: &[String], rows: &[Vec<Sentence>]) {
    let heads: String = heads.iter().map(|head| format!("<th>{}</th>", xml(head))).collect();
    let _ = write!(page, "<table>\n<thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>\n");
    cells(page, rows, shown);
}

/// Headings of several levels; figures say their rule.
fn ruled(page: &mut String, table: &Ruled) {
    *page += "<table>\n<thead>\n";
    let headings = table.headings();
    for row in 0..table.depth() {
        let heads = headings.iter().filter(|heading| heading.row == row);
        let heads: String = heads.map(heading).collect();
        let _ = writeln!(page, "<tr>{heads}</tr>");
    }
    *page += "</thead>\n<tbody>\n";
    cells(page, &table.rows, explained);
}

fn heading(heading: &Heading) -> String {
    let over = |name: &str, number: usize| match number {
        1 => String::new(),
        _ => format!(" {name}=\"{number}\""),
    };
    let (columns, rows) = (over("colspan", heading.columns), over("rowspan", heading.rows));
    format!("<th{columns}{rows}>{}</th>", xml(&heading.text))
}

/// A figure with its exact value, and its rule.
fn explained(figure: &Figure) -> String {
    let rule = format!("<data title=\"{}\" ", xml(&figure.rule));
    shown(figure).replacen("<data ", &rule, 1)
}

/// The rows of a table, and its end.
fn cells(page: &mut String, rows: &[Vec<Sentence>], shown: fn(&Figure) -> String) {
    for row in rows {
        let cell = |cell: &Sentence| match cell.alone() {
            Some(figure) => format!("<td class=\"n\">{}</td>", shown(figure)),
            None => format!("<td>{}</td>", inline(cell)),
        };
        let cells: String = row.iter().map(cell).collect();
        let _ = writeln!(page, "<tr>{cells}</tr>");
    }
    *page += "</tbody>\n</table>\n";
}
