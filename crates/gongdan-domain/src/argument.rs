//! Arguments: what a command or a question takes, one row each, and how what somebody typed
//! becomes what it means. Every face reads its arguments here, so that an error names the argument
//! by the name under which it was typed.

use serde::Serialize;

use crate::day::Day;
use crate::ids::TicketId;
use crate::invalid::{Invalid, Problem};
use crate::moment::{Moment, parse_day};
use crate::period::Period;
use crate::vocabulary::{
    CallbackOutcome, Card, CloseOutcome, FileKind, Kind, List, Satisfaction, Species, Stage,
    SupervisionKind, TextField, Urgency,
};

/// One argument of a command or question: the row from which every face writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Argument {
    /// Its name in every face.
    pub name: &'static str,
    /// What it takes.
    #[serde(flatten)]
    pub takes: Takes,
    /// Whether it has to be given.
    #[serde(flatten)]
    pub need: Need,
    /// A shorter name that a terminal takes as well.
    pub alias: Option<&'static str>,
    /// What it is, in English: a phrase without a full stop.
    pub english: &'static str,
    /// The same in Chinese.
    pub chinese: &'static str,
}

/// What an argument takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "takes", content = "of", rename_all = "snake_case")]
pub enum Takes {
    /// A text that somebody types. It stands beside the journal under this field.
    Text(TextField),
    /// A name of the register, or any of its aliases.
    Name(Species),
    /// A short text of no field: another platform's number, a title, what is searched for.
    Label,
    /// Another ticket, by its id; a terminal takes its printed number too.
    Ticket,
    /// A whole number from 0.
    Number,
    /// Yes or no.
    Flag,
    /// Yes, no, or not known.
    Answer,
    /// A word of a closed list, or its office term.
    Word(#[serde(serialize_with = "List::serialize_name")] &'static List),
    /// A moment with its time of day: a bare date says too little.
    Instant,
    /// A moment; a bare date means its end.
    Moment,
    /// A moment; a bare date means its beginning.
    Beginning,
    /// A Beijing day.
    Day,
    /// Days: `2020-09`, `2020-Q3`, `2020-W36`, `2020`, or two days, joined by `..` or one by one.
    Period,
    /// A structure that is told as JSON, documented where it is asked.
    Structure,
}

impl Takes {
    /// What stands for a value where a face describes itself.
    pub const fn placeholder(self) -> &'static str {
        match self {
            Self::Text(_) | Self::Label => "TEXT",
            Self::Name(_) => "NAME",
            Self::Ticket | Self::Number => "NUMBER",
            Self::Flag | Self::Answer => "yes|no",
            Self::Word(_) => "WORD",
            Self::Instant | Self::Moment | Self::Beginning => "MOMENT",
            Self::Day => "DAY",
            Self::Period => "PERIOD",
            Self::Structure => "JSON",
        }
    }

    /// A value as somebody might type it.
    pub fn example(self) -> &'static str {
        match self {
            Self::Text(TextField::Matter | TextField::Appeal) => "路灯不亮",
            Self::Text(TextField::FileName) => "修复后.jpg",
            Self::Text(TextField::FileDigest) => {
                "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9"
            }
            Self::Text(TextField::FilePlace) => "录音系统 20200901-113",
            Self::Text(TextField::InstructedBy) => "副县长 王某",
            Self::Text(TextField::Attendees) => "县城管执法局张某、县住建局李某",
            Self::Text(_) | Self::Label => "情况已核实",
            Self::Name(Species::Unit) => "县城管执法局",
            Self::Name(Species::Channel) => "来电",
            Self::Name(Species::Category) => "城市管理",
            Self::Name(_) => "石滩乡",
            Self::Ticket => "20200901-0002",
            Self::Number => "1",
            Self::Flag | Self::Answer => "yes",
            Self::Word(list) => list.words.first().map_or("", |word| word.word),
            Self::Instant => "2020-09-30T17:30",
            Self::Moment | Self::Beginning => "2020-09-30 17:30",
            Self::Day => "2020-09-30",
            Self::Period => "2020-09",
            Self::Structure => "{}",
        }
    }
}

