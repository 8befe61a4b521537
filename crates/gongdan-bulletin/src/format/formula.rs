//! A place's own measure, as it is written: sums, differences, products and quotients of figures.

use crate::exact::Exact;

/// A formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Formula {
    Number(Exact),
    /// A figure, with the parts and days before its dots: `热线.handled`.
    Figure(Vec<String>),
    Two(char, Box<Formula>, Box<Formula>),
    /// The smaller, or the larger, of some.
    Bound(bool, Vec<Formula>),
}

/// How deep brackets may stand in each other, and how long a formula may be.
const DEEPEST: usize = 30;
const LONGEST: usize = 1_000;

impl Formula {
    /// Reads one. Names that hold more than letters (`派单数(含协办)`) are known beforehand.
    pub(super) fn parse(text: &str, known: &[&str]) -> Option<Self> {
        if text.chars().count() > LONGEST {
            return None;
        }
        let mut reader = Reader { rest: text, known, deep: 0 };
        let formula = reader.sum()?;
        reader.blank();
        reader.rest.is_empty().then_some(formula)
    }

    /// The figures in it.
    pub(super) fn figures(&self) -> Vec<&[String]> {
        match self {
            Self::Number(_) => Vec::new(),
            Self::Figure(path) => vec![path],
            Self::Two(_, one, other) => [one.figures(), other.figures()].concat(),
            Self::Bound(_, of) => of.iter().flat_map(Self::figures).collect(),
        }
    }

    /// Whether it counts: nothing is divided in it, and every number is whole.
    pub(super) fn counts(&self) -> bool {
        match self {
            Self::Number(number) => number.whole == 1,
            Self::Figure(_) => true,
            Self::Two(operator, one, other) => *operator != '/' && one.counts() && other.counts(),
            Self::Bound(_, of) => of.iter().all(Self::counts),
        }
    }

    /// Whether it is one thing over another: then it is printed in per cent unless it is said otherwise.
    pub(super) fn divides(&self) -> bool {
        matches!(self, Self::Two('/', ..))
    }
}

struct Reader<'a> {
    rest: &'a str,
    known: &'a [&'a str],
    deep: usize,
}

impl<'a> Reader<'a> {
    fn blank(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn take(&mut self, marks: &[char]) -> bool {
        self.blank();
        let found = self.rest.chars().next().filter(|mark| marks.contains(mark));
        self.rest = &self.rest[found.map_or(0, char::len_utf8)..];
        found.is_some()
    }

    fn sum(&mut self) -> Option<Formula> {
        let mut made = self.product()?;
        loop {
            let operator = match (self.take(&['+', '\u{ff0b}']), self.take(&['-', '\u{ff0d}', '−']))
            {
                (true, _) => '+',
                (false, true) => '-',
                (false, false) => return Some(made),
            };
            made = Formula::Two(operator, Box::new(made), Box::new(self.product()?));
        }
    }

    fn product(&mut self) -> Option<Formula> {
        let mut made = self.factor()?;
        loop {
            let operator = match (self.take(&['*', '×']), self.take(&['/', '÷'])) {
                (true, _) => '*',
                (false, true) => '/',
                (false, false) => return Some(made),
            };
            made = Formula::Two(operator, Box::new(made), Box::new(self.factor()?));
        }
    }

    fn factor(&mut self) -> Option<Formula> {
        self.deep += 1;
        if self.deep > DEEPEST {
            return None;
        }
        self.blank();
        let made = match self.rest.chars().next()? {
            '(' | '\u{ff08}' => self.bracket(),
            '-' => {
                self.take(&['-']);
                let zero = Box::new(Formula::Number(Exact::whole(0)));
                Some(Formula::Two('-', zero, Box::new(self.factor()?)))
            }
            digit if digit.is_ascii_digit() => self.number(),
            _ => self.named(),
        };
        self.deep -= 1;
        made
    }

    fn bracket(&mut self) -> Option<Formula> {
        self.take(&['(', '\u{ff08}']);
        let made = self.sum()?;
        self.take(&[')', '\u{ff09}']).then_some(made)
    }

    fn number(&mut self) -> Option<Formula> {
        let of_number = |c: char| c.is_ascii_digit() || c == '.';
        let end = self.rest.find(|c| !of_number(c)).unwrap_or(self.rest.len());
        let number = Exact::parse(&self.rest[..end]);
        self.rest = &self.rest[end..];
        number.map(Formula::Number)
    }

    fn named(&mut self) -> Option<Formula> {
        let path = self.path()?;
        let smaller = match path.first().map(String::as_str) {
            Some("min" | "较小") => true,
            Some("max" | "较大") => false,
            _ => return Some(Formula::Figure(path)),
        };
        if path.len() > 1 || !self.take(&['(', '\u{ff08}']) {
            return Some(Formula::Figure(path));
        }
        let mut of = vec![self.sum()?];
        while self.take(&[',', '\u{ff0c}']) {
            of.push(self.sum()?);
        }
        self.take(&[')', '\u{ff09}']).then_some(Formula::Bound(smaller, of))
    }

    /// A name, and what stands before its dots.
    fn path(&mut self) -> Option<Vec<String>> {
        let mut path = Vec::new();
        loop {
            path.push(self.name()?);
            match self.rest.strip_prefix('.') {
                Some(rest) => self.rest = rest,
                None => return Some(path),
            }
        }
    }

    fn name(&mut self) -> Option<String> {
        let known = self.known.iter().filter(|name| self.rest.starts_with(**name));
        let of_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '“' | '”');
        let end = self.rest.find(|c| !of_name(c)).unwrap_or(self.rest.len());
        let end = known.map(|name| name.len()).max().unwrap_or(0).max(end);
        let (name, rest) = self.rest.split_at(end);
        self.rest = rest;
        (!name.is_empty()).then(|| name.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Formula> {
        Formula::parse(text, &["派单数(含协办)"])
    }

    #[test]
    fn a_formula_is_read_as_people_write_it() {
        let rate = read("(已办结数-超期已办结)÷派单数(含协办)").expect("a formula");
        assert!(rate.divides() && !rate.counts());
        let names: Vec<String> = rate.figures().iter().map(|path| path.join(".")).collect();
        assert_eq!(names, ["已办结数", "超期已办结", "派单数(含协办)"]);
        let points = read("100 - 0.5 * max(0, 热线.sign_off_late - 2)").expect("points");
        assert!(!points.divides() && !points.counts());
        assert!(read("closed + rejected").expect("a count").counts());
        for wrong in ["", "a +", "(a", "a b", "max(a", "1.2.3", &"(".repeat(99)] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
