//! Every closed list of words, numbered: what faces and SQL read, so that none writes the lists down
//! a second time.

use gongdan_domain::{
    Answers, CallbackOutcome, Card, ChannelKind, Chapter, CloseOutcome, Count, DayKind, EventKind,
    Fact, FileKind, Keeping, Kind, LegEnd, List, OfficeEventKind, Part, RefusalCode, Role,
    Rounding, Satisfaction, Setting, Species, Stage, State, SupervisionKind, TextField, Urgency,
    Verb, Who,
};

use super::against::Against;
use super::class::Class;
use super::error::{ErrorKind, Outcome};
use super::form::Form;
use super::grouping::{Basis, Grouping};
use super::limit_of::LimitOf;
use super::queue::Queue;
use super::table::Table;

/// Every closed list of words with its number in C; explicit, never reused.
pub const LISTS: &[(i64, &List)] = &[
    (1, ErrorKind::LIST),
    (2, Stage::LIST),
    (3, Kind::LIST),
    (4, Urgency::LIST),
    (5, Role::LIST),
    (6, CallbackOutcome::LIST),
    (7, Satisfaction::LIST),
    (8, CloseOutcome::LIST),
    (9, ChannelKind::LIST),
    (10, Card::LIST),
    (11, TextField::LIST),
    (12, Species::LIST),
    (13, Setting::LIST),
    (14, Rounding::LIST),
    (15, Verb::LIST),
    (16, RefusalCode::LIST),
    (17, Count::LIST),
    (18, Basis::LIST),
    (19, Grouping::LIST),
    (21, EventKind::LIST),
    (22, Outcome::LIST),
    (23, Part::LIST),
    (24, LegEnd::LIST),
    (25, Who::LIST),
    (26, DayKind::LIST),
    (27, OfficeEventKind::LIST),
    (28, Class::LIST),
    (29, Table::LIST),
    (30, Against::LIST),
    (31, Chapter::LIST),
    (32, State::LIST),
    (33, Answers::LIST),
    (34, Form::LIST),
    (35, LimitOf::LIST),
    (36, Queue::LIST),
    (37, Fact::LIST),
    (38, FileKind::LIST),
    (39, Keeping::LIST),
    (40, SupervisionKind::LIST),
];
