//! What is wrong with an argument: its name, and what would be allowed.

/// A bad argument. It names the argument and says what would be allowed; it never repeats a
/// text that can hold personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invalid {
    /// The argument's name as every face spells it, for example `"unit"`.
    pub argument: &'static str,
    /// What is wrong with it.
    pub problem: Problem,
}

/// The ways in which an argument can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// Nothing was given where something is needed.
    Empty,
    /// More characters than the field takes.
    TooLong {
        /// The longest text that is allowed, in characters.
        max: usize,
    },
    /// Control characters, or U+0000.
    ControlCharacter,
    /// The text does not have the expected shape.
    Malformed {
        /// The shape that would be allowed, for example `"YYYY-MM-DD"`.
        expected: &'static str,
    },
    /// A number or moment outside its range, both ends allowed.
    OutOfRange {
        /// The smallest allowed value.
        from: i64,
        /// The largest allowed value.
        to: i64,
    },
    /// A name that the register does not know (at that moment).
    Unknown {
        /// The name as given: a name of reference data, never a person's.
        given: String,
        /// The nearest names that are known.
        nearest: Vec<String>,
    },
    /// A name that several entries of a tree have: a path says which is meant.
    Ambiguous {
        /// The name as given: a name of reference data, never a person's.
        given: String,
        /// The paths of those that have it.
        paths: Vec<String>,
    },
    /// A figure that the basis and grouping asked about do not define.
    NotDefined {
        /// The figure's name.
        given: String,
        /// The figures of this sort that are defined there.
        defined: Vec<String>,
    },
    /// The unit, category or channel was retired before the moment of the command.
    Retired {
        /// Its name.
        given: String,
    },
    /// The same thing is named twice, or stands already.
    Duplicate {
        /// Its name.
        given: String,
    },
    /// No notice of working days has been published for the year that is needed.
    UnknownYear {
        /// The year.
        year: i32,
    },
    /// A rule of the reference data does not hold, said in its own words.
    Rule {
        /// The rule.
        rule: &'static str,
    },
}

impl Problem {
    /// What is wrong with a structure that was told as data: a key that nobody knows is named, with those that
    /// are known; anything else has not the shape that is expected.
    ///
    /// ```
    /// use gongdan_domain::{Problem, Term};
    /// let wrong = serde_json::from_str::<Term>(r#"{"figure": "closure_rate", "pionts": 100}"#);
    /// let problem = Problem::of_structure(&wrong.unwrap_err(), "a term");
    /// assert!(matches!(problem, Problem::Unknown { given, .. } if given == "pionts"));
    /// ```
    pub fn of_structure(error: &impl std::fmt::Display, expected: &'static str) -> Self {
        let told = error.to_string();
        let mut names = told.split('`').skip(1).step_by(2);
        match told.starts_with("unknown field").then(|| names.next()).flatten() {
            Some(given) => {
                let given = given.chars().take(40).collect();
                Self::Unknown { given, nearest: names.map(str::to_owned).collect() }
            }
            None => Self::Malformed { expected },
        }
    }
}

impl Invalid {
    /// Names the argument and its problem.
    pub fn new(argument: &'static str, problem: Problem) -> Self {
        Self { argument, problem }
    }

    /// The same problem of an argument that was typed under another name.
    #[must_use]
    pub fn named(self, argument: &'static str) -> Self {
        Self { argument, ..self }
    }
}
