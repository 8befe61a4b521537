//! The ticket that no unit took (疑难工单): taken in in August, carried into the golden month's
//! issue, in nobody's figures.

use gongdan_domain::{Caller, Invalid, Kind, Moment, Urgency};

use crate::account::printed;
use crate::life::{Dispute, Life, Path, PlannedCase, Turned};
use crate::office_book::CALLS;

/// A text of the file, by its name.
fn text(name: &str) -> &'static str {
    let lines = include_str!("../data/difficult.txt").lines();
    let mut fields = lines.filter_map(|line| line.split_once('|'));
    fields.find(|(each, _)| *each == name).map_or("", |(_, text)| text)
}

fn at(name: &str) -> Result<Moment, Invalid> {
    Moment::parse("at", text(name))
}

/// The whole life, up to the issue that prints it.
pub(crate) fn life() -> Result<Life, Invalid> {
    let turned = [turned("first")?, turned("second")?];
    let (marked_at, reason) = (at("marked_at")?, text("reason"));
    let phone = Some(text("phone").to_owned());
    Ok(Life {
        accepted_at: at("accepted_at")?,
        channel: CALLS,
        category: printed().categories.iter().map(|row| row.name).find(|n| *n == text("category")),
        kind: Kind::Complaint,
        urgency: Urgency::Normal,
        matter: text("title").trim_end_matches("事宜").to_owned(),
        appeal: text("appeal").to_owned(),
        caller: Caller { name: Some(text("caller").to_owned()), phone, address: None },
        confidential: false,
        desk: text("desk"),
        path: Path::Difficult(Box::new(Dispute { turned, marked_at, reason })),
        typical: Some(PlannedCase {
            featured_at: at("featured_at")?,
            title: text("title"),
            appeal: text("appeal"),
            handling: text("handling"),
        }),
    })
}

fn turned(which: &str) -> Result<Turned, Invalid> {
    let part = |name: &str| text(&[which, name].join("_"));
    let at = |name: &str| Moment::parse("at", part(name));
    let unit = printed().unit(part("unit"));
    Ok(Turned {
        unit: unit.map_or("", |unit| unit.name),
        transferred_at: at("transferred_at")?,
        remark: part("remark"),
        by: unit.map_or("", |unit| unit.clerk.as_str()),
        signed_off_at: at("signed_off_at")?,
        turned_at: at("turned_at")?,
        reason: part("reason"),
    })
}
