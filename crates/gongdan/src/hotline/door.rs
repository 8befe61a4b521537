//! The hotline: what it holds, how it is made and opened, and its four commands.

use std::cell::{Cell, RefCell};
use std::path::Path;

use gongdan_domain::{
    Command, Founding, Intake, Moment, OfficeCommand, Provision, Rulebook, Stamp, TicketId,
    china_notices, decide_office,
};

use super::file::NewFile;
use super::shelf::Shelf;
use crate::fields::Receipt;
use crate::fields::Written;
use crate::store::{Head, Options, Pool, Salts, Store};
use crate::words::Result;

/// The rules in force as far as this handle has read them.
#[derive(Default)]
pub(crate) struct Rules {
    pub(crate) book: Rulebook,
    pub(crate) seq: u64,
}

/// What is being written.
pub(super) struct Open {
    pub(super) head: Head,
    pub(super) first_seq: u64,
    /// The last command to the office before it.
    pub(super) office_seq: u64,
    /// How many request ids were kept before it.
    pub(super) requests: u64,
    /// What was erased so far; nothing when no text was.
    pub(super) erased: Option<Erased>,
    /// What changes in the folder beside.
    pub(super) beside: FilesBeside,
    pub(super) pool: Pool,
    /// What it was before its open row.
    pub(super) row: Option<Box<BeforeRow>>,
}

/// What changes in the folder beside the file: events whose files were put there, and events whose files go from there
/// once the commit stands.
#[derive(Default)]
pub(super) struct FilesBeside {
    pub(super) put: Vec<u64>,
    pub(super) erased: Vec<u64>,
}

impl Open {
    pub(super) fn new(head: Head) -> Self {
        let (first_seq, office_seq, requests) = (head.last_seq + 1, head.office_seq, head.requests);
        Self {
            head,
            first_seq,
            office_seq,
            requests,
            erased: None,
            beside: FilesBeside::default(),
            pool: Pool::default(),
            row: None,
        }
    }

    /// Whether the head has moved.
    pub(super) fn has_moved(&self) -> bool {
        self.head.last_seq >= self.first_seq || self.head.requests > self.requests
    }

    /// Is again as it was before its row; the events whose files were put beside since.
    pub(super) fn go_back(&mut self) -> Vec<u64> {
        let Some(before) = self.row.take() else { return Vec::new() };
        let (put, erased) = before.beside;
        self.head = before.head;
        self.erased = before.erased;
        self.beside.erased.truncate(erased);
        self.beside.put.split_off(put)
    }
}

/// What a batch had written when its row began.
pub(super) struct BeforeRow {
    head: Head,
    erased: Option<Erased>,
    /// How many files beside were put there, and how many go from there.
    beside: (usize, usize),
}

impl BeforeRow {
    pub(super) fn of(open: &Open) -> Self {
        let beside = (open.beside.put.len(), open.beside.erased.len());
        Self { head: open.head.clone(), erased: open.erased, beside }
    }
}

/// An erasure in the open batch.
#[derive(Clone, Copy)]
pub(super) struct Erased {
    /// The event under which the person is counted from now on.
    pub(super) citizen: u64,
    pub(super) texts: u64,
}

/// One hotline on one file. `&mut self` changes, `&self` asks. It is `Send`, not `Sync`: a second
/// handle on the same file is the way to share.
pub struct Hotline {
    pub(crate) store: Store,
    pub(crate) rules: RefCell<Rules>,
    pub(super) shelf: RefCell<Shelf>,
    pub(super) open: RefCell<Option<Open>>,
    /// An erasure of one person on several tickets runs.
    pub(super) one_citizen: Cell<bool>,
    pub(super) log_emptied: Cell<bool>,
    pub(super) salts: Salts,
}

impl Hotline {
    /// Makes a new file of a region, with the published calendar and the default policy, all by
    /// events under `stamp`.
    ///
    /// # Errors
    /// `Exists` when the path holds anything, `InvalidInput` for a bad founding or stamp, `Io`.
    pub fn create(path: impl AsRef<Path>, founding: &Founding, stamp: &Stamp) -> Result<Self> {
        Self::create_with(path, founding, stamp, &Options::default())
    }

    /// [`Hotline::create`] with options.
    ///
    /// # Errors
    /// As [`Hotline::create`].
    pub fn create_with(
        path: impl AsRef<Path>,
        founding: &Founding,
        stamp: &Stamp,
        options: &Options,
    ) -> Result<Self> {
        decide_office(&Rulebook::default(), &OfficeCommand::Found(founding.clone()), stamp)?;
        let _no_fork = gongdan_process::entered();
        let store = Store::create(path.as_ref(), options)?;
        let mut hotline = Self::on(store, options);
        hotline.store.begin()?;
        let founded = hotline.found(founding, stamp);
        hotline.finish(founded)?;
        hotline.store.relax(options.durability);
        Ok(hotline)
    }

