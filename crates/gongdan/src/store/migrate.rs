//! Opening an older file: to write, it is brought up to date in one commit; to read, it is asked as
//! it stands where that gives the same answers.

use super::connection::{Store, keep_log, keeps_log};
use super::lineage::Lineage;
use crate::words::Result;

impl Store {
    /// Refuses a file that cannot be used; it is not changed. An older one is read only where it
    /// answers as it stands.
    pub(super) fn check(&self, lineage: &Lineage) -> Result<()> {
        let found = lineage.check(&*self.conn()?)?;
        if self.read_only { lineage.check_answers(found) } else { Ok(()) }
    }

    /// Makes the present version of an older file. The connection is as sure as it gets (`synchronous=EXTRA`), everything is one commit, and a
    /// failure anywhere leaves the older file as it was.
    pub(super) fn bring_up_to_date(&self, lineage: &Lineage) -> Result<()> {
        if lineage.check(&*self.conn()?)? == lineage.version() {
            return Ok(());
        }
        if !keeps_log(&*self.conn()?)? {
            // Setting the log up changes the file for good: not for one that turns out damaged.
            self.begin()?;
            let tried = self.conn().and_then(|conn| lineage.climb(&conn));
            self.roll_back().and(tried)?;
            self.forget_place();
        }
        keep_log(&*self.conn()?)?;
        self.begin()?;
        // Somebody else may have done it meanwhile.
        let climbed = self.conn().and_then(|conn| lineage.climb(&conn));
        let done = climbed.and_then(|()| self.commit());
        done.or_else(|error| self.roll_back().and(Err(error)))
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};
    use std::time::Duration;

    use gongdan_domain::{ChannelKind, Founding, Intake, Moment, NewEntry, OfficeCommand};
    use gongdan_domain::{RegionId, Stamp};
    use rusqlite::OpenFlags;

    use super::super::lineage::{OURS, Release};
    use super::*;
    use crate::hotline::Hotline;
    use crate::store::options::Options;
    use crate::words::{Error, ErrorKind};

    const STEP: &str = "CREATE INDEX ticket_by_kind ON ticket (kind, accepted_at);";
    const SECOND: &str = "CREATE INDEX ticket_by_area ON ticket (area_id, accepted_at);";

    /// This library's schemas, and one more that a step leads to.
    fn next(step: &'static str, answers: bool) -> Lineage {
        let newest = Release { schema: OURS.schema, step, answers };
        let before = OURS.before.iter().copied().chain([newest]).collect::<Vec<_>>();
        let schema = format!("{}\n{STEP}", OURS.schema).leak();
        Lineage { before: before.leak(), schema }
    }

    /// A file with a ticket, in a folder of its own.
    fn file(name: &str) -> (PathBuf, PathBuf) {
        let folder = format!("gongdan-migrate-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(folder);
        std::fs::remove_dir_all(&folder).ok();
        std::fs::create_dir_all(&folder).expect("a folder");
        let path = folder.join("old.db");
        let (name, office) = ("衡东县".into(), "衡东县行政审批服务局".into());
        let founding = Founding { region: RegionId(430_424), name, office };
        let at = Moment::parse("at", "2020-09-01 09:12").expect("a moment");
        let desk = Stamp::centre("坐席07", at);
        let mut hotline = Hotline::create(&path, &founding, &desk).expect("a file");
        let channel = OfficeCommand::Add(NewEntry::channel("来电", ChannelKind::Call));
        hotline.office(&desk, channel).expect("a channel");
        hotline.intake(&desk, &Intake::new("来电", "路灯不亮")).expect("a ticket");
        (folder, path)
    }

    fn store(path: &Path) -> Store {
        let path = path.canonicalize().expect("it stands");
        let options = Options::new().patience(Duration::from_millis(50));
        Store::connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE, &options).expect("it opens")
    }

    fn head(path: &Path) -> (u64, String) {
        let hotline = Hotline::open(path).expect("as it was");
        assert!(hotline.verify(&mut |_, _| {}).expect("a report").is_sound());
        hotline.head().expect("a head")
    }

    fn kind(done: Result<()>) -> ErrorKind {
        done.err().as_ref().map(Error::kind).expect("a refusal")
    }

