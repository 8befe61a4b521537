//! The body of a ticket's event: what it says beside its kind, which has a column of its own, packed.

use gongdan_domain::{EventKind, TicketEvent};

use super::pack::pack;
use super::unpack::unpack;
use crate::words::{Error, ErrorKind, Result};

/// What an event says beside its kind; nothing where the kind says it all.
pub(crate) fn of(event: &TicketEvent) -> Result<Option<String>> {
    Ok(Some(pack(event)?).filter(|packed| !packed.is_empty()))
}

/// The event of a kind and a body.
pub(super) fn ticket_event(kind: i64, body: Option<&str>) -> Result<TicketEvent> {
    let unknown = || Error::plain(ErrorKind::Corrupt, "an event of no known kind");
    let word = EventKind::from_code(kind).ok_or_else(unknown)?.word();
    Ok(unpack(word, body.unwrap_or_default())?)
}

#[cfg(test)]
mod tests {
    use gongdan_domain::{
        Again, CallbackOutcome, Card, ChannelId, CloseOutcome, FileKind, GivenLeg, GivenRework,
        Keeping, Kind, Limit, List, Moment, MovedLimits, Part, PointScore, Satisfaction,
        SupervisionKind, TakenIn, TextField, Unknown, Urgency,
    };

    use super::*;

    fn moment(ms: i64) -> Moment {
        Moment::from_ms("at", ms).expect("a moment")
    }

    fn taken_in() -> TakenIn {
        TakenIn {
            number: "20200901-0001".into(),
            channel: gongdan_domain::EntryId(2),
            category: None,
            kind: Kind::Complaint,
            urgency: Urgency::Normal,
            area: None,
            confidential: false,
            external: None,
        }
    }

    fn given_leg() -> GivenLeg {
        GivenLeg {
            leg: 1,
            unit: gongdan_domain::EntryId(3),
            part: Part::Lead,
            sign_off_limit: Limit::WorkingMinutes(30),
            sign_off_by: moment(1_598_930_000_000),
            handle_limit: Limit::WorkingDays(5),
            handle_by: moment(1_599_494_399_999),
            designated: false,
        }
    }

    fn supervised(kind: SupervisionKind, answer_by: Option<Moment>) -> TicketEvent {
        TicketEvent::Supervised { no: 2, unit: Some(gongdan_domain::EntryId(7)), kind, answer_by }
    }

