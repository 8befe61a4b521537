//! The whole table: every stage, every verb, every party, against `COMMANDS`.

use gongdan_domain::{
    Beside, COMMANDS, CallbackOutcome, Card, CloseOutcome, Command, CommandRow, Denied, Fact,
    FileKind, Given, Invalid, Leg, Need, Part, RefusalCode, Satisfaction, Species, Stage, Stamp,
    SupervisionKind, Takes, TextField, Ticket, TicketEvent, TicketId, Typed, Verb, Who, decide,
};

use crate::story::{
    CITY, DESK, HOUSING, SECTION, Story, TOWN, given, joint, mark_difficult, report,
    request_return, rework, solved,
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

/// Arguments as somebody might type them, whatever the command.
struct Sample(&'static CommandRow);

impl Given for Sample {
    fn given(&self, name: &'static str) -> Result<Option<Typed>, Invalid> {
        let argument = self.0.argument(name).unwrap();
        let text = |text: &str| Typed::Text(text.to_owned());
        let left_out = argument.need == Need::Optional && !self.wanted(name);
        Ok(Some(match argument.takes {
            _ if left_out => return Ok(None),
            Takes::Name(Species::Unit) if self.of_the_helper(name) => text(HOUSING),
            Takes::Name(Species::Unit) if self.0.verb == Verb::Forward => text(SECTION),
            Takes::Name(Species::Unit) => text(CITY),
            Takes::Name(Species::Category) => text("农业农村"),
            Takes::Name(Species::Area) => text("石滩乡"),
            Takes::Ticket => Typed::Number(2),
            Takes::Number if name == "no" => Typed::Number(1),
            Takes::Number => Typed::Number(3),
            Takes::Word(CallbackOutcome::LIST) => text("reached"),
            Takes::Word(CloseOutcome::LIST) => text("explained"),
            Takes::Word(Satisfaction::LIST) => text("dissatisfied"),
            Takes::Word(Card::LIST) => text("red"),
            Takes::Word(Fact::LIST) => text("intake"),
            Takes::Word(FileKind::LIST) => text("photo"),
            Takes::Word(SupervisionKind::LIST) => text("instruction"),
            Takes::Text(TextField::FileDigest) => text(&"0123456789abcdef".repeat(4)),
            Takes::Instant if self.0.verb == Verb::Supervise => text("2020-09-30 17:30"),
            Takes::Instant => text("2020-09-03 08:58"),
            Takes::Flag if self.0.verb == Verb::DenyReturn => Typed::Flag(false),
            Takes::Flag => Typed::Flag(true),
            Takes::Word(TextField::LIST) => Typed::Several(Vec::new()),
            Takes::Text(_) => text("情况说明"),
            Takes::Label => Typed::Several(vec![text("规范用语=18"), text("办理答复=60")]),
            _ => return Ok(None),
        }))
    }
}

impl Sample {
    /// What may be left out, and is given here.
    fn wanted(&self, name: &str) -> bool {
        match self.0.verb {
            Verb::Transfer | Verb::Designate => name == "remark",
            Verb::Reclassify | Verb::Supervise => true,
            Verb::Amend => name == "area",
            Verb::Callback => name == "satisfaction",
            _ => false,
        }
    }

    fn of_the_helper(&self, name: &str) -> bool {
        name == "assisting" || self.0.verb == Verb::Excuse
    }
}

/// A command of each verb that is complete in itself.
pub(crate) fn sample(verb: Verb) -> Option<Command> {
    let on_ticket = verb.row().on_ticket();
    on_ticket.then(|| Command::read(verb, &Sample(verb.row())).unwrap())
}

/// What a command may look at: another ticket, and all that happened.
pub(crate) fn beside<'a>(story: &'a Story, main: &'a Ticket) -> Beside<'a> {
    Beside { main: Some(main), facts: &story.events, kept: None }
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
        let own = |leg: &Leg| Some(leg.unit) == id && leg.part == part && story.ticket.holds(leg);
        story.ticket.legs.iter().any(own)
    };
    let had = {
        let id = unit.map(|unit| story.unit_id(unit));
        story.ticket.legs.iter().any(|leg| Some(leg.unit) == id)
    };
    let (lead, helper, unit) = (holds(Part::Lead), holds(Part::Assisting), unit.is_some());
    match who {
        Who::Centre => party == Party::Centre,
        Who::LeadUnit => lead,
        Who::FormerUnit => had,
        Who::HoldingUnit => lead || helper,
        Who::CentreOrHoldingUnit => party == Party::Centre || lead || helper,
        Who::AssistingUnit => helper,
        Who::CentreOrSupervisor => matches!(party, Party::Centre | Party::Supervisor),
        Who::CentreOrUnit => party == Party::Centre || unit,
        Who::Anyone => !unit || lead || helper,
    }
}

const OF_STAGE: [RefusalCode; 3] =
    [RefusalCode::WrongStage, RefusalCode::NotSignedOff, RefusalCode::AlreadySignedOff];
const OF_PARTY: [RefusalCode; 2] = [RefusalCode::WrongRole, RefusalCode::WrongUnit];

/// Nothing waits for what was asked.
const NOTHING_WAITS: [RefusalCode; 3] =
    [RefusalCode::NoReturnPending, RefusalCode::NoExtensionPending, RefusalCode::NotSuspended];
/// It was done before, or by nobody.
const DONE: [RefusalCode; 3] =
    [RefusalCode::AlreadySignedOff, RefusalCode::Suspended, RefusalCode::WrongUnit];

/// What a refusal calls allowed is what this party may ask in the ticket's stage, but for what nothing
/// waits for: asked all the same, that is refused for just this reason, and nothing else is.
fn tells_what_is_allowed(story: &Story, party: Party, allowed: &[Verb]) {
    let open = Verb::allowed_in(story.ticket.stage).into_iter();
    let open: Vec<_> = open.filter(|verb| named(verb.row().who, party, story)).collect();
    assert!(allowed.iter().all(|verb| open.contains(verb)), "{party:?}: {allowed:?}");
    let main = other(&story.ticket);
    for verb in open {
        let (stamp, beside) = (stamp(party, story), beside(story, &main));
        let verdict = decide(&story.ticket, &sample(verb).unwrap(), &stamp, &story.rules, beside);
        let code = match verdict {
            Err(Denied::Refused(refusal)) => Some(refusal.code),
            _ => None,
        };
        let place = format!("{} {verb} {party:?}: {code:?}", story.ticket.stage);
        let none = code.is_some_and(|code| NOTHING_WAITS.contains(&code));
        match allowed.contains(&verb) {
            true => assert!(!none, "{place}"),
            false => assert!(none || code.is_some_and(|code| DONE.contains(&code)), "{place}"),
        }
    }
}

fn check(story: &Story, row: &CommandRow, party: Party) {
    let place = format!("{} {} {party:?}", story.ticket.stage, row.verb);
    let command = sample(row.verb).unwrap();
    let main = other(&story.ticket);
    let verdict =
        decide(&story.ticket, &command, &stamp(party, story), &story.rules, beside(story, &main));
    let code = match &verdict {
        Ok(events) => {
            assert!(!events.is_empty(), "{place}: accepted, and nothing happened");
            None
        }
        Err(Denied::Refused(refusal)) => {
            assert_eq!((refusal.stage, refusal.asked), (story.ticket.stage, row.verb), "{place}");
            tells_what_is_allowed(story, party, &refusal.allowed);
            Some(refusal.code)
        }
        Err(Denied::Invalid(invalid)) => panic!("{place}: {invalid}"),
    };
    if !row.stages.contains(&story.ticket.stage) {
        assert!(code.is_some_and(|code| OF_STAGE.contains(&code)), "{place}: {code:?}");
    } else if !named(row.who, party, story) {
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
        for row in COMMANDS.iter().filter(|row| row.on_ticket()) {
            for party in PARTIES {
                check(&story, row, party);
            }
        }
    }
}

#[test]
fn every_stage_has_a_verb() {
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
                let verdict =
                    decide(&story.ticket, &command, &stamp, &story.rules, beside(&story, &main));
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
