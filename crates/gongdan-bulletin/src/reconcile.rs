//! Reconciliation (对账): every pair of figures that should agree is compared, and what stands
//! between two that differ is listed ticket by ticket.

use std::collections::BTreeSet;

use gongdan::{Count, Figures, Hotline, Result, TicketRef};
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use crate::model::Bulletin;
use crate::reason::{Reason, Reasons};
use crate::sources::Sources;
use crate::table::Table;
use crate::wording::annex::{self as wording, Place};
use crate::wording::{quoted, unit_head};

/// A figure of a comparison, and where it is printed or counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Term {
    /// What it is called there.
    pub term: String,
    /// Its value.
    pub count: i64,
}

/// One side of a comparison: a sum of figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Side(pub Vec<Term>);

impl Side {
    /// The sum.
    pub fn sum(&self) -> i64 {
        self.0.iter().map(|term| term.count).sum()
    }

    fn one(term: String, count: i64) -> Self {
        Self(vec![Term { term, count }])
    }

    fn counts(figures: &Figures, counts: &[Count]) -> Self {
        let term = |count: &Count| Term {
            term: count.term().to_owned(),
            count: figures.total.count(*count),
        };
        Self(counts.iter().map(term).collect())
    }
}

/// A side of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Which {
    /// Counted by the first figure only.
    Left,
    /// Counted by the second figure only.
    Right,
}

/// A ticket that one figure counts and the other does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Between {
    /// The ticket's printed number.
    pub number: String,
    /// Which figure counts it.
    pub counted_by: Which,
    /// How it stood at the cut-off.
    pub reason: Reason,
}

/// One comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Its name.
    pub name: &'static str,
    /// What is compared, in office words.
    pub subject: String,
    /// The first figure.
    pub left: Side,
    /// The second figure.
    pub right: Side,
    /// The tickets between the two, by number.
    pub tickets: Vec<Between>,
}

impl Check {
    /// Whether both figures count alike.
    pub fn agrees(&self) -> bool {
        self.left.sum() == self.right.sum() && self.tickets.is_empty()
    }

    /// Whether the tickets named make up the whole difference.
    pub fn accounts_for_all(&self) -> bool {
        let of = |which| self.tickets.iter().filter(|each| each.counted_by == which).count() as i64;
        self.left.sum() - self.right.sum() == of(Which::Left) - of(Which::Right)
    }

    fn new(name: &'static str, subject: String, left: Side, right: Side) -> Self {
        Self { name, subject, left, right, tickets: Vec::new() }
    }
}

impl Serialize for Check {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let mut check = serializer.serialize_struct("Check", 9)?;
        check.serialize_field("name", self.name)?;
        check.serialize_field("subject", &self.subject)?;
        check.serialize_field("left", &self.left)?;
        check.serialize_field("left_sum", &self.left.sum())?;
        check.serialize_field("right", &self.right)?;
        check.serialize_field("right_sum", &self.right.sum())?;
        check.serialize_field("agrees", &self.agrees())?;
        check.serialize_field("accounts_for_all", &self.accounts_for_all())?;
        check.serialize_field("tickets", &self.tickets)?;
        check.end()
    }
}

/// Compares everything that should agree.
pub(crate) fn reconcile(
    hotline: &Hotline,
    sources: &Sources,
    bulletin: &Bulletin,
) -> Result<Vec<Check>> {
    let mut checks = identities(&sources.taken_in);
    checks.extend(sums(&bulletin.by_category, Place::Categories));
    checks.extend(sums(&bulletin.by_unit, Place::Units));
    checks.extend(channels(bulletin));
    checks.extend(sentences(bulletin));
    checks.extend(between_tables(hotline, sources)?);
    Ok(checks)
}

