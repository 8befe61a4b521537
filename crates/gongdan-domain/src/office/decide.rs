//! What the office decides when asked: events, or what is wrong with the request.

use crate::codes;
use crate::ids::EntryId;
use crate::invalid::{Invalid, Problem};
use crate::moment::Moment;
use crate::notice::Notice;
use crate::policy::Provision;
use crate::register::{Place, RegisterEntry};
use crate::stamp::Stamp;
use crate::text;
use crate::tree::parted;
use crate::vocabulary::{Role, Species};

use super::command::{NewEntry, OfficeCommand};
use super::event::{Contacts, Founding, OfficeEvent};
use super::rulebook::Rulebook;

/// The most contacts one event may count.
const MAX_CONTACTS: i64 = 1_000_000;

/// Decides a command to the office. Only the centre changes its own rules.
///
/// # Errors
/// [`Invalid`] names the argument and what would be allowed.
pub fn decide(
    rulebook: &Rulebook,
    command: &OfficeCommand,
    stamp: &Stamp,
) -> Result<Vec<OfficeEvent>, Invalid> {
    stamp.check()?;
    if stamp.role() != Role::Centre {
        let rule = "only the centre changes the office's rules and reference data";
        return Err(Invalid::new("role", Problem::Rule { rule }));
    }
    match command {
        OfficeCommand::Found(founding) => found(rulebook, founding),
        OfficeCommand::Add(new) => add(rulebook, new),
        OfficeCommand::Alias { species, name, alias } => {
            let entry = rulebook.register.find(*species, name)?;
            let (id, parent) = (entry.id, entry.place(Moment::MAX).parent);
            free_name(rulebook, (*species, parent), "alias", alias)?;
            Ok(vec![OfficeEvent::EntryAliased { species: *species, id, alias: tidy(alias) }])
        }
        OfficeCommand::Code { species, name, scheme, code } => {
            bear(rulebook, (*species, name), scheme, code.as_deref())
        }
        OfficeCommand::Rename { species, name, to, from } => {
            rename(rulebook, *species, name, to, *from)
        }
        OfficeCommand::Place { species, name, place, from } => {
            let id = rulebook.register.find(*species, name)?.id;
            check_place(rulebook, *species, id, place)?;
            free_place(rulebook, *species, id, place.parent)?;
            let (species, place, from) = (*species, place.clone(), *from);
            Ok(vec![OfficeEvent::EntryPlaced { species, id, place, from }])
        }
        OfficeCommand::Merge { species, name, into, from } => {
            merge(rulebook, *species, name, into, *from)
        }
        OfficeCommand::Split { species, name, into, from } => {
            split(rulebook, *species, name, into, *from)
        }
        OfficeCommand::Retire { species, name, from } => {
            let id = rulebook.register.find(*species, name)?.id;
            Ok(vec![OfficeEvent::EntryRetired { species: *species, id, from: *from }])
        }
        OfficeCommand::Provide(provision) => {
            provision.check()?;
            check_scope(rulebook, provision)?;
            Ok(vec![OfficeEvent::ProvisionSet(provision.clone())])
        }
        OfficeCommand::AdoptNotice(notice) => {
            notice.validate()?;
            let known = |other: &Notice| other.says_the_same_as(notice);
            // Loaded again it changes nothing, and so it is no event.
            match rulebook.calendar.notices().iter().any(known) {
                true => Ok(Vec::new()),
                false => Ok(vec![OfficeEvent::NoticeAdopted(notice.clone())]),
            }
        }
        OfficeCommand::RecordContacts { channel, day, count } => {
            let channel = rulebook.register.find(Species::Channel, channel)?.id;
            contacts(channel, Moment::start_of(*day), *count)
        }
        OfficeCommand::SetFormula(formula) => {
            formula.check()?;
            Ok(vec![OfficeEvent::FormulaSet(formula.clone())])
        }
        OfficeCommand::Publish(published) => {
            published.check()?;
            Ok(vec![OfficeEvent::IssuePublished(published.clone())])
        }
    }
}

/// The old entry ends and the new ones begin; what was given to the old one stays with it.
fn split(
    rulebook: &Rulebook,
    species: Species,
    name: &str,
    into: &[NewEntry],
    from: Moment,
) -> Result<Vec<OfficeEvent>, Invalid> {
    if into.len() < 2 || into.iter().any(|new| new.species != species) {
        let rule = "an entry splits into two or more entries of its own species";
        return Err(Invalid::new("into", Problem::Rule { rule }));
    }
    let mut after = rulebook.clone();
    let mut events = Vec::new();
    for new in into {
        let added = add(&after, new)?;
        added.iter().for_each(|event| after.apply(event.clone()));
        events.extend(added);
    }
    let id = rulebook.register.find(species, name)?.id;
    events.push(OfficeEvent::EntryRetired { species, id, from });
    Ok(events)
}

