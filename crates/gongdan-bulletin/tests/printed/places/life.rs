//! A place's life, lived through the hotline's commands in one batch: what its printed figures need.

use std::path::PathBuf;

use gongdan::{
    Command, Founding, Hotline, Intake, Kind, Moment, NewEntry, OfficeCommand, Period, RegionId,
    Satisfaction, Stamp,
};
use gongdan_bulletin::{Bulletin, BulletinQuestion, Document, Format};

use crate::lived::at;
use crate::read::agree;

/// A file of its own, gone with the test.
pub(crate) struct Place {
    pub hotline: Hotline,
    folder: PathBuf,
    name: &'static str,
}

impl Drop for Place {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.folder).ok();
    }
}

/// What becomes of some tickets.
#[derive(Clone)]
pub(crate) struct Tickets<'a> {
    pub on: &'a str,
    pub channel: &'a str,
    pub category: Option<&'a str>,
    pub kind: Kind,
    /// Which unit; nothing for those answered online.
    pub unit: Option<&'a str>,
    pub assisting: &'a [&'a str],
    pub signed: Option<&'a str>,
    /// The unit has not signed it yet.
    pub unsigned: bool,
    /// When the centre answers it online, where that is not at once.
    pub answered: Option<&'a str>,
    pub handled: Option<&'a str>,
    pub rated: Option<Satisfaction>,
    pub closed: Option<&'a str>,
    pub rejected: bool,
    pub waits: bool,
    /// When it was given to its unit, where that is not at once.
    pub given: Option<&'a str>,
    /// The unit that it was given to afterwards.
    pub redispatched: Option<&'a str>,
    /// Nobody rated it when it was asked about.
    pub unrated: bool,
    /// The unit had to do it again.
    pub reworked: bool,
}

impl<'a> Tickets<'a> {
    pub(crate) fn on(on: &'a str, channel: &'a str) -> Self {
        let (given, redispatched, unrated, reworked) = (None, None, false, false);
        let (category, kind, unit, assisting) = (None, Kind::Help, None, &[][..]);
        let (signed, handled, rated, closed) = (None, None, None, None);
        let (rejected, waits, unsigned, answered) = (false, false, false, None);
        Self {
            given,
            redispatched,
            unrated,
            reworked,
            on,
            channel,
            category,
            kind,
            unit,
            assisting,
            signed,
            unsigned,
            answered,
            handled,
            rated,
            closed,
            rejected,
            waits,
        }
    }
}

impl Place {
    pub(crate) fn founded(name: &'static str, region: (u32, &str), since: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("gongdan-place-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let founding = Founding {
            region: RegionId(region.0),
            name: region.1.into(),
            office: format!("{}政务服务中心", region.1),
        };
        let founder = Stamp::centre("管理员", at(since));
        let hotline = Hotline::create(folder.join("place.db"), &founding, &founder).unwrap();
        let mut place = Self { hotline, folder, name };
        place.hotline.begin().unwrap();
        place
    }

    pub(crate) fn add(&mut self, since: &str, entries: impl IntoIterator<Item = NewEntry>) {
        for entry in entries {
            let stamp = Stamp::centre("管理员", at(since));
            self.hotline.office(&stamp, OfficeCommand::Add(entry)).unwrap();
        }
    }

    /// So many tickets of one fate.
    pub(crate) fn live(&mut self, number: usize, fate: &Tickets<'_>) {
        (0..number).for_each(|_| self.one(fate));
    }

    fn one(&mut self, fate: &Tickets<'_>) {
        let mut intake = Intake::new(fate.channel, "诉求");
        intake.category = fate.category.map(str::to_owned);
        intake.kind = fate.kind;
        let begun = at(fate.on);
        let desk = |minutes: i64| Stamp::centre("坐席", begun.plus_ms(minutes * 60_000));
        let id = self.hotline.intake(&desk(0), &intake).unwrap().ticket;
        let given = fate.given.map_or(begun.plus_ms(60_000), at);
        let mut tell = |stamp: &Stamp, command: Command| {
            self.hotline.execute(id, stamp, &command).unwrap();
        };
        match fate.unit {
            _ if fate.rejected => {
                return tell(&desk(1), Command::Reject { reason: "不属受理范围".into() });
            }
            _ if fate.waits => return,
            None => {
                let answered = fate.answered.map_or(begun.plus_ms(60_000), at);
                let by = Stamp::centre("坐席", answered);
                return tell(&by, Command::ResolveOnline { answer: None });
            }
            Some(unit) => tell(
                &Stamp::centre("坐席", given),
                Command::Transfer {
                    lead: unit.into(),
                    assisting: fate.assisting.iter().map(|each| (*each).to_owned()).collect(),
                    remark: None,
                },
            ),
        }
        if let Some(to) = fate.redispatched {
            let to = Command::Redispatch { to: to.into(), remark: "请承办".into() };
            tell(&Stamp::centre("坐席", given.plus_ms(60_000)), to);
        }
        if !fate.unsigned {
            by_unit(fate, given, &mut tell);
        }
    }

    /// The bulletin of a period in the place's format, read back from every form.
    pub(crate) fn printed(&mut self, period: Period, as_of: &str, given: &[&str]) -> Printed {
        self.hotline.commit().unwrap();
        let folder =
            std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats").join(self.name);
        let format = Format::read(&folder).unwrap_or_else(|error| panic!("{error}"));
        let mut asked = BulletinQuestion::new(period, Moment::parse_as_of(as_of).unwrap());
        asked.set = given.iter().map(|each| (*each).to_owned()).collect();
        let issue = format.of_issue(asked.issue().unwrap());
        let bulletin = Bulletin::collect(&self.hotline, &issue).unwrap();
        let document = bulletin.document_in(&format).unwrap_or_else(|error| panic!("{error}"));
        agree::in_every_form(&document);
        self.hotline.begin().unwrap();
        Printed { document, folder }
    }
}