/// Whether an argument has to be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "need", content = "default", rename_all = "snake_case")]
pub enum Need {
    /// It has to be.
    Required,
    /// It may be left out: then nothing is said.
    Optional,
    /// Any number of them, also none.
    Several,
    /// Left out, it is this.
    Default(&'static str),
}

impl Argument {
    /// A row; a default is what the argument is when it is left out.
    #[doc(hidden)]
    pub const fn row(
        name: &'static str,
        takes: Takes,
        need: Need,
        (default, alias): (Option<&'static str>, Option<&'static str>),
        (english, chinese): (&'static str, &'static str),
    ) -> Self {
        let need = match default {
            Some(word) => Need::Default(word),
            None => need,
        };
        Self { name, takes, need, alias, english, chinese }
    }
}

/// A value as somebody typed it, or as another language handed it over.
#[derive(Clone, PartialEq, Eq)]
pub enum Typed {
    /// A text.
    Text(String),
    /// A whole number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
    /// Several of them.
    Several(Vec<Typed>),
    /// A structure, as JSON.
    Structure(String),
    /// Something that no argument takes.
    Foreign,
}

impl std::fmt::Debug for Typed {
    /// Never shows a value: it can hold personal data.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Typed(withheld)")
    }
}

/// Where arguments come from: a command line, a JSON object.
pub trait Given {
    /// What was given under a name; nothing when it was left out.
    ///
    /// # Errors
    /// What is wrong with it, naming the argument.
    fn given(&self, name: &'static str) -> Result<Option<Typed>, Invalid>;
}

/// What can be made of something typed.
pub trait Taken: Sized {
    /// Whether it has to be given.
    const NEED: Need = Need::Required;

    /// Makes it of what was typed.
    ///
    /// # Errors
    /// What is wrong with it, naming the argument.
    fn taken(argument: &Argument, typed: Typed) -> Result<Self, Invalid>;

    /// What it is when nothing was typed.
    ///
    /// # Errors
    /// [`Problem::Empty`] where something is needed.
    fn left_out(argument: &Argument) -> Result<Self, Invalid> {
        Err(argument.wrong(Problem::Empty))
    }
}

impl Argument {
    /// What is wrong with it.
    pub fn wrong(&self, problem: Problem) -> Invalid {
        Invalid::new(self.name, problem)
    }

    fn malformed(&self, expected: &'static str) -> Invalid {
        self.wrong(Problem::Malformed { expected })
    }