    #[test]
    fn an_older_file_is_brought_up_to_date_and_an_older_library_leaves_it_alone() {
        let (folder, path) = file("up");
        let (before, next) = (head(&path), next(STEP, true));
        let mut open = Hotline::open(&path).expect("open before");
        store(&path).bring_up_to_date(&next).expect("brought up to date");
        store(&path).bring_up_to_date(&next).expect("nothing left to do");
        assert_eq!(next.check(&store(&path).conn().expect("open")).expect("ours"), next.version());
        assert_eq!(open.head().expect("questions are answered"), before);
        let newer = |done: Option<Error>| done.expect("a refusal").kind() == ErrorKind::FileTooNew;
        assert!(newer(open.begin().err()), "nothing is written to what became newer meanwhile");
        drop(open);
        let bytes = std::fs::read(&path).expect("its bytes");
        assert!(newer(Hotline::open(&path).err()));
        assert_eq!(std::fs::read(&path).expect("its bytes"), bytes);
        std::fs::remove_dir_all(folder).ok();
    }

    #[test]
    fn a_step_that_fails_leaves_the_older_file() {
        let (folder, path) = file("fails");
        let before = head(&path);
        for (step, expected) in [
            ("CREATE INDEX a ON ticket (kind); CREATE INDEX b ON nowhere (kind);", ErrorKind::Bug),
            ("CREATE INDEX ticket_by_kind ON ticket (kind);", ErrorKind::Bug),
            ("", ErrorKind::Bug),
            (
                "CREATE INDEX ticket_by_kind ON ticket (kind, accepted_at);
                 DELETE FROM event WHERE seq = (SELECT MAX(seq) FROM event);",
                ErrorKind::Bug,
            ),
            (
                "CREATE INDEX ticket_by_kind ON ticket (kind, accepted_at);
                 UPDATE region SET last_hash = secret;",
                ErrorKind::Bug,
            ),
        ] {
            let failed = store(&path).bring_up_to_date(&next(step, true));
            assert_eq!(kind(failed), expected, "{step}");
            assert_eq!(head(&path), before, "{step}");
        }
        std::fs::remove_dir_all(folder).ok();
    }

    #[test]
    fn whoever_stops_or_waits_in_vain_leaves_the_older_file() {
        let (folder, path) = file("stops");
        let (before, next) = (head(&path), next(STEP, true));
        let mut others = Hotline::open(&path).expect("opens");
        others.begin().expect("a batch");
        assert_eq!(kind(store(&path).bring_up_to_date(&next)), ErrorKind::Busy);
        others.roll_back().expect("taken back");
        drop(others);
        assert_eq!(head(&path), before);
        std::fs::remove_dir_all(folder).ok();
    }

    #[test]
    fn reading_only_asks_an_older_file_that_answers_and_refuses_one_that_does_not() {
        let (folder, path) = file("reads");
        let bytes = std::fs::read(&path).expect("its bytes");
        let read_only = Options::new().read_only();
        let place = path.canonicalize().expect("it stands");
        let store = Store::connect(&place, OpenFlags::SQLITE_OPEN_READ_ONLY, &read_only);
        let store = store.expect("it opens");
        store.check(&next(STEP, true)).expect("it answers");
        assert_eq!(kind(store.check(&next(STEP, false))), ErrorKind::ReadOnly);
        assert_eq!(std::fs::read(&path).expect("its bytes"), bytes);
        std::fs::remove_dir_all(folder).ok();
    }

    #[test]
    fn an_older_file_that_somebody_changed_is_refused() {
        let (folder, path) = file("changed");
        let plant = "CREATE TRIGGER mine AFTER INSERT ON text BEGIN SELECT 1; END";
        rusqlite::Connection::open(&path).expect("opens").execute_batch(plant).expect("planted");
        let bytes = std::fs::read(&path).expect("its bytes");
        let next = next(STEP, true);
        assert_eq!(kind(store(&path).bring_up_to_date(&next)), ErrorKind::Corrupt);
        assert_eq!(std::fs::read(&path).expect("its bytes"), bytes);
        std::fs::remove_dir_all(folder).ok();
    }

