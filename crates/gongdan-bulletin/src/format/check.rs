//! A format is checked when it is read: every name is known, every key has an effect.

use gongdan::{Basis, Grouping, Measure, check_figure};

use super::by::{By, LISTS, Wanted};
use super::definitions::{Named, Own};
use super::formula::Formula;
use super::own::{PartSpec, PrintSpec, channel_kind, code};
use super::problem::{FILE, FormatError, line_of, unknown_figure};
use super::slice::{Slice, span};
use super::spec::{BlockSpec, ColumnSpec, Spec, TableSpec};
use super::wrong::FormatProblem;
use crate::needs::SpanOf;

/// How many of anything a format may have: it may come by mail.
const MOST: usize = 500;

impl Spec {
    /// Reads and checks the file.
    pub(super) fn parse(text: &str) -> Result<Self, FormatError> {
        let mut spec: Self = toml::from_str(text).map_err(|error| unread(text, &error))?;
        let at = At(text);
        spec.sizes(&at)?;
        spec.read_measures(&at)?;
        let own = spec.own();
        spec.part.iter().try_for_each(|part| at.part(part))?;
        spec.print.keys().try_for_each(|name| at.printed(&own, name))?;
        for rows in &spec.rows {
            at.grouping(&rows.by)?;
            at.level(rows.level, By::parse(&rows.by))?;
        }
        for given in &spec.given {
            given.by.as_deref().map_or(Ok(()), |by| at.grouping(by))?;
        }
        for table in spec.tables() {
            at.table(&spec, &own, table)?;
        }
        for block in spec.blocks() {
            if let BlockSpec::Text(both) = block
                && both.template.is_some()
                && both.text.is_some()
            {
                return Err(at.wrong("text", FormatProblem::NoEffect("text")));
            }
        }
        let unknown = |name: &&str| Measure::named(name).is_none();
        match spec.satisfaction.as_deref().filter(unknown) {
            Some(name) => Err(unknown_figure(FILE, at.line(name), name, &own)),
            None => Ok(spec),
        }
    }

    fn sizes(&self, at: &At<'_>) -> Result<(), FormatError> {
        let blocks = self.blocks().count();
        let columns = self.tables().flat_map(|table| table.columns.iter().flatten()).count();
        let all = [
            self.section.len(),
            blocks,
            columns,
            self.measure.len(),
            self.part.len(),
            self.rows.len(),
            self.given.len(),
        ];
        match all.iter().any(|each| *each > MOST) {
            true => Err(at.wrong("section", FormatProblem::TooMuch)),
            false => Ok(()),
        }
    }

    /// Reads the formulas; each may name the measures above it.
    fn read_measures(&mut self, at: &At<'_>) -> Result<(), FormatError> {
        let given: Vec<String> = self.given.iter().map(|given| given.name.clone()).collect();
        for index in 0..self.measure.len() {
            let own = Own { measures: self.measure[..index].to_vec(), ..self.own() };
            let spec = &mut self.measure[index];
            let names = own.names();
            let known: Vec<&str> = names.into_iter().filter(|name| name.contains('(')).collect();
            let formula = Formula::parse(&spec.formula, &known);
            let wrong = || FormatProblem::Formula(spec.formula.chars().take(80).collect());
            let formula = formula.ok_or_else(|| at.wrong(&spec.formula, wrong()))?;
            for path in formula.figures() {
                let path: Vec<&str> = path.iter().map(String::as_str).collect();
                let is_given = path.len() == 1 && given.iter().any(|name| name == path[0]);
                if !is_given {
                    at.path(&own, (&path, None))?;
                }
            }
            at.decimals(spec.decimals)?;
            spec.read = Some(formula);
        }
        Ok(())
    }

    /// What the format says for itself.
    pub(super) fn own(&self) -> Own {
        Own {
            measures: self.measure.clone(),
            parts: self.part.clone(),
            prints: self.print.iter().map(|(name, print)| (name.clone(), *print)).collect(),
            usual: PrintSpec { decimals: self.decimals, trim: self.trim },
        }
    }

    /// The rows of a name: the format's own, or one of those that every template has.
    pub(super) fn wanted(&self, table: &TableSpec) -> Option<Wanted> {
        let groups = table.group.as_ref().map(|group| group.all()).unwrap_or_default();
        if let Some(name) = &table.rows {
            let own = self.named_rows().into_iter().find(|(each, _)| each == name);
            let list = LISTS.iter().find(|(one, other, _)| one == name || other == name);
            let wanted = own.map(|(_, wanted)| wanted).or(list.map(|(_, _, by)| Wanted::by(*by)))?;
            let groups = if groups.is_empty() { wanted.groups.clone() } else { groups };
            return Some(Wanted { groups, zeros: wanted.zeros || table.zeros, ..wanted });
        }
        let by = By::parse(table.by.as_deref()?)?;
        Some(Wanted { by, level: table.level, groups, zeros: table.zeros })
    }