    /// Reads the argument from where it was typed.
    ///
    /// # Errors
    /// What is wrong with it, naming it.
    pub fn read<T: Taken>(&self, from: &dyn Given) -> Result<T, Invalid> {
        match (from.given(self.name)?, self.need) {
            (Some(typed), _) => T::taken(self, typed),
            (None, Need::Default(word)) => T::taken(self, Typed::Text(word.to_owned())),
            (None, _) => T::left_out(self),
        }
    }
}

impl Taken for String {
    fn taken(argument: &Argument, typed: Typed) -> Result<Self, Invalid> {
        match typed {
            Typed::Text(text) => Ok(text),
            _ => Err(argument.malformed("a text")),
        }
    }
}

impl Taken for bool {
    fn taken(argument: &Argument, typed: Typed) -> Result<Self, Invalid> {
        match &typed {
            Typed::Flag(flag) => Ok(*flag),
            Typed::Text(text) => match text.trim() {
                "yes" | "true" | "是" => Ok(true),
                "no" | "false" | "否" => Ok(false),
                _ => Err(argument.malformed("yes or no (是/否)")),
            },
            _ => Err(argument.malformed("yes or no (是/否)")),
        }
    }
}

/// A whole number from 0 to `to`.
fn whole(argument: &Argument, typed: &Typed, to: i64) -> Result<i64, Invalid> {
    let number = match typed {
        Typed::Number(number) => *number,
        Typed::Text(text) => {
            text.trim().parse().map_err(|_| argument.malformed("a whole number"))?
        }
        _ => return Err(argument.malformed("a whole number")),
    };
    match (0..=to).contains(&number) {
        true => Ok(number),
        false => Err(argument.wrong(Problem::OutOfRange { from: 0, to })),
    }
}

/// Whole numbers up to the largest of their type, or the largest that every language keeps exactly.
macro_rules! numbers_are_taken {
    ($($number:ty),+) => { $(
        impl Taken for $number {
            fn taken(argument: &Argument, typed: Typed) -> Result<Self, Invalid> {
                let to = i64::try_from(Self::MAX).unwrap_or(MAX_EXACT).min(MAX_EXACT);
                let number = whole(argument, &typed, to)?;
                Self::try_from(number).map_err(|_| argument.malformed("a whole number"))
            }
        }
    )+ };
}
numbers_are_taken!(i32, u32, u64);

/// The largest whole number that a double keeps exactly.
const MAX_EXACT: i64 = (1 << 53) - 1;

impl Taken for TicketId {
    fn taken(argument: &Argument, typed: Typed) -> Result<Self, Invalid> {
        whole(argument, &typed, MAX_EXACT).map(TicketId)
    }
}

impl Taken for Moment {
    fn taken(argument: &Argument, typed: Typed) -> Result<Self, Invalid> {
        let text = match typed {
            Typed::Number(ms) => return Self::from_ms(argument.name, ms),
            Typed::Text(text) => text,
            _ => return Err(argument.malformed("a moment")),
        };
        let moment = Self::parse(argument.name, &text);
        let day = || parse_day(argument.name, &text);
        match argument.takes {
            Takes::Instant => moment,
            Takes::Moment => moment.or_else(|wrong| day().map(Self::end_of).map_err(|_| wrong)),
            _ => moment.or_else(|wrong| day().map(Self::start_of).map_err(|_| wrong)),
        }
    }
}

impl Taken for Day {
    fn taken(argument: &Argument, typed: Typed) -> Result<Self, Invalid> {
        match typed {
            Typed::Text(text) => parse_day(argument.name, &text),
            _ => Err(argument.malformed("YYYY-MM-DD")),
        }
    }
}

impl Taken for Period {
    fn taken(argument: &Argument, typed: Typed) -> Result<Self, Invalid> {
        let one = |text: &str| Self::parse(text).map_err(|wrong| wrong.named(argument.name));
        match &typed {
            Typed::Text(text) => one(text),
            Typed::Several(two) => match &two[..] {
                [Typed::Text(first), Typed::Text(last)] => {
                    one(first)?.until(&one(last)?).map_err(|wrong| wrong.named(argument.name))
                }
                _ => Err(argument.malformed(A_PERIOD)),
            },
            _ => Err(argument.malformed(A_PERIOD)),
        }
    }
}

/// What a period can be, where something else was given.
const A_PERIOD: &str = "a month, quarter, week, year, or two days";

impl<T: Taken> Taken for Option<T> {
    const NEED: Need = Need::Optional;

    fn taken(argument: &Argument, typed: Typed) -> Result<Self, Invalid> {
        T::taken(argument, typed).map(Some)
    }

    fn left_out(_: &Argument) -> Result<Self, Invalid> {
        Ok(None)
    }
}

impl<T: Taken> Taken for Vec<T> {
    const NEED: Need = Need::Several;

    fn taken(argument: &Argument, typed: Typed) -> Result<Self, Invalid> {
        match typed {
            Typed::Several(all) => all.into_iter().map(|each| T::taken(argument, each)).collect(),
            one => T::taken(argument, one).map(|one| vec![one]),
        }
    }

