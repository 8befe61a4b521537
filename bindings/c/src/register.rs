//! The register: units, categories, channels and areas, listed, added, renamed, placed, merged,
//! split and retired. Nothing in it is ever removed.

use std::ffi::c_char;

use gongdan::{ChannelKind, Datum, NewEntry, OfficeCommand, Place, Species};

use crate::batch::gd_entries;
use crate::desk::{Desk, gd_hotline};
use crate::door::{make, on};
use crate::fault::Fault;
use crate::live;
use crate::numbers::{code, code_any, moment};
use crate::query::{gd_rows, table};
use crate::sized;
use crate::stamp::gd_stamp;
use crate::status::gd_status;
use crate::strings::Reader;
use crate::written::words::{gd_channel_kind, gd_species};

/// A new unit, category, channel or area. Set it to GD_NEW_ENTRY_INIT first.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct gd_new_entry {
    /// The size of this struct.
    pub size: u32,
    /// What it is, one of GD_SPECIES_; it has to be given.
    pub species: gd_species,
    /// Of what sort, one of GD_CHANNEL_KIND_: a channel needs it, nothing else may have it.
    pub channel_kind: gd_channel_kind,
    /// Its place in printed tables, from 1; 0 means after all others.
    pub order: u32,
    /// Its name; it has to be given.
    pub name: *const c_char,
    /// The name of the entry above it.
    pub parent: *const c_char,
    /// The group it is listed and ranked in.
    pub group: *const c_char,
    /// Other names by which it is found.
    pub aliases: *const *const c_char,
    /// How many other names there are.
    pub alias_count: u32,
    /// Not used; 0.
    pub reserved: i32,
}

sized::sized!(gd_new_entry, "entry", size_of::<gd_new_entry>());

fn new_entry(reader: Reader, given: *const gd_new_entry) -> Result<NewEntry, Fault> {
    let given = sized::read(given)?;
    Ok(NewEntry {
        species: code!(Species, "species", given.species)?,
        name: reader.required("name", given.name)?,
        aliases: reader.list("aliases", given.aliases, given.alias_count)?,
        channel_kind: code_any!(ChannelKind, "channel_kind", given.channel_kind)?,
        parent: reader.optional("parent", given.parent)?,
        group: reader.optional("group", given.group)?,
        order: Some(given.order).filter(|order| *order != 0),
    })
}

/// Executes a command to the office.
pub(crate) fn office(
    hotline: *mut gd_hotline,
    stamp: *const gd_stamp,
    written: *mut *mut gd_entries,
    read: impl FnOnce(&Desk) -> Result<OfficeCommand, Fault>,
) -> gd_status {
    sized::put(written, std::ptr::null_mut());
    on(hotline, |desk| {
        let stamp = crate::stamp::read(desk.reader(), stamp)?;
        let command = read(desk)?;
        let entries = desk.hotline.office(&stamp, command)?;
        if !written.is_null() {
            sized::put(written, live::hand_out(gd_entries::new(&entries, desk.encoding)?));
        }
        Ok(())
    })
}

/// Adds an entry. *written, here and in all commands to the office, is the events that were
/// written; it may be NULL, else free it with gd_entries_free.
///
/// Errors: GD_E_INVALID_INPUT, GD_E_BUSY, GD_E_READ_ONLY, GD_E_IO.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_register_add(
    hotline: *mut gd_hotline,
    stamp: *const gd_stamp,
    entry: *const gd_new_entry,
    written: *mut *mut gd_entries,
) -> gd_status {
    office(hotline, stamp, written, |desk| Ok(OfficeCommand::Add(new_entry(desk.reader(), entry)?)))
}

/// Gives an entry another name by which it is found. `name` is any of its names.
///
/// Errors: as gd_register_add.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_register_alias(
    hotline: *mut gd_hotline,
    stamp: *const gd_stamp,
    species: gd_species,
    name: *const c_char,
    alias: *const c_char,
    written: *mut *mut gd_entries,
) -> gd_status {
    office(hotline, stamp, written, |desk| {
        Ok(OfficeCommand::Alias {
            species: code!(Species, "species", species)?,
            name: desk.reader().required("name", name)?,
            alias: desk.reader().required("alias", alias)?,
        })
    })
}

/// Has an entry bear a code of a scheme beside its names (`GB/T 39666`, `010203`), in the place of the one that it bore;
/// NULL takes it away. The code, or `SCHEME:CODE`, then names the entry wherever a name does.
///
/// Errors: as gd_register_add.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_register_code(
    hotline: *mut gd_hotline,
    stamp: *const gd_stamp,
    species: gd_species,
    name: *const c_char,
    scheme: *const c_char,
    code: *const c_char,
    written: *mut *mut gd_entries,
) -> gd_status {
    office(hotline, stamp, written, |desk| {
        Ok(OfficeCommand::Code {
            species: code!(Species, "species", species)?,
            name: desk.reader().required("name", name)?,
            scheme: desk.reader().required("scheme", scheme)?,
            code: desk.reader().optional("code", code)?,
        })
    })
}

/// Calls an entry otherwise from a moment on; the old name still finds it.
///
/// Errors: as gd_register_add.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_register_rename(
    hotline: *mut gd_hotline,
    stamp: *const gd_stamp,
    species: gd_species,
    name: *const c_char,
    to: *const c_char,
    from: i64,
    written: *mut *mut gd_entries,
) -> gd_status {
    office(hotline, stamp, written, |desk| {
        Ok(OfficeCommand::Rename {
            species: code!(Species, "species", species)?,
            name: desk.reader().required("name", name)?,
            to: desk.reader().required("to", to)?,
            from: moment("from", from)?,
        })
    })
}

