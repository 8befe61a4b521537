//! Life on a clock that is moved: every command is dated by the machine's clock, which steps back
//! and forth by seconds, hours and years in the midst of the work. A new ticket is never refused; a
//! step on a ticket is refused when the ticket has already been further by more than clocks may
//! differ, and for no other reason; a note is a duty that no clock blocks; the journal keeps every event in the order of its writing with the moment that it was given, so
//! that each step back can be read from it; promises that were given stay (promise 20).

use gongdan::{
    Command, Datum, ErrorKind, Filter, Hotline, Intake, Moment, Page, Period, Question, Receipt,
    RefusalCode, Stamp, TicketId,
};
use gongdan_tests::{Dice, at, found};

use crate::clock::DAY;
use crate::machine::Clock;
use crate::report::{Report, Trouble};
use crate::scratch;
use crate::standing::sound;

/// Where a clock can be moved to: seconds, an hour and more than a year slow, true, nine years fast.
const PLACES: [i64; 6] = [0, -3_000, -3_600_000, -400 * DAY, 0, 9 * 365 * DAY];

/// How far two clocks may differ: five minutes, the policy of a new file.
const TOLERANCE: i64 = 5 * 60_000;

/// How often it is moved.
const STEPS: u64 = 60;

/// A step back that is worth telling.
const STEP: i64 = 2_000;

/// How wrong the clock is the n-th time.
pub(crate) fn somewhere(nth: usize) -> i64 {
    PLACES[nth % PLACES.len()]
}

/// Lives, in a process that was started on a machine whose clock can be moved.
///
/// # Errors
/// When the harness itself fails.
pub fn run(seed: u64) -> Result<Report, Trouble> {
    let mut report = Report::new("clock moved while an office writes", seed);
    let folder = scratch::in_memory("clock-life");
    let file = folder.file("life.db");
    let mut desk = Desk { hotline: found(&file)?, given: Vec::new(), seqs: Vec::new() };
    let (clock, mut dice) = (Clock::of_this_process()?, Dice::new(seed));
    let autumn = at("2022-11-15 12:00").ms() - gongdan::now().ms();
    let (mut wrong_by, mut refused) = (0, 0);
    for step in 0..STEPS {
        let next = autumn + somewhere(dice.below(PLACES.len()));
        moved(&clock, wrong_by, next)?;
        wrong_by = next;
        desk.take_in(&mut report)?;
        for _ in 0..3 {
            refused += u64::from(desk.demand(&mut dice, step, &mut report)?);
        }
        desk.note(&mut dice, step, &mut report)?;
        if step % 7 == 0 {
            desk.hotline = Hotline::open(&file)?;
        }
        report.rounds += 1;
    }
    report.note(format!("{refused} refused because the ticket had been further"));
    report.demand(refused > 0, || "no step back met a ticket".into());
    desk.as_written(&mut report)?;
    desk.promises_stand(&clock, &mut report)?;
    sound(&file).map(drop).unwrap_or_else(|unsound| report.damage(unsound.to_string()));
    Ok(report)
}

/// Moves the clock, and looks that it has moved.
fn moved(clock: &Clock, from: i64, to: i64) -> Result<(), Trouble> {
    let before = gongdan::now().ms();
    clock.step(to)?;
    let off = gongdan::now().ms() - before - (to - from);
    match (0..60_000).contains(&off) {
        true => Ok(()),
        false => Err(format!("a clock moved by {} ms is {off} ms off", to - from).into()),
    }
}

/// A desk that dates everything by the clock.
struct Desk {
    hotline: Hotline,
    /// The tickets, the newest fact of each, and until when it was promised.
    given: Vec<(TicketId, Moment, Option<Moment>)>,
    /// Every event and the moment it was given.
    seqs: Vec<(u64, Moment)>,
}

impl Desk {
    fn take_in(&mut self, report: &mut Report) -> Result<(), Trouble> {
        let now = gongdan::now();
        let stamp = Stamp::centre("坐席01", now);
        let taken = self.hotline.intake(&stamp, &Intake::new("来电", "路灯不亮"))?;
        self.written(&taken, now, report);
        self.transfer(taken.ticket, &stamp, report)?;
        let promised = self.hotline.ticket(taken.ticket)?.handle_by;
        self.given.push((taken.ticket, now, promised));
        Ok(())
    }

    /// A promise needs the days off of its year: nine years ahead nobody knows them, and that is
    /// said.
    fn transfer(
        &mut self,
        ticket: TicketId,
        stamp: &Stamp,
        report: &mut Report,
    ) -> Result<(), Trouble> {
        match self.hotline.execute(ticket, stamp, &Command::transfer("县住建局")) {
            Ok(receipt) => self.written(&receipt, stamp.at(), report),
            Err(error) if error.kind() == ErrorKind::InvalidInput && ahead(stamp.at()) => {}
            Err(error) => report.broken(format!("at {} refused: {error}", stamp.at())),
        }
        Ok(())
    }

