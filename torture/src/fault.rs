//! Faults: which call of SQLite to the machine fails, how, and whether once or for ever.

use rusqlite::ffi;

/// What SQLite asks the machine for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Call {
    /// To open or make a file.
    Open,
    /// To delete a file.
    Delete,
    /// Whether a file is there.
    Access,
    /// To read.
    Read,
    /// To write.
    Write,
    /// To cut a file off.
    Truncate,
    /// To put a file on disk.
    Sync,
    /// How long a file is.
    Size,
    /// To lock a file.
    Lock,
    /// For a piece of shared memory.
    ShmMap,
    /// To lock a part of the shared memory.
    ShmLock,
}

/// What the machine does instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// What was asked.
    Do,
    /// Nothing, and says so with a code.
    Fail(i32),
    /// Half of a write or read, and says so with a code.
    Half(i32),
    /// All of it, and yet says that it failed.
    DoneBut(i32),
}

/// A kind of fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its name.
    pub name: &'static str,
    /// The call that it hits.
    pub call: Call,
    /// What happens.
    pub answer: Answer,
}

const fn kind(name: &'static str, call: Call, answer: Answer) -> Kind {
    Kind { name, call, answer }
}

/// Every kind of fault.
pub const KINDS: [Kind; 17] = [
    kind("read", Call::Read, Answer::Fail(ffi::SQLITE_IOERR_READ)),
    kind("half a read", Call::Read, Answer::Half(ffi::SQLITE_IOERR_READ)),
    kind("write", Call::Write, Answer::Fail(ffi::SQLITE_IOERR_WRITE)),
    kind("half a write, disk full", Call::Write, Answer::Half(ffi::SQLITE_FULL)),
    kind("write done but EIO", Call::Write, Answer::DoneBut(ffi::SQLITE_IOERR_WRITE)),
    kind("fsync", Call::Sync, Answer::Fail(ffi::SQLITE_IOERR_FSYNC)),
    kind("fsync done but EIO", Call::Sync, Answer::DoneBut(ffi::SQLITE_IOERR_FSYNC)),
    kind("truncate", Call::Truncate, Answer::Fail(ffi::SQLITE_IOERR_TRUNCATE)),
    kind("open", Call::Open, Answer::Fail(ffi::SQLITE_CANTOPEN)),
    kind("delete", Call::Delete, Answer::Fail(ffi::SQLITE_IOERR_DELETE)),
    kind("access", Call::Access, Answer::Fail(ffi::SQLITE_IOERR_ACCESS)),
    kind("fstat", Call::Size, Answer::Fail(ffi::SQLITE_IOERR_FSTAT)),
    kind("lock", Call::Lock, Answer::Fail(ffi::SQLITE_IOERR_LOCK)),
    kind("lock busy", Call::Lock, Answer::Fail(ffi::SQLITE_BUSY)),
    kind("shm map", Call::ShmMap, Answer::Fail(ffi::SQLITE_IOERR_SHMMAP)),
    kind("shm lock", Call::ShmLock, Answer::Fail(ffi::SQLITE_IOERR_SHMLOCK)),
    kind("shm lock busy", Call::ShmLock, Answer::Fail(ffi::SQLITE_BUSY)),
];

/// A fault that waits for its call.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// What happens.
    pub kind: Kind,
    /// At the how many-th such call, from one.
    pub at: u64,
    /// Whether at every such call from then on.
    pub for_ever: bool,
}

/// How often faults fired.
#[derive(Clone, Copy, Debug, Default)]
pub struct Armed {
    fault: Option<Fault>,
    calls: u64,
    fired: u64,
}

impl Armed {
    /// A fault that has not fired.
    pub fn with(fault: Fault) -> Self {
        Self { fault: Some(fault), calls: 0, fired: 0 }
    }

    /// How often it fired.
    pub fn fired(&self) -> u64 {
        self.fired
    }

    /// What the machine does at the next call.
    pub fn answer(&mut self, call: Call) -> Answer {
        let Some(fault) = self.fault.filter(|fault| fault.kind.call == call) else {
            return Answer::Do;
        };
        self.calls += 1;
        let hits = self.calls == fault.at || (fault.for_ever && self.calls > fault.at);
        if !hits {
            return Answer::Do;
        }
        self.fired += 1;
        fault.kind.answer
    }
}
