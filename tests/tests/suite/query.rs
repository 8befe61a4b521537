//! The analysts' door: the documented views answer, nothing else does, and nothing runs away.

use gongdan::{Count, Datum, ErrorKind, Period, Question};

use crate::lived::Lived;

const STEPS: u64 = 100_000_000;

/// The views that are documented.
const VIEWS: &[&str] = &[
    "v1_tickets",
    "v1_assignments",
    "v1_events",
    "v1_contacts",
    "v1_callbacks",
    "v1_closures",
    "v1_reworks",
    "v1_supervisions",
    "v1_attachments",
    "v1_by_category",
    "v1_by_unit",
    "v1_by_channel",
    "问题分类统计",
    "成员单位工单办理情况",
];

/// What reads something else, or writes, or sets anything.
const REFUSED: &[&str] = &[
    "SELECT * FROM event",
    "SELECT body FROM event LIMIT 1",
    "SELECT content FROM text",
    "SELECT COUNT(*) FROM text",
    "SELECT secret FROM region",
    "SELECT * FROM ticket",
    "SELECT * FROM sqlite_schema",
    "SELECT sql FROM sqlite_master",
    "SELECT * FROM temp.sqlite_schema",
    "SELECT * FROM pragma_table_info('event')",
    "SELECT (SELECT content FROM text LIMIT 1) FROM v1_tickets",
    "SELECT number FROM v1_tickets WHERE EXISTS (SELECT 1 FROM text WHERE content LIKE '%1%')",
    "SELECT number FROM v1_tickets UNION SELECT content FROM text",
    "WITH found AS (SELECT content FROM text) SELECT * FROM found",
    "WITH v1_found AS (SELECT content FROM text) SELECT * FROM v1_found",
    "WITH v1_found AS (SELECT COUNT(*) FROM text) SELECT * FROM v1_found",
    "WITH v1_tickets AS (SELECT content FROM text) SELECT * FROM v1_tickets",
    "WITH v1_by_unit AS (SELECT secret FROM region) SELECT * FROM v1_by_unit",
    "WITH v1_events AS (SELECT hash FROM event) SELECT * FROM v1_events",
    "WITH \"问题分类统计\" AS (SELECT content FROM text) SELECT * FROM \"问题分类统计\"",
    "SELECT * FROM (SELECT content FROM text) AS v1_found",
    "INSERT INTO v1_tickets (number) VALUES ('1')",
    "INSERT INTO event (seq) VALUES (1)",
    "UPDATE v1_tickets SET number = '1'",
    "DELETE FROM v1_contacts",
    "DELETE FROM ticket",
    "CREATE TABLE v1_mine (x)",
    "CREATE TEMP TABLE v1_mine (x)",
    "CREATE TEMP VIEW v1_mine AS SELECT * FROM event",
    "DROP VIEW v1_tickets",
    "PRAGMA user_version",
    "PRAGMA writable_schema = 1",
    "PRAGMA table_info(ticket)",
    "ATTACH ':memory:' AS other",
    "DETACH main",
    "VACUUM",
    "VACUUM INTO '/tmp/never-made.db'",
    "REINDEX",
    "ANALYZE",
    "BEGIN",
    "SAVEPOINT mine",
    "COMMIT",
    "SELECT load_extension('mine')",
    "SELECT readfile('/etc/hostname')",
    "SELECT 1; DELETE FROM event",
    "SELECT number FROM",
    "",
];

fn number(datum: &Datum) -> i64 {
    match datum {
        Datum::Integer(number) => *number,
        other => panic!("no number: {other:?}"),
    }
}

#[test]
fn every_documented_view_answers() {
    let lived = Lived::new(171, 600);
    for view in VIEWS {
        for what in ["*", "COUNT(*)", "1"] {
            let sql = format!("SELECT {what} FROM \"{view}\"");
            let rows = lived.hotline.query(&sql, &[], STEPS);
            let rows = rows.unwrap_or_else(|error| panic!("{sql}: {error}"));
            assert!(!rows.rows.is_empty() && !rows.columns.is_empty(), "{sql}");
        }
    }
    let all = Question::new(Period::parse("2020").expect("a period"), lived.now);
    let accepted = lived.hotline.figures(&all).expect("figures").total.count(Count::Accepted);
    let sql = "WITH mine AS (SELECT * FROM v1_tickets) SELECT COUNT(*) FROM mine WHERE number > ?";
    let counted = lived.hotline.query(sql, &[Datum::Text("2".into())], STEPS).expect("an answer");
    assert_eq!(number(&counted.rows[0][0]), accepted);
    let sql = "SELECT SUM(accepted) FROM v1_by_category WHERE category = '合计'";
    let counted = lived.hotline.query(sql, &[], STEPS).expect("an answer");
    assert_eq!(number(&counted.rows[0][0]), accepted);
    let sql = "SELECT h.number, t.unit FROM v1_events h JOIN v1_tickets t USING (number) LIMIT 2";
    assert_eq!(lived.hotline.query(sql, &[], STEPS).expect("an answer").rows.len(), 2);
}

#[test]
fn everything_else_is_refused_and_changes_nothing() {
    let lived = Lived::new(172, 200);
    let head = lived.hotline.head().expect("a head");
    for sql in REFUSED {
        let error = lived.hotline.query(sql, &[], STEPS).err();
        let error = error.unwrap_or_else(|| panic!("answered: {sql}"));
        assert_eq!(error.kind(), ErrorKind::InvalidInput, "{sql}: {error}");
    }
    assert_eq!(lived.hotline.head().expect("a head"), head);
    lived.verify(172);
}

