//! A second opinion: figures counted by hand from each ticket's history, with plain loops and
//! nothing of the library's own reckoning but the names of units.

use std::collections::BTreeMap;

use gongdan::{
    Basis, Count, EntryId, Grouping, HistoryEntry, Moment, Part, Period, Question, Species,
    TicketEvent,
};

use gongdan_domain::GivenLeg;

use crate::lived::Lived;

/// A leg as the oracle follows it.
struct Leg {
    leg: u32,
    unit: EntryId,
    lead: bool,
    handle_by: Moment,
    replied: bool,
    /// The limit that was broken, for ever.
    broken: Option<Moment>,
    ended: Option<End>,
    /// Whether the ticket was opened again without it.
    gone: bool,
    /// Since when a return, or an extension, waits for the centre.
    asked: [Option<Moment>; 2],
    /// Whether an old register leaves open whether it replied, and whether in time.
    unsaid: [bool; 2],
}

/// How a unit was rid of a ticket.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Returned,
    TakenBack,
    Excused,
    /// With the ticket; undone with the merger.
    WithTicket,
}

impl Leg {
    /// The moment by which its promise is judged when it ends now: when the centre began to hold it,
    /// if it still does.
    fn judged(&self, paused: Option<Moment>, at: Moment) -> Moment {
        let holds = [paused, self.asked[0], self.asked[1]].into_iter().flatten();
        holds.filter(|began| *began <= self.handle_by).min().unwrap_or(at)
    }

    fn judge(&mut self, at: Moment) {
        if at > self.handle_by && self.broken.is_none() {
            self.broken = Some(self.handle_by);
        }
    }

    fn end(&mut self, paused: Option<Moment>, at: Moment, how: End) {
        let at = if how == End::Returned { self.asked[0].unwrap_or(at) } else { at };
        if !self.replied && self.unsaid == [false; 2] {
            self.judge(self.judged(paused, at));
        }
        self.ended = Some(how);
    }
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
    unsaid: [bool; 2],
}

impl Followed {
    /// The ticket after its events up to a moment; nothing before its intake.
    fn until(history: &[(Moment, TicketEvent)], as_of: Moment) -> Option<Self> {
        // A duty may be dated before the intake: it counts from there.
        let ((taken_in, _), rest) = history.split_first()?;
        let seen = rest.iter().filter(|(at, _)| *at <= as_of);
        if *taken_in > as_of {
            return None;
        }
        let mut followed = Self::default();
        seen.for_each(|(at, event)| followed.follow(*at, event));
        Some(followed)
    }

    fn give(&mut self, given: &GivenLeg) {
        let lead = given.part == Part::Lead;
        self.hands = if lead { Hands::Unit } else { self.hands };
        let (leg, unit, handle_by) = (given.leg, given.unit, given.handle_by);
        let (replied, broken, ended, gone, asked) = (false, None, None, false, [None; 2]);
        let unsaid = std::mem::take(&mut self.unsaid);
        let given = Leg { leg, unit, lead, handle_by, replied, broken, ended, gone, asked, unsaid };
        self.legs.push(given);
    }

