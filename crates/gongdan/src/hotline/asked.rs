//! What a request asks, in a form that lasts: the digest of a request is of this.

use gongdan_domain::Stamp;
use serde::Serialize;
use serde_json::Value;

use crate::words::Result;

/// The version of the form, digested with every request.
const TAG: &[u8] = b"gongdan request 1\n";

/// Who asks for what, as canonical JSON after its version: members in the order of their names and without
/// those that say nothing, so that an argument which comes later and is left out changes nothing. The moment
/// is not in it, since a caller who tries again does so later.
pub(super) fn canonical(stamp: &Stamp, asked: &impl Serialize) -> Result<Vec<u8>> {
    let who = (stamp.by(), stamp.role(), stamp.unit_name());
    let asked = without_nothing(serde_json::to_value((who, asked))?);
    let mut form = TAG.to_vec();
    write(&asked, &mut form)?;
    Ok(form)
}

/// Leaves out the members of objects that say nothing.
fn without_nothing(value: Value) -> Value {
    match value {
        Value::Array(all) => Value::Array(all.into_iter().map(without_nothing).collect()),
        Value::Object(members) => {
            let members = members.into_iter().map(|(name, value)| (name, without_nothing(value)));
            Value::Object(members.filter(|(_, value)| !says_nothing(value)).collect())
        }
        value => value,
    }
}

/// What an argument is that was left out.
fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(all) => all.is_empty(),
        Value::Bool(true) | Value::Number(_) | Value::Object(_) => false,
    }
}

/// Members in the order of their names, whatever order `serde_json` was built to keep.
fn write(value: &Value, form: &mut Vec<u8>) -> Result<()> {
    match value {
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_unstable_by_key(|(name, _)| name.as_str());
            list(members, (b'{', b'}'), form, |(name, value), form| {
                serde_json::to_writer(&mut *form, name)?;
                form.push(b':');
                write(value, form)
            })
        }
        Value::Array(all) => list(all, (b'[', b']'), form, write),
        value => Ok(serde_json::to_writer(form, value)?),
    }
}

fn list<T>(
    all: impl IntoIterator<Item = T>,
    (begin, end): (u8, u8),
    form: &mut Vec<u8>,
    each: impl Fn(T, &mut Vec<u8>) -> Result<()>,
) -> Result<()> {
    form.push(begin);
    for (nth, item) in all.into_iter().enumerate() {
        (nth > 0).then(|| form.push(b','));
        each(item, form)?;
    }
    form.push(end);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use gongdan_domain::Moment;

    #[derive(Serialize)]
    struct Before {
        text: &'static str,
        answer: Option<u8>,
    }

    #[derive(Serialize)]
    struct Later {
        also: Vec<u8>,
        #[serde(rename = "a")]
        whether: bool,
        text: &'static str,
        answer: Option<u8>,
        more: Option<&'static str>,
        note: &'static str,
    }

    fn form(asked: &impl Serialize) -> String {
        let stamp = Stamp::centre("坐席07", Moment::MIN);
        String::from_utf8(canonical(&stamp, asked).expect("a form")).expect("JSON")
    }

    #[test]
    fn an_argument_that_comes_later_and_is_left_out_changes_nothing() {
        let later = |whether, note| Later {
            also: Vec::new(),
            whether,
            text: "甲",
            answer: None,
            more: None,
            note,
        };
        let before = form(&("transfer", Before { text: "甲", answer: None }));
        assert_eq!(
            before,
            "gongdan request 1\n[[\"坐席07\",\"centre\",null],[\"transfer\",{\"text\":\"甲\"}]]"
        );
        assert_eq!(form(&("transfer", later(false, ""))), before);
        assert_ne!(form(&("transfer", later(true, ""))), before);
        assert_ne!(form(&("transfer", later(false, "x"))), before);
        assert_ne!(form(&("transfer", Before { text: "甲", answer: Some(0) })), before);
    }
}
