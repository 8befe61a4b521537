//! The whole table: every stage, every verb, every party, against `EDGES`.

use gongdan_domain::{
    Attempt, CallbackOutcome, Card, Case, CloseOutcome, Command, Denied, EDGES, Edge, Leg, Part,
    RefusalCode, Satisfaction, Stage, Stamp, Ticket, TicketEvent, TicketId, Verb, Who, decide,
};

use crate::story::{
    CITY, DESK, HOUSING, Story, TOWN, deny_return, designate, excuse, extend, given, grant_return,
    joint, mark_difficult, reopen, report, request_return, reschedule, rework, send_back, solved,
    suspend, terminate,
};

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Party {
    Centre,
    Supervisor,
    Lead,
    Helper,
    Stranger,
}

pub(crate) const PARTIES: [Party; 5] =
    [Party::Centre, Party::Supervisor, Party::Lead, Party::Helper, Party::Stranger];

pub(crate) fn stamp(party: Party, story: &Story) -> Stamp {
    match party {
        Party::Centre => Stamp::centre(DESK, story.at),
        Party::Supervisor => Stamp::supervisor("王五", story.at),
        Party::Lead => Stamp::unit(CITY, "李四", story.at),
        Party::Helper => Stamp::unit(HOUSING, "赵六", story.at),
        Party::Stranger => Stamp::unit(TOWN, "孙七", story.at),
    }
}

/// A command of each verb that is complete in itself.
pub(crate) fn sample(verb: Verb) -> Option<Command> {
    let text = || "情况说明".to_owned();
    Some(match verb {
        Verb::Intake => return None,
        Verb::ResolveOnline => Command::ResolveOnline { answer: None },
        Verb::Reject => Command::Reject { reason: text() },
        Verb::Merge => Command::Merge { main: TicketId(2) },
        Verb::Unmerge => Command::Unmerge,
        Verb::Repeat => Command::Repeat { main: TicketId(2) },
        Verb::Transfer => joint(CITY, &[HOUSING], Some("请核实")),
        Verb::Recall => Command::Recall,
        Verb::SignOff => Command::SignOff,
        Verb::RequestReturn => request_return(),
        Verb::GrantReturn => grant_return(),
        Verb::DenyReturn => deny_return(false),
        Verb::Designate => designate(CITY),
        Verb::MarkDifficult => mark_difficult(),
        Verb::RequestExtension => extend(3),
        Verb::GrantExtension => Command::GrantExtension,
        Verb::DenyExtension => Command::DenyExtension { reason: text() },
        Verb::Suspend => suspend(),
        Verb::Resume => Command::Resume,
        Verb::Report => report(),
        Verb::Excuse => excuse(HOUSING),
        Verb::Handle => Command::handle("已修复"),
        Verb::SendBack => send_back(),
        Verb::Callback => Command::Callback(Attempt {
            outcome: CallbackOutcome::Reached,
            satisfaction: Some(Satisfaction::Dissatisfied),
            attitude: None,
            solved: None,
        }),
        Verb::Rework => rework(),
        Verb::Close => Command::close(CloseOutcome::Explained),
        Verb::Terminate => terminate(),
        Verb::Reopen => reopen(),
        Verb::Reclassify => Command::Reclassify { category: Some("农业农村".into()) },
        Verb::Amend => Command::Amend {
            kind: None,
            urgency: None,
            area: Some("石滩乡".into()),
            matter: None,
            appeal: None,
        },
        Verb::Note => Command::Note { text: text() },
        Verb::Confidential => Command::Confidential { confidential: true },
        Verb::Urge => Command::Urge { text: None },
        Verb::Supervise => Command::Supervise { unit: Some(CITY.into()), demand: text() },
        Verb::Answer => Command::Answer { no: 1, result: text() },
        Verb::Card => Command::ShowCard { card: Card::Red, unit: CITY.into(), reason: text() },
        Verb::Feature => Command::Feature { featured: true, case: Case::default() },
        Verb::Reschedule => reschedule(),
        Verb::Reveal => Command::Reveal { reason: text() },
        Verb::Erase => Command::Erase { fields: Vec::new(), reason: text() },
    })
}

/// Another ticket to point at, its number 2.
pub(crate) fn other(ticket: &Ticket) -> Ticket {
    let mut other = ticket.clone();
    (other.id, other.stage, other.repeat_of) = (TicketId(2), Stage::Accepted, None);
    other
}

/// Each stage, reached by commands alone; a ticket that had units had lead and helper.
fn reach(stage: Stage) -> Story {
    let dispatched = || given().centre(joint(CITY, &[HOUSING], None)).ok();
    let signed = || dispatched().unit(CITY, Command::SignOff).ok();
    let handled = || {
        let story = signed().unit(HOUSING, Command::SignOff).ok().unit(HOUSING, report()).ok();
        story.unit(CITY, Command::handle("已修复")).ok()
    };
    let story = match stage {
        Stage::Accepted => given(),
        Stage::Transferred => dispatched(),
        Stage::SignedOff => signed(),
        Stage::Handled => handled(),
        Stage::Rework => handled().centre(rework()).ok(),
        Stage::Difficult => {
            dispatched().unit(CITY, request_return()).ok().centre(mark_difficult()).ok()
        }
        Stage::Closed => handled().called(Satisfaction::Satisfied).centre(solved()).ok(),
        Stage::Rejected => given().centre(Command::Reject { reason: "属司法途径".into() }).ok(),
        Stage::Merged => {
            let mut story = signed();
            story.main = Some(other(&story.ticket));
            story.centre(Command::Merge { main: TicketId(2) }).ok()
        }
    };
    assert_eq!(story.ticket.stage, stage);
    story
}