/// What the unit does, and what the centre does with its reply.
fn by_unit(fate: &Tickets<'_>, given: Moment, tell: &mut impl FnMut(&Stamp, Command)) {
    let unit = fate.redispatched.or(fate.unit).unwrap_or_default();
    let signed = fate.signed.map_or(given.plus_ms(300_000), at);
    let by = |at| Stamp::unit(unit, "经办人", at);
    let centre = |at| Stamp::centre("坐席", at);
    tell(&by(signed), Command::SignOff);
    let Some(handled) = fate.handled.map(at) else { return };
    tell(&by(handled), Command::handle("已处理"));
    let rated = fate.rated.or(fate.unrated.then_some(Satisfaction::Unrated));
    if let Some(rated) = rated {
        tell(&centre(handled.plus_ms(600_000)), Command::reached(rated));
    }
    if fate.reworked {
        let again = Command::Rework { reason: "群众不满意".into() };
        tell(&centre(handled.plus_ms(900_000)), again);
        tell(&by(handled.plus_ms(7_200_000)), Command::handle("已重新处理"));
    }
    if let Some(when) = fate.closed {
        tell(&centre(at(when)), Command::close(gongdan::CloseOutcome::Solved));
    }
}

/// A place's bulletin, and the folder it was printed by.
pub(crate) struct Printed {
    pub document: Document,
    folder: PathBuf,
}

/// An item of a source's closed list, and how it came out.
pub(crate) struct Item {
    pub what: &'static str,
    /// What is printed of it: a sentence's piece, or a table's row.
    pub says: &'static [&'static str],
    /// Why it is no plain data, where it is not.
    pub not: Option<&'static str>,
}

/// An item that is plain data and prints what its source prints.
pub(crate) const fn item(what: &'static str, says: &'static [&'static str]) -> Item {
    Item { what, says, not: None }
}

impl Printed {
    /// All of it as text: headings, paragraphs, rows of tables.
    pub(crate) fn text(&self) -> String {
        self.document.markdown().replace(['\\', '*'], "")
    }

    /// Holds every item to what is printed; gives how many are plain, and how many are not.
    pub(crate) fn holds(&self, name: &str, items: &[Item]) -> (usize, usize) {
        let text = self.text();
        self.is_plain();
        let lacks = |item: &&Item| item.says.iter().any(|said| !text.contains(said));
        let lacking: Vec<_> =
            items.iter().filter(lacks).map(|item| (item.what, item.says)).collect();
        assert!(lacking.is_empty(), "{name} lacks {lacking:#?} in\n{text}");
        let not = items.iter().filter(|item| item.not.is_some()).count();
        println!(
            "{name}: {} items, {} plain, 0 contorted, {not} not",
            items.len(),
            items.len() - not
        );
        for item in items {
            if let Some(why) = item.not {
                println!("  not: {} ({why})", item.what);
            }
        }
        (items.len() - not, not)
    }

    /// No control structure, no count typed into it, nothing reckoned on bare numbers.
    fn is_plain(&self) {
        for file in std::fs::read_dir(&self.folder).unwrap() {
            let path = file.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            for contorted in ["{%", ".number", "|int", "|round", "namespace", "[0"] {
                assert!(!text.contains(contorted), "{}: {contorted}", path.display());
            }
        }
    }
}
