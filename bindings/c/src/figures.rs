//! Figures: a question, the counts that answer it with their labels, exact rates, and the tickets
//! behind each count.

use std::ffi::c_char;

use gongdan::{Count, Figures, Fraction, MEASURES, Measure, Problem, Question, Rounding, Tally};

use crate::desk::{Window, gd_hotline};
use crate::door::{free, item, known, look, make, make_all, peek};
use crate::fault::Fault;
use crate::live::object;
use crate::numbers::{self, code};
use crate::refs::gd_refs;
use crate::sized;
use crate::status::gd_status;
use crate::strings::{Encoding, Reader, Span, Texts};
use crate::written::question::{asked, gd_question};
use crate::written::words::gd_count;

/// The total, where a row is asked for.
pub(crate) const GD_TOTAL: u64 = u64::MAX;

/// The answer to a question. Opaque; free it with gd_figures_free.
pub struct gd_figures {
    pub(crate) figures: Figures,
    pub(crate) rounding: Rounding,
    texts: Texts,
    keys: Vec<Vec<Span>>,
}

object!(gd_figures, b"figu", "figures");

impl gd_figures {
    /// An answer in the encoding of its asker.
    pub(crate) fn new(desk: &Window<'_>, figures: Figures) -> Result<Self, Fault> {
        let mut texts = Texts::new(desk.encoding);
        let mut keys = Vec::with_capacity(figures.rows.len());
        for row in &figures.rows {
            let labels = row.keys.iter().map(|key| texts.put("key", &key.name));
            keys.push(labels.collect::<Result<_, _>>()?);
        }
        let rounding = desk.hotline.rounding(figures.question.as_of)?;
        Ok(Self { figures, rounding, texts, keys })
    }

    fn tally(&self, row: u64) -> Result<&Tally, Fault> {
        match row {
            GD_TOTAL => Ok(&self.figures.total),
            row => Ok(&item(&self.figures.rows, row)?.tally),
        }
    }
}

/// A question about a period of which the grouping does not count.
pub(crate) fn of_period(
    reader: Reader,
    period: *const c_char,
    as_of: i64,
    seen: u64,
) -> Result<Question, Fault> {
    let period = reader.period("period", period)?;
    let mut question = Question::new(period, numbers::moment("as_of", as_of)?);
    question.seen = numbers::number_any("seen", seen)?;
    Ok(question)
}

/// The figures of a question. Free *figures with gd_figures_free.
///
/// Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_figures(
    hotline: *mut gd_hotline,
    question: *const gd_question,
    figures: *mut *mut gd_figures,
) -> gd_status {
    make(hotline, figures, |desk| {
        let question = asked(desk.reader(), &sized::read(question)?)?;
        gd_figures::new(desk, desk.hotline.figures(&question)?)
    })
}

/// The figures of `count` questions of one state of the file. *figures is the first of as many places:
/// all are written, or all are NULL. Free each with gd_figures_free.
///
/// Errors: as gd_hotline_figures.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_figures_of(
    hotline: *mut gd_hotline,
    questions: *const *const gd_question,
    count: u32,
    figures: *mut *mut gd_figures,
) -> gd_status {
    make_all(hotline, figures, count, |desk| {
        let reader = desk.reader();
        let given = sized::slice("questions", questions, u64::from(count))?.iter();
        let given = given.map(|each| asked(reader, &sized::read(*each)?));
        let answers = desk.hotline.figures_of(&given.collect::<Result<Vec<_>, _>>()?)?;
        answers.into_iter().map(|each| gd_figures::new(desk, each)).collect()
    })
}

/// How many rows there are, in the order in which they are printed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_figures_count(figures: *const gd_figures) -> u64 {
    peek(figures, 0, |figures| Ok(figures.figures.rows.len() as u64))
}

/// The label of a row in one of its groupings, the first being 0; borrowed from the figures. NULL
/// when there is no such row or grouping.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_figures_label(
    figures: *const gd_figures,
    row: u64,
    grouping: u64,
) -> *const c_char {
    peek(figures, std::ptr::null(), |figures| {
        Ok(figures.texts.get(*item(item(&figures.keys, row)?, grouping)?))
    })
}

/// The number of a row's key in one of its groupings: the number of the unit, category, channel or
/// area; -1 answered online without a category, -2 none; 0 when there is no such row or grouping.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_figures_key(
    figures: *const gd_figures,
    row: u64,
    grouping: u64,
) -> i64 {
    peek(figures, 0, |figures| Ok(item(&item(&figures.figures.rows, row)?.keys, grouping)?.id))
}