#[test]
fn a_runaway_is_stopped_by_its_steps() {
    let lived = Lived::new(173, 60);
    let endless =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT SUM(i) FROM n";
    let error = lived.hotline.query(endless, &[], 2_000_000).expect_err("it never ends");
    assert_eq!(error.kind(), ErrorKind::InvalidInput);
    assert!(error.to_string().contains("too many steps"), "{error}");
    let some = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) \
                SELECT SUM(i) FROM n";
    let rows = lived.hotline.query(some, &[], 2_000_000).expect("a thousand steps");
    assert_eq!(rows.rows, [[Datum::Integer(500_500)]]);
}

/// Numbers up to one, `{}`, of which something is made.
fn many(most: u64, what: &str) -> String {
    format!(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {most}) {what}"
    )
}

#[test]
fn every_cap_is_named_when_it_is_met() {
    let lived = Lived::new(173, 60);
    let path = lived.folder.file("capped.db");
    lived.hotline.backup_to(&path).expect("a copy");
    let open = |seconds| {
        let options = gongdan::Options::new().read_only();
        let deadline = std::time::Duration::from_secs(seconds);
        gongdan::Hotline::open_with(&path, &options.reading_deadline(deadline)).expect("it opens")
    };
    let (patient, hurried) = (open(600), open(1));
    let endless = u64::MAX / 4;
    for (hotline, sql, steps, named) in [
        (&patient, many(endless, "SELECT SUM(i) FROM n"), 1_000_000, "steps (more than 1000000)"),
        (&hurried, many(endless, "SELECT SUM(i) FROM n"), u64::MAX, "reading deadline (1 s)"),
        (&patient, many(1_000_001, "SELECT i FROM n"), u64::MAX, "more than 1000000 rows"),
        (
            &patient,
            many(40, "SELECT i, hex(zeroblob(4000000)) FROM n"),
            u64::MAX,
            "answer has more than 256 MiB",
        ),
        (
            &patient,
            many(
                1_000,
                "SELECT length(z) FROM (SELECT i, zeroblob(4000000) || i AS z FROM n ORDER BY z)",
            ),
            u64::MAX,
            "256 MiB of memory",
        ),
        (
            &patient,
            many(1, "SELECT i, zeroblob(20000000) FROM n"),
            u64::MAX,
            "values has more than 16 MiB",
        ),
    ] {
        let error = hotline.query(&sql, &[], steps).expect_err(named);
        assert_eq!(error.kind(), ErrorKind::InvalidInput, "{sql}: {error}");
        assert!(error.to_string().contains(named), "{sql}: {error}");
    }
    let most = many(1_000_000, "SELECT i FROM n");
    assert_eq!(patient.query(&most, &[], u64::MAX).expect("just as many").rows.len(), 1_000_000);
}

#[test]
fn a_view_stands_under_the_names_of_its_own_moment() {
    let folder = gongdan_tests::Folder::new("names");
    let mut hotline = gongdan_tests::found(&folder.file("names.db")).expect("a file");
    let desk = gongdan::Stamp::centre("坐席07", gongdan_tests::at("2020-09-01 09:00"));
    let ticket =
        hotline.intake(&desk, &gongdan::Intake::new("来电", "路灯不亮")).expect("taken in");
    let transfer = gongdan::Command::transfer("县住建局");
    hotline.execute(ticket.ticket, &desk, &transfer).expect("transferred");
    let (species, from) = (gongdan::Species::Unit, gongdan_tests::at("2020-09-02 00:00"));
    let (name, to) = ("县住建局".to_owned(), "县城建局".to_owned());
    let rename = gongdan::OfficeCommand::Rename { species, name, to, from };
    hotline.office(&desk, rename).expect("called otherwise from tomorrow on");
    let units = |hotline: &gongdan::Hotline| {
        let asked = "SELECT unit FROM v1_by_unit LIMIT 1";
        hotline.query(asked, &[], 1_000_000).expect("the view").rows
    };
    assert_eq!(units(&hotline), [[gongdan::Datum::Text("县住建局".into())]]);
    let morrow = gongdan::Stamp::centre("坐席07", gongdan_tests::at("2020-09-02 09:00"));
    let urge = gongdan::Command::Urge { text: None };
    hotline.execute(ticket.ticket, &morrow, &urge).expect("urged");
    assert_eq!(units(&hotline), [[gongdan::Datum::Text("县城建局".into())]]);
}

#[test]
fn a_merger_after_the_last_step_of_any_ticket_is_seen_by_the_views() {
    let folder = gongdan_tests::Folder::new("merger");
    let mut hotline = gongdan_tests::found(&folder.file("merger.db")).expect("a file");
    let desk = gongdan::Stamp::centre("坐席07", gongdan_tests::at("2020-09-01 09:00"));
    let intake = gongdan::Intake::new("来电", "路灯不亮").category("市场监管");
    hotline.intake(&desk, &intake).expect("taken in");
    let from = gongdan_tests::at("2020-11-01 00:00");
    let (name, into) = ("市场监管".to_owned(), "城乡建设".to_owned());
    let merge =
        gongdan::OfficeCommand::Merge { species: gongdan::Species::Category, name, into, from };
    let later = gongdan::Stamp::centre("管理员", gongdan_tests::at("2020-11-01 09:00"));
    hotline.office(&later, merge).expect("merged");
    let rows = hotline
        .query("SELECT category FROM v1_by_category WHERE category <> '合计'", &[], 1_000_000)
        .expect("the view")
        .rows;
    assert_eq!(rows, [[gongdan::Datum::Text("城乡建设".into())]]);
}