/// The identities that hold at any moment.
fn identities(all: &Figures) -> Vec<Check> {
    let rows: [(_, _, &[Count]); 4] = [
        (
            "accepted_by_way",
            Count::Accepted,
            &[Count::ResolvedOnline, Count::Transferred, Count::EndedAtCentre, Count::Waiting],
        ),
        (
            "transferred_by_standing",
            Count::Transferred,
            &[Count::Handled, Count::Pending, Count::AtCentre, Count::EndedUnreplied],
        ),
        ("pending_by_limit", Count::Pending, &[Count::PendingInTime, Count::OpenLate]),
        ("rated_by_answer", Count::Rated, &[Count::Satisfied, Count::Unsatisfied]),
    ];
    let check = |(name, whole, parts): (&'static str, Count, &[Count])| {
        let sides = (Side::counts(all, &[whole]), Side::counts(all, parts));
        Check::new(name, wording::parts_of(whole), sides.0, sides.1)
    };
    rows.into_iter().map(check).collect()
}

/// In a table: the lines of every column add up to its total.
fn sums(table: &Table, place: Place) -> Vec<Check> {
    let columns = table.columns.iter().enumerate();
    let counted = columns.filter(|(index, _)| table.total.figures[*index].is_count());
    let check = |(index, column): (usize, &crate::issue::Column)| {
        let lines = table.lines.iter().map(|line| line.figures[index].number()).sum();
        let total = table.total.figures[index].number();
        let subject = wording::column_of(place, &column.head);
        let (lines, total) = (
            Side::one(wording::SUM_OF_LINES.to_owned(), lines),
            Side::one(wording::TOTAL.to_owned(), total),
        );
        Check::new("lines_and_total", subject, lines, total)
    };
    counted.map(check).collect()
}

/// Every channel's parts add up to it, and all channels to all tickets.
fn channels(bulletin: &Bulletin) -> Vec<Check> {
    let mut checks = Vec::new();
    let accepted = bulletin.overview.accepted.number();
    let all = bulletin.channels.iter().map(|each| each.accepted.number()).sum();
    checks.push(Check::new(
        "channels_and_accepted",
        wording::CHANNELS.to_owned(),
        Side::one(wording::SUM_OF_CHANNELS.to_owned(), all),
        Side::one(Count::Accepted.term().to_owned(), accepted),
    ));
    for channel in &bulletin.channels {
        let parts = channel.parts.iter().map(|part| part.tickets.number()).sum();
        checks.push(Check::new(
            "channel_and_hands",
            quoted(&channel.channel),
            Side::one(wording::SUM_OF_UNITS_AND_OTHERS.to_owned(), parts),
            Side::one(Count::Accepted.term().to_owned(), channel.accepted.number()),
        ));
    }
    checks
}

/// What a sentence says, and what the table's cell says.
fn sentences(bulletin: &Bulletin) -> Vec<Check> {
    let (overview, late) = (&bulletin.overview, &bulletin.late);
    let (categories, units) = (&bulletin.by_category, &bulletin.by_unit);
    let rows = [
        (&overview.accepted, categories, Place::Categories),
        (&overview.closed, categories, Place::Categories),
        (&late.handled_late, units, Place::Units),
        (&late.open_late, units, Place::Units),
    ];
    let said = rows.into_iter().filter_map(|(figure, table, place)| {
        let cell = table.total.figure(figure.name)?;
        let head = table.columns.iter().find(|column| column.figure == figure.name)?;
        let cell = Side::one(wording::total_of(place, &head.head), cell.number());
        let said = Side::one(wording::SAID.to_owned(), figure.number());
        Some(Check::new("sentence_and_cell", wording::said_and_cell(place, &head.head), said, cell))
    });
    let mut checks: Vec<Check> = said.collect();
    let named: i64 = late.units.iter().map(|unit| unit.late.number()).sum();
    let late = late.handled_late.number() + late.open_late.number();
    checks.push(Check::new(
        "late_units_and_late",
        wording::LATE_UNITS.to_owned(),
        Side::one(wording::SUM_OF_NAMED_UNITS.to_owned(), named),
        Side::one(wording::LATE.to_owned(), late),
    ));
    checks
}

/// Figures of different tables: what one counts and the other does not is named.
fn between_tables(hotline: &Hotline, sources: &Sources) -> Result<Vec<Check>> {
    let reasons = Reasons::look_up(hotline, &sources.taken_in)?;
    let pairs = Pairs { hotline, sources, reasons };
    Ok(vec![
        pairs.transferred_and_led()?,
        pairs.by_ticket_and_by_unit("pending_by_unit", Count::Pending)?,
        pairs.by_ticket_and_by_unit("handled_late_by_unit", Count::HandledLate)?,
        pairs.by_ticket_and_by_unit("open_late_by_unit", Count::OpenLate)?,
        pairs.handled_late_and_closed_late()?,
        pairs.not_closed_and_pending()?,
    ])
}