/// A count of a row, or of the total where `row` is GD_TOTAL. `count` is one of GD_COUNT_.
///
/// Errors: GD_E_NOT_FOUND when the basis does not define the count; GD_E_INVALID_INPUT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_figures_value(
    figures: *const gd_figures,
    row: u64,
    count: gd_count,
    value: *mut i64,
) -> gd_status {
    look(figures, |figures| {
        let count = code!(Count, "count", count)?;
        let value_of = figures.tally(row)?.get(count);
        sized::put(value, value_of.ok_or_else(not_defined)?);
        Ok(())
    })
}

fn not_defined() -> Fault {
    Fault::Door(gongdan::ErrorKind::NotFound, "the basis does not define this figure")
}

/// A rate, exact. Set it to GD_RATE_INIT first.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_rate {
    /// The size of this struct.
    pub size: u32,
    /// Not used; 0.
    pub reserved: i32,
    /// The part, as counted.
    pub numerator: i64,
    /// The whole, as counted; 0 prints as a dash.
    pub denominator: i64,
    /// As printed: with two decimals, and a per cent sign where it is one; in the figures'
    /// encoding.
    pub printed: [c_char; 32],
}

sized::sized!(gd_rate, "rate", size_of::<gd_rate>());

fn rate(fraction: Fraction, words: &str, encoding: Encoding) -> gd_rate {
    let mut printed = [0; 32];
    let words = encoding.c_string_lossy(words);
    for (own, byte) in printed[..31].iter_mut().zip(words.as_bytes()) {
        *own = *byte as c_char;
    }
    let Fraction { numerator, denominator } = fraction;
    gd_rate { size: 0, reserved: 0, numerator, denominator, printed }
}

/// A rate of a row, or of the total where `row` is GD_TOTAL: a measure by its ASCII name, for
/// example `closure_rate`, rounded as the policy says at the cut-off.
///
/// Errors: GD_E_NOT_FOUND when the basis does not define its counts; GD_E_INVALID_INPUT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_figures_rate(
    figures: *const gd_figures,
    row: u64,
    measure: *const c_char,
    out: *mut gd_rate,
) -> gd_status {
    look(figures, |figures| {
        let name = Reader(Encoding::Utf8).required("measure", measure)?;
        let measure = Measure::named(name.trim()).ok_or_else(|| unknown_measure(&name))?;
        let fraction = figures.tally(row)?.measure(measure).ok_or_else(not_defined)?;
        let words = measure.printed(&fraction, figures.rounding);
        sized::fill(out, &rate(fraction, &words, figures.texts.encoding()))
    })
}

/// A measure that nobody knows.
pub(crate) fn unknown_measure(name: &str) -> Fault {
    let given = name.chars().take(40).collect();
    let nearest = MEASURES.iter().map(|measure| measure.name.to_owned()).collect();
    Fault::argument("measure", Problem::Unknown { given, nearest })
}

/// The tickets behind a count of a row, or of the total where `row` is GD_TOTAL: exactly as many
/// as the count says, but for counts of times. Free *refs with gd_refs_free.
///
/// Errors: GD_E_INVALID_INPUT when the basis does not define the count; GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_behind(
    hotline: *mut gd_hotline,
    figures: *const gd_figures,
    row: u64,
    count: gd_count,
    refs: *mut *mut gd_refs,
) -> gd_status {
    make(hotline, refs, |desk| {
        let figures = &known(figures)?.figures;
        let row = match row {
            GD_TOTAL => None,
            row => Some(item(&figures.rows, row)?),
        };
        let found = desk.hotline.behind(figures, row, code!(Count, "count", count)?)?;
        gd_refs::new(&found, desk.encoding)
    })
}

/// The tickets that one count of a question counts and another does not: taken in and not closed,
/// for example. Free *refs with gd_refs_free.
///
/// Errors: GD_E_INVALID_INPUT when the basis does not define a count; GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_between(
    hotline: *mut gd_hotline,
    question: *const gd_question,
    counted: gd_count,
    not_counted: gd_count,
    refs: *mut *mut gd_refs,
) -> gd_status {
    make(hotline, refs, |desk| {
        let question = asked(desk.reader(), &sized::read(question)?)?;
        let counted = code!(Count, "counted", counted)?;
        let not_counted = code!(Count, "not_counted", not_counted)?;
        let found = desk.hotline.between(&question, counted, not_counted)?;
        gd_refs::new(&found, desk.encoding)
    })
}

/// Frees figures; NULL is nothing to do.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_figures_free(figures: *mut gd_figures) {
    free(figures);
}
