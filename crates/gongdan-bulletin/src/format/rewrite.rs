//! A template before it is compiled: what is reckoned or compared in it goes through one function that
//! takes figures for the exact numbers they are, and Chinese names become names the engine can read.

use super::token::{Sort, Token, mangled, tokens};

/// The function that reckons.
pub(super) const RECKON: &str = "reckoned_exactly";

/// A template in whose statements and expressions everything that is reckoned or compared is reckoned
/// exactly. Lines stay where they were.
pub(super) fn template(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((begin, close)) = next(rest) {
        let end = rest[begin..].find(close).map_or(rest.len(), |end| begin + end);
        made.push_str(&rest[..begin]);
        let inner = &rest[begin..end];
        let told = match close {
            "}}" => marked(inner, expression),
            "%}" => marked(inner, statement),
            _ => inner.to_owned(),
        };
        let lines = |text: &str| text.matches('\n').count();
        made.push_str(&told);
        made.push_str(&"\n".repeat(lines(inner).saturating_sub(lines(&told))));
        rest = &rest[end..];
    }
    made.push_str(rest);
    made
}

/// The next expression, statement or remark, and what ends it.
fn next(text: &str) -> Option<(usize, &'static str)> {
    let all = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")];
    all.into_iter().filter_map(|(open, close)| Some((text.find(open)?, close))).min()
}

/// What stands between the marks: `{{-` and `-` stay.
fn marked(text: &str, told: fn(&str) -> Option<String>) -> String {
    let open = if text[2..].starts_with(['-', '+']) { 3 } else { 2 };
    let close = if text.len() > open && text.ends_with(['-', '+']) { 1 } else { 0 };
    let inner = &text[open..text.len() - close];
    let made = told(inner).unwrap_or_else(|| named(inner));
    format!("{} {made} {}", &text[..open], &text[text.len() - close..])
}

/// The same with its names readable, where it is no expression that can be understood.
fn named(text: &str) -> String {
    let mut made = String::new();
    let mut at = 0;
    for token in tokens(text) {
        made.push_str(&text[at..token.at]);
        made.push_str(&token.written());
        at = token.at + token.text.len();
    }
    made + &text[at..]
}

/// An expression; nothing when it cannot be understood.
pub(super) fn expression(text: &str) -> Option<String> {
    let mut parser = Parser::of(tokens(text));
    let made = parser.whole()?;
    parser.ended().then_some(made)
}

fn statement(text: &str) -> Option<String> {
    let mut parser = Parser::of(tokens(text));
    let word = parser.next()?.text;
    let made = match word {
        "if" | "elif" => parser.whole()?,
        "for" => {
            let names = parser.until("in")?;
            let of = parser.or()?;
            let only = match parser.take("if") {
                true => format!(" if {}", parser.whole()?),
                false => String::new(),
            };
            format!("{names} in {of}{only}")
        }
        "set" => {
            let names = parser.until("=")?;
            format!("{names} = {}", parser.whole()?)
        }
        _ => return None,
    };
    parser.ended().then(|| format!("{word} {made}"))
}

/// How deep brackets may stand in each other.
const DEEPEST: usize = 60;

struct Parser<'a> {
    tokens: Vec<Token<'a>>,
    at: usize,
    deep: usize,
}

impl<'a> Parser<'a> {
    fn of(tokens: Vec<Token<'a>>) -> Self {
        Self { tokens, at: 0, deep: 0 }
    }

    fn ended(&self) -> bool {
        self.at == self.tokens.len()
    }

