//! gongdan-torture: ways to break the machine under the library, and judges that say whether every
//! promise was kept. The two files that stand between SQLite and the machine, `shim` and `heap`,
//! are the only ones that may be unsafe.

pub mod backup;
pub mod clock;
pub mod clock_life;
pub mod contend;
pub mod crew;
pub mod fault;
pub mod flip;
pub mod full;
pub mod heap;
pub mod hostile;
pub mod iofault;
pub mod kill;
pub mod lived;
pub mod log;
pub mod machine;
pub mod oom;
pub mod paced;
pub mod parity;
pub mod powercut;
pub mod reads;
pub mod report;
pub mod scratch;
pub mod shim;
pub mod soak;
pub mod standing;
pub mod starve;
pub mod sweep;
pub mod tamper;
pub mod writer;
pub mod writes;