    #[test]
    fn a_lineage_of_several_releases_is_climbed_step_by_step() {
        let (folder, path) = file("steps");
        let before = head(&path);
        let between = format!("{}\n{STEP}", OURS.schema).leak();
        let first = Release { schema: OURS.schema, step: STEP, answers: true };
        let second = Release { schema: between, step: SECOND, answers: false };
        let schema = format!("{between}\n{SECOND}").leak();
        let last = Lineage { before: vec![first, second].leak(), schema };
        assert_eq!(last.check(&store(&path).conn().expect("open")).expect("ours"), 1);
        assert_eq!(kind(last.check_answers(1)), ErrorKind::ReadOnly, "a step on the way differs");
        store(&path).bring_up_to_date(&last).expect("brought up to date");
        let conn = rusqlite::Connection::open(&path).expect("opens");
        let indexes =
            "SELECT COUNT(*) FROM sqlite_schema WHERE name IN ('ticket_by_kind', 'ticket_by_area')";
        let made: i64 = conn.query_row(indexes, [], |row| row.get(0)).expect("a count");
        assert_eq!((made, last.check(&conn).expect("ours")), (2, 3));
        conn.execute_batch(
            "DROP INDEX ticket_by_kind; DROP INDEX ticket_by_area; PRAGMA user_version = 1",
        )
        .expect("as it was");
        drop(conn);
        assert_eq!(head(&path), before);
        std::fs::remove_dir_all(folder).ok();
    }

    #[test]
    fn damage_met_on_the_way_leaves_the_older_file() {
        let (folder, path) = file("damaged");
        drop(Hotline::open(&path).expect("a log that is written back"));
        let mut bytes = std::fs::read(&path).expect("its bytes");
        let conn = rusqlite::Connection::open(&path).expect("opens");
        let root = "SELECT rootpage FROM sqlite_schema WHERE name = 'ticket'";
        let page: u32 = conn.query_row(root, [], |row| row.get(0)).expect("a page");
        let size: u32 = conn.pragma_query_value(None, "page_size", |row| row.get(0)).expect("one");
        drop(conn);
        bytes[((page - 1) * size) as usize] = 0;
        std::fs::write(&path, &bytes).expect("damaged");
        assert_eq!(kind(store(&path).bring_up_to_date(&next(STEP, true))), ErrorKind::Corrupt);
        assert!(std::fs::read(&path).expect("its bytes") == bytes, "a refusal changed the file");
        std::fs::remove_dir_all(folder).ok();
    }

    /// Which file a process of its own brings up to date.
    const CHILD: &str = "GONGDAN_TEST_MIGRATES";

    #[test]
    fn a_process_that_brings_a_file_up_to_date() {
        let Some(path) = std::env::var_os(CHILD) else { return };
        store(Path::new(&path)).bring_up_to_date(&next(STEP, true)).expect("brought up to date");
    }

    #[test]
    fn a_process_killed_on_the_way_leaves_old_or_new() {
        let (folder, path) = file("killed");
        let before = head(&path);
        let bytes = std::fs::read(&path).expect("its bytes");
        let next = next(STEP, true);
        for round in 0..24 {
            ["", "-wal", "-shm"].iter().for_each(|end| {
                std::fs::remove_file(format!("{}{end}", path.display())).ok();
            });
            std::fs::write(&path, &bytes).expect("the older file");
            let name = "store::migrate::tests::a_process_that_brings_a_file_up_to_date";
            let mut child = std::process::Command::new(std::env::current_exe().expect("this"))
                .args(["--exact", name])
                .env(CHILD, &path)
                .stdout(std::process::Stdio::null())
                .spawn()
                .expect("a process");
            std::thread::sleep(Duration::from_millis(round));
            child.kill().expect("killed or ended");
            child.wait().expect("ended");
            let version = next.check(&store(&path).conn().expect("opens")).expect("old or new");
            assert!(version == 1 || version == 2, "{version}");
            store(&path).bring_up_to_date(&next).expect("brought up to date");
            let undo = "DROP INDEX ticket_by_kind; PRAGMA user_version = 1";
            rusqlite::Connection::open(&path)
                .and_then(|c| c.execute_batch(undo))
                .expect("as it was");
            assert_eq!(head(&path), before);
        }
        std::fs::remove_dir_all(folder).ok();
    }
}
