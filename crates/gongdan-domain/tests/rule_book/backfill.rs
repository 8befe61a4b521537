//! 历史导入: what an old register says of a ticket gives the figures that its life would have given, and what it leaves
//! open is neither late nor in time.

use gongdan_domain::{
    Bound, CallbackOutcome, CloseOutcome, Command, Count, LegStanding, Moment, RefusalCode,
    Satisfaction, Stamp, Standing, Ticket, TicketEvent,
};
use proptest::prelude::*;

use crate::story::{CITY, HOUSING, Story, default_county, desk, given_under, moment};

const MINUTE: i64 = 60_000;

/// A past in which everything is told; counts of minutes between its facts.
#[derive(Clone, Copy, Debug)]
struct Past {
    waits: [i64; 5],
    satisfaction: Satisfaction,
    solved: bool,
}

/// Which of its facts are told: moments, and the facts themselves.
type Told = [bool; 8];

const ALL: Told = [true; 8];

impl Past {
    /// The moments of transfer, sign-off, reply, callback and closing.
    fn moments(&self) -> [Moment; 5] {
        let mut at = moment("2020-09-03 09:00");
        self.waits.map(|wait| {
            at = at.plus_ms(wait * MINUTE);
            at
        })
    }

    /// Lived, command by command.
    fn lived(&self) -> Story {
        let [transferred, signed, handled, called, closed] = self.moments();
        let mut story = given_under(default_county());
        let unit = |at| Stamp::unit(CITY, "李四", at);
        let callback = Command::Callback {
            outcome: CallbackOutcome::Reached,
            satisfaction: Some(self.satisfaction),
            attitude: None,
            solved: Some(self.solved),
        };
        for (stamp, command) in [
            (desk(transferred), Command::transfer(CITY)),
            (unit(signed), Command::SignOff),
            (unit(handled), Command::handle("已修复")),
            (desk(called), callback),
            (desk(closed), Command::close(CloseOutcome::Explained)),
        ] {
            story = story.when(stamp, command).ok();
        }
        story
    }

    /// As an old register tells it: `true` stands for what it tells.
    fn told(&self, told: Told) -> Command {
        let [transferred, signed, handled, called, closed] = self.moments();
        let [
            has_unit,
            at_transfer,
            at_sign_off,
            has_reply,
            at_reply,
            has_call,
            has_closing,
            at_closing,
        ] = told;
        Command::Backfill {
            unit: has_unit.then(|| CITY.to_owned()),
            transferred_at: (has_unit && at_transfer).then_some(transferred),
            sign_off_by: None,
            handle_by: None,
            policy_limits: true,
            signed_off_at: (has_unit && at_sign_off).then_some(signed),
            handled: (has_unit && has_reply).then_some(true),
            handled_at: (has_unit && has_reply && at_reply).then_some(handled),
            result: (has_unit && has_reply).then(|| "已修复".to_owned()),
            callback: None,
            called_back_at: has_call.then_some(called),
            satisfaction: has_call.then_some(self.satisfaction),
            attitude: None,
            solved: has_call.then_some(self.solved),
            outcome: has_closing.then_some(CloseOutcome::Explained),
            closed_at: (has_closing && at_closing).then_some(closed),
            known_on: Some(moment("2020-11-01 00:00")),
            source: Some("0123456789abcdef".to_owned()),
            row: Some(7),
        }
    }
}

fn now() -> Stamp {
    desk(moment("2020-12-01 09:00"))
}

fn imported(past: &Past, told: Told) -> Story {
    given_under(default_county()).when(now(), past.told(told)).ok()
}

fn past() -> impl Strategy<Value = Past> {
    let waits = prop::array::uniform5(prop_oneof![0..600_i64, 0..16_000_i64]);
    (waits, 0..6_usize, any::<bool>()).prop_map(|(waits, level, solved)| Past {
        waits,
        satisfaction: Satisfaction::ALL[level],
        solved,
    })
}

/// A ticket as it stood at a moment.
fn at(story: &Story, as_of: Moment) -> Option<Ticket> {
    let seen = story.events.iter().filter(|(at, _)| *at <= as_of).cloned();
    Ticket::fold(story.ticket.id, seen)
}

/// Every count of it, of the ticket and of its leg.
fn counts(ticket: &Ticket, as_of: Moment) -> Vec<(Count, i64)> {
    let standing = Standing::of(ticket);
    let of_ticket = Count::TICKETS.iter().map(|count| (*count, standing.count(*count, as_of)));
    let leg = ticket.legs.first().map(|leg| LegStanding::of(ticket, leg));
    let of_leg = leg
        .iter()
        .flat_map(|leg| Count::ASSIGNMENTS.iter().map(|count| (*count, leg.count(*count, as_of))));
    of_ticket.chain(of_leg).collect()
}