    fn follow(&mut self, at: Moment, event: &TicketEvent) {
        match event {
            TicketEvent::ResolvedOnline | TicketEvent::Closed { .. } | TicketEvent::Terminated => {
                self.end_all(at, End::WithTicket);
                (self.hands, self.paused_at) = (Hands::Closed, None);
            }
            TicketEvent::Imported { unknown, .. } => match self.legs.last_mut() {
                Some(leg) => leg.unsaid = [unknown.reply, unknown.handling],
                None => self.unsaid = [unknown.reply, unknown.handling],
            },
            TicketEvent::Rejected => self.hands = Hands::EndedOtherwise,
            TicketEvent::Merged { .. } => {
                self.end_all(at, End::WithTicket);
                (self.before_merger, self.hands) = (self.hands, Hands::EndedOtherwise);
            }
            TicketEvent::Unmerged { limits, .. } => {
                self.hands = self.before_merger;
                for leg in self.legs.iter_mut().filter(|leg| !leg.gone) {
                    leg.ended = leg.ended.filter(|how| *how != End::WithTicket);
                }
                limits.iter().for_each(|moved| self.leg(moved.leg).handle_by = moved.handle_by);
            }
            TicketEvent::Transferred { legs, .. } => legs.iter().for_each(|leg| self.give(leg)),
            TicketEvent::Recalled => {
                let open: Vec<u32> = self.open().collect();
                open.into_iter().for_each(|leg| self.end(leg, at, End::TakenBack));
                self.hands = Hands::Centre;
            }
            TicketEvent::Redispatched { leg } => {
                self.end(*leg, at, End::TakenBack);
                self.paused_at = None;
            }
            TicketEvent::Reopened { rework } => {
                self.legs.iter_mut().for_each(|leg| leg.gone |= leg.ended.is_some());
                match rework {
                    Some(given) => {
                        (self.hands, self.last_rework) = (Hands::Rework, Some(given.leg))
                    }
                    None => {
                        let open: Vec<u32> = self.open().collect();
                        open.into_iter().for_each(|leg| self.end(leg, at, End::TakenBack));
                        self.hands = Hands::Centre;
                    }
                }
            }
            TicketEvent::Excused { leg } => self.end(*leg, at, End::Excused),
            TicketEvent::ReturnRequested { leg, .. } => self.leg(*leg).asked[0] = Some(at),
            TicketEvent::ReturnDenied { leg, .. } => self.leg(*leg).asked[0] = None,
            TicketEvent::ExtensionRequested { leg, .. } => self.leg(*leg).asked[1] = Some(at),
            TicketEvent::ExtensionDenied { leg } => self.leg(*leg).asked[1] = None,
            TicketEvent::ReturnGranted { leg } => {
                self.end(*leg, at, End::Returned);
                if self.leg(*leg).lead {
                    (self.hands, self.paused_at) = (Hands::Centre, None);
                }
            }
            TicketEvent::Handled { leg, .. } => {
                if self.hands == Hands::Unit {
                    self.reply(*leg, at);
                }
                self.hands = Hands::Replied;
            }
            TicketEvent::Reported { leg } => self.reply(*leg, at),
            TicketEvent::SentBack { leg, .. } if self.last_rework == Some(*leg) => {
                self.hands = Hands::Rework;
            }
            TicketEvent::SentBack { leg, by } => {
                let leg = self.leg(*leg);
                leg.replied = false;
                leg.handle_by = by.unwrap_or(leg.handle_by);
                self.hands = Hands::Unit;
            }
            TicketEvent::ReworkOrdered(given) => {
                (self.hands, self.last_rework) = (Hands::Rework, Some(given.leg));
            }
            TicketEvent::Suspended => self.paused_at = Some(at),
            TicketEvent::ExtensionGranted { limits, .. } => {
                self.move_limit(at, limits.leg, limits.handle_by);
                self.leg(limits.leg).asked[1] = None;
            }
            TicketEvent::Resumed { limits, .. } => {
                limits.iter().for_each(|moved| self.move_limit(at, moved.leg, moved.handle_by));
                self.paused_at = None;
            }
            TicketEvent::Rescheduled { limits, .. } => {
                limits.iter().for_each(|moved| self.move_limit(at, moved.leg, moved.handle_by));
            }
            _ => {}
        }
    }

    fn leg(&mut self, number: u32) -> &mut Leg {
        self.legs.iter_mut().find(|leg| leg.leg == number).expect("a leg that was given")
    }

    fn open(&self) -> impl Iterator<Item = u32> {
        self.legs.iter().filter(|leg| leg.ended.is_none()).map(|leg| leg.leg)
    }

    fn end(&mut self, number: u32, at: Moment, how: End) {
        let paused = self.paused_at;
        self.leg(number).end(paused, at, how);
    }

    /// A ticket ends: whoever has not replied is let go.
    fn end_all(&mut self, at: Moment, how: End) {
        let owes = |leg: &&Leg| leg.ended.is_none() && !leg.replied && !leg.unsaid[0];
        let owing = self.legs.iter().filter(owes);
        let owing: Vec<u32> = owing.map(|leg| leg.leg).collect();
        owing.into_iter().for_each(|leg| self.end(leg, at, how));
    }

    fn reply(&mut self, number: u32, at: Moment) {
        let leg = self.leg(number);
        leg.judge(at);
        (leg.replied, leg.asked[1], leg.unsaid[0]) = (true, None, false);
    }

    /// What was broken before a limit moves stays broken.
    fn move_limit(&mut self, at: Moment, number: u32, by: Moment) {
        let paused = self.paused_at;
        let leg = self.leg(number);
        leg.judge(leg.judged(paused, at));
        leg.handle_by = by;
    }

    /// The leg of the unit that has the ticket, or had it when the ticket ended.
    fn lead(&self) -> Option<&Leg> {
        let ended = matches!(self.hands, Hands::Closed | Hands::EndedOtherwise);
        let with_ticket = |leg: &Leg| leg.ended == Some(End::WithTicket) && !leg.gone && ended;
        self.legs.iter().find(|leg| leg.lead && (leg.ended.is_none() || with_ticket(leg)))
    }