/// Compares figures by the tickets behind them.
struct Pairs<'a> {
    hotline: &'a Hotline,
    sources: &'a Sources,
    reasons: Reasons,
}

impl Pairs<'_> {
    /// A transferred ticket that no unit has now stands in no unit's line; a merged one that a unit
    /// had answered stands in that unit's.
    fn transferred_and_led(&self) -> Result<Check> {
        let transferred = self.hotline.behind(&self.sources.all, None, Count::Transferred)?;
        let right = self.unit_total(Count::Accepted);
        let left = Side::counts(&self.sources.all, &[Count::Transferred]);
        let subject = wording::TRANSFERRED_AND_LED.to_owned();
        let check = Check::new("transferred_and_led", subject, left, right);
        Ok(self.with(check, &transferred, &self.of_units(Count::Accepted)?))
    }

    fn by_ticket_and_by_unit(&self, name: &'static str, count: Count) -> Result<Check> {
        let left = Side::counts(&self.sources.all, &[count]);
        let subject = wording::by_ticket_and_by_unit(count);
        let check = Check::new(name, subject, left, self.unit_total(count));
        let tickets = self.hotline.behind(&self.sources.all, None, count)?;
        Ok(self.with(check, &tickets, &self.of_units(count)?))
    }

    /// A late reply is a late closing only once the centre has closed the ticket.
    fn handled_late_and_closed_late(&self) -> Result<Check> {
        let side = |count| Side::counts(&self.sources.all, &[count]);
        let (handled, closed) = (Count::HandledLate, Count::ClosedLate);
        let subject = wording::pair(handled.term(), closed.term());
        let check =
            Check::new("handled_late_and_closed_late", subject, side(handled), side(closed));
        let question = &self.sources.all.question;
        let only_handled = self.hotline.between(question, handled, closed)?;
        let only_closed = self.hotline.between(question, closed, handled)?;
        Ok(self.with(check, &only_handled, &only_closed))
    }

    /// By category a ticket is open until the centre closes it, by unit until the unit replies.
    fn not_closed_and_pending(&self) -> Result<Check> {
        let total = &self.sources.by_category.total;
        let open = total.count(Count::Accepted) - total.count(Count::Closed);
        let left = Side::one(wording::not_closed_of(Place::Categories), open);
        let subject = wording::NOT_CLOSED_AND_PENDING.to_owned();
        let right = self.unit_total(Count::Pending);
        let check = Check::new("not_closed_and_pending", subject, left, right);
        let question = &self.sources.all.question;
        let open = self.hotline.between(question, Count::Accepted, Count::Closed)?;
        Ok(self.with(check, &open, &self.of_units(Count::Pending)?))
    }

    fn unit_total(&self, count: Count) -> Side {
        let total = self.sources.by_unit.total.count(count);
        Side::one(wording::total_of(Place::Units, unit_head(count)), total)
    }

    fn of_units(&self, count: Count) -> Result<Vec<TicketRef>> {
        self.hotline.behind(&self.sources.by_unit, None, count)
    }

    /// Names the tickets that are on one side only, in the order of their numbers.
    fn with(&self, mut check: Check, left: &[TicketRef], right: &[TicketRef]) -> Check {
        let ids = |tickets: &[TicketRef]| -> BTreeSet<_> {
            tickets.iter().map(|ticket| ticket.id).collect()
        };
        let (lefts, rights) = (ids(left), ids(right));
        let only_left = left.iter().filter(|ticket| !rights.contains(&ticket.id));
        let only_right = right.iter().filter(|ticket| !lefts.contains(&ticket.id));
        let between = |which| {
            move |ticket: &TicketRef| Between {
                number: ticket.number.clone(),
                counted_by: which,
                reason: self.reasons.of(ticket.id),
            }
        };
        check.tickets = only_left.map(between(Which::Left)).collect();
        check.tickets.extend(only_right.map(between(Which::Right)));
        check.tickets.sort_by(|a, b| a.number.cmp(&b.number));
        check
    }
}
