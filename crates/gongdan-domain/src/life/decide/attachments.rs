//! Files kept with a ticket (附件): what may be attached, by whom, and who takes it off.

use crate::invalid::{Invalid, Problem};
use crate::life::event::TicketEvent;
use crate::life::refusal::{Denied, RefusalCode};
use crate::policy::{Setting, Value};
use crate::text::{self, Text};
use crate::vocabulary::{FileKind, Keeping, Role, TextField};

use super::case::Case;
use super::verdict::{Decided, Verdict, one};

/// How many bytes a megabyte of the policy has.
const MEGABYTE: u32 = 1 << 20;
/// How many hexadecimal digits a SHA-256 has.
const DIGITS: usize = 64;

/// A file as it is told.
pub(super) struct File<'a> {
    pub(super) name: &'a str,
    pub(super) kind: FileKind,
    pub(super) size: u32,
    pub(super) sha256: &'a str,
    pub(super) place: Option<&'a str>,
    pub(super) kept: Option<Keeping>,
}

impl Case<'_> {
    pub(super) fn attach(&self, file: &File<'_>) -> Verdict {
        let texts = texts(file)?;
        self.ensure_kind_of_file(file.kind)?;
        self.ensure_size_of_file(file.size)?;
        let no = u32::try_from(self.ticket.attachments.len()).unwrap_or(u32::MAX - 1) + 1;
        let (kind, size, unit, kept) = (file.kind, file.size, self.unit, file.kept);
        Ok(vec![Decided {
            event: TicketEvent::Attached { no, kind, size, unit, kept },
            texts,
            at: None,
        }])
    }

    /// A unit takes off what it attached, the centre anything.
    pub(super) fn detach(&self, no: u32) -> Verdict {
        let attached = self.ticket.attached().find(|each| each.no == no);
        let attached = attached.ok_or_else(|| self.refuse(RefusalCode::NoSuchAttachment))?;
        let own = attached.unit.map(|unit| self.standing(unit)) == self.unit;
        self.ensure(self.role == Role::Centre || own, RefusalCode::WrongUnit)?;
        one(TicketEvent::Detached { no })
    }

    fn ensure_kind_of_file(&self, kind: FileKind) -> Result<(), Denied> {
        match self.in_force(Setting::AttachmentKinds) {
            Some(Value::Files(kinds)) if !kinds.contains(&kind) => {
                let given = kind.word().to_owned();
                let nearest = kinds.iter().map(|kind| kind.word().to_owned()).collect();
                Err(Invalid::new("file_kind", Problem::Unknown { given, nearest }).into())
            }
            _ => Ok(()),
        }
    }

    fn ensure_size_of_file(&self, size: u32) -> Result<(), Denied> {
        let most = match self.in_force(Setting::AttachmentSize) {
            Some(Value::Number(megabytes)) => megabytes.saturating_mul(MEGABYTE),
            _ => u32::MAX,
        };
        match (1..=most).contains(&size) {
            true => Ok(()),
            false => {
                let problem = Problem::OutOfRange { from: 1, to: i64::from(most) };
                Err(Invalid::new("size", problem).into())
            }
        }
    }
}

/// The texts beside the event; a digest is kept in small letters.
fn texts(file: &File<'_>) -> Result<Vec<Text>, Invalid> {
    text::required("name", file.name, text::MAX_NAME)?;
    if file.name.contains(['/', '\\', '\n', '\r', '\t']) {
        let expected = "a file's name without its folder";
        return Err(Invalid::new("name", Problem::Malformed { expected }));
    }
    let digest = file.sha256.trim();
    if digest.len() != DIGITS || !digest.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        let expected = "64 hexadecimal digits";
        return Err(Invalid::new("sha256", Problem::Malformed { expected }));
    }
    file.place.map_or(Ok(()), |place| text::required("file_place", place, text::MAX_NAME))?;
    let text = |field, content: &str| Text { field, content: content.trim().to_owned() };
    let mut texts = vec![
        text(TextField::FileName, file.name),
        text(TextField::FileDigest, &digest.to_ascii_lowercase()),
    ];
    texts.extend(file.place.map(|place| text(TextField::FilePlace, place)));
    Ok(texts)
}
