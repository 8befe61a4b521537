//! The journal: every event is written and read back as it was, and old ones stay readable.

use std::collections::BTreeSet;

use gongdan_domain::{
    ChannelKind, EventKind, NewEntry, OfficeCommand, OfficeEvent, Place, Rulebook, Species,
    TicketEvent, china_notices, decide_office,
};

use crate::random::fixed_walks;
use crate::story::{county, desk, given, moment};

#[test]
fn every_ticket_event_survives_the_journal() {
    let mut events = fixed_walks().events;
    events.push(given().events.remove(0).1);
    let mut words = BTreeSet::new();
    for event in events {
        let text = serde_json::to_string(&event).unwrap();
        assert_eq!(serde_json::from_str::<TicketEvent>(&text).unwrap(), event, "{text}");
        assert!(text.contains(event.word()), "the name in the journal is the event's: {text}");
        words.insert(event.word());
    }
    assert_eq!(words.len(), EventKind::ALL.len(), "all {} kinds", words.len());
}

/// What was written before an optional part was added reads as if it were not there.
#[test]
fn events_without_their_optional_parts_are_readable() {
    let limits = r#"[{"leg":1,"sign_off_by":1,"handle_by":2}]"#;
    let old = format!(r#"{{"rescheduled":{{"limits":{limits},"total_by":2,"calendar":13}}}}"#);
    let event: TicketEvent = serde_json::from_str(&old).unwrap();
    let TicketEvent::Rescheduled { limits, rework_by, .. } = &event else { panic!("{event:?}") };
    assert_eq!((limits[0].handle_limit, *rework_by), (None, None));
    assert_eq!(serde_json::to_string(&event).unwrap(), old);
    assert_eq!(serde_json::to_string(&TicketEvent::Recalled).unwrap(), r#""recalled""#);
}

#[test]
fn every_office_event_survives_the_journal_and_folds_to_the_same_rules() {
    let mut rules = Rulebook::default();
    let mut written: Vec<OfficeEvent> = Vec::new();
    let mut words = BTreeSet::new();
    for command in office_commands() {
        let decided = decide_office(&rules, &command, &desk(moment("2020-01-02 08:00"))).unwrap();
        for event in decided {
            let text = serde_json::to_string(&event).unwrap();
            let read: OfficeEvent = serde_json::from_str(&text).unwrap();
            assert_eq!(read, event, "{text}");
            assert!(text.contains(event.word()));
            words.insert(event.word());
            rules.apply(event);
            written.push(read);
        }
    }
    assert_eq!(words.len(), 11, "{words:?}");
    assert_eq!(Rulebook::fold(written), rules);
}

fn office_commands() -> Vec<OfficeCommand> {
    let (species, from) = (Species::Unit, moment("2021-01-01 00:00"));
    let (name, other) = ("县畜牧水产局".to_owned(), "县农业农村局".to_owned());
    let founding = county().founding.unwrap();
    let mut commands = vec![
        OfficeCommand::Found(founding),
        OfficeCommand::Add(NewEntry::unit(&name).alias("畜牧局").group("县直").order(3)),
        OfficeCommand::Add(NewEntry::unit(&other).parent(&name)),
        OfficeCommand::Add(NewEntry::channel("来电", ChannelKind::Call)),
        OfficeCommand::Alias { species, name: name.clone(), alias: "水产局".into() },
        OfficeCommand::Code {
            species,
            name: name.clone(),
            scheme: "GB/T 39666".into(),
            code: Some("010203".into()),
        },
        OfficeCommand::Rename { species, name: name.clone(), to: "县畜牧局".into(), from },
        OfficeCommand::Place { species, name: name.clone(), place: Place::default(), from },
        OfficeCommand::Merge { species, name: name.clone(), into: other.clone(), from },
        OfficeCommand::Retire { species, name: other, from },
        OfficeCommand::RecordContacts {
            channel: "来电".into(),
            day: moment("2020-09-30 00:00").day(),
            count: 4630,
        },
    ];
    commands.extend(gongdan_domain::Policy::defaults().into_iter().map(OfficeCommand::Provide));
    commands.extend(china_notices().into_iter().map(OfficeCommand::AdoptNotice));
    commands
}