fn found(rulebook: &Rulebook, founding: &Founding) -> Result<Vec<OfficeEvent>, Invalid> {
    if let Some(founded) = &rulebook.founding {
        let given = founded.region.0.to_string();
        return Err(Invalid::new("region", Problem::Duplicate { given }));
    }
    if !(100_000..=900_718).contains(&founding.region.0) {
        return Err(Invalid::new("region", Problem::OutOfRange { from: 100_000, to: 900_718 }));
    }
    text::required("name", &founding.name, text::MAX_NAME)?;
    text::optional("office", &founding.office, text::MAX_NAME)?;
    Ok(vec![OfficeEvent::Founded(founding.clone())])
}

fn add(rulebook: &Rulebook, new: &NewEntry) -> Result<Vec<OfficeEvent>, Invalid> {
    let species = new.species;
    if new.channel_kind.is_some() != (species == Species::Channel) {
        let rule = "a channel needs a channel kind, nothing else may have one";
        return Err(Invalid::new("channel_kind", Problem::Rule { rule }));
    }
    let (parent, name) = named(rulebook, new)?;
    free_name(rulebook, (species, parent), "name", &name)?;
    let id = rulebook.register.next_id(species);
    let place = place(new, parent, id)?;
    let mut events = vec![OfficeEvent::EntryAdded {
        species,
        id,
        name: name.clone(),
        channel_kind: new.channel_kind,
        place,
    }];
    for (index, alias) in new.aliases.iter().enumerate() {
        free_name(rulebook, (species, parent), "alias", alias)?;
        let before = new.aliases[..index].iter().chain([&name]);
        if before.map(|other| tidy(other)).any(|other| other == tidy(alias)) {
            return Err(Invalid::new("alias", Problem::Duplicate { given: tidy(alias) }));
        }
        events.push(OfficeEvent::EntryAliased { species, id, alias: tidy(alias) });
    }
    Ok(events)
}

/// What a new entry stands below, and its own name. A path says both, unless it is a name that names
/// nothing above it.
fn named(rulebook: &Rulebook, new: &NewEntry) -> Result<(Option<EntryId>, String), Invalid> {
    let find = |name: &str| {
        let found = rulebook.register.find(new.species, name).map(|entry| entry.id);
        found.map_err(|wrong| wrong.named("parent"))
    };
    if let Some(parent) = &new.parent {
        return Ok((Some(find(parent)?), tidy(&new.name)));
    }
    match parted(&tidy(&new.name)) {
        Some((above, name)) if find(above).is_ok() => Ok((find(above).ok(), name.to_owned())),
        _ => Ok((None, tidy(&new.name))),
    }
}

fn place(new: &NewEntry, parent: Option<EntryId>, id: EntryId) -> Result<Place, Invalid> {
    if let Some(group) = &new.group {
        text::required("group", group, text::MAX_NAME)?;
    }
    Ok(Place { parent, group: new.group.clone(), order: new.order.unwrap_or(id.0) })
}

/// A place names an entry that is there, and never one below the entry itself, neither by the
/// places of today nor by any that are set for later.
fn check_place(
    rulebook: &Rulebook,
    species: Species,
    id: EntryId,
    place: &Place,
) -> Result<(), Invalid> {
    if let Some(group) = &place.group {
        text::required("group", group, text::MAX_NAME)?;
    }
    let Some(parent) = place.parent else { return Ok(()) };
    let register = &rulebook.register;
    if register.get(species, parent).is_none() {
        let given = parent.0.to_string();
        return Err(Invalid::new("parent", Problem::Unknown { given, nearest: Vec::new() }));
    }
    match register.may_stand_below(species, parent, id) {
        true => {
            let rule = "an entry cannot stand below itself";
            Err(Invalid::new("parent", Problem::Rule { rule }))
        }
        false => Ok(()),
    }
}

/// A provision for a category or channel names one that is there.
fn check_scope(rulebook: &Rulebook, provision: &Provision) -> Result<(), Invalid> {
    let scope = &provision.scope;
    let named = [(Species::Category, scope.category), (Species::Channel, scope.channel)];
    for (species, id) in named {
        let Some(id) = id else { continue };
        if rulebook.register.get(species, id).is_none() {
            let given = id.0.to_string();
            let problem = Problem::Unknown { given, nearest: Vec::new() };
            return Err(Invalid::new(species.word(), problem));
        }
    }
    Ok(())
}