    /// The rows that the format names.
    pub(super) fn named_rows(&self) -> Vec<(String, Wanted)> {
        let wanted = self.rows.iter().filter_map(|rows| {
            let by = By::parse(&rows.by)?;
            let groups = rows.group.iter().cloned().collect();
            let wanted = Wanted { by, level: rows.level, groups, zeros: rows.zeros };
            Some((rows.name.clone(), wanted))
        });
        wanted.collect()
    }
}

/// What toml and serde say, with the line of the key and the keys that there are.
fn unread(text: &str, error: &toml::de::Error) -> FormatError {
    let line = error.span().map(|span| text[..span.start].matches('\n').count() + 1);
    let message = error.message();
    let key = message.strip_prefix("unknown field `").and_then(|rest| rest.split('`').next());
    let line = key.and_then(|key| line_of(text, key)).or(line);
    let wrong = FormatError::new(FILE, line, FormatProblem::Setting(message.to_owned()));
    let known =
        message.split_once("expected").map(|(_, known)| known.split('`').skip(1).step_by(2));
    match key.zip(known) {
        Some((key, known)) => wrong.nearest(key, known),
        None => wrong,
    }
}

/// The text of the file: it says in which line a word stands.
struct At<'a>(&'a str);

impl At<'_> {
    fn line(&self, word: &str) -> Option<usize> {
        line_of(self.0, &format!("\"{word}\"")).or_else(|| line_of(self.0, word))
    }

    fn wrong(&self, word: &str, problem: FormatProblem) -> FormatError {
        FormatError::new(FILE, self.line(word), problem)
    }

    fn grouping(&self, by: &str) -> Result<(), FormatError> {
        match By::parse(by) {
            Some(_) => Ok(()),
            None => {
                let problem = FormatProblem::UnknownGrouping(by.chars().take(40).collect());
                Err(self.wrong(by, problem).nearest(by, By::words()))
            }
        }
    }

    fn level(&self, level: Option<u32>, by: Option<By>) -> Result<(), FormatError> {
        let tree = matches!(by, Some(By::Of(by)) if by.is_tree());
        match level {
            Some(_) if !tree => Err(self.wrong("level", FormatProblem::NoEffect("level"))),
            _ => Ok(()),
        }
    }

    fn decimals(&self, decimals: Option<u8>) -> Result<(), FormatError> {
        match decimals {
            Some(10..) => Err(self.wrong("decimals", FormatProblem::Decimals)),
            _ => Ok(()),
        }
    }

    fn part(&self, part: &PartSpec) -> Result<(), FormatError> {
        let wrong = || self.wrong(&part.name, FormatProblem::Part(part.name.clone()));
        let (by, names) = part.by().ok_or_else(wrong)?;
        if part.name.contains('.') || span(&part.name).is_some() {
            return Err(wrong());
        }
        let unknown = |name: &&String| match by {
            _ if part.is_of_kinds() => channel_kind(name).is_none(),
            Grouping::Kind | Grouping::Urgency => code(by, name).is_none(),
            _ => false,
        };
        match names.iter().find(unknown) {
            Some(name) => Err(self.wrong(name, FormatProblem::NoSuch(name.clone()))),
            None => Ok(()),
        }
    }

    fn printed(&self, own: &Own, name: &str) -> Result<(), FormatError> {
        let made = ["share", "growth", "difference", "per_day", "reckoned"].contains(&name);
        let print = own.prints.iter().find(|(each, _)| each == name);
        self.decimals(print.and_then(|(_, print)| print.decimals))?;
        match own.named(name) {
            _ if made => Ok(()),
            None => Err(unknown_figure(FILE, self.line(name), name, own)),
            Some(Named::Count(_) | Named::Late) => {
                Err(self.wrong(name, FormatProblem::NoEffect("print")))
            }
            Some(_) => Ok(()),
        }
    }

    /// Whether a figure is known, and defined where it is asked.
    fn path(&self, own: &Own, (path, by): (&[&str], Option<Grouping>)) -> Result<(), FormatError> {
        let (name, before) = path.split_last().unwrap_or((&"", &[]));
        let line = || self.line(&path.join(".")).or_else(|| self.line(name));
        let mut slice = Slice::OWN;
        for word in before {
            let next = own.sliced(slice, word);
            slice = next.ok_or_else(|| unknown_figure(FILE, line(), word, own))?;
        }
        let named = own.named(name).ok_or_else(|| unknown_figure(FILE, line(), name, own))?;
        let basis = if slice.cut.flow { Basis::Flow } else { Basis::Cohort };
        let by: Vec<Grouping> = by.filter(|by| *by != Grouping::All).into_iter().collect();
        let defined = |name: &str| check_figure(basis, &by, name).is_ok();
        let defined = match named {
            Named::Count(count) => defined(count.word()) || by.is_empty(),
            Named::Measure(measure) => defined(measure.name) || by.is_empty(),
            Named::Late | Named::Own(_) => true,
        };
        match defined {
            true => Ok(()),
            false => {
                let problem = FormatProblem::NotDefined((*name).to_owned());
                Err(FormatError::new(FILE, line(), problem))
            }
        }
    }

    fn table(&self, spec: &Spec, own: &Own, table: &TableSpec) -> Result<(), FormatError> {
        if table.by.is_some() == table.rows.is_some() {
            return Err(self.wrong(&table.head, FormatProblem::ByOrRows));
        }
        table.by.as_deref().map_or(Ok(()), |by| self.grouping(by))?;
        let Some(wanted) = spec.wanted(table) else {
            let name = table.told();
            let known = spec.rows.iter().map(|rows| rows.name.as_str());
            let known = known.chain(LISTS.iter().map(|(english, ..)| *english));
            return Err(self
                .wrong(name, FormatProblem::UnknownRows(name.to_owned()))
                .nearest(name, known));
        };
        let by = wanted.by.grouping();
        let columns = table.columns.iter().flatten();
        for column in columns.clone() {
            self.column(own, column, by, &spec.given)?;
        }
        let charts = table.charts.iter().map(|chart| chart.figure.as_str());
        for name in charts.chain(table.order.as_deref()) {
            self.figure(own, name, by, &spec.given)?;
        }
        let of_the_issue = [By::Of(Grouping::Category), By::Of(Grouping::Unit)];
        if table.columns.is_none() && !of_the_issue.contains(&wanted.by) {
            return Err(self.wrong(table.told(), FormatProblem::NoColumns));
        }
        if table.rank.is_some() && table.order.is_none() {
            return Err(self.wrong("rank", FormatProblem::NoOrder));
        }
        self.level(table.level, table.by.as_deref().and_then(By::parse))?;
        match table.idle(by) {
            Some(key) => Err(self.wrong(key, FormatProblem::NoEffect(key))),
            None => Ok(()),
        }
    }

    fn figure(
        &self,
        own: &Own,
        name: &str,
        by: Grouping,
        given: &[super::own::GivenSpec],
    ) -> Result<(), FormatError> {
        let path: Vec<&str> = name.split('.').collect();
        match path.len() == 1 && given.iter().any(|given| given.name == name) {
            true => Ok(()),
            false => self.path(own, (&path, Some(by))),
        }
    }

    fn column(
        &self,
        own: &Own,
        column: &ColumnSpec,
        by: Grouping,
        given: &[super::own::GivenSpec],
    ) -> Result<(), FormatError> {
        self.decimals(column.decimals)?;
        let idle = match (&column.figure, &column.text) {
            (Some(figure), None) => {
                self.figure(own, figure, by, given)?;
                (column.share && column.growth.is_some()).then_some("growth")
            }
            (None, Some(_)) => column.idle_of_text(),
            _ => {
                return Err(self.wrong(
                    column.figure.as_deref().unwrap_or("columns"),
                    FormatProblem::FigureOrText,
                ));
            }
        };
        if let Some(with) = column.growth.as_deref() {
            let known = matches!(span(with), Some(SpanOf::Before | SpanOf::YearBefore));
            if !known {
                let problem = FormatProblem::NoSuch(with.to_owned());
                return Err(self.wrong(with, problem).nearest(with, ["before", "year_before"]));
            }
        }
        match idle {
            Some(key) => Err(self.wrong(key, FormatProblem::NoEffect(key))),
            None => Ok(()),
        }
    }
}

