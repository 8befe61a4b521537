//! gongdan (工单): the life of a government hotline's tickets on one SQLite file.
//!
//! Three things to know: a [`Hotline`] is a file in use; a [`Stamp`] says who does something, in which role
//! and when; a [`Question`] asks for figures as of a moment, and a [`Filter`] for tickets. Everything else
//! follows from there:
//!
//! - [one writer and many readers](guide::writers_and_readers), [async](guide::asynchronous)
//! - [errors and retries](guide::errors), [time](guide::time)
//! - [formats](guide::formats), [backups](guide::backups), [features](guide::features)
//!
//! ```
//! use gongdan::{Command, Founding, Hotline, Intake, NewEntry, OfficeCommand, RegionId, Stamp};
//! use gongdan::{ChannelKind, Moment, Stage};
//!
//! # fn main() -> gongdan::Result<()> {
//! # let folder = std::env::temp_dir().join(format!("gongdan-doc-{}", std::process::id()));
//! # std::fs::create_dir_all(&folder).ok();
//! # let path = folder.join("lib.db");
//! let founding = Founding {
//!     region: RegionId(430424),
//!     name: "衡东县".into(),
//!     office: "衡东县行政审批服务局".into(),
//! };
//! let desk = Stamp::centre("坐席07", Moment::parse("at", "2020-09-01 09:12")?);
//! let mut hotline = Hotline::create(&path, &founding, &desk)?;
//! hotline.office(&desk, OfficeCommand::Add(NewEntry::channel("来电", ChannelKind::Call)))?;
//! hotline.office(&desk, OfficeCommand::Add(NewEntry::unit("县城管执法局").alias("城管局")))?;
//! let ticket = hotline.intake(&desk, &Intake::new("来电", "路灯不亮"))?.ticket;
//! hotline.execute(ticket, &desk, &Command::transfer("城管局"))?;
//! assert_eq!(hotline.ticket(ticket)?.stage, Stage::Transferred);
//! # drop(hotline);
//! # std::fs::remove_dir_all(&folder).ok();
//! # Ok(())
//! # }
//! ```
#![forbid(unsafe_code)]

mod asking;
mod exchange;
mod fields;
mod figures;
pub mod guide;
mod hotline;
mod keeping;
mod machine;
mod persons;
mod store;
mod words;

pub use asking::{Explained, FILTER, Filter, LimitMove, LimitWarning, Page, Tickets, View};
pub use exchange::{Scan, ScanOptions, command_of, given_of, rulebook_told};
pub use fields::{Field, FieldKind, HistoryEntry, Receipt, Shown, TicketText, TicketView, Written};
pub use figures::{
    Account, Cell, Compared, CorrectedFact, Correction, Figures, Issue, Key, NewIssue, OtherRules,
    QUESTION, Question, RANKING, RankedGroup, RankedUnit, Ranking, RankingFormula, RankingQuestion,
    Row, Seat, SideBySide, Since, TicketRef, Withheld, check_figure, figures_told,
};
pub use hotline::{Batch, Hotline, NewFile};
pub use machine::{asked_outside, now, watched};
pub use persons::{Erasure, Expired, MaskedCaller, Subject, SubjectRecord};
pub use store::{
    Cells, Chunk, Datum, Durability, Exposure, Finding, Health, Options, Rows, Salvaged, Verified,
};
pub use words::{
    Against, Basis, Class, Error, ErrorKind, ErrorReport, Form, Grouping, LISTS, LimitOf, Outcome,
    Queue, Result, Table, Viewer,
};

pub use gongdan_domain::{
    Answers, Argument, Bound, COMMANDS, CallbackOutcome, Caller, Card, ChannelKind, Chapter,
    CloseOutcome, Command, CommandRow, Count, CountChange, CountOf, Day, DayKind, DayLine, EntryId,
    EventKind, Fact, FileKind, Formula, Founding, Fraction, FrozenRow, FrozenTable, Given, Grade,
    Imprint, InspectionPoint, Intake, Invalid, Keeping, Kind, Language, LegEnd, Limit, List,
    MEASURES, Measure, Moment, Need, NewEntry, Notice, OfficeCommand, OfficeEventKind, OfficeHours,
    Part, Period, Place, PointScore, Points, Policy, Problem, Provision, Published, Quantile,
    Ranked, RateChange, Refusal, RefusalCode, RegionId, Register, Relation, Role, Rounding,
    Rulebook, Satisfaction, Scope, Score, ScoredTerm, Setting, Shape, SpecialDay, Species, Stage,
    Stamp, State, SupervisionKind, Tabled, Taken, Takes, Tally, Term, TextField, TicketEvent,
    TicketId, Times, Typed, Urgency, Value, Verb, Who, Why, Word, asked, china_notices, distance,
    parse_day, without_numbers, without_person, wording,
};

/// The README's example, compiled as a test.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
