//! Reconciliation (对账): every pair of figures that should agree is compared, and what stands
//! between two that differ is listed ticket by ticket.

use std::collections::BTreeSet;

use gongdan::{Count, Figures, Hotline, Result, TicketRef};

use crate::check::{Between, Check, Side, Which};
use crate::model::Bulletin;
use crate::names::{quoted, unit_head};
use crate::reason::Reasons;
use crate::sources::Sources;
use crate::subjects::{self, Place};
use crate::table::FigureTable;

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
            &[
                Count::ResolvedOnline,
                Count::Transferred,
                Count::EndedAtCentre,
                Count::Waiting,
                Count::WayUnknown,
            ],
        ),
        (
            "transferred_by_standing",
            Count::Transferred,
            &[
                Count::Handled,
                Count::Pending,
                Count::AtCentre,
                Count::EndedUnreplied,
                Count::ReplyUnknown,
            ],
        ),
        ("pending_by_limit", Count::Pending, &[Count::PendingInTime, Count::OpenLate]),
        ("rated_by_answer", Count::Rated, &[Count::Satisfied, Count::Unsatisfied]),
    ];
    let check = |(name, whole, parts): (&'static str, Count, &[Count])| {
        let sides = (Side::counts(all, &[whole]), Side::counts(all, parts));
        Check::new(name, subjects::parts_of(whole), sides.0, sides.1)
    };
    rows.into_iter().map(check).collect()
}

/// In a table: the lines of every column add up to its total.
fn sums(table: &FigureTable, place: Place) -> Vec<Check> {
    let columns = table.columns.iter().enumerate();
    let counted = columns.filter(|(index, _)| table.total.figures[*index].is_count());
    let check = |(index, column): (usize, &crate::column::Column)| {
        let lines = table.lines.iter().map(|line| line.figures[index].number()).sum();
        let total = table.total.figures[index].number();
        let subject = subjects::column_of(place, &column.head);
        let (lines, total) = (
            Side::one(subjects::SUM_OF_LINES.to_owned(), lines),
            Side::one(subjects::TOTAL.to_owned(), total),
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
        subjects::CHANNELS.to_owned(),
        Side::one(subjects::SUM_OF_CHANNELS.to_owned(), all),
        Side::one(Count::Accepted.term().to_owned(), accepted),
    ));
    for channel in &bulletin.channels {
        let parts = channel.parts.iter().map(|part| part.tickets.number()).sum();
        checks.push(Check::new(
            "channel_and_hands",
            quoted(&channel.channel),
            Side::one(subjects::SUM_OF_UNITS_AND_OTHERS.to_owned(), parts),
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
        let cell = table.total.figure(&figure.name)?;
        let head = table.columns.iter().find(|column| column.figure == figure.name)?;
        let cell = Side::one(subjects::total_of(place, &head.head), cell.number());
        let said = Side::one(subjects::SAID.to_owned(), figure.number());
        Some(Check::new(
            "sentence_and_cell",
            subjects::said_and_cell(place, &head.head),
            said,
            cell,
        ))
    });
    let mut checks: Vec<Check> = said.collect();
    let named: i64 = late.units.iter().map(|unit| unit.late.number()).sum();
    let late = late.handled_late.number() + late.open_late.number();
    checks.push(Check::new(
        "late_units_and_late",
        subjects::LATE_UNITS.to_owned(),
        Side::one(subjects::SUM_OF_NAMED_UNITS.to_owned(), named),
        Side::one(subjects::LATE.to_owned(), late),
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
        let subject = subjects::TRANSFERRED_AND_LED.to_owned();
        let check = Check::new("transferred_and_led", subject, left, right);
        Ok(self.with(check, &transferred, &self.of_units(Count::Accepted)?))
    }

    fn by_ticket_and_by_unit(&self, name: &'static str, count: Count) -> Result<Check> {
        let left = Side::counts(&self.sources.all, &[count]);
        let subject = subjects::by_ticket_and_by_unit(count);
        let check = Check::new(name, subject, left, self.unit_total(count));
        let tickets = self.hotline.behind(&self.sources.all, None, count)?;
        Ok(self.with(check, &tickets, &self.of_units(count)?))
    }

    /// A late reply is a late closing only once the centre has closed the ticket.
    fn handled_late_and_closed_late(&self) -> Result<Check> {
        let side = |count| Side::counts(&self.sources.all, &[count]);
        let (handled, closed) = (Count::HandledLate, Count::ClosedLate);
        let subject = subjects::pair(handled.term(), closed.term());
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
        let left = Side::one(subjects::not_closed_of(Place::Categories), open);
        let subject = subjects::NOT_CLOSED_AND_PENDING.to_owned();
        let right = self.unit_total(Count::Pending);
        let check = Check::new("not_closed_and_pending", subject, left, right);
        let question = &self.sources.all.question;
        let open = self.hotline.between(question, Count::Accepted, Count::Closed)?;
        Ok(self.with(check, &open, &self.of_units(Count::Pending)?))
    }

    fn unit_total(&self, count: Count) -> Side {
        let total = self.sources.by_unit.total.count(count);
        Side::one(subjects::total_of(Place::Units, unit_head(count)), total)
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