    fn left_out(_: &Argument) -> Result<Self, Invalid> {
        Ok(Vec::new())
    }
}

/// Words of closed lists: dashes are as good as underscores.
#[doc(hidden)]
#[macro_export]
macro_rules! words_are_taken {
    ($($list:ty),+) => { $(
        impl $crate::Taken for $list {
            fn taken(
                argument: &$crate::Argument,
                typed: $crate::Typed,
            ) -> std::result::Result<Self, $crate::Invalid> {
                let word = <String as $crate::Taken>::taken(argument, typed)?.replace('-', "_");
                Self::parse(&word).map_err(|wrong| wrong.named(argument.name))
            }
        }
    )+ };
}
words_are_taken!(
    Stage,
    Kind,
    Urgency,
    CallbackOutcome,
    Satisfaction,
    CloseOutcome,
    Card,
    TextField,
    FileKind,
    SupervisionKind
);

/// Makes a question of its table of arguments: the struct, a setter for each argument, the rows, and
/// the way it is read. A row says its name, its type in Rust, what it takes, what it is when left out
/// (if anything), and what it is, in English and in Chinese.
#[macro_export]
macro_rules! asked {
    ($(#[$doc:meta])* $name:ident, $rows:ident {
        $($argument:ident: [$($type:tt)+] $takes:expr $(, or $default:literal)?,
            $english:literal, $chinese:literal;)+
    }) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq)]
        pub struct $name {
            $(#[doc = concat!($english, ".")] pub $argument: $($type)+,)+
        }

        /// The arguments, one row each: the table that all faces share.
        pub const $rows: &[$crate::Argument] = &[$($crate::argument_row!(
            $argument, $($type)+, $takes, [$($default)?], [], $english, $chinese
        )),+];

        impl $name {
            $($crate::setter!($english, $argument, $($type)+);)+

            /// Reads it from whoever typed it.
            ///
            /// # Errors
            /// What is wrong, naming the argument as it was typed.
            pub fn read(from: &dyn $crate::Given) -> std::result::Result<Self, $crate::Invalid> {
                Ok(Self { $($argument: $crate::argument_row!(
                    $argument, $($type)+, $takes, [$($default)?], [], $english, $chinese
                ).read(from)?,)+ })
            }
        }

        impl $crate::Tabled for $name {
            const ROWS: &'static [$crate::Argument] = $rows;

            fn typed(from: &dyn $crate::Given) -> std::result::Result<Self, $crate::Invalid> {
                Self::read(from)
            }
        }
    };
}

/// A question that a table tells: what a face needs that takes any of them.
pub trait Tabled: Sized {
    /// Its arguments, one row each.
    const ROWS: &'static [Argument];

    /// Reads it from whoever typed it.
    ///
    /// # Errors
    /// What is wrong, naming the argument as it was typed.
    fn typed(from: &dyn Given) -> Result<Self, Invalid>;
}

/// What a row says of one thing, or nothing.
#[doc(hidden)]
#[macro_export]
macro_rules! if_said {
    () => {
        None
    };
    ($said:literal) => {
        Some($said)
    };
}

/// The row of one argument, after its type.
#[doc(hidden)]
#[macro_export]
macro_rules! argument_row {
    (
        $argument:ident, $type:ty, $takes:expr, [$($default:literal)?], [$($alias:literal)?],
        $english:expr, $chinese:expr
    ) => {
        $crate::Argument::row(
            stringify!($argument),
            $takes,
            <$type as $crate::Taken>::NEED,
            ($crate::if_said!($($default)?), $crate::if_said!($($alias)?)),
            ($english, $chinese),
        )
    };
}

/// One setter of a question, after the type of its argument.
#[doc(hidden)]
#[macro_export]
macro_rules! setter {
    ($english:literal, $argument:ident, bool) => {
        #[doc = concat!($english, ".")]
        #[must_use]
        pub fn $argument(mut self) -> Self {
            self.$argument = true;
            self
        }
    };
    ($english:literal, $argument:ident, Vec<$each:ty>) => {
        #[doc = concat!($english, "; called again, one more of them.")]
        #[must_use]
        pub fn $argument(mut self, one: impl Into<$each>) -> Self {
            self.$argument.push(one.into());
            self
        }
    };
    ($english:literal, $argument:ident, Option<$some:ty>) => {
        #[doc = concat!($english, ".")]
        #[must_use]
        pub fn $argument(mut self, given: impl Into<$some>) -> Self {
            self.$argument = Some(given.into());
            self
        }
    };
    ($english:literal, $argument:ident, $plain:ty) => {
        #[doc = concat!($english, ".")]
        #[must_use]
        pub fn $argument(mut self, given: $plain) -> Self {
            self.$argument = given;
            self
        }
    };
}
