//! What a hotline must know before the golden month or a city can be lived: units, categories
//! and channels.

use gongdan_domain::{ChannelKind, NewEntry};

use crate::account::{NO_CATEGORY, printed};

/// The channel of telephone calls.
pub const CALLS: &str = "来电";

/// The channels, then the categories, then the units, each in printed order with its group and
/// aliases: what to add to a new file.
///
/// ```
/// let entries = gongdan_sample::reference_entries();
/// assert_eq!(entries.len(), 5 + 16 + 49);
/// ```
pub fn reference_entries() -> Vec<NewEntry> {
    let channels = channels().into_iter().map(|name| NewEntry::channel(name, sort_of(name)));
    let rows = printed().categories.iter().filter(|row| row.name != NO_CATEGORY);
    let categories = rows.map(|row| NewEntry::category(row.name));
    let units = printed().units.iter().map(|row| {
        let unit = NewEntry::unit(row.name).group(row.group);
        row.aliases.iter().fold(unit, |unit, alias| unit.alias(alias))
    });
    let in_order = |(order, entry): (u32, NewEntry)| entry.order(order);
    let channels = (1..).zip(channels).map(in_order);
    channels
        .chain((1..).zip(categories).map(in_order))
        .chain((1..).zip(units).map(in_order))
        .collect()
}

/// Calls first, then the channels as the bulletin names them.
pub(crate) fn channels() -> Vec<&'static str> {
    let mut channels = vec![CALLS];
    for row in &printed().channels {
        if !channels.contains(&row.channel) {
            channels.push(row.channel);
        }
    }
    channels
}

fn sort_of(channel: &str) -> ChannelKind {
    match channel {
        CALLS => ChannelKind::Call,
        _ if channel.ends_with("信箱") => ChannelKind::Letter,
        _ if channel.contains("12345") => ChannelKind::Platform,
        _ => ChannelKind::Web,
    }
}
