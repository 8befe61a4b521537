//! A second opinion: figures counted by hand from each ticket's history, with plain loops and
//! nothing of the library's own reckoning but the names of units.

use std::collections::BTreeMap;

use gongdan::{
    Basis, Count, EntryId, Grouping, HistoryEntry, Moment, Part, Period, Question, Species,
    TicketEvent,
};

use crate::lived::Lived;

/// A leg as the oracle follows it.
struct Leg {
    leg: u32,
    unit: EntryId,
    lead: bool,
    handle_by: Moment,
    replied: bool,
    late: bool,
    ended: bool,
}

/// In whose hands a ticket is.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Hands {
    #[default]
    Centre,
    Unit,
    Replied,
    Rework,
    Closed,
    EndedOtherwise,
}

/// A ticket as the oracle follows it.
#[derive(Default)]
struct Followed {
    legs: Vec<Leg>,
    hands: Hands,
    before_merger: Hands,
    last_rework: Option<u32>,
    paused_at: Option<Moment>,
}

impl Followed {
    /// The ticket after its events up to a moment; nothing before its intake.
    fn until(history: &[HistoryEntry], as_of: Moment) -> Option<Self> {
        let mut seen = history.iter().filter(|entry| entry.at <= as_of);
        // A note may be dated before the intake.
        seen.next().filter(|first| matches!(first.event, TicketEvent::TakenIn(_)))?;
        let mut followed = Self::default();
        seen.for_each(|entry| followed.follow(entry.at, &entry.event));
        Some(followed)
    }

    fn follow(&mut self, at: Moment, event: &TicketEvent) {
        match event {
            TicketEvent::ResolvedOnline | TicketEvent::Closed { .. } | TicketEvent::Terminated => {
                (self.hands, self.paused_at) = (Hands::Closed, None);
            }
            TicketEvent::Rejected => self.hands = Hands::EndedOtherwise,
            TicketEvent::Merged { .. } => {
                (self.before_merger, self.hands) = (self.hands, Hands::EndedOtherwise);
            }
            TicketEvent::Unmerged { limits, .. } => {
                self.hands = self.before_merger;
                limits.iter().for_each(|moved| self.leg(moved.leg).handle_by = moved.handle_by);
            }
            TicketEvent::Transferred { legs, .. } => {
                for given in legs {
                    let lead = given.part == Part::Lead;
                    self.hands = if lead { Hands::Unit } else { self.hands };
                    let (leg, unit, handle_by) = (given.leg, given.unit, given.handle_by);
                    let (replied, late, ended) = (false, false, false);
                    self.legs.push(Leg { leg, unit, lead, handle_by, replied, late, ended });
                }
            }
            TicketEvent::Recalled | TicketEvent::Reopened { rework: None } => {
                self.legs.iter_mut().for_each(|leg| leg.ended = true);
                self.hands = Hands::Centre;
            }
            TicketEvent::Excused { leg } => self.leg(*leg).ended = true,
            TicketEvent::ReturnGranted { leg } => {
                self.leg(*leg).ended = true;
                if self.leg(*leg).lead {
                    (self.hands, self.paused_at) = (Hands::Centre, None);
                }
            }
            TicketEvent::Handled { leg, .. } => {
                if self.hands == Hands::Unit {
                    let leg = self.leg(*leg);
                    leg.replied = true;
                    leg.late |= at > leg.handle_by;
                }
                self.hands = Hands::Replied;
            }
            TicketEvent::SentBack { leg } if self.last_rework == Some(*leg) => {
                self.hands = Hands::Rework;
            }
            TicketEvent::SentBack { leg } => {
                self.leg(*leg).replied = false;
                self.hands = Hands::Unit;
            }
            TicketEvent::ReworkOrdered(given) | TicketEvent::Reopened { rework: Some(given) } => {
                (self.hands, self.last_rework) = (Hands::Rework, Some(given.leg));
            }
            TicketEvent::Suspended => self.paused_at = Some(at),
            TicketEvent::ExtensionGranted { limits, .. } => {
                self.leg(limits.leg).handle_by = limits.handle_by;
            }
            TicketEvent::Resumed { limits, .. } => {
                self.paused_at = None;
                limits.iter().for_each(|moved| self.leg(moved.leg).handle_by = moved.handle_by);
            }
            TicketEvent::Rescheduled { limits, .. } => {
                limits.iter().for_each(|moved| self.leg(moved.leg).handle_by = moved.handle_by);
            }
            _ => {}
        }
    }

