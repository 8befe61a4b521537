//! The monthly bulletin of a hotline: figures become one model, and every printed form takes its
//! sentences and tables from that model, so both carry the same figures by construction.
//!
//! ```
//! use gongdan::{Founding, Hotline, Moment, Period, RegionId, Stamp};
//! use gongdan_bulletin::{Bulletin, BulletinQuestion};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = std::env::temp_dir().join(format!("gongdan-bulletin-{}", std::process::id()));
//! # std::fs::create_dir_all(&folder).ok();
//! # let path = folder.join("lib.db");
//! let founding = Founding {
//!     region: RegionId(430424),
//!     name: "衡东县".into(),
//!     office: "衡东县行政审批服务局".into(),
//! };
//! let founder = Stamp::centre("系统管理员", Moment::parse("at", "2020-08-31 09:00")?);
//! let hotline = Hotline::create(&path, &founding, &founder)?;
//! let asked = BulletinQuestion::new(Period::month(2020, 9)?, Moment::parse_as_of("2020-10-09")?);
//! let bulletin = Bulletin::collect(&hotline, &asked.issue()?)?;
//! assert_eq!(bulletin.overview.closure_rate.printed(), "—");
//! assert!(bulletin.document()?.markdown().contains("〔2020〕第9期"));
//! # drop(hotline);
//! # std::fs::remove_dir_all(&folder).ok();
//! # Ok(())
//! # }
//! ```
#![forbid(unsafe_code)]

mod answers;
mod case;
mod channel;
mod chart;
mod check;
mod collect;
mod column;
#[cfg_attr(
    not(any(feature = "docx", feature = "pdf")),
    expect(dead_code, reason = "a web page asks for the width of its title only")
)]
mod columns;
mod cuts;
mod document;
#[cfg(feature = "docx")]
mod docx;
mod edition;
mod escape;
mod exact;
mod figure;
mod follow_up;
#[cfg(feature = "font")]
mod font;
mod format;
mod html;
mod imprint;
mod json;
mod late;
mod look;
mod markdown;
mod model;
mod names;
mod needs;
mod paper;
#[cfg(feature = "pdf")]
mod pdf;
mod picture;
mod plain;
#[cfg(feature = "png")]
mod png;
mod publishing;
mod question;
mod reason;
mod reconcile;
mod ruled;
mod sentence;
mod shown;
mod sources;
mod subjects;
mod svg;
mod table;
mod title;
mod typeset;
mod wording;
#[cfg(feature = "xlsx")]
mod xlsx;

pub use case::{DifficultTicket, Statement, TypicalCase};
pub use channel::{ChannelAccount, ChannelContacts, ChannelPart, Hands};
pub use chart::Chart;
pub use check::{Addend, Between, Check, Side, Which};
pub use column::{Column, Columns};
pub use document::{Block, Document, Section};
pub use edition::Edition;
pub use figure::{Amount, Figure, FigureForm, FigurePrint};
pub use follow_up::{Demand, FollowUp, FollowedUp};
#[cfg(feature = "font")]
pub use font::{FontError, Fonts, Substitute};
pub use format::{Format, FormatError, FormatProblem, PaperFormat, given_values};
pub use late::{Late, LateUnit};
pub use look::{Look, Type};
pub use model::{Bulletin, Journal, Overview, Publication};
pub use needs::Needs;
pub use paper::{Paper, PaperError, PaperNeeds, PaperSheet};
pub use question::{BULLETIN, BulletinQuestion};
pub use reason::Reason;
pub use ruled::{Heading, Ruled};
pub use sentence::{Piece, Sentence};
pub use table::{FigureTable, Line, Span};
