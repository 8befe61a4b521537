//! Where contacts and tickets came from, and in whose hands each channel's tickets ended.

use gongdan::{ChannelKind, Count, EntryId, Figures, Key, Register, Row, Species};
use serde::Serialize;

use crate::figure::Figure;
use crate::shown::shown;
use crate::sources::Sources;

/// The contacts of one channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChannelContacts {
    /// The channel's name.
    pub channel: String,
    /// Its sort.
    #[serde(serialize_with = "shown")]
    pub kind: ChannelKind,
    /// How many contacts.
    pub contacts: Figure,
}

/// In whose hands tickets are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Hands {
    /// A unit's.
    Unit(String),
    /// Answered at the desk (在线办结).
    Online,
    /// At the centre, no unit ever had them (待派).
    Waiting,
    /// Withdrawn before any unit had them.
    EndedAtCentre,
    /// Some unit had them, none has them now (退回中心, 疑难).
    NoUnit,
    /// Ended without a unit's reply (终止办理).
    Unreplied,
    /// Nobody knows (去向不详).
    Unknown,
}

/// A part of a channel's tickets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChannelPart {
    /// In whose hands they are.
    pub hands: Hands,
    /// How many; never 0.
    pub tickets: Figure,
}

/// A channel's tickets, by the hands they are in: the parts add up to the whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChannelAccount {
    /// The channel's name.
    pub channel: String,
    /// Its sort.
    #[serde(serialize_with = "shown")]
    pub kind: ChannelKind,
    /// How many tickets.
    pub accepted: Figure,
    /// Units in printed order, then what no unit has.
    pub parts: Vec<ChannelPart>,
}

/// The contacts of every channel that had any, in printed order.
pub(crate) fn contacts(sources: &Sources) -> Vec<ChannelContacts> {
    let register = &sources.rules.register;
    let contacts = sources.contacts.iter().map(|(key, number)| ChannelContacts {
        channel: key.name.clone(),
        kind: kind(register, key),
        contacts: Figure::contacts(*number),
    });
    contacts.collect()
}

/// The account of every channel that had tickets, in printed order.
pub(crate) fn accounts(sources: &Sources) -> Vec<ChannelAccount> {
    let register = &sources.rules.register;
    let accounts = sources.by_channel.rows.iter().map(|row| {
        let key = &row.keys[0];
        ChannelAccount {
            channel: key.name.clone(),
            kind: kind(register, key),
            accepted: Figure::count(Count::Accepted, &row.tally),
            parts: parts(&sources.by_channel_and_unit, row),
        }
    });
    accounts.collect()
}

fn kind(register: &Register, key: &Key) -> ChannelKind {
    let id = EntryId(u32::try_from(key.id).unwrap_or(0));
    let channel = register.get(Species::Channel, id);
    channel.and_then(|channel| channel.channel_kind).unwrap_or(ChannelKind::Web)
}

/// Units by the assignments that they accepted, at most one a ticket; then what no unit has.
fn parts(figures: &Figures, channel: &Row) -> Vec<ChannelPart> {
    let rows = figures.rows.iter().filter(|row| row.keys[0] == channel.keys[0]);
    let units = rows.map(|row| part(Hands::Unit(row.keys[1].name.clone()), Count::Accepted, row));
    let parts = units.chain(without_unit(channel));
    parts.filter(|part| part.tickets.number() != 0).collect()
}

/// What no unit has: a ticket is answered online, waits, is ended, or was transferred and came
/// back, or ended unanswered.
fn without_unit(row: &Row) -> Vec<ChannelPart> {
    let parts = [
        (Hands::Online, Count::ResolvedOnline),
        (Hands::Waiting, Count::Waiting),
        (Hands::EndedAtCentre, Count::EndedAtCentre),
        (Hands::NoUnit, Count::AtCentre),
        (Hands::Unreplied, Count::EndedUnreplied),
        (Hands::Unknown, Count::WayUnknown),
    ];
    parts.into_iter().map(|(hands, count)| part(hands, count, row)).collect()
}

fn part(hands: Hands, count: Count, row: &Row) -> ChannelPart {
    ChannelPart { hands, tickets: Figure::count(count, &row.tally) }
}
