//! Lives 10,000 tickets of six events, or as many as are asked for, on a new file, a thousand steps a commit: what `benches/python/bytes.py`
//! weighs.
//!
//! ```text
//! cargo run -p gongdan-benches --example desk -- desk.db && python3 benches/python/bytes.py desk.db
//! ```

use gongdan::Options;
use gongdan_benches::{Desk, Outcome};

fn main() -> Outcome<()> {
    let file = std::env::args().nth(1).ok_or("which file?")?;
    let mut desk = Desk::found_with(file.as_ref(), &Options::new().seeded_salts(7))?;
    let tickets = std::env::args().nth(2).map_or(Ok(10_000), |tickets| tickets.parse())?;
    desk.live(tickets, 1_000)?;
    Ok(())
}