/// Puts an entry elsewhere in tree, group or order from a moment on. `parent` and `group` may be
/// NULL.
///
/// Errors: as gd_register_add.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_register_place(
    hotline: *mut gd_hotline,
    stamp: *const gd_stamp,
    species: gd_species,
    name: *const c_char,
    parent: *const c_char,
    group: *const c_char,
    order: u32,
    from: i64,
    written: *mut *mut gd_entries,
) -> gd_status {
    office(hotline, stamp, written, |desk| {
        let species = code!(Species, "species", species)?;
        let above = desk.reader().optional("parent", parent)?;
        let register = desk.hotline.rulebook()?.register;
        let above = above.map(|name| register.find(species, &name).map(|entry| entry.id));
        let group = desk.reader().optional("group", group)?;
        let place = Place { parent: above.transpose()?, group, order };
        let name = desk.reader().required("name", name)?;
        Ok(OfficeCommand::Place { species, name, place, from: moment("from", from)? })
    })
}

/// Lets the entry `into` take one over from a moment on.
///
/// Errors: as gd_register_add.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_register_merge(
    hotline: *mut gd_hotline,
    stamp: *const gd_stamp,
    species: gd_species,
    name: *const c_char,
    into: *const c_char,
    from: i64,
    written: *mut *mut gd_entries,
) -> gd_status {
    office(hotline, stamp, written, |desk| {
        Ok(OfficeCommand::Merge {
            species: code!(Species, "species", species)?,
            name: desk.reader().required("name", name)?,
            into: desk.reader().required("into", into)?,
            from: moment("from", from)?,
        })
    })
}

/// Lets several new entries take one over from a moment on. `into` are `count` pointers to them.
///
/// Errors: as gd_register_add.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_register_split(
    hotline: *mut gd_hotline,
    stamp: *const gd_stamp,
    species: gd_species,
    name: *const c_char,
    into: *const *const gd_new_entry,
    count: u32,
    from: i64,
    written: *mut *mut gd_entries,
) -> gd_status {
    office(hotline, stamp, written, |desk| {
        let reader = desk.reader();
        let into = sized::slice("into", into, u64::from(count))?;
        Ok(OfficeCommand::Split {
            species: code!(Species, "species", species)?,
            name: reader.required("name", name)?,
            into: into.iter().map(|each| new_entry(reader, *each)).collect::<Result<_, _>>()?,
            from: moment("from", from)?,
        })
    })
}

/// Gives an entry nothing new from a moment on.
///
/// Errors: as gd_register_add.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_register_retire(
    hotline: *mut gd_hotline,
    stamp: *const gd_stamp,
    species: gd_species,
    name: *const c_char,
    from: i64,
    written: *mut *mut gd_entries,
) -> gd_status {
    office(hotline, stamp, written, |desk| {
        Ok(OfficeCommand::Retire {
            species: code!(Species, "species", species)?,
            name: desk.reader().required("name", name)?,
            from: moment("from", from)?,
        })
    })
}

/// Lists the entries of a species as they stand at a moment, in the order in which they are
/// printed. The columns of the rows: `id`, `name`, `aliases` (joined by line feeds),
/// `channel_kind` (its number), `group`, `order`, `parent` (its number), `retired_at` and
/// `merged_at` (moments), `merged_into` (a number), `codes` (`SCHEME:CODE`, joined by line feeds); what is not, is nothing. Free *entries with
/// gd_rows_free.
///
/// Errors: GD_E_INVALID_INPUT, GD_E_IO, GD_E_CORRUPT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gd_hotline_register(
    hotline: *mut gd_hotline,
    species: gd_species,
    at: i64,
    entries: *mut *mut gd_rows,
) -> gd_status {
    const COLUMNS: &[&str] = &[
        "id",
        "name",
        "aliases",
        "channel_kind",
        "group",
        "order",
        "parent",
        "retired_at",
        "merged_at",
        "merged_into",
        "codes",
    ];
    make(hotline, entries, |desk| {
        let (species, at) = (code!(Species, "species", species)?, moment("at", at)?);
        let register = desk.hotline.rulebook()?.register;
        let mut entries: Vec<_> = register.all(species).collect();
        entries.sort_by_key(|entry| (entry.place(at).order, entry.id));
        let text = |text: &str| Datum::Text(text.to_owned());
        let number = |number: Option<i64>| number.map_or(Datum::Null, Datum::Integer);
        let rows = entries.into_iter().map(|entry| {
            let place = entry.place(at);
            let codes = entry.codes().iter().map(|(scheme, code)| format!("{scheme}:{code}"));
            let codes: Vec<String> = codes.collect();
            vec![
                Datum::Integer(i64::from(entry.id.0)),
                text(entry.name(at)),
                text(&entry.aliases.join("\n")),
                number(entry.channel_kind.map(ChannelKind::code)),
                place.group.as_deref().map_or(Datum::Null, text),
                Datum::Integer(i64::from(place.order)),
                number(place.parent.map(|id| i64::from(id.0))),
                number(entry.retired_at.map(|at| at.ms())),
                number(entry.merged.map(|(at, _)| at.ms())),
                number(entry.merged.map(|(_, id)| i64::from(id.0))),
                text(&codes.join("\n")),
            ]
        });
        table(COLUMNS, rows.collect(), desk.encoding)
    })
}