    fn counts(&self, as_of: Moment) -> Vec<(Count, i64)> {
        let lead = self.lead();
        let owes = |leg: &Leg| !leg.replied && !leg.unsaid[0];
        let pending = self.hands == Hands::Unit && lead.is_some_and(owes);
        let late = |leg: &Leg| self.of_leg(leg, as_of).contains(&(Count::HandledLate, 1));
        let dropped = self.hands == Hands::EndedOtherwise;
        [
            (Count::Accepted, true),
            (Count::Effective, !dropped),
            (Count::Transferred, !self.legs.is_empty()),
            (Count::Closed, self.hands == Hands::Closed),
            (Count::InRework, self.hands == Hands::Rework),
            (Count::Waiting, self.legs.is_empty() && self.hands == Hands::Centre),
            (Count::Handled, lead.is_some_and(|leg| leg.replied)),
            (Count::HandledLate, self.legs.iter().any(late)),
            (Count::Pending, pending),
            (Count::OpenLate, pending && lead.is_some_and(|leg| self.open_late(leg, as_of))),
        ]
        .map(|(count, holds)| (count, i64::from(holds)))
        .to_vec()
    }

    fn open_late(&self, leg: &Leg, as_of: Moment) -> bool {
        let owed = leg.ended.is_none() && !leg.replied && leg.unsaid == [false; 2];
        owed && (leg.broken.is_some() || leg.judged(self.paused_at, as_of) > leg.handle_by)
    }

    /// What the unit of a leg has of it, whoever has the ticket now.
    fn of_leg(&self, leg: &Leg, as_of: Moment) -> Vec<(Count, i64)> {
        let (lead, how) = (leg.lead, leg.ended);
        let ended = how == Some(End::WithTicket) && !leg.replied;
        let gone = matches!(how, Some(End::Returned | End::TakenBack)) || ended;
        let missed = how.is_some() && !leg.replied && leg.broken.is_some();
        [
            (Count::GivenAny, true),
            (Count::Given, lead),
            (Count::Accepted, lead && !gone),
            (Count::Returned, lead && how == Some(End::Returned)),
            (Count::TakenBack, lead && how == Some(End::TakenBack)),
            (Count::Ended, lead && ended),
            (Count::Pending, lead && how.is_none() && !leg.replied && !leg.unsaid[0]),
            (Count::OpenLate, lead && self.open_late(leg, as_of)),
            (Count::Handled, lead && leg.replied),
            (Count::HandledLate, lead && leg.replied && leg.broken.is_some()),
            (Count::HandlingMissed, lead && missed),
            (Count::ReportOpenLate, !lead && self.open_late(leg, as_of)),
            (Count::ReportLate, !lead && leg.replied && leg.broken.is_some()),
            (Count::ReportMissed, !lead && missed),
        ]
        .map(|(count, holds)| (count, i64::from(holds)))
        .to_vec()
    }
}

/// A history with every fact at its true moment, and what was promised from there.
fn put_right(history: Vec<HistoryEntry>) -> Vec<(Moment, TicketEvent)> {
    let mut right: Vec<_> = history.iter().map(|entry| (entry.at, entry.event.clone())).collect();
    for entry in history {
        let TicketEvent::Corrected { fact, at, again, .. } = entry.event else { continue };
        right[fact as usize - 1].0 = at;
        for each in again {
            right[each.version as usize - 1].1 = each.event;
        }
    }
    right
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
        let history = put_right(lived.hotline.history(*id).expect("a history"));
        if !period.contains(history[0].0) {
            continue;
        }
        let Some(followed) = Followed::until(&history, as_of) else { continue };
        let counts = followed.counts(as_of);
        counts.iter().for_each(|(count, value)| *all.entry(*count).or_default() += value);
        for leg in &followed.legs {
            let unit = register.standing(Species::Unit, leg.unit, as_of);
            let name = register.name(Species::Unit, unit, as_of).to_owned();
            let own = units.entry(name).or_default();
            let counts = followed.of_leg(leg, as_of);
            counts.iter().for_each(|(count, value)| *own.entry(*count).or_default() += value);
        }
    }
    (all, units)
}

#[test]
fn figures_equal_a_count_by_hand() {
    let (mut seen, mut of_units) = (Counted::new(), Counted::new());
    for seed in 91..=98 {
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
                    *of_units.entry(*count).or_default() += value;
                }
            }
            let total = units.values().map(|own| own[&Count::Accepted]).sum::<i64>();
            assert_eq!(figures.total.count(Count::Accepted), total, "no unit was left out");
        }
    }
    // Reports this late are rare: the stories of the rule book tell them.
    of_units.retain(|count, _| ![Count::ReportLate, Count::ReportMissed].contains(count));
    for seen in [seen, of_units] {
        assert!(seen.values().all(|value| *value > 0), "something never happened: {seen:?}");
    }
}
