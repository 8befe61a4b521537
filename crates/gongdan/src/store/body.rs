//! The body of a ticket's event: what it says beside its kind, which has a column of its own, as JSON.

use gongdan_domain::{EventKind, TicketEvent};

use crate::words::{Error, ErrorKind, Result};

/// What an event says beside its kind; nothing where the kind says it all.
pub(crate) fn of(event: &TicketEvent) -> Result<Option<String>> {
    let mut whole = serde_json::to_string(event)?;
    let Some(kind) = whole.strip_prefix('{').and_then(|rest| rest.find(':')) else {
        return Ok(None);
    };
    whole.pop();
    Ok(Some(whole.split_off(kind + 2)))
}

/// The event of a kind and a body.
pub(super) fn ticket_event(kind: i64, body: Option<&str>) -> Result<TicketEvent> {
    let unknown = || Error::plain(ErrorKind::Corrupt, "an event of no known kind");
    let word = EventKind::from_code(kind).ok_or_else(unknown)?.word();
    let whole = match body {
        Some(body) => ["{\"", word, "\":", body, "}"].concat(),
        None => ["\"", word, "\""].concat(),
    };
    Ok(serde_json::from_str(&whole)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_says_all_but_the_kind() {
        for (event, body) in [
            (TicketEvent::Recalled, None),
            (TicketEvent::SignedOff { leg: 1 }, Some(r#"{"leg":1}"#)),
            (TicketEvent::Unmerged { limits: vec![], total_by: None, rework_by: None }, Some("{}")),
        ] {
            let told = of(&event).expect("a body");
            assert_eq!(told.as_deref(), body);
            assert_eq!(ticket_event(event.code(), told.as_deref()).expect("an event"), event);
        }
        assert!(
            ticket_event(9, Some(r#"{"leg":1},"recalled":{}"#)).is_err(),
            "one event and no more"
        );
        assert!(ticket_event(0, None).is_err());
    }
}
