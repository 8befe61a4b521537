//! Contacts: calls and letters by channel and day, apart from tickets.

use gongdan_domain::{ChannelId, Contacts, EntryId, Moment, RegionId};
use rusqlite::params;

use super::connection::Store;
use super::event::Recorded;
use super::past::Past;
use crate::words::Result;
use crate::words::named::sql;

impl Store {
    /// Writes the row of a contacts event.
    pub(crate) fn save_contacts(
        &self,
        region: RegionId,
        recorded: &Recorded,
        contacts: &Contacts,
    ) -> Result<()> {
        let conn = self.conn()?;
        let mut insert = conn.prepare_cached(sql!(file "sql/insert_contact.sql"))?;
        insert.execute(params![
            region.0,
            recorded.seq as i64,
            recorded.at.ms(),
            contacts.channel.0,
            contacts.day,
            contacts.count
        ])?;
        Ok(())
    }

    /// How many contacts a channel has on a day so far.
    pub(crate) fn contacts_on(
        &self,
        region: RegionId,
        channel: ChannelId,
        day: i64,
    ) -> Result<i64> {
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/contacts_on.sql"))?;
        Ok(ask.query_row(params![region.0, channel.0, day], |row| row.get(0))?)
    }

    /// Contacts of a view's period by channel.
    pub(crate) fn contacts(&self, view: &Past<'_>) -> Result<Vec<(ChannelId, i64)>> {
        let (region, period) = (view.region.0, view.period);
        let (first, last) = (period.from().day_key(), Moment::start_of(period.last()).day_key());
        let conn = self.conn()?;
        let mut ask = conn.prepare_cached(sql!(file "sql/contacts_by_channel.sql"))?;
        let rows = ask.query_map(
            params![region, region, first, last, view.as_of.ms(), view.last_seen()],
            |row| Ok((EntryId(row.get("channel_id")?), row.get("contact_sum")?)),
        )?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
