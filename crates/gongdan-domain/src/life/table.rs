//! How the table of commands becomes verbs, commands, and rows that describe themselves.

/// Makes [`Intake`](super::Intake), [`Command`](super::Command), [`Verb`](super::Verb) and
/// [`COMMANDS`](super::COMMANDS) from one table. A row says, in this order: variant, code, word and
/// office term; chapter, who, stages, what it answers, since when, how firmly; what it does, in
/// English and in Chinese; and its arguments, each with its type in Rust, what it takes, what it is
/// when left out (if anything), a shorter name at the terminal (if any), and what it is, in English
/// and in Chinese.
macro_rules! commands {
    (
        $(#[$intake_doc:meta])*
        $in_code:literal, $in_word:literal, $in_term:literal,
        $in_chapter:ident, $in_who:ident, $in_since:literal, $in_state:ident,
        $in_en:literal, $in_zh:literal {
            $($in_arg:ident: [$($in_type:tt)+] $in_takes:expr
                $(, or $in_default:literal)?, $in_arg_en:literal, $in_arg_zh:literal;)+
        }
        $(
            $variant:ident = $code:literal, $word:literal, $term:literal,
            $chapter:ident, $who:ident, $stages:expr, $answers:ident, $since:literal, $state:ident,
            $en:literal, $zh:literal $({
                $($(#[$attr:meta])* $arg:ident: [$($type:tt)+] $takes:expr
                    $(, or $default:literal)? $(, also $alias:literal)?, $arg_en:literal, $arg_zh:literal;)+
            })?;
        )+
    ) => {
        vocabulary! {
            /// What can be asked of a ticket.
            Verb, "verb" {
                #[doc = $in_en]
                Intake = $in_code, $in_word, $in_term;
                $(#[doc = $en] $variant = $code, $word, $term;)+
            }
        }

        /// Every command, in the order of the life: the table that all faces share.
        pub const COMMANDS: &[CommandRow] = &[
            CommandRow {
                verb: Verb::Intake,
                chapter: Chapter::$in_chapter,
                who: Who::$in_who,
                stages: &[],
                arguments: &[$(crate::argument_row!(
                    $in_arg, $($in_type)+, $in_takes, [$($in_default)?], [], $in_arg_en, $in_arg_zh
                )),+],
                answers: Answers::Ticket,
                since: $in_since,
                state: State::$in_state,
                english: $in_en,
                chinese: $in_zh,
            },
            $(CommandRow {
                verb: Verb::$variant,
                chapter: Chapter::$chapter,
                who: Who::$who,
                stages: $stages,
                arguments: &[$($(crate::argument_row!(
                        $arg, $($type)+, $takes, [$($default)?], [$($alias)?], $arg_en, $arg_zh
                    )),+)?],
                answers: Answers::$answers,
                since: $since,
                state: State::$state,
                english: $en,
                chinese: $zh,
            },)+
        ];

        $(#[$intake_doc])*
        #[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct Intake {
            $(#[doc = concat!($in_arg_en, ".")] pub $in_arg: $($in_type)+,)+
        }

        impl Intake {
            /// Reads an intake from whoever typed it.
            ///
            /// # Errors
            /// What is wrong, naming the argument as it was typed.
            pub fn read(from: &dyn Given) -> Result<Self, Invalid> {
                Ok(Self { $($in_arg: crate::argument_row!(
                    $in_arg, $($in_type)+, $in_takes, [$($in_default)?], [], $in_arg_en, $in_arg_zh
                ).read(from)?,)+ })
            }
        }

        /// A command to a ticket. As JSON: `"sign_off"`, `{"transfer": {"lead": "县住建局"}}`: the
        /// verb, and its arguments by name.
        #[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case", deny_unknown_fields)]
        #[non_exhaustive]
        pub enum Command {
            $(
                #[doc = concat!($term, ": ", $en)]
                $variant $({
                    $(#[doc = concat!($arg_en, ".")] $(#[$attr])* $arg: $($type)+,)+
                })?,
            )+
        }

        impl Command {
            /// The command's verb: its row of the table.
            pub fn verb(&self) -> Verb {
                match self { $(Self::$variant { .. } => Verb::$variant,)+ }
            }

            /// Reads a command from whoever typed its arguments.
            ///
            /// # Errors
            /// What is wrong, naming the argument as it was typed. An intake makes a ticket, so it
            /// is no command to one.
            pub fn read(verb: Verb, from: &dyn Given) -> Result<Self, Invalid> {
                let _ = from;
                Ok(match verb {
                    Verb::Intake => {
                        let rule = "an intake makes a ticket: it is no command to one";
                        return Err(Invalid::new("command", Problem::Rule { rule }));
                    }
                    $(Verb::$variant => Self::$variant $({
                        $($arg: crate::argument_row!(
                        $arg, $($type)+, $takes, [$($default)?], [$($alias)?], $arg_en, $arg_zh
                    ).read(from)?,)+
                    })?,)+
                })
            }
        }
    };
}
pub(super) use commands;
