//! The rule book of a government hotline's ticket (工单), pure: no SQL, no clock, no files, no
//! randomness, no environment. Whatever is impure comes in as an argument.
#![forbid(unsafe_code)]

mod argument;
mod as_written;
mod calendar;
mod codes;
mod day;
mod deadline;
mod explain;
mod figures;
mod finding;
mod ids;
mod inspection_sheet;
mod invalid;
mod life;
mod likeness;
mod masking;
mod moment;
mod notice;
mod notices;
mod office;
mod office_hours;
mod period;
mod persons;
mod policy;
mod register;
mod sheet;
mod stamp;
mod text;
mod tree;
mod vocabulary;
pub mod wording;
mod working_days;

pub use argument::{Argument, Given, Need, Tabled, Taken, Takes, Typed};
pub use as_written::same_text;
pub use calendar::Calendar;
pub use day::Day;
pub use deadline::{Clock, Limit};
pub use explain::DayLine;
pub use figures::{
    Count, CountChange, CountOf, Formula, Fraction, Grade, LegStanding, MEASURES, Measure, Points,
    Quantile, Ranked, RateChange, Relation, Score, ScoredTerm, Shape, Standing, Tally, Term, Times,
};
pub use ids::{AreaId, CategoryId, ChannelId, EntryId, RegionId, TicketId, UnitId};
pub use inspection_sheet::InspectionPoint;
pub use invalid::{Invalid, Problem};
pub use life::{
    Again, Answers, Attachment, Beside, Bound, COMMANDS, Callback, Caller, Chapter, Clocks,
    Closure, Command, CommandRow, Concern, Decided, Denied, EventKind, Fact, Forwarding, GivenLeg,
    GivenRework, Inspection, Intake, Leg, Move, MovedLimits, PointScore, Promise, Promised,
    Refusal, RefusalCode, Rework, State, Supervision, TakenIn, Ticket, TicketEvent, Unknown, Verb,
    Verdict, Who, as_corrected, decide, decide_in_full, decide_intake, promised, ticket_number,
    under_rules,
};
pub use likeness::{distance, nearest_first};
pub use masking::{digit_of, without_numbers};
pub use moment::{Moment, parse_day};
pub use notice::{DayKind, Notice, SpecialDay};
pub use notices::china_notices;
pub use office::{
    Contacts, Founding, FrozenRow, FrozenTable, Imprint, NewEntry, OfficeCommand, OfficeEvent,
    OfficeEventKind, Published, Rulebook, decide_office,
};
pub use office_hours::OfficeHours;
pub use period::Period;
pub use persons::{masked_name, without_person};
pub use policy::{Policy, Provision, Rounding, Scope, Setting, Value};
pub use register::{Place, Register, RegisterEntry};
pub use stamp::Stamp;
pub use text::{MAX_NAME, MAX_TEXT, Text};
pub use vocabulary::{
    CallbackOutcome, Card, ChannelKind, CloseOutcome, FileKind, Keeping, Kind, LegEnd, List, Part,
    Role, Satisfaction, Species, Stage, SupervisionKind, TextField, Urgency, Word,
};
pub use wording::Language;
pub use working_days::{DayVerdict, Why, WorkingDays};
