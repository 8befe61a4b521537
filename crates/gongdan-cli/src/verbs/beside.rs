//! Two answers to one question side by side, with the difference.

use gongdan::{
    Basis, Count, CountChange, Figures, Fraction, MEASURES, Measure, RateChange, Rounding, Row,
    Tally,
};
use gongdan_lists::{OutCell, OutTable};
use serde_json::{Map, Value, json};

use crate::exit::Failure;
use crate::grid::Grid;
use crate::screen::Screen;
use crate::shown::stamped;
use crate::words::{self, Pair};

/// The two answers: the name of each for programs and for people. What is printed as a change is
/// the second less the first.
pub(crate) struct Sides<'a> {
    /// What each answer is called.
    pub(crate) names: [(&'static str, Pair); 2],
    /// The answers.
    pub(crate) figures: [&'a Figures; 2],
    /// How rates are printed.
    pub(crate) rounding: Rounding,
}

/// A row of either answer or of both.
struct Both<'a> {
    name: &'a str,
    tallies: [&'a Tally; 2],
}

impl<'a> Sides<'a> {
    /// The rows of either answer, those of the second first, in printed order.
    fn rows(&self, none: &'a Tally) -> Vec<Both<'a>> {
        let [first, second] = self.figures;
        let ids = |row: &Row| row.keys.iter().map(|key| key.id).collect::<Vec<_>>();
        let same = |figures: &'a Figures, row: &Row| {
            figures.rows.iter().find(|other| ids(other) == ids(row)).map(|row| &row.tally)
        };
        let name = |row: &'a Row| row.keys.first().map_or("", |key| key.name.as_str());
        let mut rows: Vec<Both<'a>> = Vec::new();
        for row in &second.rows {
            let tallies = [same(first, row).unwrap_or(none), &row.tally];
            rows.push(Both { name: name(row), tallies });
        }
        for row in first.rows.iter().filter(|row| same(second, row).is_none()) {
            rows.push(Both { name: name(row), tallies: [&row.tally, none] });
        }
        rows
    }

    /// For programs: rows, total and measures, each count on both sides with its change.
    pub(crate) fn object(&self, counts: &[Count]) -> Value {
        let none = Tally::default();
        let question = &self.figures[1].question;
        let by: Vec<&str> = question.by.iter().map(|by| by.word()).collect();
        let row = |row: &Both<'_>| {
            let mut object = Map::new();
            object.insert("key".into(), json!(row.name));
            object.extend(self.changes(row.tallies, counts));
            Value::Object(object)
        };
        let rows = self.rows(&none);
        let rows: Vec<Value> = rows.iter().filter(|_| !by.is_empty()).map(row).collect();
        let totals = self.figures.map(|figures| &figures.total);
        let measures: Map<String, Value> =
            MEASURES.iter().filter_map(|each| self.measure(each, totals)).collect();
        json!({
            "period": question.period.to_string(),
            "as_of": stamped(question.as_of),
            "basis": question.basis.word(),
            "by": by.first().unwrap_or(&"all"),
            "rows": rows,
            "total": self.changes(totals, counts),
            "measures": measures,
        })
    }

    fn changes(&self, tallies: [&Tally; 2], counts: &[Count]) -> Map<String, Value> {
        let [(first, _), (second, _)] = self.names;
        let change = |count: &Count| {
            let [before, now] = tallies.map(|tally| tally.count(*count));
            let percent = CountChange { now, before }.rate().percent(self.rounding);
            let value = json!({
                first: before, second: now, "difference": now - before, "percent": percent,
            });
            (count.word().to_owned(), value)
        };
        self.counted(counts).iter().map(change).collect()
    }

    fn measure(&self, measure: &Measure, tallies: [&Tally; 2]) -> Option<(String, Value)> {
        let [before, now] = self.fractions(measure, tallies)?;
        let rate = |rate: Fraction| {
            json!({
                "numerator": rate.numerator,
                "denominator": rate.denominator,
                "printed": rate.percent(self.rounding),
            })
        };
        let [(first, _), (second, _)] = self.names;
        let points = RateChange { now, before }.points(self.rounding);
        let value = json!({
            first: rate(before), second: rate(now), "points": points, "rule": measure.rule,
        });
        Some((measure.name.to_owned(), value))
    }

    fn fractions(&self, measure: &Measure, tallies: [&Tally; 2]) -> Option<[Fraction; 2]> {
        let [before, now] = tallies.map(|tally| tally.measure(measure));
        Some([before?, now?])
    }

    /// The counts that are shown: those that are named, or all that either answer has.
    fn counted(&self, counts: &[Count]) -> Vec<Count> {
        let [first, second] = self.figures.map(|figures| &figures.total);
        let has = |count: &Count| first.get(*count).or(second.get(*count)).is_some();
        let all = Count::ALL.iter().copied();
        all.filter(|count| if counts.is_empty() { has(count) } else { counts.contains(count) })
            .collect()
    }

    /// On its way out: a row for each row and count, the total last, then the rates of the total.
    pub(crate) fn table(&self, counts: &[Count]) -> OutTable<'static> {
        let [left, right] = self.names.map(|(name, (heading, _))| (name, heading));
        let mut table = OutTable::new([
            ("key", words::NAME.0),
            ("figure", words::COUNT.0),
            left,
            right,
            ("difference", words::DIFFERENCE.0),
            ("percent", words::CHANGE.0),
        ]);
        let none = Tally::default();
        let name = words::TOTAL.0;
        let total = Both { name, tallies: self.figures.map(|figures| &figures.total) };
        let grouped = !self.figures[1].question.by.is_empty();
        for row in self.rows(&none).into_iter().filter(|_| grouped).chain([total]) {
            for count in self.counted(counts) {
                let [before, now] = row.tallies.map(|tally| tally.count(count));
                let percent = CountChange { now, before }.rate().percent(self.rounding);
                let names = [row.name, count.term()].map(|name| OutCell::text(name.to_owned()));
                let numbers = [before, now, now - before].map(OutCell::Number);
                table.row(names.into_iter().chain(numbers).chain([OutCell::printed(percent)]));
            }
        }
        self.rates_out(&mut table, counts.is_empty());
        table
    }

    fn rates_out(&self, table: &mut OutTable<'static>, wanted: bool) {
        let tallies = self.figures.map(|figures| &figures.total);
        for measure in MEASURES.iter().filter(|_| wanted) {
            let Some([before, now]) = self.fractions(measure, tallies) else { continue };
            let points = RateChange { now, before }.points(self.rounding);
            let rates =
                [before, now].map(|rate| OutCell::printed(measure.printed(&rate, self.rounding)));
            let names = [words::TOTAL.0, measure.term].map(OutCell::text);
            table.row(
                names.into_iter().chain(rates).chain([OutCell::text(points), OutCell::Nothing]),
            );
        }
    }

    /// For people: the counts that are named, or else those that differ; then the rates.
    pub(crate) fn print(&self, screen: &Screen, counts: &[Count]) -> Result<(), Failure> {
        self.heading(screen)?;
        let none = Tally::default();
        let total = Both {
            name: screen.word(words::TOTAL),
            tallies: self.figures.map(|figures| &figures.total),
        };
        let grouped = !self.figures[1].question.by.is_empty();
        let mut grid = self
            .grid(screen, Grid::new().text(screen.word(words::NAME)), words::COUNT)
            .number(screen.word(words::DIFFERENCE))
            .number(screen.word(words::CHANGE));
        let rows = self.rows(&none).into_iter().filter(|_| grouped).chain([total]);
        let mut lines = 0;
        for row in rows {
            for count in self.counted(counts) {
                let [before, now] = row.tallies.map(|tally| tally.count(count));
                if before == now && counts.is_empty() {
                    continue;
                }
                lines += 1;
                let percent = CountChange { now, before }.rate().percent(self.rounding);
                let count = format!("{} {}", count.term(), count.word());
                let cells = [before.to_string(), now.to_string(), format!("{:+}", now - before)];
                grid.row([row.name.to_owned(), count].into_iter().chain(cells).chain([percent]));
            }
        }
        match lines {
            0 => screen.line(screen.word(words::NO_DIFFERENCE))?,
            _ => screen.table(&grid)?,
        }
        self.rates(screen, counts.is_empty())
    }

    fn grid(&self, screen: &Screen, first: Grid, what: Pair) -> Grid {
        let [(_, left), (_, right)] = self.names;
        first.text(screen.word(what)).number(screen.word(left)).number(screen.word(right))
    }

    fn rates(&self, screen: &Screen, wanted: bool) -> Result<(), Failure> {
        let mut grid = self
            .grid(screen, Grid::new().text(screen.word(words::MEASURE)), words::NAME)
            .number(screen.word(words::POINTS))
            .text(screen.word(words::RULE));
        let tallies = self.figures.map(|figures| &figures.total);
        let mut lines = 0;
        for measure in MEASURES.iter().filter(|_| wanted) {
            let Some([before, now]) = self.fractions(measure, tallies) else { continue };
            if before == now {
                continue;
            }
            lines += 1;
            let points = RateChange { now, before }.points(self.rounding);
            let rates = [before, now].map(|rate| rate.percent(self.rounding));
            let names = [measure.term.to_owned(), measure.name.to_owned()];
            let rest = [points, measure.rule.to_owned()];
            grid.row(names.into_iter().chain(rates).chain(rest));
        }
        if lines == 0 { Ok(()) } else { screen.table(&grid) }
    }

    fn heading(&self, screen: &Screen) -> Result<(), Failure> {
        let word = |pair| screen.word(pair);
        for ((_, name), figures) in self.names.into_iter().zip(self.figures) {
            let question = &figures.question;
            let basis = match question.basis {
                Basis::Cohort => words::COHORT,
                Basis::Flow => words::FLOW,
            };
            let (period, as_of) = (question.period, question.as_of);
            let head = format!("{} {period}, {} {as_of}", word(words::PERIOD), word(words::AS_OF));
            let basis = format!("{} {}", word(words::BASIS), word(basis));
            screen.line(format_args!("{}: {head}, {basis}", word(name)))?;
        }
        Ok(())
    }
}
