//! Random lives in which every text and caller has a canary of its own, and what a viewer should see
//! of them, worked out from what was asked alone.

use std::collections::BTreeSet;

use gongdan::{
    Caller, Command, ErrorKind, HistoryEntry, Hotline, Register, Role, Species, Stamp, Takes,
    TextField, TicketId, command_of,
};
use gongdan_tests::{Act, Actors, Asked, Folder, Play, Players, found};
use serde_json::Value;

/// A word that was typed once, and where.
pub(crate) struct Canary {
    pub(crate) word: String,
    pub(crate) ticket: TicketId,
    pub(crate) field: TextField,
    /// For which unit it was typed.
    pub(crate) by_unit: Option<String>,
}

/// A file with canaries.
pub(crate) struct Aviary {
    pub(crate) hotline: Hotline,
    pub(crate) canaries: Vec<Canary>,
    /// What no viewer may see: callers in full.
    pub(crate) callers: Vec<String>,
    pub(crate) ids: Vec<TicketId>,
    /// The units that each ticket was given to, or of which something was demanded about it, by the names
    /// used.
    pub(crate) given: Vec<BTreeSet<String>>,
    /// How often a unit was told that a ticket that stands does not exist.
    pub(crate) unknown: usize,
    _folder: Folder,
}

impl Aviary {
    /// Lives so many commands.
    pub(crate) fn new(seed: u64, commands: usize) -> Self {
        let folder = Folder::new("aviary");
        let hotline = found(&folder.file("h.db")).expect("a file");
        let (canaries, callers, ids) = (Vec::new(), Vec::new(), Vec::new());
        let (given, unknown) = (Vec::new(), 0);
        let mut aviary = Self { hotline, canaries, callers, ids, given, unknown, _folder: folder };
        let (mut actors, mut players) = (Actors::new(seed), Players::default());
        for nth in 0..commands {
            let mut play = actors.next_play();
            let words = sing(&mut play, nth, &mut aviary.callers);
            aviary.perform(&mut players, &mut actors, &play, words);
        }
        aviary.ids = players.ids;
        aviary
    }

    fn perform(
        &mut self,
        players: &mut Players,
        actors: &mut Actors,
        play: &Play,
        words: Vec<(TextField, String)>,
    ) {
        let strange = self.is_strange(play);
        match self.hotline.batch(|batch| players.perform(batch, play)) {
            Ok(receipt) => {
                assert!(!strange, "{play:?}: granted to a unit that never had it");
                actors.note(play, receipt.as_ref());
                self.note_given(play, players.ids.len());
                let Some(receipt) = receipt else { return };
                if receipt.entries.is_empty() {
                    return;
                }
                let by_unit = play.stamp.unit_name().map(str::to_owned);
                let canary = |(field, word)| Canary {
                    word,
                    ticket: receipt.ticket,
                    field,
                    by_unit: by_unit.clone(),
                };
                self.canaries.extend(words.into_iter().map(canary));
            }
            Err(error) => {
                let unknown = error.kind() == ErrorKind::NotFound;
                assert_eq!(unknown, strange, "{play:?}: {error}");
                self.unknown += usize::from(unknown);
            }
        }
    }

    /// Whether a unit asks something of a ticket that it never had.
    fn is_strange(&self, play: &Play) -> bool {
        let (Some(unit), Act::Ticket(ticket, _)) = (play.stamp.unit_name(), &play.act) else {
            return false;
        };
        let register = self.hotline.rulebook().expect("rules").register;
        let own = standing(&register, unit, &play.stamp);
        let had = |other: &String| standing(&register, other, &play.stamp) == own;
        own.is_some() && !self.given[*ticket].iter().any(had)
    }

    fn note_given(&mut self, play: &Play, tickets: usize) {
        self.given.resize_with(tickets, BTreeSet::new);
        let Act::Ticket(ticket, Asked::Plain(command)) = &play.act else { return };
        let units = match command {
            Command::Transfer { lead, assisting, .. } => [&[lead.clone()][..], assisting].concat(),
            Command::Designate { unit, .. }
            | Command::Redispatch { to: unit, .. }
            | Command::GrantReturn { to: Some(unit), .. }
            | Command::Supervise { unit: Some(unit), .. } => vec![unit.clone()],
            _ => Vec::new(),
        };
        self.given[*ticket].extend(units);
    }