impl ColumnSpec {
    /// A key that says how a figure prints, of a column that has none.
    fn idle_of_text(&self) -> Option<&'static str> {
        let idle = [
            ("share", self.share),
            ("growth", self.growth.is_some()),
            ("decimals", self.decimals.is_some()),
            ("trim", self.trim.is_some()),
        ];
        idle.into_iter().find(|(_, idle)| *idle).map(|(key, _)| key)
    }
}

impl TableSpec {
    /// A key that would have no effect beside the others.
    fn idle(&self, by: Grouping) -> Option<&'static str> {
        let (ranks, orders) = (self.rank.is_some(), self.order.is_some());
        let listed =
            matches!(by, Grouping::Unit | Grouping::Category | Grouping::Channel | Grouping::Area);
        let idle = [
            ("first", self.first.is_some() && !orders),
            ("leave_out_zero", self.leave_out_zero && !orders),
            ("total", self.total.is_some() && ranks),
            ("total_first", self.total_first && !self.has_sum()),
            ("descending", self.descending && !orders),
            ("level", self.level.is_some() && self.rows.is_some()),
            ("zeros", self.zeros && !listed),
            ("group", self.group.is_some() && by != Grouping::Unit),
            ("side_by_side", self.side_by_side.is_some_and(|halves| !(2..=4).contains(&halves))),
            ("total_first", self.total_first && self.side_by_side.is_some()),
        ];
        idle.into_iter().find(|(_, idle)| *idle).map(|(key, _)| key)
    }
}