    #[test]
    #[allow(clippy::too_many_lines, reason = "a table: one line an event")]
    fn a_body_says_all_but_the_kind_without_names() {
        let whole = TakenIn {
            urgency: Urgency::Urgent,
            confidential: true,
            external: Some("市\"1\"".into()),
            ..taken_in()
        };
        let far = TakenIn { external: Some("9".into()), ..taken_in() };
        let limits = MovedLimits {
            leg: 1,
            sign_off_by: moment(1),
            handle_by: moment(-2),
            handle_limit: Some(Limit::ClockMinutes(7)),
        };
        let rework =
            GivenRework { leg: 1, limit: Limit::WorkingDays(5), rework_by: moment(9), calendar: 3 };
        let unknown = Unknown { sign_off: true, ..Unknown::default() };
        let unmerged = TicketEvent::Unmerged { limits: vec![], total_by: None, rework_by: None };
        let handled = TicketEvent::Handled { leg: 1, worked: Some(9), review: false };
        let again = [(2, handled), (4, TicketEvent::ReworkOrdered(rework)), (5, unmerged)];
        let again = again.map(|(version, event)| Again { version, event }).to_vec();
        for (event, body) in [
            (TicketEvent::Recalled, None),
            (TicketEvent::Unmerged { limits: vec![], total_by: None, rework_by: None }, None),
            (
                TicketEvent::Unmerged {
                    limits: vec![],
                    total_by: None,
                    rework_by: Some(moment(5)),
                },
                Some("[null,null,5]"),
            ),
            (TicketEvent::SignedOff { leg: 1 }, Some("[1]")),
            (TicketEvent::TakenIn(taken_in()), Some(r#"["20200901-0001",2,null,3]"#)),
            (TicketEvent::TakenIn(whole), Some(r#"["20200901-0001",2,null,3,2,null,1,"市\"1\""]"#)),
            (TicketEvent::TakenIn(far), Some(r#"["20200901-0001",2,null,3,null,null,null,"9"]"#)),
            (
                TicketEvent::Transferred { legs: vec![given_leg()], total_by: None, calendar: 13 },
                Some("[[[1,3,1,[2,30],1598930000000,[1,5],1599494399999]],null,13]"),
            ),
            (
                TicketEvent::ReturnRequested { leg: 2, late: false, decide_by: Some(moment(5)) },
                Some("[2,null,5]"),
            ),
            (
                TicketEvent::CalledBack {
                    outcome: CallbackOutcome::Reached,
                    satisfaction: None,
                    attitude: Some(Satisfaction::Dissatisfied),
                    solved: Some(false),
                    satisfied: false,
                },
                Some("[1,null,4,0,0]"),
            ),
            (TicketEvent::Closed { outcome: CloseOutcome::Explained }, Some("[2]")),
            (TicketEvent::ReworkOrdered(rework), Some("[1,[1,5],9,3]")),
            (TicketEvent::Reopened { rework: Some(rework) }, Some("[[1,[1,5],9,3]]")),
            (
                TicketEvent::Resumed {
                    limits: vec![limits],
                    total_by: Some(moment(4)),
                    rework_by: None,
                },
                Some("[[[1,1,-2,[3,7]]],4]"),
            ),
            (
                TicketEvent::Erased { fields: vec![TextField::Matter, TextField::Reason] },
                Some("[[1,8]]"),
            ),
            (TicketEvent::Exempted { legs: vec![1, 4] }, Some("[[1,4]]")),
            (
                TicketEvent::Rated { satisfaction: Satisfaction::Satisfied, satisfied: true },
                Some("[2,1]"),
            ),
            (
                TicketEvent::Inspected {
                    scores: vec![PointScore { point: "规范用语".into(), given: 18, most: 20 }],
                },
                Some(r#"[[["规范用语",18,20]]]"#),
            ),
            (supervised(SupervisionKind::Hotline, None), Some("[2,7]")),
            (supervised(SupervisionKind::Hotline, Some(moment(9))), Some("[2,7,null,9]")),
            (supervised(SupervisionKind::Instruction, None), Some("[2,7,3]")),
            (
                TicketEvent::Forwarded {
                    leg: 2,
                    section: gongdan_domain::EntryId(7),
                    by: moment(9),
                },
                Some("[2,7,9]"),
            ),
            (
                TicketEvent::Corrected { fact: 3, at: moment(5), leg: Some(1), again: vec![] },
                Some("[3,5,1]"),
            ),
            (
                TicketEvent::Imported {
                    source: Some("ab".into()),
                    row: Some(7),
                    facts: Some(2),
                    unknown,
                },
                Some(r#"["ab",7,2,[null,null,1]]"#),
            ),
            (
                TicketEvent::Imported {
                    source: None,
                    row: None,
                    facts: None,
                    unknown: Unknown::default(),
                },
                None,
            ),
            (
                TicketEvent::Corrected { fact: 2, at: moment(5), leg: None, again },
                Some("[2,5,null,[[2,[21,[1,9]]],[4,[24,[1,[1,5],9,3]]],[5,[5,[]]]]]"),
            ),
        ] {
            let told = of(&event).expect("a body");
            assert_eq!(told.as_deref(), body);
            assert_eq!(ticket_event(event.code(), told.as_deref()).expect("an event"), event);
        }
    }

    #[test]
    fn corrections_in_corrections_without_end_are_refused_and_exhaust_no_stack() {
        let (inside, end) = ("[2,5,null,[[2,[40,", "]]]]");
        for deep in [20, 200_000] {
            let body = [&inside.repeat(deep), "[2,5]", &end.repeat(deep)].concat();
            assert!(ticket_event(40, Some(&body)).is_err(), "{deep} deep");
        }
        let once = [inside, "[2,5]", end].concat();
        assert!(ticket_event(40, Some(&once)).is_ok());
    }

    /// The place of a word is its code less one: so it is packed.
    #[test]
    fn the_codes_of_what_events_say_go_from_one_on() {
        let lists = [
            Kind::LIST,
            Urgency::LIST,
            Part::LIST,
            CallbackOutcome::LIST,
            Satisfaction::LIST,
            CloseOutcome::LIST,
            Card::LIST,
            TextField::LIST,
            FileKind::LIST,
            SupervisionKind::LIST,
            Keeping::LIST,
        ];
        for List { name, words, .. } in lists {
            let places = words.iter().zip(1..).all(|(word, place)| word.code == place);
            assert!(places, "{name}");
        }
    }

    #[test]
    fn what_is_no_event_is_none() {
        for (kind, body) in [
            (0, None),
            (9, None),
            (9, Some("")),
            (9, Some("[]")),
            (9, Some("[1")),
            (9, Some("[1] ")),
            (9, Some("[1,2]")),
            (9, Some("[1],[1]")),
            (9, Some("[\"1\"]")),
            (9, Some("[1.5]")),
            (9, Some("[-1]")),
            (9, Some("[99999999999999999999]")),
            (9, Some("{\"leg\":1}")),
            (8, Some("[]")),
            (25, Some("[0]")),
            (25, Some("[10]")),
            (25, Some("[[1,2]]")),
            (11, Some("[null]")),
            (12, Some("[1,2]")),
            (1, Some("[1,2,null,3]")),
        ] {
            assert!(ticket_event(kind, body).is_err(), "{kind} {body:?}");
        }
        assert!(ticket_event(9, Some("[1]")).is_ok() && ticket_event(8, None).is_ok());
        let _: ChannelId = gongdan_domain::EntryId(1);
    }
}
