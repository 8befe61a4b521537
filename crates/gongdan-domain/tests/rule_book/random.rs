//! Random walks: whatever anybody asks, in whatever order, the rules hold.

use std::collections::BTreeSet;

use gongdan_domain::{
    COMMANDS, CallbackOutcome, CloseOutcome, Command, Count, Denied, EventKind, Fact, Intake,
    Moment, OfficeCommand, Provision, RefusalCode, Rulebook, Satisfaction, Scope, Setting, Stage,
    Standing, Ticket, TicketEvent, Unknown, Urgency, Value, Verb, decide,
};
use proptest::prelude::*;

use crate::story::{
    CITY, HOUSING, Story, TOWN, TRAFFIC, ask_office, county, deny_return, designate, given_of,
    grant_return_to, joint,
};
use crate::table::{PARTIES, Party, beside, named, other, sample, stamp};

/// One random choice: how to choose, what, who, how much time passes, and a variation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pick {
    likely: bool,
    verb: usize,
    party: usize,
    pub(crate) minutes: i64,
    pub(crate) vary: usize,
}

pub(crate) fn pick() -> impl Strategy<Value = Pick> {
    let minutes = prop_oneof![8 => 0..3_000i64, 1 => -60..0i64, 1 => 3_000..30_000i64];
    (prop::bool::weighted(0.8), 0..1_000usize, 0..1_000usize, minutes, 0..1_000usize).prop_map(
        |(likely, verb, party, minutes, vary)| Pick { likely, verb, party, minutes, vary },
    )
}

const UNITS: [&str; 4] = [CITY, HOUSING, TOWN, TRAFFIC];

/// A verb: mostly one that the table allows here, sometimes any.
pub(crate) fn verb(pick: Pick, stage: Stage) -> Verb {
    let usual = COMMANDS.iter().filter(|row| row.stages.contains(&stage));
    // What is allowed in every stage would drown the rest, so it comes less often.
    let moves: Vec<_> = usual.clone().filter(|row| row.stages.len() < 7).collect();
    let all: Vec<_> = match (pick.likely, pick.vary % 4) {
        (true, 0) => usual.collect(),
        (true, _) if !moves.is_empty() => moves,
        _ => COMMANDS.iter().filter(|row| row.on_ticket()).collect(),
    };
    all[pick.verb % all.len()].verb
}

pub(crate) fn party(pick: Pick, verb: Verb, story: &Story) -> Party {
    let who = verb.row().who;
    let fitting = PARTIES.into_iter().filter(|party| named(who, *party, story));
    let fitting: Vec<_> = fitting.collect();
    match pick.likely && !fitting.is_empty() {
        true => fitting[pick.party % fitting.len()],
        false => PARTIES[pick.party % PARTIES.len()],
    }
}

/// A command of the verb, varied in its arguments, some of them bad.
pub(crate) fn command(pick: Pick, verb: Verb, story: &Story) -> Command {
    let (vary, unit) = (pick.vary, UNITS[pick.vary % UNITS.len()]);
    let text = || if vary % 7 == 0 { " ".to_owned() } else { "情况说明".to_owned() };
    match verb {
        Verb::Transfer if vary % 2 == 0 => {
            joint(unit, &[UNITS[vary / 4 % 4]], Some("请核实").filter(|_| vary % 3 > 0))
        }
        Verb::GrantReturn if vary % 2 == 0 => grant_return_to(unit),
        Verb::DenyReturn => deny_return(vary % 3 == 0),
        Verb::Designate => designate(unit),
        Verb::Redispatch => Command::Redispatch { to: unit.into(), remark: text() },
        Verb::Excuse => Command::Excuse { unit: unit.into() },
        Verb::RequestExtension => {
            Command::RequestExtension { days: vary as u32 % 13, reason: text() }
        }
        Verb::Callback => Command::Callback {
            outcome: CallbackOutcome::ALL[vary % 4],
            satisfaction: Some(Satisfaction::ALL[vary % 6]).filter(|_| vary % 5 > 1),
            attitude: None,
            solved: Some(vary % 2 == 0).filter(|_| vary % 5 > 2),
        },
        Verb::Close => Command::close(CloseOutcome::ALL[vary % 8]),
        Verb::Note => Command::Note { text: text() },
        Verb::Amend => Command::Amend {
            kind: None,
            urgency: Some(Urgency::ALL[vary % 3]),
            area: None,
            matter: None,
            appeal: None,
        },
        Verb::Confidential => Command::Confidential { confidential: vary % 2 == 0 },
        Verb::Correct => Command::Correct {
            fact: Fact::ALL[vary % Fact::ALL.len()],
            no: None,
            moment: story.events[vary % story.events.len()]
                .0
                .plus_ms((vary as i64 % 13 - 6) * 600_000),
            reason: text(),
        },
        Verb::Backfill => backfill(vary, unit, story),
        Verb::Answer => Command::Answer { no: vary as u32 % 3, result: text() },
        verb => sample(verb).unwrap(),
    }
}