    fn leg(&mut self, number: u32) -> &mut Leg {
        self.legs.iter_mut().find(|leg| leg.leg == number).expect("a leg that was given")
    }

    fn lead(&self) -> Option<&Leg> {
        self.legs.iter().find(|leg| leg.lead && !leg.ended)
    }

    fn counts(&self, as_of: Moment) -> Vec<(Count, i64)> {
        let lead = self.lead();
        let pending = self.hands == Hands::Unit && lead.is_some_and(|leg| !leg.replied);
        let passed = |leg: &Leg| {
            as_of > leg.handle_by && self.paused_at.is_none_or(|paused| paused > leg.handle_by)
        };
        let any_late = self.legs.iter().any(|leg| leg.lead && leg.late);
        [
            (Count::Accepted, true),
            (Count::Transferred, !self.legs.is_empty()),
            (Count::Closed, self.hands == Hands::Closed),
            (Count::InRework, self.hands == Hands::Rework),
            (Count::Waiting, self.legs.is_empty() && self.hands == Hands::Centre),
            (Count::Handled, lead.is_some_and(|leg| leg.replied)),
            (Count::HandledLate, any_late),
            (Count::Pending, pending),
            (Count::OpenLate, pending && lead.is_some_and(passed)),
        ]
        .map(|(count, holds)| (count, i64::from(holds)))
        .to_vec()
    }
}

type Counted = BTreeMap<Count, i64>;

/// The counts of all tickets, and those of each unit by its name.
fn count_by_hand(
    lived: &Lived,
    period: Period,
    as_of: Moment,
) -> (Counted, BTreeMap<String, Counted>) {
    let register = lived.hotline.rulebook().expect("the rules").register;
    let (mut all, mut units) = (Counted::new(), BTreeMap::<String, Counted>::new());
    for id in &lived.players.ids {
        let history = lived.hotline.history(*id).expect("a history");
        if !period.contains(history[0].at) {
            continue;
        }
        let Some(followed) = Followed::until(&history, as_of) else { continue };
        let counts = followed.counts(as_of);
        counts.iter().for_each(|(count, value)| *all.entry(*count).or_default() += value);
        let Some(lead) = followed.lead() else { continue };
        let unit = register.standing(Species::Unit, lead.unit, as_of);
        let name = register.name(Species::Unit, unit, as_of).to_owned();
        let own = units.entry(name).or_default();
        let of_unit = |count| counts.iter().find(|(each, _)| *each == count).map_or(0, |(_, v)| *v);
        for count in [Count::Accepted, Count::Pending, Count::OpenLate, Count::Handled] {
            *own.entry(count).or_default() += of_unit(count);
        }
        *own.entry(Count::HandledLate).or_default() += i64::from(lead.late);
    }
    (all, units)
}

#[test]
fn figures_equal_a_count_by_hand() {
    let mut seen = Counted::new();
    for seed in [91, 92, 93] {
        let lived = Lived::new(seed, 700);
        for (text, days) in [("2020", 0), ("2020-09", 3), ("2020-08", 12), ("2020", 20)] {
            let period = Period::parse(text).expect("a period");
            let as_of = lived.now.plus_ms(-days * 86_400_000);
            let (all, units) = count_by_hand(&lived, period, as_of);
            let question = Question::new(period, as_of).basis(Basis::Cohort);
            let figures = lived.hotline.figures(&question).expect("figures");
            for (count, value) in &all {
                let what = format!("seed {seed}, {text} as of {as_of}: {count}");
                assert_eq!(figures.total.count(*count), *value, "{what}");
                *seen.entry(*count).or_default() += value;
            }
            let figures = lived.hotline.figures(&question.by(Grouping::Unit)).expect("figures");
            for (name, counts) in &units {
                let row = figures.row(name).expect("a row for a unit that has a ticket");
                for (count, value) in counts {
                    let what = format!("seed {seed}, {text} as of {as_of}: {name}, {count}");
                    assert_eq!(row.tally.count(*count), *value, "{what}");
                }
            }
            let total = units.values().map(|own| own[&Count::Accepted]).sum::<i64>();
            assert_eq!(figures.total.count(Count::Accepted), total, "no unit was left out");
        }
    }
    assert!(seen.values().all(|value| *value > 0), "something never happened: {seen:?}");
}