    fn written(&mut self, receipt: &Receipt, at: Moment, report: &mut Report) {
        report.acknowledged += 1;
        self.seqs.extend(receipt.entries.iter().map(|entry| (entry.seq, at)));
    }

    /// Writes a note, which no clock refuses.
    fn note(&mut self, dice: &mut Dice, step: u64, report: &mut Report) -> Result<(), Trouble> {
        let (ticket, ..) = self.given[dice.below(self.given.len())];
        let now = gongdan::now();
        let note = Command::Note { text: format!("第{step}次联系") };
        match self.hotline.execute(ticket, &Stamp::centre("坐席02", now), &note) {
            Ok(receipt) => self.written(&receipt, now, report),
            Err(error) => report.broken(format!("at {now} a note was refused: {error}")),
        }
        Ok(())
    }

    /// Demands something on a ticket; says whether it was refused, which is right when the ticket
    /// has been further by more than clocks may differ, and wrong at any other time.
    fn demand(&mut self, dice: &mut Dice, step: u64, report: &mut Report) -> Result<bool, Trouble> {
        let nth = dice.below(self.given.len());
        let (ticket, newest, _) = self.given[nth];
        let now = gongdan::now();
        let (stamp, before) = (Stamp::centre("坐席02", now), self.hotline.head()?);
        let demand = Command::supervise(None, format!("第{step}次督促"));
        let done = self.hotline.execute(ticket, &stamp, &demand);
        let refused = match done {
            Ok(receipt) => {
                self.written(&receipt, now, report);
                self.given[nth].1 = newest.max(now);
                false
            }
            Err(error) => {
                let code = error.refusal().map(|refusal| refusal.code);
                let by_time = code == Some(RefusalCode::TimeBackwards);
                report.demand(by_time, || format!("a demand was refused: {error}"));
                let unchanged = self.hotline.head()? == before;
                report.demand(unchanged, || "a refusal has written something".into());
                true
            }
        };
        let right = refused == (now < newest.plus_ms(-TOLERANCE));
        let said = || format!("at {now} a demand after {newest} was refused: {refused}");
        report.demand(right, said);
        Ok(refused)
    }

    /// The journal has the events in the order of their writing, without a hole, each with its
    /// moment, and so every step back.
    fn as_written(&self, report: &mut Report) -> Result<(), Trouble> {
        let expected = self.seqs[0].0..=self.hotline.head()?.0;
        let whole = self.seqs.iter().map(|(seq, _)| *seq).eq(expected);
        report.demand(whole, || "the journal's numbers have a hole".into());
        let sql = "SELECT seq, at FROM v1_events ORDER BY seq";
        let rows = self.hotline.query(sql, &[], 100_000_000)?.rows;
        let found = rows.iter().filter_map(|row| match &row[..] {
            [Datum::Integer(seq), Datum::Text(local)] => Some((*seq as u64, local.clone())),
            _ => None,
        });
        let given = self.seqs.iter().map(|(seq, at)| (*seq, to_the_second(*at)));
        report.demand(found.eq(given), || "an event has another moment than it was given".into());
        let steps = self.seqs.windows(2).filter(|two| two[1].1.ms() + STEP < two[0].1.ms());
        let steps = steps.count();
        report.note(format!("{steps} steps back stand in the journal"));
        report.demand(steps > 0, || "the clock never stepped back".into());
        Ok(())
    }

    /// Whatever the clock shows, promises are those that were given, and what is overdue follows
    /// from the moment that is asked for.
    fn promises_stand(&self, clock: &Clock, report: &mut Report) -> Result<(), Trouble> {
        let asked = self.given.iter().filter_map(|(_, _, by)| *by).max();
        let asked = asked.ok_or("no promise was given")?.plus_ms(DAY);
        let mut answers = Vec::new();
        for wrong_by in PLACES {
            clock.step(wrong_by)?;
            for (ticket, _, promised) in &self.given {
                let now = self.hotline.ticket(*ticket)?.handle_by;
                report.demand(now == *promised, || format!("{ticket:?} is promised otherwise"));
            }
            let overdue = self.hotline.find(&Filter::new().overdue_on(asked), Page::all())?;
            let question = Question::new(Period::parse("2022")?, asked);
            let total = self.hotline.figures(&question)?.total;
            answers.push((overdue.tickets.len(), total));
        }
        let same = answers.windows(2).all(|two| two[0] == two[1]);
        report.demand(same, || "an answer follows the machine's clock".into());
        let promised = self.given.iter().filter(|(_, _, by)| by.is_some()).count();
        let all = answers[0].0 == promised;
        report.demand(all, || format!("{} of {promised} overdue", answers[0].0));
        Ok(())
    }
}

/// Whether a moment is years ahead of the autumn of 2022.
fn ahead(at: Moment) -> bool {
    at.ms() > gongdan_tests::at("2030-01-01 00:00").ms()
}

fn to_the_second(at: Moment) -> String {
    at.to_string().chars().take("2020-10-09 17:30:00".len()).collect()
}