/// The verdicts, and the counts that say that nobody knows one.
const VERDICTS: [Count; 8] = [
    Count::HandledLate,
    Count::OpenLate,
    Count::HandlingMissed,
    Count::SignOffLate,
    Count::SignOffMissing,
    Count::SignedInTime,
    Count::ClosedLate,
    Count::Within5,
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..Default::default() })]

    /// Law 9: lived or imported with limits by the rules of their day, the figures are the same at every moment.
    #[test]
    fn lived_and_imported_are_counted_alike(past in past(), hours in 0..1_500_i64) {
        let (lived, told) = (past.lived(), imported(&past, ALL));
        let as_of = moment("2020-09-03 09:00").plus_ms(hours * 60 * MINUTE);
        let both = at(&lived, as_of).zip(at(&told, as_of));
        let (lived, told) = both.expect("a ticket");
        let own = |(count, _): &(Count, i64)| *count != Count::Imported;
        let (lived, told) = (counts(&lived, as_of), counts(&told, as_of));
        prop_assert_eq!(
            lived.into_iter().filter(own).collect::<Vec<_>>(),
            told.into_iter().filter(own).collect::<Vec<_>>()
        );
    }

    /// With facts missing no verdict is made up: where one differs from the life's, it is said to be unknown.
    #[test]
    fn what_is_left_out_is_unknown(past in past(), told in prop::array::uniform8(prop::bool::weighted(0.67))) {
        let (lived, told) = (past.lived().ticket, imported(&past, told).ticket);
        let as_of = Moment::MAX;
        let (lived, told) = (counts(&lived, as_of), counts(&told, as_of));
        let sum = |counts: &[(Count, i64)], of: &[Count]| -> i64 {
            counts.iter().filter(|(count, _)| of.contains(count)).map(|(_, number)| number).sum()
        };
        for verdict in VERDICTS {
            prop_assert!(sum(&told, &[verdict]) <= sum(&lived, &[verdict]), "{verdict} was made up");
        }
        let ways = [Count::ResolvedOnline, Count::EndedAtCentre, Count::Waiting, Count::WayUnknown];
        let way = sum(&told[..Count::TICKETS.len()], &ways);
        let transferred = sum(&told[..Count::TICKETS.len()], &[Count::Transferred]);
        prop_assert_eq!(way + transferred, 1);
        let standing =
            [Count::Handled, Count::Pending, Count::AtCentre, Count::EndedUnreplied, Count::ReplyUnknown];
        prop_assert_eq!(sum(&told[..Count::TICKETS.len()], &standing), transferred);
    }

    /// What is said again adds nothing, and a later sheet adds what the first left out.
    #[test]
    fn said_again_it_adds_nothing(past in past(), told in prop::array::uniform8(any::<bool>())) {
        let once = imported(&past, told);
        let events = once.events.len();
        let twice = once.when(now(), past.told(told)).ok();
        prop_assert_eq!(twice.events.len(), events);
        prop_assert_eq!(Ticket::fold(twice.ticket.id, twice.events.iter().cloned()), Some(twice.ticket));
    }
}

#[test]
fn a_later_sheet_adds_what_the_first_left_out() {
    let past =
        Past { waits: [30, 60, 600, 300, 60], satisfaction: Satisfaction::Satisfied, solved: true };
    let mut first = ALL;
    (first[5], first[6]) = (false, false);
    let story = imported(&past, first);
    assert_eq!(Standing::of(&story.ticket).stored(Count::Closed), 0);
    let whole = story.when(now(), past.told(ALL)).ok();
    let standing = Standing::of(&whole.ticket);
    assert_eq!(
        [Count::Closed, Count::Satisfied, Count::Rated].map(|count| standing.stored(count)),
        [1, 1, 1]
    );
    let kinds: Vec<_> = whole.events.iter().map(|(_, event)| event.word()).collect();
    let added = ["imported", "called_back", "closed"];
    assert_eq!(kinds[kinds.len() - 3..], added);
}

#[test]
fn what_contradicts_is_refused() {
    let past =
        Past { waits: [30, 60, 600, 300, 60], satisfaction: Satisfaction::Satisfied, solved: true };
    let other = Past { satisfaction: Satisfaction::Dissatisfied, ..past };
    imported(&past, ALL).when(now(), other.told(ALL)).refused(RefusalCode::Contradicts);
    let mut command = past.told(ALL);
    if let Command::Backfill { unit, .. } = &mut command {
        *unit = Some(HOUSING.to_owned());
    }
    imported(&past, ALL).when(now(), command).refused(RefusalCode::Contradicts);
}

#[test]
fn nothing_in_a_register_is_later_than_the_import_nor_out_of_order() {
    let past =
        Past { waits: [30, 60, 600, 300, 60], satisfaction: Satisfaction::Satisfied, solved: true };
    let at = moment("2020-09-03 10:45");
    let early = given_under(default_county()).when(desk(at), past.told(ALL));
    early.refused_with(RefusalCode::OrderBroken, Bound::Until(at));
    let mut command = past.told(ALL);
    let [transferred, ..] = past.moments();
    if let Command::Backfill { signed_off_at, .. } = &mut command {
        *signed_off_at = Some(transferred.plus_ms(-MINUTE));
    }
    let backwards = given_under(default_county()).when(now(), command);
    backwards.refused_with(RefusalCode::OrderBroken, Bound::From(transferred));
}

#[test]
fn a_ticket_that_was_lived_here_has_no_other_past() {
    let past =
        Past { waits: [30, 60, 600, 300, 60], satisfaction: Satisfaction::Satisfied, solved: true };
    past.lived().when(now(), past.told(ALL)).refused(RefusalCode::LivedHere);
}

#[test]
fn an_old_ticket_lives_on() {
    let past =
        Past { waits: [30, 60, 600, 300, 60], satisfaction: Satisfaction::Satisfied, solved: true };
    let mut open = [false; 8];
    (open[0], open[1]) = (true, true);
    let story = imported(&past, open);
    let standing = Standing::of(&story.ticket);
    assert_eq!([Count::ReplyUnknown, Count::Pending].map(|count| standing.stored(count)), [1, 0]);
    let mut story = story;
    story.at = moment("2020-12-01 10:00");
    let story = story.unit(CITY, Command::SignOff).ok().unit(CITY, Command::handle("已修复")).ok();
    let leg = LegStanding::of(&story.ticket, &story.ticket.legs[0]);
    let found = [Count::Handled, Count::HandledLate, Count::SignOffLate, Count::ReplyUnknown];
    assert_eq!(found.map(|count| leg.stored(count)), [1, 1, 1, 0]);
    assert!(matches!(story.events[1].1, TicketEvent::Imported { .. }));
}