/// Some facts of an old register, some without a moment.
fn backfill(vary: usize, unit: &str, story: &Story) -> Command {
    let at = story.ticket.accepted_at;
    let step = |nth: i64| at.plus_ms(nth * 20 * 60_000);
    Command::Backfill {
        unit: Some(unit.to_owned()).filter(|_| !vary.is_multiple_of(5)),
        transferred_at: Some(step(0)).filter(|_| vary % 5 > 1),
        sign_off_by: None,
        handle_by: Some(step(90)).filter(|_| !vary.is_multiple_of(5) && vary.is_multiple_of(4)),
        policy_limits: vary.is_multiple_of(3),
        signed_off_at: Some(step(1)).filter(|_| vary % 5 > 2),
        handled: Some(vary.is_multiple_of(2)).filter(|_| vary % 5 > 3),
        handled_at: Some(step(2)).filter(|_| vary % 5 > 3 && vary.is_multiple_of(4)),
        result: None,
        callback: None,
        called_back_at: None,
        satisfaction: Some(Satisfaction::ALL[vary % 6]).filter(|_| vary % 10 > 7),
        attitude: None,
        solved: None,
        outcome: Some(CloseOutcome::Explained).filter(|_| vary.is_multiple_of(7)),
        closed_at: Some(step(3)).filter(|_| vary.is_multiple_of(14)),
        known_on: None,
        source: None,
        row: Some(vary as u32),
    }
}

/// Every stage, event and refusal that walks have seen.
#[derive(Default)]
pub(crate) struct Seen {
    stages: BTreeSet<Stage>,
    codes: BTreeSet<RefusalCode>,
    pub(crate) events: Vec<TicketEvent>,
}

/// A county in which replies to urgent tickets are reviewed.
fn of_walks() -> Rulebook {
    let mut rules = county();
    let scope = Scope { urgency: Some(Urgency::Urgent), ..Scope::default() };
    let (setting, value) = (Setting::ReviewReplies, Value::Flag(true));
    let provision = Provision { setting, from: Moment::MIN, scope, value };
    ask_office(&mut rules, OfficeCommand::Provide(provision));
    rules
}

/// Puts the random commands to one ticket and checks each answer.
fn walk(picks: &[Pick], seen: &mut Seen) {
    let urgent = picks.first().is_some_and(|pick| pick.vary.is_multiple_of(3));
    let urgency = if urgent { Urgency::Urgent } else { Urgency::Normal };
    let intake = Intake { urgency, ..Intake::new("来电", "路灯不亮") };
    let mut story = given_of(of_walks(), intake);
    for pick in picks {
        story.at = story.at.plus_ms(pick.minutes * 60_000);
        let verb = verb(*pick, story.ticket.stage);
        let party = party(*pick, verb, &story);
        let command = command(*pick, verb, &story);
        step(&mut story, verb, party, &command, seen);
        story.at = story.at.max(story.ticket.last_at);
    }
    let fold = Ticket::fold(story.ticket.id, story.events.iter().cloned());
    assert_eq!(fold, Some(story.ticket));
}

fn step(story: &mut Story, verb: Verb, party: Party, command: &Command, seen: &mut Seen) {
    let (stamp, main) = (stamp(party, story), other(&story.ticket));
    let before = story.ticket.clone();
    let verdict = decide(&story.ticket, command, &stamp, &story.rules, beside(story, &main));
    match verdict {
        Ok(decided) => {
            let row = verb.row();
            assert!(row.stages.contains(&before.stage) && named(row.who, party, story));
            let earliest = before.newest_fact.plus_ms(-5 * 60_000);
            assert!(stamp.at() >= earliest || !verb.depends_on_order());
            assert!(!decided.is_empty() || verb == Verb::Backfill);
            assert!(allowed(story, party).is_none_or(|allowed| allowed.contains(&verb)));
            for decided in decided {
                story.follow(decided.at.unwrap_or(stamp.at()), &decided.event);
                seen.events.push(decided.event);
            }
        }
        Err(Denied::Refused(refusal)) => drop(seen.codes.insert(refusal.code)),
        Err(Denied::Invalid(invalid)) => assert!(!invalid.to_string().is_empty()),
    }
    seen.stages.insert(story.ticket.stage);
    // A correction folds the whole life anew: what was before it says nothing of what is.
    let corrected = story.ticket.corrections > before.corrections;
    hold_true(if corrected { &story.ticket } else { &before }, &story.ticket);
}

