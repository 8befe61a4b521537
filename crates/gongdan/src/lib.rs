//! gongdan (工单): the life of a government hotline's tickets on one SQLite file.
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

mod account;
mod answer;
mod ask;
mod class;
mod clock;
mod defined;
mod error;
mod exposure;
mod fields;
mod figures;
mod filter;
mod form;
mod history;
mod hotline;
mod json;
mod listing;
mod lists;
mod patience;
mod privacy;
mod publish;
mod question;
mod rank;
mod receipt;
mod retention;
mod rows;
mod salvage;
mod scan;
mod seen;
mod shelf;
mod snapshot;
mod store;
mod tabulation;
mod watch;
mod what_if;

pub use account::Account;
pub use answer::{Figures, Key, Row, TicketRef};
pub use class::Class;
pub use clock::now;
pub use defined::check_figure;
pub use error::{Error, ErrorKind, Outcome, Result};
pub use exposure::Exposure;
pub use fields::{Field, FieldKind, HistoryEntry, Receipt, Shown, Table, TicketView};
pub use filter::{FILTER, Filter, LimitOf, Page, Tickets};
pub use form::Form;
pub use history::{Explained, TicketText};
pub use hotline::{Batch, Durability, Hotline, Options};
pub use json::{command_of, given_of, rulebook_told};
pub use listing::Cell;
pub use lists::LISTS;
pub use privacy::{Erasure, MaskedCaller, Subject, SubjectRecord};
pub use publish::{Compared, Correction, Issue, NewIssue};
pub use question::{Basis, Grouping, QUESTION, Question};
pub use rank::{RankedGroup, RankedUnit, Ranking};
pub use receipt::Entry;
pub use retention::Expired;
pub use scan::{Cells, Chunk, Scan, ScanOptions};
pub use store::{Datum, Finding, Health, Rows, Salvaged, Verified};
pub use watch::{asked_outside, watched};
pub use what_if::{Against, OtherRules, SideBySide, Since};

pub use gongdan_domain::{
    Answers, Argument, Bound, COMMANDS, CallbackOutcome, Caller, Card, ChannelKind, Chapter,
    CloseOutcome, Command, CommandRow, Count, CountChange, CountOf, Day, DayKind, DayLine, EntryId,
    EventKind, Formula, Founding, Fraction, FrozenRow, FrozenTable, Given, Intake, Invalid, Kind,
    Language, LegEnd, Limit, List, MEASURES, Measure, Moment, Need, NewEntry, Notice,
    OfficeCommand, OfficeEventKind, OfficeHours, Part, Period, Place, Points, Policy, Problem,
    Provision, Published, Ranked, RateChange, Refusal, RefusalCode, RegionId, Register, Relation,
    Role, Rounding, Rulebook, Satisfaction, Scope, Score, ScoredTerm, Setting, Shape, SpecialDay,
    Species, Stage, Stamp, State, Taken, Takes, Tally, Term, TextField, TicketEvent, TicketId,
    Typed, Urgency, Value, Verb, Who, Why, Word, china_notices, parse_day, without_numbers,
    wording,
};

/// The README's example, compiled as a test.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
