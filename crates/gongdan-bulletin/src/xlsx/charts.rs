//! The sheet of charts: the bars' figures, and beside them a chart that Excel and WPS draw.

use rust_xlsxwriter::{Chart as Drawing, ChartType, Worksheet, XlsxError};

use super::cell::{self, Looks};
use crate::chart::Chart;
use crate::plain::plain;

/// Rows between the bars of a chart and the next chart.
const BETWEEN: u32 = 2;
/// A row's height in pixels, and what a chart needs beside its bars.
const ROW: u32 = 20;
const BESIDE: u32 = 90;

/// Every chart, one below the other.
pub(super) fn all(
    sheet: &mut Worksheet,
    looks: &Looks,
    charts: &[&Chart],
) -> Result<(), XlsxError> {
    let mut row = 0;
    for chart in charts {
        row = one(sheet, looks, row, chart)?;
    }
    sheet.set_column_width(0, 30)?.set_column_width(1, 12)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

/// A chart whose bars begin below `row`; gives the row of the next one.
fn one(sheet: &mut Worksheet, looks: &Looks, row: u32, chart: &Chart) -> Result<u32, XlsxError> {
    let title = plain(&chart.title);
    sheet.write_string_with_format(row, 0, &title, &looks.head)?;
    let mut last = row;
    for (name, figure) in &chart.bars {
        last += 1;
        cell::text(sheet, looks, (last, 0), name)?;
        cell::figure(sheet, looks, (last, 1), figure)?;
    }
    let (name, title) = (sheet.name(), literal(title));
    let mut drawing = Drawing::new(ChartType::Bar);
    let series = drawing.add_series();
    series.set_categories((name.as_str(), row + 1, 0, last, 0));
    series.set_values((name.as_str(), row + 1, 1, last, 1)).set_name(&title);
    series.set_data_label(rust_xlsxwriter::ChartDataLabel::new().show_value());
    drawing.title().set_name(&title);
    drawing.legend().set_hidden();
    // Of a chart of bars the upright axis is y: its names stand from the top down.
    drawing.y_axis().set_reverse();
    drawing.x_axis().set_hidden(true).set_major_gridlines(false);
    drawing.set_alt_text(&title).set_width(720).set_height((last - row) * ROW + BESIDE);
    sheet.insert_chart(row, 3, &drawing)?;
    Ok(row.max(last) + BETWEEN + BESIDE / ROW)
}

/// A chart's title that begins with `=` would be taken for the cell it stands in.
fn literal(title: String) -> String {
    if title.starts_with('=') { format!(" {title}") } else { title }
}