/// What a refusal calls allowed here: a merger of a ticket into itself is always refused.
fn allowed(story: &Story, party: Party) -> Option<Vec<Verb>> {
    let itself = Command::Merge { main: story.ticket.id };
    let (stamp, main) = (stamp(party, story), other(&story.ticket));
    match decide(&story.ticket, &itself, &stamp, &story.rules, beside(story, &main)) {
        Err(Denied::Refused(refusal)) => Some(refusal.allowed),
        _ => None,
    }
}

/// What holds of every ticket, and from one moment to the next.
fn hold_true(before: &Ticket, ticket: &Ticket) {
    let leads = ticket.legs.iter().filter(|leg| leg.part.code() == 1 && leg.is_current()).count();
    let with_unit = [Stage::Transferred, Stage::SignedOff, Stage::Handled, Stage::Rework];
    assert!(leads <= 1, "one lead at a time");
    assert!(!with_unit.contains(&ticket.stage) || leads == 1);
    let at_centre = [Stage::Accepted, Stage::Difficult].contains(&ticket.stage);
    assert!(!at_centre || (leads == 0 && !ticket.legs.iter().any(|leg| leg.owes())));
    assert!(ticket.newest_fact >= before.newest_fact && ticket.last_at >= ticket.newest_fact);
    assert!(ticket.last_at >= before.last_at && ticket.version >= before.version);
    let broken = |ticket: &Ticket| -> Vec<(bool, bool)> {
        let broken = |leg: &gongdan_domain::Leg| {
            (leg.sign_off_broken.is_some(), leg.handling_broken.is_some())
        };
        ticket.legs.iter().map(broken).collect()
    };
    let both = broken(before).into_iter().zip(broken(ticket));
    both.for_each(|((sign, handle), (still, so))| assert!((still || !sign) && (so || !handle)));
    assert!(ticket.closures.starts_with(&before.closures), "a close stays a fact");
    assert!(ticket.callbacks.starts_with(&before.callbacks));
    let promise = |ticket: &Ticket| {
        let first = |leg: &gongdan_domain::Leg| (leg.leg, leg.unit, leg.first_handle_by);
        ticket.legs.iter().map(first).collect::<Vec<_>>()
    };
    assert!(promise(ticket).starts_with(&promise(before)), "the first promise is kept");
    let running =
        ticket.suspended_at.is_none() || !ticket.is_ended() || ticket.merged_into.is_some();
    assert!(running, "what ended is on no pause");
    assert!(!ticket.is_ended() || !ticket.overdue(Moment::MAX));
    let standing = Standing::of(ticket);
    let unknown = ticket.legs.iter().filter(|leg| leg.unknown != Unknown::default());
    unknown.for_each(|leg| assert!(leg.leads() && leg.unknown.handling >= leg.unknown.reply));
    assert!(!ticket.unknown.way || ticket.legs.is_empty(), "given to a unit, the way is known");
    let has = |count: Count| standing.count(count, Moment::MAX) > 0;
    for count in Count::TICKETS {
        assert!(!has(*count) || count.only_where().is_none_or(has), "{count} alone");
    }
}

/// Walks from a fixed seed, for the tests that look at what walks come across.
pub(crate) fn fixed_walks() -> Seen {
    let (mut seen, mut state) = (Seen::default(), 0x2545_f491_4f6c_dd1d_u64);
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 20) as usize
    };
    for _ in 0..1_200 {
        let picks: Vec<_> = (0..90)
            .map(|_| Pick {
                likely: next() % 5 > 0,
                verb: next(),
                party: next(),
                minutes: [-1, 0, 30, 90, 600, 3_000][next() % 6],
                vary: next() % 1_000,
            })
            .collect();
        walk(&picks, &mut seen);
    }
    seen
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..Default::default() })]

    #[test]
    fn whatever_is_asked_the_rules_hold(picks in prop::collection::vec(pick(), 1..60)) {
        walk(&picks, &mut Seen::default());
    }
}

#[test]
fn the_walks_come_everywhere() {
    let seen = fixed_walks();
    assert_eq!(seen.stages.iter().copied().collect::<Vec<_>>(), Stage::ALL);
    let words: BTreeSet<_> = seen.events.iter().map(TicketEvent::word).collect();
    let missing: Vec<_> =
        EventKind::ALL.iter().filter(|kind| !words.contains(kind.word())).collect();
    assert_eq!(missing, [&EventKind::TakenIn]);
    // What walks in this county cannot meet: late returns (they are marked), retired units, policies
    // without a limit, a ticket that names itself; the stories show those.
    assert!(seen.codes.len() >= 26, "{:?}", seen.codes);
}