/// Whether the table names the party; what a unit holds is asked of the ticket.
pub(crate) fn named(who: Who, party: Party, story: &Story) -> bool {
    let unit = match party {
        Party::Lead => Some(CITY),
        Party::Helper => Some(HOUSING),
        Party::Stranger => Some(TOWN),
        Party::Centre | Party::Supervisor => None,
    };
    let holds = |part: Part| {
        let id = unit.map(|unit| story.unit_id(unit));
        let own = |leg: &Leg| Some(leg.unit) == id && leg.part == part && leg.is_current();
        story.ticket.legs.iter().any(own)
    };
    let (lead, helper, unit) = (holds(Part::Lead), holds(Part::Assisting), unit.is_some());
    match who {
        Who::Centre => party == Party::Centre,
        Who::LeadUnit => lead,
        Who::HoldingUnit => lead || helper,
        Who::AssistingUnit => helper,
        Who::CentreOrSupervisor => matches!(party, Party::Centre | Party::Supervisor),
        Who::CentreOrUnit => party == Party::Centre || unit,
        Who::Anyone => !unit || lead || helper,
    }
}

const OF_STAGE: [RefusalCode; 3] =
    [RefusalCode::WrongStage, RefusalCode::NotSignedOff, RefusalCode::AlreadySignedOff];
const OF_PARTY: [RefusalCode; 2] = [RefusalCode::WrongRole, RefusalCode::WrongUnit];

fn check(story: &Story, edge: &Edge, party: Party) {
    let place = format!("{} {} {party:?}", story.ticket.stage, edge.verb);
    let command = sample(edge.verb).unwrap();
    let main = other(&story.ticket);
    let verdict = decide(&story.ticket, &command, &stamp(party, story), &story.rules, Some(&main));
    let code = match &verdict {
        Ok(events) => {
            assert!(!events.is_empty(), "{place}: accepted, and nothing happened");
            None
        }
        Err(Denied::Refused(refusal)) => {
            assert_eq!((refusal.stage, refusal.asked), (story.ticket.stage, edge.verb), "{place}");
            assert_eq!(refusal.allowed, Verb::allowed_in(story.ticket.stage), "{place}");
            Some(refusal.code)
        }
        Err(Denied::Invalid(invalid)) => panic!("{place}: {invalid}"),
    };
    if !edge.stages.contains(&story.ticket.stage) {
        assert!(code.is_some_and(|code| OF_STAGE.contains(&code)), "{place}: {code:?}");
    } else if !named(edge.who, party, story) {
        assert!(code.is_some_and(|code| OF_PARTY.contains(&code)), "{place}: {code:?}");
    } else {
        let wrong = |code| code == RefusalCode::WrongStage || OF_PARTY.contains(&code);
        assert!(!code.is_some_and(wrong), "{place}: {code:?}");
    }
}

#[test]
fn every_stage_verb_and_party_obeys_the_table() {
    for &stage in Stage::ALL {
        let story = reach(stage);
        for edge in EDGES {
            for party in PARTIES {
                check(&story, edge, party);
            }
        }
    }
}

#[test]
fn every_verb_but_intake_has_one_row_and_every_stage_a_verb() {
    for &verb in Verb::ALL {
        let rows = EDGES.iter().filter(|edge| edge.verb == verb).count();
        assert_eq!(rows, usize::from(verb != Verb::Intake), "{verb}");
    }
    assert!(Stage::ALL.iter().all(|stage| Verb::allowed_in(*stage).contains(&Verb::Note)));
}

#[test]
fn a_command_names_its_own_row() {
    for &verb in Verb::ALL {
        assert!(sample(verb).is_none_or(|command| command.verb() == verb), "{verb}");
    }
}

/// What a refusal says is allowed can be done by somebody at once, or waits for a request.
#[test]
fn every_open_stage_has_a_way_out_for_somebody() {
    let open = |stage: &&Stage| !matches!(stage, Stage::Rejected);
    for &stage in Stage::ALL.iter().filter(open) {
        let story = reach(stage);
        let moves = |verb: &Verb| {
            let Some(command) = sample(*verb) else { return false };
            PARTIES.iter().any(|party| {
                let (stamp, main) = (stamp(*party, &story), other(&story.ticket));
                let verdict = decide(&story.ticket, &command, &stamp, &story.rules, Some(&main));
                let mut after = story.ticket.clone();
                let events: Vec<TicketEvent> =
                    verdict.iter().flatten().map(|decided| decided.event.clone()).collect();
                events.iter().for_each(|event| after.apply(story.at, event));
                after.stage != stage
            })
        };
        assert!(Verb::allowed_in(stage).iter().any(moves), "no way out of {stage}");
    }
}