    /// Opens a file, to read and write. One of an older schema is brought up to date, in one commit:
    /// after a failure anywhere, or a crash, it is wholly old or wholly new, and its journal, texts
    /// and request ids are what they were.
    ///
    /// # Errors
    /// `NotFound`, `NotAHotline`, `FileTooNew`, `Corrupt`, `Busy` or `Io`; the file stays as it is.
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        Self::open_with(path, &Options::default())
    }

    /// Opens a file with options. To read only, a file of an older schema is read as it stands where
    /// that answers the same.
    ///
    /// # Errors
    /// As [`Hotline::open`]; `ReadOnly` for an older file that has to be opened to write first.
    pub fn open_with(path: impl AsRef<Path>, options: &Options) -> Result<Self> {
        let hotline = Self::on(Store::open(path.as_ref(), options)?, options);
        hotline.store.read(|_| hotline.current_head().map(|_| ()))?;
        hotline.store.make_ready(options)?;
        Ok(hotline)
    }

    fn on(store: Store, options: &Options) -> Self {
        Self {
            store,
            rules: RefCell::default(),
            shelf: RefCell::default(),
            open: RefCell::default(),
            one_citizen: Cell::new(false),
            log_emptied: Cell::new(true),
            salts: options.salts.clone(),
        }
    }

    fn found(&mut self, founding: &Founding, stamp: &Stamp) -> Result<()> {
        self.store.create_schema()?;
        let head = Head::new(founding.region, self.salts.secret()?);
        self.store.found(&head, &founding.name, &founding.office)?;
        self.open.replace(Some(Open::new(head)));
        self.write_office(stamp, &OfficeCommand::Found(founding.clone()))?;
        for notice in china_notices() {
            self.write_office(stamp, &OfficeCommand::AdoptNotice(notice))?;
        }
        let defaults: Vec<Provision> = gongdan_domain::Policy::defaults();
        defaults.into_iter().try_for_each(|provision| {
            self.write_office(stamp, &OfficeCommand::Provide(provision)).map(|_| ())
        })
    }

    /// Takes a ticket in (受理).
    ///
    /// An external number that was seen before answers with the ticket that stands, and writes
    /// nothing.
    ///
    /// # Errors
    /// `InvalidInput` names the argument; `Conflict` when the stamp's request id stands for another
    /// command; `Busy`, `ReadOnly`, `Io`.
    pub fn intake(&mut self, stamp: &Stamp, intake: &Intake) -> Result<Receipt> {
        self.write(|hotline| {
            hotline.once(stamp, &intake, |hotline| hotline.write_intake(stamp, intake))
        })
    }

    /// Executes a command on a ticket.
    ///
    /// # Errors
    /// `Refused` with the broken rule, `InvalidInput` with the argument, `NotFound`; `Conflict` when
    /// the ticket has changed since the version in the stamp, or when its request id stands for
    /// another command; `Busy`, `ReadOnly`, `Io`. Nothing of the command was written unless
    /// [`Error::outcome`](crate::Error::outcome) says that it is not known.
    pub fn execute(
        &mut self,
        ticket: TicketId,
        stamp: &Stamp,
        command: &Command,
    ) -> Result<Receipt> {
        self.write(|hotline| {
            hotline.once(stamp, &(ticket, command), |hotline| {
                hotline.write_command(ticket, stamp, command)
            })
        })
    }

    /// Keeps a file with a ticket, bytes and all: in the file up to a megabyte, in the folder beside it above
    /// (`hengdong.db.files`). What it is told of it, and who may, is as with [`Command::Attach`].
    ///
    /// # Errors
    /// As [`Hotline::execute`].
    pub fn attach_file(
        &mut self,
        ticket: TicketId,
        stamp: &Stamp,
        file: &NewFile,
        bytes: &[u8],
    ) -> Result<Receipt> {
        let command = file.command(bytes);
        self.write(|hotline| {
            hotline.once(stamp, &(ticket, &command), |hotline| {
                hotline.write_file(ticket, stamp, &command, bytes)
            })
        })
    }

    /// Executes a command to the office: reference data, policy, calendar, contacts. Under a request
    /// id contacts that are recorded twice count once; a version in the stamp says nothing here.
    ///
    /// # Errors
    /// `InvalidInput` names the argument; `Conflict` when the stamp's request id stands for another
    /// command; `Busy`, `ReadOnly`, `Io`.
    pub fn office(&mut self, stamp: &Stamp, command: OfficeCommand) -> Result<Vec<Written>> {
        self.write(|hotline| hotline.write_office_once(stamp, &command))
    }

    /// The moment of the latest event in the file.
    ///
    /// # Errors
    /// `Io`, `Corrupt`.
    pub fn last_at(&self) -> Result<Moment> {
        Ok(self.store.read(|_| self.current_head())?.last_at)
    }
}
