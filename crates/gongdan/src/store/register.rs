//! Reference data as rows, for those who read the file with SQL.

use gongdan_domain::{
    EntryId, Moment, OfficeEvent, RegionId, Register, RegisterEntry, Rulebook, Species,
};
use rusqlite::params;

use super::connection::Store;
use crate::words::Result;
use crate::words::named::sql;

impl Store {
    /// Writes the rows that an office event changes.
    pub(crate) fn save_office(
        &self,
        region: RegionId,
        seq: u64,
        event: &OfficeEvent,
        rulebook: &Rulebook,
    ) -> Result<()> {
        let Some((species, id)) = entry_of(event) else { return Ok(()) };
        let register = &rulebook.register;
        let Some(entry) = register.get(species, id) else { return Ok(()) };
        self.save_entry(region, seq, (register, entry))?;
        self.save_names(region, entry)?;
        if let OfficeEvent::EntryCoded { .. } = event {
            self.save_codes(region, entry)?;
        }
        // What stands below it is shown by a path that goes through it, or through what took it over.
        let below = |other: &&RegisterEntry| register.hangs_on(species, other.id, id, Moment::MAX);
        let mut below = register.all(species).filter(below);
        below.try_for_each(|other| self.save_entry(region, seq, (register, other)))
    }

    fn save_entry(
        &self,
        region: RegionId,
        seq: u64,
        (register, entry): (&Register, &RegisterEntry),
    ) -> Result<()> {
        let place = entry.place(Moment::MAX);
        let conn = self.conn()?;
        conn.prepare_cached(sql!(file "sql/save_entry.sql"))?.execute(params![
            region.0,
            entry.species.code(),
            entry.id.0,
            seq as i64,
            register.path(entry.species, entry.id, Moment::MAX),
            entry.channel_kind.map(|kind| kind.code()),
            place.parent.map(|parent| parent.0),
            place.group,
            place.order,
            entry.retired_at.map(Moment::ms),
            entry.merged.map(|(at, _)| at.ms()),
            entry.merged.map(|(_, into)| into.0)
        ])?;
        Ok(())
    }

    fn save_names(&self, region: RegionId, entry: &RegisterEntry) -> Result<()> {
        let conn = self.conn()?;
        let mut save = conn.prepare_cached(sql!(file "sql/save_entry_name.sql"))?;
        let names = entry.names().iter().map(|(from, name)| (name, Some(from.ms())));
        for (name, from) in names.chain(entry.aliases.iter().map(|alias| (alias, None))) {
            save.execute(params![region.0, entry.species.code(), entry.id.0, name, from])?;
        }
        Ok(())
    }
}

impl Store {
    /// The codes of an entry in the place of those that it bore.
    fn save_codes(&self, region: RegionId, entry: &RegisterEntry) -> Result<()> {
        let conn = self.conn()?;
        let (species, id) = (entry.species.code(), entry.id.0);
        let mut clear = conn.prepare_cached(sql!(file "sql/clear_entry_codes.sql"))?;
        clear.execute(params![region.0, species, id])?;
        let mut save = conn.prepare_cached(sql!(file "sql/save_entry_code.sql"))?;
        for (scheme, code) in entry.codes() {
            save.execute(params![region.0, species, id, scheme, code])?;
        }
        Ok(())
    }
}

/// The entry that an office event is about.
pub(super) fn entry_of(event: &OfficeEvent) -> Option<(Species, EntryId)> {
    match event {
        OfficeEvent::EntryAdded { species, id, .. }
        | OfficeEvent::EntryAliased { species, id, .. }
        | OfficeEvent::EntryCoded { species, id, .. }
        | OfficeEvent::EntryRenamed { species, id, .. }
        | OfficeEvent::EntryPlaced { species, id, .. }
        | OfficeEvent::EntryMerged { species, id, .. }
        | OfficeEvent::EntryRetired { species, id, .. } => Some((*species, *id)),
        OfficeEvent::Founded(_)
        | OfficeEvent::ProvisionSet(_)
        | OfficeEvent::NoticeAdopted(_)
        | OfficeEvent::FormulaSet(_)
        | OfficeEvent::ContactsRecorded(_)
        | OfficeEvent::IssuePublished(_) => None,
    }
}