    fn peek(&self) -> Option<Token<'a>> {
        self.tokens.get(self.at).copied()
    }

    fn next(&mut self) -> Option<Token<'a>> {
        let token = self.peek()?;
        self.at += 1;
        Some(token)
    }

    fn is(&self, text: &str) -> bool {
        self.peek().is_some_and(|token| token.text == text && token.sort != Sort::Text)
    }

    fn take(&mut self, text: &str) -> bool {
        let is = self.is(text);
        self.at += usize::from(is);
        is
    }

    /// Names up to a word, which is taken too.
    fn until(&mut self, word: &str) -> Option<String> {
        let mut names = String::new();
        while !self.take(word) {
            names.push_str(&self.next()?.written());
            names.push(' ');
        }
        Some(names.trim_end().to_owned())
    }

    /// `a if b else c`.
    fn whole(&mut self) -> Option<String> {
        self.deep += 1;
        if self.deep > DEEPEST {
            return None;
        }
        let mut made = self.or()?;
        if self.take("if") {
            made = format!("{made} if {}", self.or()?);
            if self.take("else") {
                made = format!("{made} else {}", self.whole()?);
            }
        }
        self.deep -= 1;
        Some(made)
    }

    fn joined(&mut self, word: &str, part: fn(&mut Self) -> Option<String>) -> Option<String> {
        let mut made = part(self)?;
        while self.take(word) {
            made = format!("{made} {word} {}", part(self)?);
        }
        Some(made)
    }

    fn or(&mut self) -> Option<String> {
        self.joined("or", |parser| parser.joined("and", Self::not))
    }

    fn not(&mut self) -> Option<String> {
        match self.take("not") {
            true => Some(format!("not {}", self.not()?)),
            false => self.compared(),
        }
    }

    fn compared(&mut self) -> Option<String> {
        let mut made = self.operated(&["+", "-"], Self::concatenated)?;
        loop {
            let compares = ["==", "!=", "<=", ">=", "<", ">"].into_iter().find(|op| self.is(op));
            if let Some(operator) = compares {
                self.at += 1;
                let other = self.operated(&["+", "-"], Self::concatenated)?;
                made = format!("{RECKON}(\"{operator}\", {made}, {other})");
            } else if self.take("in") {
                made = format!("{made} in {}", self.operated(&["+", "-"], Self::concatenated)?);
            } else if self.is("not") && self.tokens.get(self.at + 1).is_some_and(|t| t.text == "in")
            {
                self.at += 2;
                made = format!("{made} not in {}", self.operated(&["+", "-"], Self::concatenated)?);
            } else {
                return Some(made);
            }
        }
    }

    fn operated(
        &mut self,
        operators: &[&str],
        part: fn(&mut Self) -> Option<String>,
    ) -> Option<String> {
        let mut made = part(self)?;
        while let Some(operator) = operators.iter().find(|operator| self.is(operator)) {
            self.at += 1;
            made = format!("{RECKON}(\"{operator}\", {made}, {})", part(self)?);
        }
        Some(made)
    }

    fn concatenated(&mut self) -> Option<String> {
        self.joined("~", |parser| parser.operated(&["*", "/", "//", "%"], Self::signed))
    }

    fn signed(&mut self) -> Option<String> {
        match (self.take("-"), self.peek()) {
            (true, Some(token)) if token.sort == Sort::Number => {
                Some(format!("-{}", self.postfix()?))
            }
            (true, _) => Some(format!("{RECKON}(\"-\", 0, {})", self.signed()?)),
            (false, _) => self.postfix(),
        }
    }

    fn postfix(&mut self) -> Option<String> {
        let mut made = self.primary()?;
        loop {
            made = if self.take(".") {
                format!("{made}.{}", self.next()?.written())
            } else if self.is("[") || self.is("(") {
                made + &self.bracket()?
            } else if self.take("|") {
                let name = self.next().filter(|token| token.sort == Sort::Name)?.written();
                let given = if self.is("(") { self.bracket()? } else { String::new() };
                format!("{made}|{name}{given}")
            } else if self.take("is") {
                format!("({made} is {})", self.test()?)
            } else {
                return Some(made);
            };
        }
    }

    fn test(&mut self) -> Option<String> {
        let not = if self.take("not") { "not " } else { "" };
        let name = self.next().filter(|token| token.sort == Sort::Name)?.written();
        let operand = self.peek().is_some_and(|token| {
            token.sort != Sort::Mark
                && !["and", "or", "if", "else", "is", "in", "not"].contains(&token.text)
        });
        let given = match (self.is("("), operand) {
            (true, _) => self.bracket()?,
            (false, true) => format!(" {}", self.primary()?),
            (false, false) => String::new(),
        };
        Some(format!("{not}{name}{given}"))
    }

    fn primary(&mut self) -> Option<String> {
        if ["(", "[", "{"].iter().any(|open| self.is(open)) {
            return self.bracket();
        }
        let token = self.next().filter(|token| token.sort != Sort::Mark)?;
        Some(token.written())
    }

    /// What stands in brackets: expressions, between commas, colons and equal signs.
    fn bracket(&mut self) -> Option<String> {
        let open = self.next()?.text;
        let close = match open {
            "(" => ")",
            "[" => "]",
            _ => "}",
        };
        let mut made = open.to_owned();
        while !self.take(close) {
            match [",", ":", "="].into_iter().find(|mark| self.is(mark)) {
                Some(mark) => {
                    self.at += 1;
                    made.push_str(mark);
                    made.push(' ');
                }
                None => made.push_str(&self.whole()?),
            }
        }
        Some(made + close)
    }
}

/// The name that a name of the folder has in the engine.
pub(super) fn readable(name: &str) -> String {
    mangled(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        expression(text).expect("understood").replace(RECKON, "r")
    }

    #[test]
    fn what_is_reckoned_goes_through_the_function_that_reckons() {
        for (text, made) in [
            ("all.closed + all.open", "r(\"+\", all.closed, all.open)"),
            ("(all.closed + 1) * 2", "r(\"*\", (r(\"+\", all.closed, 1)), 2)"),
            ("units|length > 3", "r(\">\", units|length, 3)"),
            ("f > -5", "r(\">\", f, -5)"),
            ("'多' if all.closed >= 5 else '少'", "'多' if r(\">=\", all.closed, 5) else '少'"),
            ("a - b - c", "r(\"-\", r(\"-\", a, b), c)"),
            ("a - b ~ 'x'", "r(\"-\", a, b ~ 'x')"),
        ] {
            assert_eq!(told(text), made);
        }
    }

    #[test]
    fn what_is_not_reckoned_stays_as_it_was() {
        for kept in [
            "all.closed",
            "units|sort(attribute= \"closed\", reverse= true)|first",
            "'a-b' ~ name",
            "{\"a\": 1, \"b\": 2}[part.hands]",
            "not a and b or c in [1, 2]",
        ] {
            assert_eq!(told(kept), kept);
        }
        assert_eq!(template("一.closed {# a + b #}\n"), "一.closed {# a + b #}\n");
    }

    #[test]
    fn lines_stay_and_chinese_names_are_readable() {
        let made = template("{{ 受理件数\n + 1 }}\n{%- for 单位 in 各单位 if 单位.派单数 > 5 %}");
        assert_eq!(made.matches('\n').count(), 2);
        assert!(made.is_ascii(), "{made}");
        assert_eq!(super::super::token::demangled(&readable("受理件数a")), "受理件数a");
    }
}