fn rename(
    rulebook: &Rulebook,
    species: Species,
    name: &str,
    to: &str,
    from: Moment,
) -> Result<Vec<OfficeEvent>, Invalid> {
    let entry = rulebook.register.find(species, name)?;
    let (id, parent) = (entry.id, entry.place(Moment::MAX).parent);
    if !has_name(entry, to) {
        free_name(rulebook, (species, parent), "to", to)?;
    }
    Ok(vec![OfficeEvent::EntryRenamed { species, id, name: tidy(to), from }])
}

fn merge(
    rulebook: &Rulebook,
    species: Species,
    name: &str,
    into: &str,
    from: Moment,
) -> Result<Vec<OfficeEvent>, Invalid> {
    let register = &rulebook.register;
    let entry = register.find(species, name)?;
    let (id, into) = (entry.id, register.find(species, into)?.id);
    if entry.merged.is_some() {
        let rule = "an entry that was taken over is not merged again";
        return Err(Invalid::new("name", Problem::Rule { rule }));
    }
    if register.standing(species, into, Moment::MAX) == id {
        let rule = "an entry cannot be merged into itself, nor into one that was merged into it";
        return Err(Invalid::new("into", Problem::Rule { rule }));
    }
    Ok(vec![OfficeEvent::EntryMerged { species, id, into, from }])
}

fn contacts(channel: EntryId, day: Moment, count: i64) -> Result<Vec<OfficeEvent>, Invalid> {
    if count == 0 || !(-MAX_CONTACTS..=MAX_CONTACTS).contains(&count) {
        return Err(Invalid::new("count", Problem::OutOfRange { from: 1, to: MAX_CONTACTS }));
    }
    let recorded = Contacts { channel, day: day.day_key(), count };
    Ok(vec![OfficeEvent::ContactsRecorded(recorded)])
}

/// None of an entry's names is taken where it is to stand.
fn free_place(
    rulebook: &Rulebook,
    species: Species,
    id: EntryId,
    parent: Option<EntryId>,
) -> Result<(), Invalid> {
    let register = &rulebook.register;
    let Some(entry) = register.get(species, id) else { return Ok(()) };
    let others = register.siblings(species, parent).filter(|other| other.id != id);
    let names =
        others.flat_map(|other| other.names().iter().map(|(_, name)| name).chain(&other.aliases));
    match names.into_iter().find(|name| has_name(entry, name)) {
        Some(name) => Err(Invalid::new("parent", Problem::Duplicate { given: name.clone() })),
        None => Ok(()),
    }
}

fn has_name(entry: &RegisterEntry, name: &str) -> bool {
    let mut names = entry.names().iter().map(|(_, name)| name).chain(&entry.aliases);
    names.any(|own| own == name.trim())
}

/// A name is not taken by another entry that stands below the same one.
fn free_name(
    rulebook: &Rulebook,
    (species, parent): (Species, Option<EntryId>),
    argument: &'static str,
    name: &str,
) -> Result<(), Invalid> {
    text::required(argument, name, text::MAX_NAME)?;
    match rulebook.register.has_name(species, parent, name) {
        true => Err(Invalid::new(argument, Problem::Duplicate { given: tidy(name) })),
        false => Ok(()),
    }
}

/// A code stands for one entry of its scheme.
fn bear(
    rulebook: &Rulebook,
    (species, name): (Species, &str),
    scheme: &str,
    code: Option<&str>,
) -> Result<Vec<OfficeEvent>, Invalid> {
    let (scheme, code) = (codes::scheme(scheme)?, code.map(codes::code).transpose()?);
    let entry = rulebook.register.find(species, name)?;
    if entry.code(&scheme) == code.as_deref() {
        return Ok(Vec::new());
    }
    let taken = |code: &str| {
        let mut others = rulebook.register.all(species).filter(|other| other.id != entry.id);
        others.any(|other| other.code(&scheme) == Some(code))
    };
    match code.clone().filter(|code| taken(code)) {
        Some(given) => Err(Invalid::new("code", Problem::Duplicate { given })),
        None => Ok(vec![OfficeEvent::EntryCoded { species, id: entry.id, scheme, code }]),
    }
}

fn tidy(name: &str) -> String {
    name.trim().to_owned()
}