    /// The tickets that a unit ever had, by what it is called now.
    pub(crate) fn tickets_of(&self, unit: &str) -> BTreeSet<TicketId> {
        let register = self.hotline.rulebook().expect("rules").register;
        let now = Stamp::centre("坐席", self.hotline.last_at().expect("a moment"));
        let own = standing(&register, unit, &now);
        let had = |given: &BTreeSet<String>| {
            given.iter().any(|other| standing(&register, other, &now) == own)
        };
        let given = self.ids.iter().zip(&self.given);
        given.filter(|(_, given)| had(given)).map(|(id, _)| *id).collect()
    }

    /// Whether a unit may read a canary: its ticket is the unit's and not confidential, and the text
    /// is the ticket's own, or of an event that is no other unit's.
    pub(crate) fn may_read(&self, unit: &str, canary: &Canary) -> bool {
        let ticket = self.hotline.ticket(canary.ticket).expect("a ticket");
        if ticket.confidential {
            return false;
        }
        if matches!(canary.field, TextField::Matter | TextField::Appeal | TextField::Answer) {
            return true;
        }
        let register = self.hotline.rulebook().expect("rules").register;
        let now = Stamp::centre("坐席", self.hotline.last_at().expect("a moment"));
        let own = |other: &str| standing(&register, other, &now) == standing(&register, unit, &now);
        let history = self.hotline.history(canary.ticket).expect("a history");
        let typed =
            |entry: &&HistoryEntry| entry.texts.iter().any(|text| text.content == canary.word);
        // What was erased nobody reads.
        let Some(event) = history.iter().find(typed) else { return false };
        let named = match &event.event {
            gongdan::TicketEvent::Transferred { legs, .. } => {
                let name = |id| register.name(Species::Unit, id, now.at()).to_owned();
                legs.iter().map(|leg| name(leg.unit)).collect()
            }
            _ => Vec::from_iter(event.unit.clone()),
        };
        let concerned = named.is_empty() || named.iter().any(|other| own(other));
        concerned && canary.by_unit.as_deref().is_none_or(own)
    }
}

/// For what a name stands at the moment of a stamp.
fn standing(register: &Register, name: &str, stamp: &Stamp) -> Option<u32> {
    let found = register.find(Species::Unit, name).ok()?.id;
    Some(register.standing(Species::Unit, found, stamp.at()).0)
}

/// Puts a canary into every text of a play.
fn sing(play: &mut Play, nth: usize, callers: &mut Vec<String>) -> Vec<(TextField, String)> {
    let mut words = Vec::new();
    let mut word = |field: TextField| {
        let word = format!("雀{nth:05}{}尾", field.word());
        words.push((field, word.clone()));
        word
    };
    match &mut play.act {
        Act::Office(_) => {}
        Act::Intake(intake) => {
            if intake.external.is_none() {
                intake.matter = word(TextField::Matter);
            }
            intake.appeal = Some(word(TextField::Appeal));
            let (name, street) = (format!("欧阳第{nth:05}位"), format!("鸟巷{nth:05}号"));
            let phone = format!("139{nth:05}417");
            let caller = Caller::named(&name).phone(&phone).address(&street);
            *intake = intake.clone().caller(caller);
            callers.extend([name, phone, street]);
        }
        Act::Ticket(_, Asked::Plain(command)) => *command = sung(command, &mut word),
        Act::Ticket(..) => {}
    }
    words
}

/// The command with a canary in every text that it has.
fn sung(command: &Command, word: &mut impl FnMut(TextField) -> String) -> Command {
    let mut told = serde_json::to_value(command).expect("JSON");
    let rows = command.verb().row().arguments;
    if let Value::Object(object) = &mut told
        && let Some(Value::Object(arguments)) = object.values_mut().next()
    {
        for (name, value) in arguments.iter_mut().filter(|(_, value)| value.is_string()) {
            let row = rows.iter().find(|row| row.name == name);
            if let Some(Takes::Text(field)) = row.map(|row| row.takes) {
                *value = Value::String(word(field));
            }
        }
    }
    command_of(&told).expect("a command")
}

/// A unit's stamp at the file's latest moment.
pub(crate) fn clerk(aviary: &Aviary, unit: &str) -> Stamp {
    let stamp = Stamp::unit(unit, "李四", aviary.hotline.last_at().expect("a moment"));
    assert_eq!(stamp.role(), Role::Unit);
    stamp
}
